export const id = 2441;
export const ids = [2441];
export const modules = {

/***/ 52441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createNewsReader: () => (/* reexport */ createNewsReader),
  publishSite: () => (/* reexport */ publishSite),
  d: () => (/* reexport */ serveSite),
  siteHead: () => (/* reexport */ siteHead),
  siteOf: () => (/* reexport */ siteOf),
  b: () => (/* reexport */ writeSite)
});

;// CONCATENATED MODULE: ./build/packages/dashboard/news.js
const wholeEveryMs = 60_000;
function createNewsReader({ every, live, overdue, findings, now }) {
    let whole;
    return async () => {
        const asOf = now();
        const isFresh = whole !== undefined && asOf - whole.at < wholeEveryMs;
        const moving = isFresh ? await live() : [];
        if (whole === undefined || !isFresh || idsOf(moving) !== idsOf(whole.releases.filter((one) => one.live))) {
            const releases = sameAgain(await every(), whole?.releases ?? []);
            whole = { at: asOf, releases, overdue: await overdue(releases), findings: await findings() };
        }
        else
            whole = { ...whole, releases: [...whole.releases.filter((one) => !one.live), ...moving] };
        return {
            ...whole,
            asOf,
            version: versionOf(whole),
            isMoving: whole.releases.some(isMoving),
        };
    };
}
function sameAgain(read, known) {
    const byId = new Map(known.map((release) => [release.id, release]));
    return read.map((release) => {
        const before = byId.get(release.id);
        return before !== undefined && before.live === release.live && endOf(before) === endOf(release) ? before : release;
    });
}
function endOf({ facts, record: { lastSeq } }) {
    return `${lastSeq} ${JSON.stringify(facts.at(-1))}`;
}
const idsOf = (releases) => releases
    .map(({ id }) => id)
    .toSorted()
    .join();
function versionOf({ releases, overdue, findings }) {
    const heads = releases.filter(({ live }) => live).map(({ id, record }) => `${id}@${record.lastSeq}`);
    return [releases.length, findings.length, ...heads.toSorted(), ...overdue.map(({ release }) => release)].join();
}
const isMoving = ({ live, record }) => live && record.suspended === undefined;

// EXTERNAL MODULE: ./build/packages/faults/index.js + 3 modules
var faults = __webpack_require__(72326);
;// CONCATENATED MODULE: ./build/packages/dashboard/publish.js

