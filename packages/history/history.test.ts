import { expect, it } from "@jest/globals";

import { historyOf } from "./history.ts";

it("says that there is no data where there is none", () => {
  const { overall, releases, periods } = historyOf([], { now: Date.parse("2026-03-02T10:00:00Z") });

  expect(releases).toEqual([]);
  expect(periods).toHaveLength(1);
  expect(overall.success).toEqual({ part: 0, n: 0, share: null });
  expect(overall.cycleTimeMs).toEqual({ n: 0, median: null, p90: null });
  expect(overall.dora.deploymentFrequency).toMatchObject({ n: 0, perWeek: null });
});
