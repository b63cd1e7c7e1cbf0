import { z } from "zod";

import { ReleaseFault } from "#faults";
import { createFetch, idempotentHeader, type HttpOptions } from "#http";

/** Who we are to a Vault: a token that is there, or a role that a signed statement about this process is exchanged for. */
export type VaultLogin =
  | { readonly token: string }
  | { readonly role: string; readonly mount: string; readonly jwt: () => Promise<string> };

/** Where a Vault is, and how it is asked. */
export interface VaultOptions {
  /** `https://vault.example.com:8200`. */
  readonly address: string;
  readonly namespace?: string;
  readonly login: VaultLogin;
  readonly fetch: HttpOptions["fetch"];
  readonly clock: HttpOptions["clock"];
  readonly signal: AbortSignal;
}

/** Asks a Vault, or an OpenBao. Every answer that is not the one asked for is a fault that says what to change there. */
export interface Vault {
  /** `right` is what a policy has to allow on the path. */
  readonly ask: <Data extends z.ZodType>(question: Question<Data>) => Promise<z.output<Data>>;
}

interface Question<Data extends z.ZodType> {
  readonly path: string;
  readonly right: "read" | "update";
  readonly body?: object;
  readonly data: Data;
}

/** A release that ends waits for it: seconds, not minutes. */
const patience = { timeoutMs: 5_000, retryDelaysMs: [500, 2_000], maxWaitMs: 5_000, maxResponseBytes: 1024 * 1024 };

/** Logs in, where that takes a login. */
export async function openVault(options: VaultOptions): Promise<Vault> {
  const { fetch: send, clock, login, signal, namespace } = options;
  const fetch = createFetch({ ...(send === undefined ? {} : { fetch: send }), clock, ...patience });
  const ask = async (path: string, headers: Readonly<Record<string, string>>, body?: object): Promise<Answer> => {
    const response = await fetch(new URL(`v1/${path}`, withSlash(options.address)), {
      method: body === undefined ? "GET" : "POST",
      headers: {
        ...headers,
        "x-vault-request": "true",
        ...(namespace === undefined ? {} : { "x-vault-namespace": namespace }),
        // A login and a signature may be asked for twice: nothing is there twice after it.
        ...(body === undefined ? {} : { "content-type": "application/json", [idempotentHeader]: "yes" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal,
    });
    return { status: response.status, text: await response.text() };
  };
  const token = "token" in login ? login.token : await loggedIn(login, options, ask);
  return {
    ask: async ({ path, right, body, data }) => {
      const answer = await ask(path, { "x-vault-token": token }, body);
      if (answer.status !== 200) throw refusal(answer, options, { path, right });
      return parsed({ answer: jsonIn(answer.text), inside: "data" }, data, options, path);
    },
  };
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

async function loggedIn(
  { role, mount, jwt }: Extract<VaultLogin, { readonly role: string }>,
  options: VaultOptions,
  ask: (path: string, headers: Readonly<Record<string, string>>, body: object) => Promise<Answer>,
): Promise<string> {
  const path = `auth/${mount}/login`;
  const answer = await ask(path, {}, { role, jwt: await jwt() });
  if (answer.status === 400 || answer.status === 403 || answer.status === 404) {
    throw new ReleaseFault("permission", `${hostOf(options)} lets nobody in as "${role}"${saidIn(answer)}`, {
      hint: `Compare audience, repository and workflow with: vault read auth/${mount}/role/${role}   (docs/audit.md).`,
    });
  }
  if (answer.status !== 200) throw refusal(answer, options, { path, right: "update" });
  return parsed({ answer: jsonIn(answer.text), inside: "auth" }, loginSchema, options, path).client_token;
}

const loginSchema = z.object({ client_token: z.string().min(1) });

/** What stands under a name of an answer. */
function parsed<Data extends z.ZodType>(
  { answer, inside }: { readonly answer: unknown; readonly inside: string },
  schema: Data,
  options: VaultOptions,
  path: string,
): z.output<Data> {
  const found = schema.safeParse(
    typeof answer === "object" && answer !== null ? Reflect.get(answer, inside) : undefined,
  );
  if (found.success) return found.data;
  throw new ReleaseFault("remote", `${hostOf(options)} answers ${path} with something else than a Vault does`, {
    hint: `Look at it: curl -I ${options.address}/v1/sys/health   and check audit.vault.address.`,
  });
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refusal(
  answer: Answer,
  options: VaultOptions,
  { path, right }: { readonly path: string; readonly right: string },
): ReleaseFault {
  const host = hostOf(options);
  const said = saidIn(answer);
  if (answer.status === 403) {
    return new ReleaseFault("permission", `${host} refuses to ${right} ${path}${said}`, {
      hint: `The token is over, or no policy of it has: path "${path}" { capabilities = ["${right}"] }`,
    });
  }
  if (answer.status === 404) {
    const where = options.namespace === undefined ? "" : ` in the namespace ${options.namespace}`;
    return new ReleaseFault("config", `${host} has no ${path}${where}${said}`, {
      hint: "Compare audit.vault.mount, key and namespace with: vault secrets list   and vault list <mount>/keys",
    });
  }
  if (answer.status >= 500) {
    return new ReleaseFault("remote", `${host} cannot answer ${path} now (${answer.status})${said}`, {
      hint: `Look at it: vault status -address=${options.address}   What is not signed now can be later: release audit sign`,
    });
  }
  return new ReleaseFault("config", `${host} refuses ${path} (${answer.status})${said}`, {
    hint: "Compare audit.vault with the mount and the key that are there (docs/audit.md).",
  });
}

const errorsSchema = z.object({ errors: z.array(z.string()) });

/** What Vault says of it itself, on one line. */
function saidIn({ text }: Answer): string {
  const errors = errorsSchema.safeParse(jsonIn(text)).data?.errors ?? [];
  const said = errors.join("; ").replaceAll(/\s+/g, " ").trim().slice(0, 200);
  return said === "" ? "" : `: ${said}`;
}

function hostOf({ address }: VaultOptions): string {
  return `Vault at ${new URL(address).host}`;
}

const withSlash = (address: string): string => (address.endsWith("/") ? address : `${address}/`);
