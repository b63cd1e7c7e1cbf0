import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { expect, it } from "@jest/globals";

import { killJobs } from "./anywhere.ts";
import type { RoadName } from "./roads.ts";

/** A few moments of each road, the ones that ever were wrong among them; `kill-jobs.ts` tries them all. */
const sample: readonly (readonly [RoadName, Readonly<Record<string, readonly number[]>>])[] = [
  ["happy", { initiated: [0], "production/production": [21], "production/completed": [14] }],
  ["validation", { "production/completed": [16], validation: [0], validated: [4, 9] }],
  ["rolling", { "production/production": [12, 20] }],
  ["staging", { staging: [10, 15], failed: [2] }],
];

it.each(sample)(
  "a %s release whose machines die ends rightly, in the same run or the next",
  async (road, moments) => {
    const directory = await mkdtemp(path.join(tmpdir(), "release-jobs-"));
    try {
      const { deaths, deviations } = await killJobs({
        directory: path.join(directory, "world"),
        road,
        choose: (job, index) => moments[job]?.includes(index) === true,
      });

      expect(deviations).toEqual([]);
      expect(deaths).toBe(Object.values(moments).flat().length);
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  },
  300_000,
);
