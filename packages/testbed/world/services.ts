import { fileURLToPath } from "node:url";
import { Client } from "pg";
import { freePort } from "#process";
import type { ConfigValue } from "./project.ts";
import { settleAll, startProgram } from "./processes.ts";

/** Where the programs around the shop listen. */
export interface Services {
  readonly payments: string;
  readonly databases: { readonly staging: string; readonly production: string };
  /** For the development environment, which brings its database itself. */
  readonly developmentDatabase: string;
}

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const databaseProgram = file("../shop/tools/database.js");

/** Starts the payment service and a database for staging and production each. */
export async function startServices(directory: string): Promise<Services> {
  const [payments, staging, production, port] = await settleAll([
    startProgram(directory, "payments", file("../services/payments.ts")),
    startProgram(directory, "database-staging", databaseProgram),
    startProgram(directory, "database-production", databaseProgram),
    freePort(),
  ]);
  return {
    payments: payments.line,
    databases: { staging: staging.line, production: production.line },
    developmentDatabase: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`,
  };
}

/** The release configuration's view of the services. */
export function serviceValues({ payments, databases, developmentDatabase }: Services): readonly ConfigValue[] {
  const development = ["environments", "development", "env"];
  return [
    [["smoke", "external", 0, "url"], `${payments}/health`],
    [[...development, "DATABASE_URL"], developmentDatabase],
    [[...development, "PAYMENTS_URL"], payments],
    ...(["staging", "production"] as const).flatMap((name): ConfigValue[] => [
      [["environments", name, "settings", "env", "DATABASE_URL"], databases[name]],
      [["environments", name, "settings", "env", "PAYMENTS_URL"], payments],
      [["environments", name, "env", "DATABASE_URL"], databases[name]],
    ]),
  ];
}

/** Production has sold for years: 500 products in all, where a new database has a dozen. */
export async function fillProduction(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      `INSERT INTO public.products (name, price)
       SELECT 'Cup no. ' || n, 500 + n FROM generate_series(1, 500 - (SELECT count(*)::int FROM public.products)) AS n
       ON CONFLICT (name) DO NOTHING`,
    );
  } finally {
    await client.end();
  }
}

/** Starts customers: `requestsPerSecond` against `url`, for `seconds`, each request another customer. */
export async function startCustomers(
  directory: string,
  customers: { readonly url: string; readonly requestsPerSecond: number; readonly seconds: number },
): Promise<void> {
  const { url, requestsPerSecond, seconds } = customers;
  const args = [url, String(requestsPerSecond), String(seconds)];
  await startProgram(directory, "customers", file("../services/load.ts"), args);
}
