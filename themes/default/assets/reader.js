// What helps a reader along: the table of contents follows the scroll, links to
// headings are copied, and a card tells of the page behind a link. Without this
// script the pages are complete; they only don't do that.
//
// The script is loaded as theme/reader.js, and finds the output's top folder by
// that. Its words are in the data attributes of its own element.
(() => {
  "use strict";
  const { src, dataset } = document.currentScript;
  const root = new URL("..", src).href;

  // keepInView scrolls a box, and nothing else, until one of its elements shows.
  function keepInView(box, element) {
    const outer = box.getBoundingClientRect();
    const inner = element.getBoundingClientRect();
    if (inner.top < outer.top || inner.bottom > outer.bottom) {
      box.scrollTop += inner.top - outer.top - box.clientHeight / 3;
    }
  }

  // Contents: the current heading is the last that has passed a line below the
  // header. An observer hears when one passes, whichever way; another when the
  // end of the page comes into view, where headings may be that can't get up to
  // the line.

  let observers = [];

  function followScroll() {
    observers.forEach((o) => o.disconnect());
    observers = [];
    const entries = [...document.querySelectorAll(".contents a")]
      .map((link) => ({ link, heading: document.getElementById(decodeURIComponent(link.hash.slice(1))) }))
      .filter((entry) => entry.heading);
    if (!entries.length) return;
    const page = document.documentElement;
    const line = parseFloat(getComputedStyle(page).scrollPaddingTop) + 8 || 8;

    function current() {
      const passed = entries.findLast(({ heading }) => heading.getBoundingClientRect().top <= line);
      const atEnd = scrollY > 0 && scrollY + innerHeight >= page.scrollHeight - 2;
      if (!atEnd) return passed;
      const below = entries.slice(entries.indexOf(passed) + 1);
      return below.find(({ heading }) => heading.matches(":target")) ?? entries.at(-1);
    }

    function mark() {
      const now = current();
      for (const entry of entries) {
        if (entry !== now) entry.link.removeAttribute("aria-current");
      }
      if (!now) return;
      now.link.setAttribute("aria-current", "location");
      keepInView(now.link.closest(".contents"), now.link);
    }

    observers = [new IntersectionObserver(mark, { rootMargin: `-${line}px 0px 1000000px` }), new IntersectionObserver(mark, { threshold: [0, 1] })];
    entries.forEach(({ heading }) => observers[0].observe(heading));
    document.querySelectorAll(".foot").forEach((foot) => observers[1].observe(foot));
  }

  // Links to headings: the address goes to the clipboard, and the browser goes to
  // the heading as it would without a script. A page that came by plain http has
  // no clipboard.

  function nameMarks() {
    for (const mark of document.querySelectorAll("a.mark")) {
      mark.title = dataset.copy;
      mark.setAttribute("aria-label", dataset.copy);
    }
  }

  const status = element("p", "said");
  status.setAttribute("role", "status");
  let silence;

  async function copy(link) {
    try {
      await navigator.clipboard.writeText(link.href);
    } catch {
      return; // it is in the address bar all the same
    }
    status.textContent = dataset.copied;
    clearTimeout(silence);
    silence = setTimeout(() => (status.textContent = ""), 3000);
  }

  function element(name, className, text = "") {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.textContent = text;
    return made;
  }

  // Cards. The data are a script, because a page that was opened from a disk can
  // load nothing else; the first card loads them. A card stays while the pointer
  // is on it or its link has the focus, and goes with Escape.

  const told = /^(?:[\w-]+\/)?(?:personas|touchpoints|glossary)\//;
  let ready; // the promise of a map from addresses to cards
  let wanted; // the link whose card shows or shall show
  let timer;
  const card = element("div", "card");
  card.id = "_card";
  card.setAttribute("role", "tooltip");

  const load = () =>
    (ready ??= new Promise((done, fail) => {
      window.stagecraftCards = (texts, cards) => done(new Map(cards.map(([href, ...rest]) => [root + href, [texts, ...rest]])));
      const script = document.createElement("script");
      Object.assign(script, { src: `${root}cards-${document.documentElement.lang}.js`, onerror: fail });
      document.head.append(script);
    }));

  const addressOf = (link) => link.href.replace(/[?#].*$/, "");

  // linkAt returns the link at a place of the page, if it may have a card.
  function linkAt(target) {
    const link = target.closest?.("main a[href]");
    if (!link || link.closest(".crumbs, .glossary [id] dt")) return null;
    const address = addressOf(link);
    const tells = address.startsWith(root) && told.test(address.slice(root.length));
    return tells && address !== addressOf(location) ? link : null;
  }

  function want(link, delay) {
    if (link === wanted) return clearTimeout(leaving);
    hide();
    wanted = link;
    timer = setTimeout(() => show(link), delay);
  }

  async function show(link) {
    const cards = await load().catch(() => null);
    const data = cards?.get(addressOf(link));
    if (!data || wanted !== link || !link.isConnected) return;
    fill(data);
    document.body.append(card);
    link.setAttribute("aria-describedby", card.id);
    place(link.getBoundingClientRect());
  }

  function fill([texts, kind, lang, title, summary, facts]) {
    const own = (tag, text) => Object.assign(element(tag, "", text), lang && { lang }); // words of the page
    card.replaceChildren(element("small", "", texts[`kind.${kind}`]), own("b", title));
    if (summary) card.append(own("p", summary));
    const list = element("dl");
    for (let i = 0; i < facts.length; i += 2) {
      const fact = element("div");
      fact.append(element("dt", "", texts[facts[i]]), own("dd", facts[i + 1]));
      list.append(fact);
    }
    if (facts.length) card.append(list);
  }

  // place puts the card below its link, or above where there is no room.
  function place(link) {
    const { width, height } = card.getBoundingClientRect();
    const below = link.bottom + height + 14 <= innerHeight || link.top < height + 14;
    const left = Math.max(8, Math.min(link.left, document.documentElement.clientWidth - width - 8));
    card.style.left = `${left + scrollX}px`;
    card.style.top = `${(below ? link.bottom + 6 : link.top - height - 6) + scrollY}px`;
  }

  let leaving;

  function hide() {
    clearTimeout(timer);
    clearTimeout(leaving);
    wanted?.removeAttribute("aria-describedby");
    wanted = undefined;
    card.remove();
  }

  function leaveSoon() {
    clearTimeout(leaving);
    leaving = setTimeout(hide, 250);
  }

  document.addEventListener("pointerover", ({ target, pointerType }) => {
    if (pointerType === "touch") return;
    if (card.contains(target)) return clearTimeout(leaving);
    const link = linkAt(target);
    if (link) want(link, 350);
    else if (wanted && wanted !== document.activeElement) leaveSoon();
  });
  document.addEventListener("focusin", ({ target }) => {
    const link = target.matches(":focus-visible") && linkAt(target);
    if (link) want(link, 350);
  });
  document.addEventListener("focusout", ({ target }) => target === wanted && hide());
  document.addEventListener("keydown", ({ key }) => key === "Escape" && hide());

  // A finger that rests on a link asks for its card; a tap opens the page as
  // ever, and resting once more brings the browser's own menu.

  let held; // the link that a finger rests on
  let opened; // this touch has opened a card
  document.addEventListener("pointerdown", ({ target, pointerType }) => {
    if (!card.contains(target) && linkAt(target) !== wanted) hide();
    opened = false;
    held = pointerType === "touch" ? linkAt(target) : null;
    if (!held || held === wanted) return;
    want(held, 400);
    opened = true;
  });
  for (const end of ["pointerup", "pointercancel"]) {
    document.addEventListener(end, () => {
      if (held && !card.isConnected) hide();
      opened &&= card.isConnected;
      held = null;
    });
  }
  document.addEventListener("contextmenu", (event) => opened && held && card.isConnected && event.preventDefault());
  document.addEventListener("click", (event) => {
    if (opened) event.preventDefault(); // the end of the touch that opened the card
    opened = false;
    const mark = event.target.closest?.("a.mark");
    if (mark) copy(mark);
  });

  function start() {
    document.body.append(status);
    nameMarks();
    followScroll();
    for (const box of document.querySelectorAll(".menu nav, .course-nav nav")) {
      const current = box.querySelector('[aria-current="page"]');
      if (current) keepInView(box, current);
    }
  }

  start();
  document.addEventListener("stagecraft:update", () => {
    ready = undefined; // the preview has changed pages
    hide();
    start();
  });
})();
