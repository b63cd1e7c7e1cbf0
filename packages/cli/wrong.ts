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

/** The word of a menu that an option was given. Throws an `input` fault for any other. */
export function oneOf<const T extends string>(value: string, known: readonly T[], option: string): T {
  const found = known.find((name) => name === value);
  if (found !== undefined) return found;
  throw wrong(
    `Unknown value "${value}" for ${option}`,
    `${didYouMean(value, known)} Example: ${option}=${known[0] ?? ""}`,
  );
}
