import { ReleaseFault } from "#faults";
import { isTerminal, type ReleasePlan, type ReleaseRecord, type State } from "#machine";

import { approvalRoute } from "./production-approval.ts";

/** The legs in which the gates of a release run side by side; one leg `all` runs them one after another. */
export const wholeLeg = "all";

/** The gates that a leg stands for. Throws an `input` fault for a leg that the plan does not have. */
export function gatesOfLeg(plan: ReleasePlan, leg: string): ReleasePlan["gates"] {
  const gates = leg === wholeLeg ? plan.gates : plan.gates.filter((gate) => gate === leg);
  if (gates.length > 0) return gates;
  throw new ReleaseFault("input", `Release ${plan.tag} has no leg "${leg}"`, {
    hint: `Use one of: ${[wholeLeg, ...plan.gates].join(", ")}.`,
  });
}

/**
 * The state from which a run goes on with a release: the first whose job still has something to do. Where people have to
 * be asked before production, a run begins at the state that is before the question (`staging`; a hotfix: `review`).
 */
export function resumeAt(record: ReleaseRecord): State {
  const { state, touched, verdict, plan } = record;
  if (isTerminal(state)) return state;
  if (state !== "production" && state !== "production_canary") return state;
  if (verdict !== undefined) return "rolled_back";
  if (touched.has("production") || approvalRoute(record) !== "ask") return state;
  return plan.releaseType === "hotfix" ? "review" : "staging";
}

/** The commit that a run works on: what is deployed once it is tagged, before that what the gates test. */
export function shaOf({ tag, gatedSha, plan }: ReleaseRecord): string {
  return tag?.sha ?? gatedSha ?? plan.baseSha;
}
