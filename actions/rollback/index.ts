import { jobOutcome, oneOf, openHere, optional, releaseId, runAction, text, type Shape } from "#shell";

import { rollBack } from "./modes.ts";

export interface Inputs {
  readonly token: string;
  readonly release: string;
  readonly to: string | undefined;
  readonly reason: string | undefined;
  readonly mode: "net" | "manual" | "staging";
  readonly signingKey: string | undefined;
  readonly signingPassphrase: string | undefined;
  readonly auditKey: string | undefined;
  readonly notifySecrets: string | undefined;
}

export const shape: Shape<Inputs> = {
  token: ["token", text],
  release: ["release", releaseId],
  to: ["to", optional(releaseId)],
  reason: ["reason", optional(text)],
  mode: ["mode", oneOf("net", "manual", "staging")],
  signingKey: ["signing-key", optional(text)],
  signingPassphrase: ["signing-passphrase", optional(text)],
  auditKey: ["audit-key", optional(text)],
  notifySecrets: ["notify-secrets", optional(text)],
};

/** Brings back what served before. */
export async function run(): Promise<void> {
  await runAction({
    title: "Rollback",
    shape,
    whenRefused: { outcome: "refused" },
    act: async (inputs, runner) =>
      jobOutcome("Rollback", await rollBack(inputs, () => openHere(runner, inputs.token, inputs), runner.env)),
  });
}
