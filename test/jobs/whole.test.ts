import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { expect, it } from "@jest/globals";

import { rollbackNet } from "#stages";

import type { Fault } from "../../packages/testbed/index.ts";
import { startIn } from "../crash/release.ts";
import { openCrashWorld, type CrashWorld } from "../crash/world.ts";
import { deliver, hireRunners, jobsOn, standard } from "./runners.ts";

async function inWorld(fault: Fault | undefined, act: (crash: CrashWorld) => Promise<void>): Promise<void> {
  const directory = await mkdtemp(path.join(tmpdir(), "release-jobs-"));
  const crash = await openCrashWorld(path.join(directory, "world"), fault);
  try {
    await act(crash);
  } finally {
    await crash.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

it("a release job by job, each on a fresh runner, leaves the world that one process leaves", async () => {
  await inWorld(undefined, async (crash) => {
    const beginning = await crash.snapshot("beginning");
    await startIn(crash.world, crash.world.repositoryDirectory, async () => {});
    const wanted = await crash.fingerprint();
    await crash.restore(beginning);
    const jobs = jobsOn(hireRunners(crash.world));

    const route = await jobs.validate(standard);
    expect(route).toMatchObject({ outcome: "go", release: "v1.1.0", resumeAt: "quality_gates", legs: ["all"] });
    const leg = await jobs.leg("v1.1.0", "all");
    expect(leg.outcome).toBe("passed");
    expect((await jobs.record("v1.1.0")).record.gates.size).toBe(0);
    expect(await jobs.review("v1.1.0", [deliver(leg)])).toMatchObject({ outcome: "go" });
    expect((await jobs.validate({ kind: "resume", id: "v1.1.0" })).resumeAt).toBe("staging");
    expect(await jobs.staging("v1.1.0")).toMatchObject({ outcome: "go" });
    expect(await jobs.staging("v1.1.0")).toMatchObject({ outcome: "go" });
    expect(await jobs.production("v1.1.0")).toMatchObject({ outcome: "verified" });
    expect((await jobs.validate({ kind: "resume", id: "v1.1.0" })).resumeAt).toBe("completed");
    expect(await jobs.report("v1.1.0", "failed")).toMatchObject({ outcome: "untouched" });
    expect(await jobs.report("v1.1.0", "completed")).toMatchObject({ outcome: "completed" });

    expect(await crash.fingerprint()).toEqual(wanted);
    expect(await jobs.validate({ kind: "resume", id: "v1.1.0" })).toMatchObject({ outcome: "refused" });
    expect(await jobs.report("v1.1.0", "completed")).toMatchObject({ outcome: "completed" });
  });
});

it("a version that fails its users is taken back by the production job; the net finishes and the next call finds nothing", async () => {
  await inWorld("production-errors", async (crash) => {
    const runners = hireRunners(crash.world);
    const jobs = jobsOn(runners);
    await jobs.validate(standard);
    await jobs.review("v1.1.0", [deliver(await jobs.leg("v1.1.0", "all"))]);
    await jobs.staging("v1.1.0");

    expect(await jobs.production("v1.1.0")).toMatchObject({ outcome: "touched" });
    const { record } = await jobs.record("v1.1.0");
    expect(record).toMatchObject({ state: "rolled_back", rollback: { phase: "rollback_triggered" } });
    expect(record.deployments.get("production")?.percent).toBe(0);
    expect((await jobs.validate({ kind: "resume", id: "v1.1.0" })).resumeAt).toBe("rolled_back");
    expect(await rollbackNet(await runners.machine(), "v1.1.0")).toMatchObject({ outcome: "rolled_back" });
    expect(await rollbackNet(await runners.machine(), "v1.1.0")).toMatchObject({ outcome: "rolled_back" });
    expect((await jobs.record("v1.1.0")).live).toBe(false);
  });
});
