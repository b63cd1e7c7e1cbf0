export const id = 1023;
export const ids = [1023];
export const modules = {

/***/ 40246:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  loadTarget: () => (/* reexport */ loadTarget),
  openLocalPlatform: () => (/* reexport */ local_open/* openLocalPlatform */.NH),
  planRollout: () => (/* reexport */ planRollout),
  requireCapabilities: () => (/* reexport */ requireCapabilities),
  stopPlatform: () => (/* reexport */ local_open/* stopPlatform */._7),
  targetNames: () => (/* reexport */ targetNames)
});

// EXTERNAL MODULE: ./build/packages/faults/index.js + 3 modules
var faults = __webpack_require__(72326);
;// CONCATENATED MODULE: ./build/packages/targets/registry.js

const targets = {
    local: () => __webpack_require__.e(/* import() */ 7196).then(__webpack_require__.bind(__webpack_require__, 87421)),
    haproxy: () => __webpack_require__.e(/* import() */ 7976).then(__webpack_require__.bind(__webpack_require__, 67509)),
    command: () => __webpack_require__.e(/* import() */ 318).then(__webpack_require__.bind(__webpack_require__, 35179)),
};
const targetNames = Object.keys(targets);
async function loadTarget(name, options) {
    const load = Object.hasOwn(targets, name) ? targets[name] : undefined;
    if (load === undefined) {
        throw new faults/* ReleaseFault */.eB("config", `Unknown deploy target "${name}" for ${options.environment}`, {
            hint: `Use one of: ${targetNames.join(", ")}, like target: "${targetNames[0] ?? "local"}".`,
        });
    }
    return (await load()).createTarget(options);
}

;// CONCATENATED MODULE: ./build/packages/targets/strategies/blue-green.js
function* blueGreen() {
    yield { do: "prepare" };
    yield { do: "smoke", on: "candidate", percent: 0 };
    yield { do: "shift", percent: 100 };
    yield { do: "smoke", on: "everyone", percent: 100 };
    yield { do: "finish" };
}

;// CONCATENATED MODULE: ./build/packages/targets/strategies/canary.js
function* canary({ steps, stepTimeMs }) {
    yield { do: "prepare" };
    for (const percent of steps) {
        yield { do: "shift", percent };
        yield { do: "smoke", on: percent === 100 ? "everyone" : "candidate", percent };
        if (percent < 100)
            yield { do: "watch", percent, forMs: stepTimeMs };
    }
    yield { do: "finish" };
}

;// CONCATENATED MODULE: ./build/packages/targets/strategies/rolling.js
function* rolling({ rolling: settings, instances, stepTimeMs, }) {
    const [first, ...rest] = instances === undefined ? shares(settings) : batches(settings, instances);
    if (first === undefined)
        return;
    yield first.batch === undefined ? { do: "prepare" } : { do: "prepare", count: first.batch.count };
    if (first.percent === 100)
        yield { do: "smoke", on: "candidate", percent: 0 };
    let isProved = false;
    for (const { percent, batch } of [first, ...rest]) {
        yield batch === undefined ? { do: "shift", percent } : { do: "shift", percent, batch };
        if (percent === 100)
            break;
        if (percent >= 50 && !isProved)
            yield { do: "smoke", on: "candidate", percent };
        isProved ||= percent >= 50;
        yield { do: "watch", percent, forMs: stepTimeMs };
    }
    yield { do: "smoke", on: "everyone", percent: 100 };
    yield { do: "finish" };
}
function shares({ batch }) {
    return Array.from({ length: Math.ceil(100 / batch) }, (_, index) => ({
        percent: Math.min(100, (index + 1) * batch),
    }));
}
function batches({ batch, maxUnavailable }, total) {
    const size = Math.max(1, Math.round((total * batch) / 100));
    return Array.from({ length: Math.ceil(total / size) }, (_, index) => {
        const count = Math.min(total, (index + 1) * size);
        const percent = count === total ? 100 : Math.min(99, Math.max(1, Math.round((count / total) * 100)));
        return { percent, batch: { count, maxUnavailable } };
    });
}

;// CONCATENATED MODULE: ./build/packages/targets/strategies/plan.js




