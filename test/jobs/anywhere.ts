import { fold, type Fact } from "#machine";

import type { Deviation } from "../crash/anywhere.ts";
import { openCrashWorld, type CrashWorld, type Snapshot } from "../crash/world.ts";
import { machineAt, type Artifacts } from "./actions.ts";
import { Judge } from "./judge.ts";
import { roads, waitsForPeople, type Road, type RoadName } from "./roads.ts";
import { hireRunners, type Runners } from "./runners.ts";
import { runRelease, type EndedJobs } from "./workflow.ts";

/** One run of the workflow at an instant: what GitHub knows of it. */
interface RunSoFar {
  readonly index: number;
  readonly inputs: Readonly<Record<string, string>>;
  readonly ended: EndedJobs;
  readonly artifacts: Artifacts;
}

/** An instant at which the machine of a job dies. */
export interface Death {
  readonly name: string;
  readonly job: string;
  readonly run: RunSoFar;
  readonly world: Snapshot;
  readonly facts: readonly Fact[];
}

/** What a release left, and how it got there. */
export interface Life {
  readonly facts: readonly Fact[];
  readonly runs: number;
  readonly jobs: readonly string[];
}

const runsAllowed = 4;

export interface Options {
  readonly directory: string;
  readonly road: RoadName;
  /** Which moments of a job are died in, by their index in it. */
  readonly choose: (job: string, index: number) => boolean;
  /** Which moments of the lives after a death are died in too. Default: none. */
  readonly chooseAgain?: (job: string, index: number, first: Death) => boolean;
  readonly tell?: (text: string) => void;
}

export interface Verdict {
  readonly deaths: number;
  readonly jobs: readonly string[];
  readonly deviations: readonly Deviation[];
}

/**
 * A whole release, run as its workflow says, each job on a machine of its own. At each chosen moment the machine dies:
 * the jobs after it wake as the workflow says, and what they leave unsettled is resumed by other runs. The end must be
 * the one that the rules name for that moment, and the world the one that this end leaves.
 */
export async function killJobs(options: Options): Promise<Verdict> {
  const { directory, tell = () => undefined, choose, chooseAgain = () => false } = options;
  const road: Road = roads[options.road];
  const crash = await openCrashWorld(directory, road.fault);
  try {
    await road.prepare?.(crash.world);
    const theatre = new Theatre(crash, road);
    const deaths: Death[] = [];
    const undisturbed = await theatre.live(first(road), theatre.recorder(choose, deaths));
    tell(`${deaths.length} deaths; undisturbed: ${undisturbed.jobs.join(" ")}`);
    const judge = new Judge(crash, road);
    const deviations: Deviation[] = [];
    const check = async (name: string, life: () => Promise<Life>, death?: Death) => {
      const startedAt = performance.now();
      const difference = await life().then(
        (end) => judge.differenceOf(end, death),
        (thrown: unknown) => (thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)),
      );
      if (difference !== undefined) deviations.push({ point: name, difference });
      tell(`${name}: ${difference ?? "right"} (${Math.round(performance.now() - startedAt)} ms)`);
    };
    await check("undisturbed", async () => undisturbed);
    let count = 0;
    for (const death of deaths) {
      const again: Death[] = [];
      await check(
        death.name,
        () =>
          theatre.after(
            death,
            theatre.recorder((...at) => chooseAgain(...at, death), again),
          ),
        death,
      );
      for (const second of again)
        await check(`${death.name}, then ${second.name}`, () => theatre.after(second, ignore), second);
      count += 1 + again.length;
    }
    return { deaths: count, jobs: [...new Set(deaths.map(({ job }) => job))], deviations };
  } finally {
    await crash.stop();
  }
}

const first = ({ form }: Road): RunSoFar => ({ index: 1, inputs: form, ended: new Map(), artifacts: new Map() });

type Moment = (job: string, name: string, run: RunSoFar) => Promise<void>;

const ignore: Moment = async () => {
  await Promise.resolve();
};

