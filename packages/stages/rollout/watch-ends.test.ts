import { expect, it } from "@jest/globals";

import { play } from "../test/play.ts";

const minute = 60_000;

it.each([
  ["20 requests a second", { perSecond: 20 }],
  ["1 request a second", { perSecond: 1 }],
  ["a request every half hour", { perSecond: 0.0005 }],
  ["nobody", { perSecond: 0 }],
  ["only our own probes", { monitor: "probe" as const }],
])("a good version that %s meets is completed without a question (decision 40)", async (_, scene) => {
  const { record, facts, percent, lastedMs } = await play(scene);

  expect(record.state).toBe("completed");
  expect(facts.filter(({ type }) => type === "asked" || type === "verdict")).toEqual([]);
  expect(percent).toBe(100);
  expect(lastedMs).toBeLessThan(20 * minute);
});

it("a monitor that gives no data extends the window once; then people are asked, and unattended it goes back (41)", async () => {
  const { record, facts, at, told, lastedMs, percent } = await play({ silent: (ms) => ms > 40_000 });

  const asked = facts.filter(({ type }) => type === "asked");
  expect(told).toContain(at(asked[0]));
  expect(asked).toMatchObject([{ trigger: "not-proved", point: "5%" }]);
  // The first step lasts a minute, and once more a minute.
  expect(at(asked[0])).toBeGreaterThanOrEqual(2 * minute);
  expect(at(asked[0])).toBeLessThan(3 * minute);
  expect(record.verdict?.trigger).toBe("not-proved");
  expect(at(facts.find(({ type }) => type === "verdict")) - at(asked[0])).toBe(10 * minute);
  expect([record.state, percent]).toEqual(["rolled_back", 0]);
  expect(lastedMs).toBeLessThan(13 * minute);
});

it("who is asked may promote; the record says who did, and the next step is watched like any other (41)", async () => {
  const { record, facts, at } = await play({
    silent: (ms) => ms > 40_000 && ms < 5 * minute,
    people: [[4 * minute, "promote"]],
  });

  expect(record.state).toBe("completed");
  const decided = facts.find(({ type }) => type === "decided");
  expect(decided).toMatchObject({ point: "5%", by: "sarah" });
  // A request is heard within five seconds.
  expect(at(decided) - 4 * minute).toBeLessThan(6000);
  const watched = facts.filter((fact) => fact.type === "watched");
  expect(watched.map(({ point }) => point)).toEqual(["5%", "25%", "50%", "production"]);
  expect(watched[0]?.evidence[0]).toBe("Promoted by sarah: sarah wants it");
});

it("who is asked may roll back, and is obeyed within seconds (41)", async () => {
  const { record, facts, at } = await play({ silent: (ms) => ms > 40_000, people: [[4 * minute, "rollback"]] });

  expect(record).toMatchObject({ state: "rolled_back", verdict: { trigger: "manual" } });
  expect(at(facts.find(({ type }) => type === "verdict")) - 4 * minute).toBeLessThan(6000);
});

it("a proof that it is bad does not wait for the answer (41)", async () => {
  const { record, facts, at } = await play({
    silent: (ms) => ms > 40_000 && ms < 4 * minute,
    candidate: (ms) => (ms > 4 * minute ? { errors: 0.5 } : {}),
    perSecond: 100,
  });

  expect(facts.filter(({ type }) => type === "asked")).toHaveLength(1);
  expect(record.verdict?.trigger).toBe("error-rate-spike");
  expect(at(facts.find(({ type }) => type === "verdict"))).toBeLessThan(5 * minute);
});

it("a canary that does not get its share is held, not judged (41)", async () => {
  const { facts } = await play({ perSecond: 200, honoured: 0.2, people: [[4 * minute, "rollback"]] });

  expect(facts.find(({ type }) => type === "asked")).toMatchObject({
    trigger: "not-proved",
    reason: expect.stringContaining("does not get the share"),
  });
});

const alwaysTwoPercent = { errors: 0.02 };

it.each([
  ["is normal for a service that always has them", "", "completed"],
  ["is not, where the plain bound was asked for", "analysis: { strict: true }", "rolled_back"],
])("an error ratio of 2 %% %s (42)", async (_, config, end) => {
  const scene = { perSecond: 100, before: () => alwaysTwoPercent, candidate: () => alwaysTwoPercent };
  const { record, said } = await play({ ...scene, config });

  expect(record.state).toBe(end);
  if (end === "completed") expect(said.join("\n")).toContain("which v2.4.0 has itself");
  else
    expect(record.verdict).toMatchObject({ trigger: "not-proved", reason: expect.stringContaining("last five min") });
});