const marker = ".release-dashboard";
async function publishSite(git, site, { branch, over, at }) {
    const ref = `refs/heads/${branch}`;
    const files = new Map([
        [marker, "This branch is replaced by `release dashboard publish`.\n"],
        [".nojekyll", ""],
        ...[...site].map(([path, text]) => [path, text()]),
    ]);
    const sha = await git.commitFiles({ parents: [], files, message: "Dashboard of releases", at, base: over });
    if (sha === over)
        return sha;
    const pushed = await git.push([{ ref, to: sha, expect: over ?? "absent" }]);
    if (pushed.state === "applied")
        return sha;
    const now = (await git.remoteRefs([ref])).get(ref);
    if (now === sha)
        return sha;
    if (now !== over)
        return undefined;
    const isRefused = pushed.state === "refused";
    throw new faults/* ReleaseFault */.eB(isRefused ? "permission" : "remote", `The dashboard could not be pushed to ${branch}: ${pushed.reason}`, {
        hint: isRefused ? `Let the token write contents, and leave ${branch} without protection rules.` : "Run it again.",
    });
}
async function siteHead(git, branch) {
    const ref = `refs/heads/${branch}`;
    const head = (await git.remoteRefs([ref])).get(ref);
    if (head === undefined)
        return undefined;
    if ((await git.resolve(`${head}^{commit}`)) === undefined)
        await git.fetch([head]);
    if ((await git.readFile(head, marker)) !== undefined)
        return head;
    throw new faults/* ReleaseFault */.eB("policy", `The branch ${branch} holds something that is not a dashboard: it is left alone`, {
        hint: "Publish to another branch, for example --branch=release-dashboard, and choose it in the settings of Pages.",
    });
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
;// CONCATENATED MODULE: ./build/packages/dashboard/serve.js


const remakeMs = 10_000;
async function serveSite(serving) {
    const { read, site, sleep, signal, pollMs, say } = serving;
    let made = 0;
    const shownOf = (picture) => ({
        site: site(picture),
        picture,
        tag: `"${(made += 1)}-${picture.asOf}"`,
    });
    let shown = shownOf(await read());
    let sight = { asOf: shown.picture.asOf, lost: false };
    const server = (0,external_node_http_.createServer)((request, response) => answer(request, response, shown, sight));
    await new Promise((resolve, reject) => {
        server.once("error", (error) => reject(portFault(serving.port, error)));
        server.listen(serving.port, "127.0.0.1", resolve);
    });
    const look = async () => {
        while (!signal.aborted) {
            await sleep(pollMs).catch(() => undefined);
            if (signal.aborted)
                return;
            try {
                const picture = await read();
                const isOld = picture.asOf - shown.picture.asOf >= remakeMs && picture.releases.some(({ live }) => live);
                if (picture.version !== shown.picture.version || isOld)
                    shown = shownOf(picture);
                sight = { asOf: picture.asOf, lost: false };
            }
            catch (thrown) {
                if (!sight.lost)
                    say(`The journal cannot be read now, the pages show what was last seen: ${(0,faults/* asFault */.Ps)(thrown).message}`);
                sight = { ...sight, lost: true };
            }
        }
    };
    const ended = look().finally(() => {
        server.close();
        server.closeAllConnections();
    });
    const bound = server.address();
    const port = typeof bound === "object" && bound !== null ? bound.port : serving.port;
    return { address: `http://127.0.0.1:${port}/`, ended };
}
const types = {
    html: "text/html; charset=utf-8",
    css: "text/css; charset=utf-8",
    js: "text/javascript; charset=utf-8",
    json: "application/json; charset=utf-8",
    txt: "text/plain; charset=utf-8",
};
function answer(request, response, { site, tag }, { asOf, lost }) {
    const headers = {
        "cache-control": "no-cache",
        "content-security-policy": "frame-ancestors 'none'",
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
    };
    const end = (status, text, more = {}) => {
        response.writeHead(status, { "content-type": "text/plain; charset=utf-8", ...headers, ...more });
        response.end(request.method === "HEAD" ? undefined : text);
    };
    if (!/^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(request.headers.host ?? ""))
        return end(403, "Not for this host.\n");
    if (request.method !== "GET" && request.method !== "HEAD")
        return end(405, "This page cannot act.\n", { allow: "GET, HEAD" });
    const place = placeOf(request.url ?? "/");
    const page = place === undefined ? undefined : site.get(place);
    if (place === undefined || page === undefined)
        return end(404, "There is no such page.\n");
    const journal = { "x-journal": lost ? "lost" : "reached" };
    const news = { etag: tag, "x-data-as-of": new Date(asOf).toISOString(), ...journal };
    if (request.headers["if-none-match"] === tag) {
        response.writeHead(304, { ...headers, ...news });
        response.end();
        return;
    }
    end(200, page(), { ...news, "content-type": types[place.slice(place.lastIndexOf(".") + 1)] ?? "text/plain" });
}
function placeOf(url) {
    try {
        const place = decodeURIComponent(new URL(url, "http://127.0.0.1").pathname).slice(1);
        return place === "" || place.endsWith("/") ? `${place}index.html` : place;
    }
    catch {
        return undefined;
    }
}
function portFault(port, cause) {
    return new faults/* ReleaseFault */.eB("input", `Port ${port} cannot be used: ${cause.message}`, {
        hint: "Leave --port out: any that is free is taken.",
        cause,
    });
}

// EXTERNAL MODULE: ./build/packages/history/index.js + 18 modules
var packages_history = __webpack_require__(68468);
// EXTERNAL MODULE: ./build/packages/report/index.js + 37 modules
var report = __webpack_require__(9798);
;// CONCATENATED MODULE: ./build/packages/dashboard/html.js

function html(text) {
    if (text.length < 100 && harmless.test(text))
        return text;
    return (0,report/* oneLine */.TN)(text)
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;")
        .replaceAll('"', "&quot;")
        .replaceAll("'", "&#39;");
}
const harmless = /^[!#-%(-;=?-~]+(?: [!#-%(-;=?-~]+)*$/;
function took(ms) {
    return (0,report/* duration */.p0)(ms).replaceAll(" ", "\u00A0");
}
function moment(iso) {
    return `<time datetime="${html(iso)}">${html(iso.slice(0, 16).replace("T", " "))} UTC</time>`;
}
function chip(tone, words) {
    return `<span class="chip ${tone}"><span aria-hidden="true">${signs[tone]}</span> ${html(words)}</span>`;
}
const signs = { good: "✓", bad: "✗", wait: "‖", plain: "●" };
function html_link(url, words) {
    return /^https?:\/\//.test(url) ? `<a href="${html(url)}">${html(words)}</a>` : html(words);
}
function part(text) {
    return encodeURIComponent(text.toWellFormed());
}
function compareLink(webUrl, from, to, words) {
    return html_link(`${webUrl}/compare/${part(from)}...${part(to)}`, words);
}
function wideTable(label, head, rows) {
    const columns = head.map((name) => `<th scope="col">${html(name)}</th>`).join("");
    const body = rows.map(([first, ...rest]) => {
        const cells = rest.map((value) => `<td>${value}</td>`).join("");
        return `<tr><th scope="row">${first}</th>${cells}</tr>`;
    });
    return `<div class="scroll" tabindex="0" role="region" aria-label="${html(`${label}, table`)}"><table><thead><tr>${columns}</tr></thead><tbody>
${body.join("\n")}
</tbody></table></div>`;
}

;// CONCATENATED MODULE: ./build/packages/dashboard/findings.js


function findingsBy(findings) {
    const found = new Map();
    for (const one of findings) {
        const key = one.kind === "root-cause" ? "rootCause" : "falsePositive";
        found.set(one.release, { ...found.get(one.release), [key]: one });
    }
    return found;
}
function foundText(id, { rootCause, falsePositive } = {}, command = false) {
    const alarm = falsePositive === undefined ? "" : `<strong>False alarm</strong>: ${said(falsePositive)}`;
    if (rootCause !== undefined)
        return [said(rootCause), ...(alarm === "" ? [] : [alarm])].join("<br>");
    if (alarm !== "")
        return alarm;
    return command
        ? `not written down yet: <code>${html(`release report ${id} --root-cause="…"`)}</code>`
        : "not written down yet";
}
const said = ({ text, by, at }) => `${html(text)} <small>(${html(by)}, ${moment(at)})</small>`;
const hasCause = ({ rollback, failure }) => rollback !== null || failure !== null;
function troubles(releases, found, { root, atMost }) {
    const bad = releases.filter(hasCause);
    if (bad.length === 0)
        return "";
    const known = bad.filter(({ id }) => found.get(id)?.rootCause !== undefined).length;
    const alarms = bad.filter(({ id }) => found.get(id)?.falsePositive !== undefined).length;
    const rows = bad
        .slice(0, atMost)
        .map((one) => [
        `<a href="${root}releases/${part(one.id)}.html">${html(one.id)}</a>`,
        html((one.concludedAt ?? one.startedAt).slice(0, 10)),
        `${html((0,report/* wordsOf */.Z9)(one.outcome))}, ${html((0,report/* wordsOf */.Z9)(one.rollback?.trigger ?? one.failure?.cause ?? ""))}`,
        html(one.rollback?.reason ?? one.failure?.reason ?? ""),
        foundText(one.id, found.get(one.id)),
    ]);
    const more = bad.length > atMost ? ` The newest ${atMost} of them:` : "";
    return `<section aria-labelledby="troubles"><h2 id="troubles">What went wrong, and why</h2>
<p>The root cause is written down for ${known} of ${bad.length} that failed or went back; judged a false alarm: ${alarms}.${more}</p>
${wideTable("What went wrong", ["Release", "When", "What", "Reason", "Root cause"], rows)}
</section>`;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/packages/dashboard/script.js
const written = String.raw `
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
const script = written.replaceAll(/^ *(?:\/\/.*)?/gm, "").replaceAll(/\n+/g, "\n");

;// CONCATENATED MODULE: ./build/packages/dashboard/shortcuts.js
const keys = [
    ["1 2 3 4", "Now, History, Trends, Periods"],
    ["/", "Search the history"],
    ["j k", "Next, previous release on the page"],
    ["c", "Copy the command that goes on with this release"],
    ["p", "Copy its command: promote"],
    ["h", "Copy its command: hold"],
    ["r", "Copy its command: roll back"],
    ["a", "Copy its command: abort"],
    ["s", "Copy its command: report"],
    ["?", "These shortcuts"],
];
const rows = keys.map(([key, does]) => {
    const each = key.split(" ").map((one) => `<kbd>${one}</kbd>`);
    return `<tr><th scope="row">${each.join(" ")}</th><td>${does}</td></tr>`;
});
const shortcuts = `<dialog id="keys" aria-labelledby="keys-title"><h2 id="keys-title">Keyboard shortcuts</h2>
<p>A page cannot act on a release: it copies the exact command, for a shell or a comment.</p>
<table><thead><tr><th scope="col">Key</th><th scope="col">Does</th></tr></thead><tbody>
${rows.join("\n")}
</tbody></table>
<p><label><input type="checkbox" id="keys-on"> Single keys are shortcuts (<kbd>?</kbd> too)</label></p>
<p><button type="button" id="keys-close">Close</button></p></dialog>`;

;// CONCATENATED MODULE: ./build/packages/dashboard/style.js
const style = `
:root{color-scheme:light dark;--fg:#1b1f24;--soft:#57606a;--bg:#fff;--card:#f6f8fa;--line:#d0d7de;--link:#0550ae;--good:#116329;--bad:#a40e26;--wait:#7d4e00;--good-bg:#dafbe1;--bad-bg:#ffebe9;--wait-bg:#fff8c5;--plain-bg:#ddf4ff}
@media (prefers-color-scheme:dark){:root{--fg:#e6edf3;--soft:#9ea7b3;--bg:#0d1117;--card:#161b22;--line:#3d444d;--link:#79c0ff;--good:#7ee787;--bad:#ffa198;--wait:#e3b341;--good-bg:#12261e;--bad-bg:#2d1316;--wait-bg:#272115;--plain-bg:#121d2f}}
*{box-sizing:border-box}
body{font:1rem/1.5 system-ui,sans-serif;color:var(--fg);background:var(--bg);margin:0 auto;max-width:84rem;padding:0 1rem 1rem}
h1{font-size:1.5rem;margin:1rem 0 0}h2{font-size:1.2rem;margin:2rem 0 .6rem}h3{font-size:1.05rem;margin:1.5rem 0 .5rem}.name{font-size:1.1rem;margin:0 0 .5rem;display:flex;flex-wrap:wrap;gap:.6rem;align-items:center}.deeds>:first-child{font-size:.95rem;margin:1rem 0 .25rem}
body>header{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;align-items:center;border-bottom:1px solid var(--line);padding:.6rem 0}
header p{margin:0}.home{font-weight:700}.home span{color:var(--soft);font-weight:400}#age{margin-left:auto}
#age,footer,small,article>p{color:var(--soft)}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem .5rem;margin:0;padding:0}
nav a{display:inline-block;padding:.25rem .6rem;border-radius:.4rem}
[aria-current=page]{background:var(--plain-bg);font-weight:700;text-decoration:none}
.filters{margin:1rem 0}.filters p{margin:.5rem 0 .1rem;font-size:.875rem;color:var(--soft)}
.pager li{align-self:center}
a{color:var(--link)}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
main:focus-visible{outline:0}
.skip{position:absolute;left:-99rem}.skip:focus{position:static}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
article{border:1px solid var(--line);border-radius:.5rem;padding:1rem;margin:0 0 1rem;background:var(--card);overflow-wrap:break-word}
article .scroll{margin-top:1rem}article>p{margin:0 0 .75rem}
.meter{display:flex;gap:.75rem;align-items:center}.meter progress{flex:1;height:.75rem;min-width:4rem;accent-color:var(--link)}
.chip{display:inline-block;border:1px solid currentcolor;border-radius:1rem;padding:0 .6rem;font-size:.875rem;font-weight:600;overflow-wrap:break-word}
.good{color:var(--good);background:var(--good-bg)}.bad{color:var(--bad);background:var(--bad-bg)}.wait{color:var(--wait);background:var(--wait-bg)}.plain{color:var(--link);background:var(--plain-bg)}
.steps{list-style:none;display:flex;flex-wrap:wrap;gap:.5rem;padding:0;margin:1rem 0}
.steps li{flex:1 1 8rem;border-top:.3rem solid var(--line);padding-top:.3rem;font-size:.9rem}.steps small{display:block}
.steps .done{border-color:var(--good)}.steps .now{border-color:var(--link);font-weight:700}.steps .rests{border-color:var(--wait);font-weight:700}.steps .bad{border-color:var(--bad);color:inherit;background:none}.steps .next{border-top-style:dotted}
.notice{border-left:.3rem solid var(--wait);background:var(--wait-bg);padding:.5rem 1rem;margin:1rem 0}.notice p{margin:.25rem 0}
.trouble{border-color:var(--bad);background:var(--bad-bg)}
.deeds ul{list-style:none;margin:0;padding:0;display:grid;gap:.35rem}.deeds li{display:flex;flex-wrap:wrap;gap:.25rem .75rem;align-items:center}.deeds li>span{min-width:5.5rem}
.scroll{position:relative;overflow-x:auto;margin-bottom:1rem}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th,td{border-bottom:1px solid var(--line);padding:.4rem .5rem;text-align:left;vertical-align:top}
td time,tbody th{white-space:nowrap}td small{display:inline-block;max-width:18rem}tbody th,.chip{hyphens:none}td .chip{white-space:nowrap}
.glance td{white-space:nowrap}h1+article{margin-top:1rem}
thead th{color:var(--soft);font-size:.875rem;white-space:nowrap}
code{font:.9em ui-monospace,monospace;overflow-wrap:anywhere}
details{margin:.5rem 0}details ul{margin:.25rem 0 .5rem;padding-left:1.1rem}details p{margin:.5rem 0 0}summary{cursor:pointer}
figure{margin:0 0 2rem}figcaption{font-weight:700;margin-bottom:.25rem}
.plots{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,34rem),1fr));gap:1rem 2rem}
svg{display:block;width:100%;height:auto;color:var(--fg)}svg text{fill:var(--soft);font-size:13px}.axis{stroke:var(--line)}.line{fill:none;stroke:var(--link);stroke-width:2}.dot{fill:var(--bg);stroke:var(--link);stroke-width:2}.bar{fill:var(--link)}
.tiles{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,13rem),1fr));gap:.75rem;margin:0 0 1rem}
.tiles div{border:1px solid var(--line);border-radius:.5rem;padding:.6rem .8rem;background:var(--card)}.tiles dt{font-size:.875rem;color:var(--soft)}.tiles dd{margin:0}.tiles .value{font-size:1.35rem;font-weight:700;line-height:1.3}
button{font:inherit;font-size:.875rem;color:var(--fg);background:var(--bg);border:1px solid var(--soft);border-radius:.4rem;padding:.1rem .6rem;min-height:1.75rem;cursor:pointer;position:relative}
input[type=search]{font:inherit;color:inherit;background:var(--bg);border:1px solid var(--soft);border-radius:.4rem;padding:.25rem .5rem;width:20rem;max-width:100%}
kbd{font:.875em ui-monospace,monospace;border:1px solid var(--soft);border-radius:.25rem;padding:0 .35rem}
dialog{color:var(--fg);background:var(--bg);border:1px solid var(--soft);border-radius:.5rem;max-width:min(36rem,calc(100vw - 2rem))}dialog h2{margin-top:0}dialog::backdrop{background:#000a}
footer{border-top:1px solid var(--line);margin-top:2rem;padding-top:.5rem;display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;font-size:.875rem}footer p{margin:0}
.lost{color:var(--bad)!important;font-weight:600}
@media (max-width:40rem){body{padding:0 .75rem .75rem}th,td{padding:.35rem .5rem}#age{margin-left:0;width:100%}}
@media (prefers-reduced-motion:no-preference){.steps .now{transition:border-color .3s}}
@media (forced-colors:active){.chip,.notice,article,.tiles div{border:1px solid}.steps li{border-top-color:CanvasText}.bar{fill:CanvasText}.line,.dot{stroke:CanvasText}}
@media print{:root{--bg:#fff;--card:#fff;--fg:#000;--soft:#444;color-scheme:light}body{max-width:none;padding:0;font-size:10pt}nav,.skip,.deeds,button,dialog,#searching,footer{display:none!important}.scroll{overflow:visible}article,tr,figure{break-inside:avoid}h2{break-after:avoid}a{color:inherit;text-decoration:none}thead th{white-space:normal}}
`;

;// CONCATENATED MODULE: ./build/packages/dashboard/frame.js





const sections = [
    ["index.html", "Now"],
    ["history/index.html", "History"],
    ["trends.html", "Trends"],
    ["periods/index.html", "Periods"],
];
const shared = new Map([
    ["site.css", style],
    ["site.js", script],
]);
const addressOf = (name) => {
    const digest = (0,external_node_crypto_.createHash)("sha256").update(shared.get(name) ?? "");
    return `${name}?${digest.digest("hex").slice(0, 8)}`;
};
const [styleAddress, scriptAddress] = [addressOf("site.css"), addressOf("site.js")];
const policy = "default-src 'none'; style-src 'self' file:; script-src 'self' file:; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'";
function framed({ title, here, root, repository, asOf, refreshMs }, main) {
    const links = sections.map(([place, name], index) => {
        const current = name === here ? ' aria-current="page"' : "";
        return `<li><a href="${root}${place}" data-key="${index + 1}"${current}>${name}</a></li>`;
    });
    const age = asOf === undefined ? "" : `<p id="age">Data of ${moment(new Date(asOf).toISOString())}</p>`;
    const refresh = refreshMs === undefined ? "" : ` data-refresh="${refreshMs}"`;
    return `<!doctype html>
<html lang="en" data-root="${root}"${refresh}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${html(title)} · ${html(repository)}</title>
<link rel="stylesheet" href="${root}${styleAddress}">
<script defer src="${root}${scriptAddress}"></script>
</head>
<body>
<a class="skip" href="#main">To the content</a>
<header><p class="home">${html(repository)} <span>releases</span></p>
<nav aria-label="Pages"><ul>${links.join("")}</ul></nav>
${age}</header>
<main id="main" tabindex="-1">
<h1>${html(title)}</h1>
${main}
</main>
<footer><p>Made from the release journal, which is the truth. Data: <a href="${root}data.json">JSON</a>, <a href="${root}metrics.txt">OpenMetrics</a></p></footer>
<div id="news" class="hidden" role="status"></div>
${shortcuts}
</body>
</html>
`;
}

;// CONCATENATED MODULE: ./build/packages/dashboard/changes.js


const shownAtMost = 12;
function changesOf(changelog) {
    const groups = [];
    for (const line of changelog.split("\n")) {
        const heading = /^### +(?<name>.+)/.exec(line)?.groups?.["name"];
        const item = /^[-*] +(?<text>.+)/.exec(line)?.groups?.["text"];
        if (heading !== undefined)
            groups.push({ group: (0,report/* oneLine */.TN)(heading), items: [] });
        if (item === undefined)
            continue;
        if (groups.length === 0)
            groups.push({ group: "Changes", items: [] });
        groups.at(-1)?.items.push(plain(item));
    }
    return groups.filter(({ items }) => items.length > 0);
}
function plain(item) {
    return (0,report/* oneLine */.TN)(item
        .replaceAll(/ ?\((?:\[[^\]]*\]\([^)]*\)(?:, )?)+\)/g, "")
        .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")
        .replaceAll("**", "")
        .replaceAll(/\\([\\`*_~|[\]$])/g, "$1"));
}
function changeList(label, changelog) {
    const groups = changesOf(changelog ?? "");
    const count = groups.reduce((sum, { items }) => sum + items.length, 0);
    if (count === 0)
        return "";
    const lists = groups.map(({ group, items }) => {
        const shown = items.slice(0, shownAtMost).map((item) => `<li>${html(item)}</li>`);
        const more = items.length > shownAtMost ? `<li>and ${items.length - shownAtMost} more</li>` : "";
        return `<p><strong>${html(group)}</strong></p><ul>${shown.join("")}${more}</ul>`;
    });
    return `<details><summary>${html(label)}: ${count} ${count === 1 ? "change" : "changes"}</summary>${lists.join("")}</details>`;
}

