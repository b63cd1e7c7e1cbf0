/** The payment service of the demo: `node payments.ts [port]`. Prints its URL; accepts every charge, each reference once. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const charged = new Set<string>();

const server = createServer((request, response) => {
  request.resume();
  const isCharge = request.method === "POST" && request.url === "/charges";
  if (isCharge) charged.add(String(request.headers["idempotency-key"]));
  const known = isCharge || request.url === "/health";
  response.writeHead(known ? 200 : 404, { "content-type": "application/json" });
  response.end(JSON.stringify({ status: known ? "ok" : "not found", charged: charged.size }));
});

server.listen(Number(process.argv[2] ?? "0"), "127.0.0.1", () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.once("SIGTERM", () => {
  server.close(() => process.exit(0));
  server.closeAllConnections();
});
