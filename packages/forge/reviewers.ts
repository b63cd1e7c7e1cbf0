import type { Client } from "./client.ts";
import { HostFault } from "./host-fault.ts";
import type { RawPullRequest } from "./pull-requests.ts";
import { isTeam } from "./code-owners.ts";
import { routes } from "./routes.ts";

/** Adds the labels that are missing. What cannot be added is told, not thrown: labels are a view. */
export async function ensureLabels(client: Client, pull: RawPullRequest, wanted: readonly string[]) {
  const missing = wanted.filter((name) => !pull.labels.some((label) => label.name === name));
  if (missing.length === 0) return [];
  return warn(`Labels ${missing.join(", ")} could not be added`, () =>
    client.request(routes.addLabels, { ...client.at, issue_number: pull.number, labels: missing }),
  );
}

/**
 * Asks those who were not asked and have not reviewed; `org/team` is a team. The author is never asked.
 * One who cannot be asked does not keep the others from it.
 */
export async function ensureReviewers(client: Client, pull: RawPullRequest, wanted: readonly string[]) {
  const asked = new Set([
    ...(pull.requested_reviewers ?? []).map(({ login }) => login.toLowerCase()),
    ...(pull.requested_teams ?? []).map(({ slug }) => `/${slug.toLowerCase()}`),
    (pull.user?.login ?? "").toLowerCase(),
  ]);
  const missing = wanted.map((name) => name.replace(/^@/, "")).filter((name) => !asked.has(keyOf(name)));
  if (missing.length === 0) return [];
  const reviews = await reviewersSoFar(client, pull.number);
  const warnings = [...reviews.warnings];
  // A team's request vanishes with the first review of a member: with any review, teams are left in peace.
  const open = missing.filter((name) => (isTeam(name) ? reviews.logins.size === 0 : !reviews.logins.has(keyOf(name))));
  if (open.length === 0) return warnings;
  const together = await ask(client, pull.number, open);
  if (together.length === 0) return warnings;
  if (open.length === 1) return [...warnings, ...together];
  for (const name of open) warnings.push(...(await ask(client, pull.number, [name])));
  return warnings;
}

async function reviewersSoFar(client: Client, number: number) {
  const logins = new Set<string>();
  const warnings = await warn("Reviews could not be listed", async () => {
    const { data } = await client.request(routes.listReviews, { ...client.at, pull_number: number, per_page: 100 });
    for (const { user } of data) if (user !== null) logins.add(user.login.toLowerCase());
  });
  return { logins, warnings };
}

function ask(client: Client, number: number, names: readonly string[]): Promise<readonly string[]> {
  return warn(`${names.join(", ")} could not be asked for a review`, () =>
    client.request(routes.requestReviewers, {
      ...client.at,
      pull_number: number,
      reviewers: names.filter((name) => !isTeam(name)),
      team_reviewers: names.filter(isTeam).map((name) => name.slice(name.indexOf("/") + 1)),
    }),
  );
}

/** Does what may fail without stopping anything; then it tells what failed. */
export async function warn(what: string, effect: () => Promise<unknown>): Promise<readonly string[]> {
  try {
    await effect();
    return [];
  } catch (thrown) {
    if (!(thrown instanceof HostFault)) throw thrown;
    return [`${what}: ${thrown.reason}`];
  }
}

function keyOf(name: string): string {
  return (isTeam(name) ? name.slice(name.indexOf("/")) : name).toLowerCase();
}
