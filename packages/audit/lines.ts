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

/** What a line says, if it is JSON and of that kind. */
export function entryIn<T>(line: Buffer | string, isOne: (value: unknown) => value is T): T | undefined {
  try {
    const value: unknown = JSON.parse(line.toString());
    return isOne(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Whether it is an object with a text at each of these keys. */
export function hasTexts(value: unknown, keys: readonly string[]): value is object {
  return (
    typeof value === "object" && value !== null && keys.every((key) => typeof Reflect.get(value, key) === "string")
  );
}
