import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";

import { newSigner, writeSignedLog, type SignedLog } from "./signed-log.ts";
import { attestationProgram, buildVerifier, findCosign, findPython } from "./tools.ts";

// What others wrote says of what we signed: the code of Go's checksum database of log and checkpoint, Python's
// securesystemslib and cosign of the statement, cosign of the checkpoint's signature.
const python = findPython();
const cosign = findCosign();
const folder = await mkdtemp(path.join(tmpdir(), "foreign-"));
const verifier = buildVerifier(folder);

let ours: SignedLog;
let before: SignedLog;
let forked: SignedLog;
let strangers: SignedLog;

beforeAll(async () => {
  const signer = newSigner();
  ours = await writeSignedLog(folder, { name: "ours", releases: 13, signer });
  before = await writeSignedLog(folder, { name: "before", releases: 7, signer });
  forked = await writeSignedLog(folder, { name: "forked", releases: 13, signer, by: "eve" });
  strangers = await writeSignedLog(folder, { name: "strangers", releases: 13, signer: newSigner() });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let copies = 0;

/** A file that was changed, beside the one that stays. */
async function changed(file: string, change: (bytes: Buffer) => Buffer): Promise<string> {
  const copy = path.join(folder, `changed-${(copies += 1)}`);
  await writeFile(copy, change(await readFile(file)));
  return copy;
}

/** One bit of the byte at this share of a file. */
const flipAt = (share: number) => (bytes: Buffer) => {
  const at = Math.floor(bytes.length * share);
  return Buffer.concat([bytes.subarray(0, at), Buffer.of((bytes[at] ?? 0) ^ 1), bytes.subarray(at + 1)]);
};

/** The same within base64. */
const flipped = (text: string, share: number) => flipAt(share)(Buffer.from(text, "base64")).toString("base64");

/** Without its line of this number. */
const without = (line: number) => (bytes: Buffer) =>
  Buffer.from(bytes.toString("utf8").split("\n").toSpliced(line, 1).join("\n"));

const shares = [0.05, 0.2, 0.4, 0.6, 0.8, 0.95];

/** How a program ended, and what it said. */
function run(program: string, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8" });
  return { status, said: `${stdout}${stderr}`.trim() };
}

function verifyLog(files: Partial<SignedLog> = {}) {
  const { log, checkpoint, key } = { ...ours, ...files };
  return run(verifier ?? "", [log, checkpoint, key]);
}

(verifier === undefined ? describe.skip : describe)("the code of Go's checksum database", () => {
  it("takes the log with its checkpoint, and with an older one", () => {
    expect(verifyLog()).toEqual({ status: 0, said: "OK" });
    expect(verifyLog({ checkpoint: before.checkpoint })).toEqual({ status: 0, said: "OK" });
  });

  it.each(shares)("finds a byte of the log that was flipped, and one of the checkpoint, at %d", async (share) => {
    expect(verifyLog({ log: await changed(ours.log, flipAt(share)) }).status).toBe(1);
    expect(verifyLog({ checkpoint: await changed(ours.checkpoint, flipAt(share)) }).status).toBe(1);
  });

  it.each([0, 6, 12])("finds that line %i was dropped", async (line) => {
    expect(verifyLog({ log: await changed(ours.log, without(line)) })).toMatchObject({
      status: 1,
      said: expect.stringContaining("the log has 12 entries of 13"),
    });
  });

  it("finds a log that another key signed", () => {
    expect(verifyLog({ checkpoint: strangers.checkpoint }).status).toBe(1);
    expect(verifyLog({ key: strangers.key }).status).toBe(1);
  });

  it("finds a fork: the same key, the same size, another log", () => {
    for (const files of [{ log: forked.log }, { checkpoint: forked.checkpoint }])
      expect(verifyLog(files)).toMatchObject({
        status: 1,
        said: expect.stringMatching(/^the root is \S+, and not \S+$/),
      });
    expect(verifyLog({ log: forked.log, checkpoint: forked.checkpoint }).status).toBe(0);
  });

  it("finds a log that went back together with its checkpoint, by a newer checkpoint that was kept", () => {
    expect(verifyLog({ log: before.log, checkpoint: before.checkpoint }).status).toBe(0);
    expect(verifyLog({ log: before.log })).toMatchObject({ status: 1, said: "the log has 7 entries of 13" });
  });
});

interface Judge {
  readonly name: string;
  readonly program: string | undefined;
  /** Over a statement and the file that it is about. */
  readonly args: (files: Pick<SignedLog, "statement" | "facts" | "key" | "pem">) => readonly string[];
  readonly good: RegExp;
}

const judges: readonly Judge[] = [
  {
    name: "securesystemslib",
    program: python,
    args: ({ statement, key, facts }) => [attestationProgram, statement, key, facts],
    good: /^PASSED$/,
  },
  {
    name: "cosign verify-blob-attestation",
    program: cosign,
    args: ({ statement, pem, facts }) => [
      "verify-blob-attestation",
      `--key=${pem}`,
      `--signature=${statement}`,
      "--type=https://slsa.dev/verification_summary/v1",
      "--insecure-ignore-tlog",
      facts,
    ],
    good: /Verified OK$/,
  },
];

describe.each(judges)("$name", ({ program, args, good }) => {
  const verify = (files: Partial<SignedLog> = {}) => run(program ?? "", args({ ...ours, ...files }));
  const asked = program === undefined ? it.skip : it;

  asked("takes the statement of a release with its facts", () => {
    expect(verify()).toEqual({ status: 0, said: expect.stringMatching(good) });
  });

  asked("finds bytes of the statement that were flipped", async () => {
    const statement = JSON.parse(await readFile(ours.statement, "utf8")) as {
      payload: string;
      signatures: readonly { sig: string }[];
    };
    for (const share of shares) {
      const payload = { ...statement, payload: flipped(statement.payload, share) };
      const signed = {
        ...statement,
        signatures: statement.signatures.map((one) => ({ ...one, sig: flipped(one.sig, share) })),
      };
      for (const wrong of [payload, signed])
        expect(
          verify({ statement: await changed(ours.statement, () => Buffer.from(JSON.stringify(wrong))) }).status,
        ).toBe(1);
    }
  });

  asked("finds facts of which a byte was flipped, or a line dropped", async () => {
    expect(verify({ facts: await changed(ours.facts, flipAt(0.5)) }).status).toBe(1);
    expect(verify({ facts: await changed(ours.facts, without(3)) }).status).toBe(1);
  });

  asked("finds a statement that another key signed", () => {
    expect(verify({ statement: strangers.statement }).status).toBe(1);
    expect(verify({ key: strangers.key, pem: strangers.pem }).status).toBe(1);
  });

  asked("finds the statement of another release, and of a fork", () => {
    expect(verify({ statement: before.statement }).status).toBe(1);
    expect(verify({ statement: forked.statement }).status).toBe(1);
  });
});

/** The signed part of a checkpoint and its signature, as docs/audit.md takes them apart. */
async function parts(checkpoint: string) {
  const text = await readFile(checkpoint, "utf8");
  const head = await changed(checkpoint, () => Buffer.from(text.slice(0, text.indexOf("\n\n") + 1)));
  const signature = Buffer.from(text.trimEnd().split(" ").at(-1) ?? "", "base64").subarray(4);
  return { head, signature: await changed(checkpoint, () => Buffer.from(signature.toString("base64"))) };
}

const verifyBlob = ({ head, signature }: { readonly head: string; readonly signature: string }, pem = ours.pem) =>
  run(cosign ?? "", ["verify-blob", `--key=${pem}`, `--signature=${signature}`, "--insecure-ignore-tlog", head]);

(cosign === undefined ? it.skip : it)(
  "cosign verify-blob takes the head of the log, and finds what was changed or signed by another",
  async () => {
    const signed = await parts(ours.checkpoint);
    expect(verifyBlob(signed)).toEqual({ status: 0, said: expect.stringMatching(/Verified OK$/) });
    for (const share of shares)
      expect(verifyBlob({ ...signed, head: await changed(signed.head, flipAt(share)) }).status).toBe(1);
    expect(verifyBlob(signed, strangers.pem).status).toBe(1);
    for (const other of [before, forked])
      expect(verifyBlob({ ...signed, signature: (await parts(other.checkpoint)).signature }).status).toBe(1);
  },
);
