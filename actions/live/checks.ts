import { ReleaseFault } from "#faults";

import type { LiveHost } from "./host.ts";
import type { Row } from "./outcome.ts";

/** What the journal and the leases rest on. Takes every ref away that it made, whatever happens in between. */
export async function writeRows(host: LiveHost): Promise<readonly Row[]> {
  const rows: Row[] = [];
  try {
    rows.push(await createdRow(host), await leaseRow(host), await atomicRow(host), await togetherRow(host));
  } finally {
    rows.push(await cleanedRow(host));
  }
  return [...rows, await dispatchRow(host), await dateRow(host)];
}

const first = ({ prefix }: LiveHost) => `${prefix}/first`;
const second = ({ prefix }: LiveHost) => `${prefix}/second`;
/** A commit that no ref of ours ever pointed to. */
const elsewhere = "1".repeat(40);

async function createdRow(host: LiveHost): Promise<Row> {
  const { state } = await host.git.push([{ ref: first(host), expect: "absent", to: host.sha }]);
  const there = await refsOf(host);
  return {
    fact: "the token of a job may make refs below refs/release-command",
    holds: state === "applied" && there.get(first(host)) === host.sha,
    seen: `${state}; ${there.size} refs there`,
  };
}

async function leaseRow(host: LiveHost): Promise<Row> {
  const outcome = await host.git.push([{ ref: first(host), expect: "absent", to: host.other }]);
  const moved = await host.git.push([{ ref: first(host), expect: elsewhere, to: undefined }]);
  const there = await refsOf(host);
  return {
    fact: "a push that expects something else is refused (--force-with-lease)",
    holds: outcome.state === "refused" && moved.state === "refused" && there.get(first(host)) === host.sha,
    seen: `${outcome.state}, ${moved.state}`,
  };
}

async function atomicRow(host: LiveHost): Promise<Row> {
  const { state } = await host.git.push([
    { ref: second(host), expect: "absent", to: host.sha },
    { ref: first(host), expect: elsewhere, to: host.other },
  ]);
  const there = await refsOf(host);
  return {
    fact: "an atomic push of which one part is refused changes nothing",
    holds: state === "refused" && !there.has(second(host)) && there.get(first(host)) === host.sha,
    seen: `${state}; the other ref is ${there.has(second(host)) ? "there" : "not there"}`,
  };
}

async function togetherRow(host: LiveHost): Promise<Row> {
  const { state } = await host.git.push([
    { ref: second(host), expect: "absent", to: host.sha },
    { ref: first(host), expect: host.sha, to: undefined },
  ]);
  const there = await refsOf(host);
  return {
    fact: "an atomic push makes one ref and deletes another",
    holds: state === "applied" && there.has(second(host)) && !there.has(first(host)),
    seen: `${state}; ${[...there.keys()].map((ref) => ref.split("/").at(-1)).join(", ")}`,
  };
}

async function cleanedRow(host: LiveHost): Promise<Row> {
  const left = [...(await refsOf(host)).keys()];
  await host.git.push(left.map((ref) => ({ ref, expect: "any", to: undefined })));
  const there = await refsOf(host);
  return {
    fact: "the refs of these checks are gone again",
    holds: there.size === 0,
    seen: there.size === 0 ? "none left" : `left: ${[...there.keys()].join(", ")}`,
  };
}

async function refsOf({ git, prefix }: LiveHost): Promise<ReadonlyMap<string, string>> {
  return git.remoteRefs([`${prefix}/*`]);
}

/** No workflow listens to this type: nothing is started. */
async function dispatchRow({ ask, prefix }: LiveHost): Promise<Row> {
  const answer = await ask("POST", "/dispatches", {
    event_type: "release-command-live",
    client_payload: { from: prefix },
  });
  return {
    fact: "the token of a job may send repository_dispatch",
    holds: answer.status === 204,
    seen: `answered ${answer.status}`,
  };
}

const skewAllowedSeconds = 60;

async function dateRow({ ask }: LiveHost): Promise<Row> {
  const date = (await ask("GET", "")).headers.get("date");
  const seconds = date === null ? Number.NaN : Math.abs(Date.now() - Date.parse(date)) / 1000;
  return {
    fact: "the API tells its time (header Date)",
    holds: seconds <= skewAllowedSeconds,
    seen: date === null ? "no such header" : `${seconds.toFixed(0)} s from this machine's clock`,
  };
}

/** A token with `contents: read`: a leg of the gates has no other. */
export async function readRows(host: LiveHost): Promise<readonly Row[]> {
  const ref = `${host.prefix}/read`;
  const outcome = await host.git.push([{ ref, expect: "absent", to: host.sha }]);
  const there = await refsOf(host);
  // It should not be there; where it is, it is not left.
  if (there.size > 0) await host.git.push([...there.keys()].map((one) => ({ ref: one, expect: "any", to: undefined })));
  return [
    {
      fact: "a token with contents: read cannot push",
      holds: outcome.state === "refused" && outcome.denied && there.size === 0,
      seen: outcome.state === "refused" ? `refused: ${outcome.reason.slice(0, 200)}` : outcome.state,
    },
  ];
}

const recentMs = 10 * 60_000;

interface Deployment {
  readonly created_at: string;
}

/** `deployment: false` in a job's environment: GitHub makes no deployment of its own beside ours. */
export async function deploymentRows(host: LiveHost, environment: string | undefined): Promise<readonly Row[]> {
  if (environment === undefined) {
    throw new ReleaseFault("input", "environment: is required when check is environment", {
      hint: "Example: environment: staging",
    });
  }
  const query = new URLSearchParams({ sha: host.sha, environment, per_page: "100" });
  const answer = await host.ask("GET", `/deployments?${query.toString()}`);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as GitHub describes its answer
  const listed = answer.ok ? ((await answer.json()) as readonly Deployment[]) : undefined;
  const now = Date.parse(answer.headers.get("date") ?? new Date().toISOString());
  const recent = listed?.filter(({ created_at: at }) => now - Date.parse(at) < recentMs);
  return [
    {
      fact: "a job whose environment says deployment: false makes no deployment",
      holds: recent?.length === 0,
      seen: recent === undefined ? `answered ${answer.status}` : `${recent.length} made in the last 10 minutes`,
    },
  ];
}
