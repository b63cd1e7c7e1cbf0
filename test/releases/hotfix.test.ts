import { expect, it } from "@jest/globals";

import { foundCompany } from "./company.ts";
import { approved, read, release } from "./drivers.ts";

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
