import { knownValues } from "./known.ts";
import { addresses, personal } from "./personal.ts";
import { repeated } from "./repeated.ts";
import { type Around, type SecretShape, shapes } from "./shapes.ts";

/** Takes secrets and personal data out of what people and logs get to see. */
export interface Scrubber {
  /** The text with `[REDACTED:kind]` where a secret stood. Linear in its length; doing it twice changes nothing. */
  readonly text: (text: string) => string;
  /** The same of every string in a JSON value, keys included; its shape stays. */
  readonly value: <T>(json: T) => T;
  /**
   * The same of what somebody said in a record: strings of more than one word, and those that a reason, a message or the
   * like holds. Names, commits and states stay as they are, even where a secret is called like one of them.
   */
  readonly words: <T>(json: T) => T;
}

export interface ScrubberOptions {
  /** Values that are known to be secret. */
  readonly secrets: readonly string[];
  /** Whether addresses of machines are taken out too; default: they stay. */
  readonly ipAddresses?: boolean;
}

/** A scrubber for registered values (in plain, base64, hex, URL and JSON form) and for the shapes of secrets and personal data. */
export function createScrubber({ secrets, ipAddresses = false }: ScrubberOptions): Scrubber {
  const known = knownValues(secrets);
  const others = [...personal, ...(ipAddresses ? addresses : [])];
  const text = (raw: string) => {
    const safe = known === undefined ? raw : outside(raw, known, "[REDACTED:secret]");
    // No shape has less.
    if (safe.length < 6) return safe;
    const { add, hide } = repeated();
    const found = shapes.reduce((so, shape) => redact(so, shape, add), safe);
    return others.reduce((so, shape) => redact(so, shape), hide(found));
  };
  return {
    text,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- walk changes strings only, never the shape
    value: <T>(json: T): T => walk(json, text) as T,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same
    words: <T>(json: T): T => wordsIn(json, text) as T,
  };
}

/** Keys whose value is a secret whatever it looks like. */
const secretKey =
  /^(?:[a-z0-9]{1,30}[_-]?){0,3}(?:password|passwd|secret|api[_-]?key|access[_-]?token|authorization)$/i;

const placeholder = /\[REDACTED:[a-z0-9-]{1,40}\]/;

/** Replaces outside of placeholders only: a registered value such as "secret" must not eat them. */
function outside(text: string, pattern: RegExp, replacement: string): string {
  return text
    .split(new RegExp(`(${placeholder.source})`))
    .map((part, index) => (index % 2 === 1 ? part : part.replace(pattern, () => replacement)))
    .join("");
}

function redact(
  text: string,
  { kind, pattern, replacement = "", confirms }: SecretShape,
  tell: (hidden: string) => void = () => undefined,
): string {
  return text.replace(pattern, (match: string, ...rest: readonly (string | number | Groups | undefined)[]) => {
    const last = rest.at(-1);
    const groups = typeof last === "object" ? last : {};
    const index = rest.find((one) => typeof one === "number") ?? 0;
    if (confirms?.(match, { text, index, groups }) === false) return match;
    const kept = replacement.replaceAll(/\$<(\w+)>/g, (_, name: string) => groups[name] ?? "");
    tell(match.slice(kept.length));
    return `${kept}[REDACTED:${kind}]`;
  });
}

type Groups = Around["groups"];

function walk(json: unknown, text: (raw: string) => string): unknown {
  if (typeof json === "string") return text(json);
  if (Array.isArray(json)) return json.map((item) => walk(item, text));
  if (typeof json !== "object" || json === null) return json;
  return Object.fromEntries(
    Object.entries(json).map(([key, item]) => {
      const hidden = typeof item === "string" && item !== "" && secretKey.test(key);
      return [text(key), hidden ? "[REDACTED:credentials]" : walk(item, text)];
    }),
  );
}

/** Keys under which people and programs say something. */
const spoken = /^(?:reason|message|detail|hint|text|evidence|title|note|cause|output|error|failureReason)$/;

function wordsIn(json: unknown, text: (raw: string) => string, key = ""): unknown {
  if (typeof json === "string") return spoken.test(key) || /\s/.test(json) ? text(json) : json;
  if (Array.isArray(json)) return json.map((item) => wordsIn(item, text, key));
  if (typeof json !== "object" || json === null) return json;
  return Object.fromEntries(Object.entries(json).map(([name, item]) => [name, wordsIn(item, text, name)]));
}
