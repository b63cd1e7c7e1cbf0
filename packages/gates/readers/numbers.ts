import { BrokenReport, runAgain } from "./broken.ts";

/** A count as tools write it: whole, not negative, exact; anything else breaks the report. */
export function count(value: unknown, what: string): number {
  const number = typeof value === "string" && /^\s*\d+(\.0+)?\s*$/.test(value) ? Number(value) : value;
  if (typeof number === "number" && Number.isSafeInteger(number) && number >= 0) return number;
  throw new BrokenReport(`${what} is no count: ${String(value).slice(0, 40)}`, runAgain);
}

/** As `count`, where the report may leave it out. */
export function optionalCount(value: unknown, what: string): number | undefined {
  return value === undefined || value === null || value === "" ? undefined : count(value, what);
}

/** A duration in ms from a number of a unit; one that is no duration is left out: it decides nothing. */
export function durationMs(value: unknown, msPerUnit: number): number | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  // JUnit writers of some locales group by thousands: `1,234.5`.
  const number = Number(typeof value === "string" ? value.replaceAll(",", "") : value) * msPerUnit;
  return Number.isFinite(number) && number >= 0 ? Math.round(number * 1000) / 1000 : undefined;
}
