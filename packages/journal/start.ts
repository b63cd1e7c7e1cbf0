import { ReleaseFault } from "#faults";
import type { FactBody, ReleasePlan } from "#machine";
import { openArchive } from "./archive.ts";
import type { ForgeTime } from "./clock.ts";
import { readLease } from "./environment.ts";
import type { Lease } from "./lease.ts";
import { factLine, joinLines, stamp } from "./lines.ts";
import { newSecret } from "./people.ts";
import type { Author } from "./port.ts";
import { archivePath, factsPath, leaseName, leasePath, releaseLeaseRef, releaseRef, reservationPath } from "./refs.ts";
import type { Change } from "./store.ts";
import type { Head, Tenure, TenureOptions } from "./tenure.ts";

export interface StartOptions {
  readonly forge: ForgeTime;
  readonly author: Author;
  readonly archiveRef: string;
  readonly onAppend: TenureOptions["onAppend"];
  readonly lease: Lease;
  readonly plan: ReleasePlan;
  readonly attempt: number;
  readonly open: (head: Head) => Tenure;
}

/**
 * Opens a release in one push with its lease and the reservation of its id, so that two starts of one id collide
 * (rule 14). `undefined`: the archive moved meanwhile, try again.
 */
export async function startRelease(options: StartOptions): Promise<Tenure | undefined> {
  const { forge, author, archiveRef, lease, plan, attempt } = options;
  const id = lease.release;
  const leaseRef = releaseLeaseRef(id);
  const { heads } = await forge.look([archiveRef, releaseRef(id), leaseRef]);
  const archive = await openArchive(forge, archiveRef, heads);
  await refuseUsed(forge, id, { heads, paths: archive.paths });
  const sentMs = forge.clock.monotonicMs();
  const at = new Date(forge.nowMs()).toISOString();
  const { actor, run } = author;
  const opened = { type: "opened", plan, attempt, secret: newSecret() } as const;
  const bodies: readonly FactBody[] = [
    opened,
    { type: "lease-taken", lease: leaseName(leaseRef), holder: lease.holder, adopted: false },
  ];
  const lines = stamp([], bodies, { release: id, at, actor, run }).map(factLine);
  const reservation = { at, actor, run, holder: lease.holder };
  const changes: readonly Change[] = [
    { ...addition(id, releaseRef(id), factsPath, joinLines(lines)), before: "history" },
    addition(id, leaseRef, leasePath, `${JSON.stringify({ ...lease, renewedAt: at })}\n`),
    {
      ...addition(id, archiveRef, reservationPath(id), `${JSON.stringify(reservation)}\n`),
      expect: archive.version,
      before: "base",
    },
  ];
  await options.onAppend?.("before", lines.length);
  const written = await forge.store.write(changes, at);
  if (written.state !== "applied" && !(await isStored(forge, id, lines))) return undefined;
  await options.onAppend?.("after", lines.length);
  const tenure = options.open({ version: written.versions.get(releaseRef(id)) ?? "", lines });
  tenure.begin(new Map([[leaseRef, written.versions.get(leaseRef) ?? ""]]), sentMs);
  return tenure;
}

function addition(id: string, ref: string, path: string, content: string): Change {
  return { ref, expect: "absent", before: "lost", message: `${id}: opened`, files: new Map([[path, content]]) };
}

async function refuseUsed(
  forge: ForgeTime,
  id: string,
  { heads, paths }: { readonly heads: ReadonlyMap<string, string>; readonly paths: ReadonlySet<string> },
): Promise<void> {
  if (paths.has(archivePath(id))) {
    throw new ReleaseFault("policy", `There is a record of release ${id} already: it is over and archived`, {
      hint: `Read it: release report ${id}. A number that was never tagged can be retried: release retry ${id}`,
    });
  }
  if (!heads.has(releaseRef(id)) && !paths.has(reservationPath(id))) return;
  const by = await leaseNow(forge, id);
  const who = by === undefined ? "Nobody drives it now." : `${by.actor} drives it in run ${by.run.id}.`;
  throw new ReleaseFault("policy", `Release ${id} is open already. ${who}`, {
    hint: `Continue it: release resume ${id}`,
  });
}

/** Who holds a release; a lease that is renewed while it is read is read again. */
async function leaseNow(forge: ForgeTime, id: string): Promise<Lease | undefined> {
  const ref = releaseLeaseRef(id);
  for (;;) {
    const { heads } = await forge.look([ref]);
    const found = await readLease(forge, heads, ref);
    if (found !== undefined || !heads.has(ref)) return found?.lease;
  }
}

async function isStored(forge: ForgeTime, id: string, lines: readonly string[]): Promise<boolean> {
  const ref = releaseRef(id);
  const { heads } = await forge.look([ref]);
  const version = heads.get(ref);
  const files = version === undefined ? undefined : await forge.store.read(ref, version, [factsPath]);
  return files?.get(factsPath)?.startsWith(joinLines(lines)) === true;
}
