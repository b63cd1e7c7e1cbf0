import { Refusal } from "./answer.ts";
import type { PullRequest, Scene } from "./call.ts";
import type { Review, ReviewState, Thread, User } from "./world.ts";

export type ReviewEvent = "APPROVE" | "REQUEST_CHANGES" | "COMMENT";

const states: Readonly<Record<ReviewEvent, ReviewState>> = {
  APPROVE: "APPROVED",
  REQUEST_CHANGES: "CHANGES_REQUESTED",
  COMMENT: "COMMENTED",
};

export interface NewReview {
  readonly event: ReviewEvent;
  readonly body: string;
  /** The commit that was looked at; the head if not said. */
  readonly sha?: string;
  /** Remarks on lines: each opens a conversation. */
  readonly remarks: readonly { readonly path: string; readonly body: string }[];
}

/** Submits a review. Nobody reviews their own pull request but by comments. */
export function submitReview(scene: Scene, issue: PullRequest, user: User, wanted: NewReview): Review {
  if (user.login === issue.author && wanted.event !== "COMMENT") {
    const verb = wanted.event === "APPROVE" ? "approve" : "request changes on";
    throw new Refusal(422, `Can not ${verb} your own pull request`);
  }
  if (wanted.event !== "APPROVE" && wanted.body === "" && wanted.remarks.length === 0) {
    throw new Refusal(422, "Body can not be blank");
  }
  const review: Review = {
    id: scene.takeId(),
    author: user.login,
    body: wanted.body,
    sha: wanted.sha ?? issue.pull.headSha,
    at: scene.now(),
    state: states[wanted.event],
  };
  const threads = wanted.remarks.map(({ path, body }): Thread => ({
    id: scene.takeId(),
    path,
    comments: [{ id: scene.takeId(), author: user.login, body }],
  }));
  issue.pull.reviews.push(review);
  issue.pull.threads.push(...threads);
  issue.pull.requestedReviewers = issue.pull.requestedReviewers.filter((login) => login !== user.login);
  issue.updatedAt = scene.now();
  return review;
}
