import type { ReleaseRecord, State } from "#machine";
import { ownTime, stateName, timingOf, wayOf, wordsOf } from "#report";

import { html, took } from "./html.ts";

/** The way of a release, state by state, with the time each took against its target. `now` in ms since the epoch. */
export function rail(record: ReleaseRecord, now: number): string {
  const way = wayOf(record);
  const shown = way.includes(record.state) ? way : [...way.filter((state) => hasBeen(record, state)), record.state];
  return `<ol class="steps">${shown.map((state) => step(record, state, now)).join("")}</ol>`;
}

const hasBeen = ({ visits }: ReleaseRecord, name: State): boolean => visits.some(({ state }) => state === name);

function step(record: ReleaseRecord, state: State, now: number): string {
  const name = html(wordsOf(stateName(record, state)));
  const { word, look } = standing(record, state);
  const current = look === "now" ? ' aria-current="step"' : "";
  const time = timeOf(record, state, now);
  return `<li class="${look}"${current}><span aria-hidden="true">${signs[look]}</span> ${name}<small>${word}${time}</small></li>`;
}

const signs = { now: "▶", rests: "‖", done: "✓", bad: "✗", next: "○" } as const;

function standing(record: ReleaseRecord, state: State): { readonly word: string; readonly look: keyof typeof signs } {
  if (state !== record.state) {
    if (!hasBeen(record, state)) return record.settled === undefined ? toCome : notReached;
    const trouble = troubleAfter(record, state);
    return trouble === undefined ? { word: "done", look: "done" } : { word: trouble, look: "bad" };
  }
  const isBad = state === "failed" || state === "rolled_back" || record.settled?.outcome === "failed";
  if (record.settled !== undefined) return isBad ? { word: "ended here", look: "bad" } : { word: "done", look: "done" };
  return record.suspended === undefined ? { word: "now", look: "now" } : { word: "waits", look: "rests" };
}

const toCome = { word: "to come", look: "next" } as const;
const notReached = { word: "not reached", look: "next" } as const;

/** What ended its last visit, where the release failed or went back. */
function troubleAfter({ visits }: ReleaseRecord, state: State): string | undefined {
  const after = visits[visits.findLastIndex((visit) => visit.state === state) + 1]?.state;
  if (after === "failed") return "failed here";
  return after === "rolled_back" ? "went back" : undefined;
}

/** Of its newest visit; a release that waits has no clock. */
function timeOf(record: ReleaseRecord, state: State, now: number): string {
  const { targetMs } = timingOf(record, state);
  const target = targetMs === undefined ? "" : took(targetMs);
  const time = ownTime(record, state, now);
  if (time === undefined) return target === "" ? "" : `, ${target} at most`;
  if (target === "") return `, ${took(time.workMs)}`;
  return `, ${took(time.workMs)} of ${target}${time.overTarget ? " <strong>⚠ over target</strong>" : ""}`;
}
