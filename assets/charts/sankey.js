// 流向: how many go from where to where.

import { install as SankeyChart } from "echarts/lib/chart/sankey/install.js";
import { use } from "echarts/core";

import { written } from "./look.js";

use(SankeyChart);

export function sankey({ unit = "", nodes, links }, page) {
  const labels = new Map(nodes.map(({ name, label }) => [name, label ?? name]));
  const told = ({ dataType, name, data, value }) =>
    dataType === "edge" ? `${labels.get(data.source)} → ${labels.get(data.target)}  ${written(data.value, unit)}` : `${labels.get(name)}  ${written(value, unit)}`;
  return {
    tooltip: { ...page.tooltip, trigger: "item", formatter: told },
    series: [
      {
        type: "sankey",
        left: 8,
        right: page.isNarrow ? 104 : 132,
        top: 12,
        bottom: 12,
        nodeWidth: 10,
        nodeGap: 12,
        nodeAlign: "left",
        draggable: false,
        emphasis: { focus: "adjacency" },
        itemStyle: { color: page.r4, borderWidth: 0 },
        lineStyle: { color: page.accent, opacity: 0.16, curveness: 0.5 },
        label: { color: page.ink, fontSize: page.size, textBorderColor: page.surface, textBorderWidth: 3, formatter: ({ name, value }) => `${labels.get(name)} ${written(value)}` },
        data: nodes.map(({ name }) => ({ name })),
        links,
      },
    ],
  };
}
