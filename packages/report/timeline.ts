import type { Fact, ReleasePlan } from "#machine";

import { gateNumbers } from "./gates.ts";
import { cell, duration, moment, percent, table } from "./text.ts";

/** Everything that people would call an event, in the order in which it was recorded. */
export function timeline(facts: readonly Fact[]): string {
  const rows = eventsOf(facts).map(({ at, actor, what }) => [moment(at), cell(actor), cell(what)]);
  return table(["Time (UTC)", "Who", "What"], rows);
}

interface Event {
  /** ISO 8601. */
  readonly at: string;
  readonly actor: string;
  /** Plain text. */
  readonly what: string;
}

function eventsOf(facts: readonly Fact[]): readonly Event[] {
  return facts.flatMap((fact) => {
    const what = event(fact);
    return what === undefined ? [] : [{ at: fact.at, actor: fact.actor, what }];
  });
}

const deploymentFacts: ReadonlySet<Fact["type"]> = new Set([
  "deployment-started",
  "traffic-shifted",
  "smoke-finished",
  "baseline-measured",
  "watched",
  "asked",
  "decided",
  "hotfix-served",
  "deployment-finished",
  "verdict",
  "traffic-reverted",
  "health-validated",
]);

/** How the version moved through the environments, with each point at which smoke tests ran (AC7). */
export function deploymentTimeline(facts: readonly Fact[]): string {
  const shown = facts.filter(({ type }) => deploymentFacts.has(type));
  return shown.length === 0 ? "" : timeline(shown);
}

/** The same as data. */
export function deploymentEvents(facts: readonly Fact[]): readonly Event[] {
  return eventsOf(facts.filter(({ type }) => deploymentFacts.has(type)));
}

const mayFail = ({ overrides = [], emergency, schedule, redeploy }: ReleasePlan): readonly string[] => [
  ...(redeploy === undefined ? [] : [`the last good version of ${redeploy.environment}: ${redeploy.reason}`]),
  ...(emergency === undefined ? [] : [`EMERGENCY, windows and freezes do not hold it: ${emergency}`]),
  ...(schedule?.notBefore === undefined ? [] : [`production not before ${moment(schedule.notBefore)} UTC`]),
  ...(schedule?.expires === undefined ? [] : [`expires ${moment(schedule.expires)} UTC`]),
  ...overrides.map(({ gate, reason }) => `gate ${gate} may fail: ${reason}`),
];

