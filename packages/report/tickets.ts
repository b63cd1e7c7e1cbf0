import type { ReleaseRecord } from "#machine";

/** The issues and tickets that the changes of a release name, each once, as Markdown links. Pull requests are none. */
export function ticketLinks({ changelog = "" }: ReleaseRecord): readonly string[] {
  const found = changelog.matchAll(
    /\[(?:[\w.-]+\/[\w.-]+)?#\d+\]\(https?:[^\s()<>|`]+\/issues\/\d+\)|\[[A-Z][A-Z0-9]*-\d+\](?:\(https?:[^\s()<>|`]+\))/g,
  );
  return [...new Set([...found].map(([link]) => link))];
}
