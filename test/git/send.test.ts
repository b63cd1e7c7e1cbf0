import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { openGit, type Git } from "#git";
import { serveGit } from "../support/git-http-server.ts";

const author = { name: "Ada", email: "ada@example.com" };
const at = "2026-01-02T03:04:05Z";
const ref = "refs/release-command/releases/v1";
const lease = "refs/release-command/leases/v1";

let world: string;
let server: Awaited<ReturnType<typeof serveGit>>;
let git: Git;
/** What went over the wire, by method and service. */
let sent: string[];
/** Length of the last pack with its head. */
let sentBytes = 0;
/** What becomes of the next request with a pack. */
let accident: "answer-lost" | "answer-cut" | "forbidden" | undefined;

const sh = (command: string): string => execFileSync("sh", ["-c", command], { cwd: world, encoding: "utf8" }).trim();

const watched: typeof fetch = async (input, init) => {
  const method = init?.method ?? "GET";
  // oxlint-disable-next-line typescript/no-base-to-string -- our own code asks by text
  sent.push(`${method} ${/[^/]+(?=\?|$)/.exec(new URL(String(input)).pathname)?.[0] ?? ""}`);
  if (Buffer.isBuffer(init?.body)) sentBytes = init.body.length;
  if (method === "GET" || accident === undefined) return fetch(input, init);
  const [now] = [accident];
  accident = undefined;
  if (now === "forbidden") return new Response("no", { status: 403 });
  const answer = await fetch(input, init);
  if (now === "answer-lost") throw new Error("connection reset");
  return new Response((await answer.arrayBuffer()).slice(0, 20), answer);
};

const commit = (text: string, parents: readonly string[] = []) =>
  git.commitFiles({ parents, files: new Map([["facts.jsonl", text]]), message: text, at, whole: true });

const atHub = (name: string): string => sh(`git -C hub.git rev-parse --verify --quiet ${name} || true`);

beforeAll(async () => {
  world = mkdtempSync(join(tmpdir(), "git-send-"));
  sh("git init -q --bare -b main hub.git && git -C hub.git config http.receivepack true");
  server = await serveGit(world);
  // Nothing synchronous may ask the server, which is in this process.
  sh(`git init -q -b main clone && git -C clone remote add origin ${server.url}/hub.git`);
  sent = [];
  git = await openGit({ directory: join(world, "clone"), author, fetch: watched });
});

afterAll(async () => {
  await server.close();
  rmSync(world, { recursive: true, force: true });
});

it("pushes what was written here in one request, all of it or nothing, and git finds it whole", async () => {
  const first = await commit("one\n");
  expect(await git.push([{ ref, to: first, expect: "absent" }])).toEqual({ state: "applied" });
  const [second, held] = [await commit("two\n", [first]), await commit("held\n")];
  sent = [];

  const outcome = await git.push([
    { ref, to: second, expect: first },
    { ref: lease, to: held, expect: "absent" },
  ]);

  expect(outcome).toEqual({ state: "applied" });
  expect(sent).toEqual(["POST git-receive-pack"]);
  expect([atHub(ref), atHub(lease)]).toEqual([second, held]);
  expect(sh(`git -C hub.git cat-file -p ${second}:facts.jsonl && git -C hub.git fsck --strict 2>&1`)).toContain("two");
});

it("changes nothing when one of its refs is not as expected", async () => {
  const [head, held] = [atHub(ref), atHub(lease)];

  const outcome = await git.push([
    { ref, to: await commit("three\n", [head]), expect: head },
    { ref: lease, to: await commit("stolen\n"), expect: head },
  ]);

  expect(outcome).toMatchObject({ state: "refused", denied: false });
  expect([atHub(ref), atHub(lease)]).toEqual([head, held]);
});

it("deletes nothing that is not as expected, though the host may not know what was expected", async () => {
  const held = atHub(lease);

  const outcome = await git.push([{ ref: lease, to: undefined, expect: "1".repeat(40) }]);

  expect(outcome).toMatchObject({ state: "refused" });
  expect(atHub(lease)).toBe(held);
});

it("deletes refs, sends tags, and leaves to git what it has not written itself", async () => {
  const head = atHub(ref);
  const tag = await git.tagObject({ name: "v1", sha: head, message: "one", at });
  expect(await git.push([{ ref: "refs/tags/v1", to: tag, expect: "absent" }])).toEqual({ state: "applied" });
  expect(sh(`git -C hub.git rev-parse refs/tags/v1^{commit}`)).toBe(head);
  expect(await git.push([{ ref: lease, to: undefined, expect: atHub(lease) }])).toEqual({ state: "applied" });
  expect(atHub(lease)).toBe("");
  const other = sh(`git -C clone -c user.name=A -c user.email=a@b commit-tree -p ${head} -m git ${head}^{tree}`);

  expect(await git.push([{ ref: "refs/heads/docs", to: other, expect: "absent" }])).toEqual({ state: "applied" });
  expect(atHub("refs/heads/docs")).toBe(other);
});

