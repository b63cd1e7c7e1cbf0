import { mkdir, mkdtemp } from "node:fs/promises";
import path from "node:path";

import { fold } from "#machine";

import { connectGitHub, type World } from "../../packages/testbed/index.ts";
import { runStub } from "../dist/stubs.ts";
import { roads } from "./roads.ts";
import { answer, approved } from "../support/people.ts";
import { hireRunners } from "./runners.ts";
import { runRelease, type EndedJobs, type Host } from "./workflow.ts";

/** A job, and the words after which its process gets SIGKILL. */
export type Kill = readonly [job: string, said: string];

/** Moments of a release at which its jobs can be killed, in their order. */
export const kills: readonly Kill[] = [
  ["initiated", "is ready"],
  ["quality_gates", "gate unit passed"],
  ["review", "is open"],
  ["review", "merged into"],
  ["staging", "is starting"],
  ["staging", "100 % of traffic"],
  ["production/production", "is starting"],
  ["production/production", "50 % of traffic"],
  ["production/production", "watching production"],
  ["production/completed", "published"],
];

export interface KilledRelease {
  /** Run by run: how each job ended, by its outcome, or by its result where it has none. */
  readonly runs: readonly Readonly<Record<string, string>>[];
  readonly killed: readonly Kill[];
  readonly state: string;
  readonly live: boolean;
}

/** A release by the bundled actions, each step a process of its own; each kill happens once. Woken again until it is over. */
export async function releaseKilled(world: World, wanted: readonly Kill[]): Promise<KilledRelease> {
  const { form, release } = roads.happy;
  const { admin } = await connectGitHub(world.githubUrl);
  const open = [...wanted];
  const killed: Kill[] = [];
  const runs: Readonly<Record<string, string>>[] = [];
  let inputs: Readonly<Record<string, string>> = form;
  for (;;) {
    const host = await hostOf({ world, runId: String(7001 + runs.length) }, open, async (kill) => {
      killed.push(kill);
      open.splice(open.indexOf(kill), 1);
      // By then the dead driver's lease is over.
      await admin.clock({ advanceMs: 300_000 });
    });
    runs.push(told(await runRelease(host, inputs)));
    const stored = await (await hireRunners(world).machine()).journal.read(release);
    if (stored !== undefined && (!stored.live || runs.length > wanted.length + 1))
      return { runs, killed, live: stored.live, state: fold(stored.facts).state };
    inputs = stored === undefined ? form : { command: "resume", release };
    if (runs.length > wanted.length + 1) throw new Error("no release was opened");
  }
}

const told = (ended: EndedJobs) =>
  Object.fromEntries([...ended].map(([job, { result, outputs }]) => [job, outputs["outcome"] ?? result]));

interface Run {
  readonly world: World;
  readonly runId: string;
}

/** Machines on which each step is a process. */
async function hostOf(
  { world, runId }: Run,
  open: readonly Kill[],
  onKill: (kill: Kill) => Promise<void>,
): Promise<Host> {
  const directory = path.join(world.directory, `run-${runId}`);
  const temp = path.join(directory, "temp");
  await mkdir(temp, { recursive: true });
  const env = { ...world.env, GITHUB_TOKEN: "", GITHUB_RUN_ID: runId, GITHUB_RUN_ATTEMPT: "1", RUNNER_TEMP: temp };
  return {
    github: { sha: "develop", token: world.tokens.sarah },
    async machine(job) {
      const cwd = await mkdtemp(path.join(directory, `${job.replaceAll("/", "-")}-`));
      return {
        async perform({ action, inputs }) {
          if (action === "approved") {
            // People, not a process of ours.
            await answer(world, "approved", { run: Number(runId) });
            return { isRed: false, outputs: {} };
          }
          const kill = action === "checkout" ? undefined : open.find(([where]) => where === job);
          const step = { directory, cwd, inputs, env: { ...env, GITHUB_WORKSPACE: cwd }, killedAt: kill?.[1] };
          const { code, outputs, log } = await approved(world, () => runStub(action, [], step));
          if (process.env["RELEASE_DEBUG"] !== undefined) process.stderr.write(`${job} ${action}: ${code}\n${log}\n`);
          if (code !== null) return { isRed: code !== 0, outputs };
          if (kill !== undefined) await onKill(kill);
          return { isRed: true, outputs: {} };
        },
      };
    },
  };
}
