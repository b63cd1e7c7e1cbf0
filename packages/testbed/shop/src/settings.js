/** The settings of the service, read once from the environment; all mistakes at once. */
export function readSettings(env) {
  const problems = [];
  const port = Number(env.PORT ?? "8080");
  if (!Number.isInteger(port) || port < 0 || port > 65535) problems.push(`PORT: must be 0 to 65535, got "${env.PORT}"`);
  const schema = env.DATABASE_SCHEMA ?? "public";
  if (!/^[a-z_][a-z0-9_]*$/.test(schema)) problems.push(`DATABASE_SCHEMA: must be a plain name, got "${schema}"`);
  if (problems.length > 0) throw new Error(`Wrong settings.\n${problems.join("\n")}`);
  return {
    port,
    schema,
    environment: env.SHOP_ENV ?? "development",
    /** Without it, or with DATABASE_EMBEDDED=true, the service brings its own database. */
    databaseUrl: env.DATABASE_URL || undefined,
    embedded: env.DATABASE_EMBEDDED === "true" || !env.DATABASE_URL,
    paymentsUrl: env.PAYMENTS_URL || undefined,
    /** Password of the sandbox account that smoke tests sign in with; no password, no account. */
    smokePassword: env.SMOKE_PASSWORD || undefined,
  };
}
