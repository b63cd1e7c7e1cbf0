import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { openWorkplace, type Workplace } from "#stages";
import { realClock } from "#http";

import { connectGitHub, createWorld, type Fault, type World } from "../../packages/testbed/index.ts";
import { runAct, type Death, type Run } from "./act.ts";
import { answer } from "../support/people.ts";
import { adopt, cloneAt, copyOfUs, ourName, pushTo, refuseIn, type Edits } from "./repositories.ts";
import { startResultsService } from "./results-service.ts";

/** A company whose releases run on GitHub Actions, as far as act is that. */
export interface ActWorld {
  readonly world: World;
  /** That of everything that runs on the runner. */
  readonly home: string;
  /** The form of the callers file, sent by Sarah: a run with an id of its own. It may die on the way. */
  readonly dispatch: (inputs: Readonly<Record<string, string>>, death?: Death) => Promise<Run>;
  /** What our own jobs send when a release may go on: a run too, which nobody started. */
  readonly wake: (release: string) => Promise<Run>;
  /** Something else that happens on the code host: the run of the caller's file for it, by Sarah or whoever does it. */
  readonly happens: (event: string, payload: object, actor?: string) => Promise<Run>;
  /** The releases for which our jobs sent that event, since the last call. */
  readonly woken: () => Promise<readonly unknown[]>;
  /** A commit by Sarah on top of a branch of the code host. */
  readonly push: (branch: string, message: string, files: Readonly<Record<string, string>>) => Promise<void>;
  /** The token of every job from now on, for act knows no permissions; before that it is Sarah's. */
  readonly giveJobs: (token: string) => void;
  /** The names of the artifacts of a run. */
  readonly artifacts: (run: Run) => readonly string[];
  /** So much time passes on the code host that a dead driver's lease is over. */
  readonly later: () => Promise<void>;
  /** A clone of its own, to look at what was recorded. */
  readonly look: () => Promise<Workplace>;
  readonly stop: () => Promise<void>;
}

export interface Wanted {
  readonly act: string;
  readonly fault?: Fault;
  /** Made and pushed before anything runs. */
  readonly edits?: Edits;
  /** What reviewers say when a run asks them; they approve unless a test says otherwise. A refusal makes the job `approval` fail, as on GitHub. */
  readonly reviewers?: "approve" | "refuse";
  /** The one file of ours that the repository gets, from `examples`. */
  readonly example?: string;
  /** Whether runs keep caches: act's own service, of the protocol that GitHub Enterprise Server has. */
  readonly keepsCaches?: boolean;
  /** Makes another world than the minimal one, in a folder that is not there. */
  readonly create?: (directory: string) => Promise<World>;
}

