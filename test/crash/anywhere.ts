import type { Fault } from "../../packages/testbed/index.ts";
import { continueIn, essence, readRecord, startIn } from "./release.ts";
import { openCrashWorld, type CrashWorld, type Snapshot } from "./world.ts";

export interface Deviation {
  readonly point: string;
  readonly difference: string;
}

export interface Verdict {
  readonly points: number;
  readonly deviations: readonly Deviation[];
  readonly appends: number;
}

/**
 * One release, remembered before and after every append and every effect; from each of these moments another driver goes
 * on to the end, and the world must be the one that an undisturbed release leaves. `only` picks points by their index.
 */
export async function killAnywhere(options: {
  readonly directory: string;
  readonly fault?: Fault;
  readonly only?: (index: number) => boolean;
  readonly tell?: (text: string) => void;
}): Promise<Verdict> {
  const { directory, fault, only = () => true, tell = () => undefined } = options;
  const crash = await openCrashWorld(directory, fault);
  try {
    const moments: Snapshot[] = [];
    let appends = 0;
    const end = await startIn(crash.world, crash.world.repositoryDirectory, async (name) => {
      if (name === "append-after") appends += 1;
      moments.push(await crash.snapshot(`${String(moments.length).padStart(3, "0")}-${name}`));
    });
    tell(`${moments.length} points, ${appends} appends; undisturbed it ended ${end.end}`);
    const clone = crash.world.repositoryDirectory;
    const wanted = await traceOf(crash, clone, end.end);

    const deviations: Deviation[] = [];
    for (const [index, moment] of moments.entries()) {
      if (!only(index)) continue;
      const startedAt = performance.now();
      const difference = await resumeFrom(crash, moment, wanted);
      if (difference !== undefined) deviations.push({ point: moment.name, difference });
      tell(`${moment.name}: ${difference ?? "the same"} (${Math.round(performance.now() - startedAt)} ms)`);
    }
    return { points: moments.length, deviations, appends };
  } finally {
    await crash.stop();
  }
}

/** What a release leaves, wherever it was driven: the world, the record, and how it ended. */
export interface Trace {
  readonly world: unknown;
  readonly record: unknown;
  readonly end: string;
}

export async function traceOf(crash: CrashWorld, clone: string, end: string): Promise<Trace> {
  return { world: await crash.fingerprint(clone), record: essence((await readRecord(crash.world, clone)).facts), end };
}

async function resumeFrom(crash: CrashWorld, moment: Snapshot, wanted: Trace): Promise<string | undefined> {
  try {
    const clone = await crash.restore(moment);
    const { end } = await continueIn(crash.world, clone);
    return firstDifference(wanted, await traceOf(crash, clone, end), "");
  } catch (thrown) {
    return `it ended with ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}`;
  }
}

/** Where two values part, and how. */
export function firstDifference(wanted: unknown, found: unknown, path: string): string | undefined {
  if (Array.isArray(wanted) && Array.isArray(found)) {
    const longest = Math.max(wanted.length, found.length);
    if (wanted.length !== found.length) return lengths(wanted, found, path);
    return first(
      Array.from({ length: longest }, (_, index) => index),
      (index) => firstDifference(wanted[index], found[index], `${path}[${index}]`),
    );
  }
  if (isObject(wanted) && isObject(found)) {
    const keys = [...new Set([...Object.keys(wanted), ...Object.keys(found)])];
    return first(keys, (key) => firstDifference(wanted[key], found[key], `${path}.${key}`));
  }
  if (Object.is(wanted, found)) return undefined;
  return `${path}: wanted ${JSON.stringify(wanted)}, found ${JSON.stringify(found)}`.slice(0, 600);
}

function lengths(wanted: readonly unknown[], found: readonly unknown[], path: string): string {
  const known = wanted.map((item) => JSON.stringify(item));
  const seen = found.map((item) => JSON.stringify(item));
  const missing = known.filter((item) => !seen.includes(item));
  const extra = seen.filter((item, index) => !known.includes(item) || seen.indexOf(item) !== index);
  return `${path}: wanted ${wanted.length} items, found ${found.length}; missing ${missing.join(" ")}; too many ${extra.join(" ")}`.slice(
    0,
    900,
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function first<T>(items: readonly T[], find: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
