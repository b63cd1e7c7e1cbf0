import type { ReleaseRecord } from "#machine";

import { continueIn, essence, readRecord, startIn } from "./release.ts";
import type { OnMoment } from "./place.ts";
import { roads, type Road, type RoadName } from "./roads.ts";
import { usage } from "./usage.ts";
import { openCrashWorld, type CrashWorld, type Snapshot } from "./world.ts";

export interface Deviation {
  readonly point: string;
  readonly difference: string;
}

export interface Verdict {
  readonly points: number;
  readonly tried: number;
  readonly deviations: readonly Deviation[];
  readonly appends: number;
  /** Where the rollback went, undisturbed. */
  readonly phases: readonly string[];
}

/**
 * One release, remembered at moments before and after its appends and effects; from each of these another driver goes on to
 * the end, and the world must be the one that an undisturbed release leaves. `only` picks moments by their index, counted
 * from the first one that is the road's own.
 */
export async function killAnywhere(options: {
  readonly directory: string;
  readonly road: RoadName;
  readonly only?: (index: number) => boolean;
  readonly tell?: (text: string) => void;
}): Promise<Verdict> {
  const { directory, only = () => true, tell = () => undefined } = options;
  const road: Road = roads[options.road];
  const crash = await openCrashWorld(directory, road.fault, road.production);
  try {
    const { world } = crash;
    if (road.first !== undefined) await startIn(world, world.repositoryDirectory, async () => {}, road.first);
    await road.prepare?.(world);
    const { moments, points, appends, end } = await remember(crash, road, only);
    const clone = crash.world.repositoryDirectory;
    tell(`${points} points, ${appends} appends; undisturbed it ended ${end}`);
    const wanted = await traceOf(crash, clone, { ...road, end });
    const { record, facts } = await readRecord(crash.world, clone, road.release);
    if (record.state !== road.end) {
      const why = JSON.stringify(record.verdict ?? record.failure);
      throw new Error(`undisturbed it ended ${record.state}, not ${road.end}: ${why}`);
    }

    const deviations: Deviation[] = [];
    for (const moment of moments) {
      const before = usage();
      const difference = await resumeFrom(crash, moment, { road, wanted });
      if (difference !== undefined) deviations.push({ point: moment.name, difference });
      const { wallMs, cpuMs } = usage(before);
      tell(`${moment.name}: ${difference ?? "the same"} (${wallMs} ms, ${cpuMs} ms of CPU)`);
    }
    const phases = facts.flatMap((fact) => (fact.type === "rollback-moved" ? [fact.to] : []));
    return { points, tried: moments.length, deviations, appends, phases };
  } finally {
    await crash.stop();
  }
}

/** The undisturbed release. Only moments that will be tried are remembered: each is a copy of the world. */
async function remember(crash: CrashWorld, road: Road, only: (index: number) => boolean) {
  const moments: Snapshot[] = [];
  let [points, appends] = [0, 0];
  let isOwn = road.from === undefined;
  let last: Promise<unknown> = Promise.resolve();
  const onMoment: OnMoment = async (name) => {
    if (name === "append-after") appends += 1;
    isOwn ||= road.from?.test(name) === true;
    if (!isOwn) return;
    const index = points;
    points += 1;
    if (!only(index)) return;
    // An append may come in the middle of an effect: one copy at a time.
    const copy = last.then(async () => moments.push(await crash.snapshot(`${String(index).padStart(3, "0")}-${name}`)));
    await (last = copy);
  };
  await crash.tell(onMoment);
  const { end } = await startIn(crash.world, crash.world.repositoryDirectory, onMoment, road).finally(() =>
    crash.tell(undefined),
  );
  return { moments, points, appends, end };
}

/** What a release leaves, wherever it was driven: the world, the record, and how it ended. */
export interface Trace {
  readonly world: Readonly<Record<string, unknown>>;
  readonly record: unknown;
  readonly end: string;
}

export async function traceOf(
  crash: CrashWorld,
  clone: string,
  { end, release, production }: Pick<Road, "release" | "production"> & { readonly end: string },
): Promise<Trace> {
  const { facts } = await readRecord(crash.world, clone, release);
  // Production elsewhere than on the local platform, which counts, is measured by a probe.
  return { world: await crash.fingerprint(), record: essence(facts, production !== undefined), end };
}

async function resumeFrom(
  crash: CrashWorld,
  moment: Snapshot,
  { road, wanted }: { readonly road: Road; readonly wanted: Trace },
): Promise<string | undefined> {
  try {
    const clone = await crash.restore(moment);
    const lost = await splitAndLost(crash, clone, { road, moment });
    if (lost !== undefined) return lost;
    const { end } = await continueIn(crash.world, clone, road);
    const found = await traceOf(crash, clone, { ...road, end });
    return (
      splitAtTheEnd(found) ??
      (await otherEnd(crash, clone, road, { wanted: wanted.end, end })) ??
      firstDifference(wanted, found, "")
    );
  } catch (thrown) {
    return `it ended with ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}`;
  }
}

/** Where it ended elsewhere, why is worth more than all that follows from it. */
async function otherEnd(
  crash: CrashWorld,
  clone: string,
  { release }: Road,
  { wanted, end }: { readonly wanted: string; readonly end: string },
): Promise<string | undefined> {
  if (end === wanted) return undefined;
  const { record } = await readRecord(crash.world, clone, release);
  return `it ended ${end}: ${JSON.stringify(record.verdict ?? record.failure ?? record.suspended)}`.slice(0, 900);
}

/** Split traffic needs an owner: a release that is not over and knows that it touched that environment. */
async function splitAndLost(
  crash: CrashWorld,
  clone: string,
  { road, moment }: { readonly road: Road; readonly moment: Snapshot },
): Promise<string | undefined> {
  for (const environment of ["staging", "production"] as const) {
    if (moment[environment].sharing < 2) continue;
    const { live, record } = await readRecord(crash.world, clone, road.release);
    if (!live || !owns(record, environment)) return `traffic of ${environment} is split, and nobody knows`;
  }
  return undefined;
}

function owns({ settled, touched }: ReleaseRecord, environment: "staging" | "production"): boolean {
  return settled === undefined && touched.has(environment);
}

function splitAtTheEnd({ world: { staging, production } }: Trace): string | undefined {
  const split = [staging, production].find((serving) => {
    const shares = (serving as readonly string[]).filter((one) => !one.includes(" 0 %"));
    return shares.length !== 1 || !shares[0]?.includes(" 100 %");
  });
  return split === undefined ? undefined : `traffic is split at the end: ${JSON.stringify(split)}`;
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
