import { createHash, generateKeyPairSync, sign } from "node:crypto";

import { expect, it } from "@jest/globals";

import { checkpointProblems, signCheckpoint, staleness, type Witness } from "./checkpoint.ts";
import { rootsOf } from "./merkle.ts";
import { keyName, openNote, parseVerifier, signerFrom, verifierText } from "./note.ts";

const origin = "github.com/org/shop/release-audit";
const newKey = () => generateKeyPairSync("ed25519").privateKey.export({ format: "pem", type: "pkcs8" }).toString();
const signer = signerFrom(origin, newKey());
const lines = Array.from({ length: 20 }, (_, index) => `{"seq":${index + 1},"name":"naïve ✓"}`);
const join = (kept: readonly string[]) => kept.map((line) => `${line}\n`).join("");
const log = join(lines);
const from = "docs/audit/checkpoint";
const problems = (changed: string, checkpoint: string) =>
  checkpointProblems(Buffer.from(changed), [{ from, checkpoint }], [signer]);

const sha256 = (...parts: readonly Uint8Array[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest();

/** RFC 6962, 2.1, word for word: split at the largest power of two below n. */
function mth(leaves: readonly string[]): Buffer {
  if (leaves.length === 0) return sha256();
  if (leaves.length === 1) return sha256(Buffer.of(0), Buffer.from(leaves[0] ?? ""));
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return sha256(Buffer.of(1), mth(leaves.slice(0, k)), mth(leaves.slice(k)));
}

it("has the roots of RFC 6962, at every size", () => {
  const sizes = new Set(lines.map((_, index) => index).concat(lines.length));
  const leaves = lines.map((line) => Buffer.from(line));
  const roots = rootsOf(leaves, sizes);
  for (const size of sizes) expect(roots.get(size)).toEqual(mth(lines.slice(0, size)));
  expect(rootsOf(leaves, new Set([21])).size).toBe(0);
});

it("vouches for the log as it was, also when it has grown", async () => {
  const checkpoint = await signCheckpoint(log, signer);
  expect(problems(log, checkpoint)).toEqual([]);
  expect(problems(`${log}{"seq":21}\n`, checkpoint)).toEqual([]);
  expect(problems("", await signCheckpoint("", signer))).toEqual([]);
});

it("is a note that names its key", async () => {
  const checkpoint = await signCheckpoint(log, signer);
  expect(checkpoint).toMatch(
    /^github\.com\/org\/shop\/release-audit\n20\n\S{44}\n\n— github\.com\/org\/shop\/release-audit \S+\n$/,
  );
  const verifier = parseVerifier(verifierText(signer));
  expect(checkpointProblems(Buffer.from(log), [{ from, checkpoint }], [verifier])).toEqual([]);
});

it("finds every byte of the log that was changed", async () => {
  const checkpoint = await signCheckpoint(log, signer);
  const bytes = Buffer.from(log);
  const missed: number[] = [];
  for (const [offset, byte] of bytes.entries()) {
    bytes[offset] = byte ^ 1;
    if (problems(bytes.toString("utf8"), checkpoint).length === 0) missed.push(offset);
    bytes[offset] = byte;
  }
  expect(missed).toEqual([]);
});

it("finds every byte of itself that was changed", async () => {
  const bytes = Buffer.from(await signCheckpoint(log, signer));
  const missed: number[] = [];
  for (const [offset, byte] of bytes.entries()) {
    for (const bit of [1, 2, 4, 8, 16, 32, 64, 128]) {
      bytes[offset] = byte ^ bit;
      if (problems(log, bytes.toString("utf8")).length === 0) missed.push(offset);
    }
    bytes[offset] = byte;
  }
  expect(missed).toEqual([]);
});

it.each(lines.map((_, index) => index))(
  "finds that line %i + 1 was dropped, doubled, swapped or cut away",
  async (at) => {
    const checkpoint = await signCheckpoint(log, signer);
    const line = lines[at] ?? "";
    const wrong = [`${from}: the first 20 entries are not those that were signed`];
    const short = (kept: number) => [`${from}: vouches for 20 entries, and the log has ${kept}: the newest are gone`];
    expect(problems(join(lines.toSpliced(at, 1)), checkpoint)).toEqual(short(19));
    expect(problems(join(lines.toSpliced(at, 0, line)), checkpoint)).toEqual(at === 19 ? [] : wrong);
    expect(problems(join(lines.slice(0, at)), checkpoint)).toEqual(short(at));
    if (at > 0)
      expect(problems(join(lines.with(at, lines[at - 1] ?? "").with(at - 1, line)), checkpoint)).toEqual(wrong);
  },
);

it("does not take the key of another, under whatever name", async () => {
  const eve = signerFrom(origin, newKey());
  const other = signerFrom("github.com/org/other/release-audit", newKey());
  const unknown = [`${from}: is no checkpoint that a known key signed`];
  expect(problems(log, await signCheckpoint(log, eve))).toEqual(unknown);
  expect(problems(log, await signCheckpoint(log, other))).toEqual(unknown);
  const both = [signer, other];
  const crossed = (await signCheckpoint(log, other)).replace(/^\S+/, origin);
  expect(checkpointProblems(Buffer.from(log), [{ from, checkpoint: crossed }], both)).toEqual(unknown);
});

it("tells two checkpoints of one size and different logs apart", async () => {
  const fork = join(lines.with(7, '{"seq":8,"forged":true}'));
  const witnesses = [
    { from: "here", checkpoint: await signCheckpoint(log, signer) },
    { from: "there", checkpoint: await signCheckpoint(fork, signer) },
  ];
  expect(checkpointProblems(Buffer.from(log), witnesses, [signer])).toEqual([
    "there: the first 20 entries are not those that were signed",
    "here and there both vouch for 20 entries, and not for the same: the log was forked",
  ]);
});

it.each([
  ["nothing", ""],
  ["no signature", `${origin}\n20\nAAAA\n`],
  ["a control character", `${origin}\n20\nA\u0007A\n\n— ${origin} AAAA\n`],
  ["a signature of four bytes", `${origin}\n0\n\n\n— ${origin} AAAAAA==\n`],
])("refuses %s as a checkpoint", (_, checkpoint) => {
  expect(problems(log, checkpoint)).toEqual([`${from}: is no checkpoint that a known key signed`]);
});

it.each(["", "release-audit", `${origin}+00000000+${Buffer.alloc(33, 1).toString("base64")}`, `${origin}+zz+AQ==`])(
  "refuses %j as a public key",
  (text) => {
    expect(() => parseVerifier(text)).toThrow(`"${text}" is no public key of an audit log`);
  },
);

it("refuses a private key that is none, or of another kind", () => {
  const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "pem", type: "pkcs8" });
  expect(() => signerFrom(origin, "secret")).toThrow("is not a private key in PEM");
  expect(() => signerFrom(origin, rsa.toString())).toThrow("is rsa, and not Ed25519");
});

