import { generateKeyPairSync, sign } from "node:crypto";
import { createServer, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";

import { checkpointProblems, parseVerifier, signCheckpoint, verifierText } from "#audit";
import { realClock } from "#http";
import { auditSignerOf } from "#stages";

import { jobOf, tokens } from "./job.ts";
import { findOpenBao, type OpenBao, signingPolicy, startOpenBao } from "./openbao.ts";

const program = findOpenBao();
const log = '{"seq":1}\n{"seq":2}\n';
const from = "docs/audit/checkpoint";

interface Given {
  readonly vault?: object;
  readonly env?: Readonly<Record<string, string>>;
}

/** A signer as a release makes it; nothing in these tests waits for a second try. */
function signer(address: string | undefined, { vault = {}, env = {} }: Given) {
  const settings = { mount: "transit", key: "release-audit", ...(address === undefined ? {} : { address }), ...vault };
  const clock = { now: () => realClock.now(), sleep: () => Promise.resolve() };
  const signal = new AbortController().signal;
  return auditSignerOf(
    { sign: "vault", vault: settings },
    { webUrl: "https://github.com/org/shop", env, fetch, clock, signal },
  );
}

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

(program === undefined ? describe.skip : describe)("a key in the transit engine of a real OpenBao", () => {
  let bao: OpenBao;
  let token: string;
  beforeAll(async () => {
    bao = await startOpenBao(program ?? "");
    token = await bao.tokenFor(signingPolicy);
  }, 60_000);
  afterAll(async () => bao.stop());
  const env = (): Record<string, string> => ({ VAULT_TOKEN: token });
  const fault = async (given: Given) => {
    const thrown: unknown = await signer(bao.address, { env: env(), ...given }).catch((error: unknown) => error);
    return thrown;
  };

  it("signs a checkpoint that its public key verifies, with the rights that are documented and no more", async () => {
    const vault = await signer(bao.address, { env: env() });
    const checkpoint = await signCheckpoint(log, vault);
    const verifiers = [parseVerifier(verifierText(vault))];
    expect(checkpointProblems(Buffer.from(log), [{ from, checkpoint }], verifiers)).toEqual([]);
    expect(checkpointProblems(Buffer.from(`x${log}`), [{ from, checkpoint }], verifiers)).toHaveLength(1);
  });

  it("is found by the variables of Vault's own command", async () => {
    const vault = await signer(undefined, { env: { ...env(), VAULT_ADDR: bao.address } });
    expect(vault.versions).toHaveLength(1);
  });

  it("signs with the newest version after a rotation, and knows those before; one that signs already goes on", async () => {
    await bao.ask("POST", "transit/keys/turned", { type: "ed25519" });
    const vault = { key: "turned" };
    const rooted = { vault, env: { VAULT_TOKEN: bao.rootToken } };
    const old = await signer(bao.address, rooted);
    const checkpoint = await signCheckpoint(log, old);
    for (let turns = 0; turns < 10; turns += 1) await bao.ask("POST", "transit/keys/turned/rotate");
    const now = await signer(bao.address, rooted);

    expect(verifierText(now)).not.toBe(verifierText(old));
    expect(now.versions).toHaveLength(11);
    expect(now.versions.map(verifierText).at(0)).toBe(verifierText(old));
    expect(now.versions.map(verifierText).at(-1)).toBe(verifierText(now));
    expect(checkpointProblems(Buffer.from(log), [{ from, checkpoint }], now.versions)).toEqual([]);
    expect(await signCheckpoint(log, old)).toBe(checkpoint);
    expect(checkpointProblems(Buffer.from(log), [{ from, checkpoint: await signCheckpoint(log, now) }], [now])).toEqual(
      [],
    );
  });

  it.each<[string, Given, string, string]>([
    [
      "a token that is over",
      { env: { VAULT_TOKEN: "s.gone" } },
      "permission",
      "refuses to read transit/keys/release-audit",
    ],
    ["a key that is not there", { vault: { key: "nope" } }, "permission", "refuses to read transit/keys/nope"],
    ["no token", { env: {} }, "config", "VAULT_TOKEN is not set"],
  ])("says what is wrong with %s", async (_, given, code, message) => {
    expect(await fault(given)).toMatchObject({ code, message: expect.stringContaining(message) });
  });

  it.each<[string, object, string, string]>([
    ["a key that is not there", { key: "nope" }, "config", "has no transit/keys/nope"],
    [
      "an engine that is not there",
      { mount: "elsewhere" },
      "config",
      "has no elsewhere/keys/release-audit: no handler",
    ],
    ["another namespace", { namespace: "team" }, "config", "in the namespace team"],
  ])("says to somebody who may read all what is wrong with %s", async (_, vault, code, message) => {
    const found = await fault({ vault, env: { VAULT_TOKEN: bao.rootToken } });
    expect(found).toMatchObject({ code, message: expect.stringContaining(message) });
  });

  it.each<[string, object, string]>([
    ["RSA", { type: "rsa-2048" }, "is rsa-2048, and not ed25519"],
    ["AES", { type: "aes256-gcm96" }, "is aes256-gcm96, and not ed25519"],
    ["derived", { type: "ed25519", derived: true }, "is derived"],
  ])("does not take a key that is %s", async (name, kind, message) => {
    await bao.ask("POST", `transit/keys/${name}`, kind);
    const found = await fault({ vault: { key: name }, env: { VAULT_TOKEN: bao.rootToken } });
    expect(found).toMatchObject({ code: "config", message: expect.stringContaining(message) });
  });

  it("says which right is missing when the key may be read and not be used", async () => {
    const reader = await bao.tokenFor('path "transit/keys/*" { capabilities = ["read"] }');
    const vault = await signer(bao.address, { env: { VAULT_TOKEN: reader } });
    await expect(signCheckpoint(log, vault)).rejects.toMatchObject({
      code: "permission",
      hint: expect.stringContaining('path "transit/sign/release-audit" { capabilities = ["update"] }'),
    });
  });

  it("says that it is sealed, and signs again when it is not", async () => {
    await bao.seal();
    const found = await fault({});
    await bao.unseal();
    expect(found).toMatchObject({ code: "remote", message: expect.stringContaining("(503): Vault is sealed") });
    expect(await signCheckpoint(log, await signer(bao.address, { env: env() }))).toContain("\n2\n");
  });

  describe("a job of GitHub, by its OIDC token", () => {
    const pair = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const jwt = { role: "release-audit", mount: "jwt" };
    beforeAll(async () => {
      await bao.ask("POST", "sys/auth/jwt", { type: "jwt" });
      await bao.ask("POST", "auth/jwt/config", {
        jwt_validation_pubkeys: [pair.publicKey.export({ format: "pem", type: "spki" })],
        bound_issuer: "https://token.actions.githubusercontent.com",
      });
      await bao.ask("PUT", "sys/policies/acl/release-audit", { policy: signingPolicy });
      await bao.ask("POST", "auth/jwt/role/release-audit", {
        role_type: "jwt",
        user_claim: "repository",
        bound_audiences: [bao.address],
        bound_claims_type: "glob",
        bound_claims: { repository: "org/shop", job_workflow_ref: "org/release/.github/workflows/*@refs/tags/v1" },
        token_policies: ["release-audit"],
        token_ttl: "5m",
      });
    });
    const job = async (claims: object) => jobOf(await serve(tokens(claims, pair.privateKey)));
    const ours = {
      repository: "org/shop",
      job_workflow_ref: "org/release/.github/workflows/production.yml@refs/tags/v1",
    };

    it("signs with no secret at all", async () => {
      const vault = await signer(bao.address, { vault: { jwt }, env: await job(ours) });
      expect(await signCheckpoint(log, vault)).toContain("\n2\n");
    });

    it.each<[string, object, object]>([
      [
        "a workflow that is not ours",
        jwt,
        { ...ours, job_workflow_ref: "org/shop/.github/workflows/evil.yml@refs/heads/x" },
      ],
      ["another repository", jwt, { ...ours, repository: "org/other" }],
      ["a token for somebody else", { ...jwt, audience: "https://elsewhere.example" }, ours],
      ["a role that is not there", { ...jwt, role: "nobody" }, ours],
      ["a login that is not there", { ...jwt, mount: "github" }, ours],
    ])("is not let in with %s", async (_, settings, claims) => {
      const found = await fault({ vault: { jwt: settings }, env: await job(claims) });
      expect(found).toMatchObject({ code: "permission", message: expect.stringContaining("lets nobody in as") });
    });

    it("says what a job without the permission lacks", async () => {
      const found = await fault({ vault: { jwt }, env: { GITHUB_ACTIONS: "true" } });
      expect(found).toMatchObject({ code: "config", hint: expect.stringContaining("id-token: write") });
    });

    it("says that GitHub gives no token", async () => {
      const given = { ...(await job(ours)), ACTIONS_ID_TOKEN_REQUEST_TOKEN: "of-somebody" };
      const found = await fault({ vault: { jwt }, env: given });
      expect(found).toMatchObject({ code: "remote", message: expect.stringContaining("no OIDC token (401)") });
    });
  });
});

const ed25519 = (pair = generateKeyPairSync("ed25519")) => ({
  ...pair,
  raw: pair.publicKey.export({ format: "der", type: "spki" }).subarray(-32).toString("base64"),
});

describe("a Vault on a bad day", () => {
  const key = ed25519();
  const described = JSON.stringify({
    data: {
      type: "ed25519",
      latest_version: 2,
      keys: { 2: { public_key: key.raw }, 1: { public_key: ed25519().raw } },
    },
  });
  const env = { VAULT_TOKEN: "s.token" };
  const answering = (signature: string | undefined) =>
    serve(({ url = "" }, response) => {
      if (signature !== undefined && url.includes("/sign/")) response.end(JSON.stringify({ data: { signature } }));
      else response.end(described);
    });

  it.each<[string, (response: ServerResponse) => void, string, string]>([
    ["nobody is there", (response) => response.destroy(), "remote", "Cannot reach 127.0.0.1:"],
    ["the answer stops in the middle", cutOff, "remote", "Cannot reach 127.0.0.1:"],
    ["another server answers", (response) => response.end("<html>"), "remote", "with something else than a Vault does"],
    ["no data is in the answer", (response) => response.end("{}"), "remote", "with something else than a Vault does"],
    ["it is asked too often", (response) => response.writeHead(429).end("{}"), "remote", "too many requests"],
    ["it sends us elsewhere", elsewhere, "remote", "which is not followed"],
  ])("says that %s", async (_, answer, code, message) => {
    const thrown: unknown = await signer(await serve((_request, response) => answer(response)), { env }).catch(
      (error: unknown) => error,
    );
    expect(thrown).toMatchObject({ code, message: expect.stringContaining(message) });
    expect(`${String(thrown)} ${JSON.stringify(thrown)}`).not.toContain("s.token");
  });

  it.each<[string, (bytes: Buffer) => Buffer, string]>([
    ["of other bytes", (bytes) => sign(null, Buffer.concat([bytes, bytes]), key.privateKey), "v2"],
    ["by another key", (bytes) => sign(null, bytes, ed25519().privateKey), "v2"],
    ["of another version", (bytes) => sign(null, bytes, key.privateKey), "v1"],
    ["that is cut off", (bytes) => sign(null, bytes, key.privateKey).subarray(0, 40), "v2"],
  ])("lets no signature out %s", async (_, answer, version) => {
    const text = Buffer.from("what is signed");
    const vault = await signer(await answering(`vault:${version}:${answer(text).toString("base64")}`), { env });
    await expect(vault.sign(text)).rejects.toMatchObject({ code: "remote" });
  });

  it("takes the one that is right", async () => {
    const text = Buffer.from("what is signed");
    const signature = sign(null, text, key.privateKey);
    const vault = await signer(await answering(`vault:v2:${signature.toString("base64")}`), { env });
    expect(await vault.sign(text)).toEqual(signature);
  });

  it.each([
    [{}, "is not known"],
    [{ VAULT_ADDR: "http://vault.example.com:8200" }, "of VAULT_ADDR is not an https one"],
  ])("does not send a token along with %j", async (given, message) => {
    await expect(signer(undefined, { env: { ...env, ...given } })).rejects.toMatchObject({
      code: "config",
      message: expect.stringContaining(message),
    });
  });
});

function cutOff(response: ServerResponse): void {
  response.writeHead(200, { "content-length": "100" });
  response.write("half", () => response.destroy());
}

function elsewhere(response: ServerResponse): void {
  response.writeHead(307, { location: "http://127.0.0.2:1/v1/transit/keys/release-audit" }).end();
}
