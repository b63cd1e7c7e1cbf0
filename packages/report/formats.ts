import type { Fact } from "#machine";

import type { Afterwards } from "./afterwards.ts";
import { viewOf } from "./view.ts";
import { writtenReport, type Written } from "./written.ts";

/** How a report can be had: as Markdown, as data in a versioned schema, as a page, and as the facts that it is made of. */
export type ReportFormat = "md" | "json" | "html" | "facts";

/** The report in a format. Where it cannot be rendered: the raw record, and why. What only this needs is loaded here. */
export async function reportAs(
  format: ReportFormat,
  facts: readonly Fact[],
  afterwards: Afterwards = {},
): Promise<Written> {
  switch (format) {
    case "md":
      return writtenReport(facts, afterwards);
    case "facts":
      return { text: `${JSON.stringify(facts, null, 2)}\n` };
    case "html": {
      const { htmlReport } = await import("./html-report.ts");
      const { text, ...failure } = writtenReport(facts, afterwards);
      return { text: htmlReport(text), ...failure };
    }
    case "json":
      return asData(facts, afterwards);
  }
}

async function asData(facts: readonly Fact[], afterwards: Afterwards): Promise<Written> {
  const { reportDocument } = await import("./document.ts");
  try {
    return { text: `${JSON.stringify(reportDocument(viewOf(facts, afterwards)), null, 2)}\n` };
  } catch (thrown) {
    const failure = thrown instanceof Error ? thrown.message : String(thrown);
    return { text: `${JSON.stringify(facts, null, 2)}\n`, failure };
  }
}
