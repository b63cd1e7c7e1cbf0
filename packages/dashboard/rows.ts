import type { ReleaseMeasures } from "#history";
import type { ReleaseRecord } from "#machine";
import { firstLines, outcome, wordsOf, type Told } from "#report";

import { chip, html, moment, took } from "./html.ts";
import { status } from "./release-card.ts";

/** A release in the history. */
export interface HistoryRow {
  readonly id: string;
  /** As it is measured, but what was taken back later is `rolled_back`: what the history is filtered by. */
  readonly outcome: string;
  readonly type: string;
  /** Month of its start, `2026-03`. */
  readonly month: string;
  /** Cells after the first, as HTML. */
  readonly cells: readonly string[];
  /** The same as text, for the search. */
  readonly words: readonly string[];
}

export const historyHead = [
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

/** One row: what is recorded, and what is measured. */
export function historyRow({ record }: Told, measures: ReleaseMeasures): HistoryRow {
  const { undoneBy, slowest, rollback, type, by, startedAt, elapsedMs, workMs } = measures;
  const elapsed = took(elapsedMs);
  const slow = slowest === null ? "–" : `${wordsOf(slowest.state)}, ${took(slowest.share * workMs)}`;
  const back =
    rollback === null || rollback.restoredAt === null
      ? "–"
      : took(Date.parse(rollback.restoredAt) - Date.parse(rollback.detectedAt));
  const ended = undoneBy === null ? outcome(record) : "completed, rolled back later";
  const after = undoneBy === null ? why(record) : `<br><small>rolled back by ${html(undoneBy)}</small>`;
  const gates = gateWords(record);
  return {
    id: record.id,
    outcome: undoneBy === null ? measures.outcome : "rolled_back",
    type,
    month: startedAt.slice(0, 7),
    cells: [
      `${undoneBy === null ? status(record) : chip("bad", ended)}${after}`,
      wordsOf(type),
      moment(startedAt),
      html(by),
      elapsed,
      html(slow),
      back,
      gates,
    ],
    words: [ended, wordsOf(type), startedAt.slice(0, 16).replace("T", " "), by, elapsed, slow, back, gates],
  };
}

function why(record: ReleaseRecord): string {
  const { verdict, failure, plan } = record;
  const reason = verdict?.reason ?? failure?.failureReason ?? plan.rollback?.reason ?? plan.redeploy?.reason;
  return [...firstLines(record), ...(reason === undefined ? [] : [reason])]
    .map((line) => `<br><small>${html(line)}</small>`)
    .join("");
}

/** How many of the planned gates passed, and which did not. */
export function gateWords({ gates, plan }: ReleaseRecord): string {
  if (gates.size === 0) return "none ran";
  const results = [...gates.values()];
  const failed = results.filter(({ status: end }) => end !== "passed").map(({ gate }) => gate);
  const passed = `${results.length - failed.length} of ${plan.gates.length}`;
  return failed.length === 0 ? passed : `${passed}, not ${failed.join(", ")}`;
}
