import { createHash } from "node:crypto";

import canonicalize from "canonicalize";

import { ReleaseFault } from "#faults";
import type { Fact, ReleaseRecord } from "#machine";

const genesis = "0".repeat(64);

/** SHA-256 (hex) over all facts of a release, in order, each as its canonical JSON line. */
export function factsDigest(facts: readonly Fact[]): string {
  const hash = createHash("sha256");
  for (const fact of facts) hash.update(`${canonical(fact)}\n`);
  return hash.digest("hex");
}

/** The next line of the audit log: AC7's entry of this release, chained to the line before (RFC 8785, without line end). */
export function auditLine(log: string, record: ReleaseRecord, facts: readonly Fact[]): string {
  const lines = log.split("\n").filter((line) => line !== "");
  const last = lines.at(-1);
  return canonical({
    seq: lines.length + 1,
    prev: last === undefined ? genesis : sha256(last),
    release: record.id,
    version: record.plan.releaseVersion,
    type: record.plan.releaseType,
    timestamp: record.lastAt,
    startedAt: record.openedAt,
    initiator: record.plan.initiatedBy,
    outcome: record.settled?.outcome ?? record.state,
    gates: [...record.gates.values()].map(({ gate, status, executionTimeMs, at, metrics }) => ({
      gate,
      status,
      executionTimeMs,
      at,
      ...(metrics === undefined ? {} : { metrics }),
    })),
    smoke: record.smoke.map(({ environment, point, status, executionTimeMs, at }) => ({
      environment,
      point,
      status,
      executionTimeMs,
      at,
    })),
    approvals: record.approval === undefined ? [] : record.approval.by,
    deployments: [...record.deployments.values()].map(({ environment, strategy, status, percent }) => ({
      environment,
      strategy,
      status: status ?? "unfinished",
      percent,
    })),
    ...(record.failure === undefined ? {} : { failure: record.failure.failureReason }),
    ...(record.verdict === undefined
      ? {}
      : { rollback: { trigger: record.verdict.trigger, reason: record.verdict.reason } }),
    facts: facts.length,
    digest: factsDigest(facts),
  });
}

/** What is wrong with an audit log, or with the archived facts that it vouches for; empty when nothing is. */
export function verifyAuditLog(log: string, factsOf: ReadonlyMap<string, readonly Fact[]>): readonly string[] {
  const problems: string[] = [];
  let prev = genesis;
  const seen = new Set<string>();
  for (const [index, line] of log.split("\n").slice(0, -1).entries()) {
    const entry = parseLine(line, index + 1);
    if (entry.seq !== index + 1) problems.push(`line ${index + 1}: has seq ${entry.seq}`);
    if (entry.prev !== prev) problems.push(`line ${index + 1}: does not follow the line before it`);
    if (canonical(entry) !== line) problems.push(`line ${index + 1}: is not in canonical form`);
    prev = sha256(line);
    seen.add(entry.release);
    const facts = factsOf.get(entry.release);
    if (facts === undefined) problems.push(`line ${index + 1}: the facts of ${entry.release} are missing`);
    else if (factsDigest(facts) !== entry.digest)
      problems.push(`line ${index + 1}: the facts of ${entry.release} were changed`);
  }
  if (log !== "" && !log.endsWith("\n")) problems.push("the last line is cut off");
  for (const release of factsOf.keys())
    if (!seen.has(release)) problems.push(`${release} is archived and not in the log`);
  return problems;
}

interface Entry {
  readonly seq: number;
  readonly prev: string;
  readonly release: string;
  readonly digest: string;
}

function parseLine(line: string, number: number): Entry {
  const entry = parseJson(line);
  if (isEntry(entry)) return entry;
  throw new ReleaseFault("policy", `Line ${number} of the audit log is not an entry`, {
    hint: "Compare docs/audit/releases.log with the release-journal branch's history: git log -p release-journal -- docs/audit/releases.log",
  });
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== "object" || value === null) return false;
  return (
    "seq" in value &&
    typeof value.seq === "number" &&
    ["prev", "release", "digest"].every((key) => typeof Reflect.get(value, key) === "string")
  );
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error("there is no canonical form of undefined");
  return text;
}
