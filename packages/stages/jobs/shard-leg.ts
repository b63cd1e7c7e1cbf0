import path from "node:path";

import { runShard, type FileLines, type GateOutcome, type ShardEnd } from "#gates";
import type { ReleasePlan } from "#machine";

import type { Ports } from "../context.ts";
import { brokenSetup, gateContext, tellGate } from "../gates/one-gate.ts";
import type { Past } from "../gates/past.ts";
import type { LegWork } from "./route.ts";

/** Runs one shard of a gate in a clean checkout, with the project's set-up; its outcome is not that of the gate yet. */
export async function shardEvidence(
  ports: Ports,
  plan: ReleasePlan,
  { sha, shard, past }: { readonly sha: string; readonly shard: Required<LegWork>["shard"]; readonly past: Past },
): Promise<{ readonly outcomes: readonly GateOutcome[]; readonly lines?: readonly FileLines[] }> {
  const { gate, index, total } = shard;
  const directory = path.join(ports.workDirectory, "gates");
  const context = { ...gateContext(ports, plan, { sha, directory }), shard: { index, total } };
  await ports.git.ensureWorktree(sha, directory);
  try {
    const broken = await brokenSetup(context, gate);
    if (broken !== undefined) return { outcomes: [ports.scrub.value(broken)] };
    let end: ShardEnd | undefined;
    ports.say(`shard ${index} of ${total}`);
    const outcome = await tellGate(ports, gate, { context, past }, async (_, told) => {
      end = await runShard(gate, { ...told, shard: context.shard });
      return end.outcome;
    });
    return { outcomes: [outcome], ...(end?.lines === undefined ? {} : { lines: end.lines }) };
  } finally {
    await ports.git.removeWorktree(directory);
  }
}
