import { learnUsual, type PastInterval, type UsualModel } from "#analysis";
import { asFault } from "#faults";
import type { StoredRelease } from "#journal";
import type { Json } from "#machine";

import type { StageContext } from "../context.ts";

/** A model of fewer releases would know a few hours of the week and nothing else. */
const fewestReleases = 20;
const lookedAt = 200;

/** What is usual by hour and weekday, learned from past releases; `undefined` where it is off, or knows too few. */
export async function usualHere({
  config,
  journal,
  driver,
  say,
}: Pick<StageContext, "config" | "journal" | "driver" | "say">): Promise<UsualModel | undefined> {
  if (config.analysis.model === "off") return undefined;
  try {
    const past = (await journal.newest(lookedAt)).filter(({ id }) => id !== driver.id);
    return modelOf(past);
  } catch (thrown) {
    say(`What is usual could not be learned, and is left out: ${asFault(thrown).message}`);
    return undefined;
  }
}

/** Learns from what production was seen to do: of the version that served, and of a new one that was kept. */
export function modelOf(past: readonly StoredRelease[]): UsualModel | undefined {
  const rows = past.map(intervalsOf).filter((intervals) => intervals.length > 0);
  return rows.length < fewestReleases ? undefined : learnUsual(rows.flat());
}

/** The counts of a watch go on from point to point: the last has them all. */
function intervalsOf({ record }: StoredRelease): readonly PastInterval[] {
  const last = record.watches.findLast(({ environment }) => environment === "production");
  if (last === undefined) return [];
  const totals = field(last.analysis, "totals");
  const sides = record.state === "completed" ? ["baseline", "canary"] : ["baseline"];
  const at = Date.parse(last.at) - last.durationMs / 2;
  return sides.flatMap((side) => {
    const counts = field(totals, side);
    const [requests, errors, slow] = ["requests", "errors", "slow"].map((name) => number(field(counts, name)));
    return requests === undefined || errors === undefined || slow === undefined || requests === 0
      ? []
      : [{ at, counts: { requests, errors, slow } }];
  });
}

function field(value: Json | undefined, name: string): Json | undefined {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}

const number = (value: Json | undefined) => (typeof value === "number" ? value : undefined);
