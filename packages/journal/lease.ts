import { z } from "zod";
import { ReleaseFault } from "#faults";
import type { Author, LeaseTimes } from "./port.ts";

const schema = z.object({
  /** The release in whose name it is held. */
  release: z.string(),
  /** The process that holds it: a new process of the same run is another holder. */
  holder: z.string(),
  actor: z.string(),
  run: z.object({ id: z.string(), attempt: z.number() }),
  /** By the forge's clock, not later than when the push was sent. */
  renewedAt: z.string(),
  ttlMs: z.number(),
  effectMs: z.number(),
  /** Counts the renewals, so that each is a new commit. */
  beat: z.number(),
  /** Nobody drives; the environment stays with the release that touched it. */
  parked: z.boolean(),
});

/** What stands in a lease's ref. */
export type Lease = z.infer<typeof schema>;

export function newLease(release: string, holder: string, author: Author, times: LeaseTimes): Lease {
  const { actor, run } = author;
  const { ttlMs, effectMs } = times;
  return { release, holder, actor, run: { ...run }, renewedAt: "", ttlMs, effectMs, beat: 0, parked: false };
}

export function parseLease(ref: string, text: string): Lease {
  const parsed = schema.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  throw new ReleaseFault("policy", `${ref} does not hold a lease of ours: ${z.prettifyError(parsed.error)}`, {
    hint: `It was written by another version or by hand. When nobody drives a release, delete it: git push origin :${ref}`,
  });
}

/** Whether its holder has said nothing for a whole ttl. A parked lease has no holder that could. */
export function isStale(lease: Lease, forgeMs: number): boolean {
  return !lease.parked && forgeMs - Date.parse(lease.renewedAt) >= lease.ttlMs;
}

/**
 * From when a successor may act, by the forge's clock: the ttl is over, and an effect that was begun at the last moment
 * allowed (ttl/2) is not in flight any more.
 */
export function freeAtMs(lease: Lease): number {
  return Date.parse(lease.renewedAt) + Math.max(lease.ttlMs, lease.ttlMs / 2 + lease.effectMs);
}
