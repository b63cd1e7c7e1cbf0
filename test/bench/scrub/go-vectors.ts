import { partIn, type Sample, texts } from "./corpora.ts";

type Token = { readonly kind: "text" | "word" | "sign"; readonly text: string };

/** What the detectors of trufflehog are tested with: `input` and `want` of its tables of tests. */
export function trufflehogSamples(root: string): readonly Sample[] {
  return texts(root, "pkg/detectors/**/*_test.go")
    .filter(([file]) => !file.includes("integration"))
    .flatMap(([file, source]) => samplesOf(file.split("/").slice(2, -1).join("/"), tokensOf(source)));
}

function samplesOf(kind: string, tokens: readonly Token[]): readonly Sample[] {
  const known = new Map<string, string>();
  const samples: Sample[] = [];
  let input: string | undefined;
  tokens.forEach(({ kind: is, text }, at) => {
    if (is !== "word") return;
    const next = tokens[at + 1]?.text;
    if (next === "=" || next === ":=") {
      const value = expression(tokens, at + 2, known)?.value;
      if (value !== undefined && !known.has(text)) known.set(text, value);
    }
    if (text === "input" && next === ":") input = expression(tokens, at + 2, known)?.value;
    if (text === "want" && next === ":" && input !== undefined) {
      for (const wanted of listed(tokens, at + 2, known)) {
        const secret = partIn(input, wanted);
        if (secret !== undefined) samples.push({ kind, text: input, secret });
      }
      input = undefined;
    }
  });
  return samples;
}

/** `[]string{a, b}`. */
function listed(tokens: readonly Token[], from: number, known: ReadonlyMap<string, string>): readonly string[] {
  if (
    tokens
      .slice(from, from + 4)
      .map(({ text }) => text)
      .join("") !== "[]string{"
  )
    return [];
  const found: string[] = [];
  for (let at = from + 4; tokens[at] !== undefined && tokens[at]?.text !== "}";) {
    const one = expression(tokens, at, known);
    if (one === undefined) return found;
    found.push(one.value);
    at = one.next + (tokens[one.next]?.text === "," ? 1 : 0);
  }
  return found;
}

interface Value {
  readonly value: string;
  readonly next: number;
}

/** Texts, names, `+`, `fmt.Sprintf` and `strings.Repeat`. */
function expression(tokens: readonly Token[], from: number, known: ReadonlyMap<string, string>): Value | undefined {
  const left = term(tokens, from, known);
  if (left === undefined || tokens[left.next]?.text !== "+") return left;
  const right = expression(tokens, left.next + 1, known);
  return right && { value: left.value + right.value, next: right.next };
}

function term(tokens: readonly Token[], at: number, known: ReadonlyMap<string, string>): Value | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (token.kind === "text") return { value: token.text, next: at + 1 };
  if (tokens[at + 1]?.text === "(" && /^(?:fmt\.Sprintf|strings\.Repeat)$/.test(token.text)) {
    const values: string[] = [];
    let next = at + 2;
    while (tokens[next]?.text !== ")") {
      const one = expression(tokens, next, known);
      if (one === undefined) return undefined;
      values.push(one.value);
      next = one.next + (tokens[one.next]?.text === "," ? 1 : 0);
    }
    const [first = "", ...rest] = values;
    if (token.text === "strings.Repeat") return { value: first.repeat(Number(rest[0])), next: next + 1 };
    return { value: first.replaceAll(/%[sqvd]/g, () => rest.shift() ?? ""), next: next + 1 };
  }
  if (/^\d+$/.test(token.text)) return { value: token.text, next: at + 1 };
  const value = known.get(token.text);
  return value === undefined ? undefined : { value, next: at + 1 };
}

function tokensOf(source: string): readonly Token[] {
  const found = source.matchAll(
    /\/\/[^\n]*|\/\*[^]*?\*\/|`(?<raw>[^`]*)`|(?<quoted>"(?:[^"\\\n]|\\.)*")|(?<word>[\w.]+)|(?<sign>:=|[^\s\w])/g,
  );
  return [...found].flatMap(({ groups: { raw, quoted, word, sign } = {} }): readonly Token[] => {
    if (raw !== undefined) return [{ kind: "text", text: raw }];
    if (quoted !== undefined) return [{ kind: "text", text: unquoted(quoted) }];
    if (word !== undefined) return [{ kind: "word", text: word }];
    return sign === undefined ? [] : [{ kind: "sign", text: sign }];
  });
}

function unquoted(text: string): string {
  const json = text
    .replaceAll(/\\x(\w\w)/g, String.raw`\u00$1`)
    .replaceAll("\\'", "'")
    .replaceAll("\\a", "");
  return JSON.parse(json) as string;
}
