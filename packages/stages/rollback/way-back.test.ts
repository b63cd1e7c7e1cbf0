import { expect, it } from "@jest/globals";

import type { Fact, FactBody } from "#machine";

import { play, type Play, type Played } from "../test/play.ts";

const minute = 60_000;

/** A version that is proved bad two minutes after the beginning, and what is then. */
const bad: Play = {
  untilBack: true,
  perSecond: 100,
  candidate: (ms) => (ms > minute ? { errors: 0.5 } : {}),
};
const afterwards = (ms: number) => ms > minute;

function phases({ facts }: Played): readonly string[] {
  return facts.flatMap((fact) => (fact.type === "rollback-moved" ? [fact.to] : []));
}

const allPhases = ["traffic_reversion", "smoke_test_verification", "health_monitoring", "rollback_completed"];

it("a rollback that works calls nobody", async () => {
  const played = await play(bad);

  expect(phases(played)).toEqual(allPhases);
  expect(played.record.escalation).toBeUndefined();
  expect(played.record.rollback?.health).toMatchObject({ healthChecks: "passing", errorRatio: 0 });
  // A probe would go on for ever, and its process with it.
  expect(played.watching).toBe(0);
});

it.each<[what: string, scene: Play, through: number, reason: string, shows: string]>([
  [
    "the platform refuses",
    { refuses: afterwards },
    1,
    "Traffic could not be reverted: The platform does not put traffic on v2.4.0",
    "v2.5.0: 5 % of traffic, healthy",
  ],
  [
    "the platform is unreachable",
    { unreachable: afterwards },
    1,
    "Traffic could not be reverted: The platform does not answer",
    "production does not answer: The platform does not answer",
  ],
  [
    "the version before is gone",
    { gone: afterwards },
    1,
    "Traffic could not be reverted: The platform does not put traffic on v2.4.0",
    "v2.5.0: 5 % of traffic, healthy",
  ],
  [
    "smoke tests fail afterwards",
    { smoke: ({ point }) => point !== "rollback" },
    2,
    "Smoke tests failed after the rollback: ",
    "v2.4.0: 100 % of traffic, healthy",
  ],
  [
    "health does not come back",
    { healthyBefore: (ms) => !afterwards(ms) },
    3,
    "Health did not return after the rollback: 3 health checks in a row failed",
    "v2.4.0: 100 % of traffic, not healthy",
  ],
  [
    "the platform stops answering while health is watched",
    { unreachable: (ms) => ms > 2 * minute },
    3,
    "Health did not return after the rollback: 3 health checks in a row failed",
    "production does not answer: The platform does not answer",
  ],
  [
    "the version before fails now as well",
    { before: (ms) => (ms > minute + 10_000 ? { errors: 0.4 } : {}) },
    3,
    "Health did not return after the rollback: ",
    "v2.4.0: 100 % of traffic, healthy",
  ],
])("%s: people are called, with what production shows and what to type", async (_, scene, through, reason, shows) => {
  const played = await play({ ...bad, ...scene });

  const { record } = played;
  expect(phases(played)).toEqual([...allPhases.slice(0, through), "escalation"]);
  expect(record.escalation?.reason).toContain(reason);
  expect(record.escalation?.shows).toContain(shows);
  expect(record.escalation?.manualSteps).toEqual(["put all traffic on v2.4.0"]);
});

it("a first release has nothing to go back to: people are told to go forward", async () => {
  const played = await play({ ...bad, isFirst: true });

  expect(played.record.escalation).toMatchObject({
    reason: expect.stringContaining("Cannot rollback, previous version"),
    manualSteps: [expect.stringContaining("--type=hotfix")],
  });
});

it("a platform that is away for a moment calls nobody", async () => {
  const played = await play({ ...bad, unreachable: (ms) => ms > 2 * minute && ms < 2.6 * minute });

  expect(phases(played)).toEqual(allPhases);
});

it("a platform that is away for a moment while a good version is watched takes nothing back", async () => {
  const { record } = await play({ unreachable: (ms) => ms > 10 * minute && ms < 10.6 * minute });

  expect(record.state).toBe("completed");
});

const unhealthy = { ...bad, healthyBefore: (ms: number) => !afterwards(ms) } as const;
const went = (to: string) => (fact: FactBody) => fact.type === "rollback-moved" && fact.to === to;
const finished = (name: string) => (fact: FactBody) => fact.type === "step-done" && fact.step.endsWith(`/${name}`);

it.each<[string, (fact: Fact) => boolean]>([
  ["as it begins", went("traffic_reversion")],
  ["traffic is back", finished("revert-traffic")],
  ["as smoke tests begin", went("smoke_test_verification")],
  ["smoke tests are done", finished("production-smoke-rollback")],
  ["as the watch begins", went("health_monitoring")],
  ["in the watch", ({ type, at }) => type === "watching" && Date.parse(at) > 0],
  ["the watch is over", finished("production-watch-rollback")],
  ["health is recorded", ({ type }) => type === "health-validated"],
  ["it is over", went("rollback_completed")],
])("death, %s: a good rollback ends well and a bad one calls people, each once", async (_, diesWith) => {
  const good = await play({ ...bad, diesWith });
  expect(phases(good)).toEqual(allPhases);
  expect([good.record.escalation, good.percent]).toEqual([undefined, 0]);

  const ill = await play({ ...unhealthy, diesWith });
  expect(phases(ill)).toEqual([...allPhases.slice(0, 3), "escalation"]);
  expect(ill.facts.filter(({ type }) => type === "escalated")).toHaveLength(1);
});

it.each<[string, (fact: Fact) => boolean]>([
  ["it is recorded", ({ type }) => type === "escalated"],
  ["the phase has changed", went("escalation")],
])("death of an escalation when %s: it is told once", async (_, diesWith) => {
  const played = await play({ ...bad, refuses: afterwards, diesWith });

  expect(phases(played)).toEqual(["traffic_reversion", "escalation"]);
  expect(played.facts.filter(({ type }) => type === "escalated")).toHaveLength(1);
});

/** Nobody answered, so it goes back though nothing was proved; and then the version before is ill. */
it("a health that does not return is told after a death too, whatever the release went back for", async () => {
  const ill: Play = {
    untilBack: true,
    perSecond: 100,
    silent: (ms) => ms > 40_000 && ms < 13 * minute,
    healthyBefore: (ms) => ms < 12 * minute,
  };
  const whole = await play(ill);
  expect(whole.record).toMatchObject({ verdict: { trigger: "not-proved" }, rollback: { phase: "escalation" } });

  const died = await play({ ...ill, diesWith: finished("production-watch-rollback") });

  expect(died.record.escalation?.reason).toBe(whole.record.escalation?.reason);
});

it("a rollback that cannot be proved healthy is a warning, after a death too", async () => {
  const scene: Play = { ...bad, silent: (ms) => ms > 90_000 };

  for (const end of [{}, { diesWith: finished("production-watch-rollback") }]) {
    const { record } = await play({ ...scene, ...end });
    expect(record.warnings.join()).toContain("Not proved healthy after the rollback: ");
    expect(record.rollback?.phase).toBe("rollback_completed");
  }
});
