import assert from "node:assert/strict";
import { test } from "node:test";
import { money, priceOf } from "../../src/pricing.js";

test("an empty cart costs nothing, not even shipping", () => {
  assert.deepEqual(priceOf([]), { goods: 0, discount: 0, shipping: 0, total: 0 });
});

test("small carts pay shipping", () => {
  assert.equal(priceOf([{ price: 890, quantity: 2 }]).total, 2270);
});

test("from 50 EUR shipping is free", () => {
  assert.equal(priceOf([{ price: 5000, quantity: 1 }]).shipping, 0);
});

test("from 100 EUR there are ten percent off", () => {
  assert.deepEqual(priceOf([{ price: 7900, quantity: 2 }]), { goods: 15_800, discount: 1580, shipping: 0, total: 14_220 });
});

test("money is readable", () => {
  assert.equal(money(123_456), "1,234.56 EUR");
});
