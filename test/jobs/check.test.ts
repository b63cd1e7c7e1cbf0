import { expect, it } from "@jest/globals";

import { foundCompany } from "../releases/company.ts";
import { deliver, hireRunners, jobsOn, standard } from "./runners.ts";

const app = "github-actions[bot]";
const token = "ghs_of_the_job";

interface Runs {
  readonly check_runs: readonly {
    readonly name: string;
    readonly conclusion: string;
    readonly output: { readonly title: string; readonly summary: string };
  }[];
}

it.each([
  ["success", "true", "v1.1.0: all 6 gates passed", "waiting"],
  ["failure", "exit 7", "v1.1.0: unit failed", "failed"],
])(
  "a job shows the verdict of the gates beside their commit: %s",
  async (conclusion, command, title, outcome) => {
    const settings = command === "true" ? [] : [[["gates", "unit", "command"], command] as const];
    const company = await foundCompany({ settings: [...settings, [["review", "wait"], "1s"]] });
    await company.admin.user({ login: app, token });
    await company.govern({ users: { sarah: "admin", aisha: "write", "release-bot": "admin", [app]: "admin" } });
    const env = {
      GITHUB_ACTIONS: "true",
      GITHUB_ACTOR: "sarah",
      GITHUB_TRIGGERING_ACTOR: "sarah",
      GITHUB_TOKEN: token,
    };
    const jobs = jobsOn(hireRunners(company.world), 7001, env);
    expect(await jobs.validate(standard)).toMatchObject({ outcome: "go" });
    const leg = await jobs.leg("v1.1.0", "all");

    expect(await jobs.reviewAlone("v1.1.0", [deliver(leg)])).toMatchObject({ outcome });

    const { record } = await jobs.record("v1.1.0");
    const { check_runs: runs } = (await company.api(
      "sarah",
      "GET",
      `commits/${record.gatedSha ?? ""}/check-runs`,
    )) as Runs;
    expect(runs).toMatchObject([{ name: "release gates", conclusion, output: { title } }]);
    expect(runs[0]?.output.summary).toContain("| unit |");
  },
  120_000,
);
