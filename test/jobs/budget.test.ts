import { expect, it } from "@jest/globals";

import { foundCompany } from "../releases/company.ts";
import { machineAt, type Artifacts } from "./actions.ts";
import { hireRunners, type Runners } from "./runners.ts";
import { runRelease } from "./workflow.ts";

const form = { command: "start", type: "standard", version: "1.1.0", from: "develop", to: "main" };

it("all jobs of a release together ask GitHub's API less than a hundred times", async () => {
  const { world } = await foundCompany();
  const hired = hireRunners(world);
  const perMachine: number[] = [];
  const runners: Runners = {
    world,
    machine: (env, hooks, fetch = globalThis.fetch) => {
      const machine = perMachine.push(0) - 1;
      return hired.machine(env, hooks, (input, init) => {
        const { href, pathname } = new URL(input instanceof Request ? input.url : input);
        const isApi = href.startsWith(world.githubUrl) && !pathname.includes(".git/");
        if (isApi) perMachine[machine] = (perMachine[machine] ?? 0) + 1;
        return fetch(input, init);
      });
    },
  };
  const artifacts: Artifacts = new Map();
  const machine = () =>
    Promise.resolve(machineAt({ runners, runId: "7001", artifacts, onMoment: () => Promise.resolve() }));

  const ended = await runRelease({ github: { sha: "develop", token: world.tokens.sarah }, machine }, form);

  expect(ended.get("production")).toMatchObject({ outputs: { outcome: "completed" } });
  const asked = perMachine.reduce((sum, calls) => sum + calls, 0);
  process.stderr.write(`API calls of a release, by machine: ${perMachine.join(" + ")} = ${asked}\n`);
  // Validate, a leg, review, staging, production, its end: none of them is left out of the sum.
  expect(perMachine.filter((calls) => calls > 0).length).toBeGreaterThanOrEqual(5);
  expect(asked).toBeLessThan(100);
}, 120_000);
