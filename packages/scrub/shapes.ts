import { assignment, isSecretAssignment } from "./assigned.ts";
import { hashes } from "./hashes.ts";
import { lists } from "./lists.ts";
import { candidate, isToldSecret } from "./near.ts";
import { isMixed } from "./randomness.ts";
import { encoded, told } from "./told.ts";
import { tokens } from "./tokens.ts";

/** A shape that gives a secret away, whatever its value. Each pattern runs in linear time: bounded or disjoint repeats only. */
export interface SecretShape {
  readonly kind: string;
  readonly pattern: RegExp;
  /** What stands instead of the match; default is the placeholder alone. `$<…>` groups are kept around it. */
  readonly replacement?: string;
  /** A second look where the shape alone is too common. */
  readonly confirms?: (match: string, around: Around) => boolean;
}

/** Where a match stands, and its named groups. */
export interface Around {
  readonly text: string;
  readonly index: number;
  readonly groups: Readonly<Record<string, string | undefined>>;
}

const named = String.raw`[ A-Z0-9_-]{0,60}(?:PRIVATE|[ER]C|[DR]SA|OPENSSH) KEY(?: BLOCK)?-----`;
const header = `-----BEGIN${named}`;
const newline = String.raw`(?:\r?\n|(?:\\r)?\\n)`;

