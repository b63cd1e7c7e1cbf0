import { expect, it } from "@jest/globals";

import { foundCompany } from "../releases/company.ts";
import { deliver, hireRunners, jobsOn } from "./runners.ts";

it("a hotfix job by job waits for its fix, then goes from the review to production by canary", async () => {
  const company = await foundCompany();
  const jobs = jobsOn(hireRunners(company.world));
  const start = { type: "hotfix", version: "1.0.1", from: "v1.0.0", to: "main" } as const;
  expect(await jobs.validate({ kind: "start", start: { ...start, dryRun: true } })).toMatchObject({
    outcome: "waiting",
    resumeAt: "initiated",
  });
  expect((await company.refs()).has("hotfix/1.0.1")).toBe(false);
  expect(await jobs.validate({ kind: "start", start })).toMatchObject({ outcome: "waiting", resumeAt: "initiated" });

  await company.push("hotfix/1.0.1", "fix: say thank you", { "thanks.txt": "thank you\n" });
  expect(await jobs.validate({ kind: "resume", id: "v1.0.1" })).toMatchObject({
    outcome: "go",
    type: "hotfix",
    resumeAt: "quality_gates_fast",
    approval: "ask",
  });
  expect(await jobs.report("v1.0.1", "failed")).toMatchObject({ outcome: "waiting" });
  expect(await jobs.review("v1.0.1", [deliver(await jobs.leg("v1.0.1", "all"))])).toMatchObject({ outcome: "go" });
  expect((await jobs.validate({ kind: "resume", id: "v1.0.1" })).resumeAt).toBe("review");
  expect(await jobs.review("v1.0.1", [])).toMatchObject({ outcome: "go" });
  expect(await jobs.production("v1.0.1")).toMatchObject({ outcome: "verified" });
  expect(await jobs.report("v1.0.1", "completed")).toMatchObject({ outcome: "completed" });

  expect(await company.traffic("production")).toEqual({ "v1.0.1": 100 });
  expect(await company.traffic("staging")).toEqual({ "v1.0.0": 100 });
});