function planRollout({ strategy, ...plan }) {
    switch (strategy) {
        case "blue-green":
            return blueGreen();
        case "canary":
            return canary(checkedSteps(plan));
        case "rolling":
            return rolling(plan);
    }
}
function requireCapabilities(strategy, { capabilities, instances }, { maxUnavailable }) {
    if (strategy === "rolling")
        requireInstances(instances?.total, maxUnavailable);
    if (strategy !== "blue-green" && !capabilities.weights && !(strategy === "rolling" && instances !== undefined)) {
        throw new faults/* ReleaseFault */.eB("config", `The strategy "${strategy}" splits traffic, and this target cannot`, {
            hint: 'Use strategy: "blue-green", or a target that splits traffic, like "local".',
        });
    }
    if (!capabilities.addressable) {
        throw new faults/* ReleaseFault */.eB("config", `The strategy "${strategy}" tests the new version by itself, and this target cannot address it`, {
            hint: 'Use a target that gives each version an address of its own, like "local".',
        });
    }
}
function requireInstances(total, maxUnavailable) {
    if (maxUnavailable === 0 || (total !== undefined && maxUnavailable < total))
        return;
    throw new faults/* ReleaseFault */.eB("config", total === undefined
        ? `rolling.maxUnavailable is ${maxUnavailable}, and this target has no instances that could be missing`
        : `rolling.maxUnavailable is ${maxUnavailable}, and the version runs on ${total} instances: nobody would answer`, { hint: "Write maxUnavailable: 0, or more instances in the settings of the target, where it has them." });
}
function checkedSteps(plan) {
    const { steps } = plan;
    const rising = steps.every((percent, index) => percent > (steps[index - 1] ?? 0) && percent <= 100);
    if (rising && steps.at(-1) === 100)
        return plan;
    throw new faults/* ReleaseFault */.eB("config", `The canary steps ${steps.join(", ") || "(none)"} do not rise from above 0 to 100`, {
        hint: "Write them in order and end with 100, like steps: [5, 25, 50, 100].",
    });
}

// EXTERNAL MODULE: ./build/packages/targets/local/open.js
var local_open = __webpack_require__(13698);
;// CONCATENATED MODULE: ./build/packages/targets/index.js





/***/ }),

/***/ 22142:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ Child),
/* harmony export */   U: () => (/* binding */ plainEnvironment)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58500);
/* harmony import */ var _process__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31359);




