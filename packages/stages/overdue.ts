import { asFault, type ReleaseFault } from "#faults";
import type { StoredRelease } from "#journal";

import { configAt, type Workplace } from "./open.ts";

/** A review of a hotfix that should be done by now (decision 19). */
export interface OverdueReview {
  readonly release: string;
  readonly url: string;
  /** ISO 8601. */
  readonly due: string;
  readonly issue: number;
  readonly assignees: readonly string[];
  /** One line for people. */
  readonly text: string;
}

/** What nobody looked at for a month is history. */
const shownForMs = 30 * 24 * 3_600_000;

/** The reviews among these releases whose time is over and whose issue is still open. Asks the code host for those only. */
export async function overdueReviews(
  { forge, surroundings }: Workplace,
  releases: readonly StoredRelease[],
): Promise<readonly OverdueReview[]> {
  const now = surroundings.clock.now();
  const late = releases.flatMap(({ id, record }) =>
    record.published.flatMap(({ what, url, due }) => {
      const lateMs = what === "review-issue" && due !== undefined ? now - Date.parse(due) : -1;
      const issue = Number(url.slice(url.lastIndexOf("/") + 1));
      return due !== undefined && lateMs >= 0 && lateMs < shownForMs
        ? [{ release: id, url, due, issue, text: textOf(id, url, due) }]
        : [];
    }),
  );
  const found = await Promise.all(late.map(async (one) => ({ ...one, seen: await forge.findIssue(one.issue) })));
  return found.flatMap(({ seen, ...one }) => (seen?.open === true ? [{ ...one, assignees: seen.assignees }] : []));
}

function textOf(release: string, url: string, due: string): string {
  return `overdue since ${due}: the review of hotfix ${release}, ${url}`;
}

/** What became of a reminder. */
export type Reminder = OverdueReview & { readonly fault?: ReleaseFault };

/**
 * Reminds of every overdue review below its issue: those who have it, else those who are on call by the configuration of
 * the default branch. Once a day (UTC), however many remind: the comment is found by release and day.
 */
export async function remindOfReviews(workplace: Workplace): Promise<readonly Reminder[]> {
  const { forge, git, journal, surroundings } = workplace;
  const reviews = await overdueReviews(workplace, await journal.every());
  if (reviews.length === 0) return [];
  const branch = await forge.defaultBranch();
  const { roles } = (await configAt(git, `refs/remotes/origin/${branch}`)).config;
  const day = new Date(surroundings.clock.now()).toISOString().slice(0, 10);
  return Promise.all(
    reviews.map(async (review): Promise<Reminder> => {
      const people = review.assignees.length > 0 ? review.assignees.map((login) => `@${login}`) : teamsOf(roles.onCall);
      const body = `${people.join(" ")} this review was due at ${review.due}. Close the issue when it is done.`.trim();
      try {
        await forge.ensureComment(review.issue, `release-command overdue ${review.release} ${day}`, body);
        return review;
      } catch (thrown) {
        return { ...review, fault: asFault(thrown) };
      }
    }),
  );
}

/** Roles of the repository cannot be called, people and teams can. */
function teamsOf(holders: readonly string[]): readonly string[] {
  return holders.filter((holder) => holder.startsWith("@"));
}
