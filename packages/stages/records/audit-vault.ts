import { z } from "zod";

import type { VaultLogin, VaultOptions } from "#audit";
import { isVaultAddress, type VaultSettings } from "#config";
import { ReleaseFault } from "#faults";
import { createFetch } from "#http";

import { type SignerPlace, vaultTokenVariable } from "./audit-signer.ts";

/** How a Vault is reached: by the configuration, and where that is silent by the variables of Vault's own command. Throws a `config` fault. */
export function vaultOf(settings: VaultSettings, place: SignerPlace): VaultOptions {
  const { env, fetch, clock, signal } = place;
  const address = addressOf(settings, env);
  const namespace = settings.namespace ?? set(env["VAULT_NAMESPACE"]);
  return {
    address,
    ...(namespace === undefined ? {} : { namespace }),
    login: loginOf(settings, place, address),
    fetch,
    clock,
    signal,
  };
}

function addressOf({ address }: VaultSettings, env: SignerPlace["env"]): string {
  const found = address ?? set(env["VAULT_ADDR"]);
  if (found !== undefined && isVaultAddress(found)) return found;
  const what = found === undefined ? "is not known" : "of VAULT_ADDR is not an https one";
  throw new ReleaseFault("config", `The address of the Vault that signs ${what}`, {
    hint: "Write it into audit.vault.address, or: export VAULT_ADDR=https://vault.example.com:8200",
  });
}

/** A job of GitHub proves by itself what it is; everybody else brings a token. */
function loginOf({ jwt }: VaultSettings, place: SignerPlace, address: string): VaultLogin {
  const { env } = place;
  const request = { url: set(env["ACTIONS_ID_TOKEN_REQUEST_URL"]), token: set(env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"]) };
  if (jwt !== undefined && request.url !== undefined && request.token !== undefined) {
    const { url, token } = request;
    const audience = jwt.audience ?? address;
    return { role: jwt.role, mount: jwt.mount, jwt: () => idToken({ url, token, audience }, place) };
  }
  const token = set(env[vaultTokenVariable]);
  if (token !== undefined) return { token };
  const isJob = env["GITHUB_ACTIONS"] === "true";
  throw new ReleaseFault("config", `There is no token for the Vault that signs: ${vaultTokenVariable} is not set`, {
    hint: isJob
      ? "Name a role in audit.vault.jwt, and give the job the permission id-token: write (docs/audit.md)."
      : `export ${vaultTokenVariable}=$(vault print token)`,
  });
}

/** What GitHub says of this job, signed, for one audience. */
async function idToken(
  { url, token, audience }: { readonly url: string; readonly token: string; readonly audience: string },
  { fetch: send, clock, signal }: SignerPlace,
): Promise<string> {
  const address = new URL(url);
  address.searchParams.set("audience", audience);
  const fetch = createFetch({ fetch: send, clock, timeoutMs: 5_000, retryDelaysMs: [500, 2_000], maxWaitMs: 5_000 });
  const response = await fetch(address, { headers: { authorization: `Bearer ${token}` }, signal });
  const answer = answerSchema.safeParse(await response.json().catch(() => undefined));
  if (response.status === 200 && answer.success) return answer.data.value;
  throw new ReleaseFault("remote", `GitHub gives this job no OIDC token (${response.status})`, {
    hint: "Give the job the permission id-token: write; look at https://www.githubstatus.com when it has it.",
  });
}

const answerSchema = z.object({ value: z.string().min(1) });

function set(value: string | undefined): string | undefined {
  const text = value?.trim() ?? "";
  return text === "" ? undefined : text;
}
