export const id = 539;
export const ids = [539,6235,8890];
export const modules = {

/***/ 36340:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  kk: () => (/* reexport */ auditLine),
  FF: () => (/* reexport */ verifyAuditLog)
});

// UNUSED EXPORTS: factsDigest

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/canonicalize/lib/canonicalize.js
var canonicalize = __webpack_require__(98799);
// EXTERNAL MODULE: ./build/packages/machine/index.js + 11 modules
var machine = __webpack_require__(47535);
;// CONCATENATED MODULE: ./build/packages/audit/log.js



const genesis = "0".repeat(64);
function factsDigest(facts) {
    const hash = (0,external_node_crypto_.createHash)("sha256");
    for (const fact of facts)
        hash.update(`${canonical(fact)}\n`);
    return hash.digest("hex");
}
function auditLine(log, record, facts) {
    const lines = log.split("\n").filter((line) => line !== "");
    const last = lines.at(-1);
    return canonical({
        seq: lines.length + 1,
        prev: last === undefined ? genesis : sha256(last),
        ...statement(record, facts, factsDigest(facts)),
    });
}
function statement(record, facts, digest) {
    const { plan, failure, verdict, rollback } = record;
    return {
        release: record.id,
        version: plan.releaseVersion,
        type: plan.releaseType,
        timestamp: record.lastAt,
        startedAt: record.openedAt,
        initiator: plan.initiatedBy,
        outcome: record.settled?.outcome ?? record.state,
        gates: [...record.gates.values()].map(({ gate, status, executionTimeMs, at, metrics }) => ({
            gate,
            status,
            executionTimeMs,
            at,
            ...(metrics === undefined ? {} : { metrics }),
        })),
        ...overridden(record),
        smoke: record.smoke.map(({ environment, point, status, executionTimeMs, at }) => ({
            environment,
            point,
            status,
            executionTimeMs,
            at,
        })),
        approvals: record.approval === undefined ? [] : record.approval.by,
        deployments: [...record.deployments.values()].map(({ environment, strategy, status, percent }) => ({
            environment,
            strategy,
            status: status ?? "unfinished",
            percent,
        })),
        ...(failure === undefined ? {} : { failure: failure.failureReason }),
        ...(verdict === undefined && rollback === undefined
            ? {}
            : {
                rollback: {
                    trigger: verdict?.trigger ?? "manual",
                    reason: verdict?.reason ?? plan.rollback?.reason ?? "not recorded",
                    phase: rollback?.phase ?? "not begun",
                },
            }),
        facts: facts.length,
        digest,
    };
}
function overridden({ plan, gates }) {
    const overrides = plan.gates.flatMap((gate) => (0,machine/* overrideOf */.Oe)(plan, gate) ?? []);
    if (overrides.length === 0)
        return {};
    return {
        overrides: overrides.map(({ gate, reason }) => {
            const outcome = gates.get(gate);
            return { gate, by: plan.initiatedBy, reason, result: outcome === undefined ? "open" : (0,machine/* standingOf */.YP)(plan, outcome) };
        }),
    };
}
function statementOf(facts, digest) {
    return statement((0,machine/* fold */.AU)(facts), facts, digest);
}
const sha256 = (text) => (0,external_node_crypto_.createHash)("sha256").update(text).digest("hex");
function canonical(value) {
    const text = (0,canonicalize/* default */.A)(value);
    if (text === undefined)
        throw new TypeError("there is no canonical form of undefined");
    return text;
}

;// CONCATENATED MODULE: ./build/packages/audit/verify.js

function verifyAuditLog(log, factsOf) {
    const { problems, entries } = readLog(log);
    const found = [...problems];
    const seen = new Map();
    for (const { entry, number } of entries) {
        const before = seen.get(entry.release);
        if (before !== undefined)
            found.push(`line ${number}: repeats ${entry.release} of line ${before}`);
        seen.set(entry.release, before ?? number);
        found.push(...factProblems(entry, factsOf.get(entry.release)).map((text) => `line ${number}: ${text}`));
    }
    for (const release of factsOf.keys()) {
        if (!seen.has(release))
            found.push(`${release} is archived and not in the log`);
    }
    return found;
}
function readLog(log) {
    const problems = [];
    const entries = [];
    const lines = log.split("\n");
    const rest = lines.pop() ?? "";
    if (rest !== "")
        problems.push(`line ${lines.length + 1}: is cut off`);
    let prev = genesis;
    for (const [index, line] of lines.entries()) {
        const number = index + 1;
        const entry = parseLine(line);
        if (entry === undefined) {
            problems.push(`line ${number}: is not an entry`);
        }
        else {
            problems.push(...chainProblems(entry, line, number, prev));
            entries.push({ entry, number });
        }
        prev = sha256(line);
    }
    return { problems, entries };
}
function chainProblems(entry, line, number, prev) {
    return [
        ...(entry.seq === number ? [] : [`line ${number}: says that it is line ${entry.seq}`]),
        ...(entry.prev === prev
            ? []
            : [
                number === 1 ? "line 1: is not the first" : `line ${number}: does not follow line ${number - 1} as it is now`,
            ]),
        ...(isCanonical(entry, line) ? [] : [`line ${number}: is not in canonical form`]),
    ];
}
function isCanonical(value, line) {
    return JSON.stringify(value) === line && hasSortedKeys(value);
}
function hasSortedKeys(value) {
    if (typeof value !== "object" || value === null)
        return true;
    if (Array.isArray(value))
        return value.every(hasSortedKeys);
    const keys = Object.keys(value);
    return (keys.every((key, index) => index === 0 || (keys[index - 1] ?? "") < key) &&
        Object.values(value).every(hasSortedKeys));
}
function factProblems(entry, facts) {
    if (facts === undefined)
        return [`the facts of ${entry.release} are missing`];
    if (factsDigest(facts) !== entry.digest) {
        return [`the facts of ${entry.release} are not those that were recorded: ${brokenAt(facts)}`];
    }
    const { seq: _seq, prev: _prev, ...said } = entry;
    return differences(said, statementOf(facts, entry.digest)).map((field) => `says another ${field} of ${entry.release} than its facts do`);
}
function brokenAt(facts) {
    let prev = genesis;
    for (const [index, fact] of facts.entries()) {
        if (fact.prev !== prev || fact.seq !== index + 1) {
            return index === 0 ? "the first is not the first" : `fact ${index} was changed, or what followed it is gone`;
        }
        prev = sha256(canonical(fact));
    }
    return facts.length === 0 ? "there is none" : `fact ${facts.length} was changed, or those after it are gone`;
}
function differences(said, actual) {
    if (canonical(said) === canonical(actual))
        return [];
    const fields = new Set([...Object.keys(said), ...Object.keys(actual)]);
    return [...fields].filter((field) => verify_text(Reflect.get(said, field)) !== verify_text(Reflect.get(actual, field)));
}
const verify_text = (value) => (value === undefined ? "" : canonical(value));
function parseLine(line) {
    try {
        const value = JSON.parse(line);
        return isEntry(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function isEntry(value) {
    if (typeof value !== "object" || value === null)
        return false;
    return ("seq" in value &&
        typeof value.seq === "number" &&
        ["prev", "release", "digest"].every((key) => typeof Reflect.get(value, key) === "string"));
}

;// CONCATENATED MODULE: ./build/packages/audit/index.js




/***/ }),

/***/ 58890:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  monitorNames: () => (/* reexport */ monitorNames),
  openMonitor: () => (/* reexport */ openMonitor)
});

// EXTERNAL MODULE: ./build/packages/faults/index.js + 3 modules
var faults = __webpack_require__(71906);
;// CONCATENATED MODULE: ./build/packages/monitors/registry.js

const monitors = {
    proxy: () => __webpack_require__.e(/* import() */ 902).then(__webpack_require__.bind(__webpack_require__, 40902)),
    probe: () => __webpack_require__.e(/* import() */ 1046).then(__webpack_require__.bind(__webpack_require__, 51046)),
};
const monitorNames = Object.keys(monitors);
async function openMonitor(name, settings, options) {
    const load = Object.hasOwn(monitors, name) ? monitors[name] : undefined;
    if (load === undefined) {
        throw new faults/* ReleaseFault */.eB("config", `Unknown monitor "${name}"`, {
            hint: `Use one of: ${monitorNames.join(", ")}, like monitor: "${monitorNames[0] ?? "proxy"}".`,
        });
    }
    return (await load()).createMonitor(settings, options);
}

;// CONCATENATED MODULE: ./build/packages/monitors/index.js



/***/ }),

/***/ 42717:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ failAt),
/* harmony export */   j: () => (/* binding */ CheckFailure)
/* harmony export */ });
class CheckFailure extends Error {
    name = "CheckFailure";
    transient;
    reason;
    status;
    lacksCapture;
    constructor(message, options) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.transient = options.transient;
        this.reason = options.transient ? (options.reason ?? "transport") : undefined;
        this.status = options.status;
        this.lacksCapture = options.lacksCapture ?? false;
    }
}
function failAt(thrown, place) {
    if (!(thrown instanceof CheckFailure))
        throw thrown;
    const { message, transient, reason, status, lacksCapture } = thrown;
    throw new CheckFailure(`${place}: ${message}`, { transient, reason, status, lacksCapture, cause: thrown });
}


/***/ }),

/***/ 11922:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tc: () => (/* binding */ sweepAfterMs),
/* harmony export */   _S: () => (/* binding */ sandbox),
/* harmony export */   k5: () => (/* binding */ MarkLostError)
/* harmony export */ });
const sandbox = "release_command_smoke";
const sweepAfterMs = 3_600_000;
class MarkLostError extends Error {
    name = "MarkLostError";
}


/***/ }),

/***/ 62455:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CA: () => (/* binding */ errorCode),
/* harmony export */   IS: () => (/* binding */ tlsReason),
/* harmony export */   _F: () => (/* binding */ fieldOf),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   bR: () => (/* binding */ transientReason),
/* harmony export */   qO: () => (/* binding */ transportFailure)
/* harmony export */ });
/* harmony import */ var _check_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42717);

const transient = new Map([
    ["ECONNREFUSED", "connection refused: nothing listens there"],
    ["ECONNRESET", "connection reset by the other side"],
    ["EPIPE", "connection closed by the other side"],
    ["ENOTFOUND", "host name not found (DNS)"],
    ["EAI_AGAIN", "host name could not be looked up (DNS)"],
    ["ETIMEDOUT", "connection timed out"],
    ["EHOSTUNREACH", "host unreachable"],
    ["ENETUNREACH", "network unreachable"],
]);
const certificate = new Map([
    ["CERT_HAS_EXPIRED", "its certificate has expired"],
    ["CERT_NOT_YET_VALID", "its certificate is not valid yet"],
    ["DEPTH_ZERO_SELF_SIGNED_CERT", "its certificate is self-signed"],
    ["SELF_SIGNED_CERT_IN_CHAIN", "its certificate chain is self-signed"],
    ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "its certificate chain is incomplete"],
    ["UNABLE_TO_GET_ISSUER_CERT_LOCALLY", "the issuer of its certificate is not trusted here"],
    ["ERR_TLS_CERT_ALTNAME_INVALID", "its certificate is for another host name"],
]);
function transportFailure(what, thrown, timeoutMs) {
    if (thrown instanceof _check_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .CheckFailure */ .j)
        return thrown;
    if (fieldOf(thrown, "name") === "TimeoutError") {
        const message = `${what}: no complete answer within ${timeoutMs} ms`;
        return new _check_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .CheckFailure */ .j(message, { transient: true, reason: "timeout", cause: thrown });
    }
    const code = errorCode(thrown);
    const hungUp = code === "ECONNRESET" && /hang up|aborted/.test(messageOf(thrown));
    const passing = hungUp ? "connection closed before the answer was complete" : transientReason(code);
    if (passing !== undefined)
        return new _check_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .CheckFailure */ .j(`${what}: ${passing}`, { transient: true, cause: thrown });
    return new _check_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .CheckFailure */ .j(`${what}: ${lasting(code, thrown)}`, { transient: false, cause: thrown });
}
function lasting(code, thrown) {
    const refused = tlsReason(code);
    if (refused !== undefined)
        return refused;
    return code?.startsWith("HPE_") === true ? "the answer is not HTTP" : messageOf(thrown);
}
function tlsReason(code) {
    if (code === undefined)
        return undefined;
    const wrongCertificate = certificate.get(code);
    if (wrongCertificate !== undefined)
        return `TLS refused: ${wrongCertificate}`;
    const noTls = code === "EPROTO" || code.startsWith("ERR_SSL");
    return noTls ? "TLS refused: the server does not speak TLS there" : undefined;
}
function messageOf(thrown) {
    const message = fieldOf(thrown, "message");
    return typeof message === "string" ? message : String(thrown);
}
function errorCode(thrown, depth = 0) {
    if (thrown === undefined || depth > 4)
        return undefined;
    const code = fieldOf(thrown, "code");
    if (typeof code === "string")
        return code;
    const several = fieldOf(thrown, "errors");
    return errorCode(Array.isArray(several) ? several[0] : fieldOf(thrown, "cause"), depth + 1);
}
function fieldOf(thrown, name) {
    if (typeof thrown !== "object" || thrown === null)
        return undefined;
    return Reflect.get(thrown, name);
}
function transientReason(code) {
    return code === undefined ? undefined : transient.get(code);
}


/***/ }),

/***/ 90539:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  dq: () => (/* reexport */ askFor),
  Hx: () => (/* reexport */ auditLogPath),
  Z_: () => (/* reexport */ authorise),
  deployToProduction: () => (/* reexport */ deployToProduction),
  deployToStaging: () => (/* reexport */ deployToStaging),
  zo: () => (/* reexport */ digestOfOutlook),
  bD: () => (/* reexport */ drivenNow),
  loadPreset: () => (/* reexport */ loadPreset),
  openWorkplace: () => (/* reexport */ openWorkplace),
  openedByRun: () => (/* reexport */ openedByRun),
  cv: () => (/* reexport */ overdueReviews),
  XK: () => (/* reexport */ planFileText),
  F3: () => (/* reexport */ planRelease),
  M$: () => (/* reexport */ planRetry),
  Qn: () => (/* reexport */ projectConfig),
  readOrThrow: () => (/* reexport */ readOrThrow),
  remindOfReviews: () => (/* reexport */ remindOfReviews),
  reportJob: () => (/* reexport */ reportJob),
  tf: () => (/* reexport */ resumeRelease),
  gK: () => (/* reexport */ retryRelease),
  reviewJob: () => (/* reexport */ reviewJob),
  sW: () => (/* reexport */ rollBackRelease),
  rollbackManual: () => (/* reexport */ rollbackManual),
  rollbackNet: () => (/* reexport */ rollbackNet),
  rollbackStaging: () => (/* reexport */ rollbackStaging),
  runLeg: () => (/* reexport */ runLeg),
  signingVariables: () => (/* reexport */ signingVariables),
  smokeNow: () => (/* reexport */ smokeNow),
  startOf: () => (/* reexport */ startOf),
  I$: () => (/* reexport */ commands_startRelease),
  Ec: () => (/* reexport */ today),
  typesInUse: () => (/* reexport */ typesInUse),
  validateJob: () => (/* reexport */ validateJob),
  wakeByEvent: () => (/* reexport */ wakeByEvent),
  watchJob: () => (/* reexport */ watchJob)
});

// UNUSED EXPORTS: EvidenceRefusedError, digestOf, evidenceText

// EXTERNAL MODULE: ./build/packages/faults/index.js + 3 modules
var faults = __webpack_require__(71906);
// EXTERNAL MODULE: ./build/packages/machine/index.js + 11 modules
var machine = __webpack_require__(47535);
// EXTERNAL MODULE: ./build/packages/config/index.js + 29 modules
var packages_config = __webpack_require__(99271);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/@octokit/core/dist-src/index.js + 12 modules
var dist_src = __webpack_require__(14730);
// EXTERNAL MODULE: ./build/packages/http/index.js + 6 modules
var http = __webpack_require__(12826);
;// CONCATENATED MODULE: ./build/packages/forge/host-fault.js

class HostFault extends faults/* ReleaseFault */.eB {
    status;
    reason;
    constructor(code, message, options) {
        super(code, message, options);
        this.status = options.status;
        this.reason = options.reason;
    }
}
function isDoubtful(thrown) {
    return thrown instanceof HostFault && (thrown.status === undefined || thrown.status >= 500);
}
function isStatus(thrown, ...statuses) {
    return thrown instanceof HostFault && thrown.status !== undefined && statuses.includes(thrown.status);
}
function explain(thrown, operation, repository) {
    const cause = property(thrown, "cause");
    if (thrown instanceof faults/* ReleaseFault */.eB)
        return thrown;
    if (cause instanceof faults/* ReleaseFault */.eB) {
        const message = `Could not ${operation} of ${repository}: ${cause.message}`;
        return new HostFault(cause.code, message, { hint: cause.hint, cause, status: undefined, reason: cause.message });
    }
    const response = property(thrown, "response");
    const status = response === undefined ? undefined : Number(property(response, "status"));
    const reason = reasonOf(property(response, "data")) ?? textOf(property(thrown, "message"));
    const advice = adviceFor(status, reason, header(response, "x-accepted-github-permissions"));
    const said = `${status === undefined ? "no answer" : `GitHub said ${status}`}: ${reason}`;
    const message = `Could not ${operation} of ${repository}: ${said}`;
    return new HostFault(advice.code, message, { hint: advice.hint, cause: thrown, status, reason });
}
function adviceFor(status, reason, accepted) {
    if (status === 401) {
        const hint = "Set GITHUB_TOKEN to a token that is valid: `export GITHUB_TOKEN=$(gh auth token)`, or in a workflow `GITHUB_TOKEN: ${{ github.token }}`.";
        return { code: "permission", hint };
    }
    if (/not permitted to create or approve pull requests/i.test(reason)) {
        const hint = 'Tick "Allow GitHub Actions to create and approve pull requests" in Settings → Actions → General, or use the token of an App.';
        return { code: "permission", hint };
    }
    if (status === 403)
        return { code: "permission", hint: permissionHint(accepted) };
    if (status === 404) {
        const hint = "Check the repository's name (`owner/name`) and that the token may see it: `gh api repos/OWNER/NAME`.";
        return { code: "permission", hint };
    }
    if (status === 405 || status === 409 || status === 422) {
        return { code: "policy", hint: "Change what GitHub objects to, then run the command again: it continues." };
    }
    return { code: "remote", hint: "See https://www.githubstatus.com; then run the command again: it continues." };
}
function permissionHint(accepted) {
    const [first = ""] = (accepted ?? "").split(";");
    const lines = first
        .split(",")
        .map((part) => /^\s*(\w+)=(\w+)\s*$/.exec(part))
        .flatMap((match) => (match === null ? [] : [`  ${(match[1] ?? "").replaceAll("_", "-")}: ${match[2] ?? ""}`]));
    if (lines.length === 0)
        return "Give GITHUB_TOKEN the permission this needs, e.g. `permissions: { contents: write }` in the job.";
    return `Give the job that runs this the permission:\npermissions:\n${lines.join("\n")}`;
}
function reasonOf(data) {
    const message = property(data, "message");
    if (typeof message !== "string")
        return undefined;
    const errors = property(data, "errors");
    const details = (Array.isArray(errors) ? errors : [])
        .map((error) => (typeof error === "string" ? error : property(error, "message")))
        .filter((detail) => typeof detail === "string");
    return [message, ...details].join(" – ");
}
function textOf(message) {
    return typeof message === "string" && message !== "" ? message : "no answer";
}
function header(response, name) {
    const value = property(property(response, "headers"), name);
    return typeof value === "string" ? value : undefined;
}
function property(value, name) {
    if (typeof value !== "object" || value === null)
        return undefined;
    const found = Reflect.get(value, name);
    return found;
}

;// CONCATENATED MODULE: ./build/packages/forge/routes.js
const routes = {
    readUser: "GET /user",
    readRepository: "GET /repos/{owner}/{repo}",
    readRole: "GET /repos/{owner}/{repo}/collaborators/{username}/permission",
    readTeam: "GET /orgs/{org}/teams/{team_slug}",
    readTeamMembership: "GET /orgs/{org}/teams/{team_slug}/memberships/{username}",
    readEnvironment: "GET /repos/{owner}/{repo}/environments/{environment_name}",
    listCustomRules: "GET /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules",
    readApprovals: "GET /repos/{owner}/{repo}/actions/runs/{run_id}/approvals",
    readRules: "GET /repos/{owner}/{repo}/rules/branches/{branch}",
    listPullRequests: "GET /repos/{owner}/{repo}/pulls",
    readPullRequest: "GET /repos/{owner}/{repo}/pulls/{pull_number}",
    createPullRequest: "POST /repos/{owner}/{repo}/pulls",
    updatePullRequest: "PATCH /repos/{owner}/{repo}/pulls/{pull_number}",
    mergePullRequest: "PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge",
    addLabels: "POST /repos/{owner}/{repo}/issues/{issue_number}/labels",
    listIssues: "GET /repos/{owner}/{repo}/issues",
    readIssue: "GET /repos/{owner}/{repo}/issues/{issue_number}",
    createIssue: "POST /repos/{owner}/{repo}/issues",
    listReviews: "GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews",
    requestReviewers: "POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers",
    listComments: "GET /repos/{owner}/{repo}/issues/{issue_number}/comments",
    createComment: "POST /repos/{owner}/{repo}/issues/{issue_number}/comments",
    updateComment: "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}",
    readTag: "GET /repos/{owner}/{repo}/git/ref/{ref}",
    readPublishedRelease: "GET /repos/{owner}/{repo}/releases/tags/{tag}",
    readRelease: "GET /repos/{owner}/{repo}/releases/{release_id}",
    listReleases: "GET /repos/{owner}/{repo}/releases",
    createRelease: "POST /repos/{owner}/{repo}/releases",
    updateRelease: "PATCH /repos/{owner}/{repo}/releases/{release_id}",
    uploadAsset: "POST /repos/{owner}/{repo}/releases/{release_id}/assets{?name,label}",
    deleteAsset: "DELETE /repos/{owner}/{repo}/releases/assets/{asset_id}",
    listDeployments: "GET /repos/{owner}/{repo}/deployments",
    createDeployment: "POST /repos/{owner}/{repo}/deployments",
    listDeploymentStatuses: "GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses",
    createDeploymentStatus: "POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses",
    sendEvent: "POST /repos/{owner}/{repo}/dispatches",
    listCheckRuns: "GET /repos/{owner}/{repo}/commits/{ref}/check-runs",
    readRun: "GET /repos/{owner}/{repo}/actions/runs/{run_id}",
    deleteComment: "DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}",
    readComment: "GET /repos/{owner}/{repo}/issues/comments/{comment_id}",
    addReaction: "POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions",
};
const repeatable = new Set([
    routes.addLabels,
    routes.requestReviewers,
    routes.addReaction,
    routes.sendEvent,
    "POST /graphql",
]);
function mayRepeat(method, url) {
    return method === "PATCH" || repeatable.has(`${method} ${url}`);
}
function operationName(method, url) {
    const found = Object.entries(routes).find(([, route]) => route === `${method} ${url}`);
    return found === undefined ? `${method} ${url}` : found[0].replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
const operations = Object.values(routes).map((route) => route.replace("{?name,label}", ""));

;// CONCATENATED MODULE: ./build/packages/forge/client.js





function openClient(options) {
    const [owner = "", repo = "", ...rest] = options.repository.split("/");
    if (owner === "" || repo === "" || rest.length > 0) {
        throw new faults/* ReleaseFault */.eB("input", `"${options.repository}" is not the name of a repository`, {
            hint: "Write it as owner/name, e.g. acme/shop.",
        });
    }
    if (options.token === "") {
        throw new faults/* ReleaseFault */.eB("permission", "There is no token for GitHub", {
            hint: "Set GITHUB_TOKEN, e.g. `export GITHUB_TOKEN=$(gh auth token)`.",
        });
    }
    let calls = 0;
    const octokit = new dist_src/* Octokit */.E({
        auth: options.token,
        baseUrl: options.apiUrl.replace(/\/+$/, ""),
        log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
        request: {
            fetch: (input, init) => {
                calls += 1;
                return options.fetch(input, init);
            },
        },
    });
    explainErrors(octokit, options.repository);
    return {
        repository: options.repository,
        webUrl: `${options.serverUrl.replace(/\/+$/, "")}/${options.repository}`,
        at: { owner, repo },
        request: octokit.request,
        graphql: octokit.graphql,
        sleep: (ms) => options.clock.sleep(ms),
        apiHost: new URL(options.apiUrl).host,
        calls: () => calls,
    };
}
function ignore() { }
function explainErrors(octokit, repository) {
    octokit.hook.wrap("request", async (request, options) => {
        const { method, url } = options;
        if (mayRepeat(method, url))
            options.headers[http/* idempotentHeader */._] = "yes";
        const operation = operationName(method, url);
        const response = await Promise.resolve(request(options)).catch((thrown) => {
            throw explain(thrown, operation, repository);
        });
        if (typeof response.data === "string" && response.data !== "")
            throw notJson(operation, repository);
        return response;
    });
}
function notJson(operation, repository) {
    const reason = "the answer is not JSON";
    return new HostFault("remote", `Could not ${operation} of ${repository}: ${reason}`, {
        hint: "Check the address of the API (e.g. https://api.github.com) and that no proxy answers in its place.",
        status: undefined,
        reason,
    });
}

;// CONCATENATED MODULE: ./build/packages/forge/owner-pattern.js
const anyText = Symbol("*");
const anyLetter = Symbol("?");
const something = [anyLetter, anyText];
function parseOwnerPattern(text) {
    if (text.startsWith("!"))
        return "a pattern cannot be negated with !";
    if (text.startsWith("\\#"))
        return "a pattern cannot begin with #, not even escaped";
    if (/[[\]]/.test(text))
        return "character ranges in [ ] are not supported";
    if (text.includes("***"))
        return "three asterisks in a row mean nothing";
    if (text.endsWith("\\") && !text.endsWith("\\\\"))
        return "nothing follows the last backslash";
    const isAnchored = text.startsWith("/");
    const names = text.split("/").slice(isAnchored ? 1 : 0);
    if (names.slice(0, -1).includes("") || names.join("") === "")
        return "a folder has no name";
    const isFolder = names.at(-1) === "";
    if (isFolder)
        names.pop();
    const floats = !isAnchored && names.length === 1 && names[0] !== "**";
    return [...(floats ? [undefined] : []), ...names.map(segmentOf), ...endingOf(names, isFolder)];
}
function endingOf(names, isFolder) {
    const last = names.at(-1);
    if (isFolder)
        return [something, undefined];
    if (last === "**")
        return names.length === 1 ? [] : [something];
    return last === "*" ? [] : [undefined];
}
function segmentOf(name) {
    if (name === "**")
        return undefined;
    if (name === "*")
        return something;
    const glyphs = [];
    for (const [found] of name.matchAll(/\\.|\*+|./gsu)) {
        if (found.startsWith("*"))
            glyphs.push(anyText);
        else if (found === "?")
            glyphs.push(anyLetter);
        else
            glyphs.push(found.replace(/^\\(?=.)/su, ""));
    }
    return glyphs;
}
function matchesPath(pattern, path) {
    return isLike(pattern, path.split("/"), (segment) => segment === undefined, matchesName);
}
function matchesName(segment, name) {
    if (segment === undefined)
        return false;
    const same = (glyph, letter) => glyph === letter || glyph === anyLetter;
    return isLike(segment, Array.from(name), (glyph) => glyph === anyText, same);
}
function isLike(pattern, text, isWild, isSame) {
    let at = 0;
    let retry;
    for (let read = 0; read < text.length;) {
        const inPattern = at < pattern.length;
        const [part, piece] = [pattern[at], text[read]];
        if (inPattern && isWild(part)) {
            at += 1;
            retry = { at, read };
        }
        else if (inPattern && isSame(part, piece)) {
            at += 1;
            read += 1;
        }
        else if (retry !== undefined) {
            retry.read += 1;
            ({ at, read } = retry);
        }
        else
            return false;
    }
    return pattern.slice(at).every(isWild);
}

;// CONCATENATED MODULE: ./build/packages/forge/code-owners.js

const codeOwnersPaths = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"];
const maxBytes = 3 * 1024 * 1024;
function parseCodeOwners(text) {
    if (Buffer.byteLength(text) >= maxBytes) {
        return { rules: [], skipped: ["the file is 3 MB or larger, so that GitHub does not load it"] };
    }
    const rules = [];
    const skipped = [];
    for (const [index, line] of text
        .replace(/^\uFEFF/, "")
        .split(/\r\n|\r|\n/)
        .entries()) {
        const rule = parseLine(line);
        if (typeof rule === "string")
            skipped.push(`line ${index + 1}: ${rule}`);
        else if (rule !== undefined)
            rules.push(rule);
    }
    return { rules, skipped };
}
function ownersOf({ rules }, path) {
    return rules.findLast(({ pattern }) => matchesPath(pattern, path))?.owners ?? [];
}
function parseLine(line) {
    const words = wordsOf(line);
    const [first, ...owners] = words;
    if (first === undefined)
        return undefined;
    if (/^\^?\[/.test(first))
        return "sections are GitLab's, GitHub has none";
    const pattern = parseOwnerPattern(first);
    if (typeof pattern === "string")
        return pattern;
    const wrong = owners.find((owner) => !isOwner(owner));
    return wrong === undefined ? { pattern, owners } : `"${wrong}" is neither @login, @org/team nor an e-mail address`;
}
function wordsOf(line) {
    const words = [""];
    for (const piece of line.split(/(\\.|\s)/)) {
        if (piece !== "" && piece.trim() === "")
            words.push("");
        else
            words.push(`${words.pop() ?? ""}${piece}`);
    }
    const said = words.filter((word) => word !== "");
    const comment = said.findIndex((word) => word.startsWith("#"));
    return comment === -1 ? said : said.slice(0, comment);
}
function isOwner(word) {
    return /^@[\w-]+(?:\[bot\])?(?:\/[\w.-]+)?$/.test(word) || /^[^\s@]+@[^\s@]+$/.test(word);
}
function loginOf(owner) {
    if (owner.startsWith("@"))
        return isTeam(owner) ? undefined : owner.slice(1);
    return /^(?:\d+\+)?([\w-]+)@users\.noreply\.github\.com$/i.exec(owner)?.[1];
}
function isTeam(owner) {
    return /^@?[^\s@/]+\/[^\s@/]+$/.test(owner);
}

;// CONCATENATED MODULE: ./build/packages/forge/body.js

const beginning = /<!-- release-command:begin(?: ([0-9a-f]{16}))? -->/;
const end = "<!-- release-command:end -->";
const notesBegin = "<!-- release-command:notes (what you write below this line stays) -->";
const notesEnd = "<!-- release-command:notes:end -->";
const markers = /<!-- release-command:(?:begin|end|notes)[^>]*-->/g;
const maxLength = 65_000;
function withOurPart(current, ours) {
    const text = normalised(current);
    const found = findPart(text);
    if (found?.isEdited === true)
        return { text, isTheirs: true };
    const before = found?.before ?? spaced(text.replaceAll(markers, "").trim());
    const { after = "", notes = "" } = found ?? {};
    const room = maxLength - before.length - after.length - notes.length - partOf("", "").length;
    const cleaned = ours.map((one) => normalised(one.replaceAll(markers, "")));
    const fitting = cleaned.find((one) => one.length <= room) ?? shortened(cleaned.at(-1) ?? "", room);
    return { text: before + partOf(fitting, notes) + after, isTheirs: false };
}
const spaced = (text) => (text === "" ? "" : `${text}\n\n`);
function findPart(text) {
    const begin = beginning.exec(text);
    if (begin === null)
        return undefined;
    const from = begin.index + begin[0].length;
    const to = text.indexOf(end, from);
    if (to < 0)
        return undefined;
    const inside = text.slice(from, to);
    const [opening, closing] = [inside.indexOf(notesBegin), inside.lastIndexOf(notesEnd)];
    const hasNotes = opening >= 0 && closing >= opening;
    const generated = hasNotes ? inside.slice(0, opening) + inside.slice(closing + notesEnd.length) : inside;
    return {
        before: text.slice(0, begin.index),
        notes: hasNotes ? inside.slice(opening + notesBegin.length, closing).trim() : "",
        after: text.slice(to + end.length),
        isEdited: begin[1] !== undefined && begin[1] !== digestOf(generated),
    };
}
function partOf(text, notes) {
    const begin = `<!-- release-command:begin ${digestOf(text)} -->`;
    return [begin, text, "", notesBegin, ...(notes === "" ? [] : [notes]), notesEnd, end].join("\n");
}
function digestOf(text) {
    return (0,external_node_crypto_.createHash)("sha256").update(text.trim()).digest("hex").slice(0, 16);
}
function shortened(text, room) {
    const ending = "\n\n… (shortened)";
    const cut = text.lastIndexOf("\n", Math.max(0, room - ending.length));
    return cut <= 0 ? "" : `${text.slice(0, cut)}${ending}`;
}
function normalised(text) {
    return (text ?? "").replaceAll(/\r\n?/g, "\n").trim();
}

;// CONCATENATED MODULE: ./build/packages/forge/create-once.js

const looksMs = [1_000, 4_000];
async function createOnce(thing) {
    for (const waitMs of looksMs) {
        try {
            return await thing.create();
        }
        catch (thrown) {
            if (!isDoubtful(thrown) && !isStatus(thrown, 422))
                throw thrown;
            await thing.sleep(waitMs);
            const found = await thing.find();
            if (found !== undefined)
                return found;
            if (!isDoubtful(thrown))
                throw thrown;
        }
    }
    return thing.create();
}

;// CONCATENATED MODULE: ./build/packages/forge/pages.js
const perPage = 100;
const maxPages = 50;
async function allPages(read) {
    const all = [];
    for (let page = 1; page <= maxPages; page += 1) {
        const entries = await read(page);
        all.push(...entries);
        if (entries.length < perPage)
            break;
    }
    return all;
}

;// CONCATENATED MODULE: ./build/packages/forge/comments.js





async function ensureComment(client, number, marker, text) {
    const hidden = `<!-- ${marker.replaceAll("-->", "")} -->`;
    const body = `${hidden}\n${text}`;
    const find = () => findComment(client, number, hidden);
    const found = (await find()) ?? (await createAlone(client, { number, body, find }));
    if (normalised(found.body) === normalised(body))
        return;
    await client.request(routes.updateComment, { ...client.at, comment_id: found.id, body });
}
async function findComment(client, number, hidden) {
    const comments = await allPages(async (page) => {
        const range = { issue_number: number, per_page: 100, page };
        return (await client.request(routes.listComments, { ...client.at, ...range })).data;
    });
    const ours = comments.filter((comment) => (comment.body ?? "").startsWith(hidden) && isOfTheHouse(comment));
    return ours.toSorted((a, b) => Number(BigInt(a.id) - BigInt(b.id)))[0];
}
function isOfTheHouse({ author_association: association = "NONE", user, }) {
    return user?.type === "Bot" || ["OWNER", "MEMBER", "COLLABORATOR"].includes(association);
}
async function createAlone(client, { number, body, find }) {
    const made = await createOnce({ create: () => create(client, number, body), find, sleep: client.sleep });
    const first = (await find()) ?? made;
    if (BigInt(first.id) >= BigInt(made.id))
        return made;
    await remove(client, made);
    return first;
}
async function remove(client, { id }) {
    try {
        await client.request(routes.deleteComment, { ...client.at, comment_id: Number(id) });
    }
    catch (thrown) {
        if (!isStatus(thrown, 404))
            throw thrown;
    }
}
async function create(client, number, body) {
    return (await client.request(routes.createComment, { ...client.at, issue_number: number, body })).data;
}

;// CONCATENATED MODULE: ./build/packages/forge/reviewers.js



async function ensureLabels(client, pull, wanted) {
    const missing = wanted.filter((name) => !pull.labels.some((label) => label.name === name));
    if (missing.length === 0)
        return [];
    return warn(`Labels ${missing.join(", ")} could not be added`, () => client.request(routes.addLabels, { ...client.at, issue_number: pull.number, labels: missing }));
}
async function ensureReviewers(client, pull, wanted) {
    const asked = new Set([
        ...(pull.requested_reviewers ?? []).map(({ login }) => login.toLowerCase()),
        ...(pull.requested_teams ?? []).map(({ slug }) => `/${slug.toLowerCase()}`),
        (pull.user?.login ?? "").toLowerCase(),
    ]);
    const missing = wanted.map((name) => name.replace(/^@/, "")).filter((name) => !asked.has(keyOf(name)));
    if (missing.length === 0)
        return [];
    const reviews = await reviewersSoFar(client, pull.number);
    const warnings = [...reviews.warnings];
    const open = missing.filter((name) => (isTeam(name) ? reviews.logins.size === 0 : !reviews.logins.has(keyOf(name))));
    if (open.length === 0)
        return warnings;
    const together = await ask(client, pull.number, open);
    if (together.length === 0)
        return warnings;
    if (open.length === 1)
        return [...warnings, ...together];
    for (const name of open)
        warnings.push(...(await ask(client, pull.number, [name])));
    return warnings;
}
async function reviewersSoFar(client, number) {
    const logins = new Set();
    const warnings = await warn("Reviews could not be listed", async () => {
        const { data } = await client.request(routes.listReviews, { ...client.at, pull_number: number, per_page: 100 });
        for (const { user } of data)
            if (user !== null)
                logins.add(user.login.toLowerCase());
    });
    return { logins, warnings };
}
function ask(client, number, names) {
    return warn(`${names.join(", ")} could not be asked for a review`, () => client.request(routes.requestReviewers, {
        ...client.at,
        pull_number: number,
        reviewers: names.filter((name) => !isTeam(name)),
        team_reviewers: names.filter(isTeam).map((name) => name.slice(name.indexOf("/") + 1)),
    }));
}
async function warn(what, effect) {
    try {
        await effect();
        return [];
    }
    catch (thrown) {
        if (!(thrown instanceof HostFault))
            throw thrown;
        return [`${what}: ${thrown.reason}`];
    }
}
function keyOf(name) {
    return (isTeam(name) ? name.slice(name.indexOf("/")) : name).toLowerCase();
}

;// CONCATENATED MODULE: ./build/packages/forge/pull-requests.js





async function ensurePullRequest(client, wanted) {
    const find = () => findCurrent(client, wanted);
    const found = (await find()) ?? (await createOnce({ create: () => pull_requests_create(client, wanted), find, sleep: client.sleep }));
    if (found.state !== "open")
        return { ...toPullRequest(found), warnings: [] };
    const warnings = await Promise.all([
        updateText(client, found, wanted),
        ensureLabels(client, found, wanted.labels),
        ensureReviewers(client, found, wanted.reviewers),
    ]);
    return { ...toPullRequest(found), warnings: warnings.flat() };
}
async function findCurrent(client, { head, base, headSha }) {
    const found = await findRaw(client, head, base);
    return found === undefined || found.state === "open" || found.head.sha === headSha ? found : undefined;
}
async function findPullRequest(client, head, base) {
    const found = await findRaw(client, head, base);
    return found === undefined ? undefined : toPullRequest(found);
}
async function readPullRequest(client, number) {
    const { data } = await client.request(routes.readPullRequest, { ...client.at, pull_number: number });
    return data;
}
async function closePullRequest(client, number) {
    const { state } = await readPullRequest(client, number);
    if (state === "closed")
        return;
    await client.request(routes.updatePullRequest, { ...client.at, pull_number: number, state: "closed" });
}
async function findRaw(client, head, base) {
    const { data } = await client.request(routes.listPullRequests, {
        ...client.at,
        head: `${client.at.owner}:${head}`,
        base,
        state: "all",
        per_page: 100,
    });
    const ours = data.filter((pull) => pull.head.ref === head &&
        pull.base.ref === base &&
        pull.head.repo?.full_name.toLowerCase() === client.repository.toLowerCase());
    return ours.find(({ state }) => state === "open") ?? ours.toSorted((a, b) => b.number - a.number)[0];
}
const bodiesOf = ({ body, shorterBodies = [] }) => [body, ...shorterBodies];
async function pull_requests_create(client, wanted) {
    const { head, base, title } = wanted;
    const { data } = await client.request(routes.createPullRequest, {
        ...client.at,
        head,
        base,
        title,
        body: withOurPart("", bodiesOf(wanted)).text,
    });
    return data;
}
async function updateText(client, found, wanted) {
    const { number } = found;
    const { text, isTheirs } = withOurPart(found.body ?? "", bodiesOf(wanted));
    if (found.title !== wanted.title || normalised(found.body) !== normalised(text)) {
        const changes = { title: wanted.title, ...(isTheirs ? {} : { body: text }) };
        await client.request(routes.updatePullRequest, { ...client.at, pull_number: number, ...changes });
    }
    if (!isTheirs)
        return [];
    const said = `${keptNotice}\n\n${bodiesOf(wanted).find((body) => body.length <= roomInComment) ?? ""}`;
    return warn("Nobody could be told that the text was kept", () => ensureComment(client, number, "release-command:text", said));
}
const roomInComment = 64_000;
const keptNotice = "Somebody changed the generated part of this pull request's text, so it stays as it is. To have it generated again, delete it together with its markers. This is what it would say now:";
function toPullRequest(raw) {
    const merged = raw.merged_at !== null;
    return {
        number: raw.number,
        url: raw.html_url,
        state: merged ? "merged" : raw.state === "open" ? "open" : "closed",
        headSha: raw.head.sha,
        ...(merged && raw.merge_commit_sha !== null ? { mergeSha: raw.merge_commit_sha } : {}),
    };
}

;// CONCATENATED MODULE: ./build/packages/forge/merging.js




const settlingMs = [2_000, 5_000];
async function ensureMerged(client, order) {
    const { number, head } = order;
    const before = await look(client, number);
    if (before.merge !== undefined)
        return before.merge;
    refuseUnlessReady(client, { number, head }, before);
    for (const waitMs of [...settlingMs, undefined]) {
        const refused = await tryMerge(client, order);
        const after = await look(client, number);
        if (after.merge !== undefined)
            return after.merge;
        if (refused !== undefined && !isSettling(refused))
            throw explained(client, number, refused);
        if (waitMs === undefined)
            throw refusal(client, number, refused?.reason ?? "it is still shown as open");
        await client.sleep(waitMs);
    }
    throw refusal(client, number, "it is still shown as open");
}
async function ensureQueued(client, number, head) {
    const before = await look(client, number);
    if (before.merge !== undefined || (await isQueued(client, number)))
        return;
    refuseUnlessReady(client, { number, head }, before);
    try {
        await client.graphql("mutation Enqueue($id: ID!, $head: GitObjectID!) { enqueuePullRequest(input: { pullRequestId: $id, expectedHeadOid: $head }) { mergeQueueEntry { id } } }", { id: before.id, head });
    }
    catch (thrown) {
        if (await isQueued(client, number))
            return;
        if (thrown instanceof faults/* ReleaseFault */.eB)
            throw thrown;
        throw refusal(client, number, thrown instanceof Error ? thrown.message : "unknown error", thrown);
    }
}
async function isQueued(client, number) {
    const { owner, repo: name } = client.at;
    const query = "query Queued($owner: String!, $name: String!, $number: Int!) { repository(owner: $owner, name: $name) { pullRequest(number: $number) { isInMergeQueue } } }";
    const { repository } = await client.graphql(query, { owner, name, number });
    return repository?.pullRequest?.isInMergeQueue === true;
}
function refuseUnlessReady(client, { number, head }, now) {
    if (now.closed)
        throw refusal(client, number, "it was closed without being merged");
    if (now.head !== head)
        throw refusal(client, number, `its head is ${now.head}, not ${head} that was tested`);
}
async function look(client, number) {
    const found = await readPullRequest(client, number);
    const { merged, merge_commit_sha: sha, merged_by: by } = found;
    const merge = merged && sha !== null ? { sha, by: by?.login ?? "ghost" } : undefined;
    return { id: found.node_id, merge, closed: found.state === "closed", head: found.head.sha };
}
async function tryMerge(client, { number, head, title, method }) {
    try {
        const wanted = { pull_number: number, sha: head, commit_title: title, merge_method: method };
        await client.request(routes.mergePullRequest, { ...client.at, ...wanted });
        return undefined;
    }
    catch (thrown) {
        if (thrown instanceof HostFault)
            return thrown;
        throw thrown;
    }
}
function isSettling(fault) {
    return isStatus(fault, 405) && /base branch was modified|not mergeable yet|try again/i.test(fault.reason);
}
function explained(client, number, fault) {
    return isStatus(fault, 405, 409, 422) ? refusal(client, number, fault.reason, fault) : fault;
}
function refusal(client, number, reason, cause) {
    return new faults/* ReleaseFault */.eB("policy", `Pull request #${number} of ${client.repository} cannot be merged: ${reason}`, {
        hint: `Open ${client.webUrl}/pull/${number}, settle what GitHub asks for, then continue with \`release resume\`.`,
        cause,
    });
}

;// CONCATENATED MODULE: ./build/packages/forge/auto-merge.js


const enable = `mutation EnableAutoMerge($id: ID!, $head: GitObjectID!, $way: PullRequestMergeMethod!, $title: String!) {
  enablePullRequestAutoMerge(input: { pullRequestId: $id, expectedHeadOid: $head, mergeMethod: $way, commitHeadline: $title }) {
    pullRequest { id }
  }
}`;
const disable = `mutation DisableAutoMerge($id: ID!) {
  disablePullRequestAutoMerge(input: { pullRequestId: $id }) { pullRequest { id } }
}`;
const enabled = `query AutoMerge($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) { pullRequest(number: $number) { autoMergeRequest { enabledAt } } }
}`;
async function ensureAutoMerge(client, order) {
    const { number, head, method, title } = order;
    const before = await look(client, number);
    if (before.merge !== undefined || (await isEnabled(client, number)))
        return undefined;
    refuseUnlessReady(client, { number, head }, before);
    try {
        await client.graphql(enable, { id: before.id, head, way: method.toUpperCase(), title });
        return undefined;
    }
    catch (thrown) {
        if (thrown instanceof faults/* ReleaseFault */.eB)
            throw thrown;
        return thrown instanceof Error ? thrown.message : "unknown error";
    }
}
async function ensureNoAutoMerge(client, number) {
    const { id, merge, closed } = await look(client, number);
    if (merge !== undefined || closed || !(await isEnabled(client, number)))
        return;
    try {
        await client.graphql(disable, { id });
    }
    catch (thrown) {
        if (!(await isEnabled(client, number)))
            return;
        if (thrown instanceof faults/* ReleaseFault */.eB)
            throw thrown;
        const reason = thrown instanceof Error ? thrown.message : "unknown error";
        throw new faults/* ReleaseFault */.eB("remote", `Auto-merge of pull request #${number} could not be switched off: ${reason}`, {
            hint: `Switch it off on ${client.webUrl}/pull/${number}, then continue with \`release resume\`.`,
            cause: thrown,
        });
    }
}
async function isEnabled(client, number) {
    const { owner, repo: name } = client.at;
    const { repository } = await client.graphql(enabled, { owner, name, number });
    return (repository?.pullRequest?.autoMergeRequest ?? null) !== null;
}

;// CONCATENATED MODULE: ./build/packages/forge/graph.js


async function askGraph(client, what, { query, variables }) {
    try {
        const { repository } = await client.graphql(query, {
            owner: client.at.owner,
            name: client.at.repo,
            ...variables,
        });
        return repository;
    }
    catch (thrown) {
        if (thrown instanceof faults/* ReleaseFault */.eB)
            throw thrown;
        const reason = thrown instanceof Error ? thrown.message : "unknown error";
        throw new HostFault("remote", `Could not read ${what} of ${client.repository}: ${reason}`, {
            hint: "Check that the token may read issues, pull requests, checks and statuses; then run the command again.",
            cause: thrown,
            status: undefined,
            reason,
        });
    }
}

;// CONCATENATED MODULE: ./build/packages/forge/blocking-issues.js

const shown = 20;
function blockingQuery(count) {
    const names = Array.from({ length: count }, (_, at) => `l${at}`);
    const variables = names.map((name) => `, $${name}: String!`).join("");
    const lists = names.map((name) => `    ${name}: issues(first: ${shown}, states: OPEN, labels: [$${name}]) { nodes { number title url } }`);
    return `query Blocking($owner: String!, $name: String!${variables}) {\n  repository(owner: $owner, name: $name) {\n${lists.join("\n")}\n  }\n}`;
}
async function openIssues(client, labels) {
    if (labels.length === 0)
        return [];
    const repository = await askGraph(client, "the issues", {
        query: blockingQuery(labels.length),
        variables: Object.fromEntries(labels.map((label, at) => [`l${at}`, label])),
    });
    const found = Object.values(repository).flatMap(({ nodes }) => (nodes ?? []).filter((issue) => issue !== null));
    return [...new Map(found.map((issue) => [issue.number, issue])).values()].toSorted((a, b) => a.number - b.number);
}

;// CONCATENATED MODULE: ./build/packages/forge/changes.js

const perRequest = 25;
const changesFields = `... on Commit {
  oid
  associatedPullRequests(first: 5) { nodes {
    number url state headRefOid author { login }
    latestOpinionatedReviews(first: 50) { nodes { state authorCanPushToRepository author { login } commit { oid } } }
    reviewThreads(first: 100) { nodes { isResolved } pageInfo { hasNextPage } }
  } }
}`;
async function changesOf(client, shas) {
    const pullRequests = new Map();
    const direct = [];
    for (let start = 0; start < shas.length; start += perRequest) {
        const batch = shas.slice(start, start + perRequest);
        const repository = await askGraph(client, "the reviews", {
            query: changesQuery(batch.length),
            variables: Object.fromEntries(batch.map((sha, at) => [`c${at}`, sha])),
        });
        for (const [at, sha] of batch.entries()) {
            const merged = mergedOf(repository[`c${at}`]);
            if (merged.length === 0)
                direct.push(sha);
            for (const change of merged)
                pullRequests.set(change.number, toReviewed(change));
        }
    }
    return { pullRequests: [...pullRequests.values()].toSorted((a, b) => a.number - b.number), direct };
}
function changesQuery(count) {
    const names = Array.from({ length: count }, (_, at) => `c${at}`);
    const variables = names.map((name) => `, $${name}: GitObjectID!`).join("");
    const objects = names.map((name) => `    ${name}: object(oid: $${name}) { ${changesFields} }`).join("\n");
    return `query Changes($owner: String!, $name: String!${variables}) {\n  repository(owner: $owner, name: $name) {\n${objects}\n  }\n}`;
}
function mergedOf(commit) {
    const nodes = commit?.associatedPullRequests?.nodes ?? [];
    return nodes.flatMap((node) => (node?.state === "MERGED" ? [node] : []));
}
function toReviewed({ number, url, headRefOid, author, latestOpinionatedReviews, reviewThreads }) {
    const opinions = (latestOpinionatedReviews?.nodes ?? []).filter((review) => review !== null);
    const approvals = opinions.filter((review) => review.state === "APPROVED" && review.authorCanPushToRepository && review.author?.login !== author?.login);
    return {
        number,
        url,
        approvedBy: approvals.flatMap((review) => review.commit?.oid === headRefOid && review.author !== null ? [review.author.login] : []),
        isOutdated: approvals.some((review) => review.commit?.oid !== headRefOid),
        unresolvedThreads: (reviewThreads.nodes ?? []).filter((thread) => thread?.isResolved === false).length,
        moreThreads: reviewThreads.pageInfo.hasNextPage,
    };
}

;// CONCATENATED MODULE: ./build/packages/forge/check-runs.js



const check_runs_perPage = 100;
const pagesAtMost = 50;
async function onePage(client, ref, page) {
    try {
        const { data } = await client.request(routes.listCheckRuns, { ...client.at, ref, per_page: check_runs_perPage, page });
        return data;
    }
    catch (thrown) {
        if (!isStatus(thrown, 403, 404))
            throw thrown;
        throw new faults/* ReleaseFault */.eB("permission", `The token may not read the checks of ${client.repository}: ${thrown.reason}`, { hint: "Give the job that runs this the permission:\npermissions:\n  checks: read", cause: thrown });
    }
}
async function checkRuns(client, sha) {
    const newest = new Map();
    for (let page = 1; page <= pagesAtMost; page += 1) {
        const data = await onePage(client, sha, page);
        for (const { id: number, name, app, head_sha, status, conclusion, html_url } of data.check_runs) {
            const id = Number(number);
            const slug = app?.slug ?? "";
            const key = `${name}\0${slug}`;
            if (head_sha !== sha || (newest.get(key)?.id ?? 0) > id)
                continue;
            const state = status === "completed" ? (conclusion ?? "missing") : "pending";
            const url = html_url === null ? {} : { url: html_url };
            newest.set(key, { id, run: { name, app: slug, sha, state, ...url } });
        }
        if (data.check_runs.length < check_runs_perPage)
            break;
    }
    return [...newest.values()].map(({ run }) => run).toSorted((a, b) => a.name.localeCompare(b.name, "en"));
}

;// CONCATENATED MODULE: ./build/packages/forge/checks.js
const greenConclusions = new Set(["SUCCESS", "NEUTRAL", "SKIPPED"]);
function checksNotGreen(contexts, required) {
    const reported = contexts.map((context) => ({
        name: nameOf(context),
        state: stateOf(context),
        isRequired: context.isRequired,
        ...(context.url === null ? {} : { url: context.url }),
    }));
    const failing = reported.filter(({ state }) => state !== "success");
    const missing = required
        .filter((check) => !contexts.some((context) => answers(context, check)))
        .map(({ name }) => ({ name, state: "missing", isRequired: true }));
    const unique = new Map([...failing, ...missing].map((check) => [`${check.name}\0${check.state}`, check]));
    return [...unique.values()];
}
function nameOf(context) {
    return context.kind === "CheckRun" ? context.name : context.context;
}
function stateOf(context) {
    if (context.kind === "StatusContext")
        return context.state.toLowerCase();
    if (context.status !== "COMPLETED")
        return "pending";
    const conclusion = context.conclusion ?? "missing";
    return greenConclusions.has(conclusion) ? "success" : conclusion.toLowerCase();
}
function answers(context, { name, appId }) {
    return nameOf(context) === name && (appId === undefined || context.isRequired);
}

;// CONCATENATED MODULE: ./build/packages/forge/ci.js


const ciQuery = `query Ci($owner: String!, $name: String!, $sha: GitObjectID!, $after: String) {
  repository(owner: $owner, name: $name) { object(oid: $sha) { ... on Commit { statusCheckRollup {
    contexts(first: 100, after: $after) {
      nodes {
        kind: __typename
        ... on CheckRun { name status conclusion url: detailsUrl checkSuite { workflowRun { event file { path } } } }
        ... on StatusContext { context state url: targetUrl }
      }
      pageInfo { hasNextPage endCursor }
    }
  } } } }
}`;
async function ciChecks(client, sha, { ownWorkflow } = {}) {
    const all = [];
    let after = null;
    do {
        const question = { query: ciQuery, variables: { sha, after } };
        const repository = await askGraph(client, "the checks", question);
        const contexts = repository.object?.statusCheckRollup?.contexts;
        all.push(...(contexts?.nodes ?? []).filter((node) => node !== null));
        after = contexts?.pageInfo.hasNextPage === true ? contexts.pageInfo.endCursor : null;
    } while (after !== null);
    return all
        .filter((check) => isOfTheCommit(check, ownWorkflow))
        .map((check) => ({
        name: check.kind === "CheckRun" ? check.name : check.context,
        state: stateOf(check),
        ...(check.url === null ? {} : { url: check.url }),
    }));
}
const ofCommit = new Set(["push", "pull_request", "pull_request_target", "merge_group", "dynamic"]);
function isOfTheCommit(check, ownWorkflow) {
    const run = check.kind === "CheckRun" ? check.checkSuite.workflowRun : null;
    if (run === null)
        return true;
    return ofCommit.has(run.event) && (ownWorkflow === undefined || run.file?.path !== ownWorkflow);
}

;// CONCATENATED MODULE: ./build/packages/forge/deployments.js



const maxDescription = 140;
async function ensureDeployment(client, wanted) {
    const find = () => findDeployment(client, wanted);
    const { id } = (await find()) ?? (await createOnce({ create: () => deployments_create(client, wanted), find, sleep: client.sleep }));
    const description = deployments_shortened(wanted.description);
    const statusIs = async () => {
        const { data } = await client.request(routes.listDeploymentStatuses, {
            ...client.at,
            deployment_id: Number(id),
            per_page: 1,
        });
        const [last] = data;
        return last?.state === wanted.state && last.description === description ? last : undefined;
    };
    if ((await statusIs()) !== undefined)
        return;
    const createStatus = async () => {
        const status = { deployment_id: Number(id), state: wanted.state, description };
        return (await client.request(routes.createDeploymentStatus, { ...client.at, ...status })).data;
    };
    await createOnce({ create: createStatus, find: statusIs, sleep: client.sleep });
}
async function environmentExists(client, name) {
    try {
        await client.request(routes.readEnvironment, { ...client.at, environment_name: name });
        return true;
    }
    catch (thrown) {
        if (isStatus(thrown, 404))
            return false;
        throw thrown;
    }
}
async function findDeployment(client, wanted) {
    const { environment, sha } = wanted;
    const { data } = await client.request(routes.listDeployments, { ...client.at, environment, sha, per_page: 100 });
    return data.find(({ payload }) => releaseOf(payload) === wanted.release);
}
async function deployments_create(client, { environment, sha, release }) {
    const { data } = await client.request(routes.createDeployment, {
        ...client.at,
        ref: sha,
        environment,
        auto_merge: false,
        required_contexts: [],
        production_environment: environment === "production",
        payload: { release },
        description: deployments_shortened(`Release ${release}`),
    });
    if ("id" in data)
        return data;
    throw new Error("GitHub merged instead of deploying, although it was told not to");
}
function releaseOf(payload) {
    const value = typeof payload === "string" ? parsed(payload) : payload;
    return typeof value === "object" && value !== null && "release" in value ? value.release : undefined;
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function deployments_shortened(text) {
    return text.length > maxDescription ? `${text.slice(0, maxDescription - 1)}…` : text;
}

;// CONCATENATED MODULE: ./build/packages/forge/environments.js



async function findEnvironment(client, name) {
    const at = { ...client.at, environment_name: name };
    try {
        const { data } = await client.request(routes.readEnvironment, at);
        const rules = data.protection_rules ?? [];
        const waits = rules.flatMap((rule) => ("wait_timer" in rule ? [rule.wait_timer ?? 0] : []));
        return {
            name: data.name,
            reviewers: rules.flatMap((rule) => ("reviewers" in rule ? (rule.reviewers ?? []).map(environments_nameOf) : [])),
            waitMinutes: Math.max(0, ...waits),
            customRules: [...(await appsOf(client, name)), ...rules.flatMap(({ type }) => (known.has(type) ? [] : [type]))],
            anyBranch: data.deployment_branch_policy == null,
        };
    }
    catch (thrown) {
        if (isStatus(thrown, 404))
            return undefined;
        if (isStatus(thrown, 403))
            throw unreadable(client, name, thrown);
        throw thrown;
    }
}
const known = new Set(["wait_timer", "required_reviewers", "branch_policy"]);
function environments_nameOf({ reviewer }) {
    if (reviewer === undefined)
        return "somebody";
    return "login" in reviewer ? reviewer.login : reviewer.slug;
}
async function appsOf(client, name) {
    try {
        const { data } = await client.request(routes.listCustomRules, { ...client.at, environment_name: name });
        const rules = data.custom_deployment_protection_rules ?? [];
        return rules.filter(({ enabled }) => enabled).map(({ app }) => app.slug);
    }
    catch (thrown) {
        if (isStatus(thrown, 404))
            return [];
        throw thrown;
    }
}
function unreadable(client, name, cause) {
    return new faults/* ReleaseFault */.eB("permission", `The token may not read environment '${name}' of ${client.repository}: ${cause.reason}`, {
        hint: "Give the job that runs this the permission:\npermissions:\n  actions: read",
        cause,
    });
}
async function approvalsOf(client, runId) {
    try {
        const { data } = await client.request(routes.readApprovals, { ...client.at, run_id: Number(runId) });
        return data.flatMap(({ state, user, environments, comment }) => state === "pending"
            ? []
            : [{ state, by: user?.login ?? "somebody", environments: environments.map(({ name }) => name ?? ""), comment }]);
    }
    catch (thrown) {
        if (isStatus(thrown, 404))
            return [];
        throw thrown;
    }
}

;// CONCATENATED MODULE: ./build/packages/forge/issues.js





async function ensureIssue(client, wanted) {
    const hidden = `<!-- ${wanted.marker.replaceAll("-->", "")} -->`;
    const find = async () => {
        const issues = await allPages(async (page) => {
            const range = { state: "all", labels: wanted.label, per_page: 100, page };
            return (await client.request(routes.listIssues, { ...client.at, ...range })).data;
        });
        return issues.find((issue) => (issue.body ?? "").startsWith(hidden) && isOfTheHouse(issue));
    };
    const create = async () => {
        const { title, body, label } = wanted;
        const issue = { title, body: `${hidden}\n${body}`, labels: [label] };
        return (await client.request(routes.createIssue, { ...client.at, ...issue })).data;
    };
    const { html_url: url } = (await find()) ?? (await createOnce({ create, find, sleep: client.sleep }));
    return url;
}
async function findIssue(client, number) {
    try {
        const { data } = await client.request(routes.readIssue, { ...client.at, issue_number: number });
        const assignees = (data.assignees ?? []).flatMap((one) => (one === null ? [] : [one.login]));
        return { open: data.state === "open", assignees };
    }
    catch (thrown) {
        if (isStatus(thrown, 404, 410))
            return undefined;
        throw thrown;
    }
}

;// CONCATENATED MODULE: ./build/packages/forge/people.js



async function whoAmI(client) {
    try {
        return (await client.request(routes.readUser)).data.login;
    }
    catch (thrown) {
        if (!isStatus(thrown, 403))
            throw thrown;
        const { viewer } = await client.graphql("query { viewer { login } }");
        return viewer.login;
    }
}
async function roleOf(client, login) {
    try {
        const { data } = await client.request(routes.readRole, { ...client.at, username: login });
        const role = wordIn(data, "role_name");
        if (role !== undefined)
            return role;
        throw unknownRole(client, login, "the answer names no role");
    }
    catch (thrown) {
        if (isStatus(thrown, 404))
            throw unknownRole(client, login, thrown.reason, thrown);
        throw thrown;
    }
}
function wordIn(data, name) {
    const value = Reflect.get(Object(data), name);
    return typeof value === "string" && value !== "" ? value : undefined;
}
async function isTeamMember(client, team, login) {
    const [org = "", slug = ""] = team.replace(/^@/, "").split("/");
    const at = { org, team_slug: slug };
    try {
        const { data } = await client.request(routes.readTeamMembership, { ...at, username: login });
        return wordIn(data, "state") === "active";
    }
    catch (thrown) {
        if (!isStatus(thrown, 403, 404))
            throw thrown;
        if (isStatus(thrown, 404) && (await isVisibleTeam(client, at)))
            return false;
        throw new faults/* ReleaseFault */.eB("permission", `Whether ${login} is in team ${org}/${slug} is not known: ${thrown.reason}`, {
            hint: `GITHUB_TOKEN cannot see teams: use the token of an App with the organization permission "Members: read", or name people beside the team.`,
            cause: thrown,
        });
    }
}
async function isVisibleTeam(client, at) {
    try {
        await client.request(routes.readTeam, at);
        return true;
    }
    catch (thrown) {
        if (isStatus(thrown, 403, 404))
            return false;
        throw thrown;
    }
}
function unknownRole(client, login, reason, cause) {
    return new faults/* ReleaseFault */.eB("permission", `The role of ${login} in ${client.repository} is not known: ${reason}`, {
        hint: `Check the login and invite it with a role in ${client.webUrl}/settings/access.`,
        cause,
    });
}

;// CONCATENATED MODULE: ./build/packages/forge/runs.js


async function sendEvent(client, type, payload) {
    await client.request(routes.sendEvent, { ...client.at, event_type: type, client_payload: payload });
}
async function runState(client, id) {
    if (!/^\d+$/.test(id))
        return "unknown";
    try {
        const { data } = await client.request(routes.readRun, { ...client.at, run_id: Number(id) });
        return data.status === "completed" ? "over" : "under-way";
    }
    catch (thrown) {
        if (isStatus(thrown, 404))
            return "unknown";
        throw thrown;
    }
}

;// CONCATENATED MODULE: ./build/packages/forge/talk.js


async function talk_findComment(client, id) {
    try {
        const { data } = await client.request(routes.readComment, { ...client.at, comment_id: id });
        const { user, body = "", issue_url: issue, created_at: created, updated_at: updated } = data;
        return {
            id,
            number: Number(issue.slice(issue.lastIndexOf("/") + 1)),
            body,
            author: user?.login ?? "",
            byBot: user?.type !== "User",
            edited: created !== updated,
        };
    }
    catch (thrown) {
        if (isStatus(thrown, 404))
            return undefined;
        throw thrown;
    }
}
async function ensureReaction(client, comment, sign) {
    await client.request(routes.addReaction, { ...client.at, comment_id: comment, content: sign });
}

// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
;// CONCATENATED MODULE: ./build/packages/forge/assets.js




async function ensureAsset(client, release, wanted) {
    const there = release.assets.find(({ name }) => name === wanted.name);
    if (there !== undefined && isWhole(there, wanted))
        return;
    if (there !== undefined)
        await client.request(routes.deleteAsset, { ...client.at, asset_id: there.id });
    await createOnce({
        create: () => upload(client, release, wanted),
        find: () => findWhole(client, release.id, wanted),
        sleep: client.sleep,
    });
}
async function upload(client, release, { name, content }) {
    const { data } = await client.request(routes.uploadAsset, {
        ...client.at,
        baseUrl: uploadOrigin(client, release.upload_url),
        release_id: release.id,
        name,
        data: content,
        headers: { "content-type": "application/octet-stream" },
    });
    return data;
}
async function findWhole(client, releaseId, wanted) {
    const { data } = await client.request(routes.readRelease, { ...client.at, release_id: releaseId });
    const found = data.assets.find(({ name }) => name === wanted.name);
    if (found === undefined || isWhole(found, wanted))
        return found;
    await client.request(routes.deleteAsset, { ...client.at, asset_id: found.id });
    return undefined;
}
function isWhole({ state, size, digest }, { content }) {
    if (state !== "uploaded" || size !== Buffer.byteLength(content))
        return false;
    if (digest === undefined || digest === null)
        return true;
    return digest === `sha256:${(0,external_node_crypto_.createHash)("sha256").update(content).digest("hex")}`;
}
function uploadOrigin(client, uploadUrl) {
    const address = uploadUrl.replace(/\{.*$/, "");
    const path = address.indexOf("/repos/");
    const host = path > 0 && URL.canParse(address) ? new URL(address).host : "";
    if (host === client.apiHost || host === client.apiHost.replace(/^api\./, "uploads."))
        return address.slice(0, path);
    throw new faults/* ReleaseFault */.eB("remote", `GitHub wants files of ${client.repository} to be uploaded to ${host || "nowhere"}`, {
        hint: `Check the configured address of the API (now ${client.apiHost}), e.g. https://api.github.com.`,
    });
}

;// CONCATENATED MODULE: ./build/packages/forge/releases.js








async function ensureRelease(client, wanted) {
    await requireTag(client, wanted.tag);
    const find = () => releases_findRaw(client, wanted.tag);
    const release = (await find()) ?? (await createOnce({ create: () => createDraft(client, wanted), find, sleep: client.sleep }));
    const warnings = [];
    for (const asset of wanted.assets) {
        if (release.draft)
            await ensureAsset(client, release, asset);
        else
            warnings.push(...(await attachLate(client, release, asset)));
    }
    return { url: await publish(client, release, wanted), warnings };
}
async function attachLate(client, release, asset) {
    if (release.assets.some(({ name, state }) => name === asset.name && state === "uploaded"))
        return [];
    try {
        await ensureAsset(client, release, asset);
        return [];
    }
    catch (thrown) {
        if (!isStatus(thrown, 403, 409, 422))
            throw thrown;
        return [`${asset.name} is not attached to ${release.html_url}, which is published already: ${thrown.reason}`];
    }
}
async function findRelease(client, tag) {
    const found = await releases_findRaw(client, tag);
    return found === undefined ? undefined : { url: found.html_url, draft: found.draft };
}
async function requireTag(client, tag) {
    try {
        await client.request(routes.readTag, { ...client.at, ref: `tags/${tag}` });
    }
    catch (thrown) {
        if (!isStatus(thrown, 404))
            throw thrown;
        throw new faults/* ReleaseFault */.eB("policy", `There is no tag ${tag} in ${client.repository} to make a release of`, {
            hint: `Push the tag first: git push origin ${tag}`,
            cause: thrown,
        });
    }
}
async function releases_findRaw(client, tag) {
    const [published, releases] = await Promise.all([readPublished(client, tag), listAll(client)]);
    if (published !== undefined)
        return published;
    return releases.filter((release) => release.tag_name === tag).toSorted((a, b) => a.id - b.id)[0];
}
async function readPublished(client, tag) {
    try {
        return (await client.request(routes.readPublishedRelease, { ...client.at, tag })).data;
    }
    catch (thrown) {
        if (isStatus(thrown, 404))
            return undefined;
        throw thrown;
    }
}
function listAll(client) {
    return allPages(async (page) => (await client.request(routes.listReleases, { ...client.at, per_page: 100, page })).data);
}
async function latestness(client, { tag, prerelease }) {
    if (prerelease)
        return "false";
    const version = semver.parse(tag);
    if (version === null)
        return "legacy";
    const stable = (await listAll(client)).filter((release) => !release.draft && !release.prerelease);
    return stable.some(({ tag_name: other }) => semver.parse(other)?.compare(version) === 1) ? "false" : "true";
}
async function createDraft(client, { tag, title, notes, prerelease }) {
    const texts = { tag_name: tag, name: title, body: notes, prerelease };
    return (await client.request(routes.createRelease, { ...client.at, ...texts, draft: true })).data;
}
async function publish(client, release, wanted) {
    const asWanted = !release.draft &&
        release.name === wanted.title &&
        normalised(release.body) === normalised(wanted.notes) &&
        release.prerelease === wanted.prerelease;
    if (asWanted)
        return release.html_url;
    const { data } = await client.request(routes.updateRelease, {
        ...client.at,
        release_id: release.id,
        tag_name: wanted.tag,
        name: wanted.title,
        body: wanted.notes,
        prerelease: wanted.prerelease,
        draft: false,
        ...(release.draft ? { make_latest: await latestness(client, wanted) } : {}),
    });
    return data.html_url;
}

;// CONCATENATED MODULE: ./build/packages/forge/review-query.js
const reviewQuery = `query ReviewState($owner: String!, $name: String!, $number: Int!, $reviews: String, $threads: String, $contexts: String) {
  repository(owner: $owner, name: $name) {
    mergeCommitAllowed
    squashMergeAllowed
    rebaseMergeAllowed
    autoMergeAllowed
    pullRequest(number: $number) {
      state
      headRefOid
      baseRefName
      author { login }
      mergeCommit { oid }
      mergedBy { login }
      isMergeQueueEnabled
      mergeQueueEntry { state position }
      baseRef { refUpdateRule { requiredApprovingReviewCount requiredStatusCheckContexts requiresLinearHistory } }
      latestOpinionatedReviews(first: 100, after: $reviews) {
        nodes { state authorCanPushToRepository author { login } commit { oid } }
        pageInfo { hasNextPage endCursor }
      }
      reviewThreads(first: 100, after: $threads) {
        nodes { isResolved }
        pageInfo { hasNextPage endCursor }
      }
      commits(last: 1) {
        nodes { commit {
          oid
          checkSuites(first: 100) { nodes { conclusion url } }
          statusCheckRollup { contexts(first: 100, after: $contexts) {
            nodes {
              kind: __typename
              ... on CheckRun { name status conclusion url: detailsUrl isRequired(pullRequestNumber: $number) }
              ... on StatusContext { context state url: targetUrl isRequired(pullRequestNumber: $number) }
            }
            pageInfo { hasNextPage endCursor }
          } }
        } }
      }
    }
  }
}`;

;// CONCATENATED MODULE: ./build/packages/forge/rules.js


const mergeMethods = ["merge", "squash", "rebase"];
const linear = ["squash", "rebase"];
const none = { approvals: 0, checks: [], mergeMethods };
async function readRules(client, branch) {
    try {
        const { data } = await client.request(routes.readRules, { ...client.at, branch, per_page: 100 });
        const approvals = data.flatMap((rule) => rule.type === "pull_request" ? [rule.parameters?.required_approving_review_count ?? 0] : []);
        const checks = data.flatMap((rule) => rule.type === "required_status_checks" ? (rule.parameters?.required_status_checks ?? []) : []);
        const allowed = data.map((rule) => {
            if (rule.type === "required_linear_history")
                return linear;
            return (rule.type === "pull_request" ? rule.parameters?.allowed_merge_methods : undefined) ?? mergeMethods;
        });
        return {
            mergeMethods: mergeMethods.filter((method) => allowed.every((some) => some.includes(method))),
            approvals: Math.max(0, ...approvals),
            checks: checks.map(({ context, integration_id: appId }) => ({
                name: context,
                ...(appId === undefined ? {} : { appId }),
            })),
        };
    }
    catch (thrown) {
        if (isStatus(thrown, 403, 404))
            return none;
        throw thrown;
    }
}

;// CONCATENATED MODULE: ./build/packages/forge/review-state.js





async function reviewState(client, number, rulesOf) {
    const { repository, pull, reviews, threads, contexts } = await readAll(client, number);
    const rules = await rulesOf(pull.baseRefName);
    const protection = pull.baseRef?.refUpdateRule;
    const required = [...rules.checks, ...(protection?.requiredStatusCheckContexts ?? []).flatMap(toCheck)];
    const opinions = latestOpinions(reviews, pull.author?.login);
    return {
        state: { OPEN: "open", CLOSED: "closed", MERGED: "merged" }[pull.state],
        headSha: pull.headRefOid,
        ...(pull.mergeCommit !== null && pull.state === "MERGED" ? { mergeSha: pull.mergeCommit.oid } : {}),
        ...(pull.author === null ? {} : { author: pull.author.login }),
        ...(pull.mergedBy === null ? {} : { mergedBy: pull.mergedBy.login }),
        approvedBy: opinions.flatMap(({ login, state, oid }) => state === "APPROVED" && oid === pull.headRefOid ? [login] : []),
        changesRequestedBy: opinions.flatMap(({ login, state }) => (state === "CHANGES_REQUESTED" ? [login] : [])),
        unresolvedThreads: threads.filter(({ isResolved }) => !isResolved).length,
        checksNotGreen: checksNotGreen(contexts, required),
        heldRuns: heldRuns(pull),
        requiredApprovals: Math.max(rules.approvals, protection?.requiredApprovingReviewCount ?? 0),
        autoMergeAllowed: repository.autoMergeAllowed,
        mergeMethods: allowedMethods(repository, rules, protection?.requiresLinearHistory === true),
        ...(pull.isMergeQueueEnabled ? { mergeQueue: queueState(pull) } : {}),
    };
}
function allowedMethods(repository, rules, isLinear) {
    const allowed = {
        merge: repository.mergeCommitAllowed,
        squash: repository.squashMergeAllowed,
        rebase: repository.rebaseMergeAllowed,
    };
    return (isLinear ? linear : mergeMethods).filter((method) => allowed[method] && rules.mergeMethods.includes(method));
}
function queueState({ mergeQueueEntry }) {
    if (mergeQueueEntry === null)
        return { state: "not-queued" };
    return { state: mergeQueueEntry.state.toLowerCase(), position: mergeQueueEntry.position };
}
function heldRuns(pull) {
    const suites = headCommit(pull)?.checkSuites?.nodes ?? [];
    return suites.flatMap((suite) => (suite?.conclusion === "ACTION_REQUIRED" ? [suite.url] : []));
}
function headCommit(pull) {
    return (pull.commits.nodes ?? []).find((node) => node?.commit.oid === pull.headRefOid)?.commit;
}
function toCheck(name) {
    return name === null ? [] : [{ name }];
}
function latestOpinions(reviews, author) {
    const latest = new Map();
    for (const { author: reviewer, authorCanPushToRepository, state, commit } of reviews) {
        if (reviewer === null || reviewer.login === author || !authorCanPushToRepository)
            continue;
        latest.set(reviewer.login, { login: reviewer.login, state, oid: commit?.oid });
    }
    return [...latest.values()];
}
async function readAll(client, number) {
    const reviews = [];
    const threads = [];
    const contexts = [];
    const cursors = {};
    let head;
    for (;;) {
        const { repository, pull } = await readPage(client, number, cursors);
        if (head !== undefined && head !== pull.headRefOid)
            return readAll(client, number);
        head = pull.headRefOid;
        const commit = headCommit(pull);
        const more = [
            take(pull.latestOpinionatedReviews, reviews, (cursor) => (cursors.reviews = cursor)),
            take(pull.reviewThreads, threads, (cursor) => (cursors.threads = cursor)),
            take(commit?.statusCheckRollup?.contexts, contexts, (cursor) => (cursors.contexts = cursor)),
        ];
        if (!more.includes(true))
            return { repository, pull, reviews, threads, contexts };
    }
}
function take(page, into, setCursor) {
    into.push(...(page?.nodes ?? []).filter((node) => node !== null));
    const { hasNextPage = false, endCursor = null } = page?.pageInfo ?? {};
    if (endCursor !== null)
        setCursor(endCursor);
    return hasNextPage;
}
async function readPage(client, number, cursors) {
    const { owner, repo: name } = client.at;
    const answer = await review_state_ask(client, { owner, name, number, ...cursors });
    const { repository } = answer;
    const pull = repository?.pullRequest ?? undefined;
    if (repository !== null && pull !== undefined)
        return { repository, pull };
    throw new faults/* ReleaseFault */.eB("permission", `There is no pull request #${number} in ${client.repository}`, {
        hint: `Check the number and that the token may read pull requests: ${client.webUrl}/pull/${number}.`,
    });
}
async function review_state_ask(client, variables) {
    try {
        return await client.graphql(reviewQuery, variables);
    }
    catch (thrown) {
        if (thrown instanceof faults/* ReleaseFault */.eB)
            throw thrown;
        const partial = withoutProtection(thrown);
        if (partial !== undefined)
            return partial;
        const reason = thrown instanceof Error ? thrown.message : "unknown error";
        throw new HostFault("remote", `Could not read the review state in ${client.repository}: ${reason}`, {
            hint: "Check that the token may read pull requests, checks and statuses; then run the command again.",
            cause: thrown,
            status: undefined,
            reason,
        });
    }
}
function withoutProtection(thrown) {
    if (!isPartial(thrown) || thrown.errors.length === 0)
        return undefined;
    return thrown.errors.every(({ path }) => path?.at(-1) === "refUpdateRule") ? thrown.data : undefined;
}
function isPartial(thrown) {
    if (!(thrown instanceof Error) || !("data" in thrown) || !("errors" in thrown))
        return false;
    return typeof thrown.data === "object" && thrown.data !== null && Array.isArray(thrown.errors);
}

;// CONCATENATED MODULE: ./build/packages/forge/github.js



















function openGitHub(options) {
    const client = openClient(options);
    const rules = new Map();
    const rulesOf = async (branch) => {
        const known = rules.get(branch) ?? (await readRules(client, branch));
        rules.set(branch, known);
        return known;
    };
    let defaultBranch;
    const readDefaultBranch = async () => (await client.request(routes.readRepository, client.at)).data.default_branch;
    return {
        repository: client.repository,
        webUrl: client.webUrl,
        get calls() {
            return client.calls();
        },
        whoAmI: () => whoAmI(client),
        roleOf: (login) => roleOf(client, login),
        isTeamMember: (team, login) => isTeamMember(client, team, login),
        defaultBranch: async () => {
            defaultBranch ??= readDefaultBranch();
            return defaultBranch.catch((thrown) => {
                defaultBranch = undefined;
                throw thrown;
            });
        },
        environmentExists: (name) => environmentExists(client, name),
        findEnvironment: (name) => findEnvironment(client, name),
        approvalsOf: (runId) => approvalsOf(client, runId),
        ensurePullRequest: (wanted) => ensurePullRequest(client, wanted),
        findPullRequest: (head, base) => findPullRequest(client, head, base),
        reviewState: (number) => reviewState(client, number, rulesOf),
        changesOf: (shas) => changesOf(client, shas),
        ciChecks: (sha, own) => ciChecks(client, sha, own),
        openIssues: (labels) => openIssues(client, labels),
        ensureMerged: (number, head, how) => ensureMerged(client, { number, head, ...how }),
        ensureQueued: (number, head) => ensureQueued(client, number, head),
        ensureAutoMerge: (number, head, how) => ensureAutoMerge(client, { number, head, ...how }),
        ensureNoAutoMerge: (number) => ensureNoAutoMerge(client, number),
        closePullRequest: (number) => closePullRequest(client, number),
        checkRuns: (sha) => checkRuns(client, sha),
        ensureComment: (number, marker, body) => ensureComment(client, number, marker, body),
        ensureIssue: (wanted) => ensureIssue(client, wanted),
        findIssue: (number) => findIssue(client, number),
        findComment: (id) => talk_findComment(client, id),
        ensureReaction: (comment, sign) => ensureReaction(client, comment, sign),
        sendEvent: (type, payload) => sendEvent(client, type, payload),
        runState: (id) => runState(client, id),
        ensureRelease: (wanted) => ensureRelease(client, wanted),
        findRelease: (tag) => findRelease(client, tag),
        ensureDeployment: (wanted) => ensureDeployment(client, wanted),
    };
}

;// CONCATENATED MODULE: ./build/packages/forge/index.js







// EXTERNAL MODULE: ./build/packages/git/index.js + 17 modules
var packages_git = __webpack_require__(72167);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./build/packages/journal/clock.js


function systemClock() {
    const startedMs = performance.now();
    const bootedMs = (0,external_node_os_.uptime)() * 1000;
    return {
        monotonicMs: () => Math.max(performance.now() - startedMs, (0,external_node_os_.uptime)() * 1000 - bootedMs - 1000),
        sleep: (ms, signal, options) => (0,external_node_timers_promises_.setTimeout)(ms, undefined, { ...(signal === undefined ? {} : { signal }), ref: options?.background !== true }),
    };
}
class ForgeTime {
    store;
    clock;
    #slowMs;
    #anchor = { forgeMs: 0, localMs: 0 };
    constructor(store, clock, ttlMs) {
        this.store = store;
        this.clock = clock;
        this.#slowMs = ttlMs / 4;
    }
    async look(prefixes) {
        for (let attempt = 1;; attempt += 1) {
            const localMs = this.clock.monotonicMs();
            const sight = await this.store.look(prefixes);
            this.#anchor = { forgeMs: sight.nowMs, localMs };
            if (this.clock.monotonicMs() - localMs <= this.#slowMs || attempt === 3)
                return sight;
        }
    }
    nowMs() {
        return this.#anchor.forgeMs + (this.clock.monotonicMs() - this.#anchor.localMs);
    }
}

// EXTERNAL MODULE: ./node_modules/canonicalize/lib/canonicalize.js
var canonicalize = __webpack_require__(98799);
;// CONCATENATED MODULE: ./build/packages/journal/lines.js



const lines_beginning = "0".repeat(64);
function factLine(fact) {
    const line = (0,canonicalize/* default */.A)(fact);
    if (line === undefined)
        throw new TypeError("a fact is an object");
    return line;
}
function lines_digestOf(line) {
    return line === undefined ? lines_beginning : (0,external_node_crypto_.createHash)("sha256").update(line).digest("hex");
}
function stamp(lines, bodies, envelope) {
    let prev = lines_digestOf(lines.at(-1));
    return bodies.map((body, index) => {
        const fact = { ...envelope, seq: lines.length + index + 1, prev, ...body };
        prev = lines_digestOf(factLine(fact));
        return fact;
    });
}
function notBefore(facts, nowMs) {
    const lastMs = Date.parse(facts.at(-1)?.at ?? "");
    return new Date(lastMs > nowMs ? lastMs : nowMs).toISOString();
}
function joinLines(lines) {
    return lines.map((line) => `${line}\n`).join("");
}
function splitLines(text) {
    return text.split("\n").filter((line) => line !== "");
}
function parseFacts(release, lines) {
    const facts = lines.map((line, index) => parseFact(release, line, index));
    const problem = verifyChain(facts);
    if (problem !== undefined)
        throw brokenRecord(release, problem.reason);
    return facts;
}
function parseFact(release, line, index) {
    try {
        return JSON.parse(line);
    }
    catch {
        throw brokenRecord(release, `line ${index + 1} is not JSON`);
    }
}
function verifyChain(facts) {
    let prev = lines_beginning;
    for (const [index, fact] of facts.entries()) {
        if (fact.seq !== index + 1)
            return { seq: index + 1, reason: `fact ${index + 1} says that it is ${fact.seq}` };
        if (fact.prev !== prev) {
            return { seq: fact.seq, reason: `fact ${fact.seq} does not carry the digest of the fact before it` };
        }
        prev = lines_digestOf(factLine(fact));
    }
    return undefined;
}
function brokenRecord(release, reason) {
    return new faults/* ReleaseFault */.eB("policy", `The record of release ${release} was changed outside Release Command: ${reason}`, {
        hint: `Look at its history, \`git log -p refs/release-command/releases/${release}\`, and restore the last commit that is whole.`,
    });
}

;// CONCATENATED MODULE: ./build/packages/journal/refs.js

const prefix = "refs/release-command";
const releasesPrefix = `${prefix}/releases/`;
const leasesPrefix = `${prefix}/leases/`;
const deniedRef = `${prefix}/denied`;
const factsPath = "facts.jsonl";
const leasePath = "lease.json";
function releaseRef(id) {
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(id) || /\.\.|\.lock$|\.$/.test(id)) {
        throw new faults/* ReleaseFault */.eB("input", `"${id}" cannot name a release`, {
            hint: "A release is named like v2.5.0 or v2.5.0_2.",
        });
    }
    return releasesPrefix + id;
}
function releaseLeaseRef(id) {
    return `${leasesPrefix}release/${id}`;
}
function environmentLeaseRef(environment) {
    return leasesPrefix + environment;
}
function leaseName(ref) {
    return ref.slice(leasesPrefix.length);
}
function archivePath(id) {
    return `releases/${id}.jsonl`;
}
function reservationPath(id) {
    return `reserved/${id}`;
}

;// CONCATENATED MODULE: ./build/packages/journal/archive.js


async function openArchive(forge, ref, seen) {
    for (let heads = seen;; heads = undefined) {
        heads ??= (await forge.look([ref])).heads;
        const version = heads.get(ref);
        if (version === undefined)
            return { version: "absent", paths: new Set(), read: async () => new Map() };
        const paths = await forge.store.list(ref, version);
        if (paths !== undefined)
            return { version, paths: new Set(paths), read: (wanted) => readAt(forge, ref, version, wanted) };
    }
}
async function readAt(forge, ref, version, paths) {
    const files = await forge.store.read(ref, version, paths);
    if (files === undefined)
        throw new Error(`${ref} was rewritten while it was read`);
    return files;
}
function archiveChange(options) {
    const { forge, ref, id } = options;
    return async (facts, lines) => {
        const archive = await openArchive(forge, ref);
        const readOne = async (path) => (await archive.read([path])).get(path);
        const files = new Map([[archivePath(id), joinLines(lines)]]);
        if (archive.paths.has(reservationPath(id)))
            files.set(reservationPath(id), undefined);
        for (const { path, content, append } of await options.files(facts, readOne)) {
            const before = append === true ? (files.get(path) ?? (await readOne(path)) ?? "") : "";
            files.set(path, before + content);
        }
        return { ref, expect: archive.version, before: "base", message: `${id}: archived`, files };
    };
}

;// CONCATENATED MODULE: ./build/packages/journal/aside.js



async function appendAside({ forge, author, release }, say) {
    const ref = releaseRef(release);
    const { heads } = await forge.look([ref]);
    const version = heads.get(ref);
    if (version === undefined)
        throw notLive(release);
    const files = await forge.store.read(ref, version, [factsPath]);
    if (files === undefined)
        return undefined;
    const lines = splitLines(files.get(factsPath) ?? "");
    const facts = parseFacts(release, lines);
    const body = say(facts);
    if (body === undefined)
        return "unwanted";
    const at = notBefore(facts, forge.nowMs());
    const { actor, run } = author;
    const added = stamp(lines, [body], { release, at, actor, run }).map(factLine);
    const content = new Map([[factsPath, joinLines([...lines, ...added])]]);
    const message = `${release}: ${body.type}`;
    const { state } = await forge.store.write([{ ref, expect: version, before: "history", message, files: content }], at);
    return state === "applied" ? "appended" : undefined;
}
function notLive(release) {
    return new faults/* ReleaseFault */.eB("policy", `No release ${release} is under way`, {
        hint: "List those that are with `release status`; one that is over takes no requests.",
    });
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(2503);
;// CONCATENATED MODULE: ./build/packages/journal/denied.js





const line = schemas/* strictObject */.rej({
    hour: schemas/* string */.YjP(),
    person: schemas/* string */.YjP(),
    count: schemas/* number */.aig().int().positive(),
    asked: schemas/* partialRecord */.jgl(schemas/* enum */.k5n(machine/* deeds */.Iv), schemas/* number */.aig().int().positive()),
    first: schemas/* string */.YjP(),
    last: schemas/* string */.YjP(),
    release: schemas/* string */.YjP().exactOptional(),
    why: schemas/* string */.YjP(),
    run: schemas/* string */.YjP(),
});
function countDenied(lines, attempt) {
    const { at, deed, release } = attempt;
    const hour = at.slice(0, "2026-03-01T14".length);
    const person = attempt.person.slice(0, 100);
    const mine = (one) => one.hour === hour && one.person.toLowerCase() === person.toLowerCase();
    const before = lines.find(mine);
    const counted = {
        hour,
        person,
        count: (before?.count ?? 0) + 1,
        asked: { ...before?.asked, [deed]: (before?.asked[deed] ?? 0) + 1 },
        first: before?.first ?? at,
        last: at,
        ...(release === undefined ? {} : { release: release.slice(0, 60) }),
        why: attempt.why.slice(0, 300),
        run: attempt.run.slice(0, 100),
    };
    return before === undefined ? [...lines, counted] : lines.map((one) => (one === before ? counted : one));
}
const pathOf = (at) => `denied/${at.slice(0, "2026-03".length)}.jsonl`;
function noting(forge, attempt, run) {
    let sent;
    return async () => {
        const { heads } = await forge.look([deniedRef]);
        const head = heads.get(deniedRef);
        if (head !== undefined && head === sent)
            return "noted";
        const at = new Date(forge.nowMs()).toISOString();
        const path = pathOf(at);
        const files = head === undefined ? new Map() : await forge.store.read(deniedRef, head, [path]);
        if (files === undefined)
            return undefined;
        const lines = countDenied(parseDenied(files.get(path) ?? ""), { ...attempt, at, run });
        const content = new Map([[path, joinLines(lines.map((one) => JSON.stringify(one)))]]);
        const message = `${attempt.person.slice(0, 100)}: ${attempt.deed} denied`;
        const change = { ref: deniedRef, expect: head ?? "absent", before: "base", message, files: content };
        const { state, versions } = await forge.store.write([change], at);
        sent = versions.get(deniedRef);
        return state === "applied" ? "noted" : undefined;
    };
}
async function readDenied(forge) {
    const { heads } = await forge.look([deniedRef]);
    const head = heads.get(deniedRef);
    if (head === undefined)
        return [];
    const paths = (await forge.store.list(deniedRef, head))?.toSorted();
    const files = paths === undefined ? undefined : await forge.store.read(deniedRef, head, paths);
    return paths?.flatMap((path) => parseDenied(files?.get(path) ?? ""));
}
function parseDenied(text) {
    return splitLines(text).map((one) => {
        const read = schemas/* string */.YjP().transform(denied_parsed).pipe(line).safeParse(one);
        if (read.success)
            return read.data;
        throw new faults/* ReleaseFault */.eB("policy", `${deniedRef} was changed by others: it has a line that is not ours`, {
            hint: `Look at it: git fetch origin ${deniedRef} && git log -p FETCH_HEAD. Put the version before back.`,
            cause: read.error,
        });
    });
}
function denied_parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/packages/journal/held-back.js

function preview(facts, held, at) {
    return held.reduce((record, { body }) => (0,machine/* apply */.Bb)(record, provisional(record, body, at)), (0,machine/* fold */.AU)(facts));
}
function withoutDecisions(facts, held, at) {
    const kept = [];
    for (const item of held.filter(({ kind }) => kind === "observation")) {
        kept.push(follows(facts, [...kept, item], at) ? item : asWarning(item));
    }
    return kept;
}
function answeringAll(record, bodies) {
    const end = bodies.findIndex((body) => body.type === "settled");
    if (end === -1)
        return bodies;
    const answered = new Set(bodies.flatMap((body) => (body.type === "answered" ? [body.id] : [])));
    const open = record.requests.filter((request) => !answered.has(request.id));
    const answers = open.map(({ id }) => ({
        type: "answered",
        id,
        outcome: "refused",
        reason: "the release was over",
    }));
    return [...bodies.slice(0, end), ...answers, ...bodies.slice(end)];
}
function provisional(record, body, at) {
    const run = { id: "", attempt: 0 };
    return { seq: record.lastSeq + 1, release: record.id, at, actor: "", run, prev: "", ...body };
}
function follows(facts, held, at) {
    try {
        preview(facts, held, at);
        return true;
    }
    catch {
        return false;
    }
}
function asWarning({ body }) {
    const message = `Seen, but the decision it followed from was dropped for a request: ${JSON.stringify(body)}`;
    return { kind: "observation", body: { type: "warned", message } };
}

// EXTERNAL MODULE: ./node_modules/zod/v4/core/errors.js
var errors = __webpack_require__(37428);
;// CONCATENATED MODULE: ./build/packages/journal/lease.js


const schema = schemas/* object */.Ikc({
    release: schemas/* string */.YjP(),
    holder: schemas/* string */.YjP(),
    actor: schemas/* string */.YjP(),
    run: schemas/* object */.Ikc({ id: schemas/* string */.YjP(), attempt: schemas/* number */.aig() }),
    renewedAt: schemas/* string */.YjP(),
    ttlMs: schemas/* number */.aig(),
    effectMs: schemas/* number */.aig(),
    beat: schemas/* number */.aig(),
    parked: schemas/* boolean */.zMY(),
});
function newLease(release, holder, author, times) {
    const { actor, run } = author;
    const { ttlMs, effectMs } = times;
    return { release, holder, actor, run: { ...run }, renewedAt: "", ttlMs, effectMs, beat: 0, parked: false };
}
function parseLease(ref, text) {
    const parsed = schema.safeParse(JSON.parse(text));
    if (parsed.success)
        return parsed.data;
    throw new faults/* ReleaseFault */.eB("policy", `${ref} does not hold a lease of ours: ${errors/* prettifyError */.S1(parsed.error)}`, {
        hint: `It was written by another version or by hand. When nobody drives a release, delete it: git push origin :${ref}`,
    });
}
function isStale(lease, forgeMs) {
    return !lease.parked && forgeMs - Date.parse(lease.renewedAt) >= lease.ttlMs;
}
function freeAtMs(lease) {
    return Date.parse(lease.renewedAt) + Math.max(lease.ttlMs, lease.ttlMs / 2 + lease.effectMs);
}

;// CONCATENATED MODULE: ./build/packages/journal/port.js

class NewsError extends Error {
    name = "NewsError";
}
class LostLeaseError extends Error {
    name = "LostLeaseError";
}
class DrivenElsewhereError extends faults/* ReleaseFault */.eB {
    name = "DrivenElsewhereError";
}
class EnvironmentBusyError extends Error {
    name = "EnvironmentBusyError";
    environment;
    release;
    orphaned;
    constructor(environment, release, orphaned) {
        super(`${environment} belongs to release ${release}${orphaned ? ", whose driver died" : ""}`);
        this.environment = environment;
        this.release = release;
        this.orphaned = orphaned;
    }
}

;// CONCATENATED MODULE: ./build/packages/journal/environment.js





async function readLease({ store }, heads, ref) {
    const version = heads.get(ref);
    const files = version === undefined ? undefined : await store.read(ref, version, [leasePath]);
    const text = files?.get(leasePath);
    return version === undefined || text === undefined ? undefined : { ref, version, lease: parseLease(ref, text) };
}
async function leaseToTake(forge, id, environment) {
    const ref = environmentLeaseRef(environment);
    for (;;) {
        const { heads } = await forge.look([ref]);
        const found = await readLease(forge, heads, ref);
        if (found === undefined && !heads.has(ref))
            return { version: "absent", adopted: false };
        if (found === undefined)
            continue;
        const { lease, version } = found;
        if (lease.release === id)
            return { version, adopted: !lease.parked };
        if (lease.parked || !isStale(lease, forge.nowMs()))
            throw new EnvironmentBusyError(environment, lease.release, false);
        if (await hasTouched(forge, lease.release, environment)) {
            throw new EnvironmentBusyError(environment, lease.release, true);
        }
        const waitMs = freeAtMs(lease) - forge.nowMs();
        if (waitMs <= 0)
            return { version, adopted: true };
        await forge.clock.sleep(waitMs);
    }
}
async function hasTouched(forge, release, environment) {
    const ref = releaseRef(release);
    const { heads } = await forge.look([ref]);
    const version = heads.get(ref);
    if (version === undefined)
        return false;
    const files = await forge.store.read(ref, version, [factsPath]);
    if (files === undefined)
        return true;
    const record = (0,machine/* fold */.AU)(parseFacts(release, splitLines(files.get(factsPath) ?? "")));
    return record.touched.has(environment) && !((0,machine/* isTerminal */.Hd)(record.state) && record.settled !== undefined);
}

;// CONCATENATED MODULE: ./build/packages/journal/driver.js






class LeasedDriver {
    id;
    #options;
    #tenure;
    #stopped = new AbortController();
    #held = [];
    #moves = new Map();
    #turn = Promise.resolve();
    #polledMs;
    #closed = false;
    #hasNews = false;
    #knownForeign;
    constructor(options) {
        this.id = options.id;
        this.#options = options;
        this.#tenure = options.tenure;
        this.#knownForeign = options.tenure.foreignFacts;
        this.#polledMs = options.forge.clock.monotonicMs();
        void this.#renewForEver();
    }
    get record() {
        return preview(this.#tenure.facts, this.#held, this.#now());
    }
    get facts() {
        const { actor, run } = this.#options.author;
        const at = this.#now();
        const held = this.#held.map(({ body }, index) => ({
            seq: this.#tenure.facts.length + index + 1,
            release: this.id,
            at,
            actor,
            run,
            prev: "",
            ...body,
        }));
        return [...this.#tenure.facts, ...held];
    }
    async step(name, effect, options = {}) {
        this.#assertOpen();
        const record = this.record;
        const full = (0,machine/* stepName */.u)(record, name);
        if (record.done.has(full)) {
            return record.done.get(full);
        }
        const { touches } = options;
        const intent = { type: "step-intended", step: full, ...(touches === undefined ? {} : { touches }) };
        await this.#inTurn(async () => {
            this.#throwNews();
            const isIntended = record.intended?.step === full && (touches === undefined || record.touched.has(touches));
            if (!isIntended || this.#held.length > 0 || this.#moves.size > 0)
                await this.#append(isIntended ? [] : [intent]);
        });
        await this.#options.onEffect?.("before", full);
        await this.#inTurn(() => this.#renewOlderThan(this.#options.times.ttlMs / 2));
        const result = await effect();
        await this.#options.onEffect?.("after", full);
        this.observe({ type: "step-done", step: full, result }, ...(options.facts?.(result) ?? []));
        return result;
    }
    observe(...facts) {
        this.#hold("observation", facts);
    }
    decide(...facts) {
        this.#hold("decision", facts);
    }
    async flush() {
        this.#assertOpen();
        await this.#inTurn(async () => {
            this.#throwNews();
            if (this.#held.length > 0 || this.#moves.size > 0)
                await this.#append([]);
        });
    }
    async poll() {
        this.#assertOpen();
        await this.#inTurn(async () => {
            this.#throwNews();
            const { clock } = this.#options.forge;
            if (clock.monotonicMs() - this.#polledMs < this.#options.pollMs)
                return;
            this.#polledMs = clock.monotonicMs();
            await this.#tenure.refresh();
            this.#noteNews();
            this.#throwNews();
        });
    }
    async takeEnvironment(environment) {
        this.#assertOpen();
        const ref = environmentLeaseRef(environment);
        await this.#inTurn(async () => {
            this.#moves.delete(ref);
            while (!this.#tenure.held.includes(ref)) {
                const { version, adopted } = await leaseToTake(this.#options.forge, this.id, environment);
                const taken = { type: "lease-taken", lease: leaseName(ref), holder: this.#options.holder, adopted };
                await this.#append([taken], new Map([[ref, { to: "held", taking: version }]]));
            }
        });
    }
    giveBackEnvironment(environment, options = {}) {
        this.#assertOpen();
        const ref = environmentLeaseRef(environment);
        if (this.#tenure.held.includes(ref))
            this.#moves.set(ref, { to: options.parked === true ? "parked" : "gone" });
    }
    async suspend(suspension) {
        this.#assertOpen();
        await this.#inTurn(async () => {
            await this.#append([{ type: "suspended", ...suspension }], this.#givingBack());
            this.#stop();
        });
    }
    async archive(files) {
        this.#assertOpen();
        await this.#inTurn(async () => {
            this.#throwNews();
            const gone = this.#tenure.held.map((ref) => [ref, { to: "gone" }]);
            const archive = archiveChange({ forge: this.#options.forge, ref: this.#options.archiveRef, id: this.id, files });
            while ((await this.#push({ bodies: this.#bodies([]), leases: new Map(gone), archive })) !== "applied") {
            }
            this.#stop();
        });
    }
    async close() {
        await this.#inTurn(async () => {
            if (this.#closed || this.#tenure.isLost)
                return this.#stop();
            this.#stop();
            await this.#tenure.push({ bodies: [], leases: this.#givingBack() }).catch((thrown) => {
                if (!(thrown instanceof LostLeaseError))
                    throw thrown;
            });
        });
    }
    #hold(kind, facts) {
        this.#assertOpen();
        const held = [...this.#held, ...facts.map((body) => ({ kind, body }))];
        preview(this.#tenure.facts, held, this.#now());
        this.#held = held;
    }
    async #append(decisions, leases = new Map()) {
        this.#throwNews();
        preview(this.#tenure.facts, [...this.#held, ...decisions.map((body) => ({ kind: "decision", body }))], this.#now());
        await this.#push({ bodies: this.#bodies(decisions), leases: new Map([...this.#moves, ...leases]) });
    }
    async #push(plan) {
        const sent = this.#held.length;
        const onApplied = () => {
            this.#held = this.#held.slice(sent);
            for (const ref of plan.leases?.keys() ?? [])
                this.#moves.delete(ref);
        };
        const result = await this.#tenure.push({ ...plan, onApplied });
        this.#noteNews();
        if (result === "applied")
            return result;
        this.#throwNews();
        return result === "news" ? "again" : result;
    }
    #bodies(decisions) {
        return answeringAll(this.record, [...this.#held.map(({ body }) => body), ...decisions]);
    }
    #noteNews() {
        if (this.#tenure.foreignFacts === this.#knownForeign)
            return;
        this.#knownForeign = this.#tenure.foreignFacts;
        this.#held = withoutDecisions(this.#tenure.facts, this.#held, this.#now());
        this.#hasNews = true;
    }
    async #renew() {
        await this.#tenure.push({ bodies: [] });
        this.#noteNews();
    }
    #throwNews() {
        if (!this.#hasNews)
            return;
        this.#hasNews = false;
        this.#held = withoutDecisions(this.#tenure.facts, this.#held, this.#now());
        throw new NewsError(`A request for release ${this.id} arrived: read its record and decide again.`);
    }
    #givingBack() {
        const touched = [...this.record.touched].map(environmentLeaseRef);
        return new Map(this.#tenure.held.map((ref) => {
            const asked = this.#moves.get(ref);
            return [ref, asked ?? { to: touched.includes(ref) ? "parked" : "gone" }];
        }));
    }
    async #renewOlderThan(ageMs) {
        this.#assertOpen();
        for (let tries = 0; this.#tenure.ageMs >= ageMs && tries < 3; tries += 1)
            await this.#renew();
        if (this.#tenure.ageMs >= ageMs) {
            throw new LostLeaseError(`The leases of ${this.id} cannot be renewed fast enough to act safely.`);
        }
    }
    async #renewForEver() {
        const { clock } = this.#options.forge;
        const { renewMs } = this.#options.times;
        const { signal } = this.#stopped;
        while (!signal.aborted && !this.#tenure.isLost) {
            await clock
                .sleep(renewMs / 4, signal, { background: true })
                .then(() => this.#inTurn(async () => this.#renewDue(renewMs)))
                .catch(() => { });
        }
    }
    async #renewDue(renewMs) {
        if (this.#closed || this.#tenure.isLost || this.#tenure.ageMs < renewMs * 0.75)
            return;
        await this.#renew();
    }
    #inTurn(act) {
        const mine = this.#turn.then(act, act);
        this.#turn = mine.catch(() => { });
        return mine;
    }
    #assertOpen() {
        this.#tenure.assertHeld();
        if (this.#closed)
            throw new LostLeaseError(`This process gave release ${this.id} back.`);
    }
    #stop() {
        this.#closed = true;
        this.#stopped.abort();
    }
    #now() {
        return new Date(this.#options.forge.nowMs()).toISOString();
    }
}

;// CONCATENATED MODULE: ./build/packages/journal/start.js





async function startRelease(options) {
    const { forge, author, archiveRef, lease, plan, attempt } = options;
    const id = lease.release;
    const leaseRef = releaseLeaseRef(id);
    const { heads } = await forge.look([archiveRef, releaseRef(id), leaseRef]);
    const archive = await openArchive(forge, archiveRef, heads);
    await refuseUsed(forge, id, { heads, paths: archive.paths });
    const sentMs = forge.clock.monotonicMs();
    const at = new Date(forge.nowMs()).toISOString();
    const { actor, run } = author;
    const bodies = [
        { type: "opened", plan, attempt },
        { type: "lease-taken", lease: leaseName(leaseRef), holder: lease.holder, adopted: false },
    ];
    const lines = stamp([], bodies, { release: id, at, actor, run }).map(factLine);
    const reservation = { at, actor, run, holder: lease.holder };
    const changes = [
        { ...addition(id, releaseRef(id), factsPath, joinLines(lines)), before: "history" },
        addition(id, leaseRef, leasePath, `${JSON.stringify({ ...lease, renewedAt: at })}\n`),
        {
            ...addition(id, archiveRef, reservationPath(id), `${JSON.stringify(reservation)}\n`),
            expect: archive.version,
            before: "base",
        },
    ];
    await options.onAppend?.("before", lines.length);
    const written = await forge.store.write(changes, at);
    if (written.state !== "applied" && !(await isStored(forge, id, lines)))
        return undefined;
    await options.onAppend?.("after", lines.length);
    const tenure = options.open({ version: written.versions.get(releaseRef(id)) ?? "", lines });
    tenure.begin(new Map([[leaseRef, written.versions.get(leaseRef) ?? ""]]), sentMs);
    return tenure;
}
function addition(id, ref, path, content) {
    return { ref, expect: "absent", before: "lost", message: `${id}: opened`, files: new Map([[path, content]]) };
}
async function refuseUsed(forge, id, { heads, paths }) {
    if (paths.has(archivePath(id))) {
        throw new faults/* ReleaseFault */.eB("policy", `There is a record of release ${id} already: it is over and archived`, {
            hint: `Read it: release report ${id}. A number that was never tagged can be retried: release retry ${id}`,
        });
    }
    if (!heads.has(releaseRef(id)) && !paths.has(reservationPath(id)))
        return;
    const by = await leaseNow(forge, id);
    const who = by === undefined ? "Nobody drives it now." : `${by.actor} drives it in run ${by.run.id}.`;
    throw new faults/* ReleaseFault */.eB("policy", `Release ${id} is open already. ${who}`, {
        hint: `Continue it: release resume ${id}`,
    });
}
async function leaseNow(forge, id) {
    const ref = releaseLeaseRef(id);
    for (;;) {
        const { heads } = await forge.look([ref]);
        const found = await readLease(forge, heads, ref);
        if (found !== undefined || !heads.has(ref))
            return found?.lease;
    }
}
async function isStored(forge, id, lines) {
    const ref = releaseRef(id);
    const { heads } = await forge.look([ref]);
    const version = heads.get(ref);
    const files = version === undefined ? undefined : await forge.store.read(ref, version, [factsPath]);
    return files?.get(factsPath)?.startsWith(joinLines(lines)) === true;
}

;// CONCATENATED MODULE: ./build/packages/journal/takeover.js






async function takeRelease(options) {
    const { forge, id, holder } = options;
    const stale = await waitForHolder(options);
    const { heads } = await forge.look([releaseRef(id), leasesPrefix]);
    const leaseRef = releaseLeaseRef(id);
    const version = heads.get(releaseRef(id));
    if (version === undefined)
        throw takeover_notLive(id);
    if (heads.get(leaseRef) !== stale?.version)
        return undefined;
    const files = await forge.store.read(releaseRef(id), version, [factsPath]);
    if (files === undefined)
        return undefined;
    const ours = await environmentsOf(forge, id, heads);
    const tenure = options.open({ version, lines: splitLines(files.get(factsPath) ?? "") });
    const taking = new Map([[leaseRef, { to: "held", taking: stale?.version ?? "absent" }]]);
    for (const found of ours)
        taking.set(found.ref, { to: "held", taking: found.version });
    const bodies = [...taking.keys()].map((ref) => ({
        type: "lease-taken",
        lease: leaseName(ref),
        holder,
        adopted: stale !== undefined,
    }));
    return (await tenure.push({ bodies, leases: taking })) === "applied" ? tenure : undefined;
}
async function waitForHolder({ forge, id, renewMs, onWait }) {
    const ref = releaseLeaseRef(id);
    let first;
    for (;;) {
        const { heads } = await forge.look([ref, releaseRef(id)]);
        if (!heads.has(releaseRef(id)))
            throw takeover_notLive(id);
        const found = await readLease(forge, heads, ref);
        if (found === undefined && !heads.has(ref))
            return undefined;
        if (found === undefined)
            continue;
        if (first !== undefined && found.version !== first.version)
            throw driven(id, found.lease);
        first = found;
        const waitMs = freeAtMs(found.lease) - forge.nowMs();
        if (waitMs <= 0)
            return found;
        onWait?.(waitMs, found.lease.holder);
        await forge.clock.sleep(Math.min(waitMs, renewMs / 2));
    }
}
async function environmentsOf(forge, id, heads) {
    const refs = [...heads.keys()].filter((ref) => ref.startsWith(leasesPrefix) && !leaseName(ref).includes("/"));
    const found = await Promise.all(refs.map((ref) => readLease(forge, heads, ref)));
    return found.flatMap((lease) => (lease?.lease.release === id ? [lease] : []));
}
function driven(id, { actor, run, holder }) {
    return new DrivenElsewhereError("policy", `Release ${id} is driven by ${actor} in run ${run.id} (${holder}) right now`, {
        hint: `See where it stands: release status ${id}   or send it a request: release hold ${id} --reason="…"`,
    });
}
function takeover_notLive(id) {
    return new faults/* ReleaseFault */.eB("policy", `No release ${id} is under way`, {
        hint: "List those that are with `release status`; one that is over can be read with `release report`.",
    });
}

;// CONCATENATED MODULE: ./build/packages/journal/tenure.js




const maxTries = 8;
const pauseMs = 150;
class Tenure {
    #options;
    #held = new Map();
    #head;
    #facts;
    #beat = 0;
    #renewedMs = Number.NEGATIVE_INFINITY;
    #lost;
    #foreign = 0;
    constructor(options, head) {
        this.#options = options;
        this.#head = head;
        this.#facts = parseFacts(options.id, head.lines);
    }
    get facts() {
        return this.#facts;
    }
    get lines() {
        return this.#head.lines;
    }
    get foreignFacts() {
        return this.#foreign;
    }
    get held() {
        return [...this.#held.keys()];
    }
    get ageMs() {
        return this.#options.forge.clock.monotonicMs() - this.#renewedMs;
    }
    get isLost() {
        return this.#lost !== undefined;
    }
    begin(versions, sentMs) {
        for (const [ref, version] of versions)
            this.#held.set(ref, version);
        this.#renewedMs = sentMs;
    }
    assertHeld() {
        if (this.#lost !== undefined)
            throw new LostLeaseError(this.#lost);
    }
    async push(plan) {
        this.assertHeld();
        const sentMs = this.#options.forge.clock.monotonicMs();
        const sending = await this.#prepare(plan);
        const { onAppend } = this.#options;
        if (sending.facts.length > 0)
            await onAppend?.("before", sending.facts.length);
        const result = await this.#send(sending, sentMs);
        if (sending.facts.length > 0 && result === "applied")
            await onAppend?.("after", sending.facts.length);
        return result;
    }
    async refresh() {
        this.assertHeld();
        const { heads } = await this.#look();
        for (const [ref, version] of this.#held) {
            if (heads.get(ref) !== version)
                throw this.#loseTo(ref);
        }
        const version = heads.get(releaseRef(this.#options.id));
        const head = version === undefined ? undefined : await this.#readHead(version);
        if (head !== undefined)
            this.#absorb(head);
    }
    async #prepare({ bodies, leases, archive, onApplied = () => undefined }) {
        const { id, author, forge } = this.#options;
        const at = new Date(forge.nowMs()).toISOString();
        const stampedAt = notBefore(this.#facts, forge.nowMs());
        const facts = stamp(this.lines, bodies, { release: id, at: stampedAt, actor: author.actor, run: author.run });
        const lines = facts.map(factLine);
        const moves = new Map(this.held.map((ref) => [ref, { to: "held" }]));
        for (const [ref, move] of leases ?? [])
            moves.set(ref, move);
        this.#beat += 1;
        const changes = [...moves].map(([ref, move]) => this.#leaseChange(ref, move, at));
        const all = [...this.lines, ...lines];
        const archived = await archive?.([...this.#facts, ...facts], all);
        if (archived !== undefined)
            changes.unshift(archived, this.#releaseChange("archived", undefined));
        else if (facts.length > 0) {
            const what = bodies.map((body) => body.type).join(", ");
            changes.unshift(this.#releaseChange(what, new Map([[factsPath, joinLines(all)]])));
        }
        return { facts, lines, moves, changes, at, archive: archived, onApplied };
    }
    #releaseChange(what, files) {
        const { id } = this.#options;
        const change = { ref: releaseRef(id), expect: this.#head.version, before: "history" };
        return { ...change, message: `${id}: ${what}`, ...(files === undefined ? {} : { files }) };
    }
    #leaseChange(ref, { to, taking }, at) {
        const expect = this.#held.get(ref) ?? taking ?? "absent";
        const message = `${this.#options.id}: lease ${to}`;
        if (to === "gone")
            return { ref, expect, before: "lost", message };
        const lease = { ...this.#options.lease, renewedAt: at, beat: this.#beat, parked: to === "parked" };
        return { ref, expect, before: "lost", message, files: new Map([[leasePath, `${JSON.stringify(lease)}\n`]]) };
    }
    async #send(sending, sentMs) {
        let reason = "";
        for (let attempt = 1; attempt <= maxTries; attempt += 1) {
            const written = await this.#options.forge.store.write(sending.changes, sending.at);
            if (written.state === "applied")
                return this.#confirm(sending, written, sentMs);
            reason = written.reason;
            const found = await this.#findOut(sending, written, sentMs);
            if (found !== undefined)
                return found;
            await this.#options.forge.clock.sleep(pauseMs * attempt * (0.5 + this.#options.random()));
        }
        throw new faults/* ReleaseFault */.eB("remote", `The record of ${this.#options.id} could not be written in ${maxTries} tries: ${reason}`, {
            hint: `Nothing is lost. When the git host answers again, continue with: release resume ${this.#options.id}`,
        });
    }
    #confirm({ facts, lines, moves, onApplied }, { versions }, sentMs) {
        if (facts.length > 0) {
            const version = versions.get(releaseRef(this.#options.id)) ?? this.#head.version;
            this.#head = { version, lines: [...this.lines, ...lines] };
            this.#facts = [...this.#facts, ...facts];
        }
        onApplied();
        this.#keepLeases(moves, versions, sentMs);
        return "applied";
    }
    #keepLeases(moves, versions, sentMs) {
        for (const [ref, move] of moves) {
            const version = versions.get(ref);
            if (move.to === "held" && version !== undefined)
                this.#held.set(ref, version);
            else
                this.#held.delete(ref);
        }
        this.#renewedMs = sentMs;
    }
    async #findOut(sending, written, sentMs) {
        const { heads } = await this.#look();
        const version = heads.get(releaseRef(this.#options.id));
        const head = version === undefined ? undefined : await this.#readHead(version);
        if (version === undefined)
            return this.#findArchived(sending, heads);
        if (head === undefined)
            return undefined;
        if (this.#hasLanded(sending, written, head, heads))
            return this.#adopt(sending, written, head, heads, sentMs);
        const stranger = [...sending.moves].find(([ref, move]) => !isExpected(heads.get(ref), this.#held.get(ref) ?? move.taking));
        if (stranger !== undefined && heads.get(stranger[0]) === written.versions.get(stranger[0]))
            return undefined;
        if (stranger !== undefined) {
            if (!this.#held.has(stranger[0]))
                return "beaten";
            throw this.#loseTo(stranger[0]);
        }
        if (head.version !== this.#head.version)
            return this.#absorb(head) ? "news" : undefined;
        return sending.archive !== undefined && heads.get(sending.archive.ref) !== sending.archive.expect
            ? "again"
            : undefined;
    }
    #hasLanded(sending, { versions }, head, heads) {
        const { lines, moves, archive } = sending;
        if (archive !== undefined)
            return false;
        const offset = this.lines.length;
        if (lines.length > 0)
            return lines.every((line, index) => head.lines[offset + index] === line);
        return [...moves.keys()].every((ref) => heads.get(ref) === versions.get(ref));
    }
    #adopt(sending, written, head, heads, sentMs) {
        this.#absorb(head, sending.lines.length);
        sending.onApplied();
        this.#keepLeases(sending.moves, written.versions, sentMs);
        for (const [ref, version] of this.#held) {
            if (heads.get(ref) !== version)
                throw this.#loseTo(ref);
        }
        return "applied";
    }
    async #findArchived(sending, heads) {
        const { archive, onApplied } = sending;
        const version = archive === undefined ? undefined : heads.get(archive.ref);
        if (archive === undefined || version === undefined)
            throw this.#loseTo(releaseRef(this.#options.id));
        const path = archivePath(this.#options.id);
        const files = await this.#options.forge.store.read(archive.ref, version, [path]);
        if (files === undefined)
            return undefined;
        if (files.get(path) !== archive.files?.get(path))
            throw this.#loseTo(releaseRef(this.#options.id));
        this.#held.clear();
        onApplied();
        return "applied";
    }
    #absorb(head, own = 0) {
        const added = head.lines.length - this.lines.length;
        if (added <= 0)
            return false;
        this.#facts = parseFacts(this.#options.id, head.lines);
        this.#head = head;
        this.#foreign += added - own;
        return true;
    }
    async #readHead(version) {
        if (version === this.#head.version)
            return this.#head;
        const files = await this.#options.forge.store.read(releaseRef(this.#options.id), version, [factsPath]);
        const text = files?.get(factsPath);
        return text === undefined ? undefined : { version, lines: splitLines(text) };
    }
    #look() {
        return this.#options.forge.look([releaseRef(this.#options.id), leasesPrefix, this.#options.archiveRef]);
    }
    #loseTo(ref) {
        this.#lost = `${ref} is not held by this process any more: another one drives release ${this.#options.id}`;
        return new LostLeaseError(this.#lost);
    }
}
function isExpected(version, expect) {
    return version === (expect === "absent" ? undefined : expect);
}

;// CONCATENATED MODULE: ./build/packages/journal/journal.js















const defaultTimes = { ttlMs: 90_000, renewMs: 30_000, effectMs: 60_000 };
const journal_maxTries = 20;
const journal_pauseMs = 50;
function journalOver(store, options) {
    return new StoredJournal(store, options);
}
class StoredJournal {
    #options;
    #times;
    #forge;
    #archiveRef;
    #random;
    constructor(store, options) {
        this.#options = options;
        this.#times = { ...defaultTimes, ...options.times };
        this.#forge = new ForgeTime(store, options.clock ?? systemClock(), this.#times.ttlMs);
        this.#archiveRef = `refs/heads/${options.archiveBranch ?? "release-journal"}`;
        this.#random = options.random ?? Math.random;
    }
    async start(id, plan, attempt) {
        return this.#retrying(`start release ${id}`, async () => {
            const lease = this.#newLease(id);
            const tenure = await startRelease({
                forge: this.#forge,
                author: this.#options.author,
                archiveRef: this.#archiveRef,
                onAppend: this.#options.onAppend,
                lease,
                plan,
                attempt,
                open: (head) => this.#tenure(id, lease, head),
            });
            return tenure === undefined ? undefined : this.#driver(id, lease, tenure);
        });
    }
    async drive(id, options = {}) {
        return this.#retrying(`drive release ${id}`, async () => {
            const lease = this.#newLease(id);
            const tenure = await takeRelease({
                forge: this.#forge,
                id,
                holder: lease.holder,
                onWait: options.onWait,
                renewMs: this.#times.renewMs,
                open: (head) => this.#tenure(id, lease, head),
            });
            return tenure === undefined ? undefined : this.#driver(id, lease, tenure);
        });
    }
    async read(id) {
        return this.#retrying(`read release ${id}`, async () => {
            const ref = releaseRef(id);
            const { heads } = await this.#forge.look([ref]);
            const version = heads.get(ref);
            if (version === undefined)
                return { found: await this.#readArchived(id) };
            const files = await this.#forge.store.read(ref, version, [factsPath]);
            return files === undefined ? undefined : { found: storedRelease(id, files.get(factsPath) ?? "", true) };
        }).then(({ found }) => found);
    }
    async every() {
        return this.#retrying("read every release", async () => {
            const { heads } = await this.#forge.look([releasesPrefix, this.#archiveRef]);
            const live = [];
            for (const [ref, version] of heads) {
                if (!ref.startsWith(releasesPrefix))
                    continue;
                const files = await this.#forge.store.read(ref, version, [factsPath]);
                if (files === undefined)
                    return undefined;
                live.push(storedRelease(ref.slice(releasesPrefix.length), files.get(factsPath) ?? "", true));
            }
            const ids = new Set(live.map(({ id }) => id));
            return [...(await this.#archivedAt(heads)).filter(({ id }) => !ids.has(id)), ...live];
        });
    }
    async live() {
        const { heads } = await this.#forge.look([releasesPrefix]);
        const ids = [...heads.keys()].map((ref) => ref.slice(releasesPrefix.length));
        const found = [];
        for (const id of ids) {
            const release = await this.read(id);
            if (release?.live === true)
                found.push(release);
        }
        return found;
    }
    async archived() {
        return this.#archivedAt(undefined);
    }
    async #archivedAt(seen) {
        const archive = await openArchive(this.#forge, this.#archiveRef, seen);
        const ids = [...archive.paths].flatMap((path) => /^releases\/(.+)\.jsonl$/.exec(path)?.[1] ?? []);
        const files = await archive.read(ids.map(archivePath));
        return ids
            .map((id) => storedRelease(id, files.get(archivePath(id)) ?? "", false))
            .toSorted((a, b) => a.record.openedAt.localeCompare(b.record.openedAt));
    }
    async request(release, request) {
        await this.#retrying(`send the request to release ${release}`, async () => appendAside(this.#aside(release), (facts) => {
            if (facts.some((fact) => fact.type === "requested" && fact.id === request.id))
                return undefined;
            const { state } = (0,machine/* fold */.AU)(facts);
            if ((0,machine/* isTerminal */.Hd)(state))
                throw tooLate(release, state);
            return { type: "requested", ...request };
        }));
    }
    async noteWake(release, { seen, reason }) {
        const { run } = this.#options.author;
        let landed = false;
        const done = await this.#retrying(`note that release ${release} is woken`, async () => appendAside(this.#aside(release), (facts) => {
            if (facts.length === seen)
                return { type: "woken", reason };
            const next = facts[seen];
            landed = next?.type === "woken" && next.run.id === run.id && next.run.attempt === run.attempt;
            return undefined;
        }));
        return done === "appended" || landed;
    }
    async noteDenied(attempt) {
        await this.#retrying("note that somebody was denied", noting(this.#forge, attempt, this.#options.author.run.id));
    }
    async denied() {
        return this.#retrying("read who was denied", () => readDenied(this.#forge));
    }
    async whoDrives(release) {
        const ref = releaseLeaseRef(release);
        return this.#retrying(`read the lease of ${release}`, async () => {
            const { heads } = await this.#forge.look([ref]);
            const found = await readLease(this.#forge, heads, ref);
            const nowMs = this.#forge.nowMs();
            if (found === undefined)
                return heads.has(ref) ? undefined : { nowMs };
            const { actor, run } = found.lease;
            return { nowMs, driver: { actor, run, stale: isStale(found.lease, nowMs) } };
        });
    }
    async readArchiveFile(path) {
        const archive = await openArchive(this.#forge, this.#archiveRef);
        return (await archive.read([path])).get(path);
    }
    async environmentHolder(environment) {
        const ref = environmentLeaseRef(environment);
        const { holder } = await this.#retrying(`read the lease of ${environment}`, async () => {
            const { heads } = await this.#forge.look([ref]);
            const found = await readLease(this.#forge, heads, ref);
            if (found === undefined)
                return heads.has(ref) ? undefined : { holder: undefined };
            return { holder: { release: found.lease.release, stale: isStale(found.lease, this.#forge.nowMs()) } };
        });
        return holder;
    }
    async #readArchived(id) {
        const text = await this.readArchiveFile(archivePath(id));
        return text === undefined ? undefined : storedRelease(id, text, false);
    }
    #aside(release) {
        return { forge: this.#forge, author: this.#options.author, release };
    }
    #newLease(id) {
        const { run } = this.#options.author;
        const token = this.#options.token?.() ?? (0,external_node_crypto_.randomUUID)();
        return newLease(id, `${run.id}/${run.attempt}#${token}`, this.#options.author, this.#times);
    }
    #tenure(id, lease, head) {
        return new Tenure({
            id,
            lease,
            author: this.#options.author,
            forge: this.#forge,
            random: this.#random,
            archiveRef: this.#archiveRef,
            onAppend: this.#options.onAppend,
        }, head);
    }
    #driver(id, lease, tenure) {
        return new LeasedDriver({
            id,
            tenure,
            holder: lease.holder,
            author: this.#options.author,
            forge: this.#forge,
            times: this.#times,
            archiveRef: this.#archiveRef,
            pollMs: this.#options.pollMs ?? 5_000,
            onEffect: this.#options.onEffect,
        });
    }
    async #retrying(what, attempt) {
        for (let tries = 1; tries <= journal_maxTries; tries += 1) {
            const result = await attempt();
            if (result !== undefined)
                return result;
            await this.#forge.clock.sleep(journal_pauseMs * tries * (0.5 + this.#random()));
        }
        throw new faults/* ReleaseFault */.eB("remote", `Could not ${what}: others were faster ${journal_maxTries} times`, {
            hint: "Nothing was changed. Run the same command again.",
        });
    }
}
function storedRelease(id, text, live) {
    const facts = parseFacts(id, splitLines(text));
    return { id, facts, record: (0,machine/* fold */.AU)(facts), live };
}
function tooLate(release, state) {
    return new faults/* ReleaseFault */.eB("policy", `Release ${release} is ${state} and takes no more requests`, {
        hint: `To undo a completed release: release rollback ${release}`,
    });
}

;// CONCATENATED MODULE: ./build/packages/journal/directory-store.js



class DirectoryStore {
    #directory;
    #now;
    #last = 0;
    constructor(directory, now) {
        this.#directory = directory;
        this.#now = now;
    }
    async look(prefixes) {
        const { heads } = await this.#state();
        const seen = Object.entries(heads).filter(([ref]) => prefixes.some((prefix) => ref.startsWith(prefix)));
        return { heads: new Map(seen), nowMs: this.#now() };
    }
    async read(_ref, version, paths) {
        const tree = await this.#tree(version);
        const found = new Map();
        for (const path of paths) {
            const content = tree[path] === undefined ? undefined : await this.#object(tree[path]);
            if (content !== undefined)
                found.set(path, content);
        }
        return found;
    }
    async list(_ref, version) {
        return Object.keys(await this.#tree(version));
    }
    async write(changes, at) {
        const versions = new Map();
        for (const change of changes) {
            if (change.files !== undefined)
                versions.set(change.ref, await this.#version(change, change.files, at));
        }
        for (;;) {
            const state = await this.#state();
            const moved = changes.find(({ ref, expect }) => (state.heads[ref] ?? "absent") !== expect);
            const isDone = changes.every(({ ref }) => state.heads[ref] === versions.get(ref));
            if (isDone)
                return { state: "applied", reason: "", versions };
            if (moved !== undefined)
                return { state: "refused", reason: `${moved.ref} moved`, versions };
            const heads = { ...state.heads, ...Object.fromEntries(versions) };
            for (const { ref, files } of changes)
                if (files === undefined)
                    delete heads[ref];
            if (await this.#claim({ number: state.number + 1, heads }))
                return { state: "applied", reason: "", versions };
        }
    }
    async #version({ expect, before, message }, files, at) {
        const tree = before === "base" && expect !== "absent" ? { ...(await this.#tree(expect)) } : {};
        for (const [path, content] of files) {
            if (content === undefined)
                delete tree[path];
            else
                tree[path] = await this.#store(content);
        }
        const parent = before === "lost" ? "absent" : expect;
        return this.#store(JSON.stringify({ parent, at, message, tree }));
    }
    async #tree(version) {
        const { tree } = JSON.parse(await this.#object(version));
        return tree;
    }
    async #state() {
        if (this.#last === 0)
            this.#last = Number((await readText((0,external_node_path_.join)(this.#directory, "last"))) ?? "0");
        let state = { number: 0, heads: {} };
        for (let number = Math.max(this.#last, 1);; number += 1) {
            const text = await readText(this.#statePath(number));
            if (text === undefined)
                return state;
            this.#last = Math.max(this.#last, number);
            state = { number, heads: JSON.parse(text) };
        }
    }
    async #claim({ number, heads }) {
        const path = this.#statePath(number);
        const unfinished = await this.#unfinished(JSON.stringify(heads));
        try {
            await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
            await (0,promises_.link)(unfinished, path);
        }
        catch (thrown) {
            if (isErrno(thrown, "EEXIST"))
                return false;
            throw thrown;
        }
        finally {
            await (0,promises_.rm)(unfinished, { force: true });
        }
        await (0,promises_.rename)(await this.#unfinished(String(number)), (0,external_node_path_.join)(this.#directory, "last"));
        return true;
    }
    #statePath(number) {
        return (0,external_node_path_.join)(this.#directory, "states", String(Math.floor(number / 1000)), `${number}.json`);
    }
    async #store(content) {
        const id = (0,external_node_crypto_.createHash)("sha256").update(content).digest("hex");
        const path = (0,external_node_path_.join)(this.#directory, "objects", id.slice(0, 2), id);
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        await (0,promises_.rename)(await this.#unfinished(content), path);
        return id;
    }
    async #object(id) {
        return (0,promises_.readFile)((0,external_node_path_.join)(this.#directory, "objects", id.slice(0, 2), id), "utf8");
    }
    async #unfinished(content) {
        const path = (0,external_node_path_.join)(this.#directory, "unfinished", (0,external_node_crypto_.randomUUID)());
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        await (0,promises_.writeFile)(path, content);
        return path;
    }
}
async function readText(path) {
    try {
        return await (0,promises_.readFile)(path, "utf8");
    }
    catch (thrown) {
        if (isErrno(thrown, "ENOENT"))
            return undefined;
        throw thrown;
    }
}
function isErrno(thrown, code) {
    return typeof thrown === "object" && thrown !== null && "code" in thrown && thrown.code === code;
}

;// CONCATENATED MODULE: ./build/packages/journal/git-store.js

class GitStore {
    #git;
    #clock;
    #now;
    #newest = new Map();
    constructor({ git, clock, now }) {
        this.#git = git;
        this.#clock = clock;
        this.#now = now;
    }
    async look(prefixes) {
        const { refs, serverTimeMs } = await this.#git.look(prefixes);
        return { heads: refs, nowMs: serverTimeMs ?? this.#now() };
    }
    async read(ref, version, paths) {
        if (!(await this.#ensureHere(ref, version)))
            return undefined;
        return this.#git.readFiles(version, paths);
    }
    async list(ref, version) {
        if (!(await this.#ensureHere(ref, version)))
            return undefined;
        return this.#git.listFiles(version);
    }
    async write(changes, at) {
        const versions = new Map();
        const made = await Promise.all(changes.map(async (change) => [change.ref, await this.#commit(change, at)]));
        for (const [ref, sha] of made)
            if (sha !== undefined)
                versions.set(ref, sha);
        const outcome = await this.#git.push(changes.map(({ ref, expect }) => ({ ref, expect, to: versions.get(ref) })));
        if (outcome.state === "applied") {
            for (const [ref, sha] of versions)
                this.#newest.set(ref, sha);
            return { state: "applied", reason: "", versions };
        }
        if (outcome.state === "refused" && outcome.denied)
            throw denied(changes, outcome.reason);
        return { state: outcome.state, reason: outcome.reason, versions };
    }
    async #commit({ expect, files, before, message }, at) {
        if (files === undefined)
            return undefined;
        const parents = before === "lost" || expect === "absent" ? [] : [expect];
        return this.#git.commitFiles({ parents, files, message, at, whole: before !== "base" });
    }
    async #ensureHere(ref, version) {
        if (this.#newest.get(ref) === version)
            return true;
        const known = this.#newest.get(ref);
        if (!(await this.#fetch(ref, known === undefined ? [] : [known])))
            return false;
        if ((await this.#git.resolve(version)) === undefined)
            return false;
        this.#newest.set(ref, version);
        return true;
    }
    async #fetch(ref, known) {
        const branch = /^refs\/heads\/(?<name>.+)$/.exec(ref)?.groups?.["name"];
        const refspec = branch === undefined ? ref : `+${ref}:refs/release-command/archive/${branch}`;
        for (let attempt = 1;; attempt += 1) {
            try {
                await this.#git.fetch([refspec], known.length === 0 || branch !== undefined ? {} : { known });
                return true;
            }
            catch (thrown) {
                const said = thrown instanceof Error ? thrown.message : "";
                if (/couldn't find remote ref|not our ref/i.test(said))
                    return false;
                if (!/cannot lock ref|unable to create .*lock|file exists/i.test(said) || attempt === 10)
                    throw thrown;
                await this.#clock.sleep(20 * attempt);
            }
        }
    }
}
function denied(changes, reason) {
    const refs = changes.map(({ ref }) => ref).join(", ");
    return new faults/* ReleaseFault */.eB("permission", `The git host forbids writing ${refs}: ${reason}`, {
        hint: "In a workflow give the job `permissions: contents: write`; a ruleset must let this identity write refs/release-command/* and the branch release-journal.",
    });
}

;// CONCATENATED MODULE: ./build/packages/journal/open.js




async function openJournal(options) {
    const clock = options.clock ?? systemClock();
    return journalOver(new GitStore({ git: options.git, clock, now: options.now ?? Date.now }), { ...options, clock });
}
async function openDirectoryJournal(options) {
    return journalOver(new DirectoryStore(options.directory, options.now ?? Date.now), options);
}

;// CONCATENATED MODULE: ./build/packages/journal/index.js






// EXTERNAL MODULE: ./build/packages/monitors/index.js + 1 modules
var monitors = __webpack_require__(58890);
;// CONCATENATED MODULE: ./build/packages/scrub/known.js
const SHORTEST = 4;
function knownValues(secrets) {
    const forms = new Set(secrets.flatMap(formsOf).filter((form) => form.length >= SHORTEST));
    if (forms.size === 0)
        return undefined;
    const longestFirst = [...forms].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
    return new RegExp(longestFirst.map(literally).join("|"), "g");
}
function formsOf(secret) {
    const value = secret.trim();
    if (value.length < SHORTEST)
        return [];
    const lines = value
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line.length >= 8);
    return [secret, value, ...lines].flatMap((text) => [
        text,
        encodeURIComponent(text.toWellFormed()),
        new URLSearchParams([["", text]]).toString().slice(1),
        JSON.stringify(text).slice(1, -1),
        ...base64Forms(text),
    ]);
}
function base64Forms(text) {
    const bytes = Buffer.from(text, "utf8");
    const inner = [0, 1, 2].map((offset) => {
        const encoded = Buffer.concat([Buffer.alloc(offset), bytes])
            .toString("base64")
            .replace(/=+$/, "");
        const first = Math.ceil((offset * 8) / 6);
        const last = Math.floor(((offset + bytes.length) * 8) / 6);
        return encoded.slice(first, last);
    });
    const whole = bytes.toString("base64");
    const standard = [whole, ...inner.filter((part) => part.length >= 8)];
    return [...standard, ...standard.map((form) => form.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, ""))];
}
function literally(text) {
    return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw `\$&`);
}

;// CONCATENATED MODULE: ./build/packages/scrub/cards.js
const network = /^(?:4(?:\d{12}|\d{15}|\d{18})|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|6(?:011|5\d\d|4[4-9]\d)\d{12}|35\d{14}|3[068]\d{12})$/;
function isCardNumber(text) {
    const digits = text.replaceAll(/[ -]/g, "");
    return network.test(digits) && passesLuhn(digits);
}
function passesLuhn(digits) {
    const sum = Array.from(digits, Number)
        .toReversed()
        .reduce((total, digit, index) => {
        const value = digit * (index % 2 === 1 ? 2 : 1);
        return total + (value > 9 ? value - 9 : value);
    }, 0);
    return sum % 10 === 0;
}

;// CONCATENATED MODULE: ./build/packages/scrub/patterns.js

const shapes = [
    {
        kind: "private-key",
        pattern: /-----BEGIN (?:[A-Z0-9]{1,20} ){0,4}PRIVATE KEY(?: BLOCK)?-----(?:[^-]|-(?!----)){0,20000}-----END (?:[A-Z0-9]{1,20} ){0,4}PRIVATE KEY(?: BLOCK)?-----/g,
    },
    {
        kind: "private-key",
        pattern: /-----BEGIN (?:[A-Z0-9]{1,20} ){0,4}PRIVATE KEY(?: BLOCK)?-----(?:(?:\r?\n|(?:\\r)?\\n)[ \t]{0,8}[A-Za-z0-9+/=]{1,200}){0,400}/g,
    },
    { kind: "github-token", pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_[A-Za-z0-9_]{20,255})/g },
    { kind: "gitlab-token", pattern: /\bglpat-[A-Za-z0-9_-]{20,255}/g },
    { kind: "npm-token", pattern: /\bnpm_[A-Za-z0-9]{36}\b/g },
    { kind: "slack-token", pattern: /\bxox[abeoprs]-[A-Za-z0-9-]{10,255}/g },
    { kind: "slack-webhook", pattern: /\bhttps:\/\/hooks\.slack\.com\/services\/[A-Za-z0-9/]{20,100}/g },
    { kind: "stripe-key", pattern: /\b[rs]k_(?:live|test)_[A-Za-z0-9]{16,255}/g },
    { kind: "google-key", pattern: /\bAIza[A-Za-z0-9_-]{35}/g },
    { kind: "aws-key", pattern: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g },
    {
        kind: "aws-secret",
        pattern: /(?<name>\baws_?(?:secret_?access_?key|session_?token|secret)["']?\s{0,5}[:=]\s{0,5}["']?)[A-Za-z0-9+/=]{40,2000}/gi,
        replacement: "$<name>",
    },
    { kind: "jwt", pattern: /\beyJ[A-Za-z0-9_-]{8,4000}\.[A-Za-z0-9_-]{8,8000}\.[A-Za-z0-9_-]{0,4000}/g },
    {
        kind: "credentials",
        pattern: /(?<name>\bauthorization["']?\s{0,3}[:=]\s{0,3}["']?(?:[a-z]{1,20}\s{1,3})?)(?!\[REDACTED)[a-z0-9._~+/-]{4,4000}={0,2}/gi,
        replacement: "$<name>",
    },
    {
        kind: "credentials",
        pattern: /(?<scheme>\b(?:[Bb]earer|BEARER|[Bb]asic|BASIC)\s{1,3})(?=[a-z]{0,200}[0-9A-Z._~+/])[A-Za-z0-9._~+/-]{12,4000}={0,2}/g,
        replacement: "$<scheme>",
    },
    {
        kind: "credentials",
        pattern: /(?<scheme>\b[a-z][a-z0-9+.-]{1,20}:\/\/)[^\s/?#"'<>@[\]]{1,500}(?=@)/gi,
        replacement: "$<scheme>",
    },
    {
        kind: "credentials",
        pattern: /(?<name>\b(?:[a-z0-9]{1,30}[_-]){0,4}(?:password|passwd|secret|api[_-]?key|access[_-]?token|auth[_-]?token|client[_-]?secret|private[_-]?key)["']?\s{0,3}[=:]\s{0,3}["']?)(?!\[REDACTED)(?=[^\s"'&;,]{0,200}\d)[^\s"'&;,{}()[\]<>$]{8,500}/gi,
        replacement: "$<name>",
    },
    {
        kind: "email",
        pattern: /(?<![A-Za-z0-9._%+@/-])[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@(?:[A-Za-z0-9][A-Za-z0-9-]{0,62}\.){1,8}[A-Za-z]{2,24}(?![A-Za-z0-9:/])/g,
    },
    { kind: "card", pattern: /(?<![\w.-])\d(?:[ -]?\d){12,18}(?![\w-]|\.\d)/g, confirms: isCardNumber },
];

;// CONCATENATED MODULE: ./build/packages/scrub/scrub.js


function createScrubber({ secrets }) {
    const known = knownValues(secrets);
    const text = (raw) => {
        const safe = known === undefined ? raw : outside(raw, known, "[REDACTED:secret]");
        return shapes.reduce(redact, safe);
    };
    return {
        text,
        value: (json) => walk(json, text),
    };
}
const secretKey = /^(?:[a-z0-9]{1,30}[_-]?){0,3}(?:password|passwd|secret|api[_-]?key|access[_-]?token|authorization)$/i;
const placeholder = /\[REDACTED:[a-z-]{1,30}\]/;
function outside(text, pattern, replacement) {
    return text
        .split(new RegExp(`(${placeholder.source})`))
        .map((part, index) => (index % 2 === 1 ? part : part.replace(pattern, () => replacement)))
        .join("");
}
function redact(text, { kind, pattern, replacement = "", confirms }) {
    if (confirms !== undefined)
        return text.replace(pattern, (match) => (confirms(match) ? `[REDACTED:${kind}]` : match));
    return text.replace(pattern, `${replacement}[REDACTED:${kind}]`);
}
function walk(json, text) {
    if (typeof json === "string")
        return text(json);
    if (Array.isArray(json))
        return json.map((item) => walk(item, text));
    if (typeof json !== "object" || json === null)
        return json;
    return Object.fromEntries(Object.entries(json).map(([key, item]) => {
        const hidden = typeof item === "string" && item !== "" && secretKey.test(key);
        return [text(key), hidden ? "[REDACTED:credentials]" : walk(item, text)];
    }));
}

;// CONCATENATED MODULE: ./build/packages/scrub/index.js


// EXTERNAL MODULE: ./build/packages/targets/index.js + 5 modules
var targets = __webpack_require__(16235);
;// CONCATENATED MODULE: ./build/packages/stages/economy.js
function createMeter(hooks, signal) {
    const count = { gitRequests: 0, appends: 0, facts: 0 };
    const spoken = () => {
        count.gitRequests += 1;
    };
    return {
        count: count,
        git: (git) => ({
            ...git,
            fetch: (...wanted) => (spoken(), git.fetch(...wanted)),
            remoteRefs: (patterns) => (spoken(), git.remoteRefs(patterns)),
            look: (prefixes) => (spoken(), git.look(prefixes)),
            push: (updates) => (spoken(), git.push(updates)),
        }),
        hooks: {
            onAppend: async (phase, facts) => {
                await hooks?.onAppend?.(phase, facts);
                if (phase === "before")
                    return;
                count.appends += 1;
                count.facts += facts;
            },
            onEffect: async (phase, step) => {
                await hooks?.onEffect?.(phase, step);
                if (phase === "before" && !step.endsWith("/revert-traffic"))
                    signal.throwIfAborted();
            },
        },
    };
}

;// CONCATENATED MODULE: ./build/packages/stages/first-answer.js

const hasty = { timeoutMs: 6_000, retryDelaysMs: [500] };
function createPatientFetch(options) {
    const patient = (0,http/* createFetch */.H)(options);
    const first = (0,http/* createFetch */.H)({ ...options, ...hasty });
    let answered = false;
    return async (input, init) => {
        if (answered)
            return patient(input, init);
        const response = await first(input, init);
        answered = true;
        const readOnly = (init?.method ?? "GET").toUpperCase() === "GET";
        return response.status >= 500 && readOnly ? patient(input, init) : response;
    };
}

;// CONCATENATED MODULE: ./build/packages/stages/forge-address.js

function forgeAddress(remote, env) {
    const parsed = parseRemote(remote);
    const repository = env["GITHUB_REPOSITORY"] ?? parsed?.repository;
    const serverUrl = env["GITHUB_SERVER_URL"] ?? parsed?.serverUrl;
    if (repository === undefined || serverUrl === undefined) {
        throw new faults/* ReleaseFault */.eB("input", `The remote ${remote} is not a repository on a code host`, {
            hint: "Set GITHUB_REPOSITORY and GITHUB_SERVER_URL. Example: GITHUB_REPOSITORY=acme/shop GITHUB_SERVER_URL=https://github.com",
        });
    }
    return { repository, serverUrl, apiUrl: env["GITHUB_API_URL"] ?? apiOf(serverUrl) };
}
function apiOf(serverUrl) {
    const { origin, hostname } = new URL(serverUrl);
    return hostname === "github.com" ? "https://api.github.com" : `${origin}/api/v3`;
}
function parseRemote(remote) {
    const scp = /^(?:ssh:\/\/)?[^@/]+@(?<host>[^:/]+)[:/](?<repository>[^/]+\/[^/]+?)(?:\.git)?\/?$/.exec(remote)?.groups;
    if (scp?.["host"] !== undefined && scp["repository"] !== undefined) {
        return { repository: scp["repository"], serverUrl: `https://${scp["host"]}` };
    }
    if (!/^https?:\/\//.test(remote) || !URL.canParse(remote))
        return undefined;
    const { origin, pathname } = new URL(remote);
    const repository = pathname
        .replace(/^\//, "")
        .replace(/\/$/, "")
        .replace(/\.git$/, "");
    return repository.split("/").length === 2 ? { repository, serverUrl: origin } : undefined;
}

;// CONCATENATED MODULE: ./build/packages/stages/signing.js

const signingVariables = { key: "RELEASE_SIGNING_KEY", passphrase: "RELEASE_SIGNING_PASSPHRASE" };
function signingKeyOf(env) {
    const key = env[signingVariables.key]?.trim() ?? "";
    const passphrase = env[signingVariables.passphrase] ?? "";
    if (key === "")
        return undefined;
    return { key, ...(passphrase === "" ? {} : { passphrase }) };
}
function signerOf({ config: { tag }, signingKey }) {
    if (tag.sign === "none")
        return undefined;
    if (signingKey !== undefined)
        return { format: tag.sign, ...signingKey };
    throw new faults/* ReleaseFault */.eB("config", `tag.sign is ${tag.sign}, and there is no key: ${signingVariables.key} is not set`, {
        hint: `Put the private key into ${signingVariables.key}, in the workflow into the input signing-key, or set tag.sign to none.`,
    });
}
async function unableToSign({ git, ...signing }, sha) {
    try {
        const signer = signerOf(signing);
        if (signer !== undefined)
            await git.trySigning(sha, signer);
        return undefined;
    }
    catch (thrown) {
        if (thrown instanceof faults/* ReleaseFault */.eB && thrown.code === "config")
            return thrown;
        throw thrown;
    }
}

;// CONCATENATED MODULE: ./build/packages/stages/stopping.js
const graceMs = 5_000;
function afterGrace(signal) {
    const late = new AbortController();
    const begin = () => {
        setTimeout(() => late.abort(signal.reason), graceMs).unref();
    };
    if (signal.aborted)
        begin();
    else
        signal.addEventListener("abort", begin, { once: true });
    return late.signal;
}
function stoppable(clock, signal) {
    return { now: () => clock.now(), sleep: (ms, own) => clock.sleep(ms, either(own, signal)) };
}
function stoppableJournal(clock, signal) {
    return {
        monotonicMs: () => clock.monotonicMs(),
        sleep: (ms, own, options) => clock.sleep(ms, either(own, signal), options),
    };
}
function stoppableFetch(fetch, signal) {
    return (input, init) => fetch(input, { ...init, signal: either(init?.signal ?? undefined, signal) });
}
function either(own, signal) {
    return own === undefined ? signal : AbortSignal.any([own, signal]);
}

;// CONCATENATED MODULE: ./build/packages/stages/open.js

















async function openWorkplace(surroundings) {
    const { cwd, env, signal, clock } = surroundings;
    const token = env["GITHUB_TOKEN"] ?? env["GH_TOKEN"];
    const authorization = () => token === undefined ? undefined : `Basic ${Buffer.from(`x-access-token:${token}`).toString("base64")}`;
    const fetch = createPatientFetch({
        fetch: stoppableFetch(surroundings.fetch, signal),
        clock: stoppable(clock, signal),
        ...(surroundings.onCall === undefined ? {} : { onCall: surroundings.onCall }),
    });
    const late = afterGrace(signal);
    const gitFetch = stoppableFetch(surroundings.fetch, late);
    const meter = createMeter(surroundings.hooks, signal);
    const git = meter.git(await (0,packages_git/* openGit */.z)({ directory: cwd, author, authorization, fetch: gitFetch, signal: late }));
    const local = await configHere(cwd);
    const address = forgeAddress(git.remote, env);
    const forge = openGitHub({ ...address, token: demandToken(token), fetch, clock: stoppable(clock, signal) });
    const actor = await whoActs(forge, env);
    const journalClock = stoppableJournal(surroundings.journalClock ?? systemClock(), late);
    const journal = await openStore({ ...surroundings, journalClock, hooks: meter.hooks }, { git, actor, config: local.config });
    const economy = () => ({ ...meter.count, apiCalls: forge.calls });
    return { surroundings, git, forge, journal, actor, local, economy };
}
const author = { name: "Release Command", email: "release-command@users.noreply.github.com" };
async function fetchAll(git) {
    await git.fetch(["+refs/heads/*:refs/remotes/origin/*", "+refs/tags/*:refs/tags/*"]);
}
async function configAt(git, revision) {
    const loaded = loadedFrom(await git.readFile(revision, packages_config.defaultConfigPath));
    if (!(0,packages_config.wantsDetection)(loaded.written))
        return loaded;
    const paths = await git.listFiles(revision);
    return (0,packages_config.withDetection)(loaded, (0,packages_config.detect)({ paths, texts: await git.readFiles(revision, (0,packages_config.manifestsOf)(paths)) }));
}
async function configHere(cwd) {
    return loadedFrom(await (0,promises_.readFile)(external_node_path_.join(cwd, packages_config.defaultConfigPath), "utf8").catch(() => undefined));
}
function loadedFrom(text) {
    return (0,packages_config.loadConfig)({ text, path: packages_config.defaultConfigPath, targets: targets.targetNames, monitors: monitors.monitorNames });
}
function demandToken(token) {
    if (token !== undefined && token !== "")
        return token;
    throw new faults/* ReleaseFault */.eB("permission", "No token for the code host: GITHUB_TOKEN is not set", {
        hint: "Example: export GITHUB_TOKEN=$(gh auth token)",
    });
}
async function whoActs(forge, env) {
    const actor = env["GITHUB_ACTIONS"] === "true" ? env["GITHUB_ACTOR"] : undefined;
    return actor === undefined || actor === "" ? forge.whoAmI() : actor;
}
async function openStore({ cwd, env, journalClock, hooks }, { git, actor, config }) {
    const run = {
        id: env["GITHUB_RUN_ID"] ?? `${(0,external_node_os_.hostname)()}-${process.pid}-${(0,external_node_crypto_.randomUUID)().slice(0, 8)}`,
        attempt: Number(env["GITHUB_RUN_ATTEMPT"] ?? "1"),
    };
    const { store, branch, directory, lease } = config.journal;
    const shared = {
        author: { actor, run },
        ...(journalClock === undefined ? {} : { clock: journalClock }),
        times: { ttlMs: lease.ttl, renewMs: lease.renew, effectMs: lease.effect },
        ...hooks,
    };
    return store === "git"
        ? openJournal({ ...shared, git, archiveBranch: branch })
        : openDirectoryJournal({ ...shared, directory: external_node_path_.resolve(cwd, directory) });
}
async function portsOf(workplace, config, release) {
    const { surroundings, git, forge, journal, actor } = workplace;
    const { cwd, clock, say, signal } = surroundings;
    const { [signingVariables.key]: _, [signingVariables.passphrase]: __, ...env } = definedOnly(surroundings.env);
    const scrubber = createScrubber({ secrets: secretsOf(definedOnly(surroundings.env)) });
    const workDirectory = await makeWorkDirectory(cwd, release);
    const targets = new Map();
    const target = (environment) => {
        const known = targets.get(environment) ?? openTarget(config, environment, { workDirectory: cwd, clock, signal });
        targets.set(environment, known);
        return known;
    };
    return {
        config,
        git,
        forge,
        journal,
        clock,
        fetch: surroundings.fetch,
        env,
        signingKey: signingKeyOf(surroundings.env),
        actor,
        workDirectory,
        target,
        monitor: async (environment, at) => {
            if (environment === "development")
                throw new Error("development is not watched");
            const { monitor, monitorSettings, settings } = config.environments[environment];
            const { url, revisions } = await at.observe();
            const headersFor = (version) => revisions.find((revision) => revision.version === version)?.headers ?? {};
            const place = monitor === "proxy" ? inFolder(monitorSettings, settings, cwd) : monitorSettings;
            return (0,monitors.openMonitor)(monitor, place, { url, headersFor, clock, fetch: surroundings.fetch });
        },
        say: (text) => say(scrubber.text(text)),
        scrub: scrubber,
        signal,
    };
}
async function openTarget(config, environment, world) {
    if (environment === "development")
        throw new Error("nothing is deployed to development");
    const { target, settings } = config.environments[environment];
    return (0,targets.loadTarget)(target, { environment, settings, ...world });
}
function inFolder(monitor, target, cwd) {
    const directory = monitor["directory"] ?? target["directory"];
    return typeof directory === "string" ? { ...monitor, directory: external_node_path_.resolve(cwd, directory) } : monitor;
}
async function makeWorkDirectory(cwd, release) {
    const root = external_node_path_.join(cwd, ".release-command");
    const directory = external_node_path_.join(root, "work", release);
    await (0,promises_.mkdir)(directory, { recursive: true });
    await (0,promises_.writeFile)(external_node_path_.join(root, ".gitignore"), "*\n");
    return directory;
}
function definedOnly(env) {
    return Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
function secretsOf(env) {
    return Object.entries(env).flatMap(([name, value]) => /(TOKEN|SECRET|PASSWORD|PASSWD|API_?KEY|(?:PRIVATE|SIGNING)_KEY|PASSPHRASE)$/i.test(name) && value.length >= 6
        ? [value]
        : []);
}

;// CONCATENATED MODULE: ./build/packages/stages/role-holders.js



const strangers = new Set(["none", "read"]);
async function findHolder({ login, repositoryRole, lists }, isMember) {
    const isNamed = (holder) => holder === repositoryRole || (holder.toLowerCase() === `@${login.toLowerCase()}` && !strangers.has(repositoryRole));
    for (const { role, holders } of lists)
        if (holders.some(isNamed))
            return { role };
    const unseen = [];
    const known = new Map();
    for (const { role, holders } of lists) {
        for (const team of holders.filter(isTeam)) {
            if (!known.has(team))
                known.set(team, await answer(isMember(team), unseen));
            if (known.get(team) === true)
                return { role };
        }
    }
    const wanted = lists.map(({ role, holders }) => role in machine/* givenRoles */.vy ? `${role} is needed` : `roles.${role} is ${holders.join(", ") || "nobody"}`);
    const why = [`the role in the repository is ${repositoryRole}, and ${wanted.join("; ")}`];
    const hints = [...new Set(unseen.map(({ hint }) => hint))];
    return { role: undefined, why: [...why, ...unseen.map(({ message }) => message)].join(". "), hints };
}
async function answer(asked, unseen) {
    try {
        return await asked;
    }
    catch (thrown) {
        if (!(thrown instanceof faults/* ReleaseFault */.eB) || thrown.code !== "permission")
            throw thrown;
        unseen.push(thrown);
        return false;
    }
}

;// CONCATENATED MODULE: ./build/packages/stages/authority.js





async function authorise(workplace, wish, known = "fetch") {
    const config = await rolesInForce(workplace, known);
    let first;
    for (const person of peopleOf(workplace)) {
        const held = await holding(workplace, { config, wish, person });
        if (held.role === undefined)
            throw await authority_denied(workplace, { wish, person, held, config });
        first ??= held.role;
    }
    if (first !== undefined)
        return first;
    throw new faults/* ReleaseFault */.eB("permission", "Nobody is known to act here", { hint: "Sign in: export GITHUB_TOKEN=…" });
}
async function whyNot(workplace, deed, known = "fetch") {
    const config = await rolesInForce(workplace, known);
    const wish = { deeds: [deed] };
    for (const person of peopleOf(workplace)) {
        const held = await holding(workplace, { config, wish, person });
        if (held.role === undefined)
            return messageOf(wish, person, held);
    }
    return undefined;
}
function goingOn({ id, facts, record }, { surroundings: { env } }) {
    const opened = facts[0]?.run.id;
    const isRetry = record.plan.retry !== undefined && env["GITHUB_ACTIONS"] === "true" && opened === env["GITHUB_RUN_ID"];
    const isBack = record.plan.rollback !== undefined || record.state === "rolled_back";
    return {
        deeds: [
            "resume",
            ...(isBack ? ["rollback"] : []),
            ...(isRetry ? [(0,machine/* retryAfter */.P9)(record.plan.retry?.gate)] : []),
        ],
        release: id,
    };
}
async function rolesInForce({ git, forge }, known) {
    const branch = await forge.defaultBranch();
    const ref = `refs/remotes/origin/${branch}`;
    if (known === "fetch")
        await git.fetch([`+refs/heads/${branch}:${ref}`]);
    return { branch, roles: (await configAt(git, ref)).config.roles };
}
function peopleOf({ actor, surroundings: { env } }) {
    if (env["GITHUB_ACTIONS"] !== "true")
        return [actor];
    const named = [env["GITHUB_ACTOR"], env["GITHUB_TRIGGERING_ACTOR"]].map((login) => login === "" ? undefined : login);
    return named.includes(undefined) ? [undefined] : [...new Set([actor, named[1]])];
}
function rolesOf({ deeds }) {
    return [...new Set(deeds.flatMap((deed) => machine/* authority */.ku[deed].roles))];
}
async function holding({ forge }, { config, wish, person }) {
    if (person === undefined)
        return unnamed;
    const lists = rolesOf(wish).map((role) => ({ role, holders: holdersOf(config, role) }));
    try {
        const repositoryRole = await forge.roleOf(person);
        return await findHolder({ login: person, repositoryRole, lists }, (team) => forge.isTeamMember(team, person));
    }
    catch (thrown) {
        if (!(thrown instanceof faults/* ReleaseFault */.eB) || thrown.code !== "permission")
            throw thrown;
        return { role: undefined, why: thrown.message, hints: [thrown.hint] };
    }
}
function holdersOf({ roles }, role) {
    return role === "admin" ? machine/* givenRoles */.vy[role] : roles[role];
}
const unnamed = {
    role: undefined,
    why: "the runner does not say who asks: GITHUB_ACTOR or GITHUB_TRIGGERING_ACTOR is not set",
    hints: [
        "GitHub sets both for every step. On another runner set them for the step, to the person who started the run.",
    ],
};
function messageOf({ deeds: [deed] }, person, { why }) {
    return `${person ?? "Nobody"} may not ${machine/* authority */.ku[deed].text}: ${why}`;
}
async function authority_denied(workplace, { wish, person, held, config }) {
    const wanted = rolesOf(wish);
    const lists = wanted.filter((role) => role !== "admin").map((role) => `roles.${role}`);
    const message = messageOf(wish, person, held);
    const { release } = wish;
    const asked = {
        person: person ?? workplace.actor,
        deed: wish.deeds[0],
        why: held.why,
        ...(release === undefined ? {} : { release }),
    };
    const noted = await workplace.journal.noteDenied(asked).then(() => "The attempt was noted.", (thrown) => `The attempt could not be noted: ${(0,faults/* asFault */.Ps)(thrown).message}`);
    const where = `${lists.join(" or ")} of ${packages_config.defaultConfigPath} on ${config.branch}`;
    const whom = lists.length === 0 ? "Ask an admin of the repository." : `Ask somebody of ${where}, or to be added there.`;
    return new faults/* ReleaseFault */.eB("permission", message, {
        hint: [whom, ...held.hints, noted].join("\n"),
    });
}

// EXTERNAL MODULE: ./build/packages/report/index.js + 21 modules
var report = __webpack_require__(60849);
;// CONCATENATED MODULE: ./build/packages/stages/context.js



function moveTo(driver, to, reason) {
    const missing = (0,machine/* missingGuards */.Nu)(driver.record, to);
    if (missing === undefined || missing.length > 0) {
        const why = missing?.map((name) => machine/* guards */.DK[name].text).join("; ") ?? "there is no such move";
        throw new faults/* ReleaseFault */.eB("bug", `${driver.id} may not go from ${driver.record.state} to ${to}: not fulfilled: ${why}`, {
            hint: `Nothing was moved. Look at the record: release report ${driver.id}`,
        });
    }
    driver.decide({ type: "moved", from: driver.record.state, to, reason });
    return "moved";
}
function failRelease(driver, failure) {
    driver.decide({ type: "failure-captured", failedState: driver.record.state, ...failure });
    return moveTo(driver, "failed", failure.failureReason);
}
function resumeCommand(record) {
    return `release resume ${record.id}`;
}
function artifactOf({ git }, version, sha) {
    return { version, sha, export: (directory) => git.exportTree(sha, directory) };
}
async function attended(context, effect) {
    const { driver, signal } = context;
    const stop = new AbortController();
    const either = AbortSignal.any([signal, stop.signal]);
    let news;
    const listening = (async () => {
        while (!either.aborted) {
            await context.clock.sleep(1000, either).catch(() => undefined);
            if (either.aborted)
                return;
            try {
                await driver.poll();
            }
            catch (thrown) {
                news = thrown;
                stop.abort(thrown);
            }
        }
    })();
    try {
        return await effect(either);
    }
    catch (thrown) {
        if (news !== undefined)
            throw news;
        throw thrown;
    }
    finally {
        stop.abort(new NewsError("over"));
        await listening;
    }
}
function required(value, what) {
    if (value !== undefined)
        return value;
    throw new faults/* ReleaseFault */.eB("bug", `${what} is not in the record`, {
        hint: "Run again with RELEASE_DEBUG=1 and report the output.",
    });
}

;// CONCATENATED MODULE: ./build/packages/stages/backport.js


async function backport(context) {
    const done = await context.driver.step("backport", () => bringTo(context, developmentBranch(context)), {
        facts: (result) => [{ type: "backported", ...result }],
    });
    context.say(`backport to ${done.into}: ${done.reason}${done.url === undefined ? "" : ` (${done.url})`}`);
}
const developmentBranch = ({ config }) => config.branches.source ?? "develop";
const tries = 5;
async function bringTo(context, into) {
    const { git, driver } = context;
    const { targetBranch, tag } = driver.record.plan;
    const released = required(driver.record.merge, "the merge").sha;
    if (into === targetBranch)
        return { into, via: "not-applicable", reason: `${tag} was released from it` };
    for (let attempt = 0; attempt < tries; attempt += 1) {
        const head = await headOf(context, into);
        if (head === undefined)
            return { into, via: "not-applicable", reason: `there is no branch ${into}` };
        if ((await git.resolve(released)) === undefined)
            await headOf(context, targetBranch);
        if (await git.isAncestor(released, head))
            return present(context, { into, head, released });
        const message = `Merge ${tag} into ${into}\n\n${trailer(tag)}\n`;
        const merged = await git.merge({ ours: head, theirs: released, message, at: driver.record.lastAt });
        if (merged.state === "conflict")
            return propose(context, into, `it conflicts in ${listed(merged.files)}`);
        const outcome = await git.push([{ ref: `refs/heads/${into}`, to: merged.sha, expect: head }]);
        if (outcome.state === "applied")
            return mergedAs(into, merged.sha);
        if (outcome.state === "refused" && outcome.denied)
            return propose(context, into, `${into} takes no push`);
    }
    throw new faults/* ReleaseFault */.eB("remote", `${tag} could not be brought to ${into}: it moved at each of ${tries} tries`, {
        hint: `Continue with: ${resumeCommand(driver.record)}`,
    });
}
const trailer = (tag) => `Release-Command: backport ${tag}`;
const mergedAs = (into, sha) => ({
    into,
    via: "merge",
    reason: `merged as ${sha.slice(0, 7)}`,
    sha,
});
const listed = (files) => `${files.slice(0, 5).join(", ")}${files.length > 5 ? ` and ${files.length - 5} more` : ""}`;
async function headOf({ git }, branch) {
    const ref = `refs/heads/${branch}`;
    const remote = `refs/remotes/origin/${branch}`;
    if ((await git.remoteRefs([ref])).get(ref) === undefined)
        return undefined;
    await git.fetch([`+${ref}:${remote}`]);
    return git.resolve(remote);
}
async function present({ git, driver }, { into, head, released }) {
    const { tag } = driver.record.plan;
    const chunks = [];
    for await (const chunk of git.log(["--merges", "--format=%H%x01%B%x00", `${released}..${head}`]))
        chunks.push(chunk);
    const merges = Buffer.concat(chunks).toString("utf8").split("\0");
    const ours = merges.find((merge) => merge.split("\n").includes(trailer(tag)));
    if (ours !== undefined)
        return mergedAs(into, ours.trim().slice(0, 40));
    return { into, via: "not-applicable", reason: `${into} has it already` };
}
async function propose(context, into, why) {
    const { git, forge, driver, config } = context;
    const { tag, releaseVersion } = driver.record.plan;
    const released = required(driver.record.merge, "the merge").sha;
    const branch = `backport/${tag}`;
    const ref = `refs/heads/${branch}`;
    const outcome = await git.push([{ ref, to: released, expect: "absent" }]);
    const there = outcome.state === "applied" ? released : (await git.remoteRefs([ref])).get(ref);
    if (there === undefined) {
        if (outcome.state === "refused")
            return byHand(context, into, `${why}, and ${branch} could not be pushed`);
        throw new faults/* ReleaseFault */.eB("remote", `Could not push ${branch}: ${outcome.state === "unknown" ? outcome.reason : ""}`, {
            hint: `Continue with: ${resumeCommand(driver.record)}`,
        });
    }
    try {
        const pull = await forge.ensurePullRequest({
            head: branch,
            headSha: there,
            base: into,
            title: `Backport ${releaseVersion} to ${into}`,
            body: `Hotfix ${tag} is in production, and ${into} lacks it: ${why}. Merge this with a merge commit. No release waits for it.`,
            labels: ["release", "auto-generated"],
            reviewers: config.review.reviewers,
        });
        return { into, via: "pull-request", reason: `${why}; pull request ${pull.number} is ${pull.state}`, url: pull.url };
    }
    catch (thrown) {
        if (!(thrown instanceof faults/* ReleaseFault */.eB) || (thrown.code !== "policy" && thrown.code !== "permission"))
            throw thrown;
        return byHand(context, into, `${why}, and no pull request could be opened (${thrown.message})`);
    }
}
function byHand({ driver }, into, why) {
    const { tag } = driver.record.plan;
    driver.observe({ type: "warned", message: `${tag} has to be brought to ${into} by hand: ${why}` });
    return { into, via: "by-hand", reason: `${why}. Do: git switch ${into} && git merge ${tag} && git push` };
}

// EXTERNAL MODULE: ./build/packages/audit/index.js + 2 modules
var audit = __webpack_require__(36340);
;// CONCATENATED MODULE: ./build/packages/stages/records.js

const auditLogPath = "docs/audit/releases.log";
const reportPath = (id) => `docs/releases/${id}.md`;
const recordsBranch = "release-command/records";
async function publishRecords(ports, targetBranch) {
    const { git, clock } = ports;
    const { head, files } = await missingAt(ports, targetBranch);
    if (files.size === 0)
        return undefined;
    const message = "docs: bring release records up to date\n\nWritten by Release Command from the release journal.\n";
    const sha = await git.commitFiles({ parents: [head], files, message, at: new Date(clock.now()).toISOString() });
    const outcome = await git.push([{ ref: `refs/heads/${targetBranch}`, to: sha, expect: head }]);
    if (outcome.state === "applied")
        return `committed to ${targetBranch}`;
    return proposeRecords(ports, { targetBranch, sha, files });
}
async function arePublished(ports, targetBranch) {
    const { git, forge } = ports;
    const { files } = await missingAt(ports, targetBranch);
    if (files.size === 0)
        return true;
    const tip = await proposedTip(ports);
    if (tip === undefined || !(await hasAll(git, tip, files)))
        return false;
    return (await forge.findPullRequest(recordsBranch, targetBranch)) !== undefined;
}
async function missingAt(ports, targetBranch) {
    const { git, config } = ports;
    const archive = `refs/remotes/origin/${config.journal.branch}`;
    const target = `refs/remotes/origin/${targetBranch}`;
    await git.fetch([`+refs/heads/${config.journal.branch}:${archive}`, `+refs/heads/${targetBranch}:${target}`]);
    const head = required(await git.resolve(target), `the head of ${targetBranch}`);
    return { head, files: await missingFiles(ports, archive, head) };
}
async function proposedTip({ git }) {
    const ref = `refs/heads/${recordsBranch}`;
    const tip = (await git.remoteRefs([ref])).get(ref);
    if (tip !== undefined)
        await git.fetch([`+${ref}:refs/remotes/origin/${recordsBranch}`]);
    return tip;
}
async function missingFiles({ git }, archive, head) {
    const paths = (await git.listFiles(archive)).filter((path) => path.startsWith("docs/releases/") || path === auditLogPath);
    const [archived, present] = await Promise.all([git.readFiles(archive, paths), git.readFiles(head, paths)]);
    return new Map([...archived].filter(([path, text]) => present.get(path) !== text));
}
async function proposeRecords(ports, { targetBranch, sha, files, }) {
    const { git, forge } = ports;
    const tip = await proposedTip(ports);
    if (tip === undefined || !(await hasAll(git, tip, files)))
        await git.push([{ ref: `refs/heads/${recordsBranch}`, to: sha, expect: tip ?? "absent" }]);
    const pull = await forge.ensurePullRequest({
        head: recordsBranch,
        headSha: sha,
        base: targetBranch,
        title: "Release records",
        body: "Reports and audit log of finished releases. One standing pull request: it is updated by every release until it is merged.",
        labels: ["release", "auto-generated"],
        reviewers: [],
    });
    return pull.url;
}
async function hasAll(git, revision, files) {
    const present = await git.readFiles(revision, [...files.keys()]);
    return [...files].every(([path, text]) => present.get(path) === text);
}

;// CONCATENATED MODULE: ./build/packages/stages/settle.js




async function settle({ driver }, outcome) {
    driver.decide({ type: "settled", outcome });
    await driver.archive(async (facts, read) => [
        { path: reportPath(driver.id), content: (0,report.releaseReport)(facts) },
        { path: auditLogPath, content: withLine((await read(auditLogPath)) ?? "", facts) },
    ]);
    return "settled";
}
function withLine(log, facts) {
    return `${log}${(0,audit/* auditLine */.kk)(log, (0,machine/* fold */.AU)(facts), facts)}\n`;
}

;// CONCATENATED MODULE: ./build/packages/stages/completed.js




async function completed(context) {
    const { driver, forge, say } = context;
    const { plan } = driver.record;
    if (plan.releaseType === "hotfix")
        await backport(context);
    const url = await driver.step("github-release", async () => {
        const release = await forge.ensureRelease({
            tag: plan.tag,
            title: `Release ${plan.releaseVersion}`,
            notes: required(driver.record.changelog, "the changelog"),
            prerelease: plan.releaseVersion.includes("-"),
            assets: [{ name: `release-report-${plan.tag}.md`, content: (0,report.releaseReport)(driver.facts) }],
        });
        for (const message of release.warnings)
            driver.observe({ type: "warned", message });
        return release.url;
    }, { facts: (address) => [{ type: "published", what: "github-release", url: address }] });
    say(`published ${url}`);
    return settle(context, "completed");
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./build/packages/process/index.js + 5 modules
var packages_process = __webpack_require__(91239);
;// CONCATENATED MODULE: ./build/packages/gates/examples.js
const examples = {
    security: `gates:
  security:
    command: semgrep scan --config p/owasp-top-ten --sarif --output reports/security.sarif
    report: reports/security.sarif`,
    unit: `gates:
  unit:
    command: npx vitest run --coverage --coverage.reporter=lcov --reporter=junit --outputFile=reports/unit.xml
    report: reports/unit.xml
    coverage: coverage/lcov.info`,
    integration: `gates:
  integration:
    command: npm run test:integration
    report: reports/integration.xml
    coverage: coverage/integration/lcov.info`,
    e2e: `gates:
  e2e:
    command: PLAYWRIGHT_JSON_OUTPUT_NAME=reports/e2e.json npx playwright test --reporter=json
    report: reports/e2e.json`,
    development: `environments:
  development:
    command: npm start
    health: /health`,
};
const titles = {
    security: "The security gate is not configured: nothing was scanned",
    unit: "The unit gate is not configured: no test was run",
    integration: "The integration gate is not configured: no test was run",
    e2e: "The e2e gate is not configured: no journey was walked",
    development: "No development environment is configured: there is nothing to test against",
};
function notConfigured(what) {
    return {
        title: titles[what],
        suggestion: `Add to the configuration file, with your own command:\n${examples[what]}`,
    };
}

;// CONCATENATED MODULE: ./build/packages/gates/project-command.js


const passedOn = [
    "PATH",
    "HOME",
    "USER",
    "LOGNAME",
    "SHELL",
    "LANG",
    "LC_ALL",
    "LC_CTYPE",
    "TZ",
    "TERM",
    "CI",
    "NO_COLOR",
    "TMPDIR",
    "TEMP",
    "TMP",
    "SYSTEMROOT",
    "COMSPEC",
    "PATHEXT",
    "APPDATA",
    "LOCALAPPDATA",
    "USERPROFILE",
    "XDG_CACHE_HOME",
    "XDG_RUNTIME_DIR",
    "JAVA_HOME",
    "GOPATH",
    "GOCACHE",
    "CARGO_HOME",
    "RUSTUP_HOME",
    "NVM_DIR",
    "PLAYWRIGHT_BROWSERS_PATH",
    "CHROME_PATH",
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
const maxOutputBytes = 1024 * 1024;
function cleanEnvironment(ours, given = {}) {
    const kept = passedOn.flatMap((name) => {
        const value = ours[name];
        return value === undefined ? [] : [[name, value]];
    });
    return { ...Object.fromEntries(kept), ...given };
}
async function runProject(project, context) {
    const { signal, directory, onProgress } = context;
    signal.throwIfAborted();
    const result = await (0,packages_process/* runShell */.E5)(project.command, {
        cwd: directory,
        env: cleanEnvironment(context.env, project.env),
        inheritEnv: false,
        signal: project.stop === undefined ? signal : AbortSignal.any([signal, project.stop]),
        maxOutputBytes,
        onLine: (_, line) => onProgress(line),
        ...(project.timeoutMs === undefined ? {} : { timeoutMs: project.timeoutMs }),
    });
    signal.throwIfAborted();
    return result;
}
function lastLines({ stdout, stderr }, count = 12) {
    const text = stderr.trim() === "" ? stdout : stderr;
    return (0,external_node_util_.stripVTControlCharacters)(text).trim().split("\n").slice(-count).join("\n").slice(-1500);
}
function timeOutFailure(command, result, timeoutMs, setting) {
    if (!result.timedOut)
        return undefined;
    return {
        title: `\`${command}\` was ended after ${Math.round(timeoutMs / 1000)} s`,
        detail: lastLines(result),
        suggestion: `Find what hangs in its last lines, or give it more time: ${setting}: ${Math.ceil(timeoutMs / 30_000)}m`,
    };
}
function exitFailure(command, result, reportSays) {
    const ended = result.exitCode === undefined ? `signal ${result.signal ?? "unknown"}` : `exit code ${result.exitCode}`;
    return {
        title: `\`${command}\` ended with ${ended} although ${reportSays}`,
        detail: lastLines(result),
        suggestion: "Run the command in a clean checkout and look at its last lines: something beside the report failed.",
    };
}

;// CONCATENATED MODULE: ./build/packages/gates/development.js



const pollEveryMs = 100;
const healthTimeoutMs = 2_000;
async function withDevelopment(context, use) {
    const { development } = context;
    if (development === undefined)
        return { failure: notConfigured("development") };
    const application = startDevelopment(development, await (0,packages_process/* freePort */.ov)(), context);
    try {
        const failure = await application.ready();
        if (failure !== undefined)
            return { failure };
        return { value: await use({ baseUrl: application.baseUrl, env: development.env }) };
    }
    finally {
        await application.stop();
    }
}
function startDevelopment(settings, port, context) {
    const { command, health } = settings;
    const baseUrl = `http://127.0.0.1:${port}`;
    const stopping = new AbortController();
    const env = { ...settings.env, PORT: String(port) };
    const running = runProject({ command, env, stop: stopping.signal }, context);
    return {
        baseUrl,
        ready: async () => {
            const polling = new AbortController();
            const signal = AbortSignal.any([context.signal, polling.signal]);
            const answered = healthy(`${baseUrl}${health}`, settings, { ...context, signal });
            try {
                return await Promise.race([running.then((result) => diedEarly(command, result)), answered]);
            }
            finally {
                polling.abort();
                await Promise.allSettled([answered]);
            }
        },
        stop: async () => {
            stopping.abort();
            await Promise.allSettled([running]);
        },
    };
}
async function healthy(url, settings, { clock, fetch, signal }) {
    const until = clock.now() + settings.timeout;
    let last = "it never answered";
    while (clock.now() < until) {
        const limit = AbortSignal.any([signal, AbortSignal.timeout(healthTimeoutMs)]);
        try {
            const response = await fetch(url, { signal: limit });
            await response.body?.cancel();
            if (response.ok)
                return undefined;
            last = `it answered ${response.status}`;
        }
        catch {
            signal.throwIfAborted();
        }
        await clock.sleep(pollEveryMs, signal);
    }
    return {
        title: `The application was not healthy within ${Math.round(settings.timeout / 1000)} s`,
        detail: `GET ${settings.health}: ${last}. It was started by \`${settings.command}\` with PORT set.`,
        suggestion: "Make it listen on the port in PORT and answer 2xx at environments.development.health, or raise environments.development.timeout.",
    };
}
function diedEarly(command, result) {
    const how = result.exitCode === undefined ? `signal ${result.signal ?? "unknown"}` : `exit code ${result.exitCode}`;
    return {
        title: `The application ended with ${how} before it was healthy`,
        detail: lastLines(result),
        suggestion: `Run \`PORT=3000 ${command}\` in a clean checkout; it must stay in the foreground. Its variables go to environments.development.env.`,
    };
}

;// CONCATENATED MODULE: ./build/packages/gates/dod-judgement.js
const passed = (evidence, url) => ({ status: "passed", evidence, ...linkTo(url) });
const failed = (evidence, suggestion, url) => ({
    status: "failed",
    evidence,
    suggestion,
    ...linkTo(url),
});
const overridden = (evidence) => ({ status: "overridden", evidence });
const later = (evidence, url) => ({
    status: "provisional",
    evidence,
    ...linkTo(url),
});
const linkTo = (url) => (url === undefined ? {} : { url });
function isUnknown(value) {
    return "unknown" in value;
}
function firstOf(names) {
    const rest = names.length - 5;
    return rest > 0 ? `${names.slice(0, 5).join(", ")} and ${rest} more` : names.join(", ");
}
function firstLinked(things) {
    return [firstOf(things.map(({ name }) => name)), things.find(({ url }) => url !== undefined)?.url];
}

// EXTERNAL MODULE: ./node_modules/spdx-expression-parse/index.js
var spdx_expression_parse = __webpack_require__(93326);
// EXTERNAL MODULE: ./node_modules/spdx-satisfies/index.js
var spdx_satisfies = __webpack_require__(45131);
;// CONCATENATED MODULE: ./build/packages/gates/dod-licences.js




function checkLicences(rule, from, text) {
    if (text === undefined)
        return { unreadable: `${from} is not in the commit` };
    const dependencies = dependenciesOf(text);
    if (dependencies === undefined)
        return { unreadable: `${from} is no lock file of npm and no SBOM in JSON` };
    if (dependencies.length === 0 && !from.endsWith("package-lock.json"))
        return { unreadable: `${from} lists nothing` };
    const denied = dependencies.filter(({ licence }) => !mayBeUsed(licence, rule));
    return {
        checked: dependencies.length,
        from,
        denied: [...new Set(denied.map(({ name, licence }) => `${name} (${licence ?? "names no licence"})`))],
    };
}
function mayBeUsed(licence, { allow, deny = [] }) {
    if (licence === undefined)
        return false;
    try {
        const leaves = leavesOf(spdx_expression_parse(licence));
        const permitted = allow ?? leaves.filter((leaf) => !deny.some((one) => covers(one, leaf)));
        return permitted.length > 0 && spdx_satisfies(licence, [...permitted]);
    }
    catch {
        return false;
    }
}
const covers = (denied, leaf) => spdx_satisfies(leaf, [denied]) || leaf.startsWith(`${denied} WITH `);
function leavesOf(expression) {
    if ("left" in expression)
        return [...leavesOf(expression.left), ...leavesOf(expression.right)];
    const { license, plus, exception } = expression;
    return [`${license}${plus === true ? "+" : ""}${exception === undefined ? "" : ` WITH ${exception}`}`];
}
const lockFile = schemas/* object */.Ikc({
    packages: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* object */.Ikc({ license: schemas/* string */.YjP().optional(), dev: schemas/* boolean */.zMY().optional(), link: schemas/* boolean */.zMY().optional() })),
});
const cycloneDx = schemas/* object */.Ikc({
    bomFormat: schemas/* literal */.euz("CycloneDX"),
    components: schemas/* array */.YOg(schemas/* object */.Ikc({
        name: schemas/* string */.YjP(),
        licenses: schemas/* array */.YOg(schemas/* object */.Ikc({
            expression: schemas/* string */.YjP().optional(),
            license: schemas/* object */.Ikc({ id: schemas/* string */.YjP().optional(), name: schemas/* string */.YjP().optional() }).optional(),
        }))
            .optional(),
    }))
        .default([]),
});
const spdx = schemas/* object */.Ikc({
    spdxVersion: schemas/* string */.YjP(),
    packages: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP(), licenseConcluded: schemas/* string */.YjP().optional(), licenseDeclared: schemas/* string */.YjP().optional() })),
});
function dependenciesOf(text) {
    let data;
    try {
        data = JSON.parse(text);
    }
    catch {
        return undefined;
    }
    const bom = cycloneDx.safeParse(data);
    if (bom.success)
        return bom.data.components.map(({ name, licenses = [] }) => {
            const all = licenses.flatMap(({ expression, license }) => expression ?? license?.id ?? license?.name ?? []);
            return { name, licence: all.length === 0 ? undefined : all.length === 1 ? all[0] : `(${all.join(") AND (")})` };
        });
    const document = spdx.safeParse(data);
    if (document.success)
        return document.data.packages.map(({ name, licenseConcluded, licenseDeclared }) => ({
            name,
            licence: [licenseConcluded, licenseDeclared].find((one) => one !== undefined && !/^NO(NE|ASSERTION)$/.test(one)),
        }));
    const lock = lockFile.safeParse(data);
    if (!lock.success)
        return undefined;
    return Object.entries(lock.data.packages)
        .filter(([place, { dev, link }]) => place.includes("node_modules/") && dev !== true && link !== true)
        .map(([place, { license }]) => ({ name: place.replace(/^.*node_modules\//, ""), licence: license }));
}
function judgeLicences(found) {
    if (found === "no-rule")
        return passed("licences were not checked: gates.dod.licences names no rule");
    if ("unreadable" in found)
        return failed(`Licences could not be checked: ${found.unreadable}.`, "Commit package-lock.json, or an SBOM and its path as gates.dod.sbom.");
    if (found.denied.length > 0)
        return failed(`Licences that are not allowed: ${firstOf(found.denied)}.`, "Replace these dependencies, or allow their licences in gates.dod.licences.");
    return passed(`the licences of ${found.checked} dependencies in ${found.from} are allowed`);
}

;// CONCATENATED MODULE: ./build/packages/gates/dod-people.js

function codeReview({ changes, review, approvals }) {
    if (isUnknown(changes))
        return later(`Reviews of the changes are not known: ${changes.unknown}.`);
    const { pullRequests, direct, notAsked } = changes;
    const unapproved = pullRequests.filter(({ approvedBy }) => approvedBy.length === 0);
    if (unapproved.length > 0 && approvals > 0) {
        const [which, url] = firstLinked(unapproved.map((pull) => ({
            ...pull,
            name: `${pull.name}${pull.isOutdated ? " (approved before its end)" : ""}`,
        })));
        return failed(`${unapproved.length} of ${pullRequests.length} pull requests were merged without approval of their last commit: ${which}.`, "Have somebody but the author approve them, as they are merged, then retry the release.", url);
    }
    const reviewed = pullRequests.length === 0 ? "No pull request is in the range" : `${pullRequests.length} pull requests in the range`;
    const approved = pullRequests.length === 0 || unapproved.length > 0 ? reviewed : `All ${reviewed} were approved`;
    const rest = [
        ...(direct.length > 0 ? [`${direct.length} commits were pushed directly (${firstOf(direct)})`] : []),
        ...(notAsked > 0 ? [`${notAsked} older commits were not looked at`] : []),
    ];
    const seen = [approved, ...rest].join("; ");
    if (approvals === 0)
        return passed(`${seen}; review.approvals is 0: nobody has to approve.`, review?.url);
    if (rest.length === 0 && pullRequests.length > 0)
        return passed(`${seen}.`, pullRequests[0]?.url);
    if (review === undefined)
        return later(`${seen}; the release's own pull request must be approved.`);
    if (review.approvedBy.length === 0)
        return later(`${seen}; nobody approved ${review.name} yet.`, review.url);
    return passed(`${seen}; ${review.approvedBy.join(", ")} approved ${review.name}.`, review.url);
}
function documentation({ documentation: seen, review, approvals }) {
    const { changedFiles, features, breakingChanges, waived } = seen;
    if (changedFiles.length > 0)
        return passed(`Documentation changed: ${firstOf(changedFiles)}.`);
    if (breakingChanges > 0) {
        return failed(`${breakingChanges} breaking changes and no documentation changed.`, "Describe how users migrate, for example in README.md or docs/; or say `Docs: none` in the footer of the commit.");
    }
    const words = waived > 0 ? ` (${waived} say Docs: none)` : "";
    if (features === 0)
        return passed(`No new feature and no breaking change needs documentation${words}.`);
    const undocumented = `${features} new features and no documentation changed${words}`;
    if (approvals === 0)
        return passed(`${undocumented}; review.approvals is 0: nobody has to accept that.`);
    if (review === undefined)
        return later(`${undocumented}; the release's reviewers decide whether that is right.`);
    if (review.approvedBy.length === 0)
        return later(`${undocumented}; nobody accepted that in ${review.name} yet.`);
    return passed(`${undocumented}; ${review.approvedBy.join(", ")} accepted that in ${review.name}.`, review.url);
}
function ciStatus({ ciChecks, review }) {
    if (isUnknown(ciChecks))
        return later(`CI checks are not known: ${ciChecks.unknown}.`);
    const pending = ciChecks.filter(({ state }) => unfinished.has(state));
    const broken = ciChecks.filter(({ state }) => state !== "success" && !unfinished.has(state));
    if (broken.length > 0) {
        const [which, url] = firstLinked(broken.map((check) => ({ ...check, name: `${check.name} (${check.state})` })));
        return failed(`CI checks failed: ${which}.`, "Make them green on that commit: run them again there, or correct and retry.", url);
    }
    if (pending.length > 0) {
        const [which, url] = firstLinked(pending);
        return later(`CI checks are still running: ${which}.`, url);
    }
    if (ciChecks.length > 0) {
        const [which, url] = firstLinked(ciChecks);
        return passed(`All ${ciChecks.length} CI checks of the commit are green: ${which}.`, url);
    }
    if (review === undefined)
        return later("No CI check is reported for this commit; those of the release's pull request must be green.");
    if (review.checksNotGreen.length > 0) {
        const which = firstOf(review.checksNotGreen);
        return later(`No CI check is reported for this commit, and those of ${review.name} are not green: ${which}.`, review.url);
    }
    return passed(`No CI check is reported for this commit, and none of ${review.name} is missing or red.`, review.url);
}
const unfinished = new Set(["pending", "expected"]);
function blockers({ blockers: issues, blockingLabels, changes }) {
    if (!isUnknown(issues) && issues.length > 0) {
        const [which, url] = firstLinked(issues);
        return failed(`Open issues block the release: ${which}.`, "Close them, or take the blocking label off.", url);
    }
    const talked = isUnknown(changes)
        ? []
        : changes.pullRequests.filter(({ unresolvedThreads }) => unresolvedThreads > 0);
    if (talked.length > 0) {
        const count = talked.reduce((sum, { unresolvedThreads }) => sum + unresolvedThreads, 0);
        const [which, url] = firstLinked(talked);
        return failed(`${count} review threads are unresolved in ${which}.`, "Resolve them there, then retry the release.", url);
    }
    if (isUnknown(issues))
        return later(`Blocking issues are not known: ${issues.unknown}.`);
    if (isUnknown(changes))
        return later(`Review threads are not known: ${changes.unknown}.`);
    const long = changes.pullRequests.filter(({ moreThreads }) => moreThreads);
    const [, url] = firstLinked(long);
    const partly = long.length === 0 ? "" : `; of ${firstLinked(long)[0]} only the first 100 threads were looked at`;
    const labels = blockingLabels.length === 0 ? "no label blocks" : `no open issue has the label ${blockingLabels.join(" or ")}`;
    return passed(`No review thread is open, and ${labels}${partly}.`, url);
}

;// CONCATENATED MODULE: ./build/packages/gates/dod-categories.js



const dodCategories = [
    { name: "code review", judge: codeReview },
    { name: "tests and coverage", judge: tests },
    { name: "documentation", judge: documentation },
    { name: "changelog and version", judge: changelogAndVersion },
    { name: "security and licences", judge: security },
    { name: "CI status", judge: ciStatus },
    { name: "open blockers", judge: blockers },
    { name: "operations", judge: dod_categories_operations },
];
function tests({ testGates }) {
    const names = testGates.map(({ gate }) => gate).join(", ");
    if (testGates.length === 0)
        return failed("No gate of this release runs tests.", "Configure gates.unit and gates.integration.");
    const broken = testGates.filter(isBroken).map(({ gate }) => gate);
    if (broken.length > 0)
        return failed(`Tests failed: ${broken.join(", ")}.`, "Correct the failing tests, then retry the release.");
    const failing = testGates.filter(({ status }) => status === "failed");
    if (failing.length > 0)
        return overridden(`The gates that failed are overridden: ${failing.map(inWords).join("; ")}.`);
    const pending = testGates.some(({ status }) => status === "pending");
    const excused = testGates.filter(({ status, override }) => status === "pending" && override !== undefined);
    if (excused.length > 0)
        return later(`The gates ${names} run the tests; overridden, should they fail: ${excused.map(inWords).join("; ")}.`);
    return pending
        ? later(`The gates ${names} of this release run the tests and demand their coverage.`)
        : passed(`The gates ${names} passed.`);
}
const isBroken = ({ status, override }) => status === "failed" && override === undefined;
const inWords = ({ gate, override = "" }) => `${gate} (${override})`;
function changelogAndVersion({ changelog, versionFiles, tag }) {
    if (!changelog.written)
        return failed("The changelog has no section for this version.", "Start the release again, or give one: --changelog=FILE.");
    if (!changelog.addsUp)
        return failed("The ledger of the changelog does not account for every commit.", "Start the release again.");
    if (tag.taken)
        return failed(`Tag ${tag.name} exists already.`, "Release under the next version. Example: release start --version=patch");
    if (versionFiles.missing.length > 0) {
        return failed(`The version is not in ${versionFiles.missing.join(", ")}.`, "Correct versionFiles in the configuration, or the files.");
    }
    const bumped = versionFiles.bumped.length === 0 ? "no version file is kept" : `the version is in ${firstOf(versionFiles.bumped)}`;
    return passed(`The changelog has ${changelog.entries} entries; ${bumped}; tag ${tag.name} is free.`);
}
function security({ security: scan, licences }) {
    if (isBroken(scan))
        return failed("The security gate failed.", "Correct its findings, then retry the release.");
    const found = judgeLicences(licences);
    if (found.status === "failed")
        return found;
    if (scan.status === "failed")
        return overridden(`The security gate failed and is overridden: ${scan.override}; ${found.evidence}.`);
    if (scan.status === "passed")
        return passed(`The security gate passed; ${found.evidence}.`);
    const excused = scan.override === undefined ? "" : ` (overridden, should it fail: ${scan.override})`;
    return later(`The security gate of this release decides${excused}; ${found.evidence}.`);
}
function dod_categories_operations({ rollback, migrations, monitors }) {
    if (typeof rollback === "object" && "impossible" in rollback) {
        return failed(`There is no version to roll back to: ${rollback.impossible}.`, "Keep the last release deployable: its tag and artifact must exist.");
    }
    if (migrations.irreversible.length > 0) {
        return failed(`Migrations cannot be undone: ${firstOf(migrations.irreversible)}.`, "Add their way back, or split them: expand now, contract in a later release.");
    }
    if (monitors.length === 0)
        return failed("Nothing watches production.", "Configure environments.production.monitor, for example: proxy.");
    const target = rollback === "first-release"
        ? "this is the first release, nothing to roll back to"
        : `a rollback goes to ${rollback.to}, ${rollback.recorded ? "which the records say serves production" : "whose tag is there; no record here says that it was deployed"}`;
    const undone = migrations.total === 0 ? "no migration is new" : `all ${migrations.total} new migrations can be undone`;
    return passed(`Monitored by ${monitors.join(", ")}; ${target}; ${undone}.`);
}

;// CONCATENATED MODULE: ./build/packages/gates/dod-gate.js

function dodGate({ evidence }) {
    if (evidence === undefined) {
        return {
            failures: [
                {
                    title: "The Definition of Done was not checked: no evidence was gathered",
                    suggestion: "Run this gate as part of a release (`release start`), which gathers it from git and the code host.",
                },
            ],
        };
    }
    const judged = dodCategories.map(({ name, judge }) => ({ name, ...judge(evidence) }));
    const failed = judged.filter(({ status }) => status === "failed");
    return {
        failures: failed.map(({ name, evidence: seen, suggestion }) => ({
            title: `Definition of Done: ${name}`,
            detail: seen,
            suggestion: suggestion ?? "Complete it and retry the release.",
        })),
        metrics: {
            gate: "dod",
            categoriesPassed: judged.length - failed.length,
            categoriesFailed: failed.length,
            categories: judged.map(withoutSuggestion),
        },
    };
}
function assertAgain(provisional, evidence) {
    return dodCategories
        .filter(({ name }) => provisional.includes(name))
        .map(({ name, judge }) => {
        const judgement = judge(evidence);
        if (judgement.status === "passed" || judgement.status === "overridden")
            return withoutSuggestion({ name, ...judgement });
        const todo = `${name}: ${judgement.evidence}${judgement.suggestion === undefined ? "" : ` ${judgement.suggestion}`}`;
        return { ...withoutSuggestion({ name, ...judgement }), todo };
    });
}
function withoutSuggestion({ name, status, evidence, url }) {
    return { name, status, evidence, ...(url === undefined ? {} : { url }) };
}

;// CONCATENATED MODULE: ./build/packages/gates/dod-migrations.js

function irreversibleMigrations(added, exists) {
    return added.flatMap((file) => {
        const missing = missingWayBack(file, exists);
        return missing === undefined ? [] : [`${file.path}: ${missing}`];
    });
}
function isMigration(file) {
    const name = external_node_path_.posix.basename(file);
    if (/(\.down\.sql|^down\.sql|^U[\d._]+__.*\.sql|^R__.*\.sql|^__init__\.py|\.d\.ts)$/i.test(name))
        return false;
    if (/snapshot/i.test(name) || /\.designer\.cs$/i.test(name))
        return false;
    return /\.(sql|[cm]?[jt]s|rb|py|php|cs|xml|ya?ml|exs)$/i.test(name);
}
function missingWayBack({ path: file, text }, exists) {
    const name = external_node_path_.posix.basename(file);
    const beside = (other) => external_node_path_.posix.join(external_node_path_.posix.dirname(file), other);
    const needs = (other) => (exists(other) ? undefined : `no ${other}`);
    if (/\.up\.sql$/i.test(name))
        return needs(beside(name.replace(/\.up\.sql$/i, ".down.sql")));
    if (/^V[\d._]+__/.test(name))
        return needs(beside(name.replace(/^V/, "U")));
    if (/^migration\.sql$/i.test(name))
        return needs(beside("down.sql"));
    const way = wayBack.find(([extension]) => extension.test(name));
    if (way === undefined)
        return "its kind of migration is not known here";
    const [, isThere, wanted] = way;
    return isThere(text) ? undefined : wanted;
}
const wayBack = [
    [/\.sql$/i, hasUndoPart, "no part that undoes it (`-- +goose Down`, `-- migrate:down`, `--rollback`)"],
    [/\.[cm]?[jt]s$/i, hasDown, "no `down` that does something"],
    [
        /\.rb$/i,
        (text) => !/IrreversibleMigration/.test(text) && (/def (self\.)?(down|change)\b/.test(text) || /reversible do/.test(text)),
        "no `change` or `down`",
    ],
    [/\.py$/i, hasDowngrade, "no `downgrade` that does something, or an operation without its reverse"],
    [/\.php$/i, (text) => /function down\s*\([^)]*\)[^{]*\{\s*[^}\s]/.test(text), "no `down` that does something"],
    [/\.cs$/i, (text) => /void Down\s*\([^)]*\)\s*\{\s*[^}\s]/.test(text), "no `Down` that does something"],
    [/\.exs$/i, (text) => /def (change|down)\b/.test(text), "no `change` or `down`"],
];
function hasUndoPart(text) {
    const [, undo = ""] = text.split(/^--\s*(?:\+goose down|\+migrate down|migrate:down|\/\/@undo)\b.*$/im);
    if (/^\s*[^\s-]/m.test(undo))
        return true;
    return /^--\s*rollback\s+\S/im.test(text);
}
function hasDown(text) {
    if (/\bdown\b[^{}]*\{\s*\}/.test(text))
        return false;
    return /\bdown\b\s*[:=(]/.test(text);
}
function hasDowngrade(text) {
    if (/class Migration\b/.test(text)) {
        const code = [...text.matchAll(/RunPython\(/g)].length;
        const sql = [...text.matchAll(/RunSQL\(/g)].length;
        const reverses = [...text.matchAll(/reverse_(code|sql)\s*=/g)].length;
        return reverses >= code + sql;
    }
    const [, body = ""] = text.split(/^def downgrade\s*\([^)]*\)[^:]*:\s*$/m);
    const statements = body.split("\n").map((line) => line.trim());
    return statements.some((line) => line !== "" && line !== "pass" && !/^(#|"""|'''|raise\b)/.test(line));
}

;// CONCATENATED MODULE: ./build/packages/smoke/detail.js

const detail_maxLength = 500;
const shortestSecret = 4;
function asDetail(text, secrets) {
    const clean = hideSecrets(text, secrets);
    return clean.length <= detail_maxLength ? clean : `${clean.slice(0, detail_maxLength - 1)}…`;
}
function hideSecrets(text, secrets) {
    const longestFirst = secrets.filter(({ length }) => length >= shortestSecret).toSorted((a, b) => b.length - a.length);
    const exact = longestFirst.reduce((clean, secret) => clean.replaceAll(secret, "[REDACTED]"), text);
    return createScrubber({ secrets: longestFirst }).text(exact);
}
function detail_secretsOf(env) {
    return Object.entries(env).flatMap(([name, value]) => {
        const password = passwordIn(value);
        if (password !== "")
            return [value, password, decoded(password)];
        const named = /pass|pwd|secret|token|key|credential|auth|dsn|cookie|session/i.test(name);
        const looksLikeKey = /^(?=.*[a-z])(?=.*\d)[\w+/=.~-]{20,}$/i.test(value);
        return named || looksLikeKey ? [value] : [];
    });
}
function passwordIn(value) {
    if (URL.canParse(value))
        return new URL(value).password;
    return /^[a-z+]+:\/\/[^:/]*:(.+)@/i.exec(value)?.[1] ?? "";
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}

// EXTERNAL MODULE: ./build/packages/smoke/check-failure.js
var check_failure = __webpack_require__(42717);
;// CONCATENATED MODULE: ./build/packages/smoke/check.js


async function runCheck(attempt, around) {
    const { category, name } = attempt;
    const { retry, clock, signal } = around;
    const started = clock.now();
    const first = await failureOf(attempt.run, signal);
    let failure = first;
    let tries = 1;
    while (failure?.reason !== undefined && retry.on.includes(failure.reason) && tries <= retry.times) {
        await clock.sleep(retry.delay, signal);
        failure = await failureOf(attempt.run, signal);
        tries += 1;
    }
    const durationMs = Math.round(clock.now() - started);
    const secrets = [...detail_secretsOf(around.env), ...(attempt.secrets?.() ?? [])];
    const show = (text) => asDetail(text, secrets);
    if (failure !== undefined) {
        const tried = tries === 1 ? "" : ` (tried ${tries === 2 ? "twice" : `${tries} times`})`;
        const detail = show(`${failure.message}${tried}, after ${durationMs} ms${category === "external" ? "" : check_adviceFor(failure)}`);
        return { check: { category, name, status: "failed", durationMs, detail }, failure };
    }
    const passed = { category, name, status: "passed", durationMs };
    if (first === undefined)
        return { check: passed };
    return { check: { ...passed, detail: show(`Passed when tried again; before: ${first.message}`) } };
}
function check_adviceFor({ status, lacksCapture }) {
    if (status === undefined || lacksCapture)
        return "";
    if (status === 401 || status === 403)
        return ". Is the smoke account there, and may it do this?";
    if (status === 404)
        return ". Is the path right for this version?";
    if (status >= 500)
        return ". Look at the application's log of that moment";
    return "";
}
async function failureOf(run, signal) {
    try {
        await run();
        return undefined;
    }
    catch (thrown) {
        signal.throwIfAborted();
        if (thrown instanceof check_failure/* CheckFailure */.j)
            return thrown;
        throw thrown;
    }
}

;// CONCATENATED MODULE: ./build/packages/smoke/command.js




const command_maxOutputBytes = 64 * 1024;
async function commandCheck(category, check, around) {
    return runCheck({ category, name: check.name, run: async () => runCommand(check, around) }, around);
}
async function runCommand({ command, timeout }, around) {
    const { commands, baseUrl, signal } = around;
    if (commands === undefined) {
        throw new check_failure/* CheckFailure */.j("commands need a checkout of the project, and there is none here", { transient: false });
    }
    const timeoutMs = timeout ?? around.timeoutMs;
    const result = await (0,packages_process/* runShell */.E5)(command, {
        cwd: commands.directory,
        env: { ...commands.env, BASE_URL: baseUrl },
        inheritEnv: false,
        signal,
        timeoutMs,
        maxOutputBytes: command_maxOutputBytes,
    });
    signal.throwIfAborted();
    if (result.exitCode === 0 && !result.timedOut)
        return;
    const text = (0,external_node_util_.stripVTControlCharacters)(result.stderr.trim() === "" ? result.stdout : result.stderr);
    const last = text.trim().split("\n").slice(-5).join("\n").slice(-300);
    const said = last === "" ? "it said nothing" : `its last lines: ${last}`;
    if (result.timedOut) {
        const message = `\`${command}\` was ended after ${timeoutMs} ms; ${said}`;
        throw new check_failure/* CheckFailure */.j(message, { transient: true, reason: "timeout" });
    }
    const how = result.exitCode === undefined ? `signal ${result.signal ?? "unknown"}` : `exit code ${result.exitCode}`;
    throw new check_failure/* CheckFailure */.j(`\`${command}\` ended with ${how}; ${said}`, { transient: false });
}
function isCommand(check) {
    return "command" in check;
}
function hasCommands(spec) {
    const lists = [spec?.api, spec?.database, spec?.external, spec?.auth, spec?.paths];
    return lists.some((list) => list !== undefined && !("none" in list) && list.some(isCommand));
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
;// CONCATENATED MODULE: ./build/packages/smoke/databases/registry.js
const drivers = new Map([
    ["postgres", async () => Promise.all(/* import() */[__webpack_require__.e(3849), __webpack_require__.e(1484)]).then(__webpack_require__.bind(__webpack_require__, 11484))],
    ["postgresql", async () => Promise.all(/* import() */[__webpack_require__.e(3849), __webpack_require__.e(1484)]).then(__webpack_require__.bind(__webpack_require__, 11484))],
    ["mysql", async () => Promise.all(/* import() */[__webpack_require__.e(7588), __webpack_require__.e(3729)]).then(__webpack_require__.bind(__webpack_require__, 23729))],
    ["mariadb", async () => Promise.all(/* import() */[__webpack_require__.e(7588), __webpack_require__.e(3729)]).then(__webpack_require__.bind(__webpack_require__, 23729))],
    ["redis", async () => Promise.all(/* import() */[__webpack_require__.e(2830), __webpack_require__.e(7796), __webpack_require__.e(416)]).then(__webpack_require__.bind(__webpack_require__, 40416))],
    ["rediss", async () => Promise.all(/* import() */[__webpack_require__.e(2830), __webpack_require__.e(7796), __webpack_require__.e(416)]).then(__webpack_require__.bind(__webpack_require__, 40416))],
]);
const schemes = [...drivers.keys()];
async function findDriver(url) {
    const scheme = /^([a-z][a-z0-9+]*):\/\//i.exec(url)?.[1]?.toLowerCase();
    const load = scheme === undefined ? undefined : drivers.get(scheme);
    return load === undefined ? undefined : (await load()).driver;
}

// EXTERNAL MODULE: ./build/packages/smoke/databases/store.js
var store = __webpack_require__(11922);
;// CONCATENATED MODULE: ./build/packages/smoke/isolation.js

const defaultPorts = {
    "http:": "80",
    "https:": "443",
    "postgres:": "5432",
    "mysql:": "3306",
    "redis:": "6379",
};
const sameScheme = {
    "postgresql:": "postgres:",
    "mariadb:": "mysql:",
    "rediss:": "redis:",
};
function databasePlace(text) {
    if (!/^[a-z+]+:\/\//i.test(text) || !URL.canParse(text))
        return undefined;
    const url = new URL(text);
    const scheme = sameScheme[url.protocol] ?? url.protocol;
    if (scheme === "http:" || scheme === "https:")
        return undefined;
    return `${scheme}//${hostOf(url, scheme)}${url.pathname.replace(/\/+$/, "")}`;
}
function refuseProductionDatabase(url, urlFrom, { production = [] }) {
    const place = databasePlace(url);
    const same = production.some((value) => value === url || (place !== undefined && databasePlace(value) === place));
    if (!same)
        return;
    throw new check_failure/* CheckFailure */.j(`${urlFrom} is refused: it is the database of production, and smoke checks write. Give this environment one of its own`, { transient: false });
}
function productionHost(production = [], shared = []) {
    const ours = new Set(placesOf(shared));
    const forbidden = new Set(placesOf(production).filter((host) => !ours.has(host)));
    return (url) => forbidden.has(portedHost(url)) ? "it is configured for production, and this is a run before it" : undefined;
}
function productionCredentials(env, secrets, production = []) {
    const known = new Set(production);
    return Object.entries(env)
        .filter(([, value]) => known.has(value) && secrets.includes(value))
        .map(([name]) => name);
}
function placesOf(values) {
    const addresses = values.filter((value) => /^https?:\/\//i.test(value) && URL.canParse(value));
    return addresses.map((value) => portedHost(new URL(value)));
}
function portedHost(url) {
    return hostOf(url, url.protocol);
}
function hostOf(url, scheme) {
    const host = url.hostname.toLowerCase().replace(/\.$/, "");
    const local = host === "localhost" || host === "[::1]" ? "127.0.0.1" : host;
    return `${local}:${url.port === "" ? (defaultPorts[scheme] ?? "") : url.port}`;
}

// EXTERNAL MODULE: ./build/packages/smoke/transport.js
var transport = __webpack_require__(62455);
;// CONCATENATED MODULE: ./build/packages/smoke/database.js







async function checkDatabase(check, around) {
    const timeoutMs = check.timeout ?? around.timeoutMs;
    const at = { check, around, timeoutMs };
    try {
        await database_ask(at, check.urlFrom, "roundTrip");
    }
    catch (thrown) {
        if (!(thrown instanceof check_failure/* CheckFailure */.j) || check.replicaUrlFrom === undefined)
            throw thrown;
        const { transient, reason } = thrown;
        const message = `${thrown.message}; ${await replica(at, check.replicaUrlFrom)}`;
        throw new check_failure/* CheckFailure */.j(message, { transient, reason, cause: thrown });
    }
}
function databaseKey({ urlFrom }, { env }) {
    return env[urlFrom] ?? urlFrom;
}
async function replica(at, urlFrom) {
    const { clock } = at.around;
    const started = clock.now();
    try {
        await database_ask(at, urlFrom, "read");
        return `its read replica (${urlFrom}) answers in ${Math.round(clock.now() - started)} ms, so reading still works`;
    }
    catch (thrown) {
        at.around.signal.throwIfAborted();
        if (!(thrown instanceof check_failure/* CheckFailure */.j))
            throw thrown;
        return `its read replica fails too: ${thrown.message}`;
    }
}
async function database_ask({ check, around, timeoutMs }, urlFrom, task) {
    const url = urlOf(urlFrom, around.env);
    refuseProductionDatabase(url, urlFrom, around);
    const driver = await findDriver(url);
    if (driver === undefined)
        throw database_failed(`${urlFrom} is no connection URL: it must begin with one of ${schemes.join(", ")}, then ://`);
    const store = database_open(driver, { url, timeoutMs, tls: tlsOf(check, around.env) }, urlFrom);
    const hangUp = AbortSignal.any([around.signal, AbortSignal.timeout(timeoutMs)]);
    try {
        const work = task === "read" ? store.read() : store.roundTrip(`${around.clock.now().toString(36)}-${(0,external_node_crypto_.randomUUID)()}`);
        await Promise.race([work, rejection(hangUp)]);
    }
    catch (thrown) {
        around.signal.throwIfAborted();
        throw databaseFailure(thrown, driver, { urlFrom, timeoutMs });
    }
    finally {
        await store.close();
    }
}
function urlOf(urlFrom, env) {
    const url = Object.hasOwn(env, urlFrom) ? env[urlFrom] : undefined;
    if (url !== undefined && url !== "")
        return url;
    throw database_failed(`${urlFrom} is not set: put the connection URL into the variable ${urlFrom} of this environment (environments.<name>.env.${urlFrom})`);
}
function database_open(driver, access, urlFrom) {
    try {
        return driver.open(access);
    }
    catch (thrown) {
        throw database_failed(`${urlFrom} is no connection URL: it must read ${driver.example}`, thrown);
    }
}
function tlsOf({ tls }, env) {
    if (tls === undefined || tls === false)
        return undefined;
    if (tls === true)
        return {};
    const ca = Object.hasOwn(env, tls.caFrom) ? env[tls.caFrom] : undefined;
    if (ca?.includes("BEGIN CERTIFICATE") !== true)
        throw database_failed(`${tls.caFrom} holds no certificate: it must be PEM text`);
    return { ca };
}
async function rejection(signal) {
    if (!signal.aborted)
        await (0,external_node_events_.once)(signal, "abort");
    signal.throwIfAborted();
    throw database_failed("hung up");
}
function databaseFailure(thrown, driver, { urlFrom, timeoutMs }) {
    if (thrown instanceof store/* MarkLostError */.k5)
        return database_failed(`Database of ${urlFrom}: ${thrown.message}`, thrown);
    const [text, transient] = meaningOf(thrown, driver, timeoutMs);
    const reason = text === noAnswer(timeoutMs) ? "timeout" : "transport";
    return new check_failure/* CheckFailure */.j(`Database of ${urlFrom}: ${text}`, { transient, reason, cause: thrown });
}
function meaningOf(thrown, driver, timeoutMs) {
    if ((0,transport/* fieldOf */._F)(thrown, "name") === "TimeoutError")
        return [noAnswer(timeoutMs), true];
    const known = driver.meaningOf(thrown);
    if (known !== undefined)
        return known;
    return /timeout|timed out/i.test((0,transport/* messageOf */.bD)(thrown)) ? [noAnswer(timeoutMs), true] : meaningOfSocket(thrown);
}
function noAnswer(timeoutMs) {
    return `no answer within ${timeoutMs} ms`;
}
function meaningOfSocket(thrown) {
    const code = (0,transport/* errorCode */.CA)(thrown);
    const reason = (0,transport/* transientReason */.bR)(code);
    if (reason !== undefined)
        return [reason, true];
    return [(0,transport/* tlsReason */.IS)(code) ?? (0,transport/* messageOf */.bD)(thrown), false];
}
function database_failed(message, cause) {
    return new check_failure/* CheckFailure */.j(message, { transient: false, cause });
}

// EXTERNAL MODULE: external "node:dns/promises"
var external_node_dns_promises_ = __webpack_require__(71553);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./build/packages/smoke/egress.js



const never = new external_node_net_.BlockList();
never.addSubnet("169.254.0.0", 16, "ipv4");
never.addSubnet("fe80::", 10, "ipv6");
never.addAddress("fd00:ec2::254", "ipv6");
never.addAddress("100.100.100.200", "ipv4");
class Egress {
    #rules;
    #origins;
    #pinned = new Map();
    constructor(rules) {
        this.#rules = rules;
        const named = [rules.baseUrl, ...rules.declared].filter((address) => URL.canParse(address));
        this.#origins = new Set(named.map((address) => new URL(address).origin));
    }
    async admit(url, what) {
        if (!this.#origins.has(url.origin)) {
            throw refused(`${what}: ${url.origin} is refused: the configuration does not name it. Add it to smoke.origins if it is right`);
        }
        const why = this.#rules.forbidden(url);
        if (why !== undefined)
            throw refused(`${what}: ${url.origin} is refused: ${why}`);
        const addresses = await this.#addressesOf(url.hostname.replace(/^\[|\]$/g, ""));
        const bad = addresses.find(({ address, family }) => never.check(address, family === 6 ? "ipv6" : "ipv4"));
        if (bad !== undefined) {
            throw refused(`${what}: ${url.hostname} leads to ${bad.address}, a link-local or metadata address, which is never asked`);
        }
        return addresses;
    }
    async #addressesOf(host) {
        const family = (0,external_node_net_.isIP)(host);
        if (family !== 0)
            return [{ address: host, family }];
        const known = this.#pinned.get(host);
        if (known !== undefined)
            return known;
        const resolve = this.#rules.resolve ?? (async (name) => (0,external_node_dns_promises_.lookup)(name, { all: true }));
        const found = await resolve(host);
        const first = this.#pinned.get(host) ?? found;
        this.#pinned.set(host, first);
        return first;
    }
}
function declaredIn(spec) {
    const steps = [
        ...listOf(spec?.api),
        ...listOf(spec?.auth),
        ...listOf(spec?.paths).flatMap((path) => ("steps" in path ? path.steps : [])),
    ];
    const inSteps = steps.flatMap((step) => "path" in step ? (/^https?:\/\/[^/{?#]+(?=[/?#]|$)/i.exec(step.path) ?? []) : []);
    const services = listOf(spec?.external).flatMap((one) => ("url" in one ? [one.url, one.statusUrl ?? one.url] : []));
    return [...(spec?.origins ?? []), ...inSteps, ...services];
}
function listOf(wanted) {
    return wanted === undefined || "none" in wanted ? [] : wanted;
}
function refused(message) {
    return new check_failure/* CheckFailure */.j(message, { transient: false });
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./build/packages/smoke/exchange.js



const maxBodyBytes = 1024 * 1024;
async function exchange(wanted) {
    try {
        const response = await begin(wanted);
        const headers = headersOf(response);
        return { status: response.statusCode ?? 0, headers, ...(await readBody(response, headers)) };
    }
    catch (thrown) {
        wanted.signal.throwIfAborted();
        throw thrown;
    }
}
async function begin({ method, url, headers, body, signal, addresses }) {
    return new Promise((resolve, reject) => {
        const send = url.protocol === "https:" ? external_node_https_.request : external_node_http_.request;
        const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
        const request = send(url, {
            method,
            headers: { ...Object.fromEntries(headers), "accept-encoding": "identity", ...length },
            signal,
            agent: false,
            lookup: (_host, options, found) => {
                const [first] = addresses;
                if (options.all === true)
                    found(null, [...addresses]);
                else
                    found(null, first?.address ?? "", first?.family ?? 4);
            },
        });
        request.on("response", resolve);
        request.on("error", reject);
        request.end(body);
    });
}
function headersOf(response) {
    const headers = new Headers();
    for (const [name, values] of Object.entries(response.headersDistinct)) {
        for (const value of values ?? [])
            headers.append(name, value);
    }
    return headers;
}
async function readBody(response, headers) {
    const chunks = [];
    let size = 0;
    try {
        for await (const chunk of exchange_decoded(response, headers.get("content-encoding"))) {
            chunks.push(chunk);
            size += chunk.byteLength;
            if (size > maxBodyBytes)
                break;
        }
    }
    finally {
        response.destroy();
    }
    const body = Buffer.concat(chunks).subarray(0, maxBodyBytes).toString("utf8");
    return { body, truncated: size > maxBodyBytes };
}
const decoders = new Map([
    ["gzip", external_node_zlib_.createGunzip],
    ["br", external_node_zlib_.createBrotliDecompress],
    ["deflate", external_node_zlib_.createInflate],
]);
function exchange_decoded(response, encoding) {
    const decoder = decoders.get(encoding ?? "")?.();
    if (decoder === undefined)
        return response;
    response.on("error", (thrown) => decoder.destroy(thrown));
    return response.pipe(decoder);
}

;// CONCATENATED MODULE: ./build/packages/smoke/request.js



const maxRedirects = 5;
const redirects = new Set([301, 302, 303, 307, 308]);
async function send(request) {
    const what = `${request.method} ${addressOf(request.url)}`;
    const signal = AbortSignal.any([request.signal, AbortSignal.timeout(request.timeoutMs)]);
    try {
        return await follow(request, what, signal);
    }
    catch (thrown) {
        request.signal.throwIfAborted();
        throw (0,transport/* transportFailure */.qO)(what, thrown, request.timeoutMs);
    }
}
async function follow(request, what, signal) {
    let { method, url, body } = request;
    const seen = [];
    for (let hops = 0; hops <= maxRedirects; hops += 1) {
        seen.push(addressOf(url));
        const addresses = await request.egress.admit(url, hops === 0 ? what : `${what}: redirected to ${addressOf(url)}`);
        const answer = await exchange({ method, url, headers: request.headersFor(url), body, signal, addresses });
        request.onAnswer?.(url, answer.headers);
        const location = request.followRedirects && redirects.has(answer.status) ? answer.headers.get("location") : null;
        if (location === null)
            return answer;
        if (!URL.canParse(location, url.href))
            throw request_failed(`${what}: redirected to something that is no address`);
        const target = new URL(location, url);
        const repeats = (answer.status === 307 || answer.status === 308) && target.origin === url.origin;
        if (!repeats)
            [method, body] = ["GET", undefined];
        url = target;
    }
    const loop = seen.includes(addressOf(url)) ? `back to ${addressOf(url)}` : `last to ${addressOf(url)}`;
    throw request_failed(`${what}: redirected more than ${maxRedirects} times, ${loop} (a redirect loop)`);
}
function request_failed(message) {
    return new check_failure/* CheckFailure */.j(message, { transient: false });
}
function addressOf(url) {
    return `${url.origin}${url.pathname}${url.search === "" ? "" : "?…"}`;
}

;// CONCATENATED MODULE: ./build/packages/smoke/external.js






function externalUnits(services, around) {
    return services.map((service) => {
        const { name } = service;
        const run = async () => [
            isCommand(service)
                ? await commandCheck("external", service, around)
                : await runCheck({ category: "external", name, run: async () => get(service, around) }, around),
        ];
        return { category: "external", names: [name], run };
    });
}
async function blameExternal(ends, services, around) {
    const all = ends.flatMap(({ checked }) => checked);
    const outsideReached = all.some(({ check, failure }) => check.status === "passed" || failure?.status !== undefined);
    return Promise.all(ends.map(async (end, index) => {
        const service = services[index];
        const checked = await Promise.all(end.checked.map(async (one) => service === undefined ? one : withBlame(one, service, { outsideReached, around })));
        return { ...end, checked };
    }));
}
async function get({ url }, { egress, signal, timeoutMs }) {
    if (!URL.canParse(url))
        throw new check_failure/* CheckFailure */.j(`"${url}" is no address`, { transient: false });
    const wanted = { method: "GET", url: new URL(url), headersFor: () => new Headers(), followRedirects: true };
    const { status } = await send({ ...wanted, timeoutMs, signal, egress });
    if (status >= 200 && status <= 299)
        return;
    const message = `GET ${new URL(url).host}: expected status 2xx, got ${status}`;
    throw new check_failure/* CheckFailure */.j(message, { transient: status >= 502 && status <= 504, reason: "gateway", status });
}
async function withBlame({ check, failure }, service, known) {
    if (failure === undefined)
        return { check };
    const { around, outsideReached } = known;
    const own = isCommand(service) ? {} : service;
    const page = own.statusUrl === undefined ? undefined : await statusPage(own.statusUrl, around);
    const whose = page?.incident === true ? "Theirs:" : blame(failure, outsideReached);
    const said = page === undefined ? "" : ` ${page.text}.`;
    const advice = own.fallback === undefined ? "" : ` Meanwhile: ${own.fallback}`;
    const detail = asDetail(`${whose} ${check.detail ?? ""}.${said}${advice}`, []);
    if (around.only !== "critical")
        return { check: { ...check, detail }, failure };
    const passing = asDetail(`Failed, but does not stop a critical run. ${detail}`, []);
    return { check: { ...check, status: "not-applicable", detail: passing } };
}
async function statusPage(address, { egress, signal, timeoutMs }) {
    try {
        const wanted = { method: "GET", url: new URL(address), headersFor: () => new Headers(), followRedirects: true };
        const { body } = await send({ ...wanted, timeoutMs, signal, egress });
        const answer = JSON.parse(body);
        const status = (0,transport/* fieldOf */._F)(answer, "status");
        const [indicator, description] = [(0,transport/* fieldOf */._F)(status, "indicator"), (0,transport/* fieldOf */._F)(status, "description")];
        if (typeof indicator !== "string")
            return { incident: false, text: "Its status page has no status" };
        const words = typeof description === "string" ? description : indicator;
        return { incident: indicator !== "none", text: `Its status page says: ${words}` };
    }
    catch {
        signal.throwIfAborted();
        return { incident: false, text: "Its status page could not be read" };
    }
}
function blame({ status, transient }, outsideReached) {
    if (status === undefined)
        return transient && outsideReached ? "Theirs:" : "Unknown whose:";
    if (status === 429)
        return "Ours (we ask too often):";
    if (status >= 500)
        return "Theirs:";
    return "Ours (address or credentials):";
}

;// CONCATENATED MODULE: ./build/packages/smoke/session.js

class Session {
    #env;
    #captured = new Map();
    #cookies = new Map();
    #unique;
    constructor(env, unique) {
        this.#env = env;
        this.#unique = unique;
    }
    get secrets() {
        const cookies = [...this.#cookies.values()].flatMap((jar) => [...jar.values()]);
        return [...[...this.#captured.values()].map(String), ...cookies];
    }
    fill(text) {
        return text.replaceAll(/\{\{\s*([\w.-]+)\s*\}\}/g, (_, name) => String(this.#value(name)));
    }
    fillJson(json) {
        if (typeof json === "string") {
            const name = /^\{\{\s*([\w.-]+)\s*\}\}$/.exec(json)?.[1];
            return name === undefined ? this.fill(json) : this.#value(name);
        }
        if (json === null || typeof json !== "object")
            return json;
        if (isList(json))
            return json.map((item) => this.fillJson(item));
        return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, value === undefined ? undefined : this.fillJson(value)]));
    }
    keep(name, value) {
        this.#captured.set(name, value);
    }
    usesCaptured(text) {
        return [...text.matchAll(/\{\{\s*([\w.-]+)\s*\}\}/g)].some(([, name = ""]) => this.#captured.has(name));
    }
    keepCookies(url, answer) {
        const jar = this.#cookies.get(url.origin) ?? new Map();
        this.#cookies.set(url.origin, jar);
        for (const line of answer.getSetCookie()) {
            const [pair = "", ...attributes] = line.split(";");
            const [name = "", ...rest] = pair.split("=");
            if (attributes.some(endsCookie))
                jar.delete(name.trim());
            else
                jar.set(name.trim(), rest.join("=").trim());
        }
    }
    cookieFor(url) {
        const jar = this.#cookies.get(url.origin);
        if (jar === undefined || jar.size === 0)
            return undefined;
        return [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    }
    #value(name) {
        const captured = this.#captured.get(name);
        if (captured !== undefined)
            return captured;
        if (name === "unique")
            return this.#unique;
        if (Object.hasOwn(this.#env, name))
            return this.#env[name] ?? "";
        const known = [...this.#captured.keys(), ...Object.keys(this.#env)].join(", ");
        throw new check_failure/* CheckFailure */.j(`{{${name}}} is neither captured by an earlier step nor an environment variable of this environment (known: ${known || "none"})`, { transient: false });
    }
}
function newSession({ env, clock }, suffix) {
    return new Session(env, `${Math.floor(clock.now()).toString(36)}${suffix}`);
}
function isList(json) {
    return Array.isArray(json);
}
function endsCookie(attribute) {
    const [name = "", value = ""] = attribute.split("=").map((part) => part.trim());
    if (name.toLowerCase() === "max-age")
        return Number(value) <= 0;
    return name.toLowerCase() === "expires" && Date.parse(value) <= Date.UTC(1971, 0, 1);
}

;// CONCATENATED MODULE: ./build/packages/smoke/answer-value.js

class AnswerValues {
    #what;
    #answer;
    #json;
    constructor(what, answer) {
        this.#what = what;
        this.#answer = answer;
    }
    at(source) {
        if (source.startsWith("header:")) {
            const name = source.slice("header:".length).trim();
            const value = this.#answer.headers.get(name);
            if (value === null)
                throw this.#failed(`the answer has no header ${name}`);
            return value;
        }
        let value = this.#parsed();
        for (const key of source.split(".")) {
            if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) {
                throw this.#failed(`the answer has no "${source}"${namesIn(value)}`);
            }
            value = Object.entries(value).find(([found]) => found === key)?.[1];
        }
        return value;
    }
    #parsed() {
        if (this.#answer.truncated)
            throw this.#failed("the answer is larger than 1 MB");
        try {
            return (this.#json ??= { value: JSON.parse(this.#answer.body) }).value;
        }
        catch (thrown) {
            throw this.#failed(`expected JSON, got something else${beginOf(this.#answer.body)}`, thrown);
        }
    }
    #failed(message, cause) {
        const { status } = this.#answer;
        return new check_failure/* CheckFailure */.j(`${this.#what}: ${message}`, { transient: false, status, lacksCapture: true, cause });
    }
}
function beginOf(body) {
    const text = body.replaceAll(/\s+/g, " ").trim();
    return text === "" ? ", with an empty answer" : `; the answer begins: ${text.slice(0, 160)}`;
}
function namesIn(value) {
    if (typeof value !== "object" || value === null)
        return "";
    return ` (it has: ${Object.keys(value).slice(0, 8).join(", ") || "nothing"})`;
}

;// CONCATENATED MODULE: ./build/packages/smoke/step.js




const maxMatched = 10_000;
async function runStep(step, session, around) {
    const started = around.clock.now();
    const { what, answer } = await step_ask(step, session, around);
    const tookMs = Math.round(around.clock.now() - started);
    checkStatus(what, step, answer);
    checkText(what, step, answer);
    checkValues(what, step, { answer, session });
    checkTime(what, step, tookMs);
    captureAll(what, step, { answer, session });
}
async function step_ask(step, session, around) {
    const url = addressFor(step.path, session, around.baseUrl);
    const body = bodyOf(step, session);
    const answer = await send({
        method: step.method,
        url,
        headersFor: step_headersOf(step, session, { around, first: url }),
        ...(body === undefined ? {} : { body }),
        followRedirects: step.status === "2xx" || step.status < 300 || step.status > 399,
        timeoutMs: around.timeoutMs,
        signal: around.signal,
        egress: around.egress,
        onAnswer: (address, headers) => session.keepCookies(address, headers),
    });
    return { what: `${step.method} ${url.pathname}`, answer };
}
function addressFor(path, session, baseUrl) {
    const filled = session.fill(path);
    const address = /^https?:\/\/./i.test(filled)
        ? filled
        : `${baseUrl.replace(/\/+$/, "")}/${filled.replace(/^\/+/, "")}`;
    if (!URL.canParse(address))
        throw new check_failure/* CheckFailure */.j(`"${path}" is no path or address`, { transient: false });
    return new URL(address);
}
function bodyOf({ json, form, body }, session) {
    if (json !== undefined)
        return JSON.stringify(session.fillJson(json));
    if (form !== undefined) {
        const fields = Object.entries(form).map(([name, value]) => [name, session.fill(value)]);
        return new URLSearchParams(fields).toString();
    }
    return body === undefined ? undefined : session.fill(body);
}
function step_headersOf(step, session, { around, first }) {
    const own = Object.entries(step.headers).map(([name, value]) => [name, session.fill(value)]);
    const type = step.json === undefined ? step.form && "application/x-www-form-urlencoded" : "application/json";
    const base = new URL(around.baseUrl).origin;
    return (url) => {
        const headers = new Headers({ accept: "application/json, text/html;q=0.9, */*;q=0.8" });
        if (type !== undefined && url.origin === first.origin)
            headers.set("content-type", type);
        if (url.origin === base)
            for (const [name, value] of Object.entries(around.headers ?? {}))
                headers.set(name, value);
        if (url.origin === first.origin)
            for (const [name, value] of own)
                headers.set(name, value);
        const cookie = session.cookieFor(url);
        if (cookie !== undefined)
            headers.set("cookie", cookie);
        return headers;
    };
}
function checkStatus(what, step, { status, body }) {
    const good = step.status === "2xx" ? status >= 200 && status <= 299 : status === step.status;
    if (good)
        return;
    const transient = status >= 502 && status <= 504;
    throw new check_failure/* CheckFailure */.j(`${what}: expected status ${step.status}, got ${status}${beginOf(body)}`, {
        transient,
        reason: "gateway",
        status,
    });
}
function checkText(what, { contains }, { status, body, truncated }) {
    if (contains === undefined || body.includes(contains))
        return;
    const where = truncated ? "in its first 1 MB" : "anywhere";
    const message = `${what}: expected "${contains}" in the answer, not found ${where}${beginOf(body)}`;
    throw new check_failure/* CheckFailure */.j(message, { transient: false, status });
}
function checkValues(what, { equals = {}, matches = {} }, { answer, session }) {
    const values = new AnswerValues(what, answer);
    const wrong = (source, expected, got) => new check_failure/* CheckFailure */.j(`${what}: expected ${source} ${expected}, got ${JSON.stringify(got)}`, {
        transient: false,
        status: answer.status,
    });
    for (const [source, json] of Object.entries(equals)) {
        const [expected, got] = [session.fillJson(json), values.at(source)];
        if (!(0,external_node_util_.isDeepStrictEqual)(got, expected))
            throw wrong(source, `to be ${JSON.stringify(expected)}`, got);
    }
    for (const [source, pattern] of Object.entries(matches)) {
        const got = values.at(source);
        const text = typeof got === "string" ? got : JSON.stringify(got);
        if (!new RegExp(pattern, "u").test(text.slice(0, maxMatched)))
            throw wrong(source, `to match ${pattern}`, got);
    }
}
function checkTime(what, { maxTime }, tookMs) {
    if (maxTime === undefined || tookMs <= maxTime)
        return;
    throw new check_failure/* CheckFailure */.j(`${what}: expected an answer within ${maxTime} ms, it took ${tookMs} ms`, {
        transient: false,
    });
}
function captureAll(what, { capture }, { answer, session }) {
    const values = new AnswerValues(what, answer);
    for (const [name, source] of Object.entries(capture)) {
        const value = values.at(source);
        if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") {
            const message = `${what}: "${source}" of the answer is no single value and cannot be captured as ${name}`;
            throw new check_failure/* CheckFailure */.j(message, { transient: false, status: answer.status, lacksCapture: true });
        }
        session.keep(name, value);
    }
}

;// CONCATENATED MODULE: ./build/packages/smoke/health.js




const probes = 3;
const probeTimeoutMs = 2_000;
async function readHealth(spec, checks, around) {
    const api = spec?.api === undefined || "none" in spec.api ? [] : spec.api;
    const step = api.find((one) => !isCommand(one) && one.method === "GET" && !one.path.includes("{{"));
    if (step === undefined)
        return { endpoint: undefined, good: 0, timesMs: [], before: undefined };
    const timeoutMs = Math.min(probeTimeoutMs, around.timeoutMs);
    const asked = await Promise.all(Array.from({ length: probes }, async () => timeOf(step, { ...around, timeoutMs })));
    const timesMs = asked.filter((ms) => ms !== undefined);
    const before = checks.find(({ category, name }) => category === "api" && name === step.name);
    return { endpoint: `GET ${step.path}`, good: timesMs.length, timesMs, before };
}
function withClass({ check, failure }, health) {
    if (failure === undefined || check.category === "external")
        return check;
    return { ...check, detail: `${check.detail ?? ""}. Class: ${classOf(check, failure, health)} (${figures(health)})` };
}
function classOf({ category }, failure, { endpoint, good }) {
    if (!failure.transient)
        return "systemic";
    if (endpoint === undefined || category === "database")
        return "unknown";
    return good === probes ? "transient" : "systemic";
}
function figures({ endpoint, good, timesMs, before }) {
    if (endpoint === undefined)
        return "no endpoint to compare with";
    const was = before === undefined ? "" : `, before: ${before.status} in ${before.durationMs} ms`;
    const times = timesMs.length === 0 ? "" : ` in ${Math.min(...timesMs)}–${Math.max(...timesMs)} ms`;
    return `${endpoint} now: ${good} of ${probes} good${times}${was}`;
}
async function timeOf(step, around) {
    const started = around.clock.now();
    try {
        await runStep(step, newSession(around, "probe"), around);
        return Math.round(around.clock.now() - started);
    }
    catch (thrown) {
        around.signal.throwIfAborted();
        if (thrown instanceof check_failure/* CheckFailure */.j)
            return undefined;
        throw thrown;
    }
}

;// CONCATENATED MODULE: ./build/packages/smoke/auth.js





const withoutLogin = "refused without login";
async function checkAuth(steps, around) {
    const session = newSession(around, "auth");
    const secrets = () => session.secrets;
    const results = [];
    const guarded = [];
    for (const [index, step] of steps.entries()) {
        if (!isCommand(step) && isGuarded(step, session, { index, steps }))
            guarded.push(step);
        const result = await one(step, { index, steps, session, around });
        results.push(result);
        if (result.failure !== undefined)
            return results;
    }
    if (steps.some(isCommand))
        return results;
    const run = async () => refusedToNobody(guarded, around);
    return [...results, await runCheck({ category: "auth", name: withoutLogin, run, secrets }, around)];
}
async function one(step, at) {
    const { index, steps, session, around } = at;
    if (isCommand(step))
        return commandCheck("auth", step, around);
    const run = async () => runStep(step, session, around).catch((thrown) => {
        const phase = thrown instanceof check_failure/* CheckFailure */.j ? phaseOf(thrown, at) : "";
        (0,check_failure/* failAt */.Y)(thrown, `${phase} failed: step ${index + 1} of ${steps.length}, ${step.name}`);
    });
    return runCheck({ category: "auth", name: step.name, run, secrets: () => session.secrets }, around);
}
function phaseOf({ status, lacksCapture }, at) {
    if (status === undefined)
        return "reach";
    if (at.index === 0)
        return lacksCapture ? "token" : "login";
    return isLogout(at) ? "logout" : "protected call";
}
function isLogout({ index, steps }) {
    const step = steps[index];
    if (step === undefined || isCommand(step))
        return false;
    return (index > 0 && index === steps.length - 1 && /log.?out|sign.?out|session|token/i.test(`${step.name} ${step.path}`));
}
function isGuarded(step, session, at) {
    if (at.index === 0 || isLogout(at))
        return false;
    const texts = [step.path, ...Object.values(step.headers)];
    return step.method === "GET" || texts.some((text) => session.usesCaptured(text));
}
async function refusedToNobody(guarded, around) {
    if (guarded.length === 0) {
        throw new check_failure/* CheckFailure */.j("no step after the login needs it: add a call that only a signed-in account may make", {
            transient: false,
        });
    }
    const open = [];
    for (const step of guarded) {
        const nobody = newSession(around, "nobody");
        const headers = Object.entries(step.headers).filter(([, value]) => isKnown(value, nobody));
        const path = step.path.replaceAll(/\{\{\s*[\w.-]+\s*\}\}/g, (name) => (isKnown(name, nobody) ? name : "none"));
        const { method, name, status } = step;
        const plain = { name, method, path, headers: Object.fromEntries(headers), status, capture: {} };
        const { what, answer } = await step_ask({ ...plain, status: 302 }, nobody, around);
        if (answer.status >= 300 && answer.status < 500)
            return;
        if (answer.status >= 500)
            throw broken(what, answer.status);
        open.push(`${what} answers ${answer.status}`);
    }
    throw new check_failure/* CheckFailure */.j(`${open.join(", ")} without a login too: this proves nothing. Add a call that only a signed-in account may make`, { transient: false });
}
function broken(what, status) {
    const message = `${what}: expected a refusal without a login (401 or 403), got ${status}`;
    return new check_failure/* CheckFailure */.j(message, { transient: status >= 502 && status <= 504, reason: "gateway", status });
}
function isKnown(text, session) {
    try {
        session.fill(text);
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/packages/smoke/http-checks.js






function apiUnits(steps, around) {
    const session = newSession(around, "api");
    const one = async (step) => {
        if (isCommand(step))
            return commandCheck("api", step, around);
        const run = async () => runStep(step, session, around);
        return runCheck({ category: "api", name: step.name, run, secrets: () => session.secrets }, around);
    };
    const chained = steps.some((step) => "capture" in step && Object.keys(step.capture).length > 0);
    if (!chained)
        return steps.map((step) => unitOf("api", [step.name], async () => [await one(step)]));
    const inOrder = async () => {
        const checked = [];
        for (const step of steps)
            checked.push(await one(step));
        return checked;
    };
    return [unitOf("api", namesOf(steps), inOrder)];
}
function authUnits(steps, around) {
    return [unitOf("auth", namesOf(steps), async () => checkAuth(steps, around))];
}
function pathUnits(paths, around) {
    return paths.map((path, index) => unitOf("paths", [path.name], async () => [
        isCommand(path) ? await commandCheck("paths", path, around) : await http_checks_walk(path, around, index),
    ]));
}
async function http_checks_walk({ name, steps }, around, index) {
    let session = newSession(around, `p${index}`);
    const run = async () => {
        session = newSession(around, `p${index}`);
        for (const [at, step] of steps.entries()) {
            await runStep(step, session, around).catch((thrown) => (0,check_failure/* failAt */.Y)(thrown, `step ${at + 1} of ${steps.length}, ${step.name}`));
        }
    };
    return runCheck({ category: "paths", name, run, secrets: () => session.secrets }, around);
}
function unitOf(category, names, run) {
    return { category, names, run };
}
function namesOf(steps) {
    return steps.map(({ name }) => name);
}

;// CONCATENATED MODULE: ./build/packages/smoke/selection.js


const categories = ["api", "database", "external", "auth", "paths"];
function selection_select(spec, choice) {
    const skipped = without(spec, (category, checks) => checks.filter(({ name }) => skipReason(choice, category, name) === undefined));
    const chosen = choice.only === "critical" ? without(skipped, (category, checks) => affected(category, checks, choice)) : skipped;
    const final = categories.some((category) => listIn(chosen, category).length > 0) ? chosen : skipped;
    const leftOut = categories.flatMap((category) => {
        const kept = new Set(listIn(final, category));
        return listIn(spec, category)
            .filter((check) => !kept.has(check))
            .map((check) => left(category, check, choice));
    });
    return { spec: final, leftOut };
}
function affected(category, checks, { changed }) {
    const wanted = ({ affects, critical }) => {
        if (critical === true || (affects === undefined && critical === undefined))
            return true;
        if (affects === undefined)
            return false;
        return changed === undefined || changed.some((file) => affects.some((glob) => (0,external_node_path_.matchesGlob)(file, glob)));
    };
    const chained = category === "auth" || (category === "api" && checks.some(captures));
    return chained && checks.some(wanted) ? checks : checks.filter(wanted);
}
function captures(check) {
    const capture = Reflect.get(check, "capture");
    return typeof capture === "object" && capture !== null && Object.keys(capture).length > 0;
}
function skipReason({ skip = {} }, category, name) {
    const key = `${category}: ${name}`;
    return Object.hasOwn(skip, key) ? skip[key] : undefined;
}
function left(category, { name, affects = [] }, choice) {
    const skipped = skipReason(choice, category, name);
    const about = affects.length === 0 ? "" : ` (it is about ${affects.join(", ")})`;
    const files = choice.changed === undefined ? "" : `; ${choice.changed.length} files changed`;
    const detail = skipped === undefined
        ? `Left out of the hotfix: not critical, and nothing it is about was changed${about}${files}`
        : `Left out in this environment: ${skipped}`;
    return { category, name, status: "not-applicable", durationMs: 0, detail: asDetail(detail, []) };
}
function without(spec, keep) {
    const kept = categories
        .filter((category) => listIn(spec, category).length > 0)
        .map((category) => [category, keep(category, listIn(spec, category))]);
    return { ...spec, ...Object.fromEntries(kept) };
}
function listIn(spec, category) {
    const wanted = spec[category];
    return wanted === undefined || "none" in wanted ? [] : wanted;
}

;// CONCATENATED MODULE: ./build/packages/smoke/starter.js
const starters = {
    api: `smoke:
  api:
    - { name: health, path: /health }`,
    database: `smoke:
  database:
    - { name: main, urlFrom: DATABASE_URL }`,
    external: `smoke:
  external:
    - { name: payments, url: https://pay.example.com/health, statusUrl: https://status.example.com/api/v2/status.json, fallback: orders are queued }`,
    auth: `smoke:
  auth:
    - { name: login, method: POST, path: /login, json: { user: "{{SMOKE_USER}}", password: "{{SMOKE_PASSWORD}}" }, capture: { token: token } }
    - { name: protected call, path: /me, headers: { authorization: "Bearer {{token}}" } }
    - { name: logout, method: POST, path: /logout }`,
    paths: `smoke:
  paths:
    - name: checkout
      steps:
        - { name: add to cart, method: POST, path: /cart, json: { item: 1 }, capture: { cart: id } }
        - { name: pay, method: POST, path: "/cart/{{cart}}/pay" }`,
};
function missingCategory(category) {
    return `No ${category} checks are configured, so nothing was proved. Add checks:\n${starters[category]}\nor say why there are none: smoke: { ${category}: { none: "reason" } }`;
}

;// CONCATENATED MODULE: ./build/packages/smoke/units.js
async function runUnits(units, { parallel, failFast }) {
    const ends = [];
    const waiting = units.entries();
    let broken;
    const worker = async () => {
        for (const [index, unit] of waiting) {
            if (failFast && broken !== undefined) {
                ends[index] = notRun(unit, broken);
                continue;
            }
            const checked = await unit.run();
            broken ??= checked.find(({ check }) => check.status === "failed")?.check;
            ends[index] = { category: unit.category, checked, ran: true };
        }
    };
    await Promise.all(Array.from({ length: Math.min(parallel, units.length) }, worker));
    return ends;
}
function notRun({ category, names }, broken) {
    const detail = `Not run: "${broken.category}: ${broken.name}" failed before it, and smoke.failFast is set`;
    const checked = names.map((name) => ({
        check: { category, name, status: "not-applicable", durationMs: 0, detail },
    }));
    return { category, checked, ran: false };
}

;// CONCATENATED MODULE: ./build/packages/smoke/run-smoke.js












const empty = {
    timeout: 10_000,
    retry: { on: [], times: 0, delay: 0 },
    parallel: 1,
    failFast: false,
    origins: [],
};
const run_smoke_categories = ["api", "database", "external", "auth", "paths"];
async function runSmoke(wanted = empty, options) {
    options.signal.throwIfAborted();
    const started = options.clock.now();
    const around = surroundingsOf(wanted, options);
    const refused = credentialsOfProduction(around);
    const { spec, leftOut } = refused === undefined ? selection_select(wanted, options) : { spec: wanted, leftOut: [] };
    const units = refused === undefined ? unitsOf(spec, around) : [];
    const ends = await blamed(await runUnits(units, spec), spec, around);
    const checked = ends.flatMap((end) => end.checked);
    const failing = checked.some(({ failure, check }) => failure !== undefined && check.category !== "external");
    const health = failing ? await readHealth(spec, checksOf(checked), around) : undefined;
    const done = checked.map((one) => (health === undefined ? one.check : withClass(one, health)));
    const all = [...done, ...leftOut, ...unproved(wanted), ...(refused ?? [])];
    const checks = run_smoke_categories.flatMap((category) => all.filter((check) => check.category === category));
    const notRun = ends.filter(({ ran }) => !ran).map(({ category }) => category);
    return resultOf(checks, { notRun, executionTimeMs: Math.round(options.clock.now() - started) });
}
function surroundingsOf(spec, options) {
    const declared = declaredIn(spec);
    const forbidden = productionHost(options.production, declared);
    const egress = new Egress({ baseUrl: options.baseUrl, declared, forbidden });
    return { ...options, timeoutMs: options.timeoutMs ?? spec.timeout, retry: spec.retry, egress };
}
function credentialsOfProduction({ env, production }) {
    const names = productionCredentials(env, detail_secretsOf(env), production);
    if (names.length === 0)
        return undefined;
    const detail = `${names.join(", ")}: the value is the one of production, and this is a run before it. Give this environment accounts of its own`;
    return run_smoke_categories.map((category) => ({ category, name: "isolation", status: "failed", durationMs: 0, detail }));
}
function unitsOf(spec, around) {
    return [
        ...apiUnits(run_smoke_listOf(spec.api), around),
        ...databaseUnits(run_smoke_listOf(spec.database), around),
        ...externalUnits(run_smoke_listOf(spec.external), around),
        ...authUnits(run_smoke_listOf(spec.auth), around).filter(({ names }) => names.length > 0),
        ...pathUnits(run_smoke_listOf(spec.paths), around),
    ];
}
function databaseUnits(checks, around) {
    const groups = Map.groupBy(checks, (check) => (isCommand(check) ? check : databaseKey(check, around)));
    return [...groups.values()].map((group) => ({
        category: "database",
        names: group.map(({ name }) => name),
        run: async () => {
            const checked = [];
            for (const check of group)
                checked.push(await oneDatabase(check, around));
            return checked;
        },
    }));
}
async function oneDatabase(check, around) {
    if (isCommand(check))
        return commandCheck("database", check, around);
    const run = async () => checkDatabase(check, around);
    return runCheck({ category: "database", name: check.name, run }, around);
}
async function blamed(ends, spec, around) {
    const [theirs, ours] = [ends.filter(isExternal), ends.filter((end) => !isExternal(end))];
    return [...ours, ...(await blameExternal(theirs, run_smoke_listOf(spec.external), around))];
}
function isExternal({ category }) {
    return category === "external";
}
function unproved(spec) {
    return run_smoke_categories.flatMap((category) => {
        const wanted = spec[category];
        if (wanted !== undefined && "none" in wanted) {
            return [{ category, name: category, status: "not-applicable", durationMs: 0, detail: asDetail(wanted.none, []) }];
        }
        if (wanted !== undefined && wanted.length > 0)
            return [];
        return [{ category, name: "not configured", status: "failed", durationMs: 0, detail: missingCategory(category) }];
    });
}
function resultOf(checks, { notRun, executionTimeMs }) {
    const failed = checks.filter(({ status }) => status === "failed");
    const broken = new Set([...failed.map(({ category }) => category), ...notRun]).size;
    return {
        status: broken === 0 ? "passed" : "failed",
        categoriesPassed: run_smoke_categories.length - broken,
        categoriesFailed: broken,
        executionTimeMs,
        failedTests: failed.map(({ category, name }) => `${category}: ${name}`),
        checks,
    };
}
function checksOf(checked) {
    return checked.map(({ check }) => check);
}
function run_smoke_listOf(wanted) {
    return wanted === undefined || "none" in wanted ? [] : wanted;
}

;// CONCATENATED MODULE: ./build/packages/smoke/index.js




;// CONCATENATED MODULE: ./build/packages/gates/check-gate.js

const check_gate_pollEveryMs = 10_000;
const unseenMs = 120_000;
const shownNames = 20;
async function checkGate(gate, wanted, context) {
    const { clock, signal, sha, onProgress } = context;
    if (context.checkRuns === undefined)
        throw new Error("a gate whose verdict is a check needs the code host");
    const started = clock.now();
    let told = "";
    for (;;) {
        const runs = await seen(context.checkRuns(sha), sha, onProgress);
        const run = runs?.find(({ name, app }) => name === wanted.name && app === wanted.app);
        if (run !== undefined && run.state !== "pending")
            return verdict(gate, wanted, run, onProgress);
        const elapsed = clock.now() - started;
        const mayCome = runs === undefined ||
            run !== undefined ||
            elapsed < unseenMs ||
            runs.some(({ app, state }) => app === wanted.app && state === "pending");
        if (!mayCome)
            return { failures: [missing(gate, wanted, runs)] };
        if (elapsed >= wanted.timeout)
            return { failures: [late(gate, wanted, run)] };
        const line = `waiting for the check "${wanted.name}" of ${wanted.app}: ${run === undefined ? "not there yet" : "under way"}`;
        if (line !== told)
            onProgress(line);
        told = line;
        await clock.sleep(Math.min(check_gate_pollEveryMs, wanted.timeout - elapsed), signal);
        signal.throwIfAborted();
    }
}
async function seen(asked, sha, onProgress) {
    try {
        return (await asked).filter((run) => run.sha === sha);
    }
    catch (thrown) {
        if (!(thrown instanceof faults/* ReleaseFault */.eB) || thrown.code !== "remote")
            throw thrown;
        onProgress(thrown.message);
        return undefined;
    }
}
function verdict(gate, { name }, { state, app, url, sha }, onProgress) {
    const check = { name, app, ...(url === undefined ? {} : { url }) };
    const place = url === undefined ? "" : `: ${url}`;
    if (state === "success") {
        onProgress(`the check "${name}" of ${app} passed on ${sha.slice(0, 12)}; coverage: not measured here${place}`);
        return { failures: [], check };
    }
    return {
        check,
        failures: [
            {
                title: `The check "${name}" of ${app} ended as ${state}`,
                detail: `On ${sha}${place}`,
                suggestion: state === "skipped" || state === "neutral"
                    ? `It proves nothing about this commit. Make it run there, or give the gate a command: gates.${gate}.command`
                    : "See its log, correct what failed and retry the release.",
            },
        ],
    };
}
function missing(gate, { name, app }, runs) {
    const there = runs.slice(0, shownNames).map((run) => `"${run.name}" of ${run.app}`);
    const imitation = runs.some((run) => run.name === name);
    return {
        title: `There is no check "${name}" of ${app} on the commit`,
        detail: there.length === 0 ? "The commit has no check at all." : `There are: ${there.join(", ")}.`,
        suggestion: imitation
            ? `Another app made a check of that name. If that is the one, say so: gates.${gate}.app`
            : `Let the CI run on pushes to release/** and hotfix/**, or correct gates.${gate}.name.`,
    };
}
function late(gate, { name, app, timeout }, run) {
    return {
        title: `The check "${name}" of ${app} had no verdict within ${Math.round(timeout / 1000)} s`,
        ...(run?.url === undefined ? {} : { detail: run.url }),
        suggestion: `See what it waits for, or give it more time: gates.${gate}.timeout: ${Math.ceil(timeout / 30_000)}m`,
    };
}

;// CONCATENATED MODULE: ./build/packages/gates/report-file.js



const maxReportBytes = 64 * 1024 * 1024;
const roundingMs = 2_000;
const filesAtMost = 20_000;
const ownFolder = ".release-command/reports";
async function beforeReports(directory, names) {
    const wanted = typeof names === "string" ? [names] : names;
    await clearOwnFolders(directory, wanted);
    const startedMs = await fileSystemTime();
    const named = wanted.map(async (name) => {
        const files = isPattern(name) ? await matching(directory, name) : [name];
        return { name, found: await Promise.all(files.map((file) => report_file_look(directory, file, startedMs))) };
    });
    return { directory, startedMs, named: await Promise.all(named) };
}
async function readReports(before, setting) {
    const texts = [];
    for (const { name, found } of before.named) {
        const files = isPattern(name) ? await matching(before.directory, name) : [name];
        if (files.length === 0) {
            const advice = `The command wrote no file that matches. Make it write them there, or correct ${setting}.`;
            return report_file_failed(`The report ${name} is missing`, advice);
        }
        if (files.length > filesAtMost)
            return report_file_failed(`The report ${name} is more than ${filesAtMost} files`, `Narrow the pattern in ${setting}.`);
        for (const file of files) {
            const known = found.find((one) => one.name === file) ?? absent(before, file);
            const text = await readReport(known, setting);
            if ("failure" in text)
                return text;
            texts.push({ name: file, text: text.value });
            if (texts.reduce((total, one) => total + one.text.length, 0) > maxReportBytes)
                return report_file_failed(`The reports of ${setting} are larger than 64 MB together`, "Leave out passing details or attachments.");
        }
    }
    return { value: texts };
}
function isPattern(name) {
    return /[*?{[]/.test(name);
}
function isForeign(name) {
    return /(^|[\\/])(node_modules|\.git)$/.test(name);
}
async function matching(directory, pattern) {
    const files = [];
    for await (const file of (0,promises_.glob)(pattern, { cwd: directory, exclude: isForeign })) {
        files.push(file.split(external_node_path_.sep).join("/"));
        if (files.length > filesAtMost)
            break;
    }
    return files.toSorted();
}
async function report_file_look(directory, name, startedMs) {
    const path = (0,external_node_path_.resolve)(directory, name);
    return { path, name, found: await (0,promises_.stat)(path).catch(() => undefined), startedMs };
}
function absent({ directory, startedMs }, name) {
    return { path: (0,external_node_path_.resolve)(directory, name), name, found: undefined, startedMs };
}
async function clearOwnFolders(directory, names) {
    const root = (0,external_node_path_.resolve)(directory, ownFolder);
    const folders = names.map((name) => (0,external_node_path_.dirname)((0,external_node_path_.resolve)(directory, name.replace(/[*?{[].*$/, "x"))));
    const own = folders.filter((path) => path.startsWith(`${root}${external_node_path_.sep}`));
    if (own.length === 0)
        return;
    const gates = new Set(own.map((path) => (0,external_node_path_.relative)(root, path).split(external_node_path_.sep)[0] ?? ""));
    for (const gate of gates)
        await (0,promises_.rm)((0,external_node_path_.join)(root, gate), { recursive: true, force: true });
    for (const path of own)
        await (0,promises_.mkdir)(path, { recursive: true });
    await (0,promises_.writeFile)((0,external_node_path_.join)(directory, ".release-command", ".gitignore"), "*\n");
}
async function beforeReport(directory, name) {
    await clearOwnFolders(directory, [name]);
    return report_file_look(directory, name, await fileSystemTime());
}
async function readReport(before, setting) {
    const { path, name, found, startedMs } = before;
    const now = await (0,promises_.stat)(path).catch(() => undefined);
    const advice = `Make the command write it there, or correct ${setting}.`;
    if (now === undefined)
        return report_file_failed(`The report ${name} is missing`, `The command did not write it. ${advice}`);
    if (!now.isFile())
        return report_file_failed(`The report ${name} is not a file`, advice);
    const untouched = found !== undefined && found.mtimeMs === now.mtimeMs && found.size === now.size && found.ino === now.ino;
    if (untouched || now.mtimeMs < startedMs - roundingMs) {
        const why = "It is older than this run: it was in the checkout, or copied with its old time.";
        return report_file_failed(`The report ${name} is not of this run`, `${why} ${advice} Keep reports out of git.`);
    }
    if (now.size === 0)
        return report_file_failed(`The report ${name} is empty`, `The command ended before it wrote anything. ${advice}`);
    if (now.size > maxReportBytes) {
        return report_file_failed(`The report ${name} is larger than 64 MB`, "Leave out passing details or attachments.");
    }
    const text = await (0,promises_.readFile)(path, "utf8");
    if (text.trim() === "")
        return report_file_failed(`The report ${name} is empty`, `It holds only white space. ${advice}`);
    return { value: text };
}
function brokenReport(name, reason, suggestion) {
    return report_file_failed(`The report ${name} proves nothing: ${reason}`, suggestion);
}
function report_file_failed(title, suggestion) {
    return { failure: { title, suggestion } };
}
async function fileSystemTime() {
    const directory = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "release-command-"));
    const { mtimeMs } = await (0,promises_.stat)(directory);
    await (0,promises_.rm)(directory, { recursive: true });
    return mtimeMs;
}

;// CONCATENATED MODULE: ./build/packages/gates/json-report.js

function readJsonReport(text, name, report) {
    let document;
    try {
        document = JSON.parse(text);
    }
    catch {
        return brokenReport(name, "it is not complete JSON", report.whenCut);
    }
    const parsed = report.schema.safeParse(document);
    if (parsed.success)
        return { value: parsed.data };
    const issue = parsed.error.issues[0];
    const place = issue === undefined ? "" : ` (${issue.path.join(".")}: ${issue.message})`;
    return brokenReport(name, `it is not ${report.kind}${place}`, report.whenOther);
}

;// CONCATENATED MODULE: ./build/packages/gates/playwright.js




const problem = schemas/* looseObject */._H3({ message: schemas/* string */.YjP().optional() });
const attempt = schemas/* looseObject */._H3({
    status: schemas/* string */.YjP().optional(),
    duration: schemas/* number */.aig(),
    error: problem.optional(),
    attachments: schemas/* array */.YOg(schemas/* looseObject */._H3({ name: schemas/* string */.YjP(), path: schemas/* string */.YjP().optional() })).optional(),
});
const test = schemas/* looseObject */._H3({
    projectName: schemas/* string */.YjP().optional(),
    status: schemas/* enum */.k5n(["skipped", "expected", "unexpected", "flaky"]),
    results: schemas/* array */.YOg(attempt),
});
const spec = schemas/* looseObject */._H3({
    title: schemas/* string */.YjP(),
    file: schemas/* string */.YjP().optional(),
    line: schemas/* number */.aig().optional(),
    tests: schemas/* array */.YOg(test),
});
const suite = schemas/* looseObject */._H3({
    title: schemas/* string */.YjP(),
    file: schemas/* string */.YjP().optional(),
    specs: schemas/* array */.YOg(spec).default([]),
    get suites() {
        return schemas/* array */.YOg(suite).optional();
    },
});
const playwright_report = schemas/* looseObject */._H3({
    suites: schemas/* array */.YOg(suite),
    errors: schemas/* array */.YOg(problem),
    stats: schemas/* looseObject */._H3({
        expected: schemas/* number */.aig(),
        unexpected: schemas/* number */.aig(),
        flaky: schemas/* number */.aig(),
        skipped: schemas/* number */.aig(),
    }),
});
function parsePlaywright(text, name) {
    const read = readJsonReport(text, name, {
        schema: playwright_report,
        kind: "a JSON report of Playwright",
        whenCut: "Run the journeys again; Playwright was killed before it has finished.",
        whenOther: "Use --reporter=json with PLAYWRIGHT_JSON_OUTPUT_NAME.",
    });
    if ("failure" in read)
        return read;
    const { errors, stats, suites } = read.value;
    const [error] = errors;
    if (error !== undefined) {
        const message = (0,external_node_util_.stripVTControlCharacters)(error.message ?? "unknown error").slice(0, 400);
        return brokenReport(name, `Playwright met an error outside of the tests: ${message}`, "Correct it; `npx playwright test --list` shows it.");
    }
    const journeys = suites.flatMap((each) => journeysOf(each, []));
    if (journeys.length === 0) {
        const skipped = stats.skipped > 0 ? ` (${stats.skipped} skipped)` : "";
        return brokenReport(name, `no journey was walked${skipped}`, "Check testDir, --grep and test.skip of the Playwright configuration.");
    }
    const failed = journeys.filter(({ status }) => status === "failed").length;
    if (journeys.length !== stats.expected + stats.unexpected + stats.flaky || failed !== stats.unexpected) {
        return brokenReport(name, "its statistics and its list of tests disagree", "Write it by one run of Playwright only.");
    }
    return { value: journeys };
}
function journeysOf({ title, specs, suites = [], file }, above) {
    const path = title === "" || title === file ? above : [...above, title];
    const own = specs.flatMap((each) => each.tests.flatMap((one) => journeyOf(each, one, path)));
    return [...own, ...suites.flatMap((inner) => journeysOf(inner, path))];
}
function journeyOf(each, one, path) {
    if (one.status === "skipped")
        return [];
    const project = one.projectName === undefined || one.projectName === "" ? "" : ` [${one.projectName}]`;
    const last = one.results.at(-1);
    const message = (0,external_node_util_.stripVTControlCharacters)(last?.error?.message ?? "");
    const attachments = (last?.attachments ?? []).flatMap((attachment) => attachment.path === undefined ? [] : [attachment.path]);
    return [
        {
            name: `${[...path, each.title].join(" › ")}${project}`,
            status: one.status === "unexpected" ? "failed" : "passed",
            durationMs: Math.round(one.results.reduce((total, { duration }) => total + duration, 0)),
            flaky: one.status === "flaky",
            attachments,
            transient: last?.status === "timedOut" || /ERR_CONNECTION|ECONNREFUSED|ECONNRESET|ERR_EMPTY_RESPONSE/.test(message),
            ...(each.file === undefined ? {} : { file: each.file }),
            ...(each.line === undefined ? {} : { line: each.line }),
            ...(message === "" ? {} : { message: message.slice(0, 600) }),
        },
    ];
}

;// CONCATENATED MODULE: ./build/packages/gates/e2e-gate.js





const retryDelayMs = 60_000;
async function e2eGate(context) {
    const settings = context.settings.e2e;
    if (settings === undefined)
        return { failures: [notConfigured("e2e")] };
    const walked = await withDevelopment(context, async (development) => {
        const first = await e2e_gate_walk(settings, development, context);
        if (!first.transient)
            return first;
        context.onProgress(`failed by time-out or connection only; trying once more in ${retryDelayMs / 1000} s`);
        await context.clock.sleep(retryDelayMs, context.signal);
        return await e2e_gate_walk(settings, development, context);
    });
    return "failure" in walked ? { failures: [walked.failure] } : walked.value.finding;
}
async function e2e_gate_walk(settings, { baseUrl, env }, context) {
    const { command, report: name, timeout } = settings;
    const before = await beforeReport(context.directory, name);
    const result = await runProject({ command, env: { ...env, BASE_URL: baseUrl }, timeoutMs: timeout }, context);
    const late = timeOutFailure(command, result, timeout, "gates.e2e.timeout");
    if (late !== undefined)
        return { finding: { failures: [late] }, transient: true };
    const text = await readReport(before, "gates.e2e.report");
    const journeys = "failure" in text ? text : parsePlaywright(text.value, name);
    if ("failure" in journeys) {
        const exit = result.exitCode === 0 ? [] : [exitFailure(command, result, "it should have written a report")];
        return { finding: { failures: [journeys.failure, ...exit] }, transient: false };
    }
    const failed = journeys.value.filter(({ status }) => status === "failed");
    for (const journey of journeys.value)
        if (journey.flaky)
            context.onProgress(`e2e: flaky: ${journey.name}`);
    const failures = failed.map(asFailure);
    if (result.exitCode !== 0 && failed.length === 0)
        failures.push(exitFailure(command, result, "every journey passed"));
    const transient = failed.length > 0 && failed.every((journey) => journey.transient);
    return { finding: { failures, metrics: metricsOf(journeys.value, failed.length) }, transient };
}
function metricsOf(journeys, journeysFailed) {
    return {
        gate: "e2e",
        journeysPassed: journeys.length - journeysFailed,
        journeysFailed,
        journeys: journeys.map(({ name, status, durationMs }) => ({ name, status, durationMs })),
    };
}
function asFailure({ name, message, file, line, attachments }) {
    const evidence = attachments.length === 0 ? "" : ` Evidence: ${attachments.join(", ")}.`;
    const trace = attachments.find((path) => path.endsWith(".zip"));
    const look = trace === undefined
        ? 'Switch on `trace: "retain-on-failure"` to see each step.'
        : `See each step: npx playwright show-trace ${trace}`;
    return {
        title: `Journey failed: ${name}`,
        detail: `${message ?? "no message"}${evidence}`,
        ...(file === undefined ? {} : { file }),
        ...(line === undefined ? {} : { line }),
        suggestion: look,
    };
}

;// CONCATENATED MODULE: ./build/packages/gates/readers/broken.js
class BrokenReport extends Error {
    name = "BrokenReport";
    suggestion;
    constructor(reason, suggestion) {
        super(reason);
        this.suggestion = suggestion;
    }
}
class EmptyReport extends BrokenReport {
}
const runAgain = "Run the command again; if it stays so, it is killed before it has finished writing.";

;// CONCATENATED MODULE: ./build/packages/gates/readers/numbers.js

function count(value, what) {
    const number = typeof value === "string" && /^\s*\d+(\.0+)?\s*$/.test(value) ? Number(value) : value;
    if (typeof number === "number" && Number.isSafeInteger(number) && number >= 0)
        return number;
    throw new BrokenReport(`${what} is no count: ${String(value).slice(0, 40)}`, runAgain);
}
function optionalCount(value, what) {
    return value === undefined || value === null || value === "" ? undefined : count(value, what);
}
function durationMs(value, msPerUnit) {
    if (value === undefined || value === null || value === "")
        return undefined;
    const number = Number(typeof value === "string" ? value.replaceAll(",", "") : value) * msPerUnit;
    return Number.isFinite(number) && number >= 0 ? Math.round(number * 1000) / 1000 : undefined;
}

;// CONCATENATED MODULE: ./build/packages/gates/readers/coverage.js



const maxLine = 10_000_000;
class CoverageTally {
    #directory;
    #files = new Map();
    #lastPath;
    #last;
    constructor(directory) {
        this.#directory = directory;
    }
    enter(path) {
        if (path === this.#lastPath)
            return;
        this.leave();
        const name = inCheckout(path, this.#directory);
        this.#last = this.#files.get(name) ?? {
            codes: undefined,
            closed: undefined,
            functions: undefined,
            totals: undefined,
        };
        this.#files.set(name, this.#last);
        this.#lastPath = path;
    }
    leave() {
        if (this.#last?.codes !== undefined) {
            const own = pack(this.#last.codes);
            this.#last.closed = this.#last.closed === undefined ? own : union(this.#last.closed, own);
            this.#last.codes = undefined;
        }
        this.#last = undefined;
        this.#lastPath = undefined;
    }
    line(line, covered) {
        if (!(Number.isSafeInteger(line) && line > 0 && line <= maxLine))
            throw new BrokenReport(`${this.#lastPath ?? "a file"} has a line that is no number of a line: ${line}`, runAgain);
        if (this.#last !== undefined)
            (this.#last.codes ??= []).push(line * 2 + (covered ? 1 : 0));
    }
    function(name, line, covered) {
        const file = this.#last;
        if (file === undefined || name === "" || name === "(empty-report)" || !(line > 0))
            return;
        const functions = (file.functions ??= new Map());
        const known = functions.get(name);
        if (known === undefined)
            functions.set(name, { line, covered });
        else
            known.covered ||= covered;
    }
    totals(lines, covered) {
        const all = count(lines, "the lines of a file");
        const some = count(covered, "the covered lines of a file");
        if (some > all)
            throw new BrokenReport(`${this.#lastPath ?? "a file"} covers ${some} of ${all} lines`, runAgain);
        if (this.#last !== undefined)
            this.#last.totals = { lines: all, covered: some };
    }
    listed() {
        const codes = this.#last?.codes === undefined ? new Int32Array() : pack(this.#last.codes);
        return { all: codes.length, covered: coveredIn(codes) };
    }
    finish() {
        this.leave();
        return coverageOf(Array.from(this.#files, ([file, { closed, functions, totals }]) => {
            const uncoveredFunctions = functions === undefined ? noFunctions : notEntered(functions);
            if (closed === undefined && totals !== undefined)
                return { file, lines: totals.lines, uncoveredLines: totals.lines - totals.covered, uncoveredFunctions };
            return fileOf(file, closed ?? new Int32Array(), uncoveredFunctions);
        }));
    }
}
const noFunctions = [];
function notEntered(functions) {
    return [...functions].flatMap(([name, { line, covered }]) => (covered ? [] : [{ name, line }]));
}
function fileOf(file, hits, uncoveredFunctions) {
    return { file, lines: hits.length, uncoveredLines: hits.length - coveredIn(hits), hits, uncoveredFunctions };
}
function coverageOf(files) {
    const lines = files.reduce((total, file) => total + file.lines, 0);
    if (lines === 0)
        throw new BrokenReport("it counts no line of code", "Check which files the coverage tool includes.");
    const uncovered = files.reduce((total, file) => total + file.uncoveredLines, 0);
    const percent = Math.floor(((lines - uncovered) / lines) * 10_000) / 100;
    return { percent, files: files.toSorted((a, b) => b.uncoveredLines - a.uncoveredLines) };
}
function mergeCoverage(reports, unique) {
    const files = new Map();
    for (const each of reports.flatMap((report) => report.files)) {
        const known = files.get(each.file);
        if (known === undefined)
            files.set(each.file, [each]);
        else
            known.push(each);
    }
    return coverageOf([...files].flatMap(([file, parts]) => (unique(file) ? [parts.reduce(mergeFile)] : parts)));
}
function mergeFile(a, b) {
    if (a.hits === undefined || b.hits === undefined)
        return a.lines - a.uncoveredLines >= b.lines - b.uncoveredLines ? a : b;
    const stillUncovered = a.uncoveredFunctions.filter(({ name }) => b.uncoveredFunctions.some((other) => other.name === name));
    return fileOf(a.file, union(a.hits, b.hits), stillUncovered);
}
function uncoveredRuns({ hits }) {
    const runs = [];
    let open;
    for (const code of hits ?? []) {
        const line = code >> 1;
        if (code % 2 === 1)
            open = undefined;
        else if (open === undefined)
            runs.push((open = { from: line, to: line }));
        else
            open.to = line;
    }
    return runs;
}
function pack(codes) {
    return dropDoubles(sortInPlace(Int32Array.from(codes)));
}
function sortInPlace(codes) {
    return codes.sort();
}
function union(a, b) {
    const both = new Int32Array(a.length + b.length);
    both.set(a);
    both.set(b, a.length);
    return dropDoubles(sortInPlace(both));
}
function dropDoubles(sorted) {
    let kept = 0;
    for (let at = 0; at < sorted.length; at += 1) {
        const code = sorted[at] ?? 0;
        const before = kept === 0 ? -2 : (sorted[kept - 1] ?? -2);
        if (before >> 1 === code >> 1)
            sorted[kept - 1] = code;
        else
            sorted[kept++] = code;
    }
    return sorted.slice(0, kept);
}
function coveredIn(codes) {
    let covered = 0;
    for (const code of codes)
        covered += code % 2;
    return covered;
}
function inCheckout(path, directory) {
    const plain = path
        .replaceAll("\\", "/")
        .replace(/^file:\/\//, "")
        .replace(/^\.\//, "");
    if (!(0,external_node_path_.isAbsolute)(plain))
        return plain;
    const inside = (0,external_node_path_.relative)(directory, plain);
    return inside === "" || inside.startsWith("..") || (0,external_node_path_.isAbsolute)(inside) ? plain : inside;
}

;// CONCATENATED MODULE: ./build/packages/gates/readers/json-pieces.js

function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        throw new BrokenReport("it is not complete JSON", runAgain);
    }
}
function parseInPieces(text, pattern, onPiece) {
    let kept = "";
    let copied = 0;
    let at = 0;
    const space = () => {
        for (let code = text.charCodeAt(at); code === 32 || code === 10 || code === 13 || code === 9;)
            code = text.charCodeAt((at += 1));
    };
    const container = (depth, path) => {
        const isObject = text[at] === "{";
        const end = isObject ? "}" : "]";
        at += 1;
        for (let index = 0;; index += 1) {
            space();
            if (text[at] === end)
                break;
            let key = String(index);
            if (isObject) {
                const from = at;
                at = endOfValue(text, at);
                key = String(parseJson(text.slice(from, at)));
                space();
                if (text[at] !== ":")
                    throw new BrokenReport("it is not complete JSON", runAgain);
                at += 1;
                space();
            }
            member(depth, [...path, key]);
            space();
            if (text[at] === ",")
                at += 1;
            else if (text[at] !== end)
                throw new BrokenReport("it is not complete JSON", runAgain);
        }
        at += 1;
    };
    const member = (depth, path) => {
        const wanted = pattern[depth] ?? "";
        const matches = wanted === "*" || wanted.split("|").includes(path.at(-1) ?? "");
        const descends = matches && depth + 1 < pattern.length && (text[at] === "{" || text[at] === "[");
        if (descends)
            return container(depth + 1, path);
        const from = at;
        at = endOfValue(text, at);
        if (!matches || depth + 1 < pattern.length)
            return;
        onPiece(path, parseJson(text.slice(from, at)));
        kept += `${text.slice(copied, from)}0`;
        copied = at;
    };
    space();
    if (text[at] === "{" || text[at] === "[")
        container(0, []);
    return parseJson(kept + text.slice(copied));
}
function endOfValue(text, from) {
    let depth = 0;
    for (let at = from; at < text.length; at += 1) {
        const code = text.charCodeAt(at);
        if (code === 34) {
            at = endOfString(text, at);
            if (depth === 0)
                return at + 1;
        }
        else if (code === 123 || code === 91)
            depth += 1;
        else if (code === 125 || code === 93) {
            if (depth === 0)
                return at;
            depth -= 1;
            if (depth === 0)
                return at + 1;
        }
        else if (depth === 0 && (code === 44 || code === 58))
            return at;
    }
    throw new BrokenReport("it is not complete JSON", runAgain);
}
function endOfString(text, from) {
    for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 1)) {
        let slashes = 0;
        while (text.charCodeAt(at - 1 - slashes) === 92)
            slashes += 1;
        if (slashes % 2 === 0)
            return at;
    }
    throw new BrokenReport("it is not complete JSON", runAgain);
}
function parseJsonStream(text) {
    const documents = [];
    for (let at = skipSpace(text, 0); at < text.length; at = skipSpace(text, at)) {
        const end = endOfValue(text, at);
        if (end === at)
            throw new BrokenReport("it is not a stream of JSON", runAgain);
        documents.push(parseJson(text.slice(at, end)));
        at = end;
    }
    return documents;
}
function skipSpace(text, from) {
    let at = from;
    while (at < text.length && /\s/.test(text[at] ?? ""))
        at += 1;
    return at;
}

;// CONCATENATED MODULE: ./build/packages/gates/readers/format.js



function reading(name, read) {
    try {
        return { value: read() };
    }
    catch (thrown) {
        if (thrown instanceof BrokenReport)
            return { ...brokenReport(name, thrown.message, thrown.suggestion), empty: thrown instanceof EmptyReport };
        if (thrown instanceof RangeError)
            return brokenReport(name, "it is nested too deep", "Check what writes this file: no report looks like this.");
        const reason = thrown instanceof Error ? thrown.message.slice(0, 300) : String(thrown);
        return brokenReport(name, `it cannot be parsed (${reason})`, runAgain);
    }
}
const headCharacters = 8192;
function readFormat(raw, formats, what) {
    const text = raw.startsWith("\uFEFF") ? raw.slice(1) : raw;
    const ends = { head: text.slice(0, headCharacters).trimStart(), tail: text.slice(-headCharacters) };
    if (ends.head.includes("\0"))
        throw new BrokenReport("it is not UTF-8 (it holds zero bytes, as UTF-16 does)", "Write the report as UTF-8.");
    const format = formats.find(({ recognises }) => recognises(ends));
    if (format === undefined) {
        const isShort = text.length <= headCharacters;
        if (isShort && /^[[{]/.test(ends.head))
            parseJson(text);
        const known = formats.map(({ title }) => title).join(", ");
        throw new BrokenReport(`it is ${soundsLike(ends.head)}, none of the ${what} we read`, `Write one of: ${known}.`);
    }
    return format.read(text);
}
function soundsLike(head) {
    if (head === "")
        return "empty";
    const root = /^(?:<\?[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE[^>]*>|\s)*<([\w:.-]{1,60})/.exec(head)?.[1];
    if (root !== undefined)
        return `XML with the root <${root}>`;
    if (/^[[{]/.test(head))
        return "JSON of another kind";
    return "text of another kind";
}

// EXTERNAL MODULE: ./node_modules/cvss4/dist/bundle.umd.js
var bundle_umd = __webpack_require__(12932);
;// CONCATENATED MODULE: ./build/packages/gates/readers/cvss.js

function cvssScore(vector) {
    try {
        const score = vector.startsWith("CVSS:") ? (0,bundle_umd.calculateBaseScore)(vector) : scoreOfVersion2(vector);
        return score !== undefined && score >= 0 && score <= 10 ? score : undefined;
    }
    catch {
        return undefined;
    }
}
const weights = [
    ["AV", { L: 0.395, A: 0.646, N: 1 }],
    ["AC", { H: 0.35, M: 0.61, L: 0.71 }],
    ["Au", { M: 0.45, S: 0.56, N: 0.704 }],
    ["C", { N: 0, P: 0.275, C: 0.66 }],
    ["I", { N: 0, P: 0.275, C: 0.66 }],
    ["A", { N: 0, P: 0.275, C: 0.66 }],
];
const version2 = /^\(?AV:([LAN])\/AC:([HML])\/Au:([MSN])\/C:([NPC])\/I:([NPC])\/A:([NPC])(?:\/|\)?$)/;
function scoreOfVersion2(vector) {
    const letters = version2.exec(vector)?.slice(1);
    if (letters === undefined)
        return undefined;
    const [av = 0, ac = 0, au = 0, c = 0, i = 0, a = 0] = weights.map(([, values], at) => values[letters[at] ?? ""] ?? 0);
    const impact = 10.41 * (1 - (1 - c) * (1 - i) * (1 - a));
    const exploitability = 20 * av * ac * au;
    const base = (0.6 * impact + 0.4 * exploitability - 1.5) * (impact === 0 ? 0 : 1.176);
    return Math.round(base * 10) / 10;
}

;// CONCATENATED MODULE: ./build/packages/gates/readers/owasp.js
const owasp_categories = [
    [
        "A01:2021 Broken Access Control",
        "22 23 35 59 200 201 219 264 275 276 284 285 352 359 377 402 425 441 497 538 540 548 552 566 601 639 651 668 706 862 863 913 922 1275",
    ],
    [
        "A02:2021 Cryptographic Failures",
        "261 296 310 319 321 322 323 324 325 326 327 328 329 330 331 335 336 337 338 340 347 523 720 757 759 760 780 818 916",
    ],
    [
        "A03:2021 Injection",
        "20 74 75 77 78 79 80 83 87 88 89 90 91 93 94 95 96 97 98 99 100 113 116 138 184 470 471 564 610 643 644 652 917",
    ],
    [
        "A04:2021 Insecure Design",
        "73 183 209 213 235 256 257 266 269 280 311 312 313 316 419 430 434 444 451 472 501 522 525 539 579 598 602 642 646 650 653 656 657 799 807 840 841 927 1021 1173",
    ],
    [
        "A05:2021 Security Misconfiguration",
        "2 11 13 15 16 260 315 520 526 537 541 547 611 614 756 776 942 1004 1032 1174",
    ],
    ["A06:2021 Vulnerable and Outdated Components", "937 1035 1104"],
    [
        "A07:2021 Identification and Authentication Failures",
        "255 259 287 288 290 294 295 297 300 302 304 306 307 346 384 521 613 620 640 798 940 1216",
    ],
    ["A08:2021 Software and Data Integrity Failures", "345 353 426 494 502 565 784 829 830 915"],
    ["A09:2021 Security Logging and Monitoring Failures", "117 223 532 778"],
    ["A10:2021 Server-Side Request Forgery", "918"],
];
const categoryOf = new Map(owasp_categories.flatMap(([category, cwes]) => cwes.split(" ").map((cwe) => [`CWE-${cwe}`, category])));
function owaspCategory(cwes, isDependency) {
    const mapped = cwes.map((cwe) => categoryOf.get(cwe)).find((category) => category !== undefined);
    return mapped ?? (isDependency ? "A06:2021 Vulnerable and Outdated Components" : undefined);
}
function cwesIn(texts) {
    const found = texts.flatMap((text) => [...text.matchAll(/\bcwe[-_/ ]?0*(\d{1,5})\b/gi)].map((match) => `CWE-${match[1] ?? ""}`));
    return [...new Set(found)];
}

;// CONCATENATED MODULE: ./build/packages/gates/readers/findings.js


const unknownSeverity = { score: 8, scoreFrom: "severity not stated, counted as high" };
const scoreOfWord = new Map([
    ["critical", 9.5],
    ["high", 8],
    ["important", 8],
    ["moderate", 5.5],
    ["medium", 5.5],
    ["low", 2],
    ["info", 0],
    ["informational", 0],
    ["none", 0],
]);
function severityOf(given) {
    const stated = (given.scores ?? []).map((score) => (score === null || score === "" ? Number.NaN : Number(score)));
    const computed = (given.vectors ?? []).map((vector) => vector === null || vector === undefined ? undefined : cvssScore(vector));
    const valid = [
        ...stated.filter((score) => score > 0 && score <= 10),
        ...computed.filter((score) => score !== undefined),
    ];
    if (valid.length > 0) {
        const score = Math.max(...valid);
        return { score, scoreFrom: `CVSS ${score.toFixed(1)}` };
    }
    const word = given.word?.trim().toLowerCase() ?? "";
    const score = scoreOfWord.get(word);
    return score === undefined
        ? unknownSeverity
        : { score, scoreFrom: `severity ${word}, counted as CVSS ${score.toFixed(1)}` };
}
const rank = (id) => (id.startsWith("CVE-") ? 0 : id.startsWith("GHSA-") ? 1 : 2);
function finding(given) {
    const ids = [...new Set(given.ids.flatMap((id) => (id === null || id === undefined || id === "" ? [] : [id])))];
    const [ruleId = "unnamed rule", ...aliases] = ids.toSorted((a, b) => rank(a) - rank(b));
    const cwes = given.cwes ?? [];
    const owasp = owaspCategory(cwes, given.package !== undefined);
    const { name, version } = given.package ?? {};
    return {
        ruleId,
        aliases,
        text: given.text === undefined || given.text.trim() === "" ? "no description" : given.text.trim(),
        ...given.severity,
        cwes,
        ...(name === undefined
            ? {}
            : { package: { name, ...(version === undefined || version === "" ? {} : { version }) } }),
        ...(given.fixedIn === undefined || given.fixedIn === "" ? {} : { fixedIn: given.fixedIn }),
        ...(given.command === undefined ? {} : { command: given.command }),
        ...(given.file === undefined || given.file === "" ? {} : { file: given.file }),
        ...(given.line !== undefined && Number.isSafeInteger(given.line) && given.line > 0 ? { line: given.line } : {}),
        ...(given.help === undefined || given.help === "" ? {} : { help: given.help }),
        ...(owasp === undefined ? {} : { owasp }),
    };
}
const safeName = /^[\w@./:~+-]{1,214}$/;
function fixCommand(ecosystem, name, version) {
    if (version === undefined || !safeName.test(name) || name.startsWith("-") || !safeName.test(version))
        return undefined;
    switch (ecosystem.toLowerCase()) {
        case "npm":
        case "node-pkg":
            return `npm install ${name}@${version}`;
        case "pnpm":
            return `pnpm update ${name}@${version}`;
        case "yarn":
            return `yarn up ${name}@${version}`;
        case "pypi":
        case "pip":
        case "python-pkg":
            return `pip install '${name}>=${version}'`;
        case "poetry":
            return `poetry add '${name}>=${version}'`;
        case "go":
        case "gomod":
            return `go get ${name}@v${version.replace(/^v/, "")}`;
        case "crates.io":
        case "cargo":
            return `cargo update -p ${name} --precise ${version}`;
        case "rubygems":
        case "bundler":
            return `bundle update ${name}`;
        case "packagist":
        case "composer":
            return `composer require ${name}:^${version}`;
        case "nuget":
            return `dotnet add package ${name} --version ${version}`;
        default:
            return undefined;
    }
}

;// CONCATENATED MODULE: ./build/packages/gates/readers/shape.js

function shaped(schema, document, kind) {
    const parsed = schema.safeParse(document);
    if (parsed.success)
        return parsed.data;
    const issue = parsed.error.issues[0];
    const place = issue === undefined ? "" : ` (${issue.path.join(".")}: ${issue.message})`;
    throw new BrokenReport(`it is not ${kind}${place}`, `Write ${kind}, or correct which file is named.`);
}

;// CONCATENATED MODULE: ./build/packages/gates/readers/cargo-audit.js





const cargo_audit_schema = schemas/* looseObject */._H3({
    database: schemas/* looseObject */._H3({ "advisory-count": schemas/* number */.aig().optional() }),
    lockfile: schemas/* looseObject */._H3({ "dependency-count": schemas/* number */.aig().int().nonnegative() }),
    vulnerabilities: schemas/* looseObject */._H3({
        found: schemas/* boolean */.zMY(),
        count: schemas/* number */.aig().int().nonnegative(),
        list: schemas/* array */.YOg(schemas/* looseObject */._H3({
            advisory: schemas/* looseObject */._H3({
                id: schemas/* string */.YjP(),
                title: schemas/* string */.YjP().optional(),
                aliases: schemas/* array */.YOg(schemas/* string */.YjP()).nullish(),
                cvss: schemas/* string */.YjP().nullish(),
                url: schemas/* string */.YjP().nullish(),
            }),
            versions: schemas/* looseObject */._H3({ patched: schemas/* array */.YOg(schemas/* string */.YjP()).nullish() }).nullish(),
            package: schemas/* looseObject */._H3({ name: schemas/* string */.YjP(), version: schemas/* string */.YjP() }),
        })),
    }),
});
function readCargoAudit(text) {
    const { vulnerabilities, database, lockfile } = shaped(cargo_audit_schema, parseJson(text), "the JSON of cargo-audit");
    const { count, found, list } = vulnerabilities;
    if (count !== list.length || found !== list.length > 0)
        throw new BrokenReport(`it counts ${count} holes and lists ${list.length}`, runAgain);
    if (database["advisory-count"] === 0 || lockfile["dependency-count"] === 0)
        throw new BrokenReport("it knew no advisory or looked at no package", "Let cargo audit fetch its database, and run it beside Cargo.lock.");
    const findings = list.map(({ advisory, versions, package: { name, version } }) => {
        const fixedIn = (versions?.patched ?? [])
            .map((range) => /[>^]=?\s*([\w.+-]+)/.exec(range)?.[1])
            .findLast((each) => each !== undefined);
        return finding({
            ids: [advisory.id, ...(advisory.aliases ?? [])],
            text: advisory.title,
            severity: severityOf({ vectors: [advisory.cvss] }),
            package: { name, version },
            fixedIn,
            command: fixCommand("cargo", name, fixedIn),
            help: advisory.url ?? `https://rustsec.org/advisories/${advisory.id}`,
        });
    });
    return { findings, suppressed: 0 };
}

;// CONCATENATED MODULE: ./build/packages/gates/readers/gitleaks.js




const leaks = schemas/* array */.YOg(schemas/* looseObject */._H3({
    RuleID: schemas/* string */.YjP(),
    Description: schemas/* string */.YjP().optional(),
    File: schemas/* string */.YjP(),
    StartLine: schemas/* number */.aig().optional(),
    Commit: schemas/* string */.YjP().optional(),
}));
function readGitleaks(text) {
    const found = shaped(leaks, parseJson(text), "the JSON of gitleaks");
    const findings = found.map(({ RuleID, Description, File, StartLine, Commit }) => finding({
        ids: [RuleID],
        text: `${Description ?? "A secret"}${Commit === undefined || Commit === "" ? "" : ` (commit ${Commit.slice(0, 12)})`}`,
        severity: { ...unknownSeverity, scoreFrom: "a secret, counted as CVSS 8.0" },
        file: File,
        line: StartLine,
        help: "Revoke the secret first: it stays in the history of git. Then read it from the environment.",
        cwes: ["CWE-798"],
    }));
    return { findings, suppressed: 0 };
}

;// CONCATENATED MODULE: ./build/packages/gates/readers/osv.js






const osvEntry = schemas/* looseObject */._H3({
    id: schemas/* string */.YjP(),
    aliases: schemas/* array */.YOg(schemas/* string */.YjP()).nullish(),
    summary: schemas/* string */.YjP().nullish(),
    details: schemas/* string */.YjP().nullish(),
    withdrawn: schemas/* string */.YjP().nullish(),
    severity: schemas/* array */.YOg(schemas/* looseObject */._H3({ type: schemas/* string */.YjP(), score: schemas/* string */.YjP() })).nullish(),
    affected: schemas/* array */.YOg(schemas/* looseObject */._H3({
        package: schemas/* looseObject */._H3({ name: schemas/* string */.YjP(), ecosystem: schemas/* string */.YjP() }).nullish(),
        severity: schemas/* array */.YOg(schemas/* looseObject */._H3({ type: schemas/* string */.YjP(), score: schemas/* string */.YjP() })).nullish(),
        ranges: schemas/* array */.YOg(schemas/* looseObject */._H3({ events: schemas/* array */.YOg(schemas/* looseObject */._H3({ fixed: schemas/* string */.YjP().optional() })) })).nullish(),
    }))
        .nullish(),
    database_specific: schemas/* looseObject */._H3({ severity: schemas/* string */.YjP().nullish(), cwe_ids: schemas/* array */.YOg(schemas/* string */.YjP()).nullish() })
        .nullish(),
});
const osv_schema = schemas/* looseObject */._H3({
    results: schemas/* array */.YOg(schemas/* looseObject */._H3({
        source: schemas/* looseObject */._H3({ path: schemas/* string */.YjP().optional() }).optional(),
        packages: schemas/* array */.YOg(schemas/* looseObject */._H3({
            package: schemas/* looseObject */._H3({
                name: schemas/* string */.YjP(),
                version: schemas/* string */.YjP().default(""),
                ecosystem: schemas/* string */.YjP().default(""),
            }),
            vulnerabilities: schemas/* array */.YOg(osvEntry).nullish(),
            groups: schemas/* array */.YOg(schemas/* looseObject */._H3({ ids: schemas/* array */.YOg(schemas/* string */.YjP()), max_severity: schemas/* string */.YjP().nullish() })).nullish(),
        })),
    })),
});
function readOsvScanner(text) {
    const { results } = shaped(osv_schema, parseJson(text), "the JSON of osv-scanner");
    const findings = results.flatMap(({ source, packages }) => packages.flatMap(({ package: { name, version, ecosystem }, vulnerabilities, groups }) => {
        const entries = vulnerabilities ?? [];
        const known = (groups ?? []).map(({ ids, max_severity }) => ({
            entries: entries.filter(({ id }) => ids.includes(id)),
            ids,
            score: max_severity,
        }));
        const alone = entries
            .filter(({ id }) => !known.some(({ ids }) => ids.includes(id)))
            .map((entry) => ({ entries: [entry], ids: [entry.id], score: undefined }));
        return [...known, ...alone].map((group) => groupFinding(group, { name, version, ecosystem, file: source?.path }));
    }));
    return { findings, suppressed: 0 };
}
function groupFinding({ entries, ids, score }, where) {
    const fixedIn = entries.map((entry) => fixedVersion(entry, where.name)).find((version) => version !== undefined);
    const [first] = entries;
    return finding({
        ids: [...ids, ...entries.flatMap(({ aliases }) => aliases ?? [])],
        text: first?.summary ?? first?.details?.slice(0, 300),
        severity: severityOf({
            scores: [score],
            vectors: entries.flatMap(vectorsOf),
            word: entries.map((entry) => entry.database_specific?.severity).find((word) => typeof word === "string"),
        }),
        package: where,
        fixedIn,
        command: fixCommand(where.ecosystem.split(":")[0] ?? "", where.name, fixedIn),
        file: where.file,
        help: first === undefined ? undefined : `https://osv.dev/${first.id}`,
        cwes: cwesIn(entries.flatMap((entry) => entry.database_specific?.cwe_ids ?? [])),
    });
}
function vectorsOf({ severity, affected }) {
    const all = [...(severity ?? []), ...(affected ?? []).flatMap((each) => each.severity ?? [])];
    return all.map(({ score }) => score).filter((vector) => cvssScore(vector) !== undefined);
}
function fixedVersion({ affected }, name) {
    return (affected ?? [])
        .filter((each) => each.package?.name === name)
        .flatMap((each) => each.ranges ?? [])
        .flatMap(({ events }) => events.flatMap(({ fixed }) => (fixed === undefined ? [] : [fixed])))
        .at(-1);
}

;// CONCATENATED MODULE: ./build/packages/gates/readers/govulncheck.js






const govulncheck_frame = schemas/* looseObject */._H3({
    module: schemas/* string */.YjP(),
    version: schemas/* string */.YjP().optional(),
    function: schemas/* string */.YjP().optional(),
    position: schemas/* looseObject */._H3({ filename: schemas/* string */.YjP().optional(), line: schemas/* number */.aig().optional() }).nullish(),
});
const foundSchema = schemas/* looseObject */._H3({
    osv: schemas/* string */.YjP(),
    fixed_version: schemas/* string */.YjP().optional(),
    trace: schemas/* array */.YOg(govulncheck_frame).min(1),
});
const message = schemas/* looseObject */._H3({
    config: schemas/* looseObject */._H3({ scanner_name: schemas/* string */.YjP().optional(), scan_level: schemas/* string */.YjP().optional() }).optional(),
    progress: schemas/* unknown */.L5J().optional(),
    osv: osvEntry.optional(),
    finding: foundSchema.optional(),
});
function readGovulncheck(text) {
    const entries = new Map();
    const found = new Map();
    let level;
    for (const document of parseJsonStream(text)) {
        const { config, osv, finding: each } = shaped(message, document, "the JSON of govulncheck");
        if (config !== undefined)
            level = config.scan_level ?? "symbol";
        if (osv !== undefined)
            entries.set(osv.id, osv);
        if (each === undefined)
            continue;
        const known = found.get(each.osv);
        if (known === undefined || (each.trace[0]?.function !== undefined && known.trace[0]?.function === undefined))
            found.set(each.osv, each);
    }
    if (level === undefined)
        throw new BrokenReport("it has no configuration: the scan did not begin", runAgain);
    const findings = [...found.values()].map((each) => asFinding(each, entries.get(each.osv), level === "symbol"));
    return { findings, suppressed: 0 };
}
function asFinding({ osv, fixed_version, trace }, entry, bySymbol) {
    const [hole] = trace;
    const name = hole?.module ?? "unknown module";
    const isCalled = !bySymbol || hole?.function !== undefined;
    const place = trace.at(-1)?.position;
    return finding({
        ids: [osv, ...(entry?.aliases ?? [])],
        text: entry?.summary ?? entry?.details?.slice(0, 300),
        severity: isCalled
            ? severityOf({ vectors: entry === undefined ? [] : vectorsOf(entry) })
            : { score: 2, scoreFrom: "never called, counted as CVSS 2.0" },
        package: { name, version: hole?.version },
        fixedIn: fixed_version,
        command: fixCommand("go", name, fixed_version),
        file: place?.filename,
        line: place?.line,
        help: `https://pkg.go.dev/vuln/${osv}`,
    });
}

;// CONCATENATED MODULE: ./build/packages/gates/readers/npm-audit.js






const whole = schemas/* number */.aig().int().nonnegative();
const cvss = schemas/* looseObject */._H3({ score: schemas/* number */.aig().nullish(), vectorString: schemas/* string */.YjP().nullish() }).nullish();
const texts = schemas/* union */.KCZ([schemas/* array */.YOg(schemas/* string */.YjP()), schemas/* string */.YjP()]).nullish();
const advisory = schemas/* looseObject */._H3({
    source: schemas/* union */.KCZ([schemas/* number */.aig(), schemas/* string */.YjP()]).optional(),
    name: schemas/* string */.YjP().optional(),
    title: schemas/* string */.YjP().optional(),
    url: schemas/* string */.YjP().optional(),
    severity: schemas/* string */.YjP().optional(),
    cwe: texts,
    cvss,
});
const npm_audit_version2 = schemas/* looseObject */._H3({
    auditReportVersion: schemas/* literal */.euz(2),
    vulnerabilities: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* looseObject */._H3({
        name: schemas/* string */.YjP(),
        severity: schemas/* string */.YjP(),
        via: schemas/* array */.YOg(schemas/* union */.KCZ([schemas/* string */.YjP(), advisory])),
        range: schemas/* string */.YjP().optional(),
        fixAvailable: schemas/* union */.KCZ([
            schemas/* boolean */.zMY(),
            schemas/* looseObject */._H3({ name: schemas/* string */.YjP(), version: schemas/* string */.YjP(), isSemVerMajor: schemas/* boolean */.zMY().optional() }),
        ])
            .optional(),
    })),
    metadata: schemas/* looseObject */._H3({ vulnerabilities: schemas/* looseObject */._H3({ total: whole }) }),
});
function readNpmAudit(text) {
    const document = parseJson(text);
    refuseError(document);
    const { vulnerabilities, metadata } = shaped(npm_audit_version2, document, "the JSON of npm audit");
    const entries = Object.values(vulnerabilities);
    if (metadata.vulnerabilities.total !== entries.length)
        throw new BrokenReport(`it counts ${metadata.vulnerabilities.total} packages and lists ${entries.length}`, runAgain);
    const found = new Map();
    for (const { name, severity, via, range, fixAvailable } of entries) {
        const advisories = via.filter((each) => typeof each !== "string");
        if (advisories.length === 0 &&
            via.every((each) => typeof each === "string" && !Object.hasOwn(vulnerabilities, each)))
            advisories.push({ title: `${name} has a known hole`, severity });
        const command = typeof fixAvailable === "object"
            ? fixCommand("npm", fixAvailable.name, fixAvailable.version)
            : fixAvailable === true
                ? "npm audit fix"
                : undefined;
        const major = typeof fixAvailable === "object" && fixAvailable.isSemVerMajor === true;
        for (const each of advisories) {
            const added = finding({
                ids: [ghsaIn(each.url), each.source === undefined ? `npm:${name}` : `npm:${each.source}`],
                text: `${each.title ?? name} (${name} ${range ?? ""})${major ? " The fix is a new major version." : ""}`,
                severity: severityOf({ ...cvssOf(each.cvss), word: each.severity ?? severity }),
                package: { name: each.name ?? name },
                fixedIn: typeof fixAvailable === "object" && fixAvailable.name === name ? fixAvailable.version : undefined,
                command,
                help: each.url,
                cwes: cwesIn(npm_audit_listOf(each.cwe)),
            });
            found.set(`${added.ruleId} ${name}`, added);
        }
    }
    return { findings: [...found.values()], suppressed: 0 };
}
const oldAdvisory = schemas/* looseObject */._H3({
    id: schemas/* union */.KCZ([schemas/* number */.aig(), schemas/* string */.YjP()]).optional(),
    module_name: schemas/* string */.YjP(),
    title: schemas/* string */.YjP().optional(),
    severity: schemas/* string */.YjP(),
    cves: schemas/* array */.YOg(schemas/* string */.YjP()).nullish(),
    github_advisory_id: schemas/* string */.YjP().nullish(),
    cwe: texts,
    cvss,
    url: schemas/* string */.YjP().optional(),
    overview: schemas/* string */.YjP().optional(),
    patched_versions: schemas/* string */.YjP().nullish(),
    findings: schemas/* array */.YOg(schemas/* looseObject */._H3({ version: schemas/* string */.YjP().optional() })).nullish(),
});
const version1 = schemas/* looseObject */._H3({
    advisories: schemas/* record */.g1P(schemas/* string */.YjP(), oldAdvisory),
    metadata: schemas/* looseObject */._H3({ vulnerabilities: schemas/* record */.g1P(schemas/* string */.YjP(), whole) }),
});
function readPnpmAudit(text) {
    const document = parseJson(text);
    refuseError(document);
    const { advisories, metadata } = shaped(version1, document, "the JSON of pnpm audit");
    const findings = Object.values(advisories).map((each) => oldFinding(each, "pnpm"));
    const counted = Object.values(metadata.vulnerabilities).reduce((total, each) => total + each, 0);
    if (counted > 0 !== findings.length > 0 || counted < findings.length)
        throw new BrokenReport(`it counts ${counted} holes and lists ${findings.length}`, runAgain);
    return { findings, suppressed: 0 };
}
const yarnClassic = schemas/* discriminatedUnion */.gMt("type", [
    schemas/* looseObject */._H3({ type: schemas/* literal */.euz("auditAdvisory"), data: schemas/* looseObject */._H3({ advisory: oldAdvisory }) }),
    schemas/* looseObject */._H3({
        type: schemas/* literal */.euz("auditSummary"),
        data: schemas/* looseObject */._H3({ vulnerabilities: schemas/* record */.g1P(schemas/* string */.YjP(), whole) }),
    }),
    schemas/* looseObject */._H3({ type: schemas/* enum */.k5n(["info", "warning", "auditAction", "activityStart", "activityEnd"]) }),
]);
function readYarnClassicAudit(text) {
    const findings = new Map();
    let summary;
    for (const document of parseJsonStream(text)) {
        const line = shaped(yarnClassic, document, "the JSON of yarn audit");
        if (line.type === "auditAdvisory") {
            const { advisory: each } = line.data;
            const added = oldFinding(each, "yarn");
            findings.set(`${added.ruleId} ${each.module_name}`, added);
        }
        else if (line.type === "auditSummary")
            summary = Object.values(line.data.vulnerabilities).reduce((total, each) => total + each, 0);
    }
    if (summary === undefined)
        throw new BrokenReport("it has no summary: the audit did not end", runAgain);
    if (summary > 0 !== findings.size > 0)
        throw new BrokenReport(`it counts ${summary} holes and lists ${findings.size}`, runAgain);
    return { findings: [...findings.values()], suppressed: 0 };
}
const yarnLine = schemas/* looseObject */._H3({
    value: schemas/* string */.YjP(),
    children: schemas/* looseObject */._H3({
        ID: schemas/* union */.KCZ([schemas/* number */.aig(), schemas/* string */.YjP()]).optional(),
        Issue: schemas/* string */.YjP(),
        URL: schemas/* string */.YjP().optional(),
        Severity: schemas/* string */.YjP(),
        "Tree Versions": schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
    }),
});
function readYarnAudit(text) {
    if (!text.endsWith("\n"))
        throw new BrokenReport("its last line is cut off", runAgain);
    const findings = parseJsonStream(text).map((document) => {
        const { value, children } = shaped(yarnLine, document, "the JSON of yarn npm audit");
        return finding({
            ids: [ghsaIn(children.URL) ?? `npm:${children.ID ?? value}`],
            text: children.Issue,
            severity: severityOf({ word: children.Severity }),
            package: { name: value, version: children["Tree Versions"]?.[0] },
            help: children.URL,
        });
    });
    return { findings, suppressed: 0 };
}
function oldFinding(each, ecosystem) {
    const patched = /^>=\s*([\w.+-]+)/.exec(each.patched_versions ?? "")?.[1];
    return finding({
        ids: [
            ...(each.cves ?? []),
            each.github_advisory_id,
            ghsaIn(each.url),
            each.id === undefined ? undefined : `npm:${each.id}`,
        ],
        text: each.title ?? each.overview,
        severity: severityOf({ ...cvssOf(each.cvss), word: each.severity }),
        package: { name: each.module_name, version: each.findings?.[0]?.version },
        fixedIn: patched,
        command: fixCommand(ecosystem, each.module_name, patched),
        help: each.url,
        cwes: cwesIn(npm_audit_listOf(each.cwe)),
    });
}
const npm_audit_refusal = schemas/* looseObject */._H3({
    message: schemas/* string */.YjP().optional(),
    error: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* looseObject */._H3({ summary: schemas/* string */.YjP().optional() })]),
});
function refuseError(document) {
    const { data } = npm_audit_refusal.safeParse(document);
    if (data === undefined)
        return;
    const inner = typeof data.error === "string" ? data.error : data.error.summary;
    const told = [data.message, inner].find((each) => each !== undefined && each !== "") ?? "no message";
    throw new BrokenReport(`the audit failed: ${told.slice(0, 200)}`, "See whether the registry can be reached and has an audit.");
}
function cvssOf(given) {
    return { scores: [given?.score], vectors: [given?.vectorString] };
}
function npm_audit_listOf(value) {
    return Array.isArray(value) ? value : value === null || value === undefined ? [] : [value];
}
function ghsaIn(url) {
    return /GHSA(?:-[0-9a-z]{4}){3}/i.exec(url ?? "")?.[0];
}

;// CONCATENATED MODULE: ./build/packages/gates/readers/pip-audit.js





const dependency = schemas/* looseObject */._H3({
    name: schemas/* string */.YjP(),
    version: schemas/* string */.YjP().optional(),
    skip_reason: schemas/* string */.YjP().optional(),
    vulns: schemas/* array */.YOg(schemas/* looseObject */._H3({
        id: schemas/* string */.YjP(),
        fix_versions: schemas/* array */.YOg(schemas/* string */.YjP()).nullish(),
        aliases: schemas/* array */.YOg(schemas/* string */.YjP()).nullish(),
        description: schemas/* string */.YjP().nullish(),
    }))
        .nullish(),
});
const pip_audit_schema = schemas/* union */.KCZ([
    schemas/* looseObject */._H3({ dependencies: schemas/* array */.YOg(dependency) }).transform(({ dependencies }) => dependencies),
    schemas/* array */.YOg(dependency),
]);
function readPipAudit(text) {
    const dependencies = shaped(pip_audit_schema, parseJson(text), "the JSON of pip-audit");
    const looked = dependencies.filter(({ skip_reason, vulns }) => skip_reason === undefined && vulns !== undefined && vulns !== null);
    if (looked.length === 0)
        throw new BrokenReport("pip-audit looked at no package", "Run it where the packages are installed, or with -r requirements.txt.");
    const findings = looked.flatMap(({ name, version, vulns }) => (vulns ?? []).map(({ id, fix_versions, aliases, description }) => {
        const fixedIn = fix_versions?.at(-1);
        return finding({
            ids: [id, ...(aliases ?? [])],
            text: description?.slice(0, 300),
            severity: unknownSeverity,
            package: { name, version },
            fixedIn,
            command: fixCommand("pypi", name, fixedIn),
            help: `https://osv.dev/${id}`,
        });
    }));
    return { findings, suppressed: 0 };
}

;// CONCATENATED MODULE: ./build/packages/gates/readers/sarif.js






const scoreOfLevel = { error: 8, warning: 5, note: 2, none: 0 };
const properties = schemas/* looseObject */._H3({
    "security-severity": schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig()]).optional(),
    tags: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
    cwe: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* string */.YjP())]).optional(),
});
const level = schemas/* enum */.k5n(["error", "warning", "note", "none"]);
const rule = schemas/* looseObject */._H3({
    id: schemas/* string */.YjP(),
    name: schemas/* string */.YjP().optional(),
    shortDescription: schemas/* looseObject */._H3({ text: schemas/* string */.YjP().optional() }).optional(),
    helpUri: schemas/* string */.YjP().optional(),
    help: schemas/* looseObject */._H3({ text: schemas/* string */.YjP().optional() }).optional(),
    defaultConfiguration: schemas/* looseObject */._H3({ level: level.optional() }).optional(),
    relationships: schemas/* array */.YOg(schemas/* looseObject */._H3({ target: schemas/* looseObject */._H3({ id: schemas/* string */.YjP().optional() }) })).optional(),
    properties: properties.optional(),
});
const component = schemas/* looseObject */._H3({ name: schemas/* string */.YjP(), guid: schemas/* string */.YjP().optional(), rules: schemas/* array */.YOg(rule).optional() });
const index = schemas/* number */.aig().int().optional();
const result = schemas/* looseObject */._H3({
    ruleId: schemas/* string */.YjP().optional(),
    ruleIndex: index,
    rule: schemas/* looseObject */._H3({
        id: schemas/* string */.YjP().optional(),
        index,
        toolComponent: schemas/* looseObject */._H3({ index, name: schemas/* string */.YjP().optional(), guid: schemas/* string */.YjP().optional() }).optional(),
    })
        .optional(),
    level: level.optional(),
    kind: schemas/* string */.YjP().optional(),
    message: schemas/* looseObject */._H3({ text: schemas/* string */.YjP().optional(), markdown: schemas/* string */.YjP().optional() }),
    locations: schemas/* array */.YOg(schemas/* looseObject */._H3({
        physicalLocation: schemas/* looseObject */._H3({
            artifactLocation: schemas/* looseObject */._H3({ uri: schemas/* string */.YjP().optional() }).optional(),
            region: schemas/* looseObject */._H3({ startLine: schemas/* number */.aig().optional() }).optional(),
        })
            .optional(),
    }))
        .optional(),
    suppressions: schemas/* array */.YOg(schemas/* looseObject */._H3({ status: schemas/* string */.YjP().optional() })).optional(),
    baselineState: schemas/* string */.YjP().optional(),
    properties: properties.optional(),
});
const invocation = schemas/* looseObject */._H3({
    executionSuccessful: schemas/* boolean */.zMY(),
    exitCodeDescription: schemas/* string */.YjP().optional(),
    toolExecutionNotifications: schemas/* array */.YOg(schemas/* looseObject */._H3({
        level: schemas/* string */.YjP().optional(),
        message: schemas/* looseObject */._H3({ text: schemas/* string */.YjP().optional() }).optional(),
    }))
        .optional(),
});
const run = schemas/* looseObject */._H3({
    tool: schemas/* looseObject */._H3({ driver: component, extensions: schemas/* array */.YOg(component).optional() }),
    results: schemas/* array */.YOg(result).nullish(),
    invocations: schemas/* array */.YOg(invocation).optional(),
    artifacts: schemas/* array */.YOg(schemas/* unknown */.L5J()).optional(),
});
const sarif = schemas/* looseObject */._H3({ version: schemas/* string */.YjP().regex(/^2\.1\./), runs: schemas/* array */.YOg(run) });
function readSarif(text) {
    const { runs } = shaped(sarif, parseJson(text), "SARIF 2.1");
    if (runs.length === 0)
        throw new BrokenReport("it holds no run", "Check that the scanner is given something to scan.");
    for (const each of runs) {
        const problem = problemOf(each);
        if (problem !== undefined)
            throw new BrokenReport(`${each.tool.driver.name} ${problem}`, "Run the scanner by hand and correct its error.");
    }
    const results = runs.flatMap((each) => (each.results ?? []).filter(isFinding).map((found) => ({ each, found })));
    const open = results.filter(({ found }) => !isSuppressed(found));
    return {
        findings: open.map(({ each, found }) => sarif_asFinding(each, found)),
        suppressed: results.length - open.length,
    };
}
function problemOf({ results, invocations = [], tool, artifacts = [] }) {
    const failed = invocations.find(({ executionSuccessful }) => !executionSuccessful);
    if (failed !== undefined)
        return `says that its scan failed${because(failed.exitCodeDescription)}`;
    const error = invocations
        .flatMap((each) => each.toolExecutionNotifications ?? [])
        .find((note) => note.level === "error");
    if (error !== undefined)
        return `met an error while it scanned${because(error.message?.text)}`;
    if (results === undefined || results === null)
        return "has no results, not even an empty list";
    const rules = [tool.driver, ...(tool.extensions ?? [])].some((each) => (each.rules ?? []).length > 0);
    const ran = rules || results.length > 0 || artifacts.length > 0 || invocations.length > 0;
    return ran ? undefined : "gives no sign that it ran: no rule, no file, no invocation";
}
function because(text) {
    return text === undefined ? "" : `: ${text.slice(0, 200)}`;
}
function isFinding({ kind, baselineState }) {
    return baselineState !== "absent" && !["pass", "notApplicable", "informational"].includes(kind ?? "fail");
}
function isSuppressed({ suppressions = [] }) {
    return suppressions.length > 0 && suppressions.every(({ status }) => (status ?? "accepted") === "accepted");
}
function sarif_asFinding(each, found) {
    const known = ruleOf(each, found);
    const place = found.locations?.[0]?.physicalLocation;
    const { cwe = [], tags = [] } = known?.properties ?? {};
    const targets = (known?.relationships ?? []).map(({ target }) => target.id ?? "");
    return finding({
        ids: [found.ruleId ?? found.rule?.id ?? known?.id],
        text: found.message.text ?? found.message.markdown ?? known?.shortDescription?.text,
        severity: severityIn(found, known),
        file: place?.artifactLocation?.uri,
        line: place?.region?.startLine,
        help: known?.helpUri ?? known?.help?.text,
        cwes: cwesIn([...tags, ...(found.properties?.tags ?? []), ...[cwe].flat(), ...targets, known?.id ?? ""]),
    });
}
function severityIn(found, known) {
    const stated = found.properties?.["security-severity"] ?? known?.properties?.["security-severity"];
    const score = stated === undefined || stated === "" ? Number.NaN : Number(stated);
    if (score >= 0 && score <= 10)
        return { score, scoreFrom: `CVSS ${score.toFixed(1)}` };
    const told = found.level ?? known?.defaultConfiguration?.level;
    if (told === undefined)
        return unknownSeverity;
    return { score: scoreOfLevel[told], scoreFrom: `level ${told}, counted as CVSS ${scoreOfLevel[told].toFixed(1)}` };
}
function ruleOf({ tool }, found) {
    const extensions = tool.extensions ?? [];
    const named = found.rule?.toolComponent;
    const owner = named === undefined
        ? tool.driver
        : (extensions.find((each) => named.guid !== undefined && each.guid === named.guid) ??
            extensions[named.index ?? -1] ??
            extensions.find((each) => each.name === named.name) ??
            tool.driver);
    const id = found.ruleId ?? found.rule?.id;
    const byIndex = owner.rules?.[found.rule?.index ?? found.ruleIndex ?? -1];
    if (byIndex !== undefined && (id === undefined || matches(byIndex, id)))
        return byIndex;
    if (id === undefined)
        return undefined;
    return [owner, tool.driver, ...extensions]
        .flatMap(({ rules = [] }) => rules)
        .find((candidate) => matches(candidate, id));
}
function matches({ id }, wanted) {
    return id === wanted || wanted.startsWith(`${id}/`);
}

;// CONCATENATED MODULE: ./build/packages/gates/readers/trivy.js






const vulnerability = schemas/* looseObject */._H3({
    VulnerabilityID: schemas/* string */.YjP(),
    PkgName: schemas/* string */.YjP(),
    InstalledVersion: schemas/* string */.YjP().optional(),
    FixedVersion: schemas/* string */.YjP().optional(),
    Title: schemas/* string */.YjP().optional(),
    Description: schemas/* string */.YjP().optional(),
    Severity: schemas/* string */.YjP(),
    CweIDs: schemas/* array */.YOg(schemas/* string */.YjP()).nullish(),
    PrimaryURL: schemas/* string */.YjP().optional(),
    CVSS: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* looseObject */._H3({
        V2Score: schemas/* number */.aig().optional(),
        V3Score: schemas/* number */.aig().optional(),
        V40Score: schemas/* number */.aig().optional(),
        V3Vector: schemas/* string */.YjP().optional(),
        V40Vector: schemas/* string */.YjP().optional(),
    }))
        .nullish(),
});
const lines = schemas/* looseObject */._H3({ StartLine: schemas/* number */.aig().optional() });
const misconfiguration = schemas/* looseObject */._H3({
    ID: schemas/* string */.YjP(),
    Title: schemas/* string */.YjP().optional(),
    Message: schemas/* string */.YjP().optional(),
    Resolution: schemas/* string */.YjP().optional(),
    Severity: schemas/* string */.YjP(),
    Status: schemas/* string */.YjP().optional(),
    PrimaryURL: schemas/* string */.YjP().optional(),
    CauseMetadata: lines.nullish(),
});
const secret = schemas/* looseObject */._H3({
    RuleID: schemas/* string */.YjP(),
    Title: schemas/* string */.YjP().optional(),
    Severity: schemas/* string */.YjP().optional(),
    StartLine: schemas/* number */.aig().optional(),
});
const trivy_schema = schemas/* looseObject */._H3({
    SchemaVersion: schemas/* number */.aig(),
    Results: schemas/* array */.YOg(schemas/* looseObject */._H3({
        Target: schemas/* string */.YjP(),
        Type: schemas/* string */.YjP().optional(),
        Vulnerabilities: schemas/* array */.YOg(vulnerability).nullish(),
        Misconfigurations: schemas/* array */.YOg(misconfiguration).nullish(),
        Secrets: schemas/* array */.YOg(secret).nullish(),
        ExperimentalModifiedFindings: schemas/* array */.YOg(schemas/* unknown */.L5J()).nullish(),
    }))
        .nullish(),
});
function readTrivy(text) {
    const { Results } = shaped(trivy_schema, parseJson(text), "Trivy's JSON");
    if (Results === undefined || Results === null || Results.length === 0)
        throw new BrokenReport("Trivy found nothing that it could look at", "Give it a folder with lock files, or an image.");
    const findings = Results.flatMap(({ Target, Type = "", Vulnerabilities, Misconfigurations, Secrets }) => [
        ...(Vulnerabilities ?? []).map((each) => ofPackage(each, Target, Type)),
        ...(Misconfigurations ?? [])
            .filter(({ Status = "FAIL" }) => Status === "FAIL")
            .map((each) => finding({
            ids: [each.ID],
            text: [each.Title, each.Message, each.Resolution].filter(Boolean).join(". "),
            severity: severityOf({ word: each.Severity }),
            file: Target,
            line: each.CauseMetadata?.StartLine,
            help: each.PrimaryURL,
            cwes: ["CWE-16"],
        })),
        ...(Secrets ?? []).map((each) => finding({
            ids: [each.RuleID],
            text: each.Title,
            severity: severityOf({ word: each.Severity }),
            file: Target,
            line: each.StartLine,
            cwes: ["CWE-798"],
        })),
    ]);
    return {
        findings,
        suppressed: Results.reduce((total, each) => total + (each.ExperimentalModifiedFindings?.length ?? 0), 0),
    };
}
function ofPackage(each, target, type) {
    const fixedIn = each.FixedVersion?.split(",")[0]?.trim();
    const vendors = Object.values(each.CVSS ?? {});
    const scores = vendors.flatMap((vendor) => [vendor.V40Score, vendor.V3Score]);
    const old = scores.some((score) => score !== undefined) ? [] : vendors.map((vendor) => vendor.V2Score);
    return finding({
        ids: [each.VulnerabilityID],
        text: each.Title ?? each.Description?.slice(0, 300),
        severity: severityOf({
            scores: [...scores, ...old],
            vectors: vendors.flatMap((vendor) => [vendor.V40Vector, vendor.V3Vector]),
            word: each.Severity,
        }),
        package: { name: each.PkgName, version: each.InstalledVersion },
        fixedIn,
        command: fixCommand(type, each.PkgName, fixedIn),
        file: target,
        help: each.PrimaryURL,
        cwes: cwesIn(each.CweIDs ?? []),
    });
}

;// CONCATENATED MODULE: ./build/packages/gates/readers/parse-findings.js










const isObject = (head) => head.startsWith("{");
const formats = [
    {
        title: "SARIF 2.1",
        recognises: ({ head, tail }) => isObject(head) &&
            (/sarif/i.test(head) || (/"runs"\s*:/.test(head + tail) && /"version"\s*:\s*"2\./.test(head + tail))),
        read: readSarif,
    },
    {
        title: "the JSON of npm audit",
        recognises: ({ head }) => /^\{\s*"auditReportVersion"/.test(head) || isAuditError(head),
        read: readNpmAudit,
    },
    {
        title: "the JSON of govulncheck",
        recognises: ({ head }) => /^\{\s*"config"\s*:\s*\{[^}]*"(?:protocol_version|scanner_name)"/.test(head),
        read: readGovulncheck,
    },
    {
        title: "the JSON of cargo-audit",
        recognises: ({ head }) => isObject(head) && /"database"\s*:\s*\{\s*"advisory-count"/.test(head),
        read: readCargoAudit,
    },
    {
        title: "the JSON of yarn audit",
        recognises: ({ head }) => /^\{\s*"type"\s*:\s*"(?:audit|info|warning|activity)/.test(head),
        read: readYarnClassicAudit,
    },
    {
        title: "the JSON of yarn npm audit",
        recognises: ({ head }) => /^\{\s*"value"\s*:\s*"[^"]*"\s*,\s*"children"/.test(head),
        read: readYarnAudit,
    },
    {
        title: "Trivy's JSON",
        recognises: ({ head }) => isObject(head) && /"SchemaVersion"\s*:/.test(head),
        read: readTrivy,
    },
    {
        title: "the JSON of pip-audit",
        recognises: ({ head }) => /^(?:\{\s*"dependencies"\s*:\s*\[|\[\s*\{\s*"name"\s*:)/.test(head),
        read: readPipAudit,
    },
    {
        title: "the JSON of pnpm audit",
        recognises: ({ head }) => /^\{\s*"(?:actions|advisories|muted)"\s*:/.test(head),
        read: readPnpmAudit,
    },
    {
        title: "the JSON of osv-scanner",
        recognises: ({ head, tail }) => /^\{\s*"(?:results|experimental_config)"\s*:/.test(head) &&
            !/"(?:errors|paths|metrics|generated_at|skipped_rules)"\s*:/.test(head.slice(0, 400) + tail.slice(-400)),
        read: readOsvScanner,
    },
    { title: "the JSON of gitleaks", recognises: ({ head }) => /^\[\s*\{[^\]]*"RuleID"/.test(head), read: readGitleaks },
];
function isAuditError(head) {
    return /^\{\s*"(?:error|message)"\s*:/.test(head) && /"(?:code|summary|error)"\s*:/.test(head);
}
function parseFindings(text, name) {
    return reading(name, () => {
        if (/^\s*\[\s*\]\s*$/.test(text)) {
            if (/gitleaks/i.test(name))
                return { findings: [], suppressed: 0 };
            throw new BrokenReport("an empty list does not tell which scanner wrote it", "Use the scanner's SARIF output; of gitleaks, name the report gitleaks.json.");
        }
        return readFormat(text, formats, "reports of scanners");
    });
}

;// CONCATENATED MODULE: ./build/packages/gates/security-gate.js






const shownFindings = 20;
const critical = 9;
const high = 7;
async function securityGate(context) {
    const settings = context.settings.security;
    if (settings === undefined)
        return { failures: [notConfigured("security")] };
    const before = await beforeReport(context.directory, settings.report);
    const result = await runProject({ command: settings.command, timeoutMs: settings.timeout }, context);
    const late = timeOutFailure(settings.command, result, settings.timeout, "gates.security.timeout");
    if (late !== undefined)
        return { failures: [late] };
    const text = await readReport(before, "gates.security.report");
    const report = "failure" in text ? text : parseFindings(text.value, settings.report);
    if ("failure" in report) {
        const exit = result.exitCode === 0 ? [] : [exitFailure(settings.command, result, "it should have written a report")];
        return { failures: [report.failure, ...exit] };
    }
    const { findings, suppressed } = report.value;
    if (suppressed > 0)
        context.onProgress(`security: ${suppressed} findings are suppressed in ${settings.report}`);
    const blocking = findings.filter(({ score }) => score >= settings.blockAt).toSorted((a, b) => b.score - a.score);
    const failures = describe(blocking, settings.blockAt, context.directory);
    const explained = result.exitCode === 0 || (result.exitCode === 1 && findings.length > 0);
    const says = findings.length === 0 ? "its report is clean" : "findings alone do not explain it";
    if (!explained)
        failures.push(exitFailure(settings.command, result, says));
    return { failures, metrics: { gate: "security", ...security_gate_count(report.value) } };
}
function security_gate_count({ findings }) {
    const criticalIssues = findings.filter(({ score }) => score >= critical).length;
    const highIssues = findings.filter(({ score }) => score >= high && score < critical).length;
    return { criticalIssues, highIssues, otherIssues: findings.length - criticalIssues - highIssues };
}
function describe(blocking, blockAt, directory) {
    const shown = blocking.slice(0, shownFindings).map((finding) => describeOne(finding, directory));
    const hidden = blocking.length - shown.length;
    if (hidden === 0)
        return shown;
    return [
        ...shown,
        { title: `${hidden} more findings of CVSS ${blockAt} or more`, suggestion: "See the scanner's report." },
    ];
}
function describeOne(found, directory) {
    const { ruleId, text, scoreFrom, line } = found;
    const told = found.file === undefined ? undefined : inCheckout(found.file, directory);
    const place = told === undefined ? "" : ` in ${told}${line === undefined ? "" : `:${line}`}`;
    const isOurs = told !== undefined && !(0,external_node_path_.isAbsolute)(told) && !told.startsWith("..") && !/^[a-z]+:/i.test(told);
    return {
        title: `${ruleId} (${scoreFrom})${packageOf(found)}${place}`,
        detail: [text.slice(0, 600), security_gate_classOf(found)].filter((part) => part !== "").join("\n"),
        ...(isOurs ? { file: told } : {}),
        ...(isOurs && line !== undefined ? { line } : {}),
        suggestion: remedy(found, place),
    };
}
function packageOf({ package: holder }) {
    if (holder === undefined)
        return "";
    return `: ${holder.name}${holder.version === undefined ? "" : ` ${holder.version}`}`;
}
function security_gate_classOf({ cwes, owasp, aliases }) {
    return [...cwes, ...(owasp === undefined ? [] : [`OWASP ${owasp}`]), ...aliases].join(" · ");
}
function remedy({ package: holder, fixedIn, command, help }, place) {
    const more = help === undefined ? "" : ` See ${help.slice(0, 300)}`;
    if (holder === undefined)
        return help === undefined
            ? `Correct the finding${place} and retry the release.`
            : `Correct it as described: ${help.slice(0, 300)}`;
    const target = fixedIn === undefined ? "" : ` ${holder.name} ${fixedIn} corrects it.`;
    if (command !== undefined)
        return `Run \`${command}\`.${target}${more}`;
    if (fixedIn !== undefined)
        return `Update ${holder.name} to ${fixedIn}.${more}`;
    return `No version is known that corrects it: replace ${holder.name}, or have the finding accepted.${more}`;
}

;// CONCATENATED MODULE: ./build/packages/gates/smoke-gate.js



const advice = {
    api: "Open the endpoint on a local start of the application; look at its log above.",
    database: "Check the connection URL, the rights of the account and whether migrations ran.",
    external: "Check the service's status page, our address and our credentials for it.",
    auth: "Walk the named step by hand with the smoke account; is the account there and its password right?",
    paths: "Walk the named step by hand; the steps before it worked.",
};
async function smokeGate(context) {
    const { smoke, clock, signal, only, onProgress, directory, production = [] } = context;
    const changed = await context.changed?.();
    const done = await withDevelopment(context, async ({ baseUrl, env }) => runSmoke(smoke, {
        baseUrl,
        env,
        clock,
        signal,
        production,
        commands: { directory, env: cleanEnvironment(context.env, env) },
        ...(only === undefined ? {} : { only }),
        ...(changed === undefined ? {} : { changed }),
    }));
    if ("failure" in done)
        return { failures: [done.failure] };
    const { checks, categoriesPassed, categoriesFailed } = done.value;
    for (const { category, name, status, durationMs } of checks)
        onProgress(`${category}: ${name}: ${status} (${durationMs} ms)`);
    const failures = checks.filter(({ status }) => status === "failed").map(smoke_gate_asFailure);
    return { failures, metrics: { gate: "smoke", categoriesPassed, categoriesFailed, checks } };
}
function smoke_gate_asFailure({ category, name, detail }) {
    return {
        title: `Smoke check failed: ${category}: ${name}`,
        ...(detail === undefined ? {} : { detail }),
        suggestion: advice[category],
    };
}

;// CONCATENATED MODULE: ./build/packages/gates/integration-point.js
const points = [
    {
        name: "database",
        signs: /\b(sql|postgres|mysql|sqlite|mongo|redis|database|relation|migration|deadlock|prisma|5432|3306)\b/i,
        suggestion: "Check that the database of the tests runs, is migrated and is empty before the run.",
    },
    {
        name: "authentication",
        signs: /\b(401|403|unauthori[sz]ed|forbidden|jwt|oauth|login|session expired|credentials?)\b/i,
        suggestion: "Check the test accounts and how the tests get their token.",
    },
    {
        name: "service",
        signs: /\b(ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|queue|kafka|rabbitmq|grpc|timed? ?out)\b/i,
        suggestion: "Check that the service that the test talks to is started by the test command and reachable.",
    },
    {
        name: "API",
        signs: /\b(http|https|fetch|status(?: code)?|endpoint|graphql|request|response)\b/i,
        suggestion: "Compare what the endpoint answers with what the test expects; did the contract change?",
    },
];
function integrationPoint(text) {
    return points.find(({ signs }) => signs.test(text));
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./build/packages/gates/readers/test-report.js

const keptTimes = 10;
class TestTally {
    ran = 0;
    skipped = 0;
    failures = [];
    flaky = [];
    #times = [];
    add(name, outcome) {
        this.ran += 1;
        if (outcome.failure !== undefined)
            this.failures.push(outcome.failure);
        if (outcome.durationMs === undefined)
            return;
        this.#times.push({ name, durationMs: outcome.durationMs });
        if (this.#times.length > 50 * keptTimes)
            this.#times = slowest(this.#times);
    }
    problem(name, message) {
        this.failures.push({ name, message });
    }
    finish() {
        const { ran, skipped, failures, flaky } = this;
        if (ran === 0 && failures.length === 0) {
            const but = skipped === 0 ? "" : ` (${skipped} skipped)`;
            throw new EmptyReport(`no test ran${but}`, "Check the pattern by which the command finds its tests.");
        }
        return { ran, skipped, failures, flaky, slowest: slowest(this.#times) };
    }
}
function mergeTests(reports) {
    return {
        ran: reports.reduce((total, { ran }) => total + ran, 0),
        skipped: reports.reduce((total, { skipped }) => total + skipped, 0),
        failures: reports.flatMap(({ failures }) => failures),
        flaky: reports.flatMap(({ flaky }) => flaky),
        slowest: slowest(reports.flatMap((report) => report.slowest)),
    };
}
function slowest(times) {
    return times.toSorted((a, b) => b.durationMs - a.durationMs).slice(0, keptTimes);
}
const timeOut = /\btime[d -]?\s?out\b|\bETIMEDOUT\b|\bexceeded timeout\b|\bTimeoutError\b/i;
function testFailure(given) {
    const { name, stack = "" } = given;
    const first = given.message === undefined || given.message.trim() === "" ? stack.trim().split("\n", 1)[0] : given.message;
    const message = first === undefined || first === "" ? "no message" : first;
    const isPlaced = given.file !== undefined && given.file !== "";
    const found = isPlaced ? undefined : placeIn(stack);
    const file = isPlaced ? given.file : found?.file;
    const stated = given.line !== undefined && Number.isNaN(given.line) ? undefined : given.line;
    const line = found?.line ?? stated ?? lineIn(stack, file);
    const kind = timeOut.test(message) ? "time-out" : given.kind;
    return {
        name,
        message,
        ...(file === undefined ? {} : { file }),
        ...(line !== undefined && Number.isSafeInteger(line) && line > 0 ? { line } : {}),
        ...(kind === undefined ? {} : { kind }),
    };
}
const places = [
    /^\s*(?:at |❯ ).*?(?:file:\/\/)?((?:[A-Za-z]:)?[\w./\\@+-]+\.[cm]?[jt]sx?):(\d+):\d+\)?$/,
    /^\s*(?:.*panicked at )?([\w./-]+\.(?:py|rb|go|rs)):(\d+):/,
];
function placeIn(stack) {
    for (const line of stack.slice(0, 20_000).split("\n")) {
        if (line.length > 500 || line.includes("node_modules"))
            continue;
        const match = places.map((place) => place.exec(line)).find((each) => each !== null);
        if (match?.[1] !== undefined)
            return { file: match[1], line: Number(match[2]) };
    }
    return undefined;
}
function lineIn(stack, file) {
    if (file === undefined || file === "")
        return undefined;
    const at = stack.indexOf(`${file}:`);
    const digits = at < 0 ? undefined : /^\d+/.exec(stack.slice(at + file.length + 1))?.[0];
    return digits === undefined ? undefined : Number(digits);
}

;// CONCATENATED MODULE: ./build/packages/gates/join-reports.js




function joinTests(reports) {
    const broken = reports.find((one) => "failure" in one && one.empty !== true);
    if (broken !== undefined)
        return broken;
    const read = reports.flatMap((one) => ("value" in one ? [one.value] : []));
    return read.length === 0 ? (reports[0] ?? join_reports_none) : { value: mergeTests(read) };
}
const join_reports_none = { failure: { title: "No report was read", suggestion: "Name the report of the tests." } };
function joinCoverage(reports, directory) {
    const broken = reports.find((one) => "failure" in one);
    if (broken !== undefined)
        return broken;
    const read = reports.flatMap((one) => ("value" in one ? [one.value] : []));
    if (read.length === 0)
        return join_reports_none;
    return { value: mergeCoverage(read, (file) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(directory, file))) };
}

;// CONCATENATED MODULE: ./build/packages/gates/readers/declared.js


function agree(declared, listed, what) {
    const total = optionalCount(declared, what);
    if (total === undefined || listed.includes(total))
        return;
    throw new BrokenReport(`${what}: it counts ${total} and lists ${listed[0] ?? 0}`, runAgain);
}

// EXTERNAL MODULE: ./node_modules/saxes/saxes.js
var saxes = __webpack_require__(59800);
;// CONCATENATED MODULE: ./build/packages/gates/readers/xml.js


const maxDepth = 200;
const maxText = 20_000;
function readXml(text, reader) {
    const parser = new saxes/* SaxesParser */.wT();
    const open = [];
    const add = (more) => {
        const top = open.at(-1);
        if (top !== undefined && top.text.length < maxText)
            top.text += more.slice(0, maxText);
    };
    parser.on("error", (error) => {
        throw new BrokenReport(`it is not complete XML (${error.message})`, runAgain);
    });
    parser.on("doctype", (doctype) => {
        if (doctype.includes("[") || doctype.includes("<!"))
            throw new BrokenReport("its DOCTYPE declares things of its own", "Use a plain XML reporter.");
    });
    parser.on("opentag", ({ name, attributes }) => {
        if (open.length >= maxDepth)
            throw new BrokenReport("it is nested too deep", "Check what writes this file.");
        const local = name.slice(name.indexOf(":") + 1);
        open.push({ name: local, text: "" });
        reader.open(local, attributes);
    });
    parser.on("text", add);
    parser.on("cdata", add);
    parser.on("closetag", () => {
        const done = open.pop();
        if (done !== undefined)
            reader.close?.(done.name, done.text);
    });
    parser.write(text).close();
}
function rootIs(head, names) {
    const root = /^(?:<\?[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE[^[>]*(?:\[[\s\S]*?\])?\s*>|\s)*<(?:[\w.-]+:)?([\w.-]+)/i.exec(head)?.[1];
    return root !== undefined && names.includes(root);
}

;// CONCATENATED MODULE: ./build/packages/gates/readers/clover.js





function readClover(text, directory) {
    const tally = new CoverageTally(directory);
    const open = [];
    let projectFiles;
    let files = 0;
    let fileMetrics;
    let path = "";
    readXml(text, {
        open(name, attributes) {
            if (name === "file") {
                path = attributes["path"] ?? attributes["name"] ?? "";
                if (path === "")
                    throw new BrokenReport("a file of it has no name", runAgain);
                files += 1;
                fileMetrics = undefined;
                tally.enter(path);
            }
            else if (name === "metrics") {
                if (open.at(-1) === "project")
                    projectFiles ??= attributes["files"];
                if (open.at(-1) === "file")
                    fileMetrics = attributes;
            }
            else if (name === "line")
                addLine(attributes, tally);
            open.push(name);
        },
        close(name) {
            open.pop();
            if (name !== "file")
                return;
            const { all } = tally.listed();
            const statements = fileMetrics?.["statements"];
            if (statements !== undefined && count(statements, "the statements of a file") > 0 && all === 0)
                throw new BrokenReport(`${path} counts ${statements} statements and lists no line`, runAgain);
            tally.leave();
        },
    });
    agree(projectFiles, [files], "its files");
    return tally.finish();
}
function addLine(attributes, tally) {
    const line = count(attributes["num"], "the number of a line");
    const { type } = attributes;
    const hits = attributes["count"] ?? (type === "cond" ? sum(attributes["truecount"], attributes["falsecount"]) : "0");
    const covered = count(hits, "the hits of a line") > 0;
    if (type === "method")
        tally.function(attributes["name"] ?? attributes["signature"] ?? "", line, covered);
    tally.line(line, covered);
}
function sum(a, b) {
    return String(count(a ?? "0", "the hits of a line") + count(b ?? "0", "the hits of a line"));
}

;// CONCATENATED MODULE: ./build/packages/gates/readers/cobertura.js






function readCobertura(text, directory) {
    const tally = new CoverageTally(directory);
    const sources = [];
    let root;
    let className = "";
    let method;
    let [entries, hitEntries] = [0, 0];
    readXml(text, {
        open(name, attributes) {
            if (name === "coverage")
                root = attributes;
            else if (name === "class") {
                const file = attributes["filename"];
                if (file === undefined || file === "")
                    throw new BrokenReport("a class of it has no file", runAgain);
                className = (attributes["name"] ?? "").split(/[./\\]/).at(-1) ?? "";
                tally.enter(cobertura_pathOf(file, sources, directory));
            }
            else if (name === "method")
                method = { name: attributes["name"] ?? "", first: 0, covered: false };
            else if (name === "line") {
                const number = count(attributes["number"], "the number of a line");
                const covered = hitsOf(attributes["hits"]) > 0;
                if (method !== undefined) {
                    method.first = method.first === 0 ? number : Math.min(method.first, number);
                    method.covered ||= covered;
                    return;
                }
                tally.line(number, covered);
                entries += 1;
                if (covered)
                    hitEntries += 1;
            }
        },
        close(name, content) {
            if (name === "source")
                sources.push(content.trim());
            if (name !== "method" || method === undefined)
                return;
            tally.function(methodName(className, method.name), method.first, method.covered);
            method = undefined;
        },
    });
    const coverage = tally.finish();
    const lines = coverage.files.reduce((total, file) => total + file.lines, 0);
    const uncovered = coverage.files.reduce((total, file) => total + file.uncoveredLines, 0);
    agree(root?.["lines-valid"], [lines, entries], "its lines");
    agree(root?.["lines-covered"], [lines - uncovered, hitEntries], "its covered lines");
    return coverage;
}
function hitsOf(text) {
    if (text !== undefined && /^\d+$/.test(text))
        return Number(text);
    throw new BrokenReport(`the hits of a line are no number: ${String(text).slice(0, 40)}`, runAgain);
}
function cobertura_pathOf(file, sources, directory) {
    const [only] = sources;
    if (sources.length !== 1 || only === undefined || (0,external_node_path_.isAbsolute)(file))
        return file;
    return (0,external_node_path_.isAbsolute)(only) && `${only}/`.startsWith(`${directory}/`) ? (0,external_node_path_.join)(only, file) : file;
}
function methodName(className, name) {
    if (name === "<init>" || name === ".ctor")
        return `${className} (constructor)`;
    return className === "" || /\.\w+$/.test(className) || ["py", "js", "ts", "tsx", "mjs"].includes(className)
        ? name
        : `${className}.${name}`;
}

;// CONCATENATED MODULE: ./build/packages/gates/readers/go-cover.js


const block = /^(.+):(\d+)\.(\d+),(\d+)\.(\d+) (\d+) (\d+)$/;
const maxBlockLines = 100_000;
const maxLines = 50_000_000;
const packedAt = 1_000_000;
function readGoCover(text, directory) {
    if (!text.endsWith("\n"))
        throw new BrokenReport("its last line is cut off", runAgain);
    const tally = new CoverageTally(directory);
    let [total, open] = [0, 0];
    for (let start = 0; start < text.length;) {
        const end = text.indexOf("\n", start);
        const line = text.slice(start, text.charCodeAt(end - 1) === 13 ? end - 1 : end);
        start = end + 1;
        if (line === "" || /^mode: (set|count|atomic)$/.test(line))
            continue;
        const { path, from, to, statements, covered } = blockOf(line);
        if (statements === 0)
            continue;
        total += to - from + 1;
        open += to - from + 1;
        if (total > maxLines)
            throw new BrokenReport("it has more lines than any program", runAgain);
        if (open > packedAt) {
            tally.leave();
            open = 0;
        }
        tally.enter(path);
        for (let each = from; each <= to; each += 1)
            tally.line(each, covered);
    }
    return tally.finish();
}
function blockOf(line) {
    const match = block.exec(line);
    if (match === null)
        throw new BrokenReport(`it has a line that is no block: ${line.slice(0, 60)}`, runAgain);
    const [, path = "", first, , last, , statements, hits] = match;
    const [from, to] = [Number(first), Number(last)];
    if (to < from || to - from > maxBlockLines)
        throw new BrokenReport(`it has a block that ends before it begins, or never: ${line.slice(0, 60)}`, runAgain);
    return { path, from, to, statements: Number(statements), covered: Number(hits) > 0 };
}

;// CONCATENATED MODULE: ./build/packages/gates/readers/istanbul.js





const place = schemas/* looseObject */._H3({ start: schemas/* looseObject */._H3({ line: schemas/* number */.aig() }) });
const hits = schemas/* number */.aig().nonnegative();
const fileSchema = schemas/* looseObject */._H3({
    path: schemas/* string */.YjP().min(1),
    statementMap: schemas/* record */.g1P(schemas/* string */.YjP(), place),
    s: schemas/* record */.g1P(schemas/* string */.YjP(), hits),
    fnMap: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* looseObject */._H3({ name: schemas/* string */.YjP(), line: schemas/* number */.aig().optional(), loc: place.optional(), decl: place.optional() }))
        .default({}),
    f: schemas/* record */.g1P(schemas/* string */.YjP(), hits).default({}),
});
function readIstanbul(text, directory) {
    const tally = new CoverageTally(directory);
    parseInPieces(text, ["*"], (_, value) => {
        const { path, statementMap, s, fnMap, f } = shaped(fileSchema, value, "a file of Istanbul's JSON");
        const statements = Object.entries(statementMap);
        if (statements.length !== Object.keys(s).length)
            throw new BrokenReport(`${path} has ${statements.length} statements and counts ${Object.keys(s).length}`, runAgain);
        tally.enter(path);
        for (const [key, { start }] of statements) {
            const ran = Object.hasOwn(s, key) ? s[key] : undefined;
            if (ran === undefined)
                throw new BrokenReport(`${path} does not count a statement`, runAgain);
            tally.line(start.line, ran > 0);
        }
        for (const [key, { name, line, loc, decl }] of Object.entries(fnMap)) {
            if (!Object.hasOwn(f, key))
                throw new BrokenReport(`${path} does not count a function`, runAgain);
            const isNamed = !/^\(anonymous_\d+\)$/.test(name);
            tally.function(isNamed ? name : "", decl?.start.line ?? loc?.start.line ?? line ?? 0, (f[key] ?? 0) > 0);
        }
        tally.leave();
    });
    return tally.finish();
}
const totals = schemas/* looseObject */._H3({ lines: schemas/* looseObject */._H3({ total: schemas/* number */.aig(), covered: schemas/* number */.aig() }) });
function readIstanbulSummary(text, directory) {
    const tally = new CoverageTally(directory);
    let total;
    parseInPieces(text, ["*"], ([key = ""], value) => {
        const read = shaped(totals, value, "a file of Istanbul's summary");
        if (key === "total") {
            total = read;
            return;
        }
        tally.enter(key);
        tally.totals(read.lines.total, read.lines.covered);
        tally.leave();
    });
    const coverage = tally.finish();
    const lines = coverage.files.reduce((all, file) => all + file.lines, 0);
    const covered = lines - coverage.files.reduce((all, file) => all + file.uncoveredLines, 0);
    if (total !== undefined && (total.lines.total !== lines || total.lines.covered !== covered))
        throw new BrokenReport(`it counts ${total.lines.covered} of ${total.lines.total} lines and lists ${covered} of ${lines}`, runAgain);
    return coverage;
}

;// CONCATENATED MODULE: ./build/packages/gates/readers/jacoco.js





function readJacoco(text, directory) {
    const tally = new CoverageTally(directory);
    const open = [];
    const counted = new Map();
    let packageName = "";
    let className = "";
    let file = "";
    let method;
    let methods = [];
    let source;
    readXml(text, {
        open(name, attributes) {
            if (name === "counter" && attributes["type"] === "LINE")
                counted.set(open.at(-1) ?? "", attributes);
            else if (name === "counter" && attributes["type"] === "METHOD" && method !== undefined)
                method.covered = count(attributes["covered"], "a counter") > 0;
            else if (name === "package")
                [packageName, methods] = [attributes["name"] ?? "", []];
            else if (name === "class") {
                className = attributes["name"]?.split("/").at(-1)?.replaceAll("$", ".") ?? "";
                file = attributes["sourcefilename"] ?? "";
            }
            else if (name === "method") {
                const own = attributes["name"] === "<init>" ? `${className} (constructor)` : `${className}.${attributes["name"] ?? ""}`;
                method = { file, name: own, line: Number(attributes["line"] ?? 0), covered: false };
            }
            else if (name === "sourcefile") {
                const own = attributes["name"];
                if (own === undefined || own === "")
                    throw new BrokenReport("a source file of it has no name", runAgain);
                source = {
                    path: packageName === "" ? own : `${packageName}/${own}`,
                    methods: methods.filter((each) => each.file === own),
                };
                counted.delete("sourcefile");
                tally.enter(source.path);
            }
            else if (name === "line")
                tally.line(count(attributes["nr"], "the number of a line"), count(attributes["ci"], "the instructions of a line") > 0);
            open.push(name);
        },
        close(name) {
            open.pop();
            if (name === "method" && method !== undefined) {
                methods.push(method);
                method = undefined;
            }
            if (name !== "sourcefile" || source === undefined)
                return;
            const { all, covered } = tally.listed();
            compare(counted.get("sourcefile"), { all, covered }, source.path);
            for (const each of source.methods)
                tally.function(each.name, each.line, each.covered);
            tally.leave();
            source = undefined;
        },
    });
    const coverage = tally.finish();
    const all = coverage.files.reduce((total, each) => total + each.lines, 0);
    const uncovered = coverage.files.reduce((total, each) => total + each.uncoveredLines, 0);
    if (!text.includes("<group"))
        compare(counted.get("report"), { all, covered: all - uncovered }, "the report");
    return coverage;
}
function compare(counter, listed, what) {
    if (counter === undefined) {
        if (listed.all > 0)
            throw new BrokenReport(`${what} has lines and does not count them`, runAgain);
        return;
    }
    const covered = count(counter["covered"], "a counter");
    agree(covered + count(counter["missed"], "a counter"), [listed.all], `the lines of ${what}`);
    agree(covered, [listed.covered], `the covered lines of ${what}`);
}

;// CONCATENATED MODULE: ./build/packages/gates/readers/lcov.js



const cut = () => new BrokenReport("it is cut off", runAgain);
function readLcov(text, directory) {
    const tally = new CoverageTally(directory);
    let functions = new Map();
    let path;
    let [entries, hitEntries] = [0, 0];
    let [found, hit] = [undefined, undefined];
    for (let from = 0; from < text.length;) {
        const newline = text.indexOf("\n", from);
        const end = newline < 0 ? text.length : newline;
        const line = text.slice(from, text.charCodeAt(end - 1) === 13 ? end - 1 : end);
        from = end + 1;
        if (path !== undefined && line.startsWith("DA:")) {
            const [number, hits] = lineData(line);
            tally.line(number, hits > 0);
            entries += 1;
            if (hits > 0)
                hitEntries += 1;
        }
        else if (line.startsWith("SF:")) {
            if (path !== undefined)
                throw cut();
            path = line.slice(3).trim();
            if (path === "")
                throw new BrokenReport("a file of it has no name", runAgain);
            tally.enter(path);
            functions = new Map();
            [entries, hitEntries, found, hit] = [0, 0, undefined, undefined];
        }
        else if (line.trim() === "end_of_record") {
            if (path === undefined)
                throw cut();
            const { all, covered } = tally.listed();
            agree(found, [all, entries], `the lines of ${path}`);
            agree(hit, [covered, hitEntries], `the covered lines of ${path}`);
            tally.leave();
            path = undefined;
        }
        else if (path !== undefined) {
            if (line.startsWith("LF:"))
                found = line.slice(3).trim();
            else if (line.startsWith("LH:"))
                hit = line.slice(3).trim();
            else if (line.startsWith("FN"))
                takeFunction(line, functions, tally);
        }
    }
    if (/^(?:TN:.*\s*)*$/.test(text))
        throw new BrokenReport("it covers no file", "Check which files the tests load.");
    if (path !== undefined || !/end_of_record\s*$/.test(text.slice(-64)))
        throw cut();
    return tally.finish();
}
function lineData(line) {
    const match = /^DA:(\d+),(-?\d+(?:\.\d+)?(?:e\+?\d+)?)(?:,.*)?$/.exec(line);
    const hits = Number(match?.[2]);
    if (match === null || !Number.isFinite(hits))
        throw new BrokenReport(`it has a line that is no number: ${line.slice(0, 60)}`, runAgain);
    return [Number(match[1]), hits < 0 ? 1 : hits];
}
function takeFunction(line, functions, tally) {
    const old = /^FN:(\d+),(?:\d+,)?(.*)$/.exec(line) ?? /^FNL:(\d+),(\d+)/.exec(line);
    if (old?.[2] !== undefined) {
        if (line.startsWith("FNL:"))
            functions.set(`#${old[1]}`, Number(old[2]));
        else
            functions.set(old[2], Number(old[1]));
        return;
    }
    const counted = /^FNDA:(\d+),(.*)$/.exec(line);
    if (counted?.[2] !== undefined)
        tally.function(counted[2], functions.get(counted[2]) ?? 0, Number(counted[1]) > 0);
    const indexed = /^FNA:(\d+),(\d+),(.*)$/.exec(line);
    if (indexed?.[3] !== undefined)
        tally.function(indexed[3], functions.get(`#${indexed[1]}`) ?? 0, Number(indexed[2]) > 0);
}

;// CONCATENATED MODULE: ./build/packages/gates/readers/llvm-cov.js





const segment = schemas/* union */.KCZ([
    schemas/* tuple */.PVZ([schemas/* number */.aig(), schemas/* number */.aig(), schemas/* number */.aig(), schemas/* boolean */.zMY(), schemas/* boolean */.zMY()]),
    schemas/* tuple */.PVZ([schemas/* number */.aig(), schemas/* number */.aig(), schemas/* number */.aig(), schemas/* boolean */.zMY(), schemas/* boolean */.zMY(), schemas/* boolean */.zMY()]),
]);
const llvm_cov_lines = schemas/* looseObject */._H3({
    lines: schemas/* looseObject */._H3({ count: schemas/* number */.aig().int().nonnegative(), covered: schemas/* number */.aig().int().nonnegative() }),
});
const llvm_cov_fileSchema = schemas/* looseObject */._H3({
    filename: schemas/* string */.YjP().min(1),
    segments: schemas/* array */.YOg(segment).default([]),
    summary: llvm_cov_lines.optional(),
});
const functionSchema = schemas/* looseObject */._H3({
    name: schemas/* string */.YjP(),
    count: schemas/* number */.aig().nonnegative(),
    filenames: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
    regions: schemas/* array */.YOg(schemas/* array */.YOg(schemas/* number */.aig())).default([]),
});
const skeleton = schemas/* looseObject */._H3({
    type: schemas/* literal */.euz("llvm.coverage.json.export"),
    data: schemas/* array */.YOg(schemas/* looseObject */._H3({ totals: llvm_cov_lines.optional() })).min(1),
});
const maxSpan = 1_000_000;
function readLlvmCov(text, directory) {
    const tally = new CoverageTally(directory);
    let [counted, covered, summaries] = [0, 0, 0];
    const rest = parseInPieces(text, ["data", "*", "files|functions", "*"], (path, value) => {
        if (path.at(-2) === "functions")
            return addFunction(value, tally);
        const file = shaped(llvm_cov_fileSchema, value, "a file of llvm-cov's JSON");
        tally.enter(file.filename);
        if (file.segments.length > 0)
            addLines(file.segments, tally);
        else if (file.summary !== undefined)
            tally.totals(file.summary.lines.count, file.summary.lines.covered);
        tally.leave();
        if (file.summary === undefined)
            return;
        summaries += 1;
        counted += file.summary.lines.count;
        covered += file.summary.lines.covered;
    });
    const { data } = shaped(skeleton, rest, "the JSON of llvm-cov export");
    const totals = data.flatMap((each) => (each.totals === undefined ? [] : [each.totals.lines]));
    const all = totals.reduce((sum, each) => sum + each.count, 0);
    const ran = totals.reduce((sum, each) => sum + each.covered, 0);
    if (totals.length > 0 && summaries > 0 && (all !== counted || ran !== covered))
        throw new BrokenReport(`it counts ${ran} of ${all} lines and its files ${covered} of ${counted}`, runAgain);
    return tally.finish();
}
function addLines(segments, tally) {
    const first = segments[0]?.[0] ?? 0;
    const last = segments.at(-1)?.[0] ?? 0;
    if (!(last - first < maxSpan))
        throw new BrokenReport("a file of it has no end", runAgain);
    let wrapped;
    let at = 0;
    for (let line = first; line <= last; line += 1) {
        const from = at;
        while (at < segments.length && (segments[at]?.[0] ?? 0) <= line)
            at += 1;
        const own = segments.slice(from, at);
        const starts = own.filter(([, , , hasCount, isEntry, isGap]) => hasCount && isEntry && isGap !== true);
        const [head] = own;
        const isSkipped = head !== undefined && !head[3] && head[4];
        const isMapped = (!isSkipped && (wrapped?.[3] === true || starts.length > 0)) || own.some((each) => each[3] && each[4]);
        if (isMapped)
            tally.line(line, Math.max(wrapped?.[2] ?? 0, ...starts.map((each) => each[2])) > 0);
        wrapped = own.at(-1) ?? wrapped;
    }
}
function addFunction(value, tally) {
    const { name, count, filenames, regions } = shaped(functionSchema, value, "a function of llvm-cov's JSON");
    const [file] = filenames;
    if (file === undefined || /^_(?:Z|R)/.test(name))
        return;
    tally.enter(file);
    tally.function(name.split(":").at(-1) ?? name, regions[0]?.[0] ?? 0, count > 0);
    tally.leave();
}

;// CONCATENATED MODULE: ./build/packages/gates/readers/parse-coverage.js









const isClover = (head) => /<project\b|\bclover=/.test(head);
const parse_coverage_formats = [
    { title: "lcov", recognises: ({ head }) => /^(?:TN:|SF:)/m.test(head), read: readLcov },
    {
        title: "Cobertura XML",
        recognises: ({ head }) => rootIs(head, ["coverage"]) && !isClover(head),
        read: readCobertura,
    },
    { title: "Clover XML", recognises: ({ head }) => rootIs(head, ["coverage"]) && isClover(head), read: readClover },
    { title: "JaCoCo XML", recognises: ({ head }) => rootIs(head, ["report"]), read: readJacoco },
    {
        title: "Go's cover profile",
        recognises: ({ head }) => /^mode: (?:set|count|atomic)\s*$/m.test(head),
        read: readGoCover,
    },
    {
        title: "the JSON of llvm-cov export",
        recognises: ({ head, tail }) => head.startsWith("{") && /"llvm\.coverage\.json\.export"/.test(head + tail),
        read: readLlvmCov,
    },
    {
        title: "Istanbul's JSON",
        recognises: ({ head }) => /^\{\s*"(?:[^"\\]|\\.)*"\s*:\s*\{/.test(head) && /"statementMap"/.test(head),
        read: readIstanbul,
    },
    {
        title: "Istanbul's JSON summary",
        recognises: ({ head }) => /^\{\s*"(?:[^"\\]|\\.)*"\s*:\s*\{\s*"(?:lines|statements|branches|functions|branchesTrue)"/.test(head),
        read: readIstanbulSummary,
    },
];
function parseCoverage(text, name, directory) {
    const bound = parse_coverage_formats.map((format) => ({ ...format, read: (whole) => format.read(whole, directory) }));
    return reading(name, () => readFormat(text, bound, "coverage reports"));
}

;// CONCATENATED MODULE: ./build/packages/gates/readers/go-test.js






const go_test_event = schemas/* object */.Ikc({
    Action: schemas/* string */.YjP(),
    Package: schemas/* string */.YjP().optional(),
    ImportPath: schemas/* string */.YjP().optional(),
    Test: schemas/* string */.YjP().optional(),
    Output: schemas/* string */.YjP().optional(),
    Elapsed: schemas/* number */.aig().optional(),
});
const ends = ["pass", "fail", "skip"];
const keptOutput = 2_000;
function readGoTest(text) {
    if (!text.endsWith("\n"))
        throw new BrokenReport("its last line is cut off", runAgain);
    const running = new Map();
    const builds = new Map();
    for (const line of text.split("\n")) {
        if (!line.startsWith("{"))
            continue;
        go_test_take(shaped(go_test_event, parseJson(line), "the output of go test -json"), running, builds);
    }
    const tally = new TestTally();
    for (const each of running.values()) {
        if (each.end === undefined)
            throw new BrokenReport(`${title(each)} never ended`, runAgain);
        if (each.test === undefined)
            addPackage(each, running, tally);
        else
            addTest(each, tally);
    }
    for (const [path, output] of builds)
        tally.failures.push(testFailure({
            name: path,
            message: `It does not build: ${firstLine(output)}`,
            ...go_test_placeIn(output),
            kind: "error",
        }));
    return tally.finish();
}
function go_test_take(each, running, builds) {
    if (each.Action === "build-output") {
        const path = each.ImportPath ?? "build";
        builds.set(path, (builds.get(path) ?? "") + (each.Output ?? ""));
        return;
    }
    if (each.Package === undefined)
        return;
    const key = `${each.Package}\n${each.Test ?? ""}`;
    const known = running.get(key) ?? {
        packageName: each.Package,
        test: each.Test,
        output: "",
        end: undefined,
        hasInner: false,
    };
    running.set(key, known);
    if (each.Action === "output" && known.output.length < keptOutput)
        known.output += each.Output ?? "";
    if (!ends.includes(each.Action))
        return;
    if (known.end?.Action !== "fail")
        known.end = each;
    const parent = each.Test === undefined ? -1 : each.Test.lastIndexOf("/");
    const outer = parent < 0 ? undefined : running.get(`${each.Package}\n${each.Test?.slice(0, parent) ?? ""}`);
    if (outer !== undefined)
        outer.hasInner = true;
}
function addTest(each, tally) {
    const { end, output, hasInner } = each;
    if (end?.Action === "skip") {
        tally.skipped += 1;
        return;
    }
    const lines = output.split("\n").filter((line) => line.trim() !== "" && !/^\s*(=== |--- |FAIL|PASS)/.test(line));
    if (hasInner && (end?.Action === "pass" || lines.length === 0))
        return;
    const name = title(each);
    const failure = end?.Action === "pass"
        ? undefined
        : testFailure({
            name,
            message: lines.slice(0, 8).join("\n").trim(),
            ...go_test_placeIn(output),
            kind: output.includes("panic:") ? "error" : "assertion",
        });
    tally.add(name, { durationMs: durationMs(end?.Elapsed, 1000), failure });
}
function addPackage({ packageName, end, output }, running, tally) {
    if (end?.Action !== "fail")
        return;
    const isExplained = [...running.values()].some((other) => other.packageName === packageName && other.test !== undefined && other.end?.Action === "fail");
    if (!isExplained)
        tally.problem(packageName, firstLine(output));
}
function title({ packageName, test }) {
    return test === undefined ? packageName : `${packageName} › ${test}`;
}
function firstLine(output) {
    return (output
        .split("\n")
        .find((line) => line.trim() !== "" && !line.startsWith("#"))
        ?.trim() ?? "no message");
}
function go_test_placeIn(output) {
    const match = /^\s*([\w./-]+\.go):(\d+)/m.exec(output);
    return match?.[1] === undefined ? {} : { file: match[1], line: Number(match[2]) };
}

;// CONCATENATED MODULE: ./build/packages/gates/readers/jest-json.js






const jest_json_whole = schemas/* number */.aig().int().nonnegative();
const assertion = schemas/* looseObject */._H3({
    status: schemas/* string */.YjP(),
    title: schemas/* string */.YjP().default("unnamed test"),
    fullName: schemas/* string */.YjP().optional(),
    duration: schemas/* number */.aig().nullish(),
    invocations: schemas/* number */.aig().nullish(),
    location: schemas/* looseObject */._H3({ line: schemas/* number */.aig() }).nullish(),
    failureMessages: schemas/* array */.YOg(schemas/* string */.YjP()).nullish(),
});
const jest_json_schema = schemas/* looseObject */._H3({
    numTotalTests: jest_json_whole,
    numPassedTests: jest_json_whole,
    numFailedTests: jest_json_whole,
    numPendingTests: jest_json_whole.default(0),
    numTodoTests: jest_json_whole.default(0),
    numRuntimeErrorTestSuites: jest_json_whole.default(0),
    numFailedTestSuites: jest_json_whole.default(0),
    success: schemas/* boolean */.zMY(),
    wasInterrupted: schemas/* boolean */.zMY().default(false),
    testResults: schemas/* array */.YOg(schemas/* looseObject */._H3({
        name: schemas/* string */.YjP().default("test file"),
        status: schemas/* string */.YjP().optional(),
        message: schemas/* string */.YjP().default(""),
        assertionResults: schemas/* array */.YOg(assertion),
    })),
});
function readJestJson(text) {
    const document = shaped(jest_json_schema, parseJson(text), "the JSON report of jest or vitest");
    const tally = new TestTally();
    let suiteProblems = 0;
    for (const { name: file, status, message, assertionResults } of document.testResults) {
        for (const each of assertionResults)
            jest_json_addTest(each, file, tally);
        const explains = assertionResults.some((each) => each.status === "failed");
        if (status !== "failed" || explains)
            continue;
        suiteProblems += 1;
        tally.failures.push(testFailure({ name: file, message: plain(message), stack: message, file, kind: "error" }));
    }
    const failed = tally.failures.length - suiteProblems;
    const { numTotalTests, numPassedTests, numFailedTests } = document;
    const listed = tally.ran + tally.skipped;
    if (numTotalTests !== listed)
        tally.problem("test run", `The run counts ${numTotalTests} tests and lists ${listed}.`);
    if (numFailedTests !== failed)
        tally.problem("test run", `The run counts ${numFailedTests} failed tests and lists ${failed}.`);
    if (numPassedTests !== tally.ran - failed)
        tally.problem("test run", `The run counts ${numPassedTests} passed tests and lists ${tally.ran - failed}.`);
    if (document.wasInterrupted)
        tally.problem("test run", "The run was interrupted.");
    if (!document.success && tally.failures.length === 0)
        tally.problem("test run", "The run says that it failed: an obsolete snapshot, a coverage threshold or an error outside of the tests.");
    return tally.finish();
}
function jest_json_addTest(each, file, tally) {
    const name = each.fullName === undefined || each.fullName.trim() === "" ? each.title : each.fullName.trim();
    if (["pending", "skipped", "todo", "disabled"].includes(each.status)) {
        tally.skipped += 1;
        return;
    }
    const passed = each.status === "passed" || each.status === "focused";
    if (passed && (each.invocations ?? 1) > 1)
        tally.flaky.push(name);
    const [message = `status: ${each.status}`] = each.failureMessages ?? [];
    const failure = passed
        ? undefined
        : testFailure({
            name,
            message: plain(message).split(/\n\s+at /, 1)[0],
            stack: message,
            file,
            line: lineOf(each, message, file),
            kind: /\bexpect\(|AssertionError|toBe|expected/i.test(message) ? "assertion" : "error",
        });
    tally.add(name, { durationMs: durationMs(each.duration, 1), failure });
}
function lineOf(each, stack, file) {
    const at = stack.indexOf(`${file}:`);
    const digits = at < 0 ? undefined : /^\d+/.exec(stack.slice(at + file.length + 1))?.[0];
    return digits === undefined ? each.location?.line : Number(digits);
}
function plain(text) {
    return (0,external_node_util_.stripVTControlCharacters)(text).trim();
}

;// CONCATENATED MODULE: ./build/packages/gates/readers/junit.js




function readJunit(text) {
    const tally = new TestTally();
    const suites = [];
    let testcase;
    let problem;
    let roots = 0;
    readXml(text, {
        open(name, attributes) {
            if (name === "testsuite" || name === "testsuites") {
                roots += 1;
                const isOuter = name === "testsuites";
                suites.push({ attributes, isOuter, listed: 0, own: 0, skipped: 0, problems: 0 });
            }
            else if (name === "testcase") {
                testcase = { attributes, problems: 0, isSkipped: false, isFlaky: false, failure: undefined };
            }
            else if (name === "skipped" || name === "ignored") {
                if (testcase !== undefined)
                    testcase.isSkipped = true;
            }
            else if (name === "failure" || name === "error") {
                problem = { kind: name === "error" ? "error" : "assertion", attributes };
            }
            else if ((name === "flakyFailure" || name === "flakyError") && testcase !== undefined)
                testcase.isFlaky = true;
        },
        close(name, content) {
            if ((name === "failure" || name === "error") && problem !== undefined) {
                for (const suite of suites)
                    suite.problems += 1;
                const place = testcase?.attributes ?? suites.at(-1)?.attributes ?? {};
                const failure = junit_describe(place, problem, content);
                if (testcase === undefined)
                    tally.failures.push(failure);
                else {
                    testcase.problems += 1;
                    testcase.failure ??= failure;
                }
                problem = undefined;
            }
            else if (name === "testcase" && testcase !== undefined) {
                endCase(testcase, suites, tally);
                testcase = undefined;
            }
            else if (name === "testsuite" || name === "testsuites") {
                const suite = suites.pop();
                if (suite !== undefined)
                    junit_compare(suite, tally);
            }
        },
    });
    if (roots === 0)
        throw new BrokenReport("it is not JUnit XML", "Choose the junit reporter of the test runner.");
    return tally.finish();
}
function endCase(testcase, suites, tally) {
    const { attributes, failure, isFlaky } = testcase;
    const isSkipped = failure === undefined &&
        (testcase.isSkipped || attributes["status"] === "notrun" || attributes["status"] === "disabled");
    for (const suite of suites) {
        suite.listed += 1;
        if (isSkipped)
            suite.skipped += 1;
    }
    const nearest = suites.at(-1);
    if (nearest !== undefined)
        nearest.own += 1;
    const name = caseName(attributes);
    if (isSkipped) {
        tally.skipped += 1;
        return;
    }
    if (isFlaky && failure === undefined)
        tally.flaky.push(name);
    tally.add(name, { durationMs: durationMs(attributes["time"], 1000), failure });
}
function caseName({ classname, name = "unnamed test" }) {
    const isTold = classname !== undefined && classname !== "" && classname !== "test" && classname !== name;
    return isTold ? `${classname} › ${name}` : name;
}
function junit_describe(place, { kind, attributes }, stack) {
    const line = Number(place["line"]);
    return testFailure({
        name: caseName(place),
        message: attributes["message"],
        stack,
        file: place["file"],
        line: Number.isSafeInteger(line) ? line : undefined,
        kind,
    });
}
function junit_compare({ attributes, isOuter, listed, own, skipped, problems }, tally) {
    const title = attributes["name"] ?? (isOuter ? "all suites" : "test suite");
    const subject = `the tests of ${title}`;
    const declared = optionalCount(attributes["tests"], subject);
    const left = optionalCount(attributes["skipped"] ?? attributes["skip"], `the skipped tests of ${title}`) ?? 0;
    const agreeing = [listed, listed - skipped, own, own - skipped, listed - skipped + left];
    if (declared !== undefined && !agreeing.includes(declared)) {
        const difference = declared - listed;
        const amount = `${Math.abs(difference)} ${difference > 0 ? "more" : "fewer"} tests than it lists`;
        tally.problem(title, `The suite counts ${amount}.`);
    }
    const failures = optionalCount(attributes["failures"], `the failures of ${title}`) ?? 0;
    const errors = optionalCount(attributes["errors"], `the errors of ${title}`) ?? 0;
    const missing = failures + errors - problems;
    if (missing > 0)
        tally.problem(title, `The suite counts ${missing} more failures than it lists.`);
}

;// CONCATENATED MODULE: ./build/packages/gates/readers/libtest.js






const libtest_whole = schemas/* number */.aig().int().nonnegative();
const libtest_event = schemas/* object */.Ikc({
    type: schemas/* string */.YjP(),
    event: schemas/* string */.YjP(),
    name: schemas/* string */.YjP().optional(),
    exec_time: schemas/* number */.aig().optional(),
    stdout: schemas/* string */.YjP().optional(),
    message: schemas/* string */.YjP().optional(),
    reason: schemas/* string */.YjP().optional(),
    test_count: libtest_whole.optional(),
    passed: libtest_whole.optional(),
    failed: libtest_whole.optional(),
    ignored: libtest_whole.optional(),
});
function readLibtest(text) {
    const tally = new TestTally();
    let open;
    let suites = 0;
    for (const line of text.split("\n")) {
        if (!line.trimStart().startsWith("{"))
            continue;
        const each = shaped(libtest_event, parseJson(line), "libtest's JSON");
        if (each.type === "test")
            libtest_addTest(each, tally);
        if (each.type !== "suite")
            continue;
        if (each.event === "started") {
            if (open !== undefined)
                throw new BrokenReport("a suite of it never ended", runAgain);
            open = {
                planned: each.test_count ?? 0,
                passed: tally.ran - tally.failures.length,
                failed: tally.failures.length,
            };
        }
        else {
            if (open === undefined)
                throw new BrokenReport("a suite of it ends and never began", runAgain);
            suites += 1;
            const failed = tally.failures.length - open.failed;
            const passed = tally.ran - tally.failures.length - open.passed;
            if (each.failed !== failed || each.passed !== passed)
                tally.problem("test suite", `The suite counts ${each.passed ?? 0} passed and ${each.failed ?? 0} failed tests and lists ${passed} and ${failed}.`);
            else if (each.event !== "ok" && failed === 0)
                tally.problem("test suite", "The suite failed although no test did.");
            open = undefined;
        }
    }
    if (open !== undefined || suites === 0)
        throw new BrokenReport("its last suite never ended", runAgain);
    return tally.finish();
}
function libtest_addTest({ event: what, name = "unnamed test", exec_time, stdout = "", message, reason }, tally) {
    if (what === "started")
        return;
    if (what === "ignored") {
        tally.skipped += 1;
        return;
    }
    const place = /panicked at ([^\s:]+):(\d+)/.exec(stdout);
    const said = stdout.split("\n").filter((line) => line.trim() !== "" && !/^(thread |stack backtrace)/.test(line));
    const failure = what === "ok" || what === "timeout"
        ? undefined
        : testFailure({
            name,
            message: message ?? reason ?? said.slice(0, 3).join("\n"),
            file: place?.[1],
            line: Number(place?.[2]),
            kind: "assertion",
        });
    if (what !== "timeout")
        tally.add(name, { durationMs: durationMs(exec_time, 1000), failure });
}

;// CONCATENATED MODULE: ./build/packages/gates/readers/mocha-json.js





const mocha_json_whole = schemas/* number */.aig().int().nonnegative();
const mocha_json_test = schemas/* looseObject */._H3({
    title: schemas/* string */.YjP(),
    fullTitle: schemas/* string */.YjP().optional(),
    file: schemas/* string */.YjP().nullish(),
    duration: schemas/* number */.aig().nullish(),
    currentRetry: schemas/* number */.aig().nullish(),
    err: schemas/* looseObject */._H3({ message: schemas/* string */.YjP().optional(), stack: schemas/* string */.YjP().optional(), code: schemas/* string */.YjP().optional() })
        .default({}),
});
const mocha_json_schema = schemas/* looseObject */._H3({
    stats: schemas/* looseObject */._H3({ tests: mocha_json_whole, passes: mocha_json_whole, pending: mocha_json_whole, failures: mocha_json_whole }),
    tests: schemas/* array */.YOg(mocha_json_test),
    pending: schemas/* array */.YOg(mocha_json_test),
    failures: schemas/* array */.YOg(mocha_json_test),
    passes: schemas/* array */.YOg(mocha_json_test),
});
function readMochaJson(text) {
    const { stats, passes, failures, pending } = shaped(mocha_json_schema, parseJson(text), "mocha's JSON report");
    const tally = new TestTally();
    tally.skipped = pending.length;
    for (const each of passes) {
        const name = each.fullTitle ?? each.title;
        if ((each.currentRetry ?? 0) > 0)
            tally.flaky.push(name);
        tally.add(name, { durationMs: durationMs(each.duration, 1) });
    }
    for (const each of failures) {
        const { message, stack = "", code } = each.err;
        const name = each.fullTitle ?? each.title;
        const kind = code === "ERR_ASSERTION" || stack.startsWith("AssertionError") ? "assertion" : "error";
        const failure = testFailure({ name, message, stack, file: each.file ?? undefined, kind });
        tally.add(name, { durationMs: durationMs(each.duration, 1), failure });
    }
    for (const [what, counted, listed] of [
        ["passed", stats.passes, passes.length],
        ["failed", stats.failures, failures.length],
        ["pending", stats.pending, pending.length],
    ])
        if (counted !== listed)
            tally.problem("test run", `The run counts ${counted} ${what} tests and lists ${listed}.`);
    return tally.finish();
}

;// CONCATENATED MODULE: ./build/packages/gates/readers/playwright-tests.js



function readPlaywrightTests(text) {
    const read = parsePlaywright(text, "of Playwright");
    if ("failure" in read) {
        const reason = read.failure.title.replace(/^.*?proves nothing: /, "");
        throw new BrokenReport(reason, read.failure.suggestion);
    }
    const tally = new TestTally();
    for (const { name, status, durationMs, flaky, file, line, message } of read.value) {
        if (flaky)
            tally.flaky.push(name);
        const failure = status === "failed" ? testFailure({ name, message, file, line }) : undefined;
        tally.add(name, { durationMs, failure });
    }
    return tally.finish();
}

;// CONCATENATED MODULE: ./build/packages/gates/readers/tap.js



const pointLine = /^(not ok|ok)\b(?:\s+\d+)?\s*(?:-\s+)?(.*)$/;
const planLine = /^1\.\.(\d+)(?:\s+#.*)?$/;
function readTap(text) {
    const tally = new TestTally();
    const levels = [];
    let declaredFailures = 0;
    let yamlOf;
    for (const raw of text.split("\n")) {
        const line = raw.trimEnd();
        const body = line.trimStart();
        if (yamlOf !== undefined) {
            if (body === "...")
                yamlOf = undefined;
            else
                yamlOf.yaml.push(body);
            continue;
        }
        if (body === "---")
            yamlOf = levels.at(-1)?.points.at(-1);
        if (body.startsWith("Bail out!"))
            throw new BrokenReport(`the run gave up: ${body.slice(9).trim()}`, "Correct that, and run the tests again.");
        const failed = /^# fail\s+(\d+)$/.exec(line)?.[1];
        if (failed !== undefined)
            declaredFailures = Number(failed);
        const indent = line.length - body.length;
        if (indent % 4 !== 0)
            continue;
        const planned = planLine.exec(body)?.[1];
        const found = pointLine.exec(body);
        if (planned === undefined && found === null)
            continue;
        const level = levelAt(levels, indent, tally);
        if (planned !== undefined) {
            if (level.plan !== undefined)
                throw new BrokenReport("a level of it has two plans", "Write each run to its own file.");
            level.plan = count(planned, "its plan");
        }
        else if (found !== null) {
            level.points.push(pointOf(found, level.subtest));
            level.subtest = undefined;
        }
    }
    if (yamlOf !== undefined)
        throw new BrokenReport("it is cut off inside of the details of a test", runAgain);
    if (levels.length === 0)
        throw new BrokenReport("it has neither a plan nor a test", runAgain);
    endLevel(levelAt(levels, 0, tally), tally);
    if (declaredFailures > 0 && tally.failures.length === 0)
        tally.problem("test run", `The run counts ${declaredFailures} failures and lists none.`);
    return tally.finish();
}
function levelAt(levels, indent, tally) {
    for (let top = levels.at(-1); top !== undefined && top.indent > indent; top = levels.at(-1)) {
        levels.pop();
        const failed = endLevel(top, tally);
        const parent = levels.at(-1);
        if (parent !== undefined)
            parent.subtest = { failed };
    }
    const top = levels.at(-1);
    if (top?.indent === indent)
        return top;
    const from = top === undefined ? 0 : top.indent + 4;
    for (let each = from; each <= indent; each += 4)
        levels.push({ indent: each, plan: undefined, points: [], subtest: undefined });
    return levels.at(-1) ?? { indent, plan: undefined, points: [], subtest: undefined };
}
function pointOf([, status, rest = ""], sumsUp) {
    const at = rest.search(/(?<!\\)#\s*(?:skip|todo)\b/i);
    const directive = at < 0 ? undefined : /^#\s*skip/i.test(rest.slice(at)) ? "skip" : "todo";
    const name = (at < 0 ? rest : rest.slice(0, at)).replaceAll("\\#", "#").trim();
    return { ok: status === "ok", name: name === "" ? "unnamed test" : name, directive, sumsUp, yaml: [] };
}
function endLevel({ plan, points, indent }, tally) {
    const place = indent === 0 ? "it" : "a subtest of it";
    if (plan === undefined)
        throw new BrokenReport(`${place} is cut off: it has no plan`, runAgain);
    if (plan !== points.length)
        throw new BrokenReport(`${place} promises ${plan} tests and has ${points.length}`, runAgain);
    let failed = 0;
    for (const each of points) {
        const isFailed = !each.ok && each.directive === undefined;
        if (isFailed)
            failed += 1;
        if (each.sumsUp !== undefined) {
            if (isFailed && each.sumsUp.failed === 0)
                tally.failures.push(tap_failureOf(each));
        }
        else if (each.directive === "skip")
            tally.skipped += 1;
        else
            tally.add(each.name, {
                durationMs: durationMs(field(each, "duration_ms"), 1),
                failure: isFailed ? tap_failureOf(each) : undefined,
            });
    }
    return failed;
}
function tap_failureOf(each) {
    const place = /^(.*?):(\d+)(?::\d+)?$/.exec(field(each, "location") ?? field(each, "at") ?? "");
    return testFailure({
        name: each.name,
        message: field(each, "error") ?? field(each, "message"),
        file: field(each, "file") ?? place?.[1],
        line: Number(field(each, "line") ?? place?.[2]),
        ...(field(each, "failureType") === "testCodeFailure" || field(each, "code") === "ERR_ASSERTION"
            ? { kind: field(each, "code") === "ERR_ASSERTION" ? "assertion" : "error" }
            : {}),
    });
}
function field({ yaml }, name) {
    const at = yaml.findIndex((line) => line.startsWith(`${name}:`));
    if (at < 0)
        return undefined;
    const own = (yaml[at] ?? "").slice(name.length + 1).trim();
    const value = /^[|>][-+]?$/.test(own) ? (yaml[at + 1] ?? "") : own;
    return value.replace(/^(['"])(.*)\1$/, "$2");
}

;// CONCATENATED MODULE: ./build/packages/gates/readers/trx.js




const trx_notRun = ["notexecuted", "notrunnable", "inconclusive", "disconnected", "pending"];
function readTrx(text) {
    const tally = new TestTally();
    let result;
    let message = "";
    let stack = "";
    let counters;
    let runProblem = "";
    let depth = 0;
    readXml(text, {
        open(name, attributes) {
            if (name === "UnitTestResult") {
                depth += 1;
                if (depth === 1)
                    [result, message, stack] = [attributes, "", ""];
            }
            else if (name === "Counters")
                counters = attributes;
        },
        close(name, content) {
            if (name === "Message" && result !== undefined)
                message ||= content.trim();
            else if (name === "StackTrace" && result !== undefined)
                stack ||= content.trim();
            else if (name === "Text" && result === undefined && runProblem === "")
                runProblem = content.trim();
            if (name !== "UnitTestResult")
                return;
            depth -= 1;
            if (depth > 0 || result === undefined)
                return;
            addResult(tally, result, { message, stack });
            result = undefined;
        },
    });
    if (counters === undefined)
        throw new BrokenReport("it has no counters: the run did not end", runAgain);
    const total = optionalCount(counters["total"], "the total of tests");
    const listed = tally.ran + tally.skipped;
    if (total !== undefined && total !== listed)
        tally.problem("test run", `The run counts ${total} tests and lists ${listed}.`);
    const failed = optionalCount(counters["failed"], "the total of failed tests") ?? 0;
    const errors = optionalCount(counters["error"], "the total of errors") ?? 0;
    if (failed + errors > tally.failures.length)
        tally.problem("test run", `The run counts ${failed + errors} failed tests and lists fewer. ${runProblem}`);
    return tally.finish();
}
function addResult(tally, result, { message, stack }) {
    const name = result["testName"] ?? "unnamed test";
    const outcome = (result["outcome"] ?? "").toLowerCase();
    if (trx_notRun.includes(outcome)) {
        tally.skipped += 1;
        return;
    }
    const passed = outcome === "passed" || outcome === "passedbutrunaborted" || outcome === "completed";
    const place = / in (.+):line (\d+)/.exec(stack);
    const failure = passed
        ? undefined
        : testFailure({
            name,
            message: message === "" ? `outcome: ${outcome}` : message,
            file: place?.[1],
            line: place?.[2] === undefined ? undefined : Number(place[2]),
        });
    tally.add(name, { durationMs: spanMs(result["duration"]), failure });
}
function spanMs(span) {
    const match = /^(\d+):(\d\d):(\d\d(?:\.\d+)?)$/.exec(span ?? "");
    if (match === null)
        return undefined;
    return (Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3])) * 1000;
}

;// CONCATENATED MODULE: ./build/packages/gates/readers/parse-test-report.js










const parse_test_report_formats = [
    { title: "JUnit XML", recognises: ({ head }) => rootIs(head, ["testsuites", "testsuite"]), read: readJunit },
    { title: "TRX", recognises: ({ head }) => rootIs(head, ["TestRun"]), read: readTrx },
    {
        title: "go test -json",
        recognises: ({ head }) => /^\s*\{"(?:Time|Action|ImportPath)":"/m.test(head),
        read: readGoTest,
    },
    {
        title: "libtest JSON",
        recognises: ({ head }) => /^\s*\{\s*"type":\s*"(?:suite|test)"/m.test(head),
        read: readLibtest,
    },
    {
        title: "the JSON of jest or vitest",
        recognises: ({ head }) => head.startsWith("{") && /"num(?:Total|Passed|Failed)Test/.test(head),
        read: readJestJson,
    },
    {
        title: "mocha's JSON",
        recognises: ({ head }) => head.startsWith("{") && /"stats"\s*:\s*\{\s*"suites"/.test(head),
        read: readMochaJson,
    },
    {
        title: "Playwright's JSON",
        recognises: ({ head, tail }) => head.startsWith("{") && /"suites"|"projects"|"rootDir"/.test(head) && /"stats"|"suites"/.test(tail),
        read: readPlaywrightTests,
    },
    { title: "TAP", recognises: ({ head }) => /^(?:TAP version \d+|1\.\.\d+|(?:not )?ok\b)/m.test(head), read: readTap },
];
function parseTestReport(text, name) {
    return reading(name, () => readFormat(text, parse_test_report_formats, "test reports"));
}

;// CONCATENATED MODULE: ./build/packages/gates/test-gate.js









const shownTests = 20;
const shownFiles = 5;
const shownFunctions = 5;
const slowMs = 1_000;
async function testGate(gate, context) {
    const settings = context.settings[gate];
    if (settings === undefined)
        return { failures: [notConfigured(gate)] };
    const { directory } = context;
    const before = {
        tests: await beforeReports(directory, settings.report),
        coverage: await beforeReports(directory, settings.coverage),
    };
    const result = await runProject({ command: settings.command, timeoutMs: settings.timeout }, context);
    const late = timeOutFailure(settings.command, result, settings.timeout, `gates.${gate}.timeout`);
    if (late !== undefined)
        return { failures: [late] };
    const tests = andThen(await readReports(before.tests, `gates.${gate}.report`), (texts) => joinTests(texts.map(({ name, text }) => parseTestReport(text, name))));
    const coverage = andThen(await readReports(before.coverage, `gates.${gate}.coverage`), (texts) => joinCoverage(texts.map(({ name, text }) => parseCoverage(text, name, directory)), directory));
    if ("value" in tests)
        tellTimes(gate, tests.value, context.onProgress);
    return judge(gate, settings, { result, tests, coverage, directory });
}
function tellTimes(gate, { flaky, slowest }, onProgress) {
    for (const name of flaky)
        onProgress(`${gate}: flaky: ${name}`);
    const slow = slowest.filter(({ durationMs }) => durationMs >= slowMs).slice(0, 3);
    for (const { name, durationMs } of slow)
        onProgress(`${gate}: slow: ${name} (${(durationMs / 1000).toFixed(1)} s)`);
}
function judge(gate, settings, run) {
    const { result, tests, coverage } = run;
    const failures = [];
    if ("value" in tests)
        failures.push(...failedTests(gate, tests.value, run.directory));
    else
        failures.push(tests.failure);
    if (result.exitCode !== 0 && ("failure" in tests || tests.value.failures.length === 0)) {
        const says = "failure" in tests ? "it should have written a report" : "its report has no failing test";
        failures.push(exitFailure(settings.command, result, says));
    }
    if ("failure" in coverage)
        failures.push(coverage.failure);
    else
        failures.push(...tooLittle(coverage.value, settings.minimumCoverage));
    if ("failure" in tests || "failure" in coverage)
        return { failures };
    return {
        failures,
        metrics: {
            gate,
            coverage: coverage.value.percent,
            requiredCoverage: settings.minimumCoverage,
            totalTests: tests.value.ran,
            failedTests: tests.value.failures.length,
        },
    };
}
function failedTests(gate, report, directory) {
    const shown = report.failures.slice(0, shownTests).map((failure) => failedTest(gate, failure, directory));
    const hidden = report.failures.length - shown.length;
    if (hidden === 0)
        return shown;
    return [
        ...shown,
        { title: `${hidden} more tests failed`, suggestion: "Fix those above first; they may have one cause." },
    ];
}
function failedTest(gate, failure, directory) {
    const { name, message, line } = failure;
    const told = failure.file === undefined ? undefined : inCheckout(failure.file, directory);
    const file = told === undefined || (0,external_node_path_.isAbsolute)(told) || told.startsWith("..") ? undefined : told;
    const place = file === undefined ? name : `${file}${line === undefined ? "" : `:${line}`}`;
    const point = gate === "integration" ? integrationPoint(`${name} ${message}`) : undefined;
    return {
        title: point === undefined ? `Test failed: ${name}` : `Test failed (${point.name}): ${name}`,
        detail: message.slice(0, 600),
        ...(file === undefined ? {} : { file }),
        ...(line === undefined ? {} : { line }),
        suggestion: point?.suggestion ?? `Correct the code, or the expectation at ${place}, and retry the release.`,
    };
}
function tooLittle({ percent, files }, minimum) {
    if (percent >= minimum)
        return [];
    const worst = files.filter(({ uncoveredLines }) => uncoveredLines > 0).slice(0, shownFiles);
    return [
        {
            title: `Coverage is ${percent} % of lines; ${minimum} % are required`,
            detail: worst
                .map(({ file, lines, uncoveredLines }) => `${file}: ${uncoveredLines} of ${lines} lines not covered`)
                .join("\n"),
            suggestion: `Add tests for ${worst.map(whereUncovered).join("; ")}.`,
        },
    ];
}
function whereUncovered(file) {
    const runs = uncoveredRuns(file);
    if (runs.length === 0)
        return `${file.file} (${file.uncoveredLines} lines are not covered)`;
    const longest = runs.toSorted((a, b) => b.to - b.from - (a.to - a.from)).slice(0, 3);
    const inOrder = longest.toSorted((a, b) => a.from - b.from);
    const names = inOrder.flatMap((run) => functionsIn(file, run));
    const named = [...new Set(names)].slice(0, shownFunctions).map((name) => `\`${name}\``);
    const lines = inOrder.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)).join(", ");
    const place = `${file.file}:${lines}`;
    if (named.length === 0)
        return `${place} (not covered)`;
    return `${named.join(", ")}, ${place} ${inOrder.length === 1 ? "is" : "are"} not covered`;
}
function functionsIn({ uncoveredFunctions }, { from, to }) {
    return uncoveredFunctions.filter(({ line }) => line >= from - 1 && line <= to).map(({ name }) => name);
}
function andThen(read, next) {
    return "failure" in read ? read : next(read.value);
}

;// CONCATENATED MODULE: ./build/packages/gates/run-gate.js










const gates = {
    security: securityGate,
    dod: dodGate,
    unit: async (context) => testGate("unit", context),
    integration: async (context) => testGate("integration", context),
    smoke: smokeGate,
    e2e: e2eGate,
};
async function runGate(gate, context) {
    context.signal.throwIfAborted();
    const started = context.clock.now();
    const { failures, metrics, check } = run_gate_shown(await findingOf(gate, context), context);
    context.signal.throwIfAborted();
    return {
        gate,
        status: failures.length === 0 ? "passed" : "failed",
        sha: context.sha,
        executionTimeMs: Math.round(context.clock.now() - started),
        targetMs: machine/* gateTargetMs */.vs[gate],
        ...(metrics === undefined ? {} : { metrics }),
        ...(check === undefined ? {} : { check }),
        failures,
    };
}
function run_gate_shown({ failures, ...measured }, { development }) {
    const secrets = detail_secretsOf(development?.env ?? {});
    const clean = failures.map((failure) => ({
        ...failure,
        title: hideSecrets(failure.title, secrets),
        suggestion: hideSecrets(failure.suggestion, secrets),
        ...(failure.detail === undefined ? {} : { detail: hideSecrets(failure.detail, secrets) }),
    }));
    return { ...measured, failures: clean };
}
async function findingOf(gate, context) {
    try {
        if (gate !== "dod" && gate !== "smoke") {
            const check = context.settings.checks?.[gate];
            if (check !== undefined)
                return await checkGate(gate, check, context);
        }
        return await gates[gate](context);
    }
    catch (thrown) {
        if (!(thrown instanceof faults/* ReleaseFault */.eB))
            throw thrown;
        return { failures: [{ title: thrown.message, suggestion: thrown.hint }] };
    }
}
async function runSetup(context) {
    const { setup } = context.settings;
    if (setup === undefined)
        return undefined;
    const result = await runProject({ command: setup }, context);
    return result.exitCode === 0 ? undefined : exitFailure(setup, result, "every gate needs it");
}

;// CONCATENATED MODULE: ./build/packages/gates/index.js







// EXTERNAL MODULE: ./build/packages/changelog/index.js + 31 modules
var packages_changelog = __webpack_require__(26795);
;// CONCATENATED MODULE: ./build/packages/stages/evidence-host.js


const maxCommits = 250;
async function orUnknown(ask) {
    try {
        return await ask();
    }
    catch (thrown) {
        const fault = (0,faults/* asFault */.Ps)(thrown);
        if (fault.code === "bug")
            throw thrown;
        return { unknown: fault.message };
    }
}
async function askChanges({ git, forge }, { previousTag, baseSha }) {
    return orUnknown(async () => {
        const range = previousTag === undefined ? baseSha : `${previousTag}..${baseSha}`;
        const shas = [];
        for await (const commits of (0,packages_changelog/* readCommits */.Fe)(git.log((0,packages_changelog/* logArguments */.rK)(range, { firstParent: true }))))
            shas.push(...commits.map(({ sha }) => sha));
        const { pullRequests, direct } = await forge.changesOf(shas.slice(0, maxCommits));
        return {
            pullRequests: pullRequests.map(({ number, ...change }) => ({ name: `#${number}`, ...change })),
            direct: direct.map((sha) => sha.slice(0, 7)),
            notAsked: Math.max(0, shas.length - maxCommits),
        };
    });
}
async function askCi({ forge, env }, sha) {
    const ownWorkflow = /^[^/]+\/[^/]+\/(.+)@/.exec(env["GITHUB_WORKFLOW_REF"] ?? "")?.[1];
    return orUnknown(() => forge.ciChecks(sha, ownWorkflow === undefined ? {} : { ownWorkflow }));
}
async function askBlockers({ forge, config, }) {
    return orUnknown(async () => {
        const issues = await forge.openIssues(config.gates.dod.blockingLabels);
        return issues.map(({ number, title, url }) => ({ name: `#${number} ${title}`, url }));
    });
}

;// CONCATENATED MODULE: ./build/packages/stages/plan-history.js



async function recordsOf({ journal }) {
    return journal.every();
}
function requireTagsAsRecorded(records, tags) {
    const now = new Map(tags.map(({ name, sha }) => [name, sha]));
    const recorded = records.flatMap(({ record }) => (record.tag === undefined ? [] : [record.tag]));
    const moved = recorded.filter(({ tag, sha }) => now.has(tag) && now.get(tag) !== sha);
    const [first] = moved;
    if (first !== undefined) {
        const which = moved.map(({ tag, sha }) => `${tag} was ${sha.slice(0, 7)} and is ${now.get(tag)?.slice(0, 7) ?? "gone"}`);
        throw new faults/* ReleaseFault */.eB("policy", `Tags of releases were moved: ${which.join("; ")}`, {
            hint: `Put them back. Example: git push --force origin ${first.sha}:refs/tags/${first.tag}`,
        });
    }
    const gone = recorded.filter(({ tag }) => !now.has(tag)).map(({ tag }) => tag);
    return gone.length === 0 ? [] : [`tags of earlier releases were deleted: ${gone.join(", ")}; they stay used up`];
}
function refuseRecorded(version, records) {
    const used = records.find(({ record }) => record.tag?.tag === `v${version}`);
    if (used === undefined)
        return;
    throw new faults/* ReleaseFault */.eB("policy", `Version ${version} is used up: release ${used.id} tagged it`, {
        hint: "A version is never released twice. Example: --version=patch",
    });
}
async function requireLastRelease({ git }, { source, baseSha, tags, records }) {
    const back = takenBack(records);
    const tag = (0,packages_changelog/* lastReleaseTag */.co)(tags.map(({ name }) => name).filter((name) => !back.has(name)));
    if (tag === undefined || (await git.isAncestor(`refs/tags/${tag}`, baseSha)))
        return;
    const made = records.find(({ record }) => record.tag?.tag === tag && record.plan.releaseType === "standard")?.record;
    if (made !== undefined && (await git.resolve(made.plan.baseSha)) !== undefined) {
        if (await git.isAncestor(made.plan.baseSha, baseSha))
            return;
    }
    throw new faults/* ReleaseFault */.eB("policy", `${source} does not contain ${tag}: a release from it would take that one back`, {
        hint: `Merge it first: git switch ${source} && git merge ${tag}`,
    });
}
function takenBack(records) {
    return new Set(records.flatMap(({ record }) => {
        if (record.plan.rollback !== undefined)
            return [record.plan.rollback.from];
        const bad = record.state === "failed" || record.state === "rolled_back";
        return bad ? [record.plan.tag] : [];
    }));
}
function requireAboveProduction(version, records) {
    const serving = servesProduction(records);
    const live = serving?.slice(1);
    if (serving === undefined || semver.valid(live) === null || semver.gt(version, live ?? ""))
        return;
    throw new faults/* ReleaseFault */.eB("policy", `Version ${version} is not greater than ${serving}, which serves production`, {
        hint: `Go back to an older line first: release rollback ${serving}   or name a higher version.`,
    });
}
function servesProduction(records) {
    const back = takenBack(records);
    const ends = records
        .toSorted((a, b) => Date.parse(a.record.lastAt) - Date.parse(b.record.lastAt))
        .flatMap(({ record }) => {
        if (record.state === "completed")
            return back.has(record.plan.tag) ? [] : [record.plan.tag];
        if (record.state !== "rolled_back" || record.rollback?.reverted?.status !== "passed")
            return [];
        return [record.rollback.reverted.to];
    });
    return ends.at(-1);
}

;// CONCATENATED MODULE: ./build/packages/stages/evidence.js







async function gatherEvidence({ record, facts }, ports) {
    const { git, config } = ports;
    const { plan } = record;
    const head = required(record.gatedSha, "the gated commit");
    const changed = await git.changedFiles(plan.previousTag ?? `${plan.baseSha}^`, head).catch(() => []);
    const prepared = facts.findLast((fact) => fact.type === "branch-prepared");
    const changelog = record.changelog ?? "";
    const waived = await waivedIn(ports, record);
    const { ledger } = record;
    return {
        approvals: config.review.approvals,
        changes: await askChanges(ports, plan),
        testGates: ["unit", "integration", "smoke", "e2e"]
            .filter((gate) => plan.gates.includes(gate))
            .map((gate) => endOf(record, gate)),
        documentation: {
            changedFiles: changed.filter((file) => file !== "CHANGELOG.md" && evidence_matches(file, config.gates.dod.documentation)),
            features: Math.max(0, evidence_count(changelog, "Features") - waived.features),
            breakingChanges: Math.max(0, evidence_count(changelog, "BREAKING CHANGES") - waived.breakingChanges),
            waived: waived.features + waived.breakingChanges,
        },
        changelog: {
            written: changelog.trim() !== "",
            entries: ledger?.inNotes ?? 0,
            addsUp: ledger === undefined || ledger.commits === ledger.inNotes + ledger.hidden + ledger.unconventional,
        },
        tag: { name: plan.tag, taken: record.tag === undefined && (await git.tags(plan.tag)).some(isNamed(plan.tag)) },
        versionFiles: {
            bumped: (prepared?.files ?? []).filter((file) => file !== "CHANGELOG.md"),
            missing: (config.versionFiles ?? []).filter((file) => prepared !== undefined && !prepared.files.includes(file)),
        },
        security: endOf(record, "security"),
        licences: await licencesAt(ports, head),
        ciChecks: await askCi(ports, plan.baseSha),
        blockers: await askBlockers(ports),
        blockingLabels: config.gates.dod.blockingLabels,
        rollback: await rollbackTarget(ports, record),
        migrations: await migrationsIn(ports, { plan, head, changed }),
        monitors: [config.environments.production.monitor],
    };
}
const isNamed = (tag) => (one) => one.name === tag;
const evidence_matches = (file, globs) => globs.some((glob) => (0,external_node_path_.matchesGlob)(file, glob));
function endOf({ gates, plan, gatedSha }, gate) {
    const result = gates.get(gate);
    const status = result?.sha === gatedSha ? (result?.status ?? "pending") : "pending";
    const override = (0,machine/* overrideOf */.Oe)(plan, gate)?.reason;
    return { gate, status, ...(override === undefined ? {} : { override }) };
}
async function waivedIn({ git }, { plan }) {
    const range = plan.previousTag === undefined ? plan.baseSha : `${plan.previousTag}..${plan.baseSha}`;
    const commits = await (0,packages_changelog/* parseLog */.g_)(git.log((0,packages_changelog/* logArguments */.rK)(range)));
    const waived = commits.filter(({ footers }) => footers.some(({ token, value }) => token.toLowerCase() === "docs" && /^none\b/i.test(value)));
    return {
        features: waived.filter(({ type, breaking }) => type === "feat" || (breaking && type === undefined)).length,
        breakingChanges: waived.filter(({ breaking }) => breaking).length,
    };
}
async function licencesAt({ git, config }, head) {
    const { licences, sbom = "package-lock.json" } = config.gates.dod;
    if (licences === undefined)
        return "no-rule";
    return checkLicences(licences, sbom, await git.readFile(head, sbom));
}
async function rollbackTarget({ git, journal }, { plan }) {
    const { previousTag } = plan;
    if (previousTag === undefined)
        return "first-release";
    if ((await git.resolve(`refs/tags/${previousTag}`)) === undefined)
        return { impossible: `tag ${previousTag} is gone` };
    const recorded = servesProduction(await recordsOf({ journal })) === previousTag;
    return { to: previousTag, recorded };
}
async function migrationsIn({ git, config }, range) {
    const { plan, head, changed } = range;
    const candidates = changed.filter((file) => evidence_matches(file, config.gates.dod.migrations) && isMigration(file));
    if (candidates.length === 0)
        return { total: 0, irreversible: [] };
    const before = new Set(plan.previousTag === undefined ? [] : await git.listFiles(plan.previousTag));
    const now = new Set(await git.listFiles(head));
    const added = candidates.filter((file) => now.has(file) && !before.has(file));
    const texts = await git.readFiles(head, added);
    const files = added.map((path) => ({ path, text: texts.get(path) ?? "" }));
    return { total: added.length, irreversible: irreversibleMigrations(files, (path) => now.has(path)) };
}
function evidence_count(changelog, heading) {
    const sections = changelog.split(/^###+ /m);
    const section = sections.find((text) => text.replace(/^\W+/, "").startsWith(heading));
    return section?.split("\n").filter((line) => /^[*-] /.test(line)).length ?? 0;
}

;// CONCATENATED MODULE: ./build/packages/stages/review-done.js





async function review_done_unproved(context, state) {
    const { driver, say } = context;
    const provisional = provisionalIn(context);
    const sha = required(driver.record.gatedSha, "the gated commit");
    const known = driver.record.assertion;
    if (provisional.length === 0)
        return undefined;
    if (state.state === "merged" && known?.status === "passed" && known.sha === sha)
        return undefined;
    const asserted = await assertNow(context, state);
    const todo = asserted.flatMap((category) => category.todo ?? []);
    const status = todo.length === 0 ? "passed" : "failed";
    const categories = asserted.map((one) => {
        const { todo: _, ...category } = one;
        return category;
    });
    if (known?.status !== status || known.sha !== sha || !(0,external_node_util_.isDeepStrictEqual)(known.categories, categories))
        driver.observe({ type: "done-asserted", status, sha, categories });
    if (status === "passed") {
        say(`Definition of Done: ${provisional.join(", ")} proved`);
        return undefined;
    }
    const reason = `the Definition of Done is not fulfilled: ${todo.join("; ")}`;
    const override = (0,machine/* overrideOf */.Oe)(driver.record.plan, "dod");
    if (override === undefined)
        return reason;
    say(`${reason}; overridden: ${override.reason}`);
    return undefined;
}
async function stillOpen(context, state) {
    if (provisionalIn(context).length === 0)
        return [];
    if ((0,machine/* overrideOf */.Oe)(context.driver.record.plan, "dod") !== undefined)
        return [];
    return (await assertNow(context, state)).flatMap((category) => category.todo ?? []);
}
async function assertNow(context, state) {
    const evidence = await gatherEvidence(context.driver, context);
    return context.scrub.value(assertAgain(provisionalIn(context), { ...evidence, review: ownReview(context, state) }));
}
function provisionalIn({ driver }) {
    const metrics = driver.record.gates.get("dod")?.metrics;
    if (metrics?.gate !== "dod")
        return [];
    return metrics.categories.filter(({ status }) => status === "provisional").map(({ name }) => name);
}
function ownReview({ driver, actor }, { approvedBy, mergedBy, author, checksNotGreen }) {
    const { number, url } = required(driver.record.pullRequest, "the pull request");
    const byHand = mergedBy !== undefined && mergedBy !== actor && mergedBy !== author ? [mergedBy] : [];
    return {
        name: `#${number}`,
        url,
        approvedBy: [...new Set([...approvedBy, ...byHand])],
        checksNotGreen: checksNotGreen.map((check) => `${check.name} (${check.state})`),
    };
}

;// CONCATENATED MODULE: ./build/packages/stages/changelog-review.js


const changelogPath = "CHANGELOG.md";
function reviewedChangelog({ facts }) {
    const reviewed = facts.findLast((fact) => fact.type === "branch-prepared" && fact.reviewed === true);
    return reviewed?.type === "branch-prepared" ? reviewed.changelog : undefined;
}
async function reviewChangelog(context) {
    const { driver, say } = context;
    if (reviewedChangelog(driver) !== undefined)
        return "reviewed";
    const { releaseBranch } = driver.record.plan;
    const asked = driver.facts.some((fact) => fact.type === "suspended" && fact.waitsFor === "changelog");
    if (!asked)
        return wait(context, `read ${changelogPath} on ${releaseBranch}, edit and push it there, then go on`);
    const left = await whatPeopleLeft(context);
    if (typeof left === "string")
        return wait(context, left);
    await driver.step("take-changelog", async () => ({ sha: await Promise.resolve(left.sha) }), { facts: () => [left] });
    say(`${changelogPath} on ${releaseBranch} is taken as people left it`);
    return "reviewed";
}
async function wait({ driver }, reason) {
    await driver.suspend({ waitsFor: "changelog", reason, command: resumeCommand(driver.record) });
    return "suspended";
}
async function whatPeopleLeft(context) {
    const { driver, git } = context;
    const { releaseBranch, releaseVersion, baseSha, baseBranch } = driver.record.plan;
    const ref = `refs/heads/${releaseBranch}`;
    const sha = (await git.remoteRefs([ref])).get(ref);
    if (sha === undefined)
        return `${releaseBranch} is gone: push it again, then go on`;
    await git.fetch([`+${ref}:refs/remotes/origin/${releaseBranch}`]);
    if (!(await git.isAncestor(baseSha, sha)))
        return `${releaseBranch} does not descend from ${baseBranch} any more`;
    const section = (0,packages_changelog/* readSection */.GU)((await git.readFile(sha, changelogPath)) ?? "", releaseVersion);
    if (section === undefined)
        return `${changelogPath} on ${releaseBranch} says nothing about ${releaseVersion}: write a section for it, then go on`;
    const prepared = required(driver.record.branchHead, "the release branch");
    if ((await git.resolve(prepared)) === undefined)
        await git.fetch([prepared]);
    const files = sha === prepared ? [] : await git.changedFiles(prepared, sha);
    const others = files.filter((path) => path !== changelogPath);
    if (others.length > 0) {
        const message = `${releaseBranch} has more than its changelog changed since it was made: ${others.slice(0, 5).join(", ")}. The gates test it so`;
        driver.observe({ type: "warned", message });
    }
    const ledger = required(driver.record.ledger, "the ledger");
    return { type: "branch-prepared", sha, files, changelog: section, ledger, reviewed: true };
}

;// CONCATENATED MODULE: ./build/packages/stages/release-notes.js


async function readRange(git, { previousTag, until, preset, }) {
    const range = previousTag === undefined ? until : `${previousTag}..${until}`;
    const commits = await (0,packages_changelog/* parseLog */.g_)(git.log((0,packages_changelog/* logArguments */.rK)(range)), preset === undefined ? undefined : (0,packages_changelog/* readingOf */.MU)(preset));
    const knownAuthors = previousTag === undefined || commits.length === 0
        ? undefined
        : await (0,packages_changelog/* findKnownAuthors */.XS)(commits, git.log((0,packages_changelog/* knownAuthorsArguments */.O4)(previousTag)));
    return { previousTag, commits, knownAuthors };
}
function notesOf({ previousTag, commits, knownAuthors }, { version, date, repositoryUrl }, { settings, preset }) {
    return (0,packages_changelog/* buildChangelog */.LO)(commits, {
        version,
        date,
        ...(0,packages_config.changelogStyle)(settings, preset),
        ...(repositoryUrl === undefined ? {} : { repositoryUrl }),
        ...(previousTag === undefined ? {} : { previousTag }),
        ...(knownAuthors === undefined ? {} : { knownAuthors }),
    });
}

;// CONCATENATED MODULE: ./build/packages/stages/kept-changelog.js


async function keptChangelog(context, parent, generated) {
    const { markdown: whole, options } = generated;
    const { driver, git, config } = context;
    const reviewed = await lastReviewed(context);
    if (reviewed === undefined)
        return undefined;
    const { release, changelog, before } = reviewed;
    if (before === undefined || !(await git.isAncestor(before, parent))) {
        const message = `The changelog that people had edited in ${release} is made anew: its commits are not all in this release`;
        driver.observe({ type: "warned", message });
        return undefined;
    }
    const preset = driver.record.plan.changelogPreset;
    const added = await readRange(git, { previousTag: before, until: parent, preset });
    const count = added.commits.length;
    const since = count === 0 ? "" : `; entries of ${count} commit(s) since then were added to it`;
    driver.observe({ type: "warned", message: `The changelog is as people had edited it in ${release}${since}` });
    if (count === 0)
        return changelog;
    return (0,packages_changelog/* appendGroups */.PV)(changelog, notesOf(added, options, { settings: config.changelog, preset }).markdown, whole);
}
async function lastReviewed({ driver, journal, git }) {
    let release = driver.record.plan.retry?.release;
    while (release !== undefined) {
        const attempt = await journal.read(release);
        const prepared = (attempt?.facts ?? []).filter((fact) => fact.type === "branch-prepared");
        const theirs = prepared.findLast(({ reviewed }) => reviewed === true);
        const ours = prepared.find(({ reviewed }) => reviewed !== true);
        if (theirs !== undefined && ours !== undefined) {
            if ((await git.resolve(ours.sha)) === undefined)
                await git.fetch([ours.sha]).catch(() => undefined);
            return { release, changelog: theirs.changelog, before: await git.resolve(`${ours.sha}^`) };
        }
        release = attempt?.record.plan.retry?.release;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/packages/stages/initiated.js







async function initiated(context) {
    const { driver, say } = context;
    const { plan } = driver.record;
    await ensureVersionIsFree(context);
    if (plan.releaseType === "hotfix" && !(await hasFix(context)))
        return awaitFix(context);
    let prepared;
    await driver.step("prepare-branch", async () => {
        prepared = await prepareBranch(context);
        return { sha: prepared.sha };
    }, { facts: () => (prepared === undefined ? [] : [prepared]) });
    if (context.config.changelog.review && (await reviewChangelog(context)) === "suspended")
        return "suspended";
    say(`${plan.releaseBranch} is ready: changelog and version files are committed`);
    return moveTo(driver, plan.releaseType === "hotfix" ? "quality_gates_fast" : "quality_gates", "branch and changelog are ready");
}
async function ensureVersionIsFree({ driver, git, forge }) {
    const { plan, done } = driver.record;
    const step = (0,machine/* stepName */.u)(driver.record, "check-version");
    if (done.has(step))
        return;
    const [refs, release] = await Promise.all([git.remoteRefs([`refs/tags/${plan.tag}`]), forge.findRelease(plan.tag)]);
    if (refs.size > 0 || release !== undefined) {
        throw new faults/* ReleaseFault */.eB("policy", `Version ${plan.releaseVersion} is used up: ${plan.tag} was released before`, {
            hint: "Choose the next version. Example: --version=patch",
        });
    }
    driver.observe({ type: "step-done", step, result: null });
}
async function branchTip({ driver, git }) {
    const ref = `refs/heads/${driver.record.plan.releaseBranch}`;
    const tip = (await git.remoteRefs([ref])).get(ref);
    if (tip !== undefined)
        await git.fetch([`+${ref}:refs/remotes/origin/${driver.record.plan.releaseBranch}`]);
    return tip;
}
async function hasFix(context) {
    const { git, driver } = context;
    const { plan } = driver.record;
    await driver.step("create-hotfix-branch", async () => {
        if ((await branchTip(context)) !== undefined)
            return null;
        await pushBranch(context, plan.baseSha, "absent");
        return null;
    });
    const tip = await branchTip(context);
    return tip !== undefined && tip !== plan.baseSha && (await git.isAncestor(plan.baseSha, tip));
}
async function awaitFix({ driver }) {
    const { plan } = driver.record;
    await driver.suspend({
        waitsFor: "fix",
        reason: `${plan.releaseBranch} was created from ${plan.baseBranch}: commit the fix there and push it`,
        command: resumeCommand(driver.record),
    });
    return "suspended";
}
async function prepareBranch(context) {
    const { plan } = context.driver.record;
    const tip = plan.releaseType === "hotfix" ? ((await branchTip(context)) ?? plan.baseSha) : plan.baseSha;
    const prepared = await commitRelease(context, await beforeOurCommit(context, tip));
    const expect = plan.releaseType === "hotfix" ? tip : (plan.takesOver ?? "absent");
    if (prepared.sha !== tip)
        await pushBranch(context, prepared.sha, expect);
    return prepared;
}
async function commitRelease(context, parent) {
    const { driver, git } = context;
    const { plan, openedAt } = driver.record;
    const range = await readRange(git, { previousTag: plan.previousTag, until: parent, preset: plan.changelogPreset });
    const date = openedAt.slice(0, 10);
    const options = { version: plan.releaseVersion, date, repositoryUrl: context.forge.webUrl };
    const built = notesOf(range, options, {
        settings: context.config.changelog,
        preset: plan.changelogPreset,
    });
    const changelog = reviewedChangelog(driver) ??
        plan.changelogOverride ??
        (await keptChangelog(context, parent, { markdown: built.markdown, options })) ??
        built.markdown;
    for (const warning of built.warnings)
        driver.observe({ type: "warned", message: warning });
    const files = await changedFiles(context, parent, changelog);
    const sha = await git.commitFiles({
        parents: [parent],
        files,
        message: releaseCommit(plan.releaseVersion),
        at: openedAt,
    });
    const { commits, inNotes, hidden, unconventional } = built.ledger;
    return {
        type: "branch-prepared",
        sha,
        files: [...files.keys()],
        changelog,
        ledger: { commits, inNotes, hidden, unconventional },
    };
}
const releaseCommit = (version) => `chore(release): ${version}`;
async function beforeOurCommit({ driver, git }, tip) {
    const parent = await git.resolve(`${tip}^`);
    if (parent === undefined || tip === driver.record.plan.baseSha)
        return tip;
    const subject = await initiated_firstLine(git.log(["-1", "--format=%s", tip]));
    return subject === releaseCommit(driver.record.plan.releaseVersion) ? parent : tip;
}
async function initiated_firstLine(output) {
    const chunks = [];
    for await (const chunk of output)
        chunks.push(chunk);
    return Buffer.concat(chunks).toString("utf8").split("\n")[0]?.trim() ?? "";
}
async function changedFiles({ driver, git, config }, parent, changelog) {
    const { releaseVersion } = driver.record.plan;
    const versionFiles = config.versionFiles ?? packages_changelog/* versionFilePaths */.XC;
    const present = await git.readFiles(parent, [...versionFiles, changelogPath]);
    const versioned = new Map([...present].filter(([path]) => versionFiles.includes(path)));
    const files = new Map((0,packages_changelog/* bumpVersionFiles */.aF)(versioned, releaseVersion));
    const existing = present.get(changelogPath);
    return files.set(changelogPath, (0,packages_changelog/* updateChangelogFile */.wV)(existing, changelog, { version: releaseVersion }));
}
async function pushBranch({ driver, git }, sha, expect) {
    const { releaseBranch } = driver.record.plan;
    const ref = `refs/heads/${releaseBranch}`;
    const outcome = await git.push([{ ref, to: sha, expect }]);
    if (outcome.state === "applied")
        return;
    const now = (await git.remoteRefs([ref])).get(ref);
    if (now === sha)
        return;
    if (now !== undefined && outcome.state === "refused" && !outcome.denied) {
        throw new faults/* ReleaseFault */.eB("policy", `Release branch ${releaseBranch} already exists`, {
            hint: `Delete it (git push origin --delete ${releaseBranch}) or choose another version.`,
        });
    }
    throw new faults/* ReleaseFault */.eB(outcome.state === "unknown" ? "remote" : "permission", `Could not push ${releaseBranch}: ${outcome.reason}`, {
        hint: "Check that the token may write contents and that no rule protects release branches.",
    });
}

;// CONCATENATED MODULE: ./build/packages/stages/review-owners.js



async function ownershipOf({ record, git, config, }) {
    const { targetBranch } = record.plan;
    const head = required(record.gatedSha, "the gated commit");
    const target = `refs/remotes/origin/${targetBranch}`;
    await git.fetch([`+refs/heads/${targetBranch}:${target}`]);
    const files = await git.readFiles(target, codeOwnersPaths);
    const path = codeOwnersPaths.find((name) => files.has(name));
    const { reviewers } = config.review;
    const configured = reviewers.length === 0 ? [] : [{ owners: reviewers.map(withAt), paths: [] }];
    if (path === undefined)
        return { groups: configured, warnings: [] };
    const codeOwners = parseCodeOwners(files.get(path) ?? "");
    const base = (await git.mergeBase(target, head)) ?? target;
    const groups = new Map();
    for (const changed of await git.changedFiles(base, head)) {
        const owners = ownersOf(codeOwners, changed);
        const key = owners.join(" ");
        if (groups.has(key))
            groups.get(key)?.paths.push(changed);
        else if (owners.length > 0)
            groups.set(key, { owners, paths: [changed] });
    }
    const owned = [...groups.values()].toSorted((a, b) => b.paths.length - a.paths.length);
    const warnings = codeOwners.skipped.slice(0, 5).map((reason) => `GitHub ignores a part of ${path}: ${reason}`);
    return { groups: owned.length === 0 ? configured : owned, warnings };
}
const withAt = (name) => (name.startsWith("@") ? name : `@${name}`);
const maxReviewers = 15;
function reviewersOf({ groups }, configured) {
    const owners = [...new Set(groups.flatMap((group) => group.owners))];
    const names = [...configured.map(withAt), ...owners].flatMap((owner) => isTeam(owner) ? [owner] : (loginOf(owner) ?? []));
    const reviewers = [...new Set(names.map((name) => name.replace(/^@/, "")))];
    const nameless = owners.filter((owner) => !isTeam(owner) && loginOf(owner) === undefined);
    return {
        reviewers: reviewers.slice(0, maxReviewers),
        warnings: [
            ...nameless.map((owner) => `${owner} owns changed paths, but only a login or a team can be asked for a review`),
            ...(reviewers.length > maxReviewers
                ? [`${reviewers.length - maxReviewers} of the owners were not asked: GitHub takes ${maxReviewers} reviewers`]
                : []),
        ],
    };
}
async function missingOwners({ forge, config }, { groups }, approvedBy) {
    const missing = [];
    const unknown = new Set();
    const isOwner = async (owner, login) => {
        if (!isTeam(owner))
            return loginOf(owner)?.toLowerCase() === login.toLowerCase();
        try {
            return await forge.isTeamMember(owner, login);
        }
        catch (thrown) {
            if (!(thrown instanceof faults/* ReleaseFault */.eB) || thrown.code !== "permission")
                throw thrown;
            unknown.add(`${thrown.message}. ${thrown.hint}`);
            return false;
        }
    };
    for (const group of groups) {
        const has = await someOwner(group.owners, approvedBy, isOwner);
        if (has && config.review.owners === "any")
            return [];
        if (!has)
            missing.push(group);
    }
    if (missing.length === 0)
        return [];
    const shown = config.review.owners === "any" ? [merged(missing)] : missing.slice(0, 5);
    return [...shown.map(review_owners_inWords), ...unknown];
}
async function someOwner(owners, logins, isOwner) {
    for (const owner of owners.toSorted((a, b) => Number(isTeam(a)) - Number(isTeam(b)))) {
        for (const login of logins)
            if (await isOwner(owner, login))
                return true;
    }
    return false;
}
function merged(groups) {
    return { owners: [...new Set(groups.flatMap(({ owners }) => owners))], paths: groups.flatMap(({ paths }) => paths) };
}
function review_owners_inWords({ owners, paths }) {
    const who = `the approval of ${owners.slice(0, 5).join(" or ")}${owners.length > 5 ? " or another owner" : ""}`;
    const [first] = paths;
    if (first === undefined)
        return who;
    return `${who}, who owns ${first}${paths.length > 1 ? ` and ${paths.length - 1} more changed paths` : ""}`;
}

;// CONCATENATED MODULE: ./build/packages/stages/review-verdict.js

function questionOf({ driver, config, git, forge, clock }) {
    return { record: driver.record, config, git, forge, nowMs: clock.now() };
}
async function judgeReview(question, state, ownership) {
    const refusal = refusedBecause(question, state);
    if (refusal !== undefined)
        return { kind: "refused", ...refusal };
    if (state.state === "merged")
        return { kind: "go" };
    const { record, config } = question;
    const wanted = record.plan.incident?.autoApproved === true ? 0 : config.review.approvals;
    const needed = Math.max(wanted, state.requiredApprovals);
    const lacking = [
        ...(state.approvedBy.length < needed ? [`${needed - state.approvedBy.length} more approval(s)`] : []),
        ...(needed === 0 ? [] : await missingOwners(question, ownership, state.approvedBy)),
        ...state.changesRequestedBy.map((login) => `${login}, who requested changes`),
        ...(state.unresolvedThreads > 0 ? [`${state.unresolvedThreads} unresolved review thread(s)`] : []),
        ...(state.mergeMethods.length === 0 && state.mergeQueue === undefined
            ? ["a way of merging that the settings of the repository and the rules of its branch both allow"]
            : []),
    ];
    const missing = [...lacking, ...state.checksNotGreen.map(checkInWords)];
    if (missing.length === 0)
        return { kind: "go" };
    const onlyRequiredChecks = lacking.length === 0 && state.heldRuns.length === 0 && state.checksNotGreen.every(isAwaited);
    const reason = [`the pull request needs ${missing.join(", ")}`, ...review_verdict_advice(state)].join(". ");
    return { kind: "wait", reason, onlyRequiredChecks };
}
function refusedBecause({ record, config, nowMs }, state) {
    const again = `Start again with: release retry ${record.id}`;
    if (state.state === "merged")
        return undefined;
    if (state.state === "closed")
        return { cause: "closed", reason: "The pull request was closed without a merge", fix: again };
    if (nowMs > Date.parse(expiryOf({ record, config })))
        return { cause: "expired", reason: "Nobody approved the pull request in time", fix: again };
    if (state.headSha === record.gatedSha)
        return undefined;
    return {
        cause: "moved",
        reason: `The release branch moved to ${state.headSha.slice(0, 7)} after its gates passed on ${record.gatedSha?.slice(0, 7)}`,
        fix: "Commits to a release branch are not gated. Put them on the source branch and retry the release.",
    };
}
function isAwaited({ state, isRequired }) {
    return isRequired && (state === "pending" || state === "missing" || state === "expected");
}
function checkInWords({ name, state, url }) {
    return `check ${name} (${state}${url === undefined ? "" : `, see ${url}`})`;
}
const workflowToken = /^github-actions(?:\[bot\])?$/;
function review_verdict_advice({ heldRuns, checksNotGreen, author = "" }) {
    const [run] = heldRuns;
    if (run !== undefined)
        return [
            `GitHub holds ${heldRuns.length} workflow run(s) of this pull request back: press "Approve workflows to run" on it (${run})`,
        ];
    const held = checksNotGreen.find(({ state }) => state === "action_required");
    if (held !== undefined)
        return [`Check ${held.name} waits for a person: do what its page asks for`];
    if (!workflowToken.test(author) || !checksNotGreen.some(({ state }) => state === "missing"))
        return [];
    return [
        "GitHub starts no workflow for a pull request that GITHUB_TOKEN opened: let a person close and reopen it, and give the release the token of an App",
    ];
}
function expiryOf({ record, config }) {
    const since = record.visits.findLast(({ state }) => state === "review")?.since ?? record.openedAt;
    return new Date(Date.parse(since) + config.review.expires).toISOString();
}

;// CONCATENATED MODULE: ./build/packages/stages/review-merge.js





async function mergeApproved(context, number, state) {
    if (state.state !== "merged" && state.mergeQueue !== undefined) {
        const end = await passQueue(context, number);
        if (end !== undefined)
            return end;
    }
    else if (state.state !== "merged" && !state.mergeMethods.includes("merge") && (await wouldDiffer(context))) {
        const { plan, visits } = context.driver.record;
        if (plan.releaseType === "hotfix")
            return waitForMergeCommits(context);
        if (visits.filter((visit) => visit.state === "review").length === 1)
            return updateBranch(context);
    }
    try {
        await recordMerge(context, number, state.mergeMethods[0] ?? "merge");
        return undefined;
    }
    catch (thrown) {
        if (thrown instanceof faults/* ReleaseFault */.eB && thrown.code === "policy")
            return waitForPeople(context, thrown.message);
        throw thrown;
    }
}
function waitForMergeCommits(context) {
    const { targetBranch } = context.driver.record.plan;
    const reason = `${targetBranch} has moved and takes no merge commits: squashed or rebased, the hotfix would not be what was gated. Allow merge commits`;
    return waitForPeople(context, reason);
}
async function waitForPeople(context, reason) {
    const { driver } = context;
    const until = expiryOf(questionOf(context));
    await driver.suspend({ waitsFor: "approval", reason, until, command: resumeCommand(driver.record) });
    return "suspended";
}
async function recordMerge(context, number, method) {
    const { driver, forge, say } = context;
    const { releaseVersion, targetBranch } = driver.record.plan;
    const gatedSha = required(driver.record.gatedSha, "the gated commit");
    let merge;
    await driver.step("merge", async () => {
        const { sha, by } = await forge.ensureMerged(number, gatedSha, { title: `Release ${releaseVersion}`, method });
        merge = { type: "merged", sha, by, gated: await relationToGated(context, sha, gatedSha) };
        return { sha };
    }, { facts: () => (merge === undefined ? [] : [merge]) });
    say(`merged into ${targetBranch}`);
}
async function relationToGated(context, sha, gated) {
    const { git } = context;
    await targetHead(context);
    if ((await git.treeOf(sha)) === (await git.treeOf(gated)))
        return "same-tree";
    return (await git.isAncestor(gated, sha)) ? "ancestor" : "neither";
}
async function targetHead({ git, driver }) {
    const { targetBranch } = driver.record.plan;
    const target = `refs/remotes/origin/${targetBranch}`;
    await git.fetch([`+refs/heads/${targetBranch}:${target}`]);
    return required(await git.resolve(target), `the head of ${targetBranch}`);
}
async function wouldDiffer(context) {
    const { git, driver } = context;
    const gated = required(driver.record.gatedSha, "the gated commit");
    const head = await targetHead(context);
    if (await git.isAncestor(head, gated))
        return false;
    const trial = await git.merge({ ours: head, theirs: gated, message: "trial\n", at: driver.record.openedAt });
    return trial.state === "conflict" || (await git.treeOf(trial.sha)) !== (await git.treeOf(gated));
}
const baseStep = "base-to-merge";
function isUpdating({ driver }) {
    return driver.record.done.has((0,machine/* stepName */.u)(driver.record, baseStep));
}
async function updateBranch(context) {
    const { driver, git, say } = context;
    const { plan, openedAt } = driver.record;
    const gated = required(driver.record.gatedSha, "the gated commit");
    const { base } = await driver.step(baseStep, async () => ({ base: await targetHead(context) }));
    if ((await git.resolve(gated)) === undefined)
        await git.fetch([gated]);
    if ((await git.resolve(base)) === undefined)
        await git.fetch([base]);
    const ours = await beforeOurCommit(context, gated);
    const message = `Merge ${plan.targetBranch} into ${plan.releaseBranch}\n`;
    const merge = (await git.isAncestor(ours, base))
        ? { state: "merged", sha: base }
        : await git.merge({ ours, theirs: base, message, at: openedAt });
    if (merge.state === "conflict") {
        return failRelease(driver, {
            failureReason: `${plan.targetBranch} moved and conflicts with ${plan.releaseBranch} in ${merge.files.join(", ")}`,
            actionableFixSuggestions: [
                `Merge ${plan.targetBranch} into ${plan.baseBranch} and start again with: release retry ${driver.id}`,
            ],
        });
    }
    let prepared;
    await driver.step("merge-base", async () => {
        prepared = await commitRelease(context, merge.sha);
        if (prepared.sha !== gated)
            await pushBranch(context, prepared.sha, gated);
        return { sha: prepared.sha };
    }, { facts: () => (prepared === undefined ? [] : [prepared]) });
    say(`${plan.targetBranch} has moved: ${plan.releaseBranch} has it now, and is gated again`);
    return moveTo(driver, "quality_gates", `${plan.targetBranch} moved and takes no merge commits`);
}
async function passQueue(context, number) {
    const { driver, forge, config, clock, say } = context;
    const gatedSha = required(driver.record.gatedSha, "the gated commit");
    const giveUpAt = clock.now() + config.review.wait;
    let wasQueued = false;
    for (;;) {
        const { state, mergeQueue } = await forge.reviewState(number);
        if (state !== "open")
            return undefined;
        const place = mergeQueue?.state ?? "not-queued";
        if (place === "unmergeable" || (place === "not-queued" && wasQueued))
            return waitForPeople(context, "the merge queue did not take the pull request: see its checks, and queue it again");
        if (place === "not-queued") {
            const refused = await enqueue(context, number, gatedSha);
            if (refused !== undefined)
                return waitForPeople(context, refused);
        }
        wasQueued = true;
        say(`waiting: the pull request is in the merge queue${mergeQueue?.position === undefined ? "" : `, at position ${mergeQueue.position}`}`);
        if (clock.now() >= giveUpAt)
            return waitForPeople(context, "the pull request waits in the merge queue");
        await attended(context, (signal) => clock.sleep(config.review.pollEvery, signal));
    }
}
async function enqueue(context, number, head) {
    const { driver, forge } = context;
    const times = [...driver.record.done.keys()].filter((name) => name.startsWith((0,machine/* stepName */.u)(driver.record, "queue-"))).length;
    try {
        await driver.step(`queue-${times + 1}`, async () => {
            await forge.ensureQueued(number, head);
            return null;
        });
        return undefined;
    }
    catch (thrown) {
        if (thrown instanceof faults/* ReleaseFault */.eB && thrown.code === "policy")
            return thrown.message;
        throw thrown;
    }
}

;// CONCATENATED MODULE: ./build/packages/stages/auto-merge.js




async function offerAutoMerge(context, number, state) {
    const { driver, forge, say } = context;
    const [method] = state.mergeMethods;
    if (!state.autoMergeAllowed || state.mergeQueue !== undefined || method === undefined)
        return;
    const { offers, withdrawals } = countOf(context);
    const name = `auto-merge-${offers > withdrawals ? offers : offers + 1}`;
    if (driver.record.done.has((0,machine/* stepName */.u)(driver.record, name)))
        return;
    const { releaseType, releaseVersion } = driver.record.plan;
    if (method !== "merge" && (releaseType === "hotfix" || (await wouldDiffer(context))))
        return;
    const [open] = await stillOpen(context, { ...state, checksNotGreen: [] });
    if (open !== undefined)
        return say(`no auto-merge yet: ${open}`);
    const head = required(driver.record.gatedSha, "the gated commit");
    const refusal = await driver.step(name, async () => {
        const refused = await forge.ensureAutoMerge(number, head, { title: `Release ${releaseVersion}`, method });
        return refused ?? null;
    });
    say(refusal === null ? "the host merges as soon as the required checks are green" : `no auto-merge: ${refusal}`);
}
async function withdrawAutoMerge({ driver, forge }) {
    const { offers, withdrawals } = countOf({ driver });
    const number = driver.record.pullRequest?.number;
    if (offers === withdrawals || number === undefined || driver.record.merge !== undefined)
        return;
    await driver.step(`auto-merge-off-${offers}`, async () => {
        await forge.ensureNoAutoMerge(number);
        return null;
    });
}
function countOf({ driver }) {
    const highest = (type, name) => Math.max(0, ...driver.facts.map((fact) => (fact.type === type ? Number(name.exec(fact.step)?.[1] ?? 0) : 0)));
    return {
        offers: highest("step-intended", /\/auto-merge-(\d+)$/),
        withdrawals: highest("step-done", /\/auto-merge-off-(\d+)$/),
    };
}

;// CONCATENATED MODULE: ./build/packages/stages/smoke-place.js



function smokePlace({ environments }, environment, given) {
    if (environment === "development")
        return { ...given, production: productionValues(environments.production) };
    const { env, smoke } = environments[environment];
    return {
        env: { ...given.env, ...env },
        headers: { ...smoke.headers, ...given.headers },
        skip: smoke.skip,
        ...(smoke.timeout === undefined ? {} : { timeoutMs: smoke.timeout }),
        ...(environment === "production" ? {} : { production: productionValues(environments.production) }),
    };
}
function productionValues({ env, settings, monitorSettings, }) {
    return [...new Set(textsIn([env, settings, monitorSettings]))];
}
function textsIn(value) {
    if (typeof value === "string")
        return value === "" ? [] : [value];
    return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
async function smokeScope({ git }, { plan, gatedSha }) {
    if (plan.releaseType !== "hotfix")
        return {};
    if (gatedSha === undefined)
        return { only: "critical" };
    return { only: "critical", changed: await git.changedFiles(plan.baseSha, gatedSha) };
}
async function smokeCommands({ config, git, workDirectory, env }, { sha, own }) {
    if (sha === undefined || !hasCommands(config.smoke))
        return {};
    const directory = external_node_path_.join(workDirectory, "smoke");
    await git.ensureWorktree(sha, directory);
    return { commands: { directory, env: cleanEnvironment(env, own) } };
}

;// CONCATENATED MODULE: ./build/packages/analysis/bets.js
const { exp, log, log1p, max, min } = Math;
const ratios = [1.25, 1.5, 2, 2.83, 4, 5.66, 8, 11.3, 16, 32, 64];
const excesses = [1.2, 1.6, 2.4, 4, 8, 16];
const EXCESSES_FIT_BELOW = 0.05;
function lnPayoff(hits, trials, share, ratio) {
    return hits * log(ratio) - trials * log1p(share * (ratio - 1));
}
function tolerated(share, tolerance) {
    return (share * tolerance) / (1 - share + share * tolerance);
}
function oddsRatio(q, p) {
    return (q * (1 - p)) / (p * (1 - q));
}
function excessRatios(bound) {
    const stretch = (excess) => bound + ((1 - bound) * (excess - 1) * EXCESSES_FIT_BELOW) / (1 - EXCESSES_FIT_BELOW);
    return excesses.map((excess) => oddsRatio(bound <= EXCESSES_FIT_BELOW ? excess * bound : stretch(excess), bound));
}
function lnAdd(a, b) {
    const high = max(a, b);
    return high === -Infinity ? high : high + log1p(exp(min(a, b) - high));
}
function lnMean(logs) {
    return logs.reduce(lnAdd, -Infinity) - log(logs.length);
}
function fromLn(ln) {
    return exp(min(ln, 700));
}

;// CONCATENATED MODULE: ./build/packages/analysis/counts.js

const nothing = { requests: 0, errors: 0, slow: 0 };
function errorRatio({ requests, errors }) {
    return requests > 0 ? errors / requests : 0;
}
function slowRatio({ requests, slow }) {
    return requests > 0 ? slow / requests : 0;
}
function addCounts(earlier, later, keep = 1) {
    return {
        requests: earlier.requests * keep + later.requests,
        errors: earlier.errors * keep + later.errors,
        slow: earlier.slow * keep + later.slow,
    };
}
function addBin(sides, bin, keep = 1) {
    return {
        canary: addCounts(sides.canary, bin.canary, keep),
        baseline: addCounts(sides.baseline, bin.baseline ?? nothing, keep),
    };
}
function concurrentBaseline(bin) {
    return bin.weight === 1 ? undefined : bin.baseline;
}
function checkBin(bin) {
    checkCounts("canary", bin.t, bin.canary);
    if (bin.baseline !== undefined)
        checkCounts("baseline", bin.t, bin.baseline);
    if (!Number.isFinite(bin.t))
        throw counts_broken(`An interval has no start time (t = ${bin.t})`);
    if (bin.weight !== undefined && !(bin.weight >= 0 && bin.weight <= 1)) {
        throw counts_broken(`The interval at ${bin.t} ms expects a traffic share of ${bin.weight}, which is not between 0 and 1`);
    }
}
function checkCounts(side, t, { requests, errors, slow }) {
    const possible = errors >= 0 && slow >= 0 && errors <= requests && slow <= requests && requests < Infinity;
    if (possible)
        return;
    throw counts_broken(`The monitor counted ${requests} requests, ${errors} errors and ${slow} slow ones of the ${side} at ${t} ms`);
}
function counts_broken(message) {
    return new faults/* ReleaseFault */.eB("remote", message, {
        hint: "Errors and slow requests are part of the requests of the same interval, e.g. requests 120, errors 2, slow 5. Check what the monitor counts.",
    });
}

;// CONCATENATED MODULE: ./build/packages/analysis/proofs.js

const BETA = 0.01;
const parts = [0.02, 0.1, 0.25, 0.5, 0.75];
function provesBelow({ requests, errors }, bound) {
    const payoffs = parts.map((part) => lnPayoff(errors, requests, bound, oddsRatio(part * bound, bound)));
    return lnMean(payoffs) >= -Math.log(BETA);
}
function provedBelow(counts, bounds) {
    return bounds.toSorted((a, b) => a - b).find((bound) => provesBelow(counts, bound));
}
function requestsToProve(bound) {
    const { low, high } = bisect(1, 1e9, (requests) => provesBelow({ requests, errors: 0, slow: 0 }, bound));
    return Math.ceil((low + high) / 2);
}
function upperBound(hits, trials, delta) {
    if (trials === 0)
        return 1;
    const observed = hits / trials;
    return bisect(observed, 1, (p) => trials * divergence(observed, p) >= -Math.log(delta)).high;
}
function divergence(p, q) {
    return surprise(p, q) + surprise(1 - p, 1 - q);
}
function surprise(p, q) {
    return p === 0 ? 0 : p * Math.log(p / q);
}
function bisect(low, high, holds) {
    let [below, above] = [low, high];
    for (let step = 0; step < 60; step += 1) {
        const middle = (below + above) / 2;
        if (holds(middle))
            above = middle;
        else
            below = middle;
    }
    return { low: below, high: above };
}

;// CONCATENATED MODULE: ./build/packages/analysis/detectable.js

const MIXTURE_NATS = 3;
function smallestDetectable(visibility) {
    const { requestsPerSecond, share, baselineErrorRatio, windowMs, alpha } = visibility;
    if (!(share > 0 && share < 1 && baselineErrorRatio > 0 && baselineErrorRatio < 1))
        return undefined;
    const requests = (requestsPerSecond * windowMs) / 1000;
    const nats = Math.log(1 / alpha) + MIXTURE_NATS;
    const seen = (ratio) => requestsToDetect({ ratio, share, baselineErrorRatio, nats }) <= requests;
    const worst = 1 / baselineErrorRatio;
    return seen(worst) ? bisect(1, worst, seen).high : undefined;
}
function requestsToDetect(regression) {
    const { ratio, share, baselineErrorRatio, nats } = regression;
    const spread = 1 - share + share * ratio;
    return nats / (divergence((share * ratio) / spread, share) * baselineErrorRatio * spread);
}

;// CONCATENATED MODULE: ./build/packages/analysis/settings.js



const defaults = {
    judge: "sequential",
    alpha: 0.0025,
    maxErrorRatio: 0.05,
    normalErrorRatio: 0.01,
    tolerance: 1.1,
    horizonBins: 900,
    weights: { errors: 0.5, absolute: 0.25, latency: 0.25 },
    latency: "with-errors",
    burst: 1,
};
const PREVIOUS_PART = 0.1;
const MAX_SLOW_RATIO = 0.05;
function completeSettings(chosen) {
    const settings = { ...defaults, ...chosen };
    const { errors, absolute, latency } = settings.weights;
    const weights = [errors, absolute, latency];
    const problems = [
        inside(settings.alpha, 0, 1) ? [] : [`alpha must lie between 0 and 1; got ${settings.alpha}`],
        inside(settings.maxErrorRatio, 0, 1)
            ? []
            : [`maxErrorRatio must lie between 0 and 1; got ${settings.maxErrorRatio}`],
        inside(settings.normalErrorRatio, 0, 1)
            ? []
            : [`normalErrorRatio must lie between 0 and 1; got ${settings.normalErrorRatio}`],
        settings.tolerance >= 1 && settings.tolerance < (ratios[0] ?? 1)
            ? []
            : [`tolerance must be from 1 to below ${ratios[0]}; got ${settings.tolerance}`],
        Number.isInteger(settings.horizonBins) && settings.horizonBins > 0
            ? []
            : [`horizonBins must be a whole number above 0; got ${settings.horizonBins}`],
        weights.every((weight) => weight >= 0) && Math.abs(errors + absolute + latency - 1) < 1e-9
            ? []
            : [`weights must add up to 1; got ${weights.join(" + ")}`],
        settings.burst >= 1 ? [] : [`burst must be at least 1; got ${settings.burst}`],
    ].flat();
    if (problems.length > 0) {
        throw new faults/* ReleaseFault */.eB("config", `The analysis cannot start: ${problems.join("; ")}`, {
            hint: "Correct the setting, or leave it out: the defaults are alpha 0.0025, maxErrorRatio 0.05, tolerance 1.1.",
        });
    }
    if (settings.previous !== undefined)
        checkBin({ t: 0, canary: settings.previous });
    return settings;
}
function previousRatio({ previousErrorRatio, previous }) {
    if (previousErrorRatio !== undefined)
        return previousErrorRatio;
    return previous === undefined || previous.requests === 0 ? undefined : errorRatio(previous);
}
function errorBound(settings) {
    return Math.min(0.9, Math.max(settings.maxErrorRatio, (previousRatio(settings) ?? 0) * settings.tolerance));
}
function lnLimits({ alpha, previous }) {
    const proved = -Math.log(previous === undefined ? alpha : alpha * (1 - PREVIOUS_PART));
    return { proved, suspicious: proved / 2 };
}
function inside(value, low, high) {
    return value > low && value < high;
}

;// CONCATENATED MODULE: ./build/packages/analysis/evidence.js




function comparisonSentence({ totals, ln, settings, compared }) {
    const { canary, baseline } = totals;
    if (compared) {
        const errors = canary.errors + baseline.errors;
        const share = canary.requests / (canary.requests + baseline.requests);
        return [
            `${analysis_evidence_count(canary.errors)} of ${analysis_evidence_count(errors)} errors fell on the canary, which answered ${percent(share)} of the requests; ${chance("it were no worse", ln.errors)}.`,
        ];
    }
    const before = previousRatio(settings);
    if (before === undefined)
        return [];
    return [
        `The new version fails ${ofRequests(canary)}, the previous one failed ${percent(before)}; ${chance("it were no worse", ln.errors)}.`,
    ];
}
function absoluteSentence({ totals, ln, settings }) {
    const bound = percent(errorBound(settings));
    return [`The canary fails ${ofRequests(totals.canary)}; ${chance(`it failed at most ${bound}`, ln.absolute)}.`];
}
function latencySentence({ totals, ln, compared }) {
    const beside = compared ? `, the baseline ${percent(slowRatio(totals.baseline))}` : "";
    return [
        `${percent(slowRatio(totals.canary))} of the canary's requests are over the latency bound${beside}; ${chance("its p95 were within the bound or it were no slower", ln.latency)}.`,
    ];
}
function incidentSentence({ canary, baseline }, bound) {
    return `Both versions fail more than ${percent(bound)} of their requests (lately canary ${percent(errorRatio(canary))}, baseline ${percent(errorRatio(baseline))}): something they share is ill, not the release.`;
}
function sightSentences(totals, proved, settings) {
    const { canary, baseline } = totals;
    const beside = baseline.requests > 0 ? `, the baseline ${ofRequests(baseline)}` : "";
    const safety = proved === undefined
        ? `Too few requests to prove an error ratio below ${percent(settings.maxErrorRatio)}: that takes ${analysis_evidence_count(requestsToProve(settings.maxErrorRatio))} without an error.`
        : `The canary's error ratio is proved below ${percent(proved)} (wrong with chance 1 %).`;
    return [`The canary failed ${ofRequests(canary)}${beside}.`, safety, ...detectableSentence(totals, settings)];
}
function detectableSentence({ canary, baseline }, { alpha }) {
    if (baseline.requests === 0 || canary.requests === 0)
        return [];
    const requests = canary.requests + baseline.requests;
    const ratio = smallestDetectable({
        requestsPerSecond: requests,
        windowMs: 1000,
        share: canary.requests / requests,
        baselineErrorRatio: (baseline.errors + 0.5) / (baseline.requests + 1),
        alpha,
    });
    return ratio === undefined
        ? ["This traffic is too little to show any worsening by comparison."]
        : [`A canary ${ratio.toFixed(1)} times as bad as the baseline would be expected to show by now; less might not.`];
}
function percent(ratio) {
    const value = ratio * 100;
    const digits = value === 0 || value >= 10 || Number.isInteger(value) ? 0 : value >= 1 ? 1 : 2;
    return `${Number(value.toFixed(digits))} %`;
}
function ofRequests(counts) {
    return `${analysis_evidence_count(counts.errors)} of ${analysis_evidence_count(counts.requests)} requests (${percent(errorRatio(counts))})`;
}
function analysis_evidence_count(value) {
    return Math.round(value).toLocaleString("en-US");
}
function chance(claim, lnEvidence) {
    if (lnEvidence < Math.log(2))
        return `no evidence that would be odd if ${claim}`;
    const exponent = lnEvidence / Math.LN10;
    const odds = exponent >= 6 ? `10^${Math.floor(exponent)}` : analysis_evidence_count(Math.floor(Math.exp(lnEvidence)));
    return `chance of that if ${claim}: at most 1 in ${odds}`;
}

;// CONCATENATED MODULE: ./build/packages/analysis/capital.js

const { log: capital_log } = Math;
const FIRST_PART = 0.5;
function grow(bets, lnPayoffs, index, plan) {
    const lnStart = capital_log(startsAt(index, plan));
    return lnPayoffs.map((lnPaid, k) => lnAdd(bets[k] ?? -Infinity, lnStart) + lnPaid);
}
function lnWorth(bets, bins, plan) {
    return bins === 0 ? 0 : lnAdd(lnMean(bets), capital_log(unspent(bins, plan)));
}
function startsAt(index, { horizonBins, firstPart = FIRST_PART }) {
    if (horizonBins <= 1)
        return index === 0 ? 1 : 0;
    if (index === 0)
        return firstPart;
    return index < horizonBins ? (1 - firstPart) / (horizonBins - 1) : 0;
}
function unspent(bins, { horizonBins, firstPart = FIRST_PART }) {
    if (bins >= horizonBins)
        return 0;
    return (1 - firstPart) * (1 - (bins - 1) / (horizonBins - 1));
}

;// CONCATENATED MODULE: ./build/packages/analysis/sequential.js






const { log: sequential_log, max: sequential_max, min: sequential_min } = Math;
const CLEARLY_WORSE = 2;
const RECENT_HALF_LIFE_MS = 200_000;
const noBets = {
    judge: "sequential",
    bins: 0,
    errors: [],
    slow: [],
    absolute: [],
    baselineAbsolute: [],
    slowAbsolute: [],
    compared: false,
    recent: { canary: nothing, baseline: nothing },
    lastT: 0,
};
function betOn(state, bin, settings) {
    const { bins } = state;
    const { canary } = bin;
    const baseline = concurrentBaseline(bin);
    const bound = errorBound(settings);
    const more = (bets, payoffs) => grow(bets, payoffs, bins, settings);
    const above = (hits, trials, limit) => excessRatios(limit).map((ratio) => lnPayoff(hits, trials, limit, ratio) / settings.burst);
    return {
        judge: "sequential",
        bins: bins + 1,
        errors: more(state.errors, sequential_compare(bin, (counts) => counts.errors, settings)),
        slow: more(state.slow, sequential_compare(bin, (counts) => counts.slow, settings)),
        absolute: more(state.absolute, above(canary.errors, canary.requests, bound)),
        baselineAbsolute: more(state.baselineAbsolute, above(baseline?.errors ?? 0, baseline?.requests ?? 0, bound)),
        slowAbsolute: more(state.slowAbsolute, above(canary.slow, canary.requests, MAX_SLOW_RATIO)),
        compared: baseline !== undefined,
        recent: addBin(state.recent, bin, 0.5 ** (sequential_max(0, bin.t - state.lastT) / RECENT_HALF_LIFE_MS)),
        lastT: bin.t,
    };
}
function sequential_compare(bin, hitsOf, settings) {
    const { tolerance, previous, alpha, burst } = settings;
    const baseline = concurrentBaseline(bin);
    const bet = (trials, share) => ratios.map((ratio) => lnPayoff(hitsOf(bin.canary), trials, share, ratio / tolerance) / burst);
    if (baseline !== undefined) {
        const share = bin.canary.requests / (bin.canary.requests + baseline.requests);
        const hits = hitsOf(bin.canary) + hitsOf(baseline);
        return hits === 0 ? noEvidence : bet(hits, tolerated(share, tolerance));
    }
    if (previous === undefined)
        return noEvidence;
    const worst = upperBound(hitsOf(previous), previous.requests, (alpha * PREVIOUS_PART) / 2) * tolerance;
    return worst < 1 ? bet(bin.canary.requests, worst) : noEvidence;
}
const noEvidence = ratios.map(() => 0);
function findInBets(state, totals, settings) {
    const { weights } = settings;
    const worth = (bets) => lnWorth(bets, state.bins, settings);
    const limits = lnLimits(settings);
    const ln = {
        errors: worth(state.errors),
        absolute: worth(state.absolute),
        latency: sequential_min(worth(state.slow), worth(state.slowAbsolute)),
    };
    const shared = isShared(state, worth(state.baselineAbsolute) >= limits.suspicious);
    const errorSign = sequential_max(ln.errors, shared ? 0 : ln.absolute) >= limits.suspicious;
    const parts = {
        errors: sequential_log(weights.errors) + ln.errors,
        absolute: sequential_log(weights.absolute) + ln.absolute,
        latency: sequential_log(weights.latency) + ln.latency,
    };
    const counted = [
        parts.errors,
        shared ? -Infinity : parts.absolute,
        errorSign || settings.latency === "alone" ? parts.latency : -Infinity,
    ];
    const lnCounted = counted.reduce(lnAdd, -Infinity);
    const lnAll = Object.values(parts).reduce(lnAdd, -Infinity);
    const told = { totals, ln, settings, compared: totals.baseline.requests > 0 };
    const finding = { eValue: fromLn(lnAll), signals: signalsOf(ln, totals) };
    if (lnCounted >= limits.proved) {
        const worst = counted.indexOf(sequential_max(...counted));
        const sentences = [comparisonSentence(told), absoluteSentence(told), latencySentence(told)];
        return {
            ...finding,
            rollback: {
                trigger: worst === 2 ? "latency" : "error-rate-spike",
                evidence: [sentences[worst] ?? [], ...sentences.filter((_, index) => index !== worst)].flat(),
            },
        };
    }
    if (shared && ln.absolute >= limits.suspicious && worth(state.baselineAbsolute) >= limits.suspicious) {
        return { ...finding, incident: incidentSentence(state.recent, errorBound(settings)) };
    }
    if (lnAll < limits.suspicious)
        return finding;
    const odd = parts.latency === sequential_max(...Object.values(parts)) ? latencySentence(told) : comparisonSentence(told);
    return { ...finding, suspicion: ["Not proved, but too odd to go on:", ...odd].join(" ") };
}
function isShared({ compared, recent }, baselineBroken) {
    if (!compared)
        return false;
    return baselineBroken || errorRatio(recent.canary) < CLEARLY_WORSE * errorRatio(recent.baseline);
}
function signalsOf(ln, totals) {
    const { canary, baseline } = totals;
    const both = (of) => ({
        ...(canary.requests > 0 ? { canary: of(canary) / canary.requests } : {}),
        ...(baseline.requests > 0 ? { baseline: of(baseline) / baseline.requests } : {}),
    });
    return [
        { name: "errors", ...both((counts) => counts.errors), eValue: fromLn(ln.errors) },
        { name: "absolute", ...(canary.requests > 0 ? { canary: errorRatio(canary) } : {}), eValue: fromLn(ln.absolute) },
        { name: "latency", ...both((counts) => counts.slow), eValue: fromLn(ln.latency) },
    ];
}

;// CONCATENATED MODULE: ./build/packages/analysis/threshold.js



const MINUTE_MS = 60_000;
const BROKEN_MINUTES = 2;
const MAX_RISE = 0.1;
const threshold_empty = { canary: nothing, baseline: nothing };
const noMinutes = {
    judge: "threshold",
    minute: threshold_empty,
    minuteStart: 0,
    last: threshold_empty,
    brokenMinutes: 0,
};
function countMinute(state, bin, settings) {
    const elapsedMs = bin.t - state.minuteStart;
    if (elapsedMs >= 0 && elapsedMs < MINUTE_MS)
        return { ...state, minute: addBin(state.minute, bin) };
    const { canary, baseline } = state.minute;
    const broken = errorRatio(canary) > settings.maxErrorRatio && errorRatio(baseline) <= settings.maxErrorRatio;
    return {
        judge: "threshold",
        minute: addBin(threshold_empty, bin),
        minuteStart: bin.t,
        last: state.minute,
        brokenMinutes: broken ? state.brokenMinutes + 1 : 0,
    };
}
function findInMinutes(state, settings) {
    const { canary, baseline } = state.last;
    const before = baseline.requests > 0 ? errorRatio(baseline) : previousRatio(settings);
    const rise = errorRatio(canary) - (before ?? 0);
    const normal = Math.max(settings.normalErrorRatio, before ?? 0);
    const max = percent(settings.maxErrorRatio);
    const finding = { eValue: 1, signals: threshold_signalsOf(state.last) };
    const back = (trigger, sentence) => ({
        ...finding,
        rollback: { trigger, evidence: [sentence] },
    });
    if (state.brokenMinutes >= BROKEN_MINUTES) {
        return back("error-rate-spike", `The error ratio was over ${max} for ${BROKEN_MINUTES} minutes; in the last it was ${percent(errorRatio(canary))}.`);
    }
    if (before !== undefined && rise > MAX_RISE) {
        return back("error-rate-spike", `The error ratio rose from ${percent(before)} to ${percent(errorRatio(canary))}, by more than 10 points.`);
    }
    if (slowRatio(canary) > MAX_SLOW_RATIO && errorRatio(canary) > normal) {
        return back("latency", `p95 is over its bound (${percent(slowRatio(canary))} of the requests are slow), and ${percent(errorRatio(canary))} fail.`);
    }
    if (Math.min(errorRatio(canary), errorRatio(baseline)) > settings.maxErrorRatio) {
        return { ...finding, incident: incidentSentence(state.last, settings.maxErrorRatio) };
    }
    if (errorRatio(canary) > settings.maxErrorRatio) {
        return {
            ...finding,
            suspicion: `The error ratio of the last minute, ${percent(errorRatio(canary))}, is over ${max}.`,
        };
    }
    return finding;
}
function threshold_signalsOf({ canary, baseline }) {
    if (canary.requests === 0)
        return [];
    const compared = baseline.requests > 0;
    return [
        { name: "errors", canary: errorRatio(canary), ...(compared ? { baseline: errorRatio(baseline) } : {}) },
        { name: "latency", canary: slowRatio(canary), ...(compared ? { baseline: slowRatio(baseline) } : {}) },
    ];
}

;// CONCATENATED MODULE: ./build/packages/analysis/traffic-share.js

const TOLERANCE = 0.25;
const alternatives = [1.25, 2, 8];
const LN_CAP = 12;
function watchShare(bets, bin) {
    const { weight, canary, baseline } = bin;
    if (weight === undefined || weight === 0 || weight === 1 || baseline === undefined)
        return [];
    const requests = canary.requests + baseline.requests;
    const most = Math.min(weight * (1 + TOLERANCE), (1 + weight) / 2);
    const least = weight * (1 - TOLERANCE);
    return [
        ...alternatives.map((ratio) => lnPayoff(canary.requests, requests, most, ratio)),
        ...alternatives.map((ratio) => lnPayoff(baseline.requests, requests, 1 - least, ratio)),
    ].map((lnPaid, k) => Math.min(LN_CAP, Math.max(0, bets[k] ?? 0) + lnPaid));
}
function lnShareWrong(bets) {
    return bets.length === 0 ? 0 : lnMean(bets);
}

;// CONCATENATED MODULE: ./build/packages/analysis/analysis.js








const provableBounds = [0.02, 0.01];
const NOT_NORMAL_NATS = 3;
function startAnalysis(settings = {}) {
    const complete = completeSettings(settings);
    return {
        settings: complete,
        totals: { canary: nothing, baseline: nothing },
        share: [],
        engine: complete.judge === "sequential" ? noBets : noMinutes,
    };
}
function observeBin(state, bin) {
    if (state.latched !== undefined)
        return state;
    checkBin(bin);
    const { settings, engine } = state;
    const next = {
        settings,
        totals: addBin(state.totals, bin),
        share: watchShare(state.share, bin),
        engine: engine.judge === "sequential" ? betOn(engine, bin, settings) : countMinute(engine, bin, settings),
    };
    const finding = findIn(next);
    if (finding.rollback === undefined)
        return next;
    return { ...next, latched: rollBack(finding, finding.rollback) };
}
function analysis_judge(state) {
    if (state.latched !== undefined)
        return state.latched;
    const { totals, settings } = state;
    const finding = findIn(state);
    const common = { eValue: finding.eValue, signals: [...finding.signals, shareSignal(state)] };
    if (finding.incident !== undefined)
        return { ...common, verdict: "hold", trigger: "incident", evidence: [finding.incident] };
    const proved = provedBelow(totals.canary, [settings.maxErrorRatio, ...provableBounds]);
    const sight = sightSentences(totals, proved, settings);
    const doubts = [noData(totals.canary), wrongShare(state), finding.suspicion, notNormal(state)].filter((doubt) => doubt !== undefined);
    return {
        ...common,
        verdict: doubts.length === 0 ? "promote" : "hold",
        evidence: totals.canary.requests === 0 ? doubts : [...doubts, ...sight],
        ...(proved === undefined ? {} : { provedBelow: proved }),
    };
}
function findIn({ engine, totals, settings }) {
    return engine.judge === "sequential" ? findInBets(engine, totals, settings) : findInMinutes(engine, settings);
}
function rollBack({ eValue, signals }, { trigger, evidence }) {
    return { verdict: "rollback", trigger, evidence, eValue, signals };
}
function noData({ requests }) {
    return requests === 0 ? "The canary has not answered a single request: nothing is known about it." : undefined;
}
function wrongShare({ share, totals, settings }) {
    if (lnShareWrong(share) < lnLimits(settings).proved)
        return undefined;
    const { canary, baseline } = totals;
    const observed = canary.requests / (canary.requests + baseline.requests);
    return `The canary does not get the share of the traffic that it should (so far ${percent(observed)}): check the weights of the load balancer.`;
}
function notNormal({ engine, totals, settings }) {
    const lately = engine.judge === "sequential" ? engine.recent : engine.last;
    const before = totals.baseline.requests > 0 ? errorRatio(lately.baseline) : previousRatio(settings);
    const normal = Math.max(settings.normalErrorRatio, (before ?? 0) * settings.tolerance);
    const ratio = errorRatio(lately.canary);
    if (ratio <= normal || lately.canary.requests * divergence(ratio, normal) < NOT_NORMAL_NATS)
        return undefined;
    return `The canary lately fails ${percent(ratio)} of its requests; normal is at most ${percent(normal)}.`;
}
function shareSignal({ share, totals }) {
    const requests = totals.canary.requests + totals.baseline.requests;
    return {
        name: "traffic-share",
        ...(requests > 0 ? { canary: totals.canary.requests / requests } : {}),
        eValue: fromLn(lnShareWrong(share)),
    };
}

;// CONCATENATED MODULE: ./build/packages/analysis/index.js



;// CONCATENATED MODULE: ./build/packages/stages/vigil.js

const binMs = 1000;
function openVigil(rollout, horizonMs) {
    const { context, target, artifact, previous, settings } = rollout;
    let watch;
    let measures = [];
    let analysis = knownAnalysis(rollout) ?? freshAnalysis(rollout, horizonMs);
    let seen = { requests: 0, errors: 0, p95Ms: undefined };
    let silence;
    let startedAt = 0;
    let share;
    const take = (bins) => {
        for (const bin of bins) {
            const weight = share !== undefined && bin.t >= share.sinceMs + binMs ? share.percent / 100 : undefined;
            analysis = observeBin(analysis, weight === undefined ? bin : { ...bin, weight });
            seen = { ...seen, requests: seen.requests + bin.canary.requests, errors: seen.errors + bin.canary.errors };
        }
    };
    const hear = (reading) => {
        silence = reading.state === "stale" || reading.state === "error" ? reading.reason : undefined;
        if (reading.state !== "data" && reading.state !== "partial")
            return;
        take(reading.bins);
        seen = { ...seen, p95Ms: reading.p95Ms ?? seen.p95Ms };
    };
    return {
        async begin() {
            if (watch !== undefined)
                return;
            const monitor = await context.monitor(rollout.environment, target);
            ({ measures } = monitor);
            startedAt = context.clock.now();
            watch = await monitor.begin({
                canary: artifact.version,
                ...(previous === undefined || previous === artifact.version ? {} : { baseline: previous }),
                slowMs: settings.maxP95,
                signal: context.signal,
            });
        },
        shifted(percent) {
            share = { percent, sinceMs: context.clock.now() - startedAt };
        },
        async read() {
            if (watch !== undefined)
                hear(await watch.read());
        },
        get analysis() {
            return analysis;
        },
        get seen() {
            return seen;
        },
        get silence() {
            return silence;
        },
        get measures() {
            return measures;
        },
        async end() {
            await watch?.end();
            watch = undefined;
        },
    };
}
function knownAnalysis({ context, environment, artifact }) {
    const { driver } = context;
    if (artifact.version !== driver.record.plan.tag)
        return undefined;
    const known = driver.record.watches.findLast((watched) => watched.environment === environment)?.analysis;
    return known === undefined ? undefined : known;
}
function freshAnalysis({ context, settings }, horizonMs) {
    const { alpha, latency } = context.config.analysis;
    return startAnalysis({
        alpha,
        latency,
        maxErrorRatio: "rollbackErrorRatio" in settings ? settings.rollbackErrorRatio : settings.maxErrorRatio,
        normalErrorRatio: settings.maxErrorRatio,
        horizonBins: Math.max(2, Math.ceil(horizonMs / binMs)),
    });
}

;// CONCATENATED MODULE: ./build/packages/stages/watch.js


const lookEveryMs = 1000;
const failuresInARow = 3;
async function watchTraffic(rollout, plan) {
    const { clock } = rollout.context;
    return attended(rollout.context, async (signal) => {
        await rollout.vigil.begin();
        const startedAt = clock.now();
        const before = rollout.vigil.seen;
        const health = { failures: 0 };
        const verdict = await watch_look(rollout, plan, { startedAt, signal, health });
        const seen = rollout.vigil.seen;
        const counts = {
            requests: seen.requests - before.requests,
            errors: seen.errors - before.errors,
            p95Ms: seen.p95Ms,
        };
        return conclude(rollout, plan, { verdict, counts, durationMs: clock.now() - startedAt, failures: health.failures });
    });
}
async function watch_look(rollout, plan, { startedAt, signal, health }) {
    const { context, settings, vigil } = rollout;
    const { clock } = context;
    let nextHealthAt = startedAt;
    let endAt = startedAt + plan.forMs;
    for (;;) {
        if (clock.now() >= nextHealthAt) {
            await checkHealth(rollout, health);
            nextHealthAt = clock.now() + settings.healthEvery;
        }
        await vigil.read();
        tell(rollout, plan);
        const verdict = verdictNow(rollout, health.failures);
        if (verdict !== undefined)
            return verdict;
        const held = isHeld(context);
        if (clock.now() >= endAt && !held) {
            const doubt = doubtAbout(rollout);
            if (doubt === undefined)
                return undefined;
            if (endAt > startedAt + plan.forMs)
                return { trigger: "not-proved", reason: doubt, evidence: [] };
            context.say(`${rollout.environment}: ${doubt} Watching once more as long`);
            endAt += Math.max(plan.forMs, lookEveryMs);
        }
        await clock.sleep(held ? lookEveryMs : Math.min(lookEveryMs, Math.max(0, endAt - clock.now())), signal);
    }
}
const holdOf = ({ driver }) => driver.record.requests.find(({ kind }) => kind === "hold");
const isHeld = (context) => holdOf(context) !== undefined;
async function checkHealth({ target, artifact, context }, health) {
    const revision = (await target.observe()).revisions.find(({ version }) => version === artifact.version);
    health.failures = revision?.healthy === true ? 0 : health.failures + 1;
    if (health.failures > 0)
        context.say(`${artifact.version}: health check failed, ${health.failures} in a row`);
}
function verdictNow({ vigil }, failures) {
    if (failures >= failuresInARow) {
        return { trigger: "health-check-failure", reason: `${failuresInARow} health checks in a row failed`, evidence: [] };
    }
    const judged = analysis_judge(vigil.analysis);
    if (judged.verdict !== "rollback")
        return undefined;
    const reason = judged.evidence[0] ?? "The new version is worse than its bound";
    return { trigger: judged.trigger ?? "error-rate-spike", reason, evidence: judged.evidence };
}
function doubtAbout({ vigil }) {
    const { silence, seen, analysis } = vigil;
    if (silence !== undefined)
        return `The monitor gives no data: ${silence}.`;
    const judged = analysis_judge(analysis);
    const share = judged.signals.find(({ name }) => name === "traffic-share")?.eValue ?? 0;
    if (judged.verdict !== "hold" || (seen.requests === 0 && share < wrongShareProof))
        return undefined;
    return judged.evidence[0] ?? "The judge holds.";
}
const wrongShareProof = 400;
function conclude(rollout, plan, { verdict, counts, durationMs, failures }) {
    const { vigil, environment } = rollout;
    const healthChecks = failures >= failuresInARow ? "failing" : "passing";
    const evidence = verdict === undefined ? analysis_judge(vigil.analysis).evidence : [verdict.reason, ...verdict.evidence];
    const watched = {
        type: "watched",
        environment,
        point: plan.point,
        status: verdict === undefined ? "passed" : "failed",
        durationMs,
        ...(counts.requests === 0 ? {} : { errorRatio: counts.errors / counts.requests }),
        ...(counts.p95Ms === undefined ? {} : { p95Ms: counts.p95Ms }),
        requests: counts.requests,
        healthChecks,
        notMeasured: ["errors", "latency", "cpu", "memory"].filter((signal) => !vigil.measures.includes(signal)),
        evidence,
        analysis: plainJson(vigil.analysis),
    };
    return { watched, verdict };
}
function plainJson(state) {
    return JSON.parse(JSON.stringify(state));
}
function tell({ context, environment, vigil }, plan) {
    const { requests, errors, p95Ms } = vigil.seen;
    const p95 = p95Ms === undefined ? "" : `, p95 ${Math.round(p95Ms)} ms`;
    const hold = holdOf(context);
    const until = hold === undefined ? "" : `; held by ${hold.by} until promoted`;
    context.say(`${environment}: watching ${plan.point}: ${requests} requests so far, ${errors} errors${p95}${until}`);
}

;// CONCATENATED MODULE: ./build/packages/stages/rollout.js






function inRound({ record, facts }, name) {
    if (record.state !== "staging")
        return name;
    const undone = facts.filter((fact) => fact.type === "traffic-reverted" && fact.environment === "staging").length;
    return undone === 0 ? name : `${name} (${undone + 1})`;
}
function servingBefore(observation, candidate) {
    const others = observation.revisions.filter(({ version }) => version !== candidate);
    return others.toSorted((a, b) => b.percent - a.percent)[0]?.version;
}
async function beginRollout(context, environment) {
    const { driver, config } = context;
    const { plan } = driver.record;
    const settings = config.environments[environment];
    const strategy = environment === "staging" ? plan.stagingStrategy : plan.productionStrategy;
    const target = await context.target(environment);
    (0,targets.requireCapabilities)(strategy, target.capabilities);
    const sha = required(driver.record.tag, "the tag").sha;
    const artifact = artifactOf(context, plan.tag, sha);
    const known = driver.record.deployments.get(environment);
    const previous = known === undefined ? servingBefore(await target.check(), plan.tag) : known.previous;
    const started = { type: "deployment-started", environment, strategy };
    if (known === undefined)
        driver.observe(previous === undefined ? started : { ...started, previous });
    return watched({ context, environment, settings, target, artifact, previous });
}
function watched(rollout) {
    const { settings, context } = rollout;
    const steps = "stepTime" in settings ? settings.stepTime * (context.driver.record.plan.steps.length - 1) : 0;
    return { ...rollout, vigil: openVigil(rollout, settings.watch + steps) };
}
async function runRollout(rollout) {
    const { context, environment, settings } = rollout;
    const { driver, clock } = context;
    const deployment = required(driver.record.deployments.get(environment), "the deployment");
    const steps = driver.record.plan.steps;
    const stepTimeMs = "stepTime" in settings ? settings.stepTime : 0;
    const startedAt = Date.parse(deployment.startedAt);
    let workMs = 0;
    for (const step of (0,targets.planRollout)({ strategy: deployment.strategy, steps, stepTimeMs })) {
        const before = clock.now();
        const verdict = await rollout_runStep(rollout, step);
        if (step.do === "prepare" || step.do === "shift")
            workMs += clock.now() - before;
        if (verdict !== undefined)
            return verdict;
        const limitMs = "deploymentTimeout" in settings ? settings.deploymentTimeout : Number.POSITIVE_INFINITY;
        if (workMs > limitMs) {
            return {
                trigger: "deployment-timeout",
                reason: `Deploying took ${Math.round(workMs / 1000)} s, more than ${limitMs / 1000} s`,
                evidence: [],
            };
        }
    }
    if (driver.record.deployments.get(environment)?.status !== undefined)
        return undefined;
    driver.observe({
        type: "deployment-finished",
        environment,
        status: "passed",
        strategy: deployment.strategy,
        healthChecks: "passing",
        deploymentDurationMs: clock.now() - startedAt,
    });
    return undefined;
}
async function prepare({ context, environment, target, artifact }) {
    context.say(`${environment}: ${artifact.version} is starting`);
    await attended(context, (signal) => target.prepare(artifact, signal));
    return null;
}
async function shift({ context, environment, target, artifact }, percent) {
    await attended(context, (signal) => target.shift(artifact, percent, signal));
    context.say(`${environment}: ${percent} % of traffic on ${artifact.version}`);
    return null;
}
async function whileHeld(rollout, percent) {
    const { context, environment } = rollout;
    const known = context.driver.record.deployments.get(environment)?.percent ?? 0;
    if (known >= percent || !isHeld(context))
        return undefined;
    return watchAt(rollout, { point: `hold before ${percent} percent`, forMs: 0 });
}
async function rollout_runStep(rollout, step) {
    const { context, environment, target, artifact } = rollout;
    const { driver } = context;
    switch (step.do) {
        case "prepare":
            await driver.step(inRound(driver, `${environment}-prepare`), () => prepare(rollout), { touches: environment });
            return undefined;
        case "shift": {
            const verdict = await whileHeld(rollout, step.percent);
            if (verdict !== undefined)
                return verdict;
            await rollout.vigil.begin();
            await driver.step(inRound(driver, `${environment}-shift-${step.percent}`), () => shift(rollout, step.percent), {
                touches: environment,
                facts: () => [{ type: "traffic-shifted", environment, version: artifact.version, percent: step.percent }],
            });
            rollout.vigil.shifted(step.percent);
            return undefined;
        }
        case "smoke":
            return smokeAt(rollout, step);
        case "watch":
            return watchAt(rollout, { point: `${step.percent}%`, forMs: step.forMs });
        case "finish":
            await driver.step(inRound(driver, `${environment}-finish`), () => target.finish(artifact).then(() => null), {
                touches: environment,
            });
            return undefined;
    }
}
async function smokeAt(rollout, { on, percent }) {
    const point = `${percent}%`;
    const { environment, target } = rollout;
    const observation = await target.observe();
    const address = on === "candidate" ? candidateAddress(rollout, observation) : { url: observation.url, headers: {} };
    const result = await smokeFact(rollout.context, environment, point, address);
    if (result.status === "passed")
        return undefined;
    const failed = result.checks.filter(({ status }) => status === "failed");
    return {
        trigger: "smoke-test-failure",
        reason: `Smoke tests failed at ${point} in ${environment}: ${result.failedTests.join(", ")}`,
        evidence: failed.map(({ category, name, detail }) => `${category}: ${name}: ${detail ?? "failed"}`),
    };
}
function candidateAddress({ artifact, settings }, { revisions, url, pinHeader }) {
    const revision = revisions.find(({ version }) => version === artifact.version);
    if (revision?.url !== undefined)
        return { url: revision.url, headers: revision.headers ?? {} };
    const pinned = pinHeader === undefined ? {} : { [pinHeader]: artifact.version };
    return { url, headers: { ...settings.smoke.candidateHeaders, ...pinned } };
}
async function smokeFact(context, environment, point, address) {
    const { driver, config, clock, env, say } = context;
    let finished;
    await driver.step(inRound(driver, `${environment}-smoke-${point}`), () => attended(context, async (signal) => {
        const own = environment === "development" ? {} : config.environments[environment].env;
        const result = await runSmoke(config.smoke, {
            ...smokePlace(config, environment, { env, headers: address.headers }),
            ...(await smokeScope(context, driver.record)),
            ...(await smokeCommands(context, { sha: driver.record.gatedSha, own })),
            baseUrl: address.url,
            clock,
            signal,
        });
        finished = { type: "smoke-finished", environment, point, ...context.scrub.value(result) };
        const all = result.categoriesPassed + result.categoriesFailed;
        say(`${environment}: smoke tests at ${point} ${result.status} (${result.categoriesPassed} of ${all} categories)`);
        return { status: result.status };
    }), { facts: () => (finished === undefined ? [] : [finished]) });
    const result = driver.record.smoke.findLast((run) => run.environment === environment && run.point === point);
    return required(result, `the smoke result at ${point}`);
}
async function watchAt(rollout, plan) {
    const { context, environment } = rollout;
    const { driver, clock } = context;
    const before = clock.now();
    const latches = driver.record.state === "production" || driver.record.state === "production_canary";
    const percentage = plan.point.endsWith("%") ? Number.parseFloat(plan.point) : undefined;
    let verdict;
    let seen;
    await driver.step(inRound(driver, `${environment}-watch-${plan.point}`), async () => {
        const result = await watchTraffic(rollout, plan);
        ({ watched: seen, verdict } = result);
        return { status: result.watched.status };
    }, {
        facts: () => [
            ...(seen === undefined ? [] : [seen]),
            ...(verdict === undefined || !latches ? [] : [{ type: "verdict", ...verdict }]),
            ...(percentage === undefined || !latches || seen === undefined
                ? []
                : [
                    {
                        type: "canary-step",
                        environment,
                        percentage,
                        smokeTests: "passed",
                        healthChecks: seen.healthChecks,
                        durationMs: clock.now() - before,
                    },
                ]),
        ],
    });
    return verdict ?? latched(rollout, plan);
}
function latched({ context, environment }, plan) {
    const { record } = context.driver;
    const known = record.watches.findLast((watch) => watch.environment === environment && watch.point === plan.point);
    if (known?.status !== "failed")
        return undefined;
    const trigger = record.verdict?.trigger ?? "error-rate-spike";
    return { trigger, reason: known.evidence[0] ?? "The watch failed", evidence: known.evidence };
}

;// CONCATENATED MODULE: ./build/packages/stages/restore-staging.js


async function restoreStaging(context) {
    const { driver, clock, say } = context;
    const previous = owedToStaging(driver);
    if (previous === undefined)
        return;
    await driver.takeEnvironment("staging");
    const target = await context.target("staging");
    const startedAt = clock.now();
    await driver.step(inRound(driver, "restore-staging"), async () => {
        await attended(context, (signal) => target.rollback(previous, signal));
        return { to: previous };
    }, {
        touches: "staging",
        facts: () => [
            {
                type: "traffic-reverted",
                environment: "staging",
                to: previous,
                status: "passed",
                durationMs: clock.now() - startedAt,
            },
        ],
    });
    driver.giveBackEnvironment("staging");
    say(`staging is back on ${previous}`);
}
function owedToStaging({ record, facts, }) {
    if (!record.touched.has("staging") || isRestored(facts))
        return undefined;
    return record.deployments.get("staging")?.previous;
}
function isRestored(facts) {
    const last = facts.findLast((fact) => (fact.type === "traffic-reverted" && fact.environment === "staging") ||
        (fact.type === "step-intended" && fact.touches === "staging" && !/\/restore-staging/.test(fact.step)));
    return last?.type === "traffic-reverted";
}

;// CONCATENATED MODULE: ./build/packages/stages/failed.js



async function failed_failed(context) {
    const { driver, config } = context;
    await restoreStaging(context);
    await withdrawAutoMerge(context);
    if (config.onFailure.deleteBranch && driver.record.branchHead !== undefined && driver.record.merge === undefined) {
        await driver.step("delete-branch", () => deleteBranch(context));
    }
    return settle(context, "failed");
}
async function deleteBranch({ driver, git, say }) {
    const { branchHead, plan } = driver.record;
    const ref = `refs/heads/${plan.releaseBranch}`;
    const outcome = await git.push([{ ref, to: undefined, expect: branchHead ?? "absent" }]);
    if (outcome.state === "applied")
        return "deleted";
    say(`${plan.releaseBranch} was kept: ${outcome.reason}`);
    return "kept";
}

;// CONCATENATED MODULE: ./build/packages/stages/deployment-view.js
async function showDeployment({ forge, driver }, { state, sha, description }) {
    const { tag } = driver.record.plan;
    await driver.step("deployment-view", async () => {
        try {
            await forge.ensureDeployment({ environment: "production", sha, release: tag, state, description });
            return "shown";
        }
        catch (thrown) {
            driver.observe({
                type: "warned",
                message: `The deployment could not be shown on the code host: ${String(thrown)}`,
            });
            return "not shown";
        }
    });
}

;// CONCATENATED MODULE: ./build/packages/stages/revert-traffic.js


async function revertTraffic(context, target, version) {
    const { driver, clock, say } = context;
    if (version === undefined) {
        throw new faults/* ReleaseFault */.eB("policy", "Cannot rollback, no previous version is deployed", {
            hint: `The first release of an environment has nothing to go back to. By hand: ${target.manual(driver.record.plan.tag).join("; ")}`,
        });
    }
    const startedAt = clock.now();
    await driver.step("revert-traffic", async () => {
        await attended(context, (signal) => target.rollback(version, signal));
        const serving = (await target.observe()).revisions.find((revision) => revision.version === version);
        if (serving?.percent !== 100)
            throw new faults/* ReleaseFault */.eB("remote", `${version} has ${serving?.percent ?? 0} % of traffic after the rollback`, {
                hint: `By hand: ${target.manual(version).join("; ")}`,
            });
        return { to: version };
    }, {
        touches: "production",
        facts: () => driver.record.deployments.has("production")
            ? [{ type: "traffic-shifted", environment: "production", version: driver.record.plan.tag, percent: 0 }]
            : [],
    });
    say(`production: all traffic is back on ${version} after ${((clock.now() - startedAt) / 1000).toFixed(1)} s`);
}

;// CONCATENATED MODULE: ./build/packages/stages/production.js




async function production(context) {
    const { driver } = context;
    await driver.takeEnvironment("production");
    const rollout = await beginRollout(context, "production");
    const verdict = driver.record.verdict ?? (await verify(rollout));
    if (verdict !== undefined)
        return goBack(rollout, verdict);
    await showDeployment(context, {
        state: "success",
        sha: rollout.artifact.sha,
        description: `${driver.record.plan.tag} serves all traffic`,
    });
    return moveTo(driver, "completed", "production verified");
}
async function verify(rollout) {
    const { settings, vigil } = rollout;
    try {
        return (await runRollout(rollout)) ?? (await watchAt(rollout, { point: "production", forMs: settings.watch }));
    }
    finally {
        await vigil.end();
    }
}
async function goBack(rollout, verdict) {
    const { context } = rollout;
    const { driver } = context;
    if (driver.record.verdict === undefined)
        driver.decide({ type: "verdict", ...verdict });
    context.say(`going back: ${verdict.reason}`);
    if (rollout.previous !== undefined)
        await revertTraffic(context, rollout.target, rollout.previous);
    return moveTo(driver, "rolled_back", verdict.reason);
}

;// CONCATENATED MODULE: ./build/packages/stages/one-gate.js




function gateContext({ config, git, forge, clock, fetch, env, say, signal }, plan, { sha, directory }) {
    return {
        settings: config.gates,
        smoke: config.smoke,
        development: config.environments.development,
        directory,
        sha,
        env,
        clock,
        fetch,
        signal,
        onProgress: say,
        checkRuns: (commit) => forge.checkRuns(commit),
        production: productionValues(config.environments.production),
        ...(plan.releaseType === "hotfix"
            ? { only: "critical", changed: () => git.changedFiles(plan.baseSha, sha) }
            : {}),
    };
}
async function tellGate({ say, scrub }, gate, context) {
    say(`gate ${gate} begins`);
    const onProgress = (line) => {
        if (line.trim() !== "")
            say(`${gate}: ${line}`);
    };
    const outcome = scrub.value(await runGate(gate, { ...context, onProgress }));
    tellOutcome(say, outcome);
    return outcome;
}
function tellOutcome(say, { gate, status, metrics, check, executionTimeMs }) {
    say(`gate ${gate} ${status}: ${(0,report/* gateNumbers */.I3)(metrics, check)} in ${(0,report/* duration */.p0)(executionTimeMs)}`);
}
async function brokenSetup(context, gate) {
    if (context.settings.setup !== undefined)
        context.onProgress(`${gate}: setting up: ${context.settings.setup}`);
    const failure = await runSetup(context);
    if (failure === undefined)
        return undefined;
    return {
        gate,
        status: "failed",
        sha: context.sha,
        executionTimeMs: 0,
        targetMs: machine/* gateTargetMs */.vs[gate],
        failures: [failure],
        notRun: true,
    };
}

;// CONCATENATED MODULE: ./build/packages/stages/overrides.js


const overrides_gates = ["security", "dod", "unit", "integration", "smoke", "e2e"];
const longestReason = 500;
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;
function parseOverrides(text) {
    const problems = [];
    const found = [];
    for (const line of text.split(/\r\n|\r|\n/).map((raw) => raw.trim())) {
        if (line === "")
            continue;
        const override = overrideIn(line);
        if (typeof override === "string")
            problems.push(override);
        else if (found.some(({ gate }) => gate === override.gate))
            problems.push(`${override.gate} is named twice`);
        else
            found.push(override);
    }
    if (problems.length === 0)
        return found.toSorted((a, b) => overrides_gates.indexOf(a.gate) - overrides_gates.indexOf(b.gate));
    throw new faults/* ReleaseFault */.eB("input", `override: ${problems.join("; ")}`, {
        hint: 'Write <gate>: <reason>, one a line. Example: --override="unit: flaky runner, INC-7"',
    });
}
function overrideIn(line) {
    const [name = ""] = line.split(":", 1);
    const reason = line.slice(name.length + 1).trim();
    const gate = overrides_gates.find((one) => one === name.trim());
    if (gate === undefined)
        return `${quoted(name)} is no gate; use one of ${overrides_gates.filter(machine/* canOverride */.pC).join(", ")}`;
    if (!(0,machine/* canOverride */.pC)(gate))
        return `${gate} can never be overridden: what it finds is broken for users`;
    if (!/[\p{L}\p{N}]/u.test(reason))
        return `${gate} needs a reason: it is kept in the record`;
    if (unseen.test(reason))
        return `the reason for ${gate} has characters that cannot be seen`;
    if (reason.length > longestReason)
        return `the reason for ${gate} is longer than ${longestReason} characters`;
    return { gate, reason };
}
function quoted(text) {
    return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}
function requireOverridable(overrides, { planned, policy, target, }) {
    const strange = overrides.find(({ gate }) => !planned.includes(gate));
    if (strange !== undefined)
        throw new faults/* ReleaseFault */.eB("input", `override: this release does not run gate ${strange.gate}`, {
            hint: `It runs ${planned.join(", ")}. Leave the override out.`,
        });
    if (!overrides.some(({ gate }) => gate === "security") || policy.gates.securityOverride)
        return;
    throw new faults/* ReleaseFault */.eB("policy", `override: gate security may not be overridden by the configuration of ${target}`, {
        hint: `Correct its findings. To allow it for admins: gates: { security: { override: true } }, merged into ${target}.`,
    });
}
function overrideNotes({ overrides = [], initiatedBy }) {
    return overrides.map(({ gate, reason }) => `gate ${gate} may fail, by ${initiatedBy}: ${reason}`);
}
function passReason({ plan, gates: outcomes }) {
    const overridden = plan.gates.flatMap((gate) => {
        const outcome = outcomes.get(gate);
        const override = (0,machine/* overrideOf */.Oe)(plan, gate);
        if (outcome === undefined || override === undefined || (0,machine/* standingOf */.YP)(plan, outcome) !== "overridden")
            return [];
        return [`${gate}, overridden by ${plan.initiatedBy}: ${override.reason}`];
    });
    return overridden.length === 0 ? "all quality gates passed" : `all quality gates passed but ${overridden.join("; ")}`;
}

;// CONCATENATED MODULE: ./build/packages/stages/production-approval.js


function approvalEnvironment({ releaseType }) {
    return releaseType === "hotfix" ? "hotfix-approval" : "production-approval";
}
function approvalRoute({ plan, productionApproval, tag }) {
    if (plan.releaseType === "hotfix" && plan.incident?.autoApproved === true)
        return "auto";
    return tag !== undefined && productionApproval?.sha === tag.sha ? "given" : "ask";
}
async function answerOf({ forge, clock, config, record, facts }) {
    const { tag, plan } = record;
    if (tag === undefined)
        return { kind: "open" };
    const environment = approvalEnvironment(plan);
    let approved;
    for (const runId of runsSince(facts, tag.seq)) {
        const said = (await forge.approvalsOf(runId)).filter(({ environments }) => environments.includes(environment));
        const refusal = said.find(({ state }) => state === "rejected");
        if (refusal !== undefined)
            return { kind: "refused", cause: "refused", reason: refusedBy(refusal) };
        if (said.length > 0)
            approved = { kind: "approved", by: said.map(({ by }) => by), runId };
    }
    return approved ?? (hasExpired(record, config, clock.now()) ? expired : { kind: "open" });
}
function runsSince(facts, seq) {
    const ids = facts.filter((fact) => fact.seq >= seq).map(({ run }) => run.id);
    return [...new Set(ids)].filter((id) => /^\d+$/.test(id));
}
function refusedBy({ by, comment }) {
    const why = comment.trim();
    return `Production was refused by ${by}${why === "" ? "" : `: ${why}`}`;
}
const expired = { kind: "refused", cause: "expired", reason: "Nobody approved production in time" };
function hasExpired({ state, visits }, config, nowMs) {
    const since = visits.at(-1)?.since;
    const asked = state === "production" || state === "production_canary";
    return asked && since !== undefined && nowMs - Date.parse(since) >= config.review.expires;
}
function isUndecided({ state, tag, touched, verdict, plan }) {
    const asked = state === "production" || state === "production_canary";
    return (asked && tag !== undefined && !touched.has("production") && verdict === undefined && plan.rollback === undefined);
}
async function recordAnswer(context) {
    const { driver } = context;
    const { record, facts } = driver;
    const answer = await answerOf({ ...context, record, facts });
    if (answer.kind === "open")
        return "open";
    if (answer.kind === "approved") {
        if (record.productionApproval?.runId !== answer.runId) {
            const environment = approvalEnvironment(record.plan);
            const { by, runId } = answer;
            driver.observe({ type: "production-approved", by, environment, runId, sha: record.tag?.sha ?? "" });
        }
    }
    else {
        if (record.suspended !== undefined)
            driver.decide({ type: "resumed", by: context.actor });
        failRelease(driver, {
            cause: answer.cause,
            failureReason: answer.reason,
            actionableFixSuggestions: ["Fix forward and release the next version. Example: --version=patch"],
        });
    }
    await driver.flush();
    return answer.kind;
}
async function policyOf(git, targetBranch) {
    return (await configAt(git, `refs/remotes/origin/${targetBranch}`)).config;
}
function asksNobody({ environments, hotfix }, { releaseType, incident }) {
    if (environments.production.approval === "none")
        return true;
    return releaseType === "hotfix" && incident?.autoApproved === true && hotfix.autoApproval.includes(incident.severity);
}

;// CONCATENATED MODULE: ./build/packages/stages/route.js



const wholeLeg = "all";
function gatesOfLeg(plan, leg) {
    const gates = leg === wholeLeg ? plan.gates : plan.gates.filter((gate) => gate === leg);
    if (gates.length > 0)
        return gates;
    throw new faults/* ReleaseFault */.eB("input", `Release ${plan.tag} has no leg "${leg}"`, {
        hint: `Use one of: ${[wholeLeg, ...plan.gates].join(", ")}.`,
    });
}
function missingGates({ plan, gates, gatedSha }) {
    return plan.gates.filter((gate) => gatedSha === undefined || gates.get(gate)?.sha !== gatedSha);
}
function legsOf(gated) {
    const missing = missingGates(gated);
    return gated.plan.parallelGates === true && missing.length > 0 ? missing : [wholeLeg];
}
function resumeAt(record) {
    const { state, touched, verdict, plan } = record;
    if ((0,machine/* isTerminal */.Hd)(state))
        return state;
    if (state !== "production" && state !== "production_canary")
        return state;
    if (verdict !== undefined)
        return "rolled_back";
    if (touched.has("production") || approvalRoute(record) !== "ask")
        return state;
    return plan.releaseType === "hotfix" ? "review" : "staging";
}
function shaOf({ tag, gatedSha, plan }) {
    return tag?.sha ?? gatedSha ?? plan.baseSha;
}

;// CONCATENATED MODULE: ./build/packages/stages/side-by-side.js



async function sideBySide(ports, seen, wanted) {
    const stop = new AbortController();
    const attended = { ...ports, signal: AbortSignal.any([ports.signal, stop.signal]) };
    try {
        for (const gate of wanted.gates)
            if (runsCode(gate))
                await ports.git.ensureWorktree(wanted.sha, placeOf(ports, gate));
        const running = wanted.gates.map(async (gate) => {
            try {
                const outcome = await alone(attended, seen, { sha: wanted.sha, gate });
                await wanted.finished?.(outcome);
                return [outcome];
            }
            catch (thrown) {
                stop.abort(thrown);
                return [];
            }
        });
        const outcomes = (await Promise.all(running)).flat();
        stop.signal.throwIfAborted();
        return outcomes;
    }
    finally {
        for (const gate of wanted.gates)
            if (runsCode(gate))
                await ports.git.removeWorktree(placeOf(ports, gate));
    }
}
async function alone(ports, seen, { sha, gate }) {
    const context = gateContext(ports, seen.record.plan, { sha, directory: placeOf(ports, gate) });
    if (!runsCode(gate))
        return tellGate(ports, gate, { ...context, evidence: await gatherEvidence(seen, ports) });
    const broken = await brokenSetup(context, gate);
    return broken === undefined ? tellGate(ports, gate, context) : ports.scrub.value(broken);
}
function runsCode(gate) {
    return gate !== "dod";
}
function placeOf({ workDirectory }, gate) {
    return external_node_path_.join(workDirectory, `gates-${gate}`);
}

;// CONCATENATED MODULE: ./build/packages/stages/quality-gates.js









async function qualityGates(context) {
    const sha = required(context.driver.record.gatedSha, "the commit to test");
    const { parallelGates } = context.driver.record.plan;
    return parallelGates === true ? allGates(context, sha) : gatesInOrder(context, sha);
}
async function allGates(context, sha) {
    const { driver } = context;
    await driver.step("gates", () => attended(context, async (signal) => {
        await sideBySide({ ...context, signal }, driver, {
            sha,
            gates: missingGates(driver.record),
            finished: async (outcome) => {
                driver.observe({ type: "gate-finished", ...outcome });
                await driver.flush();
            },
        });
        return null;
    }));
    const { plan, gates } = driver.record;
    const red = plan.gates.flatMap((gate) => gates.get(gate) ?? []).find((one) => (0,machine/* standingOf */.YP)(plan, one) === "failed");
    return red === undefined ? allPassed(context) : failAtGate(driver, red);
}
async function gatesInOrder(context, sha) {
    const { driver } = context;
    const place = { sha, directory: external_node_path_.join(context.workDirectory, "gates") };
    const gates = gateContext(context, driver.record.plan, place);
    let ready = false;
    for (const gate of driver.record.plan.gates) {
        const known = driver.record.gates.get(gate);
        if (known !== undefined && (0,machine/* standingOf */.YP)(driver.record.plan, known) !== "failed")
            continue;
        const broken = ready ? undefined : await prepareCheckout(context, gates);
        if (broken !== undefined)
            return broken;
        ready = true;
        const finished = await passGate(context, gate, gates);
        if ((0,machine/* standingOf */.YP)(driver.record.plan, finished) === "failed")
            return gateFailed(context, finished);
    }
    return allPassed(context);
}
function allPassed({ driver }) {
    return moveTo(driver, "review", passReason(driver.record));
}
async function prepareCheckout(context, gates) {
    await context.git.ensureWorktree(gates.sha, gates.directory);
    if (gates.settings.setup !== undefined)
        context.say(`setting up: ${gates.settings.setup}`);
    const failure = await attended(context, (signal) => runSetup({ ...gates, signal }));
    if (failure === undefined)
        return undefined;
    return failRelease(context.driver, { failureReason: failure.title, actionableFixSuggestions: [failure.suggestion] });
}
async function passGate(context, gate, gates) {
    const { driver, say } = context;
    const evidence = gate === "dod" ? { evidence: await gatherEvidence(driver, context) } : {};
    let finished;
    await driver.step(`gate-${gate}`, () => attended(context, async (signal) => {
        finished = { type: "gate-finished", ...(await tellGate(context, gate, { ...gates, ...evidence, signal })) };
        return { status: finished.status };
    }), { facts: () => (finished === undefined ? [] : [finished]) });
    const result = required(driver.record.gates.get(gate), `the result of gate ${gate}`);
    if (finished === undefined)
        tellOutcome(say, result);
    return result;
}
async function gateFailed({ driver, git, workDirectory }, finished) {
    await git.removeWorktree(external_node_path_.join(workDirectory, "gates"));
    return failAtGate(driver, finished);
}
function failAtGate(driver, finished) {
    const titles = finished.failures.map(({ title }) => title);
    return failRelease(driver, {
        failedGate: finished.gate,
        failureReason: `Gate ${finished.gate} failed: ${titles.slice(0, 3).join("; ")}${titles.length > 3 ? ` and ${titles.length - 3} more` : ""}`,
        actionableFixSuggestions: finished.failures.map(({ suggestion }) => suggestion),
    });
}

;// CONCATENATED MODULE: ./build/packages/stages/requests.js


async function obeyRequests(context) {
    for (const request of context.driver.record.requests) {
        const end = await obey(context, request);
        if (end !== undefined)
            return end;
    }
    return undefined;
}
async function obey(context, request) {
    const { driver } = context;
    const { state, touched, verdict } = driver.record;
    const inProduction = state === "production" || state === "production_canary";
    if (state === "completed" || state === "failed" || state === "rolled_back") {
        return refuse(context, request, `the release is already ${state}`);
    }
    switch (request.kind) {
        case "abort":
        case "rollback":
            if (inProduction && (touched.has("production") || verdict !== undefined))
                return requests_rollBack(context, request);
            if (request.kind === "rollback")
                return refuse(context, request, "nothing of it is in production; `release abort` ends it");
            requests_answer(context, request, "aborted before production");
            return failRelease(driver, {
                cause: "aborted",
                failureReason: `Aborted by ${request.by}: ${request.reason}`,
                actionableFixSuggestions: [`Start again with: release retry ${driver.record.id}`],
            });
        case "hold":
            return inProduction ? undefined : holdBeforeProduction(context, request);
        case "promote":
            for (const held of driver.record.requests.filter(({ kind }) => kind === "hold"))
                requests_answer(context, held, `ended by ${request.by}`);
            requests_answer(context, request, "goes on");
            return undefined;
    }
}
function requests_rollBack(context, request) {
    const { driver } = context;
    requests_answer(context, request, "rolling back");
    driver.decide({ type: "verdict", trigger: "manual", reason: `${request.by}: ${request.reason}`, evidence: [] });
    return moveTo(driver, "rolled_back", `Asked for by ${request.by}`);
}
async function holdBeforeProduction(context, request) {
    const { driver } = context;
    await withdrawAutoMerge(context);
    requests_answer(context, request, "held");
    await driver.suspend({
        waitsFor: "decision",
        reason: `Held by ${request.by}: ${request.reason}`,
        command: resumeCommand(driver.record),
    });
    return "suspended";
}
function requests_answer({ driver }, request, reason) {
    driver.decide({ type: "answered", id: request.id, outcome: "obeyed", reason });
}
function refuse({ driver, say }, request, reason) {
    say(`${request.kind} by ${request.by} refused: ${reason}`);
    driver.decide({ type: "answered", id: request.id, outcome: "refused", reason });
    return undefined;
}

;// CONCATENATED MODULE: ./build/packages/stages/review-issue.js

const dueMs = 24 * 3_600_000;
async function openReviewIssue(context) {
    const { driver, forge, clock, say } = context;
    const { plan, pullRequest } = driver.record;
    await driver.flush();
    const due = new Date(Date.parse(driver.record.tag?.at ?? "") + dueMs || clock.now() + dueMs).toISOString();
    await driver.step("review-issue", async () => {
        try {
            return await forge.ensureIssue({
                marker: `release-command review of ${driver.id}`,
                title: `Review hotfix ${plan.releaseVersion} by ${due.slice(0, 16).replace("T", " ")} UTC`,
                label: "hotfix-review",
                body: review_issue_bodyOf({ version: plan.releaseVersion, incident: plan.incident?.id, pull: pullRequest?.url, due }),
            });
        }
        catch (thrown) {
            const fault = (0,faults/* asFault */.Ps)(thrown);
            if (fault.code === "bug")
                throw thrown;
            say(`no review issue: ${fault.message}`);
            driver.observe({ type: "warned", message: `The review of this hotfix has no issue: ${fault.message}` });
            return null;
        }
    }, { facts: (url) => (url === null ? [] : [{ type: "published", what: "review-issue", url, due }]) });
}
function review_issue_bodyOf({ version, incident, pull, due, }) {
    return [
        `Hotfix ${version} took the fast track${incident === undefined ? "" : ` for ${incident}`}: look at it in peace until ${due}.`,
        "",
        `- [ ] the change${pull === undefined ? "" : `: ${pull}`}`,
        "- [ ] the gates that the fast track leaves out",
        "- [ ] what would have kept it from happening",
        "",
        "Close this issue when that is done.",
    ].join("\n");
}

;// CONCATENATED MODULE: ./build/packages/stages/tagging.js


class TagTakenError extends faults/* ReleaseFault */.eB {
}
async function ensureTag(context, wanted) {
    const { git, config } = context;
    const ref = `refs/tags/${wanted.name}`;
    const remote = async () => (await git.remoteRefs([ref])).get(ref);
    let there = config.tag.sign === "none" ? undefined : await remote();
    if (there === undefined) {
        const object = await makeTag(context, wanted);
        const outcome = await git.push([{ ref, to: object, expect: "absent" }]);
        there = outcome.state === "applied" ? object : await remote();
        if (there === undefined)
            throw notPushed(wanted, outcome);
    }
    await git.fetch([`+${ref}:${ref}`]);
    if ((await git.resolve(ref)) === wanted.sha)
        return;
    throw new TagTakenError("policy", `Tag ${wanted.name} exists and points elsewhere`, {
        hint: "A released version number is used up. Retry with the next version. Example: --version=patch",
    });
}
function makeTag(context, wanted) {
    const signer = signerOf(context);
    return signer === undefined ? context.git.tagObject(wanted) : context.git.signedTag({ ...wanted, signer });
}
function notPushed({ name }, outcome) {
    const reason = outcome.state === "applied" ? "it is gone again" : outcome.reason;
    return new faults/* ReleaseFault */.eB(outcome.state === "refused" ? "policy" : "remote", `Could not push tag ${name}: ${reason}`, {
        hint: "Allow the release identity to create v* tags, then: release resume.",
    });
}

;// CONCATENATED MODULE: ./build/packages/stages/review.js












async function review(context) {
    const { driver } = context;
    if (isUpdating(context))
        return updateBranch(context);
    if (driver.record.merge === undefined) {
        const ownership = await ownershipOf(questionOf(context));
        const number = await openPullRequest(context, ownership);
        const end = await approveAndMerge(context, number, ownership).catch(async (thrown) => {
            if (thrown instanceof faults/* ReleaseFault */.eB)
                await withdrawAutoMerge(context).catch(() => undefined);
            throw thrown;
        });
        if (end !== undefined)
            return end;
    }
    const merge = sameTreeNow(context, required(driver.record.merge, "the merge"));
    if (merge.gated === "neither")
        return ungated(context);
    const unfinished = await assertMerged(context);
    if (unfinished !== undefined)
        return unfinished;
    const sha = tagPosition(context, merge);
    if (driver.record.tag === undefined && (await waitForKey(context, sha)) !== undefined)
        return "suspended";
    await driver.step("tag", () => tagRelease(context, sha), {
        facts: (tagged) => [{ type: "tagged", tag: driver.record.plan.tag, sha: tagged }],
    });
    const hotfix = driver.record.plan.releaseType === "hotfix";
    if (hotfix)
        await openReviewIssue(context);
    return moveTo(driver, hotfix ? "production_canary" : "staging", "approved, merged and tagged");
}
function ungated({ driver }) {
    const { plan } = driver.record;
    if (plan.releaseType !== "hotfix")
        return moveTo(driver, "quality_gates", "the merged tree was never gated");
    return failRelease(driver, {
        failureReason: `${plan.releaseBranch} was squashed or rebased onto a ${plan.targetBranch} that had moved: its gates did not see that tree`,
        actionableFixSuggestions: [
            "Merge a hotfix with a merge commit: then exactly its gated commit is deployed.",
            `${plan.targetBranch} has the fix now: release it from there. Example: release start --version=patch`,
        ],
    });
}
async function openPullRequest(context, ownership) {
    const { driver, forge, config, say } = context;
    const { plan } = driver.record;
    const asked = reviewersOf(ownership, config.review.reviewers);
    const opened = await driver.step("open-pull-request", async () => {
        const deciders = { rule: config.review.owners, groups: config.review.approvals === 0 ? [] : ownership.groups };
        const [body, ...shorterBodies] = (0,report/* pullRequestBodies */.BH)(driver.record, deciders);
        const pull = await forge.ensurePullRequest({
            head: plan.releaseBranch,
            headSha: required(driver.record.gatedSha, "the gated commit"),
            base: plan.targetBranch,
            title: `Release ${plan.releaseVersion}`,
            body,
            shorterBodies,
            labels: [
                "release",
                `version:${plan.releaseVersion}`,
                "auto-generated",
                ...(plan.releaseType === "hotfix" ? ["HOTFIX"] : []),
            ],
            reviewers: asked.reviewers,
        });
        for (const message of [...pull.warnings, ...asked.warnings, ...ownership.warnings])
            driver.observe({ type: "warned", message });
        return { number: pull.number, url: pull.url, head: pull.headSha };
    }, { facts: (pull) => [{ type: "pull-request-opened", ...pull }] });
    say(`pull request ${opened.url} is open`);
    return opened.number;
}
function approversOf({ approvedBy, mergedBy }) {
    return approvedBy.length === 0 && mergedBy !== undefined ? [mergedBy] : approvedBy;
}
async function approveAndMerge(context, number, ownership) {
    const { driver, forge, config, clock, say } = context;
    const giveUpAt = clock.now() + config.review.wait;
    for (;;) {
        const state = await forge.reviewState(number);
        const verdict = await judgeReview(questionOf(context), state, ownership);
        if (verdict.kind !== "wait" || !verdict.onlyRequiredChecks)
            await withdrawAutoMerge(context);
        if (verdict.kind === "refused")
            return failRelease(driver, {
                cause: verdict.cause,
                failureReason: verdict.reason,
                actionableFixSuggestions: [verdict.fix],
            });
        const missing = verdict.kind === "wait" ? verdict.reason : await review_done_unproved(context, state);
        if (missing === undefined) {
            const known = driver.record.approval?.sha === state.headSha;
            if (!known)
                driver.observe({ type: "approved", by: approversOf(state), sha: state.headSha });
            if (state.state !== "merged" && (await waitForKey(context, state.headSha)) !== undefined)
                return "suspended";
            return mergeApproved(context, number, state);
        }
        say(`waiting: ${missing}`);
        if (clock.now() >= giveUpAt) {
            await withdrawAutoMerge(context);
            return waitForPeople(context, missing);
        }
        if (verdict.kind === "wait" && verdict.onlyRequiredChecks)
            await offerAutoMerge(context, number, state);
        await attended(context, (signal) => clock.sleep(config.review.pollEvery, signal));
    }
}
async function assertMerged(context) {
    const { driver, forge } = context;
    if ((0,machine/* missingGuards */.Nu)(driver.record, "staging")?.includes("definitionOfDoneAsserted") !== true)
        return undefined;
    const { number } = required(driver.record.pullRequest, "the pull request");
    const missing = await review_done_unproved(context, await forge.reviewState(number));
    if (missing === undefined)
        return undefined;
    context.say(`waiting: ${missing}`);
    return waitForPeople(context, missing);
}
function sameTreeNow({ driver }, known) {
    if (known.gated !== "neither" || known.sha !== driver.record.gatedSha)
        return known;
    const now = { type: "merged", sha: known.sha, by: known.by, gated: "same-tree" };
    driver.observe({ type: "approved", by: [known.by], sha: known.sha }, now);
    return now;
}
function tagPosition({ driver }, merge) {
    return merge.gated === "same-tree" ? merge.sha : required(driver.record.gatedSha, "the gated commit");
}
async function tagRelease(context, sha) {
    const { tag, releaseVersion } = context.driver.record.plan;
    await ensureTag(context, {
        name: tag,
        sha,
        message: `Release ${releaseVersion}`,
        at: context.driver.record.openedAt,
    });
    context.say(`tagged ${tag}`);
    return sha;
}
async function waitForKey(context, sha) {
    const { driver } = context;
    const fault = await unableToSign(context, sha);
    if (fault === undefined)
        return undefined;
    const reason = `${fault.message}. ${fault.hint}`;
    await driver.suspend({ waitsFor: "decision", reason, command: resumeCommand(driver.record) });
    return "suspended";
}

;// CONCATENATED MODULE: ./build/packages/stages/brought.js
async function broughtBy({ git }, { merge, branchHead }) {
    const [tip] = await commitsOf(git, ["--max-count=1", merge]);
    const [first, second] = tip?.parents ?? [];
    if (first === undefined)
        return undefined;
    if (second !== undefined)
        return { newest: merge, before: first, command: `git revert -m 1 ${merge}` };
    if ((await git.resolve(branchHead)) === undefined) {
        const found = await git.fetch([branchHead]).then(() => true, () => false);
        if (!found)
            return undefined;
    }
    const originals = await commitsOf(git, ["--no-merges", `${merge}..${branchHead}`]);
    const before = await beforeCopies(git, merge, originals);
    if (before === undefined || before === first)
        return { newest: merge, before: first, command: `git revert ${merge}` };
    return { newest: merge, before, command: `git revert --no-commit ${before}..${merge} && git commit` };
}
async function beforeCopies(git, newest, originals) {
    const left = new Set(originals.map(({ identity }) => identity));
    let before;
    for (const { parents, identity } of await commitsOf(git, [
        "--first-parent",
        `--max-count=${originals.length}`,
        newest,
    ])) {
        if (parents.length !== 1 || !left.has(identity))
            break;
        before = parents[0];
    }
    return before;
}
async function commitsOf(git, range) {
    const chunks = [];
    const format = "--format=%P%x01%an%x01%ae%x01%ad%x01%s%x00";
    const args = ["--date=raw", format, ...range];
    for await (const chunk of git.log(args))
        chunks.push(chunk);
    return Buffer.concat(chunks)
        .toString("utf8")
        .split("\0")
        .map((text) => text.replace(/^\n/, ""))
        .filter((text) => text !== "")
        .map((text) => {
        const end = text.indexOf("\u0001");
        return { parents: text.slice(0, end).split(" ").filter(Boolean), identity: text.slice(end + 1) };
    });
}

;// CONCATENATED MODULE: ./build/packages/stages/git-revert.js





async function revertInGit(context, previous) {
    const { driver, git } = context;
    const { plan } = driver.record;
    const version = plan.rollback?.from ?? plan.tag;
    const revertTag = `${version}-rollback`;
    const released = await mergeOf(context);
    if (released === undefined)
        return { revertCommit: plan.baseSha, revertTag, via: "nothing-to-revert" };
    const target = `refs/remotes/origin/${plan.targetBranch}`;
    await git.fetch([`+refs/heads/${plan.targetBranch}:${target}`]);
    const head = required(await git.resolve(target), `the head of ${plan.targetBranch}`);
    const made = (await findOurs(context, head, version)) ?? (await makeRevert(context, { released, head, version, previous }));
    if (typeof made !== "string") {
        const message = `${version} could not be reverted on ${plan.targetBranch}: ${made.why}. Do: ${made.commands}`;
        context.say(message);
        driver.observe({ type: "warned", message });
        return { revertCommit: released.merge, revertTag, via: "conflict" };
    }
    const delivered = made === head || (await git.isAncestor(made, head))
        ? { via: "commit" }
        : await deliver(context, made, head, version);
    await ensureRollbackTag(context, revertTag, made);
    return { revertCommit: made, revertTag, ...delivered };
}
async function mergeOf({ driver, journal }) {
    const { rollback } = driver.record.plan;
    const record = rollback === undefined ? driver.record : (await journal.read(rollback.from))?.record;
    if (record?.merge === undefined)
        return undefined;
    return { merge: record.merge.sha, branchHead: record.branchHead ?? record.merge.sha };
}
const git_revert_trailer = (version) => `Release-Command: rollback ${version}`;
async function findOurs({ git }, head, version) {
    const chunks = [];
    const remote = (await git.remoteRefs([`refs/heads/${revertBranch(version)}`])).values().next().value;
    if (remote !== undefined)
        return remote;
    for await (const chunk of git.log(["-100", "--format=%H%x01%B%x00", head]))
        chunks.push(chunk);
    const commits = Buffer.concat(chunks).toString("utf8").split("\0");
    return commits
        .find((commit) => commit.includes(git_revert_trailer(version)))
        ?.trim()
        .slice(0, 40);
}
const revertBranch = (version) => `revert/${version}`;
async function makeRevert(context, { released, head, version, previous, }) {
    const { driver, git } = context;
    const { targetBranch } = driver.record.plan;
    const at = required(driver.record.visits.at(-1), "the last state").since;
    const reason = driver.record.verdict?.reason ?? driver.record.plan.rollback?.reason ?? "rolled back";
    const brought = await broughtBy(context, released);
    const start = `git switch -c ${revertBranch(version)} origin/${targetBranch}`;
    if (brought === undefined) {
        const commands = `${start} && git revert <the commits of ${version}>`;
        return { why: "its release branch is gone, so nobody can tell which commits it brought", commands };
    }
    const { merge } = released;
    const subject = `revert: release ${version}`;
    const body = `This reverts commit ${merge}.\n\n${reason}\nProduction serves ${previous ?? "the previous version"} again.`;
    const message = `${subject}\n\n${body}\n`;
    const reverted = await git.revert({ commit: brought.newest, before: brought.before, onto: head, message, at });
    if (reverted.state === "conflict")
        return {
            why: `it conflicts in ${reverted.files.slice(0, 5).join(", ")}`,
            commands: `${start} && ${brought.command}`,
        };
    const base = reverted.state === "reverted" ? reverted.sha : head;
    const changelog = await git.readFile(head, "CHANGELOG.md");
    const marked = changelog === undefined
        ? undefined
        : (0,packages_changelog/* markRolledBack */.du)(changelog, { version: version.slice(1), date: at.slice(0, 10), reason });
    const note = `docs(changelog): mark ${version} as rolled back\n\n${git_revert_trailer(version)}\n`;
    return git.commitFiles({
        parents: [base],
        files: new Map(marked === undefined ? [] : [["CHANGELOG.md", marked]]),
        message: note,
        at,
    });
}
async function deliver({ driver, git, forge, config }, sha, head, version) {
    const { targetBranch } = driver.record.plan;
    if (config.rollback.revert === "commit") {
        const outcome = await git.push([{ ref: `refs/heads/${targetBranch}`, to: sha, expect: head }]);
        if (outcome.state === "applied")
            return { via: "commit" };
        if (outcome.state === "unknown" || !outcome.denied) {
            throw new faults/* ReleaseFault */.eB("remote", `The revert could not be pushed to ${targetBranch}: ${outcome.reason}`, {
                hint: `Continue with: release resume ${driver.record.id}`,
            });
        }
    }
    const ref = `refs/heads/${revertBranch(version)}`;
    await git.push([{ ref, to: sha, expect: "absent" }]);
    const pull = await forge.ensurePullRequest({
        head: revertBranch(version),
        headSha: sha,
        base: targetBranch,
        title: `Revert release ${version}`,
        body: `Release ${version} was rolled back. Nobody waits for this pull request: production already serves the version before.`,
        labels: ["release", "auto-generated"],
        reviewers: config.review.reviewers,
    });
    return { via: "pull-request", url: pull.url };
}
async function ensureRollbackTag(context, name, sha) {
    const { driver, say } = context;
    const at = required(driver.record.visits.at(-1), "the last state").since;
    try {
        await ensureTag(context, { name, sha, message: `${driver.record.plan.tag} was rolled back`, at });
    }
    catch (thrown) {
        const settled = thrown instanceof TagTakenError || (thrown instanceof faults/* ReleaseFault */.eB && thrown.code === "config");
        if (!settled)
            throw thrown;
        const message = `${name} was not tagged: ${thrown.message}. Do: git tag --annotate ${name} ${sha} && git push origin ${name}`;
        say(message);
        driver.observe({ type: "warned", message });
    }
}

;// CONCATENATED MODULE: ./build/packages/stages/rolled-back.js







async function rolledBack(context) {
    const { driver } = context;
    await driver.takeEnvironment("production");
    const rollout = await rolloutToUndo(context);
    for (;;) {
        const { phase } = required(driver.record.rollback, "the rollback");
        if (phase === "rollback_completed")
            break;
        if (phase === "escalation")
            break;
        await phases[phase](context, rollout);
    }
    await driver.step("git-revert", () => revertInGit(context, rollout.previous), {
        facts: (result) => [{ type: "git-reverted", ...result }],
    });
    const { tag, plan } = driver.record;
    await showDeployment(context, {
        state: "failure",
        sha: tag?.sha ?? plan.baseSha,
        description: `rolled back, ${rollout.previous ?? "the previous version"} serves`,
    });
    return settle(context, "rolled_back");
}
async function rolloutToUndo(context) {
    const { driver, config } = context;
    const { plan, deployments, tag } = driver.record;
    const target = await context.target("production");
    const version = plan.rollback?.from ?? plan.tag;
    const to = plan.rollback?.to ?? deployments.get("production")?.previous ?? servingBefore(await target.observe(), version);
    const sha = tag?.sha ?? plan.baseSha;
    return watched({
        context,
        environment: "production",
        settings: config.environments.production,
        target,
        artifact: { version: to ?? version, sha, export: (directory) => context.git.exportTree(sha, directory) },
        previous: to,
    });
}
const phases = {
    async rollback_triggered({ driver }) {
        enter(driver, "traffic_reversion", driver.record.verdict?.reason ?? driver.record.plan.rollback?.reason ?? "asked for");
        await Promise.resolve();
    },
    async traffic_reversion(context, { target, previous }) {
        const { driver, clock } = context;
        const startedAt = clock.now();
        try {
            await revertTraffic(context, target, previous);
        }
        catch (thrown) {
            const fault = (0,faults/* asFault */.Ps)(thrown);
            if (fault.code === "bug")
                throw thrown;
            return escalate(context, `Traffic could not be reverted: ${fault.message}`, previous);
        }
        driver.observe({
            type: "traffic-reverted",
            environment: "production",
            to: required(previous, "the previous version"),
            status: "passed",
            durationMs: clock.now() - startedAt,
        });
        return enter(driver, "smoke_test_verification", "traffic is back");
    },
    async smoke_test_verification(context, { target, previous }) {
        const { url } = await target.observe();
        const result = await smokeFact(context, "production", "rollback", { url, headers: {} });
        if (result.status === "passed")
            return enter(context.driver, "health_monitoring", "smoke tests passed");
        return escalate(context, `Smoke tests failed after the rollback: ${result.failedTests.join(", ")}`, previous);
    },
    async health_monitoring(context, rollout) {
        const { driver, clock, config } = context;
        const startedAt = clock.now();
        const verdict = await watchAt(rollout, { point: "rollback", forMs: config.rollback.watch });
        const seen = driver.record.watches.findLast(({ point }) => point === "rollback");
        if (verdict !== undefined && verdict.trigger !== "not-proved") {
            return escalate(context, `Health did not return after the rollback: ${verdict.reason}`, rollout.previous);
        }
        driver.observe({
            type: "health-validated",
            ...(seen?.errorRatio === undefined ? {} : { errorRatio: seen.errorRatio }),
            healthChecks: seen?.healthChecks ?? "failing",
            stabilizationDurationMs: clock.now() - startedAt,
        });
        return enter(driver, "rollback_completed", "health is stable");
    },
};
function enter(driver, to, reason) {
    driver.decide({ type: "rollback-moved", to, reason });
}
async function escalate({ driver, target, say }, reason, version) {
    const platform = await target("production");
    const manualSteps = version === undefined ? [] : platform.manual(version);
    say(`ESCALATION: ${reason}`);
    driver.decide({ type: "escalated", reason, manualSteps: [...manualSteps] });
    enter(driver, "escalation", reason);
}

;// CONCATENATED MODULE: ./build/packages/stages/staging.js



async function staging(context) {
    const { driver } = context;
    await driver.takeEnvironment("staging");
    const rollout = await beginRollout(context, "staging");
    const verdict = await staging_verify(rollout);
    if (verdict !== undefined)
        return putBack(rollout, verdict);
    driver.giveBackEnvironment("staging");
    return moveTo(driver, "production", "staging verified");
}
async function staging_verify(rollout) {
    const { settings, vigil } = rollout;
    try {
        return (await runRollout(rollout)) ?? (await watchAt(rollout, { point: "staging", forMs: settings.watch }));
    }
    finally {
        await vigil.end();
    }
}
async function putBack({ context, previous }, verdict) {
    await restoreStaging(context);
    return failRelease(context.driver, {
        failureReason: verdict.reason,
        actionableFixSuggestions: [
            ...verdict.evidence,
            previous === undefined
                ? "Staging had no earlier version to go back to."
                : `Staging serves ${previous} again; the tag stays.`,
            "Fix forward and release the next version. Example: --version=patch",
        ],
    });
}

;// CONCATENATED MODULE: ./build/packages/stages/stopped.js




const takeBackMs = 3_000;
async function stopped(context, thrown) {
    const { driver, clock, signal } = context;
    const enough = new AbortController();
    const late = clock.sleep(takeBackMs, enough.signal).catch(() => undefined);
    const lateness = new AbortController();
    void late.then(() => lateness.abort(signal.reason));
    const takenBack = takeBack({ ...context, signal: lateness.signal }, why(signal)).catch((failed) => context.say(`traffic was not taken back: ${(0,faults/* asFault */.Ps)(failed).message}`));
    await Promise.race([takenBack, late]);
    enough.abort();
    const { id, record } = driver;
    const share = record.deployments.get("production")?.percent;
    const where = share === undefined ? record.state : `${record.state}, ${share} % of production on ${record.plan.tag}`;
    return new faults/* ReleaseFault */.eB("remote", `${why(signal)}: ${id} stays in ${where}. Nothing is lost`, {
        hint: `Continue with: release resume ${id}`,
        cause: thrown,
    });
}
function why({ reason }) {
    return reason instanceof Error ? reason.message : "Stopped";
}
async function takeBack(context, reason) {
    const { driver } = context;
    const previous = driver.record.deployments.get("production")?.previous;
    if (previous === undefined || !(await isSplit(context)))
        return;
    try {
        if (driver.record.verdict === undefined)
            driver.decide({ type: "verdict", trigger: "manual", reason: `${reason} while traffic was split`, evidence: [] });
        if (driver.record.state !== "rolled_back")
            moveTo(driver, "rolled_back", reason);
        await revertTraffic(context, await context.target("production"), previous);
        await driver.flush();
    }
    catch (thrown) {
        if (thrown instanceof NewsError)
            return takeBack(context, reason);
        throw thrown;
    }
}
async function isSplit({ driver, target }) {
    const { state, touched, plan } = driver.record;
    const goesOn = state === "production" || state === "production_canary" || state === "rolled_back";
    if (!goesOn || !touched.has("production"))
        return false;
    const { revisions } = await (await target("production")).observe();
    const percent = revisions.find(({ version }) => version === plan.tag)?.percent ?? 0;
    return percent > 0 && percent < 100;
}

;// CONCATENATED MODULE: ./build/packages/stages/drive.js















const stages = {
    initiated: initiated,
    quality_gates: qualityGates,
    quality_gates_fast: qualityGates,
    review: review,
    staging: staging,
    production: production,
    production_canary: production,
    completed: completed,
    failed: failed_failed,
    rolled_back: rolledBack,
};
async function driveWithin(context, within, onStage) {
    const { driver } = context;
    if (!within.includes(driver.record.state))
        return "left";
    if (driver.record.suspended !== undefined)
        driver.decide({ type: "resumed", by: context.actor });
    for (;;) {
        onStage();
        const end = await once(context);
        if (end === "suspended")
            return "suspended";
        if (end === "settled")
            return settledState(context);
        if (!within.includes(driver.record.state) && (await hasLeft(context, within)))
            return "left";
    }
}
async function hasLeft(context, within) {
    const { driver } = context;
    try {
        await driver.flush();
    }
    catch (thrown) {
        if (thrown instanceof NewsError)
            return false;
        throw thrown instanceof LostLeaseError ? succeeded(context.driver.id, thrown) : thrown;
    }
    return !within.includes(driver.record.state);
}
async function once(context) {
    try {
        return await stageOnce(context);
    }
    catch (thrown) {
        if (thrown instanceof NewsError)
            return "moved";
        if (thrown instanceof LostLeaseError)
            throw succeeded(context.driver.id, thrown);
        throw thrown;
    }
}
async function stageOnce(context) {
    const { driver } = context;
    try {
        if ((0,machine/* isSettled */.Is)(driver.record))
            return "settled";
        context.signal.throwIfAborted();
        if ((await obeyRequests(context)) === "suspended")
            return "suspended";
        return await withinTime(context, stages[driver.record.state]);
    }
    catch (thrown) {
        if (thrown instanceof NewsError || thrown instanceof LostLeaseError)
            throw thrown;
        if (thrown instanceof EnvironmentBusyError)
            return waitForEnvironment(context, thrown);
        return settleFault(context, (0,faults/* asFault */.Ps)(thrown));
    }
}
function succeeded(id, cause) {
    return new DrivenElsewhereError("policy", `Another process drives ${id} now: this one stopped and changed nothing more`, {
        hint: `See how it goes on: release status ${id}`,
        cause,
    });
}
const timed = [
    "initiated",
    "quality_gates",
    "quality_gates_fast",
    "staging",
    "production",
    "production_canary",
];
async function withinTime(context, stage) {
    const { driver, clock, signal } = context;
    const { state, visits } = driver.record;
    const { timeoutMs } = machine/* timing */.N9[state];
    if (timeoutMs === undefined || !timed.includes(state))
        return stage(context);
    const since = driver.facts.findLast(({ type }) => type === "resumed" || type === "moved" || type === "lease-taken")?.at ??
        visits.at(-1)?.since;
    const leftMs = timeoutMs - (clock.now() - Date.parse(since ?? driver.record.openedAt));
    const over = new AbortController();
    const late = new faults/* ReleaseFault */.eB("policy", `${state} took longer than ${(0,report/* duration */.p0)(timeoutMs)}`, {
        hint: `See where the time went: release report ${driver.id}`,
    });
    const ended = new AbortController();
    void clock.sleep(Math.max(0, leftMs), ended.signal).then(() => over.abort(late), () => undefined);
    try {
        return await stage({ ...context, signal: AbortSignal.any([signal, over.signal]) });
    }
    catch (thrown) {
        if (over.signal.aborted && !(thrown instanceof NewsError))
            throw late;
        throw thrown;
    }
    finally {
        ended.abort();
    }
}
async function waitForEnvironment({ driver }, busy) {
    const first = busy.orphaned ? `release resume ${busy.release}` : resumeCommand(driver.record);
    await driver.suspend({ waitsFor: "environment", reason: `${busy.message}.`, command: first });
    return "suspended";
}
async function settleFault(context, fault) {
    const { driver, signal } = context;
    const { record } = driver;
    if (signal.aborted)
        throw await stopped(context, fault);
    if (fault.code === "bug") {
        await driver.poll().catch((thrown) => {
            if (thrown instanceof LostLeaseError)
                throw thrown;
        });
        throw fault;
    }
    if (record.state === "production" || record.state === "production_canary") {
        if (record.verdict !== undefined)
            return moveTo(driver, "rolled_back", record.verdict.reason);
        if (!record.touched.has("production"))
            return waitForService(context, fault);
        const trigger = fault.code === "policy" ? "deployment-timeout" : "deployment-failure";
        driver.decide({ type: "verdict", trigger, reason: fault.message, evidence: [fault.hint] });
        return moveTo(driver, "rolled_back", fault.message);
    }
    if (fault.code === "remote")
        return waitForService(context, fault);
    if (record.state === "completed" || record.state === "failed" || record.state === "rolled_back")
        throw fault;
    return failRelease(driver, { failureReason: fault.message, actionableFixSuggestions: [fault.hint] });
}
async function waitForService({ driver }, fault) {
    const reason = `${fault.message}. ${fault.hint}`;
    await driver.suspend({ waitsFor: "service", reason, command: resumeCommand(driver.record) });
    return "suspended";
}
function settledState({ driver }) {
    const outcome = driver.record.settled?.outcome;
    if (outcome === undefined)
        throw new Error(`${driver.id} ended without an outcome`);
    return outcome;
}

;// CONCATENATED MODULE: ./build/packages/stages/follower.js


const updatesAtMost = 20;
const failuresAtMost = 2;
const patienceMs = 10_000;
function openFollower({ forge, surroundings }, driver) {
    const { clock, env, say, signal, page } = surroundings;
    const run = env["GITHUB_ACTIONS"] === "true" ? env["GITHUB_RUN_ID"] : undefined;
    const place = { webUrl: forge.webUrl, ...(run === undefined ? {} : { run }) };
    const isAdopted = driver.facts.findLast((fact) => fact.type === "lease-taken")?.adopted === true;
    let shown = isAdopted ? "" : follower_keyOf(driver.record);
    let updates = 0;
    let failures = 0;
    let running;
    const show = async () => {
        for (let { record } = driver; shown !== follower_keyOf(record); { record } = driver) {
            shown = follower_keyOf(record);
            if (pagesOf(record).length === 0)
                continue;
            if (updates >= updatesAtMost || failures >= failuresAtMost)
                return;
            updates += 1;
            const body = (0,report/* following */.CQ)(record, clock.now(), place);
            const told = pagesOf(record).map((number) => forge.ensureComment(number, `release-command ${record.id}`, body));
            const broken = (await Promise.allSettled(told)).find(({ status }) => status === "rejected");
            if (broken?.status !== "rejected")
                continue;
            failures += 1;
            if (!signal.aborted)
                tell(broken.reason);
        }
    };
    const tell = (thrown) => say(`a comment that follows the release is not up to date: ${(0,faults/* asFault */.Ps)(thrown).message}`);
    const showSafely = async () => show().catch(tell);
    const look = () => {
        running ??= showSafely().finally(() => (running = undefined));
    };
    if (page !== undefined && driver.record.settled === undefined && !driver.record.pages.includes(page))
        driver.observe({ type: "followed", page });
    return {
        look,
        async end() {
            const late = new AbortController();
            const all = (async () => {
                await running;
                await showSafely();
            })();
            await Promise.race([all, clock.sleep(patienceMs, late.signal).catch(() => undefined)]);
            late.abort();
        },
    };
}
function pagesOf({ pages, pullRequest }) {
    return [...new Set([...pages, ...(pullRequest === undefined ? [] : [pullRequest.number])])];
}
function follower_keyOf(record) {
    const { state, visits, suspended, settled } = record;
    return JSON.stringify([state, visits.length, suspended?.reason, settled?.outcome, pagesOf(record)]);
}

;// CONCATENATED MODULE: ./build/packages/stages/known-release.js

async function readOrThrow({ journal }, id) {
    const stored = await journal.read(id.startsWith("v") ? id : `v${id}`);
    if (stored !== undefined)
        return stored;
    const known = [...(await journal.live()), ...(await journal.archived())].map((release) => release.id);
    throw new faults/* ReleaseFault */.eB("input", `There is no release ${id}`, {
        hint: known.length === 0
            ? "No release was started yet. Example: release start --version=auto"
            : `Known: ${known.slice(-8).join(", ")}`,
    });
}
async function openedByRun({ journal }, runId) {
    return (await journal.live()).find(({ facts }) => facts[0]?.run.id === runId)?.id;
}

;// CONCATENATED MODULE: ./build/packages/stages/publication.js


async function finishPublication(workplace, { id, record }) {
    const end = record.settled?.outcome;
    if (end === undefined)
        throw new Error(`${id} is archived without an end`);
    if (end !== "failed")
        await publication_publish(workplace, id, record.plan);
    return end;
}
async function isPublished(workplace, { id, record }) {
    if (record.settled?.outcome === "failed")
        return true;
    const { config } = await configAt(workplace.git, record.plan.baseSha);
    return (config.journal.store === "directory" || arePublished(await portsOf(workplace, config, id), record.plan.targetBranch));
}
async function publication_publish(workplace, id, plan) {
    const { config } = await configAt(workplace.git, plan.baseSha);
    if (config.journal.store === "directory")
        return;
    const where = await publishRecords(await portsOf(workplace, config, id), plan.targetBranch);
    if (where !== undefined)
        workplace.surroundings.say(`records: ${where}`);
}

;// CONCATENATED MODULE: ./build/packages/stages/woken.js
const wakeEvent = "release-command";
function isWoken({ surroundings: { env } }) {
    return env["GITHUB_ACTIONS"] === "true" && env["GITHUB_EVENT_NAME"] === "repository_dispatch";
}
function heldBack(workplace, { id, record }) {
    const { suspended } = record;
    if (!isWoken(workplace) || suspended === undefined || hasWish(record))
        return undefined;
    if (suspended.waitsFor !== "decision" && suspended.waitsFor !== "changelog")
        return undefined;
    return `${id} waits for a decision (${suspended.reason}): only people go on with it`;
}
function hasWish({ requests }) {
    return requests.some(({ kind }) => kind !== "hold");
}

;// CONCATENATED MODULE: ./build/packages/stages/driving.js









async function loadRelease(workplace, id, deed) {
    const stored = await readOrThrow(workplace, id);
    if (!isWoken(workplace))
        await authorise(workplace, wishFor(workplace, stored, deed));
    await fetchAll(workplace.git);
    return stored;
}
function wishFor(workplace, stored, deed) {
    const wish = goingOn(stored, workplace);
    return deed === undefined ? wish : { ...wish, deeds: [deed, ...wish.deeds] };
}
async function driveJob(workplace, { id }, { within, prepare }) {
    const driver = await workplace.journal.drive(id, { onWait: waitingFor(workplace) });
    return useDriver(workplace, driver, { within, ...(prepare === undefined ? {} : { prepare }) });
}
async function useDriver(workplace, driver, { within, prepare }) {
    const known = driver.facts.length;
    const follower = openFollower(workplace, driver);
    try {
        const { plan } = driver.record;
        const { config } = await configAt(workplace.git, plan.baseSha);
        const context = { ...(await portsOf(workplace, config, driver.id)), driver };
        const begun = prepare === undefined ? "ready" : await prepared(context, prepare);
        const end = begun === "suspended" ? begun : await driveWithin(context, within, () => follower.look());
        if (end === "completed" || end === "rolled_back")
            await publication_publish(workplace, driver.id, plan);
        return { id: driver.id, end, record: driver.record, told: driver.facts.slice(known) };
    }
    finally {
        await driver.close();
        await follower.end();
    }
}
function waitingFor({ surroundings }) {
    let told;
    return (ms, holder) => {
        if (told === holder)
            return;
        told = holder;
        surroundings.say(`waiting up to ${Math.ceil(ms / 1000)} s until the last driver (${holder}) is surely gone`);
    };
}
async function prepared(context, prepare) {
    for (;;) {
        try {
            return await prepare(context);
        }
        catch (thrown) {
            if (thrown instanceof LostLeaseError)
                throw succeeded(context.driver.id, thrown);
            if (!(thrown instanceof NewsError))
                throw thrown;
        }
    }
}
function isOver({ live, record }) {
    return !live || (0,machine/* isSettled */.Is)(record);
}

;// CONCATENATED MODULE: ./build/packages/stages/adopt.js

function refuseAdoption({ type, adopt }) {
    if (adopt !== true || type === "hotfix")
        return;
    throw new faults/* ReleaseFault */.eB("input", "Only the branch of a hotfix can be adopted", {
        hint: "Example: --type=hotfix --version=2.5.1 --base=v2.5.0 --adopt",
    });
}
async function adoptedHead({ git }, { branch, tip, base, baseSha }) {
    if (tip === undefined) {
        throw new faults/* ReleaseFault */.eB("input", `There is no branch ${branch} to adopt`, {
            hint: `Push it first, or leave --adopt out: then it is created from ${base}, and the release waits for the fix.`,
        });
    }
    if (await git.isAncestor(baseSha, tip))
        return tip;
    throw new faults/* ReleaseFault */.eB("policy", `Branch ${branch} does not descend from ${base}: it cannot be adopted`, {
        hint: `Put the fix on a branch from the tag. Example: git rebase --onto ${base} <first commit of the fix>^ ${branch}`,
    });
}

;// CONCATENATED MODULE: ./build/packages/stages/configured.js



const gateLines = {
    security: "security: { command: npm run scan, report: reports/security.sarif }",
    unit: "unit: { command: npm run test:unit, report: reports/unit.xml, coverage: reports/unit.lcov }",
    integration: "integration: { command: npm run test:integration, report: reports/integration.xml, coverage: reports/integration.lcov }",
    e2e: "e2e: { command: npm run test:e2e, report: reports/e2e.json }",
};
const smokeLines = [
    "api: [{ name: health, path: /health }]",
    "database: { none: it stores nothing }",
    "external: { none: it asks nobody }",
    "auth: { none: there are no accounts }",
    "paths: { none: it has one page }",
];
async function missingConfiguration(workplace, { config, undetected = [], gates, environments }) {
    const missing = [...configured_missingGates(config, gates), ...(await missingTargets(workplace, { config, environments }))];
    if (missing.length === 0)
        return undefined;
    const names = missing.map(({ key }) => key).join(", ");
    const nearly = undetected
        .filter(({ key }) => missing.some((one) => one.key === key))
        .map(({ key, why, write }) => `${key}: ${why}. Add: ${write}\n`);
    const what = `${packages_config.defaultConfigPath} does not say what this release needs, nor do the project's own files: ${names}`;
    return new faults/* ReleaseFault */.eB("config", what, {
        hint: `${nearly.join("")}Add, with commands of your own:\n${snippet(missing)}`,
    });
}
function configured_missingGates({ gates, smoke, environments }, wanted) {
    const commands = ["security", "unit", "integration", "e2e"]
        .filter((gate) => wanted.includes(gate) && gates[gate] === undefined && gates.checks?.[gate] === undefined)
        .map((gate) => ({ key: `gates.${gate}`, section: "gates", lines: [gateLines[gate] ?? ""] }));
    const started = wanted.includes("smoke") || (wanted.includes("e2e") && gates.checks?.e2e === undefined);
    const development = {
        key: "environments.development",
        section: "environments",
        lines: ["development: { command: npm start, health: /health } # listens on PORT"],
    };
    return [
        ...commands,
        ...(smoke === undefined ? [{ key: "smoke", section: "smoke", lines: smokeLines }] : []),
        ...(started && environments.development === undefined ? [development] : []),
    ];
}
async function missingTargets({ surroundings }, { config, environments }) {
    const missing = [];
    for (const environment of environments) {
        const { cwd: workDirectory, clock, signal } = surroundings;
        try {
            await openTarget(config, environment, { workDirectory, clock, signal });
        }
        catch (thrown) {
            const { settings } = config.environments[environment];
            if (!(thrown instanceof faults/* ReleaseFault */.eB) || Object.keys(settings).length > 0)
                throw thrown;
            const port = environment === "staging" ? 8081 : 8080;
            const line = `${environment}: { settings: { directory: /srv/app/${environment}, port: ${port}, command: npm start } }`;
            missing.push({ key: `environments.${environment}.settings`, section: "environments", lines: [line] });
        }
    }
    return missing;
}
function snippet(missing) {
    return ["gates", "smoke", "environments"]
        .flatMap((section) => {
        const lines = missing.filter((one) => one.section === section).flatMap((one) => one.lines);
        return lines.length === 0 ? [] : [`${section}:`, ...lines.map((line) => `  ${line}`)];
    })
        .join("\n");
}

;// CONCATENATED MODULE: ./build/packages/stages/environments.js


const bothExist = async ({ forge }) => {
    const names = ["staging", "production"];
    const exist = await Promise.all(names.map((name) => forge.environmentExists(name)));
    const name = names[exist.indexOf(false)];
    if (name !== undefined) {
        throw new faults/* ReleaseFault */.eB("config", `The repository has no environment '${name}'`, {
            hint: `Create it: ${forge.webUrl}/settings/environments/new (a missing one would be made without protection).`,
        });
    }
    return [];
};
const protectedForJobs = async ({ forge }, policy, plan) => {
    const asks = policy.environments.production.approval === "required" && plan.incident?.autoApproved !== true;
    const deployed = environments_environmentsOf(plan);
    const approval = approvalEnvironment(plan);
    const names = asks ? [...deployed, approval] : deployed;
    const found = await Promise.all(names.map((name) => forge.findEnvironment(name)));
    const mistakes = names.flatMap((name, index) => name === approval ? wrongForAsking(name, found[index]) : wrongForDeploying(name, found[index]));
    if (mistakes.length > 0)
        throw wrongEnvironments(forge.webUrl, plan.targetBranch, mistakes);
    const open = found.flatMap((one) => (one?.anyBranch === true ? [one.name] : []));
    return [
        ...(asks || plan.incident?.autoApproved === true
            ? []
            : ["nobody is asked before production: environments.production.approval is none"]),
        ...(open.length === 0
            ? []
            : [`workflows of any branch may use ${open.join(", ")}: choose a branch in its settings`]),
    ];
};
function environments_environmentsOf({ releaseType }) {
    return releaseType === "hotfix" ? ["production"] : ["staging", "production"];
}
const environments_missing = (name) => `${name} does not exist: it would be made without protection`;
function wrongForAsking(name, found) {
    if (found === undefined)
        return [environments_missing(name)];
    return found.reviewers.length === 0 ? [`${name} has no reviewers: nobody would be asked`] : [];
}
function wrongForDeploying(name, found) {
    if (found === undefined)
        return [environments_missing(name)];
    const { reviewers, waitMinutes, customRules } = found;
    const waits = [
        ...(reviewers.length > 0 ? [`reviewers (${reviewers.join(", ")})`] : []),
        ...(waitMinutes > 0 ? [`a wait timer of ${waitMinutes} min`] : []),
        ...(customRules.length > 0 ? [`custom rules (${customRules.join(", ")})`] : []),
    ];
    return waits.length === 0 ? [] : [`${name} has ${waits.join(" and ")}: a rollback would wait for that too`];
}
function wrongEnvironments(webUrl, branch, mistakes) {
    const wrong = mistakes.join("; ");
    return new faults/* ReleaseFault */.eB("config", `The environments of this repository are not ready for a release: ${wrong}`, {
        hint: [
            `Change them: ${webUrl}/settings/environments`,
            `Reviewers belong to the approval environment only. Where the plan of the repository has none, say so in .github/release-command.yml on ${branch}:`,
            "environments:\n  production:\n    approval: none",
        ].join("\n"),
    });
}
async function refuseOrphans({ journal }, plan) {
    for (const environment of environments_environmentsOf(plan)) {
        const holder = await journal.environmentHolder(environment);
        if (holder?.stale !== true)
            continue;
        const held = await journal.read(holder.release);
        if (held?.live !== true || !held.record.touched.has(environment))
            continue;
        throw new faults/* ReleaseFault */.eB("policy", `${environment} belongs to release ${holder.release}, whose driver died in ${held.record.state}`, {
            hint: `Continue it first: release resume ${holder.release} (in the form: command resume, release ${holder.release})`,
        });
    }
}
async function requireDefaultBranch({ forge, surroundings }) {
    const { GITHUB_EVENT_NAME: event, GITHUB_REF: ref } = surroundings.env;
    if (event !== "workflow_dispatch" || ref === undefined)
        return;
    const branch = await forge.defaultBranch();
    if (ref === `refs/heads/${branch}`)
        return;
    throw new faults/* ReleaseFault */.eB("policy", `The form was sent from ${ref}, not from ${branch}`, {
        hint: `Choose "Use workflow from: ${branch}", or: gh workflow run release --ref ${branch}`,
    });
}

;// CONCATENATED MODULE: ./build/packages/stages/incident.js

function incidentOf({ type, severity, incident: id, }) {
    if (severity === undefined && id === undefined)
        return undefined;
    if (type === "hotfix" && severity !== undefined && id !== undefined)
        return { severity, id };
    const rule = type === "hotfix" ? "come together" : "belong to a hotfix";
    throw new faults/* ReleaseFault */.eB("input", `Severity and incident ${rule}`, {
        hint: "Example: --type=hotfix --severity=P0 --incident=INC-1",
    });
}

;// CONCATENATED MODULE: ./build/packages/stages/plan-branches.js


async function chooseBranches({ git, forge, local }, command, { last, heads }) {
    const names = [...heads.keys()].map((ref) => ref.slice("refs/heads/".length));
    const defaultBranch = await forge.defaultBranch();
    const configured = {
        ...local.config.branches,
        ...(command.from === undefined || command.type === "hotfix" ? {} : { source: command.from }),
        ...(command.to === undefined ? {} : { target: command.to }),
    };
    const develop = names.includes("develop")
        ? await describeDevelop(git, last ?? `refs/remotes/origin/${defaultBranch}`, last !== undefined)
        : undefined;
    const detected = (0,packages_config.detectBranches)({
        branches: names,
        defaultBranch,
        configured,
        ...(develop === undefined ? {} : { develop }),
    });
    const asked = command.from !== undefined && command.to !== undefined ? "as asked" : detected.reason;
    if (!names.includes(detected.source)) {
        throw new faults/* ReleaseFault */.eB("input", `Source branch '${detected.source}' not found`, {
            hint: `Branches: ${names.slice(0, 8).join(", ")}. Example: --from=${defaultBranch}`,
        });
    }
    if (!names.includes(detected.target)) {
        throw new faults/* ReleaseFault */.eB("input", `Target branch '${detected.target}' not found`, { hint: "Example: --to=main" });
    }
    return { source: detected.source, target: detected.target, reason: asked };
}
async function describeDevelop(git, base, released) {
    const develop = "refs/remotes/origin/develop";
    let commitsAfter = 0;
    for await (const chunk of git.log(["--format=%H", `${base}..${develop}`]))
        commitsAfter += chunk.toString("utf8").split("\n").length - 1;
    return { containsLastRelease: !released || (await git.isAncestor(base, develop)), commitsAfter };
}
async function resolveBase({ git }, command, { source, tags, }) {
    if (command.type === "standard") {
        const sha = await git.resolve(`refs/remotes/origin/${source}^{commit}`);
        if (sha !== undefined)
            return sha;
        throw new faults/* ReleaseFault */.eB("input", `Source branch '${source}' not found`, { hint: "Example: --from=develop" });
    }
    const base = command.from;
    const sha = tags.find(({ name }) => name === base)?.sha;
    if (sha !== undefined)
        return sha;
    throw new faults/* ReleaseFault */.eB("input", base === undefined ? "A hotfix needs its base: the released tag that it repairs" : `Base tag '${base}' not found`, {
        hint: "Example: --type=hotfix --version=2.5.1 --base=v2.5.0 --target=main",
    });
}

;// CONCATENATED MODULE: ./build/packages/stages/plan-free.js



function refuseUsedUp(version, tags) {
    if (!tags.some(({ name }) => name === `v${version}`))
        return;
    throw new faults/* ReleaseFault */.eB("policy", `Version ${version} is used up: tag v${version} exists`, {
        hint: "A version is never released twice. Example: --version=patch",
    });
}
async function requireFreeVersion({ forge }, version, known) {
    refuseUsedUp(version, known.tags);
    refuseRecorded(version, known.records);
    refuseOpen(known.records, version);
    const published = await forge.findRelease(`v${version}`);
    if (published === undefined)
        return;
    const what = published.draft ? "a draft of a GitHub release" : "a GitHub release";
    throw new faults/* ReleaseFault */.eB("policy", `Version ${version} is taken: ${what} of v${version} exists, ${published.url}`, {
        hint: `${published.draft ? "Delete the draft or" : "Nothing of ours made it:"} choose another version. Example: --version=patch`,
    });
}
function refuseOpen(records, version) {
    const live = records.find((one) => one.live && one.record.plan.releaseVersion === version);
    if (live === undefined)
        return;
    throw new faults/* ReleaseFault */.eB("policy", `Release ${live.id} is open since ${live.record.openedAt}, started by ${live.record.plan.initiatedBy}`, {
        hint: `Continue it with: release resume ${live.id}   or end it with: release abort ${live.id} --reason="…"`,
    });
}
async function requireFreeBranch(workplace, { type, from = "the base", adopt = false, retryOf }, { releaseBranch, baseSha, heads, }) {
    const { git, journal } = workplace;
    const tip = await git.resolve(`refs/remotes/origin/${releaseBranch}`);
    const there = heads.has(`refs/heads/${releaseBranch}`);
    if (there && retryOf !== undefined && tip === retryOf.branchHead)
        return tip;
    const branch = { branch: releaseBranch, tip: there ? tip : undefined, base: from, baseSha };
    if (adopt)
        return adoptedHead(workplace, branch);
    if (!there)
        return undefined;
    if (type === "hotfix" && retryOf !== undefined)
        return adoptedHead(workplace, branch);
    refuseOpen(await journal.live(), releaseBranch.slice(releaseBranch.indexOf("/") + 1));
    const takeOver = type === "hotfix" ? ", take it over with its fix (--adopt)" : "";
    throw new faults/* ReleaseFault */.eB("policy", `Release branch ${releaseBranch} already exists`, {
        hint: `Delete it (git push origin --delete ${releaseBranch})${takeOver} or choose another version. Example: --version=patch`,
    });
}

;// CONCATENATED MODULE: ./build/packages/stages/plan-version.js

function chooseVersion(command, { since, bump, tags, config, }) {
    const { previousTag } = since;
    const prereleases = knownPrereleases(since, tags, config);
    const { version, warnings } = (0,packages_changelog/* resolveVersion */.x)({
        asked: command.version,
        last: previousTag?.slice(1),
        commits: bump,
        allowLower: command.allowLowerVersion === true,
        prereleases,
    });
    const before = (0,packages_changelog/* highest */.BR)(prereleases.contained);
    return { version, warnings, previousTag: version.includes("-") && before !== undefined ? `v${before}` : previousTag };
}
function knownPrereleases({ commits }, tags, { versions }) {
    const taken = (0,packages_changelog/* prereleaseVersions */.e9)(tags.map(({ name }) => name));
    const shaOf = new Map(tags.map(({ name, sha }) => [name, sha]));
    const inRange = new Set(commits.map(({ commit }) => commit.sha));
    return {
        word: versions.prerelease === false ? undefined : versions.prerelease,
        taken,
        contained: taken.filter((version) => inRange.has(shaOf.get(`v${version}`) ?? "")),
    };
}

;// CONCATENATED MODULE: ./build/packages/stages/preset-script.js
const presetScript = `
import { text } from "node:stream/consumers";
const { names, settings, types, mark } = JSON.parse(await text(process.stdin));
const say = (answer) => process.stdout.write("\\n" + mark + JSON.stringify(answer) + "\\n", () => process.exit(0));
const missing = (error) => error?.code === "ERR_MODULE_NOT_FOUND" || error?.code === "MODULE_NOT_FOUND";
const load = async () => {
  let failure;
  for (const name of names) {
    try {
      return await import(name);
    } catch (error) {
      if (!missing(error)) throw error;
      failure ??= error;
    }
  }
  throw failure;
};
const plain = (pattern) => (pattern instanceof RegExp ? { source: pattern.source, flags: pattern.flags } : undefined);
const probe = (transform, type, scope) => {
  const commit = { type, scope: scope ?? null, subject: "x", header: type + ": x", body: null, footer: null, merge: null,
    revert: null, notes: [], references: [], mentions: [], hash: "0".repeat(40), committerDate: "2026-01-01" };
  return transform(commit, { version: "1.0.0", host: "", owner: "", repository: "", repoUrl: "" });
};
try {
  const module = await load();
  const made = module.default ?? module;
  const preset = await (typeof made === "function" ? made(settings) : made);
  const parser = preset.parser ?? preset.parserOpts ?? {};
  const writer = preset.writer ?? preset.writerOpts ?? {};
  const own = Array.isArray(settings.types) ? settings.types : [];
  const asked = [...own.map(({ type, scope }) => [type, scope]), ...types.map((type) => [type, undefined])];
  const rows = new Map();
  for (const [type, scope] of asked) {
    const key = JSON.stringify([type, scope]);
    if (rows.has(key)) continue;
    const shown = typeof writer.transform === "function" ? await probe(writer.transform, type, scope) : { type };
    if (shown && typeof shown.type === "string" && shown.type !== "") rows.set(key, { type, scope, section: shown.type });
    else rows.set(key, { type, scope, section: type, hidden: true });
  }
  const order = typeof writer.commitGroupsSort === "function" ? writer.commitGroupsSort : (a, b) => (a.title < b.title ? -1 : 1);
  const group = ({ section }) => ({ title: section, commits: [] });
  const sorted = [...rows.values()].sort((a, b) =>
    Boolean(a.hidden) - Boolean(b.hidden) || (a.section === b.section ? 0 : order(group(a), group(b))));
  const read = ["headerPattern", "headerCorrespondence", "breakingHeaderPattern", "noteKeywords", "notesPattern",
    "issuePrefixes", "revertPattern", "revertCorrespondence", "mergePattern", "mergeCorrespondence"];
  say({
    types: sorted,
    header: plain(parser.headerPattern),
    parts: parser.headerCorrespondence,
    breakingHeader: plain(parser.breakingHeaderPattern),
    noteKeywords: parser.noteKeywords,
    issuePrefixes: parser.issuePrefixes,
    strange: [
      ...Object.keys(parser).filter((key) => !read.includes(key)).map((key) => "parser." + key),
      ...Object.keys(writer).filter((key) => !["transform", "groupBy", "commitGroupsSort", "commitsSort", "noteGroupsSort",
        "notesSort"].includes(key)).map((key) => "writer." + key),
    ],
  });
} catch (error) {
  say({ failure: String(error?.message ?? error).split("\\n")[0], missing: missing(error) });
}
`;

;// CONCATENATED MODULE: ./build/packages/stages/preset.js







class PresetMissingError extends faults/* ReleaseFault */.eB {
}
const patience = 20_000;
const pattern = schemas/* object */.Ikc({ source: schemas/* string */.YjP().max(2000), flags: schemas/* string */.YjP().max(10) });
const answerSchema = schemas/* union */.KCZ([
    schemas/* object */.Ikc({ failure: schemas/* string */.YjP(), missing: schemas/* boolean */.zMY() }),
    schemas/* object */.Ikc({
        types: schemas/* array */.YOg(schemas/* object */.Ikc({
            type: schemas/* string */.YjP().min(1),
            scope: schemas/* string */.YjP().exactOptional(),
            section: schemas/* string */.YjP().min(1),
            hidden: schemas/* boolean */.zMY().exactOptional(),
        }))
            .max(1000),
        header: pattern.optional(),
        parts: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
        breakingHeader: pattern.optional(),
        noteKeywords: schemas/* array */.YOg(schemas/* string */.YjP().min(1)).optional(),
        issuePrefixes: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
        strange: schemas/* array */.YOg(schemas/* string */.YjP()),
    }),
]);
async function loadPreset(wanted, { directory, env, signal, types, timeoutMs = patience }) {
    const { name, ...settings } = typeof wanted === "string" ? { name: wanted } : wanted;
    const mark = `preset-${(0,external_node_crypto_.randomUUID)()}:`;
    const asked = [...new Set([...packages_changelog/* defaultCommitTypes */.Ab.map(({ type }) => type), "feature", "deps", ...types])];
    const { stdout, stderr, timedOut } = await (0,packages_process/* run */.eF)([process.execPath, "--input-type=module", "--eval", presetScript], {
        cwd: directory,
        env: cleanEnvironment(env),
        inheritEnv: false,
        input: JSON.stringify({ names: spellings(name), settings, types: asked, mark }),
        timeoutMs,
        signal,
        maxOutputBytes: 4 * 1024 * 1024,
    });
    signal.throwIfAborted();
    if (timedOut)
        throw preset_refused(name, `it was not read within ${timeoutMs / 1000} s`);
    const line = stdout.split("\n").findLast((text) => text.startsWith(mark));
    if (line === undefined)
        throw preset_refused(name, lastLine(stderr) ?? "it ended the process that read it");
    const { data: answer, error } = answerSchema.safeParse(JSON.parse(line.slice(mark.length)));
    if (answer === undefined)
        throw preset_refused(name, `its answer makes no sense: ${error.issues[0]?.message ?? ""}`);
    if ("failure" in answer)
        throw answer.missing ? notInstalled(name, answer.failure) : preset_refused(name, answer.failure);
    return taken(name, answer);
}
const everyday = new Set([
    String.raw `^(\w*)(?:\((.*)\))?: (.*)$`,
    String.raw `^(\w*)(?:\((.*)\))?!?: (.*)$`,
    String.raw `^(\w*)(?:\((.*)\))?!: (.*)$`,
]);
function taken(name, answer) {
    const { types, header, parts = ["type", "scope", "subject"], breakingHeader } = answer;
    const isOwn = header !== undefined && !everyday.has(header.source);
    const words = (answer.noteKeywords ?? []).filter((word) => !/^breaking[ -]changes?$/i.test(word));
    const expressions = [header, breakingHeader].filter((expression) => expression !== undefined);
    for (const { source, flags } of expressions)
        requireExpression(name, source, flags);
    const prefixes = (answer.issuePrefixes ?? []).filter((prefix) => prefix !== "#");
    return {
        preset: {
            name,
            types,
            ...(isOwn ? { header: { pattern: header, parts } } : {}),
            ...(isOwn && breakingHeader !== undefined ? { breakingHeader } : {}),
            ...(words.length === 0 ? {} : { noteKeywords: words }),
        },
        notTaken: [
            ...answer.strange.map((key) => `${key} (the template is ours)`),
            ...(prefixes.length === 0 ? [] : [`parser.issuePrefixes ${prefixes.join(" ")} (say changelog.tickets)`]),
        ],
    };
}
function requireExpression(name, source, flags) {
    try {
        void new RegExp(source, flags);
    }
    catch (thrown) {
        throw preset_refused(name, `its pattern ${source} is none here`, thrown);
    }
}
function spellings(name) {
    if (/^\.{0,2}\//.test(name) || name.startsWith("file:"))
        return [name];
    const [scope = "", rest] = name.split("/", 2);
    if (!name.startsWith("@"))
        return [`conventional-changelog-${name}`, name];
    return [name, rest === undefined ? `${scope}/conventional-changelog` : `${scope}/conventional-changelog-${rest}`];
}
function notInstalled(name, why) {
    return new PresetMissingError("config", `The changelog preset "${name}" is not here: ${why}`, {
        hint: "Install what the checkout needs (npm ci), or say in gates.setup how that is done. A file is named from the root: ./release/preset.js",
    });
}
function preset_refused(name, why, cause) {
    return new faults/* ReleaseFault */.eB("config", `The changelog preset "${name}" cannot be read: ${why}`, {
        hint: "Try it: npx conventional-changelog --preset=NAME   or say changelog.types instead.",
        cause,
    });
}
function lastLine(text) {
    return text
        .trim()
        .split("\n")
        .findLast((line) => line.trim() !== "");
}

;// CONCATENATED MODULE: ./build/packages/stages/preset-at.js








const setupTimeoutMs = 300_000;
async function presetAt({ git, surroundings }, { config, sha }) {
    const wanted = config.changelog.preset;
    if (wanted === undefined)
        return undefined;
    const { cwd, env, signal } = surroundings;
    const directory = await (0,promises_.mkdtemp)(external_node_path_.join((0,external_node_os_.tmpdir)(), "release-preset-"));
    const place = { directory, env, signal, types: await typesInUse(git, sha) };
    try {
        await git.exportTree(sha, directory);
        const [installed, packages] = [external_node_path_.join(cwd, "node_modules"), external_node_path_.join(directory, "node_modules")];
        const linked = (0,external_node_fs_.existsSync)(installed) && !(0,external_node_fs_.existsSync)(packages);
        if (linked)
            await (0,promises_.symlink)(installed, packages, "junction");
        try {
            return await loadPreset(wanted, place);
        }
        catch (thrown) {
            const { setup } = config.gates;
            if (!(thrown instanceof PresetMissingError) || setup === undefined)
                throw thrown;
            if (linked)
                await (0,promises_.unlink)(packages);
            await install(setup, place);
            return await loadPreset(wanted, place);
        }
    }
    finally {
        await (0,promises_.rm)(directory, { recursive: true, force: true });
    }
}
async function install(setup, { directory, env, signal }) {
    const result = await (0,packages_process/* runShell */.E5)(setup, {
        cwd: directory,
        env: cleanEnvironment(env),
        inheritEnv: false,
        timeoutMs: setupTimeoutMs,
        signal,
        maxOutputBytes: 1024 * 1024,
    });
    signal.throwIfAborted();
    if (result.exitCode === 0)
        return;
    const why = result.timedOut ? `took longer than ${setupTimeoutMs / 60_000} min` : result.stderr.trim().slice(-500);
    throw new faults/* ReleaseFault */.eB("config", `The changelog preset is not here, and gates.setup failed: ${why}`, {
        hint: `Run it in a fresh clone: ${setup}`,
    });
}
const lookedAt = 2000;
async function typesInUse(git, revision) {
    const chunks = [];
    for await (const chunk of git.log(["--format=%s", `--max-count=${lookedAt}`, "--end-of-options", revision, "--"]))
        chunks.push(chunk);
    const types = new Set();
    for (const [, type = ""] of Buffer.concat(chunks)
        .toString("utf8")
        .matchAll(/^([a-z][\w-]{0,30})(?:\([^)\n]*\))?!?: /gim))
        types.add(type.toLowerCase());
    return [...types].slice(0, 200);
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
;// CONCATENATED MODULE: ./build/packages/stages/reviewed-plan.js




const format = "release-plan/1";
const sha = schemas/* string */.YjP().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/, "must be the full id of a commit");
const digest = schemas/* string */.YjP().regex(/^[0-9a-f]{64}$/, "must be a SHA-256 in hexadecimal");
const strategy = schemas/* enum */.k5n(["blue-green", "canary", "rolling"]);
const reviewed_plan_pattern = schemas/* strictObject */.rej({ source: schemas/* string */.YjP(), flags: schemas/* string */.YjP() });
const presetSchema = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP(),
    types: schemas/* array */.YOg(schemas/* strictObject */.rej({
        type: schemas/* string */.YjP(),
        scope: schemas/* string */.YjP().exactOptional(),
        section: schemas/* string */.YjP(),
        hidden: schemas/* boolean */.zMY().exactOptional(),
    })),
    header: schemas/* strictObject */.rej({ pattern: reviewed_plan_pattern, parts: schemas/* array */.YOg(schemas/* string */.YjP()) }).exactOptional(),
    breakingHeader: reviewed_plan_pattern.exactOptional(),
    noteKeywords: schemas/* array */.YOg(schemas/* string */.YjP()).exactOptional(),
});
const documentSchema = schemas/* strictObject */.rej({
    format: schemas/* literal */.euz(format),
    digest,
    date: iso/* date */.p6(),
    previousSha: sha.exactOptional(),
    plan: schemas/* strictObject */.rej({
        releaseVersion: schemas/* string */.YjP(),
        releaseType: schemas/* enum */.k5n(["standard", "hotfix"]),
        baseBranch: schemas/* string */.YjP(),
        baseSha: sha,
        targetBranch: schemas/* string */.YjP(),
        releaseBranch: schemas/* string */.YjP(),
        tag: schemas/* string */.YjP(),
        previousTag: schemas/* string */.YjP().exactOptional(),
        gates: schemas/* array */.YOg(schemas/* enum */.k5n(["security", "dod", "unit", "integration", "smoke", "e2e"])),
        overrides: schemas/* array */.YOg(schemas/* strictObject */.rej({
            gate: schemas/* enum */.k5n(["security", "dod", "unit", "integration", "e2e"]),
            reason: schemas/* string */.YjP().max(500),
        }))
            .min(1)
            .exactOptional(),
        parallelGates: schemas/* literal */.euz(true).exactOptional(),
        steps: schemas/* array */.YOg(schemas/* number */.aig()),
        stagingStrategy: strategy,
        productionStrategy: strategy,
        configDigest: digest,
        detected: schemas/* array */.YOg(schemas/* strictObject */.rej({ key: schemas/* string */.YjP(), value: schemas/* string */.YjP(), why: schemas/* string */.YjP() })).exactOptional(),
        changelogOverride: schemas/* string */.YjP().exactOptional(),
        changelogPreset: presetSchema.exactOptional(),
        allowsLowerVersion: schemas/* literal */.euz(true).exactOptional(),
        incident: schemas/* strictObject */.rej({ severity: schemas/* enum */.k5n(["P0", "P1"]), id: schemas/* string */.YjP(), autoApproved: schemas/* boolean */.zMY() })
            .exactOptional(),
    }),
    changelog: schemas/* string */.YjP(),
});
function outlookOf(plan, previousSha) {
    const { initiatedBy: _by, takesOver: _from, reviewedDigest: _reviewed, rollback: _back, ...same } = plan;
    return { plan: same, ...(previousSha === undefined ? {} : { previousSha }) };
}
function digestOfOutlook({ plan, previousSha }) {
    return (0,external_node_crypto_.createHash)("sha256")
        .update((0,canonicalize/* default */.A)({ plan, previousSha }) ?? "")
        .digest("hex");
}
function planFileText(outlook, { date, changelog }) {
    const { plan, previousSha } = outlook;
    const before = previousSha === undefined ? {} : { previousSha };
    return `${JSON.stringify({ format, digest: digestOfOutlook(outlook), date, ...before, plan, changelog }, null, 2)}\n`;
}
function parsePlanFile(text, name) {
    const wrong = (what, cause) => new faults/* ReleaseFault */.eB("input", `${name} is no plan of a release: ${what}`, { hint: writeHint, cause });
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (thrown) {
        throw wrong("it is not JSON", thrown);
    }
    const { data, error } = documentSchema.safeParse(value);
    if (data === undefined) {
        const problems = error.issues.map(({ path, message }) => `${path.join(".") || "the file"}: ${message}`);
        throw wrong(problems.slice(0, 5).join("; "));
    }
    if (digestOfOutlook(data) !== data.digest)
        throw wrong("it was changed after it was written");
    return { digest: data.digest, document: data, file: name };
}
const writeHint = "Write it with: release start --version=auto --dry-run --out=plan.json";
function requireAsReviewed({ digest: wanted, document }, now, changelogAt) {
    const found = document === undefined ? [] : differences(document, now);
    if (document !== undefined && found.length === 0 && changelogAt(document.date) !== document.changelog)
        found.push("changelog: its text is not what these commits give");
    const actual = digestOfOutlook(now);
    if (found.length === 0 && actual !== wanted)
        found.push(`digest: ${wanted} → ${actual}`);
    if (found.length === 0)
        return;
    throw new faults/* ReleaseFault */.eB("policy", `The plan is not what would be released now:\n${found.join("\n")}`, {
        hint: `Nothing was changed. Have the plan reviewed again. ${writeHint}`,
    });
}
function differences(reviewed, now) {
    const before = new Map(Object.entries({ ...reviewed.plan, previousSha: reviewed.previousSha }));
    const after = new Map(Object.entries({ ...now.plan, previousSha: now.previousSha }));
    const keys = [...new Set([...before.keys(), ...after.keys()])];
    return keys.flatMap((key) => {
        const [was, is] = [before.get(key), after.get(key)];
        return (0,canonicalize/* default */.A)(was) === (0,canonicalize/* default */.A)(is) ? [] : [`${key}: ${reviewed_plan_shown(was)} → ${reviewed_plan_shown(is)}`];
    });
}
function reviewed_plan_shown(value) {
    if (value === undefined)
        return "none";
    const text = typeof value === "string" ? value : ((0,canonicalize/* default */.A)(value) ?? "none");
    return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

;// CONCATENATED MODULE: ./build/packages/stages/start-command.js





async function startOf(words, readNamed) {
    const given = withoutBlanks(words);
    const { changelog, plan, dryRun, override: said, ...rest } = given;
    incidentOf(rest);
    const overrides = overridesOf(said);
    const run = dryRun === true ? { dryRun } : {};
    const digest = /^sha256:(?<hex>[0-9a-f]{64})$/.exec(plan ?? "")?.groups?.["hex"];
    if (plan !== undefined && digest === undefined) {
        const reviewed = parsePlanFile(await readNamed(plan, "plan"), plan);
        if (reviewed.document === undefined)
            throw new Error("a plan's file has its text");
        return { ...asPlanned(given, reviewed.document, overrides), ...run, reviewed };
    }
    const override = changelog === undefined ? {} : { changelogOverride: await readNamed(changelog, "changelog") };
    return { ...rest, ...overrides, ...override, ...run, ...(digest === undefined ? {} : { reviewed: { digest } }) };
}
function overridesOf(said) {
    const overrides = parseOverrides(said ?? "");
    return overrides.length === 0 ? {} : { overrides };
}
function withoutBlanks({ type, version, allowLowerVersion, adopt, dryRun, severity, ...texts }) {
    const said = Object.fromEntries(Object.entries(texts).flatMap(([name, text]) => {
        const value = text?.trim();
        return value === undefined || value === "" ? [] : [[name, value]];
    }));
    return {
        type,
        version,
        ...said,
        ...(severity === undefined || severity === "none" ? {} : { severity }),
        ...(allowLowerVersion === true ? { allowLowerVersion } : {}),
        ...(adopt === true ? { adopt } : {}),
        ...(dryRun === true ? { dryRun } : {}),
    };
}
function asPlanned(given, { plan }, { overrides }) {
    const { severity, id } = plan.incident ?? {};
    const planned = {
        type: plan.releaseType,
        version: plan.releaseVersion,
        from: plan.baseBranch,
        to: plan.targetBranch,
        severity,
        incident: id,
    };
    const same = overrides === undefined || (0,canonicalize/* default */.A)(overrides) === (0,canonicalize/* default */.A)(plan.overrides);
    const untyped = { type: "standard", version: "auto" };
    const contrary = Object.entries(planned).find(([name, value]) => {
        const said = Reflect.get(given, name);
        return said !== undefined && said !== value && said !== Reflect.get(untyped, name);
    });
    if (contrary !== undefined || given.changelog !== undefined || !same) {
        const [name, value] = contrary ?? [same ? "changelog" : "override", "part of the plan"];
        throw new faults/* ReleaseFault */.eB("input", `The plan says its own ${name}: ${value ?? "none"}`, {
            hint: `Leave ${name} out. Example: release start --plan=${given.plan ?? "plan.json"}`,
        });
    }
    return { ...sameAgain(plan), ...overriding(plan), ...(given.adopt === true ? { adopt: true } : {}) };
}
function overriding({ overrides }) {
    return overrides === undefined ? {} : { overrides };
}
function sameAgain(plan) {
    return {
        type: plan.releaseType === "hotfix" ? "hotfix" : "standard",
        version: plan.releaseVersion,
        from: plan.baseBranch,
        to: plan.targetBranch,
        ...(plan.changelogOverride === undefined ? {} : { changelogOverride: plan.changelogOverride }),
        ...(plan.incident === undefined ? {} : { severity: plan.incident.severity, incident: plan.incident.id }),
        ...(plan.allowsLowerVersion === true ? { allowLowerVersion: true } : {}),
    };
}

;// CONCATENATED MODULE: ./build/packages/stages/plan.js





















async function planRelease(workplace, command, checkEnvironments = bothExist) {
    const { git, forge, actor } = workplace;
    (0,packages_changelog/* requireVersionForm */.gw)(command.version);
    const named = incidentOf(command);
    refuseAdoption(command);
    const unclean = await lookAtClone(workplace, command.reviewed);
    if (unclean !== undefined && command.dryRun !== true)
        throw unclean;
    await Promise.all([fetchAll(git), forge.defaultBranch()]);
    const authorised = command.dryRun === true ? undefined : await authorise(workplace, wishOf(command), "here");
    if (command.overrides !== undefined && command.dryRun !== true)
        await authorise(workplace, { ...wishOf(command), deeds: ["override"] }, "here");
    const tags = await git.tags("v");
    refuseUsedUp(command.version, tags);
    const [records, heads] = await Promise.all([recordsOf(workplace), git.remoteRefs(["refs/heads/*"])]);
    const history = requireTagsAsRecorded(records, tags);
    const last = (0,packages_changelog/* lastReleaseTag */.co)(tags.map(({ name }) => name));
    const branches = await chooseBranches(workplace, command, { last, heads });
    const baseSha = await resolveBase(workplace, command, { source: branches.source, tags });
    const loaded = await configAt(git, baseSha);
    const { config } = loaded;
    const standard = command.type === "standard";
    const read = await presetAt(workplace, { config, sha: baseSha });
    const preset = read?.preset;
    const since = await readRange(git, { previousTag: standard ? last : command.from, until: baseSha, preset });
    const notesFor = (range, version, date) => notesOf(range, { version, date, repositoryUrl: forge.webUrl }, { settings: config.changelog, preset });
    const { bump } = notesFor(since, "0.0.0", today(workplace));
    if (standard)
        requireCommits(since, branches.source);
    const { version, warnings, previousTag } = chooseVersion(command, { since, bump, tags, config });
    const range = previousTag === since.previousTag ? since : await readRange(git, { previousTag, until: baseSha, preset });
    if (standard)
        requireCommits(range, branches.source);
    await requireFreeVersion(workplace, version, { tags, records });
    requireAboveProduction(version, records);
    if (standard)
        await requireLastRelease(workplace, { source: branches.source, baseSha, tags, records });
    const releaseBranch = `${standard ? "release" : "hotfix"}/${version}`;
    const takesOver = await requireFreeBranch(workplace, command, { releaseBranch, baseSha, heads });
    const policy = await policyOf(git, branches.target);
    const mayPass = named !== undefined && policy.hotfix.autoApproval.includes(named.severity);
    const asks = mayPass ? await whyNot(workplace, "auto-approval", "here") : undefined;
    const gates = gatesOf(command, loaded);
    requireOverridable(command.overrides ?? [], { planned: gates, policy, target: branches.target });
    const { detected, undetected } = loaded;
    const environments = plan_environmentsOf(command);
    const lacks = await missingConfiguration(workplace, { config, undetected, gates, environments });
    if (lacks !== undefined && command.dryRun !== true)
        throw lacks;
    const unsigned = await unableToSign({ git, config, signingKey: signingKeyOf(workplace.surroundings.env) }, baseSha);
    if (unsigned !== undefined && command.dryRun !== true)
        throw unsigned;
    const plan = {
        releaseVersion: version,
        releaseType: command.type,
        baseBranch: standard ? branches.source : (command.from ?? branches.source),
        baseSha,
        targetBranch: branches.target,
        releaseBranch,
        tag: `v${version}`,
        ...(previousTag === undefined ? {} : { previousTag }),
        gates,
        ...overriding(command),
        ...(config.gates.parallel ? { parallelGates: true } : {}),
        steps: standard ? config.environments.production.steps : config.hotfix.steps,
        stagingStrategy: config.environments.staging.strategy,
        productionStrategy: standard ? config.environments.production.strategy : "canary",
        initiatedBy: actor,
        configDigest: loaded.digest,
        ...(detected.length === 0
            ? {}
            : { detected: detected.map(({ key, value, why }) => ({ key, value: shownValue(value), why })) }),
        ...(takesOver === undefined ? {} : { takesOver }),
        ...(command.changelogOverride === undefined ? {} : { changelogOverride: command.changelogOverride }),
        ...(preset === undefined ? {} : { changelogPreset: preset }),
        ...(command.allowLowerVersion === true ? { allowsLowerVersion: true } : {}),
        ...confirmation(command, actor, authorised),
        ...(named === undefined ? {} : { incident: { ...named, autoApproved: mayPass && asks === undefined } }),
    };
    const outlook = outlookOf(plan, tags.find(({ name }) => name === previousTag)?.sha);
    const textAt = (date) => notesFor(range, version, date).markdown;
    if (command.reviewed !== undefined)
        requireAsReviewed(command.reviewed, outlook, textAt);
    const { hints, refusals } = await askEnvironments(workplace.surroundings, command, () => checkEnvironments(workplace, policy, plan));
    return {
        plan: command.reviewed === undefined ? plan : { ...plan, reviewedDigest: command.reviewed.digest },
        loaded,
        changelog: notesFor(range, version, today(workplace)),
        outlook,
        notes: [
            `branches: ${branches.source} → ${branches.target} (${branches.reason})`,
            ...(command.reviewed === undefined ? [] : [`as reviewed: plan sha256:${command.reviewed.digest}`]),
            ...overrideNotes(plan),
            ...(read?.notTaken ?? []).map((what) => `of the changelog preset does not count here: ${what}`),
            ...warnings,
            ...detected.map(({ key, value, why }) => `detected: ${key}: ${shownValue(value)} (${why})`),
            ...history,
            ...hints,
            ...(asks === undefined ? [] : [`people are asked before production: ${asks}`]),
            ...[unclean, lacks, unsigned, ...refusals].flatMap((fault) => fault === undefined ? [] : [`it would be refused: ${fault.message}`, fault.hint]),
            `repository: ${forge.repository}`,
        ],
    };
}
function shownValue(value) {
    return [value].flat().join(", ");
}
function today({ surroundings }) {
    return new Date(surroundings.clock.now()).toISOString().slice(0, 10);
}
function requireCommits({ commits, previousTag }, source) {
    if (commits.length > 0)
        return;
    throw new faults/* ReleaseFault */.eB("policy", `${source} has nothing to release: no commit after ${previousTag ?? "the beginning"}`, {
        hint: "Merge something first, or name another source. Example: --from=develop",
    });
}
async function askEnvironments({ signal }, { dryRun }, check) {
    try {
        return { hints: await check(), refusals: [] };
    }
    catch (thrown) {
        const isKnown = thrown instanceof faults/* ReleaseFault */.eB && (thrown.code === "config" || thrown.code === "permission");
        if (dryRun !== true || !isKnown || signal.aborted)
            throw thrown;
        return { hints: [], refusals: [thrown] };
    }
}
function wishOf({ retryOf }) {
    return retryOf === undefined ? { deeds: ["start"] } : { deeds: [(0,machine/* retryAfter */.P9)(retryOf.gate)], release: retryOf.release };
}
function confirmation({ retryOf }, actor, role) {
    if (retryOf === undefined || role === undefined)
        return {};
    const { release, gate } = retryOf;
    return { retry: { release, ...(gate === undefined ? {} : { gate }), confirmedBy: actor, confirmedAs: role } };
}
const plan_allGates = ["security", "dod", "unit", "integration", "smoke", "e2e"];
function gatesOf(command, { config }) {
    const wanted = command.type === "hotfix" ? config.hotfix.gates : plan_allGates;
    return plan_allGates.filter((gate) => wanted.includes(gate));
}
function plan_environmentsOf({ type }) {
    return type === "hotfix" ? ["production"] : ["staging", "production"];
}
async function lookAtClone({ git, surroundings }, reviewed) {
    const { dirty: changed, shallow } = await git.status();
    if (shallow) {
        throw new faults/* ReleaseFault */.eB("input", "This clone is shallow: the history that the changelog needs is missing", {
            hint: "Run: git fetch --unshallow (in GitHub Actions: fetch-depth: 0)",
        });
    }
    const own = reviewed?.file === undefined ? undefined : external_node_path_.resolve(surroundings.cwd, reviewed.file);
    const dirty = changed.filter((file) => external_node_path_.resolve(surroundings.cwd, file) !== own);
    if (dirty.length === 0)
        return undefined;
    return new faults/* ReleaseFault */.eB("input", `The work tree has changes that no commit holds: ${dirty.slice(0, 5).join(", ")}${dirty.length > 5 ? ", …" : ""}`, {
        hint: "A release is made of commits. Commit or stash them. Example: git stash",
    });
}

;// CONCATENATED MODULE: ./build/packages/stages/retry.js




async function planRetry(workplace, { id, override }) {
    const overrides = overridesOf(override);
    const before = await readOrThrow(workplace, id);
    const attempts = (await workplace.journal.archived()).filter(({ record }) => record.plan.tag === before.record.plan.tag);
    const newest = attempts.toSorted((a, b) => a.record.attempt - b.record.attempt).at(-1) ?? before;
    if (newest.record.state !== "failed" || newest.record.tag !== undefined) {
        throw new faults/* ReleaseFault */.eB("policy", `Release ${newest.id} is ${newest.record.state}${newest.record.tag === undefined ? "" : " and tagged"}: only a release that failed before its tag can be retried`, {
            hint: "A tagged version is used up. Example: release start --version=patch",
        });
    }
    const { plan } = newest.record;
    const planned = await planRelease(workplace, {
        ...sameAgain(plan),
        ...overrides,
        retryOf: { release: newest.id, gate: newest.record.failure?.failedGate, branchHead: newest.record.branchHead },
    });
    const attempt = newest.record.attempt + 1;
    return { id: `${plan.tag}_${attempt}`, attempt, planned };
}

;// CONCATENATED MODULE: ./build/packages/stages/commands.js









async function commands_startRelease(workplace, command, onDriver) {
    const planned = await planRelease(workplace, command);
    for (const note of planned.notes)
        workplace.surroundings.say(note);
    return commands_open(workplace, planned, planned.plan.tag, 1, onDriver);
}
async function retryRelease(workplace, words, onDriver) {
    const { id: next, attempt, planned } = await planRetry(workplace, words);
    for (const note of planned.notes)
        workplace.surroundings.say(note);
    return commands_open(workplace, planned, next, attempt, onDriver);
}
async function resumeRelease(workplace, id, onDriver) {
    const stored = await readOrThrow(workplace, id);
    await authorise(workplace, goingOn(stored, workplace));
    return goOn(workplace, stored, onDriver);
}
async function goOn(workplace, stored, onDriver) {
    await fetchAll(workplace.git);
    if (!stored.live)
        return { id: stored.id, end: await finishPublication(workplace, stored) };
    const driver = await workplace.journal.drive(stored.id, {
        onWait: waitingFor(workplace),
    });
    return go(workplace, driver, onDriver);
}
async function rollBackRelease(workplace, wanted, onDriver) {
    await authorise(workplace, { deeds: ["rollback"], release: wanted.from });
    const bad = await readOrThrow(workplace, wanted.from);
    if (bad.live && !(0,machine/* isTerminal */.Hd)(bad.record.state)) {
        await askFor(workplace, bad.id, { kind: "rollback", id: wanted.requestId, reason: wanted.reason });
        return "requested";
    }
    if (bad.live)
        return goOn(workplace, bad, onDriver);
    await fetchAll(workplace.git);
    const to = wanted.to ?? bad.record.deployments.get("production")?.previous;
    if (to === undefined || bad.record.state !== "completed") {
        throw new faults/* ReleaseFault */.eB("policy", to === undefined
            ? "Cannot rollback, no previous version is deployed"
            : `Release ${bad.id} is ${bad.record.state}: it does not serve production`, {
            hint: "Name the version to go back to. Example: release rollback v2.5.0 --to v2.4.0",
        });
    }
    const plan = await rollbackPlan(workplace, bad, to, wanted.reason);
    const id = await freeRollbackId(workplace, bad.record.plan.tag);
    const driver = await workplace.journal.start(id, plan, 1);
    return go(workplace, driver, onDriver);
}
async function rollbackPlan(workplace, bad, to, reason) {
    const { git, actor } = workplace;
    const loaded = await configAt(git, bad.record.tag?.sha ?? bad.record.plan.baseSha);
    const ports = await portsOf(workplace, loaded.config, bad.id);
    const target = await ports.target("production");
    const { revisions } = await target.check();
    if (!revisions.some(({ version }) => version === to)) {
        throw new faults/* ReleaseFault */.eB("policy", `Cannot rollback, previous version ${to} not deployed`, {
            hint: `Deployed now: ${revisions.map(({ version, percent }) => `${version} (${percent} %)`).join(", ")}.`,
        });
    }
    const { reviewedDigest: _, overrides: _gates, ...planned } = bad.record.plan;
    return {
        ...planned,
        baseSha: bad.record.tag?.sha ?? bad.record.plan.baseSha,
        releaseType: "rollback",
        gates: [],
        initiatedBy: actor,
        configDigest: loaded.digest,
        rollback: { from: bad.record.plan.tag, to, reason },
    };
}
async function freeRollbackId({ journal }, tag) {
    for (let attempt = 1;; attempt += 1) {
        const id = attempt === 1 ? `${tag}-rollback` : `${tag}-rollback_${attempt}`;
        if ((await journal.read(id)) === undefined)
            return id;
    }
}
async function askFor(workplace, id, request) {
    await authorise(workplace, { deeds: [request.kind], release: id });
    const stored = await readOrThrow(workplace, id);
    if (!stored.live)
        throw new faults/* ReleaseFault */.eB("policy", `Release ${id} is over: it is ${stored.record.state}`, {
            hint: `See: release report ${id}`,
        });
    await workplace.journal.request(stored.id, { ...request, by: workplace.actor });
    return stored;
}
async function commands_open(workplace, planned, id, attempt, onDriver) {
    const driver = await workplace.journal.start(id, planned.plan, attempt).catch(async (thrown) => {
        throw await beaten(workplace, id, (0,faults/* asFault */.Ps)(thrown));
    });
    return go(workplace, driver, onDriver);
}
async function beaten({ journal }, id, fault) {
    const first = fault.code === "policy" ? await journal.read(id) : undefined;
    if (first?.live !== true)
        return fault;
    return new faults/* ReleaseFault */.eB("policy", `Release ${id} is open already: ${first.record.plan.initiatedBy} drives it`, {
        hint: `Continue it with: release resume ${id}   or end it with: release abort ${id} --reason="…"`,
        cause: fault,
    });
}
async function go(workplace, driver, onDriver) {
    onDriver(driver);
    const { id, end } = await useDriver(workplace, driver, { within: machine/* states */.xP });
    if (end === "left")
        throw new Error(`${id} left the table`);
    return { id, end };
}

;// CONCATENATED MODULE: ./build/packages/stages/job-end.js



const toldBy = ({ told, record }) => ({
    ...(told === undefined ? {} : { told }),
    first: (0,report/* overrideLines */.Ow)(record),
});
async function unlessElsewhere(id, job) {
    try {
        return await job();
    }
    catch (thrown) {
        if (!(thrown instanceof DrivenElsewhereError))
            throw thrown;
        return { id, outcome: "waiting", notes: [thrown.message, "this run leaves it to that one"] };
    }
}
async function interrupted({ driver }, reason) {
    if (driver.record.suspended === undefined)
        await driver.suspend({ waitsFor: "interrupted", reason, command: resumeCommand(driver.record) });
    return "suspended";
}
function ended(driven, job) {
    const { id, end, record } = driven;
    const told = toldBy(driven);
    const notes = record.suspended === undefined ? [] : [`it waits: ${record.suspended.reason}`];
    if (end === "suspended" || record.state === job)
        return { id, outcome: "waiting", notes, ...told };
    if (record.state !== "failed")
        return { id, outcome: "go", notes, ...told };
    return { id, outcome: "failed", notes: [record.failure?.failureReason ?? "it failed before"], ...told };
}

;// CONCATENATED MODULE: ./build/packages/stages/deploy-job.js




async function deployToStaging(workplace, id) {
    const stored = await loadRelease(workplace, id);
    if (isOver(stored))
        return ended({ id: stored.id, end: "left", record: stored.record }, "staging");
    const within = tagged(stored.record.tag, "staging");
    return unlessElsewhere(stored.id, async () => ended(await driveJob(workplace, stored, { within }), "staging"));
}
function tagged(tag, ...own) {
    return tag === undefined ? own : ["review", ...own];
}
async function deployToProduction(workplace, id) {
    const stored = await loadRelease(workplace, id);
    const { record } = stored;
    if (isOver(stored))
        return productionEnd({ id: stored.id, end: "left", record });
    const hotfix = record.plan.releaseType === "hotfix";
    const own = hotfix ? tagged(record.tag, "production_canary") : ["production"];
    let unapproved = false;
    const prepare = async (context) => {
        const end = await requireApproval(context);
        unapproved = end === "suspended";
        return end;
    };
    const end = await unlessElsewhere(stored.id, async () => productionEnd(await driveJob(workplace, stored, { within: own, prepare })));
    return unapproved ? { ...end, outcome: "untouched" } : end;
}
async function requireApproval(context) {
    const { driver, git, forge } = context;
    const { record } = driver;
    if (!isUndecided(record) || asksNobody(await policyOf(git, record.plan.targetBranch), record.plan))
        return "ready";
    if ((await recordAnswer(context)) !== "open")
        return "ready";
    const environment = approvalEnvironment(record.plan);
    await driver.suspend({
        waitsFor: "decision",
        reason: `nobody approved ${driver.id} in ${environment}: see that it has reviewers (${forge.webUrl}/settings/environments)`,
        command: resumeCommand(record),
    });
    return "suspended";
}
function productionEnd(driven) {
    const { id, end, record } = driven;
    const told = toldBy(driven);
    if (record.state === "completed")
        return { id, outcome: "verified", notes: ["production verified"], ...told };
    if (end === "suspended")
        return { id, outcome: "waiting", notes: [`it waits: ${record.suspended?.reason ?? "see its record"}`], ...told };
    const reason = record.verdict?.reason ?? record.failure?.failureReason ?? `it is ${record.state}`;
    return { id, outcome: record.touched.has("production") ? "touched" : "untouched", notes: [reason], ...told };
}

;// CONCATENATED MODULE: ./build/packages/stages/standing.js





const goesOn = (reason) => ({ may: "go-on", reason });
const waits = (reason) => ({ may: "wait", reason });
const minuteMs = 60_000;
const serviceRestMs = 10 * minuteMs;
async function standingOf(workplace, stored) {
    const watch = await workplace.journal.whoDrives(stored.id);
    const busy = await busyWith(workplace, stored, watch);
    if (busy !== undefined)
        return waits(busy);
    const standing = await sight(workplace, stored, watch.nowMs);
    return standing.may === "wait" ? standing : patient(stored, watch.nowMs, standing);
}
async function drivenNow(workplace, stored) {
    return busyWith(workplace, stored, await workplace.journal.whoDrives(stored.id));
}
async function busyWith({ forge }, stored, { driver }) {
    if (driver?.stale === false)
        return `driven by ${driver.actor} in run ${driver.run.id}`;
    const run = lastRun(stored);
    return (await forge.runState(run)) === "under-way" ? `run ${run} is under way` : undefined;
}
function lastRun({ facts, record }) {
    const fact = facts.findLast(({ type }) => type !== "requested" && type !== "woken");
    return fact?.run.id ?? record.id;
}
async function sight(workplace, stored, nowMs) {
    const { record } = stored;
    const { suspended, state } = record;
    if (hasWish(record))
        return goesOn("a request waits, and nobody drives the release");
    if (suspended !== undefined)
        return waitIsOver(workplace, record, suspended, nowMs);
    const run = lastRun(stored);
    if ((0,machine/* isTerminal */.Hd)(state))
        return goesOn(`it is ${state}, and run ${run} ended before its duties were done`);
    return goesOn(`run ${run} ended in ${state} without a word`);
}
async function waitIsOver(workplace, record, { waitsFor, reason, until, at }, nowMs) {
    if (until !== undefined && nowMs >= Date.parse(until))
        return goesOn(`its wait ended at ${until}`);
    switch (waitsFor) {
        case "interrupted":
            return goesOn(reason);
        case "service":
            return nowMs - Date.parse(at) < serviceRestMs ? waits(reason) : goesOn(`tries again: ${reason}`);
        case "approval":
            return reviewIsOver(workplace, record, nowMs);
        case "fix":
            return fixIsThere(workplace, record);
        case "environment":
            return environmentIsFree(workplace, record);
        case "window":
        case "changelog":
        case "decision":
            return waits(reason);
    }
}
async function reviewIsOver({ git, forge }, record, nowMs) {
    const { pullRequest, plan } = record;
    if (pullRequest === undefined)
        return goesOn("its pull request was never opened");
    const { config } = await configAt(git, plan.baseSha);
    const state = await forge.reviewState(pullRequest.number);
    const question = { record, config, git, forge, nowMs };
    const verdict = await judgeReview(question, state, await ownershipOf(question));
    if (verdict.kind === "wait")
        return waits(verdict.reason);
    if (verdict.kind === "refused")
        return goesOn(verdict.reason);
    return goesOn(`pull request ${pullRequest.number} is ${state.state === "merged" ? "merged" : "approved"}`);
}
async function fixIsThere({ git }, { plan }) {
    const { releaseBranch, baseSha } = plan;
    const tip = await git.resolve(`refs/remotes/origin/${releaseBranch}`);
    if (tip === undefined)
        return waits(`${releaseBranch} is gone`);
    if (tip === baseSha)
        return waits(`${releaseBranch} has no commit beyond ${plan.baseBranch}`);
    if (await git.isAncestor(baseSha, tip))
        return goesOn(`${releaseBranch} has a commit beyond ${plan.baseBranch}`);
    return waits(`${releaseBranch} does not descend from ${plan.baseBranch}`);
}
async function environmentIsFree({ journal }, { id, state }) {
    const environment = state === "staging" ? "staging" : "production";
    const holder = await journal.environmentHolder(environment);
    if (holder === undefined || holder.release === id)
        return goesOn(`${environment} is free`);
    return waits(`${environment} belongs to ${holder.release}`);
}
const progress = [
    "opened",
    "moved",
    "gate-finished",
    "traffic-shifted",
    "rollback-moved",
    "requested",
];
const firstPauseMs = 5 * minuteMs;
const longestPauseMs = 60 * minuteMs;
const wakesAllowed = 48;
function patient({ id, facts, record }, nowMs, standing) {
    const since = facts.findLastIndex(({ type }) => progress.includes(type));
    const wakes = facts.slice(since + 1).filter(({ type }) => type === "woken");
    const last = wakes.at(-1);
    if (last === undefined)
        return standing;
    if (wakes.length >= wakesAllowed && !record.touched.has("production"))
        return waits(`woken ${wakes.length} times and came no further: look at its runs, then: release resume ${id}`);
    const nextMs = Date.parse(last.at) + Math.min(firstPauseMs * 2 ** (wakes.length - 1), longestPauseMs);
    if (nowMs >= nextMs)
        return standing;
    return waits(`woken at ${last.at}; again after ${new Date(nextMs).toISOString()} (${standing.reason})`);
}

;// CONCATENATED MODULE: ./build/packages/stages/report-job.js










async function reportJob(workplace, { id, state }) {
    const stored = await loadRelease(workplace, id);
    const { record } = stored;
    if (!stored.live && record.state === state) {
        await finishPublication(workplace, stored);
        return { id: stored.id, outcome: state, notes: [] };
    }
    if (record.state === state)
        return unlessElsewhere(stored.id, () => state === "failed" ? endFailed(workplace, stored) : endCompleted(workplace, stored));
    if (state === "failed" && diedBeforeProduction(record))
        return unlessElsewhere(stored.id, () => withoutVerdict(workplace, stored));
    return { id: stored.id, outcome: "untouched", notes: [`${stored.id} is ${record.state}: nothing to do`] };
}
async function endCompleted(workplace, stored) {
    await driveJob(workplace, stored, { within: ["completed"] });
    return { id: stored.id, outcome: "completed", notes: [] };
}
async function endFailed(workplace, stored) {
    const { id, record, facts } = stored;
    const notes = record.failure === undefined ? [] : [record.failure.failureReason];
    const previous = owedToStaging(stored);
    if (previous === undefined) {
        await driveJob(workplace, stored, { within: ["failed"] });
        return { id, outcome: "failed", notes };
    }
    const failedIn = facts.findLast((fact) => fact.type === "moved")?.run.id;
    if (failedIn !== workplace.surroundings.env["GITHUB_RUN_ID"])
        throw stillInStaging(id, previous);
    await workplace.forge.sendEvent(wakeEvent, { release: id });
    return { id, outcome: "failed", notes: [...notes, `another run puts staging back on ${previous}`] };
}
function stillInStaging(id, previous) {
    return new faults/* ReleaseFault */.eB("remote", `${id} failed, and staging is not back on ${previous} yet`, {
        hint: `See why the job unstage could not put it back; then continue: release resume ${id}`,
    });
}
function diedBeforeProduction({ state, touched, verdict }) {
    return !(0,machine/* isTerminal */.Hd)(state) && !touched.has("production") && verdict === undefined;
}
async function withoutVerdict(workplace, stored) {
    const { id, record } = stored;
    if (record.suspended !== undefined && !isUndecided(record))
        return { id, outcome: "waiting", notes: [`it waits: ${record.suspended.reason}`] };
    const reason = `a job of this run ended without a verdict while the release was in ${record.state}`;
    const driven = await driveJob(workplace, stored, {
        within: [],
        prepare: (context) => refusedOrDied(context, reason),
    });
    if (driven.record.state === "failed")
        return endFailed(workplace, await readOrThrow(workplace, id));
    return { id, outcome: "waiting", notes: [`it waits: ${driven.record.suspended?.reason ?? reason}`] };
}
async function refusedOrDied(context, reason) {
    const { record } = context.driver;
    if (isUndecided(record) && (await recordAnswer(context)) === "refused")
        return "ready";
    return record.suspended === undefined ? diedAgain(context, reason) : "ready";
}
const deathsAllowed = 2;
async function diedAgain(context, reason) {
    const { driver } = context;
    const since = driver.facts.findLastIndex(({ type }) => type === "moved");
    const deaths = driver.facts
        .slice(since + 1)
        .filter((fact) => fact.type === "suspended" && fact.waitsFor === "interrupted").length;
    if (deaths < deathsAllowed)
        return interrupted(context, reason);
    const { state } = driver.record;
    failRelease(driver, {
        failureReason: `Its jobs died in ${state} ${deaths + 1} times`,
        actionableFixSuggestions: [
            "Look at the last lines of those jobs: runners that run out of memory or time say so there.",
        ],
    });
    await driver.flush();
    return "ready";
}

;// CONCATENATED MODULE: ./build/packages/stages/evidence-schema.js

const passFail = schemas/* enum */.k5n(["passed", "failed"]);
const evidence_schema_count = schemas/* int */.Whr().min(0);
const share = schemas/* number */.aig().min(0).max(100);
const smokeCheck = schemas/* strictObject */.rej({
    category: schemas/* enum */.k5n(["api", "database", "external", "auth", "paths"]),
    name: schemas/* string */.YjP(),
    status: schemas/* enum */.k5n(["passed", "failed", "not-applicable"]),
    durationMs: schemas/* number */.aig(),
    detail: schemas/* string */.YjP().exactOptional(),
});
const evidence_schema_tests = { coverage: share, requiredCoverage: share, totalTests: evidence_schema_count, failedTests: evidence_schema_count };
const metrics = schemas/* discriminatedUnion */.gMt("gate", [
    schemas/* strictObject */.rej({ gate: schemas/* literal */.euz("security"), criticalIssues: evidence_schema_count, highIssues: evidence_schema_count, otherIssues: evidence_schema_count }),
    schemas/* strictObject */.rej({
        gate: schemas/* literal */.euz("dod"),
        categoriesPassed: evidence_schema_count,
        categoriesFailed: evidence_schema_count,
        categories: schemas/* array */.YOg(schemas/* strictObject */.rej({
            name: schemas/* string */.YjP(),
            status: schemas/* enum */.k5n(["passed", "failed", "provisional", "overridden"]),
            evidence: schemas/* string */.YjP(),
            url: schemas/* string */.YjP().max(2000).exactOptional(),
        })),
    }),
    schemas/* strictObject */.rej({ gate: schemas/* literal */.euz("unit"), ...evidence_schema_tests }),
    schemas/* strictObject */.rej({ gate: schemas/* literal */.euz("integration"), ...evidence_schema_tests }),
    schemas/* strictObject */.rej({
        gate: schemas/* literal */.euz("smoke"),
        categoriesPassed: evidence_schema_count,
        categoriesFailed: evidence_schema_count,
        checks: schemas/* array */.YOg(smokeCheck),
    }),
    schemas/* strictObject */.rej({
        gate: schemas/* literal */.euz("e2e"),
        journeysPassed: evidence_schema_count,
        journeysFailed: evidence_schema_count,
        journeys: schemas/* array */.YOg(schemas/* strictObject */.rej({ name: schemas/* string */.YjP(), status: passFail, durationMs: schemas/* number */.aig() })),
    }),
]);
const outcome = schemas/* strictObject */.rej({
    gate: schemas/* enum */.k5n(["security", "dod", "unit", "integration", "smoke", "e2e"]),
    status: passFail,
    sha: schemas/* string */.YjP().max(64),
    executionTimeMs: schemas/* number */.aig(),
    targetMs: schemas/* number */.aig(),
    metrics: metrics.exactOptional(),
    check: schemas/* strictObject */.rej({ name: schemas/* string */.YjP(), app: schemas/* string */.YjP(), url: schemas/* url */.OZ5({ protocol: /^https?$/ }).exactOptional() })
        .exactOptional(),
    failures: schemas/* array */.YOg(schemas/* strictObject */.rej({
        title: schemas/* string */.YjP(),
        detail: schemas/* string */.YjP().exactOptional(),
        file: schemas/* string */.YjP().exactOptional(),
        line: schemas/* number */.aig().exactOptional(),
        suggestion: schemas/* string */.YjP(),
    })),
    notRun: schemas/* literal */.euz(true).exactOptional(),
})
    .refine(({ gate, metrics: found }) => found === undefined || found.gate === gate, "its metrics are of another gate");
const evidenceSchema = schemas/* strictObject */.rej({
    release: schemas/* string */.YjP().max(200),
    sha: schemas/* string */.YjP().max(64),
    leg: schemas/* string */.YjP().max(50),
    outcomes: schemas/* array */.YOg(outcome),
});

;// CONCATENATED MODULE: ./build/packages/stages/leg.js













async function runLeg(workplace, { id, leg }) {
    await fetchAll(workplace.git);
    const { id: release, record, facts, live } = await readOrThrow(workplace, id);
    if (!live || (record.state !== "quality_gates" && record.state !== "quality_gates_fast")) {
        throw new faults/* ReleaseFault */.eB("policy", `Release ${release} has no gates to run: it is ${record.state}`, {
            hint: `See where it stands: release status ${release}`,
        });
    }
    const missing = missingGates(record);
    const wanted = gatesOfLeg(record.plan, leg).filter((gate) => missing.includes(gate));
    const { config } = await configAt(workplace.git, record.plan.baseSha);
    const ports = await portsOf(workplace, config, release);
    const sha = required(record.gatedSha, "the commit to test");
    const outcomes = await outcomesOf(ports, { record, facts }, { sha, gates: wanted });
    const evidence = { release, sha, leg, outcomes };
    const text = evidenceText(evidence);
    const outcome = outcomeOf(record.plan, outcomes);
    const first = (0,report/* overrideLines */.Ow)({ ...record, gates: withOutcomes(record, outcomes) });
    return { outcome, evidence, first, text, digest: leg_digestOf(text) };
}
function outcomeOf(plan, outcomes) {
    const standings = new Set(outcomes.map((outcome) => (0,machine/* standingOf */.YP)(plan, outcome)));
    return ["failed", "overridden"].find((standing) => standings.has(standing)) ?? "passed";
}
async function outcomesOf(ports, seen, wanted) {
    const [first] = wanted.gates;
    if (first === undefined)
        return [];
    if (seen.record.plan.parallelGates === true)
        return sideBySide(ports, seen, wanted);
    const directory = external_node_path_.join(ports.workDirectory, "gates");
    const context = gateContext(ports, seen.record.plan, { sha: wanted.sha, directory });
    await ports.git.ensureWorktree(wanted.sha, directory);
    try {
        const broken = await brokenSetup(context, first);
        return broken === undefined
            ? await oneAfterAnother(ports, seen, { context, gates: wanted.gates })
            : [ports.scrub.value(broken)];
    }
    finally {
        await ports.git.removeWorktree(directory);
    }
}
async function oneAfterAnother(ports, { record, facts }, { context, gates }) {
    const outcomes = [];
    for (const gate of gates) {
        const seen = { record: { ...record, gates: withOutcomes(record, outcomes) }, facts };
        const evidence = gate === "dod" ? { evidence: await gatherEvidence(seen, ports) } : {};
        const outcome = await tellGate(ports, gate, { ...context, ...evidence });
        outcomes.push(outcome);
        if ((0,machine/* standingOf */.YP)(record.plan, outcome) === "failed")
            return outcomes;
    }
    return outcomes;
}
function withOutcomes(record, outcomes) {
    const { id: release, lastSeq: seq, lastAt: at } = record;
    const envelope = { seq, release, at, actor: "", run: { id: "", attempt: 0 }, prev: "" };
    return new Map([
        ...record.gates,
        ...outcomes.map((outcome) => [outcome.gate, { ...envelope, type: "gate-finished", ...outcome }]),
    ]);
}
function evidenceText(evidence) {
    return `${required((0,canonicalize/* default */.A)(evidence), "the evidence")}\n`;
}
function leg_digestOf(text) {
    return (0,external_node_crypto_.createHash)("sha256").update(text).digest("hex");
}

;// CONCATENATED MODULE: ./build/packages/stages/verify-evidence.js






class EvidenceRefusedError extends faults/* ReleaseFault */.eB {
    name = "EvidenceRefusedError";
}
function verifiedOutcomes(expected, delivered) {
    const found = new Map();
    for (const one of delivered) {
        for (const outcome of outcomesOfLeg(expected, one)) {
            if (found.has(outcome.gate))
                throw verify_evidence_refused(expected, `two legs speak for gate ${outcome.gate}`);
            found.set(outcome.gate, outcome);
        }
    }
    const outcomes = expected.plan.gates.flatMap((gate) => found.get(gate) ?? []);
    const unproved = expected.missing.filter((gate) => !found.has(gate));
    if (unproved.length > 0 && outcomes.every((one) => (0,machine/* standingOf */.YP)(expected.plan, one) !== "failed"))
        throw verify_evidence_refused(expected, `no leg proves ${unproved.join(", ")}`);
    return outcomes;
}
function outcomesOfLeg(expected, { leg, digest, text }) {
    if (leg_digestOf(text) !== digest.toLowerCase())
        throw verify_evidence_refused(expected, `the evidence of leg ${leg} is not the one that its job announced`);
    const parsed = evidenceSchema.safeParse(jsonOf(text));
    if (!parsed.success)
        throw verify_evidence_refused(expected, `leg ${leg} sent no evidence: ${errors/* prettifyError */.S1(parsed.error)}`);
    const { release, sha, leg: author, outcomes } = parsed.data;
    if (release !== expected.release || author !== leg)
        throw verify_evidence_refused(expected, `the evidence of leg ${leg} is that of ${release}, leg ${author}`);
    const stranger = [sha, ...outcomes.map((outcome) => outcome.sha)].find((tested) => tested !== expected.sha);
    if (stranger !== undefined)
        throw verify_evidence_refused(expected, `leg ${leg} tested ${stranger.slice(0, 7)}, and ${expected.sha.slice(0, 7)} is to be released`);
    const own = gatesOfLeg(expected.plan, leg);
    const foreign = outcomes.find(({ gate }) => !own.includes(gate));
    if (foreign !== undefined)
        throw verify_evidence_refused(expected, `leg ${leg} speaks for gate ${foreign.gate}, which is not its own`);
    const doubtful = outcomes.find(({ status, failures }) => (status === "passed") !== (failures.length === 0));
    if (doubtful !== undefined)
        throw verify_evidence_refused(expected, `gate ${doubtful.gate} contradicts itself`);
    return outcomes;
}
function jsonOf(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function verify_evidence_refused({ release }, reason) {
    return new EvidenceRefusedError("policy", `The evidence of the gates of ${release} is refused: ${reason}`, {
        hint: `Run the gates again, in a new run: release resume ${release}`,
    });
}
function gateFacts(outcomes) {
    return outcomes.map((outcome) => ({ type: "gate-finished", ...outcome }));
}

;// CONCATENATED MODULE: ./build/packages/stages/review-job.js








async function reviewJob(workplace, command) {
    const stored = await loadRelease(workplace, command.id);
    if (isOver(stored))
        return ended({ id: stored.id, end: "left", record: stored.record }, "review");
    return unlessElsewhere(stored.id, async () => {
        const driven = await driveJob(workplace, stored, {
            within: ["review"],
            prepare: (context) => recordGates(context, command),
        });
        if (driven.record.state === "quality_gates" && driven.end === "left")
            return gateAgain(workplace, driven);
        return ended(driven, "review");
    });
}
async function recordGates(context, { evidence, gatesResult }) {
    const { driver } = context;
    const { state, plan, gates } = driver.record;
    if (state !== "quality_gates" && state !== "quality_gates_fast")
        return "ready";
    const sha = required(driver.record.gatedSha, "the gated commit");
    const missing = missingGates(driver.record);
    const delivered = verifiedOutcomes({ release: driver.id, sha, plan, missing }, evidence);
    const unknown = delivered.filter(({ gate, status }) => missing.includes(gate) || status === "failed");
    const recorded = plan.gates.filter((gate) => !missing.includes(gate)).flatMap((gate) => gates.get(gate) ?? []);
    const red = [...recorded, ...unknown].filter((outcome) => (0,machine/* standingOf */.YP)(plan, outcome) === "failed");
    const [failed] = plan.gates.flatMap((gate) => red.find((outcome) => outcome.gate === gate) ?? []);
    if (failed === undefined && gatesResult !== "success")
        return interrupted(context, `the gates ended ${gatesResult}`);
    if (driver.record.suspended !== undefined)
        driver.decide({ type: "resumed", by: context.actor });
    driver.observe(...gateFacts(unknown));
    if (failed === undefined)
        moveTo(driver, "review", passReason(driver.record));
    else
        failAtGate(driver, failed);
    await driver.flush();
    return "ready";
}
async function gateAgain(workplace, driven) {
    const reason = "the merged tree was never gated: its gates run in another run";
    await driveJob(workplace, driven, {
        within: [],
        prepare: (context) => interrupted(context, reason),
    });
    return { id: driven.id, outcome: "waiting", notes: [reason] };
}

;// CONCATENATED MODULE: ./build/packages/stages/validate-job.js










async function validateJob(workplace, command) {
    if (command.kind === "start")
        return validate_job_begin(workplace, command.start);
    if (command.kind === "retry")
        return again(workplace, command);
    const stored = await loadRelease(workplace, command.id);
    await requireDefaultBranch(workplace);
    const held = heldBack(workplace, stored);
    if (held !== undefined)
        return refusedRoute(stored, held);
    if (isOver(stored)) {
        const isDone = stored.live || (await isPublished(workplace, stored));
        return isDone
            ? refusedRoute(stored, `${stored.id} is over: it is ${stored.record.state}`)
            : routeOf({ id: stored.id, record: stored.record, end: "left" });
    }
    const heard = await hear(workplace, stored);
    const notes = await ready(workplace, heard);
    return validate_job_noting(notes, routeOf(heard.record.state === "initiated" ? await driveJob(workplace, stored, { within: ["initiated"] }) : heard));
}
function refusedRoute({ id, record }, note) {
    return { ...routeOf({ id, record, end: "left" }), outcome: "refused", notes: [note] };
}
async function validate_job_begin(workplace, start) {
    const { plan, notes } = await planRelease(workplace, start, protectedForJobs);
    if (start.dryRun === true)
        return dryRoute(plan, notes);
    return validate_job_open(workplace, { id: plan.tag, plan, attempt: 1, notes });
}
async function again(workplace, words) {
    const { id: next, attempt, planned } = await planRetry(workplace, words);
    return validate_job_open(workplace, { id: next, plan: planned.plan, attempt, notes: planned.notes });
}
async function validate_job_open(workplace, { id, plan, attempt, notes }) {
    await requireDefaultBranch(workplace);
    await refuseOrphans(workplace, plan);
    const driver = await workplace.journal.start(id, plan, attempt);
    return validate_job_noting(notes, routeOf(await useDriver(workplace, driver, { within: ["initiated"] })));
}
async function hear(workplace, stored) {
    const { id, record, facts } = stored;
    const asIs = { id, record, end: "left" };
    if (!isUndecided(record))
        return asIs;
    const { config } = await configAt(workplace.git, record.plan.baseSha);
    const answer = await answerOf({ forge: workplace.forge, clock: workplace.surroundings.clock, config, record, facts });
    const known = answer.kind === "approved" && record.productionApproval?.runId === answer.runId;
    const waits = record.suspended !== undefined && (record.state === "production" || record.state === "production_canary");
    if ((answer.kind === "open" || known) && !waits)
        return asIs;
    return driveJob(workplace, stored, { within: [], prepare: validate_job_goOn });
}
async function validate_job_goOn(context) {
    const { driver, actor } = context;
    const said = await recordAnswer(context);
    if (said !== "refused" && driver.record.suspended !== undefined)
        driver.decide({ type: "resumed", by: actor });
    await driver.flush();
    return "ready";
}
async function ready(workplace, { record }) {
    const { state, plan } = record;
    if (!early.includes(state) && !isUndecided(record))
        return [];
    return protectedForJobs(workplace, await policyOf(workplace.git, plan.targetBranch), plan);
}
const early = ["initiated", "quality_gates", "quality_gates_fast", "review", "staging"];
const validate_job_noting = (notes, route) => ({ ...route, notes: [...notes, ...route.notes] });
function routeOf({ id, end, record }) {
    const { suspended, plan } = record;
    const waits = end === "suspended" && suspended !== undefined;
    return {
        outcome: waits ? "waiting" : "go",
        release: id,
        type: plan.releaseType,
        resumeAt: resumeAt(record),
        approval: approvalRoute(record),
        legs: legsOf(record),
        sha: shaOf(record),
        ...(plan.incident === undefined ? {} : { incident: plan.incident }),
        first: (0,report/* overrideLines */.Ow)(record),
        notes: waits ? [`it waits: ${suspended.reason}`] : [],
    };
}
function dryRoute(plan, notes) {
    return {
        outcome: "waiting",
        release: plan.tag,
        type: plan.releaseType,
        resumeAt: "initiated",
        approval: plan.incident?.autoApproved === true ? "auto" : "ask",
        legs: legsOf({ plan, gates: new Map() }),
        sha: plan.baseSha,
        ...(plan.incident === undefined ? {} : { incident: plan.incident }),
        first: (0,report/* overrideLines */.Ow)({ plan, gates: new Map() }),
        notes: [
            "dry run: nothing was changed",
            ...notes,
            `gates: ${plan.gates.join(", ")}`,
            `production ${plan.productionStrategy}: ${plan.steps.join(", ")} %`,
        ],
    };
}

;// CONCATENATED MODULE: ./build/packages/stages/rollback-job.js










async function rollbackNet(workplace, id) {
    const stored = await loadRelease(workplace, id, "rollback");
    const { record } = stored;
    if (record.state === "completed")
        return unfinishedRollback(workplace, stored);
    if (isOver(stored) && !stored.live)
        await finishPublication(workplace, stored);
    if (isOver(stored))
        return { id: stored.id, outcome: record.state === "rolled_back" ? "rolled_back" : "untouched", notes: [] };
    const inProduction = record.state === "production" || record.state === "production_canary";
    if (record.state !== "rolled_back" && !(inProduction && (record.touched.has("production") || record.verdict)))
        return { id: stored.id, outcome: "untouched", notes: ["production was not touched"] };
    return unlessElsewhere(stored.id, async () => rollback_job_outcomeOf(await driveJob(workplace, stored, { within: ["rolled_back"], prepare: latch })));
}
async function unfinishedRollback(workplace, { id, record }) {
    const live = await workplace.journal.live();
    const rollback = live.find((one) => one.record.plan.rollback?.from === record.plan.tag);
    if (rollback === undefined)
        return { id, outcome: "verified", notes: ["production was verified"] };
    return unlessElsewhere(rollback.id, async () => rollback_job_outcomeOf(await driveJob(workplace, rollback, { within: ["rolled_back"] })));
}
async function latch(context) {
    const { driver } = context;
    const { state, verdict } = driver.record;
    if (state === "rolled_back")
        return "ready";
    if (driver.record.suspended !== undefined)
        driver.decide({ type: "resumed", by: context.actor });
    const reason = verdict?.reason ?? "The job that deployed ended without a verdict";
    if (verdict === undefined)
        driver.decide({
            type: "verdict",
            trigger: "deployment-failure",
            reason,
            evidence: [`traffic: ${shareOf(context)}`],
        });
    moveTo(driver, "rolled_back", reason);
    await driver.flush();
    return "ready";
}
function shareOf({ driver }) {
    return `${driver.record.deployments.get("production")?.percent ?? 0} % on ${driver.record.plan.tag}`;
}
function rollback_job_outcomeOf(driven) {
    const { id, end, record } = driven;
    const told = toldBy(driven);
    if (record.escalation !== undefined)
        return {
            id,
            outcome: "rolled_back",
            notes: [`ESCALATION: ${record.escalation.reason}`, ...record.escalation.manualSteps],
            ...told,
        };
    return { id, outcome: end === "rolled_back" ? "rolled_back" : "waiting", notes: [], ...told };
}
async function rollbackManual(workplace, wanted) {
    const before = await loadRelease(workplace, wanted.id, "rollback");
    requirePrevious(before, wanted.to);
    const { id: from, to, reason, requestId } = wanted;
    const end = await rollBackRelease(workplace, { from, reason, requestId, ...(to === undefined ? {} : { to }) }, () => { });
    if (end === "requested")
        return obeyed(workplace, before.id);
    return { id: end.id, outcome: end.end === "rolled_back" ? "rolled_back" : "waiting", notes: [] };
}
function requirePrevious({ id, live, record }, to) {
    const previous = record.deployments.get("production")?.previous;
    if (to === undefined || !live || (0,machine/* isTerminal */.Hd)(record.state) || to === previous)
        return;
    throw new faults/* ReleaseFault */.eB("input", `${id} is in flight: it goes back to ${previous ?? "what served before"}, not to ${to}`, {
        hint: "Leave out `to`, or wait until the release is over.",
    });
}
async function obeyed(workplace, id) {
    return unlessDriven(workplace, id, async () => {
        const within = ["production", "production_canary", "rolled_back"];
        await fetchAll(workplace.git);
        const driven = await driveJob(workplace, { id }, { within });
        if (driven.end === "rolled_back" || driven.end === "suspended")
            return rollback_job_outcomeOf(driven);
        return { id, outcome: "untouched", notes: [`it is ${driven.record.state}`] };
    });
}
async function unlessDriven(workplace, id, drive) {
    try {
        return await drive();
    }
    catch (thrown) {
        if (!(thrown instanceof faults/* ReleaseFault */.eB) || thrown.code !== "policy")
            throw thrown;
        const { record } = await readOrThrow(workplace, id);
        const done = record.state === "rolled_back";
        return { id, outcome: done ? "rolled_back" : "requested", notes: [thrown.message] };
    }
}
async function rollbackStaging(workplace, id) {
    const stored = await loadRelease(workplace, id);
    const { record } = stored;
    const mine = record.state === "staging" || record.state === "failed";
    if (isOver(stored) || !mine || !record.touched.has("staging"))
        return { id: stored.id, outcome: "untouched", notes: ["staging is as this release found it"] };
    return unlessElsewhere(stored.id, async () => {
        await driveJob(workplace, stored, { within: [], prepare: rollback_job_putBack });
        return { id: stored.id, outcome: "rolled_back", notes: [] };
    });
}
async function rollback_job_putBack(context) {
    const { driver } = context;
    await restoreStaging(context);
    await driver.flush();
    return "ready";
}

;// CONCATENATED MODULE: ./build/packages/stages/smoke-job.js




async function smokeNow(surroundings, place) {
    const { cwd, clock, signal } = surroundings;
    const { config } = await configHere(cwd);
    const env = definedOnly(surroundings.env);
    const commandsWith = (own) => ({
        commands: { directory: cwd, env: cleanEnvironment(surroundings.env, own) },
    });
    if ("url" in place)
        return runSmoke(config.smoke, { baseUrl: place.url, env, clock, signal, ...commandsWith({}) });
    const { environment } = place;
    const target = await openTarget(config, environment, { workDirectory: cwd, clock, signal });
    const { url } = await target.observe();
    const here = smokePlace(config, environment, { env, headers: {} });
    const own = config.environments[environment].env;
    return runSmoke(config.smoke, { ...here, baseUrl: url, clock, signal, ...commandsWith(own) });
}

;// CONCATENATED MODULE: ./build/packages/stages/overdue.js


const shownForMs = 30 * 24 * 3_600_000;
async function overdueReviews({ forge, surroundings }, releases) {
    const now = surroundings.clock.now();
    const late = releases.flatMap(({ id, record }) => record.published.flatMap(({ what, url, due }) => {
        const lateMs = what === "review-issue" && due !== undefined ? now - Date.parse(due) : -1;
        const issue = Number(url.slice(url.lastIndexOf("/") + 1));
        return due !== undefined && lateMs >= 0 && lateMs < shownForMs
            ? [{ release: id, url, due, issue, text: overdue_textOf(id, url, due) }]
            : [];
    }));
    const found = await Promise.all(late.map(async (one) => ({ ...one, seen: await forge.findIssue(one.issue) })));
    return found.flatMap(({ seen, ...one }) => (seen?.open === true ? [{ ...one, assignees: seen.assignees }] : []));
}
function overdue_textOf(release, url, due) {
    return `overdue since ${due}: the review of hotfix ${release}, ${url}`;
}
async function remindOfReviews(workplace) {
    const { forge, git, journal, surroundings } = workplace;
    const reviews = await overdueReviews(workplace, await journal.every());
    if (reviews.length === 0)
        return [];
    const branch = await forge.defaultBranch();
    const { roles } = (await configAt(git, `refs/remotes/origin/${branch}`)).config;
    const day = new Date(surroundings.clock.now()).toISOString().slice(0, 10);
    return Promise.all(reviews.map(async (review) => {
        const people = review.assignees.length > 0 ? review.assignees.map((login) => `@${login}`) : teamsOf(roles.onCall);
        const body = `${people.join(" ")} this review was due at ${review.due}. Close the issue when it is done.`.trim();
        try {
            await forge.ensureComment(review.issue, `release-command overdue ${review.release} ${day}`, body);
            return review;
        }
        catch (thrown) {
            return { ...review, fault: (0,faults/* asFault */.Ps)(thrown) };
        }
    }));
}
function teamsOf(holders) {
    return holders.filter((holder) => holder.startsWith("@"));
}

;// CONCATENATED MODULE: ./build/packages/stages/watch-job.js




async function watchJob(workplace, wake) {
    await fetchAll(workplace.git);
    const releases = await workplace.journal.live();
    const sightings = [];
    for (const release of releases.toSorted((a, b) => Number(urgent(b)) - Number(urgent(a))))
        sightings.push(await lookAt(workplace, release, wake));
    return sightings;
}
function urgent({ record: { touched, restored } }) {
    return touched.has("production") && !restored.has("production");
}
async function lookAt(workplace, release, wake) {
    const { id, record } = release;
    const seen = { id, state: record.state };
    try {
        const { may, reason } = await standingOf(workplace, release);
        if (may === "wait")
            return { ...seen, did: "left", reason };
        if (wake === undefined)
            return { ...seen, did: "may-go-on", reason };
        const first = await workplace.journal.noteWake(id, { seen: record.lastSeq, reason });
        if (!first)
            return { ...seen, did: "left", reason: `somebody else goes on with it just now (${reason})` };
        await wake(release);
        return { ...seen, did: "woke", reason };
    }
    catch (thrown) {
        const fault = (0,faults/* asFault */.Ps)(thrown);
        return { ...seen, did: "fault", reason: fault.message, fault };
    }
}
function wakeByEvent({ forge }) {
    return async ({ id }) => forge.sendEvent(wakeEvent, { release: id });
}

;// CONCATENATED MODULE: ./build/packages/stages/config-here.js






const manifestBytesAtMost = 1_000_000;
async function projectConfig({ cwd, signal }) {
    const paths = await pathsIn(cwd, signal);
    const loaded = await configHere(cwd);
    if (!(0,packages_config.wantsDetection)(loaded.written))
        return loaded;
    const texts = new Map();
    for (const file of (0,packages_config.manifestsOf)(paths)) {
        const text = await config_here_textOf(external_node_path_.join(cwd, file));
        if (text !== undefined)
            texts.set(file, text);
    }
    return (0,packages_config.withDetection)(loaded, (0,packages_config.detect)({ paths, texts }));
}
async function pathsIn(cwd, signal) {
    const words = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"];
    const { exitCode, stdout } = await (0,packages_process/* run */.eF)([...words], { cwd, signal });
    if (exitCode === 0)
        return [...new Set(stdout.split("\0").filter((file) => file !== ""))];
    throw new faults/* ReleaseFault */.eB("input", `${cwd} is no clone of a repository`, {
        hint: "Run it in a clone, or name one. Example: release config --directory=../shop",
    });
}
async function config_here_textOf(file) {
    const found = await (0,promises_.stat)(file).catch(() => undefined);
    if (found?.isFile() !== true || found.size > manifestBytesAtMost)
        return undefined;
    return (0,promises_.readFile)(file, "utf8").catch(() => undefined);
}

;// CONCATENATED MODULE: ./build/packages/stages/index.js





























/***/ }),

/***/ 16235:
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
var faults = __webpack_require__(71906);
;// CONCATENATED MODULE: ./build/packages/targets/registry.js

const targets = {
    local: () => __webpack_require__.e(/* import() */ 4251).then(__webpack_require__.bind(__webpack_require__, 44251)),
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
function* rolling({ stepTimeMs }) {
    yield { do: "prepare" };
    yield { do: "shift", percent: 50 };
    yield { do: "smoke", on: "candidate", percent: 50 };
    yield { do: "watch", percent: 50, forMs: stepTimeMs };
    yield { do: "shift", percent: 100 };
    yield { do: "smoke", on: "everyone", percent: 100 };
    yield { do: "finish" };
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
function requireCapabilities(strategy, capabilities) {
    if (strategy !== "blue-green" && !capabilities.weights) {
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
var local_open = __webpack_require__(40197);
;// CONCATENATED MODULE: ./build/packages/targets/index.js





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
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2503);
/* harmony import */ var _faults__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71906);
/* harmony import */ var _protocol_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23069);





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

/***/ 40197:
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
/* harmony import */ var _faults__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(71906);
/* harmony import */ var _child_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(92127);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(39834);








const START_TIMEOUT_MS = 20_000;
const POLL_MS = 50;
async function ensurePlatform(directory, options) {
    const running = (await (0,_client_js__WEBPACK_IMPORTED_MODULE_7__/* .findPlatform */ .rB)(directory)) ?? (await startPlatform(directory, options));
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
    const known = await (0,_client_js__WEBPACK_IMPORTED_MODULE_7__/* .findAddress */ .S3)(directory);
    const log = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(logFile, "a", 0o600);
    const started = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(process.execPath, [mainFile(), directory, String(port === 0 ? (known?.publicPort ?? 0) : port)], {
        cwd: directory,
        detached: true,
        stdio: ["ignore", log, log],
        env: (0,_child_js__WEBPACK_IMPORTED_MODULE_6__/* .plainEnvironment */ .U)(process.env),
    });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(log);
    started.unref();
    const failed = new AbortController();
    started.once("exit", (code) => code !== 0 && failed.abort()).once("error", () => failed.abort());
    const deadlineMs = clock.now() + START_TIMEOUT_MS;
    while (!failed.signal.aborted && clock.now() < deadlineMs) {
        await clock.sleep(POLL_MS, signal);
        const client = await (0,_client_js__WEBPACK_IMPORTED_MODULE_7__/* .findPlatform */ .rB)(directory);
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
    const running = await (0,_client_js__WEBPACK_IMPORTED_MODULE_7__/* .findPlatform */ .rB)(home);
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
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2503);

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
