import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { SMOKE_ACCOUNT } from "./accounts.js";
import { createApp } from "./app.js";
import { firstProducts } from "./catalogue.js";
import { connect } from "./database.js";
import { hashPassword } from "./passwords.js";
import { readSettings } from "./settings.js";
import { createStore } from "./store.js";

const settings = readSettings(process.env);
const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
const database = settings.embedded ? await openEmbedded() : connect(settings.databaseUrl);
const store = createStore(database.query, settings.schema);

await store.migrate(firstProducts);
if (settings.smokePassword !== undefined) {
  await store.addAccount({ email: SMOKE_ACCOUNT, hash: await hashPassword(settings.smokePassword), sandbox: true });
}

const app = createApp({ store, settings, version, clock: Date.now, log: (line) => console.error(line) });
const server = createServer(app);
server.listen(settings.port, "127.0.0.1", () => {
  console.log(`shop ${version} on http://127.0.0.1:${server.address().port} (${settings.environment})`);
});

for (const signal of ["SIGTERM", "SIGINT"]) process.once(signal, stop);

/** Answers what has been asked, accepts no more, then goes. */
function stop() {
  server.close(async () => {
    await database.close();
    process.exit(0);
  });
  server.closeIdleConnections();
}

/** Development only: the package is not installed in production. */
async function openEmbedded() {
  const { openDatabase } = await import("../tools/embedded-database.js");
  const port = settings.databaseUrl === undefined ? undefined : Number(new URL(settings.databaseUrl).port);
  return openDatabase({ port });
}