// EXTERNAL MODULE: ./build/packages/machine/index.js + 19 modules
var machine = __webpack_require__(10167);
;// CONCATENATED MODULE: ./build/packages/dashboard/deeds.js


function deedsOf(record) {
    const { id, suspended, settled, redeploy } = record;
    const goOn = suspended === undefined && redeploy === undefined
        ? []
        : [{ key: "c", name: "Go on", command: suspended?.command ?? `release resume ${id}` }];
    return [
        ...(settled === undefined ? goOn : []),
        ...(redeploy === undefined ? trafficDeeds(record) : []),
        ...(settled === undefined && !(0,machine/* isTerminal */.Hd)(record.state) ? [abort(id)] : []),
        { key: "s", name: "Report", command: `release report ${id}` },
    ];
}
function trafficDeeds(record) {
    const { id, state, touched, settled } = record;
    const back = { key: "r", name: "Roll back", command: `release rollback ${id} --reason="…"` };
    if (settled !== undefined)
        return state === "completed" ? [back] : [];
    const promote = { key: "p", name: "Promote", command: `release promote ${id}` };
    if ((0,machine/* isTerminal */.Hd)(state))
        return (0,machine/* isValidating */.ag)(record) ? [promote, back] : [];
    if (!touched.has("production"))
        return [];
    return [promote, { key: "h", name: "Hold", command: `release hold ${id} --reason="…"` }, back];
}
const abort = (id) => ({ key: "a", name: "Abort", command: `release abort ${id} --reason="…"` });
function deedList(record, webUrl, level) {
    const items = deedsOf(record).map(({ key, name, command }) => `<li><span>${name}</span> <code data-copy="${key}">${html(command)}</code></li>`);
    return `<div class="deeds"><h${level}>What you can do</h${level}><ul>${items.join("")}</ul>${elsewhere(record, webUrl)}</div>`;
}
function elsewhere({ pullRequest, settled }, webUrl) {
    if (settled !== undefined)
        return "";
    const form = webUrl === undefined ? [] : [html_link(`${webUrl}/actions/workflows/release-command.yml`, "the form of the workflow")];
    const comment = pullRequest === undefined
        ? []
        : [`a comment <code>/release …</code> under ${html_link(pullRequest.url, `pull request ${pullRequest.number}`)}`];
    const places = [...form, ...comment];
    return places.length === 0 ? "" : `<p><small>The same in ${places.join(", or ")}.</small></p>`;
}

;// CONCATENATED MODULE: ./build/packages/dashboard/rail.js


function rail(record, now) {
    const way = (0,report/* wayOf */.m)(record);
    const shown = way.includes(record.state) ? way : [...way.filter((state) => hasBeen(record, state)), record.state];
    return `<ol class="steps">${shown.map((state) => step(record, state, now)).join("")}</ol>`;
}
const hasBeen = ({ visits }, name) => visits.some(({ state }) => state === name);
function step(record, state, now) {
    const name = html((0,report/* wordsOf */.Z9)((0,report/* stateName */.Vi)(record, state)));
    const { word, look } = standing(record, state);
    const current = look === "now" ? ' aria-current="step"' : "";
    const time = timeOf(record, state, now);
    return `<li class="${look}"${current}><span aria-hidden="true">${rail_signs[look]}</span> ${name}<small>${word}${time}</small></li>`;
}
const rail_signs = { now: "▶", rests: "‖", done: "✓", bad: "✗", next: "○" };
function standing(record, state) {
    if (state !== record.state) {
        if (!hasBeen(record, state))
            return record.settled === undefined ? toCome : notReached;
        const trouble = troubleAfter(record, state);
        return trouble === undefined ? { word: "done", look: "done" } : { word: trouble, look: "bad" };
    }
    const isBad = state === "failed" || state === "rolled_back" || record.settled?.outcome === "failed";
    if (record.settled !== undefined)
        return isBad ? { word: "ended here", look: "bad" } : { word: "done", look: "done" };
    return record.suspended === undefined ? { word: "now", look: "now" } : { word: "waits", look: "rests" };
}
const toCome = { word: "to come", look: "next" };
const notReached = { word: "not reached", look: "next" };
function troubleAfter({ visits }, state) {
    const after = visits[visits.findLastIndex((visit) => visit.state === state) + 1]?.state;
    if (after === "failed")
        return "failed here";
    return after === "rolled_back" ? "went back" : undefined;
}
function timeOf(record, state, now) {
    const { targetMs } = (0,report/* timingOf */.II)(record, state);
    const target = targetMs === undefined ? "" : took(targetMs);
    const time = (0,report/* ownTime */.uP)(record, state, now);
    if (time === undefined)
        return target === "" ? "" : `, ${target} at most`;
    if (target === "")
        return `, ${took(time.workMs)}`;
    return `, ${took(time.workMs)} of ${target}${time.overTarget ? " <strong>⚠ over target</strong>" : ""}`;
}

