const begin = "<!-- release-command:begin -->";
const end = "<!-- release-command:end -->";
/** GitHub takes 65,536 characters; the rest is for people. */
const maxLength = 60_000;

/** `current` with our part, between two markers, replaced by `ours`. What people wrote around it stays. */
export function withOurPart(current: string, ours: string): string {
  const clean = ours.replaceAll(begin, "").replaceAll(end, "");
  const cut = clean.length > maxLength ? `${clean.slice(0, maxLength)}\n\n… (shortened)` : clean;
  const part = `${begin}\n${cut.trim()}\n${end}`;
  const text = normalised(current);
  const from = text.indexOf(begin);
  const to = text.indexOf(end, from);
  if (from >= 0 && to >= from) return text.slice(0, from) + part + text.slice(to + end.length);
  // Somebody deleted one of the markers: the other one must not swallow what they wrote.
  const theirs = text.replaceAll(begin, "").replaceAll(end, "").trim();
  return theirs === "" ? part : `${theirs}\n\n${part}`;
}

/** Text as we compare it: the web editor of GitHub writes CRLF. */
export function normalised(text: string | null | undefined): string {
  return (text ?? "").replaceAll("\r\n", "\n").trim();
}
