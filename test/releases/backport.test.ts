import { expect, it } from "@jest/globals";

import { releaseReport } from "#report";

import { foundCompany, type Company } from "./company.ts";
import { approved, beforeStep, read, release, resume, start, type DriverOptions } from "./drivers.ts";

/** A hotfix whose fix is there, from its start to its end. */
async function hotfix(company: Company, options: DriverOptions = {}) {
  await start(company, {}, { type: "hotfix", version: "1.0.1", from: "v1.0.0", to: "main" });
  await company.push("hotfix/1.0.1", "fix: say thank you", { "thanks.txt": "thank you\n" });
  return approved(company, () => resume(company, "v1.0.1", options));
}

const open = { protection: {} };
const show = (company: Company, revision: string, format = "%P") =>
  company.git("sarah", company.home, "show", "-s", `--format=${format}`, revision);

it("a completed hotfix is merged into develop, and says so in record, report and status", async () => {
  const company = await foundCompany();
  await company.govern(open);
  const before = (await company.refs()).get("develop");
  expect(await hotfix(company)).toMatchObject({ end: "completed" });

  const { record, facts } = await read(company, "v1.0.1");
  const refs = await company.refs();
  const words = `merged as ${refs.get("develop")?.slice(0, 7)}`;
  expect(releaseReport(facts)).toContain(`| Backport | merged to develop: ${words} |`);
  const status = await release(company, ["status", "v1.0.1"]).ended;
  expect(status.output).toContain(`backport to develop: ${words}`);
  expect(record.backport).toMatchObject({ into: "develop", via: "merge", sha: refs.get("develop") });
  await company.git("sarah", company.home, "fetch", "--quiet", "origin");
  expect((await show(company, "origin/develop")).trim()).toBe(`${before} ${record.merge?.sha}`);
  expect(await company.git("sarah", company.home, "show", "origin/develop:thanks.txt")).toBe("thank you\n");
});

it("a death after the push finds its own merge, and makes no second one", async () => {
  const company = await foundCompany();
  await company.govern(open);
  const died = new AbortController();
  const hooks: DriverOptions["hooks"] = {
    onEffect: async (phase, name) => {
      if (phase !== "after" || !name.endsWith("/backport")) return;
      died.abort(new Error("the machine is gone"));
      throw died.signal.reason;
    },
  };
  await expect(hotfix(company, { hooks, signal: died.signal })).rejects.toThrow();
  const merged = (await company.refs()).get("develop");
  const ahead = await company.push("develop", "feat: more", { "more.txt": "more\n" });

  expect(await resume(company, "v1.0.1")).toMatchObject({ end: "completed" });
  const { record } = await read(company, "v1.0.1");
  expect(record.backport).toMatchObject({ via: "merge", sha: merged });
  expect((await company.refs()).get("develop")).toBe(ahead);
});

it("who goes on after a death before the push makes the same commit", async () => {
  const company = await foundCompany();
  await company.govern(open);
  const died = new AbortController();
  const die = async () => {
    died.abort(new Error("the machine is gone"));
    throw died.signal.reason;
  };
  await expect(hotfix(company, { hooks: beforeStep("backport", die), signal: died.signal })).rejects.toThrow();
  await company.admin.clock({ advanceMs: 600_000 });

  expect(await resume(company, "v1.0.1")).toMatchObject({ end: "completed" });
  const { record } = await read(company, "v1.0.1");
  await company.git("sarah", company.home, "fetch", "--quiet", "origin");
  const committed = new Date((await show(company, "origin/develop", "%cI")).trim()).toISOString();
  expect(committed.slice(0, 19)).toBe(record.visits.at(-1)?.since.slice(0, 19));
});

it("what develop gained since the release began stays there", async () => {
  const company = await foundCompany();
  await company.govern(open);
  const end = hotfix(company, {
    hooks: beforeStep("backport", () => company.push("develop", "feat: more", { "more.txt": "more\n" })),
  });
  expect(await end).toMatchObject({ end: "completed" });
  await company.git("sarah", company.home, "fetch", "--quiet", "origin");
  expect(await company.git("sarah", company.home, "show", "origin/develop:more.txt")).toBe("more\n");
  expect(await company.git("sarah", company.home, "show", "origin/develop:thanks.txt")).toBe("thank you\n");
});

