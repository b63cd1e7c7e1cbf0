import type { Config } from "#config";
import type { Forge, ReviewState } from "#forge";
import type { Git } from "#git";
import type { FailureCause, ReleaseRecord } from "#machine";

import type { StageContext } from "../context.ts";
import { missingOwners, type Ownership } from "./review-owners.ts";

/** What a review is judged by, for the stage and for whoever only looks. */
export interface ReviewQuestion {
  readonly record: ReleaseRecord;
  readonly config: Config;
  readonly git: Git;
  readonly forge: Forge;
  readonly nowMs: number;
}

/** What the review is judged by, as it is now. */
export function questionOf({ driver, config, git, forge, clock }: StageContext): ReviewQuestion {
  return { record: driver.record, config, git, forge, nowMs: clock.now() };
}

export type ReviewVerdict =
  | { readonly kind: "go" }
  | {
      readonly kind: "wait";
      readonly reason: string;
      /** All that lacks are required checks that have not reported: the host itself waits for nothing else. */
      readonly onlyRequiredChecks: boolean;
    }
  | ({ readonly kind: "refused" } & Refusal);

interface Refusal {
  readonly cause: FailureCause;
  readonly reason: string;
  readonly fix: string;
}

/** Decision 39: approvals on the gated head, every check green, no thread open. Merged by a person counts as their approval. */
export async function judgeReview(
  question: ReviewQuestion,
  state: ReviewState,
  ownership: Ownership,
): Promise<ReviewVerdict> {
  const refusal = refusedBecause(question, state);
  if (refusal !== undefined) return { kind: "refused", ...refusal };
  if (state.state === "merged") return { kind: "go" };
  const { record, config } = question;
  // Decision 19 takes our own question away, never a rule that the branch itself has.
  const wanted = record.plan.incident?.autoApproved === true ? 0 : config.review.approvals;
  const needed = Math.max(wanted, state.requiredApprovals);
  const lacking = [
    ...(state.approvedBy.length < needed ? [`${needed - state.approvedBy.length} more approval(s)`] : []),
    ...(needed === 0 ? [] : await missingOwners(question, ownership, state.approvedBy)),
    ...state.changesRequestedBy.map((login) => `${login}, who requested changes`),
    ...(state.unresolvedThreads > 0 ? [`${state.unresolvedThreads} unresolved review thread(s)`] : []),
    ...(state.mergeMethods.length === 0 && state.mergeQueue === undefined
      ? ["a way of merging that the settings of the repository and the rules of its branch both allow"]
      : []),
  ];
  const missing = [...lacking, ...state.checksNotGreen.map(checkInWords)];
  if (missing.length === 0) return { kind: "go" };
  const onlyRequiredChecks =
    lacking.length === 0 && state.heldRuns.length === 0 && state.checksNotGreen.every(isAwaited);
  const reason = [`the pull request needs ${missing.join(", ")}`, ...advice(state)].join(". ");
  return { kind: "wait", reason, onlyRequiredChecks };
}

function refusedBecause({ record, config, nowMs }: ReviewQuestion, state: ReviewState): Refusal | undefined {
  const again = `Start again with: release retry ${record.id}`;
  if (state.state === "merged") return undefined;
  if (state.state === "closed")
    return { cause: "closed", reason: "The pull request was closed without a merge", fix: again };
  if (nowMs > Date.parse(expiryOf({ record, config })))
    return { cause: "expired", reason: "Nobody approved the pull request in time", fix: again };
  if (state.headSha === record.gatedSha) return undefined;
  return {
    cause: "moved",
    reason: `The release branch moved to ${state.headSha.slice(0, 7)} after its gates passed on ${record.gatedSha?.slice(0, 7)}`,
    fix:
      record.plan.releaseType === "hotfix"
        ? `What came after the gates is not gated. Have it gated: release retry ${record.id}`
        : "Commits to a release branch are not gated. Put them on the source branch and retry the release.",
  };
}

function isAwaited({ state, isRequired }: ReviewState["checksNotGreen"][number]): boolean {
  return isRequired && (state === "pending" || state === "missing" || state === "expected");
}

function checkInWords({ name, state, url }: ReviewState["checksNotGreen"][number]): string {
  return `check ${name} (${state}${url === undefined ? "" : `, see ${url}`})`;
}

/** The login of the token that every workflow has, as GraphQL and as REST name it. */
const workflowToken = /^github-actions(?:\[bot\])?$/;

/** What waiting alone will not bring about: what a person has to do. */
function advice({ heldRuns, checksNotGreen, author = "" }: ReviewState): readonly string[] {
  const [run] = heldRuns;
  if (run !== undefined)
    return [
      `GitHub holds ${heldRuns.length} workflow run(s) of this pull request back: press "Approve workflows to run" on it (${run})`,
    ];
  const held = checksNotGreen.find(({ state }) => state === "action_required");
  if (held !== undefined) return [`Check ${held.name} waits for a person: do what its page asks for`];
  if (!workflowToken.test(author) || !checksNotGreen.some(({ state }) => state === "missing")) return [];
  return [
    "GitHub starts no workflow for a pull request that GITHUB_TOKEN opened: let a person close and reopen it, and give the release the token of an App",
  ];
}

/** Until when people may answer (ISO 8601), counted from when the review began. */
export function expiryOf({ record, config }: Pick<ReviewQuestion, "record" | "config">): string {
  const since = record.visits.findLast(({ state }) => state === "review")?.since ?? record.openedAt;
  return new Date(Date.parse(since) + config.review.expires).toISOString();
}
