import { createHash } from "node:crypto";
import { inflateRawSync } from "node:zlib";

import type { Digest } from "./store.ts";

/** Larger than any package, in bytes; nothing else is worth the memory. */
export const maxBytes = 512 * 1024 * 1024;

/** Whether a file is one of those that a lock file means. Rubbish is none of them. */
export function hasDigest(name: string, content: Buffer, digests: readonly Digest[]): boolean {
  return digests.some((digest) => {
    const algorithm = digest.slice(0, digest.indexOf(":"));
    if (algorithm !== "h1") return `${algorithm}:${createHash(algorithm).update(content).digest("hex")}` === digest;
    const files = name.endsWith(".mod") ? [{ name: "go.mod", content }] : filesIn(content);
    return files !== undefined && h1(files) === digest;
  });
}

interface Entry {
  readonly name: string;
  readonly content: Buffer;
}

/** Go's hash of a module: https://pkg.go.dev/golang.org/x/mod/sumdb/dirhash#Hash1 */
function h1(files: readonly Entry[]): Digest {
  const ordered = files.toSorted((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)));
  const sum = createHash("sha256");
  for (const { name, content } of ordered)
    sum.update(`${createHash("sha256").update(content).digest("hex")}  ${name}\n`);
  return `h1:${sum.digest("base64")}`;
}

/** The files of a ZIP archive as its directory lists them, which is how Go reads it; `undefined` when it is none. */
function filesIn(zip: Buffer): readonly Entry[] | undefined {
  try {
    const end = zip.lastIndexOf("PK\u0005\u0006", undefined, "latin1");
    const files: Entry[] = [];
    let left = maxBytes;
    let at = zip.readUInt32LE(end + 16);
    for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
      const [method, packed] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
      const nameEnd = at + 46 + zip.readUInt16LE(at + 28);
      const from = zip.readUInt32LE(at + 42);
      const begin = from + 30 + zip.readUInt16LE(from + 26) + zip.readUInt16LE(from + 28);
      const data = zip.subarray(begin, begin + packed);
      const content = method === 0 ? data : inflateRawSync(data, { maxOutputLength: left });
      left -= content.length;
      files.push({ name: zip.toString("utf8", at + 46, nameEnd), content });
      at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    }
    return files;
  } catch {
    return undefined;
  }
}
