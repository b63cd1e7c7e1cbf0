import { isDeepStrictEqual } from "node:util";

import type { ReviewState } from "#forge";
import { assertAgain } from "#gates";
import type { DodCategory } from "#machine";

import { required, type StageContext } from "./context.ts";
import { gatherEvidence } from "./evidence.ts";

/**
 * Decision 21: asserts what the Definition of Done left provisional, now that tests have run and people have looked. Returns
 * what is still not proved, in words; `undefined` when it is, and recorded. Safe to repeat: after a death it looks again.
 */
export async function unproved(context: StageContext, state: ReviewState): Promise<string | undefined> {
  const { driver, scrub, say } = context;
  const provisional = provisionalIn(context);
  const sha = required(driver.record.gatedSha, "the gated commit");
  const known = driver.record.assertion;
  if (provisional.length === 0 || (known?.status === "passed" && known.sha === sha)) return undefined;
  const evidence = await gatherEvidence(driver, context);
  const asserted = scrub.value(assertAgain(provisional, { ...evidence, review: ownReview(context, state) }));
  const todo = asserted.flatMap((category) => category.todo ?? []);
  const status = todo.length === 0 ? "passed" : "failed";
  const categories = asserted.map((one): DodCategory => {
    const { todo: _, ...category } = one;
    return category;
  });
  // Asked again every few seconds: only news is a fact.
  if (known?.status !== status || known.sha !== sha || !isDeepStrictEqual(known.categories, categories))
    driver.observe({ type: "done-asserted", status, sha, categories });
  if (status === "passed") {
    say(`Definition of Done: ${provisional.join(", ")} proved`);
    return undefined;
  }
  return `the Definition of Done is not fulfilled: ${todo.join("; ")}`;
}

function provisionalIn({ driver }: StageContext): readonly string[] {
  const metrics = driver.record.gates.get("dod")?.metrics;
  if (metrics?.gate !== "dod") return [];
  return metrics.categories.filter(({ status }) => status === "provisional").map(({ name }) => name);
}

/** Who merged it by hand took the word for it; not the release itself, and not its author. */
function ownReview({ driver, actor }: StageContext, { approvedBy, mergedBy, author }: ReviewState) {
  const { number, url } = required(driver.record.pullRequest, "the pull request");
  const byHand = mergedBy !== undefined && mergedBy !== actor && mergedBy !== author ? [mergedBy] : [];
  return { name: `#${number}`, url, approvedBy: [...new Set([...approvedBy, ...byHand])] };
}
