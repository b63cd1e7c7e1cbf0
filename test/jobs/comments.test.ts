import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import type { ReleasePlan } from "#machine";
import { falsePositives, readOrThrow, resumeRelease, validateJob } from "#stages";

import { findAsked } from "../../actions/command/asked.ts";
import { replyTo, type Reply } from "../../actions/command/reply.ts";
import { connectGitHub, createWorld, type World } from "../../packages/testbed/index.ts";
import { hireRunners, standard, type Runners } from "./runners.ts";

type Person = "sarah" | "marcus" | "ines" | "bot" | "helper[bot]";

const helperToken = "ghs_helper";

let directory = "";
let world: World;
let runners: Runners;
let issue = 0;

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "release-comments-"));
  world = await createWorld({ directory: path.join(directory, "world"), minimal: true });
  runners = hireRunners(world);
  const { admin } = await connectGitHub(world.githubUrl);
  // From now on Ines may only read.
  await admin.user({ login: "helper[bot]", token: helperToken });
  await admin.repository({
    owner: "acme",
    name: "shop",
    users: {
      sarah: "maintain",
      aisha: "write",
      marcus: "write",
      ines: "read",
      "release-bot": "admin",
      "helper[bot]": "maintain",
    },
    environments: ["staging", "production", { name: "production-approval", reviewers: ["aisha"] }],
  });
  issue = ((await api("sarah", "POST", "issues", { title: "Release 1.1.0" })) as { readonly number: number }).number;
}, 60_000);

afterAll(async () => {
  await world.stop();
  await rm(directory, { recursive: true, force: true });
});

