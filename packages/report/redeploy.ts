import { timing, type RedeployPhase, type ReleaseRecord, type State, type Timing } from "#machine";

import { cell, duration, table } from "./text.ts";
import { wordsOf } from "./words.ts";

/** The name of a state for people: a re-deploy is in none of those that a release goes through. */
export function stateName({ redeploy }: ReleaseRecord, state: State): string {
  return redeploy === undefined ? state : "redeploy";
}

/** How long the state should take; a re-deploy lasts as long as it has to. */
export function timingOf({ redeploy }: ReleaseRecord, state: State): Timing {
  return redeploy === undefined ? timing[state] : {};
}

const ends: { readonly [P in RedeployPhase]?: string } = {
  redeployed: wordsOf("redeployed"),
  called_off: wordsOf("called_off"),
  escalation: "re-deploy failed, escalated",
};

/** How a re-deploy ended, or how far it is. */
export function redeployOutcome({ suspended, redeploy, settled }: ReleaseRecord): string | undefined {
  if (redeploy === undefined) return undefined;
  if (suspended !== undefined && settled === undefined) return `waits for ${suspended.waitsFor} in its re-deploy`;
  return ends[redeploy.phase] ?? `re-deploy, ${wordsOf(redeploy.phase)}`;
}

/** What a re-deploy is, in rows; `undefined` for any other release. */
export function redeployTable(record: ReleaseRecord): string | undefined {
  const { id, plan, redeploy, openedAt, lastAt, settled } = record;
  if (plan.redeploy === undefined) return undefined;
  const { environment, sha, reason } = plan.redeploy;
  return table(
    ["", ""],
    [
      ["Re-deploy", id],
      ["Version", `${cell(plan.tag)} (${sha.slice(0, 7)}), the last good one of ${environment}`],
      ["Reason", cell(reason)],
      ["Phase", `${redeploy?.phase ?? ""}${redeploy?.reason === undefined ? "" : `: ${cell(redeploy.reason)}`}`],
      ["Started", `${openedAt} by ${cell(plan.initiatedBy)}`],
      [settled === undefined ? "Newest fact" : "Ended", lastAt],
      ["Duration", duration(Date.parse(lastAt) - Date.parse(openedAt))],
      ["Configuration", `SHA-256 ${cell(plan.configDigest.slice(0, 16))}…`],
    ],
  );
}
