import { afterEach, beforeEach, expect, it } from "@jest/globals";
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
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
  GIT_CONFIG_GLOBAL: "/dev/null",
  // Nothing here may ask for them.
  GITHUB_TOKEN: undefined,
  GH_TOKEN: undefined,
};

let cwd = "";
beforeEach(async () => {
  // Blanks and quotes in a path reach the hook too.
  cwd = await mkdtemp(path.join(tmpdir(), "it's a clone "));
  await git("init", "--quiet", "--initial-branch=main");
});
afterEach(async () => {
  await rm(cwd, { recursive: true, force: true });
});

const git = (...args: readonly string[]) => run(["git", ...args], { cwd, env: people });
const commit = (message: string) => git("commit", "--quiet", "--allow-empty", "-m", message);
const lint = (...args: readonly string[]) =>
  run([process.execPath, "--disable-warning=ExperimentalWarning", main, "lint-commits", ...args], { cwd, env: people });

it("knows the types of the configuration, and no others", async () => {
  await mkdir(path.join(cwd, ".github"));
  const types = "[{ type: story, section: Stories }, { type: fix, section: Fixes }]";
  await writeFile(path.join(cwd, ".github/release-command.yml"), `changelog: { types: ${types} }\n`);

  await commit("story: a basket");
  expect(await lint("HEAD")).toMatchObject({ exitCode: 0 });

  await commit("stroy: a basket");
  const { exitCode, stdout } = await lint("HEAD");
  expect({ exitCode, stdout }).toMatchObject({ exitCode: 5, stdout: expect.stringContaining("Did you mean story: a") });

  await writeFile(path.join(cwd, ".github/release-command.yml"), "changelog: { kinds: [] }\n");
  expect(await lint("HEAD")).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("release-command.yml:1") });
});

it("looks at what came after the last release, without remote, token or network", async () => {
  await commit("whatever it was before");
  await git("tag", "v1.0.0");
  await commit("feat: a basket");
  expect(await lint()).toMatchObject({
    exitCode: 0,
    stdout: "1 commit in v1.0.0..HEAD: all follow Conventional Commits.\n",
  });

  await commit("fix:count once\nmore\u001b[2J");
  const { exitCode, stdout } = await lint();
  const sha = (await git("rev-parse", "--short=7", "HEAD")).stdout.trim();
  expect({ exitCode, stdout }).toEqual({
    exitCode: 5,
    stdout: [
      `${sha} fix:count once`,
      "  line 1: there is no space after the colon",
      "    Example: fix: count once",
      "  line 2: the body begins without a blank line",
      "    Leave line 2 empty.",
      "1 of 2 commits in v1.0.0..HEAD do not.",
      "",
    ].join("\n"),
  });
  expect((await lint("HEAD")).stdout).toContain("2 of 3 commits in HEAD do not.");
});

it.each(["no..such", "nowhere", "--all", "HEAD..", "-"])(
  "refuses the range %j, or looks at none of its commits",
  async (range) => {
    await commit("feat: a basket");

    const { exitCode, stderr } = await lint(range);

    expect([0, 2]).toContain(exitCode);
    expect(stderr).not.toMatch(/\n\s+at |Error:/);
  },
);

it("its hook stops a bad message and lets a good one pass, and says how to be rid of it", async () => {
  const { exitCode, stdout } = await lint("--install-hook");
  const hook = path.join(cwd, ".git", "hooks", "commit-msg");
  expect({ exitCode, stdout }).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("Remove it with: rm ") });
  expect((await stat(hook)).mode & 0o111).toBe(0o111);
  expect((await lint("--install-hook")).exitCode).toBe(0);

  const bad = await commit("a basket");
  expect(bad).toMatchObject({ exitCode: 1, stderr: expect.stringContaining("line 1: there is no type") });
  expect(bad.stderr).toContain("git commit --no-verify");
  expect(await commit("feat: a basket")).toMatchObject({ exitCode: 0 });
  expect(await commit("fixup! feat: a basket")).toMatchObject({ exitCode: 0 });
  expect((await git("log", "--format=%s")).stdout).toBe("fixup! feat: a basket\nfeat: a basket\n");

  await writeFile(path.join(cwd, "message"), "feat: a basket\n# fix:no comment\n# ---- >8 ----\nfix:no diff\n");
  expect(await lint("--message=message")).toMatchObject({ exitCode: 0, stdout: "" });
});

it("never writes over a hook of somebody's, nor into a folder of hooks that others share", async () => {
  const hook = path.join(cwd, ".git", "hooks", "commit-msg");
  await run(["mkdir", "-p", path.dirname(hook)]);
  await writeFile(hook, "#!/bin/sh\nexit 0\n");
  expect(await lint("--install-hook")).toMatchObject({
    exitCode: 2,
    stderr: expect.stringMatching(/There is a hook already: .*\nNothing was written\. Add this line to it: /),
  });
  expect(await readFile(hook, "utf8")).toBe("#!/bin/sh\nexit 0\n");

  await git("config", "core.hooksPath", "shared");
  const { exitCode, stderr } = await lint("--install-hook");
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("are kept in shared") });
  expect(await stat(path.join(cwd, "shared")).catch(() => "missing")).toBe("missing");
});
