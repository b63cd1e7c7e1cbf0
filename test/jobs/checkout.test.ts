import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, expect, it } from "@jest/globals";

import { openGit } from "#git";

import { checkOut } from "../../actions/checkout/check-out.ts";
import { serveGit } from "../support/git-http-server.ts";

const token = "ghs_ours";
const header = (secret: string) => `Basic ${Buffer.from(`x-access-token:${secret}`).toString("base64")}`;
const identity = { GIT_AUTHOR_NAME: "t", GIT_AUTHOR_EMAIL: "t@t", GIT_COMMITTER_NAME: "t", GIT_COMMITTER_EMAIL: "t@t" };

let world = "";
let hub: Awaited<ReturnType<typeof serveGit>>;
const git = (cwd: string, ...args: readonly string[]) =>
  execFileSync("git", args, { cwd, encoding: "utf8", env: { ...process.env, ...identity } }).trim();

beforeAll(async () => {
  world = mkdtempSync(join(tmpdir(), "release-checkout-"));
  git(world, "init", "-q", "-b", "main", "work");
  for (const word of ["one", "two", "three"]) git(join(world, "work"), "commit", "-q", "--allow-empty", "-m", word);
  git(world, "clone", "-q", "--bare", "work", "hub.git");
  git(join(world, "hub.git"), "config", "uploadpack.allowFilter", "true");
  hub = await serveGit(world, header(token));
});
afterAll(async () => {
  await hub.close();
  rmSync(world, { recursive: true, force: true });
});

it("completes what another checkout left: one commit deep, with credentials of its own", async () => {
  const directory = join(world, "left");
  const url = `${hub.url}/hub.git`;
  git(world, "clone", "-q", "--depth=1", `file://${world}/hub.git`, "left");
  git(directory, "remote", "set-url", "origin", url);
  git(directory, "config", `http.${hub.url}/.extraheader`, `AUTHORIZATION: ${header("of-others")}`);
  const env = { PATH: process.env["PATH"] };

  const sha = await checkOut({ url, ref: "main", directory, token, env, signal: new AbortController().signal });

  expect(git(directory, "log", "--format=%s", sha)).toBe("three\ntwo\none");
  const author = { name: "t", email: "t@t" };
  const opened = await openGit({ directory, author, authorization: () => header(token) });
  await expect(opened.fetch(["+refs/heads/*:refs/remotes/origin/*"])).resolves.toBeUndefined();
});
