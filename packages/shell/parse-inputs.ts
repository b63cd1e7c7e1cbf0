import { ReleaseFault } from "#faults";

/** For each field: the input's name as the user writes it, and what it has to be. A parser throws what is wrong, without the name. */
export type Shape<T> = { readonly [K in keyof T]: readonly [input: string, parse: (raw: string) => T[K]] };

/** The inputs as one frozen object; every mistake is in one fault. */
export function parseInputs<T extends object>(read: (input: string) => string, shape: Shape<T>): Readonly<T> {
  const problems: string[] = [];
  const values: Partial<T> = {};
  for (const field of fieldsOf(shape)) {
    const [input, parse] = shape[field];
    try {
      values[field] = parse(read(input).trim());
    } catch (thrown) {
      problems.push(`${input}: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
    }
  }
  if (problems.length > 0) {
    throw new ReleaseFault("input", problems.join("\n"), {
      hint: "Change them under `with:` of this step. Every input is described in the README of the action.",
    });
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every field of the shape was parsed
  return Object.freeze(values as T);
}

function fieldsOf<T extends object>(shape: Shape<T>): readonly (keyof T)[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a shape has the keys of its type and no others
  return Object.keys(shape) as (keyof T)[];
}

/** Some text; without it the step cannot run. */
export function text(raw: string): string {
  if (raw === "") throw new Error("is required");
  return raw;
}

/** An input that may be left out: `undefined` then. */
export function optional<T>(parse: (raw: string) => T): (raw: string) => T | undefined {
  return (raw) => (raw === "" ? undefined : parse(raw));
}

/** One of a few words. */
export function oneOf<const Word extends string>(...words: readonly Word[]): (raw: string) => Word {
  return (raw) => {
    const found = words.find((word) => word === raw);
    if (found === undefined) throw new Error(`must be one of ${words.join(", ")}; got "${raw}"`);
    return found;
  };
}

/** `true` or `false`, as YAML spells it; nothing is `false`. */
export function flag(raw: string): boolean {
  return raw !== "" && oneOf("true", "false")(raw) === "true";
}

/** The id of a release: `v2.5.0`, of a further attempt `v2.5.0_2`. */
export function releaseId(raw: string): string {
  if (!/^v?\d+\.\d+\.\d+[0-9A-Za-z._-]*$/.test(text(raw)))
    throw new Error(`must be the id of a release, like v2.5.0; got "${raw}"`);
  return raw.startsWith("v") ? raw : `v${raw}`;
}

/** An http or https address. */
export function webAddress(raw: string): string {
  if (!URL.canParse(raw) || !/^https?:$/.test(new URL(raw).protocol))
    throw new Error(`must be an address like https://shop.example; got "${raw}"`);
  return raw;
}

/** A JSON object whose values are texts; without any it is empty. */
export function textMap(raw: string): Readonly<Record<string, string>> {
  const parsed: unknown = raw === "" ? {} : jsonOf(raw);
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed))
    throw new Error(`must be a JSON object, like {"all": "9f86…"}; got "${raw.slice(0, 80)}"`);
  const entries = Object.entries(parsed).map(([name, value]): [string, string] => {
    if (typeof value !== "string") throw new Error(`${name} must be a text; got ${JSON.stringify(value)}`);
    return [name, value];
  });
  return Object.fromEntries(entries);
}

function jsonOf(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
}
