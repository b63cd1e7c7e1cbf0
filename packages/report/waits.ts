import { guards, isTerminal, isValidating, missingGuards, movesFrom, type Fact, type ReleaseRecord } from "#machine";

import { stateName } from "./redeploy.ts";
import { cell, code } from "./text.ts";

/** What still stands before the next state, in people's words: the answer to "what are we waiting for?". */
export function waitingFor(record: ReleaseRecord): readonly string[] {
  const texts = movesFrom(record.state)
    .filter((to) => to !== "failed" && to !== "rolled_back")
    .map((to) => missingGuards(record, to) ?? [])
    .filter((missing) => !missing.some((name) => sidings.has(name)))
    .flatMap((missing) => missing.map((name) => guards[name].text));
  return [...new Set(texts)];
}

/** Guards of ways that this release does not go. */
const sidings: ReadonlySet<string> = new Set(["isHotfix", "isStandard", "treeIsUntested"]);

/** For a release that is not over: what it waits for, since when, until when, how to go on. Empty once it has ended. */
export function standing(record: ReleaseRecord): string {
  if (record.settled !== undefined) return "";
  const { suspended, visits } = record;
  const missing = waitingFor(record);
  const next = missing.length === 0 ? "" : `\n\nBefore the next state: ${missing.join("; ")}.`;
  if (suspended === undefined) {
    const duties =
      isTerminal(record.state) && record.redeploy === undefined
        ? `; ${isValidating(record) ? "every journey is still to be walked" : "its last duties are not done"}`
        : "";
    return `In \`${stateName(record, record.state)}\` since ${visits.at(-1)?.since ?? record.openedAt}${duties}.${next}`;
  }
  const until = suspended.until === undefined ? "" : ` until ${suspended.until}`;
  return [
    `Waits for **${suspended.waitsFor}** since ${suspended.at}${until}: ${cell(suspended.reason)}`,
    `Continue with ${code(suspended.command)}.${next}`,
  ].join("\n\n");
}

/** How long a release was suspended between two moments (ms since the epoch), in ms: a suspended release has no clock. */
export function waitedMs(facts: readonly Fact[], fromMs: number, untilMs: number): number {
  let totalMs = 0;
  let sinceMs: number | undefined;
  for (const fact of facts) {
    if (fact.type === "suspended") sinceMs ??= Date.parse(fact.at);
    if (fact.type !== "resumed" || sinceMs === undefined) continue;
    totalMs += overlapMs(sinceMs, Date.parse(fact.at), fromMs, untilMs);
    sinceMs = undefined;
  }
  return sinceMs === undefined ? totalMs : totalMs + overlapMs(sinceMs, untilMs, fromMs, untilMs);
}

function overlapMs(since: number, until: number, from: number, to: number): number {
  return Math.max(0, Math.min(until, to) - Math.max(since, from));
}
