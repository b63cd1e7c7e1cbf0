import { createHash } from "node:crypto";
import path from "node:path";

import canonicalize from "canonicalize";

import type { FileLines, GateContext, GateOutcome } from "#gates";
import { ReleaseFault } from "#faults";
import type { StoredRelease } from "#journal";
import { standingOf, validationOf, type GateName, type ReleasePlan, type State } from "#machine";
import { firstLines, gateDetails } from "#report";

import { required, type Ports } from "../context.ts";
import { gatherEvidence } from "../gates/evidence.ts";
import { readOrThrow } from "../commands/known-release.ts";
import { artifactsOf, brokenSetup, gateContext, tellGate } from "../gates/one-gate.ts";
import { pastOf, withOutcomes, type Past } from "../gates/past.ts";
import { configAt, fetchAll, portsOf, type Workplace } from "../open.ts";
import { missingGates, validationLeg, workOfLeg, type LegWork } from "./route.ts";
import { shardEvidence } from "./shard-leg.ts";
import { sideBySide, type Seen } from "../gates/side-by-side.ts";
import { walkEveryJourney } from "../validation.ts";

/** What a leg says about its gates. */
export interface Evidence {
  readonly release: string;
  /** The commit that was tested. */
  readonly sha: string;
  readonly leg: string;
  readonly outcomes: readonly GateOutcome[];
  /** Of a shard: the lines of its coverage, for those who judge all shards. */
  readonly lines?: readonly FileLines[];
}

/** How a leg ended: its evidence as it travels, and its SHA-256 (hex), which travels another way. */
export interface LegEnd {
  /** `overridden`: a gate failed, and the plan lets the release pass all the same. */
  readonly outcome: "passed" | "overridden" | "failed";
  readonly evidence: Evidence;
  /** What people have to know before anything else: overridden gates, and findings that may stay. */
  readonly first: readonly string[];
  /** Each gate with its figures, what failed and what to do, and advice: Markdown for people. */
  readonly details: string;
  readonly text: string;
  readonly digest: string;
  /** Folder of traces, images and videos of failures, if there are any. */
  readonly artifacts: string;
}

/**
 * Runs what a leg owes: its gates that are not in the record yet, in a clean checkout; the first that fails ends it, unless the
 * plan has them side by side. Writes nothing but its own work directory: neither the journal nor the code host is changed,
 * so a token that can only read is enough.
 */
export async function runLeg(workplace: Workplace, { id, leg, prepare }: LegCommand): Promise<LegEnd> {
  await fetchAll(workplace.git);
  const stored = await readOrThrow(workplace, id);
  const { id: release, record, facts } = stored;
  const validates = leg === validationLeg;
  const { gates: wanted, shard } = validates ? journeysOwed(stored) : gatesOwed(stored, leg);
  const { config } = await configAt(workplace.git, record.plan.baseSha);
  const ports = await portsOf(workplace, config, release);
  const sha = required(validates ? record.tag?.sha : record.gatedSha, "the commit to test");
  if (config.gates.cache && wanted.some((gate) => gate !== "dod"))
    await prepare?.({
      releaseType: record.plan.releaseType,
      paths: () => ports.git.listFiles(sha),
      read: (paths) => ports.git.readFiles(sha, paths),
    });
  const seen = { record, facts };
  const past = pastOf(ports, seen);
  const found = await foundBy(ports, seen, { sha, gates: wanted, past }, validates ? validationLeg : shard);
  const { outcomes } = found;
  const now = withOutcomes(seen, outcomes);
  const evidence: Evidence = { release, sha, leg, ...found };
  const text = evidenceText(evidence);
  const outcome = outcomeOf(validates ? {} : record.plan, outcomes);
  const first = firstLines(now.record);
  const gates = outcomes.map(({ gate }) => gate);
  const comparison = gates.length === 0 ? undefined : await past.compare(now);
  const details = gateDetails(now.record, { gates, comparison });
  const { directory: artifacts } = artifactsOf(ports.workDirectory);
  return { outcome, evidence, first, details, text, digest: digestOf(text), artifacts };
}

type Found = Pick<Evidence, "outcomes" | "lines">;

