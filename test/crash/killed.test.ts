import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { expect, it } from "@jest/globals";

import { killDrivers } from "./killed.ts";

it("real drivers, killed at 10 moments, are succeeded by `release resume` as if nothing had happened", async () => {
  const directory = await mkdtemp(path.join(tmpdir(), "release-killed-"));
  try {
    const { killed, deviations } = await killDrivers({
      directory: path.join(directory, "world"),
      // Spread over the whole release, the first and the last moment among them.
      choose: (moments) => Array.from({ length: 10 }, (_, index) => Math.round((index * (moments - 1)) / 9)),
    });

    expect(deviations).toEqual([]);
    expect(killed).toBe(10);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}, 1_800_000);