async function api(person: Person, method: string, route: string, body?: object): Promise<unknown> {
  const response = await fetch(`${world.githubUrl}/repos/${world.repository}/${route}`, {
    method,
    headers: { authorization: `Bearer ${person === "helper[bot]" ? helperToken : world.tokens[person]}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${route}: ${response.status} ${await response.text()}`);
  return response.json();
}

interface Said {
  readonly id: number;
  readonly reply: Reply;
}

/** Somebody writes a comment; the job reads it with the token of the workflow. `meanwhile` comes between the two. */
async function say(
  person: Person,
  body: string,
  { runBy = person, meanwhile }: { runBy?: Person; meanwhile?: (comment: number) => Promise<unknown> } = {},
): Promise<Said> {
  const { id } = (await api(person, "POST", `issues/${issue}/comments`, { body })) as { readonly id: number };
  await meanwhile?.(id);
  const machine = await runners.machine({
    GITHUB_ACTIONS: "true",
    GITHUB_ACTOR: runBy,
    GITHUB_TRIGGERING_ACTOR: runBy,
    GITHUB_TOKEN: world.tokens.bot,
    GITHUB_RUN_ID: "8001",
  });
  const asked = findAsked({ action: "created", comment: { id, body } });
  if (asked === undefined) throw new Error("it asks for nothing");
  return { id, reply: await replyTo(machine, asked) };
}

async function signsAt(id: number): Promise<readonly string[]> {
  const list = (await api("sarah", "GET", `issues/comments/${id}/reactions`)) as readonly {
    readonly content: string;
  }[];
  return list.map(({ content }) => content);
}

async function answers(): Promise<readonly string[]> {
  const list = (await api("sarah", "GET", `issues/${issue}/comments?per_page=100`)) as readonly {
    readonly body: string;
  }[];
  return list.map(({ body }) => body).filter((body) => body.startsWith("<!-- release-command answer -->"));
}

const lastAnswer = async () => (await answers()).at(-1) ?? "";

it("reads only new comments that begin with the word", () => {
  const comment = { id: 1, body: "/release status" };
  expect(findAsked({ action: "created", comment })).toEqual(comment);
  for (const other of [
    { action: "edited", comment },
    { action: "deleted", comment },
    { action: "created", comment: { id: 1, body: "see /release status" } },
    { action: "created", comment: { id: "1", body: "/release status" } },
    {},
    undefined,
  ])
    expect(findAsked(other)).toBeUndefined();
});

it.each<[string, Person, string, string, readonly string[]]>([
  ["a developer", "marcus", "/release start --version=1.1.0", "marcus may not start a release", ["confused"]],
  ["a typing error", "sarah", "/release strat --version=1.1.0", "Did you mean start?", ["confused"]],
  ["a wrong version", "sarah", "/release start --version=one", "version", ["eyes", "confused"]],
  ["an unknown release", "sarah", "/release resume v9.9.9", "There is no release v9.9.9", ["eyes", "confused"]],
  [
    "a ref in place of a release",
    "sarah",
    "/release status ../../heads/main",
    "cannot name a release",
    ["eyes", "confused"],
  ],
  ["a word for a shell", "sarah", "/release audit verify", "audit is for a shell", ["eyes", "confused"]],
])("refuses %s, says why, and leaves everything as it was", async (_, person, body, says, signs) => {
  const { id, reply } = await say(person, body);

  expect(reply).toMatchObject({ kind: "refused" });
  expect(await lastAnswer()).toContain(says);
  expect(await signsAt(id)).toEqual(signs);
  expect(await answers()).toHaveLength(1);
});

it("answers a stranger by a sign only, and a bot not at all", async () => {
  const before = await lastAnswer();
  const stranger = await say("ines", "/release status");
  expect([stranger.reply.kind, await signsAt(stranger.id)]).toEqual(["refused", ["confused"]]);
  const bot = await say("helper[bot]", "/release start --version=1.1.0");
  expect([bot.reply.kind, await signsAt(bot.id)]).toEqual(["ignored", []]);
  expect(await lastAnswer()).toBe(before);
});

it("refuses what was edited before it was read, and a run that is not its author's", async () => {
  const { admin } = await connectGitHub(world.githubUrl);
  const edited = await say("sarah", "/release start --version=1.1.0", {
    meanwhile: async (id) => {
      await admin.clock({ advanceMs: 2_000 });
      return api("bot", "PATCH", `issues/comments/${id}`, { body: "/release start --version=9.0.0" });
    },
  });
  expect(edited.reply).toMatchObject({
    kind: "refused",
    fault: { message: "A comment that was edited asks for nothing" },
  });
  const rerun = await say("marcus", "/release start --version=1.1.0", { runBy: "sarah" });
  expect(rerun.reply).toMatchObject({ kind: "refused", fault: { code: "permission" } });
});

it("shows people's words as they are: no markup, no call for anybody, no other marker", async () => {
  await say("sarah", '/release hold v9.9.9 --reason="</code><img src=x> @acme/all --> ::set-output::"');
  const text = await lastAnswer();
  expect(text).not.toContain("<img");
  expect(text.match(/<code>.*@acme\/all.*<\/code>/)).not.toBeNull();
});

it("plans a start at once, and hands it on with every input named", async () => {
  const { id, reply } = await say("sarah", "/release start --version=minor --from=develop --to=main");

  expect(reply).toMatchObject({
    kind: "done",
    done: {
      next: {
        workflow: "release",
        inputs: {
          command: "start",
          type: "standard",
          version: "1.1.0",
          from: "develop",
          to: "main",
          "dry-run": "false",
        },
      },
    },
  });
  expect(await signsAt(id)).toEqual(["eyes", "rocket"]);
  expect(await lastAnswer()).toContain("v1.1.0 is started");
});

it("asks whoever drives, and sets going what nobody drives", async () => {
  const machine = await runners.machine();
  await validateJob(machine, standard);
  const idle = await say("sarah", "/release resume v1.1.0");
  expect(idle.reply).toMatchObject({ done: { next: { inputs: { command: "resume", release: "v1.1.0" } } } });

  const driver = await machine.journal.drive("v1.1.0");
  const hold = await say("sarah", "/release hold v1.1.0 --reason=freeze");
  const back = await say("sarah", "/release rollback v1.1.0 --reason=bad");
  const again = await say("sarah", "/release resume v1.1.0");
  await driver.close();
  for (const { reply } of [hold, back, again])
    expect(reply).toMatchObject({ kind: "done", done: { text: expect.stringContaining("driven by") } });
  for (const { reply } of [hold, back, again]) expect(reply).not.toHaveProperty("done.next");
  const { record } = await readOrThrow(machine, "v1.1.0");
  expect(record.requests).toMatchObject([
    { id: `comment-${hold.id}`, kind: "hold", by: "sarah", reason: "freeze" },
    { id: `comment-${back.id}`, kind: "rollback", by: "sarah", reason: "bad" },
  ]);

  const abort = await say("sarah", '/release abort v1.1.0 --reason="wrong branch"');
  expect(abort.reply).toMatchObject({ done: { next: { workflow: "release", inputs: { command: "resume" } } } });
  const rollback = await say("sarah", "/release rollback v1.1.0 --to=v1.0.0");
  expect(rollback.reply).toMatchObject({ done: { next: { workflow: "rollback", inputs: { to: "v1.0.0" } } } });
  const early = await say("sarah", "/release redeploy production");
  expect(early.reply).toMatchObject({ kind: "refused", fault: { code: "policy" } });
  await say("sarah", "/release status v1.1.0");
  expect(await lastAnswer()).toContain("Release v1.1.0");
  await say("sarah", "/release --report=v1.1.0");
  expect(await lastAnswer()).toContain("# Release v1.1.0: ");
  expect(await lastAnswer()).toContain("## Not measured");
  await say("sarah", "/release report v1.1.0 --format=html");
  expect(await lastAnswer()).toContain("A comment cannot hold a page");
  await say("sarah", '/release --report=v1.1.0 --root-cause="too early"');
  expect(await lastAnswer()).toContain("v1.1.0 did not fail and was not rolled back");
  expect(await answers()).toHaveLength(1);
});

it("begins another attempt when one failed", async () => {
  const machine = await runners.machine();
  const tooEarly = await say("sarah", "/release retry v1.1.0");
  expect(tooEarly.reply).toMatchObject({ kind: "refused", fault: { code: "policy" } });
  // First it is held, as was asked; then aborted.
  const held = await resumeRelease(machine, "v1.1.0", () => undefined);
  const ended = await resumeRelease(machine, "v1.1.0", () => undefined);
  expect([held.end, ended.end]).toEqual(["suspended", "failed"]);

  const { reply } = await say("sarah", "/release retry v1.1.0");

  expect(reply).toMatchObject({ done: { next: { inputs: { command: "retry", release: "v1.1.0" } } } });
  expect(await validateJob(await runners.machine(), { kind: "retry", id: "v1.1.0" })).toMatchObject({
    outcome: "go",
    release: "v1.1.0_2",
    resumeAt: "quality_gates",
  });
}, 60_000);

/** A release that its smoke tests brought back; its incident is looked into on the page of these comments. */
async function rolledBack(id: string): Promise<void> {
  const { journal, forge } = await runners.machine();
  const plan: ReleasePlan = {
    releaseVersion: "0.9.0",
    releaseType: "standard",
    baseBranch: "develop",
    baseSha: "b".repeat(40),
    targetBranch: "main",
    releaseBranch: "release/0.9.0",
    tag: id,
    gates: [],
    steps: [100],
    stagingStrategy: "rolling",
    productionStrategy: "rolling",
    initiatedBy: "sarah",
    configDigest: "c".repeat(64),
  };
  const way = ["initiated", "quality_gates", "review", "staging", "production", "rolled_back"] as const;
  const driver = await journal.start(id, plan, 1);
  const moves = way.slice(1).map((to, index) => ({ type: "moved" as const, from: way[index] ?? to, to, reason: "x" }));
  const verdict = { type: "verdict", trigger: "smoke-test-failure", reason: "orders fail", evidence: [] } as const;
  const page = { type: "published", what: "incident-issue", url: `${forge.webUrl}/issues/${issue}` } as const;
  driver.decide(...moves.slice(0, -1), verdict, ...moves.slice(-1), page, { type: "settled", outcome: "rolled_back" });
  await driver.flush();
  await driver.archive(async () => []);
}

it("marks a rollback as wrong, once, by a comment of whoever may roll back, and tells its incident", async () => {
  await rolledBack("v0.9.0");
  const words = '/release rollback --false-positive=v0.9.0 --reason="a spike of <b>others</b>"';

  const refused = await say("marcus", words);
  const marked = await say("sarah", words);
  const again = await say("sarah", words);
  const other = await say("sarah", "/release rollback --false-positive=v9.9.9 --reason=x");

  expect(refused.reply).toMatchObject({ kind: "refused", fault: { code: "permission" } });
  expect(marked.reply).toMatchObject({ done: { text: expect.stringContaining("of v0.9.0 is marked as a false") } });
  expect(again.reply).toMatchObject({ done: { text: expect.stringContaining("was marked before") } });
  expect(other.reply).toMatchObject({ kind: "refused" });
  for (const { reply } of [marked, again]) expect(reply).not.toHaveProperty("done.next");
  const { journal } = await runners.machine();
  expect(await falsePositives(journal)).toMatchObject([
    { release: "v0.9.0", by: "sarah", text: "a spike of <b>others</b>" },
  ]);
  const told = (await api("sarah", "GET", `issues/${issue}/comments?per_page=100`)) as readonly {
    readonly body: string;
  }[];
  expect(told.filter(({ body }) => body.includes("sarah marked this rollback as a false positive"))).toHaveLength(1);
}, 60_000);
