export const id = 7073;
export const ids = [7073];
export const modules = {

/***/ 39462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ p95Of)
/* harmony export */ });
function p95Of(latencies) {
    let total = 0;
    for (const count of latencies.values())
        total += count;
    let seen = 0;
    for (const [ms, count] of [...latencies].toSorted(([a], [b]) => a - b)) {
        seen += count;
        if (seen >= total * 0.95)
            return ms === Number.MAX_SAFE_INTEGER ? undefined : ms;
    }
    return undefined;
}


/***/ }),

/***/ 105:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createMonitor: () => (/* binding */ createMonitor),
  seenAfterMs: () => (/* binding */ seenAfterMs)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(26016);
// EXTERNAL MODULE: ./build/packages/faults/index.js + 3 modules
var faults = __webpack_require__(72326);
// EXTERNAL MODULE: ./build/packages/http/index.js + 6 modules
var http = __webpack_require__(70083);
;// CONCATENATED MODULE: ./build/packages/monitors/prometheus/client.js



const ANSWER_TIMEOUT_MS = 5000;
const MAX_ANSWER_BYTES = 16 * 1024 * 1024;
const sample = schemas/* tuple */.PVZ([schemas/* number */.aig(), schemas/* string */.YjP()])
    .transform(([seconds, value]) => [Math.round(seconds * 1000), numberOf(value)]);
const labels = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP());
const answerSchema = schemas/* object */.Ikc({
    data: schemas/* discriminatedUnion */.gMt("resultType", [
        schemas/* object */.Ikc({ resultType: schemas/* literal */.euz("vector"), result: schemas/* array */.YOg(schemas/* object */.Ikc({ metric: labels, value: sample })) }),
        schemas/* object */.Ikc({
            resultType: schemas/* literal */.euz("matrix"),
            result: schemas/* array */.YOg(schemas/* object */.Ikc({ metric: labels, values: schemas/* array */.YOg(sample) })),
        }),
    ]),
    warnings: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
});
const refusalSchema = schemas/* object */.Ikc({ error: schemas/* string */.YjP() });
function createAsk({ url, headers }, { fetch, clock }) {
    const send = (0,http/* createFetch */.H)({
        fetch,
        clock,
        timeoutMs: ANSWER_TIMEOUT_MS,
        retryDelaysMs: [500],
        maxWaitMs: ANSWER_TIMEOUT_MS,
        breaker: { failures: 5, openMs: 15_000 },
        maxResponseBytes: MAX_ANSWER_BYTES,
    });
    const at = new URL(`${url.replace(/\/+$/, "")}/api/v1/query`);
    return async (expression, atMs, signal) => {
        at.search = new URLSearchParams({ query: expression, time: (atMs / 1000).toFixed(3) }).toString();
        const response = await send(at, { headers, signal, redirect: "manual" });
        const body = await response.json().catch(() => undefined);
        if (!response.ok)
            throw refused(response.status, body, { expression, at });
        const parsed = answerSchema.safeParse(body);
        if (!parsed.success)
            throw unreadable(at);
        const { data, warnings } = parsed.data;
        const series = data.resultType === "vector"
            ? data.result.map(({ metric, value }) => ({ labels: metric, samples: [value] }))
            : data.result.map(({ metric, values }) => ({ labels: metric, samples: values }));
        return { series, warnings };
    };
}
function numberOf(text) {
    return text === "+Inf" ? Infinity : text === "-Inf" ? -Infinity : Number(text);
}
function refused(status, body, { expression, at }) {
    const said = refusalSchema.safeParse(body);
    const told = said.success ? `: ${said.data.error}` : "";
    if (status === 400) {
        return new faults/* ReleaseFault */.eB("config", `Prometheus at ${at.host} refuses the query ${expression}${told}`, {
            hint: `Try the query at ${at.origin}/graph, and correct it in monitorSettings.`,
        });
    }
    if (status === 401 || status === 403) {
        return new faults/* ReleaseFault */.eB("config", `Prometheus at ${at.host} lets nobody in (${status})${told}`, {
            hint: "In monitorSettings name the variable that holds the token, e.g. tokenFrom: PROMETHEUS_TOKEN, or basic: {user: reader, passwordFrom: PROMETHEUS_PASSWORD}; and check that it is set.",
        });
    }
    const what = status >= 300 && status < 400 ? "sends elsewhere, perhaps to a login page" : "does not answer the query";
    return new faults/* ReleaseFault */.eB("remote", `Prometheus at ${at.host} ${what} (${status})${told}`, {
        hint: `Check that ${at.origin}${at.pathname} is its address, and look at its log.`,
    });
}
function unreadable(at) {
    return new faults/* ReleaseFault */.eB("remote", `The answer of ${at.host} is not one of Prometheus, or was cut off`, {
        hint: `Check that ${at.origin}${at.pathname} is the address of Prometheus, e.g. url: http://prometheus:9090.`,
    });
}

