import { expect, it } from "@jest/globals";

import { wakeByEvent, watchJob } from "#stages";

import { decree, foundCompany, type Company } from "../releases/company.ts";
import { deliver, hireRunners, jobsOn, standard } from "./runners.ts";

const id = "v1.1.0";
const resume = { kind: "resume", id } as const;

/** Settings of the protected branch, put there as by an administrator. */
async function rule(company: Company, frozen: boolean): Promise<void> {
  const freezes = frozen ? [{ from: "01-01", to: "12-31", reason: "fair" }] : [];
  await company.govern({ protection: {} });
  await decree(company, [[["windows"], { production: { freezes } }]]);
  await company.govern({});
}

it("a freeze holds a run before people are asked and again after, and staging is checked again by its own job", async () => {
  const company = await foundCompany();
  const runners = hireRunners(company.world);
  const [first, second, third] = [7001, 7002, 7003].map((run) => jobsOn(runners, run));
  if (first === undefined || second === undefined || third === undefined) throw new Error("three runs");
  await first.validate(standard);
  await first.review(id, [deliver(await first.leg(id, "all"))]);
  await rule(company, true);

  expect(await first.staging(id)).toMatchObject({ outcome: "waiting", notes: [/frozen \(fair\)/].map(matching) });
  const machine = await runners.machine({ GITHUB_RUN_ID: "9001" });
  expect(await watchJob(machine, wakeByEvent(machine))).toMatchObject([{ did: "left" }]);
  await rule(company, false);
  expect(await watchJob(machine, wakeByEvent(machine))).toMatchObject([{ did: "woke", reason: "production is open" }]);

  expect(await second.validate(resume)).toMatchObject({ outcome: "go", resumeAt: "staging", approval: "ask" });
  expect(await second.staging(id)).toMatchObject({ outcome: "go" });
  await rule(company, true);
  expect(await second.production(id)).toMatchObject({ outcome: "waiting" });
  expect((await second.record(id)).record).toMatchObject({
    state: "production",
    suspended: { waitsFor: "window", environment: "production" },
  });
  expect(await company.traffic("production")).toEqual({ "v1.0.0": 100 });

  await company.admin.clock({ advanceMs: 2 * 3_600_000 });
  await rule(company, false);
  expect(await third.validate(resume)).toMatchObject({ outcome: "go", resumeAt: "staging", approval: "given" });
  expect(await third.staging(id)).toMatchObject({ outcome: "go" });
  expect(await third.staging(id)).toMatchObject({ outcome: "go" });
  expect(await third.validate(resume)).toMatchObject({ resumeAt: "production", approval: "given" });
  expect((await third.record(id)).record.smoke.map(({ environment, point }) => `${environment} ${point}`)).toEqual([
    "staging 0%",
    "staging 100%",
    "staging staging again 2",
  ]);
  expect(await third.production(id)).toMatchObject({ outcome: "verified" });
}, 240_000);

const matching = (text: RegExp): unknown => expect.stringMatching(text);

it("the form holds a release with a reason, and promotes it; sent again it is the same request", async () => {
  const company = await foundCompany();
  const runners = hireRunners(company.world);
  const first = jobsOn(runners, 7001);
  await first.validate(standard);
  const second = jobsOn(runners, 7002);
  const hold = { kind: "request", id, ask: "hold", reason: "the payment provider is down" } as const;

  for (let times = 0; times < 2; times += 1) await second.validate(hold);

  const { record } = await second.record(id);
  expect(record.requests).toMatchObject([{ kind: "hold", by: "sarah", reason: hold.reason }]);
  const third = jobsOn(runners, 7003);
  await third.validate({ ...hold, ask: "promote", reason: "it is up" });
  const evidence = [deliver(await third.leg(id, "all"))];
  expect(await third.review(id, evidence)).toMatchObject({ outcome: "go" });
  const { facts } = await third.record(id);
  expect(facts.filter(({ type }) => type === "answered")).toMatchObject([
    { outcome: "obeyed", reason: "ended by sarah" },
    { outcome: "obeyed", reason: "goes on" },
  ]);
}, 120_000);
