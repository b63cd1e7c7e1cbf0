import { day, msOf } from "./days.ts";
import type { Values } from "./options.ts";
import { oneOf, wrong } from "./wrong.ts";

/** What `release metrics` was asked for; moments in ms since the epoch. */
export interface MetricsWanted {
  readonly format: "json" | "openmetrics";
  readonly from?: number;
  /** The end, not included. */
  readonly to?: number;
}

/** Throws an `input` fault for a day that is none, or a time that ends before it begins. */
export function metricsWanted({ format = "json", from, to }: Values): MetricsWanted {
  const fromMs = from === undefined ? undefined : momentOf(from, "--from");
  const toMs = to === undefined ? undefined : momentOf(to, "--to") + (day.test(to) ? dayMs : 0);
  if (fromMs !== undefined && toMs !== undefined && fromMs >= toMs)
    throw wrong(`--from=${from} is after --to=${to}`, "Example: --from=2026-01-01 --to=2026-03-31");
  return {
    format: oneOf(format, ["json", "openmetrics"], "--format"),
    ...(fromMs === undefined ? {} : { from: fromMs }),
    ...(toMs === undefined ? {} : { to: toMs }),
  };
}

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?Z$/;
const dayMs = 24 * 3_600_000;

function momentOf(text: string, option: string): number {
  const ms = day.test(text) || moment.test(text) ? msOf(text) : undefined;
  if (ms !== undefined) return ms;
  throw wrong(
    `${option} must be a day or a moment in UTC; got "${text}"`,
    `Example: ${option}=2026-01-01 or ${option}=2026-01-01T12:00Z`,
  );
}
