import { oneOf, optional, runAction, surroundingsOf, webAddress, type Shape } from "#shell";

import { placeOf, smokeOutcome } from "./outcome.ts";

export interface Inputs {
  readonly environment: "staging" | "production" | undefined;
  readonly url: string | undefined;
}

export const shape: Shape<Inputs> = {
  environment: ["environment", optional(oneOf("staging", "production"))],
  url: ["url", optional(webAddress)],
};

/** The smoke tests of the configuration, once. */
export async function run(): Promise<void> {
  await runAction({
    title: "Smoke tests",
    shape,
    act: async (inputs, runner) => {
      const place = placeOf(inputs);
      const { smokeNow } = await import("#stages");
      return smokeOutcome(await smokeNow(await surroundingsOf(runner), place));
    },
  });
}
