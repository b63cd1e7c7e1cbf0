import { asFault, type ReleaseFault } from "#faults";
import type { StoredRelease } from "#journal";

import type { Telling } from "./notices.ts";
import { configAt, type Workplace } from "../open.ts";

/** What people owe a hotfix and should have done by now: its review (decision 19), or what to do about failed journeys. */
export interface OverdueReview {
  readonly release: string;
  readonly what: "review" | "decision";
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

/** The issues of these releases whose time is over and that are still open. Asks the code host for those only. */
export async function overdueReviews(
  { forge, surroundings }: Workplace,
  releases: readonly StoredRelease[],
): Promise<readonly OverdueReview[]> {
  const now = surroundings.clock.now();
  const late = releases.flatMap(({ id, record }) =>
    record.published.flatMap(({ what: page, url, due }) => {
      const what: OverdueReview["what"] = page === "review-issue" ? "review" : "decision";
      const lateMs = due === undefined ? -1 : now - Date.parse(due);
      const issue = Number(url.slice(url.lastIndexOf("/") + 1));
      return due !== undefined && lateMs >= 0 && lateMs < shownForMs
        ? [{ release: id, what, url, due, issue, text: textOf({ release: id, what, url, due }) }]
        : [];
    }),
  );
  const found = await Promise.all(late.map(async (one) => ({ ...one, seen: await forge.findIssue(one.issue) })));
  return found.flatMap(({ seen, ...one }) => (seen?.open === true ? [{ ...one, assignees: seen.assignees }] : []));
}

const about = { review: "the review of", decision: "what to do about failed journeys of" } as const;

function textOf({ release, what, url, due }: Pick<OverdueReview, "release" | "what" | "url" | "due">): string {
  return `overdue since ${due}: ${about[what]} hotfix ${release}, ${url}`;
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
      const body =
        `${people.join(" ")} this ${review.what} was due at ${review.due}. Close the issue when it is done.`.trim();
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

/** What the channels are told of overdue reviews: once a day each. */
export function tellingsOfReminders(
  { surroundings: { clock } }: Workplace,
  reminders: readonly Reminder[],
): readonly Telling[] {
  const now = clock.now();
  return reminders.map(({ release, text, due }) => ({
    event: "review-overdue",
    priority: "P2",
    release,
    labels: ["HOTFIX"],
    title: text,
    lines: [],
    commands: [],
    at: new Date(now).toISOString(),
    number: Math.floor((now - Date.parse(due)) / (24 * 3_600_000)) + 1,
  }));
}
