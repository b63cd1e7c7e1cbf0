import type { Fact, ReleaseRecord } from "#machine";

import { ticketLinks } from "./tickets.ts";

/** What belongs to a release elsewhere; `url` is an address of the web. */
export interface Link {
  readonly what: string;
  readonly url: string;
  /** When people should be done with it. */
  readonly due?: string;
}

/**
 * Pull requests, issues, artifacts, and the runs whose reports of tests, traces and images can be downloaded. Which tickets
 * the changes name is told by `ticketLinks`.
 */
export function linksOf(record: ReleaseRecord, facts: readonly Fact[]): readonly Link[] {
  const { pullRequest, published, backport, rollback } = record;
  return [
    ...(pullRequest === undefined ? [] : [{ what: "Pull request", url: pullRequest.url }]),
    ...published.map(({ what, url, due }) => ({
      what: what.replaceAll("-", " "),
      url,
      ...(due === undefined ? {} : { due }),
    })),
    ...(backport?.url === undefined ? [] : [{ what: `Backport to ${backport.into}`, url: backport.url }]),
    ...(rollback?.git?.url === undefined ? [] : [{ what: "Revert", url: rollback.git.url }]),
    ...checks(record),
    ...testRuns(record, facts),
  ];
}

/** Tickets of the changes, as text and address. */
export function ticketsOf(record: ReleaseRecord): readonly { readonly id: string; readonly url: string }[] {
  return ticketLinks(record).flatMap((link) => {
    const { id, url } = /^\[(?<id>[^\]]+)\]\((?<url>[^)]+)\)$/.exec(link)?.groups ?? {};
    return id === undefined || url === undefined ? [] : [{ id, url }];
  });
}

function checks({ gates }: ReleaseRecord): readonly Link[] {
  return [...gates.values()].flatMap(({ gate, check }) =>
    check?.url === undefined ? [] : [{ what: `Check of gate ${gate}`, url: check.url }],
  );
}

const homes = /^(?<home>https?:\/\/[^\s<>"|`]+?)\/(?:pull|releases|issues)\//;

/** One link a run of the code host: its artifacts are what gates, journeys and smoke tests left. */
function testRuns({ pullRequest, published }: ReleaseRecord, facts: readonly Fact[]): readonly Link[] {
  const urls = [...(pullRequest === undefined ? [] : [pullRequest.url]), ...published.map(({ url }) => url)];
  const home = urls.flatMap((url) => homes.exec(url)?.groups?.["home"] ?? [])[0];
  if (home === undefined) return [];
  const tests = new Map<string, Set<string>>();
  for (const fact of facts) {
    const what = testOf(fact);
    // Elsewhere a run is a process of somebody's machine.
    if (what === undefined || !/^\d{5,}$/.test(fact.run.id)) continue;
    tests.set(fact.run.id, (tests.get(fact.run.id) ?? new Set()).add(what));
  }
  return [...tests].map(([run, what]) => ({
    what: `Test reports, traces and images of ${[...what].join(", ")}`,
    url: `${home}/actions/runs/${run}#artifacts`,
  }));
}

function testOf(fact: Fact): string | undefined {
  if (fact.type === "gate-finished") return fact.gate;
  if (fact.type === "validation-finished") return "e2e after 100 %";
  return fact.type === "smoke-finished" ? `smoke in ${fact.environment}` : undefined;
}
