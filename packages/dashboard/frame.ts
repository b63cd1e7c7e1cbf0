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

const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** Only this style and this script count, and the script reaches this site only: text that slipped through could not act. */
const policy = `default-src 'none'; style-src ${hash(style)}; script-src ${hash(script)}; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'`;

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
<style>${style}</style>
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
<script>${script}</script>
</body>
</html>
`;
}
