/** Products on one page of the catalogue. */
export const PAGE_SIZE = 20;

/**
 * Everything the service asks of its database. Each function is one short statement: several versions of the service
 * share the database during a release, and none may hold it. `schema` is a checked plain name.
 */
export function createStore(query, schema) {
  const run = async (text, values = []) => (await query(text.replaceAll("$schema", schema), values)).rows;
  const one = async (text, values) => (await run(text, values))[0];

  return {
    ping: () => one("SELECT 1 AS alive"),

    async migrate(products) {
      for (const statement of TABLES) await run(statement);
      const values = products.flatMap(({ name, price }) => [name, price]);
      const rows = products.map((_, index) => `($${2 * index + 1}, $${2 * index + 2}::int)`).join(", ");
      await run(`INSERT INTO $schema.products (name, price) VALUES ${rows} ON CONFLICT (name) DO NOTHING`, values);
    },

    /** One page; `total` counts the whole list. */
    async products({ page, search }) {
      const rows = await run(
        `SELECT id, name, price, count(*) OVER ()::int AS total FROM $schema.products
         WHERE name ILIKE $3 ORDER BY id LIMIT $1 OFFSET $2`,
        [PAGE_SIZE, (page - 1) * PAGE_SIZE, `%${search.replaceAll(/[\\%_]/g, "\\$&")}%`],
      );
      return { total: rows[0]?.total ?? 0, products: rows.map(({ id, name, price }) => ({ id, name, price })) };
    },

    addAccount: ({ email, hash, sandbox }) =>
      one(
        `INSERT INTO $schema.accounts (email, hash, sandbox) VALUES ($1, $2, $3)
         ON CONFLICT (email) DO NOTHING RETURNING id, email`,
        [email, hash, sandbox],
      ),
    accountByEmail: (email) => one("SELECT id, email, hash FROM $schema.accounts WHERE email = $1", [email]),

    addSession: ({ token, account, expires }) =>
      one("INSERT INTO $schema.sessions (token, account, expires) VALUES ($1, $2, $3) RETURNING expires", [
        token,
        account,
        expires,
      ]),
    accountByToken: (token, now) =>
      one(
        `SELECT a.id, a.email, a.sandbox FROM $schema.sessions s JOIN $schema.accounts a ON a.id = s.account
         WHERE s.token = $1 AND s.expires > $2`,
        [token, now],
      ),
    endSession: (token) => one("DELETE FROM $schema.sessions WHERE token = $1 RETURNING account", [token]),

    putLine: ({ account, product, quantity }) =>
      one(
        `INSERT INTO $schema.cart (account, product, quantity)
         SELECT $1, id, $3::int FROM $schema.products WHERE id = $2
         ON CONFLICT (account, product) DO UPDATE SET quantity = EXCLUDED.quantity RETURNING product`,
        [account, product, quantity],
      ),
    cart: (account) =>
      run(
        `SELECT c.product, p.name, p.price, c.quantity FROM $schema.cart c JOIN $schema.products p ON p.id = c.product
         WHERE c.account = $1 ORDER BY c.product`,
        [account],
      ),
    /** Empties the cart and keeps the order, in one statement: neither happens without the other. */
    placeOrder: ({ account, total, payment, sandbox }) =>
      one(
        `WITH emptied AS (DELETE FROM $schema.cart WHERE account = $1 RETURNING product, quantity)
         INSERT INTO $schema.orders (account, lines, total, payment, sandbox)
         SELECT $1, jsonb_agg(jsonb_build_object('product', product, 'quantity', quantity)), $2::int, $3, $4 FROM emptied
         HAVING count(*) > 0 RETURNING id`,
        [account, total, payment, sandbox],
      ),
    ordersOf: (account) =>
      run("SELECT id, total, payment FROM $schema.orders WHERE account = $1 ORDER BY id DESC LIMIT 20", [account]),
  };
}

const TABLES = [
  "CREATE SCHEMA IF NOT EXISTS $schema",
  `CREATE TABLE IF NOT EXISTS $schema.products (
     id serial PRIMARY KEY, name text UNIQUE NOT NULL, price int NOT NULL CHECK (price > 0))`,
  `CREATE TABLE IF NOT EXISTS $schema.accounts (
     id serial PRIMARY KEY, email text UNIQUE NOT NULL, hash text NOT NULL, sandbox boolean NOT NULL DEFAULT false)`,
  `CREATE TABLE IF NOT EXISTS $schema.sessions (
     token text PRIMARY KEY, account int NOT NULL REFERENCES $schema.accounts, expires timestamptz NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS $schema.cart (
     account int REFERENCES $schema.accounts, product int REFERENCES $schema.products, quantity int NOT NULL,
     PRIMARY KEY (account, product))`,
  `CREATE TABLE IF NOT EXISTS $schema.orders (
     id serial PRIMARY KEY, account int NOT NULL REFERENCES $schema.accounts, lines jsonb NOT NULL,
     total int NOT NULL, payment text NOT NULL, sandbox boolean NOT NULL DEFAULT false)`,
];
