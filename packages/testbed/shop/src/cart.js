import { randomUUID } from "node:crypto";
import { parseLine } from "./input.js";
import { charge } from "./payments.js";
import { priceOf } from "./pricing.js";
import { Problem } from "./problem.js";

/** POST /cart: puts a line into the cart, answers with the whole cart. */
export async function addToCart({ store, customer, body }) {
  const line = parseLine(body);
  const added = await store.putLine({ account: customer.id, ...line });
  if (added === undefined) throw new Problem(404, `There is no product ${line.product}.`);
  const lines = await store.cart(customer.id);
  return { status: 200, json: { lines, ...priceOf(lines) } };
}

/** POST /checkout: charges and turns the cart into an order. */
export async function checkout({ store, customer, settings }) {
  const lines = await store.cart(customer.id);
  if (lines.length === 0) throw new Problem(409, "The cart is empty.");
  const { total } = priceOf(lines);
  const payment = customer.sandbox
    ? "sandbox"
    : await charge(settings.paymentsUrl, { reference: randomUUID(), cents: total });
  const order = await store.placeOrder({ account: customer.id, total, payment, sandbox: customer.sandbox });
  if (order === undefined) throw new Problem(409, "The cart is empty.");
  return { status: 201, json: { order: order.id, total, payment } };
}
