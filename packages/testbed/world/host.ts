import { randomBytes } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { closeInHouse, openInHouse, startGitHub, type GitHub, type WantedRepository } from "../github/index.ts";
import { logins, type Tokens } from "./people.ts";
import { recordProgram } from "./processes.ts";
import { pushAll } from "./repository.ts";

const owner = "acme";
const name = "shop";
/** The repository of every world. */
export const repositoryName = `${owner}/${name}`;

const names = {
  sarah: "Sarah Lindqvist",
  aisha: "Aisha Rahman",
  marcus: "Marcus Weber",
  ines: "Ines Duarte",
} as const;

const repository: WantedRepository = {
  owner,
  name,
  defaultBranch: "main",
  users: { sarah: "maintain", aisha: "write", marcus: "write", ines: "write", "release-bot": "admin" },
  teams: { shop: ["sarah", "aisha", "marcus", "ines"] },
  environments: [
    "staging",
    "production",
    { name: "production-approval", reviewers: ["sarah", "aisha"] },
    { name: "hotfix-approval", reviewers: ["sarah", "aisha"] },
  ],
};

/** The code host of a world, running. */
export interface Host extends GitHub {
  readonly tokens: Tokens;
  /** What the project is cloned from; nothing is in it yet. */
  readonly cloneUrl: string;
}

/** Starts the code host with its people and an empty repository. It outlives us; `stopHost` ends it. */
export async function startHost(directory: string, house?: string): Promise<Host> {
  const { url, admin } = await openHost(directory, house);
  const tokens = newTokens();
  await admin.repository(repository);
  const people = logins.map((login) => admin.user({ login, name: names[login], token: tokens[login] }));
  await Promise.all([...people, admin.user({ login: "release-bot", type: "Bot", token: tokens.bot, seesTeams: true })]);
  return { url, admin, tokens, cloneUrl: `${url}/${repositoryName}.git` };
}

/** A process of its own, which is recorded, or a part of the house. */
async function openHost(directory: string, house: string | undefined): Promise<GitHub> {
  const dataDirectory = join(directory, "github");
  if (house === undefined) {
    const host = await startGitHub({ dataDirectory, detached: true });
    await recordProgram(directory, "github", { pid: host.pid, script: join("github", "main.ts") });
    return host;
  }
  const host = await openInHouse(house, dataDirectory);
  await writeFile(houseOf(directory), JSON.stringify([house, host.url]));
  return host;
}

/** Ends the code host of a world if it is part of a house; `endPrograms` ends the others. */
export async function stopHost(directory: string): Promise<void> {
  const text = await readFile(houseOf(directory), "utf8").catch(() => undefined);
  if (text === undefined) return;
  const [house, url] = JSON.parse(text) as [string, string];
  await closeInHouse(house, url);
  await rm(houseOf(directory));
}

function houseOf(directory: string): string {
  return join(directory, "house.json");
}

/** Brings the history of a clone to the host and then protects `main`: one approval, no direct push. */
export async function publish({ admin, tokens }: Host, clone: string): Promise<void> {
  await pushAll(clone, tokens.bot);
  await admin.repository({ ...repository, protection: { main: { requiredApprovals: 1 } } });
}

function token(): string {
  return `ghp_${randomBytes(18).toString("hex")}`;
}

function newTokens(): Tokens {
  return { sarah: token(), aisha: token(), marcus: token(), ines: token(), bot: token() };
}
