import { ReleaseFault } from "#faults";
import type { FactBody } from "#machine";
import type { ForgeTime } from "./clock.ts";
import { DrivenElsewhereError } from "./port.ts";
import { readLease, type FoundLease } from "./environment.ts";
import { freeAtMs, type Lease } from "./lease.ts";
import { splitLines } from "./lines.ts";
import { factsPath, leaseName, leasesPrefix, releaseLeaseRef, releaseRef } from "./refs.ts";
import type { Head, LeaseMove, Tenure } from "./tenure.ts";

export interface TakeOptions {
  readonly forge: ForgeTime;
  readonly id: string;
  readonly holder: string;
  readonly renewMs: number;
  readonly onWait: ((ms: number, holder: string) => void) | undefined;
  readonly open: (head: Head) => Tenure;
}

/**
 * Takes the lease of a live release, and with it, in the same push, every environment that stands under the release's
 * name (rules 2 and 11). `undefined`: somebody moved meanwhile, try again.
 */
export async function takeRelease(options: TakeOptions): Promise<Tenure | undefined> {
  const { forge, id, holder } = options;
  const stale = await waitForHolder(options);
  const { heads } = await forge.look([releaseRef(id), leasesPrefix]);
  const leaseRef = releaseLeaseRef(id);
  const version = heads.get(releaseRef(id));
  if (version === undefined) throw notLive(id);
  if (heads.get(leaseRef) !== stale?.version) return undefined;
  const files = await forge.store.read(releaseRef(id), version, [factsPath]);
  if (files === undefined) return undefined;

  const ours = await environmentsOf(forge, id, heads);
  const tenure = options.open({ version, lines: splitLines(files.get(factsPath) ?? "") });
  const taking = new Map<string, LeaseMove>([[leaseRef, { to: "held", taking: stale?.version ?? "absent" }]]);
  for (const found of ours) taking.set(found.ref, { to: "held", taking: found.version });
  const bodies = [...taking.keys()].map((ref): FactBody => ({
    type: "lease-taken",
    lease: leaseName(ref),
    holder,
    adopted: stale !== undefined,
  }));
  return (await tenure.push({ bodies, leases: taking })) === "applied" ? tenure : undefined;
}

/** Waits until a holder that says nothing more may be succeeded; one that renews is alive. */
async function waitForHolder({ forge, id, renewMs, onWait }: TakeOptions): Promise<FoundLease | undefined> {
  const ref = releaseLeaseRef(id);
  let first: FoundLease | undefined;
  for (;;) {
    const { heads } = await forge.look([ref, releaseRef(id)]);
    if (!heads.has(releaseRef(id))) throw notLive(id);
    const found = await readLease(forge, heads, ref);
    if (found === undefined && !heads.has(ref)) return undefined;
    if (found === undefined) continue;
    if (first !== undefined && found.version !== first.version) throw driven(id, found.lease);
    first = found;
    const waitMs = freeAtMs(found.lease) - forge.nowMs();
    if (waitMs <= 0) return found;
    onWait?.(waitMs, found.lease.holder);
    await forge.clock.sleep(Math.min(waitMs, renewMs / 2));
  }
}

async function environmentsOf(
  forge: ForgeTime,
  id: string,
  heads: ReadonlyMap<string, string>,
): Promise<readonly FoundLease[]> {
  const refs = [...heads.keys()].filter((ref) => ref.startsWith(leasesPrefix) && !leaseName(ref).includes("/"));
  const found = await Promise.all(refs.map((ref) => readLease(forge, heads, ref)));
  return found.flatMap((lease) => (lease?.lease.release === id ? [lease] : []));
}

function driven(id: string, { actor, run, holder }: Lease): DrivenElsewhereError {
  return new DrivenElsewhereError(
    "policy",
    `Release ${id} is driven by ${actor} in run ${run.id} (${holder}) right now`,
    {
      hint: `See where it stands: release status ${id}   or send it a request: release hold ${id} --reason="…"`,
    },
  );
}

function notLive(id: string): ReleaseFault {
  return new ReleaseFault("policy", `No release ${id} is under way`, {
    hint: "List those that are with `release status`; one that is over can be read with `release report`.",
  });
}
