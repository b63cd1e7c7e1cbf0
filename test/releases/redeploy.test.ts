import { readFile, rm } from "node:fs/promises";
import path from "node:path";

import { expect, it } from "@jest/globals";

import { redeploy, redeployJob, type CommandEnd } from "#stages";

import { carryOut } from "../../actions/command/carry-out.ts";

import { breakByHand } from "../support/broken.ts";
import { foundCompany, type Company } from "./company.ts";
import { approved, beforeStep, read, release, resume, start, workplaceIn, type DriverOptions } from "./drivers.ts";

/** The machine is lost: its processes, its versions, and what it knew. */
async function loseMachine({ world }: Company): Promise<void> {
  const home = world.platforms.production;
  const { pid } = JSON.parse(await readFile(path.join(home, "platform.json"), "utf8")) as { pid: number };
  process.kill(pid, "SIGKILL");
  await rm(path.join(home, "versions"), { recursive: true, force: true });
  await rm(path.join(home, "state.json"), { force: true });
}

async function released(): Promise<Company> {
  const company = await foundCompany();
  expect(await approved(company, () => start(company))).toMatchObject({ end: "completed" });
  return company;
}

async function again(company: Company, options: DriverOptions = {}): Promise<CommandEnd> {
  const wanted = { environment: "production", reason: "somebody broke it" } as const;
  return redeploy(await workplaceIn(company, options), wanted, () => undefined);
}

const id = "v1.1.0-redeploy-production";

function others(refs: ReadonlyMap<string, string>): readonly string[] {
  return [...refs.keys()].filter((name) => !name.startsWith("release-command"));
}

it("brings up what somebody took down, as a record of its own that changes nothing in git", async () => {
  const company = await released();
  await breakByHand(company.world, { version: "v1.0.0", gone: "v1.1.0" });
  expect(await company.traffic("production")).toEqual({ "v1.0.0": 100 });
  const before = await company.refs();
  const asked = { kind: "redeploy", environment: "production", reason: "broken" } as const;
  expect(await carryOut(await workplaceIn(company), asked, "r1")).toEqual({
    text: "↻ v1.1.0 is deployed again to production",
    next: { workflow: "redeploy", inputs: { environment: "production", reason: "broken" } },
  });

  const ended = await release(company, ["redeploy", "production", "--reason=somebody broke it"], {
    cwd: await company.clone("other"),
  }).ended;

  expect(ended.output).toContain(`${id}: the last good version serves`);
  expect(ended.code).toBe(0);
  expect(await company.traffic("production")).toEqual({ "v1.1.0": 100 });
  const { record, facts } = await read(company, id);
  expect(record).toMatchObject({ redeploy: { phase: "redeployed" }, settled: { outcome: "redeployed" } });
  expect(record.deployments.get("production")).toMatchObject({ previous: "v1.0.0", percent: 100, status: "passed" });
  expect(record.rollback).toBeUndefined();
  expect(facts.map(({ type }) => type)).not.toContain("published");
  const after = await company.refs();
  expect(others(after)).toEqual(others(before));

  const report = await release(company, ["report", id]).ended;
  expect(report.output).toContain("# Release v1.1.0: re-deployed");
  expect(report.output).toContain("somebody broke it");

  // What serves is only proved.
  expect(await again(company)).toEqual({ id: `${id}_2`, end: "redeployed" });
  const second = await read(company, `${id}_2`);
  expect(second.record.touched.size).toBe(0);
  expect(second.record.redeploy?.phase).toBe("redeployed");
  expect(second.facts.some((fact) => fact.type === "redeploy-moved" && /served already/.test(fact.reason))).toBe(true);
});

it("brings a lost machine back, goes on after a death, and is under way once", async () => {
  const company = await released();
  await loseMachine(company);
  const gone = new Error("the runner is gone");
  const died = new AbortController();
  const hooks: DriverOptions["hooks"] = {
    onEffect: async (phase, name) => {
      if (phase !== "after" || !name.endsWith("/bring-up")) return;
      died.abort(gone);
      throw gone;
    },
  };

  await expect(again(company, { hooks, signal: died.signal })).rejects.toThrow();
  expect((await read(company, id)).record).toMatchObject({ redeploy: { phase: "bring_up" } });
  expect(await again(company, { cwd: await company.clone("other") })).toEqual({ id, end: "redeployed" });

  expect(await company.traffic("production")).toEqual({ "v1.1.0": 100 });

  await breakByHand(company.world, { version: "v1.0.0", gone: "v1.1.0", place: "staging" });
  const job = await redeployJob(await workplaceIn(company), { environment: "staging", reason: "broken too" });
  expect(job).toMatchObject({ id: "v1.1.0-redeploy-staging", outcome: "redeployed" });
  expect(await company.traffic("staging")).toEqual({ "v1.1.0": 100 });
  const { facts } = await read(company, id);
  expect(facts.filter(({ type }) => type === "deployment-started")).toHaveLength(1);
  expect(facts.filter(({ type }) => type === "settled")).toHaveLength(1);
});

it("is refused to who may not, without a last good version, and while a release has production", async () => {
  const company = await foundCompany();
  await expect(again(company)).rejects.toThrow("No release was proved in production yet");
  await expect(again(company, { person: "aisha" })).rejects.toThrow("may not deploy the last good version again");
  let refused: unknown;
  const hooks = beforeStep("production-prepare", async () => {
    refused = await again(company, { cwd: await company.clone("other") }).catch((thrown: unknown) => thrown);
  });
  expect(await approved(company, () => start(company, { hooks }))).toMatchObject({ end: "completed" });

  expect(String(refused)).toContain("production belongs to release v1.1.0");
  const words = await release(company, ["redeploy", "moon"]).ended;
  expect(words).toMatchObject({ code: 2 });
  expect(words.output).toContain('"moon" is no environment');
  await expect(resume(company, id)).rejects.toThrow("There is no release");
});
