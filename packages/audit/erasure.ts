import { entryIn, hasTexts } from "./lines.ts";
import { chained } from "./log.ts";

/** That somebody was taken out of the records of a release: who it was, nothing says any more. */
export interface Erasure {
  readonly release: string;
  /** What stands for the person in its facts. */
  readonly token: string;
  /** ISO 8601. */
  readonly at: string;
  readonly by: string;
  readonly reason: string;
}

/** How a line begins that speaks of one. */
export const erasedKey = '{"erased":';

/** The log with erasures at its end: they are chained and signed as the ends of releases are. */
export function withErasures(log: string, erasures: readonly Erasure[]): string {
  let continued = log === "" || log.endsWith("\n") ? log : `${log}\n`;
  for (const erased of erasures) continued += `${chained(continued, { erased })}\n`;
  return continued;
}

/** What the log says of people who were erased; lines that are none of ours are left to `verify`. */
export function loggedErasures(log: string): readonly Erasure[] {
  return log.split("\n").flatMap((line) => erasureIn(line) ?? []);
}

/** What a line says of somebody who was erased; `undefined` when it speaks of something else. */
export function erasureIn(line: string): Erasure | undefined {
  return line.startsWith(erasedKey) ? entryIn(line, saysErased)?.erased : undefined;
}

function saysErased(entry: unknown): entry is { readonly erased: Erasure } {
  return typeof entry === "object" && entry !== null && "erased" in entry && isErasure(entry.erased);
}

export function isErasure(value: unknown): value is Erasure {
  return hasTexts(value, ["release", "token", "at", "by", "reason"]);
}
