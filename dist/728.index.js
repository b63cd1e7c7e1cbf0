export const id = 728;
export const ids = [728];
export const modules = {

/***/ 81626:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ createAdmin)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37067);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27597);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(49567);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(961);
/* harmony import */ var _protocol_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23069);




const MAX_BODY_BYTES = 4_000_000;
const query = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    from: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .ai().min(0).default(0),
    slowMs: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .ai().positive().default(1000),
});
/**
 * The platform's own API, on loopback, for whoever can read the token:
 * `GET /state` · `PUT /state` with `If-Match` (stale → 412) · `GET /counters?from&slowMs` · `POST /revive/<version>` · `POST /stop`.
 */
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
            const { from, slowMs } = query.parse(Object.fromEntries(searchParams));
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

/***/ 42657:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ claim),
/* harmony export */   _: () => (/* binding */ release)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


/** A claim this old whose platform does not answer belongs to a process that is gone, even if its number lives again. */
const STARTED_BY_NOW_MS = 10_000;
/**
 * Makes this process the one platform of the directory; `false` when another one is. `isAnswering` asks whether the
 * platform that the directory knows is alive: process numbers are used again, so a living number proves nothing.
 */
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
/** To be called by the holder when it ends. */
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
    // Empty: created this very moment, the number not written yet.
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

/***/ 35728:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _admin_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81626);
/* harmony import */ var _claim_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(42657);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39834);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1141);
/* harmony import */ var _store_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(45832);







/** The platform's process: `node main.ts <directory> <port>`. Started detached; ends by `POST /stop` or a signal. */
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

/***/ 1141:
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
/**
 * Smooth weighted round-robin (the algorithm of nginx): no chance, so 200 requests at 90/10 are exactly 180/20, and
 * the rare version's turns are spread evenly.
 */
