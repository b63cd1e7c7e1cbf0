export const id = 9870;
export const ids = [9870];
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

/***/ 61312:
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
// EXTERNAL MODULE: ./build/packages/monitors/percentile.js
var percentile = __webpack_require__(39462);
;// CONCATENATED MODULE: ./build/packages/monitors/prober.js

const BIN_MS = 1000;
class Prober {
    #version;
    #probing;
    #options;
    #clock;
    #cells = new Map();
    #open = new Set();
    #nextBin = 0;
    #skipped = 0;
    constructor(version, probing, options) {
        this.#version = version;
        this.#probing = probing;
        this.#options = options;
        this.#clock = options.clock;
    }
    async run(sinceMs, over) {
        const everyMs = 1000 / this.#probing.rate;
        const under = new Set();
        for (let n = 0; !over.aborted; n += 1) {
            this.#nextBin = Math.floor((n * everyMs) / BIN_MS);
            const waitMs = sinceMs + n * everyMs - this.#clock.now();
            if (waitMs > 0)
                await this.#clock.sleep(waitMs, over).catch(() => undefined);
            if (over.aborted)
                break;
            if (waitMs < -BIN_MS || this.#open.size >= this.#probing.maxOpen) {
                this.#skipped += 1;
                continue;
            }
            const probe = this.#probe(n, over);
            under.add(probe);
            void probe.finally(() => under.delete(probe));
        }
        await Promise.all(under);
    }
    completeBins() {
        return Math.min(this.#nextBin, ...Array.from(this.#open, ({ bin }) => bin));
    }
    sample(bin, slowMs) {
        const cell = this.#cells.get(bin);
        if (cell === undefined)
            return { requests: 0, errors: 0, slow: 0 };
        let slow = 0;
        for (const [ms, count] of cell.latencies)
            if (ms > slowMs)
                slow += count;
        return { requests: cell.requests, errors: cell.errors, slow };
    }
    p95Ms(from, to) {
        const all = new Map();
        for (const [bin, { latencies }] of this.#cells) {
            if (bin < from || bin >= to)
                continue;
            for (const [ms, count] of latencies)
                all.set(ms, (all.get(ms) ?? 0) + count);
        }
        return (0,percentile/* p95Of */.U)(all);
    }
    forget(bin) {
        for (const old of this.#cells.keys())
            if (old < bin)
                this.#cells.delete(old);
    }
    takeSkipped() {
        const skipped = this.#skipped;
        this.#skipped = 0;
        return skipped;
    }
    async #probe(n, over) {
        const { rate, paths } = this.#probing;
        const ticket = { bin: Math.floor(n / rate) };
        this.#open.add(ticket);
        const startedMs = this.#clock.now();
        const outcome = await this.#ask(paths[n % paths.length] ?? "/", over);
        this.#open.delete(ticket);
        if (over.aborted)
            return;
        const tookMs = outcome === "timed-out" ? Number.MAX_SAFE_INTEGER : Math.ceil(this.#clock.now() - startedMs);
        const cell = this.#cells.get(ticket.bin) ?? { requests: 0, errors: 0, latencies: new Map() };
        this.#cells.set(ticket.bin, cell);
        cell.requests += 1;
        if (outcome !== "ok")
            cell.errors += 1;
        cell.latencies.set(tookMs, (cell.latencies.get(tookMs) ?? 0) + 1);
    }
    async #ask(path, over) {
        const timeout = new AbortController();
        const answered = new AbortController();
        void this.#clock.sleep(this.#probing.timeoutMs, AbortSignal.any([over, answered.signal])).then(() => timeout.abort(), () => undefined);
        try {
            const response = await this.#options.fetch(new URL(path, this.#options.url), {
                headers: this.#options.headersFor(this.#version),
                redirect: "manual",
                signal: AbortSignal.any([over, timeout.signal]),
            });
            await response.arrayBuffer();
            return response.status >= 500 ? "error" : "ok";
        }
        catch {
            return timeout.signal.aborted ? "timed-out" : "error";
        }
        finally {
            answered.abort();
        }
    }
}

// EXTERNAL MODULE: ./build/packages/monitors/settings.js
var monitors_settings = __webpack_require__(27240);
;// CONCATENATED MODULE: ./build/packages/monitors/probe.js




