import { z } from "zod";

/** Request header that pins a request to one version; its value is the tag. */
export const PIN_HEADER = "x-release-version";
/** Response header that names the version that answered. */
export const SERVED_BY_HEADER = "x-served-by";

const revision = z.strictObject({
  /** The tag, `vX.Y.Z`. */
  version: z.string(),
  sha: z.string(),
  /** The exported tree: working directory of the command. */
  directory: z.string(),
  command: z.string(),
  env: z.record(z.string(), z.string()),
  /** Path that answers 2xx or 3xx when the version is healthy. */
  health: z.string(),
  /** Share of traffic, 0–100. */
  percent: z.number().min(0).max(100),
  /** How many processes of it run. */
  instances: z.number().int().min(1).default(1),
  /** Kept warm for a later `restore`, but not deployed: nobody sees it. */
  parked: z.boolean(),
  /** Set when traffic was taken away from it: removed after this time, ms since the epoch. */
  badUntilMs: z.number().exactOptional(),
});

/** What the platform keeps on disk: everything that must outlive its process. */
export const platformState = z.strictObject({
  /** Concurrency token: grows with every write. */
  etag: z.number().int(),
  /** The version that a rollback goes to: the last finished one. */
  serving: z.string().exactOptional(),
  /** The one before it, kept at 0 %. */
  previous: z.string().exactOptional(),
  revisions: z.array(revision),
});

const liveRevision = z.object({
  version: z.string(),
  running: z.boolean(),
  /** All of its instances are. */
  healthy: z.boolean(),
  /** Instances that are healthy. */
  ready: z.number(),
  /** Restarted too often: left alone until it is revived. */
  givenUp: z.boolean(),
  /** Of its first instance. */
  pid: z.number().exactOptional(),
  port: z.number().exactOptional(),
  restarts: z.number(),
  inFlight: z.number(),
  problem: z.string().exactOptional(),
});

/** The answer of `GET /state`. */
export const platformStatus = z.object({ port: z.number(), state: platformState, live: z.array(liveRevision) });

/** `platform.json`, mode 0600: where the running platform listens, and the secret that its admin API asks for. */
export const platformAddress = z.object({
  pid: z.number().int(),
  adminPort: z.number().int(),
  publicPort: z.number().int(),
  token: z.string(),
});

export type RevisionState = Readonly<z.infer<typeof revision>>;
export type PlatformState = Readonly<Omit<z.infer<typeof platformState>, "revisions">> & {
  readonly revisions: readonly RevisionState[];
};
export type LiveRevision = Readonly<z.infer<typeof liveRevision>>;
export type PlatformAddress = Readonly<z.infer<typeof platformAddress>>;
export interface PlatformStatus {
  readonly port: number;
  readonly state: PlatformState;
  readonly live: readonly LiveRevision[];
}

export const emptyState: PlatformState = { etag: 0, revisions: [] };

/** Why a state cannot be put into force, or `undefined`. */
export function flawOf(state: PlatformState): string | undefined {
  const versions = state.revisions.map(({ version }) => version);
  if (new Set(versions).size !== versions.length) return "a version is listed twice";
  const total = state.revisions.reduce((sum, { percent }) => sum + percent, 0);
  if (total !== 0 && total !== 100) return `the shares add up to ${total}, not to 100`;
  const parked = state.revisions.find((one) => one.parked && one.percent > 0);
  if (parked !== undefined) return `${parked.version} is parked and cannot have traffic`;
  const absent = [state.serving, state.previous].find((name) => name !== undefined && !versions.includes(name));
  return absent === undefined ? undefined : `${absent} is named but not among the revisions`;
}