class Balancer {
    #turns = [];
    /** Takes effect with the next request. Equal shares leave the running order alone. */
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
    /** The version whose turn it is, or `undefined` when nobody serves. */
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

// EXTERNAL MODULE: ./build/packages/targets/local/child.js
var local_child = __webpack_require__(92127);
;// CONCATENATED MODULE: ./build/packages/targets/local/counters.js
const BIN_MS = 1000;
const KEPT_MS = 600_000;
/** A request still running after this closes its bin as a slow one; so one hanging request cannot hold up the data. */
const PATIENCE_MS = 10_000;
/** Counts what clients experienced, per version and second. A request belongs to the second in which it started. */
class Counters {
    #bins = new Map();
    #open = new Set();
    #now;
    constructor(now) {
        this.#now = now;
    }
    begin(version, unit) {
        const ticket = { version, unit, startedMs: this.#now() };
        this.#open.add(ticket);
        return ticket;
    }
    /** Counts once, however often it is called. `unfinished`: the client left or time ran out, so it counts as slow. */
    end(ticket, outcome) {
        if (!this.#open.delete(ticket))
            return;
        const cell = this.#cell(ticket);
        const tookMs = outcome === "unfinished" ? Number.MAX_SAFE_INTEGER : Math.ceil(this.#now() - ticket.startedMs);
        cell.requests += 1;
        if (outcome === "error")
            cell.errorUnits.add(ticket.unit);
        cell.latencies.set(tookMs, (cell.latencies.get(tookMs) ?? 0) + 1);
    }
    /** The complete seconds from `fromMs` on. */
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
        };
    }
    #cell({ version, startedMs }) {
        const t = binOf(startedMs);
        let bin = this.#bins.get(t);
        if (bin === undefined) {
            bin = new Map();
            this.#bins.set(t, bin);
            for (const old of this.#bins.keys())
                if (old < t - KEPT_MS)
                    this.#bins.delete(old);
        }
        let cell = bin.get(version);
        if (cell === undefined)
            bin.set(version, (cell = { requests: 0, errorUnits: new Set(), latencies: new Map() }));
        return cell;
    }
    /** Gives up on requests that hang, and returns the second before which every bin is final. */
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
function binOf(ms) {
    return Math.floor(ms / BIN_MS) * BIN_MS;
}
function summary(cell, slowMs) {
    let slow = 0;
    for (const [ms, count] of cell.latencies)
        if (ms > slowMs)
            slow += count;
    return { requests: cell.requests, errors: cell.errorUnits.size, slow };
}
function addAll(into, counts) {
    for (const [ms, count] of counts)
        into.set(ms, (into.get(ms) ?? 0) + count);
}

// EXTERNAL MODULE: ./build/packages/targets/local/protocol.js
var protocol = __webpack_require__(23069);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: ./node_modules/http-proxy-3/dist/lib/index.js
var lib = __webpack_require__(31774);
;// CONCATENATED MODULE: ./build/packages/targets/local/proxy.js



/** An answer that takes longer is a 502: shorter than what clients and load balancers usually wait (60 s). */
const ANSWER_TIMEOUT_MS = 30_000;
/** The door that clients use: one request in, one version answers, one line in the counters. Never throws. */
class Proxy {
    server;
    #routes;
    #counters;
    #inFlight = new Map();
    #agent = new external_node_http_.Agent({ keepAlive: true });
    #forward = (0,lib/* createProxyServer */.eQ)({ xfwd: true, proxyTimeout: ANSWER_TIMEOUT_MS });
    #upstream = new WeakMap();
    #cutOff = new WeakSet();
    constructor(routes, counters) {
        this.#routes = routes;
        this.#counters = counters;
        this.#forward.on("proxyReq", (upstream, request) => void this.#upstream.set(request, upstream));
        this.#forward.on("proxyRes", (answer, request, response) => {
            // A version that dies in the middle of its answer: the client must see a broken answer, not wait for the rest.
            answer.once("close", () => {
                if (answer.complete || response.destroyed)
                    return;
                this.#cutOff.add(request);
                response.destroy();
            });
        });
        this.#forward.on("econnreset", () => undefined);
        this.server = (0,external_node_http_.createServer)((request, response) => this.#handle(request, response));
    }
    inFlight(version) {
        return this.#inFlight.get(version) ?? 0;
    }
    /** Connections that wait for their next request are closed; requests under way are not touched. */
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
        // Pinned requests are tests, not clients: they must not count for or against a version.
        const ticket = pinned === undefined ? this.#counters.begin(version, errorUnit(request)) : undefined;
        this.#inFlight.set(version, this.inFlight(version) + 1);
        response.once("close", () => {
            this.#inFlight.set(version, this.inFlight(version) - 1);
            if (ticket !== undefined)
                this.#count(ticket, request, response);
        });
        this.#send(version, request, response, true);
    }
    #send(version, request, response, mayRepeat) {
        const port = this.#routes.portOf(version);
        if (port === undefined) {
            reply(response, 502, `${version} is not running`);
            return;
        }
        const options = { target: { host: "127.0.0.1", port, protocol: "http:" }, agent: mayRepeat ? this.#agent : false };
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
    /** A kept connection that the version closed just as it was used again: nothing was processed, so once more is safe. */
    #diedIdle(request) {
        const safe = request.method === "GET" || request.method === "HEAD";
        return safe && this.#upstream.get(request)?.reusedSocket === true;
    }
    #count(ticket, request, response) {
        if (response.writableFinished) {
            this.#counters.end(ticket, response.statusCode >= 500 ? "error" : "ok");
            return;
        }
        // Cut off: by the version, which is its error, or by the client, who may have been tired of waiting.
        this.#counters.end(ticket, this.#cutOff.has(request) ? "error" : "unfinished");
    }
}
/** What counts as one error: a trace, else a client, else an address; so that one client's retries are not a wave. */
function errorUnit({ headers, socket }) {
    const { traceparent } = headers;
    if (typeof traceparent === "string")
        return `trace ${traceparent.split("-")[1] ?? traceparent}`;
    const client = headers["x-client-id"];
    return typeof client === "string" ? `client ${client}` : `address ${socket.remoteAddress ?? "unknown"}`;
}
function reply(response, status, text) {
    response.writeHead(status, { "content-type": "text/plain; charset=utf-8" });
    response.end(`${text}\n`);
}

