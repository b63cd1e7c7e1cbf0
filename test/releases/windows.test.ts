import { expect, it } from "@jest/globals";

import { realClock } from "#http";
import { redeploy, rollBackRelease, watchJob, type Surroundings } from "#stages";

import { decree, foundCompany, type Company } from "./company.ts";
import { approved, read, resume, standard, start, workplaceIn } from "./drivers.ts";

const id = "v1.1.0";
const hourMs = 3_600_000;

/** The host's clock and that of the machine, moved forward together. */
async function later(company: Company, ms: number): Promise<Surroundings["clock"]> {
  await company.admin.clock({ advanceMs: ms });
  return { now: () => realClock.now() + ms, sleep: (wait, signal) => realClock.sleep(wait, signal) };
}

/** Settings of the protected branch, put there as by an administrator. */
async function rule(company: Company, ...settings: Parameters<typeof decree>[1]): Promise<void> {
  await company.govern({ protection: {} });
  await decree(company, settings);
  await company.govern({});
}

const at = (ms: number) => new Date(realClock.now() + ms).toISOString().slice(0, 16);

const freeze = (fromMs: number, toMs: number) => {
  return [
    ["windows"],
    { zone: "UTC", production: { freezes: [{ from: at(fromMs), to: at(toMs), reason: "fair" }] } },
  ] as const;
};

it("waits in front of a frozen production, says until when, and is checked in staging again before it goes on", async () => {
  const company = await foundCompany();
  await rule(company, freeze(-hourMs, 2 * hourMs));

  expect(await approved(company, () => start(company))).toEqual({ id, end: "suspended" });

  const waiting = await read(company, id);
  expect(waiting.record).toMatchObject({
    state: "staging",
    suspended: { waitsFor: "window", environment: "production", until: expect.stringContaining("T") as unknown },
  });
  expect(waiting.record.suspended?.reason).toMatch(/^production is frozen \(fair\); it opens \w{3} [\d: -]+ UTC$/);
  expect(await resume(company, id)).toEqual({ id, end: "suspended" });
  expect(await company.traffic("production")).toEqual({ "v1.0.0": 100 });

  expect(await resume(company, id, { clock: await later(company, 2 * hourMs + 60_000) })).toEqual({
    id,
    end: "completed",
  });
  const { record } = await read(company, id);
  expect(record.smoke.filter(({ environment }) => environment === "staging").map(({ point }) => point)).toEqual([
    "0%",
    "100%",
    "staging again 2",
  ]);
}, 120_000);

it("begins production not before its time, and ends when that is over", async () => {
  const company = await foundCompany();
  const schedule = { notBefore: at(2 * hourMs) + "Z", expires: at(3 * hourMs) + "Z", zone: "Europe/Berlin" };
  const early = { ...standard, schedule: { ...schedule, expires: at(-hourMs) + "Z" } };
  await expect(start(company, {}, early)).rejects.toMatchObject({ code: "input", message: /^expires: .* is over$/ });

  expect(await approved(company, () => start(company, {}, { ...standard, schedule }))).toEqual({
    id,
    end: "suspended",
  });

  const { record } = await read(company, id);
  expect(record.plan.schedule).toEqual(schedule);
  expect(record.suspended?.reason).toMatch(/^it is scheduled for .* GMT\+[12] \(.* UTC\)$/);
  const [seen] = await watchJob(await workplaceIn(company));
  expect(seen).toMatchObject({ did: "left", reason: record.suspended?.reason });
  await company.admin.clock({ advanceMs: 2 * hourMs + 60_000 });
  expect(await watchJob(await workplaceIn(company))).toMatchObject([{ did: "may-go-on" }]);
  const clock = await later(company, hourMs);
  const over = { ...clock, now: () => clock.now() + 2 * hourMs + 60_000 };
  expect(await resume(company, id, { clock: over })).toEqual({ id, end: "failed" });
  expect((await read(company, id)).record.failure?.failureReason).toMatch(/^It was to be in production before/);
  expect(await company.traffic("staging")).toEqual({ "v1.0.0": 100 });
}, 240_000);

it("never holds back a rollback or a re-deploy", async () => {
  const company = await foundCompany();
  expect(await approved(company, () => start(company))).toEqual({ id, end: "completed" });
  await rule(company, freeze(-hourMs, 2 * hourMs));

  const again = { environment: "production", reason: "the machine was lost" } as const;
  expect(await redeploy(await workplaceIn(company), again, () => undefined)).toMatchObject({ end: "redeployed" });
  const back = { from: id, reason: "orders fail", requestId: "r1" };
  const end = await rollBackRelease(await workplaceIn(company), back, () => undefined);

  expect(end).toEqual({ id: `${id}-rollback`, end: "rolled_back" });
  expect(await company.traffic("production")).toEqual({ "v1.0.0": 100 });
}, 120_000);
