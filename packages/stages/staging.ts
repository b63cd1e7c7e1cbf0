import type { Target } from "#targets";

import { attended, failRelease, moveTo, type StageContext, type StageEnd } from "./context.ts";
import type { Rollout, Verdict } from "./rollout-context.ts";
import { beginRollout, runRollout, watchAt } from "./rollout.ts";

/** The rehearsal: the tagged commit goes to staging, is smoke-tested and watched; a bad one leaves staging as it was. */
export async function staging(context: StageContext): Promise<StageEnd> {
  const { driver } = context;
  await driver.takeEnvironment("staging");
  const rollout = await beginRollout(context, "staging");
  const verdict = await verify(rollout);
  if (verdict !== undefined) return putBack(rollout, verdict);
  driver.giveBackEnvironment("staging");
  return moveTo(driver, "production", "staging verified");
}

async function verify(rollout: Rollout): Promise<Verdict | undefined> {
  const { settings, vigil } = rollout;
  try {
    return (await runRollout(rollout)) ?? (await watchAt(rollout, { point: "staging", forMs: settings.watch }));
  } finally {
    await vigil.end();
  }
}

/** Decision 34: staging returns to its last good version, and that is verified, before the release is called failed. */
async function putBack(rollout: Rollout, verdict: Verdict): Promise<StageEnd> {
  const { context, target, previous } = rollout;
  const { driver } = context;
  if (previous !== undefined) {
    await driver.step("put-staging-back", () => attended(context, (signal) => restore(target, previous, signal)), {
      touches: "staging",
    });
    context.say(`staging is back on ${previous}`);
  }
  driver.giveBackEnvironment("staging");
  return failRelease(driver, {
    failureReason: verdict.reason,
    actionableFixSuggestions: [
      ...verdict.evidence,
      previous === undefined
        ? "Staging had no earlier version to go back to."
        : `Staging serves ${previous} again; the tag stays.`,
      "Fix forward and release the next version. Example: --version=patch",
    ],
  });
}

async function restore(target: Target, version: string, signal: AbortSignal): Promise<null> {
  await target.rollback(version, signal);
  return null;
}
