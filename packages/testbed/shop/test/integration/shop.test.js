import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { SMOKE_ACCOUNT } from "../../src/accounts.js";
import { createApp } from "../../src/app.js";
import { firstProducts } from "../../src/catalogue.js";
import { connect } from "../../src/database.js";
import { createStore } from "../../src/store.js";
import { hashPassword } from "../../src/passwords.js";
import { openDatabase } from "../../tools/embedded-database.js";

// The real service and the real driver against a real PostgreSQL in this process; only the payment service is played.
const charges = [];
const payments = createServer((request, response) => {
  charges.push(request.headers["idempotency-key"]);
  response.statusCode = 201;
  response.end();
});
let database, connection, service, url;

before(async () => {
  database = await openDatabase({ port: 0 });
  connection = connect(database.url);
  const store = createStore(connection.query, "shop");
  await store.migrate(firstProducts);
  await store.migrate(firstProducts);
  await store.addAccount({ email: SMOKE_ACCOUNT, hash: await hashPassword("smoke-only"), sandbox: true });
  const settings = { environment: "test", schema: "shop", paymentsUrl: await listen(payments) };
  service = createServer(createApp({ store, settings, version: "1.2.3", clock: Date.now, log: () => {} }));
  url = await listen(service);
});

after(async () => {
  service.close();
  payments.close();
  await connection.close();
  await database.close();
});

async function listen(server) {
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return `http://127.0.0.1:${server.address().port}`;
}

async function ask(method, path, { body, token } = {}) {
  const response = await fetch(url + path, {
    method,
    headers: { connection: "close", ...(token && { authorization: `Bearer ${token}` }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, json: text.startsWith("{") ? JSON.parse(text) : undefined, text };
}

async function signIn(email, password) {
  return (await ask("POST", "/login", { body: { email, password } })).json.token;
}

test("tells that it is well, and which version it is", async () => {
  const { status, headers, json } = await ask("GET", "/health");
  assert.equal(status, 200);
  assert.equal(json.status, "ok");
  assert.equal(headers.get("x-shop-version"), "1.2.3");
  assert.equal((await ask("GET", "/version")).json.version, "1.2.3");
});

test("lists the catalogue once, however often it was migrated", async () => {
  const { json } = await ask("GET", "/products");
  assert.equal(json.total, firstProducts.length);
  assert.equal(json.pages, 1);
  assert.equal(json.products[0].name, "Espresso cup");
});

test("finds products by a part of their name, and only those", async () => {
  assert.equal((await ask("GET", "/products?search=CUP")).json.total, 2);
  assert.equal((await ask("GET", "/products?search=%25")).json.total, 0);
});

test("a customer registers, signs in, buys and signs out", async () => {
  const body = { email: "anna@example.com", password: "correct horse" };
  assert.equal((await ask("POST", "/register", { body })).status, 201);
  assert.equal((await ask("POST", "/register", { body })).status, 409);
  const token = await signIn(body.email, body.password);

  const cart = await ask("POST", "/cart", { token, body: { product: 4, quantity: 2 } });
  assert.equal(cart.json.total, 14_220);
  const bought = await ask("POST", "/checkout", { token });
  assert.equal(bought.status, 201);
  assert.equal(bought.json.payment, "paid");
  assert.equal(charges.length, 1);
  assert.equal((await ask("GET", "/account", { token })).json.orders[0].total, 14_220);

  assert.equal((await ask("POST", "/checkout", { token })).status, 409);
  assert.equal((await ask("POST", "/logout", { token })).status, 204);
  assert.equal((await ask("GET", "/account", { token })).status, 401);
});

test("the sandbox account buys without money", async () => {
  const token = await signIn(SMOKE_ACCOUNT, "smoke-only");
  await ask("POST", "/cart", { token, body: { product: 1 } });
  assert.equal((await ask("POST", "/checkout", { token })).json.payment, "sandbox");
});

test("says what is wrong", async () => {
  const token = await signIn(SMOKE_ACCOUNT, "smoke-only");
  assert.equal((await ask("POST", "/login", { body: { email: "x@example.com", password: "no such one" } })).status, 401);
  assert.equal((await ask("POST", "/cart", { token, body: { product: 999 } })).status, 404);
  assert.equal((await ask("POST", "/cart", { token, body: { product: 1, quantity: 0 } })).status, 422);
  assert.equal((await ask("GET", "/nothing")).status, 404);
});

test("the page offers every product", async () => {
  const { text } = await ask("GET", "/");
  assert.equal(text.match(/<option/g).length, firstProducts.length);
  assert.match(text, /Version 1\.2\.3/);
});
