import assert from "node:assert/strict";
import { test } from "node:test";
import { createStore } from "../../src/store.js";

function recording(rows = []) {
  const asked = [];
  const query = async (text, values) => {
    asked.push({ text, values });
    return { rows };
  };
  return { asked, store: createStore(query, "staging") };
}

test("every statement stays in its schema", async () => {
  const { asked, store } = recording();
  await store.migrate([{ name: "Cup", price: 890 }]);
  await store.ordersOf(1);
  await store.cart(1);
  assert.ok(asked.every(({ text }) => !text.includes("$schema") && text.includes("staging")));
});

test("a page of the catalogue is a window on the whole list", async () => {
  const { asked, store } = recording([{ id: 21, name: "Cup", price: 890, total: 41 }]);
  assert.deepEqual(await store.products({ page: 2, search: "" }), {
    total: 41,
    products: [{ id: 21, name: "Cup", price: 890 }],
  });
  assert.deepEqual(asked[0].values, [20, 20, "%%"]);
});

test("what a customer searches for is no pattern", async () => {
  const { asked, store } = recording();
  assert.equal((await store.products({ page: 1, search: "100%_" })).total, 0);
  assert.equal(asked[0].values[2], "%100\\%\\_%");
});
