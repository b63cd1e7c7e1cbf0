import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { expect, it } from "@jest/globals";

import { findHaproxy } from "../../packages/targets/haproxy/world.ts";
import { partOfThisTree } from "../support/tree.ts";
import { killAnywhere } from "./anywhere.ts";
import type { RoadName } from "./roads.ts";

const parts = 16;
const forward: readonly string[] = [];
const back = ["traffic_reversion", "smoke_test_verification", "health_monitoring", "rollback_completed"];

const haproxy = findHaproxy();
const throughHaproxy: readonly [RoadName, readonly string[]][] = [
  ["haproxy", forward],
  ["haproxy-back", back],
];

it.each<[RoadName, readonly string[]]>([
  ["blue-green", forward],
  ["blue-green-back", back],
  ["rolling", forward],
  ["rolling-back", back],
  ["escalation", ["traffic_reversion", "smoke_test_verification", "escalation"]],
  ["hotfix", forward],
  ...(haproxy === undefined ? [] : throughHaproxy),
  ["command", forward],
  ["command-back", back],
  ["redeploy", forward],
])(
  "on the road %s, a release that is killed anywhere ends as if nothing had happened",
  async (road, phases) => {
    const part = partOfThisTree(parts);
    const directory = await mkdtemp(path.join(tmpdir(), "release-crash-"));
    try {
      const verdict = await killAnywhere({
        directory: path.join(directory, "world"),
        road,
        only: (index) => index % parts === part,
      });

      const { points, tried, deviations } = verdict;
      process.stderr.write(`${road}: ${tried} of ${points} points, ${deviations.length} differences\n`);
      expect(deviations).toEqual([]);
      expect(verdict.phases).toEqual(phases);
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  },
  600_000,
);
