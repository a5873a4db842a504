// 历期: a few lines over terms or months, each named at its end, and what was agreed.

import { categories, marked, numbers, range, room, spread } from "./axes.js";
import { written } from "./look.js";

export function series({ x, unit = "", lines, marks = [] }, page) {
  const limits = range([...lines.flatMap((line) => line.values), ...marks.map((mark) => mark.y)]);
  const [top, bottom] = [16, 16 + page.size];
  const ends = lines.map(({ values }) => ({ y: values.findLast((value) => value !== null) ?? limits.min, rows: 1 }));
  const moved = spread(ends, limits, page.height - top - bottom, page.size * 1.4);
  const longest = Math.max(...lines.map((line) => line.name.length + 6));
  const right = Math.min(page.width / 3, Math.max(96, longest * page.size * 0.9));
  return {
    grid: { left: room(limits, page), right, top, bottom },
    xAxis: categories(x, page),
    yAxis: numbers(limits, page),
    tooltip: { ...page.tooltip, formatter: ([first]) => told(x, lines, first.dataIndex, unit) },
    series: [...lines.map((line, at) => drawn(line, colour(lines, at, page), moved[at], page)), marked(marks, page)],
  };
}

function colour(lines, at, page) {
  const first = Math.max(0, lines.findIndex((line) => !line.dash));
  return at === first ? page.accent : [page["ink-2"], page["ink-3"], page.r4][at < first ? at : at - 1] ?? page["ink-3"];
}

function drawn({ name, values, dash }, color, down, page) {
  return {
    name,
    type: "line",
    data: values.map((value) => value ?? null),
    symbol: "circle",
    symbolSize: 5,
    showAllSymbol: true,
    lineStyle: { color, width: dash ? 1.5 : 2, type: dash ? [5, 4] : "solid" },
    itemStyle: { color },
    emphasis: { disabled: true },
    endLabel: { show: true, color, fontSize: page.size, distance: 8, offset: [0, down], formatter: ({ value }) => `${name} ${written(value)}` },
  };
}

function told(x, lines, at, unit) {
  return [x[at], ...lines.map((line) => `${line.name}  ${written(line.values[at], unit)}`)].join("\n");
}
