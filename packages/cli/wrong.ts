import { nearestWord, ReleaseFault } from "#faults";

/** A command line that cannot be meant so. `hint` holds an example. */
export function wrong(message: string, hint: string): ReleaseFault {
  return new ReleaseFault("input", message, { hint });
}

/** The known word that a word was probably meant to be, or the menu. */
export function didYouMean(word: string, known: readonly string[]): string {
  const near = nearestWord(word, known);
  return near === undefined ? `Use one of: ${known.join(", ")}.` : `Did you mean ${near}?`;
}
