import type { Fact, ReleaseRecord } from "#machine";
import { realClock } from "#http";
import {
  openWorkplace,
  redeploy,
  resumeRelease,
  startRelease,
  type CommandEnd,
  type Surroundings,
  type Workplace,
} from "#stages";

import type { World } from "../../packages/testbed/index.ts";
import type { OnMoment } from "./place.ts";
import { roads, type Road } from "./roads.ts";

export const { release } = roads.happy;

/** A driver of its own, as a new process would be: nothing is shared but the world. */
async function workplaceIn(world: World, cwd: string, onMoment?: OnMoment) {
  return openWorkplace({
    cwd,
    env: { ...process.env, ...world.env },
    clock: realClock,
    say: (text) => (process.env["RELEASE_DEBUG"] === undefined ? undefined : process.stderr.write(`    ${text}\n`)),
    signal: new AbortController().signal,
    ...(onMoment === undefined ? { fetch: globalThis.fetch } : watchedFrom(world, onMoment)),
  });
}

/** Moments: around every append, every effect, and every request by which an effect changes the code host. */
export function watchedFrom(world: World, onMoment: OnMoment): Required<Pick<Surroundings, "fetch" | "hooks">> {
  return {
    hooks: {
      onAppend: (phase) => onMoment(`append-${phase}`),
      onEffect: (phase, step) => onMoment(`${step}-${phase}`),
    },
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const { pathname } = new URL(request.url);
      const writes =
        request.url.startsWith(world.githubUrl) && pathname.startsWith("/repos/") && request.method !== "GET";
      if (!writes) return fetch(request);
      const name = `${request.method}-${pathname.split("/").slice(4).join("-")}`;
      await onMoment(`${name}-before`);
      const response = await fetch(request);
      await onMoment(`${name}-after`);
      return response;
    },
  };
}

/** A whole release, with Aisha's approval as soon as the pull request is open, and with the help that its road knows. */
export async function startIn(
  world: World,
  cwd: string,
  onMoment: OnMoment,
  road: Road = roads.happy,
): Promise<CommandEnd> {
  const workplace = await workplaceIn(world, cwd, onMoment);
  return withApproval(world, async () => helped(world, road, workplace, await begin(workplace, road)));
}

/** What the next command does after a death: starts when nothing was opened yet, else resumes. */
export async function continueIn(world: World, cwd: string, road: Road = roads.happy): Promise<CommandEnd> {
  const workplace = await workplaceIn(world, cwd);
  const known = await workplace.journal.read(road.release);
  return withApproval(world, async () => {
    const end =
      known === undefined
        ? await begin(workplace, road)
        : await resumeRelease(workplace, road.release, () => undefined);
    return helped(world, road, workplace, end);
  });
}

async function begin(workplace: Workplace, { start, again }: Road): Promise<CommandEnd> {
  return again === undefined
    ? startRelease(workplace, start, () => undefined)
    : redeploy(workplace, again, () => undefined);
}

/** Once: what a release waits for after that, nobody brings. */
async function helped(world: World, { help, release: id }: Road, workplace: Workplace, end: CommandEnd) {
  if (end.end !== "suspended" || help === undefined) return end;
  await help(world);
  return resumeRelease(workplace, id, () => undefined);
}

async function withApproval<T>(world: World, work: () => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const approval = approveOnce(world, stop.signal);
  // How it ended is asked when the work is over, and until then it is no rejection that nobody handles.
  approval.catch(() => undefined);
  try {
    return await work();
  } finally {
    stop.abort();
    await approval;
  }
}

/** Approves the release's pull request unless that was done before the death. */
async function approveOnce(world: World, signal: AbortSignal): Promise<void> {
  for (;;) {
    try {
      const pull = await world.approveWhenOpened("aisha", { signal, pollMs: 30 });
      if (pull.number < 0) throw new Error("no such pull request");
      return;
    } catch (thrown) {
      if (signal.aborted) return;
      // The host closed a connection that was idle for long: `fetch` says so, and asks again only where that is safe.
      if (!(thrown instanceof TypeError)) throw thrown;
    }
  }
}

/** The record as the journal has it now. */
export async function readRecord(
  world: World,
  cwd: string,
  id: string = release,
): Promise<{ readonly record: ReleaseRecord; readonly facts: readonly Fact[]; readonly live: boolean }> {
  const stored = await (await workplaceIn(world, cwd)).journal.read(id);
  if (stored === undefined) throw new Error(`there is no record of ${id}`);
  return stored;
}

/**
 * The record without times and identities: equal for a release that was killed and one that was not. Where a probe
 * measures, also without its glances.
 */
export function essence(facts: readonly Fact[], isProbed = false): unknown {
  const bookkeeping = new Set<Fact["type"]>(["lease-taken", "step-intended", "resumed"]);
  return facts
    .filter((fact) => !bookkeeping.has(fact.type) && !(isProbed && isGlance(fact)))
    .map((fact) => JSON.parse(JSON.stringify(bodyOf(fact), withoutTimes)) as unknown);
}

/** What clients met during smoke tests is recorded where there were any: the probe is one, and comes once in so short a time, or not. */
function isGlance(fact: Fact): boolean {
  return fact.type === "watched" && fact.point.startsWith("smoke at ");
}

function bodyOf({ seq: _seq, at: _at, prev: _prev, run: _run, ...body }: Fact): unknown {
  return body;
}

/** A run may go on after midnight. */
export const withoutDays = (text: string): string => text.replaceAll(/\d{4}-\d{2}-\d{2}/g, "DAY");

const measured = /(Ms|At|due|runId|errorRatio|requests|evidence|result|sha|revertCommit|head|detail|url|analysis)$/;

function withoutTimes(key: string, value: unknown): unknown {
  if (measured.test(key)) return undefined;
  return typeof value === "string"
    ? withoutDays(value)
        .replaceAll(/\b\d+ ms\b/g, "N ms")
        .replace(/merged as [0-9a-f]{7}/, "merged")
    : value;
}
