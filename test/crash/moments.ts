import { rm, writeFile } from "node:fs/promises";
import { createServer as createHttpServer } from "node:http";
import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { text } from "node:stream/consumers";

import type { OnMoment } from "./place.ts";

/** Whoever wants to know of moments outside this process. */
export interface Ear {
  tell(onMoment: OnMoment | undefined): Promise<void>;
  readonly hear: OnMoment;
  end(): Promise<void>;
}

/** Hears `told.sh`, which asks the address in `file` and goes on when it is answered. */
export async function openEar(file: string): Promise<Ear> {
  let listener: OnMoment | undefined;
  const hear: OnMoment = async (name) => listener?.(name);
  const server = createHttpServer((request, response) => {
    void hear(decodeURIComponent((request.url ?? "").slice(1))).then(
      () => response.end(),
      (thrown: unknown) => response.writeHead(500).end(String(thrown)),
    );
  });
  const port = await listening(server);
  return {
    hear,
    async tell(onMoment) {
      listener = onMoment;
      if (onMoment === undefined) await rm(file, { force: true });
      else await writeFile(file, `http://127.0.0.1:${port}`);
    },
    end: async () => closed(server),
  };
}

/** A socket of HAProxy that tells of the moments around each line that changes something. */
export async function openRelay(socket: string, hear: OnMoment) {
  const server = createServer({ allowHalfOpen: true }, (client) => {
    client.on("error", () => client.destroy());
    client.once("data", (chunk: Buffer) => {
      void answered(chunk.toString().trim(), { client, socket, hear }).catch(() => client.destroy());
    });
  });
  const port = await listening(server);
  return { address: `127.0.0.1:${port}`, end: async () => closed(server) };
}

async function answered(
  line: string,
  { client, socket, hear }: { readonly client: Socket; readonly socket: string; readonly hear: OnMoment },
): Promise<void> {
  const changes = /^(?:set|add|del) /.test(line);
  // Copying a world may take longer than the driver waits for HAProxy; to a change, blank lines are no answer.
  const patience = changes ? setInterval(() => client.write("\n"), 1000) : undefined;
  try {
    if (changes) await hear(`${line}-before`);
    const haproxy = connect(socket);
    haproxy.write(`${line}\n`);
    const answer = await text(haproxy);
    if (changes) await hear(`${line}-after`);
    client.end(answer);
  } finally {
    clearInterval(patience);
  }
}

async function listening(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

async function closed(server: Server): Promise<void> {
  server.close();
  await once(server, "close");
}
