import { asFault } from "#faults";
import type { Target } from "#targets";

import type { StageContext } from "./context.ts";

/** The rollback cannot help itself: what production shows, what to type and whom to call are recorded, and people are called. */
export async function escalate(context: StageContext, reason: string, version: string | undefined): Promise<void> {
  const { driver, target, say, scrub } = context;
  const platform = await target("production");
  const { tag } = driver.record.plan;
  const manualSteps =
    version === undefined ? [`release start --type=hotfix --version=patch --base=${tag}`] : platform.manual(version);
  const shows = scrub.value([...(await shownBy(platform)), ...peopleOf(context)]);
  say(`ESCALATION: ${reason}`);
  driver.decide(
    { type: "escalated", reason, manualSteps: [...manualSteps], shows },
    { type: "rollback-moved", to: "escalation", reason },
  );
  await driver.flush();
  context.tell?.();
}

/** What the platform says of itself now; that it says nothing is worth knowing too. */
export async function shownBy(platform: Target): Promise<readonly string[]> {
  try {
    const { revisions, url } = await platform.observe();
    const shown = revisions.map(
      ({ version, percent, healthy }) => `${version}: ${percent} % of traffic, ${healthy ? "healthy" : "not healthy"}`,
    );
    return [`${platform.environment} at ${url}`, ...shown];
  } catch (thrown) {
    return [`${platform.environment} does not answer: ${asFault(thrown).message}`];
  }
}

/** Who is called, by the configuration. */
export function peopleOf({ config: { roles, notify } }: StageContext): readonly string[] {
  const room = notify.warRoom === undefined ? [] : [`war room: ${notify.warRoom}`];
  return [`on call: ${named(roles.onCall)}`, `technical lead: ${named(roles.technicalLead)}`, ...room];
}

function named(holders: readonly string[]): string {
  return holders.length === 0 ? "nobody is named" : holders.join(", ");
}
