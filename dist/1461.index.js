export const id = 1461;
export const ids = [1461];
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

/***/ 38445:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createMonitor: () => (/* binding */ createMonitor),
/* harmony export */   seenAfterMs: () => (/* binding */ seenAfterMs)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26016);
/* harmony import */ var _percentile_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39462);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27240);





const ANSWER_TIMEOUT_MS = 5000;
const STALE_AFTER_MS = 15_000;
const settingsSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    directory: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().min(1),
    clientHeader: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
        .regex(/^[\w-]+$/, "must be the name of a request header, like x-client-id")
        .toLowerCase()
        .default("x-client-id"),
});
const addressSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ adminPort: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().int(), token: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() });
const cell = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ requests: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), errors: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), slow: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig() });
const countersSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    instance: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    now: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(),
    upTo: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(),
    bins: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ t: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), versions: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), cell) })),
    latencies: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .tuple */ .PVZ([zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig()]))),
    crowded: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY().default(false),
});
const seenAfterMs = () => 2000;
function createMonitor(settings, { fetch }) {
    const { directory, clientHeader } = (0,_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .parseSettings */ .P)("proxy", settingsSchema, settings, "{directory: .release-command/production}");
    const ask = async (fromMs, slowMs) => {
        const { adminPort, token } = addressSchema.parse(JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, "platform.json"), "utf8")));
        const response = await fetch(`http://127.0.0.1:${adminPort}/counters?from=${fromMs}&slowMs=${slowMs}&client=${clientHeader}`, {
            headers: { authorization: `Bearer ${token}` },
            signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
        });
        if (!response.ok)
            throw new Error(`it answered ${response.status}`);
        return countersSchema.parse(await response.json());
    };
    return {
        name: "proxy",
        measures: ["errors", "latency"],
        begin: async ({ canary, baseline, slowMs }) => {
            const first = await attempt(() => ask(Number.MAX_SAFE_INTEGER, slowMs));
            return new ProxyWatch(ask, { canary, baseline, slowMs }, "failed" in first ? undefined : first.value);
        },
    };
}
class ProxyWatch {
    #ask;
    #watched;
    #origin;
    #fromMs = 0;
    #lost;
    constructor(ask, watched, first) {
        this.#ask = ask;
        this.#watched = watched;
        if (first !== undefined)
            this.#start(first);
    }
    async read() {
        const answer = await attempt(() => this.#ask(this.#fromMs, this.#watched.slowMs));
        if ("failed" in answer)
            return { state: "error", reason: `the platform's counters cannot be read: ${answer.failed}` };
        const counters = answer.value;
        if (this.#origin === undefined) {
            this.#start(counters);
            return { state: "no-data", reason: "the platform answers for the first time since the watch began" };
        }
        if (counters.instance !== this.#origin.instance) {
            this.#lost = "the platform was restarted; what it counted before is lost";
            this.#origin = { ...this.#origin, instance: counters.instance };
        }
        return this.#reading(counters, this.#origin.sinceMs);
    }
    end() {
        return Promise.resolve();
    }
    #start({ instance, now }) {
        this.#fromMs = Math.ceil(now / 1000) * 1000;
        this.#origin = { instance, sinceMs: this.#fromMs };
    }
    #reading({ now, upTo, bins, latencies, crowded }, sinceMs) {
        const ageMs = now - this.#fromMs;
        if (bins.length === 0 && ageMs > STALE_AFTER_MS) {
            return { state: "stale", ageMs, reason: `the newest complete second is ${Math.round(ageMs / 1000)} s old` };
        }
        if (bins.length === 0)
            return { state: "no-data", reason: "no second is complete since the last read" };
        if ((bins[0]?.t ?? 0) > this.#fromMs)
            this.#lost ??= "the last read was too long ago; older seconds are lost";
        if (crowded)
            this.#lost ??= "so many clients fail that not all are told apart: some count once a second";
        this.#fromMs = upTo;
        const { canary, baseline } = this.#watched;
        const sides = bins.map(({ t, versions }) => {
            const of = (version) => (version === undefined ? undefined : versions[version]) ?? nothing;
            return { t: t - sinceMs, canary: of(canary), baseline: of(baseline) };
        });
        const p95Ms = (0,_percentile_js__WEBPACK_IMPORTED_MODULE_4__/* .p95Of */ .U)(new Map(latencies[canary] ?? []));
        const data = { bins: sides, ...(p95Ms === undefined ? {} : { p95Ms }) };
        if (this.#lost !== undefined) {
            const reason = this.#lost;
            this.#lost = undefined;
            return { state: "partial", ...data, reason };
        }
        const requests = sides.reduce((sum, bin) => sum + bin.canary.requests + bin.baseline.requests, 0);
        if (requests === 0)
            return { state: "no-data", reason: "no client sent a request to either version" };
        return { state: "data", ...data };
    }
}
const nothing = { requests: 0, errors: 0, slow: 0 };
async function attempt(effect) {
    try {
        return { value: await effect() };
    }
    catch (thrown) {
        return { failed: thrown instanceof Error ? thrown.message : String(thrown) };
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
