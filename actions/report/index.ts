import { jobOutcome, oneOf, openHere, releaseId, runAction, text, type Shape } from "#shell";

export interface Inputs {
  readonly token: string;
  readonly release: string;
  readonly state: "completed" | "failed";
}

export const shape: Shape<Inputs> = {
  token: ["token", text],
  release: ["release", releaseId],
  state: ["state", oneOf("completed", "failed")],
};

/** The duties after an end: release page, report, records. */
export async function run(): Promise<void> {
  await runAction({
    title: "Report",
    shape,
    act: async ({ token, release, state }, runner) => {
      const { readOrThrow, reportJob } = await import("#stages");
      const { releaseReport } = await import("#report");
      const workplace = await openHere(runner, token);
      const end = await reportJob(workplace, { id: release, state });
      const { facts } = await readOrThrow(workplace, release);
      return { ...jobOutcome("Report", end), summary: releaseReport(facts) };
    },
  });
}
