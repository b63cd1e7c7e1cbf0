import { afterEach, beforeEach, expect, it } from "@jest/globals";

import type { Watch } from "./port.ts";
import { openMonitor, seenAfterMs } from "./registry.ts";
import { ComingAndGoing } from "./test/counting-source.ts";

// A real one is asked in test/monitors; here it answers as a real one does only rarely.
type Answer = { readonly status?: number; readonly body: string; readonly headers?: Record<string, string> };

let answerTo: (query: string, atMs: number) => Answer;
let asked: { readonly query: string; readonly headers: Record<string, unknown> }[] = [];
let nowMs = 0;
const server = new ComingAndGoing((request, response) => {
  const { searchParams } = new URL(request.url ?? "", "http://prometheus");
  const query = searchParams.get("query") ?? "";
  asked.push({ query, headers: request.headers });
  const { status = 200, body, headers = {} } = answerTo(query, Number(searchParams.get("time")) * 1000);
  response.writeHead(status, headers).end(body);
});

beforeEach(async () => {
  asked = [];
  nowMs = 1_000_000;
  answerTo = () => matrix([[nowMs, "0"]]);
  await server.come();
});

afterEach(() => server.go());

const clock = { now: () => nowMs, sleep: (ms: number) => Promise.resolve(void (nowMs += ms)) };

function matrix(values: readonly (readonly [number, string])[], rest: object = {}): Answer {
  const metric = { job: "shop", instance: "a" };
  const result = [{ metric, values: values.map(([ms, value]) => [ms / 1000, value]) }];
  return { body: JSON.stringify({ status: "success", data: { resultType: "matrix", result }, ...rest }) };
}

const requests = 'requests{version="{{version}}"}';
const errors = 'errors{version="{{version}}"}';
const options = { url: "", headersFor: () => ({}), clock, fetch };
const { signal } = new AbortController();

function open(settings: object = {}, env: Record<string, string> = {}, serversOf?: (version: string) => string[]) {
  const known = {
    url: `http://127.0.0.1:${server.port}/tenant/`,
    requests,
    errors,
    scrapeIntervalMs: 1000,
    ...settings,
  };
  return openMonitor("prometheus", known, { ...options, env, ...(serversOf === undefined ? {} : { serversOf }) });
}

/** Of the first interval, whose counters stand at these values at its end. */
async function readingOf(answers: (query: string) => Answer, settings: object = {}) {
  const watch = await (await open(settings)).begin({ canary: "v1.2.0", slowMs: 500, signal });
  nowMs += 4000;
  answerTo = answers;
  return watch.read();
}

const endMs = 1_001_000;
const grown = (value: string, rest: object = {}) => matrix([[endMs, value]], rest);

it.each<[string, (query: string) => Answer, object]>([
  ["data", () => grown("3"), { state: "data", bins: [{ t: 0, canary: { requests: 3, errors: 3, slow: 0 } }] }],
  ["zero requests", () => grown("0"), { state: "no-data", reason: "no client sent a request to either version" }],
  [
    "a warning",
    () => grown("3", { warnings: ["a store is away"] }),
    { state: "partial", reason: /warns: a store is away/ },
  ],
  [
    "NaN among numbers",
    () =>
      matrix([
        [endMs - 500, "NaN"],
        [endMs, "3"],
      ]),
    { state: "partial", reason: /no number \(NaN\)/, bins: [{ canary: { requests: 3, errors: 3 } }] },
  ],
  ["NaN alone", () => grown("NaN"), { state: "no-data" }],
  [
    "more errors than requests",
    (query) => grown(query.startsWith("errors") ? "5" : "3"),
    {
      state: "partial",
      reason: /more errors were counted than requests/,
      bins: [{ canary: { requests: 3, errors: 3 } }],
    },
  ],
  ["an answer cut off", () => ({ body: grown("3").body.slice(0, 60) }), { state: "error", reason: /cut off/ }],
  ["another answer", () => ({ body: "<html>" }), { state: "error", reason: /not one of Prometheus/ }],
  [
    "400",
    () => ({ status: 400, body: '{"error":"parse error"}' }),
    { state: "error", reason: /refuses .*: parse error/ },
  ],
  [
    "422",
    () => ({ status: 422, body: '{"error":"too many samples"}' }),
    { state: "error", reason: /too many samples/ },
  ],
  ["403", () => ({ status: 403, body: "" }), { state: "error", reason: /lets nobody in \(403\)/ }],
  [
    "a login page",
    () => ({ status: 302, body: "", headers: { location: "/login" } }),
    { state: "error", reason: /login page/ },
  ],
  ["503, twice", () => ({ status: 503, body: "" }), { state: "error", reason: /does not answer the query \(503\)/ }],
  [
    "429",
    () => ({ status: 429, body: "", headers: { "retry-after": "60" } }),
    { state: "error", reason: /too many requests/ },
  ],
])("tells what %s means", async (_, answers, told) => {
  const { reason, ...rest } = { reason: undefined as RegExp | string | undefined, ...told };
  const reading = await readingOf(answers);

  expect(reading).toMatchObject(rest);
  if (reason !== undefined) expect("reason" in reading ? reading.reason : "").toMatch(reason);
});

it("takes an answer that did not come as none: what it had to tell is told later", async () => {
  const watch = await (await open()).begin({ canary: "v1.2.0", slowMs: 500, signal });
  nowMs += 4000;
  // The second query of the interval fails: nothing of it may count.
  answerTo = (query) => (query.startsWith("errors") ? { status: 500, body: "" } : grown("3"));
  expect(await watch.read()).toMatchObject({ state: "error" });
  answerTo = () => grown("3");

  expect(await watch.read()).toMatchObject({ state: "data", bins: [{ canary: { requests: 3, errors: 3 } }] });
});