// EXTERNAL MODULE: ./build/packages/targets/local/store.js
var local_store = __webpack_require__(45832);
;// CONCATENATED MODULE: ./build/packages/targets/local/platform.js









/** A revision that still answers somebody after this is stopped all the same. */
const DRAIN_MS = 30_000;
const DRAIN_POLL_MS = 20;
const WARM_MS = 10_000;
const SWEEP_MS = 60_000;
/** Makes the machine agree with the state: processes, shares, counters. One per directory. */
class Platform {
    counters;
    #directory;
    #store;
    #now;
    #children = new Map();
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
            portOf: (version) => this.#children.get(version)?.port,
        }, this.counters);
        this.#sweeper = setInterval(() => void this.#sweep(), SWEEP_MS);
        this.#apply(state);
    }
    /** Restores what ran before and opens the public port. */
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
        // Listening since `start`, on TCP.
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion
        return this.#proxy.server.address().port;
    }
    status() {
        const live = Array.from(this.#children, ([version, child]) => child.view(this.#proxy.inFlight(version)));
        return { port: this.publicPort, state: this.#state, live };
    }
    /** Puts a whole new state into force, if nobody wrote since the writer read `etag`. On disk first, then in effect. */
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
    /** Starts a version again that was given up. */
    revive(version) {
        this.#children.get(version)?.revive();
    }
    /** Stops taking requests, finishes those under way, then stops every process. What is on disk stays. */
    async stop() {
        clearInterval(this.#sweeper);
        await Promise.race([this.#proxy.close(), (0,external_node_timers_promises_.setTimeout)(DRAIN_MS, undefined, { ref: false })]);
        await Promise.all(Array.from(this.#children.values(), (child) => child.stop()));
    }
    /** After a restart: clients are let in when the versions that serve are healthy again, or it took too long. */
    async #warm() {
        const deadlineMs = performance.now() + WARM_MS;
        const serving = this.#state.revisions.filter(({ percent }) => percent > 0);
        const isCold = ({ version }) => this.#children.get(version)?.view(0).healthy !== true;
        while (serving.some(isCold) && performance.now() < deadlineMs)
            await (0,external_node_timers_promises_.setTimeout)(DRAIN_POLL_MS);
    }
    #apply(state) {
        this.#state = state;
        this.#balancer.assign(state.revisions);
        for (const spec of state.revisions) {
            const child = this.#children.get(spec.version);
            if (child !== undefined && sameProgram(child.spec, spec))
                continue;
            if (child !== undefined)
                this.#retire(child);
            this.#children.set(spec.version, new local_child/* Child */.R(spec, (0,external_node_path_.join)(this.#directory, "logs", `${spec.version}.log`)));
        }
        for (const [version, child] of this.#children) {
            if (state.revisions.some((one) => one.version === version))
                continue;
            this.#children.delete(version);
            this.#retire(child);
        }
    }
    /** Lets its requests end, stops it, and removes its tree unless somebody deployed that again. */
    #retire(child) {
        const { version, directory } = child.spec;
        const retire = async () => {
            const deadlineMs = performance.now() + DRAIN_MS;
            while (this.#proxy.inFlight(version) > 0 && performance.now() < deadlineMs)
                await (0,external_node_timers_promises_.setTimeout)(DRAIN_POLL_MS);
            await child.stop();
            const stillUsed = this.#state.revisions.some((one) => one.directory === directory);
            const ours = !(0,external_node_path_.relative)((0,external_node_path_.join)(this.#directory, "versions"), directory).startsWith("..");
            if (ours && !stillUsed)
                await (0,promises_.rm)(directory, { recursive: true, force: true });
        };
        retire().catch((thrown) => console.error(`could not retire ${version}:`, thrown));
    }
    /** Removes versions whose time at 0 % after a rollback is over. */
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

/***/ 45832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ StateStore),
/* harmony export */   y: () => (/* binding */ writeWhole)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _faults__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71906);
/* harmony import */ var _protocol_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23069);




/** The platform's memory on disk. A write is whole or not there, whenever the process dies. */
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
/** Replaces a file, readable by its owner only: after a crash either the old text or the new one is there. */
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
