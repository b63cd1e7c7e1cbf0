import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { mishaps, startForgeWorld, type ForgeWorld } from "./world.ts";

let world: ForgeWorld;
beforeAll(async () => {
  world = await startForgeWorld();
}, 30_000);
beforeEach(() => world.rewind());
afterAll(async () => {
  const { badRequests, unknown, ignored } = await world.admin.report();
  await world.stop();
  expect({ badRequests, unknown, ignored }).toEqual({ badRequests: [], unknown: [], ignored: [] });
});

type Wanted = Parameters<ForgeWorld["admin"]["repository"]>[0];
const people = { robot: "admin", ann: "write", bob: "maintain", eve: "read", "ci[bot]": "write" } as const;
const govern = (rules: Partial<Wanted>) =>
  world.admin.repository({ owner: "acme", name: "shop", users: people, ...rules });
/** A client that is patient with a busy machine. */
const open = (token?: string) => world.open(token, 10_000);
const [title, head] = ["Release 1.1.0", () => world.shas.two];

describe("ways of merging", () => {
  it.each<[string, Partial<Wanted>, readonly string[]]>([
    ["all", {}, ["merge", "squash", "rebase"]],
    ["those of the repository", { mergeMethods: ["rebase", "squash"] }, ["squash", "rebase"]],
    ["those of a linear history", { protection: { main: { requireLinearHistory: true } } }, ["squash", "rebase"]],
    [
      "none, where settings and rules exclude each other",
      { mergeMethods: ["merge"], protection: { main: { requireLinearHistory: true } } },
      [],
    ],
  ])("are %s", async (_name, rules, methods) => {
    await govern(rules);

    expect((await open().reviewState(1)).mergeMethods).toEqual(methods);
  });

  it.each(["merge", "squash", "rebase"] as const)("%s brings what was tested", async (method) => {
    await govern({ mergeMethods: [method] });

    const { sha, by } = await open().ensureMerged(1, head(), { title, method });

    expect(by).toBe("robot");
    expect(await world.read("/pulls/1")).toMatchObject({ merged: true, merge_commit_sha: sha });
  });

  it("that is not allowed is refused as policy, in GitHub's words", async () => {
    await govern({ mergeMethods: ["squash"] });

    await expect(open().ensureMerged(1, head(), { title, method: "merge" })).rejects.toMatchObject({
      code: "policy",
      message: expect.stringContaining("Merge commits are not allowed on this repository"),
    });
  });
});

const place = async () => (await open().reviewState(1)).mergeQueue;

describe("a merge queue", () => {
  const queued = { owner: "acme", name: "shop", number: 1 };
  beforeEach(() => govern({ protection: { main: { mergeQueue: "squash" } } }));

  it("is seen, entered once and left with the merge", async () => {
    expect(await place()).toEqual({ state: "not-queued" });
    await open().ensureQueued(1, head());
    await open().ensureQueued(1, head());
    expect(await place()).toEqual({ state: "queued", position: 1 });

    await world.admin.mergeQueue({ ...queued, outcome: "merged" });

    const { sha } = await open().ensureMerged(1, head(), { title, method: "merge" });
    expect(await world.read("/pulls/1")).toMatchObject({ merged: true, merge_commit_sha: sha });
    await open().ensureQueued(1, head());
  });

  it("can be entered again after it threw the pull request out", async () => {
    await open().ensureQueued(1, head());
    await world.admin.mergeQueue({ ...queued, outcome: "removed" });
    expect(await place()).toEqual({ state: "not-queued" });

    await open().ensureQueued(1, head());

    expect(await place()).toEqual({ state: "queued", position: 1 });
  });

  it.each(mishaps)("is entered in spite of %s", async (_name, fault) => {
    await world.admin.fault({ match: { method: "POST", path: "/graphql" }, times: 1, ...fault });

    await world.open().ensureQueued(1, head());

    expect(await place()).toEqual({ state: "queued", position: 1 });
  });

  it("refuses in its own words, and another head without being asked", async () => {
    await govern({ protection: { main: { mergeQueue: "squash", requiredApprovals: 1 } } });

    await expect(open().ensureQueued(1, head())).rejects.toMatchObject({
      code: "policy",
      message: expect.stringMatching(/At least 1 approving review/),
    });
    await expect(open().ensureQueued(1, world.shas.one)).rejects.toThrow("that was tested");
    await expect(open().ensureMerged(1, head(), { title, method: "merge" })).rejects.toThrow(/merge queue/);
  });
});

it("sees runs that GitHub holds back until a person approves them", async () => {
  const run = { owner: "acme", name: "shop", id: 9, sha: head(), branch: "release/1.1.0", actor: "robot" };
  await world.admin.run({ ...run, status: "completed", conclusion: "action_required" });

  const { heldRuns } = await open().reviewState(1);

  expect(heldRuns).toEqual([expect.stringMatching(/\/acme\/shop\/actions\/runs\/9$/)]);
});

