import { expect, it } from "@jest/globals";

import { ReleaseFault } from "#faults";
import type { ReviewState } from "#forge";
import { fold, type Fact } from "#machine";

import { reviewersOf, type Ownership } from "./review-owners.ts";
import { judgeReview, type ReviewQuestion } from "./review-verdict.ts";

const head = "a".repeat(40);
const green: ReviewState = {
  state: "open",
  headSha: head,
  author: "release-app[bot]",
  approvedBy: ["ann"],
  changesRequestedBy: [],
  unresolvedThreads: 0,
  checksNotGreen: [],
  heldRuns: [],
  requiredApprovals: 1,
  mergeMethods: ["merge"],
  autoMergeAllowed: false,
};
const at = "2026-03-02T10:00:00.000Z";
const opened = {
  type: "opened",
  seq: 1,
  release: "v1.1.0",
  at,
  attempt: 1,
  plan: { releaseType: "standard", releaseVersion: "1.1.0", tag: "v1.1.0", gates: [] },
} as unknown as Fact;
const record = { ...fold([opened]), gatedSha: head };
const teams: Readonly<Record<string, readonly string[]>> = { "@acme/leads": ["Cleo"] };

/** `@acme/hidden` is a team that the token may not see. */
function isTeamMember(team: string, login: string): Promise<boolean> {
  if (team in teams) return Promise.resolve(teams[team]?.includes(login) === true);
  return Promise.reject(new ReleaseFault("permission", `${team} is hidden`, { hint: "Use the token of an App." }));
}

/** What the verdict is asked about. */
function questionOf(owners: "any" | "all" = "any", approvals = 1): ReviewQuestion {
  return {
    record,
    config: { review: { owners, approvals, expires: 1000, reviewers: [] } },
    nowMs: Date.parse(at),
    forge: { isTeamMember },
  } as unknown as ReviewQuestion;
}

const nobody: Ownership = { groups: [], warnings: [] };
const owned: Ownership = {
  groups: [
    { owners: ["@Ann", "@acme/hidden"], paths: ["a.ts", "b.ts"] },
    { owners: ["@acme/leads", "7+dora@users.noreply.github.com"], paths: ["c.ts"] },
  ],
  warnings: [],
};

async function judged(change: Partial<ReviewState>, ownership = nobody, question = questionOf()): Promise<string> {
  const verdict = await judgeReview(question, { ...green, ...change }, ownership);
  return verdict.kind === "go" ? "go" : `${verdict.kind}: ${verdict.reason}`;
}

it.each<[string, Partial<ReviewState>, string]>([
  ["all green", {}, "go"],
  ["no approval", { approvedBy: [] }, "wait: the pull request needs 1 more approval(s)"],
  ["a thread", { unresolvedThreads: 2 }, "wait: the pull request needs 2 unresolved review thread(s)"],
  ["no way to merge", { mergeMethods: [] }, "wait: the pull request needs a way of merging"],
  ["no way but a queue", { mergeMethods: [], mergeQueue: { state: "not-queued" } }, "go"],
  [
    "a red check",
    { checksNotGreen: [{ name: "ci", state: "failure", isRequired: true, url: "https://x/1" }] },
    "check ci (failure, see https://x/1)",
  ],
  [
    "runs held back",
    { heldRuns: ["https://x/9"], approvedBy: [] },
    'press "Approve workflows to run" on it (https://x/9)',
  ],
  [
    "a check that asks",
    { checksNotGreen: [{ name: "cla", state: "action_required", isRequired: true }] },
    "Check cla waits for a person",
  ],
  [
    "a required check that never starts",
    { author: "github-actions", checksNotGreen: [{ name: "ci", state: "missing", isRequired: true }] },
    "GITHUB_TOKEN opened",
  ],
  [
    "a required check that is late",
    { checksNotGreen: [{ name: "ci", state: "missing", isRequired: true }] },
    "check ci (missing)",
  ],
  ["another head", { headSha: "b".repeat(40) }, "refused: The release branch moved to bbbbbbb"],
])("%s", async (_name, change, expected) => {
  expect(await judged(change)).toContain(expected);
});

const pending = { name: "ci", state: "pending", isRequired: true };

it.each<[string, Partial<ReviewState>, boolean]>([
  ["a required check that runs", { checksNotGreen: [pending] }, true],
  ["one that nobody reported", { checksNotGreen: [{ ...pending, state: "missing" }] }, true],
  ["a check that no rule asks for", { checksNotGreen: [pending, { ...pending, isRequired: false }] }, false],
  ["a red one", { checksNotGreen: [{ ...pending, state: "failure" }] }, false],
  ["a check and an approval", { checksNotGreen: [pending], approvedBy: [] }, false],
  ["a check and a thread", { checksNotGreen: [pending], unresolvedThreads: 1 }, false],
  ["a check that is held back", { checksNotGreen: [pending], heldRuns: ["https://x/9"] }, false],
])("%s: whether the host itself would wait for all of it", async (_name, change, expected) => {
  const verdict = await judgeReview(questionOf(), { ...green, ...change }, nobody);

  expect(verdict).toMatchObject({ kind: "wait", onlyRequiredChecks: expected });
});

it.each<["any" | "all", readonly string[], string]>([
  ["any", ["ann"], "go"],
  ["any", ["Cleo"], "go"],
  ["any", ["dora"], "go"],
  ["any", ["bob"], "needs the approval of @Ann or @acme/hidden or @acme/leads or"],
  ["any", ["bob"], "@acme/hidden is hidden. Use the token of an App."],
  ["all", ["ann"], "needs the approval of @acme/leads or 7+dora@users.noreply.github.com, who owns c.ts"],
  ["all", ["Cleo"], "who owns a.ts and 1 more changed paths"],
  ["all", ["ann", "dora"], "go"],
])("owners, %s of them: %s", async (rule, approvedBy, expected) => {
  expect(await judged({ approvedBy }, owned, questionOf(rule))).toContain(expected);
});

it("asks no owners where the configuration wants no approval", async () => {
  expect(await judged({ approvedBy: [], requiredApprovals: 0 }, owned, questionOf("all", 0))).toBe("go");
});

it("asks logins and teams, at most as many as GitHub takes, and says who cannot be asked", () => {
  const many = Array.from({ length: 20 }, (_, index) => `@p${index}`);
  const groups = [{ owners: ["@acme/leads", "someone@acme.example", ...many], paths: ["a"] }];

  const { reviewers, warnings } = reviewersOf({ groups, warnings: [] }, ["zoe"]);

  expect(reviewers.slice(0, 3)).toEqual(["zoe", "acme/leads", "p0"]);
  expect(reviewers).toHaveLength(15);
  expect(warnings.join("\n")).toMatch(/someone@acme\.example owns[^]*7 of the owners were not asked/);
});