const MAX_RESTARTS = 5;
const MAX_RESTARTS_UNPROVED = 2;
const BACKOFF_MS = 200;
const STARTING_POLL_MS = 50;
const RUNNING_POLL_MS = 1000;
const HEALTH_TIMEOUT_MS = 2000;
const FORGIVEN_AFTER_MS = 60_000;
const GRACE_MS = 3000;
const KEEPER = `
exec 3<&0
(trap '' TERM; cat <&3 >/dev/null; kill -KILL 0) &
sh -c "$1" </dev/null 3<&- &
app=$!
trap : TERM
while kill -0 "$app" 2>/dev/null; do wait "$app"; done
echo "[platform] the command ended"
kill -KILL 0
`;
class Child {
    spec;
    inFlight = 0;
    #log;
    #process;
    #port;
    #healthy = false;
    #healthySinceMs;
    #restarts = 0;
    #everHealthy = false;
    #problem;
    #stopped = false;
    constructor(spec, log) {
        this.spec = spec;
        this.#log = log;
        void this.#run();
    }
    get port() {
        return this.#port;
    }
    get healthy() {
        return this.#healthy;
    }
    view() {
        return {
            healthy: this.#healthy,
            givenUp: this.#isGivenUp(),
            restarts: this.#restarts,
            pid: this.#process?.pid,
            port: this.#port,
            problem: this.#problem === undefined ? undefined : `${this.#problem}${tail(this.#log)}`,
        };
    }
    revive() {
        if (this.#process !== undefined || this.#stopped || !this.#isGivenUp())
            return;
        this.#restarts = 0;
        void this.#run();
    }
    async stop() {
        this.#stopped = true;
        const running = this.#process;
        if (running?.pid === undefined || running.exitCode !== null || running.signalCode !== null)
            return;
        const ended = new Promise((resolve) => void running.once("exit", () => resolve()));
        signalGroup(running.pid, "SIGTERM");
        const timer = setTimeout(() => running.stdin?.destroy(), GRACE_MS);
        await ended;
        clearTimeout(timer);
    }
    #isGivenUp() {
        return this.#restarts > (this.#everHealthy ? MAX_RESTARTS : MAX_RESTARTS_UNPROVED);
    }
    async #run() {
        for (;;) {
            await this.#once();
            if (this.#stopped)
                return;
            if (this.#healthySinceMs !== undefined && performance.now() - this.#healthySinceMs > FORGIVEN_AFTER_MS)
                this.#restarts = 0;
            this.#restarts += 1;
            if (this.#isGivenUp())
                return;
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_2__.setTimeout)(BACKOFF_MS * 2 ** (this.#restarts - 1));
            if (this.#stopped)
                return;
        }
    }
    async #once() {
        const port = await (0,_process__WEBPACK_IMPORTED_MODULE_3__/* .freePort */ .ov)();
        if (this.#stopped)
            return;
        const log = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(this.#log, "a", 0o600);
        const running = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)("/bin/sh", ["-c", KEEPER, "sh", this.spec.command], {
            cwd: this.spec.directory,
            env: { ...plainEnvironment(process.env), ...this.spec.env, PORT: String(port) },
            detached: true,
            stdio: ["pipe", log, log],
        });
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(log);
        running.stdin?.on("error", () => undefined);
        this.#process = running;
        this.#port = port;
        this.#healthySinceMs = undefined;
        const ended = new AbortController();
        const exit = new Promise((resolve) => {
            running.once("error", (error) => resolve(`could not be started: ${error.message}`));
            running.once("exit", () => resolve("its process ended"));
        });
        const polling = this.#poll(port, ended.signal);
        this.#problem = await exit;
        this.#healthy = false;
        this.#process = undefined;
        this.#port = undefined;
        ended.abort();
        await polling;
    }
    async #poll(port, ended) {
        while (!ended.aborted) {
            const problem = await healthProblem(`http://127.0.0.1:${port}${this.spec.health}`, ended);
            if (ended.aborted)
                return;
            this.#healthy = problem === undefined;
            this.#everHealthy ||= this.#healthy;
            this.#problem = problem;
            if (this.#healthy)
                this.#healthySinceMs ??= performance.now();
            else if (this.#healthySinceMs !== undefined)
                this.#healthySinceMs = performance.now();
            const pauseMs = this.#healthySinceMs === undefined ? STARTING_POLL_MS : RUNNING_POLL_MS;
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_2__.setTimeout)(pauseMs, undefined, { signal: ended }).catch(() => undefined);
        }
    }
}
function plainEnvironment(env) {
    return (0,_process__WEBPACK_IMPORTED_MODULE_3__/* .onlyVariables */ .__)(env, ["PATH", "HOME", "LANG", "TMPDIR", "TZ", "SystemRoot"]);
}
async function healthProblem(url, ended) {
    try {
        const signal = AbortSignal.any([ended, AbortSignal.timeout(HEALTH_TIMEOUT_MS)]);
        const response = await fetch(url, { signal, redirect: "manual" });
        await response.body?.cancel();
        return response.status < 400 ? undefined : `its health check answered ${response.status}`;
    }
    catch {
        return "its health check does not answer";
    }
}
function signalGroup(pid, signal) {
    try {
        process.kill(-pid, signal);
    }
    catch {
    }
}
function tail(log) {
    try {
        const lines = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(log, "utf8").trimEnd().split("\n").slice(-5).join(" | ").slice(-600);
        return lines === "" ? "" : `; its last words: ${lines}`;
    }
    catch {
        return "";
    }
}


/***/ }),

/***/ 15985:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S3: () => (/* binding */ findAddress),
/* harmony export */   rB: () => (/* binding */ findPlatform),
/* harmony export */   t8: () => (/* binding */ isAnswering),
/* harmony export */   vZ: () => (/* binding */ StaleWriteError)
/* harmony export */ });
/* unused harmony export PlatformClient */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26016);
/* harmony import */ var _faults__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72326);
/* harmony import */ var _protocol_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46198);