it("who pushes to develop in the very moment keeps the push, and the merge comes on top", async () => {
  const company = await foundCompany();
  await company.govern(open);
  let rival = "";
  const act = async () => {
    rival = await company.push("develop", "feat: more", { "more.txt": "more\n" });
  };

  expect(await hotfix(company, { rival: { branch: "develop", act } })).toMatchObject({ end: "completed" });

  const { record } = await read(company, "v1.0.1");
  expect(record.backport).toMatchObject({ via: "merge", sha: (await company.refs()).get("develop") });
  await company.git("sarah", company.home, "fetch", "--quiet", "origin");
  expect((await show(company, "origin/develop")).trim()).toBe(`${rival} ${record.merge?.sha}`);
});

it("a branch for the conflict that people work on already is offered as they have it", async () => {
  const company = await foundCompany();
  await company.govern(open);
  await company.push("develop", "feat: other thanks", { "thanks.txt": "thanks a lot\n" });
  let theirs = "";
  const hooks = beforeStep("backport", async () => {
    await company.git("sarah", company.home, "fetch", "--quiet", "origin");
    await company.git("bot", company.home, "push", "--quiet", "origin", "origin/main:refs/heads/backport/v1.0.1");
    theirs = await company.push("backport/v1.0.1", "fix: both thanks", { "thanks.txt": "thank you a lot\n" });
  });

  expect(await hotfix(company, { hooks })).toMatchObject({ end: "completed" });

  expect((await read(company, "v1.0.1")).record.backport).toMatchObject({ via: "pull-request" });
  expect((await company.refs()).get("backport/v1.0.1")).toBe(theirs);
  expect(await company.pulls()).toContainEqual(expect.objectContaining({ head: "backport/v1.0.1", state: "open" }));
});

it("where no pull request may be opened either, the release ends and says what a person has to do", async () => {
  const company = await foundCompany();
  await company.govern({ protection: { develop: { requiredApprovals: 1 } } });
  const hooks = beforeStep("backport", () =>
    company.admin.fault({
      match: { method: "POST", path: "/pulls$" },
      action: { status: 403, body: { message: "Resource not accessible by integration" } },
    }),
  );

  expect(await hotfix(company, { hooks })).toMatchObject({ end: "completed" });

  const { record } = await read(company, "v1.0.1");
  expect(record.backport).toMatchObject({
    via: "by-hand",
    reason: expect.stringMatching(/develop takes no push.*Do: git switch develop && git merge v1\.0\.1 && git push$/),
  });
  expect(record.warnings).toContainEqual(expect.stringMatching(/^v1\.0\.1 has to be brought to develop by hand/));
});

it("a conflict becomes a pull request with what was released, which the release does not wait for", async () => {
  const company = await foundCompany();
  await company.govern(open);
  await company.push("develop", "feat: other thanks", { "thanks.txt": "thanks a lot\n" });
  const before = (await company.refs()).get("develop");
  expect(await hotfix(company)).toMatchObject({ end: "completed" });

  const { record } = await read(company, "v1.0.1");
  expect(record.backport).toMatchObject({ into: "develop", via: "pull-request" });
  expect(record.backport?.reason).toContain("it conflicts in thanks.txt");
  const refs = await company.refs();
  expect(refs.get("develop")).toBe(before);
  expect(refs.get("backport/v1.0.1")).toBe(record.merge?.sha);
  expect(await company.pulls()).toContainEqual({ number: 3, head: "backport/v1.0.1", state: "open", isMerged: false });
});

it("a protected develop gets a pull request; a repository without develop needs nothing", async () => {
  const company = await foundCompany();
  const rule = { requiredApprovals: 1 };
  await company.govern({ protection: { develop: rule } });
  expect(await hotfix(company)).toMatchObject({ end: "completed" });
  expect((await read(company, "v1.0.1")).record.backport).toMatchObject({
    via: "pull-request",
    reason: expect.stringContaining("develop takes no push"),
  });

  const trunk = await foundCompany();
  await trunk.govern({ ...open, defaultBranch: "main" });
  await trunk.git("bot", trunk.home, "push", "--quiet", "origin", ":develop");
  expect(await hotfix(trunk)).toMatchObject({ end: "completed" });
  expect((await read(trunk, "v1.0.1")).record.backport).toMatchObject({
    into: "develop",
    via: "not-applicable",
    reason: "there is no branch develop",
  });
});
