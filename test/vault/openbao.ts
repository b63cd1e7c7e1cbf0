import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

import { freePort } from "#process";

const readyWithinMs = 30_000;
const script = fileURLToPath(new URL("../../scripts/install-openbao.sh", import.meta.url));
const rootToken = "root-of-the-test";

/** A real OpenBao on a random port of the loopback, in memory: it speaks Vault's API. */
export interface OpenBao {
  readonly address: string;
  readonly rootToken: string;
  /** The API as root; returns `data` of the answer, or `auth` where there is that. Anything but 2xx is thrown. */
  ask(method: "GET" | "POST" | "PUT", path: string, body?: object): Promise<Readonly<Record<string, unknown>>>;
  /** A token that may do what these lines of a policy say, and nothing else. */
  tokenFor(policy: string): Promise<string>;
  seal(): Promise<void>;
  unseal(): Promise<void>;
  stop(): Promise<void>;
}

/** The program, fetched if need be; `undefined`, and said so, where it cannot be had. */
export function findOpenBao(): string | undefined {
  const { status, stdout, stderr } = spawnSync("sh", [script], { encoding: "utf8", timeout: 300_000 });
  if (status === 0) return stdout.trim();
  process.stderr.write(`NOT TESTED against a real OpenBao. ${stderr}\n`);
  return undefined;
}

/** Starts one with a transit engine, and the Ed25519 key `release-audit` in it; or `empty`. */
export async function startOpenBao(program: string, content: "key" | "empty" = "key"): Promise<OpenBao> {
  const address = `http://127.0.0.1:${await freePort()}`;
  const flags = ["server", "-dev", "-dev-no-store-token", `-dev-root-token-id=${rootToken}`];
  const child = spawn(program, [...flags, `-dev-listen-address=${new URL(address).host}`], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  process.once("exit", () => child.kill("SIGKILL"));
  let told = "";
  let policies = 0;
  child.stdout.setEncoding("utf8").on("data", (text: string) => (told += text));
  const ask: OpenBao["ask"] = async (method, path, body) => {
    const response = await fetch(`${address}/v1/${path}`, {
      method,
      headers: { "x-vault-token": rootToken },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    const answer = (text === "" ? {} : JSON.parse(text)) as Record<string, Readonly<Record<string, unknown>> | null>;
    return answer["auth"] ?? answer["data"] ?? {};
  };
  const healthy = async () => (await fetch(`${address}/v1/sys/health`).catch(() => undefined))?.status === 200;
  for (let waitedMs = 0; !(await healthy()); waitedMs += 50) {
    if (child.exitCode !== null || waitedMs > readyWithinMs) throw new Error(`${program} was not ready: ${told}`);
    await pause(50);
  }
  if (content === "key") {
    await ask("POST", "sys/mounts/transit", { type: "transit" });
    await ask("POST", "transit/keys/release-audit", { type: "ed25519" });
  }
  return {
    address,
    rootToken,
    ask,
    tokenFor: async (policy) => {
      const name = `of-a-test-${(policies += 1)}`;
      await ask("PUT", `sys/policies/acl/${name}`, { policy });
      const { client_token: token } = await ask("POST", "auth/token/create", { policies: [name], ttl: "10m" });
      return String(token);
    },
    seal: async () => void (await ask("PUT", "sys/seal")),
    unseal: async () => void (await ask("PUT", "sys/unseal", { key: /Unseal Key: (\S+)/.exec(told)?.[1] })),
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}

/** What docs/audit.md asks a policy for, and no more. */
export const signingPolicy = `
path "transit/keys/release-audit" { capabilities = ["read"] }
path "transit/sign/release-audit" { capabilities = ["update"] }
`;