it("opens a note of several, by the signature that it knows", async () => {
  const pair = generateKeyPairSync("ed25519");
  const text = "words\n";
  const ours = (await signCheckpoint("", signer)).split("\n").at(-2) ?? "";
  expect(openNote(`${text}\n${ours}\n`, [signer])).toBeUndefined();
  const service = {
    name: "service",
    key: pair.publicKey,
    sign: (bytes: Buffer) => Promise.resolve(sign(null, bytes, pair.privateKey)),
  };
  const checkpoint = await signCheckpoint(log, service);
  expect(openNote(`${checkpoint}${ours}\n`, [service])).toBe(checkpoint.slice(0, checkpoint.indexOf("\n\n") + 1));
});

it("shows an old checkpoint that was put over a newer one, by the log alone", async () => {
  const entry = (seq: number) => `{"prev":"","seq":${seq},"signedBy":"${keyName(signer)}","smoke":[]}`;
  const grown = join([entry(1), entry(2), '{"prev":"","seq":3,"smoke":[]}']);
  const at = async (size: number) => ({
    from,
    checkpoint: await signCheckpoint(join(grown.split("\n").slice(0, size)), signer),
  });
  const told = async (own: Witness | undefined) => staleness(Buffer.from(grown), own);

  expect(await told(await at(2))).toEqual([]);
  expect(await told(await at(3))).toEqual([]);
  expect(await told(await at(1))).toEqual([
    `${from}: is an old one of 1 entries; line 2 came with a newer one of ${keyName(signer)}, which is gone`,
  ]);
  expect(await told(undefined)).toEqual([
    `line 2 came with a checkpoint of ${keyName(signer)}, and there is none any more`,
  ]);
  expect(staleness(Buffer.from(log), undefined)).toEqual([]);
});
