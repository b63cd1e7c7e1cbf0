import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { GitHubServer } from "./server.ts";

// A process that keeps the stand-ins of many worlds, each with data and a port of its own: half of what one costs is its
// start, GitHub's schemas above all. `POST / {dataDirectory}` opens one, `DELETE / {url}` closes it. Says `ready URL`;
// ends with whoever holds the other end of its input.
const open = new Map<string, GitHubServer>();

async function answer(request: IncomingMessage): Promise<unknown> {
  const asked = JSON.parse(await text(request)) as { readonly dataDirectory?: string; readonly url?: string };
  if (request.method === "POST" && asked.dataDirectory !== undefined) {
    const server = new GitHubServer({ dataDirectory: asked.dataDirectory, port: 0, realMs: Date.now });
    const url = await server.start();
    open.set(url, server);
    return { url };
  }
  const server = open.get(asked.url ?? "");
  open.delete(asked.url ?? "");
  await server?.stop();
  return {};
}

const house = createServer((request, response) => {
  answer(request).then(
    (told) => response.end(JSON.stringify(told)),
    (thrown: unknown) => response.writeHead(500).end(JSON.stringify({ message: String(thrown) })),
  );
});
await new Promise<void>((resolve) => void house.listen(0, "127.0.0.1", resolve));
process.stdout.write(`ready http://127.0.0.1:${(house.address() as AddressInfo).port}\n`);
process.stdin.resume().on("close", () => process.exit(0));
