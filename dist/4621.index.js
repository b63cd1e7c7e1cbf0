export const id = 4621;
export const ids = [4621];
export const modules = {

/***/ 31359:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ov: () => (/* reexport */ freePort),
  lp: () => (/* reexport */ harmlessVariables),
  __: () => (/* reexport */ onlyVariables),
  eF: () => (/* reexport */ run),
  E5: () => (/* reexport */ runShell),
  G5: () => (/* reexport */ runStream),
  to: () => (/* reexport */ startTalk)
});

;// CONCATENATED MODULE: ./build/packages/process/environment.js
const harmlessVariables = [
    "PATH",
    "HOME",
    "USER",
    "LOGNAME",
    "LANG",
    "LC_ALL",
    "TZ",
    "TMPDIR",
    "TEMP",
    "TMP",
    "SYSTEMROOT",
    "XDG_RUNTIME_DIR",
    "SSL_CERT_FILE",
    "SSL_CERT_DIR",
    "NODE_EXTRA_CA_CERTS",
    "HTTP_PROXY",
    "HTTPS_PROXY",
    "NO_PROXY",
    "http_proxy",
    "https_proxy",
    "no_proxy",
];
function onlyVariables(env, names) {
    return Object.fromEntries(names.flatMap((name) => {
        const value = env[name];
        return value === undefined ? [] : [[name, value]];
    }));
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./build/packages/process/free-port.js


const first = 20_000;
const last = 32_767;
const maxTries = 100;
async function freePort() {
    for (let tries = 1; tries <= maxTries; tries += 1) {
        const port = (0,external_node_crypto_.randomInt)(first, last + 1);
        if (await isFree(port))
            return port;
    }
    throw new Error(`none of ${maxTries} ports from ${first} to ${last} is free`);
}
function isFree(port) {
    return new Promise((resolve) => {
        const server = (0,external_node_net_.createServer)();
        server.once("error", () => resolve(false));
        server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
    });
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./build/packages/faults/index.js + 3 modules
var faults = __webpack_require__(72326);
;// CONCATENATED MODULE: ./build/packages/process/child.js




const graceMs = 3_000;
const drainMs = 2_000;
const ownGroup = process.platform !== "win32";
function startChild(argv, options) {
    const [file, ...args] = argv;
    const startedAt = performance.now();
    const child = spawned(file, args, options);
    const state = { timedOut: false };
    const timers = new Set();
    const later = (ms, act) => {
        timers.add(setTimeout(act, ms));
    };
    const closePipes = () => {
        child.stdout.destroy();
        child.stderr.destroy();
    };
    const end = () => {
        signalGroup(child.pid, "SIGTERM");
        later(graceMs, () => {
            signalGroup(child.pid, "SIGKILL");
            closePipes();
        });
    };
    if (options.timeoutMs !== undefined) {
        later(options.timeoutMs, () => {
            state.timedOut = true;
            end();
        });
    }
    if (options.signal?.aborted === true)
        end();
    options.signal?.addEventListener("abort", end, { once: true });
    endWithUs(child);
    child.once("exit", () => {
        child.stdin?.destroy();
        later(drainMs, closePipes);
    });
    const finished = ended(child, (cause) => cannotStart(file, options.cwd, cause)).then((result) => {
        if (state.timedOut || options.signal?.aborted === true)
            signalGroup(child.pid, "SIGKILL");
        return { ...result, durationMs: performance.now() - startedAt };
    });
    const settled = () => {
        for (const timer of timers)
            clearTimeout(timer);
        options.signal?.removeEventListener("abort", end);
        forget(child);
    };
    finished.then(settled, settled);
    const { stdin, stdout, stderr } = child;
    return { stdin, stdout, stderr, finished, state, end, setAwaited: (awaited) => setAwaited(child, awaited) };
}
const running = new Set();
const endAll = () => {
    for (const { pid } of running)
        signalGroup(pid, "SIGKILL");
};
function endWithUs(child) {
    if (running.size === 0)
        process.once("exit", endAll);
    running.add(child);
}
function forget(child) {
    running.delete(child);
    if (running.size === 0)
        process.removeListener("exit", endAll);
}
function setAwaited(child, awaited) {
    const verb = awaited ? "ref" : "unref";
    child[verb]();
    for (const pipe of child.stdio)
        if (pipe instanceof external_node_net_.Socket)
            pipe[verb]();
}
function spawned(file, args, options) {
    const env = options.inheritEnv === false ? { ...options.env } : { ...process.env, ...options.env };
    const how = { cwd: options.cwd, env, detached: ownGroup, windowsHide: true };
    try {
        const isLeashed = options.leash === true;
        const stdin = options.input === undefined && !isLeashed ? "ignore" : "pipe";
        const child = (0,external_node_child_process_.spawn)(file, args, { ...how, stdio: [stdin, "pipe", "pipe"] });
        if (!hasOutputs(child))
            throw new Error("too many open files");
        child.stdin?.on("error", () => { });
        if (!isLeashed)
            child.stdin?.end(options.input);
        return child;
    }
    catch (cause) {
        throw cannotStart(file, options.cwd, cause);
    }
}
function hasOutputs(child) {
    if (child.stdout instanceof external_node_stream_.Readable && child.stderr instanceof external_node_stream_.Readable)
        return true;
    child.once("error", () => { });
    return false;
}
function ended(child, fault) {
    return new Promise((resolve, reject) => {
        child.once("error", (cause) => reject(fault(cause)));
        child.once("close", (code, signal) => resolve({ exitCode: code ?? undefined, signal: signal ?? undefined }));
    });
}
function signalGroup(pid, signal) {
    if (pid === undefined)
        return;
    try {
        process.kill(ownGroup ? -pid : pid, signal);
    }
    catch {
    }
}
function cannotStart(file, cwd, cause) {
    const why = cause instanceof Error ? cause.message.split("\n", 1)[0] : "";
    const place = cwd === undefined ? "" : ` in ${cwd}`;
    return new faults/* ReleaseFault */.eB("config", `Cannot start the program "${file}"${place}: ${why}`, {
        hint: `Install ${file} or correct its name; \`command -v ${file}\` must print a path, and the directory must exist.`,
        cause,
    });
}

// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(46193);
;// CONCATENATED MODULE: ./build/packages/process/output.js

class Output {
    #chunks = [];
    #bytes = 0;
    #truncated = false;
    #partial = "";
    #decoder = new external_node_string_decoder_.StringDecoder("utf8");
    #maxBytes;
    #onLine;
    constructor(maxBytes, onLine) {
        this.#maxBytes = maxBytes;
        this.#onLine = onLine;
    }
    get truncated() {
        return this.#truncated;
    }
    add(chunk) {
        this.#chunks.push(chunk);
        this.#bytes += chunk.length;
        if (this.#bytes > 2 * this.#maxBytes)
            this.#trim();
        if (this.#onLine !== undefined)
            this.#split(this.#decoder.write(chunk));
    }
    end() {
        if (this.#onLine !== undefined) {
            this.#split(this.#decoder.end());
            if (this.#partial !== "")
                this.#onLine(this.#partial);
            this.#partial = "";
        }
        this.#trim();
        return Buffer.concat(this.#chunks).toString("utf8");
    }
    #trim() {
        if (this.#bytes <= this.#maxBytes)
            return;
        this.#chunks = [Buffer.concat(this.#chunks).subarray(-this.#maxBytes)];
        this.#bytes = this.#maxBytes;
        this.#truncated = true;
    }
    #split(text) {
        const lines = (this.#partial + text).split(/\r?\n/);
        this.#partial = lines.pop() ?? "";
        for (const line of lines)
            this.#onLine?.(line);
        if (this.#partial.length > this.#maxBytes)
            this.#partial = this.#partial.slice(-this.#maxBytes);
    }
}

;// CONCATENATED MODULE: ./build/packages/process/run.js


const defaultMaxBytes = 64 * 1024 * 1024;
async function run(argv, options = {}) {
    const maxBytes = options.maxOutputBytes ?? defaultMaxBytes;
    const { onLine } = options;
    const stdout = new Output(maxBytes, onLine && ((line) => onLine("stdout", line)));
    const stderr = new Output(maxBytes, onLine && ((line) => onLine("stderr", line)));
    const child = startChild(argv, options);
    child.stdout.on("data", (chunk) => stdout.add(chunk));
    child.stderr.on("data", (chunk) => stderr.add(chunk));
    const { exitCode, signal, durationMs } = await child.finished;
    return {
        exitCode,
        ...(signal === undefined ? {} : { signal }),
        stdout: stdout.end(),
        stderr: stderr.end(),
        durationMs,
        timedOut: child.state.timedOut,
        truncated: stdout.truncated || stderr.truncated,
    };
}
function runShell(command, options = {}) {
    return run(["sh", "-c", command], options);
}

;// CONCATENATED MODULE: ./build/packages/process/stream.js



const stderrBytes = 64 * 1024;
async function* runStream(argv, options = {}) {
    const stderr = new Output(stderrBytes);
    const child = startChild(argv, options);
    child.stderr.on("data", (chunk) => stderr.add(chunk));
    child.finished.catch(() => { });
    let read = false;
    try {
        for await (const chunk of child.stdout)
            yield chunk;
        read = true;
    }
    finally {
        if (!read)
            child.end();
    }
    const { exitCode } = await child.finished;
    if (exitCode === 0 && !child.state.timedOut)
        return;
    const text = stderr.end().trim();
    if (options.fault !== undefined)
        throw options.fault(text);
    const why = child.state.timedOut
        ? `took longer than ${options.timeoutMs} ms`
        : `ended with ${exitCode ?? "a signal"}`;
    throw new faults/* ReleaseFault */.eB("bug", `${argv[0]} ${why}: ${text}`, { hint: `Run it by hand: ${argv.join(" ")}` });
}

;// CONCATENATED MODULE: ./build/packages/process/talk.js

function startTalk(argv, options = {}) {
    const child = startChild(argv, { ...options, leash: true });
    child.stderr.resume();
    const ended = child.finished.then(() => undefined, () => undefined);
    return {
        say: (text) => void child.stdin?.write(text),
        answers: child.stdout,
        ended,
        end: () => child.stdin?.end(),
        setAwaited: child.setAwaited,
    };
}

;// CONCATENATED MODULE: ./build/packages/process/index.js







/***/ }),

/***/ 20035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ createAdmin)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37067);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26016);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(11102);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3564);
/* harmony import */ var _protocol_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46198);




