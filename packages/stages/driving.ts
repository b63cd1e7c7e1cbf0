import { LostLeaseError, NewsError, type Driver, type StoredRelease } from "#journal";
import { isSettled, type Deed, type Fact, type ReleaseRecord, type State } from "#machine";

import { authorise, goingOn, type Wish } from "./people/authority.ts";
import { fetchForChannels } from "./views/channels.ts";
import type { Ports, StageContext } from "./context.ts";
import { openCourier, type Courier } from "./views/courier.ts";
import { driveWithin, succeeded, type DriveEnd } from "./drive.ts";
import { openFollower } from "./views/follower.ts";
import { readOrThrow } from "./commands/known-release.ts";
import { configAt, fetchAll, portsOf, type Workplace } from "./open.ts";
import { publish } from "./records/publication.ts";
import { waitedFor } from "./queue/queue.ts";
import { wakeNext } from "./jobs/wake-next.ts";
import { isWoken } from "./jobs/woken.ts";

/** Where a job left the release. */
export interface Driven {
  readonly id: string;
  readonly end: DriveEnd | "left";
  readonly record: ReleaseRecord;
  /** What was recorded while this process drove. */
  readonly told?: readonly Fact[];
}

/** What a job does with the driver before it drives on, unless it suspended the release; it is repeated when a request came first. */
export type Prepare = (context: StageContext) => Promise<"suspended" | "ready">;

/** What one process does with a release. */
export interface Job extends Pick<StageContext, "journeysElsewhere"> {
  /** The states that it drives in; it leaves the release in others. */
  readonly within: readonly State[];
  readonly prepare?: Prepare;
}

/**
 * Reads a release as a fresh runner has to: everything that other machines pushed is here afterwards. A woken run has no
 * author, so nobody is asked for a role: it does what somebody with the role began.
 */
export async function loadRelease(workplace: Workplace, id: string, deed?: Deed): Promise<StoredRelease> {
  const stored = await readOrThrow(workplace, id);
  if (!isWoken(workplace)) await authorise(workplace, wishFor(workplace, stored, deed));
  await fetchAll(workplace.git);
  return stored;
}

function wishFor(workplace: Workplace, stored: StoredRelease, deed: Deed | undefined): Wish {
  const wish = goingOn(stored, workplace);
  return deed === undefined ? wish : { ...wish, deeds: [deed, ...wish.deeds] };
}

/** Takes the lease of a release, drives it inside these states, and gives the lease back whatever happened. */
export async function driveJob(workplace: Workplace, { id }: Pick<StoredRelease, "id">, job: Job): Promise<Driven> {
  const driver = await workplace.journal.drive(id, { onWait: waitingFor(workplace) });
  return useDriver(workplace, driver, job);
}

/** The same for a driver that is there already. */
export async function useDriver(
  workplace: Workplace,
  driver: Driver,
  { within, prepare, journeysElsewhere = false }: Job,
): Promise<Driven> {
  const known = driver.facts.length;
  let next = false;
  const follower = openFollower(workplace, driver);
  let courier: Courier | undefined;
  try {
    const { plan } = driver.record;
    const { config } = await configAt(workplace.git, plan.baseSha);
    const ports = await portsOf(workplace, config, driver.id);
    courier = courierOf(workplace, driver, ports);
    const tell = (): void => {
      follower.look();
      courier?.look();
    };
    const context = { ...ports, driver, journeysElsewhere, tell };
    const begun = prepare === undefined ? "ready" : await prepared(context, prepare);
    const end = begun === "suspended" ? begun : await driveWithin(context, within, tell);
    if (end === "completed" || end === "rolled_back" || end === "redeployed") await publish(workplace, driver.id, plan);
    if (end !== "left" && (end !== "suspended" || waitedFor(driver.record) !== undefined)) next = true;
    return { id: driver.id, end, record: driver.record, told: driver.facts.slice(known) };
  } finally {
    await driver.close();
    await Promise.all([follower.end(), courier?.end()]);
    if (next) await wakeNext(workplace);
  }
}

function courierOf(workplace: Workplace, driver: Driver, { config, clock, forge, scrub }: Ports): Courier {
  const { env, signal } = workplace.surroundings;
  const { notify, metrics } = config;
  const fetch = fetchForChannels(workplace.surroundings);
  return openCourier(workplace, driver, { notify, metrics, env, forge, clock, scrub, signal, fetch });
}

/** Says once for whom and how long a successor waits; it is asked about again and again. */
export function waitingFor({ surroundings }: Workplace): (ms: number, holder: string) => void {
  let told: string | undefined;
  return (ms, holder) => {
    if (told === holder) return;
    told = holder;
    surroundings.say(`waiting up to ${Math.ceil(ms / 1000)} s until the last driver (${holder}) is surely gone`);
  };
}

/** A request that arrives drops decisions: then the record is looked at again, and they are made anew. */
async function prepared(context: StageContext, prepare: Prepare): Promise<"suspended" | "ready"> {
  for (;;) {
    try {
      return await prepare(context);
    } catch (thrown) {
      if (thrown instanceof LostLeaseError) throw succeeded(context.driver.id, thrown);
      if (!(thrown instanceof NewsError)) throw thrown;
    }
  }
}

/** Whether nothing is left of a release but its archive. */
export function isOver({ live, record }: StoredRelease): boolean {
  return !live || isSettled(record);
}
