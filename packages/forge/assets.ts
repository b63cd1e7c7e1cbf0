import { createHash } from "node:crypto";
import { ReleaseFault } from "#faults";
import type { Client } from "./client.ts";
import { createOnce } from "./create-once.ts";
import type { RawRelease } from "./releases.ts";
import { routes } from "./routes.ts";

export interface RawAsset {
  readonly id: number;
  readonly name: string;
  readonly size: number;
  /** `starter` is an upload that never ended. */
  readonly state: string;
  readonly digest?: string | null;
}

interface WantedAsset {
  readonly name: string;
  readonly content: string;
}

/** The release has this file with this content; another one of its name is replaced. */
export async function ensureAsset(client: Client, release: RawRelease, wanted: WantedAsset): Promise<void> {
  const there = release.assets.find(({ name }) => name === wanted.name);
  if (there !== undefined && isWhole(there, wanted)) return;
  if (there !== undefined) await client.request(routes.deleteAsset, { ...client.at, asset_id: there.id });
  await createOnce({
    create: () => upload(client, release, wanted),
    find: () => findWhole(client, release.id, wanted),
    sleep: client.sleep,
  });
}

async function upload(client: Client, release: RawRelease, { name, content }: WantedAsset): Promise<RawAsset> {
  const { data }: { readonly data: RawAsset } = await client.request(routes.uploadAsset, {
    ...client.at,
    baseUrl: uploadOrigin(client, release.upload_url),
    release_id: release.id,
    name,
    data: content,
    headers: { "content-type": "application/octet-stream" },
  });
  return data;
}

/** A lost upload: whole, it is done; broken, it is cleared away so that the name is free again. */
async function findWhole(
  client: Client,
  releaseId: number,
  wanted: WantedAsset,
): Promise<RawAsset | "free" | undefined> {
  const { data } = await client.request(routes.readRelease, { ...client.at, release_id: releaseId });
  const found = data.assets.find(({ name }) => name === wanted.name);
  if (found === undefined || isWhole(found, wanted)) return found;
  await client.request(routes.deleteAsset, { ...client.at, asset_id: found.id });
  return "free";
}

function isWhole({ state, size, digest }: RawAsset, { content }: WantedAsset): boolean {
  if (state !== "uploaded" || size !== Buffer.byteLength(content)) return false;
  if (digest === undefined || digest === null) return true;
  return digest === `sha256:${createHash("sha256").update(content).digest("hex")}`;
}

/** Where GitHub says uploads go. The token travels with them, so it must be the API's own host or its `uploads.` twin. */
function uploadOrigin(client: Client, uploadUrl: string): string {
  const address = uploadUrl.replace(/\{.*$/, "");
  const path = address.indexOf("/repos/");
  const host = path > 0 && URL.canParse(address) ? new URL(address).host : "";
  if (host === client.apiHost || host === client.apiHost.replace(/^api\./, "uploads.")) return address.slice(0, path);
  throw new ReleaseFault(
    "remote",
    `GitHub wants files of ${client.repository} to be uploaded to ${host || "nowhere"}`,
    {
      hint: `Check the configured address of the API (now ${client.apiHost}), e.g. https://api.github.com.`,
    },
  );
}
