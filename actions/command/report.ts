import type { Command } from "#cli";
import { ReleaseFault } from "#faults";
import { fittingReport, reportAs } from "#report";
import { afterwardsOf, noteRootCause, readOrThrow, reportPath, type Workplace } from "#stages";

import { longest, preformatted } from "./pages.ts";

/** A report as the answer to a comment: as much of it as one takes, and where the whole is. */
export async function report(
  workplace: Workplace,
  { id, format, rootCause }: Extract<Command, { kind: "report" }>,
): Promise<string> {
  if (format === "html")
    throw new ReleaseFault("input", "A comment cannot hold a page", {
      hint: `Here: /release --report=${id}   In a shell: release report ${id} --format=html > report.html`,
    });
  const stored =
    rootCause === undefined
      ? await readOrThrow(workplace, id)
      : await noteRootCause(workplace, { id, text: rootCause });
  const { text } = await reportAs(format, stored.facts, await afterwardsOf(workplace, stored.facts));
  if (format !== "md") return preformatted(text);
  const { forge, local } = workplace;
  const { store, branch } = local.config.journal;
  const file = `${forge.webUrl}/blob/${branch}/${reportPath(stored.id)}`;
  if (stored.live || store !== "git") return fittingReport(text, longest, `in \`release report ${stored.id}\``);
  return `${fittingReport(text, longest, `in [the whole report](${file})`)}\n\nThe whole report: ${file}`;
}
