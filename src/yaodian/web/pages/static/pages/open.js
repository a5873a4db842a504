// 公开页: reading aloud where the browser can, and large type where no server keeps it. The pages are whole without it.
"use strict";

const listen = document.querySelector("[data-listen]");
if (listen && "speechSynthesis" in window) {
  const say = listen.textContent;
  const stop = () => { speechSynthesis.cancel(); listen.textContent = say; };
  listen.hidden = false;
  listen.addEventListener("click", () => {
    if (listen.textContent !== say) return stop();
    listen.textContent = listen.dataset.stop;
    const parts = [...document.querySelectorAll("[data-read]")].map((part) => new SpeechSynthesisUtterance(part.innerText));
    for (const part of parts) { part.lang = document.documentElement.lang === "en" ? "en" : "zh-CN"; part.rate = 0.9; speechSynthesis.speak(part); }
    if (parts.length) parts.at(-1).addEventListener("end", stop);
  });
  addEventListener("pagehide", stop);
}

const large = document.querySelector("[data-large]");
if (large) {
  const put = (is) => document.documentElement.classList.toggle("large", is);
  large.hidden = false;
  put(localStorage.getItem("type") === "large");
  large.addEventListener("click", () => {
    localStorage.setItem("type", put(!document.documentElement.classList.contains("large")) ? "large" : "usual");
  });
}
