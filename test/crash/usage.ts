import { readFileSync } from "node:fs";

/** Time that passed, and CPU time of this process and of its children that have ended. Servers are not among them. */
export interface Usage {
  readonly wallMs: number;
  readonly cpuMs: number;
}

/** What was used since `before`, or ever. */
export function usage(before: Usage = { wallMs: 0, cpuMs: 0 }): Usage {
  const { user, system } = process.cpuUsage();
  return {
    wallMs: Math.round(performance.now()) - before.wallMs,
    cpuMs: Math.round((user + system) / 1000) + childrenMs() - before.cpuMs,
  };
}

/** Linux counts them in hundredths of a second, in the fields 16 and 17; elsewhere they are not told. */
function childrenMs(): number {
  try {
    const fields = readFileSync("/proc/self/stat", "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return (Number(fields[13]) + Number(fields[14])) * 10;
  } catch {
    return 0;
  }
}
