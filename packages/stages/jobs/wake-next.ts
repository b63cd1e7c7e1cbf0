import { asFault } from "#faults";

import { fetchAll, type Workplace } from "../open.ts";
import { queueFor, waitedFor } from "../queue/queue.ts";
import { lookAt, wakeByEvent } from "./watch-job.ts";

/**
 * A run that ends, or that has to queue up, wakes whoever is next for each environment, so that nobody waits for the
 * schedule. Only on the code host, where a run can be asked for; elsewhere people are told. Never a fault: the watchdog
 * looks again.
 */
export async function wakeNext(workplace: Workplace): Promise<void> {
  try {
    await wakeFirsts(workplace);
  } catch (thrown) {
    workplace.surroundings.say(`nobody was woken in the queue: ${asFault(thrown).message}`);
  }
}

async function wakeFirsts(workplace: Workplace): Promise<void> {
  const { journal, git, surroundings } = workplace;
  const waiting = (await journal.live()).filter(({ record }) => waitedFor(record) !== undefined);
  if (waiting.length === 0) return;
  await fetchAll(git);
  const isRun = surroundings.env["GITHUB_ACTIONS"] === "true";
  for (const environment of ["staging", "production"] as const) {
    const [first] = queueFor(waiting, environment);
    if (first === undefined) continue;
    const { did, reason } = await lookAt(workplace, first, isRun ? wakeByEvent(workplace) : undefined);
    if (did === "woke") surroundings.say(`${first.id} is next for ${environment}: a run was asked for`);
    else if (did === "may-go-on")
      surroundings.say(`${first.id} is next for ${environment}: release resume ${first.id}`);
    else if (did === "fault")
      surroundings.say(`${first.id} is next for ${environment} and could not be woken: ${reason}`);
  }
}
