/** Shorter ones stand in too many words to be taken out of them. */
const shortest = 6;

/** The values of variables that are named like a credential, and of those of which `isSecret` says so. */
export function secretValues(
  env: Readonly<Record<string, string | undefined>>,
  isSecret: (name: string) => boolean = () => false,
): readonly string[] {
  return Object.entries(env).flatMap(([name, value = ""]) =>
    (looksSecret.test(name) || isSecret(name)) && value.length >= shortest ? [value] : [],
  );
}

const looksSecret = /(TOKEN|SECRET|PASSWORD|PASSWD|API_?KEY|(?:PRIVATE|SIGNING)_KEY|PASSPHRASE)$/i;
