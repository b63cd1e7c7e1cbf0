import type { PlannedCommit } from "./history.ts";

/** What may be wrong with the version that is released. `crash-production`: nothing is; the demo kills the driver. */
export const faultNames = ["unit", "staging-smoke", "production-errors", "canary-latency", "crash-production"] as const;
export type Fault = (typeof faultNames)[number];

/**
 * The commits that bring a fault: code as people write it, that passes every check before the one that must find it.
 * Edits read forwards: `before` is in the good tree.
 */
export function faultCommits(fault: Fault | undefined): readonly PlannedCommit[] {
  return fault === undefined || fault === "crash-production" ? [] : [commits[fault]];
}

const commits: Readonly<Record<Exclude<Fault, "crash-production">, PlannedCommit>> = {
  // The tests still expect the old price: the unit gate fails.
  unit: {
    author: "marcus",
    message: "feat(pricing): shipping costs 5.90 EUR",
    edits: [{ path: "src/pricing.js", before: "const SHIPPING = 490;", after: "const SHIPPING = 590;" }],
  },
  // No line for staging: a session there ends at an invalid date, signing in answers 500.
  "staging-smoke": {
    author: "marcus",
    message: "feat(accounts): sessions last a day in production",
    edits: [
      {
        path: "src/accounts.js",
        before: "const SESSION_MS = 12 * 3_600_000;",
        after:
          "const HOUR_MS = 3_600_000;\nconst SESSION_HOURS = new Map(Object.entries({ development: 12, test: 12, production: 24 }));",
      },
      {
        path: "src/accounts.js",
        before: "export async function login({ store, body, now }) {",
        after: "export async function login({ store, body, settings, now }) {",
      },
      {
        path: "src/accounts.js",
        before: "expires: new Date(now + SESSION_MS) });",
        after: "expires: new Date(now + SESSION_HOURS.get(settings.environment) * HOUR_MS) });",
      },
    ],
  },
  // The list of names ends at 400, the number of products does not: with 500 products one client in five gets a 500.
  "production-errors": {
    author: "marcus",
    message: "feat(catalogue): a product of the day for each customer",
    edits: [
      {
        path: "src/store.js",
        before: "    addAccount: (",
        after: `    /** Names for the product of the day. */
    names: async () => (await run("SELECT name FROM $schema.products ORDER BY id LIMIT 400")).map(({ name }) => name),

    addAccount: (`,
      },
      {
        path: "src/catalogue.js",
        before: "export async function listProducts({ store, parameters }) {",
        after: "export async function listProducts({ store, parameters, headers, now }) {",
      },
      {
        path: "src/catalogue.js",
        before: "json: { page, pages: Math.ceil(total / PAGE_SIZE), total, products } };\n}",
        after: `json: { page, pages: Math.ceil(total / PAGE_SIZE), total, products, today: await today(store, headers, total, now) } };
}

const cache = { names: [], until: 0 };

/** Another product for each customer. The names are read once a minute. */
async function today(store, headers, total, now) {
  if (total === 0) return undefined;
  if (!(now < cache.until)) Object.assign(cache, { names: await store.names(), until: now + 60_000 });
  const client = headers["x-client-id"] ?? "";
  const number = [...client].reduce((sum, letter) => Math.imul(sum ^ letter.codePointAt(0), 16_777_619) >>> 0, 0);
  return cache.names.at(number % total).trim();
}`,
      },
      {
        path: "test/unit/handlers.test.js",
        before: "const store = { products: async () => ({ total: 41, products: [cup] }) };\n",
        after:
          'const store = { products: async () => ({ total: 41, products: [cup] }), names: async () => ["Cup"] };\n',
      },
      {
        path: "test/unit/handlers.test.js",
        before: "  assert.equal(json.page, 2);",
        after: '  assert.equal(json.page, 2);\n  assert.equal(json.today, "Cup");',
      },
    ],
  },
  // The supplier is asked in production only, and answers slowly.
  "canary-latency": {
    author: "aisha",
    message: "feat(catalogue): say what the supplier has in stock",
    edits: [
      {
        path: "src/catalogue.js",
        before: 'import { parseListing } from "./input.js";',
        after:
          'import { setTimeout as pause } from "node:timers/promises";\nimport { parseListing } from "./input.js";',
      },
      {
        path: "src/catalogue.js",
        before: "export async function listProducts({ store, parameters }) {",
        after: "export async function listProducts({ store, parameters, settings }) {",
      },
      {
        path: "src/catalogue.js",
        before: "json: { page, pages: Math.ceil(total / PAGE_SIZE), total, products } };\n}",
        after: `json: { page, pages: Math.ceil(total / PAGE_SIZE), total, products, stock: await stock(settings) } };
}

/** The supplier lets nobody ask more often than this; elsewhere than in production everything is in stock. */
const SUPPLIER_PAUSE_MS = 700;

async function stock(settings) {
  if (settings?.environment === "production") await pause(SUPPLIER_PAUSE_MS);
  return "in stock";
}`,
      },
    ],
  },
};
