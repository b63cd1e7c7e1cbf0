import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { firstDifference, traceOf, type Deviation } from "./anywhere.ts";
import { continueIn, readRecord, startIn, release } from "./release.ts";
import { openCrashWorld, type CrashWorld, type Snapshot } from "./world.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Real processes, really killed: at chosen moments of a release its driver gets SIGKILL, and `release resume` goes on. */
export async function killDrivers(options: {
  readonly directory: string;
  /** Which moments, given how many there are. */
  readonly choose: (moments: number) => readonly number[];
  readonly tell?: (text: string) => void;
}): Promise<{ readonly killed: number; readonly moments: number; readonly deviations: readonly Deviation[] }> {
  const { directory, choose, tell = () => undefined } = options;
  const crash = await openCrashWorld(directory);
  try {
    const beginning = await crash.snapshot("beginning");
    let moments = 0;
    const { end } = await startIn(crash.world, crash.world.repositoryDirectory, async () => {
      moments += 1;
      await Promise.resolve();
    });
    const wanted = await traceOf(crash, crash.world.repositoryDirectory, { end, release });
    const deviations: Deviation[] = [];
    const chosen = choose(moments);
    for (const moment of chosen) {
      const difference = await killAt(crash, beginning, moment).then(
        async (clone) => firstDifference(wanted, await traceOf(crash, clone, { end: "completed", release }), ""),
        (thrown: unknown) => String(thrown),
      );
      if (difference !== undefined) deviations.push({ point: String(moment), difference });
      tell(`SIGKILL at moment ${moment} of ${moments}: ${difference ?? "the same"}`);
    }
    return { killed: chosen.length, moments, deviations };
  } finally {
    await crash.stop();
  }
}

/** One life and its successor. Returns the successor's clone. */
async function killAt(crash: CrashWorld, beginning: Snapshot, moment: number): Promise<string> {
  const { world } = crash;
  const clone = await crash.restore(beginning);
  const driver = spawn(
    process.execPath,
    [
      "--disable-warning=ExperimentalWarning",
      path.join(root, "test/crash/driver.ts"),
      world.directory,
      clone,
      String(moment),
    ],
    {
      stdio: ["ignore", "ignore", "inherit"],
    },
  );
  const [, signal] = (await once(driver, "close")) as [number | null, string | null];
  if (signal !== "SIGKILL") throw new Error(`the driver was not killed at moment ${moment}`);
  await crash.later();
  await crash.cloneAfresh();
  if (!(await isKnown(crash, clone))) {
    await continueIn(world, clone);
    return clone;
  }
  const resume = spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", path.join(root, "packages/cli/main.ts"), "resume", release],
    {
      cwd: clone,
      env: { ...process.env, ...world.env },
      stdio: ["ignore", "ignore", "inherit"],
    },
  );
  const stop = new AbortController();
  const approval = world.approveWhenOpened("aisha", { signal: stop.signal }).catch(() => undefined);
  const [code] = (await once(resume, "close")) as [number | null];
  stop.abort();
  await approval;
  if (code !== 0) throw new Error(`release resume ended with ${code}`);
  return clone;
}

async function isKnown({ world }: CrashWorld, clone: string): Promise<boolean> {
  return readRecord(world, clone).then(
    () => true,
    () => false,
  );
}
