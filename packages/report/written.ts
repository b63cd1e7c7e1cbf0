import type { Fact } from "#machine";

import type { Afterwards } from "./afterwards.ts";
import { releaseReport } from "./release-report.ts";
import { cell } from "./text.ts";

/** A report as Markdown; `failure` says why it is only the raw record. */
export interface Written {
  readonly text: string;
  readonly failure?: string;
}

/**
 * The report of a release, whatever stands in its facts: where it cannot be rendered, its raw record with the reason. Never
 * throws, so that no release hangs on its report.
 */
export function writtenReport(facts: readonly Fact[], afterwards: Afterwards = {}): Written {
  try {
    return { text: releaseReport(facts, afterwards) };
  } catch (thrown) {
    const failure = thrown instanceof Error ? thrown.message : String(thrown);
    return { text: rawReport(facts, failure), failure };
  }
}

function rawReport(facts: readonly Fact[], failure: string): string {
  const lines = facts.map((fact) => `    ${JSON.stringify(fact)}`);
  return [
    `# Release ${cell(facts[0]?.release ?? "")}: the raw record`,
    `The report could not be written: ${cell(failure)}. Here is everything that it would be written from, a fact a line.`,
    lines.join("\n"),
    "",
  ].join("\n\n");
}
