import { randomUUID } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";

import { exitCode, ReleaseFault } from "#faults";
import { board } from "#report";
import {
  askFor,
  declareEmergency,
  openingsOf,
  digestOfOutlook,
  emptyOutbox,
  falsePositiveLine,
  falsePositives,
  markFalsePositive,
  openWorkplace,
  overdueReviews,
  planFileText,
  planRelease,
  readOrThrow,
  redeploy,
  resumeRelease,
  retryRelease,
  rollBackRelease,
  startOf,
  startRelease,
  today,
  type StartCommand,
  type Surroundings,
  type Workplace,
} from "#stages";

import { showConfig } from "./config.ts";
import { driven } from "./driven.ts";
import { help } from "./help.ts";
import type { Seat } from "./key-desk.ts";
import type { Command } from "./parse.ts";
import { report } from "./report.ts";
import type { Screen } from "./screen.ts";
import { untold, watch } from "./watch.ts";

export interface Terminal {
  readonly print: (text: string) => void;
  readonly screen: Screen;
  /** Where keys come from; only where a person sits at a terminal. */
  readonly seat?: Seat;
}

/** What needs a clone and no code host: it is carried out without loading one. */
export type Local = Extract<Command, { kind: "lint-commits" | "changelog" | "smoke" | "analyze" }>;

/** Carries out one command. Returns the exit code; throws faults. */
export async function runCommand(
  command: Exclude<Command, Local>,
  surroundings: Surroundings,
  terminal: Terminal,
): Promise<number> {
  if (command.kind === "help" || command.kind === "demo") {
    terminal.print(help);
    return exitCode.ok;
  }
  if (command.kind === "config") return showConfig(command, surroundings, terminal);
  return inWorkplace(await openWorkplace(surroundings), command, terminal);
}

type InWorkplace = Exclude<Command, Local | { readonly kind: "help" | "demo" | "config" }>;

async function inWorkplace(workplace: Workplace, command: InWorkplace, terminal: Terminal): Promise<number> {
  switch (command.kind) {
    case "start":
      return command.words.dryRun === true ? dryRun(workplace, command, terminal) : begin(workplace, command, terminal);
    case "resume":
      return driven(workplace, terminal, async (follow) => {
        if (command.emergency !== undefined) await declareEmergency(workplace, { ...command, requestId: randomUUID() });
        return resumeRelease(workplace, command.id, follow);
      });
    case "retry":
      return driven(workplace, terminal, (follow) => retryRelease(workplace, command, follow));
    case "request":
      return request(workplace, command, terminal);
    case "rollback":
      return rollBack(workplace, command, terminal);
    case "redeploy":
      return driven(workplace, terminal, (follow) => redeploy(workplace, command, follow));
    case "false-positive":
      return markWrong(workplace, command, terminal);
    case "status":
      return status(workplace, command, terminal);
    case "report":
      return report(workplace, command, terminal.print);
    case "watch":
      return watch(workplace, command, terminal);
    case "follow": {
      const { followRelease } = await import("./follow-release.ts");
      return followRelease({
        workplace,
        ...command,
        terminal,
        carryOut: (key) => inWorkplace(workplace, key, terminal),
      });
    }
    case "dashboard": {
      // Pages, plots and a server: only this command needs them.
      const { dashboard } = await import("./dashboard.ts");
      return dashboard(workplace, command, terminal.print);
    }
    case "metrics":
      return (await import("./metrics.ts")).metrics(workplace, command, terminal.print);
    case "audit": {
      const { audit } = await import("./audit.ts");
      return audit(workplace, command.wanted, terminal.print);
    }
  }
}

type Start = Extract<Command, { kind: "start" }>;

function startHere({ surroundings }: Workplace, { words }: Start): Promise<StartCommand> {
  return startOf(words, async (file, input) => {
    try {
      return await readFile(path.resolve(surroundings.cwd, file), "utf8");
    } catch (thrown) {
      throw new ReleaseFault("input", `The ${input} ${file} cannot be read`, {
        hint: `Example: --${input}=${input === "plan" ? "plan.json" : "docs/CHANGELOG_CUSTOM.md"}`,
        cause: thrown,
      });
    }
  });
}

async function begin(workplace: Workplace, command: Start, terminal: Terminal): Promise<number> {
  const wanted = await startHere(workplace, command);
  return driven(workplace, terminal, (follow) => startRelease(workplace, wanted, follow));
}

