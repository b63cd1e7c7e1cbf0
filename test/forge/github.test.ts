import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { operations, type Forge } from "#forge";
import { mishaps, startForgeWorld, type ForgeWorld } from "./world.ts";

let world: ForgeWorld;
beforeAll(async () => {
  world = await startForgeWorld();
}, 30_000);
beforeEach(() => world.rewind());
afterAll(async () => {
  const { badRequests, unknown, ignored } = await world.admin.report();
  await world.stop();
  // Nothing we sent in any of these tests was outside GitHub's description.
  expect({ badRequests, unknown, ignored }).toEqual({ badRequests: [], unknown: [], ignored: [] });
});

const wanted = () => ({
  head: "release/1.0.0",
  base: "main",
  title: "Release 1.0.0",
  body: "All green.",
  labels: ["release", "automated"],
  reviewers: ["ann", "bob", "robot"],
  headSha: world.shas.one,
});
const release = {
  tag: "v1.0.0",
  title: "1.0.0",
  notes: "First.",
  prerelease: false,
  assets: [
    { name: "report.md", content: "# Report ✓" },
    { name: "audit.jsonl", content: "{}\n" },
  ],
};
const deployment = (state: "in_progress" | "success") => ({
  environment: "production",
  sha: world.shas.main,
  release: "v1.0.0",
  state,
  description: state,
});

interface Named {
  readonly name: string;
}

/** What the world must look like in the end, whatever happened on the way. */
const deeds = {
  async pullRequest(forge: Forge) {
    await forge.ensurePullRequest(wanted());
    const [pull, ...others] = await world.read<
      { title: string; labels: Named[]; requested_reviewers: { login: string }[] }[]
    >("/pulls?head=acme:release/1.0.0&state=all");
    expect(others).toEqual([]);
    expect(pull?.labels.map(({ name }) => name).toSorted()).toEqual(["automated", "release"]);
    expect(pull?.requested_reviewers.map(({ login }) => login).toSorted()).toEqual(["ann", "bob"]);
  },
  async textOfPullRequest(forge: Forge) {
    await forge.ensurePullRequest({ ...wanted(), head: "release/1.1.0", title: "New", labels: [], reviewers: [] });
    expect((await world.read<{ title: string }>("/pulls/1")).title).toBe("New");
  },
  async merge(forge: Forge) {
    const { sha, by } = await forge.ensureMerged(1, world.shas.two, {
      title: "Merge release 1.1.0",
      method: "merge",
    });
    expect(by).toBe("robot");
    expect(await world.read("/pulls/1")).toMatchObject({ merged: true, merge_commit_sha: sha });
  },
  async close(forge: Forge) {
    await forge.closePullRequest(1);
    expect(await world.read("/pulls/1")).toMatchObject({ state: "closed", merged: false });
  },
  async comment(forge: Forge) {
    await forge.ensureComment(1, "rc:gates", "running");
    await forge.ensureComment(1, "rc:gates", "passed");
    const comments = await world.read<{ body: string }[]>("/issues/1/comments");
    expect(comments.map(({ body }) => body)).toEqual(["<!-- rc:gates -->\npassed"]);
  },
  async release(forge: Forge) {
    const { url } = await forge.ensureRelease(release);
    const [found, ...others] =
      await world.read<{ html_url: string; draft: boolean; body: string; assets: (Named & { size: number })[] }[]>(
        "/releases",
      );
    expect(others).toEqual([]);
    expect(found).toMatchObject({ html_url: url, draft: false, body: "First." });
    expect(found?.assets.map(({ name, size }) => [name, size]).toSorted()).toEqual([
      ["audit.jsonl", 3],
      ["report.md", 12],
    ]);
  },
  async deployment(forge: Forge) {
    await forge.ensureDeployment(deployment("success"));
    await forge.ensureDeployment(deployment("success"));
    const [found, ...others] = await world.read<{ id: number; payload: unknown }[]>("/deployments");
    expect(others).toEqual([]);
    expect(found?.payload).toEqual({ release: "v1.0.0" });
    const statuses = await world.read<{ state: string }[]>(`/deployments/${found?.id}/statuses`);
    expect(statuses.map(({ state }) => state)).toEqual(["success"]);
  },
} as const;

const writes: readonly (readonly [write: string, deed: keyof typeof deeds, method: string, path: string])[] = [
  ["opening a pull request", "pullRequest", "POST", "/pulls$"],
  ["adding labels", "pullRequest", "POST", "/labels$"],
  ["asking reviewers", "pullRequest", "POST", "/requested_reviewers$"],
  ["writing its text", "textOfPullRequest", "PATCH", "/pulls/1$"],
  ["merging", "merge", "PUT", "/merge$"],
  ["closing", "close", "PATCH", "/pulls/1$"],
  ["commenting", "comment", "POST", "/comments$"],
  ["changing a comment", "comment", "PATCH", "/comments/"],
  ["drafting a release", "release", "POST", "/releases$"],
  ["uploading a file", "release", "POST", "/assets"],
  ["publishing", "release", "PATCH", "/releases/"],
  ["creating a deployment", "deployment", "POST", "/deployments$"],
  ["telling its status", "deployment", "POST", "/statuses$"],
];

