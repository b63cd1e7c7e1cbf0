import { timing, type ReleaseRecord } from "#machine";

import { board } from "./board.ts";
import { gateNumbers } from "./gates.ts";
import { outcome } from "./release-report.ts";
import { duration } from "./text.ts";
import { timeIn } from "./timeline.ts";

export interface DashboardRelease {
  readonly record: ReleaseRecord;
  readonly live: boolean;
}

/** All releases as one static page, readable without a script. `now` in ms since the epoch: the page shows its age. */
export function dashboard(repository: string, releases: readonly DashboardRelease[], now: number): string {
  const newest = releases.toSorted((a, b) => b.record.openedAt.localeCompare(a.record.openedAt));
  const live = newest.filter((release) => release.live);
  const ended = newest.filter((release) => !release.live);
  const at = new Date(now).toISOString();
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Releases of ${html(repository)}</title>
<style>${style}</style>
</head>
<body>
<header><h1>Releases of ${html(repository)}</h1><p>As of <time datetime="${at}">${at.replace("T", " ").slice(0, 19)} UTC</time></p></header>
<main>
<section aria-labelledby="live"><h2 id="live">In flight (${live.length})</h2>${live.map((release) => inFlight(release.record, now)).join("") || "<p>No release is running.</p>"}</section>
<section aria-labelledby="numbers"><h2 id="numbers">Numbers</h2>${numbers(ended.map(({ record }) => record))}</section>
<section aria-labelledby="history"><h2 id="history">History (${ended.length})</h2>${history(ended.map(({ record }) => record))}</section>
</main>
</body>
</html>
`;
}

const style = `:root{color-scheme:light dark;--fg:#1b1f24;--bg:#fff;--line:#8c959f}
@media (prefers-color-scheme:dark){:root{--fg:#e6edf3;--bg:#0d1117;--line:#6e7681}}
body{font:16px/1.5 system-ui,sans-serif;color:var(--fg);background:var(--bg);margin:0 auto;max-width:70rem;padding:1rem}
table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid var(--line);padding:.4rem .6rem;text-align:left;vertical-align:top}
pre{border:1px solid var(--line);padding:1rem;overflow:auto}progress{width:100%}.scroll{overflow-x:auto}`;

function inFlight(record: ReleaseRecord, now: number): string {
  const view = board(record, now);
  return `<article aria-label="${html(record.id)}"><h3>${html(record.id)}: ${html(outcome(record))}</h3>
<progress max="100" value="${view.percent}" aria-label="Progress of ${html(record.id)}">${view.percent} %</progress> <span>${view.percent} %</span>
<pre>${html(view.lines.join("\n"))}</pre></article>`;
}

function numbers(records: readonly ReleaseRecord[]): string {
  const tried = records.filter(({ plan }) => plan.releaseType !== "rollback");
  const completed = tried.filter(({ state }) => state === "completed");
  const rolledBack = tried.filter(({ state }) => state === "rolled_back");
  const cycle = completed
    .map((record) => Date.parse(record.lastAt) - Date.parse(record.openedAt))
    .toSorted((a, b) => a - b);
  const median = cycle[Math.floor(cycle.length / 2)];
  const gates = tried.flatMap((record) => [...record.gates.values()]);
  const passed = gates.filter(({ status }) => status === "passed").length;
  const rows = [
    ["Success rate", share(completed.length, tried.length)],
    ["Rolled back", share(rolledBack.length, tried.length)],
    [
      "Cycle time, median",
      median === undefined ? "no completed release yet" : `${duration(median)} (n = ${cycle.length})`,
    ],
    ["Gates passed", share(passed, gates.length)],
  ];
  return `<table><tbody>${rows.map(([name, value]) => `<tr><th scope="row">${name}</th><td>${value}</td></tr>`).join("")}</tbody></table>`;
}

const share = (part: number, whole: number) =>
  whole === 0 ? "no data yet" : `${((100 * part) / whole).toFixed(0)} % (${part} of ${whole})`;

function history(records: readonly ReleaseRecord[]): string {
  if (records.length === 0) return "<p>No release has ended yet.</p>";
  const rows = records.map((record) => {
    const gates = [...record.gates.values()].map(
      (gate) => `${gate.gate}: ${gate.status} (${gateNumbers(gate.metrics)})`,
    );
    const slowest = record.visits
      .map(({ state }, index) => ({ state, ms: timeIn(record, index) }))
      .filter(({ state }) => timing[state].targetMs !== undefined)
      .toSorted((a, b) => b.ms - a.ms)[0];
    return `<tr><th scope="row">${html(record.id)}</th><td>${html(outcome(record))}${why(record)}</td><td><time datetime="${record.openedAt}">${record.openedAt.slice(0, 16).replace("T", " ")}</time></td><td>${html(record.plan.initiatedBy)}</td><td>${duration(Date.parse(record.lastAt) - Date.parse(record.openedAt))}</td><td>${slowest === undefined ? "–" : `${slowest.state}, ${duration(slowest.ms)}`}</td><td><details><summary>${gates.length} gates</summary>${gates.map(html).join("<br>")}</details></td></tr>`;
  });
  const head = ["Release", "Ended", "Started (UTC)", "By", "Took", "Slowest state", "Gates"];
  return `<div class="scroll" tabindex="0" role="region" aria-label="History of releases"><table><thead><tr>${head.map((name) => `<th scope="col">${name}</th>`).join("")}</tr></thead><tbody>${rows.join("")}</tbody></table></div>`;
}

function why(record: ReleaseRecord): string {
  const reason = record.verdict?.reason ?? record.failure?.failureReason;
  return reason === undefined ? "" : `<br><small>${html(reason)}</small>`;
}

const html = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
