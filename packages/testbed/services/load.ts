/**
 * Customers of the demo: `node load.ts URL REQUESTS_PER_SECOND SECONDS`. Each request comes from another customer; the
 * rate does not depend on the answers. Stops by itself; prints `{"sent":…,"failed":…}` as its last line.
 */
import { Agent, get } from "node:http";

const [url = "", rate = "60", seconds = "120"] = process.argv.slice(2);
const TICK_MS = 50;
const MAX_OPEN = 200;
const TIMEOUT_MS = 10_000;
const agent = new Agent({ keepAlive: true, maxSockets: 32 });
const count = { sent: 0, failed: 0, open: 0 };
const startedAt = performance.now();

const timer = setInterval(() => {
  const elapsedMs = performance.now() - startedAt;
  if (elapsedMs >= Number(seconds) * 1000) return goHome();
  const due = Math.floor((elapsedMs / 1000) * Number(rate));
  while (count.sent < due && count.open < MAX_OPEN) ask();
}, TICK_MS);
let leaving = false;
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, stop);
console.log(url);

function ask(): void {
  count.sent += 1;
  count.open += 1;
  const path = count.sent % 10 === 0 ? "/" : "/products";
  const headers = { "x-client-id": `customer-${process.pid}-${count.sent}` };
  const request = get(new URL(path, url), { agent, headers, timeout: TIMEOUT_MS }, (response) => {
    response.resume();
    response.once("close", () => done((response.statusCode ?? 0) < 500));
  });
  request.once("timeout", () => request.destroy(new Error("no answer")));
  request.once("error", () => done(false));
}

function done(well: boolean): void {
  count.open -= 1;
  if (!well) count.failed += 1;
  if (leaving && count.open === 0) stop();
}

/** The day is over: those who were asked for something are still answered, and counted. */
function goHome(): void {
  clearInterval(timer);
  leaving = true;
  if (count.open === 0) stop();
}

function stop(): void {
  clearInterval(timer);
  agent.destroy();
  console.log(JSON.stringify({ sent: count.sent, failed: count.failed }));
  process.exit(0);
}