const MAX_BODY_BYTES = 4_000_000;
const query = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    from: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .ai().min(0).default(0),
    slowMs: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .ai().positive().default(1000),
    client: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().toLowerCase().optional(),
});
function createAdmin(admin) {
    return (0,node_http__WEBPACK_IMPORTED_MODULE_1__.createServer)((request, response) => {
        handle(admin, request, response).catch((thrown) => {
            send(response, thrown instanceof zod__WEBPACK_IMPORTED_MODULE_5__/* .ZodError */ .G || thrown instanceof SyntaxError ? 400 : 500, {
                error: String(thrown),
            });
        });
    });
}
async function handle(admin, request, response) {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://platform");
    const { platform } = admin;
    if (!isAllowed(request, admin.token))
        return send(response, 401, { error: "the token of platform.json is missing" });
    switch (`${request.method ?? "GET"} ${pathname}`) {
        case "GET /state":
            return sendStatus(response, platform);
        case "PUT /state":
            return sendWritten(response, platform, await write(platform, request));
        case "GET /counters": {
            const { from, slowMs, client } = query.parse(Object.fromEntries(searchParams));
            if (client !== undefined)
                platform.counters.clientHeader = client;
            return send(response, 200, {
                instance: admin.instance,
                now: admin.now(),
                ...platform.counters.read(from, slowMs),
            });
        }
        case "POST /stop":
            send(response, 202, {});
            return admin.stop();
        default:
            if (request.method !== "POST" || !pathname.startsWith("/revive/"))
                return send(response, 404, { error: "no such thing" });
            platform.revive(decodeURIComponent(pathname.slice("/revive/".length)));
            return sendStatus(response, platform);
    }
}
async function write(platform, request) {
    const etag = /^"(\d+)"$/.exec(request.headers["if-match"] ?? "")?.[1];
    const state = _protocol_js__WEBPACK_IMPORTED_MODULE_2__/* .platformState */ .Hg.parse(JSON.parse(await body(request)));
    if (etag === undefined)
        return { outcome: "refused", reason: 'the header If-Match: "<etag>" is missing' };
    return platform.write(state, Number(etag));
}
function sendWritten(response, platform, written) {
    switch (written.outcome) {
        case "written":
            return sendStatus(response, platform);
        case "stale":
            return send(response, 412, { error: "somebody wrote since this was read" });
        case "refused":
            return send(response, 422, { error: written.reason });
    }
}
function sendStatus(response, platform) {
    const status = platform.status();
    response.setHeader("etag", `"${status.state.etag}"`);
    send(response, 200, status);
}
function send(response, status, answer) {
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(answer));
}
function isAllowed({ headers }, token) {
    const given = Buffer.from(headers.authorization ?? "");
    const wanted = Buffer.from(`Bearer ${token}`);
    return given.length === wanted.length && (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.timingSafeEqual)(given, wanted);
}
async function body(request) {
    const chunks = [];
    let bytes = 0;
    for await (const chunk of request) {
        const piece = Buffer.from(chunk);
        bytes += piece.length;
        if (bytes > MAX_BODY_BYTES)
            throw new SyntaxError("the body is too large");
        chunks.push(piece);
    }
    return Buffer.concat(chunks).toString("utf8");
}


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

