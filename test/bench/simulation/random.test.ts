import { describe, expect, it } from "@jest/globals";

import { geometric, poisson, type Random, seeded, xoshiro } from "./random.ts";

describe("xoshiro128++", () => {
  it("gives the numbers of its authors' program", () => {
    const next = xoshiro(1, 2, 3, 4);

    expect(Array.from({ length: 5 }, next)).toEqual([641, 1573767, 3222811527, 3517856514, 836907274]);
  });

  it("gives each run its own numbers, and always the same", () => {
    const [first, again, other] = [seeded(1, 2, 3)(), seeded(1, 2, 3)(), seeded(1, 2, 4)()];

    expect(first).toBe(again);
    expect(first).not.toBe(other);
  });
});

/** Mean and variance of many draws, as multiples of those that they should have. */
function moments(draw: (random: Random) => number, mean: number, variance: number) {
  const random = seeded(7);
  const values = Array.from({ length: 20_000 }, () => draw(random));
  const average = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = values.reduce((sum, value) => sum + (value - average) ** 2, 0) / values.length;
  return { mean: average / mean, variance: spread / variance };
}

describe("samplers", () => {
  it.each([0.05, 2.5, 9.9, 10, 47.5, 995])("count Poisson events, %d expected", (expected) => {
    const found = moments((random) => poisson(expected, random), expected, expected);

    expect(Math.abs(found.mean - 1)).toBeLessThan(4 / Math.sqrt(20_000 * expected));
    expect(Math.abs(found.variance - 1)).toBeLessThan(4 * Math.sqrt((2 + 1 / expected) / 20_000));
  });

  it.each([
    ["below", 9.99],
    ["from", 10.01],
  ])("have the shape of a Poisson distribution %s where the method changes", (_name, expected) => {
    const random = seeded(11);
    const draws = 50_000;
    const found = new Map<number, number>();
    for (let draw = 0; draw < draws; draw += 1) {
      const count = poisson(expected, random);
      found.set(count, (found.get(count) ?? 0) + 1);
    }
    let chance = Math.exp(-expected);
    for (let count = 0; count <= 25; count += 1) {
      const due = draws * chance;
      expect(Math.abs((found.get(count) ?? 0) - due)).toBeLessThan(4.5 * Math.sqrt(due) + 2);
      chance *= expected / (count + 1);
    }
  });

  it("make bursts of 4 on average, of 1 at least", () => {
    const found = moments((random) => geometric(4, random), 4, 12);

    expect(Math.abs(found.mean - 1)).toBeLessThan(0.03);
    expect(Math.abs(found.variance - 1)).toBeLessThan(0.1);
  });
});
