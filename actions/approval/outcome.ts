import { summaryOf, type Outcome } from "#shell";

import type { Inputs } from "./index.ts";

/** `go` when the caller says that people approved; else `waiting`, green, with the lines that a job needs to go on. */
export function approvalOutcome({ release, approved }: Inputs): Outcome {
  if (approved) {
    return {
      outputs: { outcome: "go" },
      summary: summaryOf({ title: `${release}: approved before this job`, notes: ["it goes on to production"] }),
    };
  }
  const text = `${release} is ready for production and waits for people. ${nextJob(release)}`;
  return {
    outputs: { outcome: "waiting" },
    summary: summaryOf({ title: `${release}: waits for approval`, notes: [text] }),
    notices: [{ level: "notice", title: `${release} waits for approval`, text }],
  };
}

function nextJob(release: string): string {
  return (
    "Go on in a job whose environment has reviewers (environment: production-approval), " +
    `with command: resume, release: ${release}, approved: "true".`
  );
}
