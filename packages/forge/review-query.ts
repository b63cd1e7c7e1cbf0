/** Everything that decides about a merge, in one request. Lists longer than a page are asked for again with cursors. */
export const reviewQuery = `query ReviewState($owner: String!, $name: String!, $number: Int!, $reviews: String, $threads: String, $contexts: String) {
  repository(owner: $owner, name: $name) {
    mergeCommitAllowed
    squashMergeAllowed
    rebaseMergeAllowed
    autoMergeAllowed
    pullRequest(number: $number) {
      state
      headRefOid
      baseRefName
      author { login }
      mergeCommit { oid }
      mergedBy { login }
      isMergeQueueEnabled
      mergeQueueEntry { state position }
      baseRef { refUpdateRule { requiredApprovingReviewCount requiredStatusCheckContexts requiresLinearHistory } }
      latestOpinionatedReviews(first: 100, after: $reviews) {
        nodes { state authorCanPushToRepository author { login } commit { oid } }
        pageInfo { hasNextPage endCursor }
      }
      reviewThreads(first: 100, after: $threads) {
        nodes { isResolved }
        pageInfo { hasNextPage endCursor }
      }
      commits(last: 1) {
        nodes { commit {
          oid
          checkSuites(first: 100) { nodes { conclusion url } }
          statusCheckRollup { contexts(first: 100, after: $contexts) {
            nodes {
              kind: __typename
              ... on CheckRun { name status conclusion url: detailsUrl isRequired(pullRequestNumber: $number) }
              ... on StatusContext { context state url: targetUrl isRequired(pullRequestNumber: $number) }
            }
            pageInfo { hasNextPage endCursor }
          } }
        } }
      }
    }
  }
}`;

interface Page<T> {
  readonly nodes: readonly (T | null)[] | null;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export interface RawReview {
  readonly state: string;
  readonly authorCanPushToRepository: boolean;
  readonly author: { readonly login: string } | null;
  readonly commit: { readonly oid: string } | null;
}

export type RawContext =
  | {
      readonly kind: "CheckRun";
      readonly name: string;
      readonly status: string;
      readonly conclusion: string | null;
      readonly url: string | null;
      /** By GitHub's own reckoning, which knows the app that a rule may ask for. */
      readonly isRequired: boolean;
    }
  | {
      readonly kind: "StatusContext";
      readonly context: string;
      readonly state: string;
      readonly url: string | null;
      readonly isRequired: boolean;
    };

export interface RawRepository {
  readonly mergeCommitAllowed: boolean;
  readonly squashMergeAllowed: boolean;
  readonly rebaseMergeAllowed: boolean;
  readonly autoMergeAllowed: boolean;
  readonly pullRequest: RawReviewState | null;
}

export interface RawReviewState {
  readonly state: "OPEN" | "CLOSED" | "MERGED";
  readonly headRefOid: string;
  readonly baseRefName: string;
  readonly author: { readonly login: string } | null;
  readonly mergeCommit: { readonly oid: string } | null;
  readonly mergedBy: { readonly login: string } | null;
  readonly isMergeQueueEnabled: boolean;
  readonly mergeQueueEntry: { readonly state: string; readonly position: number } | null;
  readonly baseRef: {
    readonly refUpdateRule: {
      readonly requiredApprovingReviewCount: number | null;
      readonly requiredStatusCheckContexts: readonly (string | null)[] | null;
      readonly requiresLinearHistory: boolean;
    } | null;
  } | null;
  readonly latestOpinionatedReviews: Page<RawReview> | null;
  readonly reviewThreads: Page<{ readonly isResolved: boolean }>;
  readonly commits: {
    readonly nodes:
      | readonly ({
          readonly commit: {
            readonly oid: string;
            readonly checkSuites: {
              readonly nodes: readonly ({ readonly conclusion: string | null; readonly url: string } | null)[] | null;
            } | null;
            readonly statusCheckRollup: { readonly contexts: Page<RawContext> } | null;
          };
        } | null)[]
      | null;
  };
}

export type { Page };
