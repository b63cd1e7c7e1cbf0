import { expect, it } from "@jest/globals";

import { foundCompany } from "./company.ts";
import { approved, read, release, start } from "./drivers.ts";

it("release rollback of a completed release has its own record and brings traffic, git and changelog back", async () => {
  const company = await foundCompany();
  expect(await approved(company, () => start(company))).toMatchObject({ end: "completed" });
  const missing = await release(company, ["rollback", "v1.1.0", "--to=v0.9.0"]).ended;
  expect(missing).toMatchObject({ code: 2 });
  expect(missing.output).toContain("Cannot rollback, previous version v0.9.0 not deployed");
  expect(await company.traffic("production")).toEqual({ "v1.1.0": 100 });

  const ended = await release(company, ["rollback", "v1.1.0", "--reason=orders fail"], {
    cwd: await company.clone("other"),
  }).ended;

  expect(ended).toMatchObject({ code: 4 });
  expect(await company.traffic("production")).toEqual({ "v1.0.0": 100 });
  expect((await read(company, "v1.1.0")).record.state).toBe("completed");
  const { record } = await read(company, "v1.1.0-rollback");
  expect(record.plan.rollback).toEqual({ from: "v1.1.0", to: "v1.0.0", reason: "orders fail" });
  expect(record.rollback).toMatchObject({ phase: "rollback_completed", git: { via: "pull-request" } });
  const refs = await company.refs();
  expect(refs.get("v1.1.0-rollback")).toBe(refs.get("revert/v1.1.0"));
  await company.git("sarah", company.home, "fetch", "--quiet", "origin", "revert/v1.1.0");
  const changelog = await company.git("sarah", company.home, "show", "FETCH_HEAD:CHANGELOG.md");
  expect(changelog).toMatch(/1\.1\.0[\s\S]*rolled back[\s\S]*orders fail/i);
  const server = await company.git("sarah", company.home, "show", "FETCH_HEAD:server.js");
  expect(server).not.toContain("path: request.url");
});
