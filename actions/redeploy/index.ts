import { ReleaseFault } from "#faults";
import { jobOutcome, oneOf, openHere, optional, runAction, text, type Shape } from "#shell";

export interface Inputs {
  readonly token: string;
  readonly environment: "staging" | "production";
  readonly reason: string | undefined;
  readonly release: string | undefined;
  readonly auditKey: string | undefined;
  readonly notifySecrets: string | undefined;
}

export const shape: Shape<Inputs> = {
  token: ["token", text],
  environment: ["environment", oneOf("staging", "production")],
  reason: ["reason", optional(text)],
  release: ["release", optional(text)],
  auditKey: ["audit-key", optional(text)],
  notifySecrets: ["notify-secrets", optional(text)],
};

/** Brings the last good version of an environment up there again, or goes on with a re-deploy that lost its driver. */
export async function run(): Promise<void> {
  await runAction({
    title: "Re-deploy",
    shape,
    whenRefused: { outcome: "refused" },
    act: async (inputs, runner) => {
      const { environment, reason, release } = inputs;
      if (reason === undefined && release === undefined) throw noReason();
      const { continueRedeployJob, redeployJob } = await import("#stages");
      const workplace = await openHere(runner, inputs.token, inputs);
      const end = await (release === undefined
        ? redeployJob(workplace, { environment, reason: reason ?? "" })
        : continueRedeployJob(workplace, { environment, id: release }));
      return jobOutcome("Re-deploy", end, ["failed"]);
    },
  });
}

function noReason(): ReleaseFault {
  return new ReleaseFault("input", "The input reason is missing: the record keeps why a version is deployed again", {
    hint: "Example: reason: the machine was lost. To go on with one that was begun, give its id as the input release.",
  });
}