;// CONCATENATED MODULE: ./build/packages/dashboard/release-card.js






function releaseCard(record, { now, webUrl, page, found }) {
    const id = html(record.id);
    const key = `r-${record.id.replaceAll(/[^A-Za-z0-9_-]/g, "-")}`;
    const level = page === undefined ? 2 : 3;
    const name = page === undefined ? id : `<a href="${html(page)}">${id}</a>`;
    return `<article id="${key}" tabindex="-1" aria-labelledby="${key}-name" data-release="${id}" data-says="${html(release_card_said(record))}">
<h${level} class="name" id="${key}-name">${name} ${release_card_status(record)}</h${level}>
<p>${html((0,report/* wordsOf */.Z9)(record.plan.releaseType))}, ${html(record.plan.baseBranch)} → ${html(record.plan.targetBranch)}, by ${html(record.plan.initiatedBy)}, since ${moment(record.openedAt)}</p>
${meter(record, now)}${first(record)}${rail(record, now)}
${waits(record)}${cause(record, found)}
${gates(record)}
${traffic(record)}
${changes(record, webUrl)}
${deedList(record, webUrl, level + 1)}
</article>`;
}
function release_card_said(record) {
    const shares = [...record.deployments.values()].map((one) => `, ${one.environment} ${one.percent} %`);
    return `${record.id}: ${(0,report/* outcome */.bu)(record)}, ${(0,report/* wordsOf */.Z9)((0,report/* stateName */.Vi)(record, record.state))}${shares.join("")}`;
}
function meter(record, now) {
    if (record.settled !== undefined)
        return "";
    const done = (0,report/* board */.no)(record, now).percent;
    return `<div class="meter"><progress max="100" value="${done}" aria-label="Progress of ${html(record.id)}">${done} %</progress><span>${done} %</span></div>\n`;
}
function release_card_status(record) {
    return chip(toneOf(record), (0,report/* outcome */.bu)(record));
}
function toneOf(record) {
    const { settled, suspended, failure, verdict, plan, escalation } = record;
    if (settled !== undefined) {
        const isPlanned = plan.releaseType === "rollback" && escalation === undefined;
        return settled.outcome !== "failed" && (record.state === "completed" || isPlanned) ? "good" : "bad";
    }
    if (failure !== undefined || verdict !== undefined)
        return "bad";
    return suspended === undefined ? "plain" : "wait";
}
function first(record) {
    return (0,report/* firstLines */.UV)(record)
        .map((line) => `<p class="notice">${html(line)}</p>\n`)
        .join("");
}
function waits(record) {
    const { suspended, question, settled, failure, verdict } = record;
    const why = verdict?.reason ?? failure?.failureReason;
    const wentBack = settled === undefined ? "Goes back" : "Went back";
    const fixes = (failure?.actionableFixSuggestions ?? []).slice(0, 5).map((fix) => `<li>${html(fix)}</li>`);
    const trouble = why === undefined
        ? ""
        : `<div class="notice trouble"><p><strong>${verdict === undefined ? "Failed" : wentBack}</strong>: ${html(why)}</p>${fixes.length === 0 ? "" : `<ul>${fixes.join("")}</ul>`}</div>`;
    if (settled !== undefined)
        return trouble;
    const missing = (0,report/* waitingFor */.Fz)(record).map((text) => `<li>${html(text)}</li>`);
    const next = missing.length === 0 ? "" : `<p>Before the next state:</p><ul>${missing.join("")}</ul>`;
    if (suspended !== undefined) {
        const until = suspended.until === undefined ? "" : `, until ${moment(suspended.until)}`;
        return `${trouble}<div class="notice"><p><strong>Waits for ${html(suspended.waitsFor)}</strong> since ${moment(suspended.at)}${until}: ${html(suspended.reason)}</p></div>${next}`;
    }
    if (question === undefined || question.decided !== undefined)
        return `${trouble}${next}`;
    return `${trouble}<div class="notice"><p><strong>Asks people</strong> since ${moment(question.at)}, goes back at ${moment(question.until)}: ${html(question.reason)}</p>
<p>Promote, or roll back.</p></div>${next}`;
}
function cause({ id, settled, failure, verdict, rollback }, found) {
    const isOver = settled !== undefined && (failure ?? verdict ?? rollback) !== undefined;
    return isOver ? `<div class="notice"><p><strong>Root cause</strong>: ${foundText(id, found, true)}</p></div>` : "";
}
function gates(record) {
    if (record.plan.gates.length === 0)
        return "";
    const rows = record.plan.gates.map((gate) => {
        const result = record.gates.get(gate);
        if (result === undefined)
            return [html(gate), chip("plain", "not run yet"), "", ""];
        const over = result.executionTimeMs > result.targetMs ? " ⚠ over" : "";
        const failures = result.failures.slice(0, 5).map(({ title }) => `<br><small>${html(title)}</small>`);
        return [
            html(gate),
            chip(result.status === "passed" ? "good" : "bad", (0,report/* gateWord */.g6)(record, gate) ?? result.status),
            `${html((0,report/* gateNumbers */.I3)(result.metrics, result.check))}${failures.join("")}`,
            `${took(result.executionTimeMs)} of ${took(result.targetMs)}${over}`,
        ];
    });
    const results = [...record.gates.values()];
    const passed = results.filter(({ status: end }) => end === "passed").length;
    const isCalm = passed === record.plan.gates.length;
    const summary = `Quality gates: ${isCalm ? "✓ all" : ""} ${passed} of ${record.plan.gates.length} passed`;
    const table = wideTable(`Quality gates of ${record.id}`, ["Gate", "Result", "Measured", "Time of target"], rows);
    return `<details${isCalm ? "" : " open"}><summary>${summary}<span class="hidden">, ${html(record.id)}</span></summary>${table}</details>`;
}
function traffic(record) {
    if (record.deployments.size === 0)
        return "";
    const rows = [...record.deployments.values()].map((deployment) => {
        const { environment, previous } = deployment;
        const watch = (0,report/* newestWatch */.AU)(record, environment);
        const errors = watch?.errorRatio === undefined ? "no traffic seen" : `${(0,report/* percent */.KN)(watch.errorRatio)} errors`;
        return [
            html(environment),
            `${deployment.percent} % on ${html(record.plan.tag)}`,
            `${100 - deployment.percent} % on ${html(previous ?? "nothing")}`,
            smokeOf(record, environment),
            watch === undefined ? "not watched yet" : `${watch.requests} requests, ${errors}`,
        ];
    });
    const head = ["Environment", "New version", "Previous version", "Smoke tests", "Watched"];
    return wideTable(`Traffic of ${record.id}`, head, rows);
}
function smokeOf({ smoke }, environment) {
    const newest = smoke.findLast((run) => run.environment === environment);
    if (newest === undefined)
        return "not run yet";
    const names = newest.failedTests.slice(0, 3).map((name) => `<br><small>${html(name)}</small>`);
    return `${chip(newest.status === "passed" ? "good" : "bad", newest.status)} <small>at ${html(newest.point)}</small>${names.join("")}`;
}
function changes({ plan, changelog, id }, webUrl) {
    const before = plan.previousTag;
    const list = changeList(`What changes with ${id}`, changelog);
    const isTagged = webUrl !== undefined && before !== undefined && plan.rollback === undefined && plan.redeploy === undefined;
    const diff = isTagged
        ? `<p><small>${compareLink(webUrl, before, plan.releaseBranch, `Code since ${before}`)}</small></p>`
        : "";
    return list === "" ? "" : `${list}${diff}`;
}

;// CONCATENATED MODULE: ./build/packages/dashboard/rows.js



const historyHead = [
    "Release",
    "Outcome",
    "Type",
    "Started",
    "By",
    "Took",
    "Slowest state",
    "Back after",
    "Gates",
];
function historyRow({ record }, measures) {
    const { undoneBy, slowest, rollback, type, by, startedAt, elapsedMs, workMs } = measures;
    const elapsed = took(elapsedMs);
    const slow = slowest === null ? "–" : `${(0,report/* wordsOf */.Z9)(slowest.state)}, ${took(slowest.share * workMs)}`;
    const back = rollback === null || rollback.restoredAt === null
        ? "–"
        : took(Date.parse(rollback.restoredAt) - Date.parse(rollback.detectedAt));
    const ended = undoneBy === null ? (0,report/* outcome */.bu)(record) : "completed, rolled back later";
    const after = undoneBy === null ? why(record) : `<br><small>rolled back by ${html(undoneBy)}</small>`;
    const gates = gateWords(record);
    return {
        id: record.id,
        outcome: undoneBy === null ? measures.outcome : "rolled_back",
        type,
        month: startedAt.slice(0, 7),
        cells: [
            `${undoneBy === null ? release_card_status(record) : chip("bad", ended)}${after}`,
            (0,report/* wordsOf */.Z9)(type),
            moment(startedAt),
            html(by),
            elapsed,
            html(slow),
            back,
            gates,
        ],
        words: [ended, (0,report/* wordsOf */.Z9)(type), startedAt.slice(0, 16).replace("T", " "), by, elapsed, slow, back, gates],
    };
}
function why(record) {
    const { verdict, failure, plan } = record;
    const reason = verdict?.reason ?? failure?.failureReason ?? plan.rollback?.reason ?? plan.redeploy?.reason;
    return [...(0,report/* firstLines */.UV)(record), ...(reason === undefined ? [] : [reason])]
        .map((line) => `<br><small>${html(line)}</small>`)
        .join("");
}
function gateWords({ gates, plan }) {
    if (gates.size === 0)
        return "none ran";
    const results = [...gates.values()];
    const failed = results.filter(({ status: end }) => end !== "passed").map(({ gate }) => gate);
    const passed = `${results.length - failed.length} of ${plan.gates.length}`;
    return failed.length === 0 ? passed : `${passed}, not ${failed.join(", ")}`;
}

