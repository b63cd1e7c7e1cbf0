/** How often a line of running numbers is worth a line in a log. */
const everyMs = 10_000;

/**
 * What a line goes on about, when its numbers run (`production: watching 50 % for 60 s: 1200 requests so far`); any
 * other line is its own subject.
 */
export function subjectOf(text: string): string {
  return /^(?<subject>[^:]*: (?:watching [^:]*|running)):/.exec(text)?.groups?.["subject"] ?? text;
}

/** Tells which lines are news for a log: no line twice in a row, and running numbers when they changed, every 10 s at most. */
export function createQuieter(now: () => number): (text: string) => boolean {
  let last = "";
  let saidMs = 0;
  return (text) => {
    const goesOn = subjectOf(text) === subjectOf(last);
    if (text === last || (goesOn && now() - saidMs < everyMs)) return false;
    last = text;
    saidMs = now();
    return true;
  };
}
