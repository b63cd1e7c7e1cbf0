import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

import { asFault, ReleaseFault } from "#faults";

import type { Picture } from "./news.ts";
import type { Site } from "./site.ts";

/** How the dashboard is served. */
export interface Serving {
  readonly read: () => Promise<Picture>;
  readonly site: (picture: Picture) => Site;
  /** 0: any that is free. */
  readonly port: number;
  readonly pollMs: number;
  readonly sleep: (ms: number) => Promise<void>;
  /** Ends it. */
  readonly signal: AbortSignal;
  readonly say: (text: string) => void;
}

/** How old the elapsed times on a page may get while nothing else changes. */
const remakeMs = 10_000;

interface Shown {
  readonly site: Site;
  readonly picture: Picture;
  readonly tag: string;
}

/** When the journal was read last, ms since the epoch, and whether it could not be since. */
interface Sight {
  readonly asOf: number;
  readonly lost: boolean;
}

/**
 * Serves the site on this machine only, and looks at the journal for as long as it does: pages ask by ETag for what is
 * new. While the journal is not reached the last picture stays, and its age grows on the page.
 */
export async function serveSite(
  serving: Serving,
): Promise<{ readonly address: string; readonly ended: Promise<void> }> {
  const { read, site, sleep, signal, pollMs, say } = serving;
  let made = 0;
  const shownOf = (picture: Picture): Shown => ({
    site: site(picture),
    picture,
    tag: `"${(made += 1)}-${picture.asOf}"`,
  });
  let shown = shownOf(await read());
  let sight: Sight = { asOf: shown.picture.asOf, lost: false };
  const server = createServer((request, response) => answer(request, response, shown, sight));
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(portFault(serving.port, error)));
    server.listen(serving.port, "127.0.0.1", resolve);
  });
  const look = async (): Promise<void> => {
    while (!signal.aborted) {
      await sleep(pollMs).catch(() => undefined);
      if (signal.aborted) return;
      try {
        const picture = await read();
        const isOld = picture.asOf - shown.picture.asOf >= remakeMs && picture.releases.some(({ live }) => live);
        if (picture.version !== shown.picture.version || isOld) shown = shownOf(picture);
        sight = { asOf: picture.asOf, lost: false };
      } catch (thrown) {
        if (!sight.lost)
          say(`The journal cannot be read now, the pages show what was last seen: ${asFault(thrown).message}`);
        sight = { ...sight, lost: true };
      }
    }
  };
  const ended = look().finally(() => {
    server.close();
    server.closeAllConnections();
  });
  const bound = server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : serving.port;
  return { address: `http://127.0.0.1:${port}/`, ended };
}

const types: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json; charset=utf-8",
  txt: "text/plain; charset=utf-8",
};

function answer(request: IncomingMessage, response: ServerResponse, { site, tag }: Shown, { asOf, lost }: Sight): void {
  const headers = {
    "cache-control": "no-cache",
    "content-security-policy": "frame-ancestors 'none'",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  };
  const end = (status: number, text: string, more: Readonly<Record<string, string>> = {}): void => {
    response.writeHead(status, { "content-type": "text/plain; charset=utf-8", ...headers, ...more });
    response.end(request.method === "HEAD" ? undefined : text);
  };
  // A page of somebody else whose name was made to point here must not read it.
  if (!/^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(request.headers.host ?? ""))
    return end(403, "Not for this host.\n");
  if (request.method !== "GET" && request.method !== "HEAD")
    return end(405, "This page cannot act.\n", { allow: "GET, HEAD" });
  const place = placeOf(request.url ?? "/");
  const page = place === undefined ? undefined : site.get(place);
  if (place === undefined || page === undefined) return end(404, "There is no such page.\n");
  const journal = { "x-journal": lost ? "lost" : "reached" };
  const news = { etag: tag, "x-data-as-of": new Date(asOf).toISOString(), ...journal };
  if (request.headers["if-none-match"] === tag) {
    response.writeHead(304, { ...headers, ...news });
    response.end();
    return;
  }
  end(200, page(), { ...news, "content-type": types[place.slice(place.lastIndexOf(".") + 1)] ?? "text/plain" });
}

/** The path in the site; only what is in the site is ever given. */
function placeOf(url: string): string | undefined {
  try {
    const place = decodeURIComponent(new URL(url, "http://127.0.0.1").pathname).slice(1);
    return place === "" || place.endsWith("/") ? `${place}index.html` : place;
  } catch {
    return undefined;
  }
}

function portFault(port: number, cause: Error): ReleaseFault {
  return new ReleaseFault("input", `Port ${port} cannot be used: ${cause.message}`, {
    hint: "Leave --port out: any that is free is taken.",
    cause,
  });
}
