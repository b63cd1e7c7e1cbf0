import { createWriteStream } from "node:fs";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";

import { z } from "zod";

/** Where a run keeps caches: today's service, or the one before it, which GitHub Enterprise Server and act have. */
export interface CacheService {
  readonly url: string;
  readonly isToday: boolean;
  readonly token: string;
}

/** What was found under a key: maybe an older one that begins like it. */
export interface Found {
  readonly key: string;
  readonly url: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** No archive is worth more; what is larger is cut, and then is none. */
const maxBytes = 2 * 1024 * 1024 * 1024;

/** The service that the runner names; `undefined`: none, or none that may be read. */
export function cacheServiceOf(env: Environment): CacheService | undefined {
  const { ACTIONS_RUNTIME_TOKEN: token = "", ACTIONS_RESULTS_URL: today = "", ACTIONS_CACHE_URL: older = "" } = env;
  const isToday = (env["ACTIONS_CACHE_SERVICE_V2"] ?? "") !== "" && today !== "" && !isEnterprise(env);
  const url = isToday ? today : older;
  if (token === "" || !URL.canParse(url)) return undefined;
  return /^(none|write-only)$/.test(env["ACTIONS_CACHE_MODE"] ?? "") ? undefined : { url, isToday, token };
}

/** As the client that saves sees it: both have to speak to the same service. */
function isEnterprise(env: Environment): boolean {
  const server = env["GITHUB_SERVER_URL"] ?? "https://github.com";
  return !/^github\.com$|\.ghe\.com$|\.localhost$/i.test(URL.canParse(server) ? new URL(server).hostname : server);
}

const todays = z.object({
  ok: z.boolean(),
  signed_download_url: z.string().default(""),
  matched_key: z.string().default(""),
});
const olders = z.object({ archiveLocation: z.url(), cacheKey: z.string() });

/** The newest archive of the first key that has one; each key means all that begin with it. */
export async function findArchive(
  { url, isToday, token }: CacheService,
  {
    keys,
    version,
    signal,
  }: { readonly keys: readonly [string, ...string[]]; readonly version: string; readonly signal: AbortSignal },
): Promise<Found | undefined> {
  const [key, ...restore_keys] = keys;
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  if (isToday) {
    const call = new URL("/twirp/github.actions.results.api.v1.CacheService/GetCacheEntryDownloadURL", url);
    const body = JSON.stringify({ key, restore_keys, version });
    const { ok, ...entry } = todays.parse(await answered(await fetch(call, { method: "POST", headers, body, signal })));
    return ok ? { key: entry.matched_key, url: entry.signed_download_url } : undefined;
  }
  const call = new URL("_apis/artifactcache/cache", url);
  call.search = new URLSearchParams({ keys: keys.join(","), version }).toString();
  const accept = { ...headers, accept: "application/json;api-version=6.0-preview.1" };
  const response = await fetch(call, { headers: accept, signal });
  if (response.status === 204) return undefined;
  const entry = olders.parse(await answered(response));
  return { key: entry.cacheKey, url: entry.archiveLocation };
}

async function answered(response: Response): Promise<unknown> {
  if (response.ok) return response.json();
  throw new Error(`it answered ${response.status}`);
}

/** Brings an archive here. Its address is signed: it gets no token. */
export async function download(url: string, file: string, signal: AbortSignal): Promise<void> {
  const response = await fetch(url, { signal });
  if (!response.ok || response.body === null) throw new Error(`it answered ${response.status}`);
  let left = maxBytes;
  const bounded = new Transform({
    transform(chunk: Buffer, _, done) {
      left -= chunk.length;
      done(left < 0 ? new Error("the archive is too large") : undefined, chunk);
    },
  });
  await pipeline(Readable.fromWeb(response.body), bounded, createWriteStream(file), { signal });
}
