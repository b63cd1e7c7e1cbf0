import { expect, it } from "@jest/globals";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";

import { foundCompany, impatient, type Company } from "./company.ts";
import { read, release } from "./drivers.ts";

async function planned(company: Company, ...args: readonly string[]): Promise<{ digest: string; output: string }> {
  const line = ["start", "--version=auto", "--dry-run", "--out=plan.json", ...args];
  const { code, output } = await release(company, line).ended;
  expect({ code, output }).toMatchObject({ code: 0 });
  const digest = /plan sha256:([0-9a-f]{64})/.exec(output)?.[1] ?? "none";
  return { digest, output };
}

it("a plan that people reviewed is what is released, though it lies in the clone, and its digest is in the record", async () => {
  const company = await foundCompany({ settings: impatient });
  const before = await company.refs();
  const { digest, output } = await planned(company);
  expect(output).toContain("To release exactly this: release start --plan=plan.json");
  expect(await company.refs()).toEqual(before);

  expect(await release(company, ["start", "--plan=plan.json", "--version=1.2.0"]).ended).toMatchObject({
    code: 2,
    output: expect.stringContaining("The plan says its own version: 1.1.0"),
  });
  expect(await release(company, ["start", "--plan=plan.json"]).ended).toMatchObject({ code: 3 });

  const { record } = await read(company, "v1.1.0");
  expect(record.plan).toMatchObject({ reviewedDigest: digest, baseBranch: "develop", releaseVersion: "1.1.0" });
  expect((await release(company, ["report", "v1.1.0"]).ended).output).toContain(digest);
});

it("a plan by its digest alone holds as fast: the same is released, anything else is not", async () => {
  const company = await foundCompany({ settings: impatient });
  const { digest } = await planned(company);
  await company.git("sarah", company.home, "clean", "--quiet", "--force", "plan.json");
  const other = `sha256:${"0".repeat(64)}`;

  const refused = await release(company, ["start", "--version=auto", `--plan=${other}`]).ended;
  expect(refused).toMatchObject({ code: 2, output: expect.stringContaining(`${"0".repeat(64)} → ${digest}`) });
  expect((await company.refs()).has("release/1.1.0")).toBe(false);

  expect(await release(company, ["start", "--version=auto", `--plan=sha256:${digest}`]).ended).toMatchObject({
    code: 3,
  });
});

it("a world that moved after the review is told line by line, and nothing is made", async () => {
  const company = await foundCompany({ settings: impatient });
  await planned(company);
  const sha = await company.push("develop", "feat: after the review", {
    "late.txt": "late\n",
    ".github/release-command.yml": (
      await readFile(path.join(company.home, ".github/release-command.yml"), "utf8")
    ).replace("wait: 0s", "wait: 1s"),
  });
  const before = await company.refs();

  const { code, output } = await release(company, ["start", "--plan=plan.json"]).ended;

  expect({ code, output }).toMatchObject({ code: 2 });
  expect(output).toContain("The plan is not what would be released now");
  expect(output).toMatch(new RegExp(`^baseSha: [0-9a-f]{40} → ${sha}$`, "m"));
  expect(output).toMatch(/^configDigest: [0-9a-f]{64} → [0-9a-f]{64}$/m);
  expect(await company.refs()).toEqual(before);

  await company.git("bot", company.home, "push", "--quiet", "origin", "HEAD:refs/tags/v1.0.5");
  const tagged = await release(company, ["start", "--plan=plan.json"]).ended;
  expect(tagged.output).toContain("previousTag: v1.0.0 → v1.0.5");
});

it("a plan is the same whoever makes it, and another one when the tag before it was moved", async () => {
  const company = await foundCompany({ settings: impatient });
  const early = await company.push("develop", "fix: early", { "early.txt": "early\n" });
  await company.push("develop", "feat: late", { "late.txt": "late\n" });
  const { digest } = await planned(company);
  const dryRun = ["start", "--version=auto", "--dry-run"];
  const theirs = await release(company, dryRun, { person: "marcus" }).ended;
  expect(theirs).toMatchObject({ code: 0, output: expect.stringContaining(`plan sha256:${digest}`) });

  await company.git("bot", company.home, "fetch", "--quiet", "origin");
  await company.git("bot", company.home, "push", "--quiet", "--force", "origin", `${early}:refs/tags/v1.0.0`);

  const { code, output } = await release(company, dryRun).ended;
  expect({ code, output }).toMatchObject({ code: 0, output: expect.stringContaining("plan sha256:") });
  expect(output).not.toContain(digest);
});

it.each<[string, (text: string) => string, string]>([
  ["is cut off", (text) => text.slice(0, -20), "it is not JSON"],
  ["was edited", (text) => text.replace('"targetBranch": "main"', '"targetBranch": "mine"'), "it was changed after it"],
  [
    "has a changelog of somebody else",
    (text) => text.replace('"changelog": "', '"changelog": "nice '),
    "changelog: its text",
  ],
  ["is something else", () => "{}", "format: "],
])("a plan that %s is refused", async (_, spoil, message) => {
  const company = await foundCompany();
  await planned(company);
  const file = path.join(company.home, "plan.json");
  await writeFile(file, spoil(await readFile(file, "utf8")));
  const before = await company.refs();

  const { code, output } = await release(company, ["start", "--plan=plan.json"]).ended;

  expect({ code, output }).toMatchObject({ code: 2, output: expect.stringContaining(message) });
  expect(output).not.toMatch(/\n\s+at /);
  expect(await company.refs()).toEqual(before);
});
