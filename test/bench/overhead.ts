/**
 * What a whole standard release costs besides the project's own commands and the waits it configured:
 * `node test/bench/overhead.ts [times] [--minimal] [--steps]`. The real CLI as a child, real git, real processes; the
 * code host is the stand-in, once as it is and once with 200 ms added to each of its requests. Costs are told for each
 * state too; a state begins at what the command prints, so a line of a state may stand for a little of the next one.
 */
import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { loadavg } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { defaultConfigPath, loadConfig, type Config } from "#config";
import type { Fact, SmokeCheck } from "#machine";
import { monitorNames } from "#monitors";
import { targetNames } from "#targets";

import { connectGitHub, createWorld, type GitHubAdmin, type World } from "../../packages/testbed/index.ts";

type Report = Awaited<ReturnType<GitHubAdmin["report"]>>;

const root = fileURLToPath(new URL("../..", import.meta.url));
const latencyMs = 200;
/** Of a delay of the code host, what own overhead may be, in seconds. */
const targetS: Readonly<Record<number, number>> = { 0: 5, [latencyMs]: 60 };

/** Aisha's own calls, which are none of the release. */
const approverCalls: Report["calls"] = { "pulls/list": 1, "pulls/create-review": 1 };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { minimal: { type: "boolean", default: false }, steps: { type: "boolean", default: false } },
});
const times = Number(positionals[0] ?? 3);
const version = values.minimal ? "1.1.0" : "2.5.0";

interface Measured {
  readonly totalMs: number;
  readonly gatesMs: number;
  readonly waitsMs: number;
  /** What the project's own smoke tests took in staging and production. */
  readonly smokeMs: number;
  readonly createMs: number;
  readonly appends: number;
  readonly facts: readonly Fact[];
  readonly calls: Readonly<Record<string, number>>;
  readonly git: Readonly<Record<string, number>>;
  readonly states: readonly StateCost[];
}

/** What one state cost, by what the bench itself saw. */
interface StateCost {
  readonly state: string;
  readonly ms: number;
  readonly apiCalls: number;
  readonly gitRequests: number;
  readonly gitProcesses: number;
}

/** What the command prints first in each part of a release. */
const marks: readonly (readonly [string, RegExp])[] = [
  ["quality_gates", /gate security begins|setting up/],
  ["open pull request", /gate e2e passed/],
  ["review", /pull request \S+ is open/],
  ["staging", /tagged v/],
  ["production", /production: \S+ is starting/],
  ["completed", /published http|100 % of traffic[^]*watching production/],
];

interface Sample {
  readonly atMs: number;
  readonly apiCalls: number;
  readonly gitRequests: number;
}

/** Samples what the code host has answered, until it is stopped. */
function sampling(admin: GitHubAdmin) {
  const samples: Sample[] = [];
  const take = async (): Promise<void> => {
    const { calls, git } = await admin.report();
    const [apiCalls, gitRequests] = [sum(Object.values(calls)), sum(Object.values(git))];
    samples.push({ atMs: Date.now(), apiCalls, gitRequests });
  };
  const over = new AbortController();
  const running = (async () => {
    while (!over.signal.aborted) {
      await take();
      await wait(100);
    }
  })();
  return async (): Promise<readonly Sample[]> => {
    over.abort();
    await running;
    await take();
    return samples;
  };
}

/** When each git process of the command began, in ms since the epoch, as git's own trace has it. */
async function gitStarts(directory: string): Promise<readonly number[]> {
  const traces = await Promise.all(
    (await readdir(directory)).map((name) => readFile(path.join(directory, name), "utf8")),
  );
  const starts = traces.flatMap((text) => text.split("\n").filter((one) => one.includes('"event":"start"')));
  return starts.map((one) => Date.parse(/"time":"(?<at>[^"]+)"/.exec(one)?.groups?.["at"] ?? ""));
}

