import {
  chmodSync,
  copyFileSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { emptyWorld, type World } from "./world.ts";

const parts = ["state.json", "repositories", "assets"] as const;

/** The rule GitHub enforces inside git: a protected branch moves by pull request only. Creating it is free. */
const HOOK = `#!/bin/sh
status=0
while read -r old new ref; do
  case "$old" in *[!0]*) ;; *) continue ;; esac
  for protected in $STANDIN_PROTECTED; do
    [ "$ref" = "$protected" ] || continue
    echo "error: GH006: Protected branch update failed for $ref." >&2
    echo "error: Changes must be made through a pull request." >&2
    status=1
  done
done
exit $status
`;

/** The stand-in's files: the state as JSON, bare repositories, assets. What was saved is read again after any death. */
export class Store {
  readonly directory: string;
  #saved = "";

  constructor(directory: string) {
    this.directory = directory;
    for (const name of ["repositories", "assets", "hooks"]) mkdirSync(join(directory, name), { recursive: true });
    const hook = join(directory, "hooks", "pre-receive");
    writeFileSync(hook, HOOK);
    chmodSync(hook, 0o755);
  }

  /** The world as it was saved last, or an empty one. */
  load(): World {
    try {
      this.#saved = readFileSync(join(this.directory, "state.json"), "utf8");
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code !== "ENOENT") throw thrown;
      return emptyWorld();
    }
    return JSON.parse(this.#saved) as World;
  }

  /** Writes the world, whole or not at all; does nothing when nothing changed. */
  async save(world: World): Promise<void> {
    const text = JSON.stringify(world);
    if (text === this.#saved) return;
    const file = join(this.directory, "state.json");
    await writeFile(`${file}.new`, text);
    await rename(`${file}.new`, file);
    this.#saved = text;
  }

  /** Copies everything into `directory`, replacing what an older snapshot left there. */
  snapshot(directory: string): void {
    mkdirSync(directory, { recursive: true });
    replace(this.directory, directory);
  }

  /** Makes everything as it was in the snapshot, and reads the world of then. */
  restore(directory: string): World {
    readFileSync(join(directory, "state.json"));
    replace(directory, this.directory);
    return this.load();
  }
}

function replace(from: string, to: string): void {
  for (const part of parts) {
    const target = join(to, part);
    rmSync(target, { recursive: true, force: true });
    if (part === "state.json") {
      copyFileSync(join(from, part), `${target}.new`);
      renameSync(`${target}.new`, target);
    } else copyTree(join(from, part), target, false);
  }
}

/** Objects of git and assets are written once and never changed, so both sides may share them. */
function copyTree(from: string, to: string, frozen: boolean): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) copyTree(source, target, frozen || entry.name === "objects");
    else if (frozen) share(source, target);
    else copyFileSync(source, target);
  }
}

function share(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch {
    // Another file system, or one without hard links.
    copyFileSync(source, target);
  }
}