/***/ 18076:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ claim),
/* harmony export */   _: () => (/* binding */ release)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


const STARTED_BY_NOW_MS = 10_000;
async function claim(directory, now, isAnswering) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, "platform.lock");
    for (let attempt = 0; attempt < 3; attempt += 1) {
        if (await create(file))
            return true;
        if (await isHeld(file, now, isAnswering))
            return false;
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(file, { force: true });
    }
    return false;
}
async function release(directory) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, "platform.lock"), { force: true });
}
async function create(file) {
    try {
        const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(file, "wx", 0o600);
        await handle.writeFile(String(process.pid));
        await handle.close();
        return true;
    }
    catch (thrown) {
        if (thrown instanceof Error && "code" in thrown && thrown.code === "EEXIST")
            return false;
        throw thrown;
    }
}
async function isHeld(file, now, isAnswering) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, "utf8").catch(() => "");
    const age = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(file).then(({ mtimeMs }) => now() - mtimeMs, () => Number.POSITIVE_INFINITY);
    if (text === "")
        return age < STARTED_BY_NOW_MS;
    if (!isAlive(Number(text)))
        return false;
    return age < STARTED_BY_NOW_MS || (await isAnswering());
}
function isAlive(pid) {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (thrown) {
        return thrown instanceof Error && "code" in thrown && thrown.code === "EPERM";
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

/***/ 82031:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _admin_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20035);
/* harmony import */ var _claim_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(18076);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(15985);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(47824);
/* harmony import */ var _store_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(48945);







async function serve(directory, port) {
    const platform = await _platform_js__WEBPACK_IMPORTED_MODULE_5__/* .Platform */ .O.start(directory, port, Date.now);
    const token = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(32).toString("base64url");
    const stop = () => {
        admin.close();
        void platform
            .stop()
            .then(() => (0,_claim_js__WEBPACK_IMPORTED_MODULE_3__/* .release */ ._)(directory))
            .then(() => process.exit(0));
    };
    const admin = (0,_admin_js__WEBPACK_IMPORTED_MODULE_2__/* .createAdmin */ .i)({ platform, token, instance: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(8).toString("hex"), now: Date.now, stop });
    await new Promise((resolve) => void admin.listen(0, "127.0.0.1", resolve));
    const address = admin.address();
    if (address === null || typeof address === "string")
        throw new Error("the admin API has no port");
    process.once("SIGTERM", stop).once("SIGINT", stop);
    const { publicPort } = platform;
    await (0,_store_js__WEBPACK_IMPORTED_MODULE_6__/* .writeWhole */ .y)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, "platform.json"), JSON.stringify({ pid: process.pid, adminPort: address.port, publicPort, token }));
}
const [, , directory = ".", port = "0"] = process.argv;
if (await (0,_claim_js__WEBPACK_IMPORTED_MODULE_3__/* .claim */ .B)(directory, Date.now, () => (0,_client_js__WEBPACK_IMPORTED_MODULE_4__/* .isAnswering */ .t8)(directory))) {
    try {
        await serve(directory, Number(port));
    }
    catch (thrown) {
        console.error(thrown);
        await (0,_claim_js__WEBPACK_IMPORTED_MODULE_3__/* .release */ ._)(directory);
        process.exit(1);
    }
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 47824:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ Platform)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./build/packages/targets/local/balancer.js
class Balancer {
    #turns = [];
    assign(shares) {
        const wanted = shares.filter(({ percent }) => percent > 0);
        const same = wanted.length === this.#turns.length &&
            wanted.every(({ version, percent }, index) => {
                const turn = this.#turns[index];
                return turn?.version === version && turn.percent === percent;
            });
        if (!same)
            this.#turns = wanted.map(({ version, percent }) => ({ version, percent, credit: 0 }));
    }
    next() {
        let best = this.#turns[0];
        let total = 0;
        for (const turn of this.#turns) {
            turn.credit += turn.percent;
            total += turn.percent;
            if (best === undefined || turn.credit > best.credit)
                best = turn;
        }
        if (best !== undefined)
            best.credit -= total;
        return best?.version;
    }
}

