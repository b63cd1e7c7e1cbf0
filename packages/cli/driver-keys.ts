import { randomUUID } from "node:crypto";

import { asFault } from "#faults";
import type { Driver } from "#journal";
import { releaseReport } from "#report";
import { askFor, readOrThrow, rollBackRelease, type Workplace } from "#stages";

import { openKeyDesk, type Seat } from "./key-desk.ts";
import type { Wanted } from "./keys.ts";
import type { Screen } from "./screen.ts";

/**
 * Keys beside a release that this process drives: what they ask for is recorded as anybody's request is, and the driver
 * obeys it within seconds.
 */
export function openDriverKeys(
  workplace: Workplace,
  { screen, seat }: { readonly screen: Screen; readonly seat: Seat },
  driver: Driver,
): { close(): void } {
  const { id } = driver;
  const answer = async (wanted: Wanted): Promise<void> => {
    try {
      screen.say(await answerTo(workplace, id, wanted, { screen, seat }));
    } catch (thrown) {
      const { message, hint } = asFault(thrown);
      screen.say(`${message} ${hint}`);
    }
  };
  return openKeyDesk(seat, screen, { id, quitAsks: true, onWanted: answer });
}

async function answerTo(
  workplace: Workplace,
  id: string,
  wanted: Wanted,
  { screen, seat }: { readonly screen: Screen; readonly seat: Seat },
): Promise<string> {
  if (wanted.kind === "quit") {
    seat.interrupt();
    return "stopping";
  }
  if (wanted.kind === "report") {
    screen.show(releaseReport((await readOrThrow(workplace, id)).facts));
    return `report of ${id} shown above; later: release report ${id}`;
  }
  const { deed, reason } = wanted;
  if (deed !== "rollback") await askFor(workplace, id, { kind: deed, id: randomUUID(), reason });
  else if (
    (await rollBackRelease(workplace, { from: id, reason, requestId: randomUUID() }, () => undefined)) !== "requested"
  )
    return `${id} was rolled back`;
  return `${deed} of ${id} is recorded`;
}
