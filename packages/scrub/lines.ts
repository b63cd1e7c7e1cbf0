const begins = /-----BEGIN[ A-Z0-9_-]{0,60}(?:PRIVATE|[ER]C|[DR]SA|OPENSSH) KEY(?: BLOCK)?-----/i;
const ends = /-----END[ A-Z0-9_-]{0,60}(?:PRIVATE|[ER]C|[DR]SA|OPENSSH) KEY(?: BLOCK)?-----/i;
/** A line of a key: base64 at its end, whatever a log puts before. */
const body = /[A-Za-z0-9+/=]{16,}\s*$/;
/** `Proc-Type: 4,ENCRYPTED`, or nothing. */
const heading = /^\s*(?:[A-Z][A-Za-z-]{2,20}: .*)?$/;

/**
 * Takes keys out of a log that comes line by line, where no line alone tells what it is part of. One function for one log.
 * What is neither of the key nor between its lines ends it, so that a key cut short hides nothing that follows.
 */
export function keyLines(): (line: string) => string {
  let within = false;
  return (line) => {
    if (begins.test(line)) {
      within = !ends.test(line.slice(line.search(begins)));
      return line;
    }
    if (!within) return line;
    const isOver = ends.test(line);
    within = !isOver && (body.test(line) || heading.test(line));
    if (isOver) return line.replace(/\S*-----END.*$/, "[REDACTED:private-key]");
    return within && body.test(line) ? line.replace(body, "[REDACTED:private-key]") : line;
  };
}
