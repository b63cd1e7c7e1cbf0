import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";

import { foundCompany, type Company, type Setting } from "../releases/company.ts";
import { approved, release } from "../releases/drivers.ts";
import { findOpenBao, type OpenBao, signingPolicy, startOpenBao } from "./openbao.ts";

const program = findOpenBao();
const line = ["start", "--version=1.1.0", "--from=develop", "--to=main"];
const back = ["rollback", "v1.1.0", "--reason=orders fail"];

const run = (company: Company, words: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  release(company, words, { env }).ended;

(program === undefined ? describe.skip : describe)("a company whose key is in a Vault", () => {
  let bao: OpenBao;
  beforeAll(async () => {
    bao = await startOpenBao(program ?? "");
  }, 60_000);
  afterAll(async () => bao.stop());
  const settings = (address = bao.address): readonly Setting[] => [
    [["audit", "sign"], "vault"],
    [["audit", "vault"], { address, key: "release-audit" }],
  ];

  it("ends a release while the Vault is sealed, signs for it later, and goes on after a rotation", async () => {
    const company = await foundCompany({ settings: settings() });
    const env = { VAULT_TOKEN: await bao.tokenFor(signingPolicy) };
    await bao.seal();
    const ended = await approved(company, () => run(company, line, env));
    await bao.unseal();
    expect(ended).toMatchObject({ code: 0, output: expect.stringContaining("The audit log is not signed this time:") });
    expect(ended.output).toContain("(503): Vault is sealed");
    expect(ended.output).not.toContain(env.VAULT_TOKEN);

    const printed = await run(company, ["audit", "key"], env);
    expect(printed.output).toMatch(/^\S+\/release-audit\+[0-9a-f]{8}\+A\S{43}\n$/);
    const old = printed.output.trim();
    const signed = await run(company, ["audit", "sign"], env);
    expect(signed).toMatchObject({ code: 0, output: expect.stringContaining("1 entries, for the first time v1.1.0") });
    expect(await run(company, ["audit", "verify", `--key=${old}`])).toMatchObject({
      code: 0,
      output: expect.stringContaining("docs/audit/checkpoint vouches for 1 entries"),
    });
    expect(await company.api("sarah", "GET", "releases/tags/v1.1.0")).toMatchObject({
      assets: expect.arrayContaining([
        expect.objectContaining({ name: "release-audit-v1.1.0.checkpoint" }),
        expect.objectContaining({ name: "release-audit-v1.1.0.intoto.json" }),
      ]),
    });
    const tip = async () => company.git("sarah", company.home, "ls-remote", "origin", "refs/heads/release-journal");
    const before = await tip();
    expect((await run(company, ["audit", "sign"], env)).output).toContain("1 entries, nothing was missing");
    expect(await tip()).toBe(before);

    await bao.ask("POST", "transit/keys/release-audit/rotate");
    const rolledBack = await run(company, back, env);
    expect(rolledBack.code).toBe(4);
    expect(rolledBack.output).not.toContain("not signed");
    const keys = (await run(company, ["audit", "key"], env)).output.trim().split("\n");
    expect(keys[0]).toBe(old);
    expect(await run(company, ["audit", "verify", `--key=${old}`])).toMatchObject({ code: 5 });
    expect(await run(company, ["audit", "verify", ...keys.map((key) => `--key=${key}`)])).toMatchObject({
      code: 0,
      output: expect.stringContaining("docs/audit/checkpoint vouches for 2 entries"),
    });
  }, 300_000);

  it("asks no Vault that a source branch names and the branch that is released to does not", async () => {
    let asked = 0;
    const theirs = createServer((_, response) => {
      asked += 1;
      response.end();
    });
    await new Promise<void>((resolve) => void theirs.listen(0, "127.0.0.1", resolve));
    const address = `http://127.0.0.1:${(theirs.address() as AddressInfo).port}`;
    const company = await foundCompany({ settings: [...settings(address), [["gates", "unit", "command"], "exit 1"]] });
    const ended = await run(company, line, { VAULT_TOKEN: await bao.tokenFor(signingPolicy) });
    theirs.close();
    expect(ended).toMatchObject({
      code: 5,
      output: expect.stringContaining("not signed this time: audit.sign is vault, and main does not say so yet"),
    });
    expect(asked).toBe(0);
  }, 120_000);

  it("does not sign a log that was changed", async () => {
    const company = await foundCompany({ settings: settings() });
    const env = { VAULT_TOKEN: await bao.tokenFor(signingPolicy) };
    await approved(company, () => run(company, line, env));
    const { git, home } = company;
    await git("sarah", home, "fetch", "--quiet", "origin", "release-journal");
    const log = await git("sarah", home, "show", "FETCH_HEAD:docs/audit/releases.log");
    await company.push("release-journal", "a change", {
      "docs/audit/releases.log": log.replace(/"initiator":"[^"]+"/, '"initiator":"aisha"'),
    });
    expect(await run(company, ["audit", "sign"], env)).toMatchObject({
      code: 2,
      output: expect.stringContaining("says another initiator of v1.1.0 than its facts do"),
    });
  }, 120_000);
});
