import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A server on the loopback that can go away and come back on the same port. */
export class ComingAndGoing {
  readonly #answer: RequestListener;
  #server: Server | undefined;
  port = 0;

  constructor(answer: RequestListener) {
    this.#answer = answer;
  }

  async come(): Promise<void> {
    if (this.#server !== undefined) return;
    const server = createServer(this.#answer);
    await new Promise<void>((resolve) => void server.listen(this.port, "127.0.0.1", resolve));
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- listening, on TCP
    this.port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  async go(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    server?.closeAllConnections();
    if (server !== undefined) await new Promise((resolve) => server.close(resolve));
  }
}

/** Versions that count what clients ask of them, second by second. */
export class Counting {
  nowMs = 1_000_000;
  isCounting = true;
  each = 0;
  failing: readonly string[] = [];
  readonly seconds: { readonly t: number; readonly versions: Record<string, { requests: number; errors: number }> }[] =
    [];

  pass(ms: number): void {
    for (const untilMs = this.nowMs + ms; this.nowMs < untilMs; this.nowMs += 1000) {
      if (!this.isCounting) continue;
      const of = (version: string) => ({ requests: this.each, errors: this.failing.includes(version) ? this.each : 0 });
      this.seconds.push({ t: this.nowMs, versions: { v1: of("v1"), v2: of("v2") } });
    }
  }

  /** What a counter of a version, which began at `sinceMs`, shows at each second in a range. */
  shown(version: string, kind: "requests" | "errors", [fromMs, toMs]: readonly [number, number], sinceMs: number) {
    let value = 0;
    const samples: [number, number][] = [];
    for (const { t, versions } of this.seconds) {
      if (t < sinceMs) continue;
      value += versions[version]?.[kind] ?? 0;
      if (t + 1000 >= fromMs && t + 1000 <= toMs) samples.push([t + 1000, value]);
    }
    return samples;
  }
}