;// CONCATENATED MODULE: ./build/packages/dashboard/history-pages.js



const pageRows = 100;
function historyPages(rows) {
    const filters = filtersOf(rows);
    const [all, ...others] = filters;
    return [...(all === undefined ? [] : [all]), ...others].flatMap((filter) => pagesOf(filter, filters));
}
function filtersOf(rows) {
    const outcomes = Map.groupBy(rows, ({ outcome }) => outcome);
    const types = Map.groupBy(rows, ({ type }) => type);
    const months = Map.groupBy(rows, ({ month }) => month);
    const both = [...types].flatMap(([type, some]) => [...Map.groupBy(some, ({ outcome }) => outcome)].map(([outcome, own]) => ({
        name: `${type}-${slug(outcome)}`,
        kind: "both",
        words: `${(0,report/* wordsOf */.Z9)(type)}, ${(0,report/* wordsOf */.Z9)(outcome)}`,
        rows: own,
    })));
    return [
        { name: "index", kind: "simple", words: "All", rows },
        ...[...outcomes].map(([name, own]) => ({
            name: slug(name),
            kind: "simple",
            words: (0,report/* wordsOf */.Z9)(name),
            rows: own,
        })),
        ...[...types].map(([name, own]) => ({ name, kind: "simple", words: (0,report/* wordsOf */.Z9)(name), rows: own })),
        ...both,
        ...[...months].map(([name, own]) => ({ name, kind: "month", words: name, rows: own })),
    ];
}
const slug = (outcome) => outcome.replaceAll(/[ _]/g, "-");
const fileOf = (name, page) => `${name}${page === 0 ? "" : `-page-${page + 1}`}.html`;
function pagesOf({ name, words: filterWords, rows }, filters) {
    const count = Math.max(1, Math.ceil(rows.length / pageRows));
    return Array.from({ length: count }, (_, page) => ({
        path: `history/${fileOf(name, page)}`,
        title: name === "index" ? "History" : `History: ${filterWords}`,
        body: () => {
            const shown = rows.slice(page * pageRows, (page + 1) * pageRows);
            return [filterLinks(name, filters), search, table(shown), pager(name, page, count, rows.length)].join("\n");
        },
    }));
}
function filterLinks(here, filters) {
    const group = (label, some) => {
        const items = some.map(({ name, words: filterWords, rows }) => {
            const current = name === here ? ' aria-current="page"' : "";
            return `<li><a href="${fileOf(name, 0)}"${current}>${html(filterWords)} <small>${rows.length}</small></a></li>`;
        });
        return `<p id="f-${label}">${label}</p><ul aria-labelledby="f-${label}">${items.join("")}</ul>`;
    };
    const months = filters.filter(({ kind }) => kind === "month");
    const simple = filters.filter(({ kind }) => kind === "simple");
    const both = filters.filter(({ kind }) => kind === "both");
    const older = group("Months", months);
    return `<nav class="filters" aria-label="Filters">${group("Releases", simple)}
<details${isShut(here, filters)}><summary>By type and outcome, by month</summary>${group("Both", both)}${older}</details></nav>`;
}
function isShut(here, filters) {
    return filters.some(({ name, words: own }) => name === here && (own.includes(",") || /^\d/.test(name)))
        ? " open"
        : "";
}
const search = `<p id="searching" hidden><label for="search">Search all releases</label> <input id="search" type="search" autocomplete="off" placeholder="failed hotfix 2026-03"> <span id="found" role="status"></span></p>`;
function table(rows) {
    if (rows.length === 0)
        return "<p>No release yet.</p>";
    const cells = rows.map(({ id, cells: rest }) => [
        `<a href="../releases/${part(id)}.html">${html(id)}</a>`,
        ...rest,
    ]);
    return `<div id="rows">${wideTable("Releases", historyHead, cells)}</div>`;
}
function pager(name, page, count, total) {
    if (count === 1)
        return `<p>${total} ${total === 1 ? "release" : "releases"}.</p>`;
    const newer = page === 0 ? "" : `<li><a rel="prev" href="${fileOf(name, page - 1)}">Newer</a></li>`;
    const older = page + 1 === count ? "" : `<li><a rel="next" href="${fileOf(name, page + 1)}">Older</a></li>`;
    return `<nav class="pager" aria-label="Parts of the history"><ul>${newer}<li>Part ${page + 1} of ${count}, ${total} releases</li>${older}</ul></nav>`;
}

;// CONCATENATED MODULE: ./build/packages/dashboard/environments.js


function servedBy(releases) {
    const served = new Map();
    const note = (one) => {
        const known = served.get(one.environment);
        if (known === undefined || known.at <= one.at)
            served.set(one.environment, one);
    };
    for (const { facts, record } of releases)
        for (const fact of facts)
            sightIn(fact, record).forEach(note);
    return served;
}
function sightIn(fact, { deployments }) {
    if (fact.type === "traffic-reverted" && fact.status === "passed")
        return [{ environment: fact.environment, version: fact.to, percent: 100, at: fact.at }];
    if (fact.type !== "traffic-shifted")
        return [];
    const { environment, version, percent, at } = fact;
    const previous = deployments.get(environment)?.previous;
    if (previous === undefined)
        return [{ environment, version, percent, at }];
    return percent === 0
        ? [{ environment, version: previous, percent: 100, at }]
        : [{ environment, version, percent, at, previous }];
}
function environments(releases, undelivered, webUrl) {
    const served = servedBy(releases);
    if (served.size === 0)
        return "";
    const rows = [...served.values()].map(({ environment, version, percent, previous, at }) => [
        html(environment),
        `${html(version)}${percent === 100 ? "" : `, ${percent} %`}`,
        percent === 100 ? "nothing else" : `${html(previous ?? "the version before")}, ${100 - percent} %`,
        moment(at),
    ]);
    return `<section aria-labelledby="environments"><h2 id="environments">Environments</h2>
${wideTable("What serves where", ["Environment", "Version", "Beside it", "Since"], rows)}
${difference(undelivered, webUrl)}</section>
`;
}
function difference({ staging, production, releases, commits }, webUrl) {
    if (staging === null || production === null)
        return "";
    if (releases.length === 0)
        return "<p>Staging and production have the same version.</p>\n";
    const lists = releases.map(({ id, changelog }) => changeList(`${id}, not in production`, changelog));
    const count = commits === null ? "" : `, ${commits} commits`;
    const diff = webUrl === undefined ? "" : `: ${compareLink(webUrl, production, staging, "code")}`;
    return `<p>From production (${html(production)}) to staging (${html(staging)})${count}${diff}</p>
${lists.join("\n")}
`;
}

;// CONCATENATED MODULE: ./build/packages/dashboard/glance.js



function glance(flights, now) {
    if (flights.length === 0)
        return "";
    const rows = flights.map(({ record, measures }) => [
        `<a href="#r-${record.id.replaceAll(/[^A-Za-z0-9_-]/g, "-")}">${html(record.id)}</a>`,
        html((0,report/* wordsOf */.Z9)((0,report/* stateName */.Vi)(record, record.state))),
        waitText(measures, now),
        `${(0,report/* board */.no)(record, now).percent} %`,
        took(measures.elapsedMs),
        targetText(measures),
        html(gateWords(record)),
        testsText(measures),
    ]);
    const head = ["Release", "State", "Waits for", "Done", "Since its start", "Work of target", "Gates", "Tests"];
    return `<div class="glance">${wideTable("In flight at a glance", head, rows)}</div>`;
}
function targetText({ workMs, targetMs, overTarget }) {
    if (targetMs === null)
        return "no target";
    return `${took(workMs)} of ${took(targetMs)}${overTarget ? " <strong>⚠ over target</strong>" : ""}`;
}
function testsText({ gates }) {
    const newest = new Map(gates.map((run) => [run.gate, run.tests]));
    const runs = ["unit", "integration"].flatMap((gate) => {
        const tests = gate === "unit" || gate === "integration" ? newest.get(gate) : undefined;
        return tests === undefined ? [] : [tests];
    });
    if (runs.length === 0)
        return "none ran yet";
    const passed = runs.reduce((sum, tests) => sum + tests.passed, 0);
    const failed = runs.reduce((sum, tests) => sum + tests.failed, 0);
    return `${passed} of ${passed + failed} passed`;
}
function waitText({ waiting }, now) {
    if (waiting === null)
        return "nobody";
    const until = waiting.until === null ? "" : `, until ${moment(waiting.until)}`;
    const where = waiting.environment === null ? "" : ` of ${waiting.environment}`;
    const sinceMs = Math.max(0, now - Date.parse(waiting.since));
    return `${chip("wait", `${(0,report/* wordsOf */.Z9)(waiting.for)}${where}`)}<br><small>for ${took(sinceMs)}${until}</small>`;
}

