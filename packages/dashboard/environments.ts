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
export function environments(releases: readonly Told[], webUrl: string | undefined): string {
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
${difference(releases, served, webUrl)}</section>
`;
}

function difference(
  releases: readonly Told[],
  served: ReadonlyMap<Environment, Served>,
  webUrl: string | undefined,
): string {
  const staging = served.get("staging");
  const production = served.get("production");
  if (staging === undefined || production === undefined) return "";
  if (staging.version === production.version) return "<p>Staging and production have the same version.</p>\n";
  const between = recordsBetween(releases, production.version, staging.version);
  const lists = between.map(({ id, changelog }) => changeList(`${id}, not wholly in production`, changelog));
  const diff = webUrl === undefined ? "" : `: ${compareLink(webUrl, production.version, staging.version, "code")}`;
  return `<p>Between production (${html(production.version)}) and staging (${html(staging.version)})${diff}</p>
${lists.join("\n")}
`;
}

/** The releases after that of one version up to that of another, oldest first, an attempt that failed left out. */
function recordsBetween(releases: readonly Told[], after: string, upTo: string): readonly ReleaseRecord[] {
  const versions = releases
    .map(({ record }) => record)
    .filter(({ plan, state }) => plan.rollback === undefined && plan.redeploy === undefined && state !== "failed")
    .toSorted((a, b) => a.openedAt.localeCompare(b.openedAt));
  const last = versions.findLastIndex(({ plan }) => plan.tag === upTo);
  const first = versions.findLastIndex(({ plan }, index) => index < last && plan.tag === after);
  return last === -1 ? [] : versions.slice(Math.max(first + 1, last - 9), last + 1);
}
