// 点: how the schools of each place lie along one axis; no school is named and none has a rank.

import { categories, marked, numbers, range } from "./axes.js";
import { written } from "./look.js";

const ROW = 28;

export function dots({ unit = "", rows, marks = [] }, page) {
  const limits = range([...rows.flatMap((row) => [...row.values, row.mean]), ...marks.map((mark) => mark.x)]);
  const names = rows.map((row) => row.name);
  return {
    grid: { left: Math.max(...names.map((name) => name.length)) * page.size + 16, right: 24, top: 24, bottom: 18 + page.size },
    xAxis: numbers(limits, page, unit),
    yAxis: { ...categories(names, page, { isGapped: true }), inverse: true, splitLine: { show: true, lineStyle: { color: page.line } } },
    tooltip: { ...page.tooltip, trigger: "item", formatter: ({ value }) => `${names[value[1]]}  ${written(value[0], unit)}` },
    series: [
      {
        type: "scatter",
        symbolSize: 7,
        itemStyle: { color: page.accent, opacity: 0.4 },
        emphasis: { disabled: true },
        data: rows.flatMap((row, at) => row.values.filter(Number.isFinite).map((value) => [value, at])),
      },
      {
        type: "scatter",
        symbol: "rect",
        symbolSize: [2, 16],
        z: 4,
        itemStyle: { color: page.ink },
        emphasis: { disabled: true },
        data: rows.flatMap((row, at) => (Number.isFinite(row.mean) ? [[row.mean, at]] : [])),
      },
      marked(marks, page, "xAxis"),
    ],
  };
}

dots.height = ({ rows }) => rows.length * ROW + 56;
