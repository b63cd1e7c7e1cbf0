import { ReleaseFault } from "#faults";
import { openHere, type Runner } from "#shell";
import type { Workplace } from "#stages";

/** The real host, as the token of this job sees it. */
export interface LiveHost {
  readonly git: Workplace["git"];
  /** The commit of this run. */
  readonly sha: string;
  /** A commit on top of it without any change, which no branch holds. Git looks at no lease where nothing would move. */
  readonly other: string;
  /** Below this name, and nowhere else, refs are made: no other run has it. */
  readonly prefix: string;
  /** One request of the repository's API: no retries, the answer as it came. */
  readonly ask: (method: "GET" | "POST", path: string, body?: unknown) => Promise<Response>;
}

const madeAt = "2026-01-01T00:00:00Z";

/** Opens it. Changes nothing. */
export async function openHost(runner: Runner, token: string): Promise<LiveHost> {
  const { env, signal } = runner;
  const { git } = await openHere(runner, token);
  const sha = await git.resolve("HEAD");
  if (sha === undefined) {
    throw new ReleaseFault("input", "There is no commit checked out here", {
      hint: "Put a step with the checkout action before this one.",
    });
  }
  const other = await git.commitFiles({ parents: [sha], files: new Map(), message: "live check", at: madeAt });
  const api = env["GITHUB_API_URL"] ?? "https://api.github.com";
  return {
    git,
    sha,
    other,
    prefix: `refs/release-command/live/${env["GITHUB_RUN_ID"] ?? "here"}-${runner.attempt}`,
    ask: async (method, path, body) =>
      fetch(`${api}/repos/${env["GITHUB_REPOSITORY"] ?? ""}${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, accept: "application/vnd.github+json" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.any([signal, AbortSignal.timeout(30_000)]),
      }),
  };
}
