import { expect, it } from "@jest/globals";

import { releaseReport } from "#report";
import { declareEmergency, watchJob, type StartCommand } from "#stages";

import { decree, foundCompany, type Company } from "./company.ts";
import { approved, beforeStep, read, resume, standard, start, workplaceIn } from "./drivers.ts";

const second: StartCommand = { ...standard, version: "1.2.0" };

/** What v1.1.0 left on `main`, and one feature more, on `develop`. */
async function goOnDeveloping(company: Company): Promise<void> {
  await company.merge("origin/main", "develop", { "lib/next.js": "export const next = 1;\n" });
  await company.git("sarah", company.home, "pull", "--quiet", "--ff-only", "origin", "develop");
}

it("an emergency passes a freeze for its approver only, heads the report, and what it overtook is refused", async () => {
  const company = await foundCompany();
  await company.govern({ protection: {} });
  await decree(company, [
    [["windows"], { production: { freezes: [{ from: "01-01", to: "12-31", reason: "audit" }] } }],
  ]);
  await company.govern({});
  const emergency = "checkout is down, INC-7";
  expect(await approved(company, () => start(company))).toEqual({ id: "v1.1.0", end: "suspended" });
  expect((await read(company, "v1.1.0")).record.suspended?.reason).toBe(
    "production is frozen (audit); no window opens within a year (windows.production)",
  );

  await expect(
    declareEmergency(await workplaceIn(company), { id: "v1.1.0", emergency, requestId: "e0" }),
  ).rejects.toMatchObject({ code: "permission", message: /^sarah may not let a release pass windows and freezes/ });
  await goOnDeveloping(company);
  await expect(start(company, {}, { ...second, emergency })).rejects.toMatchObject({ code: "permission" });
  const urgent = () => start(company, { person: "bot" }, { ...second, emergency });
  expect(await approved(company, urgent)).toEqual({ id: "v1.2.0", end: "completed" });

  const { facts, record } = await read(company, "v1.2.0");
  expect(record.emergency).toMatchObject({ by: "release-bot", reason: emergency });
  expect(releaseReport(facts)).toMatch(
    /^# Release v1\.2\.0: [^\n]*\n\n## Emergency\n\nEMERGENCY, by release-bot: windows and freezes do not hold it: checkout is down, INC-7/,
  );
  const bot = await workplaceIn(company, { person: "bot" });
  for (const requestId of ["e1", "e1"]) await declareEmergency(bot, { id: "v1.1.0", emergency: "late", requestId });
  expect(await watchJob(await workplaceIn(company))).toMatchObject([
    { did: "may-go-on", reason: "a request waits, and nobody drives the release" },
  ]);
  expect(await resume(company, "v1.1.0", { person: "bot" })).toEqual({ id: "v1.1.0", end: "failed" });
  const overtaken = await read(company, "v1.1.0");
  expect(overtaken.record.failure?.failureReason).toBe(
    "v1.1.0 is outdated: production serves v1.2.0, which is not lower",
  );
  expect(overtaken.facts.filter(({ type }) => type === "emergency-declared")).toHaveLength(1);
  expect(await company.traffic("production")).toEqual({ "v1.2.0": 100 });
  expect(await company.traffic("staging")).toEqual({ "v1.2.0": 100 });
}, 240_000);

it("the second release waits for production without a lock, and is next when the first has ended", async () => {
  const company = await foundCompany();
  const said: string[] = [];
  let waiting: unknown;
  const hooks = beforeStep("production-watch-50%", async () => {
    await goOnDeveloping(company);
    const cwd = await company.clone("other");
    waiting = await approved(company, () => start(company, { cwd }, second));
  });

  const first = async () => start(company, { hooks, say: (text) => said.push(text) });
  expect(await approved(company, first)).toEqual({ id: "v1.1.0", end: "completed" });

  expect(waiting).toEqual({ id: "v1.2.0", end: "suspended" });
  expect((await read(company, "v1.2.0")).record).toMatchObject({
    state: "staging",
    suspended: { waitsFor: "environment", environment: "production", reason: "production belongs to release v1.1.0." },
  });
  expect(said).toContain("v1.2.0 is next for production: release resume v1.2.0");
  const both = await Promise.allSettled([resume(company, "v1.2.0"), resume(company, "v1.2.0")]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(await company.traffic("production")).toEqual({ "v1.2.0": 100 });
}, 240_000);
