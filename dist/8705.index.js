export const id = 8705;
export const ids = [8705,83,2464];
export const modules = {

/***/ 13861:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ listenForStop)
/* harmony export */ });
/* harmony import */ var _faults__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72326);

const oneKeyMs = 1_000;
function listenForStop(process, { now, say }) {
    const stop = new AbortController();
    const first = { atMs: 0 };
    const ask = (name) => {
        if (first.name !== undefined)
            return;
        Object.assign(first, { name, atMs: now() });
        say(`${name}: stopping; giving the leases back`);
        stop.abort(new Error(`Stopped by ${name}`));
    };
    for (const name of ["SIGINT", "SIGTERM"]) {
        process.on(name, () => {
            if (first.name === undefined)
                ask(name);
            else if (now() - first.atMs > oneKeyMs)
                process.exit(_faults__WEBPACK_IMPORTED_MODULE_0__/* .exitCode */ .I$.waiting);
        });
    }
    return {
        signal: stop.signal,
        ask,
        farewell: (driver) => {
            const name = first.name ?? "a signal";
            if (driver === undefined)
                return `Stopped by ${name} before a release was driven. See what there is: release status`;
            const { id, record } = driver;
            if (record.settled !== undefined)
                return `Stopped by ${name} after ${id} had ended: ${record.settled.outcome}. Finish what is left: release resume ${id}`;
            const traffic = record.deployments.get("production");
            const where = traffic === undefined ? record.state : `${record.state}, ${traffic.percent} % of production on ${id}`;
            return `Stopped by ${name}: ${id} stays in ${where}. Nothing is lost.\nContinue with: release resume ${id}`;
        },
    };
}


/***/ }),

/***/ 42107:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78474);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _faults__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72326);
/* harmony import */ var _http__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70083);
/* harmony import */ var _interruption_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(13861);
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(17600);






const { argv, env, stdout, stderr } = process;
let screen;
const stop = (0,_interruption_js__WEBPACK_IMPORTED_MODULE_4__/* .listenForStop */ .r)(process, { now: () => Date.now(), say });
stop.signal.addEventListener("abort", () => setTimeout(() => process.exit(_faults__WEBPACK_IMPORTED_MODULE_2__/* .exitCode */ .I$.waiting), 7_000).unref());
for (const stream of [stdout, stderr])
    stream.on("error", () => stop.ask("a closed output"));