function statesOf(
  begun: ReadonlyMap<string, number>,
  samples: readonly Sample[],
  processes: readonly number[],
): readonly StateCost[] {
  const ends = [...begun.values()].slice(1);
  const at = (ms: number | undefined): Sample | undefined =>
    ms === undefined ? samples.at(-1) : samples.find(({ atMs }) => atMs >= ms);
  return [...begun].map(([state, fromMs], index) => {
    const untilMs = ends[index];
    const [first, last] = [at(fromMs), at(untilMs)];
    return {
      state,
      ms: (untilMs ?? last?.atMs ?? fromMs) - fromMs,
      apiCalls: (last?.apiCalls ?? 0) - (first?.apiCalls ?? 0),
      gitRequests: (last?.gitRequests ?? 0) - (first?.gitRequests ?? 0),
      gitProcesses: processes.filter((ms) => ms >= fromMs && ms < (untilMs ?? Number.POSITIVE_INFINITY)).length,
    };
  });
}

for (const delayMs of [0, latencyMs]) {
  const runs: Measured[] = [];
  for (let round = 0; round < times; round += 1) {
    const measured = await inWorld(delayMs);
    runs.push(measured);
    console.log(`  ${line(measured)} (load ${loadavg()[0]?.toFixed(1)})`);
    if (values.steps) printSteps(measured.facts);
  }
  summarise(delayMs, runs);
}

async function inWorld(delayMs: number): Promise<Measured> {
  await mkdir(path.join(root, ".demo"), { recursive: true });
  const directory = await mkdtemp(path.join(root, ".demo", "bench-"));
  const startedMs = performance.now();
  const world = await createWorld({ directory, minimal: values.minimal });
  const createMs = performance.now() - startedMs;
  try {
    if (!values.minimal) await world.startLoad();
    return { ...(await release(world, delayMs)), createMs };
  } finally {
    await world.stop();
    await rm(directory, { recursive: true });
  }
}

async function release(world: World, delayMs: number): Promise<Omit<Measured, "createMs">> {
  const { admin } = await connectGitHub(world.githubUrl);
  const config = await readConfig(world);
  const before = await admin.report();
  if (delayMs > 0) await admin.fault({ match: {}, action: { delayMs } });
  const args = ["start", "--type=standard", `--version=${version}`, "--from=develop", "--to=main"];
  const traces = await mkdtemp(path.join(root, ".demo", "trace-"));
  const begun = new Map([["initiated", Date.now()]]);
  const stop = sampling(admin);
  let waiting = 0;
  let approval: Promise<void> | undefined;
  const startedMs = performance.now();
  const printed = await cli(world, args, traces, (text) => {
    for (const [state, mark] of marks) if (!begun.has(state) && mark.test(text)) begun.set(state, Date.now());
    if (/pull request \S+ is open/.test(text)) approval = approve(world);
    waiting += text.split("waiting: ").length - 1;
  });
  const totalMs = performance.now() - startedMs;
  await approval;
  const states = statesOf(begun, await stop(), await gitStarts(traces));
  await rm(traces, { recursive: true });
  const after = await admin.report();
  await admin.clearFaults();
  const facts = JSON.parse(await cli(world, ["report", `v${version}`, "--format=facts"], undefined)) as readonly Fact[];
  const { production, staging } = config.environments;
  return {
    totalMs,
    gatesMs: sum(facts.map((fact) => (fact.type === "gate-finished" ? fact.executionTimeMs : 0))),
    waitsMs:
      staging.watch +
      production.watch +
      production.stepTime * (production.steps.length - 1) +
      config.review.pollEvery * waiting,
    smokeMs: sum(facts.map((fact) => (fact.type === "smoke-finished" ? smokeTime(fact.checks) : 0))),
    appends: Number(/(\d+) appends/.exec(printed)?.[1]),
    facts,
    calls: less(after.calls, before.calls, approverCalls),
    git: less(after.git, before.git, {}),
    states,
  };
}

async function approve(world: World): Promise<void> {
  const open = await world.findOpen();
  if (open === undefined) throw new Error("the pull request is announced and not there");
  await world.review("aisha", open.number, "APPROVE");
}

async function readConfig(world: World): Promise<Config> {
  const text = await readFile(path.join(world.repositoryDirectory, defaultConfigPath), "utf8");
  return loadConfig({ text, path: defaultConfigPath, targets: targetNames, monitors: monitorNames }).config;
}

