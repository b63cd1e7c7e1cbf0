import type { Replacement } from "../port.ts";
import { confirm, ensureState, untilHealthy, type Act } from "./ensure.ts";
import type { PlatformState } from "./protocol.ts";
import { withInstances, withShare } from "./rollout.ts";

/**
 * `count` of `total` instances run `version` afterwards. Every write is read back before the next, so a successor of a driver
 * that died in between finds its place again.
 */
export async function replaceInstances(
  act: Act,
  {
    version,
    count,
    percent,
    total,
    maxUnavailable,
  }: Replacement & { readonly version: string; readonly total: number },
): Promise<void> {
  const { platform } = act;
  const change = async (next: (state: PlatformState) => PlatformState): Promise<void> => {
    const { state } = await platform.status();
    await ensureState(platform, state, next(state));
    confirm(await platform.status(), next(state));
  };
  const { state: known } = await platform.status();
  // By its share, which was given after its instances were healthy: one that is starting replaces nobody yet.
  const share = known.revisions.find((one) => one.version === version)?.percent ?? 0;
  const inService = Math.round((share / 100) * total);
  await change((state) => shrunk(state, version, Math.max(total - count, total - inService - maxUnavailable)));
  await change((state) => withInstances(state, version, count));
  await untilHealthy(act, version);
  await change((state) => withShare(state, version, percent));
  await change((state) => shrunk(state, version, total - count));
}

/** The version before on `count` instances at most; the last one stays, so that it can be addressed and gone back to. */
function shrunk(state: PlatformState, candidate: string, count: number): PlatformState {
  const before = state.serving === candidate ? undefined : state.revisions.find((one) => one.version === state.serving);
  if (before === undefined || before.instances <= count) return state;
  return withInstances(state, before.version, Math.max(1, count));
}