process.on("uncaughtException", (thrown) => {
    void explain((0,_faults__WEBPACK_IMPORTED_MODULE_2__/* .asFault */ .Ps)(thrown)).finally(() => process.exit(process.exitCode));
});
try {
    process.exitCode = await carryOut((0,_parse_js__WEBPACK_IMPORTED_MODULE_5__/* .parseCommand */ .R)(argv.slice(2)));
}
catch (thrown) {
    screen?.end();
    const fault = (0,_faults__WEBPACK_IMPORTED_MODULE_2__/* .asFault */ .Ps)(thrown);
    if (stop.signal.aborted) {
        stderr.write(`${stop.farewell(screen?.followed)}\n`);
        process.exit(_faults__WEBPACK_IMPORTED_MODULE_2__/* .exitCode */ .I$.waiting);
    }
    await explain(fault);
}
async function explain({ code, message, hint, cause }) {
    process.exitCode = (0,_faults__WEBPACK_IMPORTED_MODULE_2__/* .exitCodeOf */ .FO)(code);
    const { createScrubber, secretValues } = await __webpack_require__.e(/* import() */ 8611).then(__webpack_require__.bind(__webpack_require__, 48611));
    stderr.write(createScrubber({ secrets: secretValues(env) }).text(`${message}\n${hint}\n`));
    if (env["RELEASE_DEBUG"] !== undefined && cause instanceof Error)
        stderr.write(`${cause.stack ?? ""}\n`);
}
function say(text) {
    if (screen === undefined)
        stderr.write(`${text}\n`);
    else
        screen.say(text);
}
function print(text) {
    stdout.write(text);
}
async function write(text) {
    if (!stdout.write(text))
        await (0,node_events__WEBPACK_IMPORTED_MODULE_0__.once)(stdout, "drain");
}
async function carryOut({ command, directory, plain }) {
    if (command.kind === "demo") {
        const { runDemo } = await loadTestbed();
        return runDemo(command.args, { print, signal: stop.signal });
    }
    const surroundings = {
        cwd: directory === undefined ? process.cwd() : node_path__WEBPACK_IMPORTED_MODULE_1__.resolve(directory),
        env,
        clock: _http__WEBPACK_IMPORTED_MODULE_3__.realClock,
        say,
        signal: stop.signal,
        fetch: globalThis.fetch,
    };
    if (command.kind === "lint-commits") {
        const { lintCommits } = await Promise.all(/* import() */[__webpack_require__.e(6766), __webpack_require__.e(8748), __webpack_require__.e(2082), __webpack_require__.e(5981)]).then(__webpack_require__.bind(__webpack_require__, 44326));
        return lintCommits(command.what, surroundings, { print });
    }
    if (command.kind === "changelog") {
        const { writeChangelog } = await Promise.all(/* import() */[__webpack_require__.e(6766), __webpack_require__.e(8748), __webpack_require__.e(2082), __webpack_require__.e(829)]).then(__webpack_require__.bind(__webpack_require__, 70614));
        return writeChangelog(command.wanted, surroundings, write);
    }
    if (command.kind === "smoke") {
        const { smoke } = await Promise.all(/* import() */[__webpack_require__.e(6766), __webpack_require__.e(8748), __webpack_require__.e(7429), __webpack_require__.e(1426), __webpack_require__.e(9974), __webpack_require__.e(3925), __webpack_require__.e(167), __webpack_require__.e(9798), __webpack_require__.e(8611), __webpack_require__.e(9375), __webpack_require__.e(2082), __webpack_require__.e(1474), __webpack_require__.e(8737), __webpack_require__.e(1023), __webpack_require__.e(917), __webpack_require__.e(5429)]).then(__webpack_require__.bind(__webpack_require__, 95429));
        return smoke(command, surroundings, { print });
    }
    if (command.kind === "analyze") {
        const { analyze } = await Promise.all(/* import() */[__webpack_require__.e(8737), __webpack_require__.e(1405)]).then(__webpack_require__.bind(__webpack_require__, 41405));
        return analyze(command, { cwd: surroundings.cwd, stdin: process.stdin, write });
    }
    const [{ runCommand }, { openScreen }] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(6766), __webpack_require__.e(8748), __webpack_require__.e(7429), __webpack_require__.e(1426), __webpack_require__.e(9974), __webpack_require__.e(3925), __webpack_require__.e(167), __webpack_require__.e(9798), __webpack_require__.e(8611), __webpack_require__.e(9375), __webpack_require__.e(2082), __webpack_require__.e(1474), __webpack_require__.e(8737), __webpack_require__.e(1023), __webpack_require__.e(917), __webpack_require__.e(4702)]).then(__webpack_require__.bind(__webpack_require__, 45517)), Promise.all(/* import() */[__webpack_require__.e(167), __webpack_require__.e(9798), __webpack_require__.e(8068)]).then(__webpack_require__.bind(__webpack_require__, 62318))]);
    screen = await openScreen(stdout, { now: () => Date.now(), env, plain: plain === true });
    return runCommand(command, surroundings, { print, screen, ...seatHere() });
}
function seatHere() {
    const { stdin } = process;
    if (!stdin.isTTY || !stdout.isTTY || env["CI"] !== undefined)
        return {};
    return { seat: { input: stdin, interrupt: () => process.kill(process.pid, "SIGINT") } };
}
async function loadTestbed() {
    try {
        return await __webpack_require__.e(/* import() */ 3681).then(__webpack_require__.bind(__webpack_require__, 23681));
    }
    catch (cause) {
        if (!/ERR_MODULE_NOT_FOUND/.test(String(Reflect.get(Object(cause), "code"))))
            throw cause;
        throw new _faults__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseFault */ .eB("config", "The demo's world is not installed here", {
            hint: "It needs the development packages. Run: npm ci",
            cause,
        });
    }
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 70083:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* reexport */ createFetch),
  _: () => (/* reexport */ idempotentHeader),
  realClock: () => (/* reexport */ realClock)
});

