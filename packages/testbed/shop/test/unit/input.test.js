import assert from "node:assert/strict";
import { test } from "node:test";
import { parseCredentials, parseLine, parseListing, parseObject } from "../../src/input.js";

test("a body is a JSON object or nothing", () => {
  assert.deepEqual(parseObject(""), {});
  assert.deepEqual(parseObject('{"a":1}'), { a: 1 });
  for (const text of ["[]", "null", "1", "{"]) assert.throws(() => parseObject(text), { status: 400 });
});

test("an address is kept in lower case", () => {
  assert.equal(parseCredentials({ email: "Anna@Example.com", password: "long enough" }).email, "anna@example.com");
});

test("wrong addresses and short passwords are refused", () => {
  assert.throws(() => parseCredentials({ email: "anna", password: "long enough" }), { status: 422 });
  assert.throws(() => parseCredentials({ email: "anna@example.com", password: "short" }), { status: 422 });
});

test("a line has a product and 1 to 99 pieces", () => {
  assert.deepEqual(parseLine({ product: 3 }), { product: 3, quantity: 1 });
  for (const quantity of [0, -1, 100, 1.5, "2"]) assert.throws(() => parseLine({ product: 3, quantity }), { status: 422 });
  assert.throws(() => parseLine({ product: "3" }), { status: 422 });
});

test("pages count from one", () => {
  assert.deepEqual(parseListing(new URLSearchParams("page=2&search=cup")), { page: 2, search: "cup" });
  assert.deepEqual(parseListing(new URLSearchParams()), { page: 1, search: "" });
  for (const page of ["0", "x", "1.5"]) assert.throws(() => parseListing(new URLSearchParams({ page })), { status: 422 });
});
