import { afterEach, beforeEach, expect, it } from "@jest/globals";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { run } from "#process";

const main = fileURLToPath(new URL("../../packages/cli/main.ts", import.meta.url));
const people = {
  GIT_AUTHOR_NAME: "Ines",
  GIT_AUTHOR_EMAIL: "ines@acme.example",
  GIT_COMMITTER_NAME: "Ines",
  GIT_COMMITTER_EMAIL: "ines@acme.example",
  GIT_COMMITTER_DATE: "2026-01-01T00:00:00Z",
  GIT_CONFIG_GLOBAL: "/dev/null",
  // Nothing here may ask for them.
  GITHUB_TOKEN: undefined,
  GH_TOKEN: undefined,
};

let cwd = "";
beforeEach(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), "notes-"));
  await git("init", "--quiet", "--initial-branch=main");
  await commit("feat: a basket");
  await git("tag", "v1.0.0");
  await commit("fix: count once");
  await git("tag", "v1.0.1");
  await commit("feat(web): search");
  await commit("whatever");
});
afterEach(async () => {
  await rm(cwd, { recursive: true, force: true });
});

const git = (...args: readonly string[]) => run(["git", ...args], { cwd, env: people });
const commit = (message: string) => git("commit", "--quiet", "--allow-empty", "-m", message);
const changelog = (...args: readonly string[]) =>
  run([process.execPath, "--disable-warning=ExperimentalWarning", main, "changelog", ...args], { cwd, env: people });
const headings = (markdown: string) => markdown.split("\n").filter((line) => line.startsWith("#"));

it("writes what comes after the last release, and says on stderr what to look at", async () => {
  const { exitCode, stdout, stderr } = await changelog();

  expect(exitCode).toBe(0);
  expect(headings(stdout)).toEqual([
    "## Unreleased (2026-01-01)",
    "### Features",
    "### Other Changes",
    "### Contributors",
  ]);
  expect(stdout).toContain("- **web:** search (");
  expect(stderr).toMatch(/^1 of 2 commits do not follow Conventional Commits .*: [0-9a-f]{7} whatever\.\n$/);
});

it("writes every release, with links to where the clone came from and no secret of its address", async () => {
  await git("remote", "add", "origin", "https://ines:secret@github.com/acme/shop.git");

  const { stdout, stderr } = await changelog("--all", "--version=1.1.0");

  expect(headings(stdout).filter((line) => line.startsWith("## "))).toEqual([
    expect.stringMatching(/^## \[1\.1\.0\]\(https:\/\/github\.com\/acme\/shop\/compare\/v1\.0\.1\.\.\.[0-9a-f]{40}\)/),
    "## [1.0.1](https://github.com/acme/shop/compare/v1.0.0...v1.0.1) (2026-01-01)",
    "## 1.0.0 (2026-01-01)",
  ]);
  expect(stdout).not.toContain("secret");
  expect(stderr).toBe("");
});

it("writes a range as the configuration says", async () => {
  await mkdir(path.join(cwd, ".github"));
  await writeFile(
    path.join(cwd, ".github/release-command.yml"),
    "changelog: { types: [{ type: fix, section: Mended }], listUnconventional: false }\n",
  );

  const { stdout } = await changelog("v1.0.0..v1.0.1");

  expect(headings(stdout)).toEqual(["## 1.0.1 (2026-01-01)", "### Mended", "### Contributors"]);
});

it.each([
  [["v9.9.9..HEAD"], "There are no commits v9.9.9..HEAD in this clone"],
  [["--output=stolen"], "Unknown option --output"],
  [["HEAD", "--all"], "A range and --all are two different things"],
  [["--dry-run"], '--dry-run means nothing to "release changelog"'],
])("refuses %j in words", async (words, message) => {
  const { exitCode, stdout, stderr } = await changelog(...words);

  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  expect(stderr.split("\n")[0]).toBe(message);
  expect(stderr).not.toContain("    at ");
});

it("stops with its reader", async () => {
  const { stderr, exitCode } = await run(["sh", "-c", `'${process.execPath}' '${main}' changelog --all | head -c 1`], {
    cwd,
    env: people,
  });

  expect({ stderr: stderr.includes("    at "), exitCode }).toEqual({ stderr: false, exitCode: 0 });
});
