import { isDeepStrictEqual } from "node:util";

import type { ReviewState } from "#forge";
import { assertAgain } from "#gates";
import { overrideOf, type DodCategory } from "#machine";

import { required, type StageContext } from "../context.ts";
import { gatherEvidence } from "../gates/evidence.ts";

/**
 * Decision 21: asserts what the Definition of Done left provisional, now that tests have run and people have looked. Returns
 * what is still not proved, in words; `undefined` when it is, and recorded, or when an admin answers for the gate. Safe to
 * repeat: until the merge each process looks for itself, because labels, threads and checks change after a death.
 */
export async function unproved(context: StageContext, state: ReviewState): Promise<string | undefined> {
  const { driver, say } = context;
  const provisional = provisionalIn(context);
  const sha = required(driver.record.gatedSha, "the gated commit");
  const known = driver.record.assertion;
  if (provisional.length === 0) return undefined;
  // What was proved and then merged stays proved: nobody can take the merge back.
  if (state.state === "merged" && known?.status === "passed" && known.sha === sha) return undefined;
  const asserted = await assertNow(context, state);
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
  const reason = `the Definition of Done is not fulfilled: ${todo.join("; ")}`;
  const override = overrideOf(driver.record.plan, "dod");
  if (override === undefined) return reason;
  say(`${reason}; overridden: ${override.reason}`);
  return undefined;
}

/** What would keep a pull request in this state from its merge, in words, and records nothing. Empty where gate dod is overridden. */
export async function stillOpen(context: StageContext, state: ReviewState): Promise<readonly string[]> {
  if (provisionalIn(context).length === 0) return [];
  if (overrideOf(context.driver.record.plan, "dod") !== undefined) return [];
  return (await assertNow(context, state)).flatMap((category) => category.todo ?? []);
}

async function assertNow(context: StageContext, state: ReviewState): Promise<ReturnType<typeof assertAgain>> {
  const evidence = await gatherEvidence(context.driver, context);
  return context.scrub.value(assertAgain(provisionalIn(context), { ...evidence, review: ownReview(context, state) }));
}

function provisionalIn({ driver }: StageContext): readonly string[] {
  const metrics = driver.record.gates.get("dod")?.metrics;
  if (metrics?.gate !== "dod") return [];
  return metrics.categories.filter(({ status }) => status === "provisional").map(({ name }) => name);
}

/** Who merged it by hand took the word for it; not the release itself, and not its author. */
function ownReview({ driver, actor }: StageContext, { approvedBy, mergedBy, author, checksNotGreen }: ReviewState) {
  const { number, url } = required(driver.record.pullRequest, "the pull request");
  const byHand = mergedBy !== undefined && mergedBy !== actor && mergedBy !== author ? [mergedBy] : [];
  return {
    name: `#${number}`,
    url,
    approvedBy: [...new Set([...approvedBy, ...byHand])],
    checksNotGreen: checksNotGreen.map((check) => `${check.name} (${check.state})`),
  };
}
