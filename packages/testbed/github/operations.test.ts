import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { loadContract } from "./contract.ts";
import { openTestWorld, shop, type TestWorld } from "./test-world.ts";

let world: TestWorld;
let main: string;
beforeAll(async () => {
  world = await openTestWorld();
  main = await world.git(await world.clone("aisha"), "rev-parse", "HEAD");
});
afterAll(async () => {
  const { badAnswers } = await world.admin.report();
  await world.close();
  expect(badAnswers).toEqual([]);
});

describe("people and repository", () => {
  it("tells a token's user, and any user", async () => {
    const { rest } = world.octokit("sarah");

    expect((await rest.users.getAuthenticated()).data.login).toBe("sarah");
    expect((await rest.users.getByUsername({ username: "aisha" })).data.type).toBe("User");
    await expect(rest.users.getByUsername({ username: "nobody" })).rejects.toMatchObject({ status: 404 });
  });

  it.each([
    ["root", "admin", "admin"],
    ["sarah", "write", "maintain"],
    ["aisha", "write", "write"],
    ["marcus", "read", "read"],
    ["release", "write", "releaser"],
    ["stranger", "none", "none"],
  ])("knows the permission of %s: %s, role %s", async (username, permission, role) => {
    const { data } = await world.octokit("robot[bot]").rest.repos.getCollaboratorPermissionLevel({ ...shop, username });

    expect([data.permission, data.role_name]).toEqual([permission, role]);
  });

  it("tells the repository, branches and rules", async () => {
    const { rest } = world.octokit("marcus");

    expect((await rest.repos.get(shop)).data).toMatchObject({ default_branch: "main", private: true });
    expect((await rest.repos.listBranches({ ...shop, protected: true })).data.map(({ name }) => name)).toEqual([
      "guarded",
    ]);
    expect((await rest.repos.getBranch({ ...shop, branch: "guarded" })).data).toMatchObject({
      protected: true,
      commit: { sha: main },
    });
    const { data: rules } = await rest.repos.getBranchRules({ ...shop, branch: "guarded" });
    expect(rules.map(({ type }) => type)).toEqual([
      "deletion",
      "non_fast_forward",
      "pull_request",
      "required_status_checks",
    ]);
    const { data } = await world.octokit("root").rest.repos.getBranchProtection({ ...shop, branch: "guarded" });
    expect(data.required_pull_request_reviews?.required_approving_review_count).toBe(1);
    await expect(world.octokit("root").rest.repos.getBranchProtection({ ...shop, branch: "main" })).rejects.toThrow(
      /Branch not protected/,
    );
  });

  it("reads refs and commits from git", async () => {
    const clone = await world.clone("aisha");
    await world.git(clone, "checkout", "-q", "-b", "topic/deep");
    const sha = await world.commit(clone, "deep.txt", "one\ntwo\n");
    await world.git(clone, "push", "-q", "origin", "topic/deep");
    const { rest } = world.octokit("marcus");

    expect((await rest.git.getRef({ ...shop, ref: "heads/topic/deep" })).data.object.sha).toBe(sha);
    await expect(rest.git.getRef({ ...shop, ref: "heads/topic" })).rejects.toMatchObject({ status: 404 });
    expect((await rest.git.listMatchingRefs({ ...shop, ref: "heads/topic" })).data).toHaveLength(1);
    const { data: commit } = await rest.repos.getCommit({ ...shop, ref: "topic/deep" });
    expect(commit).toMatchObject({ sha, stats: { additions: 2 }, files: [{ filename: "deep.txt", status: "added" }] });
    await expect(rest.repos.getCommit({ ...shop, ref: "0".repeat(40) })).rejects.toMatchObject({ status: 422 });
    const { data: compared } = await rest.repos.compareCommitsWithBasehead({ ...shop, basehead: "main...topic/deep" });
    expect(compared).toMatchObject({ status: "ahead", ahead_by: 1, behind_by: 0, total_commits: 1 });
  });
});

