import { request as requestHttp, type IncomingMessage } from "node:http";
import { request as requestHttps } from "node:https";
import type { LookupAddress } from "node:dns";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import type { Readable, Transform } from "node:stream";

/** More of an answer is neither kept nor searched. */
const maxBodyBytes = 1024 * 1024;

/** One request to one address, without redirects. */
export interface Exchange {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: string | undefined;
  readonly signal: AbortSignal;
  /** The only addresses that are connected to, whatever the name leads to by now. */
  readonly addresses: readonly LookupAddress[];
}

export interface Exchanged {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
  /** The body was longer than 1 MB and is kept only up to there. */
  readonly truncated: boolean;
}

/** Sends one request over a connection of its own and reads its answer. Throws what Node throws, or the signal's reason. */
export async function exchange(wanted: Exchange): Promise<Exchanged> {
  try {
    const response = await begin(wanted);
    const headers = headersOf(response);
    return { status: response.statusCode ?? 0, headers, ...(await readBody(response, headers)) };
  } catch (thrown) {
    wanted.signal.throwIfAborted();
    throw thrown;
  }
}

async function begin({ method, url, headers, body, signal, addresses }: Exchange): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const send = url.protocol === "https:" ? requestHttps : requestHttp;
    const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
    const request = send(url, {
      method,
      headers: { ...Object.fromEntries(headers), "accept-encoding": "identity", ...length },
      signal,
      // A connection that is used again may be closed by the other side at that very moment.
      agent: false,
      lookup: (_host, options, found) => {
        const [first] = addresses;
        if (options.all === true) found(null, [...addresses]);
        else found(null, first?.address ?? "", first?.family ?? 4);
      },
    });
    request.on("response", resolve);
    request.on("error", reject);
    request.end(body);
  });
}

function headersOf(response: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(response.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  return headers;
}

async function readBody(response: IncomingMessage, headers: Headers): Promise<Pick<Exchanged, "body" | "truncated">> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of decoded(response, headers.get("content-encoding")) as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.byteLength;
      if (size > maxBodyBytes) break;
    }
  } finally {
    response.destroy();
  }
  const body = Buffer.concat(chunks).subarray(0, maxBodyBytes).toString("utf8");
  return { body, truncated: size > maxBodyBytes };
}

const decoders: ReadonlyMap<string, () => Transform> = new Map<string, () => Transform>([
  ["gzip", createGunzip],
  ["br", createBrotliDecompress],
  ["deflate", createInflate],
]);

/** Some servers compress although they were asked not to. */
function decoded(response: IncomingMessage, encoding: string | null): Readable {
  const decoder = decoders.get(encoding ?? "")?.();
  if (decoder === undefined) return response;
  response.on("error", (thrown) => decoder.destroy(thrown));
  return response.pipe(decoder);
}
