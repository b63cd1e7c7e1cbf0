import { BrokenRecordError } from "./broken-record.ts";
import type { Environment, Fact, FactBody } from "./facts.ts";

type Of<T extends FactBody["type"]> = Extract<Fact, { readonly type: T }>;

/** How the version came into an environment, and how far. */
export interface Deployment {
  readonly environment: Environment;
  readonly strategy: Of<"deployment-started">["strategy"];
  readonly startedAt: string;
  readonly previous?: string;
  /** Share of traffic on the new version that was last confirmed, 0–100. */
  readonly percent: number;
  readonly status?: Of<"deployment-finished">["status"];
  readonly healthChecks?: Of<"deployment-finished">["healthChecks"];
  readonly durationMs?: number;
}

type Deployments = ReadonlyMap<Environment, Deployment>;

/** The deployments with what one more fact says of them. */
export function deploymentsAfter(
  before: Deployments,
  fact: Of<"deployment-started"> | Of<"traffic-shifted"> | Of<"deployment-finished">,
): Deployments {
  const known = before.get(fact.environment);
  if (fact.type === "deployment-started") {
    return new Map(before).set(fact.environment, {
      environment: fact.environment,
      strategy: fact.strategy,
      startedAt: fact.at,
      percent: 0,
      ...(fact.previous === undefined ? {} : { previous: fact.previous }),
    });
  }
  if (known === undefined)
    throw new BrokenRecordError(`${fact.type} in ${fact.environment} without deployment-started`);
  const next: Deployment =
    fact.type === "traffic-shifted"
      ? { ...known, percent: fact.percent }
      : { ...known, status: fact.status, healthChecks: fact.healthChecks, durationMs: fact.deploymentDurationMs };
  return new Map(before).set(fact.environment, next);
}
