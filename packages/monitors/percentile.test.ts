import { expect, it } from "@jest/globals";

import { p95Of } from "./percentile.ts";

it.each<[string, [number, number][], number | undefined]>([
  ["nothing", [], undefined],
  ["one", [[7, 1]], 7],
  [
    "nineteen fast, one slow",
    [
      [900, 1],
      [5, 19],
    ],
    5,
  ],
  [
    "eighteen fast, two slow",
    [
      [900, 2],
      [5, 18],
    ],
    900,
  ],
  [
    "a tail that never ended",
    [
      [5, 9],
      [Number.MAX_SAFE_INTEGER, 1],
    ],
    undefined,
  ],
])("p95 of %s", (_, latencies, p95) => {
  expect(p95Of(new Map(latencies))).toBe(p95);
});
