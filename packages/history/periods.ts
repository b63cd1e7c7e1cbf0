import { ReleaseFault } from "#faults";

import type { Period, Window } from "./types.ts";

const dayMs = 24 * 3_600_000;

/** A stretch of time with a name, in ms since the epoch; its end is not in it. */
export interface Stretch {
  readonly name: string;
  readonly fromMs: number;
  readonly toMs: number;
}

/** The periods that touch a time, oldest first, without gaps; whole ones, in UTC. */
export function periodsOf(period: Period, fromMs: number, toMs: number): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (let at = fromMs; at < toMs; at = stretches.at(-1)?.toMs ?? toMs) stretches.push(stretchAt(period, at));
  return stretches;
}

/** The period in which a moment is. */
export function stretchAt(period: Period, ms: number): Stretch {
  if (period.kind === "sprint") return sprintAt(period, ms);
  const at = new Date(ms);
  const year = at.getUTCFullYear();
  const months = period.kind === "month" ? 1 : 3;
  const index = Math.floor(at.getUTCMonth() / months);
  const name = months === 3 ? `${yearText(ms)}-Q${index + 1}` : `${yearText(ms)}-${String(index + 1).padStart(2, "0")}`;
  return { name, fromMs: Date.UTC(year, index * months), toMs: Date.UTC(year, (index + 1) * months) };
}

function sprintAt({ days, start }: Extract<Period, { kind: "sprint" }>, ms: number): Stretch {
  const startMs = Date.parse(`${start}T00:00:00Z`);
  if (!Number.isInteger(days) || days < 1 || Number.isNaN(startMs))
    throw new ReleaseFault("input", `A sprint of ${days} days from ${start} on is none`, {
      hint: "Give whole days and the first day of any sprint, such as 14 and 2026-01-05.",
    });
  const lengthMs = days * dayMs;
  const fromMs = startMs + Math.floor((ms - startMs) / lengthMs) * lengthMs;
  return { name: new Date(fromMs).toISOString().slice(0, 10), fromMs, toMs: fromMs + lengthMs };
}

const yearText = (ms: number): string => new Date(ms).toISOString().slice(0, 4);

/** A stretch as people and programs read it. */
export function windowOf(fromMs: number, toMs: number): Window {
  return {
    from: new Date(fromMs).toISOString(),
    to: new Date(toMs).toISOString(),
    days: Math.max(0, toMs - fromMs) / dayMs,
  };
}
