import { ReleaseFault } from "#faults";
import { packageVersions, lockVersions } from "./version-json.ts";
import { cargoVersions, pyprojectVersions } from "./version-toml.ts";
import { pomVersions } from "./version-xml.ts";

/** A stretch of text that holds a version: from `start` to before `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** To add a kind of file: write its finder, then one line here. */
const finders: ReadonlyMap<string, (text: string) => readonly Span[]> = new Map([
  ["package.json", packageVersions],
  ["package-lock.json", lockVersions],
  ["npm-shrinkwrap.json", lockVersions],
  ["pyproject.toml", pyprojectVersions],
  ["Cargo.toml", cargoVersions],
  ["pom.xml", pomVersions],
  ["VERSION", plainVersion],
]);

/** Files at the root of a repository that may hold its version. */
export const versionFilePaths: readonly string[] = [...finders.keys()];

/**
 * The files whose text changes when they get this version, with that text; nothing but the version is touched. A file
 * that holds no version of its own (a private package, a version inherited or made at build time) is left out.
 */
export function bumpVersionFiles(files: ReadonlyMap<string, string>, version: string): Map<string, string> {
  const changed = new Map<string, string>();
  for (const [path, text] of files) {
    const next = replaced(text, spansOf(path, text), version);
    if (next !== text) changed.set(path, next);
  }
  return changed;
}

function spansOf(path: string, text: string): readonly Span[] {
  const find = finders.get(path.slice(path.lastIndexOf("/") + 1));
  if (find === undefined) {
    throw new ReleaseFault("config", `${path} is not a kind of version file that can be bumped`, {
      hint: `Use files named ${versionFilePaths.join(", ")} in versionFiles.`,
    });
  }
  try {
    return find(text);
  } catch (cause) {
    throw new ReleaseFault(
      "input",
      `${path} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`,
      {
        hint: `Repair ${path}, or leave it out of versionFiles.`,
        cause,
      },
    );
  }
}

function replaced(text: string, spans: readonly Span[], version: string): string {
  let out = "";
  let from = 0;
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    out += text.slice(from, start) + version;
    from = end;
  }
  return out + text.slice(from);
}

/** `VERSION` holds the version and nothing else; a leading `v` stays. */
function plainVersion(text: string): readonly Span[] {
  const found = /^\s*v?/.exec(text)?.[0].length ?? 0;
  const end = found + (/^\S*/.exec(text.slice(found))?.[0].length ?? 0);
  return [{ start: found, end }];
}