;// CONCATENATED MODULE: ./build/packages/targets/local/error-unit.js
const DEFAULT_CLIENT_HEADER = "x-client-id";
const MAX_LENGTH = 128;
function errorUnit({ headers, socket }, clientHeader) {
    const trace = /^[\da-f]{2}-([\da-f]{32})-/.exec(String(headers["traceparent"]))?.[1];
    if (trace !== undefined && /[^0]/.test(trace))
        return { name: `trace ${trace}`, isOneClient: true };
    const client = headers[clientHeader];
    if (typeof client === "string" && client !== "")
        return { name: `client ${client.slice(0, MAX_LENGTH)}`, isOneClient: true };
    return { name: `address ${socket.remoteAddress ?? "unknown"}`, isOneClient: false };
}

;// CONCATENATED MODULE: ./build/packages/targets/local/failed-clients.js
const REMEMBERED_MS = 60_000;
const MAX_REMEMBERED = 100_000;
class FailedClients {
    #failedAt = new Map();
    #crowdedAt = Number.NEGATIVE_INFINITY;
    isRemembered(name, startedMs) {
        const failedAt = this.#failedAt.get(name);
        return failedAt !== undefined && startedMs < failedAt + REMEMBERED_MS;
    }
    remember(name, nowMs) {
        this.#failedAt.delete(name);
        for (const [oldest, failedAt] of this.#failedAt) {
            if (nowMs < failedAt + REMEMBERED_MS)
                break;
            this.#failedAt.delete(oldest);
        }
        if (this.#failedAt.size >= MAX_REMEMBERED) {
            this.#crowdedAt = nowMs;
            return false;
        }
        this.#failedAt.set(name, nowMs);
        return true;
    }
    isCrowded(nowMs) {
        return nowMs < this.#crowdedAt + REMEMBERED_MS;
    }
}

