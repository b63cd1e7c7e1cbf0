import type { ChangelogOptions, Ledger } from "./build-changelog.ts";
import { contributorsMarkdown, type Contributor } from "./contributors.ts";
import { entryMarkdown, noteMarkdown, type Addresses, type Entry } from "./entry.ts";
import { escapeName } from "./escape.ts";
import type { Group } from "./groups.ts";
import { ledgerLine } from "./ledger-line.ts";
import { ticketTest } from "./references.ts";
import type { Links } from "./links.ts";

interface Section {
  readonly options: ChangelogOptions;
  readonly groups: readonly Group[];
  /** Changes without a type, listed under a heading of their own. */
  readonly untyped: readonly Entry[];
  readonly contributors: readonly Contributor[];
  readonly links: Links | undefined;
  readonly ledger: Ledger;
}

/** The section of one version as Markdown. */
export function sectionMarkdown({ options, groups, untyped, contributors, links, ledger }: Section): string {
  const addresses: Addresses = { links, ticketUrl: options.ticketUrl, isTicket: ticketTest(options.ticketKeys) };
  const parts = [heading(options, links)];
  for (const group of groups) parts.push(`### ${escapeName(group.title)}\n\n${items(group, addresses)}\n`);
  if (untyped.length > 0) {
    const lines = untyped.map((entry) => entryMarkdown(entry, addresses));
    parts.push(`### ${groups.length === 0 ? "Commits" : "Other Changes"}\n\n${lines.join("\n")}\n`);
  }
  if (groups.length === 0 && untyped.length === 0) parts.push("No changes that users see.\n");
  const thanks = contributorsMarkdown(contributors, links);
  if (thanks !== "") parts.push(thanks);
  parts.push(`${ledgerLine(ledger)}\n`);
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
