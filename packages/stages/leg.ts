import { createHash } from "node:crypto";
import path from "node:path";

import canonicalize from "canonicalize";

import type { FileLines, GateContext, GateOutcome } from "#gates";
import { ReleaseFault } from "#faults";
import { standingOf, type GateName, type ReleasePlan } from "#machine";
import { firstLines, gateDetails } from "#report";

import { required, type Ports } from "./context.ts";
import { gatherEvidence } from "./evidence.ts";
import { readOrThrow } from "./known-release.ts";
import { artifactsOf, brokenSetup, gateContext, tellGate } from "./one-gate.ts";
import { pastOf, withOutcomes, type Past } from "./past.ts";
import { configAt, fetchAll, portsOf, type Workplace } from "./open.ts";
import { missingGates, workOfLeg } from "./route.ts";
import { shardEvidence } from "./shard-leg.ts";
import { sideBySide, type Seen } from "./side-by-side.ts";

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
 * Runs those gates of one leg that are not in the record yet, in a clean checkout; the first that fails ends it, unless the
 * plan has them side by side. Writes nothing but its own work directory: neither the journal nor the code host is changed,
 * so a token that can only read is enough.
 */
export async function runLeg(workplace: Workplace, { id, leg, prepare }: LegCommand): Promise<LegEnd> {
  await fetchAll(workplace.git);
  const { id: release, record, facts, live } = await readOrThrow(workplace, id);
  if (!live || (record.state !== "quality_gates" && record.state !== "quality_gates_fast")) {
    throw new ReleaseFault("policy", `Release ${release} has no gates to run: it is ${record.state}`, {
      hint: `See where it stands: release status ${release}`,
    });
  }
  const missing = missingGates(record);
  const work = workOfLeg(record.plan, leg);
  const wanted = work.gates.filter((gate) => missing.includes(gate));
  const { config } = await configAt(workplace.git, record.plan.baseSha);
  const ports = await portsOf(workplace, config, release);
  const sha = required(record.gatedSha, "the commit to test");
  if (config.gates.cache && wanted.some((gate) => gate !== "dod"))
    await prepare?.({
      releaseType: record.plan.releaseType,
      paths: () => ports.git.listFiles(sha),
      read: (paths) => ports.git.readFiles(sha, paths),
    });
  const { shard } = work;
  const seen = { record, facts };
  const past = pastOf(ports, seen);
  const found =
    shard === undefined || wanted.length === 0
      ? { outcomes: await outcomesOf(ports, seen, { sha, gates: wanted, past }) }
      : await shardEvidence(ports, record.plan, { sha, shard, past });
  const { outcomes } = found;
  const now = withOutcomes(seen, outcomes);
  const evidence: Evidence = { release, sha, leg, ...found };
  const text = evidenceText(evidence);
  const outcome = outcomeOf(record.plan, outcomes);
  const first = firstLines(now.record);
  const gates = outcomes.map(({ gate }) => gate);
  const comparison = gates.length === 0 ? undefined : await past.compare(now);
  const details = gateDetails(now.record, { gates, comparison });
  const { directory: artifacts } = artifactsOf(ports.workDirectory);
  return { outcome, evidence, first, details, text, digest: digestOf(text), artifacts };
}

/** The worst of them. */
function outcomeOf(plan: ReleasePlan, outcomes: readonly GateOutcome[]): LegEnd["outcome"] {
  const standings = new Set(outcomes.map((outcome) => standingOf(plan, outcome)));
  return (["failed", "overridden"] as const).find((standing) => standings.has(standing)) ?? "passed";
}

export interface LegCommand {
  readonly id: string;
  /** `all`, the name of one gate, or that of a shard. */
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