;// CONCATENATED MODULE: ./build/packages/targets/local/counters.js


const BIN_MS = 1000;
const KEPT_MS = 600_000;
const PATIENCE_MS = 10_000;
const MAX_UNITS = 2000;
const UNITS_KEPT_MS = 60_000;
class Counters {
    clientHeader = DEFAULT_CLIENT_HEADER;
    #bins = new Map();
    #open = new Set();
    #failed = new FailedClients();
    #now;
    constructor(now) {
        this.#now = now;
    }
    begin(version, unit) {
        const ticket = { version, unit, startedMs: this.#now() };
        this.#open.add(ticket);
        return ticket;
    }
    end(ticket, outcome) {
        if (!this.#open.delete(ticket))
            return;
        const { unit, startedMs } = ticket;
        if (unit.isOneClient && this.#failed.isRemembered(unit.name, startedMs))
            return;
        const cell = this.#cell(ticket);
        const tookMs = outcome === "unfinished" ? Number.MAX_SAFE_INTEGER : Math.ceil(this.#now() - ticket.startedMs);
        cell.requests += 1;
        if (outcome === "error")
            this.#countError(cell, unit);
        cell.latencies.set(tookMs, (cell.latencies.get(tookMs) ?? 0) + 1);
    }
    read(fromMs, slowMs) {
        const upTo = this.#close();
        const bins = [];
        const latencies = {};
        const first = Math.max(Math.ceil(fromMs / BIN_MS) * BIN_MS, upTo - KEPT_MS);
        for (let t = first; t < upTo; t += BIN_MS) {
            const cells = this.#bins.get(t) ?? new Map();
            bins.push({
                t,
                versions: Object.fromEntries(Array.from(cells, ([version, cell]) => [version, summary(cell, slowMs)])),
            });
            for (const [version, cell] of cells)
                addAll((latencies[version] ??= new Map()), cell.latencies);
        }
        return {
            upTo: Math.max(upTo, first),
            bins,
            latencies: Object.fromEntries(Object.entries(latencies).map(([version, counts]) => [version, [...counts]])),
            crowded: this.#failed.isCrowded(this.#now()),
        };
    }
    #countError(cell, { name, isOneClient }) {
        if (!isOneClient || !this.#failed.remember(name, this.#now()))
            countInSecond(cell, name);
        else
            cell.errors += 1;
    }
    #cell({ version, startedMs }) {
        const t = binOf(startedMs);
        let bin = this.#bins.get(t);
        if (bin === undefined) {
            bin = new Map();
            this.#bins.set(t, bin);
            this.#forget(t);
        }
        let cell = bin.get(version);
        if (cell === undefined)
            bin.set(version, (cell = { requests: 0, errors: 0, errorUnits: new Set(), latencies: new Map() }));
        return cell;
    }
    #forget(nowMs) {
        for (const [t, cells] of this.#bins) {
            if (t < nowMs - KEPT_MS)
                this.#bins.delete(t);
            else if (t < nowMs - UNITS_KEPT_MS)
                for (const cell of cells.values())
                    cell.errorUnits.clear();
        }
    }
    #close() {
        const now = this.#now();
        let upTo = binOf(now);
        for (const ticket of this.#open) {
            if (now - ticket.startedMs > PATIENCE_MS)
                this.end(ticket, "unfinished");
            else
                upTo = Math.min(upTo, binOf(ticket.startedMs));
        }
        return upTo;
    }
}
function countInSecond(cell, unit) {
    if (cell.errorUnits.size >= MAX_UNITS || cell.errorUnits.has(unit))
        return;
    cell.errorUnits.add(unit);
    cell.errors += 1;
}
function binOf(ms) {
    return Math.floor(ms / BIN_MS) * BIN_MS;
}
function summary(cell, slowMs) {
    let slow = 0;
    for (const [ms, count] of cell.latencies)
        if (ms > slowMs)
            slow += count;
    return { requests: cell.requests, errors: cell.errors, slow };
}
function addAll(into, counts) {
    for (const [ms, count] of counts)
        into.set(ms, (into.get(ms) ?? 0) + count);
}

// EXTERNAL MODULE: ./build/packages/targets/local/child.js
var child = __webpack_require__(22142);
;// CONCATENATED MODULE: ./build/packages/targets/local/crew.js

class Crew {
    spec;
    #log;
    #members = [];
    #turn = 0;
    constructor(spec, log) {
        this.spec = spec;
        this.#log = log;
        this.resize(spec.instances);
    }
    resize(count) {
        while (this.#members.length < count) {
            this.#members.push(new child/* Child */.R(this.spec, this.#log(this.#members.length + 1)));
        }
        return this.#members.splice(count);
    }
    next() {
        return this.#nextWhere((one) => one.healthy) ?? this.#nextWhere((one) => one.port !== undefined);
    }
    revive() {
        for (const member of this.#members)
            member.revive();
    }
    view() {
        const members = this.#members.map((member) => member.view());
        const ready = members.filter(({ healthy }) => healthy).length;
        const { pid, port } = members.find((one) => one.port !== undefined) ?? {};
        const problem = members.find((one) => one.problem !== undefined)?.problem;
        return {
            version: this.spec.version,
            running: pid !== undefined,
            healthy: ready === members.length,
            ready,
            givenUp: members.some(({ givenUp }) => givenUp),
            restarts: members.reduce((sum, { restarts }) => sum + restarts, 0),
            inFlight: this.#members.reduce((sum, { inFlight }) => sum + inFlight, 0),
            ...(pid === undefined ? {} : { pid }),
            ...(port === undefined ? {} : { port }),
            ...(problem === undefined ? {} : { problem }),
        };
    }
    #nextWhere(isFit) {
        const { length } = this.#members;
        for (let step = 0; step < length; step += 1) {
            const index = (this.#turn + step) % length;
            const member = this.#members[index];
            if (member === undefined || !isFit(member))
                continue;
            this.#turn = index + 1;
            return member;
        }
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/packages/targets/local/protocol.js
var protocol = __webpack_require__(46198);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: ./node_modules/http-proxy-3/dist/lib/index.js
var lib = __webpack_require__(57887);
;// CONCATENATED MODULE: ./build/packages/targets/local/proxy.js




const ANSWER_TIMEOUT_MS = 30_000;
const IDLE_TIMEOUT_MS = 75_000;
class Proxy {
    server;
    #routes;
    #counters;
    #agent = new external_node_http_.Agent({ keepAlive: true });
    #forward = (0,lib/* createProxyServer */.eQ)({ xfwd: true, proxyTimeout: ANSWER_TIMEOUT_MS });
    #upstream = new WeakMap();
    #cutOff = new WeakSet();
    constructor(routes, counters) {
        this.#routes = routes;
        this.#counters = counters;
        this.#forward.on("proxyReq", (upstream, request) => void this.#upstream.set(request, upstream));
        this.#forward.on("proxyRes", (answer, request, response) => {
            answer.once("close", () => {
                if (answer.complete || response.destroyed)
                    return;
                this.#cutOff.add(request);
                response.destroy();
            });
        });
        this.#forward.on("econnreset", () => undefined);
        this.server = (0,external_node_http_.createServer)((request, response) => this.#handle(request, response));
        this.server.keepAliveTimeout = IDLE_TIMEOUT_MS;
    }
    async close() {
        const closed = new Promise((resolve) => this.server.close(() => resolve()));
        this.server.closeIdleConnections();
        await closed;
        this.#agent.destroy();
    }
    #handle(request, response) {
        const pinned = request.headers[protocol/* PIN_HEADER */.E1];
        if (typeof pinned === "string" && !this.#routes.isDeployed(pinned)) {
            reply(response, 503, `${pinned} is not deployed here`);
            return;
        }
        const version = typeof pinned === "string" ? pinned : this.#routes.next();
        if (version === undefined) {
            reply(response, 503, "no version is serving");
            return;
        }
        response.setHeader(protocol/* SERVED_BY_HEADER */.Ki, version);
        const ticket = pinned === undefined ? this.#counters.begin(version, errorUnit(request, this.#counters.clientHeader)) : undefined;
        if (ticket !== undefined)
            response.once("close", () => this.#count(ticket, request, response));
        this.#send(version, request, response, true);
    }
    #send(version, request, response, mayRepeat) {
        const instance = this.#routes.instanceOf(version);
        if (instance?.port === undefined) {
            reply(response, 502, `${version} is not running`);
            return;
        }
        instance.inFlight += 1;
        response.once("close", () => (instance.inFlight -= 1));
        const options = {
            target: { host: "127.0.0.1", port: instance.port, protocol: "http:" },
            agent: mayRepeat ? this.#agent : false,
        };
        this.#forward.web(request, response, options, (error) => {
            if (response.headersSent || response.destroyed) {
                response.destroy();
                return;
            }
            if (mayRepeat && this.#diedIdle(request))
                this.#send(version, request, response, false);
            else
                reply(response, 502, `${version} did not answer: ${error.message}`);
        });
    }
    #diedIdle(request) {
        const safe = request.method === "GET" || request.method === "HEAD";
        return safe && this.#upstream.get(request)?.reusedSocket === true;
    }
    #count(ticket, request, response) {
        if (response.writableFinished) {
            this.#counters.end(ticket, response.statusCode >= 500 ? "error" : "ok");
            return;
        }
        this.#counters.end(ticket, this.#cutOff.has(request) ? "error" : "unfinished");
    }
}
function reply(response, status, text) {
    response.writeHead(status, { "content-type": "text/plain; charset=utf-8" });
    response.end(`${text}\n`);
}