const STALE_AFTER_MS = 10_000;
const settingsSchema = schemas/* strictObject */.rej({
    rate: schemas/* number */.aig().positive().max(100).default(1),
    paths: schemas/* array */.YOg(schemas/* string */.YjP().startsWith("/")).min(1).default(["/"]),
    timeoutMs: schemas/* number */.aig().int().positive().max(60_000).default(5000),
    maxOpen: schemas/* number */.aig().int().positive().default(5),
});
function seenAfterMs(settings) {
    return BIN_MS + probingOf(settings).timeoutMs;
}
function probingOf(settings) {
    return (0,monitors_settings/* parseSettings */.P)("probe", settingsSchema, settings, '{rate: 1, paths: ["/", "/api/products"]}');
}
function createMonitor(settings, options) {
    const probing = probingOf(settings);
    return {
        name: "probe",
        measures: ["errors", "latency"],
        begin: async ({ canary, baseline, slowMs, signal }) => {
            if (baseline !== undefined)
                for (const version of [canary, baseline])
                    requirePin(version, options);
            const staleAfterMs = probing.timeoutMs + STALE_AFTER_MS;
            return new ProbeWatch({
                canary: new Prober(canary, probing, options),
                baseline: baseline === undefined ? undefined : new Prober(baseline, probing, options),
                clock: options.clock,
                slowMs,
                staleAfterMs,
                signal,
            });
        },
    };
}
function requirePin(version, { headersFor }) {
    if (Object.keys(headersFor(version)).length > 0)
        return;
    throw new faults/* ReleaseFault */.eB("config", `The monitor "probe" cannot ask ${version} alone: the target names no header for it`, {
        hint: 'Let the target pin requests to a version (docs/targets.md), or use another monitor, like monitor: "prometheus".',
    });
}
class ProbeWatch {
    #options;
    #probers;
    #ended = new AbortController();
    #running;
    #sinceMs;
    #from = 0;
    constructor(options) {
        const { canary, baseline, clock, signal } = options;
        this.#options = options;
        this.#probers = baseline === undefined ? [canary] : [canary, baseline];
        this.#sinceMs = clock.now();
        const over = AbortSignal.any([signal, this.#ended.signal]);
        this.#running = Promise.all(this.#probers.map((prober) => prober.run(this.#sinceMs, over)));
    }
    read() {
        const from = this.#from;
        const passed = Math.floor((this.#options.clock.now() - this.#sinceMs) / BIN_MS);
        const to = Math.min(passed, ...this.#probers.map((prober) => prober.completeBins()));
        if (to <= from)
            return Promise.resolve(this.#nothingNew());
        this.#from = to;
        const { canary, baseline, slowMs } = this.#options;
        const bins = Array.from({ length: to - from }, (_, index) => {
            const bin = from + index;
            const nobody = { requests: 0, errors: 0, slow: 0 };
            return { t: bin * BIN_MS, canary: canary.sample(bin, slowMs), baseline: baseline?.sample(bin, slowMs) ?? nobody };
        });
        const p95Ms = canary.p95Ms(from, to);
        const data = { bins, ...(p95Ms === undefined ? {} : { p95Ms }) };
        let skipped = 0;
        for (const prober of this.#probers) {
            prober.forget(to);
            skipped += prober.takeSkipped();
        }
        if (skipped > 0) {
            const reason = `${skipped} probes were not sent: too many still wait for an answer, or this process was asleep`;
            return Promise.resolve({ state: "partial", ...data, reason });
        }
        if (bins.every((bin) => bin.canary.requests + bin.baseline.requests === 0)) {
            return Promise.resolve({ state: "no-data", reason: "no probe was due" });
        }
        return Promise.resolve({ state: "data", ...data });
    }
    async end() {
        this.#ended.abort();
        await this.#running;
    }
    #nothingNew() {
        const ageMs = this.#options.clock.now() - this.#sinceMs - this.#from * BIN_MS;
        if (ageMs > this.#options.staleAfterMs)
            return { state: "stale", ageMs, reason: `no probe was settled for ${Math.round(ageMs / 1000)} s` };
        return { state: "no-data", reason: "no second is complete since the last read" };
    }
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
