import { asFault, ReleaseFault } from "#faults";
import { NewsError } from "#journal";

import { moveTo, type StageContext } from "./context.ts";
import { revertTraffic } from "./rollback/revert-traffic.ts";

/** What taking a split back may last: a runner ends a cancelled step after 7.5 s, and the leases are to be given back too. */
const takeBackMs = 3_000;

/**
 * What is done when the process was told to stop. Traffic that is split goes back, since nobody would watch it: the
 * verdict is recorded, one call is made, and whoever goes on proves and ends the rollback. All else stays as it is, to
 * be continued. Returns the fault that says where the release stands.
 */
export async function stopped(context: StageContext, thrown: unknown): Promise<ReleaseFault> {
  const { driver, clock, signal } = context;
  const enough = new AbortController();
  const late = clock.sleep(takeBackMs, enough.signal).catch(() => undefined);
  const lateness = new AbortController();
  void late.then(() => lateness.abort(signal.reason));
  // A failure here is no news to anybody: the record says what was begun, and the next driver begins there.
  const takenBack = takeBack({ ...context, signal: lateness.signal }, why(signal)).catch((failed: unknown) =>
    context.say(`traffic was not taken back: ${asFault(failed).message}`),
  );
  await Promise.race([takenBack, late]);
  enough.abort();
  const { id, record } = driver;
  const share = record.deployments.get("production")?.percent;
  const where = share === undefined ? record.state : `${record.state}, ${share} % of production on ${record.plan.tag}`;
  return new ReleaseFault("remote", `${why(signal)}: ${id} stays in ${where}. Nothing is lost`, {
    hint: `Continue with: release resume ${id}`,
    cause: thrown,
  });
}

function why({ reason }: AbortSignal): string {
  return reason instanceof Error ? reason.message : "Stopped";
}

async function takeBack(context: StageContext, reason: string): Promise<void> {
  const { driver } = context;
  const previous = driver.record.deployments.get("production")?.previous;
  if (previous === undefined || !(await isSplit(context))) return;
  try {
    if (driver.record.verdict === undefined)
      driver.decide({ type: "verdict", trigger: "manual", reason: `${reason} while traffic was split`, evidence: [] });
    if (driver.record.state !== "rolled_back") moveTo(driver, "rolled_back", reason);
    await revertTraffic(context, await context.target("production"), previous);
    await driver.flush();
  } catch (thrown) {
    // A request of a person came first and voided the decision; none of them makes a split that is left alone right.
    if (thrown instanceof NewsError) return takeBack(context, reason);
    throw thrown;
  }
}

/** By what the platform says: a shift that was begun may have happened. */
async function isSplit({ driver, target }: StageContext): Promise<boolean> {
  const { state, touched, plan } = driver.record;
  const goesOn = state === "production" || state === "production_canary" || state === "rolled_back";
  if (!goesOn || !touched.has("production")) return false;
  const { revisions } = await (await target("production")).observe();
  const percent = revisions.find(({ version }) => version === plan.tag)?.percent ?? 0;
  return percent > 0 && percent < 100;
}
