export const id = 132;
export const ids = [132];
export const modules = {

/***/ 91239:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ov: () => (/* reexport */ freePort),
  eF: () => (/* reexport */ run),
  E5: () => (/* reexport */ runShell),
  G5: () => (/* reexport */ runStream)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./build/packages/process/free-port.js


/** Below what Linux, macOS and Windows give to outgoing connections and to servers that ask for any port. */
const first = 20_000;
const last = 32_767;
const maxTries = 100;
/**
 * A port of this machine that nobody listens on now, for a program that will. The system's own choice would soon be
 * given to somebody else, whom we would then take for that program.
 */
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

// EXTERNAL MODULE: ./node_modules/execa/index.js + 129 modules
var execa = __webpack_require__(69792);
// EXTERNAL MODULE: ./build/packages/faults/index.js + 3 modules
var faults = __webpack_require__(71906);
;// CONCATENATED MODULE: ./build/packages/process/child.js


/** Between asking a process group to end and ending it. */
const graceMs = 3_000;
/** How long the pipes of a finished process may stay open: what it left in the background may hold them for ever. */
const drainMs = 2_000;
const ownGroup = process.platform !== "win32";
/**
 * Starts a program in a process group of its own, which is ended as a whole: on time-out, on abort, and when we exit.
 * A terminal's Ctrl-C therefore reaches us and not the child: an append under way is not cut.
 */
function startChild(argv, options) {
    const [file, ...args] = argv;
    const startedAt = performance.now();
    const child = (0,execa/* execa */.Ho)(file, args, {
        buffer: false,
        reject: false,
        detached: ownGroup,
        cleanup: !ownGroup,
        windowsHide: true,
        extendEnv: options.inheritEnv ?? true,
        ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
        ...(options.env === undefined ? {} : { env: { ...options.env } }),
        ...(options.input === undefined ? { stdin: "ignore" } : { input: options.input }),
    });
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
    const endAtExit = () => signalGroup(child.pid, "SIGKILL");
    if (options.timeoutMs !== undefined) {
        later(options.timeoutMs, () => {
            state.timedOut = true;
            end();
        });
    }
    if (options.signal?.aborted === true)
        end();
    options.signal?.addEventListener("abort", end, { once: true });
    process.once("exit", endAtExit);
    child.once("exit", () => later(drainMs, closePipes));
    const finished = child.then((result) => {
        for (const timer of timers)
            clearTimeout(timer);
        options.signal?.removeEventListener("abort", end);
        process.removeListener("exit", endAtExit);
        // Whoever survived the end of its leader in the group is ended too.
        if (state.timedOut || options.signal?.aborted === true)
            signalGroup(child.pid, "SIGKILL");
        if (child.pid === undefined)
            throw cannotStart(file, options.cwd, result);
        return { exitCode: result.exitCode, signal: result.signal, durationMs: performance.now() - startedAt };
    });
    return { stdout: child.stdout, stderr: child.stderr, finished, state, end };
}
function signalGroup(pid, signal) {
    if (pid === undefined)
        return;
    try {
        process.kill(ownGroup ? -pid : pid, signal);
    }
    catch {
        // It is gone already.
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

/** Keeps the last `maxBytes` of a stream (errors come last) and hands out its lines as they come. */
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
    /** Whether the beginning had to be dropped. */
    get truncated() {
        return this.#truncated;
    }
    add(chunk) {
        this.#chunks.push(chunk);
        this.#bytes += chunk.length;
        // Trimmed only at twice the bound, so that a flood of small chunks is not copied for each of them.
        if (this.#bytes > 2 * this.#maxBytes)
            this.#trim();
        if (this.#onLine !== undefined)
            this.#split(this.#decoder.write(chunk));
    }
    /** The text, once the stream has ended. */
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
        // A line without end must not eat the memory.
        if (this.#partial.length > this.#maxBytes)
            this.#partial = this.#partial.slice(-this.#maxBytes);
    }
}

;// CONCATENATED MODULE: ./build/packages/process/run.js


const defaultMaxBytes = 64 * 1024 * 1024;
/**
 * Runs a program to its end. Never a shell, and never throws for an exit code that is not 0; a program that cannot be
 * started is a fault. On time-out or abort its whole process group is ended.
 */
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
/** Runs a command line that a person wrote in the configuration, by `sh -c`. Values go in by `env`, never into the text. */
function runShell(command, options = {}) {
    return run(["sh", "-c", command], options);
}

;// CONCATENATED MODULE: ./build/packages/process/stream.js



const stderrBytes = 64 * 1024;
/**
 * The standard output of a program, as it comes, however long. Throws when the program fails: an output that was cut
 * short never looks complete. Ends the program when the reader stops early.
 */
async function* runStream(argv, options = {}) {
    const stderr = new Output(stderrBytes);
    const child = startChild(argv, options);
    child.stderr.on("data", (chunk) => stderr.add(chunk));
    // Awaited below; without this a failure to start would count as unhandled while the output is being read.
    child.finished.catch(() => { });
    let read = false;
    try {
        for await (const chunk of child.stdout)
            yield Buffer.from(chunk);
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

;// CONCATENATED MODULE: ./build/packages/process/index.js





/***/ }),

/***/ 92127:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ Child),
/* harmony export */   U: () => (/* binding */ plainEnvironment)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58500);
/* harmony import */ var _process__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91239);




const MAX_RESTARTS = 5;
/** A version that was never healthy will hardly become so: the release should hear of it soon. */
const MAX_RESTARTS_UNPROVED = 2;
const BACKOFF_MS = 200;
const STARTING_POLL_MS = 50;
const RUNNING_POLL_MS = 1000;
const HEALTH_TIMEOUT_MS = 2000;
/** Healthy for this long, earlier crashes are forgiven. */
const FORGIVEN_AFTER_MS = 60_000;
const GRACE_MS = 3000;
/**
 * Runs the command in a process group that dies with us: the watcher's `cat` ends when our end of stdin is closed,
 * which the kernel does even after SIGKILL. The command arrives as an argument, never as part of this text.
 */
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
/** One version as a running process: started, polled, restarted with backoff, at last left alone. */
class Child {
    spec;
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
    view(inFlight) {
        const pid = this.#process?.pid;
        return {
            version: this.spec.version,
            running: this.#process !== undefined,
            healthy: this.#healthy,
            givenUp: this.#isGivenUp(),
            restarts: this.#restarts,
            inFlight,
            ...(pid === undefined ? {} : { pid }),
            ...(this.#port === undefined ? {} : { port: this.#port }),
            ...(this.#problem === undefined ? {} : { problem: `${this.#problem}${tail(this.#log)}` }),
        };
    }
    /** Tries again after it was given up; leaves a running process alone. */
    revive() {
        if (this.#process !== undefined || this.#stopped || !this.#isGivenUp())
            return;
        this.#restarts = 0;
        void this.#run();
    }
    /** Ends the whole process group: politely, then for certain. */
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
    /** From start to exit. */
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
/** The few variables that programs need; whatever secrets the environment holds stay out. */
function plainEnvironment(env) {
    const names = ["PATH", "HOME", "LANG", "TMPDIR", "TZ", "SystemRoot"];
    return Object.fromEntries(names.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));
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
        // ESRCH: it ended by itself just now, which is what we want.
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

/***/ 39834:
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
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27597);
/* harmony import */ var _faults__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71906);
/* harmony import */ var _protocol_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23069);





const ANSWER_TIMEOUT_MS = 5000;
const refusal = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ error: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() });
/** Somebody changed the platform between our reading and our writing; nothing was written. */
class StaleWriteError extends _faults__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseFault */ .eB {
    constructor(directory) {
        super("remote", `The platform in ${directory} was changed by somebody else while we were changing it`, {
            hint: "See who drives the release, then continue it: release resume vX.Y.Z.",
        });
    }
}
/** Speaks with the running platform of a directory. */
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
    /** Puts `next` into force if nobody wrote since `etag` was read; else throws `StaleWriteError`. */
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
    /** The answer, or a fault that people can act on: a platform that is too busy to answer is not a defect. */
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
/** A client of the platform that runs in `directory`, or `undefined` when none answers. */
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
        // Refused, not answering in time, or another program on its old port: it is not there.
        return undefined;
    }
}
async function isAnswering(directory) {
    return (await findPlatform(directory)) !== undefined;
}
/** What the last platform of the directory said about itself, running or not. */
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

