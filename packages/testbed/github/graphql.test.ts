import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { openTestWorld, shop, type TestWorld } from "./test-world.ts";

let world: TestWorld;
let number: number;
let sha: string;
beforeAll(async () => {
  world = await openTestWorld();
  const clone = await world.clone("aisha");
  await world.git(clone, "checkout", "-q", "-b", "topic", "origin/guarded");
  sha = await world.commit(clone, "topic.txt", "x");
  await world.git(clone, "push", "-q", "origin", "topic");
  const { data } = await world
    .octokit("aisha")
    .rest.pulls.create({ ...shop, title: "Topic", head: "topic", base: "guarded" });
  number = data.number;
});
afterAll(async () => {
  const { badAnswers } = await world.admin.report();
  await world.close();
  expect(badAnswers).toEqual([]);
});

const STATE = `query($number: Int!) {
  repository(owner: "acme", name: "shop") {
    pullRequest(number: $number) {
      id number state merged isDraft headRefOid
      baseRef { refUpdateRule { requiredApprovingReviewCount requiredStatusCheckContexts } }
      mergeCommit { oid } mergedBy { login } author { login } reviewDecision
      latestOpinionatedReviews(first: 50, writersOnly: true) { nodes { state author { login } authorCanPushToRepository commit { oid } } }
      reviews(first: 50) { nodes { state author { login } authorCanPushToRepository commit { oid } } }
      reviewThreads(first: 50) { nodes { id isResolved } }
      commits(last: 1) { nodes { commit { statusCheckRollup { state contexts(first: 50) { nodes {
        ... on CheckRun { name status conclusion } ... on StatusContext { context state } } } } } } }
    }
  }
}`;

type Node = Readonly<Record<string, unknown>>;
async function pull(): Promise<Node> {
  const answer = await world.octokit("robot[bot]").graphql<{ repository: { pullRequest: Node } }>(STATE, { number });
  return answer.repository.pullRequest;
}

async function ask(fields: string): Promise<unknown> {
  return world.octokit("sarah").graphql(`{ repository(owner: "acme", name: "shop") { ${fields} } }`);
}

describe("GraphQL", () => {
  it("tells everything that decides about merging in one query", async () => {
    const before = await pull();
    expect(before).toMatchObject({
      state: "OPEN",
      merged: false,
      headRefOid: sha,
      mergeCommit: null,
      reviewDecision: "REVIEW_REQUIRED",
    });
    expect(before["baseRef"]).toEqual({
      refUpdateRule: { requiredApprovingReviewCount: 1, requiredStatusCheckContexts: ["ci"] },
    });
    expect(before["commits"]).toEqual({ nodes: [{ commit: { statusCheckRollup: null } }] });
    const robot = world.octokit("robot[bot]");
    await robot.rest.checks.create({ ...shop, name: "ci", head_sha: sha, conclusion: "success" });
    await world.octokit("aisha").rest.repos.createCommitStatus({ ...shop, sha, state: "pending", context: "scan" });
    await world.octokit("marcus").rest.pulls.createReview({ ...shop, pull_number: number, event: "APPROVE" });

    await world.octokit("sarah").graphql(
      `mutation($id: ID!) { addPullRequestReview(input: { pullRequestId: $id, event: REQUEST_CHANGES, body: "no", threads: [{ path: "topic.txt", body: "why", line: 1 }] })
        { pullRequestReview { state } } }`,
      { id: before["id"] },
    );

    const after = await pull();
    expect(after).toMatchObject({
      reviewDecision: "CHANGES_REQUESTED",
      latestOpinionatedReviews: {
        nodes: [
          {
            state: "CHANGES_REQUESTED",
            author: { login: "sarah" },
            authorCanPushToRepository: true,
            commit: { oid: sha },
          },
        ],
      },
      reviews: {
        nodes: [{ author: { login: "marcus" }, authorCanPushToRepository: false }, { author: { login: "sarah" } }],
      },
      reviewThreads: { nodes: [{ isResolved: false }] },
    });
    const rollup = {
      state: "PENDING",
      contexts: {
        nodes: [
          { name: "ci", status: "COMPLETED", conclusion: "SUCCESS" },
          { context: "scan", state: "PENDING" },
        ],
      },
    };
    expect(after["commits"]).toEqual({ nodes: [{ commit: { statusCheckRollup: rollup } }] });
  });

  it("commits files to a branch, but only on the expected head and not past protection", async () => {
    const commit = async (branchName: string, expectedHeadOid: string) =>
      world
        .octokit("aisha")
        .graphql<{ createCommitOnBranch: { commit: { oid: string } } }>(
          `mutation($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid messageHeadline } } }`,
          {
            input: {
              branch: { repositoryNameWithOwner: "acme/shop", branchName },
              message: { headline: "chore: release" },
              expectedHeadOid,
              fileChanges: {
                additions: [{ path: "docs/NEW.md", contents: Buffer.from("new\n").toString("base64") }],
                deletions: [{ path: "README.md" }],
              },
            },
          },
        );
    const clone = await world.clone("aisha");
    const head = await world.git(clone, "rev-parse", "origin/main");

    const { createCommitOnBranch } = await commit("main", head);

    await world.git(clone, "fetch", "-q", "origin");
    expect(await world.git(clone, "ls-tree", "-r", "--name-only", createCommitOnBranch.commit.oid)).toBe("docs/NEW.md");
    expect(await world.git(clone, "rev-parse", "origin/main")).toBe(createCommitOnBranch.commit.oid);
    await expect(commit("main", head)).rejects.toThrow(/Expected branch to point to/);
    await expect(commit("guarded", head)).rejects.toThrow(/Protected branch/);
  });

  it("refuses fields that GitHub does not have, and says which it does not serve itself", async () => {
    await expect(ask("colour")).rejects.toThrow(/Cannot query field "colour"/);
    await expect(ask("stargazerCount")).rejects.toThrow(/does not serve Repository.stargazerCount/);
    await expect(ask("pullRequest(number: 999) { id }")).rejects.toMatchObject({ errors: [{ type: "NOT_FOUND" }] });
  });

  it("needs a token, and tells whose it is", async () => {
    expect((await fetch(`${world.url}/graphql`, { method: "POST", body: "{}" })).status).toBe(401);
    const answer = await world.octokit("robot[bot]").graphql<{ viewer: { login: string } }>("{ viewer { login } }");
    expect(answer.viewer.login).toBe("robot[bot]");
  });
});
