import { expect, it } from "@jest/globals";

import { rollBackRelease } from "#stages";

import { foundCompany, type Company } from "./company.ts";
import { approved, read, release, resume, start, workplaceIn, type DriverOptions } from "./drivers.ts";

const branch = { protection: {} };

async function released(mergeMethods: readonly ("merge" | "squash" | "rebase")[]): Promise<Company> {
  const company = await foundCompany();
  await company.govern({ ...branch, mergeMethods: [...mergeMethods] });
  await company.push("develop", "feat: say when", { "when.txt": "now\n" });
  await company.push("develop", "feat: say where", { "where.txt": "here\n" });
  expect(await approved(company, () => start(company))).toMatchObject({ end: "completed" });
  return company;
}

const rollBack = (company: Company) => release(company, ["rollback", "v1.1.0", "--reason=orders fail"]).ended;

it.each([["merge"], ["squash"], ["rebase"]] as const)(
  "everything that a %s merge brought is reverted in one commit, and nothing else",
  async (method) => {
    const company = await released([method]);
    await company.push("main", "docs: what came after", { "after.txt": "stays\n" });

    expect(await rollBack(company)).toMatchObject({ code: 4 });

    const { record } = await read(company, "v1.1.0-rollback");
    expect(record.rollback?.git).toMatchObject({ via: "commit" });
    await company.git("sarah", company.home, "fetch", "--quiet", "--tags", "origin");
    const changed = await company.git("sarah", company.home, "diff", "--name-only", "v1.0.0", "v1.1.0-rollback");
    expect(
      changed
        .trim()
        .split("\n")
        .filter((path) => !path.startsWith("docs/")),
    ).toEqual(["CHANGELOG.md", "after.txt"]);
    const subjects = await company.git("sarah", company.home, "log", "--format=%s", "-2", "v1.1.0-rollback");
    expect(subjects).toBe("docs(changelog): mark v1.1.0 as rolled back\nrevert: release v1.1.0\n");
  },
);

it("who pushes in the very moment keeps the push; a death after ours finds it, and makes no second revert", async () => {
  const company = await released(["squash"]);
  const died = new AbortController();
  const hooks: DriverOptions["hooks"] = {
    onEffect: async (phase, name) => {
      if (phase !== "after" || !name.endsWith("/git-revert")) return;
      died.abort(new Error("the machine is gone"));
      throw died.signal.reason;
    },
  };
  const act = () => company.push("main", "docs: what came between", { "between.txt": "stays\n" });
  const workplace = await workplaceIn(company, { rival: { branch: "main", act }, hooks, signal: died.signal });
  const wanted = { from: "v1.1.0", reason: "orders fail", requestId: "r1" };

  await expect(rollBackRelease(workplace, wanted, () => undefined)).rejects.toThrow();
  const reverted = (await company.refs()).get("main");
  expect(await resume(company, "v1.1.0-rollback")).toMatchObject({ end: "rolled_back" });

  const { record } = await read(company, "v1.1.0-rollback");
  expect(record.rollback?.git).toMatchObject({ via: "commit", revertCommit: reverted });
  await company.git("sarah", company.home, "fetch", "--quiet", "--tags", "origin", "main");
  const log = await company.git("sarah", company.home, "log", "--format=%s", "v1.1.0..FETCH_HEAD");
  const subjects = log.split("\n").filter((subject) => !subject.startsWith("docs(release)") && subject !== "");
  expect(subjects.filter((subject) => subject === "revert: release v1.1.0")).toHaveLength(1);
  expect(subjects).toContain("docs: what came between");
});

it("a revert that conflicts is said, with the commands for a person", async () => {
  const company = await released(["rebase"]);
  const before = (await read(company, "v1.1.0")).record.merge?.sha ?? "";
  const main = await company.push("main", "feat: elsewhere", { "where.txt": "there\n" });

  expect(await rollBack(company)).toMatchObject({ code: 4 });

  const { record } = await read(company, "v1.1.0-rollback");
  expect(record.rollback?.git?.via).toBe("conflict");
  const said = record.warnings.find((warning) =>
    warning.startsWith("v1.1.0 could not be reverted on main: it conflicts in where.txt"),
  );
  expect(said).toMatch(
    new RegExp(
      `Do: git switch -c revert/v1.1.0 origin/main && git revert --no-commit [0-9a-f]{40}\\.\\.${before} && git commit$`,
    ),
  );
  await company.git("sarah", company.home, "fetch", "--quiet", "origin", "main");
  expect(await company.git("sarah", company.home, "show", `${main}:where.txt`)).toBe("there\n");
});