// EXTERNAL MODULE: ./build/packages/faults/index.js + 3 modules
var faults = __webpack_require__(72326);
;// CONCATENATED MODULE: ./build/packages/http/attempt.js

async function attemptOnce(request, sender) {
    const timeout = AbortSignal.timeout(sender.timeoutMs);
    try {
        const response = await sender.fetch(request.url, {
            method: request.method,
            headers: request.headers,
            redirect: "manual",
            signal: AbortSignal.any([request.signal, timeout]),
            ...(request.body === undefined ? {} : { body: request.body }),
        });
        const body = await readAtMost(response, sender.maxResponseBytes, request);
        return { state: "answered", response: rebuilt(response, body, request.url) };
    }
    catch (thrown) {
        request.signal.throwIfAborted();
        if (thrown instanceof faults/* ReleaseFault */.eB)
            throw thrown;
        const reason = timeout.aborted ? `no answer within ${sender.timeoutMs / 1000} s` : reasonOf(thrown);
        return { state: "lost", cause: thrown, sent: !neverSent(thrown), reason };
    }
}
async function readAtMost(response, maxBytes, request) {
    const chunks = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
        size += chunk.byteLength;
        if (size > maxBytes)
            throw tooLarge(request, maxBytes);
        chunks.push(chunk);
    }
    return new Uint8Array(Buffer.concat(chunks));
}
function tooLarge({ method, url }, maxBytes) {
    return new faults/* ReleaseFault */.eB("remote", `The answer of ${url.host} to ${method} is larger than ${maxBytes} bytes`, {
        hint: `Check that the configured address of ${url.host} is the API and not a download, e.g. https://api.github.com.`,
    });
}
function rebuilt(response, body, url) {
    const headers = new Headers(response.headers);
    for (const name of ["content-encoding", "content-length", "transfer-encoding"])
        headers.delete(name);
    const { status, statusText } = response;
    const bodiless = status === 204 || status === 205 || status === 304;
    const whole = new Response(bodiless ? null : body, { status, statusText, headers });
    Object.defineProperty(whole, "url", { value: url.href });
    return whole;
}
const connectCodes = new Set([
    "ECONNREFUSED",
    "ENOTFOUND",
    "EAI_AGAIN",
    "EHOSTUNREACH",
    "ENETUNREACH",
    "UND_ERR_CONNECT_TIMEOUT",
]);
function neverSent(thrown) {
    const code = codeOf(thrown);
    return code !== undefined && connectCodes.has(code);
}
function reasonOf(thrown) {
    return codeOf(thrown) ?? (isObject(thrown) && "message" in thrown ? String(thrown.message) : "unknown error");
}
function codeOf(thrown) {
    if (!isObject(thrown))
        return undefined;
    if ("code" in thrown && typeof thrown.code === "string")
        return thrown.code;
    if ("errors" in thrown && Array.isArray(thrown.errors))
        return codeOf(thrown.errors[0]);
    return "cause" in thrown ? codeOf(thrown.cause) : undefined;
}
function isObject(thrown) {
    return typeof thrown === "object" && thrown !== null;
}

;// CONCATENATED MODULE: ./build/packages/http/breaker.js

