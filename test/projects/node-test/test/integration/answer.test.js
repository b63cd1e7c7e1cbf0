import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import test from "node:test";

import { answer } from "../../src/answer.js";

test("greets over HTTP", async () => {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  const base = `http://127.0.0.1:${server.address().port}`;
  assert.equal(await (await fetch(`${base}/?name=Ada`)).text(), "Hello, Ada!");
  assert.equal(await (await fetch(`${base}/`)).text(), "Hello!");
  assert.equal(await (await fetch(`${base}/health`)).text(), "ok");
  server.close();
  server.closeAllConnections();
});
