import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { openGit, type Git, type Signer } from "./index.ts";

const at = "2026-01-02T03:04:05.678Z";
const author = { name: "Release Command", email: "release@example.com" };
const passphrase = "correct horse battery";

let world: string;
let clone: string;
let git: Git;
let head: string;
const keys = new Map<string, Signer>();
const inherited = { TMPDIR: process.env["TMPDIR"], PATH: process.env["PATH"] };

const sh = (command: string, env: Readonly<Record<string, string>> = {}): string =>
  execFileSync("sh", ["-c", command], { cwd: clone, encoding: "utf8", env: { ...process.env, ...env } }).trim();

/** Everything that signing makes lies below this. */
const scratch = () => path.join(world, "tmp");
const leftOver = () => readdirSync(scratch());

function sshSigner(name: string, phrase: string): void {
  const file = path.join(world, name);
  execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", phrase, "-C", name, "-f", file]);
  const line = `* ${readFileSync(`${file}.pub`, "utf8")}`;
  writeFileSync(path.join(world, "allowed"), line, { flag: "a" });
  const key = readFileSync(file, "utf8").trim();
  keys.set(name, { format: "ssh", key, ...(phrase === "" ? {} : { passphrase: phrase }) });
}

function gpgSigner(name: string, phrase: string): void {
  const home = path.join(world, "keyring");
  mkdirSync(home, { mode: 0o700, recursive: true });
  const gpg = (...args: readonly string[]) =>
    execFileSync(
      "gpg",
      ["--homedir", home, "--batch", "--pinentry-mode", "loopback", "--passphrase", phrase, ...args],
      {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
      },
    );
  gpg("--quick-generate-key", `${name} <${name}@example.com>`, "ed25519", "sign", "never");
  const key = gpg("--armor", "--export-secret-keys", `${name}@example.com`);
  keys.set(name, { format: "gpg", key, ...(phrase === "" ? {} : { passphrase: phrase }) });
}

function signer(name: string, other: Partial<Signer> = {}): Signer {
  const known = keys.get(name);
  if (known === undefined) throw new Error(`there is no key ${name}`);
  return { ...known, ...other };
}

beforeAll(async () => {
  world = mkdtempSync(path.join(tmpdir(), "sign-"));
  clone = path.join(world, "clone");
  mkdirSync(clone);
  mkdirSync(scratch());
  process.env["TMPDIR"] = scratch();
  sh(
    "git init -q -b main && git remote add origin ../hub.git && git config tag.gpgSign true && git config user.name t",
  );
  sh("git config user.email t@example.com && git commit -q --allow-empty -m one");
  git = await openGit({ directory: clone, author });
  head = sh("git rev-parse HEAD");
  sshSigner("plain", "");
  sshSigner("locked", passphrase);
  gpgSigner("open", "");
  gpgSigner("closed", passphrase);
}, 30_000);

afterAll(() => {
  execFileSync("gpgconf", ["--homedir", path.join(world, "keyring"), "--kill", "all"]);
  process.env["PATH"] = inherited.PATH;
  if (inherited.TMPDIR === undefined) delete process.env["TMPDIR"];
  else process.env["TMPDIR"] = inherited.TMPDIR;
  rmSync(world, { recursive: true, force: true });
});

const tagged = (one: Signer) =>
  git.signedTag({ name: "v1.0.0", sha: head, message: "Release 1.0.0\n", at, signer: one });

