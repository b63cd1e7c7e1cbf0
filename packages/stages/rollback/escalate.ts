import { asFault } from "#faults";
import type { FactBody } from "#machine";
import type { Target } from "#targets";

import type { StageContext } from "../context.ts";

/** The rollback cannot help itself: what production shows, what to type and whom to call are recorded, and people are called. */
export async function escalate(context: StageContext, reason: string, version: string | undefined): Promise<void> {
  const platform = await context.target("production");
  const { tag } = context.driver.record.plan;
  const manualSteps =
    version === undefined ? [`release start --type=hotfix --version=patch --base=${tag}`] : platform.manual(version);
  await callPeople(context, platform, {
    reason,
    manualSteps,
    moved: { type: "rollback-moved", to: "escalation", reason },
  });
}

/** Records what a platform shows, what to type there and whom to call, with the move that it is; then people are called. */
export async function callPeople(
  context: StageContext,
  platform: Target,
  call: { readonly reason: string; readonly manualSteps: readonly string[]; readonly moved: FactBody },
): Promise<void> {
  const { driver, say, scrub } = context;
  const { reason, manualSteps, moved } = call;
  const shows = scrub.value([...(await shownBy(platform)), ...peopleOf(context)]);
  say(`ESCALATION: ${reason}`);
  driver.decide({ type: "escalated", reason, manualSteps: [...manualSteps], shows }, moved);
  await driver.flush();
  context.tell?.();
}

/** What the platform says of itself now; that it says nothing is worth knowing too. */
async function shownBy(platform: Target): Promise<readonly string[]> {
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
function peopleOf({ config: { roles, notify } }: StageContext): readonly string[] {
  const room = notify.warRoom === undefined ? [] : [`war room: ${notify.warRoom}`];
  return [`on call: ${named(roles.onCall)}`, `technical lead: ${named(roles.technicalLead)}`, ...room];
}

function named(holders: readonly string[]): string {
  return holders.length === 0 ? "nobody is named" : holders.join(", ");
}
