import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { deflate } from "node:zlib";

const compress = promisify(deflate);

export type ObjectType = "commit" | "tree" | "blob" | "tag";

/** An object as git hashes it, without its header. */
export interface PlainObject {
  readonly type: ObjectType;
  readonly body: Buffer;
}

const codes: Readonly<Record<ObjectType, number>> = { commit: 1, tree: 2, blob: 3, tag: 4 };

/** A pack of whole objects, none a difference to another: gitformat-pack, version 2. */
export async function packOf(objects: readonly PlainObject[], algorithm: string): Promise<Buffer> {
  const head = Buffer.alloc(12);
  head.write("PACK");
  head.writeUInt32BE(2, 4);
  head.writeUInt32BE(objects.length, 8);
  const entries = await Promise.all(
    objects.map(async ({ type, body }) => Buffer.concat([entryHead(codes[type], body.length), await compress(body)])),
  );
  const content = Buffer.concat([head, ...entries]);
  return Buffer.concat([content, createHash(algorithm).update(content).digest()]);
}

/** Type and length: four bits of it beside the type, then seven a byte, the lowest first. */
function entryHead(type: number, length: number): Buffer {
  const bytes: number[] = [];
  let byte = (type << 4) | (length & 15);
  let left = Math.floor(length / 16);
  while (left > 0) {
    bytes.push(byte | 0x80);
    byte = left & 0x7f;
    left = Math.floor(left / 128);
  }
  return Buffer.from([...bytes, byte]);
}
