// 督导: score sheets are kept in this browser as they are filled, and handed in once there is a network. Two who filled the same
// sheet see both; nothing that was typed goes before the server has it.
"use strict";

const bar = document.getElementById("offline");
const form = document.getElementById("sheet");
const login = bar.dataset.login;

// -- what this browser keeps: one record for each sheet of an account -------------------------------------------------------
const opened = new Promise((done, failed) => {
  const asked = indexedDB.open("visits", 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore("sheets", { keyPath: "id" });
  asked.onsuccess = () => done(asked.result);
  asked.onerror = () => failed(asked.error);
});

async function kept(mode, doing) {
  const asked = doing((await opened).transaction("sheets", mode).objectStore("sheets"));
  return new Promise((done, failed) => {
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });
}
const own = async () => (await kept("readonly", (sheets) => sheets.getAll())).filter((sheet) => sheet.login === login);
const put = (sheet) => kept("readwrite", (sheets) => sheets.put(sheet));
const idOf = (address) => `${login} ${address}`;

// -- the bar: what can be used without a network, and what is not handed in yet ---------------------------------------------
const clock = () => new Date().toTimeString().slice(0, 5);
const tell = (name, text) => { const told = bar.querySelector(`[data-told=${name}]`); told.textContent = text; told.hidden = !text; };
const say = (name, parts = {}) => bar.dataset[name].replace(/\{(\w+)\}/g, (_, part) => parts[part]);

async function show() {
  const sheets = await own();
  const waiting = sheets.filter((sheet) => sheet.state === "signed").length;
  localStorage.setItem("unsent", sheets.length);
  tell("waiting", waiting ? say("waiting", { n: waiting }) : "");
  bar.querySelector("[data-sync]").hidden = !waiting;
  for (const place of document.querySelectorAll("[data-visit]")) {
    const sheet = sheets.find((one) => one.address === place.dataset.visit);
    if (sheet) place.textContent = bar.dataset[sheet.state];
  }
}

async function keepPages() {
  if (!("serviceWorker" in navigator)) return;
  if (!navigator.onLine) return tell("kept", say("offline"));
  tell("kept", say("keeping"));
  try {
    await navigator.serviceWorker.register(bar.dataset.worker, { scope: bar.dataset.list });
    const worker = (await navigator.serviceWorker.ready).active;
    const pages = form ? [form.action] : [...document.querySelectorAll("[data-visit]")].map((place) => place.dataset.visit);
    const rest = [bar.dataset.list, ...[...document.querySelectorAll("link[rel=stylesheet],link[rel=icon]")].map((link) => link.href), ...[...document.scripts].filter((script) => script.src).map((script) => script.src)];
    const answers = new MessageChannel();
    answers.port1.onmessage = ({ data }) => { tell("kept", data === pages.length ? say("kept", { at: clock() }) : ""); };
    worker.postMessage({ pages, rest, isAll: !form && !bar.dataset.part }, [answers.port2]);
  } catch {
    tell("kept", "");
  }
}

// -- handing in ---------------------------------------------------------------------------------------------------------------
const RETRY = 30_000; // milliseconds until what could not be handed in is tried again
let sending = null;
let isAsked = false;
let later = 0;

// Asked while it runs, it runs once more: a network that comes back while a try without one is failing is not missed.
const sync = () => {
  isAsked = true;
  return (sending ??= send().finally(() => { sending = null; }));
};

async function send() {
  clearTimeout(later);
  let isStuck = false;
  while (isAsked) {
    isAsked = isStuck = false;
    for (const sheet of await own()) {
      if (sheet.state !== "signed" || (await handedIn(sheet))) continue;
      isStuck = true;
      break;
    }
    await show();
  }
  if (isStuck) later = setTimeout(sync, RETRY);
}

// Whether to go on with the next one.
async function handedIn(sheet) {
  const body = new FormData();
  for (const [name, value] of sheet.fields) body.append(name, value);
  for (const [name, file] of Object.entries(sheet.photos)) body.set(name, file);
  body.set("version", sheet.version);
  body.set("key", sheet.key);
  const token = document.cookie.match(/(?:^|; )csrftoken=([^;]*)/);
  let answer;
  try {
    answer = await fetch(sheet.address, { method: "POST", body, headers: { "X-CSRFToken": token ? token[1] : "" } });
  } catch {
    return false;
  }
  const at = new URL(answer.url).pathname;
  if (answer.status === 403 || (answer.redirected && at !== bar.dataset.list)) {
    tell("fault", say("again"));
    return false;
  }
  if (answer.status >= 500) return false;
  tell("fault", "");
  if (answer.ok) {
    await kept("readwrite", (sheets) => sheets.delete(sheet.id));
    if (form && sheet.id === idOf(form.getAttribute("action"))) location.assign(bar.dataset.list);
    return true;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const version = page.querySelector("#sheet [name=version]");
  sheet.state = answer.status === 409 ? "conflict" : "refused";
  sheet.answer = (page.querySelector("#answer") || page.querySelector(".error"))?.outerHTML ?? "";
  if (version) sheet.version = version.value;
  await put(sheet);
  if (form && sheet.id === idOf(form.getAttribute("action"))) showAnswer(sheet);
  return true;
}

// -- the sheet of one visit ---------------------------------------------------------------------------------------------------
let current = null;

function fieldsOf() {
  return [...new FormData(form)].filter(([name, value]) => typeof value === "string" && /\//.test(name));
}

async function remember(state, key = "") {
  current ??= { id: idOf(form.getAttribute("action")), login, address: form.getAttribute("action"), version: form.version.value, photos: {} };
  Object.assign(current, { fields: fieldsOf(), state, key });
  await put(current);
  tell("kept", say(navigator.serviceWorker?.controller ? "kept" : "saved", { at: clock() }));
  await show();
}

function fill(fields) {
  for (const radio of form.querySelectorAll("input[type=radio]")) radio.checked = false;
  for (const [name, value] of fields) {
    for (const field of form.elements[name] instanceof RadioNodeList ? form.elements[name] : [form.elements[name]]) {
      if (!field) continue;
      if (field.type === "radio") field.checked = field.value === value;
      else field.value = value;
    }
  }
  for (const open of form.querySelectorAll("details")) open.open ||= [...open.querySelectorAll("textarea")].some((text) => text.value);
}

function showPhotos() {
  for (const [name, file] of Object.entries(current.photos)) form.querySelector(`[data-photo="${CSS.escape(name)}"]`).textContent = file.name;
}

function showAnswer(sheet) {
  current = sheet;
  const place = document.getElementById("answer");
  place.outerHTML = sheet.answer.includes('id="answer"') ? sheet.answer : `<div id="answer" tabindex="-1">${sheet.answer}</div>`;
  document.getElementById("answer").focus();
}

if (form) {
  kept("readonly", (sheets) => sheets.get(idOf(form.getAttribute("action")))).then((sheet) => {
    if (!sheet) return;
    current = sheet;
    fill(sheet.fields);
    showPhotos();
    if (sheet.answer && sheet.state !== "signed") showAnswer(sheet);
  });
  form.addEventListener("input", (event) => {
    if (event.target.type !== "file") remember("draft");
  });
  form.addEventListener("change", async (event) => {
    if (event.target.type !== "file" || !event.target.files.length) return;
    const [file] = event.target.files;
    const { name } = event.target;
    await remember("draft");
    current.photos[name] = file;
    await put(current);
    showPhotos();
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await remember("signed", [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16)).join(""));
    await sync();
  });
  document.addEventListener("click", (event) => {
    const chosen = event.target.closest("[data-use]");
    if (!chosen) return;
    fill([...fieldsOf().filter(([name]) => !name.endsWith(`/${chosen.dataset.use}`)), [`score/${chosen.dataset.use}`, chosen.dataset.points], [`remark/${chosen.dataset.use}`, chosen.dataset.remark]]);
    for (const button of document.querySelectorAll(`[data-use="${chosen.dataset.use}"]`)) button.setAttribute("aria-pressed", button === chosen);
    remember("draft");
  });
}

bar.querySelector("[data-sync]").addEventListener("click", sync);
addEventListener("online", () => sync().then(keepPages));
bar.hidden = false;
show().then(sync);
keepPages();
