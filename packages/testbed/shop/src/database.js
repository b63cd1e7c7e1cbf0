import pg from "pg";

/** A pool of one connection, given back soon: the versions of a release share the database. */
export function connect(url) {
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    idleTimeoutMillis: 1_000,
    connectionTimeoutMillis: 5_000,
    query_timeout: 5_000,
  });
  pool.on("error", (error) => console.error(`database: ${error.message}`));
  return { query: (text, values) => pool.query(text, values), close: () => pool.end() };
}
