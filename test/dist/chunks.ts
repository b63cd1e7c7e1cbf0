import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** Where `npm run build` puts the bundle. */
export const dist = fileURLToPath(new URL("../../dist", import.meta.url));

/** A file of the bundle that is loaded as code. */
export interface Chunk {
  readonly name: string;
  readonly bytes: number;
  /** Loaded only where it is used: clients of artifacts and caches, stores of a leg, drivers of databases, adapters of a platform, the pages of the dashboard, what checks and signs the audit log, or erases from it, Vault, changelog presets, journals in a folder. */
  readonly isOptional: boolean;
  /** Packages and rooms in it, largest first, with their bytes as far as the bundler says where they begin. */
  readonly contents: readonly (readonly [name: string, bytes: number])[];
  readonly modules: readonly { readonly id: string; readonly bytes: number }[];
}

/** Of libraries: the clients of artifacts and caches, and what they bring along; drivers, the local target's proxy and what erases people, of which the bundler names no files, by their own words. */
const optionalWords =
  /node_modules\/(@actions\/artifact|@actions\/cache|@actions\/exec|@azure\/storage-blob|apache-arrow|d3-scale|log-update)\/|\bPG(?:HOST|PASSFILE)\b|mysql_native_password|sentinelRetryStrategy|MongoServerSelectionError|\bRedirectableRequest\b|function AsyncDeflate\b|\bmarkedjs\/marked\b|\b(?:loadErase|withErasures)\b/;

/** Of our own files: a chunk that holds nothing else is optional. */
const optionalFiles =
  /^(?:packages\/(?:dashboard|history|targets\/(?:haproxy|local)|monitors\/prometheus|shell\/stores|report\/(?:document|html)|audit\/(?:attestation|erasure|export|facts|people|transit|unsigned|vault|verif|vouching)|stages\/records\/(?:audit-(?:sign\.|vault)|erase|signed-files)|stages\/plan\/preset|journal\/directory-store|gates\/journeys\/trace-zip|cli\/(?:audit-(?:anchors|erase)|dashboard|live-screen|metrics|key)))/;

const ownFiles = /^;\/\/ CONCATENATED MODULE: \.\/build\/(?!node_modules\/)(?<file>.*)$/gm;

function isOptional(text: string): boolean {
  const own = [...text.matchAll(ownFiles)].map(({ groups }) => groups?.["file"] ?? "");
  return own.length === 0 ? optionalWords.test(text) : own.every((file) => optionalFiles.test(file));
}

/** Every chunk of the bundle, largest first. The licences are no code. */
export function readChunks(): readonly Chunk[] {
  const names = readdirSync(dist).filter((name) => name.endsWith(".js"));
  return names.map(readChunk).toSorted((a, b) => b.bytes - a.bytes);
}

function readChunk(name: string): Chunk {
  const text = readFileSync(path.join(dist, name), "utf8");
  return {
    name,
    bytes: Buffer.byteLength(text),
    isOptional: isOptional(text),
    contents: contentsOf(text),
    modules: modulesOf(text),
  };
}

function modulesOf(text: string): Chunk["modules"] {
  const found = [...text.matchAll(/^\/\*\*\*\/ "?(?<id>[\w.-]+)"?:/gm)];
  return found.map(({ index, groups }, at) => ({
    id: groups?.["id"] ?? "",
    bytes: (found[at + 1]?.index ?? text.length) - index,
  }));
}

function contentsOf(text: string): Chunk["contents"] {
  const found = [...text.matchAll(/^;\/\/ CONCATENATED MODULE: (?<file>.*)$/gm)];
  const sizes = new Map<string, number>();
  for (const [index, { index: from, groups }] of found.entries()) {
    const owner = ownerOf(groups?.["file"] ?? "");
    sizes.set(owner, (sizes.get(owner) ?? 0) + (found[index + 1]?.index ?? text.length) - from);
  }
  return [...sizes].toSorted(([, a], [, b]) => b - a);
}

/** `./node_modules/zod/v4/…` → `zod`; `./build/packages/stages/…` → `#stages`. */
function ownerOf(file: string): string {
  const inPackage = /.*node_modules\/(?<name>(?:@[^/]+\/)?[^/]+)/.exec(file)?.groups?.["name"];
  if (inPackage !== undefined) return inPackage;
  const room = /build\/packages\/(?<room>[^/]+)/.exec(file)?.groups?.["room"];
  return room === undefined ? file : `#${room}`;
}

/** Bytes of the chunks that are not optional. */
export function requiredBytes(chunks: readonly Chunk[]): number {
  return chunks.reduce((sum, { bytes, isOptional }) => (isOptional ? sum : sum + bytes), 0);
}
