import { ReleaseFault } from "#faults";
import { summaryOf, type Outcome } from "#shell";
import type { smokeNow, SmokePlace } from "#stages";

import type { Inputs } from "./index.ts";

/** One place, and only one. */
export function placeOf({ environment, url }: Inputs): SmokePlace {
  if (url !== undefined && environment === undefined) return { url };
  if (environment !== undefined && url === undefined) return { environment };
  throw new ReleaseFault("input", "environment, url: one of them is required, and not both", {
    hint: "Example: environment: staging",
  });
}

/** Red when a category failed; each failed check is an annotation. */
export function smokeOutcome(result: Awaited<ReturnType<typeof smokeNow>>): Outcome {
  const { status, checks, failedTests, categoriesPassed, categoriesFailed } = result;
  const failed = checks.filter((check) => check.status === "failed");
  const rows = [...failed, ...checks.filter((check) => check.status !== "failed")].map(
    ({ category, name, status: how, detail }): [string, string] => [`${category}: ${name}`, `${how} ${detail ?? ""}`],
  );
  return {
    outputs: { status, failed: JSON.stringify(failedTests) },
    summary: summaryOf({ title: `Smoke tests ${status}`, rows }),
    notices: failed.map(({ category, name, detail }) => ({
      level: "error",
      title: `${category}: ${name}`,
      text: detail ?? "failed",
    })),
    ...(status === "passed"
      ? {}
      : {
          failure: {
            message: `${categoriesFailed} of ${categoriesFailed + categoriesPassed} categories of smoke tests failed`,
            hint: "The checks are under `smoke:` in .github/release-command.yml.",
          },
        }),
  };
}
