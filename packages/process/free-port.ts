import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/** Below what Linux, macOS and Windows give to outgoing connections and to servers that ask for any port. */
const first = 20_000;
const last = 32_767;
const maxTries = 100;

/**
 * A port of this machine that nobody listens on now, for a program that will. The system's own choice would soon be
 * given to somebody else, whom we would then take for that program.
 */
export async function freePort(): Promise<number> {
  for (let tries = 1; tries <= maxTries; tries += 1) {
    const port = randomInt(first, last + 1);
    if (await isFree(port)) return port;
  }
  throw new Error(`none of ${maxTries} ports from ${first} to ${last} is free`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
