import type { Condition, Reading } from "#monitors";

import { normalRatio, percent } from "./normal.ts";
import type { Rollout, Verdict } from "./rollout-context.ts";

type Resource = "cpu" | "memory";

/** What the monitor told of the version beside its requests. */
export interface Strain {
  readonly now: NonNullable<Condition["resources"]>;
  /** The most of each so far. */
  readonly most: NonNullable<Condition["resources"]>;
  /** Signals that are declared, and were not told this time. */
  readonly silent: NonNullable<Condition["silent"]>;
  /** Since when (ms since the epoch) one of them is over its bound without a break. */
  readonly overSince?: number;
}

export const noStrain: Strain = { now: {}, most: {}, silent: [] };

/** A moment of load is no illness. */
const lastingMs = 60_000;

const names = { cpu: "CPU", memory: "memory" } as const;

/** The strain after one more reading; a monitor that says nothing leaves what was known. */
export function strainAfter(
  strain: Strain,
  reading: Reading,
  { settings, nowMs }: Pick<Rollout, "settings"> & { readonly nowMs: number },
): Strain {
  if (reading.state === "stale" || reading.state === "error") return strain;
  const { resources: now = strain.now, silent = [] } = reading;
  const { overSince = nowMs, ...before } = strain;
  const next = { ...before, now, silent, most: { ...most("cpu", strain, now), ...most("memory", strain, now) } };
  return overBound(now, settings).length === 0 ? next : { ...next, overSince };
}

function most(name: Resource, { most: before }: Strain, now: Strain["now"]): Strain["now"] {
  const value = Math.max(before[name] ?? 0, now[name] ?? 0);
  return value === 0 ? {} : { [name]: value };
}

function overBound(now: Strain["now"], { maxCpu, maxMemory }: Rollout["settings"]): readonly string[] {
  const bounds = { cpu: maxCpu, memory: maxMemory };
  return (["cpu", "memory"] as const).flatMap((name) => {
    const used = now[name];
    if (used === undefined || used <= bounds[name]) return [];
    return [`${names[name]} at ${percent(used)} of its limit, more than ${percent(bounds[name])}`];
  });
}

/** Over its bound for a while, and a sign of errors beside it (decision 12). */
export function exhausted(rollout: Rollout): Verdict | undefined {
  const { context, settings, vigil } = rollout;
  const { now, overSince } = vigil.strain;
  if (overSince === undefined || context.clock.now() - overSince < lastingMs || !hasErrorSign(rollout))
    return undefined;
  const reason = `${overBound(now, settings).join(", ")}, and more errors than normal.`;
  return { trigger: "resources", reason, evidence: [reason, ...vigil.judged.evidence] };
}

function hasErrorSign(rollout: Rollout): boolean {
  const { context, vigil } = rollout;
  const { alpha, judge } = context.config.analysis;
  const { requests, errors } = vigil.lately;
  if (judge === "threshold") return requests > 0 && errors / requests > normalRatio(rollout).ratio;
  // Suspicious, not proved (decision 40).
  const isOdd = (eValue = 0) => eValue >= 1 / Math.sqrt(alpha);
  return vigil.judged.signals.some(({ name, eValue }) => (name === "errors" || name === "absolute") && isOdd(eValue));
}

/** Why resources speak against the end of a watch: over the bound, or declared and not told (decisions 14 and 43). */
export function strainDoubt({ settings, vigil }: Rollout): string | undefined {
  const { now, silent } = vigil.strain;
  const [over] = overBound(now, settings);
  if (over !== undefined) return `${over}.`;
  const [mute] = silent;
  if (mute !== undefined) return `The monitor measures ${mute.signal}, but gave none: ${mute.reason}.`;
  const never = (["cpu", "memory"] as const).find((name) => vigil.measures.includes(name) && now[name] === undefined);
  return never === undefined ? undefined : `The monitor measures ${names[never]}, but gave none.`;
}

/** For the record: what was used at most. Nothing where nothing was measured. */
export function strainSentences({ most: { cpu, memory } }: Strain): readonly string[] {
  const used = [
    ...(cpu === undefined ? [] : [`CPU at most ${percent(cpu)}`]),
    ...(memory === undefined ? [] : [`memory at most ${percent(memory)}`]),
  ];
  return used.length === 0 ? [] : [`Of its limits it used: ${used.join(", ")}.`];
}
