// 大屏: one indicator after another, every 30 seconds or by the arrow keys; the page is loaded anew when its data may be newer.
"use strict";

const slides = [...document.querySelectorAll("[data-slide]")];
const EACH = 30_000;
let at = slides.findIndex((slide) => !slide.hidden);
let turning = setInterval(() => show(at + 1), EACH);

function show(wanted) {
  if (slides.length < 2) return;
  at = (wanted + slides.length) % slides.length;
  slides.forEach((slide, place) => { slide.hidden = place !== at; });
  history.replaceState(null, "", `?show=${at + 1}`);
}

document.addEventListener("keydown", (event) => {
  const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (!way) return;
  event.preventDefault();
  clearInterval(turning);
  turning = setInterval(() => show(at + 1), EACH);
  show(at + way);
});

setTimeout(() => location.reload(), Number(document.body.dataset.refresh) * 1000);
