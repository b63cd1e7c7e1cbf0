import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** One run of one program. */
export interface Run {
  readonly wallMs: number;
  /** CPU time of the process itself, up to the last look at it. On a busy machine it says more than the wall. */
  readonly cpuMs: number;
  /** Most memory of the process itself; what it starts, such as git, is not in it. */
  readonly peakBytes: number;
  /** It did not end in time and was ended. */
  readonly cut: boolean;
}

const pollMs = 5;

/** Runs a program and looks at its memory until it ends, or ends it. Linux only: memory is read from `/proc`. */
export async function measure(
  [program, ...args]: readonly [string, ...string[]],
  { cwd, limitMs }: { readonly cwd: string; readonly limitMs: number },
): Promise<Run> {
  const start = performance.now();
  const child = spawn(program, args, { cwd, stdio: ["ignore", "ignore", "pipe"] });
  let peakBytes = 0;
  let cpuMs = 0;
  let cut = false;
  const poll = setInterval(() => {
    peakBytes = Math.max(peakBytes, peakOf(child.pid));
    cpuMs = Math.max(cpuMs, cpuOf(child.pid));
  }, pollMs);
  const limit = setTimeout(() => {
    cut = true;
    child.kill("SIGKILL");
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
  return { wallMs: performance.now() - start, cpuMs, peakBytes, cut };
}

function peakOf(pid: number | undefined): number {
  try {
    const kib = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return Number(kib ?? 0) * 1024;
  } catch {
    return 0;
  }
}

const tickMs = 10;

function cpuOf(pid: number | undefined): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the name of the program, and may hold anything; the times are the 14th and 15th.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[11]) + Number(fields[12])) * tickMs;
  } catch {
    return 0;
  }
}

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
