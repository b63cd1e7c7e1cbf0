import { closest, distance } from "fastest-levenshtein";

/** The known word that a mistyped one was probably meant to be. */
export function nearestWord(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const typed = word.toLowerCase();
  const nearest = closest(typed, known);
  const allowed = Math.max(2, Math.floor(nearest.length / 3));
  return distance(typed, nearest.toLowerCase()) <= allowed ? nearest : undefined;
}
