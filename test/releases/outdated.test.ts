import { expect, it } from "@jest/globals";

import { foundCompany, type Company } from "./company.ts";
import { approved, read, release, start } from "./drivers.ts";

const args = ["start", "--type=hotfix", "--version=1.0.1", "--base=v1.0.0", "--target=main"];

/** v1.1.0 served, and was taken back in production and on main. */
async function rolledBack(): Promise<Company> {
  const company = await foundCompany();
  await company.govern({ protection: {} });
  expect(await approved(company, () => start(company))).toMatchObject({ end: "completed" });
  const before = await company.refs();
  const early = await release(company, args).ended;
  expect(early).toMatchObject({ code: 2 });
  expect(early.output).toContain("Version 1.0.1 is not greater than v1.1.0, which serves production");
  expect(early.output).toContain("release rollback v1.1.0");
  expect(await company.refs()).toEqual(before);
  expect(await release(company, ["rollback", "v1.1.0", "--reason=orders fail"]).ended).toMatchObject({ code: 4 });
  return company;
}

const marcus = ["-c", "user.name=Marcus Weber", "-c", "user.email=marcus@acme.example"];
const fix = { "thanks.txt": "thank you\n" };

it("1.0.1 is refused while 1.1.0 serves, and goes to production once that went back; no number is used twice", async () => {
  const company = await rolledBack();
  expect(await release(company, args).ended).toMatchObject({ code: 3 });
  await company.merge("origin/main", "hotfix/1.0.1", fix);

  const ended = await approved(company, () => release(company, ["resume", "v1.0.1"]).ended);
  expect(ended).toMatchObject({ code: 0 });
  const { record } = await read(company, "v1.0.1");
  expect(record.deployments.get("production")).toMatchObject({ previous: "v1.0.0", percent: 100, status: "passed" });
  expect(await company.traffic("production")).toEqual({ "v1.0.1": 100 });
  for (const version of ["1.1.0", "1.0.1"]) {
    const again = await release(company, ["start", `--version=${version}`, "--from=develop", "--to=main"]).ended;
    expect(again).toMatchObject({ code: 2 });
    expect(again.output).toContain(`Version ${version} is used up: tag v${version} exists`);
  }
}, 240_000);

it("a hotfix that does not know what main has says where it conflicts, and goes on from there", async () => {
  const company = await rolledBack();
  expect(await release(company, args).ended).toMatchObject({ code: 3 });
  await company.push("hotfix/1.0.1", "fix: say thank you", fix);

  const stuck = await approved(company, () => release(company, ["resume", "v1.0.1"]).ended);
  expect(stuck).toMatchObject({ code: 3 });
  expect(stuck.output).toContain("hotfix/1.0.1 conflicts with main in CHANGELOG.md");
  const cwd = await company.clone("other", "hotfix/1.0.1");
  await company.git("bot", cwd, ...marcus, "merge", "--quiet", "--strategy-option=ours", "--no-edit", "origin/main");
  await company.git("bot", cwd, "push", "--quiet", "origin", "hotfix/1.0.1");
  const moved = await release(company, ["resume", "v1.0.1"]).ended;
  expect(moved).toMatchObject({ code: 5 });
  expect(moved.output).toContain("release retry v1.0.1");
  expect(await release(company, ["retry", "v1.0.1"]).ended).toMatchObject({ code: 3 });
  const pull = await company.world.findOpen();
  await company.api("aisha", "POST", `pulls/${pull?.number}/reviews`, { event: "APPROVE" });

  expect(await release(company, ["resume", "v1.0.1_2"]).ended).toMatchObject({ code: 0 });

  expect(await company.traffic("production")).toEqual({ "v1.0.1": 100 });
}, 240_000);
