import { expect, it } from "@jest/globals";

import { deployToStaging, validateJob } from "#stages";

import { decree, foundCompany, type Company, type Setting } from "../releases/company.ts";
import { deliver, hireRunners, jobsOn, standard } from "./runners.ts";

type Wanted = NonNullable<Parameters<Company["govern"]>[0]["environments"]>;

const asking = { name: "production-approval", reviewers: ["aisha"] };
const dryRun = { kind: "start", start: { ...standard.start, dryRun: true } } as const;
const form = { GITHUB_EVENT_NAME: "workflow_dispatch" };

async function companyWith(environments: Wanted, settings: readonly Setting[] = []) {
  const company = await foundCompany({ settings });
  await company.govern({ environments });
  return { company, runners: hireRunners(company.world) };
}

it("names every environment that is not what it should be at once, with the page to change it", async () => {
  const { company, runners } = await companyWith([
    { name: "staging", waitMinutes: 5, customRules: ["change-freeze"] },
    { name: "production", reviewers: ["sarah"] },
    "production-approval",
  ]);

  await expect(jobsOn(runners).validate(standard)).rejects.toMatchObject({
    code: "config",
    message: expect.stringMatching(
      /staging has a wait timer of 5 min and custom rules \(change-freeze\).*production has reviewers \(sarah\).*production-approval has no reviewers/,
    ),
    hint: expect.stringContaining("/acme/shop/settings/environments"),
  });
  expect((await company.refs()).has("release/1.1.0")).toBe(false);

  await company.govern({ environments: ["staging", "production"] });
  await expect(jobsOn(runners).validate(standard)).rejects.toThrow(/production-approval does not exist/);
  await company.admin.fault({ match: { path: "/environments/" }, action: { status: 403 } });
  await expect(jobsOn(runners).validate(standard)).rejects.toMatchObject({
    code: "permission",
    hint: expect.stringContaining("actions: read"),
  });
});

it("asks nobody where the configuration says so, and tells it", async () => {
  const setting: Setting = [["environments", "production", "approval"], "none"];
  const { company, runners } = await companyWith(["staging", { name: "production", branches: "protected" }], [setting]);
  const refused = await jobsOn(runners).validate(dryRun);
  expect(refused.notes.join("\n")).toContain("it would be refused: The environments of this repository are not ready");
  await decree(company, [setting]);

  const { notes } = await jobsOn(runners).validate(dryRun);

  expect(notes).toContain("nobody is asked before production: environments.production.approval is none");
  expect(notes).toContain("workflows of any branch may use staging: choose a branch in its settings");
});

it("refuses a form from another branch, and a start beside an orphan", async () => {
  const { company, runners } = await companyWith(["staging", "production", asking]);
  const elsewhere = await runners.machine({ ...form, GITHUB_REF: "refs/heads/mine" });
  await expect(validateJob(elsewhere, standard)).rejects.toThrow("from refs/heads/mine, not from main");
  const jobs = jobsOn(runners);
  const opened = await validateJob(await runners.machine({ ...form, GITHUB_REF: "refs/heads/main" }), standard);
  expect(opened).toMatchObject({ outcome: "go", approval: "ask" });
  await jobs.review("v1.1.0", [deliver(await jobs.leg("v1.1.0", "all"))]);

  const lost = Promise.withResolvers<never>();
  const watching = Promise.withResolvers<void>();
  const machine = await runners.machine(
    {},
    {
      onEffect: async (phase, step) => {
        if (phase !== "before" || !step.includes("staging-watch")) return;
        watching.resolve();
        await lost.promise;
      },
    },
  );
  const dying = deployToStaging(machine, "v1.1.0");
  await watching.promise;
  await company.admin.clock({ advanceMs: 300_000 });
  await company.push("develop", "feat: what comes next", { "next.txt": "next\n" });
  await expect(jobs.validate({ kind: "start", start: { ...standard.start, version: "1.2.0" } })).rejects.toMatchObject({
    code: "policy",
    message: "staging belongs to release v1.1.0, whose driver died in staging",
    hint: expect.stringContaining("release resume v1.1.0"),
  });
  lost.reject(new Error("the runner is gone"));
  await expect(dying).rejects.toThrow();
});
