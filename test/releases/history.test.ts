import { expect, it } from "@jest/globals";

import { planRelease, type StartCommand } from "#stages";

import { foundCompany, impatient, type Company } from "./company.ts";
import { approved, read, release, start, workplaceIn } from "./drivers.ts";

async function plan(company: Company, command: Partial<StartCommand>) {
  return planRelease(await workplaceIn(company), { type: "standard", version: "auto", ...command });
}

async function push(company: Company, ...refspecs: readonly string[]): Promise<void> {
  await company.git("bot", company.home, "push", "--quiet", "origin", ...refspecs);
}

it("a release goes on from what was released: tags stay where they were put, numbers stay used, nothing is taken back", async () => {
  const company = await foundCompany();
  expect(await approved(company, () => start(company))).toMatchObject({ end: "completed" });
  const { record } = await read(company, "v1.1.0");
  await company.push("develop", "feat: the next thing", { "next.txt": "next\n" });

  const { plan: next } = await plan(company, { from: "develop", to: "main" });
  expect(next).toMatchObject({ releaseVersion: "1.2.0", previousTag: "v1.1.0" });
  await expect(plan(company, { type: "hotfix", version: "1.0.1", from: "v1.0.0" })).rejects.toMatchObject({
    code: "policy",
    message: "Version 1.0.1 is not greater than v1.1.0, which serves production",
  });

  await push(company, "--delete", "v1.1.0");
  await company.git("sarah", company.home, "tag", "--delete", "v1.1.0");
  await expect(plan(company, { version: "1.1.0", from: "develop", to: "main" })).rejects.toMatchObject({
    message: "Version 1.1.0 is used up: release v1.1.0 tagged it",
  });

  await push(company, `${record.plan.baseSha}:refs/tags/v1.1.0`);
  await expect(plan(company, { from: "develop", to: "main" })).rejects.toMatchObject({
    code: "policy",
    message: expect.stringContaining(
      `v1.1.0 was ${record.tag?.sha.slice(0, 7)} and is ${record.plan.baseSha.slice(0, 7)}`,
    ),
    hint: `Put them back. Example: git push --force origin ${record.tag?.sha}:refs/tags/v1.1.0`,
  });
});

it("a source without the last release is refused: it would take that back", async () => {
  const company = await foundCompany();
  await company.govern({ protection: {} });
  const fix = await company.push("main", "fix: on main alone", { "main.txt": "main\n" });
  await company.git("sarah", company.home, "fetch", "--quiet", "origin");
  await push(company, `${fix}:refs/tags/v1.0.5`);

  await expect(plan(company, { from: "develop", to: "main" })).rejects.toMatchObject({
    code: "policy",
    message: "develop does not contain v1.0.5: a release from it would take that one back",
    hint: "Merge it first: git switch develop && git merge v1.0.5",
  });

  await company.merge("origin/main", "develop", { "both.txt": "both\n" });
  expect((await plan(company, { from: "develop", to: "main" })).plan.previousTag).toBe("v1.0.5");
});

it("after a rollback the number below is right again, and the source need not contain what was taken back", async () => {
  const company = await foundCompany();
  expect(await approved(company, () => start(company))).toMatchObject({ end: "completed" });
  expect(await release(company, ["rollback", "v1.1.0"]).ended).toMatchObject({ code: 4 });

  const hotfix = await plan(company, { type: "hotfix", version: "1.0.1", from: "v1.0.0" });

  expect(hotfix.plan).toMatchObject({ releaseVersion: "1.0.1", baseBranch: "v1.0.0" });
});

it("a GitHub release or a draft of the number is in the way", async () => {
  const company = await foundCompany();
  await company.api("sarah", "POST", "releases", { tag_name: "v1.1.0", name: "by hand", draft: true });

  await expect(plan(company, {})).rejects.toMatchObject({
    code: "policy",
    message: expect.stringContaining("Version 1.1.0 is taken: a draft of a GitHub release of v1.1.0 exists"),
  });
});

it("whoever may only read sees the plan of a pull request's checkout, unclean as it is", async () => {
  const company = await foundCompany();
  const token = "ghs_job-that-may-read";
  await company.admin.user({ login: "aisha", token, readOnly: true });
  const cwd = await company.clone("pull");
  await company.git("sarah", cwd, "checkout", "--quiet", "--detach");
  await company.git("sarah", cwd, "commit", "--quiet", "--allow-empty", "-m", "feat: proposed");
  await company.git("sarah", cwd, "update-index", "--chmod=+x", "package.json");
  const before = await company.refs();
  const workplace = await workplaceIn(
    { ...company, world: { ...company.world, tokens: { ...company.world.tokens, sarah: token } } },
    { cwd },
  );

  const { plan: seen, notes } = await planRelease(workplace, { type: "standard", version: "auto", dryRun: true });

  expect(seen.releaseVersion).toBe("1.1.0");
  expect(notes.join("\n")).toContain("it would be refused: The work tree has changes");
  expect(await company.refs()).toEqual(before);
  await expect(planRelease(workplace, { type: "standard", version: "auto" })).rejects.toMatchObject({ code: "input" });
});

it("pre-releases are numbered one after another, contain each other, and end in the version they were of", async () => {
  const company = await foundCompany({ settings: [[["versions"], { prerelease: "rc" }], ...impatient] });
  await company.govern({ protection: {} });

  const first = await plan(company, { version: "prerelease" });
  expect(first.plan).toMatchObject({ tag: "v1.1.0-rc.1", releaseBranch: "release/1.1.0-rc.1", previousTag: "v1.0.0" });
  await company.git("sarah", company.home, "fetch", "--quiet", "origin");
  await push(company, "origin/develop:refs/tags/v1.1.0-rc.1");
  await expect(plan(company, { version: "prerelease" })).rejects.toMatchObject({
    message: "develop has nothing to release: no commit after v1.1.0-rc.1",
  });
  await company.push("develop", "fix: what rc.1 showed", { "rc.txt": "rc\n" });

  const second = await plan(company, { version: "prerelease" });
  expect(second.plan).toMatchObject({ releaseVersion: "1.1.0-rc.2", previousTag: "v1.1.0-rc.1" });
  expect(second.changelog.ledger.commits).toBe(1);

  const stable = await plan(company, { version: "auto" });
  expect(stable.plan).toMatchObject({ releaseVersion: "1.1.0", previousTag: "v1.0.0" });
  expect(stable.changelog.markdown).toContain("what rc.1 showed");
  expect(stable.changelog.ledger.commits).toBeGreaterThan(1);
});

it("a pre-release goes all the way, as one that is not the latest", async () => {
  const company = await foundCompany({ settings: [[["versions"], { prerelease: "rc" }]] });
  const command = { type: "standard", version: "prerelease", from: "develop", to: "main" } as const;

  expect(await approved(company, () => start(company, {}, command))).toEqual({ id: "v1.1.0-rc.1", end: "completed" });

  expect(await company.api("sarah", "GET", "releases/tags/v1.1.0-rc.1")).toMatchObject({
    prerelease: true,
    draft: false,
  });
  expect(await company.traffic("production")).toEqual({ "v1.1.0-rc.1": 100 });
});
