/** Bits of Shannon's entropy a character. */
export function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const sign of text) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  return [...counts.values()].reduce((bits, count) => bits - (count / text.length) * Math.log2(count / text.length), 0);
}

/** Whether a value is drawn rather than written: letters and digits, mixed. Beside a name that says so it is a secret. */
export function looksDrawn(value: string): boolean {
  if (/^\d{16,}$/.test(value)) return true;
  if (value.length < 10 || /^[\d.,:/_+TZ-]+$/.test(value)) return false;
  return /\d/.test(value) && /[a-z]/i.test(value) && entropyOf(value) >= 2.8 && !isPlainReference(value);
}

/**
 * Whether a value of base64's alphabet changes between capitals, small letters and digits as often as chance has it
 * (0.62 of all steps; names of things that are written `likeThis2` have less than half of it).
 */
export function isMixed(value: string): boolean {
  const kinds = Array.from(value, (sign): number =>
    /[a-z]/.test(sign) ? 0 : /[A-Z]/.test(sign) ? 1 : /\d/.test(sign) ? 2 : 3,
  );
  const steps = kinds.slice(1).filter((kind, index) => kind !== kinds[index]).length;
  return (
    [0, 1, 2].every((kind) => kinds.includes(kind)) && steps / (kinds.length - 1) >= 0.4 && entropyOf(value) >= 3.5
  );
}

/** Versions, paths, members of objects, and digests with their method are what logs are full of. */
function isPlainReference(value: string): boolean {
  if (/^(?:v?\d+\.\d+\.|sha\d{1,3}[-:]|[\w-]{0,30}@|\.{0,2}\/|[a-z]:\\|https?:)|-v?\d+\.\d+\.\d+$/i.test(value))
    return true;
  return /^[a-z_$][\w$]{0,39}(?:\.[a-z_$][\w$]{0,39})+[);]*$/i.test(value) && !isMixed(value);
}
