import { jobOutcome, oneOf, openHere, optional, releaseId, runAction, text, type Shape } from "#shell";

export interface Inputs {
  readonly token: string;
  readonly release: string;
  readonly environment: "staging" | "production";
  readonly notifySecrets: string | undefined;
}

export const shape: Shape<Inputs> = {
  token: ["token", text],
  release: ["release", releaseId],
  environment: ["environment", oneOf("staging", "production")],
  notifySecrets: ["notify-secrets", optional(text)],
};

/** Brings a tagged release to an environment. */
export async function run(): Promise<void> {
  await runAction({
    title: "Deploy",
    shape,
    act: async ({ token, release, environment, notifySecrets }, runner) => {
      const { deployToProduction, deployToStaging } = await import("#stages");
      const deploy = environment === "staging" ? deployToStaging : deployToProduction;
      const end = await deploy(await openHere(runner, token, { notifySecrets }), release);
      return jobOutcome(`Deployment to ${environment}`, end, ["failed", "touched", "untouched"]);
    },
  });
}