it("counts a version in whose process nobody was seen before from the first scrape that is known", async () => {
  const watch = await (await open()).begin({ canary: "v1.2.0", slowMs: 500, signal });
  nowMs += 4000;
  const known = { metric: { job: "shop", instance: "a" }, values: [[endMs / 1000, "2"]] };
  const joined = {
    metric: { job: "shop", instance: "b" },
    values: [
      [endMs / 1000 - 0.5, "70000"],
      [endMs / 1000, "70005"],
    ],
  };
  answerTo = () => ({
    body: JSON.stringify({ status: "success", data: { resultType: "matrix", result: [known, joined] } }),
  });

  expect(await watch.read()).toMatchObject({ bins: [{ canary: { requests: 7 } }] });
});

it("says that latency is silent when requests are counted in no bucket", async () => {
  const reading = await readingOf((query) => (query.startsWith("seconds") ? { body: emptyMatrix } : grown("3")), {
    latency: 'seconds_bucket{version="{{version}}"}',
  });

  expect(reading).toMatchObject({ state: "data", silent: [{ signal: "latency" }] });
});

const emptyMatrix = JSON.stringify({ status: "success", data: { resultType: "matrix", result: [] } });

it("asks for a version by its tag and by the names of its servers, and shows the token", async () => {
  const settings = {
    haproxy: { proxy: "app" },
    requests: undefined,
    errors: 'e{v=~"{{version}}.*"}',
    tokenFrom: "TOKEN",
  };
  const monitor = await open(settings, { TOKEN: "secret-1" }, () => ["blue1", "blue.2"]);
  await monitor.begin({ canary: "v1.2.0", slowMs: 500, signal });

  expect(monitor.measures).toEqual(["errors"]);
  expect(asked.map(({ query }) => query)).toEqual([
    'haproxy_server_http_responses_total{proxy="app",server=~"blue1|blue[.]2"}[300000ms]',
    'haproxy_server_connection_errors_total{proxy="app",server=~"blue1|blue[.]2"}[300000ms]',
    'haproxy_server_response_errors_total{proxy="app",server=~"blue1|blue[.]2"}[300000ms]',
    'e{v=~"v1[.]2[.]0.*"}[300000ms]',
  ]);
  expect(asked[0]?.headers).toMatchObject({ authorization: "Bearer secret-1" });
});

it("names every setting that is wrong", async () => {
  const opening = open({
    url: "http://reader:secret@prometheus",
    requests: 'rate(requests{version="{{version}}"}[1m])',
    errors: 'errors{version="v1"}',
    tokenFrom: "not a name",
    step: 5,
  });

  await expect(opening).rejects.toThrow(
    /url: must be an address without a password.*\nrequests: .*extrapolate.*\nerrors: .*must name the version.*\ntokenFrom: .*\n.*step/s,
  );
  await expect(open({ requests: undefined, errors: undefined })).rejects.toThrow(
    /requests: is needed.*\nerrors: is needed/s,
  );
  await expect(open({ tokenFrom: "TOKEN" })).rejects.toThrow("TOKEN, which the monitor");
});

/** A counter that is scraped every 15 s and stored `lateMs` later, of which one request fails at `failedMs`. */
function scrapes(phaseMs: number, failedMs: number, lateMs: number) {
  return (query: string, atMs: number): Answer => {
    const backMs = Number(/\[(?<ms>\d+)ms\]/.exec(query)?.groups?.["ms"] ?? 0);
    const first = Math.floor((atMs - backMs - phaseMs) / 15_000) + 1;
    const values: [number, string][] = [];
    for (let ms = first * 15_000 + phaseMs; ms <= Math.min(atMs, nowMs - lateMs); ms += 15_000)
      values.push([ms, ms > failedMs ? "1" : "0"]);
    return matrix(values);
  };
}

it.each([
  ["stored at once", 0],
  ["stored late", 14_000],
])("tells a failure within three scrapes of 15 s, whenever they are: %s", async (_, lateMs) => {
  const settings = { scrapeIntervalMs: 15_000 };
  const mostMs = await seenAfterMs("prometheus", { url: "http://localhost", requests, errors, ...settings });
  expect(mostMs).toBe(45_000);
  for (const phaseMs of [0, 1, 4000, 9999, 14_000]) {
    // Just after a scrape.
    nowMs = Math.ceil(nowMs / 15_000) * 15_000;
    const failedMs = nowMs + phaseMs + 1;
    answerTo = scrapes(phaseMs, failedMs, lateMs);
    const watch = await (await open(settings)).begin({ canary: "v1.2.0", slowMs: 500, signal });
    expect(await untilTold(watch)).toBeLessThanOrEqual(failedMs + mostMs);
    await watch.end();
  }
});

it("counts once what a slow store shows four scrapes later", async () => {
  answerTo = scrapes(3000, nowMs + 1, 58_000);
  const watch = await (await open({ scrapeIntervalMs: 15_000 })).begin({ canary: "v1.2.0", slowMs: 500, signal });
  await untilTold(watch);
  let more = 0;
  for (const lastMs = nowMs + 200_000; nowMs < lastMs; nowMs += 1000) {
    const reading = await watch.read();
    if ("bins" in reading) for (const { canary } of reading.bins) more += canary.requests;
  }

  expect(more).toBe(0);
});

/** Reads once a second until a request is told, and says when that was. */
async function untilTold(watch: Watch): Promise<number> {
  for (const lastMs = nowMs + 300_000; nowMs < lastMs; nowMs += 1000) {
    const reading = await watch.read();
    if ("bins" in reading && reading.bins.some(({ canary }) => canary.requests === 1)) return nowMs;
  }
  throw new Error("nothing was told");
}
