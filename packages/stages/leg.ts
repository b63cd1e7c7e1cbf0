import { createHash } from "node:crypto";
import path from "node:path";

import canonicalize from "canonicalize";

import { runGate, runSetup, type GateContext, type GateOutcome } from "#gates";
import { ReleaseFault } from "#faults";
import { gateTargetMs, type Fact, type GateName, type ReleaseRecord } from "#machine";
import { duration, gateNumbers } from "#report";

import { required, type Ports } from "./context.ts";
import { gatherEvidence } from "./evidence.ts";
import { readOrThrow } from "./known-release.ts";
import { configAt, fetchAll, portsOf, type Workplace } from "./open.ts";
import { gateContext } from "./quality-gates.ts";
import { gatesOfLeg } from "./route.ts";

/** What a leg says about its gates. */
export interface Evidence {
  readonly release: string;
  /** The commit that was tested. */
  readonly sha: string;
  readonly leg: string;
  readonly outcomes: readonly GateOutcome[];
}

/** How a leg ended: its evidence as it travels, and its SHA-256 (hex), which travels another way. */
export interface LegEnd {
  readonly outcome: "passed" | "failed";
  readonly evidence: Evidence;
  readonly text: string;
  readonly digest: string;
}

/**
 * Runs the gates of one leg in a clean checkout; the first that fails ends it. Writes nothing but its own work
 * directory: neither the journal nor the code host is changed, so a token that can only read is enough.
 */
export async function runLeg(workplace: Workplace, { id, leg }: LegCommand): Promise<LegEnd> {
  await fetchAll(workplace.git);
  const { id: release, record, facts, live } = await readOrThrow(workplace, id);
  if (!live || (record.state !== "quality_gates" && record.state !== "quality_gates_fast")) {
    throw new ReleaseFault("policy", `Release ${release} has no gates to run: it is ${record.state}`, {
      hint: `See where it stands: release status ${release}`,
    });
  }
  const wanted = gatesOfLeg(record.plan, leg);
  const { config } = await configAt(workplace.git, record.plan.baseSha);
  const ports = await portsOf(workplace, config, release);
  const sha = required(record.gatedSha, "the commit to test");
  const outcomes = ports.scrub.value(await outcomesOf(ports, { record, facts, sha }, wanted));
  const evidence: Evidence = { release, sha, leg, outcomes };
  const text = evidenceText(evidence);
  const outcome = outcomes.every(({ status }) => status === "passed") ? "passed" : "failed";
  return { outcome, evidence, text, digest: digestOf(text) };
}

export interface LegCommand {
  readonly id: string;
  /** `all`, or the name of one gate. */
  readonly leg: string;
}

interface Tested {
  readonly record: ReleaseRecord;
  readonly facts: readonly Fact[];
  readonly sha: string;
}

async function outcomesOf(ports: Ports, tested: Tested, wanted: readonly GateName[]): Promise<readonly GateOutcome[]> {
  const directory = path.join(ports.workDirectory, "gates");
  const gates = gateContext(ports, tested.record.plan, { sha: tested.sha, directory });
  await ports.git.ensureWorktree(tested.sha, directory);
  try {
    const [first = "unit"] = wanted;
    const broken = await brokenSetup(gates, first);
    return broken === undefined ? await oneAfterAnother(ports, tested, { gates, wanted }) : [broken];
  } finally {
    await ports.git.removeWorktree(directory);
  }
}

/** Without its set-up no gate can run: the first of the leg fails for it. */
async function brokenSetup(gates: GateContext, gate: GateName): Promise<GateOutcome | undefined> {
  const failure = await runSetup(gates);
  if (failure === undefined) return undefined;
  return {
    gate,
    status: "failed",
    sha: gates.sha,
    executionTimeMs: 0,
    targetMs: gateTargetMs[gate],
    failures: [failure],
  };
}

async function oneAfterAnother(
  ports: Ports,
  { record, facts }: Tested,
  { gates, wanted }: { readonly gates: GateContext; readonly wanted: readonly GateName[] },
): Promise<readonly GateOutcome[]> {
  const outcomes: GateOutcome[] = [];
  for (const gate of wanted) {
    const seen = { record: { ...record, gates: withOutcomes(record, outcomes) }, facts };
    const evidence = gate === "dod" ? { evidence: await gatherEvidence(seen, ports) } : {};
    ports.say(`gate ${gate} begins`);
    const onProgress = (line: string) => {
      if (line.trim() !== "") ports.say(`${gate}: ${line}`);
    };
    const outcome = await runGate(gate, { ...gates, ...evidence, onProgress });
    outcomes.push(outcome);
    ports.say(
      `gate ${gate} ${outcome.status}: ${gateNumbers(outcome.metrics)} in ${duration(outcome.executionTimeMs)}`,
    );
    if (outcome.status === "failed") return outcomes;
  }
  return outcomes;
}

/** The gates as the record will have them once this leg's evidence is in it. */
function withOutcomes(record: ReleaseRecord, outcomes: readonly GateOutcome[]): ReleaseRecord["gates"] {
  const { id: release, lastSeq: seq, lastAt: at } = record;
  const envelope = { seq, release, at, actor: "", run: { id: "", attempt: 0 }, prev: "" };
  return new Map([
    ...record.gates,
    ...outcomes.map((outcome) => [outcome.gate, { ...envelope, type: "gate-finished" as const, ...outcome }] as const),
  ]);
}

/** Evidence as one canonical line of JSON: the same evidence, the same bytes. */
export function evidenceText(evidence: Evidence): string {
  return `${required(canonicalize(evidence), "the evidence")}\n`;
}

/** SHA-256 in hex. */
export function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