;// CONCATENATED MODULE: ./build/packages/dashboard/numbers.js


const none = "no data yet";
function shareText({ share }) {
    return share === null ? none : `${(100 * share).toFixed(share > 0.99 && share < 1 ? 1 : 0)} %`;
}
const overText = ({ part, n }, what) => (n === 0 ? "" : `${part} of ${n} ${what}`);
function timeText(ms) {
    return ms === null ? none : took(ms);
}
const nText = (n, what) => (n === 0 ? "" : `n = ${n} ${what}`);
function tiles({ success, rollbackFrequency, cycleTimeMs, timeToRestoreMs, gateCompliance, smokeCompliance, humanActions, }) {
    const each = [
        ["Completed and still good", shareText(success), overText(success, "attempts")],
        ["Rolled back", shareText(rollbackFrequency), overText(rollbackFrequency, "attempts")],
        ["Cycle time, median", timeText(cycleTimeMs.median), spreadOver(cycleTimeMs, "releases")],
        ["Time to restore, median", timeText(timeToRestoreMs.median), spreadOver(timeToRestoreMs, "rollbacks")],
        ["Deployed with every gate passed", shareText(gateCompliance), overText(gateCompliance, "releases")],
        ["Deployed with smoke tests passed", shareText(smokeCompliance), overText(smokeCompliance, "deployments")],
        [
            "Human actions a release, median",
            humanActions.median === null ? none : String(humanActions.median),
            nText(humanActions.n, "releases"),
        ],
    ];
    const items = each.map(([name, value, over = ""]) => `<div><dt>${name}</dt><dd class="value">${value}</dd><dd><small>${over}</small></dd></div>`);
    return `<dl class="tiles">${items.join("")}</dl>`;
}
function spreadOver({ n, p90 }, what) {
    return n === 0 ? "" : `n = ${n} ${what}, nine of ten ≤ ${timeText(p90)}`;
}
function doraTable({ dora }) {
    const rows = [
        [
            "Change lead time",
            timeText(dora.changeLeadTimeMs.median),
            timeText(dora.changeLeadTimeMs.p90),
            nText(dora.changeLeadTimeMs.n, "commits"),
            "from commit to production",
        ],
        [
            "Deployment frequency",
            frequencyText(dora),
            timeText(dora.deploymentFrequency.betweenMs.p90),
            nText(dora.deploymentFrequency.n, "releases"),
            "releases that completed in production; p90: time between two",
        ],
        [
            "Failed deployment recovery time",
            timeText(dora.failedDeploymentRecoveryMs.median),
            timeText(dora.failedDeploymentRecoveryMs.p90),
            `${nText(dora.failedDeploymentRecoveryMs.n, "failures")}${dora.failedDeploymentRecoveryMs.open === 0 ? "" : `, ${dora.failedDeploymentRecoveryMs.open} still open`}`,
            "from detection until a rollback or hotfix was complete",
        ],
        [
            "Change fail rate",
            shareText(dora.changeFailRate),
            "–",
            overText(dora.changeFailRate, "deployments"),
            "rolled back or mended by a hotfix",
        ],
        [
            "Deployment rework rate",
            shareText(dora.deploymentReworkRate),
            "–",
            overText(dora.deploymentReworkRate, "deployments"),
            "hotfixes",
        ],
    ];
    const caught = `Apart from these: ${shareText(dora.caughtInCanary)} of rollouts (${dora.caughtInCanary.part} of ${dora.caughtInCanary.n}) went back by themselves before all traffic was on them. Caught in time, they are no change failures.`;
    return `${wideTable("DORA's five metrics", ["Metric", "Median or share", "p90", "Counted over", "What is counted"], rows)}
<p><small>${caught} <a href="https://dora.dev/guides/dora-metrics/">Definitions of dora.dev</a>; ${dayOf(dora.window.from)} to ${dayOf(dora.window.to)}, ${dora.window.days.toFixed(0)} days. For one service over time, not to compare teams.</small></p>`;
}
const dayOf = (iso) => html(iso.slice(0, 10));
function frequencyText({ deploymentFrequency: { perWeek } }) {
    return perWeek === null ? none : `${perWeek.toFixed(perWeek < 10 ? 1 : 0)} a week`;
}
function detailTables(measures) {
    return [gatesTable(measures), placesTable(measures), statesTable(measures), causes(measures), adaptersTable(measures)]
        .filter((table) => table !== "")
        .join("\n");
}
function section(heading, body) {
    const id = heading.toLowerCase().replaceAll(/[^a-z]+/g, "-");
    return `<section aria-labelledby="${id}"><h2 id="${id}">${heading}</h2>
${body}
</section>`;
}
function gatesTable({ gates, security }) {
    if (gates.length === 0)
        return "";
    const rows = gates.map((one) => [
        one.gate,
        shareText(one.passed),
        overText(one.passed, "runs"),
        `${one.overridden} overridden, ${one.notRun} not run`,
        timeText(one.tookMs.median),
        timeText(one.tookMs.p90),
        overText(one.overTarget, "runs"),
        one.tests.n === 0 ? "–" : overText(one.tests, "tests"),
        one.latestCoverage === null
            ? "–"
            : `${one.latestCoverage.toFixed(1)} %, median ${(one.coverage.median ?? 0).toFixed(1)} %`,
    ]);
    const head = [
        "Gate",
        "Passed",
        "Counted over",
        "Besides",
        "Time, median",
        "p90",
        "Over target",
        "Tests passed",
        "Coverage now",
    ];
    const { n, critical, high, other, allowed } = security;
    const found = `<p>Security: ${critical} critical, ${high} high and ${other} lower findings in ${n} scans; ${allowed} allowed by people.</p>`;
    return section("Quality gates", `${wideTable("Quality gates", head, rows)}\n${found}`);
}
function placesTable({ smoke, deployments }) {
    const rows = [
        ...deployments.map((one) => [
            `Deployment to ${one.environment}`,
            shareText(one.passed),
            overText(one.passed, "deployments"),
            timeText(one.tookMs.median),
            timeText(one.tookMs.p90),
        ]),
        ...smoke.map((one) => [
            one.place === "rollback" ? "Smoke tests after rollback" : `Smoke tests in ${one.place}`,
            shareText(one.passed),
            overText(one.passed, "runs"),
            timeText(one.tookMs.median),
            timeText(one.tookMs.p90),
        ]),
    ];
    if (rows.length === 0)
        return "";
    return section("Deployments and smoke tests", wideTable("Deployments and smoke tests", ["Where", "Passed", "Counted over", "Time, median", "p90"], rows));
}
function statesTable({ states }) {
    if (states.length === 0)
        return "";
    const rows = states.map((one) => [
        (0,report/* wordsOf */.Z9)(one.state),
        shareText(one.ofWork),
        overText(one.slowestIn, "releases"),
        timeText(one.tookMs.median),
        timeText(one.tookMs.p90),
        overText(one.overTarget, "visits"),
    ]);
    return section("Bottlenecks", wideTable("Bottlenecks", ["State", "Share of all time", "The slowest in", "Time, median", "p90", "Over target"], rows));
}
function causes({ rollbackCauses, failureCauses, humanActions }) {
    const lists = [
        ["Why releases went back", rollbackCauses],
        ["Why releases failed", failureCauses],
        ["What people did", humanActions.by],
    ];
    const rows = lists.flatMap(([name, counted]) => (counted.length === 0 ? [] : [[name, countedText(counted)]]));
    return rows.length === 0
        ? ""
        : section("Causes and people", wideTable("Causes and people", ["What", "How often"], rows));
}
const countedText = (counted) => counted.map(({ name, count }) => `${html((0,report/* wordsOf */.Z9)(name))} ${count}`).join(", ");
function adaptersTable({ adapters }) {
    if (adapters.length === 0)
        return "";
    const rows = adapters.map(({ kind, name, used, failed }) => [
        html(name),
        kind,
        String(used),
        failed === 0 ? "✓ 0" : `⚠ ${failed}`,
    ]);
    return section("Health of adapters", wideTable("Health of adapters", ["What", "Kind", "Used", "Failed"], rows));
}

;// CONCATENATED MODULE: ./build/packages/dashboard/overview.js






const newestShown = 10;
function overview({ releases, now, webUrl, overdue }, history, rows) {
    const live = releases
        .filter((release) => release.live)
        .toSorted((a, b) => b.record.openedAt.localeCompare(a.record.openedAt));
    const measured = new Map(history.releases.map((one) => [one.id, one]));
    const flights = live.flatMap(({ id, record }) => {
        const measures = measured.get(id);
        return measures === undefined ? [] : [{ record, measures }];
    });
    const cards = live.map(({ id, record }) => releaseCard(record, { now, webUrl, page: `releases/${part(id)}.html` }));
    return `<section aria-labelledby="live"><h2 id="live">In flight (${live.length})</h2>
${glance(flights, now)}${cards.join("\n") || '<p class="calm">No release is running. Start one: <code data-copy="c">release start --version=auto</code></p>'}
</section>
${overdueList(overdue)}${environments(releases, history.undelivered, webUrl)}<section aria-labelledby="newest"><h2 id="newest">Newest releases</h2>
${newest(rows)}
</section>
<section aria-labelledby="numbers"><h2 id="numbers">Numbers</h2>
${numbers(history)}
</section>`;
}
function overdueList(overdue) {
    if (overdue.length === 0)
        return "";
    const items = overdue.map(({ release, due, url }) => `<li>${html_link(url, `Hotfix ${release}`)}, due ${moment(due)}</li>`);
    return `<section aria-labelledby="overdue"><h2 id="overdue">Overdue reviews (${overdue.length})</h2>
<ul>${items.join("")}</ul>
</section>
`;
}
function numbers({ overall }) {
    if (overall.counts.attempts === 0)
        return "<p>There are none before the first release has ended.</p>";
    return `${tiles(overall)}
<h3>DORA's five</h3>
${doraTable(overall)}
<p><a href="trends.html">All numbers, and how they moved</a></p>`;
}
function newest(rows) {
    if (rows.length === 0)
        return "<p>No release yet.</p>";
    const cells = rows
        .slice(0, newestShown)
        .map(({ id, cells: rest }) => [
        `<a href="releases/${part(id)}.html">${html(id)}</a>`,
        ...rest,
    ]);
    return `${wideTable("Newest releases", historyHead, cells)}
<p><a href="history/index.html">All ${rows.length} in the history</a></p>`;
}

