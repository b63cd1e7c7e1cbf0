import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";

import { ReleaseFault } from "#faults";

/** Of all kinds of signatures that a note may carry, ours (C2SP signed-note: 0x01 is Ed25519). */
const ed25519 = Buffer.of(1);
/** What an Ed25519 public key is wrapped in (RFC 8410): its last 32 bytes are the key. */
const spkiPrefix = Buffer.from("302a300506032b6570032100", "hex");
const keyBytes = 32;

/** Whose signatures count: a name, and the public key behind it. Written `name+hash+base64` (C2SP signed-note, "verifier key"). */
export interface NoteVerifier {
  readonly name: string;
  readonly key: KeyObject;
}

/** Signs under a name: with a key at hand, or by a service that keeps it. */
export interface NoteSigner extends NoteVerifier {
  readonly sign: (bytes: Buffer) => Promise<Buffer>;
}

/** A signer over an Ed25519 private key in PEM (PKCS #8), as `openssl genpkey -algorithm ed25519` makes it. Throws a `config` fault. */
export function signerFrom(name: string, pem: string): NoteSigner {
  const key = privateKeyOf(pem);
  return { name, key: createPublicKey(key), sign: (bytes) => Promise.resolve(sign(null, bytes, key)) };
}

function privateKeyOf(pem: string): KeyObject {
  const hint =
    "Make one with: openssl genpkey -algorithm ed25519   and keep all of its output, the first and last line too.";
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch (cause) {
    throw new ReleaseFault("config", "The key of the audit log is not a private key in PEM", { hint, cause });
  }
  if (key.asymmetricKeyType === "ed25519") return key;
  throw new ReleaseFault(
    "config",
    `The key of the audit log is ${key.asymmetricKeyType ?? "unknown"}, and not Ed25519`,
    {
      hint,
    },
  );
}

/** `name+hash+base64`: what people publish so that others can check their notes. */
export function verifierText({ name, key }: NoteVerifier): string {
  return `${name}+${keyHash(name, key).toString("hex")}+${Buffer.concat([ed25519, rawKey(key)]).toString("base64")}`;
}

/** `name+hash`: tells the keys of one name apart, and is no key itself. */
export function keyName({ name, key }: NoteVerifier): string {
  return `${name}+${keyHash(name, key).toString("hex")}`;
}

/** The verifier that a text like `github.com/org/shop/release-audit+1f2e3d4c+AQ…` names. Throws an `input` fault. */
export function parseVerifier(text: string): NoteVerifier {
  const [name = "", hash = "", encoded = ""] = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim())?.slice(1) ?? [];
  const bytes = Buffer.from(encoded, "base64");
  if (bytes.length === keyBytes + 1 && bytes.subarray(0, 1).equals(ed25519)) {
    const key = publicKeyOf(bytes.subarray(1));
    if (key !== undefined && keyHash(name, key).toString("hex") === hash) return { name, key };
  }
  throw new ReleaseFault("input", `"${text}" is no public key of an audit log`, {
    hint: "It is what `release audit key` prints, all of it: github.com/org/shop/release-audit+1f2e3d4c+AQ…",
  });
}

/** An Ed25519 public key from its 32 bytes; `undefined`: there are not as many. */
export function publicKeyOf(raw: Buffer): KeyObject | undefined {
  if (raw.length !== keyBytes) return undefined;
  return createPublicKey({ key: Buffer.concat([spkiPrefix, raw]), format: "der", type: "spki" });
}

/** A note: `text`, which ends with a line end, an empty line, and a line for the signature (C2SP signed-note). */
export async function signNote(text: string, signer: NoteSigner): Promise<string> {
  const signature = await signer.sign(Buffer.from(text));
  const line = Buffer.concat([keyHash(signer.name, signer.key), signature]).toString("base64");
  return `${text}\n— ${signer.name} ${line}\n`;
}

/** The text of a note that one of the verifiers signed; signatures of others do not matter. `undefined`: none did, or it is no note. */
export function openNote(note: string, verifiers: readonly NoteVerifier[]): string | undefined {
  const end = note.lastIndexOf("\n\n— ");
  if (end < 0 || !note.endsWith("\n")) return undefined;
  const text = note.slice(0, end + 1);
  const lines = note.slice(end + 2, -1).split("\n");
  const parsed = lines.map((line) => /^— ([^+\s]+) ([A-Za-z0-9+/]+={0,2})$/.exec(line));
  // oxlint-disable-next-line no-control-regex -- a note holds text and line ends, and nothing that could hide
  if (parsed.includes(null) || /[\u0000-\u0009\u000b-\u001f]/.test(text)) return undefined;
  const isSigned = verifiers.some(({ name, key }) =>
    parsed.some((line) => line?.[1] === name && isBy({ name, key }, text, line[2] ?? "")),
  );
  return isSigned ? text : undefined;
}

function isBy({ name, key }: NoteVerifier, text: string, encoded: string): boolean {
  const signature = Buffer.from(encoded, "base64");
  return (
    // The bits that are left over in the last letter are no second way to write the same.
    signature.toString("base64") === encoded &&
    signature.subarray(0, 4).equals(keyHash(name, key)) &&
    verify(null, Buffer.from(text), key, signature.subarray(4))
  );
}

/** Tells the keys of one name apart. */
function keyHash(name: string, key: KeyObject): Buffer {
  return createHash("sha256").update(`${name}\n`).update(ed25519).update(rawKey(key)).digest().subarray(0, 4);
}

function rawKey(key: KeyObject): Buffer {
  return key.export({ format: "der", type: "spki" }).subarray(-keyBytes);
}
