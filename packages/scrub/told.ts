import type { SecretShape } from "./shapes.ts";
import { entropyOf, isMixed, isPhrase } from "./randomness.ts";
import { isReference } from "./reference.ts";

const named = "pass(?:word|wd|phrase|code)?|pwd|secret|token|api[_-]?key|private[_-]?key|access[_-]?key|credentials?";
const nothing =
  /^(?:true|false|null|none|string|required|\*+|\.+|…|x+|%.*|<.*|\{\{?[\w.]*\}?\}|(?:your|the|my|a|an) .*)$/i;

/** Secrets that grammar tells: of a command line, of SQL, of an element, of a line that announces the next. */
export const told: readonly SecretShape[] = [
  {
    kind: "credentials",
    // The whole of what an element holds, whatever stands in it beside the secret.
    pattern: new RegExp(
      `(?<name><[\\w.:-]{0,40}(?<word>${named})[\\w.-]{0,20}(?:\\s[^<>\\r\\n]{0,80})?>\\s{0,20})(?<value>[^<>\\r\\n]{3,2000})(?=</)`,
      "gi",
    ),
    replacement: "$<name>",
    confirms: (_, { groups: { word = "", value = "" } }) => {
      if (nothing.test(value.trim()) || isReference(value.trim()) || value.includes("[REDACTED")) return false;
      return /^pass|pwd/i.test(word) ? !/ .* .* /.test(value) : /\d/.test(value) && /[^\s]{12}/.test(value);
    },
  },
  {
    kind: "credentials",
    // `-p` means many things: here it is what one logs in with.
    pattern:
      /(?<name>\b(?:(?:docker|podman|helm|oras|crane|skopeo|buildah|nerdctl|az acr|oc)(?: registry)? login|sshpass|mysql\w{0,6}|mariadb\w{0,8}|redis-cli|ldap\w{3,8}|plink|pscp|ssh|rabbitmqadmin|mongo\w{0,8})\b[^\r\n|;&]{0,200}?\s-(?:p|P|pw|a|w)(?: ?["']?))(?!\d{1,5}(?![^\s"'])|[-$<{./~])[^\s"'|;&]{4,200}/g,
    replacement: "$<name>",
    confirms: (match, { groups: { name = "" } }) =>
      name.startsWith("sshpass") ||
      (/ ["']?$/.test(name) || /^(?:mysql|mariadb|mongo)/.test(name)
        ? /\d|[^\w.-]|[a-z][A-Z]/.test(match.slice(name.length))
        : false),
  },
  {
    kind: "credentials",
    pattern:
      /(?<name>\bidentified\s{1,3}with\s{1,3}["'`]?\w{3,40}["'`]?\s{1,3}(?:by|as)\s{1,3}(?:password\s{1,3})?["'`])[^"'`\r\n]{3,200}|(?<sql>\b(?:create|alter)\s{1,3}(?:user|role|login)\b[^;\r\n]{0,120}?\bpassword\s{1,3}["'`]?)(?!(?:expire|never|policy|null)\b|[$<:])[^\s"'`;]{3,200}/gi,
    replacement: "$<name>$<sql>",
    confirms: () => true,
  },
  {
    kind: "credentials",
    // `convertto-securestring` with its switches in front.
    pattern: /(?<name>\bconvertto-securestring(?: -\w{2,12}){1,4} ["']?)(?![-$<])[^\s"']{3,200}/gi,
    replacement: "$<name>",
  },
  {
    kind: "credentials",
    // What stands in place of a variable that is not set.
    pattern:
      /(?<name>\b\w{0,30}(?:passw(?:or)?d|secret|token|api_?key)\w{0,10}\s{0,3}:?=\s{0,3}(?:[\w.]{1,40}\.)?(?:getenv|environ\.get|env|get)[([]["'][\w.-]{1,60}["'](?:,\s{0,3}|[)\]]\s{0,3}(?:or|\|\||\?\?)\s{0,3})["'])(?=[^"'\r\n]{0,200}\d)[^"'\r\n]{6,200}/gi,
    replacement: "$<name>",
  },
  {
    kind: "credentials",
    // Bundler calls the login of a server after its host, and npm puts it before the name.
    pattern:
      /(?<name>\bBUNDLE_[A-Z0-9_]{2,60}__[A-Z]{2,10}["']?\s?[:=]\s?["']?(?=[^\s"':]{3,80}:)|\/:_(?:authToken|auth|password)\s?=\s?["']?)(?![$<{%[])[^\s"']{6,400}/g,
    replacement: "$<name>",
  },
  {
    kind: "credentials",
    // Keys and salts of any name, drawn from all signs of a keyboard.
    pattern:
      /(?<name>(?:key|salt)\d?["']?\s{0,3}(?:[:=]|=>|,)\s{0,40}(?<open>["']))(?<value>(?:(?!\k<open>)[^\r\n\\]){20,500})(?=\k<open>)/gi,
    replacement: "$<name>",
    confirms: (_, { groups: { value = "" } }) => isPhrase(value),
  },
  {
    kind: "credentials",
    // A table that names its row, and the value beside it or in the next line.
    pattern: new RegExp(
      `(?<name>\\b(?:key|name)["']?(?:\\s{0,3}[:=]\\s{0,3}["']?|>)[\\w.-]{0,40}(?:${named}|\\bpass)(?:["']|</\\w{1,20}>)?,?\\s{0,40}["'<]?value["']?(?:\\s{0,3}[:=]\\s{0,3}["']?|>))(?<value>[^\\s"'<>]{3,500})`,
      "gi",
    ),
    replacement: "$<name>",
    confirms: (_, { groups: { name = "", value = "" } }) =>
      !nothing.test(value) &&
      !isReference(value) &&
      (/pass|pwd/i.test(name) || (/\d/.test(value) && value.length >= 8)),
  },
  {
    kind: "credentials",
    // Devices say who they are in the path.
    pattern: /(?<name>\/api\/v1\/)[A-Za-z0-9]{20}(?=\/(?:telemetry|attributes|rpc)\b)/g,
    replacement: "$<name>",
  },
  {
    kind: "credentials",
    // Alone in its line, below one that announces it.
    pattern: new RegExp(
      `(?<name>\\b(?:pass(?:word|phrase)?|secret|token|(?:access|api|private|license)[ _-]key)\\b[^\\r\\n]{0,50}(?:\\r?\\n[ \\t]{0,40}){1,2})(?<value>[A-Za-z0-9+/_.=:~-]{16,200})(?=[ \\t]{0,8}\\r?(?:\\n|$))`,
      "gi",
    ),
    replacement: "$<name>",
    confirms: (_, { groups: { value = "" } }) =>
      !/^(?:\/|\.|https?:|sha\d|[\w.-]+[/.][a-z]+$|-+|=+|[\d.:TZ-]+$|[A-Za-z]+(?:[-_.][A-Za-z]+)*:?$)/.test(value) &&
      (/\d.*\d/.test(value) || isMixed(value)) &&
      entropyOf(value) >= 3,
  },
];

const open = /^[A-Za-z0-9+/]+$/;
const wrapped =
  /PRIVATE KEY-----|"kty"\s*:|"private_key"|\bclient-key-data\b|\baws_secret_access_key\s*[:=]|"auths"\s*:/;

/** A key, or settings with one, may be wrapped in base64: what it begins with tells. */
export const encoded: readonly SecretShape[] = [
  {
    kind: "private-key",
    pattern:
      /(?<![\w+/-])(?:MII[A-Za-z0-9+/]{3,5}(?:BAA[JK]|IBADANBg)|(?:M[CE]|MI)[A-Za-z0-9+/]{4}CAQAw[A-Za-z0-9+/]{2}YHKoZI|TlRMTVNTU)[A-Za-z0-9+/\s]{0,8}(?:[A-Za-z0-9+/=]{10,20000}\s{0,40}){1,100}/g,
  },
  {
    kind: "private-key",
    // Programs that write it break it into lines.
    pattern:
      /(?<![\w+/=-])[A-Za-z0-9+/]{60,20000}(?:(?:\r?\n|\\n)[ \t]{0,20}[A-Za-z0-9+/]{60,100}){0,200}(?:(?:\r?\n|\\n)[ \t]{0,20}[A-Za-z0-9+/]{1,100}(?=={0,2}\s))?={0,2}(?![\w+/-])/g,
    confirms: (match, { text: whole, index }) => {
      if (!open.test(match.slice(0, 60)) || whole.slice(Math.max(0, index - 7), index) === "base64,") return false;
      const text = Buffer.from(match.replaceAll("\\n", ""), "base64").toString("latin1");
      return /^[\t\n\r -~]{30}/.test(text) && wrapped.test(text);
    },
  },
];
