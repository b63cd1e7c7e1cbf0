import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openGit } from "#git";
import { openDirectoryJournal, openJournal, type Journal, type JournalOptions } from "#journal";
import type { ReleasePlan } from "#machine";
import { serveGit } from "./git-http-server.ts";

export type Transport = "directory" | "file" | "http";

export const author = { actor: "ada", run: { id: "1", attempt: 1 } };

/** A plan that the journal can carry and nothing more. */
export const plan: ReleasePlan = {
  releaseVersion: "1.0.0",
  releaseType: "standard",
  baseBranch: "main",
  baseSha: "0".repeat(40),
  targetBranch: "main",
  releaseBranch: "release/1.0.0",
  tag: "v1.0.0",
  gates: [],
  steps: [100],
  stagingStrategy: "rolling",
  productionStrategy: "canary",
  initiatedBy: "ada",
  configDigest: "",
};

export type OpenOptions = Partial<JournalOptions> & { readonly now?: () => number };

/** Opens the journal of a world, as a new process does. */
export async function openIn(transport: Transport, directory: string, options: OpenOptions = {}): Promise<Journal> {
  if (transport === "directory")
    return openDirectoryJournal({ directory: join(directory, "journal"), author, ...options });
  const git = await openGit({
    directory: join(directory, "clone"),
    author: { name: "Ada", email: "ada@example.com" },
    authorization: () => "Basic dG9rZW4=",
  });
  return openJournal({ git, author, ...options });
}

/** A place for journals on one transport: `open` is what a new process would open. */
export async function journalWorld(transport: Transport) {
  const directory = mkdtempSync(join(tmpdir(), "journal-"));
  const git = (command: string): string => execFileSync("sh", ["-c", command], { cwd: directory, encoding: "utf8" });
  git("git init -q --bare -b main hub.git && git -C hub.git config http.receivepack true && git init -q -b main clone");
  git("cd clone && git -c user.name=t -c user.email=t@t commit -q --allow-empty -m one && git push -q ../hub.git main");
  const server = transport === "http" ? await serveGit(directory, "Basic dG9rZW4=") : undefined;
  git(`git -C clone remote add origin ${server === undefined ? join(directory, "hub.git") : `${server.url}/hub.git`}`);
  return {
    directory,
    git,
    open: (options: OpenOptions = {}): Promise<Journal> => openIn(transport, directory, options),
    async close(): Promise<void> {
      await server?.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
