import { lastReleaseTag } from "#changelog";
import type { CloneReader } from "#git";

/** What came after the last release: the range that is meant when none is named. */
export function sinceLastRelease(tags: Awaited<ReturnType<CloneReader["tags"]>>): string {
  const last = lastReleaseTag(tags.map(({ name }) => name));
  return last === undefined ? "HEAD" : `${last}..HEAD`;
}
