export const id = 5902;
export const ids = [5902];
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

/***/ 4916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gateStores: () => (/* binding */ gateStores)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/@actions/exec/lib/exec.js + 1 modules
var exec = __webpack_require__(63195);
// EXTERNAL MODULE: ./build/packages/gates/index.js + 78 modules
var gates = __webpack_require__(81134);
// EXTERNAL MODULE: ./build/packages/process/index.js + 7 modules
var packages_process = __webpack_require__(31359);
// EXTERNAL MODULE: ./build/packages/shell/stores/cache-service.js + 1 modules
var cache_service = __webpack_require__(32362);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
;// CONCATENATED MODULE: ./build/packages/shell/stores/save.js



const told = /^(PATH|HOME|LANG|TMPDIR|SYSTEMROOT|ACTIONS_(RUNTIME_TOKEN|RESULTS_URL|CACHE_URL|CACHE_SERVICE_V2|CACHE_MODE)|GITHUB_SERVER_URL|NODE_OPTIONS|NODE_EXTRA_CA_CERTS|SSL_CERT_(FILE|DIR)|(HTTPS?|NO)_PROXY|(https?|no)_proxy)$/;
async function save({ env }, { key, directory, signal }) {
    const given = Object.entries(env).filter(([name]) => told.test(name));
    const own = { GITHUB_WORKSPACE: directory, RUNNER_TEMP: external_node_path_.join(directory, "temp") };
    const { exitCode, stdout } = await (0,packages_process/* run */.eF)([process.execPath, mainFile(), key], {
        cwd: directory,
        env: { ...Object.fromEntries(given), ...own },
        inheritEnv: false,
        signal,
    });
    signal.throwIfAborted();
    const last = stdout.trim().split("\n").at(-1) ?? "";
    return exitCode === 0 ? `kept as ${key}` : `not kept: ${last.replace(/^::\w+::/, "")}`;
}
function mainFile() {
    const here = (0,external_node_url_.fileURLToPath)(import.meta.url);
    return external_node_path_.join(external_node_path_.dirname(here), here.endsWith(".ts") ? "save-main.ts" : "keep-store.js");
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./build/packages/shell/stores/digest.js


const maxBytes = 512 * 1024 * 1024;
function hasDigest(name, content, digests) {
    return digests.some((digest) => {
        const algorithm = digest.slice(0, digest.indexOf(":"));
        if (algorithm !== "h1")
            return `${algorithm}:${(0,external_node_crypto_.createHash)(algorithm).update(content).digest("hex")}` === digest;
        const files = name.endsWith(".mod") ? [{ name: "go.mod", content }] : filesIn(content);
        return files !== undefined && h1(files) === digest;
    });
}
function h1(files) {
    const ordered = files.toSorted((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)));
    const sum = (0,external_node_crypto_.createHash)("sha256");
    for (const { name, content } of ordered)
        sum.update(`${(0,external_node_crypto_.createHash)("sha256").update(content).digest("hex")}  ${name}\n`);
    return `h1:${sum.digest("base64")}`;
}
function filesIn(zip) {
    try {
        const end = zip.lastIndexOf("PK\u0005\u0006", undefined, "latin1");
        const files = [];
        let left = maxBytes;
        let at = zip.readUInt32LE(end + 16);
        for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
            const [method, packed] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
            const nameEnd = at + 46 + zip.readUInt16LE(at + 28);
            const from = zip.readUInt32LE(at + 42);
            const begin = from + 30 + zip.readUInt16LE(from + 26) + zip.readUInt16LE(from + 28);
            const data = zip.subarray(begin, begin + packed);
            const content = method === 0 ? data : (0,external_node_zlib_.inflateRawSync)(data, { maxOutputLength: left });
            left -= content.length;
            files.push({ name: zip.toString("utf8", at + 46, nameEnd), content });
            at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
        }
        return files;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/packages/shell/stores/sift.js



async function sift({ from, to, named, nameOf, signal }) {
    let count = 0;
    for await (const file of filesBelow(from, "")) {
        signal.throwIfAborted();
        const digests = named.get(nameOf(file));
        if (digests === undefined)
            continue;
        const target = external_node_path_.join(to, file);
        if ((await sizeOf(target)) === undefined && !(await copied(external_node_path_.join(from, file), target, digests)))
            continue;
        count += 1;
    }
    return count;
}
async function copied(source, target, digests) {
    const size = await sizeOf(source);
    if (size === undefined || size > maxBytes)
        return false;
    const content = await (0,promises_.readFile)(source);
    if (!hasDigest(target, content, digests))
        return false;
    await (0,promises_.mkdir)(external_node_path_.dirname(target), { recursive: true });
    const unfinished = `${target}.${process.pid}.tmp`;
    await (0,promises_.writeFile)(unfinished, content, { flag: "wx" });
    await (0,promises_.rename)(unfinished, target);
    return true;
}
async function sizeOf(file) {
    const seen = await (0,promises_.lstat)(file).catch(() => undefined);
    return seen?.isFile() === true ? seen.size : undefined;
}
async function* filesBelow(root, folder) {
    const entries = await (0,promises_.opendir)(external_node_path_.join(root, folder)).catch(() => undefined);
    if (entries === undefined)
        return;
    for await (const entry of entries) {
        const place = folder === "" ? entry.name : `${folder}/${entry.name}`;
        if (entry.isDirectory())
            yield* filesBelow(root, place);
        else if (entry.isFile())
            yield place;
    }
}

;// CONCATENATED MODULE: ./build/packages/shell/stores/cargo.js

const cargo = {
    tool: "cargo",
    lockFile: /(^|\/)Cargo\.lock$/,
    async folder(_, env) {
        const home = env["CARGO_HOME"] ?? (env["HOME"] === undefined ? undefined : external_node_path_.join(env["HOME"], ".cargo"));
        return home === undefined ? undefined : external_node_path_.join(home, "registry", "cache");
    },
    namedIn(lockFiles) {
        const crates = new Map();
        for (const text of lockFiles)
            for (const { groups } of text.matchAll(/^name = "(?<name>[\w-]+)"\nversion = "(?<version>[\w.+-]+)"\n(?:source = "[^"\n]*"\n)?checksum = "(?<digest>[0-9a-f]{64})"$/gm)) {
                const name = `${groups?.["name"]}-${groups?.["version"]}.crate`;
                crates.set(name, [...(crates.get(name) ?? []), `sha256:${groups?.["digest"] ?? ""}`]);
            }
        return crates;
    },
    nameOf: (file) => file.replace(/^[\w.-]+\//, ""),
};

;// CONCATENATED MODULE: ./build/packages/shell/stores/go.js

const go = {
    tool: "go",
    lockFile: /(^|\/)go\.sum$/,
    async folder(ask) {
        const cache = await ask("go", ["env", "GOMODCACHE"]);
        return cache === undefined ? undefined : external_node_path_.join(cache, "cache", "download");
    },
    namedIn(lockFiles) {
        const files = new Map();
        for (const text of lockFiles)
            for (const { groups } of text.matchAll(/^(?<module>\S+) (?<version>[^\s/]+)(?<isMod>\/go\.mod)? h1:(?<digest>[\w+/]+=*)$/gm)) {
                const place = `${escaped(groups?.["module"])}/@v/${escaped(groups?.["version"])}`;
                const file = `${place}.${groups?.["isMod"] === undefined ? "zip" : "mod"}`;
                files.set(file, [...(files.get(file) ?? []), `h1:${groups?.["digest"] ?? ""}`]);
            }
        return files;
    },
    nameOf: (file) => file,
};
function escaped(name = "") {
    return name.replaceAll(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
}

;// CONCATENATED MODULE: ./build/packages/shell/stores/npm.js

const npm = {
    tool: "npm",
    lockFile: /(^|\/)(package-lock|npm-shrinkwrap)\.json$/,
    async folder(ask) {
        const cache = await ask("npm", ["config", "get", "cache"]);
        return cache === undefined ? undefined : external_node_path_.join(cache, "_cacache", "content-v2");
    },
    namedIn(lockFiles) {
        return new Map(lockFiles.flatMap((text) => [...text.matchAll(/"integrity":\s*"[^"]*\bsha512-(?<digest>[\w+/]+=*)/g)].map(({ groups }) => {
            const hex = Buffer.from(groups?.["digest"] ?? "", "base64").toString("hex");
            const place = `sha512/${hex.slice(0, 2)}/${hex.slice(2, 4)}/${hex.slice(4)}`;
            return [place, [`sha512:${hex}`]];
        })));
    },
    nameOf: (file) => file,
};

;// CONCATENATED MODULE: ./build/packages/shell/stores/store.js



const stores = [npm, go, cargo];

;// CONCATENATED MODULE: ./build/packages/shell/stores/gate-stores.js










function gateStores(runner, service, { restoreMs, saveMs }) {
    const directory = external_node_path_.join(runner.temp, "release-stores");
    const changed = [];
    const attempt = async (what, limitMs, act) => {
        const limit = AbortSignal.timeout(limitMs);
        await act(AbortSignal.any([runner.signal, limit])).catch((thrown) => {
            const why = limit.aborted ? `it took more than ${limitMs / 1000} s` : messageOf(thrown);
            runner.say(`cache: ${what}: ${why}; the gates need none`);
        });
    };
    return {
        async restore(tested) {
            await attempt("nothing was restored", restoreMs, async (signal) => {
                const missed = await restoreAll({ runner, service, directory, tested, signal });
                if (tested.releaseType !== "hotfix")
                    changed.push(...missed);
            });
        },
        async save() {
            for (const wanted of changed)
                await attempt(`${wanted.store.tool} was not kept`, saveMs, async (signal) => {
                    const { store, folder: from, named } = wanted;
                    const place = external_node_path_.join(directory, store.tool);
                    await (0,promises_.rm)(place, { recursive: true, force: true });
                    const to = external_node_path_.join(place, "store");
                    const count = await sift({ from, to, named, nameOf: store.nameOf, signal });
                    if (count > 0)
                        runner.say(`cache: ${store.tool}: ${await save(runner, { ...wanted, directory: place, signal })}`);
                    await (0,promises_.rm)(place, { recursive: true, force: true });
                });
        },
    };
}
async function restoreAll(restoring) {
    const { runner, tested, signal } = restoring;
    const ask = asking(runner, signal);
    const version = versionOf((await ask("zstd", ["--version"])) !== undefined);
    const paths = await tested.paths();
    const restored = stores.map(async (store) => {
        const wanted = await wantedOf(store, { ask, paths, restoring });
        if (wanted === undefined)
            return [];
        const found = await restoreOne(wanted, version, restoring).catch((thrown) => {
            runner.say(`cache: ${store.tool} was not restored: ${signal.aborted ? "it took too long" : messageOf(thrown)}`);
        });
        return found === wanted.key ? [] : [wanted];
    });
    return (await Promise.all(restored)).flat();
}
async function wantedOf(store, { ask, paths, restoring: { runner, tested }, }) {
    const { tool, lockFile, folder: folderOf, namedIn } = store;
    const lockFiles = paths.filter((file) => lockFile.test(file) && !/(^|\/)(node_modules|vendor)\//.test(file));
    if (lockFiles.length === 0)
        return undefined;
    const folder = await folderOf(ask, (0,gates/* cleanEnvironment */.hh)(runner.env));
    if (folder === undefined || !external_node_path_.isAbsolute(folder))
        return undefined;
    const named = namedIn([...(await tested.read(lockFiles)).values()]);
    if (named.size === 0)
        return undefined;
    const prefix = `release-command-${tool}-${process.platform}-${process.arch}-`;
    const digests = JSON.stringify([...named].toSorted(([a], [b]) => (a < b ? -1 : 1)));
    const key = `${prefix}${(0,external_node_crypto_.createHash)("sha256").update(digests).digest("hex")}`;
    return { store, folder, named, key, prefix };
}
async function restoreOne({ store: { tool, nameOf }, folder, named, key, prefix }, version, { runner, service, directory, signal }) {
    const found = await (0,cache_service/* findArchive */.YT)(service, { keys: [key, prefix], version, signal });
    if (found === undefined)
        return undefined;
    const place = external_node_path_.join(directory, tool);
    await (0,promises_.mkdir)(external_node_path_.join(place, "unpacked"), { recursive: true });
    try {
        await (0,cache_service/* download */.RG)(found.url, external_node_path_.join(place, "archive"), signal);
        await unpack(place, signal);
        const from = external_node_path_.join(place, "unpacked", "store");
        const count = await sift({ from, to: folder, named, nameOf, signal });
        runner.say(`cache: ${tool}: restored ${count} of ${named.size} packages`);
        return found.key;
    }
    finally {
        await (0,promises_.rm)(place, { recursive: true, force: true });
    }
}
async function unpack(place, signal) {
    const options = ["--no-same-owner", "--no-same-permissions", "-C", "unpacked"];
    const { exitCode, stderr } = await (0,packages_process/* run */.eF)(["tar", "-xf", "archive", ...options], { cwd: place, signal });
    signal.throwIfAborted();
    if (exitCode !== 0)
        throw new Error(`the archive is damaged: ${stderr.trim().split("\n").at(-1) ?? ""}`);
}
function versionOf(hasZstd) {
    const parts = ["store", hasZstd ? "zstd-without-long" : "gzip", "1.0"];
    return (0,external_node_crypto_.createHash)("sha256").update(parts.join("|")).digest("hex");
}
function asking({ env, cwd }, signal) {
    const clean = { ...(0,gates/* cleanEnvironment */.hh)(env), NO_UPDATE_NOTIFIER: "1" };
    return async (program, args) => {
        signal.throwIfAborted();
        const options = { cwd, env: clean, silent: true, ignoreReturnCode: true };
        const answer = (0,exec/* getExecOutput */.H)(program, [...args], options).catch(() => undefined);
        const result = await Promise.race([answer, aborted(signal)]);
        const text = result?.exitCode === 0 ? result.stdout.trim() : "";
        return text === "" ? undefined : text;
    };
}
function aborted(signal) {
    return new Promise((_, reject) => {
        signal.addEventListener("abort", () => reject(new Error("aborted")), { once: true });
    });
}
function messageOf(thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
}


/***/ })

};
