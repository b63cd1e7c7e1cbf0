import { expect, it } from "@jest/globals";

import { play, type Play } from "../test/play.ts";

const ill = { healthyBefore: () => false };

it.each(["staging", "production"] as const)(
  "a %s that is ill already is not touched: people are told (46)",
  async (place) => {
    const { record, facts, percent, lastedMs } = await play({ ...ill, in: place });

    expect([record.state, percent]).toEqual([place, 0]);
    expect(record.suspended).toMatchObject({
      waitsFor: "service",
      command: "release resume v2.5.0",
      reason: expect.stringContaining(`${place} is ill already: v2.4.0, which serves, is not healthy`),
    });
    expect(record.suspended?.reason).toContain(`release redeploy ${place}`);
    expect(facts.filter(({ type }) => type === "deployment-started" || type === "step-intended")).toEqual([]);
    // Three looks, half a minute from one to the next.
    expect(lastedMs).toBe(60_000);
  },
);

it.each<[string, Play]>([
  ["a hotfix", { type: "hotfix" }],
  ["an emergency", { emergency: "checkout is down" }],
])("%s goes on all the same, and the record says so (46)", async (_, scene) => {
  const { record } = await play({ ...ill, ...scene });

  expect(record.state).toBe("completed");
  expect(record.warnings).toContainEqual(expect.stringContaining("nothing good to go back to"));
});

it("what is ill for a moment, or serves nobody, holds nothing up (46)", async () => {
  const moment = await play({ healthyBefore: (ms) => ms > 40_000 });
  expect([moment.record.state, moment.record.warnings]).toEqual(["completed", []]);
});
