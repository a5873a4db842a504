// 柱: one number for each month or name, always from 0.

import { install as BarChart } from "echarts/lib/chart/bar/install.js";
import { use } from "echarts/core";

import { categories, marked, numbers, range, room } from "./axes.js";
import { written } from "./look.js";

use(BarChart);

const MOST_WRITTEN = 16;

export function bars({ x, unit = "", values, marks = [] }, page) {
  const limits = range([...values, ...marks.map((mark) => mark.y)], { isWhole: true });
  const isWritten = values.length <= MOST_WRITTEN && !page.isNarrow;
  return {
    grid: { left: room(limits, page, unit), right: 16, top: 24, bottom: 16 + page.size },
    xAxis: categories(x, page, { isGapped: true }),
    yAxis: numbers(limits, page, unit),
    tooltip: { ...page.tooltip, axisPointer: { ...page.tooltip.axisPointer, type: "shadow" }, formatter: ([first]) => `${x[first.dataIndex]}  ${written(values[first.dataIndex], unit)}` },
    series: [
      {
        type: "bar",
        data: values.map((value) => value ?? null),
        barMaxWidth: 32,
        itemStyle: { color: page.r4, borderRadius: [2, 2, 0, 0] },
        emphasis: { disabled: true },
        label: { show: isWritten, position: "top", color: page["ink-2"], fontSize: page.size, formatter: ({ value }) => written(value) },
      },
      marked(marks, page),
    ],
  };
}
