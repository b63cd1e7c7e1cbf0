import { isTerminal, isValidating, type ReleaseRecord } from "#machine";

import { html, link } from "./html.ts";

/** Something that people can do about a release, and the words that do it. */
export interface Deed {
  /** The shortcut that copies them. */
  readonly key: "c" | "p" | "h" | "r" | "a" | "s";
  readonly name: string;
  readonly command: string;
}

/** What can be done now, in the words of a shell; `…` stands where people say why. */
export function deedsOf(record: ReleaseRecord): readonly Deed[] {
  const { id, suspended, settled, redeploy } = record;
  const goOn: readonly Deed[] =
    suspended === undefined && redeploy === undefined
      ? []
      : [{ key: "c", name: "Go on", command: suspended?.command ?? `release resume ${id}` }];
  return [
    ...(settled === undefined ? goOn : []),
    ...(redeploy === undefined ? trafficDeeds(record) : []),
    ...(settled === undefined && !isTerminal(record.state) ? [abort(id)] : []),
    { key: "s", name: "Report", command: `release report ${id}` },
  ];
}

function trafficDeeds(record: ReleaseRecord): readonly Deed[] {
  const { id, state, touched, settled } = record;
  const back: Deed = { key: "r", name: "Roll back", command: `release rollback ${id} --reason="…"` };
  if (settled !== undefined) return state === "completed" ? [back] : [];
  const promote: Deed = { key: "p", name: "Promote", command: `release promote ${id}` };
  if (isTerminal(state)) return isValidating(record) ? [promote, back] : [];
  if (!touched.has("production")) return [];
  return [promote, { key: "h", name: "Hold", command: `release hold ${id} --reason="…"` }, back];
}

const abort = (id: string): Deed => ({ key: "a", name: "Abort", command: `release abort ${id} --reason="…"` });

/** A static page cannot act; it hands out the exact words, and where else they are understood (decision 60). */
export function deedList(record: ReleaseRecord, webUrl: string | undefined, level: number): string {
  const items = deedsOf(record).map(
    ({ key, name, command }) => `<li><span>${name}</span> <code data-copy="${key}">${html(command)}</code></li>`,
  );
  return `<div class="deeds"><h${level}>What you can do</h${level}><ul>${items.join("")}</ul>${elsewhere(record, webUrl)}</div>`;
}

function elsewhere({ pullRequest, settled }: ReleaseRecord, webUrl: string | undefined): string {
  if (settled !== undefined) return "";
  const form =
    webUrl === undefined ? [] : [link(`${webUrl}/actions/workflows/release-command.yml`, "the form of the workflow")];
  const comment =
    pullRequest === undefined
      ? []
      : [`a comment <code>/release …</code> under ${link(pullRequest.url, `pull request ${pullRequest.number}`)}`];
  const places = [...form, ...comment];
  return places.length === 0 ? "" : `<p><small>The same in ${places.join(", or ")}.</small></p>`;
}