/** Where releases live: the world, the machines, and the instants that are remembered. */
class Theatre {
  readonly #crash: CrashWorld;
  readonly #road: Road;
  readonly #runners: Runners;
  #remembered = 0;

  constructor(crash: CrashWorld, road: Road) {
    this.#crash = crash;
    this.#road = road;
    this.#runners = hireRunners(crash.world);
  }

  /** Remembers the world at the moments that are chosen. */
  recorder(choose: (job: string, index: number) => boolean, deaths: Death[]): Moment {
    const seen = new Map<string, number>();
    return async (job, what, run) => {
      const key = `${run.index} ${job}`;
      const index = seen.get(key) ?? 0;
      seen.set(key, index + 1);
      if (!choose(job, index)) return;
      this.#remembered += 1;
      const name = `run ${run.index} ${job} ${index} ${what}`;
      const world = await this.#crash.snapshot(`${this.#remembered}-${name.replaceAll("/", "-")}`);
      deaths.push({ name, job, run, world, facts: await this.#facts() });
    };
  }

  /** The rest of a release whose job died. */
  async after({ job, run, world }: Death, onMoment: Moment): Promise<Life> {
    await this.#crash.restore(world);
    const ended = new Map([...run.ended, [job, { result: "failure" as const, outputs: {} }]]);
    return this.live({ ...run, ended }, onMoment);
  }

  /** Run after run, until the release is settled and no run ended red beside it. */
  async live(begun: RunSoFar, onMoment: Moment): Promise<Life> {
    const jobs: string[] = [];
    let run = begun;
    for (;;) {
      const ended = await this.#goOn(run, onMoment);
      jobs.push(
        `[${[...ended].map(([job, { result, outputs }]) => `${job}=${outputs["outcome"] ?? result}`).join(" ")}]`,
      );
      const facts = await this.#facts();
      // Somebody looks at a run whose last job died, settled release or not.
      const isUnfinished = [...ended].some(
        ([job, end]) => last.has(job) && end.result === "failure" && run.ended.has(job),
      );
      if (isOver(facts) && !isUnfinished) return { facts, runs: run.index, jobs };
      if (run.index === runsAllowed) throw new Error(`not settled after ${runsAllowed} runs: ${jobs.join(" ")}`);
      if (facts.length > 0 && waitsForPeople(fold(facts))) await this.#road.help?.(this.#crash.world);
      // What the watchdog does. A release that was never opened is not there to be resumed: people start it again.
      const inputs = facts.length === 0 ? this.#road.form : { command: "resume", release: this.#road.release };
      run = { ...first(this.#road), index: run.index + 1, inputs };
      await this.#crash.later();
    }
  }

  #goOn(run: RunSoFar, onMoment: Moment): Promise<EndedJobs> {
    const { world } = this.#crash;
    const artifacts: Artifacts = new Map(run.artifacts);
    return runRelease(
      {
        github: { sha: "develop", token: world.tokens.sarah },
        machine: async (job, ended) => {
          const tell = async (name: string) => onMoment(job, name, { ...run, ended, artifacts: new Map(artifacts) });
          const { perform } = machineAt({
            runners: this.#runners,
            runId: String(7000 + run.index),
            artifacts,
            onMoment: tell,
          });
          return {
            perform: async (step) => {
              if (step.action === "checkout") return perform(step);
              await tell("begin");
              const end = await perform(step);
              await tell("end");
              return end;
            },
          };
        },
      },
      run.inputs,
      run.ended,
    );
  }

  async #facts(): Promise<readonly Fact[]> {
    const stored = await (await this.#runners.machine()).journal.read(this.#road.release);
    return stored?.facts ?? [];
  }
}

/** After these jobs nobody else looks at the release in their run. */
const last = new Set(["production/completed", "validation", "validated", "rolled_back", "failed"]);

const isOver = (facts: readonly Fact[]): boolean => facts.some(({ type }) => type === "settled");