function createBreaker({ failures, openMs }, clock) {
    const circuits = new Map();
    return {
        admit(host) {
            const circuit = circuits.get(host);
            if (circuit === undefined || circuit.failuresInRow < failures)
                return;
            if (clock.now() < circuit.openUntilMs)
                throw openFault(host, circuit);
            circuit.openUntilMs = clock.now() + openMs;
        },
        report(host, outcome) {
            if (outcome === "answered") {
                circuits.delete(host);
                return;
            }
            const failuresInRow = (circuits.get(host)?.failuresInRow ?? 0) + 1;
            circuits.set(host, { failuresInRow, openUntilMs: clock.now() + openMs });
        },
    };
}
function openFault(host, { failuresInRow, openUntilMs }) {
    const until = new Date(openUntilMs).toISOString();
    return new faults/* ReleaseFault */.eB("remote", `${host} has failed ${failuresInRow} times in a row and is left alone until ${until}`, {
        hint: `Look at the status page of ${host}; then run the command again after ${until}.`,
    });
}

;// CONCATENATED MODULE: ./build/packages/http/redirect.js

const maxHops = 5;
const redirects = new Set([301, 302, 303, 307, 308]);
function redirected(request, response, hops) {
    const location = response.headers.get("location");
    if (!redirects.has(response.status) || location === null)
        return undefined;
    const reads = request.method === "GET" || request.method === "HEAD";
    if (!reads && (response.status === 302 || response.status === 303))
        return undefined;
    const url = URL.canParse(location, request.url.href) ? new URL(location, request.url) : undefined;
    if (url === undefined || !isSamePlace(request.url, url) || hops >= maxHops)
        throw refused(request, url);
    return { ...request, url };
}
function isSamePlace(from, to) {
    return (from.origin === to.origin ||
        (from.hostname === to.hostname && from.protocol === "http:" && to.protocol === "https:"));
}
function refused({ method, url }, to) {
    const where = to === undefined ? "nowhere" : to.host === url.host ? "itself" : to.host;
    return new faults/* ReleaseFault */.eB("remote", `${url.host} sends ${method} on to ${where}, which is not followed`, {
        hint: `If ${where} is the right host, configure its address instead of ${url.origin}.`,
    });
}

;// CONCATENATED MODULE: ./build/packages/http/waiting.js
function requestedWaitMs(response, nowMs) {
    const date = Date.parse(response.headers.get("date") ?? "");
    const hostNowMs = Number.isNaN(date) ? nowMs : date;
    const retryAfterMs = parseRetryAfter(response.headers.get("retry-after"), hostNowMs);
    if (retryAfterMs !== undefined)
        return retryAfterMs;
    if (!isRateLimited(response))
        return undefined;
    const resetSeconds = Number(response.headers.get("x-ratelimit-reset") ?? "");
    if (!Number.isFinite(resetSeconds) || resetSeconds <= 0)
        return 60_000;
    return Math.max(0, resetSeconds * 1000 - hostNowMs) + 1000;
}
function isRateLimited({ status, headers }) {
    if (status === 429)
        return true;
    return status === 403 && (headers.get("x-ratelimit-remaining") === "0" || headers.has("retry-after"));
}
function parseRetryAfter(header, hostNowMs) {
    if (header === null || header.trim() === "")
        return undefined;
    if (/^\d+$/.test(header.trim()))
        return Number(header) * 1000;
    const at = Date.parse(header);
    return Number.isNaN(at) ? undefined : Math.max(0, at - hostNowMs);
}

;// CONCATENATED MODULE: ./build/packages/http/client.js





