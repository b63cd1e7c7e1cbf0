export const id = 2272;
export const ids = [2272,83,2464];
export const modules = {

/***/ 45918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  replyTo: () => (/* binding */ replyTo)
});

// EXTERNAL MODULE: ./build/packages/cli/index.js + 1 modules
var cli = __webpack_require__(95920);
// EXTERNAL MODULE: ./build/packages/faults/index.js + 3 modules
var faults = __webpack_require__(72326);
// EXTERNAL MODULE: ./build/packages/shell/index.js + 21 modules
var shell = __webpack_require__(34442);
// EXTERNAL MODULE: ./build/packages/stages/index.js + 129 modules
var stages = __webpack_require__(5969);
// EXTERNAL MODULE: ./build/packages/machine/index.js + 19 modules
var machine = __webpack_require__(10167);
// EXTERNAL MODULE: ./build/packages/report/index.js + 37 modules
var report = __webpack_require__(9798);
;// CONCATENATED MODULE: ./build/actions/command/pages.js


const longest = 60_000;
async function boards(workplace, id) {
    const { journal, surroundings } = workplace;
    const releases = id === undefined ? await journal.live() : [await (0,stages.readOrThrow)(workplace, id)];
    if (releases.length === 0)
        return "No release is under way.";
    const now = surroundings.clock.now();
    return preformatted(releases.flatMap(({ record }) => [...(0,report/* board */.no)(record, now).lines, ""]).join("\n"));
}
function preformatted(text) {
    const whole = text.trimEnd();
    const shown = whole.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
    if (shown.length <= longest)
        return `<pre>${shown}</pre>`;
    const kept = shown.slice(0, shown.lastIndexOf("\n", longest));
    const more = shown.slice(kept.length).split("\n").length - 1;
    return `<pre>${kept}</pre>\n\n… and ${more} more lines: a comment takes no more. In a shell the same command shows all of it.`;
}

;// CONCATENATED MODULE: ./build/actions/command/report.js




async function report_report(workplace, { id, format, rootCause }) {
    if (format === "html")
        throw new faults/* ReleaseFault */.eB("input", "A comment cannot hold a page", {
            hint: `Here: /release --report=${id}   In a shell: release report ${id} --format=html > report.html`,
        });
    const stored = rootCause === undefined
        ? await (0,stages.readOrThrow)(workplace, id)
        : await (0,stages/* noteRootCause */.wR)(workplace, { id, text: rootCause });
    const { text } = await (0,report/* reportAs */.$i)(format, stored.facts, await (0,stages/* afterwardsOf */.$R)(workplace, stored.facts));
    if (format !== "md")
        return preformatted(text);
    const { forge, local } = workplace;
    const { store, branch } = local.config.journal;
    const file = `${forge.webUrl}/blob/${branch}/${(0,stages/* reportPath */.eG)(stored.id)}`;
    if (stored.live || store !== "git")
        return (0,report/* fittingReport */.CZ)(text, longest, `in \`release report ${stored.id}\``);
    return `${(0,report/* fittingReport */.CZ)(text, longest, `in [the whole report](${file})`)}\n\nThe whole report: ${file}`;
}

;// CONCATENATED MODULE: ./build/actions/command/carry-out.js







