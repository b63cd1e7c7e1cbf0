import type { Sample } from "./corpora.ts";

/** Rules that show how rules are made, or that look for homes, names and what a protocol sends in the clear. */
const noSecrets = /^(?:secret-alphabet|pattern|example|no-homedir|no-dotenv|Nonce|.*age\.1|.*weak_password\.\d+)$/;

/** Rules for values without a mark, or for names: of whom a line of a log is that has nothing beside them, nobody can tell. */
const unmarked =
  /^(?:Unclassified(?:16|32|64)Byte\w+|\w+LegacyCredentials|LooseSasSecret|OAuth2BearerToken|UnclassifiedJwt|UrlCredentials|Pkcs12CertificatePrivateKeyBundle)$/;
const nameRules =
  /^(?:azure-storage-account-name|cloudinary-cloud-name|canva-client-id|clickhouse-cloud-key-id|kingfisher\.(?:azurestorage\.1a|clickhouse\.2|azure\.devops\.1|coveralls\.1|jdbc\.1)|detected-google-gcm-service-account|detected-etc-shadow)$/;

/** What stands right before the name of somebody or something. */
const named =
  /(?:\b|_)(?:user(?:[ _]?(?:id|name))?|uid|app_id|org_id|planetscale_id|name|host|domain|server|account)["']?\s{0,2}(?:=>|[=:])?\s{0,2}["'{]?$/i;

/** Why a wanted value hides nothing, or `undefined`: such samples are counted apart. */
export function noSecret({ kind, text, secret }: Sample): string | undefined {
  if (secret.trim().length < 8) return "shorter than 8 signs";
  if (noSecrets.test(kind))
    return "a rule that shows rules, a public key, a home, a nonce, or a password that is a word alone";
  if (unmarked.test(kind))
    return "drawn from an expression without a mark: base64, hex or letters as any digest has them";
  if (nameRules.test(kind)) return "a rule that looks for a name, an address or a state";
  if (/^GB\d\d/.test(secret) && kind.endsWith("iban") && secret.length !== 22)
    return "an account as no country has them";
  if (kind === "UUID") return "a UUID that nothing explains";
  if (named.test(text.slice(Math.max(0, text.indexOf(secret) - 40), text.indexOf(secret))))
    return "called a name or an id";
  if (/^(?:jdbc:|"?https?:)/i.test(secret) && !/pass|sig=|secret|:[^/@\s]+@/i.test(secret))
    return "a host or an address without credentials";
  if (
    /^"?(?:(?:https?|jdbc:\w+|ldaps?|couchbases?):(?:\/\/)?)?[\w-]+(?:\.[\w-]+){1,8}(?::\d+)?(?:\/[\w./-]{0,60})?"?$/i.test(
      secret,
    ) &&
    /[a-z]\.[a-z]{2,9}(?:$|[:/"])/i.test(secret)
  )
    return "a host or an address without credentials";
  if (/^\S+@\S+\.[a-z]{2,}$|^\/?(?:Users|home)\//i.test(secret)) return "who or where somebody is";
  if (/^(?:\d{6,15}|machine \S+)$/.test(secret)) return "a number or a machine that names an account";
  return isRow(secret) ? "a row: letters in their order, or the same again" : undefined;
}

/** `abcdef1234567890`, `xxxxxxxx`: of all steps from sign to sign most are to the next or to the same. */
function isRow(secret: string): boolean {
  const signs = Array.from(secret.replaceAll(/[^A-Za-z0-9]/g, ""));
  const steps = signs
    .slice(1)
    .filter((sign, at) => Math.abs(sign.charCodeAt(0) - (signs[at] ?? "").charCodeAt(0)) <= 1);
  return steps.length / Math.max(1, signs.length - 1) >= 0.6;
}

/** What must not survive of a wanted value: of an address its password, of a setting or a connection its value. */
export function hiddenPart(secret: string): string {
  return (
    /^(?:jdbc:)?[a-z][\w+.-]*:\/\/[^:/\s]*:(?<password>[^/\s@]+)@/i.exec(secret)?.groups?.["password"] ??
    /[;?&](?:password|pwd|sig|(?:client_)?secret|accountkey|sharedaccesskey)=(?<password>[^&;\s"']{4,})/i.exec(secret)
      ?.groups?.["password"] ??
    /^["']?[\w -]{2,40}["']?\s?(?:=>|:=|[:=])\s?["']?(?<value>[^\s"'][^"']{5,})/.exec(secret)?.groups?.["value"] ??
    secret
  );
}
