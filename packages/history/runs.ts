import { overrideOf, type Environment, type Fact, type FactType, type ReleasePlan } from "#machine";

import type { DeploymentTime, GateRun, SmokePlace, SmokeRun } from "./types.ts";

type Of<T extends FactType> = Extract<Fact, { readonly type: T }>;

/** A gate that ran, with the numbers that it measured. */
export function gateRun(plan: ReleasePlan, fact: Of<"gate-finished">): GateRun {
  const { gate, status, at, executionTimeMs, targetMs, notRun = false } = fact;
  const overridden = status === "failed" && !notRun && overrideOf(plan, gate) !== undefined;
  return { gate, status, at, tookMs: executionTimeMs, targetMs, overridden, notRun, ...measured(fact) };
}

function measured({
  metrics,
}: Of<"gate-finished">): Pick<GateRun, "coverage" | "requiredCoverage" | "tests" | "findings"> {
  switch (metrics?.gate) {
    case "unit":
    case "integration": {
      const { coverage, requiredCoverage, totalTests, failedTests } = metrics;
      const tests = { passed: Math.max(0, totalTests - failedTests), failed: failedTests };
      return { coverage, requiredCoverage, tests };
    }
    case "smoke":
      return { tests: { passed: metrics.categoriesPassed, failed: metrics.categoriesFailed } };
    case "e2e":
      return { tests: { passed: metrics.journeysPassed, failed: metrics.journeysFailed } };
    case "security": {
      const { criticalIssues: critical, highIssues: high, otherIssues: other, allowed = [] } = metrics;
      return { findings: { critical, high, other, allowed: allowed.length } };
    }
    case "dod":
    case undefined:
      return {};
  }
}

/** Smoke tests that ran; those after a rollback ran on the version before. */
export function smokeRun({
  environment,
  point,
  status,
  at,
  executionTimeMs,
  failedTests,
}: Of<"smoke-finished">): SmokeRun {
  const place: SmokePlace = point === "rollback" ? "rollback" : environment;
  return { place, point, status, at, tookMs: executionTimeMs, failed: failedTests };
}

interface Begun {
  environment: Environment;
  startedAt: string;
  reachedPercent: number;
  status: DeploymentTime["status"];
  tookMs: number | null;
}

/** The deployments as their facts tell them, one an environment: a second start is the same one going on. */
export function deploymentsOf(facts: readonly Fact[], smoke: readonly SmokeRun[]): readonly DeploymentTime[] {
  const all = new Map<Environment, Begun>();
  for (const fact of facts) {
    if (fact.type === "deployment-started") {
      const { environment, at } = fact;
      const before = all.get(environment);
      const startedAt = before === undefined || before.status !== null ? at : before.startedAt;
      const reachedPercent = before?.reachedPercent ?? 0;
      all.set(environment, { environment, startedAt, reachedPercent, status: null, tookMs: null });
    } else if (fact.type === "traffic-shifted") {
      const begun = all.get(fact.environment);
      if (begun !== undefined) begun.reachedPercent = Math.max(begun.reachedPercent, fact.percent);
    } else if (fact.type === "deployment-finished") {
      const begun = all.get(fact.environment);
      if (begun === undefined) continue;
      begun.status = fact.status;
      begun.tookMs = fact.deploymentDurationMs;
    }
  }
  return [...all.values()].map((begun) => ({
    ...begun,
    smoked: begun.status === "passed" ? wasSmoked(begun.environment, smoke) : null,
  }));
}

function wasSmoked(environment: Environment, smoke: readonly SmokeRun[]): boolean {
  const last = new Map<string, boolean>();
  for (const run of smoke) if (run.place === environment) last.set(run.point, run.status === "passed");
  return last.size > 0 && ![...last.values()].includes(false);
}
