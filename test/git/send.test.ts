import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { execFileSync } from "node:child_process";
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
/** What becomes of the next request with a pack. */
let accident: "answer-lost" | "answer-cut" | "forbidden" | undefined;

const sh = (command: string): string => execFileSync("sh", ["-c", command], { cwd: world, encoding: "utf8" }).trim();

const watched: typeof fetch = async (input, init) => {
  const method = init?.method ?? "GET";
  // oxlint-disable-next-line typescript/no-base-to-string -- our own code asks by text
  sent.push(`${method} ${/[^/]+(?=\?|$)/.exec(new URL(String(input)).pathname)?.[0] ?? ""}`);
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

it("deletes refs, sends tags, and leaves to git what it has not written itself", async () => {
  const head = atHub(ref);
  const tag = await git.tagObject({ name: "v1", sha: head, message: "one", at });
  expect(await git.push([{ ref: "refs/tags/v1", to: tag, expect: "absent" }])).toEqual({ state: "applied" });
  expect(sh(`git -C hub.git rev-parse refs/tags/v1^{commit}`)).toBe(head);
  expect(await git.push([{ ref: lease, to: undefined, expect: atHub(lease) }])).toEqual({ state: "applied" });
  expect(atHub(lease)).toBe("");
  const nested = new Map([["docs/a.md", "x\n"]]);
  const other = await git.commitFiles({ parents: [head], files: nested, message: "nested", at });

  expect(await git.push([{ ref: "refs/heads/docs", to: other, expect: "absent" }])).toEqual({ state: "applied" });
  expect(atHub("refs/heads/docs")).toBe(other);
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
