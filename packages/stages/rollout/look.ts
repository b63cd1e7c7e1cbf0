import type { Course, WatchPlan } from "./course.ts";
import { doubtAbout } from "./doubt.ts";
import { isHeld } from "./held.ts";
import { ask, isOverdue, questionAt, unattended } from "./question.ts";
import { exhausted } from "./resources.ts";
import type { Rollout, Verdict } from "./rollout-context.ts";
import { createTeller } from "./watch-teller.ts";

/** One look a second at what clients got. */
export const lookEveryMs = 1000;
/** Health checks that must fail in a row (decision 12). */
export const failuresInARow = 3;

/** Looks until the window is over or the version has to go back. Whatever else was decided, a proof ends it at once. */
export async function look(
  rollout: Rollout,
  plan: WatchPlan,
  { course, signal }: { readonly course: Course; readonly signal: AbortSignal },
): Promise<Verdict | undefined> {
  const { clock } = rollout.context;
  const tell = createTeller(rollout, plan, course);
  for (;;) {
    await course.checkHealth();
    await rollout.vigil.read();
    tell();
    const end = provedBad(rollout, course) ?? (await whatNow(rollout, plan, course));
    if (end === "passed") return undefined;
    if (end !== "goes-on") return end;
    await course.noteInTime();
    const restMs = course.leftMs > 0 ? Math.min(lookEveryMs, course.leftMs) : lookEveryMs;
    await clock.sleep(restMs, signal);
  }
}

/** What ends a watch at once: three failed health checks in a row, or clients that prove it. */
export function provedBad(rollout: Rollout, { healthFailures }: Course): Verdict | undefined {
  if (healthFailures >= failuresInARow) {
    return { trigger: "health-check-failure", reason: `${failuresInARow} health checks in a row failed`, evidence: [] };
  }
  const { judged } = rollout.vigil;
  if (judged.verdict !== "rollback") return exhausted(rollout);
  const reason = judged.evidence[0] ?? "The new version is worse than its bound";
  return { trigger: judged.trigger ?? "error-rate-spike", reason, evidence: judged.evidence };
}

/** Every wait has an end: a question, an incident and doubt each have their own (decisions 26 and 41). */
async function whatNow(rollout: Rollout, plan: WatchPlan, course: Course): Promise<Verdict | "passed" | "goes-on"> {
  const { context } = rollout;
  const question = questionAt(rollout, plan.point);
  if (question?.decided !== undefined) return "passed";
  if (question !== undefined) {
    return isOverdue(context, question) ? unattended(question) : "goes-on";
  }
  const incident = await sharedIncident(rollout, plan, course);
  if (incident !== undefined) return incident;
  if (course.leftMs > 0 || isHeld(context)) return "goes-on";
  const doubt = doubtAbout(rollout, plan, course);
  if (doubt === undefined) return "passed";
  if (!course.isExtended) {
    context.say(`${rollout.environment}: ${doubt} Watching once more as long`);
    course.extend();
    return "goes-on";
  }
  const verdict: Verdict = { trigger: "not-proved", reason: doubt, evidence: rollout.vigil.judged.evidence };
  if (plan.doubt === "give-up") return verdict;
  ask(rollout, plan.point, verdict);
  course.note();
  await context.driver.flush();
  context.tell?.();
  return "goes-on";
}

/** Both versions are ill: not the release. It stays where it is, for so long and no longer (decision 26). */
async function sharedIncident(
  { context, environment, vigil }: Rollout,
  plan: WatchPlan,
  course: Course,
): Promise<Verdict | "goes-on" | undefined> {
  const { judged } = vigil;
  const isIll = plan.doubt !== "ignore" && judged.verdict === "hold" && judged.trigger === "incident";
  const begins = course.ill(isIll);
  if (!isIll) return undefined;
  const limitMs = context.config.analysis.incident;
  const reason = judged.evidence[0] ?? "Both versions are ill.";
  if (course.incidentMs >= limitMs) {
    const lasted = `It lasted ${Math.round(course.incidentMs / 60_000)} minutes.`;
    return { trigger: "incident", reason: `${reason} ${lasted}`, evidence: judged.evidence };
  }
  if (begins) {
    const leftMs = limitMs - course.incidentMs;
    const until = new Date(context.clock.now() + leftMs).toISOString();
    const minutes = Math.ceil(leftMs / 60_000);
    context.say(`${environment}: INCIDENT: ${reason} Held at ${plan.point}, for ${minutes} minutes at most.`);
    context.driver.observe({
      type: "incident-held",
      environment,
      point: plan.point,
      reason: context.scrub.text(reason),
      until,
    });
    course.note();
    await context.driver.flush();
    context.tell?.();
  }
  return "goes-on";
}
