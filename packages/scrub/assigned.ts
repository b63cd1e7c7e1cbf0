import { issuers } from "./gitleaks.ts";
import { entropyOf, isMixed, isPhrase, looksDrawn, switches } from "./randomness.ts";
import { isReference } from "./reference.ts";

/** Whatever follows is a secret. */
const passwords =
  "p(?:a{1,2}s{1,3}(?:phrase|code)|[as]{1,4}w[ors]{0,4}d)s?\\b|pass(?:word|wd|phrase|code)|pwd|(?<![a-z])pw(?![a-z])(?=[ \\t]?[:=])|(?<![a-z])(?:(?-i:pass)(?=[ \\t]?[:=])|pass(?=[ \\t]?=|:\\S))|_pw\\b|[dp]b[_-]?pass|contrase[nñ]a|secret(?![_-]?(?:access[_-]?)?key)|cred(?:ential|s\\b)";
/** What follows is one, when it looks like it. */
const tokens =
  "token|(?:api|app(?:lication)?|auth|access|account|admin|bot|client|consumer|database|db|deploy|encryption|hmac|integration|key|license|master|priv(?:ate)?|recaptcha|secret|security|service|session|shared|signing|ssh|storage|subscription|user|webhook)[_. -]?(?:access[_-]?)?(?:key|pass(?!w)|signature|code)|(?:client|tenant|consumer)[_-]?id|bearer|_auth|\\bauth(?![a-z])|x-vault|\\bsid\\b|jwt|otp|csrf|reporter[_-]id|(?<![a-z])salt(?=\\d?[\"'\\\\]{0,5}\\s?[:=,])";

const names = `(?<password>${passwords})|(?<token>${tokens})|(?:${issuers}|cloudant|ibm|softlayer|sourcegraph)`;
const assigns = [
  String.raw`\\?["'],?\s{0,20}\\?["']?value\\?["']?\s{0,3}[:=]\s{0,3}`,
  String.raw`(?:\[\d{0,4}\]|: ?str(?:ing)?| string|\\{0,3}["'\`)\]]){0,3}[ \t]{0,40}(?::{0,3}={1,3}|[?+.!]={1,3}|=>|->|:|\|\||,(?=\s{0,40}\\?["'])|\((?=\\?["'])|%3D)[ \t]{0,40}(?:(?:@|[bfru]{1,2})(?=["']))?`,
  String.raw`(?<=--[\w-]{1,60}) (?![-])`,
  // Not of an element that ends.
  String.raw`(?<!</[\w.:-]{1,60})>\s{0,20}`,
  String.raw` (?:is|was) |(?:\\t|[ \t]){1,4}(?=\\?["'])| - (?=["'])`,
].join("|");
const value = String.raw`(?<quote>\\{0,3}["'\`])(?<quoted>(?:(?!\k<quote>)(?:\\[^\r\n]|[^\r\n\\])){1,2000})|(?<bare>(?:(?![&;,|]\s?[A-Za-z_][\w.-]{0,39}["']?[=:]|\\[nrt"'])[^\s"'\`<]|<(?![/!a-z])){3,8000})`;

/** A name, what assigns, and a value: in code, settings, headers, command lines and queries. */
export const assignment = new RegExp(
  `(?<name>(?:${names})(?<rest>[\\w.-]{0,30}?))(?<operator>${assigns})(?:${value})`,
  "gi",
);

/** Endings of names that are about a secret and are none. */
const about =
  /(?:file|path|dir|name|ur[il]|type|len(?:gth)?|count|size|limit|policy|ttl|age|at|in|field|input|label|hint|version|format|prefix|suffix|pattern|min|max|required|enabled?|strength|reset|manager|provider|store|i[sz](?:er|ation)|s?[_-]?used|usage|ref|address|method|status|state|changed|expir\w*|[_.-]?id|valid\w*|header|from|env|var|s)$|^\.(?!(?:secret|password|token|key)$)/i;

const word =
  /^(?:true|false|null|none|nil|undefined|required|optional|invalid|valid|missing|string|str|number|boolean|object|text|password|secret|token|hidden|empty|set|unset|not|is|and|or|the|a|an|must|should|has|ok|yes|no|failed|expired|wrong|incorrect|changed|updated|\*+|x+|\.+|-+|_+)[.,;:)\]}]*$/i;
