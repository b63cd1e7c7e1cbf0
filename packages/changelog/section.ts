import type { ChangelogOptions } from "./build-changelog.ts";
import { contributorsMarkdown, type Contributor } from "./contributors.ts";
import { entryMarkdown, noteMarkdown, type Addresses, type Entry } from "./entry.ts";
import { escapeName } from "./escape.ts";
import type { Group } from "./groups.ts";
import type { Links } from "./links.ts";

interface Section {
  readonly options: ChangelogOptions;
  readonly groups: readonly Group[];
  /** Listed when no commit can be grouped. */
  readonly basic: readonly Entry[];
  readonly contributors: readonly Contributor[];
  readonly links: Links | undefined;
}

/** The section of one version as Markdown. */
export function sectionMarkdown({ options, groups, basic, contributors, links }: Section): string {
  const addresses: Addresses = { links, ticketUrl: options.ticketUrl };
  const parts = [heading(options, links)];
  for (const group of groups) parts.push(`### ${escapeName(group.title)}\n\n${items(group, addresses)}\n`);
  if (groups.length === 0) {
    const lines = basic.map((entry) => entryMarkdown(entry, addresses));
    parts.push(basic.length === 0 ? "No changes that users see.\n" : `### Commits\n\n${lines.join("\n")}\n`);
  }
  const thanks = contributorsMarkdown(contributors, links);
  if (thanks !== "") parts.push(thanks);
  return parts.join("\n");
}

function heading({ version, date, previousTag, tag }: ChangelogOptions, links: Links | undefined): string {
  if (links === undefined || previousTag === undefined) return `## ${version} (${date})\n`;
  return `## [${version}](${links.compare(previousTag, tag ?? `v${version}`)}) (${date})\n`;
}

function items(group: Group, addresses: Addresses): string {
  return group.entries
    .map((entry) => item(entry, addresses))
    .join("\n")
    .trimEnd();
}

function item(entry: Entry, addresses: Addresses): string {
  const line = entryMarkdown(entry, addresses);
  const notes = entry.breakingNotes.filter((note) => note !== "" && note !== entry.description);
  if (notes.length === 0) return line;
  return `${line}\n\n${notes.map((note) => noteMarkdown(note, addresses)).join("\n\n")}\n`;
}