const idempotentHeader = "x-release-command-idempotent";
const idempotentMethods = new Set(["GET", "HEAD", "PUT", "DELETE", "OPTIONS"]);
function createFetch(options) {
    const client = {
        sender: {
            fetch: options.fetch ?? globalThis.fetch,
            timeoutMs: options.timeoutMs ?? 30_000,
            maxResponseBytes: options.maxResponseBytes ?? 32 * 1024 * 1024,
        },
        clock: options.clock,
        delaysMs: options.retryDelaysMs ?? [5_000, 15_000, 45_000],
        maxWaitMs: options.maxWaitMs ?? 120_000,
        breaker: createBreaker(options.breaker ?? { failures: 5, openMs: 300_000 }, options.clock),
        allowHosts: options.allowHosts ?? (() => true),
        onCall: options.onCall ?? (() => { }),
    };
    return async (input, init) => {
        const request = new Request(input, init);
        const follow = request.redirect === "follow";
        let sendable = await sendableOf(request);
        const idempotent = idempotentMethods.has(request.method) || request.headers.has(idempotentHeader);
        for (let hops = 0;; hops += 1) {
            const response = await send(sendable, idempotent, client);
            const next = follow ? redirected(sendable, response, hops) : undefined;
            if (next === undefined)
                return response;
            sendable = next;
        }
    };
}
async function sendableOf(request) {
    const body = request.body === null ? undefined : new Uint8Array(await request.arrayBuffer());
    const headers = new Headers(request.headers);
    headers.delete(idempotentHeader);
    return { method: request.method, url: new URL(request.url), headers, body, signal: request.signal };
}
async function send(request, idempotent, client) {
    const { host } = request.url;
    if (!client.allowHosts(request.url))
        throw forbidden(request);
    client.breaker.admit(host);
    for (let attempt = 1;; attempt += 1) {
        const result = await observed(request, attempt, client);
        const delayMs = pauseBefore(attempt, result, request, idempotent, client);
        if (delayMs === undefined)
            return settle(result, request, client);
        await client.clock.sleep(delayMs, request.signal);
    }
}
async function observed(request, attempt, client) {
    const { method, signal } = request;
    signal.throwIfAborted();
    const startedMs = client.clock.now();
    const result = await attemptOnce(request, client.sender);
    client.onCall({
        method,
        host: request.url.host,
        durationMs: client.clock.now() - startedMs,
        attempt,
        ...(result.state === "answered" ? { status: result.response.status } : {}),
    });
    return result;
}
function pauseBefore(attempt, result, request, idempotent, client) {
    const delayMs = client.delaysMs[attempt - 1];
    if (result.state === "lost")
        return idempotent || !result.sent ? delayMs : undefined;
    const { response } = result;
    const limited = isRateLimited(response);
    if (!limited && (response.status < 500 || !idempotent))
        return undefined;
    const askedMs = requestedWaitMs(response, client.clock.now());
    if (limited && (delayMs === undefined || (askedMs ?? 0) > client.maxWaitMs))
        throw limitFault(request, askedMs);
    if (delayMs === undefined || (askedMs ?? 0) > client.maxWaitMs)
        return undefined;
    return limited ? (askedMs ?? delayMs) : Math.max(askedMs ?? 0, delayMs);
}
function settle(result, request, client) {
    const { host } = request.url;
    const failed = result.state === "lost" || result.response.status >= 500;
    client.breaker.report(host, failed ? "failed" : "answered");
    if (result.state === "answered")
        return result.response;
    throw new faults/* ReleaseFault */.eB("remote", `Cannot reach ${host} (${request.method}): ${result.reason}`, {
        hint: `Check the network and the address, e.g. \`curl -I ${request.url.origin}\`; then run the command again: it continues.`,
        cause: result.cause,
    });
}
function limitFault({ method, url }, askedMs) {
    const seconds = Math.ceil((askedMs ?? 60_000) / 1000);
    return new faults/* ReleaseFault */.eB("remote", `${url.host} refused ${method}: too many requests; it asks to wait ${seconds} s`, {
        hint: `Run the command again in ${Math.ceil(seconds / 60)} min, or use a token with a larger limit: \`release resume\` continues.`,
    });
}
function forbidden({ url }) {
    return new faults/* ReleaseFault */.eB("policy", `Requests to ${url.host} are not allowed here`, {
        hint: `Use an address on a host that the configuration allows instead of ${url.origin}.`,
    });
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./build/packages/http/clock.js

const realClock = {
    now: () => Date.now(),
    async sleep(ms, signal) {
        try {
            await (0,promises_.setTimeout)(ms, undefined, signal === undefined ? {} : { signal });
        }
        catch (thrown) {
            signal?.throwIfAborted();
            throw thrown;
        }
    },
};

;// CONCATENATED MODULE: ./build/packages/http/index.js





/***/ })

};