;// CONCATENATED MODULE: ./build/packages/monitors/prometheus/queries.js

const queries_text = String.raw `"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\x60[^\x60]*\x60`;
const metricName = "[a-zA-Z_:][a-zA-Z0-9_:]*";
const plainSelector = new RegExp(String.raw `^(?:${metricName}|(?:${metricName})?\s*\{(?:[^"'\x60{}]|${queries_text})*\})$`);
const matchedText = new RegExp(String.raw `([=!]~)?(\s*)(${queries_text})`, "g");
const ofOneVersion = schemas/* string */.YjP()
    .trim()
    .refine((query) => expand(query, { version: "v1", servers: ["s1"] }) !== query, 'must name the version in quotes, like version="{{version}}": the two versions are told apart by it');
const counter = ofOneVersion.refine((query) => plainSelector.test(query), 'must select counters and nothing else, like http_requests_total{version="{{version}}"}: rate() and increase() extrapolate');
const countersSchema = schemas/* union */.KCZ([counter, schemas/* array */.YOg(counter).min(1)], { error: "must be a selector, or a list of selectors" })
    .transform((one) => (typeof one === "string" ? [one] : one));
const expressionSchema = ofOneVersion;
function expand(template, { version, servers }) {
    return template.replace(matchedText, (_, operator, space, quoted) => {
        const plain = (name) => (operator === undefined ? name : name.replace(/[.+]/g, (sign) => `[${sign}]`));
        const filled = quoted
            .replaceAll("{{version}}", plain(version))
            .replaceAll("{{servers}}", servers.map(plain).join("|"));
        return `${operator ?? ""}${space}${filled}`;
    });
}
function haproxyQueries(proxy) {
    const at = `${proxy === undefined ? "" : `proxy=${JSON.stringify(proxy)},`}server=~"{{servers}}"`;
    const unanswered = ["connection", "response"].map((what) => `haproxy_server_${what}_errors_total{${at}}`);
    const answers = "haproxy_server_http_responses_total";
    return {
        requests: [`${answers}{${at}}`, ...unanswered],
        errors: [`${answers}{${at},code="5xx"}`, ...unanswered],
    };
}

// EXTERNAL MODULE: ./build/packages/monitors/percentile.js
var percentile = __webpack_require__(39462);
;// CONCATENATED MODULE: ./build/packages/monitors/prometheus/condition.js

async function conditionOf(queries, names, ask) {
    const resources = {};
    const silent = [];
    for (const signal of ["cpu", "memory"]) {
        const query = queries[signal];
        if (query === undefined)
            continue;
        const highest = await highestOf(expand(query, names), ask).catch((thrown) => thrown instanceof Error ? thrown.message : String(thrown));
        if (typeof highest === "number")
            resources[signal] = highest;
        else
            silent.push({ signal, reason: highest });
    }
    return {
        ...(Object.keys(resources).length === 0 ? {} : { resources }),
        ...(silent.length === 0 ? {} : { silent }),
    };
}
async function highestOf(query, ask) {
    const { series } = await ask(query);
    const values = series.flatMap(({ samples }) => samples.map(([, value]) => value));
    if (values.length === 0)
        return `the query matches nothing now: ${query}`;
    const known = values.filter((value) => Number.isFinite(value) && value >= 0);
    return known.length < values.length ? `the query gives no number: ${query}` : Math.max(...known);
}

