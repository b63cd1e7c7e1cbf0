import { expect, it } from "@jest/globals";
import * as fc from "fast-check";

import type { Strategy } from "#machine";

import { planRollout, requireCapabilities } from "./plan.ts";
import type { RolloutStep } from "./steps.ts";

const rolling = { batch: 25, maxUnavailable: 0 };
const plan = { steps: [5, 25, 50, 100], stepTimeMs: 60_000, rolling };

function words(steps: Iterable<RolloutStep>): string[] {
  return Array.from(steps, (step) => {
    if (step.do === "smoke") return `smoke ${step.on} ${step.percent}`;
    if (step.do === "watch") return `watch ${step.percent} ${step.forMs}`;
    if (step.do === "prepare") return step.count === undefined ? "prepare" : `prepare ${step.count}`;
    if (step.do !== "shift") return step.do;
    return step.batch === undefined ? `shift ${step.percent}` : `replace ${step.batch.count} (${step.percent})`;
  });
}

it("tests blue-green while it is idle, before any client meets it", () => {
  expect(words(planRollout({ strategy: "blue-green", ...plan }))).toEqual([
    "prepare",
    "smoke candidate 0",
    "shift 100",
    "smoke everyone 100",
    "finish",
  ]);
});

it("smokes and watches the canary at every share before it gets more", () => {
  expect(words(planRollout({ strategy: "canary", ...plan, steps: [5, 25, 100], stepTimeMs: 1000 }))).toEqual([
    "prepare",
    "shift 5",
    "smoke candidate 5",
    "watch 5 1000",
    "shift 25",
    "smoke candidate 25",
    "watch 25 1000",
    "shift 100",
    "smoke everyone 100",
    "finish",
  ]);
});

it("rolls shares of the traffic where there are no instances, and smokes once half of it is there", () => {
  expect(
    words(planRollout({ strategy: "rolling", ...plan, stepTimeMs: 1, rolling: { ...rolling, batch: 40 } })),
  ).toEqual([
    "prepare",
    "shift 40",
    "watch 40 1",
    "shift 80",
    "smoke candidate 80",
    "watch 80 1",
    "shift 100",
    "smoke everyone 100",
    "finish",
  ]);
});

it("rolls instances batch by batch, and smokes after half of them", () => {
  expect(words(planRollout({ strategy: "rolling", ...plan, stepTimeMs: 1, instances: 5 }))).toEqual([
    "prepare 1",
    "replace 1 (20)",
    "watch 20 1",
    "replace 2 (40)",
    "watch 40 1",
    "replace 3 (60)",
    "smoke candidate 60",
    "watch 60 1",
    "replace 4 (80)",
    "watch 80 1",
    "replace 5 (100)",
    "smoke everyone 100",
    "finish",
  ]);
});

it("smokes a version that replaces everything at once while it is idle", () => {
  const all = { ...rolling, batch: 100 };

  expect(words(planRollout({ strategy: "rolling", ...plan, instances: 3, rolling: all })).slice(0, 3)).toEqual([
    "prepare 3",
    "smoke candidate 0",
    "replace 3 (100)",
  ]);
});

it("ends every rolling plan with everybody served, each batch larger than the one before", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), fc.option(fc.integer({ min: 1, max: 64 })), (batch, instances) => {
      const steps = planRollout({
        strategy: "rolling",
        ...plan,
        rolling: { ...rolling, batch },
        ...(instances === null ? {} : { instances }),
      });
      const shifts = [...steps].filter((step) => step.do === "shift");
      const counts = shifts.map((step) => step.batch?.count ?? step.percent);

      expect(counts.every((count, index) => count > (counts[index - 1] ?? 0))).toBe(true);
      expect(shifts.filter(({ percent }) => percent === 100)).toHaveLength(1);
      expect(shifts.at(-1)?.percent).toBe(100);
      expect(counts.at(-1)).toBe(instances ?? 100);
    }),
  );
});

it.each([[[]], [[5, 25]], [[25, 5, 100]], [[0, 100]], [[50, 50, 100]], [[100, 120]]])(
  "refuses the steps %j",
  (steps) => {
    expect(() => planRollout({ ...plan, strategy: "canary", steps })).toThrow("do not rise from above 0 to 100");
  },
);

it("refuses a strategy that the target cannot do, before anything is touched", () => {
  const all = { weights: true, addressable: true };
  const ask = (strategy: Strategy, capabilities: typeof all) => () =>
    requireCapabilities(strategy, { capabilities }, rolling);

  expect(ask("canary", { ...all, weights: false })).toThrow('The strategy "canary" splits traffic');
  expect(ask("rolling", { ...all, weights: false })).toThrow('The strategy "rolling" splits traffic');
  expect(ask("blue-green", { ...all, addressable: false })).toThrow("cannot address it");
  expect(ask("blue-green", { ...all, weights: false })).not.toThrow();
  expect(ask("rolling", all)).not.toThrow();
});

it("refuses to miss instances that there are not", () => {
  const capabilities = { weights: false, addressable: true };
  const instances = { total: 3, replace: () => Promise.resolve() };
  const ask = (maxUnavailable: number, target: object) => () =>
    requireCapabilities("rolling", { capabilities, ...target }, { ...rolling, maxUnavailable });

  expect(ask(2, { instances })).not.toThrow();
  expect(ask(3, { instances })).toThrow("the version runs on 3 instances: nobody would answer");
  expect(ask(1, {})).toThrow("this target has no instances that could be missing");
});
