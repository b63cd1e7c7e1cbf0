import type { Client } from "./client.ts";
import { askGraph } from "./graph.ts";
import type { ReviewedChange } from "./port.ts";

/** Few enough that GitHub answers in time: each brings its pull requests with their reviews and threads. */
const perRequest = 25;

const changesFields = `... on Commit {
  oid
  associatedPullRequests(first: 5) { nodes {
    number url state headRefOid author { login }
    latestOpinionatedReviews(first: 50) { nodes { state authorCanPushToRepository author { login } commit { oid } } }
    reviewThreads(first: 100) { nodes { isResolved } pageInfo { hasNextPage } }
  } }
}`;

interface RawChange {
  readonly number: number;
  readonly url: string;
  readonly state: string;
  readonly headRefOid: string;
  readonly author: { readonly login: string } | null;
  readonly latestOpinionatedReviews: {
    readonly nodes:
      | readonly ({
          readonly state: string;
          readonly authorCanPushToRepository: boolean;
          readonly author: { readonly login: string } | null;
          readonly commit: { readonly oid: string } | null;
        } | null)[]
      | null;
  } | null;
  readonly reviewThreads: {
    readonly nodes: readonly ({ readonly isResolved: boolean } | null)[] | null;
    readonly pageInfo: { readonly hasNextPage: boolean };
  };
}

interface RawCommit {
  readonly oid?: string;
  readonly associatedPullRequests?: { readonly nodes: readonly (RawChange | null)[] | null } | null;
}

/** See the port: one request for 25 commits. */
export async function changesOf(
  client: Client,
  shas: readonly string[],
): Promise<{ readonly pullRequests: readonly ReviewedChange[]; readonly direct: readonly string[] }> {
  const pullRequests = new Map<number, ReviewedChange>();
  const direct: string[] = [];
  for (let start = 0; start < shas.length; start += perRequest) {
    const batch = shas.slice(start, start + perRequest);
    const repository = await askGraph<Readonly<Record<string, RawCommit | null>>>(client, "the reviews", {
      query: changesQuery(batch.length),
      variables: Object.fromEntries(batch.map((sha, at) => [`c${at}`, sha])),
    });
    for (const [at, sha] of batch.entries()) {
      const merged = mergedOf(repository[`c${at}`]);
      if (merged.length === 0) direct.push(sha);
      for (const change of merged) pullRequests.set(change.number, toReviewed(change));
    }
  }
  return { pullRequests: [...pullRequests.values()].toSorted((a, b) => a.number - b.number), direct };
}

/** The whole question about so many commits. */
export function changesQuery(count: number): string {
  const names = Array.from({ length: count }, (_, at) => `c${at}`);
  const variables = names.map((name) => `, $${name}: GitObjectID!`).join("");
  const objects = names.map((name) => `    ${name}: object(oid: $${name}) { ${changesFields} }`).join("\n");
  return `query Changes($owner: String!, $name: String!${variables}) {\n  repository(owner: $owner, name: $name) {\n${objects}\n  }\n}`;
}

/** GitHub lists open pull requests too for a commit that is not in the default branch yet: they brought nothing. */
function mergedOf(commit: RawCommit | null | undefined): readonly RawChange[] {
  const nodes = commit?.associatedPullRequests?.nodes ?? [];
  return nodes.flatMap((node) => (node?.state === "MERGED" ? [node] : []));
}

function toReviewed({ number, url, headRefOid, author, latestOpinionatedReviews, reviewThreads }: RawChange) {
  const opinions = (latestOpinionatedReviews?.nodes ?? []).filter((review) => review !== null);
  const approvals = opinions.filter(
    (review) =>
      review.state === "APPROVED" && review.authorCanPushToRepository && review.author?.login !== author?.login,
  );
  return {
    number,
    url,
    approvedBy: approvals.flatMap((review) =>
      review.commit?.oid === headRefOid && review.author !== null ? [review.author.login] : [],
    ),
    isOutdated: approvals.some((review) => review.commit?.oid !== headRefOid),
    unresolvedThreads: (reviewThreads.nodes ?? []).filter((thread) => thread?.isResolved === false).length,
    moreThreads: reviewThreads.pageInfo.hasNextPage,
  };
}
