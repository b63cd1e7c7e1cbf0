import type { Json } from "#machine";
import { CheckFailure } from "./check-failure.ts";
import type { Surroundings } from "./contract.ts";

export type Scalar = string | number | boolean;

/** What one list of steps carries from step to step: captured values and cookies. Retried lists begin with a new one. */
export class Session {
  readonly #env: Readonly<Record<string, string>>;
  readonly #captured = new Map<string, Scalar>();
  readonly #cookies = new Map<string, Map<string, string>>();
  readonly #unique: string;

  /** `unique`: what `{{unique}}` stands for, so that a path may register the same user twice a minute. */
  constructor(env: Readonly<Record<string, string>>, unique: string) {
    this.#env = env;
    this.#unique = unique;
  }

  /** Values that came from answers and must not be shown: tokens, cookies, identities. */
  get secrets(): readonly string[] {
    const cookies = [...this.#cookies.values()].flatMap((jar) => [...jar.values()]);
    return [...[...this.#captured.values()].map(String), ...cookies];
  }

  /** Replaces each `{{name}}`: a captured value, `unique`, or an environment variable, in this order. */
  fill(text: string): string {
    return text.replaceAll(/\{\{\s*([\w.-]+)\s*\}\}/g, (_, name: string) => String(this.#value(name)));
  }

  /** The same inside JSON; a text that is nothing but `{{name}}` takes the captured value with its type. */
  fillJson(json: Json): Json {
    if (typeof json === "string") {
      const name = /^\{\{\s*([\w.-]+)\s*\}\}$/.exec(json)?.[1];
      return name === undefined ? this.fill(json) : this.#value(name);
    }
    if (json === null || typeof json !== "object") return json;
    if (isList(json)) return json.map((item) => this.fillJson(item));
    return Object.fromEntries(
      Object.entries(json).map(([key, value]) => [key, value === undefined ? undefined : this.fillJson(value)]),
    );
  }

  /** Keeps a value that was found in an answer, for later steps. */
  keep(name: string, value: Scalar): void {
    this.#captured.set(name, value);
  }

  /** Whether a text names a value that an earlier answer gave. */
  usesCaptured(text: string): boolean {
    return [...text.matchAll(/\{\{\s*([\w.-]+)\s*\}\}/g)].some(([, name = ""]) => this.#captured.has(name));
  }

  /** Keeps the cookies of an answer, for its origin only. */
  keepCookies(url: URL, answer: Headers): void {
    const jar = this.#cookies.get(url.origin) ?? new Map<string, string>();
    this.#cookies.set(url.origin, jar);
    for (const line of answer.getSetCookie()) {
      const [pair = "", ...attributes] = line.split(";");
      const [name = "", ...rest] = pair.split("=");
      if (attributes.some(endsCookie)) jar.delete(name.trim());
      else jar.set(name.trim(), rest.join("=").trim());
    }
  }

  /** Value of the `cookie` header for an address; `undefined` when there is none. */
  cookieFor(url: URL): string | undefined {
    const jar = this.#cookies.get(url.origin);
    if (jar === undefined || jar.size === 0) return undefined;
    return [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  #value(name: string): Scalar {
    const captured = this.#captured.get(name);
    if (captured !== undefined) return captured;
    if (name === "unique") return this.#unique;
    if (Object.hasOwn(this.#env, name)) return this.#env[name] ?? "";
    const known = [...this.#captured.keys(), ...Object.keys(this.#env)].join(", ");
    throw new CheckFailure(
      `{{${name}}} is neither captured by an earlier step nor an environment variable of this environment (known: ${known || "none"})`,
      { transient: false },
    );
  }
}

/** A session of its own for a list of steps. */
export function newSession({ env, clock }: Pick<Surroundings, "env" | "clock">, suffix: string): Session {
  return new Session(env, `${Math.floor(clock.now()).toString(36)}${suffix}`);
}

function isList(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}

function endsCookie(attribute: string): boolean {
  const [name = "", value = ""] = attribute.split("=").map((part) => part.trim());
  if (name.toLowerCase() === "max-age") return Number(value) <= 0;
  return name.toLowerCase() === "expires" && Date.parse(value) <= Date.UTC(1971, 0, 1);
}
