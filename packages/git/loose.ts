import { createHash, randomUUID } from "node:crypto";
import { mkdir, rename, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { deflate } from "node:zlib";
import type { Identity } from "./command.ts";
import type { ObjectType, PlainObject } from "./pack.ts";

const compress = promisify(deflate);

export const folderMode = "40000";
const slash = Buffer.from("/");

/** One entry of a tree. */
export interface TreeEntry {
  /** In bytes: not every name is UTF-8. */
  readonly name: Buffer;
  /** As git writes it: `100644`, `100755`, `120000` (a link), `160000` (a commit elsewhere), `40000` (a folder). */
  readonly mode: string;
  readonly id: string;
}

export interface CommitObject {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
  readonly at: string;
}

/** Writes git objects as files of the object store: no process, about a millisecond each. Writing twice is harmless. */
export interface ObjectWriter {
  /** `known`: ids of what is stored, and on the other side, already; such a one is not written. */
  blob(content: string, known?: ReadonlySet<string>): Promise<string>;
  /** `kept`: what it takes over from a tree that is stored, and on the other side, already. */
  tree(entries: readonly TreeEntry[], kept?: readonly TreeEntry[]): Promise<string>;
  commit(commit: CommitObject): Promise<string>;
  tag(tag: {
    readonly name: string;
    readonly sha: string;
    readonly message: string;
    readonly at: string;
  }): Promise<string>;
  /**
   * Everything that was written here to make these commits and tags, once: a second time they are old. `undefined` when
   * one of them, or the tree of one, was not written here. What they build on is taken to be on the other side.
   */
  takeNew(ids: readonly string[]): readonly PlainObject[] | undefined;
}

export function createObjectWriter(objects: string, algorithm: "sha1" | "sha256", author: Identity): ObjectWriter {
  const fresh = new Map<string, Fresh>();
  const write = async (type: ObjectType, body: Buffer, needs: readonly string[] = []): Promise<string> => {
    const id = await writeObject(objects, algorithm, type, body);
    fresh.set(id, { type, body, needs });
    return id;
  };
  return {
    async blob(content, known) {
      const body = Buffer.from(content);
      const id = known === undefined ? undefined : idOf(algorithm, whole("blob", body));
      return id !== undefined && known?.has(id) === true ? id : write("blob", body);
    },
    tree: (entries, kept = []) =>
      write(
        "tree",
        treeBody([...entries, ...kept]),
        entries.map(({ id }) => id),
      ),
    commit({ tree, parents, message, at }) {
      const by = signature(author, at);
      const head = [`tree ${tree}`, ...parents.map((parent) => `parent ${parent}`), `author ${by}`, `committer ${by}`];
      return write("commit", Buffer.from(`${head.join("\n")}\n\n${withLineEnd(message)}`), [tree]);
    },
    tag({ name, sha, message, at }) {
      const head = [`object ${sha}`, "type commit", `tag ${name}`, `tagger ${signature(author, at)}`];
      return write("tag", Buffer.from(`${head.join("\n")}\n\n${withLineEnd(message)}`));
    },
    takeNew(ids) {
      const found = ids.map((id) => newOf(fresh, id));
      const all = new Map(found.flatMap((some) => some ?? []));
      for (const id of all.keys()) fresh.delete(id);
      return found.includes(undefined) ? undefined : Array.from(all.values(), ({ type, body }) => ({ type, body }));
    },
  };
}

/** What was written here, and what of it has to go with it. */
interface Fresh extends PlainObject {
  readonly needs: readonly string[];
}
type Named = readonly (readonly [string, Fresh])[];

/** A commit or tag with all that it needs; `undefined` when a part of it is not here. */
function newOf(fresh: ReadonlyMap<string, Fresh>, top: string): Named | undefined {
  const type = fresh.get(top)?.type;
  if (type !== "commit" && type !== "tag") return undefined;
  const found = new Map<string, Fresh>();
  const wanted = [top];
  for (let id = wanted.pop(); id !== undefined; id = wanted.pop()) {
    const object = fresh.get(id);
    if (object === undefined) return undefined;
    if (!found.has(id)) wanted.push(...object.needs);
    found.set(id, object);
  }
  return [...found];
}

/** What is in a tree: mode, name and, in bytes, id of each. */
export function entriesOf(tree: Buffer, idBytes: number): readonly TreeEntry[] {
  const entries: TreeEntry[] = [];
  for (let start = 0; start < tree.length;) {
    const end = tree.indexOf(0, start);
    const space = tree.indexOf(" ", start);
    const [mode, name] = [tree.toString("latin1", start, space), tree.subarray(space + 1, end)];
    start = end + 1 + idBytes;
    entries.push({ mode, name, id: tree.toString("hex", end + 1, start) });
  }
  return entries;
}

/** `Name <email> seconds +0000`: the same everywhere, whatever the machine's time zone. */
export function signature({ name, email }: Identity, at: string): string {
  return `${clean(name)} <${clean(email)}> ${Math.floor(Date.parse(at) / 1000)} +0000`;
}

function clean(text: string): string {
  return text.replaceAll(/[<>\n\0]/g, "").trim();
}

export function withLineEnd(text: string): string {
  return text.endsWith("\n") ? text : `${text}\n`;
}

/** An object as it is hashed and stored. */
function whole(type: ObjectType, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${type} ${body.length}\0`), body]);
}

const idOf = (algorithm: string, content: Buffer): string => createHash(algorithm).update(content).digest("hex");

async function writeObject(objects: string, algorithm: string, type: ObjectType, body: Buffer): Promise<string> {
  const content = whole(type, body);
  const id = idOf(algorithm, content);
  const path = join(objects, id.slice(0, 2), id.slice(2));
  if (await exists(path)) return id;
  // Like git: a whole file appears under its name, or none. A file that is there already is the same object.
  const unfinished = join(objects, `tmp_obj_${randomUUID()}`);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(unfinished, await compress(content, { level: 1 }), { mode: 0o444 });
  await rename(unfinished, path);
  return id;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function treeBody(entries: readonly TreeEntry[]): Buffer {
  // git sorts a folder as if its name ended in a slash.
  const key = ({ mode, name }: TreeEntry): Buffer => (mode === folderMode ? Buffer.concat([name, slash]) : name);
  const sorted = entries.toSorted((a, b) => Buffer.compare(key(a), key(b)));
  return Buffer.concat(
    sorted.flatMap(({ name, mode, id }) => [Buffer.from(`${mode} `), name, Buffer.of(0), Buffer.from(id, "hex")]),
  );
}
