(function () {
  "use strict";
  var panes = ["text", "plan", "findings"].map(function (id) { return document.getElementById(id); });
  function all(node) { return document.querySelectorAll('[data-n="' + node + '"]'); }
  function paneOf(element) { return panes.find(function (pane) { return pane.contains(element); }); }
  function elsewhere(node, pane) {
    return Array.prototype.find.call(all(node), function (element) { return paneOf(element) !== pane; });
  }
  function show(node, pane) {
    document.querySelectorAll(".on").forEach(function (element) { element.classList.remove("on"); });
    all(node).forEach(function (element) { element.classList.add("on"); });
    var other = elsewhere(node, pane);
    if (!other) { return; }
    var folded = other.closest("details:not([open])");
    if (folded) { folded.open = true; }
    other.scrollIntoView({ block: "center" });
  }
  document.addEventListener("click", function (event) {
    var pane = paneOf(event.target);
    var element = event.target.closest("[data-n]");
    while (element && !elsewhere(element.dataset.n, pane)) { element = element.parentElement.closest("[data-n]"); }
    if (!element || String(window.getSelection())) { return; }
    if (element.tagName === "A" || event.target.closest("a")) { event.preventDefault(); }
    show(element.dataset.n, pane);
  });
  var rows = Array.prototype.slice.call(document.querySelectorAll(".findings tbody tr"));
  var at = -1;
  document.addEventListener("keydown", function (event) {
    var step = { j: 1, k: -1 }[event.key];
    if (!step || !rows.length || event.ctrlKey || event.metaKey || event.altKey) { return; }
    at = (at + step + rows.length) % rows.length;
    show(rows[at].dataset.n, panes[2]);
  });
}());
