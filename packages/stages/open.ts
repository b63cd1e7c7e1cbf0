import { randomUUID } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import path from "node:path";

import {
  defaultConfigPath,
  detect,
  loadConfig,
  manifestsOf,
  wantsDetection,
  withDetection,
  type Config,
  type LoadedConfig,
} from "#config";
import { ReleaseFault } from "#faults";
import { openGitHub, type Forge } from "#forge";
import { openGit, type Git } from "#git";
import type { Call } from "#http";
import { openDirectoryJournal, openJournal, systemClock, type Journal, type JournalOptions } from "#journal";
import type { Environment } from "#machine";
import { monitorNames, openMonitor } from "#monitors";
import { loadTarget, targetNames, type Target, type TargetOptions } from "#targets";

import type { Ports, StageClock } from "./context.ts";
import { auditSignerOf } from "./records/audit-signer.ts";
import { createMeter, type Economy } from "./views/economy.ts";
import { createPatientFetch } from "./views/first-answer.ts";
import { forgeAddress, type ForgeAddress } from "./forge-address.ts";
import { scrubbedForge } from "./records/scrubbed-forge.ts";
import { projectEnv, scrubberOf } from "./records/secrets.ts";
import { signingKeyOf } from "./review/signing.ts";
import { afterGrace, stoppable, stoppableFetch, stoppableJournal } from "./queue/stopping.ts";

/** Where a command runs: read once at the border, never looked at again elsewhere. */
export interface Surroundings {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: StageClock;
  /** The journal's clocks, where a test lets them lie. */
  readonly journalClock?: JournalOptions["clock"];
  readonly say: (text: string) => void;
  /** Folds what is said meanwhile, where the log can. */
  readonly group?: <T>(title: string, work: () => Promise<T>) => Promise<T>;
  readonly signal: AbortSignal;
  readonly fetch: typeof fetch;
  readonly hooks?: Pick<JournalOptions, "onAppend" | "onEffect">;
  readonly onCall?: (call: Call) => void;
  /** The issue or pull request, by number, on which somebody asked for this run. */
  readonly page?: number;
}

/** A repository with its journal and its code host, before any release is chosen. */
export interface Workplace {
  readonly surroundings: Surroundings;
  readonly git: Git;
  readonly forge: Forge;
  readonly journal: Journal;
  readonly actor: string;
  /** The configuration of the work tree: it says where the journal is. A release uses the one of its own commit. */
  readonly local: LoadedConfig;
  /** What this command has cost so far. */
  economy(): Economy;
}

/** Opens the clone that a command was started in. Every fault says what is missing and how to give it; nothing is changed. */
export async function openWorkplace(given: Surroundings): Promise<Workplace> {
  const local = await configHere(given.cwd);
  const scrub = scrubberOf(definedOnly(given.env), local.config);
  const surroundings = { ...given, say: (text: string) => given.say(scrub.text(text)) };
  const { cwd, env, signal, clock } = surroundings;
  const token = env["GITHUB_TOKEN"] ?? env["GH_TOKEN"];
  const authorization = () =>
    token === undefined ? undefined : `Basic ${Buffer.from(`x-access-token:${token}`).toString("base64")}`;
  const fetch = createPatientFetch({
    fetch: stoppableFetch(surroundings.fetch, signal),
    clock: stoppable(clock, signal),
    ...(surroundings.onCall === undefined ? {} : { onCall: surroundings.onCall }),
  });
  // What git does for the journal must come to its end: a lease that is not given back makes the next driver wait.
  const late = afterGrace(signal);
  const gitFetch = stoppableFetch(surroundings.fetch, late);
  const meter = createMeter(surroundings.hooks, signal);
  const git = meter.git(await openGit({ directory: cwd, author, authorization, fetch: gitFetch, signal: late }));
  const address = forgeAddress(git.remote, env);
  const host = openGitHub({ ...address, token: demandToken(token), fetch, clock: stoppable(clock, signal) });
  const forge = scrubbedForge(host, scrub);
  const actor = await whoActs(forge, env);
  const journalClock = stoppableJournal(surroundings.journalClock ?? systemClock(), late);
  const journal = await openStore(
    { ...surroundings, journalClock, hooks: meter.hooks },
    { git, actor, config: local.config, scrub: scrub.words },
  );
  const economy = () => ({ ...meter.count, apiCalls: forge.calls });
  return { surroundings, git, forge, journal, actor, local, economy };
}

const author = { name: "Release Command", email: "release-command@users.noreply.github.com" };

/** Brings every branch and tag of the remote here. */
export async function fetchAll(git: Workplace["git"]): Promise<void> {
  await git.fetch(["+refs/heads/*:refs/remotes/origin/*", "+refs/tags/*:refs/tags/*"]);
}

/**
 * The configuration at a commit: what is released is also what says how (`.github/release-command.yml`). What is not written
 * is told by the files of that commit, and by nothing else: every job of a release finds the same.
 */
export async function configAt(git: Git, revision: string): Promise<LoadedConfig> {
  const loaded = loadedFrom(await git.readFile(revision, defaultConfigPath));
  if (!wantsDetection(loaded.written)) return loaded;
  const paths = await git.listFiles(revision);
  return withDetection(loaded, detect({ paths, texts: await git.readFiles(revision, manifestsOf(paths)) }));
}

