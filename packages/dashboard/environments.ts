import type { Undelivered } from "#history";
import type { Environment, Fact, ReleaseRecord } from "#machine";
import type { Told } from "#report";

import { changeList } from "./changes.ts";
import { compareLink, html, moment, wideTable } from "./html.ts";

/** What an environment serves, by the newest fact that says so. */
export interface Served {
  readonly environment: Environment;
  /** Tag of the version, with its share of the traffic, 0–100. */
  readonly version: string;
  readonly percent: number;
  /** What has the rest of the traffic, where that is known. */
  readonly previous?: string;
  /** ISO 8601. */
  readonly at: string;
}

/** What staging and production serve. An environment that no release has touched is missing. */
export function servedBy(releases: readonly Told[]): ReadonlyMap<Environment, Served> {
  const served = new Map<Environment, Served>();
  const note = (one: Served) => {
    const known = served.get(one.environment);
    if (known === undefined || known.at <= one.at) served.set(one.environment, one);
  };
  for (const { facts, record } of releases) for (const fact of facts) sightIn(fact, record).forEach(note);
  return served;
}

function sightIn(fact: Fact, { deployments }: ReleaseRecord): readonly Served[] {
  if (fact.type === "traffic-reverted" && fact.status === "passed")
    return [{ environment: fact.environment, version: fact.to, percent: 100, at: fact.at }];
  if (fact.type !== "traffic-shifted") return [];
  const { environment, version, percent, at } = fact;
  const previous = deployments.get(environment)?.previous;
  if (previous === undefined) return [{ environment, version, percent, at }];
  return percent === 0
    ? [{ environment, version: previous, percent: 100, at }]
    : [{ environment, version, percent, at, previous }];
}

/** What serves where, and what production does not have yet. Empty before the first deployment. */
export function environments(releases: readonly Told[], undelivered: Undelivered, webUrl: string | undefined): string {
  const served = servedBy(releases);
  if (served.size === 0) return "";
  const rows = [...served.values()].map(({ environment, version, percent, previous, at }): [string, ...string[]] => [
    html(environment),
    `${html(version)}${percent === 100 ? "" : `, ${percent} %`}`,
    percent === 100 ? "nothing else" : `${html(previous ?? "the version before")}, ${100 - percent} %`,
    moment(at),
  ]);
  return `<section aria-labelledby="environments"><h2 id="environments">Environments</h2>
${wideTable("What serves where", ["Environment", "Version", "Beside it", "Since"], rows)}
${difference(undelivered, webUrl)}</section>
`;
}

function difference({ staging, production, releases, commits }: Undelivered, webUrl: string | undefined): string {
  if (staging === null || production === null) return "";
  if (releases.length === 0) return "<p>Staging and production have the same version.</p>\n";
  const lists = releases.map(({ id, changelog }) => changeList(`${id}, not in production`, changelog));
  const count = commits === null ? "" : `, ${commits} commits`;
  const diff = webUrl === undefined ? "" : `: ${compareLink(webUrl, production, staging, "code")}`;
  return `<p>From production (${html(production)}) to staging (${html(staging)})${count}${diff}</p>
${lists.join("\n")}
`;
}