;// CONCATENATED MODULE: ./build/packages/dashboard/periods.js




const dayMs = 86_400_000;
const kinds = { month: "Months", quarter: "Quarters", sprint: "Sprints" };
function periodPages(histories, found) {
    const reports = histories.flatMap((history) => {
        const days = Map.groupBy(history.releases, ({ concludedAt }) => concludedAt?.slice(0, 10));
        return told(history).map((period) => ({
            path: `periods/${periods_fileOf(history, period)}`,
            title: nameOf(history, period),
            body: () => periods_report(releasesIn(period, days), period, found),
        }));
    });
    return [{ path: "periods/index.html", title: "Periods", body: () => list(histories) }, ...reports];
}
const told = ({ periods }) => periods.filter(({ counts }) => counts.attempts > 0).toReversed();
const periods_fileOf = ({ period: { kind } }, { name }) => `${kind}-${name}.html`;
function nameOf({ period: { kind } }, { name }) {
    return kind === "sprint" ? `Sprint from ${name}` : name;
}
function list(histories) {
    const some = histories.filter((history) => told(history).length > 0);
    if (some.length === 0)
        return "<p>There are none before the first release has ended.</p>";
    return some
        .map((history) => {
        const { kind } = history.period;
        const rows = told(history).map((period) => [
            `<a href="${part(periods_fileOf(history, period))}">${html(nameOf(history, period))}</a>`,
            String(period.counts.attempts),
            String(period.counts.completed),
            shareText(period.success),
            shareText(period.dora.changeFailRate),
            timeText(period.cycleTimeMs.median),
            timeText(period.dora.changeLeadTimeMs.median),
        ]);
        const head = [
            "Period",
            "Attempts",
            "Completed",
            "Still good",
            "Change fail rate",
            "Cycle time, median",
            "Lead time, median",
        ];
        return `<section aria-labelledby="${kind}"><h2 id="${kind}">${kinds[kind]}</h2>
${wideTable(kinds[kind], head, rows)}
</section>`;
    })
        .join("\n");
}
function releasesIn({ window: { from, to } }, days) {
    const found = [];
    for (let ms = Date.parse(`${from.slice(0, 10)}T00:00:00Z`); ms < Date.parse(to); ms += dayMs)
        found.push(...(days.get(new Date(ms).toISOString().slice(0, 10)) ?? []));
    return found
        .filter(({ concludedAt }) => concludedAt !== null && concludedAt >= from && concludedAt < to)
        .toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
}
function periods_report(releases, period, found) {
    const { window, counts } = period;
    const rows = releases.map((one) => [
        `<a href="../releases/${part(one.id)}.html">${html(one.id)}</a>`,
        one.undoneBy === null ? html((0,report/* wordsOf */.Z9)(one.outcome)) : `completed, rolled back later by ${html(one.undoneBy)}`,
        html((0,report/* wordsOf */.Z9)(one.type)),
        (one.concludedAt ?? "").slice(0, 10),
        html(one.by),
        one.cycleMs === null ? "–" : timeText(one.cycleMs),
        html(one.rollback?.reason ?? one.failure?.reason ?? ""),
    ]);
    return `<p>${html(window.from.slice(0, 10))} to ${html(window.to.slice(0, 10))}, the end not included: ${counts.completed} completed, ${counts.failed} failed, ${counts.rolledBack} rolled back, ${counts.undone} taken back later; attempts in all: ${counts.attempts}, hotfixes among them: ${counts.hotfixes}, retries: ${counts.retries}.</p>
${tiles(period)}
<section aria-labelledby="dora"><h2 id="dora">DORA</h2>
${doraTable(period)}
</section>
${detailTables(period)}
${troubles(releases, found, { root: "../", atMost: 200 })}
<section aria-labelledby="list"><h2 id="list">Releases</h2>
${wideTable("Releases", ["Release", "Outcome", "Type", "Concluded", "By", "Cycle time", "Why"], rows)}
</section>`;
}

;// CONCATENATED MODULE: ./build/packages/dashboard/release-page.js



function releasePage({ record, facts }, place) {
    return `${releaseCard(record, place)}
<section aria-labelledby="times"><h2 id="times">Time by state</h2>
${times(record, facts)}
</section>
${smokeRuns(record)}${links(record)}`;
}
const shown = (ms) => (ms === undefined || ms === 0 ? "–" : took(ms));
function times(record, facts) {
    const rows = (0,report/* visitTimes */.hx)(record, facts).map((visit) => [
        html((0,report/* wordsOf */.Z9)((0,report/* stateName */.Vi)(record, visit.state))),
        `${took(visit.tookMs)}${visit.overTarget ? " ⚠ over target" : ""}`,
        shown(visit.waitedMs),
        shown(visit.watchedMs),
        shown((0,report/* timingOf */.II)(record, visit.state).targetMs),
    ]);
    return wideTable("Time by state", ["State", "Took", "Of it waiting", "Of it watching", "Target"], rows);
}
function smokeRuns({ smoke }) {
    if (smoke.length === 0)
        return "";
    const rows = smoke.map((run) => [
        html(run.environment),
        html(run.point),
        run.status === "passed" ? "✓ passed" : "✗ failed",
        `${run.categoriesPassed} of ${run.categoriesPassed + run.categoriesFailed} categories`,
        took(run.executionTimeMs),
        run.failedTests.slice(0, 5).map(html).join("<br>"),
    ]);
    return `<section aria-labelledby="smoke"><h2 id="smoke">Smoke tests</h2>
${wideTable("Smoke tests", ["Environment", "Point", "Result", "Categories", "Time", "Failed"], rows)}
</section>
`;
}
function links({ pullRequest, published }) {
    const found = [
        ...(pullRequest === undefined ? [] : [html_link(pullRequest.url, `Pull request ${pullRequest.number}`)]),
        ...published.map(({ what, url }) => html_link(url, what.replaceAll("-", " "))),
    ];
    if (found.length === 0)
        return "";
    return `<section aria-labelledby="more"><h2 id="more">More</h2><ul>${found.map((one) => `<li>${one}</li>`).join("")}</ul></section>
`;
}

// EXTERNAL MODULE: ./node_modules/d3-scale/src/linear.js + 7 modules
var linear = __webpack_require__(60966);
// EXTERNAL MODULE: ./node_modules/d3-scale/src/band.js + 1 modules
var band = __webpack_require__(63166);
// EXTERNAL MODULE: ./node_modules/d3-shape/src/line.js + 6 modules
var line = __webpack_require__(14912);
;// CONCATENATED MODULE: ./build/packages/dashboard/plot.js



const width = 560;
const height = 190;
const edge = { left: 76, right: 12, top: 10, bottom: 26 };
const namesAtMost = 7;
const ticks = 4;
function plot({ id, title, points, show, top }) {
    const known = points.filter(({ value }) => value !== undefined);
    const rows = points
        .toReversed()
        .map(({ name, value, n }) => [
        html(name),
        value === undefined ? "–" : html(show(value)),
        String(n),
    ]);
    const table = `<details><summary>Numbers<span class="hidden"> of ${html(title)}</span></summary>${wideTable(`${title} in numbers`, ["Period", title, "n"], rows)}</details>`;
    const drawing = known.length === 0 ? "<p>no data yet</p>" : svg({ id, title, points, show, ...(top === undefined ? {} : { top }) });
    return `<figure><figcaption>${html(title)}</figcaption>${drawing}${table}</figure>`;
}
function svg({ id, title, points, show, top }) {
    const most = Math.max(...points.map(({ value }) => value ?? 0));
    const y = (0,linear/* default */.A)()
        .domain([0, top ?? (most === 0 ? 1 : most)])
        .range([height - edge.bottom, edge.top]);
    if (top === undefined)
        y.nice(ticks);
    const x = (0,band/* point */.z)(points.map(({ name }) => name), [edge.left, width - edge.right]).padding(0.3);
    const place = ({ name }) => Math.round((x(name) ?? 0) * 10) / 10;
    const heightOf = (value) => Math.round(y(value) * 10) / 10;
    const drawn = (0,line/* default */.A)()
        .defined(({ value }) => value !== undefined)
        .x(place)
        .y(({ value }) => heightOf(value ?? 0))(points);
    const dots = points.length > 60
        ? []
        : points.flatMap((point) => point.value === undefined
            ? []
            : [`<circle class="dot" cx="${place(point)}" cy="${heightOf(point.value)}" r="3.5"/>`]);
    const every = Math.ceil(points.length / namesAtMost);
    const names = points.map((point, index) => (points.length - 1 - index) % every === 0
        ? `<text x="${place(point)}" y="${height - 6}" text-anchor="middle">${html(point.name)}</text>`
        : "");
    const levels = y
        .ticks(ticks)
        .map((value) => `<line class="axis" x1="${edge.left}" x2="${width - edge.right}" y1="${heightOf(value)}" y2="${heightOf(value)}"/><text x="${edge.left - 8}" y="${heightOf(value) + 4}" text-anchor="end">${html(show(value))}</text>`);
    return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title"><title id="${id}-title">${html(plot_said(title, points, show))}</title>${levels.join("")}<path class="line" d="${drawn ?? ""}"/>${dots.join("")}${names.join("")}</svg>`;
}
function plot_said(title, points, show) {
    const known = points.flatMap(({ name, value }) => (value === undefined ? [] : [{ name, value }]));
    const [first, last] = [known[0], known.at(-1)];
    if (first === undefined || last === undefined)
        return title;
    const lowest = known.reduce((a, b) => (b.value < a.value ? b : a));
    const highest = known.reduce((a, b) => (b.value > a.value ? b : a));
    return `${title}: from ${show(first.value)} in ${first.name} to ${show(last.value)} in ${last.name}; lowest ${show(lowest.value)} (${lowest.name}), highest ${show(highest.value)} (${highest.name}).`;
}

