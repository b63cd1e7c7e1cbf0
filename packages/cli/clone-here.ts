import { lastReleaseTag } from "#changelog";
import { openGit, type Git } from "#git";
import type { Surroundings } from "#stages";

/** The clone in a folder, to be read only: of its remote nothing is asked. */
export function openClone({ cwd, signal }: Pick<Surroundings, "cwd" | "signal">): Promise<Git> {
  // A folder is a remote too.
  return openGit({ directory: cwd, remote: "./", author, signal });
}

const author = { name: "Release Command", email: "release-command@users.noreply.github.com" };

/** What came after the last release: the range that is meant when none is named. */
export function sinceLastRelease(tags: Awaited<ReturnType<Git["tags"]>>): string {
  const last = lastReleaseTag(tags.map(({ name }) => name));
  return last === undefined ? "HEAD" : `${last}..HEAD`;
}
