import { createHash, hash } from "node:crypto";

import canonicalize from "canonicalize";

import { fold, holdsTokens, overrideOf, standingOf, type Fact, type ReleaseRecord } from "#machine";

/** What stands before the first line, and before the first fact. */
export const genesis = "0".repeat(64);

/** SHA-256 (hex) over all facts of a release, in order, each as its canonical JSON line: the digest of the archived file. */
export function factsDigest(facts: readonly Fact[]): string {
  const digest = createHash("sha256");
  for (const fact of facts) digest.update(`${canonical(fact)}\n`);
  return digest.digest("hex");
}

/** An entry as the line that comes after a log. */
export function chained(log: string, entry: object): string {
  return lineAt(placeAfter(log), entry);
}

/** Where a line stands: its number, and the SHA-256 of the line before it. */
export interface Place {
  readonly number: number;
  readonly prev: string;
}

/** An entry as the line of a place: there is one way only to write it. */
export function lineAt({ number, prev }: Place, entry: object): string {
  return canonical({ ...entry, seq: number, prev });
}

function placeAfter(log: string): Place {
  let lines = 0;
  for (let at = log.indexOf("\n"); at >= 0; at = log.indexOf("\n", at + 1)) lines += 1;
  if (log === "") return { number: 1, prev: genesis };
  return { number: lines + 1, prev: sha256(log.slice(log.lastIndexOf("\n", log.length - 2) + 1, -1)) };
}

/** What the log says of a release: nothing but what its facts say, so that each can be checked against the other. */
function statement(record: ReleaseRecord, facts: readonly Fact[], digest: string) {
  const { plan, failure, verdict, rollback, redeploy, emergency } = record;
  return {
    ...(holdsTokens(facts) ? { format: 2 } : {}),
    release: record.id,
    version: plan.releaseVersion,
    type: plan.releaseType,
    timestamp: record.lastAt,
    startedAt: record.openedAt,
    initiator: plan.initiatedBy,
    outcome: record.settled?.outcome ?? record.state,
    gates: [...record.gates.values()].map(({ gate, status, executionTimeMs, at, metrics }) => ({
      gate,
      status,
      executionTimeMs,
      at,
      ...(metrics === undefined ? {} : { metrics }),
    })),
    ...(emergency === undefined ? {} : { emergency: { by: emergency.by, reason: emergency.reason, at: emergency.at } }),
    ...overridden(record),
    ...allowed(record),
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
    ...(failure === undefined ? {} : { failure: failure.failureReason }),
    ...(verdict === undefined && rollback === undefined
      ? {}
      : {
          rollback: {
            trigger: verdict?.trigger ?? "manual",
            reason: verdict?.reason ?? plan.rollback?.reason ?? "not recorded",
            phase: rollback?.phase ?? "not begun",
          },
        }),
    ...(plan.redeploy === undefined
      ? {}
      : {
          redeploy: {
            environment: plan.redeploy.environment,
            reason: plan.redeploy.reason,
            phase: redeploy?.phase ?? "",
          },
        }),
    facts: facts.length,
    digest,
  };
}

/** Absent when nobody answered for a gate. `result` is how the gate counts; `open` when it did not run. */
function overridden({ plan, gates }: ReleaseRecord) {
  const overrides = plan.gates.flatMap((gate) => overrideOf(plan, gate) ?? []);
  if (overrides.length === 0) return {};
  return {
    overrides: overrides.map(({ gate, reason }) => {
      const outcome = gates.get(gate);
      return { gate, by: plan.initiatedBy, reason, result: outcome === undefined ? "open" : standingOf(plan, outcome) };
    }),
  };
}

/** Findings that would block and may stay; absent when there are none. */
function allowed({ gates }: ReleaseRecord) {
  const metrics = gates.get("security")?.metrics;
  return metrics?.gate === "security" && metrics.allowed !== undefined ? { allowedFindings: metrics.allowed } : {};
}

/** What the log has to say of a release whose facts have this digest; a defect when they do not make a release. */
export function statementOf(facts: readonly Fact[], digest: string): ReturnType<typeof statement> {
  return statement(fold(facts), facts, digest);
}

export const sha256 = (content: string | Uint8Array): string => hash("sha256", content, "hex");

/** Canonical JSON (RFC 8785): the same bytes wherever it is written. */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("there is no canonical form of undefined");
  return text;
}
