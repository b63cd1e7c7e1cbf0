import { readFile, rename, writeFile } from "node:fs/promises";

import { z } from "zod";

import { ReleaseFault } from "#faults";

const revision = z.strictObject({
  version: z.string(),
  sha: z.string(),
  /** Whose servers run it. */
  slot: z.string(),
  /** The share that it is meant to have. */
  percent: z.number(),
  /** Milliseconds since the epoch, where it was rolled back. */
  badSinceMs: z.number().optional(),
});
const record = z.strictObject({
  serving: z.string().optional(),
  previous: z.string().optional(),
  revisions: z.array(revision),
});

/** Which version is in which slot, and what it is meant to get: HAProxy knows servers, and no versions. */
export type Deployed = z.output<typeof record>;
export type DeployedRevision = z.output<typeof revision>;

/** What was written last; nothing deployed where there is no file. */
export async function readDeployed(file: string): Promise<Deployed> {
  const text = await readFile(file, "utf8").catch((thrown: unknown) => {
    if (typeof thrown === "object" && thrown !== null && "code" in thrown && thrown.code === "ENOENT") return undefined;
    throw thrown;
  });
  if (text === undefined) return { revisions: [] };
  try {
    return record.parse(JSON.parse(text));
  } catch (cause) {
    throw new ReleaseFault("remote", `${file} cannot be read: it says which version is in which slot`, {
      hint: "Restore it, or move it away and deploy the serving version once more.",
      cause,
    });
  }
}

/** Replaces a file that HAProxy may read: after a crash either the old text or the new one is there. */
export async function replaceFile(file: string, text: string): Promise<void> {
  await writeFile(`${file}.draft`, text, { mode: 0o644, flush: true });
  await rename(`${file}.draft`, file);
}

/** `candidate` in its slot, alone there, at its present share; no longer counted as bad. */
export function withCandidate(deployed: Deployed, candidate: Omit<DeployedRevision, "percent">): Deployed {
  const present = findRevision(deployed, candidate.version);
  const others = deployed.revisions.filter((one) => one !== present);
  return { ...deployed, revisions: [...others, { ...candidate, percent: present?.percent ?? 0 }] };
}

/** `percent` for the candidate, the rest for the version that served before; all of it when there is none. */
export function withShare(deployed: Deployed, candidate: string, percent: number): Deployed {
  const other = deployed.serving === candidate ? undefined : deployed.serving;
  const share = other === undefined && percent > 0 ? 100 : percent;
  const shares = new Map([[candidate, share], ...(other === undefined ? [] : [[other, 100 - share] as const])]);
  return withShares(deployed, (version) => shares.get(version) ?? 0);
}

/** The candidate serves; the one before stays at 0 %. */
export function withFinished(deployed: Deployed, candidate: string): Deployed {
  const { serving, previous } = deployed;
  const before = serving === candidate ? previous : serving;
  return {
    ...withShare(deployed, candidate, 100),
    serving: candidate,
    ...(before === undefined ? {} : { previous: before }),
  };
}

/** Everything to `version`; what had traffic, or was on its way to it, is bad since `nowMs`. */
export function withRollback({ previous, ...deployed }: Deployed, version: string, nowMs: number): Deployed {
  const innocent = version === deployed.serving ? previous : undefined;
  const shared = withShares(deployed, (name) => (name === version ? 100 : 0));
  const revisions = shared.revisions.map(({ badSinceMs, ...one }): DeployedRevision => {
    if (one.version === version) return one;
    if (one.version === innocent && badSinceMs === undefined) return one;
    return { ...one, badSinceMs: badSinceMs ?? nowMs };
  });
  const kept = previous === undefined || previous === version ? {} : { previous };
  return { ...deployed, revisions, serving: version, ...kept };
}

/** Without a version that was taken down. */
export function without({ previous, ...deployed }: Deployed, version: string): Deployed {
  const revisions = deployed.revisions.filter((one) => one.version !== version);
  return { ...deployed, revisions, ...(previous === undefined || previous === version ? {} : { previous }) };
}

/** The revision of a version. */
export function findRevision({ revisions }: Deployed, version: string): DeployedRevision | undefined {
  return revisions.find((one) => one.version === version);
}

/** Who has to make room for a new version: the previous one, else what was kept longest; never one with traffic. */
export function dispensable({ revisions, serving, previous }: Deployed): DeployedRevision | undefined {
  const idle = revisions.filter(({ version, percent }) => percent === 0 && version !== serving);
  const rank = ({ version, badSinceMs }: DeployedRevision): number => (version === previous ? -1 : (badSinceMs ?? 0));
  return idle.toSorted((a, b) => rank(a) - rank(b))[0];
}

function withShares<T extends Pick<Deployed, "revisions">>(deployed: T, percentOf: (version: string) => number): T {
  return { ...deployed, revisions: deployed.revisions.map((one) => ({ ...one, percent: percentOf(one.version) })) };
}
