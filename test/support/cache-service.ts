import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** GitHub's service of caches, as `@actions/cache` knows it today. act has the one before it. */
export interface CacheStandIn {
  /** What a runner tells its steps about it. */
  readonly env: Readonly<Record<string, string>>;
  /** Keys of what is kept, in that order. */
  readonly keys: () => readonly string[];
  /** The names of all calls, in that order. */
  readonly calls: () => readonly string[];
  /** Keeps another archive under a key, as whoever can write caches may. */
  readonly poison: (key: string, archive: Buffer) => void;
  /** From now on calls are answered so, or not at all. */
  readonly answer: (how: "well" | "never" | { readonly status: number; readonly body: string }) => void;
  readonly stop: () => Promise<void>;
}

interface Entry {
  readonly key: string;
  readonly version: string;
  readonly blocks: Map<string, Buffer>;
  final: boolean;
}

interface Call {
  readonly key: string;
  readonly version: string;
  readonly restore_keys?: readonly string[];
}

export async function startCacheService(): Promise<CacheStandIn> {
  const entries: Entry[] = [];
  const called: string[] = [];
  let how: Parameters<CacheStandIn["answer"]>[0] = "well";
  let url = "";
  const answers: Readonly<Record<string, (call: Call) => object>> = {
    CreateCacheEntry({ key, version }) {
      // As on GitHub: what is there once stays as it is.
      if (entries.some((one) => one.key === key && one.version === version)) return { ok: false, message: "exists" };
      entries.push({ key, version, blocks: new Map(), final: false });
      return { ok: true, signed_upload_url: `${url}/blobs/${entries.length - 1}?sig=kept` };
    },
    FinalizeCacheEntryUpload({ key }) {
      const entry = entries.findLast((one) => one.key === key);
      if (entry !== undefined) entry.final = true;
      return { ok: entry !== undefined, entry_id: String(entries.length) };
    },
    GetCacheEntryDownloadURL({ key, restore_keys: more = [], version }) {
      const of = (start: string) =>
        entries.findLast((one) => one.final && one.version === version && one.key.startsWith(start));
      const found = [key, ...more].map(of).find((entry) => entry !== undefined);
      if (found === undefined) return { ok: false, signed_download_url: "", matched_key: "" };
      return {
        ok: true,
        signed_download_url: `${url}/blobs/${entries.indexOf(found)}?sig=kept`,
        matched_key: found.key,
      };
    },
  };
  const server = createServer((request, response) => {
    void (async () => {
      const { pathname, searchParams } = new URL(request.url ?? "/", url);
      const name = pathname.split("/").at(-1) ?? "";
      const body = await bodyOf(request);
      const call = answers[name];
      const blocks = entries[Number(name)]?.blocks;
      if (call !== undefined) called.push(name);
      if (how === "never") return;
      if (how !== "well") response.writeHead(how.status, { "content-type": "application/json" }).end(how.body);
      else if (call !== undefined) response.end(JSON.stringify(call(JSON.parse(body.toString()) as Call)));
      else if (blocks === undefined) response.writeHead(404).end();
      else if (request.method === "GET") response.end(Buffer.concat([...blocks.values()]));
      else {
        // The list of blocks follows last, and is in this very order.
        if (searchParams.get("comp") !== "blocklist") blocks.set(searchParams.get("blockid") ?? "", body);
        response.writeHead(201).end();
      }
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    env: {
      ACTIONS_RESULTS_URL: `${url}/`,
      ACTIONS_CACHE_SERVICE_V2: "true",
      ACTIONS_RUNTIME_TOKEN: "token-of-this-run",
    },
    keys: () => entries.filter(({ final }) => final).map(({ key }) => key),
    calls: () => called,
    poison(key, archive) {
      const entry = entries.findLast((one) => one.key === key);
      entry?.blocks.clear();
      entry?.blocks.set("", archive);
    },
    answer(now) {
      how = now;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
