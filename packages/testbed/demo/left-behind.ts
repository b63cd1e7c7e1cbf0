import { execFile } from "node:child_process";
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
  const [dashboard, audit, records, tags] = await Promise.all([
    release("dashboard", `--out=${path.join(world.directory, "dashboard")}`),
    release("audit", "verify").catch((thrown: unknown) => String(thrown)),
    readRecords().catch(() => ""),
    git("ls-remote", "--tags", "origin", `${tag}*`),
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

/** Sarah's credentials for git, by environment: they stand in no file and no argument. */
function signedIn({ tokens }: World): Readonly<Record<string, string>> {
  const credentials = Buffer.from(`x-access-token:${tokens.sarah}`).toString("base64");
  return {
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: "http.extraHeader",
    GIT_CONFIG_VALUE_0: `Authorization: Basic ${credentials}`,
  };
}
