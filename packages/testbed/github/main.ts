import { parseArgs } from "node:util";
import { GitHubServer } from "./server.ts";

// The stand-in as a process: `node main.ts --data DIR [--port N]`. Says `ready URL` and serves until SIGTERM.
const { values } = parseArgs({ options: { data: { type: "string" }, port: { type: "string", default: "0" } } });
if (values.data === undefined) throw new Error("Say where the stand-in keeps its data: --data DIR");

const server = new GitHubServer({ dataDirectory: values.data, port: Number(values.port), realMs: Date.now });
const url = await server.start();
process.stdout.write(`ready ${url}\n`);

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => {
    void server.stop().then(() => process.exit(0));
  });
}
