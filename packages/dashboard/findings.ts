import type { ReleaseMeasures } from "#history";
import { wordsOf } from "#report";

import { html, moment, part, wideTable } from "./html.ts";

/** What a person wrote down about a release once it was over: why it went wrong, or that it went back for no reason. */
export interface Finding {
  readonly release: string;
  readonly kind: "root-cause" | "false-positive";
  readonly text: string;
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
}

/** What is known of one release; of several causes the newest counts. */
export interface Found {
  readonly rootCause?: Finding;
  readonly falsePositive?: Finding;
}

/** The findings by the release that they are about. */
export function findingsBy(findings: readonly Finding[]): ReadonlyMap<string, Found> {
  const found = new Map<string, Found>();
  for (const one of findings) {
    const key = one.kind === "root-cause" ? "rootCause" : "falsePositive";
    found.set(one.release, { ...found.get(one.release), [key]: one });
  }
  return found;
}

/** Why it went wrong as people found out, or how they write it down. `command`: with the words for a shell. */
export function foundText(id: string, { rootCause, falsePositive }: Found = {}, command = false): string {
  const alarm = falsePositive === undefined ? "" : `<strong>False alarm</strong>: ${said(falsePositive)}`;
  if (rootCause !== undefined) return [said(rootCause), ...(alarm === "" ? [] : [alarm])].join("<br>");
  if (alarm !== "") return alarm;
  return command
    ? `not written down yet: <code>${html(`release report ${id} --root-cause="…"`)}</code>`
    : "not written down yet";
}

const said = ({ text, by, at }: Finding): string => `${html(text)} <small>(${html(by)}, ${moment(at)})</small>`;

/** Whether something went wrong that has a cause. */
const hasCause = ({ rollback, failure }: ReleaseMeasures): boolean => rollback !== null || failure !== null;

/**
 * What went wrong, the newest first, with the root causes that people wrote down; empty where nothing did. `root`: way to
 * the folder of the site.
 */
export function troubles(
  releases: readonly ReleaseMeasures[],
  found: ReadonlyMap<string, Found>,
  { root, atMost }: { readonly root: "" | "../"; readonly atMost: number },
): string {
  const bad = releases.filter(hasCause);
  if (bad.length === 0) return "";
  const known = bad.filter(({ id }) => found.get(id)?.rootCause !== undefined).length;
  const alarms = bad.filter(({ id }) => found.get(id)?.falsePositive !== undefined).length;
  const rows = bad
    .slice(0, atMost)
    .map((one): [string, ...string[]] => [
      `<a href="${root}releases/${part(one.id)}.html">${html(one.id)}</a>`,
      html((one.concludedAt ?? one.startedAt).slice(0, 10)),
      `${html(wordsOf(one.outcome))}, ${html(wordsOf(one.rollback?.trigger ?? one.failure?.cause ?? ""))}`,
      html(one.rollback?.reason ?? one.failure?.reason ?? ""),
      foundText(one.id, found.get(one.id)),
    ]);
  const more = bad.length > atMost ? ` The newest ${atMost} of them:` : "";
  return `<section aria-labelledby="troubles"><h2 id="troubles">What went wrong, and why</h2>
<p>The root cause is written down for ${known} of ${bad.length} that failed or went back; judged a false alarm: ${alarms}.${more}</p>
${wideTable("What went wrong", ["Release", "When", "What", "Reason", "Root cause"], rows)}
</section>`;
}
