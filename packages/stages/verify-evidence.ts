import { z } from "zod";

import { ReleaseFault } from "#faults";
import type { GateOutcome } from "#gates";
import { standingOf, type FactBody, type GateName, type ReleasePlan } from "#machine";

import { evidenceSchema } from "./evidence-schema.ts";
import { digestOf } from "./leg.ts";
import { gatesOfLeg } from "./route.ts";

/** The evidence of one leg as it arrived: the text by one road, the digest by another. */
export interface DeliveredEvidence {
  readonly leg: string;
  /** The output of the leg's own job: only that job can set it. */
  readonly digest: string;
  /** Content of the leg's newest artifact, which any job of the run could have uploaded. */
  readonly text: string;
}

/** Evidence that does not prove what it says. Nothing of it is recorded. */
export class EvidenceRefusedError extends ReleaseFault {
  override readonly name = "EvidenceRefusedError";
}

export interface Expected {
  readonly release: string;
  readonly sha: string;
  readonly plan: ReleasePlan;
  /** The gates whose outcome is not in the record yet. */
  readonly missing: readonly GateName[];
}

/**
 * The outcomes that were delivered, in the order of the plan: of each leg what it alone may say, unchanged since it said it.
 * When no gate stops the release, every missing gate is among them, in whatever legs they ran.
 */
export function verifiedOutcomes(expected: Expected, delivered: readonly DeliveredEvidence[]): readonly GateOutcome[] {
  const found = new Map<GateName, GateOutcome>();
  for (const one of delivered) {
    for (const outcome of outcomesOfLeg(expected, one)) {
      if (found.has(outcome.gate)) throw refused(expected, `two legs speak for gate ${outcome.gate}`);
      found.set(outcome.gate, outcome);
    }
  }
  const outcomes = expected.plan.gates.flatMap((gate) => found.get(gate) ?? []);
  const unproved = expected.missing.filter((gate) => !found.has(gate));
  if (unproved.length > 0 && outcomes.every((one) => standingOf(expected.plan, one) !== "failed"))
    throw refused(expected, `no leg proves ${unproved.join(", ")}`);
  return outcomes;
}

function outcomesOfLeg(expected: Expected, { leg, digest, text }: DeliveredEvidence): readonly GateOutcome[] {
  if (digestOf(text) !== digest.toLowerCase())
    throw refused(expected, `the evidence of leg ${leg} is not the one that its job announced`);
  const parsed = evidenceSchema.safeParse(jsonOf(text));
  if (!parsed.success) throw refused(expected, `leg ${leg} sent no evidence: ${z.prettifyError(parsed.error)}`);
  const { release, sha, leg: author, outcomes } = parsed.data;
  if (release !== expected.release || author !== leg)
    throw refused(expected, `the evidence of leg ${leg} is that of ${release}, leg ${author}`);
  const stranger = [sha, ...outcomes.map((outcome) => outcome.sha)].find((tested) => tested !== expected.sha);
  if (stranger !== undefined)
    throw refused(
      expected,
      `leg ${leg} tested ${stranger.slice(0, 7)}, and ${expected.sha.slice(0, 7)} is to be released`,
    );
  const own: readonly string[] = gatesOfLeg(expected.plan, leg);
  const foreign = outcomes.find(({ gate }) => !own.includes(gate));
  if (foreign !== undefined)
    throw refused(expected, `leg ${leg} speaks for gate ${foreign.gate}, which is not its own`);
  const doubtful = outcomes.find(({ status, failures }) => (status === "passed") !== (failures.length === 0));
  if (doubtful !== undefined) throw refused(expected, `gate ${doubtful.gate} contradicts itself`);
  return outcomes;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refused({ release }: Expected, reason: string): EvidenceRefusedError {
  return new EvidenceRefusedError("policy", `The evidence of the gates of ${release} is refused: ${reason}`, {
    hint: `Run the gates again, in a new run: release resume ${release}`,
  });
}

/** The payloads as facts. */
export function gateFacts(outcomes: readonly GateOutcome[]): readonly FactBody[] {
  return outcomes.map((outcome) => ({ type: "gate-finished", ...outcome }));
}
