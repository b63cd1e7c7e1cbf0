import { openHere, runAction } from "#shell";

import { shape } from "./inputs.ts";
import { commandOf, routeOutcome } from "./route.ts";

export { shape };

/** Opens a release, or finds where this run goes on with one. */
export async function run(): Promise<void> {
  await runAction({
    title: "Validate",
    shape,
    whenRefused: { outcome: "refused" },
    act: async (inputs, runner) => {
      const { validateJob } = await import("#stages");
      return routeOutcome(
        await validateJob(await openHere(runner, inputs.token, inputs), await commandOf(inputs, runner)),
      );
    },
  });
}
