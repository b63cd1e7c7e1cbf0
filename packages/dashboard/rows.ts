import type { ReleaseRecord } from "#machine";
import { duration, firstLines, outcome, slowest, trafficBackMs, visitTimes, type Told } from "#report";

import { chip, html, moment } from "./html.ts";
import { status } from "./release-card.ts";

/** A release in the history. */
export interface HistoryRow {
  readonly id: string;
  /** `completed`, `failed`, `rolled_back`, `redeployed`, or `in flight`: what the history is filtered by. */
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
  "Traffic back after",
  "Gates",
];

/** One row. `undoneIn`: the rollback that took this completed release back later. */
export function historyRow({ record, facts }: Told, undoneIn: ReleaseRecord | undefined): HistoryRow {
  const slow = record.redeploy === undefined ? slowest(visitTimes(record, facts)) : undefined;
  const backMs = trafficBackMs(facts);
  const isUndone = undoneIn !== undefined && record.state === "completed";
  const took = duration(Date.parse(record.lastAt) - Date.parse(record.openedAt));
  const slowWords = slow === undefined ? "–" : `${slow.state}, ${duration(slow.ms)}`;
  const backWords = backMs === undefined ? "–" : duration(backMs);
  const { releaseType, initiatedBy } = record.plan;
  const ended = isUndone ? "completed, rolled back later" : outcome(record);
  const gates = gateWords(record);
  return {
    id: record.id,
    outcome: isUndone ? "rolled_back" : (record.settled?.outcome ?? "in flight"),
    type: releaseType,
    month: record.openedAt.slice(0, 7),
    cells: [
      `${isUndone ? chip("bad", ended) : status(record)}${isUndone ? `<br><small>rolled back by ${html(undoneIn.id)}</small>` : why(record)}`,
      releaseType,
      moment(record.openedAt),
      html(initiatedBy),
      took,
      html(slowWords),
      backWords,
      gates,
    ],
    words: [
      ended,
      releaseType,
      record.openedAt.slice(0, 16).replace("T", " "),
      initiatedBy,
      took,
      slowWords,
      backWords,
      gates,
    ],
  };
}

function why(record: ReleaseRecord): string {
  const { verdict, failure, plan } = record;
  const reason = verdict?.reason ?? failure?.failureReason ?? plan.rollback?.reason ?? plan.redeploy?.reason;
  return [...firstLines(record), ...(reason === undefined ? [] : [reason])]
    .map((line) => `<br><small>${html(line)}</small>`)
    .join("");
}

function gateWords({ gates, plan }: ReleaseRecord): string {
  if (gates.size === 0) return "none ran";
  const results = [...gates.values()];
  const failed = results.filter(({ status: end }) => end !== "passed").map(({ gate }) => gate);
  const passed = `${results.length - failed.length} of ${plan.gates.length} passed`;
  return failed.length === 0 ? passed : `${passed}, not ${failed.join(", ")}`;
}
