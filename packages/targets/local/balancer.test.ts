import { expect, it } from "@jest/globals";
import * as fc from "fast-check";

import { Balancer } from "./balancer.ts";

function turns(balancer: Balancer, times: number): string[] {
  return Array.from({ length: times }, () => balancer.next() ?? "nobody");
}

it("gives each version exactly its share of any hundred requests", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 4 }),
      fc.nat(50),
      (cuts, late) => {
        const edges = [0, ...cuts.toSorted((a, b) => a - b), 100];
        const shares = edges
          .slice(1)
          .map((edge, index) => ({ version: `v${index}`, percent: edge - (edges[index] ?? 0) }));
        const balancer = new Balancer();
        balancer.assign(shares);
        turns(balancer, late);

        const seen = turns(balancer, 100);

        for (const { version, percent } of shares) expect(seen.filter((one) => one === version)).toHaveLength(percent);
      },
    ),
  );
});

it("spreads the rare version evenly instead of in bursts", () => {
  const balancer = new Balancer();
  balancer.assign([
    { version: "old", percent: 95 },
    { version: "new", percent: 5 },
  ]);

  const places = turns(balancer, 200).flatMap((one, place) => (one === "new" ? [place] : []));

  expect(places.slice(1).map((place, index) => place - (places[index] ?? 0))).toEqual(Array(9).fill(20));
});

it("keeps its place when equal shares are assigned again", () => {
  const shares = [
    { version: "old", percent: 50 },
    { version: "new", percent: 50 },
  ];
  const balancer = new Balancer();
  balancer.assign(shares);
  const first = balancer.next();
  balancer.assign([...shares]);

  expect(balancer.next()).not.toBe(first);
});

it("has nobody to name when nobody serves", () => {
  const balancer = new Balancer();
  expect(balancer.next()).toBeUndefined();
  balancer.assign([{ version: "idle", percent: 0 }]);
  expect(balancer.next()).toBeUndefined();
});
