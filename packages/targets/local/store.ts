import { open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";

import { ReleaseFault } from "#faults";

import { emptyState, flawOf, platformState, type PlatformState } from "./protocol.ts";

/** The platform's memory on disk. A write is whole or not there, whenever the process dies. */
export class StateStore {
  readonly #file: string;

  constructor(directory: string) {
    this.#file = join(directory, "state.json");
  }

  async read(): Promise<PlatformState> {
    const text = await readFile(this.#file, "utf8").catch((thrown: unknown) => {
      if (thrown instanceof Error && "code" in thrown && thrown.code === "ENOENT") return undefined;
      throw thrown;
    });
    if (text === undefined) return emptyState;
    const state = platformState.parse(JSON.parse(text));
    const flaw = flawOf(state);
    if (flaw === undefined) return state;
    throw new ReleaseFault("remote", `The platform's state in ${this.#file} cannot be used: ${flaw}`, {
      hint: "Move the file away; the next deployment starts from an empty platform.",
    });
  }

  async write(state: PlatformState): Promise<void> {
    await writeWhole(this.#file, JSON.stringify(state));
  }
}

/** Replaces a file, readable by its owner only: after a crash either the old text or the new one is there. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const draft = `${file}.draft`;
  const handle = await open(draft, "w", 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
}
