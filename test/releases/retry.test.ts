import { expect, it } from "@jest/globals";

import { retryRelease } from "#stages";

import { foundCompany, impatient, type Company } from "./company.ts";
import { approved, read, resume, start, workplaceIn } from "./drivers.ts";

async function retry(company: Company, id: string) {
  return retryRelease(await workplaceIn(company), { id }, () => undefined);
}

it("a release that a gate stopped is retried on its own record and branch, every gate again, and completes", async () => {
  const company = await foundCompany({ settings: [[["gates", "unit", "command"], "test -f fixed.txt && sh unit.sh"]] });
  expect(await start(company)).toEqual({ id: "v1.1.0", end: "failed" });
  const first = await read(company, "v1.1.0");
  expect(first.record.failure).toMatchObject({ failedState: "quality_gates", failedGate: "unit" });

  await company.push("develop", "fix: the unit tests", { "fixed.txt": "yes\n", "unit.sh": unit });
  expect(await approved(company, () => retry(company, "v1.1.0"))).toEqual({ id: "v1.1.0_2", end: "completed" });

  const { record, facts } = await read(company, "v1.1.0_2");
  expect(record.attempt).toBe(2);
  expect(record.plan.takesOver).toBe(first.record.branchHead);
  expect(facts.filter(({ type }) => type === "gate-finished")).toHaveLength(6);
  const after = await read(company, "v1.1.0");
  expect(after.facts).toEqual(first.facts);
  expect((await company.refs()).get("v1.1.0")).toBe(record.tag?.sha);
  await expect(retry(company, "v1.1.0")).rejects.toMatchObject({ code: "policy" });
});

const unit = "mkdir -p reports && cp checks/unit.xml reports/ && cp checks/coverage.lcov reports/unit.lcov\n";

it("a retry after a closed pull request opens a new one, and a retry while it is open goes on with the same", async () => {
  const company = await foundCompany({ settings: impatient });
  expect(await start(company)).toMatchObject({ end: "suspended" });
  await company.api("marcus", "PATCH", "pulls/1", { state: "closed" });
  expect(await resume(company, "v1.1.0")).toMatchObject({ end: "failed" });

  expect(await retry(company, "v1.1.0")).toEqual({ id: "v1.1.0_2", end: "suspended" });
  expect((await read(company, "v1.1.0_2")).record.pullRequest?.number).toBe(2);
  // Somebody's push spoils the second attempt too; its pull request stays open.
  const spoiled = await company.push("release/1.1.0", "feat: one more thing", { "more.txt": "more\n" });
  expect(await resume(company, "v1.1.0_2")).toMatchObject({ end: "failed" });

  await expect(retry(company, "v1.1.0")).rejects.toMatchObject({
    message: "Release branch release/1.1.0 already exists",
  });
  expect((await company.refs()).get("release/1.1.0")).toBe(spoiled);
  await company.git("bot", company.home, "push", "--quiet", "origin", `+${spoiled}^:refs/heads/release/1.1.0`);
  expect(await retry(company, "v1.1.0")).toEqual({ id: "v1.1.0_3", end: "suspended" });
  expect((await read(company, "v1.1.0_3")).record.pullRequest?.number).toBe(2);
});
