import { expect, it } from "@jest/globals";

import { planRelease } from "#stages";

import { foundCompany, type Company } from "./company.ts";
import { approved, read, release, start, workplaceIn } from "./drivers.ts";

/** Everything of `develop` is on `main`, where whoever may write may push. */
async function trunk(company: Company): Promise<void> {
  await company.govern({ protection: {} });
  await company.git("bot", company.home, "push", "--quiet", "origin", "develop:main");
}

it("without develop a release starts from main and ends there, and its rollback is a commit on main", async () => {
  const company = await foundCompany();
  await trunk(company);
  await company.git("bot", company.home, "push", "--quiet", "origin", "--delete", "develop");
  const cwd = await company.clone("trunk", "main");

  const ended = await approved(company, () => start(company, { cwd }, { type: "standard", version: "minor" }));

  expect(ended).toEqual({ id: "v1.1.0", end: "completed" });
  const { record } = await read(company, "v1.1.0");
  expect(record.plan).toMatchObject({ baseBranch: "main", targetBranch: "main", releaseBranch: "release/1.1.0" });
  expect((await company.refs()).get("v1.1.0")).toBe(record.merge?.sha);

  expect(await release(company, ["rollback", "v1.1.0"], { cwd }).ended).toMatchObject({ code: 4 });
  const { record: back } = await read(company, "v1.1.0-rollback");
  expect(back.rollback?.git).toMatchObject({ via: "commit" });
  await company.git("sarah", cwd, "fetch", "--quiet", "origin");
  expect(await company.git("sarah", cwd, "log", "--format=%s", "origin/main")).toContain("revert: release v1.1.0");
});

it.each(["trunk", "master", "stable/2026"])(
  "a default branch %s is source, target and what is rolled back",
  async (name) => {
    const company = await foundCompany();
    await company.git("bot", company.home, "push", "--quiet", "origin", `develop:refs/heads/${name}`);
    await company.govern({ protection: {}, defaultBranch: name });
    await company.git("bot", company.home, "push", "--quiet", "origin", "--delete", "develop", "main");
    const cwd = await company.clone("trunk", name);

    const ended = await approved(company, () => start(company, { cwd }, { type: "standard", version: "minor" }));

    expect(ended).toEqual({ id: "v1.1.0", end: "completed" });
    const { record } = await read(company, "v1.1.0");
    expect(record.plan).toMatchObject({ baseBranch: name, targetBranch: name });
    const refs = await company.refs();
    expect(refs.get("v1.1.0")).toBe(record.merge?.sha);
    expect([refs.has("main"), refs.has("develop")]).toEqual([false, false]);
    expect(await release(company, ["rollback", "v1.1.0"], { cwd }).ended).toMatchObject({ code: 4 });
    await company.git("sarah", cwd, "fetch", "--quiet", "origin");
    expect(await company.git("sarah", cwd, "log", "--format=%s", `origin/${name}`)).toContain("revert: release v1.1.0");
  },
);

it("a develop that the last release has left behind is not the source", async () => {
  const company = await foundCompany();
  await trunk(company);
  const tagged = await company.push("main", "fix: on main alone", { "main.txt": "main\n" });
  await company.git("sarah", company.home, "fetch", "--quiet", "origin");
  await company.git("bot", company.home, "push", "--quiet", "origin", `${tagged}:refs/tags/v1.0.5`);
  await company.push("main", "fix: after it", { "after.txt": "after\n" });

  const { plan, notes } = await planRelease(await workplaceIn(company), { type: "standard", version: "patch" });

  expect(plan).toMatchObject({ baseBranch: "main", targetBranch: "main", releaseVersion: "1.0.6" });
  expect(notes).toContain("branches: main → main (develop does not contain the last release)");
});
