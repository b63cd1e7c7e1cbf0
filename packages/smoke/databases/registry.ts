import type { Driver } from "./store.ts";

/** To add a database: write one file beside this one, then add its schemes here. A driver is loaded when it is used. */
const drivers: ReadonlyMap<string, () => Promise<{ readonly driver: Driver }>> = new Map([
  ["postgres", async () => import("./postgres.ts")],
  ["postgresql", async () => import("./postgres.ts")],
  ["mysql", async () => import("./mysql.ts")],
  ["mariadb", async () => import("./mysql.ts")],
  ["redis", async () => import("./redis.ts")],
  ["rediss", async () => import("./redis.ts")],
  ["mongodb", async () => import("./mongodb.ts")],
  ["mongodb+srv", async () => import("./mongodb.ts")],
]);

/** Schemes of URLs that are understood. */
export const schemes: readonly string[] = [...drivers.keys()];

/** The driver for the scheme of a URL; `undefined` when there is none. */
export async function findDriver(url: string): Promise<Driver | undefined> {
  const scheme = /^([a-z][a-z0-9+]*):\/\//i.exec(url)?.[1]?.toLowerCase();
  const load = scheme === undefined ? undefined : drivers.get(scheme);
  return load === undefined ? undefined : (await load()).driver;
}
