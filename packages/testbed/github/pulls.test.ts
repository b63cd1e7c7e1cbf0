import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { openTestWorld, shop, type TestWorld } from "./test-world.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await openTestWorld();
});
afterAll(async () => {
  const { badAnswers, badRequests, unknown, ignored } = await world.admin.report();
  await world.close();
  expect({ badAnswers, badRequests, unknown, ignored }).toEqual({
    badAnswers: [],
    badRequests: [],
    unknown: [],
    ignored: [],
  });
});

/** A pull request of Aisha's with one commit, into `base`. */
async function openPull(
  branch: string,
  base: string,
  content = branch,
): Promise<{ readonly number: number; readonly sha: string }> {
  const directory = await world.clone("aisha");
  await world.git(directory, "checkout", "-q", "-b", branch, `origin/${base}`);
  const sha = await world.commit(directory, `${branch}.txt`, content);
  await world.git(directory, "push", "--quiet", "origin", branch);
  const { data } = await world
    .octokit("aisha")
    .rest.pulls.create({ ...shop, title: `Add ${branch}`, head: branch, base, body: "why" });
  return { number: data.number, sha };
}

describe("a pull request", () => {
  it("shows what git says: head, size and mergeability", async () => {
    const { number, sha } = await openPull("size", "main");

    const { data } = await world.octokit("marcus").rest.pulls.get({ ...shop, pull_number: number });

    expect(data).toMatchObject({
      state: "open",
      merged: false,
      mergeable: true,
      mergeable_state: "clean",
      commits: 1,
      additions: 1,
      changed_files: 1,
    });
    expect(data.head.sha).toBe(sha);
  });

  it.each(["merge", "squash", "rebase"] as const)("is merged by real git with the method %s", async (method) => {
    const { number, sha } = await openPull(`by-${method}`, "main");
    const { rest } = world.octokit("sarah");

    const { data } = await rest.pulls.merge({ ...shop, pull_number: number, sha, merge_method: method });

    const clone = await world.clone("marcus");
    expect(await world.git(clone, "rev-parse", "HEAD")).toBe(data.sha);
    expect(await world.git(clone, "cat-file", "-p", `HEAD:by-${method}.txt`)).toBe(`by-${method}`);
    const parents = (await world.git(clone, "log", "-1", "--format=%P")).split(" ");
    expect(parents).toHaveLength(method === "merge" ? 2 : 1);
    const merged = await rest.pulls.get({ ...shop, pull_number: number });
    expect(merged.data).toMatchObject({
      state: "closed",
      merged: true,
      merge_commit_sha: data.sha,
      merged_by: { login: "sarah" },
    });
  });

  it("is not merged at another head than the reviewed one", async () => {
    const { number } = await openPull("moved", "main");

    const merging = world.octokit("sarah").rest.pulls.merge({ ...shop, pull_number: number, sha: "0".repeat(40) });

    await expect(merging).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining("Head branch was modified"),
    });
  });

  it("cannot be merged when git finds a conflict", async () => {
    const one = await openPull("left", "main");
    const two = await world.clone("aisha");
    await world.git(two, "checkout", "-q", "-b", "right", "origin/main");
    await world.commit(two, "left.txt", "something else");
    await world.git(two, "push", "--quiet", "origin", "right");
    const { rest } = world.octokit("sarah");
    const other = await rest.pulls.create({ ...shop, title: "Right", head: "right", base: "main" });
    await rest.pulls.merge({ ...shop, pull_number: one.number });

    const { data } = await rest.pulls.get({ ...shop, pull_number: other.data.number });

    expect(data).toMatchObject({ mergeable: false, mergeable_state: "dirty" });
    await expect(rest.pulls.merge({ ...shop, pull_number: other.data.number })).rejects.toMatchObject({ status: 405 });
  });

  it("follows pushes to its head, and is closed when its head is deleted", async () => {
    const { number } = await openPull("followed", "main");
    const clone = await world.clone("aisha");
    await world.git(clone, "checkout", "-q", "followed");
    const next = await world.commit(clone, "more.txt", "more");
    await world.git(clone, "push", "--quiet", "origin", "followed");
    const { rest } = world.octokit("marcus");
    expect((await rest.pulls.get({ ...shop, pull_number: number })).data.head.sha).toBe(next);
    expect(await world.git(clone, "ls-remote", "origin", `refs/pull/${number}/head`)).toContain(next);

    await world.git(clone, "push", "--quiet", "origin", ":followed");

    expect((await rest.pulls.get({ ...shop, pull_number: number })).data).toMatchObject({
      state: "closed",
      merged: false,
    });
  });

  it("is closed, not merged, when its head is set back to the base", async () => {
    const { number } = await openPull("emptied", "main");
    const clone = await world.clone("aisha");

    await world.git(clone, "push", "--quiet", "--force", "origin", "origin/main:refs/heads/emptied");

    const { data } = await world.octokit("sarah").rest.pulls.get({ ...shop, pull_number: number });
    expect(data).toMatchObject({ state: "closed", merged: false });
  });

  it("counts as merged when its commits are pushed to the base", async () => {
    const { number, sha } = await openPull("pushed", "main");
    const clone = await world.clone("sarah");

    await world.git(clone, "push", "--quiet", "origin", `${sha}:main`);

    const { data } = await world.octokit("sarah").rest.pulls.get({ ...shop, pull_number: number });
    expect(data).toMatchObject({ merged: true, merge_commit_sha: sha });
  });

  it("is refused when it exists already, and when there is nothing to merge", async () => {
    await openPull("twice", "main");
    const { rest } = world.octokit("aisha");

    await expect(rest.pulls.create({ ...shop, title: "x", head: "twice", base: "main" })).rejects.toThrow(
      /already exists/,
    );
    await expect(rest.pulls.create({ ...shop, title: "x", head: "main", base: "main" })).rejects.toThrow(
      /No commits between/,
    );
    await expect(rest.pulls.create({ ...shop, title: "x", head: "nowhere", base: "main" })).rejects.toMatchObject({
      status: 422,
    });
  });

  it("is found by head and base, by commit, and in pages", async () => {
    const { number, sha } = await openPull("findable", "main");
    const { rest, paginate } = world.octokit("aisha");

    const byHead = await rest.pulls.list({ ...shop, head: "acme:findable", base: "main", state: "open" });
    const byCommit = await rest.repos.listPullRequestsAssociatedWithCommit({ ...shop, commit_sha: sha });
    const all = await paginate(rest.pulls.list, { ...shop, state: "all", per_page: 2 });

    expect(byHead.data.map((pull) => pull.number)).toEqual([number]);
    expect(byCommit.data.map((pull) => pull.number)).toEqual([number]);
    expect(all.length).toBeGreaterThan(4);
    expect(new Set(all.map((pull) => pull.number)).size).toBe(all.length);
  });

  it("can be edited, closed and opened again", async () => {
    const { number } = await openPull("edited", "main");
    const { rest } = world.octokit("aisha");

    const closed = await rest.pulls.update({
      ...shop,
      pull_number: number,
      title: "New",
      body: "text",
      state: "closed",
    });
    const open = await rest.pulls.update({ ...shop, pull_number: number, state: "open" });

    expect(closed.data).toMatchObject({ title: "New", body: "text", state: "closed" });
    expect(open.data.state).toBe("open");
  });
});

