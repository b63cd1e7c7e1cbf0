import type { Fact } from "#machine";

import type { Rollout } from "./rollout-context.ts";
import { waitedMs } from "../queue/waited.ts";

/** Once a hotfix has all traffic: how long it took, for the record; more than wanted is a warning and stops nothing. */
export function recordHotfixServed({ context, environment }: Rollout): void {
  const { driver, clock, config, say } = context;
  const { record, facts } = driver;
  if (record.plan.releaseType !== "hotfix" || environment !== "production" || record.hotfixServed !== undefined) return;
  const served = facts.findLast((fact) => fact.type === "traffic-shifted" && fact.percent === 100);
  const durationMs = hotfixClock(facts, served === undefined ? clock.now() : Date.parse(served.at));
  if (durationMs === undefined) return;
  const targetMs = config.hotfix.clock;
  driver.observe({ type: "hotfix-served", durationMs, targetMs });
  const told = `${minutes(durationMs)} from the start of its gates to 100 %, waits left out; at most ${minutes(targetMs)} wanted`;
  say(`hotfix clock: ${told}`);
  if (durationMs > targetMs) driver.observe({ type: "warned", message: `The hotfix took ${told}.` });
}

/** Ms from the start of the gates until now, waits left out; `undefined` where no gates began. */
export function hotfixClock(facts: readonly Fact[], nowMs: number): number | undefined {
  const began = facts.find((fact) => fact.type === "moved" && fact.to === "quality_gates_fast");
  if (began === undefined) return undefined;
  const fromMs = Date.parse(began.at);
  return Math.max(0, nowMs - fromMs - waitedMs(facts, fromMs, nowMs));
}

function minutes(ms: number): string {
  return `${(ms / 60_000).toFixed(1)} min`;
}
