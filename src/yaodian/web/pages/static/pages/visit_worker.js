// 离线: keeps the pages of the visits that were listed, and answers with them where there is no network. Nothing about a person
// stands on them; signing out clears it all.
"use strict";

const KEPT = "visits";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => {
  const tell = (count) => event.ports[0].postMessage(count);
  event.waitUntil(keep(event.data.pages, event.data.rest, event.data.isAll).then(tell, () => tell(0)));
});

// How many of the pages are kept. Where they are all there are, pages of earlier samples go.
async function keep(pages, rest, isAll) {
  const kept = await caches.open(KEPT);
  let count = 0;
  for (const address of [...rest, ...pages]) {
    const answer = await fetch(address, { credentials: "same-origin" });
    if (!answer.ok || answer.redirected) continue;
    await kept.put(address, answer);
    count += pages.includes(address);
  }
  if (isAll) {
    const wanted = new Set([...pages, ...rest].map((address) => new URL(address, self.location.href).href));
    for (const request of await kept.keys()) if (!wanted.has(request.url)) await kept.delete(request);
  }
  return count;
}

self.addEventListener("fetch", (event) => {
  const { origin, pathname } = new URL(event.request.url);
  if (event.request.method !== "GET" || origin !== self.location.origin) return;
  if (/^\/(visit|static)(\/|$)/.test(pathname)) event.respondWith(answered(event.request));
});

async function answered(request) {
  try {
    return await fetch(request);
  } catch (fault) {
    const kept = await caches.match(request, { ignoreSearch: true, ignoreVary: true });
    if (kept) return kept;
    throw fault;
  }
}