describe("a protected branch", () => {
  it("takes a pull request only with approval, green checks and settled conversations", async () => {
    const { number, sha } = await openPull("careful", "guarded");
    const aisha = world.octokit("aisha").rest;
    const sarah = world.octokit("sarah").rest;
    const robot = world.octokit("robot[bot]").rest;
    const merging = async () => sarah.pulls.merge({ ...shop, pull_number: number, sha });
    const pull_number = number;

    await expect(merging()).rejects.toMatchObject({
      status: 405,
      message: expect.stringContaining("At least 1 approving review is required"),
    });
    await expect(aisha.pulls.createReview({ ...shop, pull_number, event: "APPROVE" })).rejects.toMatchObject({
      status: 422,
    });
    await world.octokit("marcus").rest.pulls.createReview({ ...shop, pull_number, event: "APPROVE" });
    await expect(merging()).rejects.toThrow(/At least 1 approving/);
    await sarah.pulls.createReview({
      ...shop,
      pull_number,
      event: "APPROVE",
      comments: [{ path: "careful.txt", body: "Why?", position: 1 }],
    });
    await expect(merging()).rejects.toThrow(/Required status check "ci" is expected/);
    const check = await robot.checks.create({ ...shop, name: "ci", head_sha: sha, status: "in_progress" });
    await expect(merging()).rejects.toThrow(/pending/);
    await robot.checks.update({ ...shop, check_run_id: check.data.id, status: "completed", conclusion: "success" });
    await expect(merging()).rejects.toThrow(/conversation must be resolved/);
    const { repository } = await world
      .octokit("aisha")
      .graphql<{ repository: { pullRequest: { reviewThreads: { nodes: { id: string }[] } } } }>(
        `query($n: Int!) { repository(owner: "acme", name: "shop") { pullRequest(number: $n) { reviewThreads(first: 5) { nodes { id } } } } }`,
        { n: number },
      );
    const id = repository.pullRequest.reviewThreads.nodes[0]?.id;
    await world
      .octokit("aisha")
      .graphql(`mutation($id: ID!) { resolveReviewThread(input: { threadId: $id }) { thread { isResolved } } }`, {
        id,
      });

    expect((await merging()).data.merged).toBe(true);
  });

  it("forgets approvals when the head moves", async () => {
    const { number } = await openPull("stale", "guarded");
    const { rest } = world.octokit("sarah");
    await rest.pulls.createReview({ ...shop, pull_number: number, event: "APPROVE" });
    const clone = await world.clone("aisha");
    await world.git(clone, "checkout", "-q", "stale");
    await world.commit(clone, "sneaky.txt", "!");

    await world.git(clone, "push", "--quiet", "origin", "stale");

    const { data } = await rest.pulls.listReviews({ ...shop, pull_number: number });
    expect(data.map(({ state }) => state)).toEqual(["DISMISSED"]);
  });

  it("lets those in the bypass list merge", async () => {
    const { number } = await openPull("urgent", "guarded");

    const { data } = await world.octokit("root").rest.pulls.merge({ ...shop, pull_number: number });

    expect(data.merged).toBe(true);
  });
});
