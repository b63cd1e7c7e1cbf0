import {
  findEvidence,
  jobOutcome,
  oneOf,
  openHere,
  optional,
  releaseId,
  runAction,
  summaryOf,
  text,
  type Outcome,
  type Shape,
} from "#shell";

export interface Inputs {
  readonly token: string;
  readonly release: string | undefined;
  readonly state: "completed" | "failed";
  readonly journeys: string | undefined;
  readonly auditKey: string | undefined;
  readonly notifySecrets: string | undefined;
}

export const shape: Shape<Inputs> = {
  token: ["token", text],
  release: ["release", optional(releaseId)],
  state: ["state", oneOf("completed", "failed")],
  journeys: ["journeys", optional(text)],
  auditKey: ["audit-key", optional(text)],
  notifySecrets: ["notify-secrets", optional(text)],
};

/** The duties after an end: release page, report, records. */
export async function run(): Promise<void> {
  await runAction({
    title: "Report",
    shape,
    act: async ({ token, release, state, journeys: digest, auditKey, notifySecrets }, runner) => {
      const { openedByRun, readOrThrow, reportJob } = await import("#stages");
      const { releaseReport } = await import("#report");
      const workplace = await openHere(runner, token, { auditKey, notifySecrets });
      const id = release ?? (await openedByRun(workplace, runner.env["GITHUB_RUN_ID"] ?? ""));
      if (id === undefined) return nothingOpened;
      const leg = "validation";
      const found = digest === undefined ? {} : { journeys: { leg, digest, text: await findEvidence(runner, leg) } };
      const end = await reportJob(workplace, { id, state, ...found });
      const { facts } = await readOrThrow(workplace, id);
      return { ...(await jobOutcome("Report", end)), summary: releaseReport(facts) };
    },
  });
}

/** The run ended before it opened a release: there is nothing to end, to suspend, or to put back. */
const nothingOpened: Outcome = {
  outputs: { outcome: "untouched" },
  summary: summaryOf({ title: "This run opened no release", notes: ["Nothing was begun: start it again."] }),
};
