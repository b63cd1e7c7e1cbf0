import { execFileSync } from "node:child_process";
import { existsSync, globSync, mkdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/** A text with a secret in it, or one that its tool calls `clean`: then the secret is empty. */
export interface Sample {
  readonly kind: string;
  readonly text: string;
  readonly secret: string;
  readonly clean?: boolean;
}

/** Sources on GitHub as they were at a commit, `owner/name@commit`: from `SCRUB_CORPORA/OWNER+NAME` where that is there, else fetched into `folder`. */
export function sources(project: string, folder: string): string {
  const [name = "", commit = "HEAD"] = project.split("@");
  const given = path.join(process.env["SCRUB_CORPORA"] ?? folder, name.replace("/", "+"));
  if (existsSync(given)) return given;
  const at = path.join(folder, name.replace("/", "+"));
  const git = (...args: readonly string[]) =>
    execFileSync("git", args, { cwd: at, stdio: ["ignore", "ignore", "pipe"] });
  mkdirSync(at);
  git("init", "--quiet");
  git("fetch", "--quiet", "--depth", "1", `https://github.com/${name}`, commit);
  git("checkout", "--quiet", "FETCH_HEAD");
  return at;
}

/** The files of a tree that a pattern names, with their text. */
export function texts(root: string, pattern: string): readonly (readonly [file: string, text: string])[] {
  return globSync(pattern, { cwd: root })
    .filter((file) => statSync(path.join(root, file)).isFile())
    .toSorted()
    .map((file) => [file, readFileSync(path.join(root, file), "utf8")] as const);
}

/**
 * The part of a value that a text really holds: tools put an id and its secret together in one value. The longest part is taken.
 */
export function partIn(text: string, value: string): string | undefined {
  let best = "";
  for (let from = 0; from < value.length;) {
    let to = from;
    while (to < value.length && text.includes(value.slice(from, to + 1))) to += 1;
    if (to - from > best.length) best = value.slice(from, to);
    from = Math.max(to, from + 1);
  }
  return best.length < Math.min(8, value.length) ? undefined : best;
}
