import { account, customerOf, login, logout, register, tokenOf } from "./accounts.js";
import { addToCart, checkout } from "./cart.js";
import { listProducts } from "./catalogue.js";
import { readJson } from "./input.js";
import { page } from "./page.js";
import { Problem } from "./problem.js";

const routes = new Map([
  ["GET /", { run: page }],
  ["GET /health", { run: health }],
  ["GET /version", { run: async ({ version }) => ({ status: 200, json: { version } }) }],
  ["GET /products", { run: listProducts }],
  ["POST /register", { run: register }],
  ["POST /login", { run: login }],
  ["GET /account", { run: account, forCustomers: true }],
  ["POST /cart", { run: addToCart, forCustomers: true }],
  ["POST /checkout", { run: checkout, forCustomers: true }],
  ["POST /logout", { run: logout, forCustomers: true }],
]);

/** The service as a listener for `node:http`. `world` = { store, settings, version, clock, log }. */
export function createApp(world) {
  return async (request, response) => {
    const answer = await answerTo(request, world);
    response.statusCode = answer.status;
    response.setHeader("x-shop-version", world.version);
    response.setHeader("content-type", answer.html ? "text/html; charset=utf-8" : "application/json");
    response.end(answer.html ?? (answer.json && JSON.stringify(answer.json)));
  };
}

async function answerTo(request, world) {
  try {
    const url = new URL(request.url, "http://shop");
    const route = routes.get(`${request.method} ${url.pathname}`);
    if (route === undefined) throw new Problem(404, `There is no ${request.method} ${url.pathname}.`);
    const now = world.clock();
    const token = tokenOf(request.headers);
    return await route.run({
      ...world,
      now,
      token,
      headers: request.headers,
      parameters: url.searchParams,
      customer: route.forCustomers ? await customerOf(world.store, token, now) : undefined,
      body: request.method === "POST" ? await readJson(request) : {},
    });
  } catch (error) {
    if (error instanceof Problem) return { status: error.status, json: { error: error.message } };
    world.log(`${request.method} ${request.url}: ${error.stack}`);
    return { status: 500, json: { error: "The shop has a problem. It has been written down." } };
  }
}

async function health({ store, version, settings }) {
  await store.ping();
  return { status: 200, json: { status: "ok", version, environment: settings.environment } };
}
