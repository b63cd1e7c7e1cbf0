const lineEnd = 10;

/** The lines of a file without their ends, one after another, as views of its bytes; what comes after the last end is `rest`. */
export function linesIn(file: Buffer): { readonly lines: readonly Buffer[]; readonly rest: Buffer } {
  const lines: Buffer[] = [];
  let from = 0;
  for (let end = file.indexOf(lineEnd); end >= 0; end = file.indexOf(lineEnd, from)) {
    lines.push(file.subarray(from, end));
    from = end + 1;
  }
  return { lines, rest: file.subarray(from) };
}
