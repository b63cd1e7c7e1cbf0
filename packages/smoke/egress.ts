import { lookup } from "node:dns/promises";
import type { LookupAddress } from "node:dns";
import { BlockList, isIP } from "node:net";
import { CheckFailure } from "./check-failure.ts";
import type { None, SmokeSpec } from "./contract.ts";

/** Where clouds keep the credentials of a machine, and what is next to it on its link. Nothing of a project lives there. */
const never = new BlockList();
never.addSubnet("169.254.0.0", 16, "ipv4");
never.addSubnet("fe80::", 10, "ipv6");
never.addAddress("fd00:ec2::254", "ipv6");
never.addAddress("100.100.100.200", "ipv4");

export interface EgressRules {
  readonly baseUrl: string;
  /** Origins and addresses that the configuration names. */
  readonly declared: readonly string[];
  /** Why an address may not be asked by this run; `undefined`: it may. */
  readonly forbidden: (url: URL) => string | undefined;
  readonly resolve?: (host: string) => Promise<readonly LookupAddress[]>;
}

/**
 * Which addresses the checks of one run may ask: the base address and what the configuration names, never what only an
 * answer named. A host name is looked up once; whatever it leads to later, the run stays with the first answer.
 */
export class Egress {
  readonly #rules: EgressRules;
  readonly #origins: ReadonlySet<string>;
  readonly #pinned = new Map<string, readonly LookupAddress[]>();

  constructor(rules: EgressRules) {
    this.#rules = rules;
    const named = [rules.baseUrl, ...rules.declared].filter((address) => URL.canParse(address));
    this.#origins = new Set(named.map((address) => new URL(address).origin));
  }

  /** The addresses to connect to. Throws `CheckFailure` for a place that may not be asked; `what` begins its message. */
  async admit(url: URL, what: string): Promise<readonly LookupAddress[]> {
    if (!this.#origins.has(url.origin)) {
      throw refused(
        `${what}: ${url.origin} is refused: the configuration does not name it. Add it to smoke.origins if it is right`,
      );
    }
    const why = this.#rules.forbidden(url);
    if (why !== undefined) throw refused(`${what}: ${url.origin} is refused: ${why}`);
    const addresses = await this.#addressesOf(url.hostname.replace(/^\[|\]$/g, ""));
    const bad = addresses.find(({ address, family }) => never.check(address, family === 6 ? "ipv6" : "ipv4"));
    if (bad !== undefined) {
      throw refused(
        `${what}: ${url.hostname} leads to ${bad.address}, a link-local or metadata address, which is never asked`,
      );
    }
    return addresses;
  }

  async #addressesOf(host: string): Promise<readonly LookupAddress[]> {
    const family = isIP(host);
    if (family !== 0) return [{ address: host, family }];
    const known = this.#pinned.get(host);
    if (known !== undefined) return known;
    const resolve = this.#rules.resolve ?? (async (name: string) => lookup(name, { all: true }));
    const found = await resolve(host);
    // The first answer stays, also for those who asked at the same time.
    const first = this.#pinned.get(host) ?? found;
    this.#pinned.set(host, first);
    return first;
  }
}

/** Every complete address that the checks name themselves, and `smoke.origins`. */
export function declaredIn(spec: SmokeSpec | undefined): readonly string[] {
  const steps = [
    ...listOf(spec?.api),
    ...listOf(spec?.auth),
    ...listOf(spec?.paths).flatMap((path) => ("steps" in path ? path.steps : [])),
  ];
  // A host with a name to be filled in is named by whoever fills it.
  const inSteps = steps.flatMap((step) =>
    "path" in step ? (/^https?:\/\/[^/{?#]+(?=[/?#]|$)/i.exec(step.path) ?? []) : [],
  );
  const services = listOf(spec?.external).flatMap((one) => ("url" in one ? [one.url, one.statusUrl ?? one.url] : []));
  return [...(spec?.origins ?? []), ...inSteps, ...services];
}

function listOf<T>(wanted: None | readonly T[] | undefined): readonly T[] {
  return wanted === undefined || "none" in wanted ? [] : wanted;
}

function refused(message: string): CheckFailure {
  return new CheckFailure(message, { transient: false });
}
