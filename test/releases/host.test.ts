import { expect, it } from "@jest/globals";

import { foundCompany, type Company } from "./company.ts";
import { approved, beforeStep, hurried, read, resume, start } from "./drivers.ts";

/** The API answers 500 to everything; git goes on. */
async function breakApi({ admin }: Company): Promise<void> {
  await admin.fault({ match: { git: false }, action: { status: 500 } });
}

it("a code host that keeps failing during the review suspends the release, which goes on when it is well again", async () => {
  const company = await foundCompany();
  const hooks = beforeStep("open-pull-request", () => breakApi(company));

  expect(await start(company, { hooks, clock: hurried })).toEqual({ id: "v1.1.0", end: "suspended" });

  await company.admin.clearFaults();
  const { record } = await read(company, "v1.1.0");
  expect(record.suspended).toMatchObject({ waitsFor: "service", command: "release resume v1.1.0" });
  expect(record.suspended?.reason).toContain("500");
  expect(await approved(company, () => resume(company, "v1.1.0"))).toEqual({ id: "v1.1.0", end: "completed" });
  expect(await company.pulls()).toMatchObject([{ number: 1, isMerged: true }, { head: "release-command/records" }]);
});

it("with the whole API down the traffic of a bad version goes back all the same, and git is reverted afterwards", async () => {
  const company = await foundCompany({ fault: "production-errors" });
  const hooks = beforeStep("production-shift-50", () => breakApi(company));

  const ended = await approved(company, () => start(company, { hooks, clock: hurried }));

  expect(ended).toEqual({ id: "v1.1.0", end: "suspended" });
  expect(await company.traffic("production")).toEqual({ "v1.0.0": 100 });
  await company.admin.clearFaults();
  const { record } = await read(company, "v1.1.0");
  expect(record).toMatchObject({ state: "rolled_back", suspended: { waitsFor: "service" } });
  expect(record.rollback?.phase).toBe("rollback_completed");
  expect(await resume(company, "v1.1.0")).toEqual({ id: "v1.1.0", end: "rolled_back" });
  expect((await read(company, "v1.1.0")).record.rollback?.git?.via).toBe("pull-request");
});
