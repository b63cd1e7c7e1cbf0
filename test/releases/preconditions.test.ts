import { expect, it } from "@jest/globals";

import { rollBackRelease } from "#stages";

import { foundCompany, type Setting } from "./company.ts";
import { approved, beforeStep, read, release, start, workplaceIn } from "./drivers.ts";

const slow: readonly Setting[] = [[["environments", "production", "stepTime"], "60s"]];

it("in flight or completed, nothing is touched before the way back is proved; twice or by two at once it goes once", async () => {
  const company = await foundCompany({ settings: slow });
  const back = async (to: string | undefined, from = "v1.1.0", requestId = `to-${to}`) =>
    rollBackRelease(
      await workplaceIn(company, { env: { GITHUB_RUN_ID: requestId } }),
      { from, reason: "orders fail", requestId, ...(to === undefined ? {} : { to }) },
      () => undefined,
    );
  const refusals: string[] = [];
  const refused = async (to: string, from?: string) => {
    const fault = await back(to, from).then(
      () => "not refused",
      (thrown: unknown) => (thrown instanceof Error ? thrown.message : String(thrown)),
    );
    refusals.push(fault);
  };
  const hooks = beforeStep("production-watch-50%", async () => {
    await refused("v0.9.0");
    await refused("v1.1.0");
    await refused("v2.0.0");
    await refused("latest");
    await refused("v1.0.0", "v7.7.7");
    expect(await back("v1.0.0")).toBe("requested");
  });

  expect(await approved(company, () => start(company, { hooks }))).toMatchObject({ end: "rolled_back" });

  expect(refusals).toEqual([
    "v1.1.0 is in flight: it goes back to v1.0.0, not to v0.9.0",
    "v1.1.0 is the version that is to go",
    "v2.0.0 is newer than v1.1.0: that is no way back",
    '"latest" is no version to go back to',
    "There is no release v7.7.7",
  ]);
  const { facts } = await read(company, "v1.1.0");
  expect(facts.filter(({ type }) => type === "requested")).toHaveLength(1);
  await expect(back(undefined)).rejects.toThrow("Release v1.1.0 is rolled_back: it does not serve production");
}, 180_000);

it("a completed release goes back once, though two ask at the same instant and one asks again", async () => {
  const company = await foundCompany();
  expect(await approved(company, () => start(company))).toMatchObject({ end: "completed" });
  const other = await company.clone("other");
  const args = ["--rollback=v1.1.0", "--to=v1.0.0", "--reason=orders fail"];

  const both = await Promise.all([release(company, args).ended, release(company, args, { cwd: other }).ended]);

  const codes = both.map(({ code }) => code);
  expect(codes).toContain(4);
  expect(codes.filter((code) => code !== 4 && code !== 2)).toEqual([]);
  expect(await company.traffic("production")).toEqual({ "v1.0.0": 100 });
  const again = await release(company, args, { cwd: other }).ended;
  expect(again).toMatchObject({ code: 2 });
  expect(again.output).toContain("v1.1.0 serves nobody: there is nothing to bring back");
  const { journal } = await workplaceIn(company);
  expect((await journal.every()).map(({ id }) => id).filter((id) => id.includes("rollback"))).toEqual([
    "v1.1.0-rollback",
  ]);
}, 180_000);
