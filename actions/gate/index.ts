import {
  flag,
  keepArtifacts,
  keepEvidence,
  openHere,
  openStores,
  releaseId,
  runAction,
  text,
  type Shape,
} from "#shell";

import { gateOutcome } from "./outcome.ts";

export interface Inputs {
  readonly token: string;
  readonly release: string;
  readonly leg: string;
  readonly cache: boolean;
}

export const shape: Shape<Inputs> = {
  token: ["token", text],
  release: ["release", releaseId],
  leg: ["leg", text],
  cache: ["cache", flag],
};

/** Runs the gates of one leg and keeps their evidence. */
export async function run(): Promise<void> {
  await runAction({
    title: "Gate",
    shape,
    act: async ({ token, release: id, leg, cache }, runner) => {
      const { runLeg } = await import("#stages");
      const stores = cache ? await openStores(runner) : undefined;
      const prepare = stores === undefined ? {} : { prepare: stores.restore };
      const end = await runLeg(await openHere(runner, token), { id, leg, ...prepare });
      const file = await keepEvidence(runner, { leg, text: end.text });
      if (end.outcome === "passed") await stores?.save();
      const journeysFailed = end.evidence.outcomes.some(({ gate, status }) => gate === "e2e" && status === "failed");
      const kept = journeysFailed ? await keepArtifacts(runner, { leg, directory: end.artifacts }) : undefined;
      return gateOutcome(end, { file, ...(kept === undefined ? {} : { kept }) });
    },
  });
}
