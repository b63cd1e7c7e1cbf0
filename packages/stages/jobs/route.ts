import { ReleaseFault } from "#faults";
import type { Shard, ShardedGate } from "#gates";
import { isTerminal, type GateName, type ReleasePlan, type ReleaseRecord, type State } from "#machine";

import { approvalRoute } from "../review/production-approval.ts";
import { owesRecheck } from "./recheck-staging.ts";

/** The leg that runs gates one after another. */
export const wholeLeg = "all";

/** The job after 100 % in which every journey of a hotfix is walked: no leg of its gates. */
export const validationLeg = "validation";

/** One job of the gates: `all`, a single gate, or one shard of it like `unit-2`. */
export type Leg = GateName | typeof wholeLeg | `${ShardedGate}-${number}`;

/** What a leg runs: gates, or one shard of a gate. */
export interface LegWork {
  readonly gates: ReleasePlan["gates"];
  readonly shard?: Shard & { readonly gate: ShardedGate };
}

/** The work of a leg. Throws an `input` fault for a leg that the plan does not have. */
export function workOfLeg(plan: ReleasePlan, leg: string): LegWork {
  if (leg === wholeLeg) return { gates: plan.gates };
  for (const gate of plan.gates) {
    const shards = shardsOf(plan, gate);
    if (shards.length === 0 && gate === leg) return { gates: [gate] };
    const shard = shards.find((one) => shardLeg(one) === leg);
    if (shard !== undefined) return { gates: [gate], shard };
  }
  throw new ReleaseFault("input", `Release ${plan.tag} has no leg "${leg}"`, {
    hint: `Use one of: ${[wholeLeg, ...plan.gates.flatMap((gate) => legsOfGate(plan, gate))].join(", ")}.`,
  });
}

/** The shards of a gate that the plan splits over legs; empty for a gate that is one leg. */
export function shardsOf(
  { shards }: Pick<ReleasePlan, "shards">,
  gate: GateName,
): readonly Required<LegWork>["shard"][] {
  if (gate !== "unit" && gate !== "e2e") return [];
  const total = shards?.[gate] ?? 0;
  return Array.from({ length: total }, (_, at) => ({ gate, index: at + 1, total }));
}

function shardLeg({ gate, index }: Required<LegWork>["shard"]): Leg {
  return `${gate}-${index}`;
}

function legsOfGate(plan: ReleasePlan, gate: GateName): readonly Leg[] {
  const shards = shardsOf(plan, gate);
  return shards.length === 0 ? [gate] : shards.map(shardLeg);
}

type Gated = Pick<ReleaseRecord, "plan" | "gates" | "gatedSha">;

/** The gates of the plan that have no recorded outcome for the commit to test, in order. What a dead run did not record is not known. */
export function missingGates({ plan, gates, gatedSha }: Gated): readonly GateName[] {
  return plan.gates.filter((gate) => gatedSha === undefined || gates.get(gate)?.sha !== gatedSha);
}

/**
 * The jobs in which the missing gates run: a leg a gate or a shard of one where the plan wants them side by side, else the
 * one leg `all`. Never empty, for a matrix may not be: with nothing missing `all` has nothing to run and says so.
 */
export function legsOf(gated: Gated): readonly Leg[] {
  const missing = missingGates(gated);
  if (gated.plan.parallelGates !== true || missing.length === 0) return [wholeLeg];
  return missing.flatMap((gate) => legsOfGate(gated.plan, gate));
}

/**
 * The state from which a run goes on with a release: the first whose job still has something to do. Where people have to
 * be asked before production, a run begins at the state that is before the question (`staging`; a hotfix: `review`). Staging that has to be checked again is, by the job that may.
 */
export function resumeAt(record: ReleaseRecord): State {
  const { state, touched, verdict, plan } = record;
  if (isTerminal(state)) return state;
  if (state !== "production" && state !== "production_canary") return state;
  if (verdict !== undefined) return "rolled_back";
  if (touched.has("production")) return state;
  if (owesRecheck(record)) return "staging";
  if (approvalRoute(record) !== "ask") return state;
  return plan.releaseType === "hotfix" ? "review" : "staging";
}

/** The commit that a run works on: what is deployed once it is tagged, before that what the gates test. */
export function shaOf({ tag, gatedSha, plan }: ReleaseRecord): string {
  return tag?.sha ?? gatedSha ?? plan.baseSha;
}
