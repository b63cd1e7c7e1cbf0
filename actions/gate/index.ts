import { keepArtifacts, keepEvidence, openHere, releaseId, runAction, text, type Shape } from "#shell";

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
      const file = await keepEvidence(runner, { leg, text: end.text });
      const journeysFailed = end.evidence.outcomes.some(({ gate, status }) => gate === "e2e" && status === "failed");
      const kept = journeysFailed ? await keepArtifacts(runner, { leg, directory: end.artifacts }) : undefined;
      return gateOutcome(end, { file, ...(kept === undefined ? {} : { kept }) });
    },
  });
}