/** The minimal world with one file of ours in its repository, a copy of this repository beside it, and a runner. */
export async function openActWorld(wanted: Wanted): Promise<ActWorld> {
  const {
    act,
    edits = {},
    reviewers = "approve",
    example = "caller.yml",
    create = minimalWorld(wanted.fault),
    keepsCaches = false,
  } = wanted;
  const directory = await mkdtemp(path.join(tmpdir(), "release-act-"));
  const world = await create(path.join(directory, "world"));
  const results = await startResultsService();
  const copy = path.join(directory, "release");
  const home = path.join(directory, "home");
  await Promise.all([copyOfUs(copy), adopt(world, edits, example), mkdir(home)]);
  if (reviewers === "refuse") await refuseIn(copy);
  const { admin } = await connectGitHub(world.githubUrl);
  let runs = 0;
  let token = world.tokens.sarah;
  let heard = 0;
  const send = async (
    event: string,
    args: readonly string[],
    { death, actor = "sarah" }: { readonly death?: Death | undefined; readonly actor?: string | undefined } = {},
  ): Promise<Run> => {
    runs += 1;
    const id = String(7000 + runs);
    // The run as GitHub knows it, with the answers that act cannot ask for.
    const said = { run: Number(id), event, comment: reviewers === "refuse" ? "not before the campaign" : "" };
    const answered = reviewers === "refuse" ? "rejected" : "approved";
    await answer(world, answered, said);
    const told = { ...runnerOf(world, id), ...results.env(id), GITHUB_TRIGGERING_ACTOR: actor };
    const caches = keepsCaches ? path.join(directory, "caches") : undefined;
    const all = [event, `--actor=${actor}`, ...settings({ copy, token, caches, env: told }), ...args];
    const env = { PATH: world.env["PATH"] ?? "", HOME: home };
    const run = await runAct({
      id,
      program: act,
      args: all,
      cwd: world.repositoryDirectory,
      env,
      ...(death && { death }),
    });
    await answer(world, answered, { ...said, over: true });
    return run;
  };
  const happens: ActWorld["happens"] = async (event, payload, actor) => {
    const file = path.join(directory, `event-${runs + 1}.json`);
    await writeFile(file, JSON.stringify(payload));
    return send(event, [`--eventpath=${file}`], { actor });
  };
  return {
    world,
    home,
    dispatch: (inputs, death) =>
      send(
        "workflow_dispatch",
        Object.entries(inputs).map(([name, value]) => `--input=${name}=${value}`),
        { death },
      ),
    wake: async (release) =>
      happens("repository_dispatch", { action: "release-command", client_payload: { release } }, "github-actions[bot]"),
    happens,
    async woken() {
      const [owner = "", name = ""] = world.repository.split("/");
      const events = await admin.events({ owner, name });
      return events.slice(heard, (heard = events.length)).map(({ type, payload }) => ({ type, payload }));
    },
    push: (branch, message, files) => pushTo(world, { branch, message, files, cwd: path.join(directory, branch) }),
    giveJobs: (given) => {
      token = given;
    },
    artifacts: ({ id }) => results.names(id),
    async later() {
      await admin.clock({ advanceMs: 300_000 });
    },
    look: async () => lookAt(world, await mkdtemp(path.join(directory, "look-"))),
    async stop() {
      await Promise.all([world.stop(), results.stop()]);
      await rm(directory, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function minimalWorld(fault: Fault | undefined): NonNullable<Wanted["create"]> {
  return async (directory) => createWorld({ directory, minimal: true, ...(fault === undefined ? {} : { fault }) });
}

interface Settings {
  readonly copy: string;
  readonly token: string;
  /** Where caches are kept. */
  readonly caches: string | undefined;
  readonly env: Readonly<Record<string, string>>;
}

function settings({ copy, token, caches, env }: Settings): readonly string[] {
  return [
    "--workflows=.github/workflows/release-command.yml",
    "--platform=ubuntu-latest=-self-hosted",
    `--local-repository=${ourName}=${copy}`,
    ...(caches === undefined
      ? ["--no-cache-server"]
      : [`--cache-server-path=${caches}`, "--cache-server-addr=127.0.0.1"]),
    "--action-offline-mode",
    `--secret=GITHUB_TOKEN=${token}`,
    ...Object.entries(env).map(([name, value]) => `--env=${name}=${value}`),
  ];
}

/** What act leaves to be said of the run. The server has a name under which the client of artifacts works: not every host may keep them. */
function runnerOf(world: World, runId: string): Readonly<Record<string, string>> {
  return {
    PATH: world.env["PATH"] ?? "",
    NODE_OPTIONS: `--import=${new URL("resolve-localhost.js", import.meta.url).href}`,
    GITHUB_API_URL: world.githubUrl,
    GITHUB_SERVER_URL: world.githubUrl.replace("127.0.0.1", "github.localhost"),
    GITHUB_REPOSITORY: world.repository,
    // GitHub keeps the form, and what wakes releases, on the default branch.
    GITHUB_REF: "refs/heads/main",
    GITHUB_RUN_ID: runId,
    GITHUB_RUN_ATTEMPT: "1",
  };
}

async function lookAt(world: World, cwd: string): Promise<Workplace> {
  await cloneAt(world, "main", cwd);
  return openWorkplace({
    cwd,
    env: { ...process.env, ...world.env },
    clock: realClock,
    say: () => undefined,
    signal: new AbortController().signal,
    fetch: globalThis.fetch,
  });
}