async function carryOut(workplace, command, requestId) {
    switch (command.kind) {
        case "help":
            return { text: preformatted(cli/* help */.yj) };
        case "status":
            return { text: await boards(workplace, command.id) };
        case "report":
            return { text: await report_report(workplace, command) };
        case "start":
            return start(workplace, command);
        case "resume":
            return resume(workplace, command, requestId);
        case "retry":
            return retry(workplace, command);
        case "request":
            return request(workplace, command, requestId);
        case "rollback":
            return rollBack(workplace, command, requestId);
        case "redeploy":
            return deployAgain(workplace, command);
        case "false-positive":
            return markWrong(workplace, command);
        case "dashboard":
        case "lint-commits":
        case "changelog":
        case "config":
        case "audit":
        case "metrics":
        case "smoke":
        case "analyze":
        case "watch":
        case "follow":
        case "demo":
            throw new faults/* ReleaseFault */.eB("input", `${command.kind === "follow" ? "watch" : command.kind} is for a shell`, {
                hint: "In comments: start, status, resume, retry, hold, promote, abort, rollback, redeploy, report, help.",
            });
    }
}
async function start(workplace, { words }) {
    const { cwd } = workplace.surroundings;
    const asked = await (0,stages.startOf)(words, (file, input) => (0,shell/* textInCheckout */.pi)(cwd, file, input));
    const { plan, notes } = await (0,stages/* planRelease */.F3)(workplace, asked);
    const dryRun = asked.dryRun === true;
    const inputs = {
        command: "start",
        type: plan.releaseType,
        version: plan.releaseVersion,
        from: plan.baseBranch,
        to: plan.targetBranch,
        release: plan.tag,
        changelog: words.changelog ?? "",
        plan: words.plan ?? "",
        severity: asked.severity ?? "none",
        incident: asked.incident ?? "",
        override: words.override ?? "",
        emergency: words.emergency ?? "",
        at: words.at ?? "",
        expires: words.expires ?? "",
        "allow-lower-version": String(asked.allowLowerVersion === true),
        adopt: String(asked.adopt === true),
        "dry-run": String(dryRun),
    };
    const head = dryRun ? `Would release ${plan.tag}` : `${plan.tag} is started`;
    const list = listed([...notes, `gates: ${plan.gates.join(", ")}`]);
    return { text: [`🚀 ${(0,shell/* escaped */.Mk)(head)}`, "", ...list].join("\n"), next: { workflow: "release", inputs } };
}
function listed(notes) {
    return notes.map((note) => `- ${(0,shell/* escaped */.Mk)(note)}`);
}
async function resume(workplace, command, requestId) {
    const stored = await (0,stages.readOrThrow)(workplace, command.id);
    if (!stored.live)
        throw over(stored.id, stored.record.state);
    await (0,stages/* declareEmergency */.CN)(workplace, { ...command, requestId });
    const busy = await (0,stages/* drivenNow */.bD)(workplace, stored);
    if (busy !== undefined)
        return { text: `▶ ${(0,shell/* escaped */.Mk)(`${stored.id} goes on already: ${busy}`)}` };
    return { text: `▶ ${(0,shell/* escaped */.Mk)(stored.id)} goes on`, next: goOn(stored.id) };
}
async function retry(workplace, words) {
    const { id: next, planned } = await (0,stages/* planRetry */.M$)(workplace, words);
    const inputs = { command: "retry", release: words.id, override: words.override ?? "" };
    return {
        text: [`🔁 ${(0,shell/* escaped */.Mk)(next)} begins`, "", ...listed(planned.notes)].join("\n"),
        next: { workflow: "release", inputs },
    };
}
async function request(workplace, { ask, id, reason }, requestId) {
    const stored = await (0,stages/* askFor */.dq)(workplace, id, { kind: ask, id: requestId, reason });
    const busy = await (0,stages/* drivenNow */.bD)(workplace, stored);
    const told = `${ask} of ${stored.id} is recorded`;
    if (busy !== undefined)
        return { text: `✋ ${(0,shell/* escaped */.Mk)(`${told}; it is ${busy}`)}` };
    return { text: `✋ ${(0,shell/* escaped */.Mk)(`${told}; a run goes on with it`)}`, next: goOn(stored.id) };
}
async function rollBack(workplace, { from, to, reason }, requestId) {
    const stored = await (0,stages.readOrThrow)(workplace, from);
    const inFlight = stored.live && !(0,machine/* isTerminal */.Hd)(stored.record.state);
    const busy = inFlight ? await (0,stages/* drivenNow */.bD)(workplace, stored) : undefined;
    if (busy !== undefined && to === undefined) {
        await (0,stages/* askFor */.dq)(workplace, stored.id, { kind: "rollback", id: requestId, reason });
        return { text: `↩ ${(0,shell/* escaped */.Mk)(`rollback of ${stored.id} is recorded; it is ${busy}`)}` };
    }
    const inputs = { release: stored.id, reason, ...(to === undefined ? {} : { to }) };
    return { text: `↩ ${(0,shell/* escaped */.Mk)(stored.id)} goes back`, next: { workflow: "rollback", inputs } };
}
async function deployAgain(workplace, { environment, reason }) {
    const planned = await (0,stages/* planRedeploy */.u0)(workplace, { environment, reason });
    const told = planned.begun === undefined ? planned.plan.tag : planned.begun.id;
    const text = `↻ ${(0,shell/* escaped */.Mk)(told)} ${planned.begun === undefined ? `is deployed again to ${environment}` : "goes on"}`;
    return { text, next: { workflow: "redeploy", inputs: { environment, reason } } };
}
async function markWrong(workplace, wanted) {
    const { release, isNew } = await (0,stages/* markFalsePositive */.GI)(workplace, wanted);
    const told = isNew ? "is marked" : "was marked before";
    return { text: `📝 ${(0,shell/* escaped */.Mk)(`The rollback of ${release} ${told} as a false positive`)}` };
}
function goOn(release) {
    return { workflow: "release", inputs: { command: "resume", release } };
}
function over(id, state) {
    return new faults/* ReleaseFault */.eB("policy", `Release ${id} is over: it is ${state}`, { hint: `See: /release report ${id}` });
}

