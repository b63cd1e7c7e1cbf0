import { missingGuards } from "#machine";

import { failRelease, moveTo, type StageContext, type StageEnd } from "./context.ts";
import { addressOf, showDeployment } from "./rollout/deployment-view.ts";
import { owesRecheck, recheckStaging } from "./jobs/recheck-staging.ts";
import { restoreStaging } from "./rollback/restore-staging.ts";
import type { Rollout, Verdict } from "./rollout/rollout-context.ts";
import { beginRollout, runRollout } from "./rollout/rollout.ts";
import { watchAt } from "./rollout/watch-at.ts";
import { waitForTurn } from "./queue/turn.ts";

/** The rehearsal: the tagged commit goes to staging, is smoke-tested and watched; a bad one leaves staging as it was. */
export async function staging(context: StageContext): Promise<StageEnd> {
  const { driver } = context;
  if (!isVerified(driver)) {
    if (!driver.record.touched.has("staging")) {
      const early = await waitForTurn(context, "staging");
      if (early !== undefined) return early;
    }
    await driver.takeEnvironment("staging");
    const rollout = await beginRollout(context, "staging");
    const verdict = await verify(rollout);
    if (verdict !== undefined) return putBack(rollout, verdict);
    const { artifact } = rollout;
    await showDeployment(context, {
      environment: "staging",
      state: "success",
      sha: artifact.sha,
      description: `${artifact.version} is verified`,
      environmentUrl: await addressOf(rollout),
    });
    driver.giveBackEnvironment("staging");
  }
  // Before anybody is asked to let it in: what they say is said of what staging shows then.
  const waits = await waitForTurn(context, "production");
  if (waits !== undefined) return waits;
  const broken = owesRecheck(driver.record) ? await recheckStaging(context) : undefined;
  return broken ?? moveTo(driver, "production", "staging verified");
}

/** Verified, and waiting since: the wait gave staging's lease back, so others may have been there. */
function isVerified({ record, facts }: StageContext["driver"]): boolean {
  if (missingGuards(record, "production")?.length !== 0) return false;
  const newest = facts.findLast(
    (fact) =>
      (fact.type === "suspended" && fact.environment === "production") ||
      (fact.type === "lease-taken" && fact.lease === "staging"),
  );
  return newest?.type === "suspended";
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
async function putBack({ context, previous, artifact }: Rollout, verdict: Verdict): Promise<StageEnd> {
  await restoreStaging(context);
  await showDeployment(context, {
    environment: "staging",
    state: "failure",
    sha: artifact.sha,
    description: `put back, ${previous ?? "nothing"} serves`,
    other: previous === undefined ? undefined : { version: previous, state: "success" },
  });
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
