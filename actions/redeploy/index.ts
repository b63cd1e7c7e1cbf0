import { jobOutcome, oneOf, openHere, optional, runAction, text, type Shape } from "#shell";

export interface Inputs {
  readonly token: string;
  readonly environment: "staging" | "production";
  readonly reason: string;
  readonly auditKey: string | undefined;
  readonly notifySecrets: string | undefined;
}

export const shape: Shape<Inputs> = {
  token: ["token", text],
  environment: ["environment", oneOf("staging", "production")],
  reason: ["reason", text],
  auditKey: ["audit-key", optional(text)],
  notifySecrets: ["notify-secrets", optional(text)],
};

/** Brings the last good version of an environment up there again. */
export async function run(): Promise<void> {
  await runAction({
    title: "Re-deploy",
    shape,
    whenRefused: { outcome: "refused" },
    act: async (inputs, runner) => {
      const { redeployJob } = await import("#stages");
      const { environment, reason } = inputs;
      const end = await redeployJob(await openHere(runner, inputs.token, inputs), { environment, reason });
      return jobOutcome("Re-deploy", end, ["failed"]);
    },
  });
}
