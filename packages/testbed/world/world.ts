import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { delimiter, dirname, join, resolve } from "node:path";
import { ReleaseFault } from "#faults";
import { connectGitHub } from "../github/index.ts";
import type { Fault } from "./faults.ts";
import { bringUp, environments, platformOf, platformValues, stopPlatforms } from "./environments.ts";
import { publish, repositoryName, startHost, stopHost } from "./host.ts";
import { createPeople, type People, type Tokens } from "./people.ts";
import { endPrograms, isRunning, logOf, settleAll } from "./processes.ts";
import { readProject, type ConfigValue, type Project } from "./project.ts";
import { createClone, openClone } from "./repository.ts";
import { fillProduction, serviceValues, startCustomers, startServices, type Services } from "./services.ts";

export interface WorldOptions {
  /** A folder of its own that is empty or not there; for the shop below a checkout with installed packages. */
  readonly directory: string;
  /** What is wrong with the version to be released. */
  readonly fault?: Fault;
  /** The smallest releasable thing instead of the shop: no database, no customers; for crash tests. */
  readonly minimal?: boolean;
  /** Values of the release configuration that are to be others than the project's, like another target. */
  readonly config?: readonly ConfigValue[];
  /** The address of a house (`startHouse`) whose process the code host shares with those of other worlds. */
  readonly house?: string;
  /** When the history ends, in ms since the epoch; default: now. */
  readonly now?: number;
}

/** A company with a code host, a project, two environments and customers, on this machine. */
export interface World extends People {
  readonly directory: string;
  /** Sarah's clone, on `develop`. */
  readonly repositoryDirectory: string;
  readonly repository: string;
  readonly githubUrl: string;
  readonly tokens: Tokens;
  readonly stagingUrl: string;
  readonly productionUrl: string;
  /** Where the local target of each environment keeps its state. */
  readonly platforms: { readonly staging: string; readonly production: string };
  /** The tag that serves both environments at the beginning. */
  readonly released: string;
  /** Variables for the release command, acting as Sarah. */
  readonly env: Readonly<Record<string, string>>;
  /** Customers begin to buy; they stop by themselves. */
  startLoad(options?: { readonly requestsPerSecond?: number; readonly seconds?: number }): Promise<void>;
  /** Ends the customers and says how they fared. */
  stopLoad(): Promise<{ readonly sent: number; readonly failed: number }>;
  /** Ends every process of this world; its files stay. */
  stop(): Promise<void>;
}

/** What a world remembers on disk, so that another process can open it. */
interface Remembered {
  readonly minimal: boolean;
  readonly githubUrl: string;
  readonly tokens: Tokens;
  readonly released: string;
  readonly urls: { readonly staging: string; readonly production: string };
  readonly services: Services | undefined;
}

/** Builds a world and starts it: the last release serves staging and production, the next one is on `develop`. */
export async function createWorld(options: WorldOptions): Promise<World> {
  const directory = resolve(options.directory);
  const minimal = options.minimal ?? false;
  if (!minimal) requirePackages(directory);
  await mkdir(directory, { recursive: true });
  await requireEmpty(directory);
  try {
    const [host, services] = await settleAll([
      startHost(directory, options.house),
      minimal ? Promise.resolve(undefined) : startServices(directory),
    ]);
    const served = services === undefined ? [] : serviceValues(services);
    const config = [...platformValues(directory), ...served, ...(options.config ?? [])];
    const project = await readProject({ minimal, fault: options.fault, config });
    const now = options.now ?? Date.now();
    await createClone({ directory: join(directory, "shop"), origin: host.cloneUrl, project, now });
    const [urls] = await settleAll([deploy(directory, project, services), publish(host, join(directory, "shop"))]);
    const { released } = project;
    const remembered: Remembered = { minimal, githubUrl: host.url, tokens: host.tokens, released, urls, services };
    await writeFile(memoryOf(directory), JSON.stringify(remembered, undefined, 2), { mode: 0o600 });
    return worldOf(directory, remembered);
  } catch (thrown) {
    await stopAll(directory);
    throw thrown;
  }
}

/** The world that was created in this directory, by whichever process. */
export async function openWorld(directory: string): Promise<World> {
  const home = resolve(directory);
  const text = await readFile(memoryOf(home), "utf8").catch(() => undefined);
  if (text === undefined) {
    throw new ReleaseFault("input", `There is no demo world in ${directory}`, {
      hint: "Create one first: release demo",
    });
  }
  const remembered = JSON.parse(text) as Remembered;
  await connectGitHub(remembered.githubUrl);
  return worldOf(home, remembered);
}

async function deploy(
  directory: string,
  project: Project,
  services: Services | undefined,
): Promise<Remembered["urls"]> {
  const git = await openClone(directory);
  const config = project.tree.get(".github/release-command.yml") ?? "";
  const [staging = "", production = ""] = await settleAll(
    environments.map((environment) => bringUp({ directory, environment, git, version: project.released, config })),
  );
  if (services !== undefined) await fillProduction(services.databases.production);
  return { staging, production };
}

function worldOf(directory: string, remembered: Remembered): World {
  const { githubUrl, tokens, released, urls, services } = remembered;
  return {
    ...createPeople({ url: githubUrl, repository: repositoryName, tokens }),
    directory,
    repositoryDirectory: join(directory, "shop"),
    repository: repositoryName,
    githubUrl,
    tokens,
    stagingUrl: urls.staging,
    productionUrl: urls.production,
    platforms: { staging: platformOf(directory, "staging"), production: platformOf(directory, "production") },
    released,
    env: {
      GITHUB_TOKEN: tokens.sarah,
      GITHUB_API_URL: githubUrl,
      GITHUB_SERVER_URL: githubUrl,
      GITHUB_REPOSITORY: repositoryName,
      // The project's own commands run on the Node that we run on.
      PATH: [dirname(process.execPath), process.env["PATH"] ?? ""].join(delimiter),
      ...(services === undefined ? {} : { DATABASE_URL: services.databases.production }),
    },
    async startLoad({ requestsPerSecond = 60, seconds = 120 } = {}) {
      if (await isRunning(directory, "customers")) return;
      await startCustomers(directory, { url: urls.production, requestsPerSecond, seconds });
    },
    async stopLoad() {
      await endPrograms(directory, "customers");
      const last = (await logOf(directory, "customers")).trimEnd().split("\n").at(-1) ?? "";
      return last.startsWith("{") ? (JSON.parse(last) as { sent: number; failed: number }) : { sent: 0, failed: 0 };
    },
    stop: () => stopAll(directory),
  };
}

async function stopAll(directory: string): Promise<void> {
  await endPrograms(directory, "customers");
  await stopPlatforms(directory);
  await Promise.all([endPrograms(directory), stopHost(directory)]);
  await rm(join(directory, "processes"), { recursive: true, force: true });
}

/** The shop has no packages of its own: Node finds ours in a folder above it. */
function requirePackages(directory: string): void {
  try {
    createRequire(join(directory, "shop", "package.json")).resolve("pg");
  } catch (cause) {
    throw new ReleaseFault("config", `The demo shop cannot find its packages from ${directory}`, {
      hint: "Create the world below this checkout, like .demo/world, and run `npm ci` first.",
      cause,
    });
  }
}

async function requireEmpty(directory: string): Promise<void> {
  const files = await readdir(directory);
  if (files.length === 0) return;
  throw new ReleaseFault("input", `The demo needs an empty folder, and ${directory} holds ${files[0] ?? ""}`, {
    hint: "Name another folder, or remove that one when nothing in it is needed.",
  });
}

function memoryOf(directory: string): string {
  return join(directory, "world.json");
}
