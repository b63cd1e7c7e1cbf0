import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import createPreset from "conventional-changelog-conventionalcommits";
import { filterRevertedCommitsSync } from "conventional-commits-filter";
import { CommitParser, type ParserStreamOptions } from "conventional-commits-parser";
import { z } from "zod";

import { defaultCommitTypes, type ParsedCommit } from "#changelog";
import { run } from "#process";

/** What a commit is told as: the title of its section, or one of the three words for what has none. */
export type Told = "breaking" | "hidden" | "untyped" | (string & {});

type Parsed = ReturnType<CommitParser["parse"]>;

interface Preset {
  readonly parser: ParserStreamOptions;
  readonly writer: {
    readonly transform: (commit: Parsed, context: object) => { readonly type?: string } | undefined;
  };
}

/** The groups of one release's commits by conventional-changelog's parser, filter and preset. It leaves merges out. */
export async function groupsByPreset(commits: readonly ParsedCommit[]): Promise<ReadonlyMap<string, Told>> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the preset ships no types
  const preset = (await createPreset()) as Preset;
  const parser = new CommitParser(preset.parser);
  const groups = new Map<string, Told>();
  const raw = commits
    .filter(({ commit }) => commit.parents.length < 2)
    .map(({ commit }) => ({ ...parser.parse(commit.message.trim() === "" ? "-" : commit.message), hash: commit.sha }));
  for (const { hash } of raw) groups.set(hash, "hidden");
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the two packages describe one commit in two ways
  const kept = filterRevertedCommitsSync(raw as never[]) as Iterable<(typeof raw)[number]>;
  for (const commit of kept) groups.set(commit.hash, told(commit as unknown as Parsed, preset));
  return groups;
}

function told(commit: Parsed, { writer }: Preset): Told {
  if (commit.notes.length > 0) return "breaking";
  if ((Reflect.get(commit, "type") ?? "") === "" && commit.revert === null) return "untyped";
  return writer.transform(commit, {})?.type ?? "hidden";
}

const context = z.array(
  z.object({
    commits: z.array(
      z.object({
        id: z.string(),
        group: z.string().nullish(),
        breaking: z.boolean().default(false),
        conventional: z.boolean().default(false),
      }),
    ),
  }),
);

/** The same by git-cliff, told to group as that preset does. */
export async function groupsByCliff(
  program: string,
  { directory, range }: { readonly directory: string; readonly range: string },
): Promise<ReadonlyMap<string, Told>> {
  const folder = await mkdtemp(path.join(tmpdir(), "agreement-"));
  try {
    const config = path.join(folder, "cliff.toml");
    await writeFile(config, cliffConfig());
    const ranges = range.includes("..") ? [range] : [];
    const argv = ["--offline", "--config", config, "--context", "--repository", path.resolve(directory), ...ranges];
    const { exitCode, stdout, stderr } = await run([program, ...argv], { maxOutputBytes: 1024 ** 3 });
    if (exitCode !== 0) throw new Error(`git-cliff ended with ${exitCode}: ${stderr.slice(-500)}`);
    const commits = context.parse(JSON.parse(stdout)).flatMap((release) => release.commits);
    return new Map(
      commits.map(({ id, group, breaking, conventional }) => {
        if (!conventional) return [id, "untyped"];
        return [id, breaking ? "breaking" : (group ?? "hidden")];
      }),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function cliffConfig(): string {
  const rows = defaultCommitTypes
    .filter(({ hidden }) => hidden !== true)
    .map(
      ({ type, section }) =>
        String.raw`  { message = '(?i)^${type}(\([^)]*\))?!?: ', group = ${JSON.stringify(section)} },`,
    );
  return [
    "[git]",
    "conventional_commits = true",
    "filter_unconventional = false",
    "commit_parsers = [",
    ...rows,
    "  { message = '.*', group = 'hidden' },",
    "]",
    "",
  ].join("\n");
}
