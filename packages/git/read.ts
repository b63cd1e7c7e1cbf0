import { createCommand, type Command } from "./command.ts";
import { gitFault } from "./faults.ts";
import { readObjects, type GitObject, type ObjectReader } from "./objects.ts";
import type { Git } from "./port.ts";

/** What is answered from the clone alone. */
export type CloneReader = Pick<
  Git,
  | "resolve"
  | "treeOf"
  | "isAncestor"
  | "readFile"
  | "readFiles"
  | "readBytes"
  | "listFiles"
  | "changedFiles"
  | "mergeBase"
  | "tags"
  | "log"
  | "status"
>;

/**
 * The clone in a directory, to be read only: no remote is known, and no process looks at it before it is asked
 * something. That it is no clone is said by the first question.
 */
export function readClone({
  directory,
  signal,
}: {
  readonly directory: string;
  readonly signal: AbortSignal;
}): CloneReader {
  const author = { name: "", email: "" };
  return reading(createCommand({ directory, signal, author, remoteUrl: () => undefined }));
}

/** The same by commands that are there. */
export function reading(git: Command, objects: ObjectReader = readObjects(git)): CloneReader {
  return {
    async resolve(revision) {
      const answer = await find(objects, revision, "commit");
      if (answer !== undefined) return answer.object?.id;
      const result = await git.try(["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`]);
      if (/not a git repository/i.test(result.stderr)) throw gitFault(`find ${revision}`, result.stderr);
      return result.exitCode === 0 ? result.stdout.trim() : undefined;
    },
    async treeOf(revision) {
      const tree = (await find(objects, revision, "tree"))?.object?.id;
      return tree ?? git.text(`find ${revision}`, ["rev-parse", "--verify", "--end-of-options", `${revision}^{tree}`]);
    },
    async isAncestor(ancestor, descendant) {
      const result = await git.try(["merge-base", "--is-ancestor", ancestor, descendant]);
      if (result.exitCode === 0 || result.exitCode === 1) return result.exitCode === 0;
      throw gitFault(`compare ${ancestor} with ${descendant}`, result.stderr);
    },
    readFile: async (revision, path) => (await readBytes(objects, revision, [path])).get(path)?.toString("utf8"),
    readFiles: async (revision, paths) =>
      new Map([...(await readBytes(objects, revision, paths))].map(([path, bytes]) => [path, bytes.toString("utf8")])),
    readBytes: (revision, paths) => readBytes(objects, revision, paths),
    async mergeBase(one, other) {
      const result = await git.try(["merge-base", one, other]);
      return result.exitCode === 0 ? result.stdout.trim() : undefined;
    },
    listFiles: (revision) => listed(git, revision, ["ls-tree", "-r", "-z", "--name-only", "--full-tree", revision]),
    changedFiles: (from, to) =>
      listed(git, `${from}..${to}`, ["diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", from, to, "--"]),
    tags: (prefix) => tags(git, prefix),
    log: (args) => git.stream(["log", ...args]),
    status: () => status(git),
  };
}

/** By `show-ref`: `for-each-ref` reads every object that a tag points to, which takes three times as long. */
async function tags(git: Command, prefix: string): ReturnType<Git["tags"]> {
  const result = await git.try(["show-ref", "--tags", "--dereference"]);
  // It ends with 1 when there is none.
  if (result.exitCode !== 0 && result.exitCode !== 1) throw gitFault("list tags", result.stderr);
  const { stdout } = result;
  const found = new Map<string, string>();
  // Line by line without a list of lines: a history has ten thousands, and they are read before anything else.
  for (let start = 0, end = 0; start < stdout.length; start = end + 1) {
    end = stdout.indexOf("\n", start);
    if (end === -1) end = stdout.length;
    const space = stdout.indexOf(" ", start);
    // The commit of an annotated tag comes after its object, as `name^{}`, and wins.
    const nameEnd = stdout.endsWith("^{}", end) ? end - "^{}".length : end;
    const name = stdout.slice(space + " refs/tags/".length, nameEnd);
    if (name.startsWith(prefix)) found.set(name, stdout.slice(start, space));
  }
  return Array.from(found, ([name, sha]) => ({ name, sha }));
}

/**
 * Names of refs and whole ids: what git remembers of a history (where it is cut off, say) is not asked there, nor what
 * ends a process.
 */
const plainName = /^(?!-)(?!.*\.\.)[\w./-]+$/;

/** The object that a revision stands for; `undefined` when that must be asked by a process of its own. */
async function find(
  objects: ObjectReader,
  revision: string,
  type: "commit" | "tree",
): Promise<{ readonly object: GitObject | undefined } | undefined> {
  if (!plainName.test(revision)) return undefined;
  return objects.read([`${revision}^{${type}}`]).then(
    ([object]) => ({ object }),
    () => undefined,
  );
}

async function readBytes(
  objects: ObjectReader,
  revision: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, Buffer>> {
  if (paths.length === 0) return new Map();
  const names = paths.map((path) => `${revision}:${path}`);
  const answers = await (plainName.test(revision) ? objects.read(names) : objects.readAnew(names));
  const found = paths.map((path, index) => [path, answers[index]] as const);
  return new Map(found.flatMap(([path, object]) => (object?.type === "blob" ? [[path, object.body] as const] : [])));
}

async function listed(git: Command, what: string, args: readonly string[]): Promise<readonly string[]> {
  const listing = await git.text(`list the files of ${what}`, args);
  return listing.split("\0").filter((path) => path !== "");
}

async function status(git: Command): ReturnType<Git["status"]> {
  const [listing, shallow] = await Promise.all([
    git.text("read the state of the checkout", ["status", "--porcelain=v2", "--branch", "-z", "--untracked-files=all"]),
    git.text("read the depth of the clone", ["rev-parse", "--is-shallow-repository"]),
  ]);
  const parts = listing.split("\0");
  const header = (name: string): string | undefined =>
    parts.find((part) => part.startsWith(`# ${name} `))?.slice(name.length + 3);
  const branch = header("branch.head");
  const head = header("branch.oid");
  return {
    ...(branch === undefined || branch === "(detached)" ? {} : { branch }),
    ...(head === undefined || head === "(initial)" ? {} : { head }),
    dirty: dirtyPaths(parts),
    shallow: shallow === "true",
  };
}

function dirtyPaths(parts: readonly string[]): readonly string[] {
  const fieldsBeforePath: Readonly<Record<string, number>> = { "1": 8, "2": 9, u: 10, "?": 1 };
  const paths: string[] = [];
  for (let i = 0; i < parts.length; i += 1) {
    const part = parts[i] ?? "";
    const fields = fieldsBeforePath[part.slice(0, 1)];
    if (fields === undefined || part[1] !== " ") continue;
    paths.push(part.split(" ").slice(fields).join(" "));
    // A rename is followed by the old path, in a part of its own.
    if (part.startsWith("2 ")) i += 1;
  }
  return paths;
}
