import type { Fact } from "#machine";

import { entryIn, hasTexts } from "./lines.ts";
import { chained, factsDigest, statementOf } from "./log.ts";

/** What somebody was denied within one hour (`2026-03-01T14`, UTC), as it was counted. Further fields go into the log as they are. */
export interface DeniedHour {
  readonly hour: string;
  readonly person: string;
  readonly count: number;
}

/** What a release that ends brings into the log. */
export interface Addition {
  readonly facts: readonly Fact[];
  /** All denied attempts that are known: those of hours that are over and not in the log yet come before the release. */
  readonly denied: readonly DeniedHour[];
  /** Whose checkpoint comes with it; the log then shows that there is one. */
  readonly signedBy?: string;
}

/** After its end an hour may still get an attempt that was on its way. */
const graceMs = 10 * 60_000;

/** The log with this release at its end. A line that was cut off stays as it is, for `verify` to name. */
export function continueLog(log: string, { facts, denied, signedBy }: Addition): string {
  let continued = log === "" || log.endsWith("\n") ? log : `${log}\n`;
  const entries: readonly object[] = [
    ...deniedUntil(log, denied, facts.at(-1)?.at ?? "").map((hour) => ({ denied: hour })),
    { ...statementOf(facts, factsDigest(facts)), ...(signedBy === undefined ? {} : { signedBy }) },
  ];
  for (const entry of entries) continued += `${chained(continued, entry)}\n`;
  return continued;
}

/** Names one person's hour, whatever the letters of a login. */
export function hourOf({ hour, person }: DeniedHour): string {
  return `${hour} ${person.toLowerCase()}`;
}

function deniedUntil(log: string, denied: readonly DeniedHour[], at: string): readonly DeniedHour[] {
  if (denied.length === 0) return [];
  const known = new Set(loggedHours(log).map(hourOf));
  const isOver = ({ hour }: DeniedHour): boolean =>
    Date.parse(`${hour}:00:00Z`) + 3_600_000 + graceMs <= Date.parse(at);
  return denied
    .filter((one) => isOver(one) && !known.has(hourOf(one)))
    .toSorted((a, b) => hourOf(a).localeCompare(hourOf(b), "en"));
}

/** What the log says of denied attempts; lines that are none of ours are left to `verify`. */
export function loggedHours(log: string): readonly DeniedHour[] {
  return log
    .split("\n")
    .flatMap((line) => (line.startsWith('{"denied":') ? (entryIn(line, saysDenied)?.denied ?? []) : []));
}

function saysDenied(entry: unknown): entry is { readonly denied: DeniedHour } {
  return typeof entry === "object" && entry !== null && "denied" in entry && isDeniedHour(entry.denied);
}

export function isDeniedHour(value: unknown): value is DeniedHour {
  return hasTexts(value, ["hour", "person"]);
}
