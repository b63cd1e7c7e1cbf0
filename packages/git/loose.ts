import { createHash, randomUUID } from "node:crypto";
import { mkdir, rename, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { deflate } from "node:zlib";
import type { Identity } from "./command.ts";

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
}

export function createObjectWriter(objects: string, algorithm: "sha1" | "sha256", author: Identity): ObjectWriter {
  const write = (type: string, body: Buffer): Promise<string> => writeObject(objects, algorithm, type, body);
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
  };
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
