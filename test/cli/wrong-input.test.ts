import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import { createServer } from "node:net";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { connectGitHub, createWorld, type World } from "../../packages/testbed/index.ts";
import { cloneOf, footprint, git, release, type Ended } from "./world.ts";

jest.setTimeout(30_000);

let root = "";
let world: World;
let before: unknown;

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), "release-cli-"));
  world = await createWorld({ directory: path.join(root, "world"), minimal: true });
  await git(world, world.repositoryDirectory, "push", "--quiet", "origin", "develop:refs/heads/release/1.2.0");
  before = await footprint(world);
}, 60_000);

afterAll(async () => {
  await world.stop();
  await rm(root, { recursive: true, force: true });
}, 20_000);

/** One clear message with an example, exit 2, and the world as it was. */
async function expectRefused(ended: Ended, message: string, hint: string, code = 2): Promise<void> {
  expect({ code: ended.code, stdout: ended.stdout }).toEqual({ code, stdout: "" });
  expect(ended.stderr).toContain(message);
  expect(ended.stderr).toContain(hint);
  expect(ended.stderr).not.toMatch(/\n\s+at |Error:|undefined|\[object/);
  expect(await footprint(world)).toEqual(before);
}

const good = ["start", "--version=1.1.0", "--from=develop", "--to=main"];

describe("what was typed", () => {
  it.each<[string, string, string]>([
    ["start --version=1.1", "Version must follow semantic versioning (X.Y.Z)", "--version=2.5.0"],
    ["start --version=v1.1.0", "Version must follow semantic versioning (X.Y.Z)", "--version=2.5.0"],
    ["start --version=1.1.0 --from=develp", "Source branch 'develp' not found", "--from=main"],
    ["start --version=1.1.0 --to=mian", "Target branch 'mian' not found", "--to=main"],
    ["start --version=1.2.0 --from=develop", "Release branch release/1.2.0 already exists", "--version=patch"],
    ["start --version=1.1.0 --type=rolling", 'Unknown value "rolling" for --type', "--type=standard"],
    ["start --verson=1.1.0", "Unknown option --verson", "Did you mean --version?"],
    ["start --version=1.1.0 --from=a --base=b", "--from and --base are two words for one thing", "--from=a"],
    ["start --version=1.0.0", "Version 1.0.0 is used up: tag v1.0.0 exists", "--version=patch"],
    ["start --version=0.9.0", "Version 0.9.0 is not greater than the last release, 1.0.0", "--version=1.0.1"],
    [
      "start --version=1.0.1",
      "Version 1.0.1 is too low: the commits since 1.0.0 contain a new feature",
      "--version=auto",
    ],
    ["start --version=1.1.0 --from=main", "main has nothing to release: no commit after v1.0.0", "--from=develop"],
    ["start --version=1.1.0 --changelog=none.md", "none.md cannot be read", "--changelog=docs/"],
    ["start --type=hotfix --version=1.0.1", "A hotfix needs its base", "--base=v2.5.0"],
    ["start --type=hotfix --version=1.0.1 --base=v0.1.0", "Base tag 'v0.1.0' not found", "--base=v2.5.0"],
    ["resume v9.9.9", "There is no release v9.9.9", "release start --version=auto"],
    ["rollback v9.9.9", "There is no release v9.9.9", "release start --version=auto"],
    ["abort v9.9.9 --reason=x", "There is no release v9.9.9", "release start --version=auto"],
  ])("release %s: %s", async (line, message, hint) => {
    await expectRefused(await release(world, line.split(" ")), message, hint);
  });
});

describe("who asks", () => {
  it("needs a token", async () => {
    const ended = await release(world, good, { env: { GITHUB_TOKEN: undefined, GH_TOKEN: undefined } });

    await expectRefused(ended, "No token for the code host: GITHUB_TOKEN is not set", "export GITHUB_TOKEN=");
  });

  it("needs a valid token, and never shows it", async () => {
    const ended = await release(world, good, { env: { GITHUB_TOKEN: "ghp_stolen" } });

    await expectRefused(ended, "GitHub said 401: Bad credentials", "export GITHUB_TOKEN=");
    expect(ended.stderr).not.toContain("ghp_stolen");
  });

  it.each([good, ["resume", "v1.1.0"], ["hold", "v1.1.0", "--reason=x"]])("needs a role to %s", async (...args) => {
    const ended = await release(world, args, { env: { GITHUB_TOKEN: world.tokens.aisha } });

    if (args[0] === "resume") return expectRefused(ended, "There is no release v1.1.0", "");
    const message = `aisha may not ${args[0]} a release: the role in the repository is write, and roles.releaseManager is admin, maintain`;
    await expectRefused(ended, message, "Ask somebody of roles.releaseManager of .github/release-command.yml on main");
    expect(ended.stderr).toContain("The attempt was noted.");
    const audit = await release(world, ["audit", "verify"]);
    expect([audit.code, audit.stdout]).toEqual([0, expect.stringMatching(/^Denied: aisha, .* times \(.*start/m)]);
  });

  it("shows a dry run to whoever may read", async () => {
    const { admin } = await connectGitHub(world.githubUrl);
    await admin.user({ login: "guest", name: "Guest", token: "ghp_guest_only_reads" });
    const [owner = "", name = ""] = world.repository.split("/");
    const roles = { sarah: "maintain", aisha: "write", marcus: "write", ines: "write", "release-bot": "admin" };
    const users = { ...roles, guest: "read" };
    await admin.repository({ owner, name, defaultBranch: "main", users, environments: ["staging", "production"] });

    const ended = await release(world, [...good, "--dry-run"], { env: { GITHUB_TOKEN: "ghp_guest_only_reads" } });

    expect([ended.code, ended.stderr]).toEqual([0, ""]);
    expect(ended.stdout).toContain("Would release v1.1.0 (standard)");
    expect(ended.stdout).toContain("gates: security → dod → unit → integration → smoke → e2e");
    expect(ended.stdout).toMatch(/## \[1\.1\.0\].*\(\d{4}-\d\d-\d\d\)/);
    expect(ended.stdout).toContain("Nothing was changed.");
    expect(await footprint(world)).toEqual(before);
  });
});

describe("where it runs", () => {
  it("needs a clone", async () => {
    const ended = await release(world, good, { cwd: root });

    await expectRefused(ended, "this directory is not a git repository", "--directory path/to/clone");
  });

  it("can be told where the clone is", async () => {
    const ended = await release(world, ["status", `--directory=${world.repositoryDirectory}`], { cwd: root });

    expect([ended.code, ended.stdout]).toEqual([0, expect.stringContaining("No release is running")]);
  });

  it("needs a remote", async () => {
    const clone = await cloneOf(world, "lonely");
    await git(world, clone, "remote", "remove", "origin");

    await expectRefused(await release(world, good, { cwd: clone }), 'no remote "origin"', "git remote add origin");
  });

  it("needs a clean work tree", async () => {
    const clone = await cloneOf(world, "dirty");
    await writeFile(path.join(clone, "README.md"), "changed");
    await writeFile(path.join(clone, "new.txt"), "new");

    await expectRefused(await release(world, good, { cwd: clone }), "README.md, new.txt", "Example: git stash");
  });

  it("needs the history", async () => {
    const clone = path.join(root, "shallow");
    await mkdir(clone);
    const url = `${world.githubUrl}/${world.repository}.git`;
    await git(world, root, "clone", "--quiet", "--depth=1", "--branch=develop", url, clone);

    await expectRefused(await release(world, good, { cwd: clone }), "This clone is shallow", "git fetch --unshallow");
  });

  it("points to a mistake in the configuration", async () => {
    const clone = await cloneOf(world, "typo");
    const file = path.join(clone, ".github", "release-command.yml");
    await writeFile(file, "review:\n  aprovals: 2\n");

    const ended = await release(world, good, { cwd: clone });

    await expectRefused(
      ended,
      ".github/release-command.yml:2:3: review.aprovals is unknown",
      'did you mean "approvals"',
    );
  });

  it("needs the environments", async () => {
    const { admin } = await connectGitHub(world.githubUrl);
    const [owner = ""] = world.repository.split("/");
    await admin.repository({ owner, name: "bare", defaultBranch: "main", users: { sarah: "maintain" } });
    const clone = await cloneOf(world, "bare");
    await git(world, clone, "remote", "set-url", "origin", `${world.githubUrl}/${owner}/bare.git`);
    await git(world, clone, "push", "--quiet", "origin", "main", "develop", "--tags");

    const ended = await release(world, good, { cwd: clone, env: { GITHUB_REPOSITORY: `${owner}/bare` } });

    await expectRefused(ended, "The repository has no environment 'staging'", "/settings/environments/new");
  });

  it("says within seconds that the code host is not there, and leaves with 3: it may come back", async () => {
    const nobody = `http://127.0.0.1:${await freePort()}`;
    const ended = await release(world, good, { env: { GITHUB_API_URL: nobody } });

    await expectRefused(ended, "Cannot reach 127.0.0.1:", "Check the network and the address", 3);
    expect(ended.stderr).toContain("ECONNREFUSED");
    expect(ended.durationMs).toBeLessThan(10_000);
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 1;
}