describe("a signed tag", () => {
  it.each(["plain", "locked", "open", "closed"])("of the key %s is one that stock git verifies", async (name) => {
    const id = await tagged(signer(name));

    expect(sh("git for-each-ref refs/tags")).toBe("");
    expect(leftOver()).toEqual([]);
    const allowed = `-c gpg.ssh.allowedSignersFile=${path.join(world, "allowed")}`;
    const verified = sh(`git ${allowed} verify-tag --raw ${id} 2>&1`, { GNUPGHOME: path.join(world, "keyring") });
    expect(verified).toMatch(/Good "git" signature|GOODSIG/);
    const object = sh(`git cat-file -p ${id}`);
    expect(object).toContain(
      `object ${head}\ntype commit\ntag v1.0.0\ntagger Release Command <release@example.com> 1767323045`,
    );
    expect(object).toContain("\nRelease 1.0.0\n-----BEGIN ");
  });

  it.each(["plain", "closed"])("is tried with the key %s, and nothing stays", async (name) => {
    const before = sh("git count-objects");

    await git.trySigning(head, signer(name));

    expect(sh("git count-objects")).toBe(before);
    expect(leftOver()).toEqual([]);
  });
});

const text = (name: string) => signer(name).key;

describe("a key that cannot sign", () => {
  it("does not sign by an agent of the machine that holds it", async () => {
    const [, socket = "", pid = ""] = /SSH_AUTH_SOCK=([^;]+);[^]*SSH_AGENT_PID=(\d+);/.exec(sh("ssh-agent -s")) ?? [];
    const ask = path.join(world, "ask");
    writeFileSync(ask, `#!/bin/sh\necho "${passphrase}"\n`, { mode: 0o700 });
    const known = process.env["SSH_AUTH_SOCK"];
    try {
      const asked = { SSH_AUTH_SOCK: socket, SSH_ASKPASS: ask, SSH_ASKPASS_REQUIRE: "force" };
      sh(`ssh-add -q ${path.join(world, "locked")}`, asked);
      process.env["SSH_AUTH_SOCK"] = socket;

      const failed = git.trySigning(head, signer("locked", { passphrase: "wrong" }));

      await expect(failed).rejects.toMatchObject({ message: expect.stringContaining("has another passphrase") });
    } finally {
      if (known === undefined) delete process.env["SSH_AUTH_SOCK"];
      else process.env["SSH_AUTH_SOCK"] = known;
      process.kill(Number(pid));
    }
  });

  it.each<[string, () => Signer, RegExp]>([
    ["ssh, no passphrase", () => ({ format: "ssh", key: text("locked") }), /has a passphrase, and none is given/],
    ["ssh, a wrong one", () => signer("locked", { passphrase: "wrong" }), /has another passphrase/],
    ["gpg, no passphrase", () => ({ format: "gpg", key: text("closed") }), /has a passphrase, and none is given/],
    ["gpg, a wrong one", () => signer("closed", { passphrase: "wrong" }), /has another passphrase/],
    ["ssh, another kind of key", () => ({ format: "ssh", key: text("open") }), /holds no private ssh key/],
    ["ssh, cut short", () => ({ format: "ssh", key: text("plain").slice(0, 150) }), /holds no private ssh key/],
    ["gpg, another kind of key", () => ({ format: "gpg", key: text("plain") }), /holds no private gpg key/],
  ])("%s", async (_, wanted, message) => {
    const failed = await git.trySigning(head, wanted()).catch((thrown: unknown) => thrown);

    expect(failed).toMatchObject({ code: "config", message: expect.stringMatching(message) });
    expect(String(failed)).not.toContain("release-signing-");
    expect(leftOver()).toEqual([]);
  });

  it.each<[string, string]>([
    ["open", "there is no gpg on this machine"],
    ["plain", "there is no ssh-keygen on this machine"],
  ])("%s, without its program", async (name, message) => {
    const bin = path.join(world, `bin-${name}`);
    mkdirSync(bin);
    for (const program of ["git", "sh"]) symlinkSync(sh(`command -v ${program}`), path.join(bin, program));
    process.env["PATH"] = bin;
    const failed = await tagged(signer(name)).catch((thrown: unknown) => thrown);
    process.env["PATH"] = inherited.PATH;

    expect(failed).toMatchObject({ code: "config", message: expect.stringContaining(message) });
    expect(leftOver()).toEqual([]);
  });
});