;// CONCATENATED MODULE: ./build/packages/monitors/prometheus/growth.js
class Ledger {
    #last = new Map();
    #places = new Set();
    start(groups) {
        for (const [group, all] of groups.entries()) {
            for (const { labels, samples } of all) {
                const sample = samples.findLast(([, value]) => Number.isFinite(value));
                if (sample === undefined)
                    continue;
                this.#last.set(keyOf(group, labels), { atMs: sample[0], value: sample[1] });
                this.#places.add(placeOf(labels));
            }
        }
    }
    get isEmpty() {
        return this.#places.size === 0;
    }
    take(groups) {
        const known = new Set(this.#places);
        const begunAt = firstSeen(groups);
        const grown = groups.map((all, group) => all.flatMap(({ labels, samples }) => {
            const key = keyOf(group, labels);
            const place = placeOf(labels);
            const finite = samples.filter(([, value]) => Number.isFinite(value));
            const [first] = finite;
            if (first === undefined)
                return [];
            const fromZero = known.size === 0 || known.has(place) || first[0] > (begunAt.get(place) ?? 0);
            const start = this.#last.get(key) ?? { atMs: first[0] - (fromZero ? 1 : 0), value: fromZero ? 0 : first[1] };
            this.#places.add(place);
            return this.#grow(key, start, { labels, samples: finite });
        }));
        return grown;
    }
    #grow(key, start, { labels, samples }) {
        let last = start;
        const growths = [];
        for (const [atMs, value] of samples) {
            if (atMs <= last.atMs)
                continue;
            growths.push({ labels, fromMs: last.atMs, atMs, by: value >= last.value ? value - last.value : value });
            last = { atMs, value };
        }
        this.#last.set(key, last);
        return growths;
    }
}
function firstSeen(groups) {
    const seen = new Map();
    for (const { labels, samples } of groups.flat()) {
        const first = samples[0]?.[0] ?? Infinity;
        const place = placeOf(labels);
        seen.set(place, Math.min(first, seen.get(place) ?? Infinity));
    }
    return seen;
}
function placeOf(labels) {
    return JSON.stringify([labels["job"], labels["instance"]]);
}
function keyOf(group, labels) {
    return JSON.stringify([group, ...Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1))]);
}

;// CONCATENATED MODULE: ./build/packages/monitors/prometheus/side.js