// EXTERNAL MODULE: ./build/packages/targets/local/store.js
var local_store = __webpack_require__(48945);
;// CONCATENATED MODULE: ./build/packages/targets/local/platform.js









const DRAIN_MS = 30_000;
const DRAIN_POLL_MS = 20;
const WARM_MS = 10_000;
const SWEEP_MS = 60_000;
class Platform {
    counters;
    #directory;
    #store;
    #now;
    #crews = new Map();
    #balancer = new Balancer();
    #proxy;
    #sweeper;
    #state;
    #writes = Promise.resolve();
    constructor(directory, store, state, now) {
        this.#directory = directory;
        this.#store = store;
        this.#state = state;
        this.#now = now;
        this.counters = new Counters(now);
        this.#proxy = new Proxy({
            next: () => this.#balancer.next(),
            isDeployed: (version) => this.#state.revisions.some((one) => one.version === version && !one.parked),
            instanceOf: (version) => this.#crews.get(version)?.next(),
        }, this.counters);
        this.#sweeper = setInterval(() => void this.#sweep(), SWEEP_MS);
        this.#apply(state);
    }
    static async start(directory, port, now) {
        await (0,promises_.mkdir)((0,external_node_path_.join)(directory, "logs"), { recursive: true, mode: 0o700 });
        const store = new local_store/* StateStore */.f(directory);
        const platform = new Platform(directory, store, await store.read(), now);
        await platform.#warm();
        await new Promise((resolve, reject) => {
            platform.#proxy.server.once("error", reject).listen(port, "127.0.0.1", resolve);
        });
        return platform;
    }
    get publicPort() {
        return this.#proxy.server.address().port;
    }
    status() {
        const live = Array.from(this.#crews.values(), (crew) => crew.view());
        return { port: this.publicPort, state: this.#state, live };
    }
    write(next, etag) {
        const written = this.#afterOthers(next, etag, this.#writes);
        this.#writes = written.catch(() => undefined);
        return written;
    }
    async #afterOthers(next, etag, others) {
        await others;
        if (etag !== this.#state.etag)
            return { outcome: "stale" };
        const flaw = (0,protocol/* flawOf */.e3)(next);
        if (flaw !== undefined)
            return { outcome: "refused", reason: flaw };
        const state = { ...next, etag: etag + 1 };
        await this.#store.write(state);
        this.#apply(state);
        return { outcome: "written", status: this.status() };
    }
    revive(version) {
        this.#crews.get(version)?.revive();
    }
    async stop() {
        clearInterval(this.#sweeper);
        await Promise.race([this.#proxy.close(), (0,external_node_timers_promises_.setTimeout)(DRAIN_MS, undefined, { ref: false })]);
        await Promise.all([...this.#crews.values()].flatMap((crew) => crew.resize(0)).map((child) => child.stop()));
    }
    async #warm() {
        const deadlineMs = performance.now() + WARM_MS;
        const serving = this.#state.revisions.filter(({ percent }) => percent > 0);
        const isCold = ({ version }) => this.#crews.get(version)?.view().healthy !== true;
        while (serving.some(isCold) && performance.now() < deadlineMs)
            await (0,external_node_timers_promises_.setTimeout)(DRAIN_POLL_MS);
    }
    #apply(state) {
        this.#state = state;
        this.#balancer.assign(state.revisions);
        for (const spec of state.revisions) {
            const crew = this.#crews.get(spec.version);
            if (crew !== undefined && sameProgram(crew.spec, spec)) {
                for (const child of crew.resize(spec.instances))
                    void this.#drain(child);
                continue;
            }
            if (crew !== undefined)
                this.#retire(crew);
            this.#crews.set(spec.version, new Crew(spec, (instance) => this.#logOf(spec.version, instance)));
        }
        for (const [version, crew] of this.#crews) {
            if (state.revisions.some((one) => one.version === version))
                continue;
            this.#crews.delete(version);
            this.#retire(crew);
        }
    }
    #logOf(version, instance) {
        return (0,external_node_path_.join)(this.#directory, "logs", instance === 1 ? `${version}.log` : `${version}.${instance}.log`);
    }
    async #drain(child) {
        const deadlineMs = performance.now() + DRAIN_MS;
        while (child.inFlight > 0 && performance.now() < deadlineMs)
            await (0,external_node_timers_promises_.setTimeout)(DRAIN_POLL_MS);
        await child.stop();
    }
    #retire(crew) {
        const { version, directory } = crew.spec;
        const retire = async () => {
            await Promise.all(crew.resize(0).map(async (child) => this.#drain(child)));
            const stillUsed = this.#state.revisions.some((one) => one.directory === directory);
            const ours = !(0,external_node_path_.relative)((0,external_node_path_.join)(this.#directory, "versions"), directory).startsWith("..");
            if (ours && !stillUsed)
                await (0,promises_.rm)(directory, { recursive: true, force: true });
        };
        retire().catch((thrown) => console.error(`could not retire ${version}:`, thrown));
    }
    async #sweep() {
        const { etag, serving, previous, revisions } = this.#state;
        const over = ({ version, percent, badUntilMs }) => badUntilMs !== undefined &&
            badUntilMs < this.#now() &&
            percent === 0 &&
            version !== serving &&
            version !== previous;
        if (!revisions.some(over))
            return;
        await this.write({ ...this.#state, revisions: revisions.filter((one) => !over(one)) }, etag);
    }
}
function sameProgram(a, b) {
    return programOf(a) === programOf(b);
}
function programOf({ sha, directory, command, env, health }) {
    return JSON.stringify([sha, directory, command, env, health]);
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


/***/ }),

/***/ 48945:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ StateStore),
/* harmony export */   y: () => (/* binding */ writeWhole)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _faults__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72326);
/* harmony import */ var _protocol_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46198);




class StateStore {
    #file;
    constructor(directory) {
        this.#file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, "state.json");
    }
    async read() {
        const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(this.#file, "utf8").catch((thrown) => {
            if (thrown instanceof Error && "code" in thrown && thrown.code === "ENOENT")
                return undefined;
            throw thrown;
        });
        if (text === undefined)
            return _protocol_js__WEBPACK_IMPORTED_MODULE_3__/* .emptyState */ .p$;
        const state = _protocol_js__WEBPACK_IMPORTED_MODULE_3__/* .platformState */ .Hg.parse(JSON.parse(text));
        const flaw = (0,_protocol_js__WEBPACK_IMPORTED_MODULE_3__/* .flawOf */ .e3)(state);
        if (flaw === undefined)
            return state;
        throw new _faults__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseFault */ .eB("remote", `The platform's state in ${this.#file} cannot be used: ${flaw}`, {
            hint: "Move the file away; the next deployment starts from an empty platform.",
        });
    }
    async write(state) {
        await writeWhole(this.#file, JSON.stringify(state));
    }
}
async function writeWhole(file, text) {
    const draft = `${file}.draft`;
    const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(draft, "w", 0o600);
    try {
        await handle.writeFile(text);
        await handle.sync();
    }
    finally {
        await handle.close();
    }
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(draft, file);
}


/***/ })

};
