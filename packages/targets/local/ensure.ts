import { isDeepStrictEqual } from "node:util";

import { ReleaseFault } from "#faults";

import type { Clock } from "../port.ts";
import type { PlatformClient } from "./client.ts";
import type { LiveRevision, PlatformState, PlatformStatus } from "./protocol.ts";

const POLL_MS = 50;

/** One act of a release on a platform that runs. */
export interface Act {
  readonly platform: Pick<PlatformClient, "status" | "write" | "revive">;
  readonly environment: string;
  readonly clock: Clock;
  readonly startTimeoutMs: number;
  readonly signal: AbortSignal;
}

/** Writes only what differs, so that repeating an act changes nothing. */
export async function ensureState(
  platform: Act["platform"],
  before: PlatformState,
  next: PlatformState,
): Promise<void> {
  if (!isDeepStrictEqual(inOrder(before), inOrder(next))) await platform.write(next, before.etag);
}

/** The state but for its token and the order of its revisions, which mean nothing. */
function inOrder(state: PlatformState): PlatformState {
  return { ...state, etag: 0, revisions: state.revisions.toSorted((a, b) => a.version.localeCompare(b.version)) };
}

/** A write counts when reading confirms it. */
export function confirm({ state }: PlatformStatus, wanted: PlatformState): void {
  for (const { version, percent } of wanted.revisions) {
    const actual = state.revisions.find((one) => one.version === version)?.percent ?? 0;
    if (actual === percent) continue;
    throw new ReleaseFault("remote", `${version} should have ${percent} % of the traffic and has ${actual} %`, {
      hint: "Somebody else is changing the platform. See who drives the release, then: release resume vX.Y.Z.",
    });
  }
}

/** Until every instance is healthy; with `patienceMs`, one is enough after that time. */
export async function untilHealthy(act: Act, version: string, patienceMs?: number): Promise<void> {
  const { platform, clock, signal, startTimeoutMs, environment } = act;
  const startedAt = clock.now();
  if (isHealthy((await platform.status()).live, version)) return;
  await platform.revive(version);
  for (;;) {
    const { live } = await platform.status();
    if (isHealthy(live, version)) return;
    const tookMs = clock.now() - startedAt;
    const { ready = 0, givenUp = false } = live.find((one) => one.version === version) ?? {};
    if (patienceMs !== undefined && ready > 0 && (givenUp || tookMs >= patienceMs)) return;
    if (givenUp || tookMs > startTimeoutMs) throw unhealthy(version, environment, live);
    await clock.sleep(POLL_MS, signal);
  }
}

/** Whether all instances of a version are healthy. */
export function isHealthy(live: readonly LiveRevision[], version: string): boolean {
  return live.some((one) => one.version === version && one.healthy);
}

/** What is wrong with a version that does not come up, and where to look. */
export function unhealthy(version: string, environment: string, live: readonly LiveRevision[]): ReleaseFault {
  const problem = live.find((one) => one.version === version)?.problem ?? "it is not running";
  return new ReleaseFault("remote", `${version} does not become healthy on ${environment}: ${problem}`, {
    hint: "Run its command by hand in an exported tree, with PORT set, and look at its health path.",
  });
}
