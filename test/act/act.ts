import { spawn, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const script = fileURLToPath(new URL("../../scripts/install-act.sh", import.meta.url));
/** The exit code of the script when act can neither be found nor installed. */
const cannotBeHad = 3;

/** Where act is, installed if need be; `undefined`, said loudly, where it cannot be had. */
export function findAct(): string | undefined {
  const { status, stdout, stderr } = spawnSync(script, { encoding: "utf8", timeout: 300_000 });
  if (status === 0) return stdout.trim();
  if (status !== cannotBeHad) throw new Error(`scripts/install-act.sh ended with ${String(status)}: ${stderr}`);
  // Not by the console: jest shows nothing of that for files whose tests are all skipped.
  process.stderr.write(stderr);
  return undefined;
}

/** What a run of a workflow came to. */
export interface Run {
  readonly id: string;
  /** `success` or `failure` of each job that ran, by its id; jobs that were skipped are not here. */
  readonly jobs: Readonly<Record<string, string>>;
  readonly succeeded: boolean;
  readonly log: string;
  readonly tookMs: number;
}

/** A SIGKILL in the middle: of everything, as a machine that is switched off; or of what the present step is, and the run goes on. */
export interface Death {
  readonly of: "machine" | "step";
  /** Aborted: now. */
  readonly at: AbortSignal;
}

export interface ActCommand {
  readonly id: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly death?: Death;
}

/** What act says of itself in a line (`--json`). */
interface Said {
  readonly msg?: string;
  readonly jobID?: string;
  readonly jobResult?: string;
}

export async function runAct({ id, program, args, cwd, env, death }: ActCommand): Promise<Run> {
  const began = Date.now();
  const child = spawn(program, [...args, "--json"], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  const { pid } = child;
  death?.at.addEventListener("abort", () =>
    (death.of === "machine" ? [pid ?? 0] : childrenOf(pid ?? 0)).forEach(killTree),
  );
  const jobs: Record<string, string> = {};
  const log: string[] = [];
  const listen = async (stream: NodeJS.ReadableStream): Promise<void> => {
    for await (const line of createInterface({ input: stream })) {
      const { msg = line, jobID, jobResult } = saidIn(line);
      log.push(`${jobID ?? ""}: ${msg.trimEnd()}`);
      if (process.env["RELEASE_DEBUG"] !== undefined) process.stderr.write(`    ${log.at(-1)}\n`);
      if (jobID !== undefined && jobResult !== undefined) jobs[jobID] = jobResult;
    }
  };
  const ended = new Promise<number | null>((resolve, reject) => child.once("close", resolve).once("error", reject));
  const [code] = await Promise.all([ended, listen(child.stdout), listen(child.stderr)]);
  return { id, jobs, succeeded: code === 0, log: log.join("\n"), tookMs: Date.now() - began };
}

/** A process and all below it, each stopped before its children are asked for, so that none escapes. */
function killTree(pid: number): void {
  if (!signalled(pid, "SIGSTOP")) return;
  for (const child of childrenOf(pid)) killTree(child);
  signalled(pid, "SIGKILL");
}

/** `false` when the process is gone already. */
function signalled(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

/** As Linux tells it; this test knows no other system. */
function childrenOf(pid: number): readonly number[] {
  const threads = readdirSync(`/proc/${pid}/task`).map((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, "utf8"),
  );
  return threads.flatMap((list) =>
    list
      .split(" ")
      .filter((one) => one !== "")
      .map(Number),
  );
}

function saidIn(line: string): Said {
  try {
    return JSON.parse(line) as Said;
  } catch {
    return {};
  }
}
