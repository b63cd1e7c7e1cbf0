/** Bits of Shannon's entropy a character. */
export function entropyOf(text: string): number {
  const counts = new Map<number, number>();
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charCodeAt(index);
    counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
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
  const kinds = new Set<number>();
  let steps = 0;
  let before = -1;
  for (let index = 0; index < value.length; index += 1) {
    const kind = kindOf(value.charCodeAt(index));
    kinds.add(kind);
    if (kind !== before && before >= 0) steps += 1;
    before = kind;
  }
  const isDrawn = steps / (value.length - 1) >= 0.4 && [0, 1, 2].every((kind) => kinds.has(kind));
  return isDrawn && entropyOf(value) >= 3.5;
}

/** Of all signs of a log: this is where the time goes. */
function kindOf(code: number): number {
  if (code >= 97 && code <= 122) return 0;
  if (code >= 65 && code <= 90) return 1;
  return code >= 48 && code <= 57 ? 2 : 3;
}

/** Versions, paths, members of objects, and digests with their method are what logs are full of. */
function isPlainReference(value: string): boolean {
  if (
    /^(?:v?\d+\.\d+\.|sha\d{1,3}[-:]|[\w-]{0,30}@|\.{0,2}\/|[a-z]:\\|https?:|:|arn:|[a-z]{2}-[a-z]+-\d:)|\.(?:[cm]?[jt]sx?|json|ya?ml|html?|css|md|go|py|rs|java)$|-v?\d+\.\d+\.\d+$/i.test(
      value,
    )
  )
    return true;
  return /^[a-z_$][\w$]{0,39}(?:\.[a-z_$][\w$]{0,39})+[);]*$/i.test(value) && !isMixed(value);
}

/** How often letters and digits take turns, and capitals with small letters inside of a word: 0 to 1. */
export function switches(value: string): number {
  const found = value.match(/[A-Za-z](?=\d)|\d(?=[A-Za-z])|[a-z](?=[A-Z])|[A-Z](?=[A-Z][a-z])/g)?.length ?? 0;
  return found / value.length;
}

/** Only signs of a digest. */
export function isHex(value: string): boolean {
  return /^(?:0x)?(?:[\da-f]+|[\dA-F]+)$/.test(value);
}

/** An id as RFC 9562 writes it. */
export function isUuid(value: string): boolean {
  return /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value);
}

/** Drawn from all signs of a keyboard, the space too: no text, template or expression has so many. */
export function isPhrase(text: string): boolean {
  return (
    text.length >= 20 &&
    !/\$\{|\{\{|%[({]|\(\?|\\[dwsb]|\[REDACTED/.test(text) &&
    (text.match(/[!@#%^&*?~$[\]{}|;<>+=`]/g)?.length ?? 0) >= text.length / 8 &&
    /\d/.test(text) &&
    (switches(text) >= 0.1 || isMixed(text))
  );
}
