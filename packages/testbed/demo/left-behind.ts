import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import type { World } from "../world/index.ts";

const command = fileURLToPath(new URL("../../cli/main.ts", import.meta.url));

/** What a demo leaves to look at, and where it is. The dashboard is written here. */
export async function leftBehind(world: World, tag: string): Promise<string> {
  const release = async (...args: readonly string[]): Promise<string> => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["--disable-warning=ExperimentalWarning", command, ...args],
      {
        cwd: world.repositoryDirectory,
        env: { ...process.env, ...world.env },
      },
    );
    return stdout.trim();
  };
  const git = async (...args: readonly string[]): Promise<string> =>
    (
      await promisify(execFile)("git", ["-C", world.repositoryDirectory, ...args], {
        env: { ...process.env, ...signedIn(world) },
      })
    ).stdout.trim();

  const journal = "+refs/heads/release-journal:refs/remotes/origin/release-journal";
  const readRecords = async (): Promise<string> => {
    await git("fetch", "--quiet", "origin", journal);
    return git("ls-tree", "-r", "--name-only", "origin/release-journal");
  };
  const [dashboard, audit, records, tags, pullRequest] = await Promise.all([
    release("dashboard", `--out=${path.join(world.directory, "dashboard")}`),
    release("audit", "verify").catch((thrown: unknown) => String(thrown)),
    readRecords().catch(() => ""),
    git("ls-remote", "--tags", "origin", `${tag}*`),
    keepPullRequest(world, `release/${tag.slice(1)}`),
  ]);
  const clone = fromHere(world.repositoryDirectory);
  const rows: readonly (readonly [string, string])[] = [
    ["repository", clone],
    [
      "tags",
      tags
        .split("\n")
        .filter((line) => line !== "" && !line.endsWith("^{}"))
        .map((line) => line.split("refs/tags/")[1] ?? "")
        .join(", ") || "none",
    ],
    ["pull req.", pullRequest],
    ["report", `git -C ${clone} show origin/release-journal:docs/releases/${tag}.md`],
    ["audit log", `git -C ${clone} show origin/release-journal:docs/audit/releases.log`],
    ["", audit],
    [
      "records",
      records
        .split("\n")
        .filter((line) => line !== "")
        .join(", "),
    ],
    ["dashboard", fromHere(dashboard)],
  ];
  return `\n${rows.map(([name, value]) => `${name.padEnd(11)} ${value}`).join("\n")}\n`;
}

/** As short as it can be copied into the next command. */
function fromHere(place: string): string {
  return path.relative(process.cwd(), place) || ".";
}

/** The pull request as a file, since the code host ends with the demo. */
async function keepPullRequest(world: World, branch: string): Promise<string> {
  const ask = async (route: string): Promise<unknown> => {
    const headers = { authorization: `Bearer ${world.tokens.sarah}` };
    return (await fetch(`${world.githubUrl}/repos/${world.repository}/${route}`, { headers })).json();
  };
  const pulls = (await ask(
    `pulls?state=all&head=${world.repository.split("/")[0] ?? ""}:${branch}`,
  )) as readonly PullJson[];
  const [pull] = pulls;
  if (pull === undefined) return "none was opened";
  const reviews = (await ask(`pulls/${pull.number}/reviews`)) as readonly ReviewJson[];
  const file = path.join(world.directory, "pull-request.md");
  const state = pull.merged_at === null ? pull.state : `merged at ${pull.merged_at}`;
  const opinions = reviews.map(({ user, state: opinion }) => `- ${user.login}: ${opinion.toLowerCase()}`);
  await writeFile(file, [`# #${pull.number} ${pull.title}`, "", state, "", ...opinions, "", pull.body, ""].join("\n"));
  return fromHere(file);
}

interface PullJson {
  readonly number: number;
  readonly title: string;
  readonly state: string;
  readonly merged_at: string | null;
  readonly body: string;
}

interface ReviewJson {
  readonly user: { readonly login: string };
  readonly state: string;
}

/** Sarah's credentials for git, by environment: they stand in no file and no argument. */
function signedIn({ tokens }: World): Readonly<Record<string, string>> {
  const credentials = Buffer.from(`x-access-token:${tokens.sarah}`).toString("base64");
  return {
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: "http.extraHeader",
    GIT_CONFIG_VALUE_0: `Authorization: Basic ${credentials}`,
  };
}
