import type { ReleaseRecord } from "#machine";
import { stateName, timingOf, visitTimes, wordsOf, type Told } from "#report";

import { html, link, wideTable, took } from "./html.ts";
import { releaseCard, type CardPlace } from "./release-card.ts";

/** The page of one release: its card, the time of each state, smoke tests, and where its report and its traces are. */
export function releasePage({ record, facts }: Told, place: CardPlace): string {
  return `${releaseCard(record, place)}
<section aria-labelledby="times"><h2 id="times">Time by state</h2>
${times(record, facts)}
</section>
${smokeRuns(record)}${links(record)}`;
}

const shown = (ms: number | undefined): string => (ms === undefined || ms === 0 ? "–" : took(ms));

function times(record: ReleaseRecord, facts: Told["facts"]): string {
  const rows = visitTimes(record, facts).map((visit): [string, ...string[]] => [
    html(wordsOf(stateName(record, visit.state))),
    `${took(visit.tookMs)}${visit.overTarget ? " ⚠ over target" : ""}`,
    shown(visit.waitedMs),
    shown(visit.watchedMs),
    shown(timingOf(record, visit.state).targetMs),
  ]);
  return wideTable("Time by state", ["State", "Took", "Of it waiting", "Of it watching", "Target"], rows);
}

function smokeRuns({ smoke }: ReleaseRecord): string {
  if (smoke.length === 0) return "";
  const rows = smoke.map((run): [string, ...string[]] => [
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

function links({ pullRequest, published }: ReleaseRecord): string {
  const found = [
    ...(pullRequest === undefined ? [] : [link(pullRequest.url, `Pull request ${pullRequest.number}`)]),
    ...published.map(({ what, url }) => link(url, what.replaceAll("-", " "))),
  ];
  if (found.length === 0) return "";
  return `<section aria-labelledby="more"><h2 id="more">More</h2><ul>${found.map((one) => `<li>${one}</li>`).join("")}</ul></section>
`;
}
