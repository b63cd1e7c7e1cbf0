import { asFault } from "#faults";

import type { StageContext } from "./context.ts";

const dueMs = 24 * 3_600_000;

/**
 * Every hotfix is looked at afterwards, within a day (decision 19): an issue asks for it. Where the host takes none, that
 * is a warning and stops nothing.
 */
export async function openReviewIssue(context: StageContext): Promise<void> {
  const { driver, forge, clock, say } = context;
  const { plan, pullRequest } = driver.record;
  // Written first: until then the tag has no time of its own, only that of whoever looks.
  await driver.flush();
  const due = new Date(Date.parse(driver.record.tag?.at ?? "") + dueMs || clock.now() + dueMs).toISOString();
  await driver.step(
    "review-issue",
    async () => {
      try {
        return await forge.ensureIssue({
          marker: `release-command review of ${driver.id}`,
          title: `Review hotfix ${plan.releaseVersion} by ${due.slice(0, 16).replace("T", " ")} UTC`,
          label: "hotfix-review",
          body: bodyOf({ version: plan.releaseVersion, incident: plan.incident?.id, pull: pullRequest?.url, due }),
        });
      } catch (thrown) {
        const fault = asFault(thrown);
        if (fault.code === "bug") throw thrown;
        say(`no review issue: ${fault.message}`);
        driver.observe({ type: "warned", message: `The review of this hotfix has no issue: ${fault.message}` });
        return null;
      }
    },
    { facts: (url) => (url === null ? [] : [{ type: "published", what: "review-issue", url, due }]) },
  );
}

function bodyOf({
  version,
  incident,
  pull,
  due,
}: {
  readonly version: string;
  readonly incident: string | undefined;
  readonly pull: string | undefined;
  readonly due: string;
}): string {
  return [
    `Hotfix ${version} took the fast track${incident === undefined ? "" : ` for ${incident}`}: look at it in peace until ${due}.`,
    "",
    `- [ ] the change${pull === undefined ? "" : `: ${pull}`}`,
    "- [ ] the gates that the fast track leaves out",
    "- [ ] what would have kept it from happening",
    "",
    "Close this issue when that is done.",
  ].join("\n");
}
