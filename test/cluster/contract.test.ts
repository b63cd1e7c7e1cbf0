import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";

import { realClock } from "#http";
import { loadTarget } from "#targets";

import { contract } from "../../packages/targets/contract.ts";
import { openCluster, type Cluster } from "./cluster.ts";

const { signal } = new AbortController();
let cluster: Cluster;

beforeAll(async () => {
  cluster = await openCluster();
});
afterAll(() => cluster.end());
beforeEach(() => cluster.clear());

describe("the port, over kubernetes.sh and a cluster", () => {
  it.each(Object.entries(contract))("%s", async (_, check) => {
    const options = {
      environment: "production",
      workDirectory: cluster.directory,
      env: process.env,
      clock: realClock,
    } as const;
    const world = {
      target: () => loadTarget("command", { ...options, settings: cluster.settings(), signal }),
      // Between two calls nothing of it runs.
      kill: async () => {},
    };

    await expect(check(world, signal)).resolves.toBeUndefined();
  });
});
