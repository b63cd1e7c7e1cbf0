import type { ArchiveFile } from "#journal";
import type { Fact } from "#machine";
import { writtenReport } from "#report";

import type { StageContext } from "./context.ts";
import { reportPath } from "./records.ts";
import { rootCauseOf } from "./root-cause.ts";

/**
 * The report with these facts, or its raw record where it cannot be rendered. That is a warning, and people are given the
 * record; the release goes on (AC7). Told once, however often it is tried.
 */
export function ensureReport({ driver, forge, config, say }: StageContext, facts: readonly Fact[]): string {
  const { text, failure } = writtenReport(facts);
  if (failure === undefined || driver.facts.some(({ type }) => type === "report-failed")) return text;
  const { store, branch, directory } = config.journal;
  const file = `releases/${driver.id}.jsonl`;
  const raw = store === "git" ? `${forge.webUrl}/blob/${branch}/${file}` : `${directory}, ${file}`;
  driver.observe({ type: "report-failed", reason: failure, raw });
  say(`the report could not be written: ${failure}; people get the raw record`);
  return text;
}

/** The report for the archive, with what people had found out by then. */
export async function archivedReport({ driver, journal }: StageContext, facts: readonly Fact[]): Promise<ArchiveFile> {
  const rootCause = rootCauseOf(facts, await journal.notes());
  const { text } = writtenReport(facts, rootCause === undefined ? {} : { rootCause });
  return { path: reportPath(driver.id), content: text };
}
