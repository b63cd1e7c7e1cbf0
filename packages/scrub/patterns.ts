import { isCardNumber } from "./cards.ts";

/** A shape that gives a secret away, whatever its value. Each pattern runs in linear time: bounded or disjoint repeats only. */
export interface SecretShape {
  readonly kind: string;
  readonly pattern: RegExp;
  /** What stands instead of the match; default is the placeholder alone. `$<…>` groups are kept around it. */
  readonly replacement?: string;
  /** A second look where the shape alone is too common. */
  readonly confirms?: (match: string) => boolean;
}

/** In the order in which they are tried: the more telling shape first. */
export const shapes: readonly SecretShape[] = [
  {
    kind: "private-key",
    pattern:
      /-----BEGIN (?:[A-Z0-9]{1,20} ){0,4}PRIVATE KEY(?: BLOCK)?-----(?:[^-]|-(?!----)){0,20000}-----END (?:[A-Z0-9]{1,20} ){0,4}PRIVATE KEY(?: BLOCK)?-----/g,
  },
  {
    kind: "private-key",
    // Cut off before its end: every following line that begins like base64.
    pattern:
      /-----BEGIN (?:[A-Z0-9]{1,20} ){0,4}PRIVATE KEY(?: BLOCK)?-----(?:(?:\r?\n|(?:\\r)?\\n)[ \t]{0,8}[A-Za-z0-9+/=]{1,200}){0,400}/g,
  },
  { kind: "github-token", pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_[A-Za-z0-9_]{20,255})/g },
  { kind: "gitlab-token", pattern: /\bglpat-[A-Za-z0-9_-]{20,255}/g },
  { kind: "npm-token", pattern: /\bnpm_[A-Za-z0-9]{36}\b/g },
  { kind: "slack-token", pattern: /\bxox[abeoprs]-[A-Za-z0-9-]{10,255}/g },
  { kind: "slack-webhook", pattern: /\bhttps:\/\/hooks\.slack\.com\/services\/[A-Za-z0-9/]{20,100}/g },
  { kind: "stripe-key", pattern: /\b[rs]k_(?:live|test)_[A-Za-z0-9]{16,255}/g },
  { kind: "google-key", pattern: /\bAIza[A-Za-z0-9_-]{35}/g },
  { kind: "aws-key", pattern: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g },
  {
    kind: "aws-secret",
    pattern:
      /(?<name>\baws_?(?:secret_?access_?key|session_?token|secret)["']?\s{0,5}[:=]\s{0,5}["']?)[A-Za-z0-9+/=]{40,2000}/gi,
    replacement: "$<name>",
  },
  { kind: "jwt", pattern: /\beyJ[A-Za-z0-9_-]{8,4000}\.[A-Za-z0-9_-]{8,8000}\.[A-Za-z0-9_-]{0,4000}/g },
  {
    kind: "credentials",
    pattern:
      /(?<name>\bauthorization["']?\s{0,3}[:=]\s{0,3}["']?(?:[a-z]{1,20}\s{1,3})?)(?!\[REDACTED)[a-z0-9._~+/-]{4,4000}={0,2}/gi,
    replacement: "$<name>",
  },
  {
    kind: "credentials",
    // Without its header, "basic authentication" is prose: a token has a digit, a capital or a sign in it.
    pattern:
      /(?<scheme>\b(?:[Bb]earer|BEARER|[Bb]asic|BASIC)\s{1,3})(?=[a-z]{0,200}[0-9A-Z._~+/])[A-Za-z0-9._~+/-]{12,4000}={0,2}/g,
    replacement: "$<scheme>",
  },
  {
    kind: "credentials",
    pattern: /(?<scheme>\b[a-z][a-z0-9+.-]{1,20}:\/\/)[^\s/?#"'<>@[\]]{1,500}(?=@)/gi,
    replacement: "$<scheme>",
  },
  {
    kind: "credentials",
    // Only names that are nothing but secrets, with a value that is not a word or a placeholder.
    pattern:
      /(?<name>\b(?:[a-z0-9]{1,30}[_-]){0,4}(?:password|passwd|secret|api[_-]?key|access[_-]?token|auth[_-]?token|client[_-]?secret|private[_-]?key)["']?\s{0,3}[=:]\s{0,3}["']?)(?!\[REDACTED)(?=[^\s"'&;,]{0,200}\d)[^\s"'&;,{}()[\]<>$]{8,500}/gi,
    replacement: "$<name>",
  },
  {
    kind: "email",
    pattern:
      /(?<![A-Za-z0-9._%+@/-])[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@(?:[A-Za-z0-9][A-Za-z0-9-]{0,62}\.){1,8}[A-Za-z]{2,24}(?![A-Za-z0-9:/])/g,
  },
  { kind: "card", pattern: /(?<![\w.-])\d(?:[ -]?\d){12,18}(?![\w-]|\.\d)/g, confirms: isCardNumber },
];
