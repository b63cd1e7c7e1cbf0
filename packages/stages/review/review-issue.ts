import type { StageContext } from "../context.ts";
import { openIssue } from "../rollback/open-issue.ts";

const dueMs = 24 * 3_600_000;

/**
 * Every hotfix is looked at afterwards, within a day (decision 19): an issue asks for it. Where the host takes none, that
 * is a warning and stops nothing.
 */
export async function openReviewIssue(context: StageContext): Promise<void> {
  const { driver, clock } = context;
  const { plan, pullRequest } = driver.record;
  // Written first: until then the tag has no time of its own, only that of whoever looks.
  await driver.flush();
  const due = new Date(Date.parse(driver.record.tag?.at ?? "") + dueMs || clock.now() + dueMs).toISOString();
  const incident = plan.incident === undefined ? "" : ` for ${plan.incident.id}`;
  await openIssue(context, {
    what: "review-issue",
    title: `Review hotfix ${plan.releaseVersion} by ${due.slice(0, 16).replace("T", " ")} UTC`,
    label: "hotfix-review",
    lines: [
      `Hotfix ${plan.releaseVersion} took the fast track${incident}: look at it in peace until ${due}.`,
      "",
      `- [ ] the change${pullRequest === undefined ? "" : `: ${pullRequest.url}`}`,
      "- [ ] the gates that the fast track leaves out",
      "- [ ] what would have kept it from happening",
      "",
      "Close this issue when that is done.",
    ],
    due,
    lack: "The review of this hotfix",
  });
}
