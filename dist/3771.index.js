export const id = 3771;
export const ids = [3771];
export const modules = {

/***/ 80685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkOut: () => (/* binding */ checkOut)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _faults__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72326);
/* harmony import */ var _process__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31359);




async function checkOut(wanted) {
    const git = gitOf(wanted);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(wanted.directory, { recursive: true });
    await git("prepare the folder", ["init", "--quiet"]);
    const known = await git("list remotes", ["remote"]);
    const verb = known.split("\n").includes("origin") ? "set-url" : "add";
    await git("name the remote", ["remote", verb, "origin", wanted.url]);
    const shallow = (await git("look at the history", ["rev-parse", "--is-shallow-repository"])) === "true";
    const refspecs = ["+refs/heads/*:refs/remotes/origin/*", "+refs/tags/*:refs/tags/*"];
    await git("fetch the history", [
        "fetch",
        "--quiet",
        "--force",
        "--prune",
        "--filter=blob:none",
        ...(shallow ? ["--unshallow"] : []),
        "origin",
        ...refspecs,
    ]);
    const sha = await commitOf(git, wanted.ref);
    await git(`check out ${wanted.ref}`, ["checkout", "--quiet", "--force", ...placeOf(wanted.ref, sha)]);
    return sha;
}
function gitOf({ url, token, directory, env, signal }) {
    const header = `Authorization: Basic ${Buffer.from(`x-access-token:${token}`).toString("base64")}`;
    const own = {
        ...env,
        GITHUB_TOKEN: undefined,
        GIT_TERMINAL_PROMPT: "0",
        LC_ALL: "C",
        GIT_DIR: undefined,
        GIT_WORK_TREE: undefined,
        GIT_CONFIG_COUNT: "2",
        GIT_CONFIG_KEY_0: `http.${new URL(url).origin}/.extraHeader`,
        GIT_CONFIG_VALUE_0: "",
        GIT_CONFIG_KEY_1: `http.${new URL(url).origin}/.extraHeader`,
        GIT_CONFIG_VALUE_1: header,
    };
    return async (what, args) => {
        const safe = [
            "-c",
            `safe.directory=${node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(directory)}`,
            "-c",
            "core.hooksPath=/dev/null",
            "-c",
            "gc.auto=0",
        ];
        const result = await (0,_process__WEBPACK_IMPORTED_MODULE_3__/* .run */ .eF)(["git", ...safe, ...args], { cwd: directory, env: own, signal });
        signal.throwIfAborted();
        if (result.exitCode === 0)
            return result.stdout.trim();
        throw new _faults__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseFault */ .eB("permission", `git could not ${what}: ${result.stderr.trim().split("\n").at(-1) ?? ""}`, {
            hint: `Check that the token may read ${url} (permissions: contents: read), and that the ref exists.`,
        });
    };
}
async function commitOf(git, ref) {
    const short = ref.replace(/^refs\/(heads|tags)\//, "");
    const names = ref.startsWith("refs/heads/")
        ? [`refs/remotes/origin/${short}`]
        : ref.startsWith("refs/tags/")
            ? [ref]
            : [...(/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(ref) ? [ref] : []), `refs/tags/${ref}`, `refs/remotes/origin/${ref}`];
    for (const name of names) {
        const sha = await git(`find ${ref}`, ["rev-parse", "--verify", "--quiet", `${name}^{commit}`]).catch(() => undefined);
        if (sha !== undefined)
            return sha;
    }
    await git(`fetch ${ref}`, [
        "fetch",
        "--quiet",
        "--filter=blob:none",
        "origin",
        `+${ref}:refs/release-command/checkout`,
    ]);
    return git(`find ${ref}`, ["rev-parse", "--verify", "refs/release-command/checkout^{commit}"]);
}
function placeOf(ref, sha) {
    return ref.startsWith("refs/heads/") ? ["-B", ref.slice("refs/heads/".length), sha] : ["--detach", sha];
}


/***/ }),

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







/***/ })

};
