import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { expect, it } from "@jest/globals";

import { openCrashWorld, type CrashWorld } from "../crash/world.ts";
import { kills, releaseKilled } from "./processes.ts";

async function inWorld(act: (crash: CrashWorld) => Promise<void>): Promise<void> {
  const directory = await mkdtemp(path.join(tmpdir(), "release-processes-"));
  const crash = await openCrashWorld(path.join(directory, "world"));
  try {
    await act(crash);
  } finally {
    await crash.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

it("a release whose processes are killed in four of its jobs is completed by the runs after", async () => {
  await inWorld(async (crash) => {
    const chosen = kills.filter((_, index) => [0, 3, 5, 9].includes(index));

    const { runs, killed, live, state } = await releaseKilled(crash.world, chosen);

    expect(killed).toEqual(chosen);
    expect({ live, state }).toEqual({ live: false, state: "completed" });
    expect(runs[0]).toEqual({ initiated: "failure", failed: "waiting" });
    expect(runs).toHaveLength(chosen.length + 1);
    const { production, staging, live: leases } = await crash.fingerprint();
    expect(production).toContain("v1.1.0 100 %");
    expect(staging).toContain("v1.1.0 100 %");
    expect(leases).toBe("");
  });
}, 300_000);

it("a deploy process that is killed with half of the traffic is rolled back in the same run", async () => {
  await inWorld(async (crash) => {
    const { runs, killed, live, state } = await releaseKilled(crash.world, [
      ["production/production", "50 % of traffic"],
    ]);

    expect(killed).toHaveLength(1);
    expect({ live, state }).toEqual({ live: false, state: "rolled_back" });
    expect(runs).toHaveLength(1);
    const { production, live: leases } = await crash.fingerprint();
    expect(production).toContain("v1.0.0 100 %");
    expect(leases).toBe("");
  });
}, 300_000);
