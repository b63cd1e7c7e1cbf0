import { asFault } from "#faults";
import { isTerminal, type ReleaseRecord } from "#machine";

import type { Workplace } from "../open.ts";
import { policyOf } from "../review/production-approval.ts";
import { openingNotes } from "./windows.ts";

/** When a release under way may go to the environments before it, one line each; empty where nothing holds it. */
export async function openingsOf({ git, surroundings }: Workplace, record: ReleaseRecord): Promise<readonly string[]> {
  const { state, suspended, touched, plan } = record;
  const isPast = isTerminal(state) || touched.has("production") || suspended?.waitsFor === "window";
  if (isPast || (await git.resolve(`refs/remotes/origin/${plan.targetBranch}`)) === undefined) return [];
  try {
    const { windows } = await policyOf(git, plan.targetBranch);
    return openingNotes(windows, record, surroundings.clock.now()).map((note) => `  · ${note}`);
  } catch (thrown) {
    // Where a release stands is told whatever that branch has.
    return [`  · the windows of ${plan.targetBranch} cannot be read: ${asFault(thrown).message}`];
  }
}
