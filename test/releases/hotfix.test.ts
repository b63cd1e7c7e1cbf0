import { expect, it } from "@jest/globals";

import { retryRelease, type StartCommand } from "#stages";

import { foundCompany, impatient } from "./company.ts";
import { approved, read, release, resume, standard, start, workplaceIn } from "./drivers.ts";

const args = ["start", "--type=hotfix", "--version=1.0.1", "--base=v1.0.0", "--target=main"];

it("a hotfix waits for its fix on a branch from the released tag, and brings only that to production by canary", async () => {
  const company = await foundCompany();
  const started = await release(company, args).ended;
  expect(started).toMatchObject({ code: 3 });
  const base = (await company.refs()).get("v1.0.0");
  expect((await company.refs()).get("hotfix/1.0.1")).toBe(base);
  expect((await read(company, "v1.0.1")).record.suspended).toMatchObject({
    waitsFor: "fix",
    command: "release resume v1.0.1",
  });
  expect(await release(company, ["resume", "v1.0.1"]).ended).toMatchObject({ code: 3 });

  await company.push("hotfix/1.0.1", "fix: say thank you", { "thanks.txt": "thank you\n" });
  const resumed = await approved(company, () => release(company, ["resume", "v1.0.1"]).ended);

  expect(resumed).toMatchObject({ code: 0 });
  const { record, facts } = await read(company, "v1.0.1");
  expect(facts.flatMap((fact) => (fact.type === "moved" ? [fact.to] : []))).toEqual([
    "quality_gates_fast",
    "review",
    "production_canary",
    "completed",
  ]);
  expect([...record.gates.keys()]).toEqual(["security", "unit", "smoke", "e2e"]);
  expect(facts.flatMap((fact) => (fact.type === "traffic-shifted" ? [fact.percent] : []))).toEqual([5, 25, 100]);
  expect(record.changelog).toContain("say thank you");
  expect(record.changelog).not.toContain("say which path was asked for");
  expect(await company.traffic("production")).toEqual({ "v1.0.1": 100 });
  expect(await company.traffic("staging")).toEqual({ "v1.0.0": 100 });
});

it("a hotfix that a person squashes onto a base that moved is not deployed: nothing has gated that tree", async () => {
  const company = await foundCompany();
  await company.govern({});
  await release(company, args).ended;
  await company.push("hotfix/1.0.1", "fix: say thank you", { "thanks.txt": "thank you\n" });
  await company.push("main", "feat: what nobody has tested", { "untested.txt": "new\n" });
  const running = release(company, ["resume", "v1.0.1"]);
  await running.until("waiting: the pull request needs");
  const pull = await company.world.findOpen();
  await company.api("bot", "PUT", `pulls/${pull?.number}/merge`, { merge_method: "squash" });

  expect(await running.ended).toMatchObject({ code: 5 });
  const { record } = await read(company, "v1.0.1");
  expect(record.failure?.failureReason).toContain("its gates did not see that tree");
  expect((await company.refs()).has("v1.0.1")).toBe(false);
  expect(await company.traffic("production")).toEqual({ "v1.0.0": 100 });
});

const wanted = { type: "hotfix", version: "1.0.1", from: "v1.0.0", to: "main" } as const;

it("a hotfix branch that is there is taken over with its fix when that is said, and refused when it is not", async () => {
  const company = await foundCompany({ settings: impatient });
  await company.git("bot", company.home, "push", "--quiet", "origin", "v1.0.0^{commit}:refs/heads/hotfix/1.0.1");
  const fixed = await company.push("hotfix/1.0.1", "fix: say thank you", { "thanks.txt": "thank you\n" });

  await expect(start(company, {}, wanted)).rejects.toMatchObject({
    code: "policy",
    message: "Release branch hotfix/1.0.1 already exists",
    hint: expect.stringContaining("--adopt"),
  });
  expect((await company.refs()).get("hotfix/1.0.1")).toBe(fixed);

  const adopted = await release(company, [...args, "--adopt"]).ended;
  expect(adopted).toMatchObject({ code: 3 });
  const { record, facts } = await read(company, "v1.0.1");
  expect(record.plan.takesOver).toBe(fixed);
  expect(record.changelog).toContain("say thank you");
  expect(facts.flatMap((fact) => (fact.type === "suspended" ? [fact.waitsFor] : []))).toEqual(["approval"]);
});

it("only a branch of a hotfix that descends from its base is adopted, and nothing is begun otherwise", async () => {
  const company = await foundCompany();
  const refused = (asked: StartCommand) => expect(start(company, {}, asked)).rejects;
  await refused({ ...wanted, adopt: true }).toMatchObject({
    code: "input",
    message: "There is no branch hotfix/1.0.1 to adopt",
  });
  await refused({ ...standard, adopt: true }).toMatchObject({
    code: "input",
    message: "Only the branch of a hotfix can be adopted",
  });
  const orphan = (await company.git("sarah", company.home, "commit-tree", "HEAD^{tree}", "-m", "fix: alone")).trim();
  await company.git("bot", company.home, "push", "--quiet", "origin", `${orphan}:refs/heads/hotfix/1.0.1`);
  await refused({ ...wanted, adopt: true }).toMatchObject({
    code: "policy",
    message: "Branch hotfix/1.0.1 does not descend from v1.0.0: it cannot be adopted",
  });
  expect((await company.refs()).get("hotfix/1.0.1")).toBe(orphan);
  await expect(read(company, "v1.0.1")).rejects.toThrow("there is no record");
});

it("a hotfix that a gate stopped is retried with one more commit on its branch", async () => {
  const company = await foundCompany({ settings: impatient });
  await start(company, {}, wanted);
  await company.push("hotfix/1.0.1", "fix: half of it", {
    "checks/unit.xml": "<testsuites><testsuite><testcase name='a'><failure/></testcase></testsuite></testsuites>\n",
  });
  expect(await resume(company, "v1.0.1")).toMatchObject({ end: "failed" });
  const more = await company.push("hotfix/1.0.1", "fix: the other half", { "thanks.txt": "thank you\n" });

  await retryRelease(await workplaceIn(company), { id: "v1.0.1" }, () => undefined);
  const { record } = await read(company, "v1.0.1_2");
  expect(record.plan.takesOver).toBe(more);
  expect(record.changelog).toContain("the other half");
});
