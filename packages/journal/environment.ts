import { fold, isTerminal, type Environment } from "#machine";
import type { ForgeTime } from "./clock.ts";
import { freeAtMs, isStale, parseLease, type Lease } from "./lease.ts";
import { parseFacts, splitLines } from "./lines.ts";
import { EnvironmentBusyError } from "./port.ts";
import { environmentLeaseRef, factsPath, leasePath, releaseRef } from "./refs.ts";

/** A lease as it was read. */
export interface FoundLease {
  readonly ref: string;
  readonly version: string;
  readonly lease: Lease;
}

/** Reads the leases among these heads; one that changed meanwhile is read as missing, and the caller looks again. */
export async function readLease(
  { store }: ForgeTime,
  heads: ReadonlyMap<string, string>,
  ref: string,
): Promise<FoundLease | undefined> {
  const version = heads.get(ref);
  const files = version === undefined ? undefined : await store.read(ref, version, [leasePath]);
  const text = files?.get(leasePath);
  return version === undefined || text === undefined ? undefined : { ref, version, lease: parseLease(ref, text) };
}

/**
 * The version at which an environment's lease may be taken for a release: free, or its own parked one, or a dead
 * holder's that touched nothing. Waits as long as that holder's last effect could be in flight (rules 6 and 11).
 */
export async function leaseToTake(
  forge: ForgeTime,
  id: string,
  environment: Environment,
): Promise<{ readonly version: string; readonly adopted: boolean }> {
  const ref = environmentLeaseRef(environment);
  for (;;) {
    const { heads } = await forge.look([ref]);
    const found = await readLease(forge, heads, ref);
    if (found === undefined && !heads.has(ref)) return { version: "absent", adopted: false };
    if (found === undefined) continue;
    const { lease, version } = found;
    // We hold the release, so what stands under its name is ours: parked, or left by the holder before us.
    if (lease.release === id) return { version, adopted: !lease.parked };
    if (lease.parked || !isStale(lease, forge.nowMs()))
      throw new EnvironmentBusyError(environment, lease.release, false);
    if (await hasTouched(forge, lease.release, environment)) {
      throw new EnvironmentBusyError(environment, lease.release, true);
    }
    const waitMs = freeAtMs(lease) - forge.nowMs();
    if (waitMs <= 0) return { version, adopted: true };
    await forge.clock.sleep(waitMs);
  }
}

async function hasTouched(forge: ForgeTime, release: string, environment: Environment): Promise<boolean> {
  const ref = releaseRef(release);
  const { heads } = await forge.look([ref]);
  const version = heads.get(ref);
  if (version === undefined) return false;
  const files = await forge.store.read(ref, version, [factsPath]);
  // Gone while we read: somebody acts on it just now, so it is not ours to judge.
  if (files === undefined) return true;
  const record = fold(parseFacts(release, splitLines(files.get(factsPath) ?? "")));
  return record.touched.has(environment) && !(isTerminal(record.state) && record.settled !== undefined);
}

/** Whose lease an environment is under, if any; `undefined`: it changed while it was read, look again. */
export async function holderOf(
  forge: ForgeTime,
  environment: Environment,
): Promise<{ readonly holder: { readonly release: string; readonly stale: boolean } | undefined } | undefined> {
  const ref = environmentLeaseRef(environment);
  const { heads } = await forge.look([ref]);
  const found = await readLease(forge, heads, ref);
  if (found === undefined) return heads.has(ref) ? undefined : { holder: undefined };
  return { holder: { release: found.lease.release, stale: isStale(found.lease, forge.nowMs()) } };
}
