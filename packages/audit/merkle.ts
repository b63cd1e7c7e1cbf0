import { hash as digestOf } from "node:crypto";

/** A leaf and a node are hashed under prefixes of their own, so that none can pass for the other (RFC 6962, 2.1). */
const leafPrefix = Buffer.of(0);
const nodePrefix = Buffer.of(1);

/**
 * The roots of the Merkle tree (RFC 6962, SHA-256) over the first `size` lines, for each size asked for; sizes above the
 * number of lines are left out. A leaf is a line without its line end. One pass, in memory are log₂(n) hashes.
 */
export function rootsOf(lines: Iterable<Uint8Array>, sizes: ReadonlySet<number>): ReadonlyMap<number, Buffer> {
  const roots = new Map<number, Buffer>();
  // The roots of the full subtrees so far, the largest first: one for each bit of the count.
  const subtrees: Buffer[] = [];
  let count = 0;
  if (sizes.has(0)) roots.set(0, rootOf(subtrees));
  for (const line of lines) {
    let hash = sha256(leafPrefix, line);
    for (let bits = count; bits % 2 === 1; bits = Math.floor(bits / 2)) hash = nodeOf(subtrees.pop(), hash);
    subtrees.push(hash);
    count += 1;
    if (sizes.has(count)) roots.set(count, rootOf(subtrees));
  }
  return roots;
}

function rootOf(subtrees: readonly Buffer[]): Buffer {
  return subtrees.length === 0 ? sha256() : subtrees.reduceRight((right, left) => nodeOf(left, right));
}

function nodeOf(left: Buffer | undefined, right: Buffer): Buffer {
  if (left === undefined) throw new RangeError("a node has two sides");
  return sha256(nodePrefix, left, right);
}

/** What is hashed is put together here: one call over it takes half the time of one for each part. */
let whole = Buffer.alloc(4096);

function sha256(...parts: readonly Uint8Array[]): Buffer {
  const size = parts.reduce((sum, { length }) => sum + length, 0);
  if (size > whole.length) whole = Buffer.alloc(size * 2);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return digestOf("sha256", whole.subarray(0, size), "buffer");
}
