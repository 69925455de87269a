// Search in the handbook: the panel behind the link in the header, and the page
// search.html. Without this script the link leads to that page, which lists what
// there is.
//
// The panel's markup and words are in search-panel-LANG.js, the data in
// search-LANG.js and its further parts, beside the home page. They are scripts,
// because a page that was opened from a disk can load nothing else; the first use
// loads them. Package search says what is in them.
//
// The script is loaded as theme/search.js, and finds the output's top folder by
// that. stagecraftSearch.panel and add take what is loaded; fold and find are
// there for other scripts of a theme.
(() => {
  "use strict";
  const root = new URL("..", document.currentScript.src).href;
  const { lang } = document.documentElement;
  const template = document.createElement("template"); // of the panel
  const shown = 5; // results of a kind, until its reader asks for more
  const shownAlone = 50; // the same when there is one kind alone

  // Folding: as locale.Fold does, without accents and in lower case. It is by a
  // table of codes, which takes a quarter of the time that replacing does.

  const unknown = 1;
  const codes = new Uint16Array(0x10000).fill(unknown); // 0 for an accent
  const buffer = new Uint16Array(0x1000);

  function foldCode(code) {
    const c = String.fromCharCode(code);
    const bare = c.normalize("NFD").replace(/\p{Script=Inherited}/gu, "").toLowerCase().replace(/[đð]/g, "d");
    // What falls into several letters, as Korean syllables do, stays whole.
    return bare.length === 1 ? bare.charCodeAt(0) : bare && code;
  }

  const fold = (text) => foldComposed(text.normalize("NFC"));

  // foldComposed folds a text that is in Unicode's composed form, as the data are:
  // asking for it takes as long as the rest.
  function foldComposed(whole) {
    let bare = "";
    for (let from = 0; from < whole.length; from += buffer.length) {
      const end = Math.min(from + buffer.length, whole.length);
      let n = 0;
      for (let i = from; i < end; i++) {
        const code = whole.charCodeAt(i);
        if (codes[code] === unknown) codes[code] = foldCode(code);
        if (codes[code]) buffer[n++] = codes[code];
      }
      bare += String.fromCharCode.apply(null, buffer.subarray(0, n));
    }
    return bare.toLowerCase(); // letters of two codes
  }

  // The data: an entry for each section of each page.

  const entries = [];
  let parts; // of the data

  function add(count, pages) {
    if (count) {
      parts = count;
      entries.length = 0;
    }
    for (const [href, title, kind, lang, above, sections] of pages) {
      const page = { href, kind, lang, above, title, folded: foldComposed(title) };
      entries.push(entry(page, "", title, sections[0]));
      for (let i = 1; i < sections.length; i += 3) {
        entries.push(entry(page, sections[i], sections[i + 1] || title, sections[i + 2]));
      }
    }
  }

  const entry = (page, id, title, text) => ({ page, id, title, text, inTitle: foldComposed(title), inText: foldComposed(text) });
  const kindName = (kind) => template.content.querySelector(`option[value="${kind}"]`)?.textContent ?? kind;

  const load = () => script(`-${lang}`).then(() => Promise.all(Array.from({ length: parts - 1 }, (_, i) => script(`-${lang}-${i + 2}`))));
  const needPanel = () => script(`-panel-${lang}`);
  const scripts = {}; // promises that they are there

  // script loads search….js. After a fault the next use tries again.
  function script(name) {
    return (scripts[name] ??= new Promise((done, fail) => {
      const element = document.createElement("script");
      Object.assign(element, { src: `${root}search${name}.js`, async: false, onload: done, onerror: fail });
      document.head.append(element);
    }).catch((fault) => {
      delete scripts[name];
      throw fault;
    }));
  }

  // Finding: all words, the last of them as the beginning of one.

  const tones = "[\u0300\u0301\u0303\u0309\u0323]";
  const toneEarly = new RegExp(`([ou])(${tones})([aey])(?![\\p{L}\\p{M}])`, "gu");
  const toneLate = new RegExp(`([ou])([aey])(${tones})(?![\\p{L}\\p{M}])`, "gu");

  function parse(text) {
    const typed = text.trim().split(/\s+/).map((w) => w.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu, ""));
    const words = typed.map(fold).filter(Boolean);
    const phrase = words.join(" ");
    const marks = typed.join(" ").toLowerCase().normalize("NFD");
    return {
      phrase,
      words: words.map((word, i) => ({ word, whole: i < words.length - 1 })).sort((a, b) => b.word.length - a.word.length),
      // "hòa" is spelt "hoà", too.
      spellings: [marks, marks.replace(toneEarly, "$1$3$2"), marks.replace(toneLate, "$1$3$2")].map((s) => s.normalize("NFC")),
    };
  }

  // position returns where a word begins in a folded text, or −1. Words of
  // scripts that are written without spaces begin anywhere.
  function position(text, word, whole, from = 0) {
    let at = text.indexOf(word, from);
    while (at >= 0 && (isLetter(text, at - 1) || (whole && isLetter(text, at + word.length)))) at = text.indexOf(word, at + 1);
    return at;
  }

  function isLetter(text, at) {
    const c = text.charCodeAt(at);
    return (c >= 97 && c <= 122) || (c >= 48 && c <= 57) || (c >= 0xc0 && c < 0x530);
  }

  // phraseScore tells how well a text holds the phrase: 0 for not at all. What is
  // spelt as typed comes first, then the places in their order.
  function phraseScore(text, inText, query, place) {
    const { phrase, spellings } = query;
    let best = 0;
    for (let at = position(inText, phrase, false); at >= 0; at = position(inText, phrase, false, at + 1)) {
      const exact = spellings.includes(text.slice(at, at + phrase.length).toLowerCase());
      const score = (exact ? 48 : 32) + place * 4 + (isLetter(inText, at + phrase.length) ? 0 : 2) + (inText === phrase ? 1 : 0);
      if (score > best) best = score;
      if (exact) break;
    }
    return best;
  }

  function score(entry, query) {
    let own = 0; // words that the section itself holds
    for (const { word, whole } of query.words) {
      if (position(entry.inText, word, whole) >= 0 || position(entry.inTitle, word, whole) >= 0) own++;
      else if (position(entry.page.folded, word, whole) < 0) return 0;
    }
    if (own === 0) return 0;
    if (own < query.words.length) return 1;
    const title = phraseScore(entry.title, entry.inTitle, query, entry.id ? 2 : 3);
    return Math.max(2, title, phraseScore(entry.text, entry.inText, query, 1));
  }

  // find returns what holds a text, in groups by kind, the best first.
  function find(text) {
    const query = parse(text);
    const groups = new Map();
    if (!query.phrase) return [];
    for (const entry of entries) {
      const value = score(entry, query);
      if (value === 0) continue;
      const { kind } = entry.page;
      if (!groups.has(kind)) groups.set(kind, { kind, count: 0, best: 0, byScore: [] });
      const group = groups.get(kind);
      group.count++;
      group.best = Math.max(group.best, value);
      (group.byScore[value] ??= []).push(entry);
    }
    return [...groups.values()]
      .sort((a, b) => b.best - a.best)
      .map(({ kind, count, byScore }) => ({ kind, count, entries: byScore.reverse().flat() }));
  }

  // Showing.

  function element(name, className, ...children) {
    const e = document.createElement(name);
    if (className) e.className = className;
    e.append(...children);
    return e;
  }

  // ranges returns where a text holds the phrase or, without it, the words.
  function ranges(text, { phrase, words }) {
    const places = []; // of each folded character in the text
    let bare = "";
    let at = 0;
    for (const c of text) {
      for (const f of fold(c).split("")) {
        places.push(at);
        bare += f;
      }
      at += c.length;
    }
    places.push(at);
    const all = (word, whole) => {
      const list = [];
      for (let i = position(bare, word, whole); i >= 0; i = position(bare, word, whole, i + word.length)) {
        list.push([places[i], places[i + word.length]]);
      }
      return list;
    };
    const phrases = all(phrase, false);
    return phrases.length ? phrases : words.flatMap(({ word, whole }) => all(word, whole)).sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  }

  function marked(text, query) {
    const parts = [];
    let from = 0;
    for (const [start, end] of ranges(text, query)) {
      if (start < from) continue;
      parts.push(text.slice(from, start), element("mark", "", text.slice(start, end)));
      from = end;
    }
    return [...parts, text.slice(from)];
  }

  // excerpt cuts the text at words around the first place that was found.
  function excerpt({ text, inText }, { phrase, words }) {
    const before = 50;
    const length = 180;
    let at = position(inText, phrase, false);
    for (const { word, whole } of words) if (at < 0) at = position(inText, word, whole);
    let start = at > before ? text.indexOf(" ", at - before) + 1 : 0;
    if (start > at) start = Math.max(at, 0);
    let end = text.length;
    if (end > start + length) end = Math.max(text.lastIndexOf(" ", start + length), start + before);
    const cut = text.slice(start, end).replace(/^· /, "");
    return (start > 0 ? "…" : "") + (end < text.length ? cut.replace(/[\s.,;:·–—]+$/, "") + "…" : cut);
  }

  function result(entry, query) {
    const { page, id, title } = entry;
    const own = (node) => Object.assign(node, page.lang && { lang: page.lang }); // its words are the page's
    const path = [kindName(page.kind), ...page.above].join(" › ");
    if ([entry.inTitle, entry.inText].some((text) => position(text, query.phrase, false) >= 0)) query = { ...query, words: [] };
    const link = element("a", "", own(element("b", "", ...marked(title, query))));
    link.href = root + page.href + (id && `#${id}`);
    if (id) link.append(element("small", "", `${path} › `, own(element("span", "", page.title))));
    else if (path !== title) link.append(element("small", "", path));
    if (entry.text) link.append(own(element("span", "", ...marked(excerpt(entry, query), query))));
    return element("li", "", link);
  }

  // panel makes a panel. close is what Escape does; without it, it empties the
  // field.
  function panel(close) {
    const box = template.content.firstElementChild.cloneNode(true);
    const { result: one, results: many, more, none, loading, failed, hint } = box.dataset;
    const part = (name) => box.querySelector(name);
    const [input, kind, status, list, advice, page] = ["input", "select", "[role=status]", ".found", ".advice", ".whole"].map(part);
    let limit; // results of a kind
    const alone = () => (kind.value === "all" ? "" : kind.value); // the only kind to show

    function say(text) {
      if (status.textContent !== text) status.textContent = text;
    }

    async function search() {
      const text = input.value;
      page.href = page.href.replace(/\?.*|$/, text.trim() && `?q=${encodeURIComponent(text)}`);
      if (!close) remember(text);
      if (!text.trim()) return show([], "");
      if (entries.length === 0) say(loading);
      try {
        await load();
      } catch {
        return say(failed);
      }
      if (text === input.value) show(find(text), text);
    }

    function show(groups, text) {
      const counts = new Map(groups.map((g) => [g.kind, g.count]));
      const total = [...counts.values()].reduce((sum, n) => sum + n, 0);
      for (const option of kind.options) {
        const n = option.value === "all" ? total : (counts.get(option.value) ?? 0);
        option.text = kindName(option.value) + (text && ` (${n})`);
        option.hidden = text !== "" && n === 0 && !option.selected;
      }
      const chosen = groups.filter((g) => !alone() || g.kind === alone());
      const query = parse(text);
      list.replaceChildren(...chosen.map((g) => group(g, query)));
      const found = alone() ? (counts.get(alone()) ?? 0) : total;
      say(!text ? hint : found ? number(found === 1 ? one : many, found) : none.replace("{0}", () => text.trim()));
      advice.hidden = !text || found > 0;
      document.body.classList.toggle("searching", !close && found > 0);
    }

    const number = (message, n) => message.replace("{0}", n.toLocaleString(document.documentElement.lang));

    function group({ kind: name, count, entries }, query) {
      const items = entries.slice(0, limit ?? (alone() ? shownAlone : shown)).map((entry) => result(entry, query));
      const section = element("section", "", element("h2", "", kindName(name)), element("ul", "", ...items));
      if (count > items.length) {
        const button = element("button", "", number(more, count - items.length));
        button.type = "button";
        button.addEventListener("click", () => {
          if (alone()) limit = items.length + shownAlone;
          kind.value = name;
          search().then(() => list.querySelectorAll("a")[items.length]?.focus());
        });
        section.append(button);
      }
      return section;
    }

    // move puts the focus on the next or previous result; before the first is
    // the field.
    function move(event, step) {
      const stops = [input, ...list.querySelectorAll("a, button")];
      const at = stops.indexOf(document.activeElement);
      if (at < 0) return;
      event.preventDefault();
      stops[Math.min(Math.max(at + step, 0), stops.length - 1)].focus();
    }

    function escape(event) {
      event.preventDefault();
      if (close) return close();
      input.value = "";
      input.focus();
      again();
    }

    // again searches anew, unless an input method has not finished the text yet.
    function again(event) {
      if (event?.isComposing) return;
      limit = undefined;
      search();
    }

    box.addEventListener("keydown", (event) => {
      if (event.isComposing || event.keyCode === 229) return; // 229: so Safari ends a composition
      if (event.key === "ArrowDown") move(event, 1);
      else if (event.key === "ArrowUp") move(event, -1);
      else if (event.key === "Escape") escape(event);
      else if (event.key === "Enter" && event.target === input) list.querySelector("a")?.click();
    });
    input.addEventListener("input", again);
    input.addEventListener("compositionend", () => again());
    kind.addEventListener("change", () => again());
    input.addEventListener("focus", () => load().catch(() => {}), { once: true });
    part(".close").addEventListener("click", () => close?.());
    part(".close").hidden = page.hidden = !close;
    if (close) list.addEventListener("click", (event) => event.target.closest("a") && close());
    page.href = root + page.getAttribute("href");
    say(hint);
    return { box, input, search };
  }

  // On its own page the panel is part of the page, and its address says what is
  // searched, so that it is there again after a look at a result.

  const place = document.getElementById("search");
  let onPage;

  function remember(text) {
    const address = new URL(location);
    if (text.trim()) address.searchParams.set("q", text);
    else address.searchParams.delete("q");
    try {
      if (address.href !== location.href) history.replaceState(history.state, "", address);
    } catch {
      // Safari allows a hundred in half a minute; a later one will do.
    }
  }

  function mount() {
    if (place?.isConnected && !place.contains(onPage.box)) place.append(onPage.box);
  }

  function furnish() {
    onPage = panel();
    mount();
    document.addEventListener("stagecraft:update", mount); // the preview has changed the page
    onPage.input.value = new URLSearchParams(location.search).get("q") ?? "";
    if (onPage.input.value) onPage.search();
  }

  if (place) needPanel().then(furnish).catch(() => {}); // the page lists all there is

  // Elsewhere it is a dialog.

  let dialog;
  let inDialog;

  async function open() {
    try {
      await needPanel();
    } catch {
      return location.assign(document.querySelector("a.search-link").href);
    }
    if (onPage?.box.isConnected) return onPage.input.select(), onPage.input.focus();
    if (!dialog) {
      dialog = element("dialog", "search");
      inDialog = panel(() => dialog.close());
      dialog.setAttribute("aria-label", inDialog.box.dataset.title);
      dialog.append(inDialog.box);
      dialog.addEventListener("click", (event) => event.target === dialog && dialog.close()); // beside the panel
    }
    if (!dialog.isConnected) document.body.append(dialog);
    if (!dialog.open) dialog.showModal();
    inDialog.input.focus();
    inDialog.input.select();
  }

  const isTyped = (target) => target.isContentEditable || /^(input|textarea|select)$/i.test(target.nodeName);

  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.altKey) return;
    const command = event.ctrlKey || event.metaKey;
    if (command ? event.key.toLowerCase() !== "k" || event.shiftKey : event.key !== "/" || isTyped(event.target)) return;
    event.preventDefault();
    open();
  });

  document.addEventListener("click", (event) => {
    const plain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!plain || !event.target.closest?.("a.search-link")) return;
    event.preventDefault();
    open();
  });

  window.stagecraftSearch = { panel: (html) => (template.innerHTML = html), add, fold, find };
})();
