import type { Environment, FactBody, ReleaseRecord } from "#machine";

import { attended, type StageContext } from "../context.ts";
import { isHeld } from "./held.ts";
import type { Rollout, Verdict } from "./rollout-context.ts";

type Question = NonNullable<ReleaseRecord["question"]>;
type Asked = Extract<FactBody, { type: "asked" }>;

/** What people are asked at this point of a watch, if they are. */
export function questionAt({ context, environment }: Rollout, point: string): Question | undefined {
  const { question } = context.driver.record;
  const isHere = question?.what === "promote" && question.environment === environment && question.point === point;
  return isHere ? question : undefined;
}

/** Asks people whether the version goes on. The time to answer is that of the first question at this share. */
export function ask(rollout: Rollout, point: string, verdict: Verdict): void {
  const { context, environment } = rollout;
  const since = questionAt(rollout, point);
  const asked = questionOf(context, { what: "promote", environment, point, verdict });
  context.driver.observe(since === undefined ? asked : { ...asked, until: since.until });
  sayQuestion(context);
}

/** Whether a version that is judged bad goes back: what people are asked, with the share of production held. */
export function askBack(context: StageContext, verdict: Verdict): Asked {
  const share = context.driver.record.deployments.get("production")?.percent ?? 0;
  return questionOf(context, { what: "rollback", environment: "production", point: `${share}%`, verdict });
}

function questionOf(
  { clock, config, scrub }: StageContext,
  { verdict, ...about }: Pick<Asked, "what" | "environment" | "point"> & { readonly verdict: Verdict },
): Asked {
  const until = new Date(clock.now() + config.analysis.ask).toISOString();
  return { type: "asked", ...about, ...scrub.value(verdict), until };
}

/** Commands that answer a question: it goes on, or back. */
export function answersTo(release: string, environment: Environment): readonly string[] {
  return [
    `release promote ${release}`,
    `release ${environment === "staging" ? "abort" : "rollback"} ${release} --reason="…"`,
  ];
}

function sayQuestion({ driver, say }: StageContext): void {
  const { question } = driver.record;
  if (question === undefined) return;
  const { what, environment, until, reason } = question;
  const [on, back] = answersTo(driver.id, environment);
  const wanted = what === "rollback" ? "whether it goes back" : "whether it goes on";
  say(`${environment}: PLEASE DECIDE until ${until} ${wanted}: ${reason} Answer with: ${on}   or: ${back}`);
}

/** Whether the time to answer a doubt is over; who holds the release has all time. */
export function isOverdue(context: StageContext, { until }: Question): boolean {
  return context.clock.now() >= Date.parse(until) && !isHeld(context);
}

/** What becomes of a question that nobody answers. */
export function unattended({ trigger, reason, evidence }: Question): Verdict {
  return { trigger, reason: `${reason} Nobody decided in time.`, evidence };
}

/** The verdict that people are asked about just now. */
export function pendingVerdict({ question, verdict }: ReleaseRecord): Verdict | undefined {
  if (verdict !== undefined || question?.what !== "rollback" || question.decided !== undefined) return undefined;
  const { trigger, reason, evidence } = question;
  return { trigger, reason, evidence };
}

/** Whether a person let the version go on in spite of what was recorded as this fact. */
export function isSpared({ spared }: ReleaseRecord, { seq }: { readonly seq: number }): boolean {
  return spared !== undefined && seq < spared.seq;
}

/**
 * Holds the share of traffic while people are asked whether it goes back; returns when their time is over, or nobody is
 * asked. An answer leaves as `NewsError`. Nothing holds back a proof. After a death the rest of the time is waited for.
 */
export async function waitForAnswer(context: StageContext): Promise<void> {
  const { driver, clock } = context;
  const { question } = driver.record;
  if (question === undefined || pendingVerdict(driver.record) === undefined) return;
  await driver.flush();
  context.tell?.();
  sayQuestion(context);
  const leftMs = Math.max(0, Date.parse(question.until) - clock.now());
  await attended(context, (signal) => clock.sleep(leftMs, signal));
}

/** How a verdict to go back is treated: at once, or halted for a decision of people. The one place that says so. */
export function dispositionOf(rollout: Rollout, verdict: Verdict, percent: number): "go-back" | "halt" {
  const { plan, state } = rollout.context.driver.record;
  // Decision 11: smoke tests of a hotfix that fail below 100 %.
  const isHalt = verdict.trigger === "smoke-test-failure" && plan.releaseType === "hotfix" && percent < 100;
  return isHalt && state === "production_canary" ? "halt" : "go-back";
}
