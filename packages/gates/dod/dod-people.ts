import type { DodEvidence } from "./dod-evidence.ts";
import { failed, firstLinked, firstOf, isUnknown, later, passed, type Judgement } from "./dod-judgement.ts";

/** Each pull request approved on its last commit by somebody else; what came by none needs the release's own. */
export function codeReview({ changes, review, approvals }: DodEvidence): Judgement {
  if (isUnknown(changes)) return later(`Reviews of the changes are not known: ${changes.unknown}.`);
  const { pullRequests, direct, notAsked } = changes;
  const unapproved = pullRequests.filter(({ approvedBy }) => approvedBy.length === 0);
  if (unapproved.length > 0 && approvals > 0) {
    const [which, url] = firstLinked(
      unapproved.map((pull) => ({
        ...pull,
        name: `${pull.name}${pull.isOutdated ? " (approved before its end)" : ""}`,
      })),
    );
    return failed(
      `${unapproved.length} of ${pullRequests.length} pull requests were merged without approval of their last commit: ${which}.`,
      "Have somebody but the author approve them, as they are merged, then retry the release.",
      url,
    );
  }
  const reviewed =
    pullRequests.length === 0 ? "No pull request is in the range" : `${pullRequests.length} pull requests in the range`;
  const approved = pullRequests.length === 0 || unapproved.length > 0 ? reviewed : `All ${reviewed} were approved`;
  const rest = [
    ...(direct.length > 0 ? [`${direct.length} commits were pushed directly (${firstOf(direct)})`] : []),
    ...(notAsked > 0 ? [`${notAsked} older commits were not looked at`] : []),
  ];
  const seen = [approved, ...rest].join("; ");
  if (approvals === 0) return passed(`${seen}; review.approvals is 0: nobody has to approve.`, review?.url);
  if (rest.length === 0 && pullRequests.length > 0) return passed(`${seen}.`, pullRequests[0]?.url);
  if (review === undefined) return later(`${seen}; the release's own pull request must be approved.`);
  if (review.approvedBy.length === 0) return later(`${seen}; nobody approved ${review.name} yet.`, review.url);
  return passed(`${seen}; ${review.approvedBy.join(", ")} approved ${review.name}.`, review.url);
}

/** New behaviour comes with words about it, unless its commits or its reviewers say that it needs none. */
export function documentation({ documentation: seen, review, approvals }: DodEvidence): Judgement {
  const { changedFiles, features, breakingChanges, waived } = seen;
  if (changedFiles.length > 0) return passed(`Documentation changed: ${firstOf(changedFiles)}.`);
  if (breakingChanges > 0) {
    return failed(
      `${breakingChanges} breaking changes and no documentation changed.`,
      "Describe how users migrate, for example in README.md or docs/; or say `Docs: none` in the footer of the commit.",
    );
  }
  const words = waived > 0 ? ` (${waived} say Docs: none)` : "";
  if (features === 0) return passed(`No new feature and no breaking change needs documentation${words}.`);
  const undocumented = `${features} new features and no documentation changed${words}`;
  if (approvals === 0) return passed(`${undocumented}; review.approvals is 0: nobody has to accept that.`);
  if (review === undefined) return later(`${undocumented}; the release's reviewers decide whether that is right.`);
  if (review.approvedBy.length === 0) return later(`${undocumented}; nobody accepted that in ${review.name} yet.`);
  return passed(`${undocumented}; ${review.approvedBy.join(", ")} accepted that in ${review.name}.`, review.url);
}

/** The project's own CI on the commit that the release starts from; the release's pull request has its own. */
export function ciStatus({ ciChecks, review }: DodEvidence): Judgement {
  if (isUnknown(ciChecks)) return later(`CI checks are not known: ${ciChecks.unknown}.`);
  const pending = ciChecks.filter(({ state }) => unfinished.has(state));
  const broken = ciChecks.filter(({ state }) => state !== "success" && !unfinished.has(state));
  if (broken.length > 0) {
    const [which, url] = firstLinked(broken.map((check) => ({ ...check, name: `${check.name} (${check.state})` })));
    return failed(
      `CI checks failed: ${which}.`,
      "Make them green on that commit: run them again there, or correct and retry.",
      url,
    );
  }
  if (pending.length > 0) {
    const [which, url] = firstLinked(pending);
    return later(`CI checks are still running: ${which}.`, url);
  }
  if (ciChecks.length > 0) {
    const [which, url] = firstLinked(ciChecks);
    return passed(`All ${ciChecks.length} CI checks of the commit are green: ${which}.`, url);
  }
  if (review === undefined)
    return later("No CI check is reported for this commit; those of the release's pull request must be green.");
  if (review.checksNotGreen.length > 0) {
    const which = firstOf(review.checksNotGreen);
    return later(
      `No CI check is reported for this commit, and those of ${review.name} are not green: ${which}.`,
      review.url,
    );
  }
  return passed(`No CI check is reported for this commit, and none of ${review.name} is missing or red.`, review.url);
}

const unfinished: ReadonlySet<string> = new Set(["pending", "expected"]);

/** Nothing that people marked as in the way: a labelled issue, a conversation without an end. */
export function blockers({ blockers: issues, blockingLabels, changes }: DodEvidence): Judgement {
  if (!isUnknown(issues) && issues.length > 0) {
    const [which, url] = firstLinked(issues);
    return failed(`Open issues block the release: ${which}.`, "Close them, or take the blocking label off.", url);
  }
  const talked = isUnknown(changes)
    ? []
    : changes.pullRequests.filter(({ unresolvedThreads }) => unresolvedThreads > 0);
  if (talked.length > 0) {
    const count = talked.reduce((sum, { unresolvedThreads }) => sum + unresolvedThreads, 0);
    const [which, url] = firstLinked(talked);
    return failed(
      `${count} review threads are unresolved in ${which}.`,
      "Resolve them there, then retry the release.",
      url,
    );
  }
  if (isUnknown(issues)) return later(`Blocking issues are not known: ${issues.unknown}.`);
  if (isUnknown(changes)) return later(`Review threads are not known: ${changes.unknown}.`);
  const long = changes.pullRequests.filter(({ moreThreads }) => moreThreads);
  const [, url] = firstLinked(long);
  const partly = long.length === 0 ? "" : `; of ${firstLinked(long)[0]} only the first 100 threads were looked at`;
  const labels =
    blockingLabels.length === 0 ? "no label blocks" : `no open issue has the label ${blockingLabels.join(" or ")}`;
  return passed(`No review thread is open, and ${labels}${partly}.`, url);
}
