import { exitCode } from "#faults";
import { emptyOutbox, type CommandEnd, type Economy, type OnDriver, type Workplace } from "#stages";

import type { Terminal } from "./run.ts";
import { untold } from "./watch.ts";

/** Drives a release with the screen on it, then says how it ended and what that cost. */
export async function driven(
  workplace: Workplace,
  terminal: Terminal,
  drive: (follow: OnDriver) => Promise<CommandEnd>,
): Promise<number> {
  const { screen, print, seat } = terminal;
  let keys: Promise<{ close(): void }> | undefined;
  const follow: OnDriver = (driver) => {
    screen.follow(driver);
    if (seat !== undefined)
      keys ??= import("./driver-keys.ts").then(({ openDriverKeys }) =>
        openDriverKeys(workplace, { screen, seat }, driver),
      );
  };
  const { id, end } = await drive(follow).finally(async () => (await keys)?.close());
  screen.end();
  print(`${ending[end].text(id)}\n${economyLine(workplace.economy())}\n`);
  // What channels did not take before is no reason for this command to fail.
  const { notify, metrics } = workplace.local.config;
  if (notify.channels.length > 0 || metrics.push.length > 0)
    for (const line of untold(await emptyOutbox(workplace).catch(() => []))) print(`${line}\n`);
  return codeOf(end);
}

const ending: Readonly<Record<CommandEnd["end"], { readonly code: number; readonly text: (id: string) => string }>> = {
  completed: { code: exitCode.ok, text: (id) => `${id} is released. Report: release report ${id}` },
  suspended: { code: exitCode.waiting, text: (id) => `${id} waits. See: release status ${id}` },
  rolled_back: { code: exitCode.rolledBack, text: (id) => `${id} was rolled back. Report: release report ${id}` },
  redeployed: { code: exitCode.ok, text: (id) => `${id}: the last good version serves. Report: release report ${id}` },
  failed: { code: exitCode.failed, text: (id) => `${id} failed. Report: release report ${id}` },
};

/** The exit code of a release that ended so. */
export const codeOf = (end: CommandEnd["end"]): number => ending[end].code;

function economyLine({ apiCalls, gitRequests, appends, facts }: Economy): string {
  return `${apiCalls} API calls, ${gitRequests} git requests, ${appends} appends, ${facts} facts`;
}
