/** Shorter values would be found inside innocent words. */
const SHORTEST = 4;

/** One expression that finds the registered values in every form in which they leak, longest first; `undefined` when none. */
export function knownValues(secrets: readonly string[]): RegExp | undefined {
  const forms = new Set(secrets.flatMap(formsOf).filter((form) => form.length >= SHORTEST));
  if (forms.size === 0) return undefined;
  const longestFirst = [...forms].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return new RegExp(longestFirst.map(literally).join("|"), "g");
}

function formsOf(secret: string): readonly string[] {
  const value = secret.trim();
  if (value.length < SHORTEST) return [];
  // Logs are read line by line: each line of a key or a certificate is a secret of its own.
  const lines = value
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line.length >= 8);
  return [secret, value, ...lines].flatMap((text) => [
    text,
    encodeURIComponent(text.toWellFormed()),
    new URLSearchParams([["", text]]).toString().slice(1),
    JSON.stringify(text).slice(1, -1),
    ...hexForms(text),
    ...base64Forms(text),
  ]);
}

/** Short ones would be found by chance, in a commit. */
function hexForms(text: string): readonly string[] {
  const hex = Buffer.from(text, "utf8").toString("hex");
  return hex.length < 12 ? [] : [hex, hex.toUpperCase()];
}

/** base64 and base64url of the text alone, and its inner part wherever it begins in a longer text (`user:secret`). */
function base64Forms(text: string): readonly string[] {
  const bytes = Buffer.from(text, "utf8");
  const inner = [0, 1, 2].map((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString("base64")
      .replace(/=+$/, "");
    const first = Math.ceil((offset * 8) / 6);
    const last = Math.floor(((offset + bytes.length) * 8) / 6);
    return encoded.slice(first, last);
  });
  const whole = bytes.toString("base64");
  // Inner parts of very short values would be found by chance.
  const standard = [whole, ...inner.filter((part) => part.length >= 8)];
  return [...standard, ...standard.map((form) => form.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, ""))];
}

function literally(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
}
