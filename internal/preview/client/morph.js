// Changing one document into another with as little as possible: an element that
// is in both stays the same object, and with it its scroll position, focus,
// value and what else the document does not say.

// keepOpen carries over which details the reader has opened and closed. They are
// known by their id or summary, and by their number among those of the same.
export function keepOpen(from, to) {
  const before = detailsOf(from);
  for (const [key, details] of detailsOf(to)) {
    if (before.has(key)) details.open = before.get(key).open;
  }
}

function detailsOf(root) {
  const byKey = new Map();
  const seen = new Map();
  for (const details of root.querySelectorAll("details")) {
    const name = details.id || details.querySelector("summary")?.textContent.trim();
    const number = (seen.get(name) ?? 0) + 1;
    seen.set(name, number);
    byKey.set(`${number} ${name}`, details);
  }
  return byKey;
}

// changeHead makes a head like another. A style sheet that is no longer used
// stays until those that take its place are loaded, so that the page is never
// without.
export function changeHead(head, next) {
  const old = [...head.children];
  const loading = [];
  let place = head.firstElementChild;
  for (const element of next.children) {
    const at = old.findIndex((e) => e.isEqualNode(element));
    if (at >= 0) {
      const [kept] = old.splice(at, 1);
      if (place && place.compareDocumentPosition(kept) & Node.DOCUMENT_POSITION_PRECEDING) continue;
      place = kept.nextElementSibling;
      continue;
    }
    const added = document.importNode(element, true);
    if (isSheet(added)) loading.push(loaded(added));
    head.insertBefore(added, place);
  }
  for (const gone of old.filter((e) => !isSheet(e))) gone.remove();
  Promise.all(loading).then(() => old.forEach((e) => e.remove()));
}

const isSheet = (element) => element.localName === "link" && element.relList.contains("stylesheet");

const loaded = (sheet) =>
  new Promise((done) => {
    sheet.addEventListener("load", done);
    sheet.addEventListener("error", done);
  });

// change makes a node like another of the same name.
export function change(node, next, deep = true) {
  if (node.nodeType !== Node.ELEMENT_NODE) {
    if (node.data !== next.data) node.data = next.data;
    return;
  }
  for (const { name } of [...node.attributes]) {
    if (!next.hasAttribute(name)) node.removeAttribute(name);
  }
  for (const { name, value } of next.attributes) {
    if (node.getAttribute(name) !== value) node.setAttribute(name, value);
  }
  if (deep) changeChildren(node, next);
}

// changeChildren leaves what is equal at both ends alone, as most edits are in
// one place, and pairs what is left in order. Nothing is moved: that would
// reload frames and lose the focus.
function changeChildren(parent, wanted) {
  const old = [...parent.childNodes];
  const next = [...wanted.childNodes];
  let end = null; // what follows the part that differs
  while (old.length && next.length && old[0].isEqualNode(next[0])) {
    old.shift();
    next.shift();
  }
  while (old.length && next.length && old.at(-1).isEqualNode(next.at(-1))) {
    end = old.pop();
    next.pop();
  }
  next.forEach((node, i) => {
    const at = partner(old, next, i);
    if (at < 0) {
      parent.insertBefore(document.importNode(node, true), old[0] ?? end);
      return;
    }
    for (const gone of old.splice(0, at)) gone.remove();
    change(old.shift(), node);
  });
  for (const gone of old) gone.remove();
}

// partner finds the old node that is to become the next one: an equal element,
// one with the same id, or else the first, if it is alike and not wanted later.
function partner(old, next, i) {
  const node = next[i];
  if (node.nodeType === Node.ELEMENT_NODE) {
    const equal = old.findIndex((o) => o.isEqualNode(node));
    if (equal >= 0) return equal;
    if (node.id) return old.findIndex((o) => o.id === node.id && o.nodeName === node.nodeName);
  }
  const first = old[0];
  if (first?.nodeName !== node.nodeName || first.id) return -1;
  const later = first.nodeType === Node.ELEMENT_NODE && next.slice(i + 1).some((n) => n.isEqualNode(first));
  return later ? -1 : 0;
}