const ANSWER_TIMEOUT_MS = 5000;
const refusal = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ error: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() });
class StaleWriteError extends _faults__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseFault */ .eB {
    constructor(directory) {
        super("remote", `The platform in ${directory} was changed by somebody else while we were changing it`, {
            hint: "See who drives the release, then continue it: release resume vX.Y.Z.",
        });
    }
}
class PlatformClient {
    directory;
    #address;
    constructor(directory, address) {
        this.directory = directory;
        this.#address = address;
    }
    async status() {
        return _protocol_js__WEBPACK_IMPORTED_MODULE_3__/* .platformStatus */ .iA.parse(await this.#ask("GET", "/state"));
    }
    async write(next, etag) {
        return _protocol_js__WEBPACK_IMPORTED_MODULE_3__/* .platformStatus */ .iA.parse(await this.#ask("PUT", "/state", { body: JSON.stringify(next), etag }));
    }
    async revive(version) {
        await this.#ask("POST", `/revive/${encodeURIComponent(version)}`);
    }
    async stop() {
        await this.#ask("POST", "/stop");
    }
    async #ask(method, path, options = {}) {
        const { response, answer } = await this.#send(method, path, options);
        if (response.status === 412)
            throw new StaleWriteError(this.directory);
        if (response.ok)
            return answer;
        throw new _faults__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseFault */ .eB("remote", `The platform in ${this.directory} refused ${method} ${path}: ${reasonOf(answer)}`, {
            hint: `Look at ${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.directory, "platform.log")}.`,
        });
    }
    async #send(method, path, options) {
        const { adminPort, token } = this.#address;
        try {
            const response = await fetch(`http://127.0.0.1:${adminPort}${path}`, {
                method,
                headers: {
                    authorization: `Bearer ${token}`,
                    ...(options.etag === undefined ? {} : { "if-match": `"${options.etag}"` }),
                },
                signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
                ...(options.body === undefined ? {} : { body: options.body }),
            });
            const answer = await response.json();
            return { response, answer };
        }
        catch (thrown) {
            throw new _faults__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseFault */ .eB("remote", `The platform in ${this.directory} did not answer ${method} ${path}`, {
                hint: `Look at ${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.directory, "platform.log")}; then: release resume vX.Y.Z.`,
                cause: thrown,
            });
        }
    }
}
async function findPlatform(directory) {
    const address = await findAddress(directory);
    if (address === undefined)
        return undefined;
    const client = new PlatformClient(directory, address);
    try {
        await client.status();
        return client;
    }
    catch {
        return undefined;
    }
}
async function isAnswering(directory) {
    return (await findPlatform(directory)) !== undefined;
}
async function findAddress(directory) {
    try {
        return _protocol_js__WEBPACK_IMPORTED_MODULE_3__/* .platformAddress */ .Ik.parse(JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, "platform.json"), "utf8")));
    }
    catch {
        return undefined;
    }
}
function reasonOf(answer) {
    const parsed = refusal.safeParse(answer);
    return parsed.success ? parsed.data.error : "no reason given";
}


/***/ }),

/***/ 13698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E$: () => (/* binding */ ensurePlatform),
/* harmony export */   NH: () => (/* binding */ openLocalPlatform),
/* harmony export */   _7: () => (/* binding */ stopPlatform)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73136);
/* harmony import */ var _faults__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(72326);
/* harmony import */ var _process__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(31359);
/* harmony import */ var _child_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(22142);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(15985);









