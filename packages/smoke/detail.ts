import { createScrubber } from "#scrub";

const maxLength = 500;
/** Shorter values are too common as words to be taken out. */
const shortestSecret = 4;

/** Text for a result: without any of these values, cut at 500 characters. */
export function asDetail(text: string, secrets: readonly string[]): string {
  const clean = hideSecrets(text, secrets);
  return clean.length <= maxLength ? clean : `${clean.slice(0, maxLength - 1)}…`;
}

/** The text without any of these values, and without whatever has the shape of a secret or of personal data. */
export function hideSecrets(text: string, secrets: readonly string[]): string {
  // The longest first, so that a secret that contains another leaves nothing behind.
  const longestFirst = secrets.filter(({ length }) => length >= shortestSecret).toSorted((a, b) => b.length - a.length);
  const exact = longestFirst.reduce((clean, secret) => clean.replaceAll(secret, "[REDACTED]"), text);
  return createScrubber({ secrets: longestFirst }).text(exact);
}

/**
 * Values of an environment that must not be shown: of variables that are named like a secret, whatever looks like a key,
 * and the password inside a connection URL. `NODE_ENV: test` is none: words would vanish from every message.
 */
export function secretsOf(env: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(env).flatMap(([name, value]) => {
    const password = passwordIn(value);
    if (password !== "") return [value, password, decoded(password)];
    const named = /pass|pwd|secret|token|key|credential|auth|dsn|cookie|session/i.test(name);
    const looksLikeKey = /^(?=.*[a-z])(?=.*\d)[\w+/=.~-]{20,}$/i.test(value);
    return named || looksLikeKey ? [value] : [];
  });
}

function passwordIn(value: string): string {
  if (URL.canParse(value)) return new URL(value).password;
  // Not a URL that parses, but meant as one.
  return /^[a-z+]+:\/\/[^:/]*:(.+)@/i.exec(value)?.[1] ?? "";
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
