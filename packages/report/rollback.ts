import { isTerminal, isValidating, type Fact, type ReleaseRecord } from "#machine";

import type { Afterwards } from "./afterwards.ts";
import { rootCauseCell } from "./root-cause.ts";
import { rollbackTimes, suspects, escalation, recommendations } from "./rollback-parts.ts";
import { redeployOutcome } from "./redeploy.ts";
import { nested, readLines } from "./nested.ts";
import { clientsMet } from "./watches.ts";
import { wordsOf } from "./words.ts";
import { address, cell, duration, mark, moment, percent, table } from "./text.ts";

/** From the decision to roll back until all traffic was confirmed on the previous version, in ms; `undefined` until then. */
export function trafficBackMs(facts: readonly Fact[]): number | undefined {
  const opened = facts[0];
  const isRollback = opened?.type === "opened" && opened.plan.releaseType === "rollback";
  const decided = isRollback ? opened : facts.find(({ type }) => type === "verdict");
  if (decided === undefined) return undefined;
  const back = facts.find(
    (fact) =>
      fact.seq > decided.seq &&
      ((fact.type === "traffic-shifted" && fact.environment === "production" && fact.percent === 0) ||
        (fact.type === "traffic-reverted" && fact.status === "passed")),
  );
  return back === undefined ? undefined : Date.parse(back.at) - Date.parse(decided.at);
}

/** Why a release went back, how fast, to what, and what people still have to find out. Empty when it did not. */
export function rollbackReport(record: ReleaseRecord, facts: readonly Fact[], afterwards: Afterwards = {}): string {
  if (record.rollback === undefined) return "";
  const evidence = record.verdict?.evidence ?? [];
  return [
    summary(record, facts, afterwards),
    ...escalation(record),
    "### Times",
    rollbackTimes(facts),
    ...(evidence.length === 0 ? [] : ["### Evidence", evidence.map((line) => `- ${cell(line)}`).join("\n")]),
    "### Probable cause",
    probableCause(record),
    ...suspects(record),
    ...(record.plan.releaseType === "rollback" ? [] : ["### What had been tested before", testHistory(record, facts)]),
    "### Recommendations",
    recommendations(record),
  ].join("\n\n");
}

function summary(record: ReleaseRecord, facts: readonly Fact[], afterwards: Afterwards): string {
  const { rollback, verdict, plan } = record;
  const backMs = trafficBackMs(facts);
  const met = clientsMet(record);
  const smoke = record.smoke.findLast(({ point }) => point === "rollback");
  const rows = [
    ["Trigger", verdict?.trigger ?? "manual"],
    ["Reason", cell(verdict?.reason ?? plan.rollback?.reason ?? "not recorded")],
    ...(met === undefined ? [] : [["Clients met it", met]]),
    ["Phase", rollback?.phase ?? ""],
    ["Serves again", rollback?.reverted === undefined ? "not confirmed" : cell(rollback.reverted.to)],
    ["Traffic back after", backMs === undefined ? "not confirmed" : duration(backMs)],
    [
      "Smoke tests afterwards",
      smoke === undefined
        ? "not run"
        : `${mark(smoke.status)}, ${smoke.categoriesPassed} of ${smoke.categoriesPassed + smoke.categoriesFailed} categories`,
    ],
    ["Health afterwards", health(rollback?.health)],
    ["Git", gitState(rollback?.git)],
    ["Root cause", rootCauseCell(record, afterwards)],
  ];
  return table(["", ""], rows);
}

type Rollback = NonNullable<ReleaseRecord["rollback"]>;

function health(validated: Rollback["health"]): string {
  if (validated === undefined) return "not validated";
  const errors = validated.errorRatio === undefined ? "no request seen" : `${percent(validated.errorRatio)} errors`;
  return `${validated.healthChecks}, ${errors}, after ${duration(validated.stabilizationDurationMs)}`;
}

function gitState(git: Rollback["git"]): string {
  if (git === undefined) return "not reverted";
  const url = git.url === undefined ? "" : `, ${address(git.url)}`;
  return `${git.revertCommit.slice(0, 7)} (${git.via}), tag ${git.revertTag}${url}`;
}

const shownEntries = 20;

/** The changes among which the cause has to be looked for; that it is one of them is likely, not proved. */
function probableCause({ plan, ledger, changelog = "", verdict, rollback }: ReleaseRecord): string {
  if (plan.rollback !== undefined) {
    const { from, to } = plan.rollback;
    return `What ${from} brought: \`git log ${to}..${from}\`, and the report of ${from}.`;
  }
  const since = plan.previousTag === undefined ? plan.tag : `${plan.previousTag}..${plan.tag}`;
  const entries = readLines(nested(changelog, 4)).flatMap(({ text, inCode }) =>
    !inCode && text.startsWith("- ") ? [text] : [],
  );
  const more = entries.length - shownEntries;
  const known = rollback?.reverted === undefined ? "" : ` ${cell(rollback.reverted.to)} serves without them.`;
  return [
    `${ledger === undefined ? "The commits" : `One of the ${ledger.commits} commits`} of \`git log ${since}\`${verdict?.trigger === "incident" ? ", or more likely something that both versions share" : ", or what they met in production"}.${known}`,
    ...(entries.length === 0 ? [] : [entries.slice(0, shownEntries).join("\n")]),
    ...(more > 0 ? [`… and ${more} more under “Changes”.`] : []),
  ].join("\n\n");
}

/** Every test and watch up to the decision, in order: where the fault could have been seen, and was not. */
function testHistory(record: ReleaseRecord, facts: readonly Fact[]): string {
  const until = record.verdict?.seq ?? Number.POSITIVE_INFINITY;
  const rows = facts.filter(({ seq }) => seq <= until).flatMap(testRow);
  return table(["Time (UTC)", "What", "Result", "Found"], rows);
}

function testRow(fact: Fact): readonly (readonly string[])[] {
  const at = moment(fact.at);
  if (fact.type === "gate-finished") return [[at, `gate ${fact.gate}`, mark(fact.status), ""]];
  if (fact.type !== "smoke-finished" && fact.type !== "watched") return [];
  const [kind, found] =
    fact.type === "watched" ? ["watch", fact.evidence[0] ?? ""] : ["smoke", fact.failedTests.join(", ")];
  return [[at, `${kind}, ${fact.environment} ${cell(fact.point)}`, mark(fact.status), cell(found)]];
}

/** How it ended, in the words of people. */
export function outcome(record: ReleaseRecord): string {
  const again = redeployOutcome(record);
  if (again !== undefined) return again;
  if (record.escalation !== undefined) return wordsOf("escalated");
  if (record.suspended !== undefined && (!isTerminal(record.state) || isValidating(record))) {
    return `waits for ${record.suspended.waitsFor} in ${wordsOf(record.state)}`;
  }
  return wordsOf(record.state);
}
