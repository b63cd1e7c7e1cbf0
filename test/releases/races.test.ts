import { expect, it } from "@jest/globals";

import { askFor } from "#stages";

import { foundCompany, type Setting } from "./company.ts";
import { approved, beforeStep, read, release, resume, start, standard, workplaceIn } from "./drivers.ts";

const args = ["start", "--type=standard", "--version=1.1.0", "--from=develop", "--to=main"];

it("of two starts of one version at the same instant one drives, and the other is told who and how to go on", async () => {
  const company = await foundCompany();
  await company.govern({ users: { sarah: "maintain", aisha: "write", marcus: "maintain", "release-bot": "admin" } });
  const other = await company.clone("marcus");

  const both = await approved(company, () => {
    const processes = [release(company, args), release(company, args, { cwd: other, person: "marcus" })];
    return Promise.all(processes.map(({ ended }) => ended));
  });

  const [winner, loser] = both.toSorted((a, b) => (a.code ?? 9) - (b.code ?? 9));
  expect([winner?.code, loser?.code]).toEqual([0, 2]);
  const { record } = await read(company, "v1.1.0");
  expect(loser?.output).toMatch(new RegExp(`Release v1\\.1\\.0 is open.*${record.plan.initiatedBy}`));
  expect(loser?.output).toContain("release resume v1.1.0");
  expect((await company.pulls()).filter(({ head }) => head === "release/1.1.0")).toHaveLength(1);
  const refs = [...(await company.refs()).keys()];
  expect(refs.filter((name) => name.includes("1.1.0"))).toEqual(["release/1.1.0", "v1.1.0"]);
});

it("while one release has production the next waits, knows for whom, and completes after it", async () => {
  const company = await foundCompany();
  const ask = async (kind: "hold" | "promote") =>
    askFor(await workplaceIn(company), "v1.1.0", { kind, id: kind, reason: "a closer look" });
  const hold = beforeStep("production-smoke-50%", async () => ask("hold"));
  const isHeld = Promise.withResolvers<void>();
  const say = (text: string) => void (text.includes("held by sarah") && isHeld.resolve());
  const first = approved(company, () => start(company, { hooks: hold, say }));
  await Promise.race([isHeld.promise, first]);
  await company.merge("origin/main", "develop", { "next.txt": "next\n" });

  const other = { cwd: await company.clone("other") };
  const second = await approved(company, () => start(company, other, { ...standard, version: "1.2.0" }));

  expect(second).toEqual({ id: "v1.2.0", end: "suspended" });
  const { suspended } = (await read(company, "v1.2.0")).record;
  expect(suspended).toMatchObject({ waitsFor: "environment", command: "release resume v1.2.0" });
  expect(suspended?.reason).toContain("production belongs to release v1.1.0");
  expect(await company.traffic("production")).toEqual({ "v1.0.0": 50, "v1.1.0": 50 });
  await ask("promote");
  expect(await first).toEqual({ id: "v1.1.0", end: "completed" });
  expect(await resume(company, "v1.2.0", other)).toEqual({ id: "v1.2.0", end: "completed" });
  expect(await company.traffic("production")).toEqual({ "v1.2.0": 100 });
});

const briefLease: readonly Setting[] = [
  [["journal", "lease"], { ttl: "3s", renew: "1s", effect: "1s" }],
  [["environments", "production", "stepTime"], "1s"],
];

it("a driver that was stopped beyond its lease changes nothing when it wakes up after its successor", async () => {
  const company = await foundCompany({ settings: briefLease });
  const asleep = release(company, args);
  await approved(company, () => asleep.until("production: 50 % of traffic on v1.1.0"));
  asleep.signal("SIGSTOP");

  const successor = await release(company, ["resume", "v1.1.0"], { cwd: await company.clone("other") }).ended;
  expect(successor).toMatchObject({ code: 0 });
  const before = [await company.refs(), await company.pulls(), (await read(company, "v1.1.0")).facts];
  asleep.signal("SIGCONT");
  const { code, output } = await asleep.ended;

  expect([await company.refs(), await company.pulls(), (await read(company, "v1.1.0")).facts]).toEqual(before);
  expect(await company.traffic("production")).toEqual({ "v1.1.0": 100 });
  expect(output).toContain("Another process drives v1.1.0 now");
  expect(code).toBe(2);
});
