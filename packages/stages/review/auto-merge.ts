import type { ReviewState } from "#forge";
import { stepName } from "#machine";

import { required, type StageContext } from "../context.ts";
import { stillOpen } from "./review-done.ts";
import { wouldDiffer } from "./review-merge.ts";

/**
 * Has the host merge by itself, where the repository allows that and the evidence lacks nothing but required checks that
 * have not reported: the host waits for those and for no others. Only while this process looks on: a conversation that is
 * opened later would not hold the host back, so that it is withdrawn before anything else is waited for. Not while a category
 * of the Definition of Done is open, which the host does not know of; it is asserted for the record once the host has merged.
 */
export async function offerAutoMerge(context: StageContext, number: number, state: ReviewState): Promise<void> {
  const { driver, forge, say } = context;
  const [method] = state.mergeMethods;
  if (!state.autoMergeAllowed || state.mergeQueue !== undefined || method === undefined) return;
  const { offers, withdrawals } = countOf(context);
  const name = `auto-merge-${offers > withdrawals ? offers : offers + 1}`;
  if (driver.record.done.has(stepName(driver.record, name))) return;
  const { releaseType, releaseVersion } = driver.record.plan;
  // The base may move before the host merges: another tree can be gated again, but a hotfix would be lost by it.
  if (method !== "merge" && (releaseType === "hotfix" || (await wouldDiffer(context)))) return;
  // The checks are what the host waits for: here they count as green.
  const [open] = await stillOpen(context, { ...state, checksNotGreen: [] });
  if (open !== undefined) return say(`no auto-merge yet: ${open}`);
  const head = required(driver.record.gatedSha, "the gated commit");
  const refusal = await driver.step(name, async () => {
    const refused = await forge.ensureAutoMerge(number, head, { title: `Release ${releaseVersion}`, method });
    return refused ?? null;
  });
  say(refusal === null ? "the host merges as soon as the required checks are green" : `no auto-merge: ${refusal}`);
}

/** Whoever waits for something else, or ends the release, takes the offer back first. Does nothing where none was made. */
export async function withdrawAutoMerge({ driver, forge }: Pick<StageContext, "driver" | "forge">): Promise<void> {
  const { offers, withdrawals } = countOf({ driver });
  const number = driver.record.pullRequest?.number;
  if (offers === withdrawals || number === undefined || driver.record.merge !== undefined) return;
  await driver.step(`auto-merge-off-${offers}`, async () => {
    await forge.ensureNoAutoMerge(number);
    return null;
  });
}

/** How often it was begun to offer it, and the last of these that was taken back: over all visits, and whoever drove them. */
function countOf({ driver }: Pick<StageContext, "driver">): { readonly offers: number; readonly withdrawals: number } {
  const highest = (type: "step-intended" | "step-done", name: RegExp) =>
    Math.max(0, ...driver.facts.map((fact) => (fact.type === type ? Number(name.exec(fact.step)?.[1] ?? 0) : 0)));
  return {
    offers: highest("step-intended", /\/auto-merge-(\d+)$/),
    withdrawals: highest("step-done", /\/auto-merge-off-(\d+)$/),
  };
}
