import { asFault, exitCode } from "#faults";
import type { Fact } from "#machine";
import { event, printable } from "#report";
import { readOrThrow, type Workplace } from "#stages";

import { codeOf } from "./driven.ts";
import type { Wanted } from "./keys.ts";
import type { Command } from "./parse.ts";
import type { Terminal } from "./run.ts";

/** As often as a driver looks for what people ask. */
const lookEveryMs = 2_000;

interface Watching {
  readonly workplace: Workplace;
  readonly id: string;
  readonly terminal: Terminal;
  /** Carries out the command that a key stands for. */
  readonly carryOut: (command: KeyCommand) => Promise<number>;
}

/**
 * Shows a release that somebody else drives, until it is over or the reader leaves; with keys where a person sits at a
 * terminal. Elsewhere a release that waits ends it too: nobody is there to answer.
 */
export async function followRelease(watching: Watching): Promise<number> {
  const { workplace, terminal } = watching;
  const id = (await readOrThrow(workplace, watching.id)).id;
  for (let seen = 0; ;) {
    const end = await watchUntil({ ...watching, id }, seen);
    terminal.screen.end();
    if (typeof end.wanted === "number") return end.wanted;
    ({ seen } = end);
    try {
      await watching.carryOut(commandOf(end.wanted, id));
    } catch (thrown) {
      const { code, message, hint } = asFault(thrown);
      if (code === "bug" || workplace.surroundings.signal.aborted) throw thrown;
      terminal.print(`${message}\n${hint}\n`);
    }
  }
}

type Deed = Extract<Wanted, { kind: "deed" | "report" }>;

interface Seen {
  /** How many facts were told. */
  readonly seen: number;
  /** What a key asked for, or the exit code. */
  readonly wanted: Deed | number;
}

async function watchUntil({ workplace, id, terminal }: Watching, told: number): Promise<Seen> {
  const { screen, seat } = terminal;
  const { clock, signal } = workplace.surroundings;
  const left = new AbortController();
  let wanted: Wanted | undefined;
  const leave = (by: Wanted): void => {
    wanted = by;
    left.abort();
  };
  let seen = told;
  let desk: { close(): void } | undefined;
  try {
    for (;;) {
      const { facts, record, live } = await readOrThrow(workplace, id);
      screen.follow({ id, record });
      for (const line of newsIn(facts.slice(told === 0 && seen === 0 ? -1 : seen))) screen.say(line);
      seen = facts.length;
      if (record.settled !== undefined || !live) return { seen, wanted: codeOf(record.settled?.outcome ?? "failed") };
      if (seat === undefined && record.suspended !== undefined) return { seen, wanted: exitCode.waiting };
      desk ??= seat === undefined ? undefined : await openDesk(terminal, id, leave);
      await clock.sleep(lookEveryMs, AbortSignal.any([signal, left.signal])).catch(() => undefined);
      if (wanted !== undefined && wanted.kind !== "quit") return { seen, wanted };
      if (wanted === undefined && !signal.aborted) continue;
      return { seen, wanted: record.suspended === undefined ? exitCode.ok : exitCode.waiting };
    }
  } finally {
    desk?.close();
  }
}

async function openDesk({ seat, screen }: Terminal, id: string, leave: (wanted: Wanted) => void) {
  if (seat === undefined) return undefined;
  const { openKeyDesk } = await import("./key-desk.ts");
  // To look on is all that ends with a Ctrl-C.
  const onlooker = { ...seat, interrupt: () => leave({ kind: "quit" }) };
  return openKeyDesk(onlooker, screen, { id, quitAsks: false, onWanted: leave });
}

const newsIn = (facts: readonly Fact[]): readonly string[] => facts.flatMap((fact) => event(fact) ?? []).map(printable);

/** What keys may carry out. */
export type KeyCommand = Extract<Command, { kind: "report" | "request" | "rollback" }>;

/** The very command: its authorisation, its record, its words. */
function commandOf(wanted: Deed, id: string): KeyCommand {
  if (wanted.kind === "report") return { kind: "report", id, format: "md" };
  const { deed, reason } = wanted;
  return deed === "rollback" ? { kind: deed, from: id, reason } : { kind: "request", ask: deed, id, reason };
}