describe("membership of a team", () => {
  beforeEach(async () => {
    await world.admin.user({ login: "ci[bot]", token: "token-of-ci" });
    await govern({ teams: { leads: ["ann"] } });
  });

  it.each<[string, boolean]>([
    ["Ann", true],
    ["bob", false],
  ])("of %s: %s", async (login, isMember) => {
    expect(await open().isTeamMember("@acme/leads", login)).toBe(isMember);
  });

  it("is not guessed where the token sees no team: it says which token does", async () => {
    const fault = { code: "permission", hint: expect.stringContaining('"Members: read"') };

    await expect(open("token-of-ci").isTeamMember("acme/leads", "ann")).rejects.toMatchObject(fault);
    await expect(open().isTeamMember("acme/ghosts", "ann")).rejects.toMatchObject(fault);
  });

  it("is not denied because the host failed", async () => {
    await world.admin.fault({ match: { path: "/memberships/" }, action: { status: 500 } });

    await expect(open().isTeamMember("acme/leads", "ann")).rejects.toMatchObject({ code: "remote" });
  });
});

const report = (state: string) => world.act("token-of-ann", "POST", `/statuses/${head()}`, { state, context: "build" });
const isMerged = async () => (await world.read<{ readonly merged: boolean }>("/pulls/1")).merged;

describe("auto-merge", () => {
  const how = { title, method: "squash" } as const;
  const rule = { protection: { main: { requiredChecks: ["build"] } }, autoMerge: true };
  beforeEach(async () => {
    await govern(rule);
    await report("pending");
  });

  it("merges once the required check is green, by the method and the title that were asked for", async () => {
    expect((await open().reviewState(1)).autoMergeAllowed).toBe(true);
    expect(await open().ensureAutoMerge(1, head(), how)).toBeUndefined();
    expect(await open().ensureAutoMerge(1, head(), how)).toBeUndefined();
    expect(await isMerged()).toBe(false);

    await report("success");

    expect(await isMerged()).toBe(true);
    const { by } = await open().ensureMerged(1, head(), { title, method: "merge" });
    expect(by).toBe("robot");
    expect(await open().ensureAutoMerge(1, head(), how)).toBeUndefined();
    await open().ensureNoAutoMerge(1);
  });

  it("that was taken back merges nothing", async () => {
    await open().ensureAutoMerge(1, head(), how);
    await open().ensureNoAutoMerge(1);
    await open().ensureNoAutoMerge(1);

    await report("success");

    expect(await isMerged()).toBe(false);
  });

  it.each<[string, Partial<Wanted>, string]>([
    ["where the repository does not want it", { autoMerge: false }, "not allowed for this repository"],
    ["where no rule is left to wait for", { protection: { main: {} } }, "clean status"],
    ["where the branch has no rules", { protection: {} }, "Protected branch rules not configured"],
    ["by a method that is not allowed", { mergeMethods: ["merge"] }, "not allowed"],
  ])("%s is not begun, and the host says why", async (_name, other, reason) => {
    await govern({ ...rule, ...other });

    expect(await open().ensureAutoMerge(1, head(), how)).toContain(reason);
  });

  it("of another head is refused as policy", async () => {
    await expect(open().ensureAutoMerge(1, world.shas.one, how)).rejects.toMatchObject({ code: "policy" });
  });

  it.each(mishaps)("begins and ends in spite of %s", async (_name, fault) => {
    await world.admin.fault({ match: { method: "POST", path: "/graphql" }, times: 1, ...fault });
    await world.open().ensureAutoMerge(1, head(), how);
    await world.admin.fault({ match: { method: "POST", path: "/graphql" }, times: 1, ...fault });
    await world.open().ensureNoAutoMerge(1);

    await report("success");

    expect(await isMerged()).toBe(false);
  });
});

const latest = async () => (await world.read<{ readonly tag_name: string }>("/releases/latest")).tag_name;
const publish = async (tag: string, notes = "n") => {
  const what = { tag, title: tag, notes, prerelease: tag.includes("-"), assets: [] };
  await open().ensureRelease(what);
};

describe("the latest release", () => {
  it("stays the highest stable one: after a hotfix of an old line, a pre-release, and when it is published again", async () => {
    for (const tag of ["v2.4.0", "v2.5.0", "v2.4.1", "v2.6.0-rc.1"]) world.tag(tag);
    await publish("v2.4.0");
    expect(await latest()).toBe("v2.4.0");
    await publish("v2.5.0");
    for (const tag of ["v2.4.1", "v2.6.0-rc.1", "v2.4.0"]) {
      await publish(tag);
      expect([tag, await latest()]).toEqual([tag, "v2.5.0"]);
    }
    await publish("v2.4.1", "other notes");
    expect(await latest()).toBe("v2.5.0");
  });
});
