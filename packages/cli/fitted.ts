/** Rows that lines take on a terminal that wraps them. */
export function heightOf(lines: readonly string[], columns: number): number {
  return lines.reduce((rows, line) => rows + Math.max(1, Math.ceil(line.length / columns)), 0);
}

/**
 * The picture on a terminal of this size: whole where there is room; else each line on one row, the beginning of the board
 * and all that is below it kept, and how many lines are left out said between.
 */
export function fitted(
  { board, below }: { readonly board: readonly string[]; readonly below: readonly string[] },
  { columns, rows }: { readonly columns: number; readonly rows: number },
): readonly string[] {
  const all = [...board, ...below];
  // log-update ends each picture with an empty row.
  const room = Math.max(2, rows - 1);
  if (heightOf(all, columns) <= room) return all;
  const cut = (line: string): string => (line.length <= columns ? line : `${line.slice(0, Math.max(1, columns - 1))}…`);
  const lines = all.map(cut);
  if (lines.length <= room) return lines;
  const end = lines.slice(-Math.min(below.length, room - 1)).slice(below.length === 0 ? lines.length : 0);
  const kept = Math.max(0, room - end.length - 1);
  const left = lines.length - kept - end.length;
  return [...lines.slice(0, kept), cut(`… ${left} more lines: a larger window shows them`), ...end];
}