describe.each(Object.keys(deeds) as (keyof typeof deeds)[])("%s", (deed) => {
  it("is the same done twice, by another process", async () => {
    await deeds[deed](world.open());
    const before = await world.admin.report();
    await deeds[deed](world.open());

    expect((await world.admin.report()).calls["pulls/create"]).toBe(before.calls["pulls/create"]);
    expect((await world.admin.report()).calls["repos/create-release"]).toBe(before.calls["repos/create-release"]);
  });
});

describe.each(writes)("%s survives", (_write, deed, method, path) => {
  it.each(mishaps)("%s", async (_name, fault) => {
    await world.admin.fault({ match: { method, path }, times: 1, ...fault });

    await deeds[deed](world.open());
  });
});

describe("a second run finishes what the first left", () => {
  it.each(writes)("when %s fails for good", async (_write, deed, method, path) => {
    await world.admin.fault({ match: { method, path }, action: { status: 500 }, applied: "after" });
    await deeds[deed](world.open()).catch(() => {});
    await world.admin.clearFaults();

    await deeds[deed](world.open());
  });
});

describe("people's work", () => {
  it("survives in the text of a pull request", async () => {
    const forge = world.open();
    await forge.ensurePullRequest(wanted());
    const { body } = await world.read<{ body: string }>("/pulls/2");
    await world.act("token-of-ann", "PATCH", "/pulls/2", { body: `Read this first.\n\n${body}` });

    await forge.ensurePullRequest({ ...wanted(), body: "Still green." });

    const after = await world.read<{ body: string }>("/pulls/2");
    expect(after.body).toMatch(/^Read this first\.[^]*Still green\./);
    expect(after.body).not.toContain("All green.");
  });

  it("closing it is respected: a closed one is reported, not opened again", async () => {
    await world.act("token-of-ann", "PATCH", "/pulls/1", { state: "closed" });

    const found = await world.open().ensurePullRequest({ ...wanted(), head: "release/1.1.0", headSha: world.shas.two });

    expect(found).toMatchObject({ number: 1, state: "closed" });
  });

  it("an earlier attempt from the same branch is history: a new one is opened", async () => {
    await world.act("token-of-ann", "PATCH", "/pulls/1", { state: "closed" });

    const found = await world
      .open()
      .ensurePullRequest({ ...wanted(), head: "release/1.1.0", headSha: world.shas.main });

    expect(found.number).not.toBe(1);
    expect(found.state).toBe("open");
  });

  it("one who cannot review is told, the rest are asked", async () => {
    const { warnings } = await world.open().ensurePullRequest({ ...wanted(), reviewers: ["ann", "nobody"] });

    expect(warnings).toEqual([expect.stringContaining("nobody could not be asked for a review")]);
    expect(await world.read("/pulls/2")).toMatchObject({ requested_reviewers: [{ login: "ann" }] });
  });
});

describe("a text that somebody changed", () => {
  it("stays, and a comment has the new one", async () => {
    const forge = world.open();
    await forge.ensurePullRequest(wanted());
    const { body } = await world.read<{ body: string }>("/pulls/2");
    const theirs = body.replace("All green.", "All green, says Ann.");
    await world.act("token-of-ann", "PATCH", "/pulls/2", { body: theirs });

    for (const text of ["Still green.", "Green again."]) await forge.ensurePullRequest({ ...wanted(), body: text });

    expect((await world.read<{ body: string }>("/pulls/2")).body).toBe(theirs);
    const comments = await world.read<{ body: string }[]>("/issues/2/comments");
    expect(comments).toHaveLength(1);
    expect(comments[0]?.body).toMatch(/Somebody changed[^]*Green again\.$/);
  });
});

