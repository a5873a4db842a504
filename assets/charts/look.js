// 样子: the colours and the type of the page, as its stylesheet has them now.

const NAMES = ["surface", "line", "edge", "ink", "ink-2", "ink-3", "accent", "r2", "r3", "r4"];

export function look(element) {
  const style = getComputedStyle(element);
  const colours = Object.fromEntries(NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
  const size = Math.round((parseFloat(style.fontSize) * 6) / 7); // 12 where the page's text is 14
  const text = { fontFamily: style.fontFamily, fontSize: size, color: colours["ink-2"] };
  return { ...colours, size, text, width: element.clientWidth, height: element.clientHeight, isNarrow: element.clientWidth < 480, tooltip: tooltip(colours, text) };
}

// drawn on the canvas: a tooltip of HTML would carry inline styles, which the page's policy refuses
function tooltip(colours, text) {
  return {
    trigger: "axis",
    renderMode: "richText",
    confine: true,
    transitionDuration: 0,
    backgroundColor: colours.surface,
    borderColor: colours.edge,
    borderWidth: 1,
    borderRadius: 4,
    padding: [6, 10],
    textStyle: { ...text, color: colours.ink },
    axisPointer: { animation: false, lineStyle: { color: colours.edge, type: "solid" }, shadowStyle: { color: colours.line, opacity: 0.4 } },
  };
}

// A number as the pages write it: thousands apart, at most two decimals, a true minus; a dash where there is none.
export function written(value, unit = "") {
  if (value === null || value === undefined) return "–";
  const digits = new Intl.NumberFormat("en", { maximumFractionDigits: 2 }).format(value).replace("-", "−");
  return unit === "%" ? `${digits}%` : unit ? `${digits} ${unit}` : digits;
}