describe("checks and statuses", () => {
  it("lets an app report a check run, and nobody else", async () => {
    const body = { ...shop, name: "unit", head_sha: main, external_id: "r1", output: { title: "t", summary: "s" } };

    const { data } = await world
      .octokit("robot[bot]")
      .rest.checks.create({ ...body, status: "completed", conclusion: "failure" });

    expect(data).toMatchObject({ conclusion: "failure", external_id: "r1" });
    const listed = await world.octokit("marcus").rest.checks.listForRef({ ...shop, ref: "main", check_name: "unit" });
    expect(listed.data.check_runs.map(({ id }) => id)).toEqual([data.id]);
    await expect(world.octokit("aisha").rest.checks.create(body)).rejects.toThrow(/GitHub App/);
    await expect(
      world.octokit("robot[bot]").rest.checks.create({ ...body, status: "completed" }),
    ).rejects.toMatchObject({ status: 422 });
  });

  it("combines the latest status of each context", async () => {
    const { rest } = world.octokit("aisha");
    for (const state of ["pending", "success"] as const)
      await rest.repos.createCommitStatus({ ...shop, sha: main, state, context: "build" });
    const { data } = await rest.repos.getCombinedStatusForRef({ ...shop, ref: "main" });
    expect(data).toMatchObject({ state: "success", total_count: 1 });

    await rest.repos.createCommitStatus({
      ...shop,
      sha: main,
      state: "error",
      context: "scan",
      description: "d",
      target_url: "https://x.test",
    });

    expect((await rest.repos.getCombinedStatusForRef({ ...shop, ref: main })).data.state).toBe("failure");
  });
});

describe("issues", () => {
  it("keeps labels, comments and reactions", async () => {
    const { rest } = world.octokit("aisha");
    const { data: issue } = await rest.issues.create({
      ...shop,
      title: "Broken",
      labels: ["bug"],
      assignees: ["aisha"],
    });
    const at = { ...shop, issue_number: issue.number };

    await rest.issues.addLabels({ ...at, labels: ["urgent"] });
    const { data: comment } = await rest.issues.createComment({ ...at, body: "hello" });
    await rest.issues.updateComment({ ...shop, comment_id: comment.id, body: "edited" });
    await rest.reactions.createForIssueComment({ ...shop, comment_id: comment.id, content: "rocket" });
    await rest.reactions.createForIssueComment({ ...shop, comment_id: comment.id, content: "rocket" });

    expect((await rest.issues.listLabelsOnIssue(at)).data.map(({ name }) => name)).toEqual(["bug", "urgent"]);
    expect((await rest.issues.listComments(at)).data.map(({ body }) => body)).toEqual(["edited"]);
    expect((await rest.issues.getComment({ ...shop, comment_id: comment.id })).data.user?.login).toBe("aisha");
    expect((await rest.reactions.listForIssueComment({ ...shop, comment_id: comment.id })).data).toHaveLength(1);
    expect((await rest.issues.listForRepo({ ...shop, labels: "bug" })).data.map(({ number }) => number)).toEqual([
      issue.number,
    ]);
    expect((await rest.issues.update({ ...at, state: "closed" })).data.state).toBe("closed");
    expect((await rest.issues.get(at)).data).toMatchObject({ comments: 1, state: "closed" });
  });

  it("lets a reader comment, but not edit or delete another's comment", async () => {
    const { data: issue } = await world.octokit("aisha").rest.issues.create({ ...shop, title: "Talk" });
    const { data } = await world
      .octokit("aisha")
      .rest.issues.createComment({ ...shop, issue_number: issue.number, body: "mine" });
    const { rest } = world.octokit("marcus");

    await rest.issues.createComment({ ...shop, issue_number: issue.number, body: "me too" });
    const { data: own } = await rest.issues.createComment({ ...shop, issue_number: issue.number, body: "oh" });

    await expect(rest.issues.updateComment({ ...shop, comment_id: data.id, body: "no" })).rejects.toMatchObject({
      status: 403,
    });
    await expect(rest.issues.deleteComment({ ...shop, comment_id: data.id })).rejects.toMatchObject({ status: 403 });
    await rest.issues.deleteComment({ ...shop, comment_id: own.id });
    const { data: left } = await rest.issues.listComments({ ...shop, issue_number: issue.number });
    expect(left.map(({ body }) => body)).toEqual(["mine", "me too"]);
  });
});

