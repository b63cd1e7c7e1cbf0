import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** What somebody outside was sent. */
export interface Received {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** How the receiver behaves at its next requests; `silence`: no answer comes. */
export type Mood = number | "silence";

/** Somebody outside who is told things, over real HTTP. It answers 200, or what its moods say, one after another. */
export interface Receiver {
  readonly url: string;
  readonly received: readonly Received[];
  readonly moods: Mood[];
  close(): Promise<void>;
}

/** Opens one on a free port. */
export async function openReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const moods: Mood[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const text = Buffer.concat(chunks).toString("utf8");
      const body = JSON.parse(text) as Received["body"];
      received.push({ path: request.url ?? "", headers: request.headers, body, text });
      const mood = moods.shift() ?? 200;
      if (mood === "silence") return;
      response.writeHead(mood, mood === 429 ? { "retry-after": "1" } : {}).end("ok");
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    moods,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
