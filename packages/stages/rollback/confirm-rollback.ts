import type { FactBody, RollbackTrigger } from "#machine";

import type { StageContext } from "../context.ts";
import { falsePositives } from "../commands/false-positive.ts";
import { askBack } from "../rollout/question.ts";
import type { Verdict } from "../rollout/rollout-context.ts";

/** Whoever cannot be asked for marks in this time does not delay a rollback. */
const readForMs = 3_000;

/** Where the deployment itself broke there is no share of traffic to hold. */
const neverAsked: ReadonlySet<RollbackTrigger> = new Set(["deployment-failure", "deployment-timeout", "manual"]);

type Fate = Extract<FactBody, { type: "verdict" | "asked" }>;

/** What becomes of a verdict to roll back: it is latched, or people are asked first. */
export async function fateOf(context: StageContext, verdict: Verdict): Promise<Fate> {
  if (neverAsked.has(verdict.trigger) || !(await isToAsk(context))) return { type: "verdict", ...verdict };
  return askBack(context, verdict);
}

async function isToAsk(context: StageContext): Promise<boolean> {
  const { driver, config } = context;
  // They were asked about doubt or a halt, and nobody answered in time: nobody is asked twice about one thing.
  if (driver.record.question !== undefined && driver.record.question.decided === undefined) return false;
  switch (config.rollback.confirm) {
    case "never":
      return false;
    case "always":
      return true;
    case "first-per-release":
      return !driver.facts.some((fact) => fact.type === "asked" && fact.what === "rollback");
    case "after-false-positive":
      return wasWrongLately(context);
  }
}

async function wasWrongLately({ journal, clock }: StageContext): Promise<boolean> {
  const enough = new AbortController();
  const late = clock.sleep(readForMs, enough.signal).then(
    () => false,
    () => false,
  );
  const marked = falsePositives(journal, clock.now()).then(
    (marks) => marks.length > 0,
    () => false,
  );
  return Promise.race([marked, late]).finally(() => enough.abort());
}
