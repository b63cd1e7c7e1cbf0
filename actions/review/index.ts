import { findEvidence, jobOutcome, openHere, optional, releaseId, runAction, text, textMap, type Shape } from "#shell";

export interface Inputs {
  readonly token: string;
  readonly release: string;
  readonly evidence: Readonly<Record<string, string>>;
  readonly gatesResult: string;
  readonly signingKey: string | undefined;
  readonly signingPassphrase: string | undefined;
  readonly notifySecrets: string | undefined;
}

export const shape: Shape<Inputs> = {
  token: ["token", text],
  release: ["release", releaseId],
  evidence: ["evidence", textMap],
  gatesResult: ["gates-result", text],
  signingKey: ["signing-key", optional(text)],
  signingPassphrase: ["signing-passphrase", optional(text)],
  notifySecrets: ["notify-secrets", optional(text)],
};

/** Records what the gates proved; then the pull request, its merge and the tag. */
export async function run(): Promise<void> {
  await runAction({
    title: "Review",
    shape,
    whenRefused: { outcome: "refused" },
    act: async ({ token, release: id, evidence: digests, gatesResult, ...secrets }, runner) => {
      const { reviewJob } = await import("#stages");
      // The host leaves the outputs of legs that did not run out, or empty. A gate without evidence is missed by the stage.
      const delivered = Object.entries(digests).filter(([, digest]) => digest !== "");
      const evidence = await Promise.all(
        delivered.map(async ([leg, digest]) => ({ leg, digest, text: await findEvidence(runner, leg) })),
      );
      const end = await reviewJob(await openHere(runner, token, secrets), { id, evidence, gatesResult });
      return jobOutcome("Review", end, ["failed"]);
    },
  });
}
