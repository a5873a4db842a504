// 走势: what is measured against what was promised, where it is heading and how surely.

import { categories, numbers, range, room, spread } from "./axes.js";
import { written } from "./look.js";

const WORDS = {
  zh: { measured: "实测", promised: "承诺", forecast: "预计" },
  en: { measured: "measured", promised: "promised", forecast: "forecast" },
};

const UNDER = { position: "bottom", distance: 10 };

export function trajectory(data, page) {
  const { x, unit = "", points = [], ends = [] } = data;
  const drawn = joined(data);
  const limits = range([...Object.values(drawn).flat(), ...[...points, ...ends].map((point) => point.y)]);
  const [top, bottom] = [20, 18 + page.size];
  const isUnder = (end) => end.of === "measured" && lastOf(drawn.measured) < x.length - 1;
  const beside = ends.filter((end) => !isUnder(end));
  const rows = beside.map(({ y, note }) => ({ y, rows: note ? 2 : 1 }));
  const moved = spread(rows, limits, page.height - top - bottom, page.size * 1.5);
  return {
    grid: { left: room(limits, page, unit), right: page.isNarrow ? 96 : 132, top, bottom },
    xAxis: categories(x, page),
    yAxis: numbers(limits, page, unit),
    tooltip: { ...page.tooltip, formatter: ([first]) => told(x, drawn, first.dataIndex, unit) },
    series: [
      ...band(drawn, page),
      ...lines(drawn, page),
      stated(points, x, page),
      ...beside.map((end, at) => ending(end, x.length - 1, page, { position: "right", distance: 8, offset: [0, moved[at]] })),
      ...ends.filter(isUnder).map((end) => ending(end, lastOf(drawn.measured), page, UNDER)),
    ],
  };
}

// The five lines, all as long as the axis; the forecast and its interval start at the last measured month.
function joined(data) {
  const line = (name) => data.x.map((_, at) => data[name]?.[at] ?? null);
  const drawn = Object.fromEntries(["measured", "promised", "forecast", "low", "high"].map((name) => [name, line(name)]));
  const last = lastOf(drawn.measured);
  if (last >= 0) for (const name of ["forecast", "low", "high"]) if (data[name]?.length) drawn[name][last] ??= drawn.measured[last];
  return drawn;
}

const lastOf = (values) => values.findLastIndex((value) => value !== null);

// The interval: an unseen line at its low edge and a filled one of its width stacked on that.
function band({ low, high }, page) {
  const unseen = { type: "line", stack: "band", stackStrategy: "all", symbol: "none", silent: true, lineStyle: { opacity: 0 } };
  const width = high.map((value, at) => (value === null || low[at] === null ? null : value - low[at]));
  return [
    { ...unseen, data: low },
    { ...unseen, data: width, areaStyle: { color: page.accent, opacity: 0.12 } },
  ];
}

function lines({ measured, promised, forecast }, page) {
  const line = (data, color, width, type) => ({ type: "line", data, symbol: "none", lineStyle: { color, width, type }, itemStyle: { color }, emphasis: { disabled: true } });
  return [
    { ...line(promised, page["ink-3"], 1.5, [6, 4]), connectNulls: true },
    { ...line(measured, page.accent, 2, "solid"), symbol: "circle", symbolSize: 6, showAllSymbol: true },
    line(forecast, page.accent, 1.5, [2, 3]),
  ];
}

// What others state, each with its words beside it: hollow marks, an outline under the words where lines pass.
function stated(points, x, page) {
  return {
    type: "scatter",
    z: 5,
    silent: true,
    itemStyle: { color: page.surface, borderColor: page.ink, borderWidth: 1.5, opacity: 1 },
    label: { show: true, color: page["ink-2"], fontSize: page.size, textBorderColor: page.surface, textBorderWidth: 3, formatter: ({ name }) => name },
    data: points.map((point) => ({
      name: point.label,
      value: [point.x, point.y],
      symbol: point.shape,
      symbolSize: point.shape === "diamond" ? 10 : 8,
      label: { position: point.shape === "diamond" && !page.isNarrow ? "bottom" : x.indexOf(point.x) * 4 < x.length ? "right" : "left" },
    })),
  };
}

// The words of a line where it ends: right of the chart, or for what is measured so far under its last point.
function ending({ label, y, of = "promised", note }, at, page, placed) {
  const text = { fontSize: page.size, lineHeight: page.size * 1.5, textBorderColor: page.surface, textBorderWidth: 3 };
  return {
    type: "scatter",
    z: 6,
    silent: true,
    symbolSize: 1,
    itemStyle: { color: "transparent", opacity: 1 },
    data: [[at, y]],
    label: {
      show: true,
      ...placed,
      ...text,
      color: of === "promised" ? page["ink-2"] : page.accent,
      fontWeight: of === "measured" ? 600 : 400,
      formatter: () => (note ? `${label}\n{note|${note}}` : label),
      rich: { note: { ...text, color: page["ink-3"] } },
    },
  };
}

function told(x, drawn, at, unit) {
  const words = document.documentElement.lang.startsWith("en") ? WORDS.en : WORDS.zh;
  const isAhead = at > lastOf(drawn.measured);
  const shown = isAhead ? ["promised", "forecast"] : ["measured", "promised"];
  const rows = shown.filter((name) => drawn[name][at] !== null).map((name) => `${words[name]}  ${written(drawn[name][at], unit)}`);
  if (isAhead && drawn.low[at] !== null && drawn.high[at] !== null) rows.push(`${written(drawn.low[at], unit)} – ${written(drawn.high[at], unit)}`);
  return [x[at], ...rows].join("\n");
}
