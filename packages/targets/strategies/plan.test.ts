import { expect, it } from "@jest/globals";

import { planRollout, requireCapabilities } from "./plan.ts";
import type { RolloutStep } from "./steps.ts";

const plan = { steps: [5, 25, 50, 100], stepTimeMs: 60_000 };

function words(steps: Iterable<RolloutStep>): string[] {
  return Array.from(steps, (step) => {
    if (step.do === "smoke") return `smoke ${step.on} ${step.percent}`;
    if (step.do === "watch") return `watch ${step.percent} ${step.forMs}`;
    return step.do === "shift" ? `shift ${step.percent}` : step.do;
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
  expect(words(planRollout({ strategy: "canary", steps: [5, 25, 100], stepTimeMs: 1000 }))).toEqual([
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

it("rolls in two halves", () => {
  expect(words(planRollout({ strategy: "rolling", ...plan }))).toEqual([
    "prepare",
    "shift 50",
    "smoke candidate 50",
    "watch 50 60000",
    "shift 100",
    "smoke everyone 100",
    "finish",
  ]);
});

it.each([[[]], [[5, 25]], [[25, 5, 100]], [[0, 100]], [[50, 50, 100]], [[100, 120]]])(
  "refuses the steps %j",
  (steps) => {
    expect(() => planRollout({ strategy: "canary", steps, stepTimeMs: 1 })).toThrow("do not rise from above 0 to 100");
  },
);

it("refuses a strategy that the target cannot do, before anything is touched", () => {
  const all = { weights: true, addressable: true };

  expect(() => requireCapabilities("canary", { ...all, weights: false })).toThrow(
    'The strategy "canary" splits traffic',
  );
  expect(() => requireCapabilities("blue-green", { ...all, addressable: false })).toThrow("cannot address it");
  expect(() => requireCapabilities("blue-green", { ...all, weights: false })).not.toThrow();
  expect(() => requireCapabilities("rolling", all)).not.toThrow();
});