/** Runs the command to its end; what it printed. Throws when it did not end with 0. */
async function cli(
  world: World,
  args: readonly string[],
  traces: string | undefined,
  onText?: (text: string) => void,
): Promise<string> {
  const child = spawn(process.execPath, [path.join(root, "bin", "release.js"), ...args], {
    cwd: world.repositoryDirectory,
    env: { ...process.env, ...world.env, ...(traces === undefined ? {} : { GIT_TRACE2_EVENT: traces }) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => {
    chunks.push(chunk);
    onText?.(chunk.toString());
  });
  const code = await new Promise((resolve) => void child.once("close", resolve));
  const printed = Buffer.concat(chunks).toString();
  if (code !== 0) throw new Error(`release ${args.join(" ")} ended with ${String(code)}\n${printed}`);
  return printed;
}

function less(
  after: Report["calls"],
  before: Report["calls"],
  others: Report["calls"],
): Readonly<Record<string, number>> {
  const left = Object.entries(after).map(
    ([name, count]) => [name, count - (before[name] ?? 0) - (others[name] ?? 0)] as const,
  );
  return Object.fromEntries(left.filter(([, count]) => count > 0).toSorted((a, b) => b[1] - a[1]));
}

/** The categories run beside each other, and only signing in and out is a sequence: the longest of them, at least. */
function smokeTime(checks: readonly SmokeCheck[]): number {
  const signIn = checks.filter(({ category }) => category === "auth").map(({ durationMs }) => durationMs);
  return Math.max(sum(signIn), ...checks.map(({ durationMs }) => durationMs));
}

function overheadMs({ totalMs, gatesMs, smokeMs, waitsMs }: Measured): number {
  return totalMs - gatesMs - smokeMs - waitsMs;
}

function line(run: Measured): string {
  return [
    `world ${seconds(run.createMs)}`,
    `release ${seconds(run.totalMs)}`,
    `gates ${seconds(run.gatesMs)}`,
    `smoke tests of environments ${seconds(run.smokeMs)}`,
    `configured waits ${seconds(run.waitsMs)}`,
    `own ${seconds(overheadMs(run))}`,
  ].join(", ");
}

function summarise(delayMs: number, runs: readonly Measured[]): void {
  const last = runs.at(-1);
  if (last === undefined) return;
  const all = runs.map(overheadMs);
  const own = median(all);
  const verdict = own <= (targetS[delayMs] ?? 0) * 1000 ? "within" : "ABOVE";
  console.log(
    `${delayMs === 0 ? "as it is" : `+${delayMs} ms a request`}: own overhead median ${seconds(own)} of ${runs.length} (${seconds(Math.min(...all))} to ${seconds(Math.max(...all))}), ${verdict} ${targetS[delayMs]} s`,
  );
  console.log(`  appends ${median(runs.map(({ appends }) => appends))} (≤ 60), facts ${last.facts.length}`);
  console.log(
    `  API calls ${median(runs.map(({ calls }) => sum(Object.values(calls))))} (< 100): ${counts(last.calls)}`,
  );
  console.log(statesTable(last).join("\n"));
  console.log(`  git requests ${median(runs.map(({ git }) => sum(Object.values(git))))}: ${counts(last.git)}`);
}

/** From the start to the first gate, and to the open pull request without the gates: what issue 11 bounds. */
function statesTable({ states, gatesMs }: Measured): readonly string[] {
  const took = (...names: readonly string[]) => sum(states.map(({ state, ms }) => (names.includes(state) ? ms : 0)));
  return [
    `  initiation ${seconds(took("initiated"))} (≤ 10 s), pull request ${seconds(took("open pull request"))} after the gates (≤ 30 s), gates around them ${seconds(took("quality_gates") - gatesMs)}`,
    ...states.map(
      ({ state, ms, apiCalls, gitRequests, gitProcesses }) =>
        `    ${state.padEnd(18)} ${seconds(ms).padStart(7)}  ${apiCalls} API calls, ${gitRequests} git requests, ${gitProcesses} git processes`,
    ),
  ];
}

/** How long each append came after the one before it, and what it recorded. */
function printSteps(facts: readonly Fact[]): void {
  let beforeMs = Date.parse(facts[0]?.at ?? "");
  for (const [at, together] of Map.groupBy(facts, (fact) => fact.at)) {
    const names = together.map((fact) => ("step" in fact ? `${fact.type} ${fact.step}` : fact.type));
    console.log(`    ${String(Date.parse(at) - beforeMs).padStart(6)} ms  ${names.join(", ")}`);
    beforeMs = Date.parse(at);
  }
}

function counts(of: Readonly<Record<string, number>>): string {
  return Object.entries(of)
    .map(([name, count]) => `${count} ${name}`)
    .join(", ");
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