/** The configuration as it lies in a folder, committed or not. */
export async function configHere(cwd: string): Promise<LoadedConfig> {
  return loadedFrom(await readFile(path.join(cwd, defaultConfigPath), "utf8").catch(() => undefined));
}

function loadedFrom(text: string | undefined): LoadedConfig {
  return loadConfig({ text, path: defaultConfigPath, targets: targetNames, monitors: monitorNames });
}

function demandToken(token: string | undefined): string {
  if (token !== undefined && token !== "") return token;
  throw new ReleaseFault("permission", "No token for the code host: GITHUB_TOKEN is not set", {
    hint: "Example: export GITHUB_TOKEN=$(gh auth token)",
  });
}

async function whoActs(forge: Forge, env: Surroundings["env"]): Promise<string> {
  const actor = env["GITHUB_ACTIONS"] === "true" ? env["GITHUB_ACTOR"] : undefined;
  return actor === undefined || actor === "" ? forge.whoAmI() : actor;
}

async function openStore(
  { cwd, env, journalClock, hooks }: Surroundings,
  {
    git,
    actor,
    config,
    scrub,
  }: Pick<JournalOptions, "scrub"> & {
    readonly git: Git;
    readonly actor: string;
    readonly config: Config;
  },
): Promise<Journal> {
  const run = {
    id: env["GITHUB_RUN_ID"] ?? `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`,
    attempt: Number(env["GITHUB_RUN_ATTEMPT"] ?? "1"),
  };
  const { store, branch, directory, lease } = config.journal;
  const shared = {
    author: { actor, run },
    ...(scrub === undefined ? {} : { scrub }),
    ...(journalClock === undefined ? {} : { clock: journalClock }),
    times: { ttlMs: lease.ttl, renewMs: lease.renew, effectMs: lease.effect },
    ...hooks,
  };
  return store === "git"
    ? openJournal({ ...shared, git, archiveBranch: branch })
    : openDirectoryJournal({ ...shared, directory: path.resolve(cwd, directory) });
}

/** The ports of one release, from the configuration that it was started with. */
export async function portsOf(workplace: Workplace, config: Config, release: string): Promise<Ports> {
  const { surroundings, git, forge, journal, actor } = workplace;
  const { cwd, clock, say, group, signal } = surroundings;
  const given = definedOnly(surroundings.env);
  const env = projectEnv(given, config);
  const scrubber = scrubberOf(given, config);
  const workDirectory = await makeWorkDirectory(cwd, release);
  const targets = new Map<Environment, Promise<Target>>();
  const target = (environment: Environment): Promise<Target> => {
    const known =
      targets.get(environment) ?? openTarget(config, environment, { workDirectory: cwd, env, clock, signal });
    targets.set(environment, known);
    return known;
  };
  return {
    config,
    git,
    forge,
    journal,
    clock,
    // What is under test is asked without our client's patience: its retries would hide an outage.
    fetch: surroundings.fetch,
    env,
    signingKey: signingKeyOf(surroundings.env),
    auditSigner: (audit) => auditSignerOf(audit, { ...surroundings, webUrl: forge.webUrl }),
    actor,
    workDirectory,
    target,
    monitor: async (environment, at) => {
      if (environment === "development") throw new Error("development is not watched");
      const { monitor, monitorSettings, settings } = config.environments[environment];
      const { url, revisions } = await at.observe();
      const revision = (version: string) => revisions.find((one) => one.version === version);
      const headersFor = (version: string) => revision(version)?.headers ?? {};
      const serversOf = (version: string) => revision(version)?.servers;
      const place = monitor === "proxy" ? inFolder(monitorSettings, settings, cwd) : monitorSettings;
      return openMonitor(monitor, place, { url, headersFor, serversOf, clock, fetch: surroundings.fetch, env });
    },
    say: (text) => say(scrubber.text(text)),
    ...(group === undefined ? {} : { group }),
    scrub: scrubber,
    signal,
  };
}

/** The deploy target of an environment, as the configuration has it. */
export async function openTarget(
  config: Config,
  environment: Environment,
  world: Pick<TargetOptions, "workDirectory" | "env" | "signal"> & { readonly clock: StageClock },
): Promise<Target> {
  if (environment === "development") throw new Error("nothing is deployed to development");
  const { target, settings } = config.environments[environment];
  return loadTarget(target, { environment, settings, ...world });
}

/** A monitor of the target's own counters is told where they are, unless it has a place of its own; folders start at the clone. */
function inFolder(monitor: Settings, target: Settings, cwd: string): Settings {
  const directory = monitor["directory"] ?? target["directory"];
  return typeof directory === "string" ? { ...monitor, directory: path.resolve(cwd, directory) } : monitor;
}

type Settings = Readonly<Record<string, unknown>>;

/** A folder of ours in the clone that git does not see; may be deleted at any time. */
async function makeWorkDirectory(cwd: string, release: string): Promise<string> {
  const root = path.join(cwd, ".release-command");
  const directory = path.join(root, "work", release);
  await mkdir(directory, { recursive: true });
  await writeFile(path.join(root, ".gitignore"), "*\n");
  return directory;
}

/** Variables that are set. */
export function definedOnly(env: Surroundings["env"]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

export type { ForgeAddress };
