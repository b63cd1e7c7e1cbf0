import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { test } from "node:test";
import { customerOf, logout, register } from "../../src/accounts.js";
import { addToCart, checkout } from "../../src/cart.js";
import { listProducts } from "../../src/catalogue.js";
import { readJson } from "../../src/input.js";
import { page } from "../../src/page.js";
import { charge } from "../../src/payments.js";

const cup = { id: 1, product: 1, name: "Cup", price: 890, quantity: 2 };
const customer = { id: 7, sandbox: false };

test("a body is read to its end, but not without end", async () => {
  assert.deepEqual(await readJson(Readable.from([Buffer.from('{"a":'), Buffer.from("1}")])), { a: 1 });
  await assert.rejects(readJson(Readable.from([Buffer.alloc(70_000)])), { status: 413 });
});

test("an address can be registered once", async () => {
  const body = { email: "anna@example.com", password: "correct horse" };
  assert.equal((await register({ body, store: { addAccount: async () => ({ id: 1 }) } })).status, 201);
  await assert.rejects(register({ body, store: { addAccount: async () => undefined } }), { status: 409 });
});

test("a token that nobody has is refused, and signing out ends one", async () => {
  const ended = [];
  const store = { accountByToken: async () => undefined, endSession: async (token) => ended.push(token) };
  await assert.rejects(customerOf(store, "abcdefghijklmnop", 0), { status: 401 });
  await assert.rejects(customerOf(store, undefined, 0), { status: 401 });
  assert.equal((await logout({ store, token: "abc" })).status, 204);
  assert.deepEqual(ended, ["abc"]);
});

test("the catalogue says how many pages there are", async () => {
  const store = { products: async () => ({ total: 41, products: [cup] }) };
  const { json } = await listProducts({ store, parameters: new URLSearchParams("page=2"), headers: {} });
  assert.equal(json.pages, 3);
  assert.equal(json.page, 2);
});

test("the page names its version and its products", async () => {
  const { html } = await page({ store: { products: async () => ({ products: [cup] }) }, version: "1.0.0" });
  assert.match(html, /Cup, 8\.90 EUR/);
  assert.match(html, /Version 1\.0\.0/);
});

test("a cart is priced, a product that does not exist is not added", async () => {
  const store = { putLine: async ({ product }) => (product === 1 ? cup : undefined), cart: async () => [cup] };
  assert.equal((await addToCart({ store, customer, body: { product: 1, quantity: 2 } })).json.total, 2270);
  await assert.rejects(addToCart({ store, customer, body: { product: 2 } }), { status: 404 });
});

test("without a payment service an order waits for its money", async () => {
  const store = { cart: async () => [cup], placeOrder: async () => ({ id: 3 }) };
  const { json } = await checkout({ store, customer, settings: {} });
  assert.deepEqual(json, { order: 3, total: 2270, payment: "pending" });
  await assert.rejects(checkout({ store: { cart: async () => [] }, customer, settings: {} }), { status: 409 });
});

test("an unreachable payment service does not lose the order", async () => {
  assert.equal(await charge("http://127.0.0.1:1", { reference: "a", cents: 1 }), "pending");
});
