import { asFault } from "#faults";
import type { ArchiveFile } from "#journal";
import type { Fact } from "#machine";
import { writtenReport } from "#report";

import type { StageContext } from "../context.ts";
import { reportPath } from "./records.ts";
import { afterwardsOf } from "../rollback/root-cause.ts";

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

/**
 * Attaches the report of a rollback to the release page of the version that went back. The page is a view: what it does not
 * take, or an API that is down, is a warning.
 */
export async function attachReport(context: StageContext, tag: string): Promise<void> {
  const { driver, forge } = context;
  await driver.step("attach-report", async () => {
    const asset = { name: `release-report-${driver.id}.md`, content: ensureReport(context, driver.facts) };
    try {
      for (const message of await forge.attach(tag, [asset])) driver.observe({ type: "warned", message });
    } catch (thrown) {
      const message = `${asset.name} is not attached to the release page of ${tag}: ${asFault(thrown).message}`;
      driver.observe({ type: "warned", message });
    }
    return null;
  });
}

/** The report for the archive, with what people had found out by then. */
export async function archivedReport({ driver, journal }: StageContext, facts: readonly Fact[]): Promise<ArchiveFile> {
  const { text } = writtenReport(facts, await afterwardsOf({ journal }, facts));
  return { path: reportPath(driver.id), content: text };
}