;// CONCATENATED MODULE: ./build/packages/dashboard/trends.js



const trends_shownAtMost = 36;
function trends({ overall, periods, releases }, found) {
    const shown = periods.slice(-trends_shownAtMost);
    if (shown.length === 0)
        return "<p>There are none before the first release has ended.</p>";
    return `<p>By month, the last ${shown.length}. The newest month is not over.</p>
<div class="plots">
${plotsOf(shown).map(plot).join("\n")}
</div>
<h2>Since the first release</h2>
${tiles(overall)}
${detailTables(overall)}
${troubles(releases, found, { root: "", atMost: 20 })}`;
}
const secondUnit = [1000, "s"];
const units = [[86_400_000, "d"], [3_600_000, "h"], [60_000, "min"], secondUnit];
function plotsOf(periods) {
    const shares = (id, title, of) => ({
        id,
        title,
        top: 1,
        show: (value) => `${Math.round(100 * value)} %`,
        points: periods.map((one) => ({ name: one.name, value: of(one).share ?? undefined, n: of(one).n })),
    });
    const times = (id, title, of) => {
        const most = Math.max(...periods.map((one) => of(one)?.median ?? 0));
        const [ms, unit] = units.find(([size]) => most >= 2 * size) ?? secondUnit;
        const points = periods.map((one) => {
            const median = of(one)?.median ?? undefined;
            return { name: one.name, value: median === undefined ? undefined : median / ms, n: of(one)?.n ?? 0 };
        });
        return { id, title, points, show: (value) => `${Math.round(10 * value) / 10} ${unit}` };
    };
    const numbers = (id, title, of) => ({
        id,
        title,
        show: (value) => String(Math.round(value * 10) / 10),
        points: periods.map((one) => {
            const { value, n } = of(one);
            return { name: one.name, value, n };
        }),
    });
    const coverage = (name, title) => ({
        id: `coverage-${name}`,
        title,
        top: 100,
        show: (value) => `${value.toFixed(0)} %`,
        points: periods.map((one) => {
            const { median = null, n = 0 } = gate(one, name)?.coverage ?? {};
            return { name: one.name, value: median ?? undefined, n };
        }),
    });
    return [
        numbers("releases", "Releases completed", ({ counts }) => ({ value: counts.completed, n: counts.attempts })),
        shares("success", "Completed and still good", ({ success }) => success),
        shares("rolled-back", "Rolled back", ({ rollbackFrequency }) => rollbackFrequency),
        shares("fail-rate", "Change fail rate", ({ dora }) => dora.changeFailRate),
        times("cycle", "Cycle time, median", ({ cycleTimeMs }) => cycleTimeMs),
        times("lead", "Change lead time, median", ({ dora }) => dora.changeLeadTimeMs),
        times("restore", "Time to restore, median", ({ timeToRestoreMs }) => timeToRestoreMs),
        shares("gates", "Gate runs passed", passedGates),
        numbers("findings", "Security findings, critical and high", ({ security }) => ({
            value: security.n === 0 ? undefined : security.critical + security.high,
            n: security.n,
        })),
        ...places.flatMap(([place, name]) => periods.some(({ smoke }) => smoke.some((one) => one.place === place))
            ? [shares(`smoke-${place}`, `Smoke tests passed, ${name}`, (one) => smokeAt(one, place))]
            : []),
        shares("gate-compliance", "Deployed with every gate passed", ({ gateCompliance }) => gateCompliance),
        times("unit", "Unit tests, time, median", (one) => gate(one, "unit")?.tookMs),
        times("integration", "Integration tests, time, median", (one) => gate(one, "integration")?.tookMs),
        times("e2e", "End-to-end tests, time, median", (one) => gate(one, "e2e")?.tookMs),
        coverage("unit", "Unit test coverage, median"),
        coverage("integration", "Integration test coverage, median"),
        ...["staging", "production"].map((where) => times(`deployment-${where}`, `Deployment to ${where}, median`, ({ deployments }) => deployments.find(({ environment }) => environment === where)?.tookMs)),
        numbers("people", "Human actions a release, median", ({ humanActions: { median, n } }) => ({
            value: median ?? undefined,
            n,
        })),
    ];
}
const places = [
    ["staging", "staging"],
    ["production", "production"],
    ["rollback", "after a rollback"],
];
function smokeAt({ smoke }, place) {
    return smoke.find((one) => one.place === place)?.passed ?? { part: 0, n: 0, share: null };
}
const gate = (one, name) => one.gates.find((entry) => entry.gate === name);
function passedGates({ gates }) {
    const part = gates.reduce((sum, { passed }) => sum + passed.part, 0);
    const n = gates.reduce((sum, { passed }) => sum + passed.n, 0);
    return { part, n, share: n === 0 ? null : part / n };
}

;// CONCATENATED MODULE: ./build/packages/dashboard/site.js










function siteOf(input) {
    const { repository, releases, now, refreshMs, sprint, kept } = input;
    const periods = [
        { kind: "month" },
        { kind: "quarter" },
        ...(sprint === undefined ? [] : [sprint]),
    ];
    const histories = (0,packages_history/* historiesOf */.u3)(releases, { now, periods, ...(kept === undefined ? {} : { kept }) });
    const [history = (0,packages_history/* historyOf */.om)(releases, { now })] = histories;
    const told = new Map(releases.map((release) => [release.id, release]));
    const rows = history.releases.flatMap((measures) => {
        const release = told.get(measures.id);
        return release === undefined ? [] : [historyRow(release, measures)];
    });
    const found = findingsBy(input.findings ?? []);
    const moving = { asOf: now, refreshMs };
    const site = new Map([...shared].map(([path, text]) => [path, () => text]));
    const add = (path, frame, body) => {
        const root = path.includes("/") ? "../" : "";
        site.set(path, () => framed({ ...frame, root, repository }, body()));
    };
    add("index.html", { title: "Releases now", here: "Now", ...moving }, () => overview(input, history, rows));
    for (const { path, title, body } of historyPages(rows))
        add(path, { title, here: "History", ...moving }, body);
    add("trends.html", { title: "Trends", here: "Trends", ...moving }, () => trends(history, found));
    for (const { path, title, body } of periodPages(histories, found))
        add(path, { title, here: "Periods", ...moving }, body);
    site.set("data.json", () => `${JSON.stringify(history)}\n`);
    site.set("metrics.txt", () => (0,packages_history/* openMetrics */.Ey)((0,packages_history/* familiesOf */.m6)(history)));
    site.set("history/rows.json", () => JSON.stringify(rows.map(({ id, words }) => [id, `releases/${part(id)}.html`, ...words])));
    for (const release of releases) {
        const { id, live } = release;
        add(`releases/${id}.html`, { title: `Release ${id}`, ...(live ? moving : {}) }, () => releasePage(release, { now, webUrl: input.webUrl, found: found.get(id) }));
    }
    return site;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/packages/dashboard/write.js



const manifestName = ".release-dashboard.json";
function writeSite(site, folder) {
    const folders = new Set([...site.keys()].map((file) => external_node_path_.dirname(file)));
    for (const own of folders)
        (0,external_node_fs_.mkdirSync)(external_node_path_.join(folder, own), { recursive: true });
    const manifest = external_node_path_.join(folder, manifestName);
    const before = digestsIn(manifest);
    (0,external_node_fs_.rmSync)(manifest, { force: true });
    const there = new Set([...folders].flatMap((own) => (0,external_node_fs_.readdirSync)(external_node_path_.join(folder, own)).map((name) => external_node_path_.join(own, name))));
    const digests = {};
    let changed = 0;
    for (const [file, text] of site) {
        const bytes = Buffer.from(text());
        const digest = (0,external_node_crypto_.createHash)("sha256").update(bytes).digest("base64url");
        digests[file] = digest;
        if (before.get(file) === digest && there.has(external_node_path_.normalize(file)))
            continue;
        (0,external_node_fs_.writeFileSync)(external_node_path_.join(folder, file), bytes);
        changed += 1;
    }
    (0,external_node_fs_.writeFileSync)(manifest, JSON.stringify(digests));
    return { files: site.size, changed };
}
function digestsIn(manifest) {
    try {
        const read = JSON.parse((0,external_node_fs_.readFileSync)(manifest, "utf8"));
        return new Map(typeof read === "object" && read !== null ? Object.entries(read) : []);
    }
    catch {
        return new Map();
    }
}

;// CONCATENATED MODULE: ./build/packages/dashboard/index.js







/***/ })

};
