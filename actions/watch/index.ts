import { eventOf, openHere, runAction, text, type Shape } from "#shell";

import { isForeign } from "./foreign.ts";
import { watchOutcome } from "./outcome.ts";

export interface Inputs {
  readonly token: string;
}

export const shape: Shape<Inputs> = { token: ["token", text] };

/** One look at every live release; those that may go on are woken. */
export async function run(): Promise<void> {
  await runAction({
    title: "Watch",
    shape,
    act: async ({ token }, runner) => {
      if (isForeign(await eventOf(runner)))
        return watchOutcome([], { note: "This event comes from a fork: nobody is woken by it." });
      const { remindOfReviews, wakeByEvent, watchJob } = await import("#stages");
      const workplace = await openHere(runner, token);
      const sightings = await watchJob(workplace, wakeByEvent(workplace));
      return watchOutcome(sightings, { reminders: await remindOfReviews(workplace) });
    },
  });
}
