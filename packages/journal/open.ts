import type { Git } from "#git";
import { systemClock } from "./clock.ts";
import { GitStore } from "./git-store.ts";
import { journalOver } from "./journal.ts";
import type { JournalOptions } from "./options.ts";
import type { Journal } from "./port.ts";

/** The journal in the refs of a git remote. `now` is for remotes that tell no time; by HTTP the host's clock rules. */
export async function openJournal(
  options: JournalOptions & { readonly git: Git; readonly now?: () => number },
): Promise<Journal> {
  const clock = options.clock ?? systemClock();
  return journalOver(new GitStore({ git: options.git, clock, now: options.now ?? Date.now }), { ...options, clock });
}

/** The journal in a directory of one machine, for projects without a remote. Same behaviour. */
export async function openDirectoryJournal(
  options: JournalOptions & { readonly directory: string; readonly now?: () => number },
): Promise<Journal> {
  const { DirectoryStore } = await import("./directory-store.ts");
  return journalOver(new DirectoryStore(options.directory, options.now ?? Date.now), options);
}