/** In the order in which they are tried: the more telling shape first. */
export const shapes: readonly SecretShape[] = [
  {
    kind: "private-key",
    pattern: new RegExp(`${header}(?:[^-]|-(?!----)){0,20000}-----END${named}`, "gi"),
  },
  {
    kind: "private-key",
    // Cut off before its end: every following line that is base64 or a header of it, perhaps after what a log puts before.
    pattern: new RegExp(
      `${header}(?:${newline}(?:(?:[^\\r\\n\\\\]{0,60}[\\s>|:])?[A-Za-z0-9+/=]{16,200}|[A-Z][A-Za-z-]{2,20}: [^\\r\\n\\\\]{1,80}|[A-Za-z0-9+/=]{0,200})|[ \\t]{0,8}[A-Za-z0-9+/=]{16,4000}){0,400}`,
      "g",
    ),
  },
  {
    kind: "private-key",
    pattern: /(?<name>Private-Lines: \d{1,3}\s{1,2})(?:[A-Za-z0-9+/=]{1,100}\r?\n?){1,100}/g,
    replacement: "$<name>",
  },
  ...encoded,
  ...tokens,
  {
    kind: "slack-webhook",
    pattern: /\bhooks\.slack\.com\/(?:services|workflows|triggers)\/[A-Za-z0-9/_-]{20,100}/g,
  },
  {
    kind: "webhook",
    pattern:
      /\b(?:[a-z0-9-]{1,60}\.webhook\.office\.com\/webhookb2|outlook\.office(?:365)?\.com\/webhook|hooks\.zapier\.com\/hooks|api\.hubapi\.com\/webhooks|chat\.twilio\.com\/v2\/Services|maker\.ifttt\.com\/trigger|discord(?:app)?\.com\/api\/(?:v\d{1,2}\/)?webhooks)\/[\w/@-]{20,300}/gi,
  },
  {
    kind: "webhook",
    // Who knows both parts of the path may call, whoever offers it.
    pattern: /\/(?:web)?hooks?\/(?:[\da-f]{32}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\/[\w-]{20,100}/gi,
    confirms: (match) => /\d.*\d.*\d/.test(match.slice(-20)),
  },
  {
    kind: "aws-secret",
    pattern:
      /(?<name>\baws_?(?:secret_?access_?key|session_?token|secret)["']?\s{0,5}[:=]\s{0,5}["']?)[A-Za-z0-9+/=]{40,2000}/gi,
    replacement: "$<name>",
  },
  {
    kind: "jwt",
    pattern:
      /\bey(?:[JI]|(?=[A-Za-z]?\d|[A-Z]\d)[A-Za-z])[A-Za-z0-9_-]{8,4000}\.[A-Za-z0-9_-]{8,8000}(?:\.[A-Za-z0-9_/+-]{0,4000}={0,2}){0,3}/g,
  },
  ...hashes,
  { kind: "jwt", pattern: /\bZXlK[A-Za-z0-9+/_-]{40,8000}={0,2}/g },
  {
    kind: "credentials",
    // Schemes with parameters, to the end of the line.
    pattern:
      /(?<name>\bauthorization["']?\s{0,3}[:=]\s{0,3}["']?(?:digest|aws4-[a-z0-9-]{1,30}|oauth|signature|hmac[a-z0-9-]{0,20}|hawk)\s)(?!\[REDACTED)[^\r\n\\']{8,4000}/gi,
    replacement: "$<name>",
  },
  {
    kind: "credentials",
    pattern:
      /(?<name>\bauthorization["']?[ \t]{0,3}[:=][ \t]{0,3}["']?(?:(?:bearer|basic|token|negotiate|ntlm|api-?key|[a-z-]{1,20}(?= [^\s{[]{8}))[ \t]{1,3})?)(?!\[REDACTED|[\w.]{1,60}\(|(?:bearer|basic|token|[\w-]*required)\b)[a-z0-9._~+/:-]{4,4000}={0,2}/gi,
    replacement: "$<name>",
  },
  {
    kind: "credentials",
    // Without its header, "basic authentication" is prose: a token has a digit, a capital or a sign in it.
    pattern:
      /(?<scheme>\b(?:[Bb]earer|BEARER|[Bb]asic|BASIC)\s{1,3})(?=[a-z]{0,200}[0-9A-Z._~+/])[A-Za-z0-9._~+/-]{12,4000}={0,2}/g,
    replacement: "$<scheme>",
    confirms: (match) => /\d/.test(match) || match.length >= 26,
  },
  {
    kind: "credentials",
    pattern:
      /(?<name>\b(?:set-)?cookie2?["']?\s{0,3}[:=]\s{0,3}["']?)(?=[^\s=;"']{1,100}=)(?!\[REDACTED)[^\r\n"'\\]{4,8000}/gi,
    replacement: "$<name>",
  },
  {
    kind: "credentials",
    // To the last @ of the authority; "git" is the name of everybody who clones by SSH, and a digest follows the name of an image.
    pattern: /(?<scheme>\b[a-z][a-z0-9+.-]{1,20}:\/\/)(?!git@|\[REDACTED)[^\s/?#"'<>`[\]]{1,500}(?=@(?!sha\d))/gi,
    replacement: "$<scheme>",
  },
  {
    kind: "credentials",
    // People write passwords of databases and brokers as they are: signs of an address too, to the last @ before a host.
    pattern:
      /(?<scheme>\b(?:mongodb(?:\+srv)?|postgres(?:ql)?|mysql2?|mariadb|mssql|sqlserver|oracle|cockroachdb|clickhouse|cassandra|couchbases?|neo4j|bolt|influxdb|rediss?|amqps?|kafka|nats|mqtts?|stomp|ldaps?|s?ftps?|smtps?)(?:\+\w{1,20})?:\/\/)(?!\[REDACTED)[^\s/?#"'<>`[\]:@]{0,100}:(?!\d{1,5}[/?#,])(?:(?!:\/\/)[^\s"'<>`]){1,200}(?=@[\w.[\]-]{1,250}(?:[:/?,"'\s<`]|$))/gi,
    replacement: "$<scheme>",
  },
  {
    kind: "credentials",
    pattern:
      /(?<name>\bcurl\b(?:[^\r\n]|\\\r?\n){0,1000}?\s(?:-u|--user|--proxy-user|-U)[ =]{0,3}["']?)(?![<$])(?:[^\s"']{1,100}":"[^\s"']{3,200}|[^\s"':]{0,100}:[^\s"']{3,200}|[^\s"':]{3,100}:(?=["']))/g,
    replacement: "$<name>",
  },
  {
    kind: "credentials",
    pattern:
      /(?<name>\b(?:login|user(?:name)?|u):?\s{1,9}\S{1,100}\s{1,9}(?:password:?|pw:?|p:)\s{1,9})(?!\[REDACTED|[=:|&])\S{3,200}/gi,
    replacement: "$<name>",
  },
  {
    kind: "credentials",
    pattern:
      /(?<name>(?:[?&]|, ?)(?:sig|signature|x-(?:amz|goog)-(?:signature|credential|security-token)|key|code|hmac|auth|st|assertion|ticket|awsaccesskeyid)=)[\w%+/=~.:-]{12,2000}/gi,
    replacement: "$<name>",
  },
  {
    kind: "credentials",
    pattern:
      /(?<quote>["'`])(?<name>)[^"'`\r\n\\]{3,500}(?=\k<quote>\)?\s{0,3}[!=]==?\s{0,3}[\w.$]{0,40}(?:passw(?:or)?d|secret|api_?key|private_?key)\w{0,20}\b)/gi,
    replacement: "$<quote>",
  },
  {
    kind: "credentials",
    // Nodes of blockchains are paid for by who knows the address.
    pattern:
      /(?<name>\b(?:infura\.io|alchemy(?:api\.io|\.com)|quiknode\.pro|(?:chainstack|ankr|blastapi|getblock)\.\w{2,4})\/(?:(?:v\d|ws|rpc|\w{1,20})\/){0,2})[\w-]{24,80}(?![\w-])/gi,
    replacement: "$<name>",
  },
  {
    kind: "credentials",
    // SQL and PowerShell have no sign that assigns.
    pattern:
      /(?<name>\b(?:identified\s{1,3}by(?:\s{1,3}password)?(?=\s{0,3}\\{0,2}["'`])|(?-i:IDENTIFIED\s{1,3}BY(?:\s{1,3}PASSWORD)?)|convertto-securestring(?: -string)?|password\s{1,3}for\s{1,3}\S{1,60}:)\s{0,3}\\{0,2}["'`]?)(?![$<[-])[^\s"'`;]{3,200}/gi,
    replacement: "$<name>",
  },
  ...told,
  {
    kind: "credentials",
    pattern: assignment,
    replacement: "$<name>$<operator>$<quote>",
    confirms: (match, { text, index, groups }) =>
      isSecretAssignment(
        {
          name: groups["name"] ?? "",
          rest: groups["rest"] ?? "",
          operator: groups["operator"] ?? "",
          ...definedOnly(groups),
        },
        text.slice(index + match.length, index + match.length + 20),
      ),
  },
  ...lists,
  {
    kind: "credentials",
    // What `kubectl get secret` prints.
    pattern:
      /(?<name>^[ \t]{1,8}[\w.-]{1,80}:[ \t]{0,8}(?:[|>][-+]?\s{1,20})?["']?)(?=[a-z]{0,200}[A-Z\d=+/])[A-Za-z0-9+/]{10,}={0,3}(?=["']?[ \t]{0,8}$)/gm,
    replacement: "$<name>",
    confirms: (_, { text, index }) =>
      /\bkind:[ \t]{0,8}["']?secret\b/i.test(text.slice(Math.max(0, index - 1000), index + 1000)),
  },
  { kind: "credentials", pattern: candidate, confirms: isToldSecret },
  {
    kind: "high-entropy",
    pattern: /(?<![\w+/=.~%-])(?<value>[A-Za-z0-9+/_-]{20,200}={0,2})(?![\w+/.%-])/g,
    confirms: (match, around) => isMixed(match) && standsForSecret(around, match.length),
  },
];

function definedOnly({ password, token, quoted, bare }: Around["groups"]) {
  return {
    ...(password === undefined ? {} : { password }),
    ...(token === undefined ? {} : { token }),
    ...(quoted === undefined ? {} : { quoted }),
    ...(bare === undefined ? {} : { bare }),
  };
}

const benign =
  /(?:integrity|hash|sum|digest|sha\d{0,3}|md5|etag|fingerprint|checksum|nonce|id|ref|version|url|path|file|import|from|resolved|content|mappings|data|base64|map)["'`\\]{0,2}\s{0,3}[:=,(]?\s{0,3}["'`\\]{0,2}$|(?:sha\d{1,3}[-:]|h1:|base64,|buildid[= ])$/i;
const telling =
  /\b\w{0,30}(?:secret|token|password|passwd|credential|api[ _-]?key|access[ _-]?key|private[ _-]?key|auth)\w{0,10}\b/i;

/** A random value by itself may be anything: it is a secret in quotes that nothing explains, or in a line that speaks of secrets. */
function standsForSecret({ text, index }: Around, length: number): boolean {
  const before = text.slice(Math.max(0, index - 80), index);
  const line = before.slice(before.lastIndexOf("\n") + 1);
  if (benign.test(line)) return false;
  const quote = line.at(-1) ?? "";
  const end = text[index + length];
  return (/["'`]/.test(quote) && end === quote) || (line.endsWith(">{") && end === "}") || telling.test(line);
}