const START_TIMEOUT_MS = 20_000;
const POLL_MS = 50;
async function ensurePlatform(directory, options) {
    const running = (await (0,_client_js__WEBPACK_IMPORTED_MODULE_8__/* .findPlatform */ .rB)(directory)) ?? (await startPlatform(directory, options));
    const { port } = await running.status();
    if (options.port === 0 || options.port === port)
        return running;
    throw new _faults__WEBPACK_IMPORTED_MODULE_5__/* .ReleaseFault */ .eB("config", `The platform in ${directory} listens on port ${port}, and the settings say ${options.port}`, {
        hint: `Write port: ${port}, or stop that platform first.`,
    });
}
async function startPlatform(directory, { port, clock, signal }) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(directory, { recursive: true, mode: 0o700 });
    const logFile = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, "platform.log");
    const known = await (0,_client_js__WEBPACK_IMPORTED_MODULE_8__/* .findAddress */ .S3)(directory);
    const log = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(logFile, "a", 0o600);
    const started = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(process.execPath, [mainFile(), directory, String(port === 0 ? (known?.publicPort ?? 0) : port)], {
        cwd: directory,
        detached: true,
        stdio: ["ignore", log, log],
        env: { ...(0,_child_js__WEBPACK_IMPORTED_MODULE_7__/* .plainEnvironment */ .U)(process.env), ...(0,_process__WEBPACK_IMPORTED_MODULE_6__/* .onlyVariables */ .__)(process.env, ["NODE_COMPILE_CACHE"]) },
    });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(log);
    started.unref();
    const failed = new AbortController();
    started.once("exit", (code) => code !== 0 && failed.abort()).once("error", () => failed.abort());
    const deadlineMs = clock.now() + START_TIMEOUT_MS;
    while (!failed.signal.aborted && clock.now() < deadlineMs) {
        await clock.sleep(POLL_MS, signal);
        const client = await (0,_client_js__WEBPACK_IMPORTED_MODULE_8__/* .findPlatform */ .rB)(directory);
        if (client !== undefined)
            return client;
    }
    const lastWords = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(logFile, "utf8")).trimEnd().split("\n").slice(-12).join("\n");
    throw new _faults__WEBPACK_IMPORTED_MODULE_5__/* .ReleaseFault */ .eB("remote", `The embedded platform in ${directory} did not start`, {
        hint: `See ${logFile}; it ends with:\n${lastWords}`,
    });
}
function mainFile() {
    const here = (0,node_url__WEBPACK_IMPORTED_MODULE_4__.fileURLToPath)(import.meta.url);
    return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(here), here.endsWith(".ts") ? "main.ts" : "local-platform.js");
}
async function openLocalPlatform(directory, options) {
    const client = await ensurePlatform((0,node_path__WEBPACK_IMPORTED_MODULE_3__.resolve)(directory), options);
    return {
        snapshot: async () => (await client.status()).state,
        restore: async (snapshot) => {
            const { state } = await client.status();
            const wanted = new Set(snapshot.revisions.map(({ version }) => version));
            const warm = state.revisions
                .filter(({ version }) => !wanted.has(version))
                .map((revision) => ({ ...revision, percent: 0, parked: true }));
            await client.write({ ...snapshot, revisions: [...snapshot.revisions, ...warm] }, state.etag);
            await untilServing(client, options);
        },
    };
}
async function untilServing(client, { clock, signal }) {
    const deadlineMs = clock.now() + START_TIMEOUT_MS;
    for (;;) {
        const { state, live } = await client.status();
        const cold = state.revisions.find(({ version, percent }) => percent > 0 && !live.some((one) => one.version === version && one.healthy));
        if (cold === undefined)
            return;
        if (clock.now() > deadlineMs) {
            throw new _faults__WEBPACK_IMPORTED_MODULE_5__/* .ReleaseFault */ .eB("remote", `${cold.version} did not come up again in ${client.directory}`, {
                hint: "A version that was removed for good cannot be restored: take the snapshot later, or deploy it again.",
            });
        }
        await clock.sleep(POLL_MS, signal);
    }
}
async function stopPlatform(directory, clock) {
    const home = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.resolve)(directory);
    const running = await (0,_client_js__WEBPACK_IMPORTED_MODULE_8__/* .findPlatform */ .rB)(home);
    if (running === undefined)
        return;
    await running.stop();
    const deadlineMs = clock.now() + START_TIMEOUT_MS;
    while (await lockIsHeld(home)) {
        if (clock.now() > deadlineMs) {
            throw new _faults__WEBPACK_IMPORTED_MODULE_5__/* .ReleaseFault */ .eB("remote", `The platform in ${home} does not stop`, {
                hint: `Look at ${(0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(home, "platform.log")}.`,
            });
        }
        await clock.sleep(POLL_MS);
    }
}
async function lockIsHeld(directory) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, "platform.lock")).then(() => true, () => false);
}


/***/ }),

/***/ 46198:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E1: () => (/* binding */ PIN_HEADER),
/* harmony export */   Hg: () => (/* binding */ platformState),
/* harmony export */   Ik: () => (/* binding */ platformAddress),
/* harmony export */   Ki: () => (/* binding */ SERVED_BY_HEADER),
/* harmony export */   e3: () => (/* binding */ flawOf),
/* harmony export */   iA: () => (/* binding */ platformStatus),
/* harmony export */   p$: () => (/* binding */ emptyState)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26016);

const PIN_HEADER = "x-release-version";
const SERVED_BY_HEADER = "x-served-by";
const revision = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    sha: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    directory: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    command: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    env: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    health: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    percent: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().min(0).max(100),
    instances: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().min(1).default(1),
    parked: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    badUntilMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().exactOptional(),
});
const platformState = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    etag: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int(),
    serving: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().exactOptional(),
    previous: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().exactOptional(),
    revisions: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(revision),
});
const liveRevision = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    version: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    running: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    healthy: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    ready: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    givenUp: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    pid: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().exactOptional(),
    port: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().exactOptional(),
    restarts: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    inFlight: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    problem: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().exactOptional(),
});
const platformStatus = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ port: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), state: platformState, live: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(liveRevision) });
const platformAddress = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    pid: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int(),
    adminPort: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int(),
    publicPort: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int(),
    token: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
});
const emptyState = { etag: 0, revisions: [] };
function flawOf(state) {
    const versions = state.revisions.map(({ version }) => version);
    if (new Set(versions).size !== versions.length)
        return "a version is listed twice";
    const total = state.revisions.reduce((sum, { percent }) => sum + percent, 0);
    if (total !== 0 && total !== 100)
        return `the shares add up to ${total}, not to 100`;
    const parked = state.revisions.find((one) => one.parked && one.percent > 0);
    if (parked !== undefined)
        return `${parked.version} is parked and cannot have traffic`;
    const absent = [state.serving, state.previous].find((name) => name !== undefined && !versions.includes(name));
    return absent === undefined ? undefined : `${absent} is named but not among the revisions`;
}


/***/ })

};
