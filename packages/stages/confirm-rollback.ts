import type { FactBody, ReleaseRecord, RollbackTrigger } from "#machine";

import { attended, type StageContext } from "./context.ts";
import { falsePositives } from "./false-positive.ts";
import type { Verdict } from "./rollout-context.ts";

/** How long people have to answer; then the version goes back (decision 17). */
const askForMs = 10 * 60_000;
/** Whoever cannot be asked for marks in this time does not delay a rollback. */
const readForMs = 3_000;

/** Where the deployment itself broke there is no share of traffic to hold. */
const neverAsked: ReadonlySet<RollbackTrigger> = new Set(["deployment-failure", "deployment-timeout", "manual"]);

type Fate = Extract<FactBody, { type: "verdict" | "rollback-asked" }>;

/** What becomes of a verdict to roll back: it is latched, or people are asked first. */
export async function fateOf(context: StageContext, verdict: Verdict): Promise<Fate> {
  if (neverAsked.has(verdict.trigger) || !(await isToAsk(context))) return { type: "verdict", ...verdict };
  const until = new Date(context.clock.now() + askForMs).toISOString();
  return { type: "rollback-asked", ...verdict, until };
}

/** The verdict that people are asked about just now. */
export function pendingVerdict({ asked, verdict }: ReleaseRecord): Verdict | undefined {
  if (verdict !== undefined || asked === undefined || asked.dismissed !== undefined) return undefined;
  const { trigger, reason, evidence } = asked;
  return { trigger, reason, evidence };
}

/** Whether a person let the version go on in spite of what was recorded as this fact. */
export function isDismissed({ asked }: ReleaseRecord, { seq }: { readonly seq: number }): boolean {
  return asked?.dismissed !== undefined && seq < asked.dismissed.seq;
}

/**
 * Holds the share of traffic while people are asked; returns when their time is over, or nobody is asked. An answer
 * leaves as `NewsError`. After a death the rest of the time is waited for.
 */
export async function waitForAnswer(context: StageContext): Promise<void> {
  const { driver, clock, say } = context;
  if (pendingVerdict(driver.record) === undefined) return;
  await driver.flush();
  context.tell?.();
  const { until = "", reason } = driver.record.asked ?? {};
  const { id } = driver.record;
  say(`asking until ${until} whether ${id} goes back: ${reason}`);
  say(`to answer: release rollback ${id}   or: release promote ${id}`);
  await attended(context, (signal) => clock.sleep(Math.max(0, Date.parse(until) - clock.now()), signal));
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
      return driver.record.asked === undefined;
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