/** One fact in one line of plain text (foreign words in it are not escaped), or `undefined` for bookkeeping. */
export function event(fact: Fact): string | undefined {
  switch (fact.type) {
    case "opened":
      return [`release ${fact.plan.tag} opened (${fact.plan.releaseType})`, ...mayFail(fact.plan)].join("; ");
    case "moved":
      return `${fact.from} → ${fact.to}: ${fact.reason}`;
    case "branch-prepared":
      return `changelog of ${fact.ledger.commits} commits and ${fact.files.length} files committed (${fact.sha.slice(0, 7)})`;
    case "gate-finished":
      return `gate ${fact.gate} ${fact.status}: ${gateNumbers(fact.metrics, fact.check)} in ${duration(fact.executionTimeMs)}`;
    case "validation-finished":
      return `every journey walked, ${fact.status}: ${gateNumbers(fact.metrics, fact.check)} in ${duration(fact.executionTimeMs)}`;
    case "validation-decided":
      return `failed journeys ${fact.decision === "accepted" ? "accepted" : "answered with a rollback"} by ${fact.by}: ${fact.reason}`;
    case "pull-request-opened":
      return `pull request ${fact.number} opened`;
    case "done-asserted":
      return `Definition of Done asserted again, ${fact.categories.length} categories: ${fact.status}`;
    case "approved":
      return `approved by ${fact.by.join(", ") || "nobody, as configured"}`;
    case "merged":
      return `merged by ${fact.by} (${fact.sha.slice(0, 7)}, ${fact.gated})`;
    case "tagged":
      return `tagged ${fact.tag} on ${fact.sha.slice(0, 7)}`;
    case "production-approved":
      return `production approved by ${fact.by.join(", ")} for ${fact.sha.slice(0, 7)} (${fact.environment}, run ${fact.runId})`;
    case "deployment-started":
      return `${fact.environment}: deployment begins (${fact.strategy}), ${fact.previous ?? "nothing"} serves`;
    case "traffic-shifted":
      return `${fact.environment}: ${fact.percent} % of traffic on ${fact.version}`;
    case "deployment-finished":
      return `${fact.environment}: deployment ${fact.status} after ${duration(fact.deploymentDurationMs)}`;
    case "smoke-finished":
      return `${fact.environment}: smoke tests at ${fact.point} ${fact.status}`;
    case "watched":
      return `${fact.environment}: watched ${fact.point === "rollback" ? "after the rollback" : fact.point}, ${fact.requests} requests, ${fact.errorRatio === undefined ? "no traffic" : `${percent(fact.errorRatio)} errors`}: ${fact.status}`;
    case "baseline-measured":
      return `${fact.environment}: ${fact.version} measured before the first shift, ${fact.requests} requests, ${fact.errors} errors in ${duration(fact.durationMs)}`;
    case "asked":
      return `${fact.environment}: people asked at ${fact.point} whether it goes ${fact.what === "rollback" ? `back (${fact.trigger})` : "on"}, until ${moment(fact.until)}: ${fact.reason}`;
    case "incident-held":
      return `${fact.environment}: INCIDENT, held at ${fact.point} until ${moment(fact.until)} at most: ${fact.reason}`;
    case "decided":
      return `${fact.environment}: goes on at ${fact.point} by decision of ${fact.by}: ${fact.reason}`;
    case "hotfix-served":
      return `hotfix serves everybody ${duration(fact.durationMs)} after its gates began (at most ${duration(fact.targetMs)} wanted)`;
    case "verdict":
      return `verdict: roll back (${fact.trigger}): ${fact.reason}`;
    case "suspended":
      return `suspended, waits for ${fact.waitsFor}: ${fact.reason}`;
    case "resumed":
      return `resumed by ${fact.by}`;
    case "requested":
      return `${fact.by} asked for ${fact.kind}: ${fact.reason}`;
    case "answered":
      return `request ${fact.outcome}: ${fact.reason}`;
    case "followed":
      return `is followed on page ${fact.page}`;
    case "emergency-declared":
      return `EMERGENCY, by ${fact.by}: windows and freezes do not hold it (${fact.reason})`;
    case "woken":
      return `woken: ${fact.reason}`;
    case "lease-taken":
      return fact.adopted ? `a new driver adopted the release (${fact.lease})` : undefined;
    case "failure-captured":
      return `failed: ${fact.failureReason}`;
    case "rollback-moved":
      return `rollback: ${fact.to} (${fact.reason})`;
    case "redeploy-moved":
      return `re-deploy: ${fact.to} (${fact.reason})`;
    case "traffic-reverted":
      return `all traffic confirmed on ${fact.to}`;
    case "health-validated":
      return `health ${fact.healthChecks} after the rollback`;
    case "git-reverted":
      return `reverted in git: ${fact.via}, ${fact.revertTag}`;
    case "backported":
      return `backport to ${fact.into}: ${fact.via.replaceAll("-", " ")} (${fact.reason})`;
    case "notified":
      return `${fact.channel}: notice “${fact.key}” ${fact.status}`;
    case "escalated":
      return `ESCALATED: ${fact.reason}`;
    case "report-failed":
      return `the report could not be written: ${fact.reason}`;
    case "warned":
      return `warning: ${fact.message}`;
    case "published":
      return `published ${fact.what}`;
    case "settled":
      return `ended: ${fact.outcome}`;
    case "suspected":
    case "compared":
    case "canary-step":
    case "watching":
    case "step-intended":
    case "step-done":
      return undefined;
  }
}
