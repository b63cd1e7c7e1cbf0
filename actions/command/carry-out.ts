import { help, type Command } from "#cli";
import { ReleaseFault } from "#faults";
import { isTerminal } from "#machine";
import { releaseReport } from "#report";
import { escaped, textInCheckout } from "#shell";
import {
  askFor,
  declareEmergency,
  drivenNow,
  markFalsePositive,
  planRedeploy,
  planRelease,
  planRetry,
  readOrThrow,
  startOf,
  type RetryWords,
  type WantedRedeploy,
  type Workplace,
} from "#stages";

import { boards, fitting, preformatted } from "./pages.ts";

/** A workflow that has to go on, and what it is given. */
export interface Next {
  readonly workflow: "release" | "rollback" | "redeploy";
  readonly inputs: Readonly<Record<string, string>>;
}

/** What was done, as Markdown, and what is left to a run. */
export interface Done {
  readonly text: string;
  readonly next?: Next;
}

/**
 * Does what a command asks for as far as this job can: looks, and leaves requests for whoever drives. Whatever deploys or
 * runs the project's code is left to a run. `requestId` makes a request that is sent again the same one.
 */
export async function carryOut(workplace: Workplace, command: Command, requestId: string): Promise<Done> {
  switch (command.kind) {
    case "help":
      return { text: preformatted(help) };
    case "status":
      return { text: await boards(workplace, command.id) };
    case "report":
      return { text: await report(workplace, command) };
    case "start":
      return start(workplace, command);
    case "resume":
      return resume(workplace, command, requestId);
    case "retry":
      return retry(workplace, command);
    case "request":
      return request(workplace, command, requestId);
    case "rollback":
      return rollBack(workplace, command, requestId);
    case "redeploy":
      return deployAgain(workplace, command);
    case "false-positive":
      return markWrong(workplace, command);
    case "dashboard":
    case "lint-commits":
    case "changelog":
    case "config":
    case "audit":
    case "metrics":
    case "smoke":
    case "analyze":
    case "watch":
    case "demo":
      throw new ReleaseFault("input", `${command.kind} is for a shell`, {
        hint: "In comments: start, status, resume, retry, hold, promote, abort, rollback, redeploy, report, help.",
      });
  }
}

async function report(workplace: Workplace, { id, format }: Extract<Command, { kind: "report" }>): Promise<string> {
  const { facts } = await readOrThrow(workplace, id);
  return format === "json" ? preformatted(JSON.stringify(facts, null, 2)) : fitting(releaseReport(facts));
}

/** Planned here too, so that a mistake is answered at once; what was answered is what is started. */
async function start(workplace: Workplace, { words }: Extract<Command, { kind: "start" }>): Promise<Done> {
  const { cwd } = workplace.surroundings;
  const asked = await startOf(words, (file, input) => textInCheckout(cwd, file, input));
  const { plan, notes } = await planRelease(workplace, asked);
  const dryRun = asked.dryRun === true;
  const inputs = {
    command: "start",
    type: plan.releaseType,
    version: plan.releaseVersion,
    from: plan.baseBranch,
    to: plan.targetBranch,
    release: plan.tag,
    changelog: words.changelog ?? "",
    plan: words.plan ?? "",
    severity: asked.severity ?? "none",
    incident: asked.incident ?? "",
    override: words.override ?? "",
    emergency: words.emergency ?? "",
    at: words.at ?? "",
    expires: words.expires ?? "",
    "allow-lower-version": String(asked.allowLowerVersion === true),
    adopt: String(asked.adopt === true),
    "dry-run": String(dryRun),
  };
  const head = dryRun ? `Would release ${plan.tag}` : `${plan.tag} is started`;
  const list = listed([...notes, `gates: ${plan.gates.join(", ")}`]);
  return { text: [`🚀 ${escaped(head)}`, "", ...list].join("\n"), next: { workflow: "release", inputs } };
}

function listed(notes: readonly string[]): readonly string[] {
  return notes.map((note) => `- ${escaped(note)}`);
}

async function resume(
  workplace: Workplace,
  command: Extract<Command, { kind: "resume" }>,
  requestId: string,
): Promise<Done> {
  const stored = await readOrThrow(workplace, command.id);
  if (!stored.live) throw over(stored.id, stored.record.state);
  await declareEmergency(workplace, { ...command, requestId });
  const busy = await drivenNow(workplace, stored);
  if (busy !== undefined) return { text: `▶ ${escaped(`${stored.id} goes on already: ${busy}`)}` };
  return { text: `▶ ${escaped(stored.id)} goes on`, next: goOn(stored.id) };
}

async function retry(workplace: Workplace, words: RetryWords): Promise<Done> {
  const { id: next, planned } = await planRetry(workplace, words);
  const inputs = { command: "retry", release: words.id, override: words.override ?? "" };
  return {
    text: [`🔁 ${escaped(next)} begins`, "", ...listed(planned.notes)].join("\n"),
    next: { workflow: "release", inputs },
  };
}

async function request(
  workplace: Workplace,
  { ask, id, reason }: Extract<Command, { kind: "request" }>,
  requestId: string,
): Promise<Done> {
  const stored = await askFor(workplace, id, { kind: ask, id: requestId, reason });
  const busy = await drivenNow(workplace, stored);
  const told = `${ask} of ${stored.id} is recorded`;
  if (busy !== undefined) return { text: `✋ ${escaped(`${told}; it is ${busy}`)}` };
  // Nobody drives it: whoever asks, sets it going.
  return { text: `✋ ${escaped(`${told}; a run goes on with it`)}`, next: goOn(stored.id) };
}

async function rollBack(
  workplace: Workplace,
  { from, to, reason }: Extract<Command, { kind: "rollback" }>,
  requestId: string,
): Promise<Done> {
  const stored = await readOrThrow(workplace, from);
  const inFlight = stored.live && !isTerminal(stored.record.state);
  const busy = inFlight ? await drivenNow(workplace, stored) : undefined;
  if (busy !== undefined && to === undefined) {
    // Heard within seconds, while a run would only begin.
    await askFor(workplace, stored.id, { kind: "rollback", id: requestId, reason });
    return { text: `↩ ${escaped(`rollback of ${stored.id} is recorded; it is ${busy}`)}` };
  }
  const inputs = { release: stored.id, reason, ...(to === undefined ? {} : { to }) };
  return { text: `↩ ${escaped(stored.id)} goes back`, next: { workflow: "rollback", inputs } };
}

/** Planned here too, so that it is answered at once whether there is a version to deploy, and which. */
async function deployAgain(workplace: Workplace, { environment, reason }: WantedRedeploy): Promise<Done> {
  const planned = await planRedeploy(workplace, { environment, reason });
  const told = planned.begun === undefined ? planned.plan.tag : planned.begun.id;
  const text = `↻ ${escaped(told)} ${planned.begun === undefined ? `is deployed again to ${environment}` : "goes on"}`;
  return { text, next: { workflow: "redeploy", inputs: { environment, reason } } };
}

async function markWrong(
  workplace: Workplace,
  wanted: { readonly id: string; readonly reason: string },
): Promise<Done> {
  const { release, isNew } = await markFalsePositive(workplace, wanted);
  const told = isNew ? "is marked" : "was marked before";
  return { text: `📝 ${escaped(`The rollback of ${release} ${told} as a false positive`)}` };
}

function goOn(release: string): Next {
  return { workflow: "release", inputs: { command: "resume", release } };
}

function over(id: string, state: string): ReleaseFault {
  return new ReleaseFault("policy", `Release ${id} is over: it is ${state}`, { hint: `See: /release report ${id}` });
}
