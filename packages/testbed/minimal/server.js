import { readFileSync } from "node:fs";
import { createServer } from "node:http";

const { version } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));

const server = createServer((request, response) => {
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ status: "ok", version, path: request.url }));
});
server.listen(Number(process.env["PORT"] ?? "8080"), "127.0.0.1");

process.once("SIGTERM", () => {
  server.close(() => process.exit(0));
  server.closeIdleConnections();
});