/***/ 23069:
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
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27597);

/** Request header that pins a request to one version; its value is the tag. */
const PIN_HEADER = "x-release-version";
/** Response header that names the version that answered. */
const SERVED_BY_HEADER = "x-served-by";
const revision = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    /** The tag, `vX.Y.Z`. */
    version: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    sha: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** The exported tree: working directory of the command. */
    directory: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    command: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    env: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    /** Path that answers 2xx or 3xx when the version is healthy. */
    health: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    /** Share of traffic, 0–100. */
    percent: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().min(0).max(100),
    /** Kept warm for a later `restore`, but not deployed: nobody sees it. */
    parked: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    /** Set when traffic was taken away from it: removed after this time, ms since the epoch. */
    badUntilMs: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().exactOptional(),
});
/** What the platform keeps on disk: everything that must outlive its process. */
const platformState = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    /** Concurrency token: grows with every write. */
    etag: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int(),
    /** The version that a rollback goes to: the last finished one. */
    serving: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().exactOptional(),
    /** The one before it, kept at 0 %. */
    previous: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().exactOptional(),
    revisions: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(revision),
});
const liveRevision = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    version: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    running: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    healthy: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    /** Restarted too often: left alone until it is revived. */
    givenUp: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    pid: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().exactOptional(),
    port: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().exactOptional(),
    restarts: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    inFlight: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    problem: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().exactOptional(),
});
/** The answer of `GET /state`. */
const platformStatus = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ port: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), state: platformState, live: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(liveRevision) });
/** `platform.json`, mode 0600: where the running platform listens, and the secret that its admin API asks for. */
const platformAddress = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    pid: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int(),
    adminPort: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int(),
    publicPort: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int(),
    token: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
});
const emptyState = { etag: 0, revisions: [] };
/** Why a state cannot be put into force, or `undefined`. */
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
