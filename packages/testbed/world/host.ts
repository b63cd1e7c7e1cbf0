import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { startGitHub, type GitHub, type WantedRepository } from "../github/index.ts";
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

/** Starts the code host with its people and an empty repository. Its process outlives us and is recorded. */
export async function startHost(directory: string): Promise<Host> {
  const host = await startGitHub({ dataDirectory: join(directory, "github"), detached: true });
  await recordProgram(directory, "github", { pid: host.pid, script: join("github", "main.ts") });
  const { url, admin } = host;
  const tokens = newTokens();
  await admin.repository(repository);
  const people = logins.map((login) => admin.user({ login, name: names[login], token: tokens[login] }));
  await Promise.all([...people, admin.user({ login: "release-bot", type: "Bot", token: tokens.bot, seesTeams: true })]);
  return { url, admin, tokens, cloneUrl: `${url}/${repositoryName}.git` };
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
