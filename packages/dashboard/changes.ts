import { oneLine } from "#report";

import { html } from "./html.ts";

/** Changes of one kind, as the changelog groups them. */
export interface Changes {
  readonly group: string;
  readonly items: readonly string[];
}

const shownAtMost = 12;

/** The entries of a changelog section as plain text: no link and no mark of it is obeyed. */
export function changesOf(changelog: string): readonly Changes[] {
  const groups: { group: string; items: string[] }[] = [];
  for (const line of changelog.split("\n")) {
    const heading = /^### +(?<name>.+)/.exec(line)?.groups?.["name"];
    const item = /^[-*] +(?<text>.+)/.exec(line)?.groups?.["text"];
    if (heading !== undefined) groups.push({ group: oneLine(heading), items: [] });
    if (item === undefined) continue;
    if (groups.length === 0) groups.push({ group: "Changes", items: [] });
    groups.at(-1)?.items.push(plain(item));
  }
  return groups.filter(({ items }) => items.length > 0);
}

/** Without the links to commits and issues in brackets, and without the marks of Markdown. */
function plain(item: string): string {
  return oneLine(
    item
      .replaceAll(/ ?\((?:\[[^\]]*\]\([^)]*\)(?:, )?)+\)/g, "")
      .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .replaceAll("**", "")
      .replaceAll(/\\([\\`*_~|[\]$])/g, "$1"),
  );
}

/** The same as HTML, folded; empty where the changelog has no entry. */
export function changeList(label: string, changelog: string | undefined): string {
  const groups = changesOf(changelog ?? "");
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);
  if (count === 0) return "";
  const lists = groups.map(({ group, items }) => {
    const shown = items.slice(0, shownAtMost).map((item) => `<li>${html(item)}</li>`);
    const more = items.length > shownAtMost ? `<li>and ${items.length - shownAtMost} more</li>` : "";
    return `<p><strong>${html(group)}</strong></p><ul>${shown.join("")}${more}</ul>`;
  });
  return `<details><summary>${html(label)}: ${count} ${count === 1 ? "change" : "changes"}</summary>${lists.join("")}</details>`;
}
