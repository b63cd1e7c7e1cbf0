import { createHash, randomUUID } from "node:crypto";
import { link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Change, Store, Written } from "./store.ts";

type Heads = Readonly<Record<string, string>>;

interface State {
  readonly number: number;
  readonly heads: Heads;
}

/**
 * A directory of one machine. Each write is a new numbered state that names all heads; a hard link, which fails where a
 * file is already, makes exactly one writer the author of each number. So there is no lock that a death could leave behind.
 */
export class DirectoryStore implements Store {
  readonly #directory: string;
  readonly #now: () => number;
  #last = 0;

  constructor(directory: string, now: () => number) {
    this.#directory = directory;
    this.#now = now;
  }

  async look(prefixes: readonly string[]): ReturnType<Store["look"]> {
    const { heads } = await this.#state();
    const seen = Object.entries(heads).filter(([ref]) => prefixes.some((prefix) => ref.startsWith(prefix)));
    return { heads: new Map(seen), nowMs: this.#now() };
  }

  async read(ref: string, version: string, paths: readonly string[]): ReturnType<Store["read"]> {
    const found = await this.readBytes(ref, version, paths);
    return new Map([...found].map(([path, bytes]) => [path, bytes.toString("utf8")]));
  }

  async readBytes(_ref: string, version: string, paths: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
    const tree = await this.#tree(version);
    const found = new Map<string, Buffer>();
    for (const path of paths) {
      const content = tree[path] === undefined ? undefined : await this.#object(tree[path]);
      if (content !== undefined) found.set(path, content);
    }
    return found;
  }

  async list(_ref: string, version: string): ReturnType<Store["list"]> {
    return Object.keys(await this.#tree(version));
  }

  async write(changes: readonly Change[], at: string): Promise<Written> {
    const versions = new Map<string, string>();
    for (const change of changes) {
      if (change.files !== undefined) versions.set(change.ref, await this.#version(change, change.files, at));
    }
    for (;;) {
      const state = await this.#state();
      const moved = changes.find(({ ref, expect }) => (state.heads[ref] ?? "absent") !== expect);
      // The same changes sent again after they were applied are applied.
      const isDone = changes.every(({ ref }) => state.heads[ref] === versions.get(ref));
      if (isDone) return { state: "applied", reason: "", versions };
      if (moved !== undefined) return { state: "refused", reason: `${moved.ref} moved`, versions };
      const heads = { ...state.heads, ...Object.fromEntries(versions) };
      for (const { ref, files } of changes) if (files === undefined) delete heads[ref];
      if (await this.#claim({ number: state.number + 1, heads })) return { state: "applied", reason: "", versions };
    }
  }

  async #version(
    { expect, before, message }: Change,
    files: NonNullable<Change["files"]>,
    at: string,
  ): Promise<string> {
    const tree: Record<string, string> =
      before === "base" && expect !== "absent" ? { ...(await this.#tree(expect)) } : {};
    for (const [path, content] of files) {
      if (content === undefined) delete tree[path];
      else tree[path] = await this.#store(content);
    }
    const parent = before === "lost" ? "absent" : expect;
    return this.#store(JSON.stringify({ parent, at, message, tree }));
  }

  async #tree(version: string): Promise<Readonly<Record<string, string>>> {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by #version, named by its digest
    const { tree } = JSON.parse((await this.#object(version)).toString("utf8")) as {
      readonly tree: Readonly<Record<string, string>>;
    };
    return tree;
  }

  async #state(): Promise<State> {
    if (this.#last === 0) this.#last = Number((await readText(join(this.#directory, "last"))) ?? "0");
    let state: State = { number: 0, heads: {} };
    // The hint may be behind, never ahead: go on to the newest.
    for (let number = Math.max(this.#last, 1); ; number += 1) {
      const text = await readText(this.#statePath(number));
      if (text === undefined) return state;
      this.#last = Math.max(this.#last, number);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written whole by #claim
      state = { number, heads: JSON.parse(text) as Heads };
    }
  }

  async #claim({ number, heads }: State): Promise<boolean> {
    const path = this.#statePath(number);
    const unfinished = await this.#unfinished(JSON.stringify(heads));
    try {
      await mkdir(dirname(path), { recursive: true });
      await link(unfinished, path);
    } catch (thrown) {
      if (isErrno(thrown, "EEXIST")) return false;
      throw thrown;
    } finally {
      await rm(unfinished, { force: true });
    }
    await rename(await this.#unfinished(String(number)), join(this.#directory, "last"));
    return true;
  }

  #statePath(number: number): string {
    return join(this.#directory, "states", String(Math.floor(number / 1000)), `${number}.json`);
  }

  async #store(content: string): Promise<string> {
    const id = createHash("sha256").update(content).digest("hex");
    const path = join(this.#directory, "objects", id.slice(0, 2), id);
    await mkdir(dirname(path), { recursive: true });
    await rename(await this.#unfinished(content), path);
    return id;
  }

  async #object(id: string): Promise<Buffer> {
    return readFile(join(this.#directory, "objects", id.slice(0, 2), id));
  }

  async #unfinished(content: string): Promise<string> {
    const path = join(this.#directory, "unfinished", randomUUID());
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
    return path;
  }
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (thrown) {
    if (isErrno(thrown, "ENOENT")) return undefined;
    throw thrown;
  }
}

function isErrno(thrown: unknown, code: string): boolean {
  return typeof thrown === "object" && thrown !== null && "code" in thrown && thrown.code === code;
}