describe("the evidence for merging", () => {
  it("is what the rules ask for, and what is still missing", async () => {
    await world.protect({ requiredApprovals: 2, requiredChecks: ["build", "scan"] });
    await world.act("token-of-robot", "POST", `/statuses/${world.shas.two}`, { state: "failure", context: "build" });
    await world.act("token-of-ann", "POST", "/pulls/1/reviews", { event: "APPROVE", commit_id: world.shas.two });
    await world.act("token-of-bob", "POST", "/pulls/1/reviews", {
      event: "REQUEST_CHANGES",
      body: "no",
      commit_id: world.shas.two,
    });

    const found = await world.open().reviewState(1);

    expect(found).toEqual({
      state: "open",
      headSha: world.shas.two,
      author: "robot",
      approvedBy: ["ann"],
      changesRequestedBy: ["bob"],
      unresolvedThreads: 0,
      checksNotGreen: expect.arrayContaining([
        expect.objectContaining({ name: "build", state: "failure" }),
        { name: "scan", state: "missing", isRequired: true },
      ]),
      heldRuns: [],
      requiredApprovals: 2,
      autoMergeAllowed: false,
      mergeMethods: ["merge", "squash", "rebase"],
    });
  });

  it("is refused by the host in its own words, as policy", async () => {
    await world.protect({ requiredApprovals: 1 });

    await expect(world.open().ensureMerged(1, world.shas.two, { title: "x", method: "merge" })).rejects.toMatchObject({
      code: "policy",
      message: expect.stringMatching(/#1 of acme\/shop cannot be merged: .*approv/i),
    });
  });
});

it("shows a deployment that goes on as one deployment", async () => {
  await world.open().ensureDeployment(deployment("in_progress"));
  await world.open().ensureDeployment(deployment("success"));

  const [found] = await world.read<{ id: number }[]>("/deployments");
  const statuses = await world.read<{ state: string }[]>(`/deployments/${found?.id}/statuses`);
  expect(statuses.map(({ state }) => state)).toEqual(["success", "in_progress"]);
});

it("a deployment says where its log is and what serves; a later one says who gave way, in requests that are counted", async () => {
  const forge = world.open();
  const [logUrl, environmentUrl] = ["https://git.example/runs/1", "https://shop.example/"];
  await forge.ensureDeployment({ ...deployment("in_progress"), logUrl });
  const before = forge.calls;
  await forge.ensureDeployment({ ...deployment("success"), logUrl, environmentUrl });
  expect(forge.calls - before).toBe(1);
  const next = { ...deployment("success"), release: "v1.1.0" };
  await forge.ensureDeployment(next);
  for (let times = 0; times < 2; times += 1)
    await forge.markDeployment({
      environment: next.environment,
      release: "v1.0.0",
      state: "inactive",
      description: "gone",
    });
  await forge.markDeployment({
    environment: next.environment,
    release: "v0.0.1",
    state: "inactive",
    description: "gone",
  });

  const all = await world.read<{ id: number; payload: { release: string } }[]>("/deployments");
  const statuses = async (version: string) => {
    const id = all.find(({ payload }) => payload.release === version)?.id;
    return world.read<{ state: string; log_url: string; environment_url: string }[]>(`/deployments/${id}/statuses`);
  };
  expect(all).toHaveLength(2);
  expect(await statuses("v1.0.0")).toMatchObject([
    { state: "inactive" },
    { state: "success", log_url: logUrl, environment_url: environmentUrl },
    { state: "in_progress", log_url: logUrl },
  ]);
  expect((await statuses("v1.1.0")).map(({ state }) => state)).toEqual(["success"]);
});

it("a comment of ours is found once a process, then written in one request; a deleted one is made anew", async () => {
  const forge = world.open();
  await forge.ensureComment(1, "board", "one");
  const before = forge.calls;
  await forge.ensureComment(1, "board", "two");
  expect(forge.calls - before).toBe(1);
  const [found] = await world.read<{ id: number; body: string }[]>("/issues/1/comments");
  expect(found?.body).toContain("two");
  await world.admin.fault({ match: { method: "PATCH", path: "/comments/" }, action: { status: 404 }, times: 1 });
  await forge.ensureComment(1, "board", "three");

  expect((await world.read<{ body: string }[]>("/issues/1/comments")).map(({ body }) => body)).toEqual([
    expect.stringContaining("three"),
  ]);
});

describe("questions", () => {
  it("are answered", async () => {
    const forge = world.open();

    expect(await forge.whoAmI()).toBe("robot");
    expect(await forge.defaultBranch()).toBe("main");
    expect(await forge.roleOf("bob")).toBe("release-captain");
    expect([await forge.environmentExists("staging"), await forge.environmentExists("moon")]).toEqual([true, false]);
    expect(await forge.findRelease("v1.0.0")).toBeUndefined();
    expect(await forge.findPullRequest("release/1.1.0", "main")).toMatchObject({ number: 1, headSha: world.shas.two });
  });

  it("do not give away a role when the host fails", async () => {
    await world.admin.fault({ match: { path: "/permission$" }, action: { status: 500 } });

    await expect(world.open().roleOf("ann")).rejects.toMatchObject({ code: "remote" });
  });

  it("of a stranger's token end in a permission fault", async () => {
    await expect(world.open("nobody's").whoAmI()).rejects.toMatchObject({ code: "permission" });
  });
});

it("lists what it asks for, so that a stand-in can be complete", () => {
  expect(operations).toContain("POST /repos/{owner}/{repo}/releases/{release_id}/assets");
  for (const operation of operations) expect(operation).toMatch(/^(GET|POST|PATCH|PUT|DELETE) \/[\w/{}-]+$/);
});
