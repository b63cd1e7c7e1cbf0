import { createHash, randomUUID } from "node:crypto";
import { mkdir, rename, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { deflate } from "node:zlib";
import type { Identity } from "./command.ts";
import type { ObjectType, PlainObject } from "./pack.ts";

const compress = promisify(deflate);

/** One entry of a tree. */
export interface TreeEntry {
  readonly name: string;
  readonly mode: "100644" | "100755" | "40000";
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
  blob(content: string): Promise<string>;
  tree(entries: readonly TreeEntry[]): Promise<string>;
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
  const fresh = new Map<string, PlainObject>();
  const write = async (type: ObjectType, body: Buffer): Promise<string> => {
    const id = await writeObject(objects, algorithm, type, body);
    fresh.set(id, { type, body });
    return id;
  };
  return {
    blob: (content) => write("blob", Buffer.from(content)),
    tree: (entries) => write("tree", treeBody(entries)),
    commit({ tree, parents, message, at }) {
      const by = signature(author, at);
      const head = [`tree ${tree}`, ...parents.map((parent) => `parent ${parent}`), `author ${by}`, `committer ${by}`];
      return write("commit", Buffer.from(`${head.join("\n")}\n\n${withLineEnd(message)}`));
    },
    tag({ name, sha, message, at }) {
      const head = [`object ${sha}`, "type commit", `tag ${name}`, `tagger ${signature(author, at)}`];
      return write("tag", Buffer.from(`${head.join("\n")}\n\n${withLineEnd(message)}`));
    },
    takeNew(ids) {
      const found = ids.map((id) => newOf(fresh, id, algorithm));
      const all = new Map(found.flatMap((some) => some ?? []));
      for (const id of all.keys()) fresh.delete(id);
      return found.includes(undefined) ? undefined : [...all.values()];
    },
  };
}

type Known = ReadonlyMap<string, PlainObject>;
type Named = readonly (readonly [string, PlainObject])[];

/** A commit or tag with its tree and files; `undefined` when a part of it is not here. */
function newOf(fresh: Known, id: string, algorithm: "sha1" | "sha256"): Named | undefined {
  const top = fresh.get(id);
  if (top === undefined || top.type === "blob" || top.type === "tree") return undefined;
  if (top.type === "tag") return [[id, top]];
  const tree = /^tree (?<id>[0-9a-f]+)/.exec(top.body.toString("latin1"))?.groups?.["id"] ?? "";
  const content = fresh.get(tree);
  if (content === undefined) return undefined;
  const files = entriesOf(content.body, algorithm === "sha256" ? 32 : 20).map(
    (file) => [file, fresh.get(file)] as const,
  );
  const known = files.flatMap(([file, object]) => (object === undefined ? [] : [[file, object] as const]));
  return known.length < files.length ? undefined : [[id, top], [tree, content], ...known];
}

/** The ids in a tree: after each mode and name stands one, in bytes. */
function entriesOf(tree: Buffer, idBytes: number): readonly string[] {
  const ids: string[] = [];
  for (let end = tree.indexOf(0); end !== -1; end = tree.indexOf(0, end + 1 + idBytes))
    ids.push(tree.toString("hex", end + 1, end + 1 + idBytes));
  return ids;
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

async function writeObject(objects: string, algorithm: string, type: string, body: Buffer): Promise<string> {
  const content = Buffer.concat([Buffer.from(`${type} ${body.length}\0`), body]);
  const id = createHash(algorithm).update(content).digest("hex");
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
  const key = (entry: TreeEntry): Buffer => Buffer.from(entry.mode === "40000" ? `${entry.name}/` : entry.name);
  const sorted = entries.toSorted((a, b) => Buffer.compare(key(a), key(b)));
  return Buffer.concat(
    sorted.flatMap(({ name, mode, id }) => [Buffer.from(`${mode} ${name}\0`), Buffer.from(id, "hex")]),
  );
}