it.each(["blue-green", "rolling"] as const)(
  "the same holds for %s, where nothing serves beside it (42, 44)",
  async (strategy) => {
    const scene = { perSecond: 100, before: () => alwaysTwoPercent, candidate: () => alwaysTwoPercent };

    expect((await play({ ...scene, strategy })).record.state).toBe("completed");
  },
);

it("between normal and broken nobody goes on unasked: 3 %% of a first release (41, 42)", async () => {
  const { record, facts } = await play({ perSecond: 50, isFirst: true, candidate: () => ({ errors: 0.03 }) });

  expect(facts.find(({ type }) => type === "asked")).toMatchObject({ trigger: "not-proved" });
  expect(record.verdict?.trigger).toBe("not-proved");
});

const illForEver = (ms: number) => (ms > minute ? { errors: 0.3 } : {});
const illForTwoMinutes = (ms: number) => (ms > minute && ms < 3 * minute ? { errors: 0.3 } : {});

it("an incident of both versions holds the step for 15 minutes and alerts, then goes back as an incident (26)", async () => {
  const scene = { perSecond: 100, before: illForEver, candidate: illForEver };
  const { record, facts, at, told, percent } = await play(scene);

  expect(record.verdict?.trigger).toBe("incident");
  const verdict = facts.find(({ type }) => type === "verdict");
  const alerts = facts.filter(({ type }) => type === "incident-held");
  expect(alerts).toMatchObject([{ point: "5%", reason: expect.stringContaining("Both versions") }]);
  const [alert] = alerts;
  expect(told).toContain(at(alert));
  expect(record.warnings).toEqual([expect.stringContaining("INCIDENT")]);
  expect(Math.abs(at(verdict) - at(alert) - 15 * minute)).toBeLessThan(2000);
  expect(
    facts.filter(({ type }) => type === "traffic-shifted").map((fact) => "percent" in fact && fact.percent),
  ).toEqual([5, 0]);
  expect(percent).toBe(0);
});

it("the version before goes on answering probes while it is up: an incident after the switch is not the release's (26, 44)", async () => {
  const ill = { before: illForEver, candidate: illForEver };
  const { record } = await play({ ...ill, monitor: "probe", strategy: "blue-green" });

  expect(record.verdict?.trigger).toBe("incident");
});

it("an incident that ends lets the release go on (26)", async () => {
  const { record } = await play({ perSecond: 100, before: illForTwoMinutes, candidate: illForTwoMinutes });

  expect(record.state).toBe("completed");
});

it.each([
  [200, "completed"],
  [0.2, "rolled_back"],
])("where a proof is required, %d requests a second end %s (40)", async (perSecond, end) => {
  const { record } = await play({ perSecond, config: "analysis: { promote: { require: proof } }" });

  expect(record.state).toBe(end);
  if (end === "rolled_back")
    expect(record.verdict).toMatchObject({ trigger: "not-proved", reason: expect.stringContaining("proof") });
});

it("before a watch people are told what it can show", async () => {
  const { said } = await play({ perSecond: 50 });

  expect(said.filter((text) => text.includes("can show a version"))).toHaveLength(4);
});

it("while a person holds it, no time-out of its state ends it (37)", async () => {
  const { record, lastedMs } = await play({
    people: [
      [2 * minute, "hold"],
      [90 * minute, "promote"],
    ],
  });

  expect(record.state).toBe("completed");
  expect(lastedMs).toBeGreaterThan(100 * minute);
});

it.each([
  ["declared and silent", () => ({})],
  ["over its bound", () => ({ cpu: 0.93, memory: 0.4 })],
])("a resource that is %s asks people (14, 43)", async (_, resources) => {
  const { record, facts } = await play({ resources });

  expect(facts.find(({ type }) => type === "asked")).toMatchObject({ reason: expect.stringContaining("CPU") });
  expect(record.verdict?.trigger).toBe("not-proved");
});

it("what was used of CPU and memory is in the record; what nobody measures is said to be so (43)", async () => {
  const { record } = await play({ resources: () => ({ cpu: 0.5, memory: 0.4 }) });
  expect(record.state).toBe("completed");
  expect(record.watches[0]?.evidence).toContain("Of its limits it used: CPU at most 50 %, memory at most 40 %.");

  const other = await play({});
  expect(other.record.watches[0]?.notMeasured).toEqual(["cpu", "memory"]);
});