const MAX_MS = Number.MAX_SAFE_INTEGER;
class Side {
    names;
    #queries;
    #ask;
    #slowMs;
    #ledger = new Ledger();
    #open = [[], [], []];
    constructor(names, { queries, ask, slowMs }) {
        this.names = names;
        this.#queries = queries;
        this.#ask = ask;
        this.#slowMs = slowMs;
    }
    async ask(atMs, { newMs, oldMs }, signal) {
        const { requests, errors, latency = [] } = this.#queries;
        const groups = [];
        const warnings = new Set();
        for (const selectors of [requests, errors, latency]) {
            const found = [];
            for (const selector of selectors) {
                const answer = await this.#ask(`${expand(selector, this.names)}[${newMs + oldMs}ms]`, atMs, signal);
                for (const series of answer.series)
                    found.push(series);
                for (const warning of answer.warnings)
                    warnings.add(warning);
            }
            groups.push(found);
        }
        const [first = [], second = [], third = []] = groups;
        const samples = [first, second, third].flat().flatMap((series) => series.samples);
        return {
            groups: [first, second, third],
            warnings: [...warnings],
            notNumbers: samples.filter(([at, value]) => at > atMs - newMs && !Number.isFinite(value)).length,
        };
    }
    start({ groups }) {
        this.#ledger.start(groups);
    }
    get isUnknown() {
        return this.#ledger.isEmpty;
    }
    take({ groups }) {
        const grown = this.#ledger.take(groups);
        this.#open = this.#open.map((open, group) => [...open, ...(grown[group] ?? [])]);
    }
    hasUntil(untilMs) {
        return this.#open[0]?.some(({ atMs }) => atMs <= untilMs) === true;
    }
    tell(untilMs) {
        const [requests = [], errors = [], latency = []] = this.#open.map((open) => open.filter(({ atMs }) => atMs <= untilMs));
        this.#open = this.#open.map((open) => open.filter(({ atMs }) => atMs > untilMs));
        const latencies = byEdge(latency);
        let slow = 0;
        for (const [ms, count] of latencies)
            if (ms > this.#slowMs)
                slow += count;
        const counted = { requests: sum(requests), errors: sum(errors), slow: Math.round(slow) };
        const [errorsAtMost, slowAtMost] = [counted.errors, counted.slow].map((n) => Math.min(n, counted.requests));
        return {
            fromMs: requests.reduce((least, { fromMs }) => Math.min(least, fromMs), untilMs),
            sample: { requests: counted.requests, errors: errorsAtMost ?? 0, slow: slowAtMost ?? 0 },
            latencies,
            gapMs: requests.reduce((most, { fromMs, atMs }) => Math.max(most, atMs - fromMs), 0),
            excess: counted.errors > counted.requests,
        };
    }
}
function sum(growths) {
    return Math.round(growths.reduce((all, { by }) => all + by, 0));
}
function byEdge(growths) {
    const upTo = new Map();
    for (const { labels, by } of growths) {
        const ms = edgeMs(labels["le"]);
        if (ms !== undefined)
            upTo.set(ms, (upTo.get(ms) ?? 0) + by);
    }
    let below = 0;
    return new Map([...upTo]
        .toSorted(([a], [b]) => a - b)
        .map(([ms, count]) => {
        const here = Math.max(0, count - below);
        below = Math.max(below, count);
        return [ms, here];
    }));
}
function edgeMs(le) {
    if (le === "+Inf")
        return MAX_MS;
    const ms = Math.round(Number(le) * 1e6) / 1000;
    return le === undefined || Number.isNaN(ms) ? undefined : ms;
}

;// CONCATENATED MODULE: ./build/packages/monitors/prometheus/baseline.js




async function requireBaseline({ told, baseline, queries, slowMs }, ask) {
    const [requests, , latency] = told.groups;
    const of = (selectors) => selectors.map((one) => expand(one, baseline)).join(" or ");
    const mistakes = [];
    if (requests.length === 0)
        mistakes.push(`requests: the query matches nothing now: ${of(queries.requests)}`);
    if (queries.latency !== undefined) {
        const edges = [...new Set(latency.map(({ labels }) => edgeMs(labels["le"])))].filter((ms) => ms !== undefined);
        const known = edges.filter((ms) => ms < Number.MAX_SAFE_INTEGER).toSorted((a, b) => a - b);
        if (known.length === 0)
            mistakes.push(`latency: the query matches no buckets now: ${of(queries.latency)}`);
        else if (!known.includes(slowMs)) {
            mistakes.push(`latency: no bucket ends at maxP95 (${slowMs} ms); they end at ${known.join(", ")} ms`);
        }
    }
    const { silent = [] } = await conditionOf(queries, baseline, ask);
    mistakes.push(...silent.map(({ signal, reason }) => `${signal}: ${reason}`));
    if (mistakes.length === 0)
        return;
    throw new faults/* ReleaseFault */.eB("config", `Prometheus gives no data of ${baseline.version}, which serves now:\n${mistakes.join("\n")}`, {
        hint: "Correct the labels in monitorSettings, so that each query gives series of the version that serves; let a bucket end at maxP95, or set maxP95 to the end of one.",
    });
}

;// CONCATENATED MODULE: ./build/packages/monitors/prometheus/watch.js






const LAG_SCRAPES = 1;
const LATE_SCRAPES = 4;
const LOOK_BACK_MS = 300_000;
const STALE_AFTER_SCRAPES = 5;
const GAP_SCRAPES = 2.5;
const MAX_INTERVALS = 60;
class PrometheusWatch {
    #watching;
    #over = new AbortController();
    #signal;
    #canary;
    #baseline;
    #beganMs;
    #sinceMs;
    #askedMs = 0;
    #toldMs = 0;
    constructor(watching) {
        this.#watching = watching;
        this.#signal = AbortSignal.any([watching.signal, this.#over.signal]);
        this.#canary = new Side(watching.canary, watching);
        this.#baseline = watching.baseline === undefined ? undefined : new Side(watching.baseline, watching);
        this.#beganMs = watching.clock.now();
    }
    async start() {
        const { clock, queries, ask, slowMs, baseline } = this.#watching;
        const nowMs = clock.now();
        const told = await this.#askSides(nowMs, { newMs: LOOK_BACK_MS, oldMs: 0 });
        const serving = told[1];
        if (serving !== undefined && baseline !== undefined) {
            await requireBaseline({ told: serving, baseline, queries, slowMs }, (query) => ask(query, nowMs, this.#signal));
        }
        for (const [index, side] of this.#sides().entries())
            if (told[index] !== undefined)
                side.start(told[index]);
        this.#sinceMs = this.#askedMs = this.#toldMs = nowMs;
    }
    async read() {
        try {
            if (this.#sinceMs === undefined) {
                await this.start();
                return { state: "no-data", reason: "Prometheus answers for the first time since the watch began" };
            }
            return await this.#readOn();
        }
        catch (thrown) {
            if (this.#signal.aborted)
                return { state: "error", reason: "the watch is over" };
            if (!(thrown instanceof faults/* ReleaseFault */.eB))
                throw thrown;
            return { state: "error", reason: thrown.message };
        }
    }
    end() {
        this.#over.abort();
        return Promise.resolve();
    }
    async #readOn() {
        const { scrapeMs, clock } = this.#watching;
        for (;;) {
            this.#signal.throwIfAborted();
            const nowMs = clock.now();
            const intervals = Math.floor((nowMs - this.#askedMs) / scrapeMs) - LAG_SCRAPES;
            if (intervals < 1)
                return this.#nothingNew(nowMs);
            const reading = await this.#ask(this.#askedMs + Math.min(intervals, MAX_INTERVALS) * scrapeMs);
            if (reading !== undefined)
                return reading;
        }
    }
    async #ask(untilMs) {
        const { queries, ask, scrapeMs } = this.#watching;
        const newMs = untilMs - this.#askedMs;
        const told = await this.#askSides(untilMs, { newMs, oldMs: LATE_SCRAPES * scrapeMs });
        const condition = await conditionOf(queries, this.#canary.names, (query) => ask(query, untilMs, this.#signal));
        for (const [index, side] of this.#sides().entries())
            if (told[index] !== undefined)
                side.take(told[index]);
        const pairs = this.#tell(untilMs);
        this.#askedMs = untilMs;
        return pairs.length === 0
            ? undefined
            : this.#reading(pairs, { told, condition: this.#withLatency(condition, pairs) });
    }
    async #askSides(atMs, range) {
        const told = [];
        for (const side of this.#sides())
            told.push(await side.ask(atMs, range, this.#signal));
        return told;
    }
    #tell(untilMs) {
        const pairs = [];
        for (let endMs = this.#askedMs + this.#watching.scrapeMs; endMs <= untilMs; endMs += this.#watching.scrapeMs) {
            if (!this.#sides().every((side) => side.hasUntil(endMs)))
                continue;
            pairs.push({ canary: this.#canary.tell(endMs), baseline: this.#baseline?.tell(endMs) });
            this.#toldMs = endMs;
        }
        return pairs;
    }
    #reading(pairs, { told, condition }) {
        const bins = pairs.map(({ canary, baseline }) => {
            const fromMs = Math.min(canary.fromMs, baseline?.fromMs ?? Infinity);
            const t = Math.max(0, fromMs - this.#beganMs);
            return { t, canary: canary.sample, baseline: baseline?.sample ?? nothing };
        });
        const p95Ms = (0,percentile/* p95Of */.U)(added(pairs.map(({ canary }) => canary.latencies)));
        const doubts = this.#doubts(pairs, told);
        const data = { bins, ...(p95Ms === undefined ? {} : { p95Ms }), ...condition };
        if (doubts.length > 0)
            return { state: "partial", ...data, reason: doubts.join("; ") };
        if (bins.every((bin) => bin.canary.requests + bin.baseline.requests === 0)) {
            const reason = "no client sent a request to either version";
            return { state: "no-data", reason, ...condition };
        }
        return { state: "data", ...data };
    }
    #doubts(pairs, told) {
        const tallies = pairs.flatMap(({ canary, baseline }) => (baseline === undefined ? [canary] : [canary, baseline]));
        const gapMs = Math.max(...tallies.map((tally) => tally.gapMs));
        const notNumbers = told.reduce((all, one) => all + one.notNumbers, 0);
        return [
            ...(gapMs > GAP_SCRAPES * this.#watching.scrapeMs
                ? [`nothing was scraped for ${Math.round(gapMs / 1000)} s; what a process counted that ended in it is lost`]
                : []),
            ...(tallies.some(({ excess }) => excess)
                ? ["more errors were counted than requests: the query of errors matches something else"]
                : []),
            ...(notNumbers > 0 ? [`${notNumbers} samples are no number (NaN)`] : []),
            ...new Set(told.flatMap(({ warnings }) => warnings).map((warning) => `Prometheus warns: ${warning}`)),
        ];
    }
    #withLatency(condition, pairs) {
        const { queries, slowMs } = this.#watching;
        const answered = pairs.filter(({ canary }) => canary.sample.requests > 0);
        if (queries.latency === undefined || answered.length === 0)
            return condition;
        const hasEdge = answered.every(({ canary }) => canary.latencies.has(slowMs));
        if (hasEdge)
            return condition;
        const reason = `its requests are counted, but not in a bucket that ends at ${slowMs} ms`;
        return { ...condition, silent: [...(condition.silent ?? []), { signal: "latency", reason }] };
    }
    #nothingNew(nowMs) {
        const { scrapeMs, queries } = this.#watching;
        const ageMs = nowMs - this.#toldMs;
        if (ageMs <= STALE_AFTER_SCRAPES * scrapeMs)
            return { state: "no-data", reason: "no interval is complete since the last read" };
        const unknown = this.#sides().find((side) => side.isUnknown);
        const seconds = Math.round(ageMs / 1000);
        const reason = unknown === undefined
            ? `the newest scrape of both versions is ${seconds} s old`
            : `nothing is known of ${unknown.names.version}: no series matches ${queries.requests.map((one) => expand(one, unknown.names)).join(" or ")} since ${seconds} s`;
        return { state: "stale", ageMs, reason };
    }
    #sides() {
        return this.#baseline === undefined ? [this.#canary] : [this.#canary, this.#baseline];
    }
}
const nothing = { requests: 0, errors: 0, slow: 0 };
function added(all) {
    const sum = new Map();
    for (const [ms, count] of all.flatMap((one) => [...one]))
        sum.set(ms, (sum.get(ms) ?? 0) + count);
    return sum;
}

// EXTERNAL MODULE: ./build/packages/monitors/settings.js
var monitors_settings = __webpack_require__(27240);
;// CONCATENATED MODULE: ./build/packages/monitors/prometheus.js






const variable = schemas/* string */.YjP().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, "must be the name of a variable, like PROMETHEUS_TOKEN");
const settingsSchema = schemas/* strictObject */.rej({
    url: schemas/* string */.YjP().refine(isPlainWeb, 'must be an address without a password, like "http://prometheus:9090"'),
    haproxy: schemas/* strictObject */.rej({ proxy: schemas/* string */.YjP().min(1).optional() }).optional(),
    requests: countersSchema.optional(),
    errors: countersSchema.optional(),
    latency: countersSchema.optional(),
    cpu: expressionSchema.optional(),
    memory: expressionSchema.optional(),
    scrapeIntervalMs: schemas/* number */.aig().int().min(100).max(300_000).default(15_000),
    tokenFrom: variable.optional(),
    basic: schemas/* strictObject */.rej({ user: schemas/* string */.YjP().min(1), passwordFrom: variable }).optional(),
    headers: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).default({}),
})
    .superRefine(({ haproxy, requests, errors, tokenFrom, basic }, context) => {
    const tell = (key, message) => context.addIssue({ code: "custom", path: [key], message });
    const needed = 'is needed, like http_requests_total{version="{{version}}"}; or write haproxy: {}';
    if (haproxy === undefined && requests === undefined)
        tell("requests", needed);
    if (haproxy === undefined && errors === undefined)
        tell("errors", needed.replace('"}', '",code=~"5.."}'));
    if (tokenFrom !== undefined && basic !== undefined)
        tell("basic", "cannot be used beside tokenFrom");
});
function seenAfterMs(settings) {
    return (2 + LAG_SCRAPES) * parsed(settings).scrapeIntervalMs;
}
function createMonitor(settings, options) {
    const known = parsed(settings);
    const headers = { ...known.headers, ...authorization(known, options.env ?? {}) };
    const ask = createAsk({ url: known.url, headers }, options);
    const queries = queriesOf(known);
    return {
        name: "prometheus",
        measures: ["errors", "latency", "cpu", "memory"].filter((signal) => queries[signal] !== undefined),
        begin: async ({ canary, baseline, slowMs, signal }) => {
            const { scrapeIntervalMs: scrapeMs } = known;
            const { clock, serversOf } = options;
            const named = (version) => ({ version, servers: serversOf?.(version) ?? [version] });
            const versions = { canary: named(canary), baseline: baseline === undefined ? undefined : named(baseline) };
            const watch = new PrometheusWatch({ ...versions, queries, ask, slowMs, scrapeMs, clock, signal });
            await watch.start().catch((thrown) => {
                if (!(thrown instanceof faults/* ReleaseFault */.eB) || thrown.code !== "remote")
                    throw thrown;
            });
            return watch;
        },
    };
}
function parsed(settings) {
    return (0,monitors_settings/* parseSettings */.P)("prometheus", settingsSchema, settings, '{url: "http://prometheus:9090", requests: \'http_requests_total{version="{{version}}"}\', errors: \'http_requests_total{version="{{version}}",code=~"5.."}\'}');
}
function queriesOf({ haproxy, requests, errors, latency, cpu, memory }) {
    const preset = haproxy === undefined ? { requests: [], errors: [] } : haproxyQueries(haproxy.proxy);
    return {
        requests: requests ?? preset.requests,
        errors: errors ?? preset.errors,
        ...(latency === undefined ? {} : { latency }),
        ...(cpu === undefined ? {} : { cpu }),
        ...(memory === undefined ? {} : { memory }),
    };
}
function authorization({ tokenFrom, basic }, env) {
    const name = tokenFrom ?? basic?.passwordFrom;
    if (name === undefined)
        return {};
    const secret = env[name] ?? "";
    if (secret === "") {
        throw new faults/* ReleaseFault */.eB("config", `The variable ${name}, which the monitor "prometheus" needs, is not set`, {
            hint: `Set ${name} in the environment of the command, or remove it from monitorSettings.`,
        });
    }
    if (basic === undefined)
        return { authorization: `Bearer ${secret}` };
    return { authorization: `Basic ${Buffer.from(`${basic.user}:${secret}`).toString("base64")}` };
}
function isPlainWeb(text) {
    if (!URL.canParse(text))
        return false;
    const { protocol, username, password, search, hash } = new URL(text);
    return /^https?:$/.test(protocol) && username + password + search + hash === "";
}


/***/ }),

/***/ 27240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ parseSettings)
/* harmony export */ });
/* harmony import */ var _faults__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72326);

function parseSettings(monitor, schema, settings, example) {
    const parsed = schema.safeParse(settings);
    if (parsed.success)
        return parsed.data;
    const mistakes = parsed.error.issues.map(({ path, message }) => `${path.join(".") || "settings"}: ${message}`);
    throw new _faults__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseFault */ .eB("config", `The settings of the monitor "${monitor}" are wrong:\n${mistakes.join("\n")}`, {
        hint: `In monitorSettings write, for example: ${example}.`,
    });
}


/***/ })

};
