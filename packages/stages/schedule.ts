import { localText, parseMoment } from "#calendar";
import { ReleaseFault } from "#faults";
import type { Schedule } from "#machine";

/** The schedule that was said; throws an `input` fault for what is no time, or for an end before the beginning. */
export function parseSchedule(said: { readonly at?: string; readonly expires?: string }): Schedule | undefined {
  const at = momentOf("at", said.at);
  const expires = momentOf("expires", said.expires);
  if (at === undefined && expires === undefined) return undefined;
  if (at !== undefined && expires !== undefined && expires.ms <= at.ms)
    throw new ReleaseFault("input", "expires: it would be over before it may begin", {
      hint: `Name a time after ${localText(at.ms, at.zone)}. Example: --expires="2026-12-01T17:00 Europe/Berlin"`,
    });
  return {
    ...(at === undefined ? {} : { notBefore: new Date(at.ms).toISOString() }),
    ...(expires === undefined ? {} : { expires: new Date(expires.ms).toISOString() }),
    zone: at?.zone ?? expires?.zone ?? "UTC",
  };
}

function momentOf(name: "at" | "expires", said: string | undefined) {
  if (said === undefined) return undefined;
  const moment = parseMoment(said);
  if (typeof moment !== "string") return moment;
  throw new ReleaseFault("input", `${name}: ${moment}`, {
    hint: `Example: --${name}="2026-12-01T09:00 Europe/Berlin"`,
  });
}

/** Throws an `input` fault for a release whose time is over before it starts. */
export function refuseExpired(schedule: Schedule | undefined, nowMs: number): void {
  if (schedule?.expires === undefined || nowMs < Date.parse(schedule.expires)) return;
  throw new ReleaseFault("input", `expires: ${localText(Date.parse(schedule.expires), schedule.zone)} is over`, {
    hint: "Name a time that is to come, or leave it out.",
  });
}
