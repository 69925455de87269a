// The client of the preview: it keeps the page that is being read like the site
// that is being written.
//
// The server puts this script into each page with what there is to know of it:
//
//	data-server  the server, another one after each start
//	data-state   the number of the state that the page was drawn from
//	data-page    a digest of the page
//	data-kind    page, missing or failed
//	data-moved   where a missing page is now
//
// It listens to the server's events. With each it fetches the page again and,
// where that differs, changes the document in place: scroll position, focus,
// open details and what is typed stay. A page that is gone or broken is left on
// the screen, with a notice or the errors over it.
import { changeHead, change, keepOpen } from "./morph.js";
import { Overlay } from "./overlay.js";

const retry = 1000; // milliseconds from a lost connection to the next

// takeTag removes the script from a document and returns what it carries.
function takeTag(root) {
  const script = root.querySelector('script[src="/.stagecraft/client.js"]');
  script?.remove();
  return script && { ...script.dataset };
}

// needs lists what of a document only takes effect when it is loaded: its
// scripts and policy.
const needs = (root) =>
  [...root.querySelectorAll("script, head > meta[http-equiv]")].map((e) => e.outerHTML).join("\n");

const shown = takeTag(document); // the page in the window
shown.needs = needs(document);
const overlay = new Overlay();
const stamps = new Map(); // path of an asset → the state in which it last changed
let state = shown.state; // the last one heard of and acted on
let stream;
let waiting; // news that nothing has been done about
let busy = false;

function connect() {
  if (stream || document.hidden) return;
  stream = new EventSource(`/.stagecraft/events?state=${state}`);
  stream.onmessage = (event) => take(JSON.parse(event.data));
  stream.onerror = () => {
    disconnect();
    setTimeout(connect, retry);
  };
}

// disconnect gives the connection back. Browsers allow six to a server, so that
// without this a seventh tab would wait for ever.
function disconnect() {
  stream?.close();
  stream = undefined;
}

// take acts on news, one at a time; of those that come in the meantime only the
// last matters, with the assets of all.
async function take(news) {
  waiting = { ...news, changed: [...(waiting?.changed ?? []), ...news.changed] };
  if (busy) return;
  busy = true;
  try {
    while (waiting) {
      const next = waiting;
      waiting = undefined;
      await follow(next);
    }
  } catch (fault) {
    console.warn("preview:", fault);
    waiting = undefined;
    disconnect(); // the next connection repeats all since the last success
    setTimeout(connect, retry);
  } finally {
    busy = false;
  }
}

async function follow(news) {
  if (news.server !== shown.server) return location.reload();
  let problems = news.problems;
  if (String(news.state) !== state) problems = (await refresh(news)) ?? problems;
  state = String(news.state);
  if (shown.kind !== "failed") overlay.problems(problems, news.errors, news.warnings);
}

// refresh makes the document like the page is now. It returns the errors that
// keep the page from being drawn, if there are any.
async function refresh(news) {
  const response = await fetch(location.pathname + location.search, { cache: "no-store" });
  const next = new DOMParser().parseFromString(await response.text(), "text/html");
  const tag = takeTag(next);
  if (!tag || tag.server !== shown.server) return location.reload();
  for (const path of news.changed) stamps.set(`/${path}`, news.state);
  if (shown.kind !== "page") {
    if (tag.page !== shown.page || tag.moved !== shown.moved) location.reload();
    return;
  }
  if (tag.kind === "missing") return overlay.gone(tag.moved);
  overlay.gone(undefined);
  if (tag.kind === "failed") return next.querySelector(".problems").outerHTML;
  if (tag.page !== shown.page) replace(next, tag);
  else if (news.changed.length > 0) restyle();
}

function replace(next, tag) {
  const required = needs(next);
  if (required !== shown.needs || scriptChanged()) return location.reload();
  const focus = document.activeElement?.id;
  stamp(next);
  keepOpen(document, next);
  changeHead(document.head, next.head);
  change(document.documentElement, next.documentElement, false);
  change(document.body, next.body);
  if (focus && document.activeElement === document.body) {
    document.getElementById(focus)?.focus({ preventScroll: true });
  }
  shown.page = tag.page;
  document.dispatchEvent(new Event("stagecraft:update"));
}

// restyle takes changed assets into a page that is the same.
function restyle() {
  if (scriptChanged()) return location.reload();
  const head = document.head.cloneNode(true);
  stamp(head);
  changeHead(document.head, head);
  stamp(document.body);
}

const scriptChanged = () => [...document.scripts].some((s) => stamps.has(pathOf(s.src)));

// pathOf returns the path of an address of this site, as it is written in files.
function pathOf(address) {
  const url = URL.parse(address, location);
  try {
    return url?.origin === location.origin ? decodeURIComponent(url.pathname) : "";
  } catch {
    return ""; // not an address that any file has
  }
}

// stamp gives the assets that have changed an address that the browser has not
// kept anything under.
function stamp(root) {
  for (const element of root.querySelectorAll("link[rel~=stylesheet], link[rel~=icon], img, source, video, audio")) {
    const name = element.localName === "link" ? "href" : "src";
    const at = stamps.get(pathOf(element[name]));
    const url = URL.parse(element[name], location);
    if (!at || url.searchParams.get("state") === String(at)) continue;
    url.searchParams.set("state", at);
    element.setAttribute(name, url.pathname + url.search + url.hash);
  }
}

if (shown.kind === "missing" && shown.moved) overlay.gone(shown.moved);
document.addEventListener("visibilitychange", () => (document.hidden ? disconnect() : connect()));
addEventListener("pagehide", disconnect);
addEventListener("pageshow", connect);
connect();
