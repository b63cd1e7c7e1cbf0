import { readFileSync } from "node:fs";
import { expect, it } from "@jest/globals";
import { buildSchema, parse, validate } from "graphql";
import { checksNotGreen } from "./checks.ts";
import { reviewQuery } from "./index.ts";
import type { Client } from "./client.ts";
import { reviewState } from "./review-state.ts";
import type { RawContext } from "./review-query.ts";
import type { BranchRules } from "./rules.ts";

const head = "a".repeat(40);
const page = (nodes: readonly unknown[], endCursor?: string, hasNextPage = false) => ({
  nodes,
  pageInfo: { hasNextPage, endCursor: endCursor ?? null },
});
const review = (login: string | undefined, state: string, change: object = {}) => ({
  state,
  authorCanPushToRepository: true,
  author: login === undefined ? null : { login },
  commit: { oid: head },
  ...change,
});
const check = (name: string, conclusion: string | null = "SUCCESS", isRequired = true) => ({
  kind: "CheckRun",
  name,
  status: conclusion === null ? "IN_PROGRESS" : "COMPLETED",
  conclusion,
  isRequired,
});
const status = (context: string, state: string) => ({ kind: "StatusContext", context, state, isRequired: true });

function pull(change: object = {}, contexts: object = page([]), oid = head) {
  return {
    state: "OPEN",
    headRefOid: head,
    baseRefName: "main",
    author: { login: "author" },
    mergeCommit: null,
    mergedBy: null,
    baseRef: { refUpdateRule: null },
    latestOpinionatedReviews: page([]),
    reviewThreads: page([]),
    commits: { nodes: [{ commit: { oid, statusCheckRollup: { contexts } } }] },
    ...change,
  };
}

/** A client whose GraphQL gives these pull requests in turn. */
function clientOf(...pulls: readonly object[]) {
  const asked: unknown[] = [];
  const graphql = (_query: string, variables: unknown) => {
    const answer = pulls[Math.min(asked.push(variables), pulls.length) - 1];
    return Promise.resolve({ repository: { pullRequest: answer ?? null } });
  };
  const client = {
    repository: "acme/shop",
    webUrl: "x",
    at: { owner: "acme", repo: "shop" },
    graphql,
  } as unknown as Client;
  return { client, asked };
}

const rules: BranchRules = { approvals: 0, checks: [], mergeMethods: ["merge", "squash", "rebase"] };
const read = (client: Client, found = rules) => reviewState(client, 7, () => Promise.resolve(found));

it("asks a question that GitHub's schema understands", () => {
  const file = new URL("../../node_modules/@octokit/graphql-schema/schema.graphql", import.meta.url);
  // The published file defines one field twice, which has nothing to do with us.
  const schema = buildSchema(readFileSync(file, "utf8"), { assumeValidSDL: true });

  expect(validate(schema, parse(reviewQuery)).map(String)).toEqual([]);
});

it("counts an approval only of another person who may write, on this very head, whose last word it is", async () => {
  const reviews = [
    review("ann", "APPROVED"),
    review("author", "APPROVED"),
    review("stranger", "APPROVED", { authorCanPushToRepository: false }),
    review("early", "APPROVED", { commit: { oid: "b".repeat(40) } }),
    review("gone", "APPROVED", { commit: null }),
    review(undefined, "APPROVED"),
    review("bob", "CHANGES_REQUESTED"),
    review("moody", "APPROVED"),
    review("moody", "CHANGES_REQUESTED"),
    review("dismissed", "DISMISSED"),
  ];

  const found = await read(clientOf(pull({ latestOpinionatedReviews: page(reviews) })).client);

  expect(found.approvedBy).toEqual(["ann"]);
  expect(found.changesRequestedBy).toEqual(["bob", "moody"]);
});

