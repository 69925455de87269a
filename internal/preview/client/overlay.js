// What the preview has to say, over the page: errors in a panel that Escape
// closes, a notice when the page is gone, and a small count. It lives in a
// shadow tree beside the body, so that the page's styles and changes don't reach
// it, and never takes the focus from who is reading.

const dismissed = "stagecraft.dismissed"; // in sessionStorage: the errors that were closed

const frame = `
  <link rel="stylesheet" href="/.stagecraft/client.css">
  <p class="unseen" role="status"></p>
  <p class="notice" role="status" hidden></p>
  <section class="panel" aria-labelledby="title" hidden>
    <header>
      <h2 id="title"></h2>
      <button class="close" type="button" aria-keyshortcuts="Escape">Close <kbd>Esc</kbd></button>
    </header>
    <div class="scroll" role="group" aria-label="Errors" tabindex="0"></div>
  </section>
  <button class="count" type="button" hidden></button>`;

const counted = (n, word) => (n > 0 ? [`${n} ${word}${n === 1 ? "" : "s"}`] : []);

export class Overlay {
  #root;
  #html = ""; // the errors in the panel

  constructor() {
    const host = document.createElement("stagecraft-preview");
    host.lang = "en";
    host.hidden = true; // until the styles are there
    this.#root = host.attachShadow({ mode: "open" });
    this.#root.innerHTML = frame;
    this.#find("link").addEventListener("load", () => (host.hidden = false));
    this.#find(".close").addEventListener("click", () => this.#close());
    this.#find(".count").addEventListener("click", () => this.#open());
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !this.#find(".panel").hidden) this.#close();
    });
    document.documentElement.append(host);
  }

  #find(selector) {
    return this.#root.querySelector(selector);
  }

  // problems shows errors, given as HTML of the server, and counts them and the
  // warnings. Errors that the reader has closed stay closed until they change.
  problems(html, errors, warnings) {
    const title = counted(errors, "error").join() || "This page can’t be drawn";
    const count = [...counted(errors, "error"), ...counted(warnings, "warning")].join(", ");
    this.#find(".count").textContent = count || title;
    this.#find(".count").classList.toggle("errors", html !== "");
    this.#find(".count").disabled = html === "";
    if (html !== this.#html) {
      this.#html = html;
      this.#find("#title").textContent = title;
      this.#find(".scroll").innerHTML = html;
      this.#find(".unseen").textContent = html ? title : "No errors";
    }
    const closed = html === "" || sessionStorage.getItem(dismissed) === html;
    this.#find(".panel").hidden = closed;
    this.#find(".count").hidden = !closed || (html === "" && count === "");
  }

  #open() {
    sessionStorage.removeItem(dismissed);
    this.#find(".panel").hidden = false;
    this.#find(".count").hidden = true;
    this.#find(".scroll").focus();
  }

  #close() {
    const focused = this.#root.activeElement;
    sessionStorage.setItem(dismissed, this.#html);
    this.#find(".panel").hidden = true;
    this.#find(".count").hidden = false;
    if (focused) this.#find(".count").focus();
  }

  // gone tells that the page no longer exists and where it went: to an address,
  // or, when that is empty, nowhere. Without an argument the page is there.
  gone(moved) {
    const notice = this.#find(".notice");
    notice.hidden = moved === undefined;
    if (notice.hidden) return;
    const link = document.createElement("a");
    link.href = moved || "/";
    link.textContent = moved ? decodeURI(moved) : "Go to the home page";
    notice.replaceChildren(moved ? "This page has moved to " : "This page no longer exists. ", link);
  }
}
