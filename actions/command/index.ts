import { eventOf, openHere, runAction, text, type Shape } from "#shell";

import { findAsked } from "./asked.ts";
import { ignored, outcomeOf } from "./outcome.ts";

export interface Inputs {
  readonly token: string;
}

export const shape: Shape<Inputs> = { token: ["token", text] };

/** Does what a comment asks for, if it was written by a person who may, and answers it. */
export async function run(): Promise<void> {
  await runAction({
    title: "Command",
    shape,
    whenRefused: { outcome: "refused", next: "none" },
    act: async ({ token }, runner) => {
      const asked = findAsked(await eventOf(runner));
      if (asked === undefined) return ignored("This comment asks us for nothing.");
      const { replyTo } = await import("./reply.ts");
      return outcomeOf(await replyTo(await openHere(runner, token), asked));
    },
  });
}
