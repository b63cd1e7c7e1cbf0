/**
 * Clients of a service: `node clients.ts URL REQUESTS_PER_SECOND SECONDS`, each request from another client, one in five a
 * POST where the path is `/`. The rate does not depend on the answers; at most 200 requests are open. Prints one line of
 * JSON when it has ended by itself or by SIGTERM, and every request that was open then has its end.
 */
import { Agent, request as ask } from "node:http";

import type { Failure, Met, Tally } from "./tally.ts";

const [url = "", rate = "500", seconds = "120"] = process.argv.slice(2);
const TICK_MS = 10;
const MAX_OPEN = 200;
const MAX_FAILURES = 50_000;
const TIMEOUT_MS = 10_000;
const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const versions: Record<string, Met> = {};
const failures: Failure[] = [];
let sent = 0;
let open = 0;
let late = 0;
let isLeaving = false;
const startedAt = performance.now();

const timer = setInterval(() => {
  const elapsedMs = performance.now() - startedAt;
  if (elapsedMs >= Number(seconds) * 1000) return leave();
  const due = Math.floor((elapsedMs / 1000) * Number(rate));
  late = Math.max(late, due - sent);
  while (sent < due && open < MAX_OPEN) send();
}, TICK_MS);
process.once("SIGTERM", leave);

function send(): void {
  sent += 1;
  open += 1;
  const at = Date.now();
  // The shop takes POSTs of those who are signed in only.
  const posts = sent % 5 === 0 && new URL(url).pathname === "/";
  const headers = {
    "x-client-id": `client-${process.pid}-${sent}`,
    ...(posts ? { "content-type": "text/plain" } : {}),
  };
  let isOver = false;
  const end = (failure?: Omit<Failure, "at" | "answeredAt">) => {
    if (isOver) return;
    isOver = true;
    open -= 1;
    if (failure !== undefined && failures.length < MAX_FAILURES)
      failures.push({ at, answeredAt: Date.now(), ...failure });
    if (isLeaving && open === 0) report();
  };
  const request = ask(url, { agent, headers, timeout: TIMEOUT_MS, method: posts ? "POST" : "GET" }, (response) => {
    const { statusCode: status = 0, headers: answer } = response;
    let text = "";
    response.on("data", (chunk: Buffer) => (text = `${text}${chunk.toString()}`.slice(0, 200)));
    response.once("close", () => {
      const version = String(answer["x-served-by"] ?? versionIn(text));
      const met = versions[version] ?? { requests: 0, firstAt: at, lastAt: at };
      versions[version] = {
        requests: met.requests + 1,
        firstAt: Math.min(met.firstAt, at),
        lastAt: Math.max(met.lastAt, at),
      };
      if (!response.complete) end({ version, status, error: "the answer broke off" });
      else if (status < 500) end();
      else end({ version, status, error: text });
    });
  });
  request.once("timeout", () => request.destroy(new Error("no answer")));
  request.once("error", (error) => end({ error: error.message }));
  request.end(posts ? "one cup" : undefined);
}

/** The small project says its own version, where the platform does not say whose answer it is. */
function versionIn(text: string): string {
  const version = /"version":"(?<version>[^"]+)"/.exec(text)?.groups?.["version"];
  return version === undefined ? "nobody" : `v${version}`;
}

/** Those who were asked for something are still answered, and counted. */
function leave(): void {
  clearInterval(timer);
  isLeaving = true;
  if (open === 0) report();
}

function report(): void {
  agent.destroy();
  const ranMs = performance.now() - startedAt;
  const tally: Tally = { sent, ranMs, late, versions, failures };
  process.stdout.write(`${JSON.stringify(tally)}\n`, () => process.exit(0));
}
