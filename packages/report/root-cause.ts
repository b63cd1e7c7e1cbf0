import type { ReleaseRecord } from "#machine";

import type { Afterwards } from "./afterwards.ts";
import { cell, code, moment } from "./text.ts";

/** Longer than a cell of foreign text elsewhere: people wrote it for this page. */
const pieces = /[^]{1,400}(?:\s|$)|[^]{1,400}/g;

/** What people found out, or how they write it down, for a cell of a table. */
export function rootCauseCell({ id }: Pick<ReleaseRecord, "id">, { rootCause }: Afterwards): string {
  if (rootCause === undefined) return `not known yet; write it down: ${code(`release report ${id} --root-cause="…"`)}`;
  const text = (rootCause.text.match(pieces) ?? []).map((piece) => cell(piece)).join(" ");
  return `${text} (${cell(rootCause.by)}, ${moment(rootCause.at)} UTC)`;
}