const placeholder =
  /^(?:[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+[^\w]*$|%(?:env\()?[\w:]+\)?%|<[^>]*>$|\{\{|\{[\w.]*\}$|\[REDACTED)/;
const prose = /\b(?:must|should|is|are|was|be|required|invalid|cannot|please|enter|your|least|for|of|the|not|to)\b/i;

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

interface Found {
  readonly name: string;
  readonly rest: string;
  readonly operator: string;
  readonly password?: string;
  readonly token?: string;
  readonly quoted?: string;
  readonly bare?: string;
}

/** Whether what an assignment gives is a secret: by its name, its quotes and its own look. */
export function isSecretAssignment(given: Found, after: string): boolean {
  const found = asCalled(given);
  const { name, rest, quoted, bare = "", operator } = found;
  const text = quoted ?? bare;
  if (placeholder.test(text) || isReference(text) || word.test(text) || !/[\p{L}\p{N}]/u.test(text)) return false;
  const isAbout = rest !== "" && about.test(rest);
  if (found.password === undefined && found.token === undefined) return text.length >= 12 && looksDrawn(text);
  if (isAbout)
    return text.length >= 16 && !uuid.test(text) && looksDrawn(text) && (isMixed(text) || entropyOf(text) > 3.3);
  if (quoted !== undefined) return isQuotedSecret(text, found);
  // A number of a protocol, something that is made.
  if (/^(?:-?0x[\da-f]{1,8}|&[\w.]{1,60}\{.{0,60})[,;)]*$/i.test(text)) return false;
  // An option, a list, a remark.
  if (/^(?:\(|\[[\w-]+[\],])/.test(text)) return false;
  // A call, or a member of something.
  if (after.startsWith("(") || /^[A-Za-z_$][\w$]*(?:\??\.[A-Za-z_$][\w$]*|\[\w*\]|\(.*)+[;,)]*$/.test(text))
    return false;
  if (found.password === undefined)
    return (
      text.length >= 8 &&
      ((operator.endsWith("=") && /^[A-Z\d_]+$/.test(name) && /\d.*[a-z].*\d/.test(text)) ||
        isSigned(text) ||
        // Base64 may begin like a path.
        (text.length >= 20 && text.startsWith("/") && isMixed(text) && switches(text) >= 0.25) ||
        (looksDrawn(text) && !/[()]/.test(text)))
    );
  if (/=$|3D$|^ $/i.test(operator)) return !/^[\w$.]*\(/.test(text);
  const isWholeLine = /^[,;]?[ \t]*(?:\\[nr"]|["\r\n]|$)/.test(after);
  return (
    /\d|[^\w.,;:-]/.test(text) ||
    (/[a-z][A-Z]/.test(text) && !/^ [a-z]/.test(after)) ||
    (isWholeLine && /^["']?:/.test(operator) && text.length > 3)
  );
}

/** `userpass` is a password; `sumoToken` is a token and not only something of Sumo's. */
function asCalled(found: Found): Found {
  if (found.password === undefined && /pass$/i.test(found.token ?? "")) return { ...found, password: found.name };
  return found.password === undefined && found.token === undefined && /^[_-]?(?:token|key|secret)$/i.test(found.rest)
    ? { ...found, token: found.name, rest: "" }
    : found;
}

function isQuotedSecret(text: string, { password, token, operator }: Found): boolean {
  // The name of the next field.
  if (text === "value" && operator.includes(",")) return false;
  if (isPhrase(text)) return true;
  if ((/ /.test(text) && prose.test(text)) || /^[\^~]?v?\d+\.\d+\.\d+/.test(text)) return false;
  if (operator.trimStart().startsWith(","))
    return (/\d/.test(text) || (text.length >= 12 && switches(text) >= 0.2)) && !/ /.test(text) && text.length >= 6;
  return password === undefined
    ? (!/ /.test(text) || !/token|auth/i.test(token ?? "")) &&
        text.length >= 6 &&
        (/\d/.test(text) || text.length >= 14 || (text.length >= 10 && switches(text) >= 0.3))
    : text.length >= 3;
}

/** Words of programs have few of the signs that passwords are made of. */
function isSigned(text: string): boolean {
  return /^[^[({<$]/.test(text) && (text.match(/[!@#%^&*?~$[\]{}|]/g)?.length ?? 0) >= 4;
}
