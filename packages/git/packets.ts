/** pkt-line: four hexadecimal digits of length, themselves included. */
export function packet(line: string): string {
  return (Buffer.byteLength(line) + 4).toString(16).padStart(4, "0") + line;
}

/** The lines of a sequence up to its flush; `undefined` for one that is cut or is none. `rest`: what comes after it. */
export function packetsOf(body: Buffer): { readonly lines: readonly Buffer[]; readonly rest: Buffer } | undefined {
  const lines: Buffer[] = [];
  let offset = 0;
  while (offset + 4 <= body.length) {
    const length = Number.parseInt(body.toString("latin1", offset, offset + 4), 16);
    if (length === 0) return { lines, rest: body.subarray(offset + 4) };
    if (Number.isNaN(length) || length < 4 || offset + length > body.length) return undefined;
    lines.push(body.subarray(offset + 4, offset + length));
    offset += length;
  }
  return undefined;
}