it("takes the stricter of rulesets and branch protection", async () => {
  const rule = { requiredApprovingReviewCount: 2, requiredStatusCheckContexts: ["old", null] };
  const { client } = clientOf(pull({ baseRef: { refUpdateRule: rule } }));

  const found = await read(client, { ...rules, approvals: 1, checks: [{ name: "new" }] });

  expect(found.requiredApprovals).toBe(2);
  expect(found.checksNotGreen).toEqual([
    { name: "new", state: "missing", isRequired: true },
    { name: "old", state: "missing", isRequired: true },
  ]);
});

/** A client whose GraphQL cannot see the thing at this path. */
function failing(...path: readonly string[]) {
  const data = { repository: { pullRequest: pull() } };
  const error = Object.assign(new Error("Resource not accessible by integration"), { data, errors: [{ path }] });
  return { ...clientOf().client, graphql: () => Promise.reject(error) } as unknown as Client;
}

it("does without branch protection that the token may not see, but not without anything else", async () => {
  expect(await read(failing("repository", "pullRequest", "baseRef", "refUpdateRule"))).toMatchObject({
    requiredApprovals: 0,
  });
  await expect(read(failing("repository", "pullRequest", "reviewThreads"))).rejects.toThrow("Resource not accessible");
});

it("reads lists longer than a page", async () => {
  const { client, asked } = clientOf(
    pull({ reviewThreads: page([{ isResolved: false }], "t1", true) }, page([check("one", "FAILURE")], "c1")),
    pull({ reviewThreads: page([{ isResolved: false }, { isResolved: true }], "t2") }, page([])),
  );

  const found = await read(client);

  expect(found.unresolvedThreads).toBe(2);
  expect(found.checksNotGreen).toEqual([{ name: "one", state: "failure", isRequired: true }]);
  expect(asked[1]).toMatchObject({ threads: "t1", contexts: "c1" });
});

it("starts anew when the head moves between two pages", async () => {
  const moved = "c".repeat(40);
  const { client } = clientOf(
    pull({ reviewThreads: page([{ isResolved: false }], "t1", true) }),
    pull({ headRefOid: moved }),
    pull({ headRefOid: moved }),
  );

  const found = await read(client);

  expect([found.headSha, found.unresolvedThreads]).toEqual([moved, 0]);
});

it("takes no checks of another commit for those of the head", async () => {
  const { client } = clientOf(pull({}, page([check("build")]), "b".repeat(40)));

  const found = await read(client, { ...rules, checks: [{ name: "build" }] });

  expect(found.checksNotGreen).toEqual([{ name: "build", state: "missing", isRequired: true }]);
});

it("tells who merged, and refuses what is not there", async () => {
  const merged = pull({ state: "MERGED", mergeCommit: { oid: "m1" }, mergedBy: { login: "ann" } });

  expect(await read(clientOf(merged).client)).toMatchObject({ state: "merged", mergeSha: "m1", mergedBy: "ann" });
  await expect(read(clientOf().client)).rejects.toThrow("There is no pull request #7 in acme/shop");
});

it.each<[string, object, string | undefined]>([
  ["success", check("x"), undefined],
  ["neutral", check("x", "NEUTRAL"), undefined],
  ["skipped", check("x", "SKIPPED"), undefined],
  ["running", check("x", null), "pending"],
  ["failed", check("x", "FAILURE"), "failure"],
  ["timed out", check("x", "TIMED_OUT"), "timed_out"],
  ["a word of the future", check("x", "NEW_WORD"), "new_word"],
  ["a good status", status("x", "SUCCESS"), undefined],
  ["a pending status", status("x", "PENDING"), "pending"],
  ["an expected status", status("x", "EXPECTED"), "expected"],
])("a check that is %s", (_name, context, state) => {
  const found = checksNotGreen([context as RawContext], [{ name: "x" }]);

  expect(found).toEqual(state === undefined ? [] : [{ name: "x", state, isRequired: true }]);
});

it("does not take a check of another app for the required one", () => {
  expect(checksNotGreen([check("x", "SUCCESS", false) as RawContext], [{ name: "x", appId: 1 }])).toEqual([
    { name: "x", state: "missing", isRequired: true },
  ]);
});
