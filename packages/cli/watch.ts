import { exitCode } from "#faults";
import {
  emptyOutbox,
  remindOfReviews,
  resumeRelease,
  tellingsOfReminders,
  watchJob,
  type Delivery,
  type Sighting,
  type Wake,
  type Workplace,
} from "#stages";

import type { Terminal } from "./run.ts";

const words: Readonly<Record<Sighting["did"], string>> = {
  woke: "went on",
  "may-go-on": "may go on",
  left: "waits",
  fault: "could not be looked at, or not go on",
};

/** What a schedule on any CI calls: looks at every live release, and with `--resume` goes on here with those that may. */
export async function watch(
  workplace: Workplace,
  { resume }: { readonly resume: boolean },
  { print, screen }: Terminal,
): Promise<number> {
  const drive: Wake = async ({ id }) => {
    const { end } = await resumeRelease(workplace, id, (driver) => screen.follow(driver));
    screen.say(`${id}: ${end}`);
  };
  const sightings = await watchJob(workplace, resume ? drive : undefined);
  const reminders = await remindOfReviews(workplace);
  const deliveries = await emptyOutbox(workplace, tellingsOfReminders(workplace, reminders));
  screen.end();
  if (sightings.length === 0) print("No release is under way.\n");
  for (const { id, state, did, reason, fault } of sightings) {
    print(`${id} (${state}) ${words[did]}: ${reason}\n`);
    if (did === "may-go-on") print(`  release resume ${id}\n`);
    if (fault !== undefined) print(`  ${fault.hint}\n`);
  }
  for (const review of reminders) {
    print(`${review.text}\n`);
    if (review.fault !== undefined)
      print(`  nobody could be reminded: ${review.fault.message}\n  ${review.fault.hint}\n`);
  }
  for (const line of untold(deliveries)) print(`${line}\n`);
  if (sightings.some(({ did }) => did === "fault") || reminders.some(({ fault }) => fault !== undefined))
    return exitCode.failed;
  return sightings.some(({ did }) => did === "may-go-on") ? exitCode.waiting : exitCode.ok;
}

/** The notices that did not arrive, a line each; they are sent again later. */
export function untold(deliveries: readonly Delivery[]): readonly string[] {
  return deliveries.flatMap(({ key, channel, status, reason }) =>
    status === "failed" ? [`channel ${channel} did not take the notice “${key}”: ${reason ?? "no reason given"}`] : [],
  );
}
