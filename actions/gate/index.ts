import { keepEvidence, openHere, releaseId, runAction, text, type Shape } from "#shell";

import { gateOutcome } from "./outcome.ts";

export interface Inputs {
  readonly token: string;
  readonly release: string;
  readonly leg: string;
}

export const shape: Shape<Inputs> = {
  token: ["token", text],
  release: ["release", releaseId],
  leg: ["leg", text],
};

/** Runs the gates of one leg and keeps their evidence. */
export async function run(): Promise<void> {
  await runAction({
    title: "Gate",
    shape,
    act: async ({ token, release: id, leg }, runner) => {
      const { runLeg } = await import("#stages");
      const end = await runLeg(await openHere(runner, token), { id, leg });
      return gateOutcome(end, await keepEvidence(runner, { leg, text: end.text }));
    },
  });
}
