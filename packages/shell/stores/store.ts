import { cargo } from "./cargo.ts";
import { go } from "./go.ts";
import { npm } from "./npm.ts";

/** Asks a program of the machine, in the checkout and without our variables; `undefined` when it has no answer. */
export type Ask = (program: string, args: readonly string[]) => Promise<string | undefined>;

/** Which digests a file of a store may have, by its name there. */
export type Named = ReadonlyMap<string, readonly Digest[]>;

/** As lock files write them: hex for SHA, base64 for Go's own hash `h1` of the files of a module. */
export type Digest = `${"sha256" | "sha512" | "h1"}:${string}`;

/**
 * Where a package manager keeps packages as they were downloaded. Only those belong here whose files a lock file names by a
 * digest: what was restored is judged by the commit under test, and not by whoever kept it.
 */
export interface Store {
  readonly tool: string;
  /** The end of a lock file's path. */
  readonly lockFile: RegExp;
  /** Its folder; `undefined` when the machine has none. */
  readonly folder: (ask: Ask, env: Readonly<Record<string, string>>) => Promise<string | undefined>;
  readonly namedIn: (lockFiles: readonly string[]) => Named;
  /** The name of a file, by its path from the folder. */
  readonly nameOf: (file: string) => string;
}

/** Every store that may be kept. To add one: a file beside this one, and a line here. */
export const stores: readonly Store[] = [npm, go, cargo];
