import { createHash } from "node:crypto";

import { html, moment } from "./html.ts";
import { script } from "./script.ts";
import { shortcuts } from "./shortcuts.ts";
import { style } from "./style.ts";

/** What stands around every page. */
export interface Frame {
  readonly title: string;
  /** Its entry in the navigation; absent: it has none. */
  readonly here?: string;
  /** Way from this page to the folder of the site: `` or `../`. */
  readonly root: "" | "../";
  readonly repository: string;
  /** Moment of the data, ms since the epoch; absent: nothing on the page changes any more. */
  readonly asOf?: number | undefined;
  /** How often a browser asks for news, in ms; absent: the page stays as it is. */
  readonly refreshMs?: number | undefined;
}

const sections = [
  ["index.html", "Now"],
  ["history/index.html", "History"],
  ["trends.html", "Trends"],
  ["periods/index.html", "Periods"],
] as const;

/** What the pages share: thousands of them would repeat it. */
export const shared: ReadonlyMap<string, string> = new Map([
  ["site.css", style],
  ["site.js", script],
]);

/** A new style or script has a new address: no browser shows a page with those that it kept of an older one. */
const addressOf = (name: string): string => {
  const digest = createHash("sha256").update(shared.get(name) ?? "");
  return `${name}?${digest.digest("hex").slice(0, 8)}`;
};
const [styleAddress, scriptAddress] = [addressOf("site.css"), addressOf("site.js")];

/**
 * Nothing within a page is obeyed, only the style and the script of this site, and they reach nothing else: text that
 * slipped through could not act. `file:` is for a site that is opened from a folder; a page of a host cannot load it.
 */
const policy =
  "default-src 'none'; style-src 'self' file:; script-src 'self' file:; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'";

/** A whole page around what stands in `main`. It can be read without its script. */
export function framed({ title, here, root, repository, asOf, refreshMs }: Frame, main: string): string {
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
