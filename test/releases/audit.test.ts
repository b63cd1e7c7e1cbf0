import { execFileSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";

import { expect, it } from "@jest/globals";

import { attestationProgram, buildVerifier, findPython } from "../audit/tools.ts";
import { signedIn } from "../support/signed-in.ts";
import { foundCompany, type Company, type Setting } from "./company.ts";
import { approved, release } from "./drivers.ts";

const signing: readonly Setting[] = [[["audit", "sign"], "key"]];
const newKey = () => generateKeyPairSync("ed25519").privateKey.export({ format: "pem", type: "pkcs8" }).toString();
const line = ["start", "--version=1.1.0", "--from=develop", "--to=main"];
const whole = "The audit log is whole";

/** The public key, as the command prints it. */
async function publicKey(company: Company, env: { readonly RELEASE_AUDIT_KEY: string }): Promise<string> {
  const { code, output } = await release(company, ["audit", "key"], { env }).ended;
  expect(code).toBe(0);
  return output.trim();
}

const verify = (company: Company, ...options: readonly string[]) =>
  release(company, ["audit", "verify", ...options]).ended;

/** A file of the archive as it is on the remote, written beside the clone. */
async function copyOf(company: Company, file: string): Promise<string> {
  await company.git("sarah", company.home, "fetch", "--quiet", "origin", "release-journal");
  const copy = path.join(company.world.directory, path.basename(file));
  await writeFile(copy, await company.git("sarah", company.home, "show", `FETCH_HEAD:${file}`));
  return copy;
}

it("the log of a company that has a key is signed at each end, and others can tell", async () => {
  const company = await foundCompany({ settings: signing });
  const env = { RELEASE_AUDIT_KEY: newKey() };
  const key = await publicKey(company, env);
  const ended = await approved(company, () => release(company, line, { env }).ended);
  expect(ended).toMatchObject({ code: 0 });
  expect(ended.output).not.toContain(env.RELEASE_AUDIT_KEY.split("\n")[1]);

  expect(await verify(company)).toMatchObject({
    code: 0,
    output: expect.stringContaining("no public key is known here"),
  });
  const published = await company.api("sarah", "GET", "releases/tags/v1.1.0");
  expect(published).toMatchObject({
    assets: expect.arrayContaining([
      expect.objectContaining({ name: "release-audit-v1.1.0.checkpoint", state: "uploaded" }),
      expect.objectContaining({ name: "release-audit-v1.1.0.intoto.json", state: "uploaded" }),
    ]),
  });
  const signed = await verify(company, `--key=${key}`);
  expect(signed).toMatchObject({ code: 0, output: expect.stringContaining(whole) });
  expect(signed.output).toContain("docs/audit/checkpoint vouches for 1 entries");

  const early = await copyOf(company, "docs/audit/checkpoint");
  expect(await release(company, ["rollback", "v1.1.0", "--reason=orders fail"], { env }).ended).toMatchObject({
    code: 4,
  });
  const late = await verify(company, `--key=${key}`, `--checkpoint=${early}`);
  expect(late).toMatchObject({ code: 0, output: expect.stringContaining("vouches for 2 entries") });
  await verifiedByGo(company, key);
  await verifiedByOpenSsl(company, key);
  await verifiedByPython(company, key);

  const other = await publicKey(company, { RELEASE_AUDIT_KEY: newKey() });
  expect(await verify(company, `--key=${other}`)).toMatchObject({
    code: 5,
    output: expect.stringContaining("docs/audit/checkpoint: is no checkpoint that a known key signed"),
  });
}, 120_000);

/** The script of docs/audit.md over the checkpoint and the statement of a release, as somebody runs it; then over what was changed. */
async function verifiedByOpenSsl(company: Company, key: string): Promise<void> {
  const script = /OpenSSL 3[^]*?```sh\n([^]*?)```/.exec(await readFile("docs/audit.md", "utf8"))?.[1] ?? "exit 9";
  const run = (text: string) =>
    execFileSync("sh", ["-c", text], {
      cwd: company.home,
      encoding: "utf8",
      env: { ...process.env, ...signedIn(company.world), key, release: "v1.1.0" },
    });
  expect(run(script)).toBe("Signature Verified Successfully\n".repeat(2));
  expect(() => run(script.replace("base64 -d > payload", "base64 -d | tr P p > payload"))).toThrow();
  expect(() => run(script.replace("> head\n", "| tr 2 3 > head\n"))).toThrow();
}

/** The statement, by securesystemslib. */
async function verifiedByPython(company: Company, key: string): Promise<void> {
  const python = findPython();
  if (python === undefined) return;
  const [statement, facts] = [
    await copyOf(company, "docs/audit/v1.1.0.intoto.json"),
    await copyOf(company, "releases/v1.1.0.jsonl"),
  ];
  const run = (file: string) =>
    execFileSync(python, [attestationProgram, statement, key, file], { encoding: "utf8", stdio: "pipe" });
  expect(run(facts)).toBe("PASSED\n");
  expect(() => run(statement)).toThrow("the facts are not those that were attested");
}

/** The same files, by the code of Go's checksum database, where Go is. */
async function verifiedByGo(company: Company, key: string): Promise<void> {
  const [log, checkpoint] = [
    await copyOf(company, "docs/audit/releases.log"),
    await copyOf(company, "docs/audit/checkpoint"),
  ];
  const program = buildVerifier(company.world.directory);
  if (program === undefined) return;
  const run = (file: string) => execFileSync(program, [file, checkpoint, key], { encoding: "utf8" });
  expect(run(log)).toBe("OK\n");
  const text = await company.git("sarah", company.home, "show", "FETCH_HEAD:docs/audit/releases.log");
  await writeFile(log, text.replace('"outcome":"completed"', '"outcome":"redeployed"'));
  expect(() => run(log)).toThrow();
}

it("who takes the newest releases away from the archive is found by a checkpoint from before", async () => {
  const company = await foundCompany({ settings: signing });
  const env = { RELEASE_AUDIT_KEY: newKey() };
  const key = await publicKey(company, env);
  await approved(company, () => release(company, line, { env }).ended);
  await release(company, ["rollback", "v1.1.0", "--reason=orders fail"], { env }).ended;
  const kept = await copyOf(company, "docs/audit/checkpoint");
  await company.git(
    "sarah",
    company.home,
    "push",
    "--quiet",
    "--force",
    "origin",
    "FETCH_HEAD~1:refs/heads/release-journal",
  );

  const found = await verify(company, `--key=${key}`, `--checkpoint=${kept}`);
  expect(found.code).toBe(5);
  expect(found.output).toMatch(/checkpoint: vouches for 2 entries, and the log has 1: the newest are gone/);
}, 120_000);

it("a release that cannot sign ends all the same, and the next one signs for both", async () => {
  const company = await foundCompany({ settings: signing });
  const first = await approved(company, () => release(company, line).ended);
  expect(first).toMatchObject({ code: 0 });
  expect(first.output).toContain("The audit log is not signed this time: audit.sign is key, and there is none");
  expect(await verify(company)).toMatchObject({ code: 0, output: expect.stringContaining("It is not signed") });

  const env = { RELEASE_AUDIT_KEY: newKey() };
  const key = await publicKey(company, env);
  expect(await verify(company, `--key=${key}`)).toMatchObject({
    code: 5,
    output: expect.stringContaining("docs/audit/checkpoint: is missing, though there is a key for it"),
  });
  await release(company, ["rollback", "v1.1.0", "--reason=orders fail"], { env }).ended;
  expect(await verify(company, `--key=${key}`)).toMatchObject({
    code: 0,
    output: expect.stringContaining("for 2 entries"),
  });
  expect(await readFile(await copyOf(company, "docs/audit/v1.1.0.intoto.json"), "utf8")).toContain("payload");
}, 120_000);

it.each([
  [["audit", "verify", "--checkpoint=nowhere"], "The checkpoint nowhere cannot be read"],
  [["audit", "verify", "--key=secret"], '"secret" is no public key of an audit log'],
  [["audit", "key"], "RELEASE_AUDIT_KEY is not set"],
])("release %j says what is wrong", async (words, message) => {
  const company = await foundCompany();
  expect(await release(company, words).ended).toMatchObject({ code: 2, output: expect.stringContaining(message) });
});
