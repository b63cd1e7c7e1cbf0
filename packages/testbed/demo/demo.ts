import { once } from "node:events";
import { spawn, type ChildProcess } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { exitCode } from "#faults";

import { createWorld, type Fault, type World } from "../world/index.ts";
import { parseDemo } from "./arguments.ts";
import { leftBehind } from "./left-behind.ts";

export interface DemoTerminal {
  readonly print: (text: string) => void;
  readonly signal: AbortSignal;
}

const root = fileURLToPath(new URL("../../..", import.meta.url));
const command = path.join(root, "packages", "cli", "main.ts");
const version = "2.5.0";

/** How a day with this fault ends, by exit code; `undefined` is the good day. */
const endings: { readonly [F in Fault]: number } = {
  unit: exitCode.failed,
  "staging-smoke": exitCode.failed,
  "production-errors": exitCode.rolledBack,
  "canary-latency": exitCode.rolledBack,
  "crash-production": exitCode.ok,
};

/** A whole release on this machine, offline. 0 when it ended where the machine says that such a day ends. */
export async function runDemo(args: readonly string[], { print, signal }: DemoTerminal): Promise<number> {
  const { fault, directory } = parseDemo(args, root);
  const startedAt = performance.now();
  print(`Building a company in ${path.relative(process.cwd(), directory)} …\n`);
  const world = await createWorld({ directory, ...(fault === undefined ? {} : { fault }) });
  try {
    print(
      `A code host at ${world.githubUrl}, the shop ${world.released} in staging and production, customers at ${world.productionUrl}\n`,
    );
    await world.startLoad();
    const code = await releaseIt(world, fault, { print, signal });
    const customers = await world.stopLoad();
    print(await leftBehind(world, `v${version}`));
    print(`customers: ${customers.sent} requests, ${customers.failed} failed\n`);
    print(`the demo took ${((performance.now() - startedAt) / 1000).toFixed(1)} s; its code host and shop stop now\n`);
    return judge(code, fault, print);
  } finally {
    await world.stop();
  }
}

async function releaseIt(world: World, fault: Fault | undefined, terminal: DemoTerminal): Promise<number> {
  const stop = new AbortController();
  const approval = world.approveWhenOpened("aisha", { signal: stop.signal }).then(
    ({ number }) => terminal.print(`        Aisha has read pull request #${number} and approves it\n`),
    () => undefined,
  );
  try {
    const args = ["start", "--type=standard", `--version=${version}`, "--from=develop", "--to=main"];
    if (fault !== "crash-production") return await run(world, args, terminal);
    return await crashAndResume(world, args, terminal);
  } finally {
    stop.abort();
    await approval;
  }
}

async function run(world: World, args: readonly string[], { print, signal }: DemoTerminal): Promise<number> {
  print(`\n$ release ${args.join(" ")}\n`);
  const child = startCommand(world, args, "inherit");
  signal.addEventListener("abort", () => child.kill("SIGTERM"), { once: true });
  return codeOf(child);
}

/** Kills the driver while a part of the customers is on the new version; the next command finds out what happened. */
async function crashAndResume(world: World, args: readonly string[], terminal: DemoTerminal): Promise<number> {
  terminal.print(`\n$ release ${args.join(" ")}\n`);
  const child = startCommand(world, args, "pipe");
  child.stdout?.on("data", (chunk: Buffer) => {
    const text = chunk.toString("utf8");
    terminal.print(text);
    if (text.includes("production: 25 % of traffic")) child.kill("SIGKILL");
  });
  child.stderr?.on("data", (chunk: Buffer) => terminal.print(chunk.toString("utf8")));
  await codeOf(child);
  terminal.print(`\nThe driver was killed (SIGKILL) with 25 % of the customers on v${version}.\n`);
  return run(world, ["resume", `v${version}`], terminal);
}

function startCommand(world: World, args: readonly string[], stdio: "inherit" | "pipe"): ChildProcess {
  return spawn(process.execPath, ["--disable-warning=ExperimentalWarning", command, ...args], {
    cwd: world.repositoryDirectory,
    env: { ...process.env, ...world.env },
    stdio: ["ignore", stdio, stdio],
  });
}

async function codeOf(child: ChildProcess): Promise<number> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "close");
  return child.exitCode ?? exitCode.defect;
}

function judge(code: number, fault: Fault | undefined, print: DemoTerminal["print"]): number {
  const wanted = fault === undefined ? exitCode.ok : endings[fault];
  const day = fault === undefined ? "A good day" : `A day with ${fault}`;
  if (code === wanted) {
    print(`${day} ended as it should (exit code ${code} of the release).\n`);
    return exitCode.ok;
  }
  print(`${day} should have ended with exit code ${wanted}; it ended with ${code}.\n`);
  return exitCode.failed;
}
