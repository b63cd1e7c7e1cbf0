import { attended } from "../context.ts";
import { Course, type WatchPlan } from "./course.ts";
import { look } from "./look.ts";
import { ask, questionAt } from "./question.ts";
import type { Rollout, Verdict } from "./rollout-context.ts";

/**
 * Holds the share of traffic until a person promotes, and asks for that; metrics and health still end it at once. Returns
 * nothing once somebody promoted after the newest failure, else why the version goes back.
 */
export async function halt(rollout: Rollout, failed: Verdict, share: number): Promise<Verdict | undefined> {
  const { context } = rollout;
  const { driver } = context;
  const plan: WatchPlan = { point: `halt at ${share} percent`, forMs: 0, doubt: "ask" };
  const question = questionAt(rollout, plan.point);
  if (question?.decided !== undefined && question.reason === context.scrub.value(failed).reason) return undefined;
  if (question === undefined || question.decided !== undefined) ask(rollout, plan.point, failed);
  await driver.flush();
  context.tell?.();
  return attended(context, async (signal) => {
    await rollout.vigil.begin();
    const course = new Course(rollout, plan);
    try {
      return await look(rollout, plan, { course, signal });
    } catch (thrown) {
      if (signal.aborted) course.note();
      throw thrown;
    }
  });
}
