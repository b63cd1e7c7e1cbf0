import { changelogsOf, logArguments, releaseTags } from "#changelog";
import { exitCode, ReleaseFault } from "#faults";
import { readClone, type CloneReader } from "#git";
import { run } from "#process";
import type { Surroundings } from "#stages";

import { sinceLastRelease } from "./since-last-release.ts";
import { styleHere } from "./style-here.ts";

/** Whose notes are written: those of a range, of all that was ever released, or of what comes next. */
export interface NotesWanted {
  readonly range?: string;
  readonly all: boolean;
  /** What the commits after the last tag are called; default `Unreleased`. */
  readonly version?: string;
}

/** Where text goes; resolves when more may come. */
export type Write = (text: string) => Promise<void>;

/** Writes the notes of each release in a range, newest first. Reads the clone only: needs neither network nor token. */
export async function writeChangelog(
  wanted: NotesWanted,
  { cwd, signal, say, env }: Pick<Surroundings, "cwd" | "signal" | "say" | "env">,
  write: Write,
): Promise<number> {
  const git = readClone({ directory: cwd, signal });
  const given = wanted.all ? "HEAD" : wanted.range;
  // Git reads the history while its tags are read, and the rest is loaded here.
  const early = given === undefined ? undefined : begun(logOf(git, given));
  const known = git.tags("");
  const range = given ?? sinceLastRelease(await known);
  const log = early ?? begun(logOf(git, range));
  const [tags, address, style] = await Promise.all([
    known,
    run(["git", "remote", "get-url", "origin"], { cwd }),
    styleHere({ cwd, signal, env }),
  ]);
  const repositoryUrl = address.exitCode === 0 ? address.stdout.trim() : undefined;
  const after = range.includes("..") ? range.slice(0, range.indexOf("..")) : undefined;
  const sections = changelogsOf(log, {
    ...style,
    tags: releaseTags(tags),
    untagged: wanted.version ?? "Unreleased",
    ...(repositoryUrl === undefined ? {} : { repositoryUrl }),
    ...(after !== undefined && tags.some(({ name }) => name === after) ? { after } : {}),
  });
  let releases = 0;
  let warnings: readonly string[] = [];
  for await (const batch of sections) {
    releases += batch.length;
    warnings = batch.at(-1)?.warnings ?? warnings;
    await write(batch.map(({ markdown }) => `${markdown}\n`).join(""));
  }
  if (releases === 0) throw nothing(range);
  // A history has thousands, and nobody mends them now.
  if (releases === 1) for (const warning of warnings) say(warning);
  return exitCode.ok;
}

async function* logOf(git: CloneReader, range: string): AsyncGenerator<Buffer, void> {
  try {
    yield* git.log(logArguments(range));
  } catch (thrown) {
    throw nothing(range, thrown);
  }
}

/** The same, with its first chunk on the way already. */
function begun<T>(source: AsyncGenerator<T>): AsyncIterable<T> {
  const first = source.next();
  // It is awaited below; until then a failure must not count as nobody's.
  first.catch(() => {});
  return (async function* all() {
    const { done, value } = await first;
    if (done === true) return;
    yield value;
    yield* source;
  })();
}

function nothing(range: string, cause?: unknown): ReleaseFault {
  return new ReleaseFault("input", `There are no commits ${range} in this clone`, {
    hint: "Example: release changelog v2.4.0..HEAD   or the whole history: release changelog --all",
    cause,
  });
}
