import { z } from "zod";

import { ReleaseFault } from "#faults";
import { outcomeOfShards, type GateOutcome, type GateSettings, type ShardedGate, type ShardEnd } from "#gates";
import { standingOf, type FactBody, type GateName, type ReleasePlan } from "#machine";

import { evidenceSchema } from "./evidence-schema.ts";
import { digestOf, type Evidence } from "./leg.ts";
import { shardsOf, validationLeg, workOfLeg } from "./route.ts";

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

/** What evidence has to be of. */
export interface Released {
  readonly release: string;
  readonly sha: string;
}

export interface Expected extends Released {
  readonly plan: ReleasePlan;
  /** The gates whose outcome is not in the record yet. */
  readonly missing: readonly GateName[];
  /** By which shards are judged together. */
  readonly settings: GateSettings;
}

/**
 * The outcomes that were delivered, in the order of the plan: of each leg what it alone may say, unchanged since it said it;
 * shards of a gate as one verdict. When no gate stops the release, every missing gate is among them, whole, in whatever legs
 * they ran.
 */
export function verifiedOutcomes(expected: Expected, delivered: readonly DeliveredEvidence[]): readonly GateOutcome[] {
  const found = new Map<GateName, GateOutcome>();
  const shards = new Map<ShardedGate, ReadonlyMap<number, ShardEnd>>();
  for (const one of delivered) {
    const { gates, shard } = workOfLeg(expected.plan, one.leg);
    const { outcomes, lines } = evidenceOfLeg(expected, one, gates);
    for (const outcome of outcomes) {
      const known = shard === undefined ? undefined : shards.get(shard.gate);
      if (found.has(outcome.gate) || (shard !== undefined && known?.has(shard.index) === true))
        throw refused(expected, `two legs speak for gate ${outcome.gate}`);
      if (shard === undefined) found.set(outcome.gate, outcome);
      else shards.set(shard.gate, new Map([...(known ?? []), [shard.index, endOf(outcome, lines)]]));
    }
  }
  const lacking = joinInto(found, shards, expected);
  const outcomes = expected.plan.gates.flatMap((gate) => found.get(gate) ?? []);
  const unproved = expected.missing.filter((gate) => !found.has(gate));
  if (unproved.length > 0 && outcomes.every((one) => standingOf(expected.plan, one) !== "failed"))
    throw refused(expected, `no leg proves ${unproved.map((gate) => lacking.get(gate) ?? gate).join(", ")}`);
  return outcomes;
}

function endOf(outcome: GateOutcome, lines: Evidence["lines"]): ShardEnd {
  return { outcome, ...(lines === undefined ? {} : { lines }) };
}

/** Shards become the verdict of their gate once they are all there, or one of them is red; says which are lacking. */
function joinInto(
  found: Map<GateName, GateOutcome>,
  shards: ReadonlyMap<ShardedGate, ReadonlyMap<number, ShardEnd>>,
  expected: Expected,
): ReadonlyMap<GateName, string> {
  const lacking = new Map<GateName, string>();
  for (const [gate, ends] of shards) {
    const wanted = shardsOf(expected.plan, gate);
    const absent = wanted.find(({ index }) => !ends.has(index));
    const [first, ...others] = wanted.flatMap(({ index }) => ends.get(index) ?? []);
    if (first === undefined) continue;
    if (found.has(gate)) throw refused(expected, `two legs speak for gate ${gate}`);
    const isRed = [first, ...others].some(({ outcome }) => outcome.status === "failed");
    if (absent === undefined || isRed) found.set(gate, outcomeOfShards(gate, [first, ...others], expected.settings));
    else lacking.set(gate, `${gate} (shard ${absent.index} of ${absent.total} is missing)`);
  }
  return lacking;
}

/** What the job `validation` says of the journeys: of the released commit, all of them, unchanged since. */
export function verifiedJourneys(expected: Released, delivered: DeliveredEvidence): GateOutcome {
  const [outcome, ...others] = evidenceOfLeg(expected, delivered, ["e2e"]).outcomes;
  if (delivered.leg !== validationLeg || outcome === undefined || outcome.scope !== undefined || others.length > 0)
    throw refused(expected, `it does not prove that every journey was walked`);
  return outcome;
}

function evidenceOfLeg(
  expected: Released,
  { leg, digest, text }: DeliveredEvidence,
  own: readonly GateName[],
): Pick<Evidence, "outcomes" | "lines"> {
  if (digestOf(text) !== digest.toLowerCase())
    throw refused(expected, `the evidence of leg ${leg} is not the one that its job announced`);
  const parsed = evidenceSchema.safeParse(jsonOf(text));
  if (!parsed.success) throw refused(expected, `leg ${leg} sent no evidence: ${z.prettifyError(parsed.error)}`);
  const { release, sha, leg: author, outcomes, lines } = parsed.data;
  if (release !== expected.release || author !== leg)
    throw refused(expected, `the evidence of leg ${leg} is that of ${release}, leg ${author}`);
  const stranger = [sha, ...outcomes.map((outcome) => outcome.sha)].find((tested) => tested !== expected.sha);
  if (stranger !== undefined)
    throw refused(
      expected,
      `leg ${leg} tested ${stranger.slice(0, 7)}, and ${expected.sha.slice(0, 7)} is to be released`,
    );
  const foreign = outcomes.find(({ gate }) => !own.includes(gate));
  if (foreign !== undefined)
    throw refused(expected, `leg ${leg} speaks for gate ${foreign.gate}, which is not its own`);
  const doubtful = outcomes.find(({ status, failures }) => (status === "passed") !== (failures.length === 0));
  if (doubtful !== undefined) throw refused(expected, `gate ${doubtful.gate} contradicts itself`);
  return { outcomes, ...(lines === undefined ? {} : { lines }) };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refused({ release }: Released, reason: string): EvidenceRefusedError {
  return new EvidenceRefusedError("policy", `The evidence of the gates of ${release} is refused: ${reason}`, {
    hint: `Run the gates again, in a new run: release resume ${release}`,
  });
}

/** The payloads as facts. */
export function gateFacts(outcomes: readonly GateOutcome[]): readonly FactBody[] {
  return outcomes.map((outcome) => ({ type: "gate-finished", ...outcome }));
}
