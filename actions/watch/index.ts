import { eventOf, openHere, optional, runAction, text, type Shape } from "#shell";

import { isForeign } from "./foreign.ts";
import { watchOutcome } from "./outcome.ts";

export interface Inputs {
  readonly token: string;
  readonly notifySecrets: string | undefined;
}

export const shape: Shape<Inputs> = {
  token: ["token", text],
  notifySecrets: ["notify-secrets", optional(text)],
};

/** One look at every live release; those that may go on are woken. */
export async function run(): Promise<void> {
  await runAction({
    title: "Watch",
    shape,
    act: async ({ token, notifySecrets }, runner) => {
      if (isForeign(await eventOf(runner)))
        return watchOutcome([], { note: "This event comes from a fork: nobody is woken by it." });
      const { emptyOutbox, remindOfReviews, tellingsOfReminders, wakeByEvent, watchJob } = await import("#stages");
      const workplace = await openHere(runner, token, { notifySecrets });
      const sightings = await watchJob(workplace, wakeByEvent(workplace));
      const reminders = await remindOfReviews(workplace);
      const deliveries = await emptyOutbox(workplace, tellingsOfReminders(workplace, reminders));
      return watchOutcome(sightings, { reminders, deliveries });
    },
  });
}