async function foundBy(
  ports: Ports,
  seen: Seen,
  wanted: Wanted,
  part: LegWork["shard"] | typeof validationLeg,
): Promise<Found> {
  const { gates, sha, past } = wanted;
  if (part === undefined || gates.length === 0) return { outcomes: await outcomesOf(ports, seen, wanted) };
  if (part === validationLeg) return { outcomes: [await walkEveryJourney(ports, seen)] };
  return shardEvidence(ports, seen.record.plan, { sha, shard: part, past });
}

/** What of the leg is not in the record yet. */
function gatesOwed({ id, record, live }: StoredRelease, leg: string): LegWork {
  if (!live || (record.state !== "quality_gates" && record.state !== "quality_gates_fast"))
    throw nothingToRun(id, record.state);
  const missing = missingGates(record);
  const work = workOfLeg(record.plan, leg);
  return { ...work, gates: work.gates.filter((gate) => missing.includes(gate)) };
}

/** Nothing, once people decided without waiting for them. */
function journeysOwed({ id, record, live }: StoredRelease): LegWork {
  if (record.state !== "completed") throw nothingToRun(id, record.state);
  return { gates: live && validationOf(record) === "due" ? ["e2e"] : [] };
}

function nothingToRun(id: string, state: State): ReleaseFault {
  return new ReleaseFault("policy", `Release ${id} has no gates to run: it is ${state}`, {
    hint: `See where it stands: release status ${id}`,
  });
}

/** The worst of them. */
function outcomeOf(plan: Pick<ReleasePlan, "overrides">, outcomes: readonly GateOutcome[]): LegEnd["outcome"] {
  const standings = new Set(outcomes.map((outcome) => standingOf(plan, outcome)));
  return (["failed", "overridden"] as const).find((standing) => standings.has(standing)) ?? "passed";
}

export interface LegCommand {
  readonly id: string;
  /** `all`, the name of one gate, or that of a shard; `validation`: the journeys that a completed hotfix owes. */
  readonly leg: string;
  /** Called before code of the commit runs, where the configuration lets stores of packages be restored. */
  readonly prepare?: (tested: Tested) => Promise<void>;
}

/** The commit that a leg tests. */
export interface Tested {
  readonly releaseType: ReleasePlan["releaseType"];
  readonly paths: () => Promise<readonly string[]>;
  readonly read: (paths: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}

interface Wanted {
  readonly sha: string;
  readonly gates: readonly GateName[];
  readonly past: Past;
}

async function outcomesOf(ports: Ports, seen: Seen, wanted: Wanted): Promise<readonly GateOutcome[]> {
  const [first] = wanted.gates;
  if (first === undefined) return [];
  if (seen.record.plan.parallelGates === true) return sideBySide(ports, seen, wanted);
  const directory = path.join(ports.workDirectory, "gates");
  const context = gateContext(ports, seen.record.plan, { sha: wanted.sha, directory });
  await ports.git.ensureWorktree(wanted.sha, directory);
  try {
    const broken = await brokenSetup(context, first);
    return broken === undefined
      ? await oneAfterAnother(ports, seen, { context, gates: wanted.gates, past: wanted.past })
      : [ports.scrub.value(broken)];
  } finally {
    await ports.git.removeWorktree(directory);
  }
}

async function oneAfterAnother(
  ports: Ports,
  begun: Seen,
  { context, gates, past }: Omit<Wanted, "sha"> & { readonly context: GateContext },
): Promise<readonly GateOutcome[]> {
  const outcomes: GateOutcome[] = [];
  for (const gate of gates) {
    const seen = withOutcomes(begun, outcomes);
    const evidence = gate === "dod" ? { evidence: await gatherEvidence(seen, ports) } : {};
    const outcome = await tellGate(ports, gate, { context: { ...context, ...evidence }, past });
    outcomes.push(outcome);
    if (standingOf(begun.record.plan, outcome) === "failed") return outcomes;
  }
  return outcomes;
}

/** Evidence as one canonical line of JSON: the same evidence, the same bytes. */
export function evidenceText(evidence: Evidence): string {
  return `${required(canonicalize(evidence), "the evidence")}\n`;
}

/** SHA-256 in hex. */
export function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
