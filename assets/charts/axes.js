// 坐标轴: axes with four to six lines.

import { written } from "./look.js";

const STEPS = [1, 2, 2.5, 4, 5];

// The range of an axis and the step between its lines. A cut axis leaves room below, and starts at 0 where that costs at
// most half of the height; `isWhole` always starts at 0, as bars must.
export function range(given, { isWhole = false } = {}) {
  const values = given.filter((value) => Number.isFinite(value));
  if (!values.length) return { min: 0, max: 1, interval: 0.25 };
  let low = Math.min(...values);
  const high = Math.max(...values, isWhole ? 0 : -Infinity);
  const span = high - low || Math.abs(high) / 5 || 1;
  if (low >= 0) low = isWhole || low <= high / 2 ? 0 : Math.max(0, low - span * 0.08);
  return ranged(low, Math.max(high, low + span), values.every(Number.isInteger));
}

function ranged(low, high, isInteger) {
  for (let power = Math.floor(Math.log10(high - low)) - 1; ; power++) {
    for (const digit of STEPS) {
      const step = Number((digit * 10 ** power).toPrecision(12));
      if (isInteger && !Number.isInteger(step)) continue;
      const [first, last] = [Math.floor(low / step + 1e-9), Math.ceil(high / step - 1e-9)];
      if (last - first <= 5) return { min: rounded(first * step), max: rounded(last * step), interval: step };
    }
  }
}

const rounded = (value) => Number(value.toPrecision(12));

export function categories(names, page, { isGapped = false } = {}) {
  return {
    type: "category",
    data: names,
    boundaryGap: isGapped,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: page.edge } },
    axisLabel: { color: page["ink-3"], fontSize: page.size, hideOverlap: true },
  };
}

export function numbers(limits, page, unit) {
  return {
    type: "value",
    ...limits,
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { color: page["ink-3"], fontSize: page.size, formatter: (value) => written(value, unit === "%" ? "%" : "") },
    splitLine: { lineStyle: { color: page.line } },
  };
}

// Room for the widest of the axis' labels.
export function room(limits, page, unit) {
  const longest = Math.max(...[limits.min, limits.max, limits.min + limits.interval].map((v) => written(v, unit === "%" ? "%" : "").length));
  return Math.round(20 + longest * page.size * 0.62);
}

// Agreed values as dotted lines across, with their words just below.
export function marked(marks = [], page, axis = "yAxis") {
  return {
    type: axis === "yAxis" ? "line" : "scatter",
    data: [],
    markLine: {
      symbol: "none",
      silent: true,
      animation: false,
      label: { position: axis === "yAxis" ? "insideStartBottom" : "start", color: page["ink-3"], fontSize: page.size, formatter: (mark) => mark.name },
      lineStyle: { color: page.edge, type: [2, 3], width: 1 },
      data: marks.map((mark) => ({ name: mark.label, [axis]: axis === "yAxis" ? mark.y : mark.x })),
    },
  };
}

// How far each label beside the chart moves down so that none covers another: `labels` have a y on the axis and a number
// of rows, `height` is that of the plot.
export function spread(labels, limits, height, row) {
  const centre = ({ y }) => ((limits.max - y) / (limits.max - limits.min)) * height;
  const moved = new Map();
  let free = -Infinity;
  for (const label of [...labels].sort((one, other) => other.y - one.y)) {
    const half = (label.rows * row) / 2;
    const at = Math.max(centre(label), free + half);
    moved.set(label, at - centre(label));
    free = at + half;
  }
  return labels.map((label) => moved.get(label));
}
