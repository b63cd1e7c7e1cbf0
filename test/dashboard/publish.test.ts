import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterEach, beforeEach, expect, it } from "@jest/globals";

import { publishSite as push, siteHead, type Site } from "#dashboard";
import { openGit, type Git } from "#git";

let folder: string;
let git: Git;
const at = "2026-03-02T10:00:00.000Z";
const options = { branch: "gh-pages", at };
const run = (...args: readonly string[]) => execFileSync("git", args, { cwd: folder, encoding: "utf8" }).trim();
const remote = (...args: readonly string[]) => run("-C", "remote.git", ...args);
const siteOf = (text: string): Site =>
  new Map([
    ["index.html", () => text],
    ["releases/v1.html", () => "one"],
  ]);

async function publishSite(by: Git, site: Site, { branch, at: moment }: typeof options): Promise<string | undefined> {
  return push(by, site, { branch, over: await siteHead(by, branch), at: moment });
}

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "publish-"));
  run("init", "--quiet", "--bare", "-b", "main", "remote.git");
  run("clone", "--quiet", "remote.git", "clone");
  run(
    "-C",
    "clone",
    "-c",
    "user.name=a",
    "-c",
    "user.email=a@x.example",
    "commit",
    "--quiet",
    "--allow-empty",
    "-m",
    "first",
  );
  run("-C", "clone", "push", "--quiet", "origin", "HEAD:main");
  git = await openGit({
    directory: path.join(folder, "clone"),
    author: { name: "r", email: "r@x.example" },
    authorization: () => undefined,
    fetch,
  });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("makes the branch the site and nothing else, in one commit however often", async () => {
  await publishSite(git, siteOf("old"), options);
  const sha = await publishSite(git, siteOf("new"), { ...options, at: "2026-03-02T10:01:00.000Z" });

  expect(remote("rev-parse", "gh-pages")).toBe(sha);
  expect(remote("rev-list", "--count", "gh-pages")).toBe("1");
  expect(remote("ls-tree", "-r", "--name-only", "gh-pages").split("\n")).toEqual([
    ".nojekyll",
    ".release-dashboard",
    "index.html",
    "releases/v1.html",
  ]);
  expect(remote("show", "gh-pages:index.html")).toBe("new");
});

it("changes nothing when it was killed after its push and runs again", async () => {
  const first = await publishSite(git, siteOf("same"), options);

  expect(await publishSite(git, siteOf("same"), options)).toBe(first);
});

it("leaves a branch alone that holds something else", async () => {
  const main = remote("rev-parse", "main");

  await expect(publishSite(git, siteOf("x"), { ...options, branch: "main" })).rejects.toMatchObject({
    code: "policy",
    message: "The branch main holds something that is not a dashboard: it is left alone",
  });
  expect(remote("rev-parse", "main")).toBe(main);
});

it("of two at once lets one win whole, and neither fails", async () => {
  await publishSite(git, siteOf("before"), options);
  run("clone", "--quiet", "remote.git", "other");
  const other = await openGit({
    directory: path.join(folder, "other"),
    author: { name: "o", email: "o@x.example" },
    authorization: () => undefined,
    fetch,
  });

  const ends = await Promise.all([
    publishSite(git, siteOf("one"), options),
    publishSite(other, siteOf("two"), { ...options, at: "2026-03-02T10:02:00.000Z" }),
  ]);

  expect(ends).toContain(remote("rev-parse", "gh-pages"));
  expect(ends).toContain(undefined);
  expect(["one", "two"]).toContain(remote("show", "gh-pages:index.html"));
});

it("says what to do when the host refuses", async () => {
  run("-C", "remote.git", "config", "receive.denyNonFastForwards", "true");
  await publishSite(git, siteOf("old"), options);

  await expect(publishSite(git, siteOf("new"), { ...options, at: "2026-03-02T10:01:00.000Z" })).rejects.toMatchObject({
    code: "permission",
    hint: "Let the token write contents, and leave gh-pages without protection rules.",
  });
});
