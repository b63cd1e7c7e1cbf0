import { ReleaseFault } from "#faults";

import { type Bin, type Counts, nothing } from "./counts.ts";

/** One line of recorded metrics. */
export interface RecordedBin {
  readonly run?: string;
  /** As it was recorded, in seconds. */
  readonly t: number;
  /** All of the bin but its time. */
  readonly counts: Omit<Bin, "t">;
  /** Whether slow requests were counted. */
  readonly slow: boolean;
  /** Sides whose errors were counted by their causes. */
  readonly inCauses: readonly ("canary" | "baseline")[];
  /** Sides that were recorded without a value (null or NaN): no data, which is not zero. */
  readonly silent: readonly ("canary" | "baseline")[];
}

const example =
  '{"t": 10, "baseline": {"requests": 950, "errors": 4}, "canary": {"requests": 50, "errors": 1}, "weight": 0.05}';

type Fields = Readonly<Record<string, unknown>>;
const sides = ["canary", "baseline"] as const;
const words = ["requests", "errors", "slow", "clusters", "odd"] as const;
type Word = (typeof words)[number];
/** `undefined` = not recorded, NaN = recorded without a value. */
type Side = Readonly<Record<Word, number | undefined>>;
const unknown: Side = {
  requests: Number.NaN,
  errors: Number.NaN,
  slow: undefined,
  clusters: undefined,
  odd: undefined,
};

/** Reads one line of JSON Lines. Throws an `input` fault that says what is wrong with it, without its place. */
export function parseRecordedBin(line: string): RecordedBin {
  const fields = parsedFields(line);
  const { t } = fields;
  if (typeof t !== "number" || !(Math.abs(t) <= Number.MAX_SAFE_INTEGER))
    throw wrong(`"t" must be a number of seconds; got ${literal(t)}`);
  const canary = sideOf(fields, "canary");
  const baseline = sideOf(fields, "baseline");
  if (canary === undefined && baseline === undefined) throw wrong('There is neither "canary" nor "baseline"');
  const weight = weightOf(fields["weight"]);
  const run = runOf(fields["run"]);
  const values = { canary: canary === undefined && weight !== 0 ? unknown : canary, baseline };
  const silent = sides.filter((name) => isSilent(values[name]));
  // A share of which one side is unknown is not checked; 1 says that there is no baseline.
  const known = weight === 1 || silent.length === 0 ? weight : undefined;
  return {
    ...(run === undefined ? {} : { run }),
    t,
    slow: [canary, baseline].some((side) => isCounted(side?.slow)),
    counts: { ...judged(values), ...(known === undefined ? {} : { weight: known }) },
    inCauses: sides.filter((name) => isCounted(values[name]?.clusters)),
    silent,
  };
}

function parsedFields(line: string): Fields {
  const value = jsonOf(line);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  throw wrong(`A line must be one JSON object; got ${literal(value)}`);
}

/** Python and others write NaN, which is no JSON; here it says "no value", as null does. */
function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    try {
      return JSON.parse(line.replaceAll(/(?<=:\s*)NaN\b/g, "null"));
    } catch (cause) {
      throw wrong(`This is not JSON: ${shown(line)}`, cause);
    }
  }
}

function sideOf(fields: Fields, name: string): Side | undefined {
  const value = fields[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "object" || Array.isArray(value))
    throw wrong(`"${name}" must be an object; got ${literal(value)}`);
  const given: Fields = { ...value };
  for (const word of ["requests", "errors"] as const) {
    if (given[word] === undefined) throw wrong(`"${name}" has no "${word}"`);
  }
  const side: Side = {
    requests: countOf(given, name, "requests"),
    errors: countOf(given, name, "errors"),
    slow: countOf(given, name, "slow"),
    clusters: countOf(given, name, "clusters"),
    odd: countOf(given, name, "odd"),
  };
  requirePossible(name, side);
  return side;
}

function countOf(given: Fields, name: string, word: Word): number | undefined {
  const value = given[word];
  if (value === undefined) return undefined;
  if (value === null) return Number.NaN;
  if (typeof value === "number" && value >= 0 && value <= Number.MAX_SAFE_INTEGER) return value;
  throw wrong(`"${word}" of "${name}" must be a count, 0 or more; got ${literal(value)}`);
}

function requirePossible(name: string, { requests, errors, slow, clusters, odd }: Side): void {
  const more = (many: string, part: number | undefined, few: string, whole: number | undefined) => {
    if (part !== undefined && whole !== undefined && part > whole)
      throw wrong(`"${name}" has more ${many} (${part}) than ${few} (${whole})`);
  };
  more("errors", errors, "requests", requests);
  more("slow requests", slow, "requests", requests);
  more("odd requests", odd, "requests", requests);
  more("clusters", clusters, "errors", errors);
  if (clusters === 0 && errors !== undefined && errors > 0)
    throw wrong(`"${name}" has ${errors} errors in 0 clusters: leave "clusters" out where causes are not known`);
}

function isSilent(side: Side | undefined): boolean {
  return side !== undefined && (Number.isNaN(side.requests) || Number.isNaN(side.errors));
}

/** What is judged. A signal that only one side has is no comparison: it is left out of the bin. */
function judged({
  canary,
  baseline,
}: Readonly<Record<"canary" | "baseline", Side | undefined>>): Omit<Bin, "t" | "weight"> {
  const both = (word: Word) =>
    [canary, baseline].every((side) => side === undefined || isSilent(side) || isCounted(side[word]));
  const inUnits = isCounted(canary?.clusters) || isCounted(baseline?.clusters);
  const counts = (side: Side | undefined, errors: number | undefined): Counts =>
    side === undefined || isSilent(side)
      ? nothing
      : {
          requests: whole(side.requests),
          errors: whole(errors),
          // A cause counts on each side that it met: not all of them are the canary's because it met most.
          ...(inUnits && isCounted(side.errors) ? { failed: whole(side.errors) } : {}),
          slow: both("slow") ? whole(side.slow) : 0,
          ...(both("odd") ? { odd: whole(side.odd) } : {}),
        };
  const canaryErrors = inUnits ? (counted(canary?.clusters) ?? Math.min(1, canary?.errors ?? 0)) : canary?.errors;
  return {
    // Where only the baseline tells its causes apart, all errors of the canary may be of one: that favours no rollback.
    canary: counts(canary, canaryErrors),
    ...(baseline === undefined ? {} : { baseline: counts(baseline, counted(baseline.clusters) ?? baseline.errors) }),
  };
}

const isCounted = (count: number | undefined): count is number => count !== undefined && !Number.isNaN(count);
const counted = (count: number | undefined) => (isCounted(count) ? count : undefined);
/** Increases that Prometheus extrapolates are not whole. */
const whole = (count: number | undefined) => Math.round(count ?? 0);

function weightOf(value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "number" && value >= 0 && value <= 1) return value;
  throw wrong(`"weight" is the canary's share of the traffic, from 0 to 1 (5 % is 0.05); got ${literal(value)}`);
}

function runOf(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === "number" || (typeof value === "string" && value.trim() !== "")) return String(value);
  throw wrong(`"run" is the name of a run; got ${literal(value)}`);
}

/** A value as it stands in the line: "5" is no 5. */
function literal(value: unknown): string {
  return value === undefined ? "nothing" : shown(JSON.stringify(value));
}

/** A value as a reader can find it again, at most 60 characters of it; it cannot move the cursor of whoever reads it. */
export function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const short = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return short.replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, "·");
}

function wrong(message: string, cause?: unknown): ReleaseFault {
  return new ReleaseFault("input", message, { hint: `Example: ${example}`, cause });
}