;// CONCATENATED MODULE: ./build/actions/command/reply.js





async function replyTo(workplace, asked) {
    const { forge, actor } = workplace;
    const comment = await forge.findComment(asked.id);
    if (comment === undefined)
        return { kind: "ignored", why: "The comment is gone." };
    if (comment.byBot)
        return { kind: "ignored", why: "Bots ask for nothing." };
    const role = await roleOf(workplace, comment.author);
    try {
        requireGenuine(comment, asked, actor);
        const command = (0,cli/* parseComment */.vj)(comment.body);
        if (command === undefined)
            return { kind: "ignored", why: "The comment asks us for nothing." };
        await requireMay(workplace, command, role);
        await forge.ensureReaction(comment.id, "eyes");
        const done = await carryOut(workplace, command, `comment-${comment.id}`);
        await answer(workplace, comment, done.text);
        await forge.ensureReaction(comment.id, "rocket");
        return { kind: "done", done };
    }
    catch (thrown) {
        const fault = (0,faults/* asFault */.Ps)(thrown);
        await forge.ensureReaction(comment.id, "confused");
        if (!isStranger(role))
            await answer(workplace, comment, `❌ ${(0,shell/* escaped */.Mk)(fault.message)}\n\n${(0,shell/* escaped */.Mk)(fault.hint)}`);
        if (fault.code === "bug" || fault.code === "remote")
            throw fault;
        return { kind: "refused", fault };
    }
}
async function roleOf({ forge }, login) {
    try {
        return await forge.roleOf(login);
    }
    catch (thrown) {
        if (thrown instanceof faults/* ReleaseFault */.eB && thrown.code === "permission")
            return "none";
        throw thrown;
    }
}
function isStranger(role) {
    return role === "none" || role === "read";
}
function requireGenuine(comment, asked, actor) {
    if (comment.edited || comment.body !== asked.body) {
        throw new faults/* ReleaseFault */.eB("input", "A comment that was edited asks for nothing", {
            hint: "Write a new comment.",
        });
    }
    if (comment.author.toLowerCase() !== actor.toLowerCase()) {
        throw new faults/* ReleaseFault */.eB("permission", `${actor} runs this, and ${comment.author} wrote the comment`, {
            hint: "Write a comment of your own.",
        });
    }
}
async function requireMay(workplace, command, role) {
    const wish = wishOf(command);
    if (wish === "later")
        return;
    if (wish !== undefined) {
        await (0,stages/* authorise */.Z_)(workplace, wish);
        return;
    }
    if (!isStranger(role))
        return;
    throw new faults/* ReleaseFault */.eB("permission", `${workplace.actor} may not ask here: the role is ${role}`, {
        hint: `Ask somebody with a role in ${workplace.forge.repository}.`,
    });
}
function wishOf(command) {
    switch (command.kind) {
        case "start":
            return { deeds: ["start"] };
        case "resume":
            return { deeds: ["resume"], release: command.id };
        case "request":
            return { deeds: [command.ask], release: command.id };
        case "rollback":
            return { deeds: ["rollback"], release: command.from };
        case "redeploy":
            return { deeds: ["redeploy"] };
        case "false-positive":
            return { deeds: ["rollback"], release: command.id };
        case "retry":
            return "later";
        case "status":
        case "report":
        case "help":
        case "dashboard":
        case "config":
        case "audit":
        case "metrics":
        case "smoke":
        case "analyze":
        case "watch":
        case "follow":
        case "lint-commits":
        case "changelog":
        case "demo":
            return undefined;
    }
}
async function answer({ forge, surroundings }, comment, text) {
    const [line = ""] = comment.body.split(/[\r\n]/);
    const run = surroundings.env["GITHUB_RUN_ID"];
    const asked = `<code>${(0,shell/* escaped */.Mk)(line.slice(0, 200))}</code> by <code>${(0,shell/* escaped */.Mk)(comment.author)}</code>`;
    const link = run === undefined ? "" : ` · [run](${forge.webUrl}/actions/runs/${run})`;
    await forge.ensureComment(comment.number, "release-command answer", `${asked}${link}\n\n${text}\n`);
}


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
