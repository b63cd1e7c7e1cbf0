import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";

import { realClock } from "#http";
import {
  deployToProduction,
  deployToStaging,
  openWorkplace,
  reportJob,
  reviewJob,
  rollbackStaging,
  runLeg,
  validateJob,
  type DeliveredEvidence,
  type LegEnd,
  type Surroundings,
  type ValidateCommand,
  type Workplace,
} from "#stages";

import type { World } from "../../packages/testbed/index.ts";
import { answer, approved } from "../support/people.ts";
import { signedIn } from "../support/signed-in.ts";

const execute = promisify(execFile);

/** Runners of the code host: each job gets a machine with a fresh clone and nothing else of the jobs before. */
export interface Runners {
  readonly world: World;
  readonly machine: (
    env?: Readonly<Record<string, string>>,
    hooks?: Surroundings["hooks"],
    fetch?: Surroundings["fetch"],
  ) => Promise<Workplace>;
}

let machines = 0;

export function hireRunners(world: World): Runners {
  return {
    world,
    async machine(env = {}, hooks, fetch = globalThis.fetch) {
      machines += 1;
      const cwd = path.join(world.directory, "clones", `runner-${machines}`);
      const origin = `${world.githubUrl}/${world.repository}.git`;
      await execute("git", ["clone", "--quiet", "--branch", "develop", origin, cwd], {
        env: { ...process.env, ...signedIn(world) },
      });
      return openWorkplace({
        cwd,
        env: { ...process.env, ...world.env, GITHUB_RUN_ID: "7001", GITHUB_RUN_ATTEMPT: "1", ...env },
        clock: realClock,
        say: (text) => (process.env["RELEASE_DEBUG"] === undefined ? undefined : process.stderr.write(`    ${text}\n`)),
        signal: new AbortController().signal,
        fetch,
        ...(hooks === undefined ? {} : { hooks }),
      });
    },
  };
}

export const standard = {
  kind: "start",
  start: { type: "standard", version: "1.1.0", from: "develop", to: "main" },
} as const satisfies ValidateCommand;

/** A leg's evidence as it reaches the review. */
export const deliver = ({ evidence, digest, text }: LegEnd): DeliveredEvidence => ({ leg: evidence.leg, digest, text });

/** The jobs of one run, each on its own machine. Reviewers approve production as soon as they are asked, unless a test says otherwise. */
export function jobsOn({ world, machine: hire }: Runners, run = 7001, env: Readonly<Record<string, string>> = {}) {
  const machine = async () => hire({ GITHUB_RUN_ID: String(run), ...env });
  return {
    validate: async (command: ValidateCommand) => validateJob(await machine(), command),
    leg: async (id: string, leg: string) => runLeg(await machine(), { id, leg }),
    review: async (id: string, evidence: readonly DeliveredEvidence[], gatesResult = "success") =>
      approved(world, async () => reviewJob(await machine(), { id, evidence, gatesResult })),
    /** Without anybody who approves. */
    reviewAlone: async (id: string, evidence: readonly DeliveredEvidence[]) =>
      reviewJob(await machine(), { id, evidence, gatesResult: "success" }),
    staging: async (id: string) => deployToStaging(await machine(), id),
    production: async (id: string) => {
      await answer(world, "approved", { run });
      return deployToProduction(await machine(), id);
    },
    productionUnasked: async (id: string) => deployToProduction(await machine(), id),
    unstage: async (id: string) => rollbackStaging(await machine(), id),
    report: async (id: string, state: "completed" | "failed", journeys?: DeliveredEvidence) =>
      reportJob(await machine(), { id, state, ...(journeys === undefined ? {} : { journeys }) }),
    record: async (id: string) => {
      const stored = await (await machine()).journal.read(id);
      if (stored === undefined) throw new Error(`there is no record of ${id}`);
      return stored;
    },
  };
}
