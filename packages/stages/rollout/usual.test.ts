import { expect, it } from "@jest/globals";

import type { AnalysisState } from "#analysis";
import type { StoredRelease } from "#journal";

import type { Rollout } from "./rollout-context.ts";
import { modelOf } from "./usual.ts";
import { openVigil } from "./vigil.ts";

const counts = (requests: number, errors: number) => ({ requests, errors, slow: 0 });

/** As much of a release as is learned from. */
function released(
  number: number,
  analysis: unknown = { totals: { baseline: counts(9000, 45), canary: counts(1000, 5) } },
) {
  const watch = { environment: "production", at: `2026-03-${String(number + 1).padStart(2, "0")}T12:15:00.000Z` };
  const watches = [
    { ...watch, environment: "staging", durationMs: 1, analysis: { totals: { baseline: counts(9, 9) } } },
    { ...watch, durationMs: 600_000, analysis },
  ];
  return { id: `v1.${number}.0`, record: { state: "completed", watches } } as unknown as StoredRelease;
}

const releases = (count: number) => Array.from({ length: count }, (_, number) => released(number));

it("knows nothing before the twentieth release, and nothing of records that it cannot read", () => {
  expect(modelOf(releases(19))).toBeUndefined();
  expect(modelOf(releases(20))?.errors.overall).toBeCloseTo(0.005, 4);
  for (const strange of ["none", null, [], { totals: 1 }, { totals: { baseline: { requests: "9" } } }])
    expect(modelOf([...releases(19), released(19, strange)])).toBeUndefined();
});

it("learns of a release that went back only what served before it", () => {
  const bad = Array.from({ length: 20 }, (_, number) => {
    const { id, record } = released(number, { totals: { baseline: counts(9000, 45), canary: counts(1000, 900) } });
    return { id, record: { ...record, state: "rolled_back" } } as unknown as StoredRelease;
  });

  expect(modelOf(bad)?.errors.overall).toBeCloseTo(0.005, 4);
});

/** A vigil over one second in which both versions fail more than usual. */
async function vigilWith(model: string, newest: () => Promise<readonly StoredRelease[]>) {
  const said: string[] = [];
  const bins = [{ t: 0, canary: counts(100, 20), baseline: counts(900, 30) }];
  const watch = { read: async () => ({ state: "data", bins }), end: async () => undefined };
  const context = {
    config: { analysis: { alpha: 0.0025, latency: "with-errors", model } },
    clock: { now: () => Date.UTC(2026, 3, 20, 12) },
    driver: { id: "v2.0.0", record: { plan: { tag: "v2.0.0" }, watches: [], baselines: new Map() } },
    journal: { newest },
    monitor: async () => ({ measures: [], begin: async () => watch }),
    say: (text: string) => said.push(text),
  };
  const settings = { maxErrorRatio: 0.01, rollbackErrorRatio: 0.05, maxP95: 500 };
  const rollout = { context, environment: "production", settings, artifact: { version: "v2.0.0" }, previous: "v1.0.0" };
  const vigil = openVigil(rollout as unknown as Rollout);
  await vigil.begin();
  await vigil.read();
  return { analysis: vigil.analysis satisfies AnalysisState, said };
}

it("scores the requests of a watch where it is on and knows enough", async () => {
  const { analysis } = await vigilWith("hour-and-weekday", async () => releases(20));

  expect(analysis.settings.weights).toMatchObject({ score: 0.1 });
  expect(analysis.totals).toMatchObject({ canary: { odd: 20 }, baseline: { odd: 30 } });
});

it.each<[string, string, () => Promise<readonly StoredRelease[]>, readonly unknown[]]>([
  ["off", "off", () => Promise.reject(new Error("asked")), []],
  ["too young", "hour-and-weekday", async () => releases(19), []],
  [
    "not readable",
    "hour-and-weekday",
    () => Promise.reject(new Error("no network")),
    [expect.stringContaining("could not be learned, and is left out: ")],
  ],
])("leaves the watch as it is where the model is %s", async (_name, model, newest, told) => {
  const { analysis, said } = await vigilWith(model, newest);

  expect(analysis.settings.weights).not.toHaveProperty("score");
  expect(analysis.totals.canary).toEqual(counts(100, 20));
  expect(said).toEqual(told);
});
