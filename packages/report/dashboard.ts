import { createHash } from "node:crypto";

import type { ReleaseRecord } from "#machine";

import { figures, gateFigures, undoneBy, type Told } from "./figures.ts";
import { gateNumbers } from "./gates.ts";
import { chip, html, link, moment, wideTable, type Tone } from "./html.ts";
import { inFlight } from "./in-flight.ts";
import { firstLines } from "./allowed.ts";
import { gateWord } from "./overrides.ts";
import { outcome, trafficBackMs } from "./rollback.ts";
import { style } from "./style.ts";
import { duration } from "./text.ts";
import { slowest, visitTimes } from "./times.ts";

export interface DashboardRelease extends Told {
  readonly live: boolean;
}

/** A review of a hotfix whose time is over. */
export interface Overdue {
  readonly release: string;
  readonly due: string;
  readonly url: string;
}

function overdueList(overdue: readonly Overdue[]): string {
  if (overdue.length === 0) return "";
  const items = overdue.map(
    ({ release, due, url }) => `<li>${link(url, `Hotfix ${release}`)}, due ${moment(due)}</li>`,
  );
  return `<section aria-labelledby="overdue"><h2 id="overdue">Overdue reviews (${overdue.length})</h2>
<ul>${items.join("")}</ul>
</section>
`;
}

/** All releases as one static page, which needs no script and loads nothing. `now` in ms since the epoch: the page shows its age. */
export function dashboard(
  repository: string,
  releases: readonly DashboardRelease[],
  now: number,
  overdue: readonly Overdue[] = [],
): string {
  const newest = releases.toSorted((a, b) => b.record.openedAt.localeCompare(a.record.openedAt));
  const live = newest.filter((release) => release.live);
  const ended = newest.filter((release) => !release.live);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Releases of ${html(repository)}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#history">To the history</a>
<header><h1>Releases of ${html(repository)}</h1><p>As of ${moment(new Date(now).toISOString())}</p></header>
<main>
<section aria-labelledby="live"><h2 id="live">In flight (${live.length})</h2>
${live.map(({ record }) => inFlight(record, now)).join("\n") || "<p>No release is running.</p>"}
</section>
${overdueList(overdue)}<section aria-labelledby="numbers"><h2 id="numbers">Numbers</h2>
${numbers(ended)}
</section>
<section aria-labelledby="history"><h2 id="history" tabindex="-1">History (${ended.length})</h2>
${history(ended)}
</section>
</main>
</body>
</html>
`;
}

/** Nothing is loaded, nothing runs, nothing is sent: even text that slipped through could not act. */
const policy = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'; base-uri 'none'; form-action 'none'`;

function numbers(ended: readonly Told[]): string {
  if (ended.length === 0) return "<p>There are none before the first release has ended.</p>";
  const rows = figures(ended).map(({ name, value, over }): [string, ...string[]] => [
    html(name),
    html(value),
    html(over),
  ]);
  const byGate = gateFigures(ended).map(({ gate, passed, ran, medianMs }): [string, ...string[]] => [
    html(gate),
    `${((100 * passed) / ran).toFixed(0)} %`,
    `${passed} of ${ran} runs`,
    duration(medianMs),
  ]);
  return [
    wideTable("Speed and stability", ["Measure", "Value", "Counted over"], rows),
    ...(gates.length === 0
      ? []
      : [wideTable("Quality gates", ["Gate", "Passed", "Counted over", "Time, median"], byGate)]),
  ].join("\n");
}

function history(ended: readonly Told[]): string {
  if (ended.length === 0) return "<p>No release has ended yet.</p>";
  const undone = undoneBy(ended);
  return wideTable(
    "History of releases",
    ["Release", "Ended", "Started", "By", "Took", "Slowest state", "Traffic back after", "Gates"],
    ended.map((release) => {
      const { plan } = release.record;
      return historyRow(release, plan.redeploy === undefined ? undone.get(plan.tag) : undefined);
    }),
  );
}

function historyRow({ record, facts }: Told, undoneIn: ReleaseRecord | undefined): [string, ...string[]] {
  const slow = record.redeploy === undefined ? slowest(visitTimes(record, facts)) : undefined;
  const backMs = trafficBackMs(facts);
  const isUndone = undoneIn !== undefined && record.state === "completed";
  return [
    html(record.id),
    `${ending(record, isUndone)}${isUndone ? `<br><small>rolled back by ${html(undoneIn.id)}</small>` : why(record)}`,
    moment(record.openedAt),
    html(record.plan.initiatedBy),
    duration(Date.parse(record.lastAt) - Date.parse(record.openedAt)),
    slow === undefined ? "–" : `${html(slow.state)}, ${duration(slow.ms)}`,
    backMs === undefined ? "–" : duration(backMs),
    gates(record),
  ];
}

function ending(record: ReleaseRecord, isUndone: boolean): string {
  const isPlanned = record.plan.releaseType === "rollback" && record.escalation === undefined;
  const hasFailed = record.settled?.outcome === "failed";
  const tone: Tone = isUndone || hasFailed || (record.state !== "completed" && !isPlanned) ? "bad" : "good";
  return chip(tone, isUndone ? "completed, rolled back later" : outcome(record));
}

function why(record: ReleaseRecord): string {
  const reason =
    record.verdict?.reason ??
    record.failure?.failureReason ??
    record.plan.rollback?.reason ??
    record.plan.redeploy?.reason;
  return [...firstLines(record), ...(reason === undefined ? [] : [reason])]
    .map((line) => `<br><small>${html(line)}</small>`)
    .join("");
}

function gates(record: ReleaseRecord): string {
  const results = [...record.gates.values()];
  if (results.length === 0) return "none ran";
  const passed = results.filter(({ status }) => status === "passed").length;
  const items = results.map(
    ({ gate, status, metrics, check }) =>
      `<li>${chip(status === "passed" ? "good" : "bad", `${gate} ${gateWord(record, gate) ?? status}`)} ${html(gateNumbers(metrics, check))}</li>`,
  );
  const summary = `${passed} of ${record.plan.gates.length} passed<span class="hidden">, gates of ${html(record.id)}</span>`;
  return `<details><summary>${summary}</summary><ul>${items.join("")}</ul></details>`;
}
