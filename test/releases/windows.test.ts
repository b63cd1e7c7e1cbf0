import { expect, it } from "@jest/globals";

import { realClock } from "#http";
import type { Surroundings } from "#stages";

import { decree, foundCompany, type Company } from "./company.ts";
import { approved, read, resume, start } from "./drivers.ts";

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
