import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** One run of one program. */
export interface Run {
  readonly wallMs: number;
  /** CPU time of the program and what it started, git aside, up to the last look. On a busy machine it says more than the wall. */
  readonly cpuMs: number;
  /** Most memory of the largest of these processes. */
  readonly peakBytes: number;
  /** It did not end in time and was ended. */
  readonly cut: boolean;
}

const pollMs = 5;

/**
 * Runs a program and looks at it until it ends, or ends it. Linux only: memory is read from `/proc`. A program may be
 * started by another, as ours is by its launcher; git, whoever starts it, does not count.
 */
export async function measure(
  [program, ...args]: readonly [string, ...string[]],
  { cwd, limitMs }: { readonly cwd: string; readonly limitMs: number },
): Promise<Run> {
  const start = performance.now();
  const child = spawn(program, args, { cwd, stdio: ["ignore", "ignore", "pipe"], detached: true });
  const seen = new Map<number, Usage>();
  let cut = false;
  const poll = setInterval(() => look(child.pid, seen), pollMs);
  const limit = setTimeout(() => {
    cut = true;
    if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
  }, limitMs);
  let stderr = "";
  child.stderr.on("data", (chunk) => {
    stderr += String(chunk);
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  }).finally(() => {
    clearInterval(poll);
    clearTimeout(limit);
  });
  if (code !== 0 && !cut) throw new Error(`${program} ended with ${code}: ${stderr.slice(-500)}`);
  const wallMs = performance.now() - start;
  const usages = [...seen.values()];
  const cpuMs = usages.reduce((sum, usage) => sum + usage.cpuMs, 0);
  return { wallMs, cpuMs, peakBytes: Math.max(0, ...usages.map((usage) => usage.peakBytes)), cut };
}

interface Usage {
  readonly cpuMs: number;
  readonly peakBytes: number;
}

/** Looks at a process and what it started. What is gone keeps the figures of the last look. */
function look(pid: number | undefined, seen: Map<number, Usage>): void {
  if (pid === undefined) return;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the name of the program, and may hold anything; the times are the 14th and 15th.
    const [name, fields] = [
      stat.slice(stat.indexOf("(") + 1, stat.lastIndexOf(")")),
      stat.slice(stat.lastIndexOf(")")),
    ];
    const [user, system] = fields.split(" ").slice(12, 14).map(Number);
    const kib = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    // What is ending has no memory any more.
    if (kib === undefined) return;
    // Git counts where it is the program that was asked for. Seen before its exec, it still bore its starter's name.
    const root = seen.keys().next().value ?? pid;
    if (name === "git" && pid !== root) {
      seen.delete(pid);
      return;
    }
    seen.set(pid, { cpuMs: ((user ?? 0) + (system ?? 0)) * tickMs, peakBytes: Number(kib) * 1024 });
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
    for (const started of children === "" ? [] : children.split(" ")) look(Number(started), seen);
  } catch {
    // It ended while we looked.
  }
}

const tickMs = 10;

/** Runs in turn, so that a busy machine is busy for all of them alike; the median of each. */
export async function sideBySide(
  programs: ReadonlyMap<string, readonly [string, ...string[]]>,
  { rounds, ...how }: { readonly cwd: string; readonly limitMs: number; readonly rounds: number },
): Promise<ReadonlyMap<string, Run>> {
  const runs = new Map<string, Run[]>([...programs.keys()].map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, argv] of programs) {
      const before = runs.get(name) ?? [];
      // What takes longer than the limit does so again.
      if (!before.some(({ cut }) => cut)) before.push(await measure(argv, how));
    }
  }
  return new Map(
    [...runs].map(([name, list]) => {
      const ordered = list.toSorted((a, b) => a.wallMs - b.wallMs);
      const peakBytes = Math.max(...list.map((run) => run.peakBytes));
      const middle = ordered[Math.floor(ordered.length / 2)];
      const cpu = list.map((run) => run.cpuMs).toSorted((a, b) => a - b);
      const cpuMs = cpu[Math.floor(cpu.length / 2)] ?? 0;
      return [name, { wallMs: middle?.wallMs ?? 0, cpuMs, peakBytes, cut: middle?.cut === true }];
    }),
  );
}
