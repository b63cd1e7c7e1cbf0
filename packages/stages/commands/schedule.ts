import { localText, parseMoment } from "#calendar";
import { ReleaseFault } from "#faults";
import type { Schedule } from "#machine";

import type { StartCommand } from "./start-command.ts";

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

type Scheduled = Pick<StartCommand, "schedule" | "reviewed" | "retryOf">;

/** A run of the code host may begin so long after somebody asked for it. */
const lateMs = 3_600_000;

/**
 * Throws an `input` fault for a release whose time is over before it starts, and for a beginning that lies longer ago than
 * any run is late: whoever mistook the day would have it in production at once. A retry and a reviewed plan have a schedule
 * that was in order when it was made: what it waited for has come.
 */
export function refusePast({ schedule, reviewed, retryOf }: Scheduled, nowMs: number): void {
  if (schedule === undefined) return;
  const { notBefore, expires, zone } = schedule;
  const isMade = reviewed !== undefined || retryOf !== undefined;
  if (expires !== undefined && nowMs >= Date.parse(expires)) throw over("expires", expires, { zone, isMade });
  if (notBefore !== undefined && !isMade && nowMs >= Date.parse(notBefore) + lateMs)
    throw over("at", notBefore, { zone, isMade });
}

function over(
  name: "at" | "expires",
  moment: string,
  { zone, isMade }: { readonly zone: string; readonly isMade: boolean },
): ReleaseFault {
  return new ReleaseFault("input", `${name}: ${localText(Date.parse(moment), zone)} is over`, {
    hint: isMade
      ? "Its schedule is part of its plan. Release the next version: release start --version=patch"
      : "Name a time that is to come, or leave it out.",
  });
}
