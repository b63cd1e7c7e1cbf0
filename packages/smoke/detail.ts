const maxLength = 300;

/** Text for a result: without any of these values, on one line where it was long, cut at 300 characters. */
export function asDetail(text: string, secrets: readonly string[]): string {
  // The longest first, so that a secret that contains another leaves nothing behind.
  const longestFirst = secrets.filter((secret) => secret.length >= 4).toSorted((a, b) => b.length - a.length);
  let clean = text;
  for (const secret of longestFirst) clean = clean.replaceAll(secret, "[REDACTED]");
  return clean.length <= maxLength ? clean : `${clean.slice(0, maxLength - 1)}…`;
}

/** Values of the environment that must not be shown: each as it is, and the password inside a connection URL. */
export function secretsOf(env: Readonly<Record<string, string>>): readonly string[] {
  return Object.values(env).flatMap((value) => {
    if (!URL.canParse(value)) return [value];
    const { password } = new URL(value);
    return password === "" ? [value] : [value, password, decodeURIComponent(password)];
  });
}