it("sends of a tree what was changed, in one request; git sends the rest where the host lacks what it builds on", async () => {
  const branch = "refs/heads/nested";
  const change = async (parents: readonly string[], path: string, text: string) =>
    git.commitFiles({ parents, files: new Map([[path, text]]), message: path, at });
  const first = await change([], "docs/guide/a.md", "a\n");
  expect(await git.push([{ ref: branch, to: first, expect: "absent" }])).toEqual({ state: "applied" });
  const second = await change([first], "docs/b.md", "b\n");
  sent = [];

  expect(await git.push([{ ref: branch, to: second, expect: first }])).toEqual({ state: "applied" });
  expect(sent).toEqual(["POST git-receive-pack"]);

  const unsent = await change([second], "docs/guide/c.md", "c\n");
  const third = await change([unsent], "d.md", "d\n");
  expect(await git.push([{ ref: branch, to: third, expect: second }])).toEqual({ state: "applied" });
  expect(sh(`git -C hub.git ls-tree -r --name-only ${branch}`).split("\n")).toEqual([
    "d.md",
    "docs/b.md",
    "docs/guide/a.md",
    "docs/guide/c.md",
  ]);
  expect(sh("git -C hub.git fsck --strict --no-dangling 2>&1 | grep -v ^notice || true")).toBe("");
});

it("sends of a whole tree without a past only what its base has not", async () => {
  const branch = "refs/heads/site";
  const large = randomBytes(100_000).toString("hex");
  const make = async (text: string, base?: string) => {
    const files = new Map([
      ["large/one.html", large],
      ["large/two.html", "two"],
      ["gone.html", text],
      ["index.html", text],
    ]);
    if (base !== undefined) files.delete("gone.html");
    return git.commitFiles({ parents: [], files, message: text, at, base });
  };
  const first = await make("first");
  expect(await git.push([{ ref: branch, to: first, expect: "absent" }])).toEqual({ state: "applied" });
  expect(sentBytes).toBeGreaterThan(100_000);
  const second = await make("second", first);

  expect(await git.push([{ ref: branch, to: second, expect: first }])).toEqual({ state: "applied" });

  expect(sentBytes).toBeLessThan(1000);
  expect(sh(`git -C hub.git ls-tree -r --name-only ${branch}`).split("\n")).toEqual([
    "index.html",
    "large/one.html",
    "large/two.html",
  ]);
  expect(sh(`git -C hub.git rev-list --count ${branch}`)).toBe("1");
  expect(sh("git -C hub.git fsck --strict --no-dangling 2>&1 | grep -v ^notice || true")).toBe("");
});

it.each(["answer-lost", "answer-cut"] as const)("says that it does not know when the %s", async (what) => {
  const head = atHub(ref);
  const next = await commit(`${what}\n`, [head]);
  accident = what;

  expect(await git.push([{ ref, to: next, expect: head }])).toMatchObject({ state: "unknown" });
  expect(atHub(ref)).toBe(next);
});

it("lets git push where something in between refuses the request", async () => {
  const head = atHub(ref);
  const next = await commit("asked by git\n", [head]);
  accident = "forbidden";

  expect(await git.push([{ ref, to: next, expect: head }])).toEqual({ state: "applied" });
  expect(atHub(ref)).toBe(next);
});

it("fetches nothing, and starts no git, where the refs are here as they are there", async () => {
  const [from, to] = ["refs/heads/nested", "refs/remotes/origin/nested"];
  const refspecs = [`+${from}:${to}`, "+refs/tags/v1:refs/tags/v1"];
  await git.fetch(refspecs);
  expect(await git.resolve(to)).toBe(atHub(from));
  // Git itself reaches nobody now.
  sh("git -C clone config http.proxy http://127.0.0.1:1");

  sent = [];
  await git.fetch(refspecs);
  expect(sent).toEqual(["POST git-upload-pack"]);

  const next = sh(`git -C hub.git -c user.name=A -c user.email=a@b commit-tree -p ${from} -m next ${from}^{tree}`);
  sh(`git -C hub.git update-ref ${from} ${next}`);
  await expect(git.fetch(refspecs)).rejects.toMatchObject({ code: "remote" });
  sh("git -C clone config --unset http.proxy");
  await git.fetch(refspecs);
  expect(await git.resolve(to)).toBe(next);
});
