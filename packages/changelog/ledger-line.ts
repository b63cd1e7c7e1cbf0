import type { Ledger } from "./build-changelog.ts";

/** What every generated section ends with: where each of its commits went, so that a reader can check the sum. */
export function ledgerLine({ commits, inNotes, unconventional, hiddenBy }: Ledger): string {
  const counts: readonly (readonly [number, string])[] = [
    [hiddenBy.type, "of types that are not shown"],
    [hiddenBy.revert, "cancelled by reverts"],
    [hiddenBy.merge, "told with their merge"],
    [hiddenBy.repeat, "told twice"],
    [unconventional, "without a type"],
  ];
  const rest = counts.filter(([count]) => count > 0).map(([count, what]) => `, ${count} ${what}`);
  return `*${commits} ${commits === 1 ? "commit" : "commits"}: ${inNotes} grouped above${rest.join("")}.*`;
}

/** Whether a section of a changelog holds that line: then nobody but us wrote it. */
export const ledgerLinePattern = /^\*\d+ commits?: \d+ grouped above(?:, \d+ [a-z ]+)*\.\*$/;
