// 要点: what the pages do beyond HTML. Everything works without it for reading and filing.
"use strict";

document.addEventListener("keydown", (event) => {
  const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
  if (event.key === "/" && !typing) {
    const search = document.querySelector(".search");
    if (search) { event.preventDefault(); search.focus(); }
  }
  const keyed = !typing && !event.ctrlKey && !event.metaKey && !event.altKey && document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (keyed) { event.preventDefault(); keyed.click(); }
  if ((event.key === "j" || event.key === "k") && !typing) step(event.key === "j" ? 1 : -1);
});

// j and k go through what a page marks as stops (findings of a review, pairs of a queue).
function step(by) {
  const stops = [...document.querySelectorAll("[data-stop]")];
  if (!stops.length) return;
  const at = stops.indexOf(document.activeElement.closest("[data-stop]"));
  stops[Math.min(Math.max(at + by, 0), stops.length - 1)].focus();
}

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-dialog]");
  if (opener) {
    const dialog = document.getElementById(opener.dataset.dialog);
    if (dialog && dialog.showModal) { event.preventDefault(); dialog.showModal(); }
  }
  const closer = event.target.closest("[data-close]");
  if (closer && closer.closest("dialog")) { event.preventDefault(); closer.closest("dialog").close(); }
  const phrase = event.target.closest("[data-phrase]");
  if (phrase) {
    const text = document.getElementById(phrase.dataset.into);
    text.value = text.value ? `${text.value}${phrase.dataset.phrase}` : phrase.dataset.phrase;
    text.focus();
  }
  const printer = event.target.closest("[data-print]");
  if (printer) window.print();
});

// A list's check boxes: the head ticks all, the batch bar counts.
document.addEventListener("change", (event) => {
  const all = event.target.closest("[data-all]");
  if (all) for (const box of all.closest("form").querySelectorAll("[data-one]")) box.checked = all.checked;
  const form = event.target.closest("form[data-batch]");
  if (form) {
    const chosen = [...form.querySelectorAll("[data-one]:checked")];
    for (const told of form.querySelectorAll("[data-chosen]")) told.textContent = chosen.length;
    for (const button of form.querySelectorAll("[data-act]")) button.disabled = !chosen.some((box) => box.dataset.acts.split(" ").includes(button.value));
    for (const row of form.querySelectorAll("tr:has([data-one])")) row.classList.toggle("hl", row.querySelector("[data-one]").checked);
  }
  if (event.target.matches("[data-submit]")) event.target.form.requestSubmit();
});

// Marks on either side of a review show each other; the text moves to what is in focus.
for (const kind of ["mouseover", "focusin"]) {
  document.addEventListener(kind, (event) => {
    const pointed = event.target.closest("[data-span]");
    for (const side of document.querySelectorAll(".sel-m")) side.classList.remove("sel-m");
    if (!pointed) return;
    const sides = [...document.querySelectorAll(`[data-span="${CSS.escape(pointed.dataset.span)}"]`)];
    for (const side of sides) side.classList.add("sel-m");
    const words = sides.find((side) => side.tagName === "MARK");
    const pane = words && words.closest(".pane");
    if (kind === "focusin" && pane) pane.scrollTop += words.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3;
  });
}

addEventListener("load", () => {
  for (const toast of document.querySelectorAll(".toast")) setTimeout(() => toast.remove(), 6000);
});

// In a grid of tiles the arrow keys go to the neighbour by place.
document.addEventListener("keydown", (event) => {
  const tile = event.target.closest(".carto a");
  const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  if (!tile || !way) return;
  event.preventDefault();
  const from = tile.getBoundingClientRect();
  const ahead = [...tile.parentElement.querySelectorAll("a")]
    .map((other) => { const to = other.getBoundingClientRect(); return [other, (to.x - from.x) * way[0] + (to.y - from.y) * way[1], Math.abs((to.x - from.x) * way[1]) + Math.abs((to.y - from.y) * way[0])]; })
    .filter(([, along]) => along > 1)
    .sort((a, b) => a[1] + 2 * a[2] - (b[1] + 2 * b[2]));
  if (ahead.length) ahead[0][0].focus();
});

// A column of parts shows what it adds up to while it is typed.
document.addEventListener("input", (event) => {
  const column = event.target.dataset.adds;
  if (column === undefined) return;
  const table = event.target.closest("table");
  const parts = [...table.querySelectorAll(`[data-adds="${column}"]`)].map((part) => Number(part.value) || 0);
  table.querySelector(`[data-sum="${column}"]`).textContent = parts.reduce((sum, part) => sum + part, 0).toLocaleString("en");
});

// What is opened to be written in has the caret.
document.addEventListener("toggle", (event) => {
  const box = event.target.open && event.target.querySelector("textarea");
  if (box && event.target.contains(document.activeElement)) box.focus();
}, true);

// A file that was dropped or chosen is sent at once.
document.addEventListener("change", (event) => {
  if (event.target.matches("[data-submit-file]") && event.target.files.length) event.target.form.requestSubmit();
});

// Signing out clears what this browser keeps: who has sheets that are not handed in is told so first.
document.addEventListener("submit", (event) => {
  const told = event.target.dataset.unsent;
  const unsent = Number(localStorage.getItem("unsent"));
  if (told === undefined || !unsent) return;
  event.preventDefault();
  const said = document.createElement("div");
  said.className = "error";
  said.setAttribute("role", "alert");
  said.textContent = told.replace("{n}", unsent);
  document.getElementById("main").prepend(said);
  delete event.target.dataset.unsent;
});
