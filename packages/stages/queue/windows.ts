import { localText, openingAt, type Calendar, type Opening } from "#calendar";
import type { Config } from "#config";
import type { ReleasePlan, ReleaseRecord, Schedule } from "#machine";

/** What has windows: an environment that is deployed to. */
export type Windowed = "staging" | "production";

/** Why a release may not begin to change an environment yet, in people's words, and until when where that is known. */
export interface Shut {
  readonly reason: string;
  readonly untilMs?: number;
}

interface Question {
  readonly windows: Config["windows"];
  readonly record: Pick<ReleaseRecord, "plan" | "emergency">;
  readonly environment: Windowed;
  readonly nowMs: number;
}

/**
 * What keeps a release from beginning in an environment now: its own schedule, a window or a freeze. `undefined` when
 * nothing does. An emergency passes windows and freezes, and the schedule too when it was declared after the start.
 */
export function shutFor({ windows, record, environment, nowMs }: Question): Shut | undefined {
  const { plan, emergency } = record;
  if (plan.releaseType === "rollback") return undefined;
  const calendar = calendarOf(windows, environment);
  const early = environment === "production" && emergency?.late !== true ? tooEarly(plan.schedule, nowMs) : undefined;
  if (early !== undefined) {
    const opening = emergency === undefined ? openingAt(calendar, early.untilMs) : ({ isOpen: true } as const);
    return opening.isOpen
      ? early
      : { ...untilOf(opening), reason: `${early.reason}; ${shutText(environment, opening, calendar)}` };
  }
  if (emergency !== undefined) return undefined;
  const opening = openingAt(calendar, nowMs);
  return opening.isOpen ? undefined : { ...untilOf(opening), reason: shutText(environment, opening, calendar) };
}

function calendarOf(windows: Config["windows"], environment: Windowed): Calendar {
  return { zone: windows.zone, ...windows[environment] };
}

function tooEarly(schedule: Schedule | undefined, nowMs: number): Required<Shut> | undefined {
  if (schedule?.notBefore === undefined) return undefined;
  const untilMs = Date.parse(schedule.notBefore);
  return nowMs >= untilMs ? undefined : { reason: `it is scheduled for ${localText(untilMs, schedule.zone)}`, untilMs };
}

type Closed = Extract<Opening, { isOpen: false }>;

function untilOf({ atMs }: Closed): Pick<Shut, "untilMs"> {
  return atMs === undefined ? {} : { untilMs: atMs };
}

function shutText(environment: Windowed, { atMs, freeze }: Closed, { zone }: Calendar): string {
  const why = freeze === undefined ? "is outside its release window" : `is frozen (${freeze})`;
  return `${environment} ${why}; ${atMs === undefined ? `no window opens within a year (windows.${environment})` : `it opens ${localText(atMs, zone)}`}`;
}

/** A release as it would be opened now. */
export function planned(plan: ReleasePlan): Question["record"] {
  const { emergency: reason, initiatedBy: by } = plan;
  return { plan, ...(reason === undefined ? {} : { emergency: { by, reason, at: "" } }) };
}

/** When each environment of a plan can be begun, for people; empty where neither windows nor a schedule say anything. */
export function openingNotes(windows: Config["windows"], record: Question["record"], nowMs: number): readonly string[] {
  const environments: readonly Windowed[] =
    record.plan.releaseType === "hotfix" ? ["production"] : ["staging", "production"];
  return [
    ...environments.flatMap((environment) => {
      const shut = shutFor({ windows, record, environment, nowMs });
      if (shut !== undefined) return [`it would wait now: ${shut.reason}`];
      return record.emergency === undefined ? openUntil(calendarOf(windows, environment), environment, nowMs) : [];
    }),
    ...(record.emergency === undefined
      ? []
      : [`windows and freezes do not hold it, by ${record.emergency.by}: ${record.emergency.reason}`]),
    ...expiryNotes(windows, record, nowMs),
  ];
}

function expiryNotes(windows: Config["windows"], record: Question["record"], nowMs: number): readonly string[] {
  const { expires, zone = "UTC" } = record.plan.schedule ?? {};
  if (expires === undefined) return [];
  const endsMs = Date.parse(expires);
  const shut = shutFor({ windows, record, environment: "production", nowMs });
  const isTooSoon = shut !== undefined && (shut.untilMs ?? Infinity) >= endsMs;
  const soon = isTooSoon ? ", before production opens: it cannot get there. Name a later time, or none" : "";
  return [`it expires ${localText(endsMs, zone)}${soon}`];
}

function openUntil(calendar: Calendar, environment: Windowed, nowMs: number): readonly string[] {
  if (calendar.open.length === 0 && calendar.freezes.length === 0) return [];
  const opening = openingAt(calendar, nowMs);
  if (!opening.isOpen) return [];
  const until = opening.untilMs === undefined ? "" : ` until ${localText(opening.untilMs, calendar.zone)}`;
  return [`${environment} is open${until}`];
}

/** Whether the time that the plan gives the release is over. */
export function isExpired({ schedule }: Pick<ReleasePlan, "schedule">, nowMs: number): boolean {
  return schedule?.expires !== undefined && nowMs >= Date.parse(schedule.expires);
}
