import { ReleaseFault } from "#faults";
import { isTerminal, type GateName, type ReleasePlan, type ReleaseRecord, type State } from "#machine";

import { approvalRoute } from "./production-approval.ts";

/** The leg that runs gates one after another. */
export const wholeLeg = "all";

/** One job of the gates: `all`, or a single gate. */
export type Leg = GateName | typeof wholeLeg;

/** The gates that a leg stands for. Throws an `input` fault for a leg that the plan does not have. */
export function gatesOfLeg(plan: ReleasePlan, leg: string): ReleasePlan["gates"] {
  const gates = leg === wholeLeg ? plan.gates : plan.gates.filter((gate) => gate === leg);
  if (gates.length > 0) return gates;
  throw new ReleaseFault("input", `Release ${plan.tag} has no leg "${leg}"`, {
    hint: `Use one of: ${[wholeLeg, ...plan.gates].join(", ")}.`,
  });
}

type Gated = Pick<ReleaseRecord, "plan" | "gates" | "gatedSha">;

/** The gates of the plan that have no recorded outcome for the commit to test, in order. What a dead run did not record is not known. */
export function missingGates({ plan, gates, gatedSha }: Gated): readonly GateName[] {
  return plan.gates.filter((gate) => gatedSha === undefined || gates.get(gate)?.sha !== gatedSha);
}

/**
 * The jobs in which the missing gates run: a leg a gate where the plan wants them side by side, else the one leg `all`. Never
 * empty, for a matrix may not be: with nothing missing `all` has nothing to run and says so.
 */
export function legsOf(gated: Gated): readonly Leg[] {
  const missing = missingGates(gated);
  return gated.plan.parallelGates === true && missing.length > 0 ? missing : [wholeLeg];
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
