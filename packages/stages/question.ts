import type { ReleaseRecord } from "#machine";

import type { Rollout, Verdict } from "./rollout-context.ts";

type Question = NonNullable<ReleaseRecord["question"]>;

/** What people are asked at this point, if they are. */
export function questionAt({ context, environment }: Rollout, point: string): Question | undefined {
  const { question } = context.driver.record;
  return question?.environment === environment && question.point === point ? question : undefined;
}

/** Asks people whether the version goes on. The time to answer is that of the first question at this share. */
export function ask(rollout: Rollout, point: string, verdict: Verdict): void {
  const { context, environment } = rollout;
  const { driver, clock, config, say, scrub } = context;
  const until = questionAt(rollout, point)?.until ?? new Date(clock.now() + config.analysis.ask).toISOString();
  const { trigger: about, reason, evidence } = scrub.value(verdict);
  driver.observe({ type: "asked", environment, point, about, reason, evidence, until });
  const other = driver.record.state === "staging" ? "abort" : "rollback";
  say(
    `${environment}: PLEASE DECIDE until ${until}: ${reason} Answer with: release promote ${driver.id}   or: release ${other} ${driver.id} --reason="…"`,
  );
}

/** What becomes of a question that nobody answers. */
export function unattended({ about, reason, evidence }: Question): Verdict {
  return { trigger: about, reason: `${reason} Nobody decided in time.`, evidence };
}

/** How a verdict to go back is treated: at once, or halted for a decision of people. The one place that says so. */
export function dispositionOf(rollout: Rollout, verdict: Verdict, percent: number): "go-back" | "halt" {
  const { plan, state } = rollout.context.driver.record;
  // Decision 11: smoke tests of a hotfix that fail below 100 %.
  const isHalt = verdict.trigger === "smoke-test-failure" && plan.releaseType === "hotfix" && percent < 100;
  return isHalt && state === "production_canary" ? "halt" : "go-back";
}