async function dryRun(workplace: Workplace, command: Start, { print }: Terminal): Promise<number> {
  const { plan, changelog, notes, outlook } = await planRelease(workplace, await startHere(workplace, command));
  const digest = digestOfOutlook(outlook);
  const { out } = command;
  if (out !== undefined)
    await writePlan(
      path.resolve(workplace.surroundings.cwd, out),
      planFileText(outlook, { date: today(workplace), changelog: changelog.markdown }),
    );
  const lines = [
    `Would release ${plan.tag} (${plan.releaseType})`,
    ...notes.map((note) => `  ${note}`),
    `  branch ${plan.releaseBranch} from ${plan.baseBranch} (${plan.baseSha.slice(0, 7)}), merged into ${plan.targetBranch}`,
    `  gates: ${plan.gates.join(" → ")}`,
    `  staging ${plan.stagingStrategy}, production ${plan.productionStrategy}: ${plan.steps.join(" → ")} %`,
    `  plan sha256:${digest}`,
    "",
    changelog.markdown,
    out === undefined
      ? "Nothing was changed."
      : `Nothing was changed but ${out}. To release exactly this: release start --plan=${out}`,
  ];
  print(`${lines.join("\n")}\n`);
  return exitCode.ok;
}

async function writePlan(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (thrown) {
    throw new ReleaseFault("input", `The plan cannot be written to ${file}`, {
      hint: "Name a file in a folder that exists. Example: --out=plan.json",
      cause: thrown,
    });
  }
}

async function request(
  workplace: Workplace,
  { ask, id, reason }: Extract<Command, { kind: "request" }>,
  terminal: Terminal,
): Promise<number> {
  const stored = await askFor(workplace, id, { kind: ask, id: randomUUID(), reason });
  terminal.print(`${ask} of ${stored.id} is recorded.\n`);
  if (stored.record.suspended === undefined) return exitCode.ok;
  // Nobody drives a suspended release: whoever asks, drives.
  return driven(workplace, terminal, (follow) => resumeRelease(workplace, stored.id, follow));
}

async function rollBack(
  workplace: Workplace,
  { from, to, reason }: Extract<Command, { kind: "rollback" }>,
  terminal: Terminal,
): Promise<number> {
  const wanted = { from, reason, requestId: randomUUID(), ...(to === undefined ? {} : { to }) };
  const end = await rollBackRelease(workplace, wanted, (driver) => terminal.screen.follow(driver));
  if (end !== "requested") return driven(workplace, terminal, async () => end);
  terminal.print(`${from} is in flight: its driver was asked to roll back. See: release status ${from}\n`);
  return exitCode.ok;
}

async function markWrong(
  workplace: Workplace,
  wanted: Extract<Command, { kind: "false-positive" }>,
  { print }: Terminal,
): Promise<number> {
  const { release, isNew } = await markFalsePositive(workplace, wanted);
  print(`The rollback of ${release} ${isNew ? "is marked" : "was marked before"} as a false positive.\n`);
  for (const line of untold(await emptyOutbox(workplace))) print(`${line}\n`);
  return exitCode.ok;
}

async function status(
  workplace: Workplace,
  { id, json }: Extract<Command, { kind: "status" }>,
  { print }: Terminal,
): Promise<number> {
  const now = workplace.surroundings.clock.now();
  const releases = id === undefined ? await workplace.journal.live() : [await readOrThrow(workplace, id)];
  if (json) {
    const view = releases.map(({ id: name, live, record }) => ({
      id: name,
      live,
      state: record.state,
      percent: board(record, now).percent,
      suspended: record.suspended ?? null,
    }));
    print(`${JSON.stringify(view, null, 2)}\n`);
    return exitCode.ok;
  }
  if (releases.length === 0) print("No release is running. Start one: release start --version=auto\n");
  for (const { record } of releases)
    print(`${[...board(record, now).lines, ...(await openingsOf(workplace, record))].join("\n")}\n`);
  const told = id === undefined ? await workplace.journal.every() : releases;
  for (const { text } of await overdueReviews(workplace, told)) print(`${text}\n`);
  const wrong = falsePositiveLine(told, id === undefined ? await falsePositives(workplace.journal) : []);
  if (wrong !== undefined) print(`${wrong}\n`);
  return releases.some(({ record }) => record.suspended !== undefined) ? exitCode.waiting : exitCode.ok;
}
