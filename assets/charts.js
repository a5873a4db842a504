/* 图 Charts of the pages: an element <div data-chart="ID" data-label="SENTENCE"> shows what <script type="application/json"
   id="ID"> holds. It becomes role=img with that sentence, is drawn in the colours and the type of the page, and is drawn
   again when those or its width change. The script is a module
   (<script type="module">). One of these forms; numbers may be null (no data: a gap, never 0), and where there is none at all
   the page says so instead.

   {"form": "trajectory", "x": [months], "unit": "%", "measured": [], "promised": [], "forecast": [], "low": [], "high": [],
    "points": [{"x": month, "y": number, "shape": "diamond" external | "rect" reported, "label": text}],
    "ends": [{"label": text, "y": number, "of": "promised" | "forecast" | "measured", "note": text of a second line}]}
      all but x and measured may be missing; the forecast is joined to the last measured month; an end without "of" is one
      of the promise
   {"form": "series", "x": [terms], "unit": text, "lines": [{"name": text, "values": [], "dash": true | false}],
    "marks": [{"label": text, "y": number}]}
      the first line without dashes has the accent; at most four lines
   {"form": "bars", "x": [names], "unit": text, "values": [], "marks": [{"label": text, "y": number}]}
   {"form": "dots", "unit": text, "rows": [{"name": text, "values": [], "mean": number}], "marks": [{"label": text, "x": number}]}
      one strip of dots a row along one axis, the mean as a stroke; the element gets the height that the rows need
   {"form": "sankey", "unit": text, "nodes": [{"name": id, "label": text}], "links": [{"source": id, "target": id, "value": number}]} */

import { install as LineChart } from "echarts/lib/chart/line/install.js";
import { install as ScatterChart } from "echarts/lib/chart/scatter/install.js";
import { GridComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { getInstanceByDom, init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";

import { dots } from "./charts/dots.js";
import { look } from "./charts/look.js";
import { series } from "./charts/series.js";
import { trajectory } from "./charts/trajectory.js";

use([LineChart, ScatterChart, GridComponent, MarkLineComponent, TooltipComponent, CanvasRenderer]);

// The rarer forms bring parts of ECharts of their own, fetched where a page has such a chart.
const FORMS = {
  trajectory: () => trajectory,
  series: () => series,
  dots: () => dots,
  bars: async () => (await import("./charts/bars.js")).bars,
  sankey: async () => (await import("./charts/sankey.js")).sankey,
};
const HEIGHT = 244;

async function draw(element) {
  const data = JSON.parse(document.getElementById(element.dataset.chart).textContent);
  if (!FORMS[data.form]) throw new Error(`${element.dataset.chart}: no chart has the form ${data.form}`);
  const form = await FORMS[data.form]();
  const height = form.height ? form.height(data) : element.clientHeight || HEIGHT;
  element.style.height = `${height}px`;
  element.style.contain = "inline-size"; // what was drawn wide never keeps a column from becoming narrow
  const page = look(element);
  const chart = getInstanceByDom(element) || init(element, null, { renderer: "canvas" });
  chart.resize();
  chart.setOption({ animation: false, textStyle: page.text, tooltip: page.tooltip, ...form(data, page) }, { notMerge: true });
}

const resized = new ResizeObserver((entries) => requestAnimationFrame(() => entries.forEach(({ target }) => fit(target))));

function fit(element) {
  const chart = getInstanceByDom(element);
  if (chart && chart.getWidth() !== element.clientWidth) redraw(element);
}

function redraw(element) {
  if (element.isConnected) return draw(element);
  resized.unobserve(element);
  getInstanceByDom(element)?.dispose();
}

function drawAll(within) {
  for (const element of within.querySelectorAll("[data-chart]:not([role=img])")) {
    element.setAttribute("role", "img");
    element.setAttribute("aria-label", element.dataset.label || "");
    draw(element);
    resized.observe(element);
  }
}

const drawnAgain = () => document.querySelectorAll("[data-chart][role=img]").forEach(redraw);
new MutationObserver(drawnAgain).observe(document.documentElement, { attributeFilter: ["data-theme", "data-type", "class"] });
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawnAgain);
document.addEventListener("htmx:load", (event) => drawAll(event.target.parentElement || document));
drawAll(document);
