import { failRelease, moveTo, type StageContext, type StageEnd } from "./context.ts";
import { restoreStaging } from "./restore-staging.ts";
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
    return (
      (await runRollout(rollout)) ?? (await watchAt(rollout, { point: "staging", forMs: settings.watch, doubt: "ask" }))
    );
  } finally {
    await vigil.end();
  }
}

/** Staging is as it was before, and that is verified, before the release is called failed. */
async function putBack({ context, previous }: Rollout, verdict: Verdict): Promise<StageEnd> {
  await restoreStaging(context);
  return failRelease(context.driver, {
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
