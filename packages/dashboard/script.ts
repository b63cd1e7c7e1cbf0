const written = String.raw`
"use strict";
(() => {
  const html = document.documentElement;
  const all = (selector, of = document) => [...of.querySelectorAll(selector)];
  const one = (selector, of = document) => of.querySelector(selector);
  const news = one("#news");
  const tell = (text) => { news.textContent = ""; setTimeout(() => { news.textContent = text; }, 50); };
  const made = (name, words, classes) => {
    const element = document.createElement(name);
    element.textContent = words;
    element.className = "js " + classes;
    return element;
  };

  // Commands.
  async function copy(code) {
    try {
      await navigator.clipboard.writeText(code.textContent);
      tell("Copied: " + code.textContent);
      const button = one(".copy", code.parentElement);
      if (button) { button.firstChild.data = "Copied"; setTimeout(() => { button.firstChild.data = "Copy"; }, 2000); }
    } catch {
      getSelection().selectAllChildren(code);
      tell("Selected, copy it with your own keys: " + code.textContent);
    }
  }
  function addButtons() {
    for (const code of all("code[data-copy]")) {
      if (one(".copy", code.parentElement)) continue;
      const button = made("button", "Copy", "copy");
      button.type = "button";
      button.append(made("span", " " + code.textContent, "hidden"));
      button.addEventListener("click", () => copy(code));
      code.after(button);
    }
  }
  addButtons();

  // Shortcuts.
  const dialog = one("#keys");
  const box = one("#keys-on");
  const stored = (change) => { try { return change(localStorage); } catch { return null; } };
  box.checked = stored((store) => store.getItem("release-keys")) !== "off";
  box.addEventListener("change", () => stored((store) => store.setItem("release-keys", box.checked ? "on" : "off")));
  one("#keys-close").addEventListener("click", () => dialog.close());
  const opener = made("button", "Keyboard shortcuts", "plain-button");
  opener.type = "button";
  opener.addEventListener("click", () => dialog.showModal());
  one("footer").append(opener);
  const releases = () => all("article[data-release]");
  const current = () => document.activeElement.closest("article[data-release]") || releases()[0];
  function step(by) {
    const list = releases();
    const inside = document.activeElement.closest("article[data-release]");
    const at = inside ? list.indexOf(inside) + by : by > 0 ? 0 : list.length - 1;
    const next = list[Math.max(0, Math.min(list.length - 1, at))];
    if (next) next.focus();
  }
  document.addEventListener("keydown", (event) => {
    if (!box.checked || dialog.open || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.closest("input, select, textarea")) return;
    const { key } = event;
    const link = one('a[data-key="' + (/^[1-4]$/.test(key) ? key : "none") + '"]');
    if (link) link.click();
    else if (key === "?") dialog.showModal();
    else if (key === "j" || key === "k") step(key === "j" ? 1 : -1);
    else if (key === "/") {
      const field = one("#search");
      if (field) field.focus();
      else location.href = one('a[data-key="2"]').href;
    } else if (/^[cphras]$/.test(key)) {
      const release = current();
      if (!release) return;
      const code = one('code[data-copy="' + key + '"]', release);
      if (code) {
        const folded = code.closest("details");
        if (folded) folded.open = true;
        copy(code);
      } else tell(release.dataset.release + " has no such action now");
    } else return;
    event.preventDefault();
  });

  // Search of the whole history.
  const field = one("#search");
  if (field) {
    one("#searching").hidden = false;
    const body = one("#rows tbody");
    const before = [...body.childNodes];
    const found = one("#found");
    const shownAtMost = 200;
    let table;
    const load = () => (table ??= fetch(html.dataset.root + "history/rows.json").then((answer) => answer.json()).catch(() => undefined));
    const cell = (name, text) => {
      const element = document.createElement(name);
      if (name === "th") element.scope = "row";
      element.textContent = text;
      return element;
    };
    const row = ([id, href, ...rest]) => {
      const line = document.createElement("tr");
      const head = cell("th", "");
      const link = document.createElement("a");
      link.textContent = id;
      link.href = html.dataset.root + href;
      head.append(link);
      line.append(head, ...rest.map((text) => cell("td", text)));
      return line;
    };
    field.addEventListener("input", async () => {
      const wanted = field.value;
      const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
      const rows = await load();
      if (field.value !== wanted) return;
      if (words.length === 0) {
        body.replaceChildren(...before);
        found.textContent = "";
        return;
      }
      const has = (text) => words.every((word) => text.toLowerCase().includes(word));
      if (rows === undefined) {
        const here = before.filter((line) => line.nodeType === 1 && has(line.textContent));
        body.replaceChildren(...here);
        found.textContent = here.length + " on this page; the others cannot be searched from a file";
        return;
      }
      const hits = rows.filter((line) => has(line.join(" ")));
      body.replaceChildren(...hits.slice(0, shownAtMost).map(row));
      const more = hits.length > shownAtMost ? ", the newest " + shownAtMost + " shown" : "";
      found.textContent = hits.length + " of " + rows.length + " releases" + more;
    });
  }

  // Age, and news.
  const ago = (seconds) => seconds < 60 ? seconds + " s" : seconds < 5400 ? Math.round(seconds / 60) + " min" : seconds < 172800 ? Math.round(seconds / 3600) + " h" : Math.round(seconds / 86400) + " days";
  const age = one("#age");
  const old = made("span", "", "age");
  if (age) age.append(old);
  let asOf = age ? Date.parse(one("time", age).dateTime) : 0;
  let lost = "";
  const setLost = (why) => {
    if (why && !lost) tell(why + ": the page stays as it was");
    if (!why && lost) tell("The data is new again");
    lost = why;
    if (age) age.classList.toggle("lost", Boolean(why));
  };
  const showAge = () => {
    if (!age) return;
    const seconds = Math.max(0, Math.round((Date.now() - asOf) / 1000));
    old.textContent = " · " + ago(seconds) + " old" + (lost ? " · ⚠ " + lost + ", shown as it was" : "");
  };
  showAge();
  setInterval(showAge, 1000);

  const isOurs = (node) => node.nodeType === 1 && node.classList.contains("js");
  const alike = (a, b) => a.nodeName === b.nodeName && (a.nodeType !== 1 || a.id === b.id);
  function morph(from, to) {
    if (from.nodeType !== 1) {
      if (from.data !== to.data) from.data = to.data;
      return;
    }
    for (const { name, value } of to.attributes) if (from.getAttribute(name) !== value) from.setAttribute(name, value);
    for (const { name } of [...from.attributes]) if (!to.hasAttribute(name) && name !== "open") from.removeAttribute(name);
    let own = [...from.childNodes].filter((node) => !isOurs(node));
    for (const wanted of to.childNodes) {
      const known = wanted.id && own.find((node) => node.id === wanted.id);
      if (known) while (own[0] !== known) own.shift().remove();
      if (own.length > 0 && alike(own[0], wanted)) morph(own.shift(), wanted);
      else from.insertBefore(document.importNode(wanted, true), own[0] ?? null);
    }
    for (const node of own) node.remove();
  }
  const says = () => new Map(all("[data-says]").map((element) => [element.id, element.dataset.says]));
  function show(text) {
    const fresh = new DOMParser().parseFromString(text, "text/html");
    const before = says();
    const focused = document.activeElement;
    morph(one("#main"), one("#main", fresh));
    addButtons();
    if (!focused.isConnected) one("#main").focus();
    const changed = [...says()].filter(([id, words]) => before.get(id) !== words).map(([, words]) => words);
    const gone = [...before].filter(([id]) => !document.getElementById(id)).map(([, words]) => words.split(":")[0] + " is not in flight any more");
    const text2 = [...changed, ...gone].join(". ");
    if (text2) tell(text2);
  }
  let seen;
  async function ask() {
    try {
      const answer = await fetch(location.href, { cache: "no-cache" });
      if (!answer.ok) throw new Error(answer.statusText);
      const tag = answer.headers.get("etag");
      const text = await answer.text();
      const moment = /<p id="age">Data of <time datetime="([^"]+)"/.exec(text);
      asOf = Date.parse(answer.headers.get("x-data-as-of") ?? (moment ? moment[1] : "")) || asOf;
      setLost(answer.headers.get("x-journal") === "lost" ? "the journal cannot be read" : "");
      if ((tag ?? text) !== seen && !(field && field.value)) {
        show(text);
        seen = tag ?? text;
      }
    } catch {
      setLost("no answer");
    }
    showAge();
  }
  const every = Number(html.dataset.refresh);
  if (every > 0 && /^http/.test(location.protocol)) {
    const rounds = () => setTimeout(async () => { if (!document.hidden) await ask(); rounds(); }, every);
    rounds();
  }
})();
`;

/**
 * What the pages gain where scripts run: shortcuts, copying of commands, search of the whole history, news as they come.
 * It writes text, never HTML of anybody's words: what it takes from the site is parsed apart and compared node by node.
 */
export const script = written.replaceAll(/^ *(?:\/\/.*)?/gm, "").replaceAll(/\n+/g, "\n");
