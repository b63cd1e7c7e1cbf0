import { standingOf } from "#machine";

import { moveTo, required, type StageContext } from "../context.ts";
import { driveJob, isOver, loadRelease, type Driven, type Prepare } from "../driving.ts";
import { showGates } from "../gates/gates-view.ts";
import { ended, interrupted, unlessElsewhere, type JobEnd } from "./job-end.ts";
import type { Workplace } from "../open.ts";
import { passReason } from "../gates/overrides.ts";
import { pastOf } from "../gates/past.ts";
import { comparePast, failAtGate } from "../quality-gates.ts";
import { missingGates } from "./route.ts";
import { gateFacts, verifiedOutcomes, type DeliveredEvidence } from "./verify-evidence.ts";

export interface ReviewCommand {
  readonly id: string;
  readonly evidence: readonly DeliveredEvidence[];
  /** `needs.<gates>.result`: whatever legs say, they count only when their jobs ended well. */
  readonly gatesResult: string;
}

/**
 * Records what the legs proved, then the pull request: opened, approved, merged, tagged. Runs no code of the project: when
 * the merged tree was never gated, the release waits for another run. Throws `EvidenceRefusedError`, and records nothing then.
 */
export async function reviewJob(
  workplace: Workplace,
  command: ReviewCommand,
): Promise<JobEnd<"go" | "waiting" | "failed">> {
  const stored = await loadRelease(workplace, command.id);
  if (isOver(stored)) return ended({ id: stored.id, end: "left", record: stored.record }, "review");
  return unlessElsewhere(stored.id, async () => {
    const driven = await driveJob(workplace, stored, {
      within: ["review"],
      prepare: (context) => recordGates(context, command),
    });
    if (driven.record.state === "quality_gates" && driven.end === "left") return gateAgain(workplace, driven);
    return ended(driven, "review");
  });
}

/** The state of the gates ends with their evidence, beside what was recorded before; the first red one in their order counts. In a resumed run that begins at the review there is nothing to record. */
async function recordGates(context: StageContext, { evidence, gatesResult }: ReviewCommand): ReturnType<Prepare> {
  const { driver } = context;
  const { state, plan, gates } = driver.record;
  if (state !== "quality_gates" && state !== "quality_gates_fast") return "ready";
  const sha = required(driver.record.gatedSha, "the gated commit");
  const missing = missingGates(driver.record);
  const delivered = verifiedOutcomes(
    { release: driver.id, sha, plan, missing, settings: context.config.gates },
    evidence,
  );
  const unknown = delivered.filter(({ gate, status }) => missing.includes(gate) || status === "failed");
  const recorded = plan.gates.filter((gate) => !missing.includes(gate)).flatMap((gate) => gates.get(gate) ?? []);
  const red = [...recorded, ...unknown].filter((outcome) => standingOf(plan, outcome) === "failed");
  const [failed] = plan.gates.flatMap((gate) => red.find((outcome) => outcome.gate === gate) ?? []);
  if (failed === undefined && gatesResult !== "success") return interrupted(context, `the gates ended ${gatesResult}`);
  if (driver.record.suspended !== undefined) driver.decide({ type: "resumed", by: context.actor });
  driver.observe(...gateFacts(unknown));
  await comparePast(context, pastOf(context, driver));
  await showGates(context);
  if (failed === undefined) moveTo(driver, "review", passReason(driver.record));
  else failAtGate(driver, failed);
  await driver.flush();
  return "ready";
}

async function gateAgain(workplace: Workplace, driven: Driven): Promise<JobEnd<"waiting">> {
  const reason = "the merged tree was never gated: its gates run in another run";
  await driveJob(workplace, driven, {
    within: [],
    prepare: (context) => interrupted(context, reason),
  });
  return { id: driven.id, outcome: "waiting", notes: [reason] };
}
