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
  return { query: (text, values) => pool.query(inline(text, values)), close: () => pool.end() };
}

/**
 * The statement with its values in place, quoted. The socket of the embedded database takes the messages of all
 * connections in turn, and would mix up two prepared statements; a plain statement is one message.
 */
function inline(text, values = []) {
  return text.replaceAll(/\$(\d+)/g, (_, number) => literal(values[number - 1]));
}

function literal(value) {
  if (value === null || value === undefined) return "NULL";
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  return pg.escapeLiteral(value instanceof Date ? value.toISOString() : String(value));
}