describe("releases", () => {
  it("are drafted, filled, published and found by tag", async () => {
    const { rest } = world.octokit("aisha");
    const { data: draft } = await rest.repos.createRelease({
      ...shop,
      tag_name: "v1.0.0",
      name: "One",
      body: "notes",
      draft: true,
    });
    await expect(rest.repos.getReleaseByTag({ ...shop, tag: "v1.0.0" })).rejects.toMatchObject({ status: 404 });
    await expect(
      world.octokit("marcus").rest.repos.getRelease({ ...shop, release_id: draft.id }),
    ).rejects.toMatchObject({ status: 404 });
    const at = { ...shop, release_id: draft.id };
    // Octokit sends assets to `upload_url`, which is where a real client reads it.
    const url = draft.upload_url.replace(/\{.*$/, "");
    const upload = async () =>
      world.octokit("aisha").request(`POST ${url}{?name}`, {
        name: "report.md",
        data: "# report",
        headers: { "content-type": "text/markdown" },
      });

    const { data: asset } = await upload();
    await expect(upload()).rejects.toMatchObject({ status: 422 });
    await rest.repos.updateRelease({ ...at, draft: false });

    expect((await rest.repos.getLatestRelease(shop)).data.tag_name).toBe("v1.0.0");
    expect((await rest.repos.getReleaseByTag({ ...shop, tag: "v1.0.0" })).data).toMatchObject({
      draft: false,
      assets: [{ name: "report.md", size: 8 }],
    });
    expect((await rest.git.getRef({ ...shop, ref: "tags/v1.0.0" })).data.object.sha).toMatch(/^[0-9a-f]{40}$/);
    expect((await rest.repos.listReleases(shop)).data).toHaveLength(1);
    expect((await rest.repos.listReleaseAssets(at)).data).toHaveLength(1);
    await rest.repos.deleteReleaseAsset({ ...shop, asset_id: (asset as { id: number }).id });
    expect((await rest.repos.getRelease(at)).data.assets).toEqual([]);
    await expect(rest.repos.createRelease({ ...shop, tag_name: "v1.0.0" })).rejects.toMatchObject({ status: 422 });
  });
});

describe("deployments, environments and runs", () => {
  it("keeps deployments; a success retires the one before", async () => {
    const { rest } = world.octokit("aisha");
    const create = async () =>
      rest.repos.createDeployment({
        ...shop,
        ref: main,
        environment: "staging",
        required_contexts: [],
        payload: { release: "v1" },
        auto_merge: false,
      });
    const ids: number[] = [];
    for (let round = 0; round < 2; round += 1) {
      const { data } = await create();
      if (!("id" in data)) throw new Error("no deployment");
      ids.push(data.id);
      await rest.repos.createDeploymentStatus({ ...shop, deployment_id: data.id, state: "success", description: "up" });
    }

    const { data: listed } = await rest.repos.listDeployments({ ...shop, environment: "staging" });
    const { data: older } = await rest.repos.listDeploymentStatuses({ ...shop, deployment_id: ids[0] ?? 0 });

    expect(listed.map(({ id }) => id)).toEqual(ids.toReversed());
    expect(older.map(({ state }) => state)).toEqual(["inactive", "success"]);
  });

  it("refuses a deployment of a commit whose required checks are not green", async () => {
    const creating = world
      .octokit("aisha")
      .rest.repos.createDeployment({ ...shop, ref: "main", required_contexts: ["never-ran"] });

    await expect(creating).rejects.toMatchObject({ status: 409 });
  });

  it("knows environments and their protection", async () => {
    const { rest } = world.octokit("root");
    await rest.repos.createOrUpdateEnvironment({ ...shop, environment_name: "pre prod", wait_timer: 5 });

    expect((await rest.repos.getAllEnvironments(shop)).data.environments?.map(({ name }) => name)).toEqual([
      "staging",
      "production",
      "pre prod",
    ]);
    const { data } = await rest.repos.getEnvironment({ ...shop, environment_name: "production" });
    expect(data.protection_rules?.[0]).toMatchObject({
      type: "required_reviewers",
      reviewers: [{ reviewer: { login: "sarah" } }],
    });
    await expect(rest.repos.getEnvironment({ ...shop, environment_name: "moon" })).rejects.toMatchObject({
      status: 404,
    });
    const asWriter = world.octokit("aisha").rest.repos.createOrUpdateEnvironment({ ...shop, environment_name: "x" });
    await expect(asWriter).rejects.toThrow(/Must have admin rights/);
  });

  it("tells a run and who approved it, and records dispatches", async () => {
    const approvals = [{ environment: "production", author: "sarah", state: "approved" as const, comment: "go" }];
    await world.admin.run({
      owner: "acme",
      name: "shop",
      id: 77,
      sha: main,
      branch: "main",
      actor: "aisha",
      approvals,
    });
    const { rest } = world.octokit("robot[bot]");

    expect((await rest.actions.getWorkflowRun({ ...shop, run_id: 77 })).data).toMatchObject({
      id: 77,
      status: "in_progress",
      head_sha: main,
    });
    const { data } = await rest.actions.getReviewsForRun({ ...shop, run_id: 77 });
    expect(data[0]).toMatchObject({
      state: "approved",
      user: { login: "sarah" },
      environments: [{ name: "production" }],
    });
    await rest.repos.createDispatchEvent({ ...shop, event_type: "release-wake", client_payload: { id: "v1" } });
    const events = await world.admin.events({ owner: "acme", name: "shop" });
    expect(events).toMatchObject([{ type: "release-wake", payload: { id: "v1" }, sender: "robot[bot]" }]);
  });
});

it("asks for reviews of collaborators other than the author", async () => {
  const clone = await world.clone("aisha");
  await world.git(clone, "checkout", "-q", "-b", "asking");
  await world.commit(clone, "asking.txt", "?");
  await world.git(clone, "push", "-q", "origin", "asking");
  const { rest } = world.octokit("aisha");
  const { data } = await rest.pulls.create({ ...shop, title: "Ask", head: "asking", base: "main", draft: true });
  const at = { ...shop, pull_number: data.number };
  await rest.issues.addLabels({ ...shop, issue_number: data.number, labels: ["release"] });

  expect((await rest.pulls.list(shop)).data[0]?.labels.map(({ name }) => name)).toEqual(["release"]);
  await rest.pulls.requestReviewers({ ...at, reviewers: ["sarah"] });

  expect((await rest.pulls.listRequestedReviewers(at)).data.users.map(({ login }) => login)).toEqual(["sarah"]);
  await expect(rest.pulls.requestReviewers({ ...at, reviewers: ["aisha"] })).rejects.toThrow(/author/);
  await expect(rest.pulls.requestReviewers({ ...at, reviewers: ["stranger"] })).rejects.toThrow(/collaborator/);
  await expect(world.octokit("sarah").rest.pulls.merge(at)).rejects.toThrow(/draft/);

  await rest.pulls.requestReviewers({ ...at, team_reviewers: ["leads"] });
  expect((await rest.pulls.listRequestedReviewers(at)).data.teams.map(({ slug }) => slug)).toEqual(["leads"]);
  await expect(rest.pulls.requestReviewers({ ...at, team_reviewers: ["nobody"] })).rejects.toThrow(/collaborator/);
});

it("tells who is in a team, but not the token of an installation", async () => {
  const { rest } = world.octokit("aisha");
  const at = { org: "acme", team_slug: "leads" };

  expect((await rest.teams.getByName(at)).data).toMatchObject({ slug: "leads", members_count: 1 });
  expect((await rest.teams.getMembershipForUserInOrg({ ...at, username: "Sarah" })).data.state).toBe("active");
  await expect(rest.teams.getMembershipForUserInOrg({ ...at, username: "aisha" })).rejects.toThrow(/Not Found/);
  await expect(world.octokit("robot[bot]").rest.teams.getByName(at)).rejects.toThrow(/not accessible/);
});

it("was asked for every operation it serves, here or in the tests of pull requests and limits", async () => {
  const elsewhere = new Set(["pulls/get", "pulls/list", "pulls/update", "pulls/create-review", "pulls/list-reviews"]);
  const more = new Set([
    "repos/get-all-deployment-protection-rules",
    "checks/update",
    "code-scanning/list-recent-analyses",
    "code-scanning/list-alerts-for-repo",
    "dependabot/list-alerts-for-repo",
    "repos/list-pull-requests-associated-with-commit",
    "rate-limit/get",
  ]);
  const { calls } = await world.admin.report();

  const never = loadContract()
    .operations.map(({ id }) => id)
    .filter((id) => calls[id] === undefined && !elsewhere.has(id) && !more.has(id));

  expect(never).toEqual([]);
});
