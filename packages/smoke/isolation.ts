import { CheckFailure } from "./check-failure.ts";
import type { SmokeOptions } from "./contract.ts";

const defaultPorts: Readonly<Record<string, string>> = {
  "http:": "80",
  "https:": "443",
  "postgres:": "5432",
  "mysql:": "3306",
  "redis:": "6379",
  "mongodb:": "27017",
};
const sameScheme: Readonly<Record<string, string>> = {
  "postgresql:": "postgres:",
  "mariadb:": "mysql:",
  "rediss:": "redis:",
};

type Isolated = Pick<SmokeOptions, "production">;

/** The places of a database (one for each member), whoever logs in and however its URL is spelt; none for no such URL. */
function databasePlaces(text: string): readonly string[] {
  const [, start = "", account = "", hosts = "", rest = ""] = /^([a-z+]+:\/\/)(.*@)?([^/?#@]*)(.*)$/is.exec(text) ?? [];
  return hosts.split(",").flatMap((host) => {
    const one = `${start}${account}${host}${rest}`;
    if (start === "" || !URL.canParse(one)) return [];
    const url = new URL(one);
    const scheme = sameScheme[url.protocol] ?? url.protocol;
    if (scheme === "http:" || scheme === "https:") return [];
    return [`${scheme}//${hostOf(url, scheme)}${url.pathname.replace(/\/+$/, "")}`];
  });
}

/** Decision 50: before production, nothing is written where production lives, and nobody logs in with its account. */
export function refuseProductionDatabase(url: string, urlFrom: string, { production = [] }: Isolated): void {
  const theirs = new Set(production.flatMap(databasePlaces));
  if (!production.includes(url) && !databasePlaces(url).some((place) => theirs.has(place))) return;
  throw new CheckFailure(
    `${urlFrom} is refused: it is the database of production, and smoke checks write. Give this environment one of its own`,
    { transient: false },
  );
}

/** Why an address may not be asked before production, unless the checks name it as a service of others. */
export function productionHost(
  production: readonly string[] = [],
  shared: readonly string[] = [],
): (url: URL) => string | undefined {
  const ours = new Set(placesOf(shared));
  const forbidden = new Set(placesOf(production).filter((host) => !ours.has(host)));
  return (url) =>
    forbidden.has(portedHost(url)) ? "it is configured for production, and this is a run before it" : undefined;
}

/** Variables that hold a credential of production; their names, never their values. */
export function productionCredentials(
  env: Readonly<Record<string, string>>,
  secrets: readonly string[],
  production: readonly string[] = [],
): readonly string[] {
  const known = new Set(production);
  return Object.entries(env)
    .filter(([, value]) => known.has(value) && secrets.includes(value))
    .map(([name]) => name);
}

function placesOf(values: readonly string[]): readonly string[] {
  const addresses = values.filter((value) => /^https?:\/\//i.test(value) && URL.canParse(value));
  return addresses.map((value) => portedHost(new URL(value)));
}

function portedHost(url: URL): string {
  return hostOf(url, url.protocol);
}

function hostOf(url: URL, scheme: string): string {
  const host = url.hostname.toLowerCase().replace(/\.$/, "");
  const local = host === "localhost" || host === "[::1]" ? "127.0.0.1" : host;
  return `${local}:${url.port === "" ? (defaultPorts[scheme] ?? "") : url.port}`;
}
