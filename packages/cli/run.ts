import { randomUUID } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

import { exitCode, ReleaseFault } from "#faults";
import { board, dashboard, releaseReport } from "#report";
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
  type CommandEnd,
  type Economy,
  type OnDriver,
  type StartCommand,
  type Surroundings,
  type Workplace,
} from "#stages";

import { showConfig } from "./config.ts";
import { help } from "./help.ts";
import type { Command } from "./parse.ts";
import type { Screen } from "./screen.ts";
import { untold, watch } from "./watch.ts";

export interface Terminal {
  readonly print: (text: string) => void;
  readonly screen: Screen;
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
  const workplace = await openWorkplace(surroundings);
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
      return report(workplace, command, terminal);
    case "watch":
      return watch(workplace, command, terminal);
    case "dashboard":
      return writeDashboard(workplace, command.out, terminal);
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

/** Drives a release with the screen on it, then says how it ended and what that cost. */
async function driven(
  workplace: Workplace,
  { screen, print }: Terminal,
  drive: (follow: OnDriver) => Promise<CommandEnd>,
): Promise<number> {
  const { id, end } = await drive((driver) => screen.follow(driver));
  screen.end();
  print(`${ending[end].text(id)}\n${economyLine(workplace.economy())}\n`);
  // What channels did not take before is no reason for this command to fail.
  if (workplace.local.config.notify.channels.length > 0)
    for (const line of untold(await emptyOutbox(workplace).catch(() => []))) print(`${line}\n`);
  return ending[end].code;
}

const ending: Readonly<Record<CommandEnd["end"], { readonly code: number; readonly text: (id: string) => string }>> = {
  completed: { code: exitCode.ok, text: (id) => `${id} is released. Report: release report ${id}` },
  suspended: { code: exitCode.waiting, text: (id) => `${id} waits. See: release status ${id}` },
  rolled_back: { code: exitCode.rolledBack, text: (id) => `${id} was rolled back. Report: release report ${id}` },
  redeployed: { code: exitCode.ok, text: (id) => `${id}: the last good version serves. Report: release report ${id}` },
  failed: { code: exitCode.failed, text: (id) => `${id} failed. Report: release report ${id}` },
};

function economyLine({ apiCalls, gitRequests, appends, facts }: Economy): string {
  return `${apiCalls} API calls, ${gitRequests} git requests, ${appends} appends, ${facts} facts`;
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

async function report(
  workplace: Workplace,
  { id, format }: Extract<Command, { kind: "report" }>,
  { print }: Terminal,
): Promise<number> {
  const { facts } = await readOrThrow(workplace, id);
  print(format === "json" ? `${JSON.stringify(facts, null, 2)}\n` : releaseReport(facts));
  return exitCode.ok;
}

async function writeDashboard(workplace: Workplace, out: string, { print }: Terminal): Promise<number> {
  const releases = await workplace.journal.every();
  const overdue = (await overdueReviews(workplace, releases)).map(({ release, due, url }) => ({ release, due, url }));
  const folder = path.resolve(workplace.surroundings.cwd, out);
  await mkdir(folder, { recursive: true });
  // Not by `path`: the bundler would take a path that ends in a known name for a file of ours.
  const file = `${folder}${path.sep}index.html`;
  await writeFile(file, dashboard(workplace.forge.repository, releases, workplace.surroundings.clock.now(), overdue));
  print(`${file}\n`);
  return exitCode.ok;
}
