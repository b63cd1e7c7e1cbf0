import { runAction, summaryOf, text, type Shape } from "#shell";

import { wantedFrom } from "./wanted.ts";

export interface Inputs {
  readonly token: string;
  readonly ref: string;
  readonly path: string;
}

export const shape: Shape<Inputs> = {
  token: ["token", text],
  ref: ["ref", text],
  path: ["path", text],
};

/** Brings a commit here, with the history, and leaves no credentials behind. */
export async function run(): Promise<void> {
  await runAction({
    title: "Checkout",
    shape,
    act: async (inputs, runner) => {
      const { checkOut } = await import("./check-out.ts");
      const sha = await checkOut(wantedFrom(inputs, runner));
      return { outputs: { sha }, summary: summaryOf({ title: `Checked out ${inputs.ref}`, rows: [["commit", sha]] }) };
    },
  });
}
