export const id = 917;
export const ids = [917,1166];
export const modules = {

/***/ 61964:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dI: () => (/* binding */ anchorOf),
/* harmony export */   gF: () => (/* binding */ anchorProblems),
/* harmony export */   t1: () => (/* binding */ findAnchor)
/* harmony export */ });
/* harmony import */ var _checkpoint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60622);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96822);


function anchorOf(checkpoint) {
    const [, size = "", root = ""] = checkpoint.split("\n");
    const text = `${opening}${size} entries, root ${root}`;
    return words.test(text) ? text : undefined;
}
const opening = "audit log: ";
const words = /audit log: (?<size>0|[1-9]\d{0,14}) entries, root (?<root>[A-Za-z0-9+/]{43}=)$/;
function findAnchor(from, text) {
    const { size, root } = words.exec(text)?.groups ?? {};
    return size === undefined || root === undefined ? undefined : { from, size: Number(size), root };
}
function anchorProblems(log, anchors) {
    const { lines } = (0,_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .linesIn */ .hl)(log);
    return (0,_checkpoint_js__WEBPACK_IMPORTED_MODULE_0__/* .headProblems */ .bm)(lines, anchors.map(({ from, ...head }) => ({ from, head })), "anchored");
}


/***/ }),

/***/ 6373:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cg: () => (/* binding */ hourOf),
/* harmony export */   kU: () => (/* binding */ loggedHours),
/* harmony export */   o2: () => (/* binding */ continueLog),
/* harmony export */   uS: () => (/* binding */ isDeniedHour)
/* harmony export */ });
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96822);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72971);


const graceMs = 10 * 60_000;
function continueLog(log, { facts, denied, signedBy }) {
    let continued = log === "" || log.endsWith("\n") ? log : `${log}\n`;
    const entries = [
        ...deniedUntil(log, denied, facts.at(-1)?.at ?? "").map((hour) => ({ denied: hour })),
        { ...(0,_log_js__WEBPACK_IMPORTED_MODULE_0__/* .statementOf */ .T8)(facts, (0,_log_js__WEBPACK_IMPORTED_MODULE_0__/* .factsDigest */ .wL)(facts)), ...(signedBy === undefined ? {} : { signedBy }) },
    ];
    for (const entry of entries)
        continued += `${(0,_log_js__WEBPACK_IMPORTED_MODULE_0__/* .chained */ .HM)(continued, entry)}\n`;
    return continued;
}
function hourOf({ hour, person }) {
    return `${hour} ${person.toLowerCase()}`;
}
function deniedUntil(log, denied, at) {
    if (denied.length === 0)
        return [];
    const known = new Set(loggedHours(log).map(hourOf));
    const isOver = ({ hour }) => Date.parse(`${hour}:00:00Z`) + 3_600_000 + graceMs <= Date.parse(at);
    return denied
        .filter((one) => isOver(one) && !known.has(hourOf(one)))
        .toSorted((a, b) => hourOf(a).localeCompare(hourOf(b), "en"));
}
function loggedHours(log) {
    return log
        .split("\n")
        .flatMap((line) => (line.startsWith('{"denied":') ? ((0,_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .entryIn */ .Gi)(line, saysDenied)?.denied ?? []) : []));
}
function saysDenied(entry) {
    return typeof entry === "object" && entry !== null && "denied" in entry && isDeniedHour(entry.denied);
}
function isDeniedHour(value) {
    return (0,_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .hasTexts */ .fx)(value, ["hour", "person"]);
}


/***/ }),

/***/ 60622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  NP: () => (/* binding */ checkpointProblems),
  bm: () => (/* binding */ headProblems),
  zt: () => (/* binding */ lastSigned),
  Ch: () => (/* binding */ signCheckpoint),
  $d: () => (/* binding */ sizeOf),
  TZ: () => (/* binding */ staleness)
});

// EXTERNAL MODULE: ./build/packages/audit/lines.js
var audit_lines = __webpack_require__(96822);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/packages/audit/merkle.js

const leafPrefix = Buffer.of(0);
const nodePrefix = Buffer.of(1);
function rootsOf(lines, sizes) {
    const roots = new Map();
    const subtrees = [];
    let count = 0;
    if (sizes.has(0))
        roots.set(0, rootOf(subtrees));
    for (const line of lines) {
        let hash = sha256(leafPrefix, line);
        for (let bits = count; bits % 2 === 1; bits = Math.floor(bits / 2))
            hash = nodeOf(subtrees.pop(), hash);
        subtrees.push(hash);
        count += 1;
        if (sizes.has(count))
            roots.set(count, rootOf(subtrees));
    }
    return roots;
}
function rootOf(subtrees) {
    return subtrees.length === 0 ? sha256() : subtrees.reduceRight((right, left) => nodeOf(left, right));
}
function nodeOf(left, right) {
    if (left === undefined)
        throw new RangeError("a node has two sides");
    return sha256(nodePrefix, left, right);
}
let whole = Buffer.alloc(4096);
function sha256(...parts) {
    const size = parts.reduce((sum, { length }) => sum + length, 0);
    if (size > whole.length)
        whole = Buffer.alloc(size * 2);
    let at = 0;
    for (const part of parts) {
        whole.set(part, at);
        at += part.length;
    }
    return (0,external_node_crypto_.hash)("sha256", whole.subarray(0, size), "buffer");
}

// EXTERNAL MODULE: ./build/packages/audit/note.js
var note = __webpack_require__(56669);
;// CONCATENATED MODULE: ./build/packages/audit/checkpoint.js



function signCheckpoint(log, signer) {
    const { lines } = (0,audit_lines/* linesIn */.hl)(Buffer.from(log));
    const root = rootsOf(lines, new Set([lines.length])).get(lines.length);
    return (0,note/* signNote */.qO)(`${signer.name}\n${lines.length}\n${root?.toString("base64")}\n`, signer);
}
function checkpointProblems(log, witnesses, verifiers) {
    const { lines } = (0,audit_lines/* linesIn */.hl)(log);
    return headProblems(lines, witnesses.map(({ from, checkpoint }) => ({ from, head: headOf(checkpoint, verifiers) })), "signed");
}
function headProblems(lines, heads, how) {
    const roots = rootsOf(lines, new Set(heads.flatMap(({ head }) => (head === undefined ? [] : [head.size]))));
    const found = heads.flatMap(({ from, head }) => {
        if (head === undefined)
            return [`${from}: is no checkpoint that a known key signed`];
        const root = roots.get(head.size)?.toString("base64");
        if (root === head.root)
            return [];
        return root === undefined
            ? [`${from}: vouches for ${head.size} entries, and the log has ${lines.length}: the newest are gone`]
            : [`${from}: the first ${head.size} entries are not those that were ${how}`];
    });
    return [...found, ...forksAmong(heads)];
}
function forksAmong(heads) {
    return heads.flatMap(({ from, head }, index) => {
        if (head === undefined)
            return [];
        const other = heads.slice(0, index).find((one) => one.head?.size === head.size && one.head.root !== head.root);
        return other === undefined
            ? []
            : [`${other.from} and ${from} both vouch for ${head.size} entries, and not for the same: the log was forked`];
    });
}
function sizeOf(checkpoint) {
    const size = checkpoint.split("\n")[1] ?? "";
    return wholeNumber.test(size) ? Number(size) : undefined;
}
function lastSigned(log) {
    const { lines } = (0,audit_lines/* linesIn */.hl)(log);
    for (let line = lines.length; line > 0; line -= 1) {
        const signedBy = /,"seq":\d+,"signedBy":"(?<by>[^"\\]+)"/.exec(lines[line - 1]?.toString("utf8") ?? "")?.groups;
        if (signedBy?.["by"] !== undefined)
            return { line, signedBy: signedBy["by"] };
    }
    return undefined;
}
function staleness(log, own) {
    const last = lastSigned(log);
    if (last === undefined)
        return [];
    const { line, signedBy } = last;
    if (own === undefined)
        return [`line ${line} came with a checkpoint of ${signedBy}, and there is none any more`];
    const size = sizeOf(own.checkpoint);
    if (size === undefined || size >= line)
        return [];
    return [
        `${own.from}: is an old one of ${size} entries; line ${line} came with a newer one of ${signedBy}, which is gone`,
    ];
}
const wholeNumber = /^(?:0|[1-9]\d{0,14})$/;
function headOf(checkpoint, verifiers) {
    const text = (0,note/* openNote */.jN)(checkpoint, verifiers);
    const [origin = "", size = "", root = ""] = text?.split("\n") ?? [];
    if (!verifiers.some(({ name }) => name === origin) || !wholeNumber.test(size))
        return undefined;
    return { size: Number(size), root };
}


/***/ }),

/***/ 15717:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* reexport safe */ _checkpoint_js__WEBPACK_IMPORTED_MODULE_2__.$d),
/* harmony export */   Ch: () => (/* reexport safe */ _checkpoint_js__WEBPACK_IMPORTED_MODULE_2__.Ch),
/* harmony export */   ET: () => (/* reexport safe */ _note_js__WEBPACK_IMPORTED_MODULE_4__.ET),
/* harmony export */   Hc: () => (/* reexport safe */ _note_js__WEBPACK_IMPORTED_MODULE_4__.Hc),
/* harmony export */   NP: () => (/* reexport safe */ _checkpoint_js__WEBPACK_IMPORTED_MODULE_2__.NP),
/* harmony export */   QM: () => (/* reexport safe */ _note_js__WEBPACK_IMPORTED_MODULE_4__.QM),
/* harmony export */   QZ: () => (/* binding */ loadErasure),
/* harmony export */   TZ: () => (/* reexport safe */ _checkpoint_js__WEBPACK_IMPORTED_MODULE_2__.TZ),
/* harmony export */   VH: () => (/* binding */ loadVerifier),
/* harmony export */   cg: () => (/* reexport safe */ _append_js__WEBPACK_IMPORTED_MODULE_0__.cg),
/* harmony export */   dI: () => (/* reexport safe */ _anchor_js__WEBPACK_IMPORTED_MODULE_1__.dI),
/* harmony export */   ft: () => (/* binding */ loadAttestation),
/* harmony export */   kU: () => (/* reexport safe */ _append_js__WEBPACK_IMPORTED_MODULE_0__.kU),
/* harmony export */   o2: () => (/* reexport safe */ _append_js__WEBPACK_IMPORTED_MODULE_0__.o2),
/* harmony export */   sX: () => (/* binding */ loadTransit),
/* harmony export */   xT: () => (/* reexport safe */ _note_js__WEBPACK_IMPORTED_MODULE_4__.xT)
/* harmony export */ });
/* harmony import */ var _append_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6373);
/* harmony import */ var _anchor_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61964);
/* harmony import */ var _checkpoint_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60622);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72971);
/* harmony import */ var _note_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(56669);





const loadVerifier = () => __webpack_require__.e(/* import() */ 6834).then(__webpack_require__.bind(__webpack_require__, 74478));
const loadAttestation = () => __webpack_require__.e(/* import() */ 3455).then(__webpack_require__.bind(__webpack_require__, 84952));
const loadErasure = () => __webpack_require__.e(/* import() */ 2222).then(__webpack_require__.bind(__webpack_require__, 62222));
const loadTransit = () => __webpack_require__.e(/* import() */ 887).then(__webpack_require__.bind(__webpack_require__, 10887));


/***/ }),

/***/ 96822:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gi: () => (/* binding */ entryIn),
/* harmony export */   fx: () => (/* binding */ hasTexts),
/* harmony export */   hl: () => (/* binding */ linesIn)
/* harmony export */ });
const lineEnd = 10;
function linesIn(file) {
    const lines = [];
    let from = 0;
    for (let end = file.indexOf(lineEnd); end >= 0; end = file.indexOf(lineEnd, from)) {
        lines.push(file.subarray(from, end));
        from = end + 1;
    }
    return { lines, rest: file.subarray(from) };
}
function entryIn(line, isOne) {
    try {
        const value = JSON.parse(line.toString());
        return isOne(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function hasTexts(value, keys) {
    return (typeof value === "object" && value !== null && keys.every((key) => typeof Reflect.get(value, key) === "string"));
}


/***/ }),

/***/ 72971:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ canonical),
/* harmony export */   HM: () => (/* binding */ chained),
/* harmony export */   T8: () => (/* binding */ statementOf),
/* harmony export */   T9: () => (/* binding */ genesis),
/* harmony export */   mh: () => (/* binding */ lineAt),
/* harmony export */   sc: () => (/* binding */ sha256),
/* harmony export */   wL: () => (/* binding */ factsDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var canonicalize__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68974);
/* harmony import */ var _machine__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10167);



const genesis = "0".repeat(64);
function factsDigest(facts) {
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256");
    for (const fact of facts)
        digest.update(`${canonical(fact)}\n`);
    return digest.digest("hex");
}
function chained(log, entry) {
    return lineAt(placeAfter(log), entry);
}
function lineAt({ number, prev }, entry) {
    return canonical({ ...entry, seq: number, prev });
}
function placeAfter(log) {
    let lines = 0;
    for (let at = log.indexOf("\n"); at >= 0; at = log.indexOf("\n", at + 1))
        lines += 1;
    if (log === "")
        return { number: 1, prev: genesis };
    return { number: lines + 1, prev: sha256(log.slice(log.lastIndexOf("\n", log.length - 2) + 1, -1)) };
}
function statement(record, facts, digest) {
    const { plan, failure, verdict, rollback, redeploy, emergency } = record;
    return {
        ...((0,_machine__WEBPACK_IMPORTED_MODULE_1__/* .holdsTokens */ .Z3)(facts) ? { format: 2 } : {}),
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
        ...(emergency === undefined ? {} : { emergency: { by: emergency.by, reason: emergency.reason, at: emergency.at } }),
        ...overridden(record),
        ...allowed(record),
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
        ...(plan.redeploy === undefined
            ? {}
            : {
                redeploy: {
                    environment: plan.redeploy.environment,
                    reason: plan.redeploy.reason,
                    phase: redeploy?.phase ?? "",
                },
            }),
        facts: facts.length,
        digest,
    };
}
function overridden({ plan, gates }) {
    const overrides = plan.gates.flatMap((gate) => (0,_machine__WEBPACK_IMPORTED_MODULE_1__/* .overrideOf */ .Oe)(plan, gate) ?? []);
    if (overrides.length === 0)
        return {};
    return {
        overrides: overrides.map(({ gate, reason }) => {
            const outcome = gates.get(gate);
            return { gate, by: plan.initiatedBy, reason, result: outcome === undefined ? "open" : (0,_machine__WEBPACK_IMPORTED_MODULE_1__/* .standingOf */ .YP)(plan, outcome) };
        }),
    };
}
function allowed({ gates }) {
    const metrics = gates.get("security")?.metrics;
    return metrics?.gate === "security" && metrics.allowed !== undefined ? { allowedFindings: metrics.allowed } : {};
}
function statementOf(facts, digest) {
    return statement((0,_machine__WEBPACK_IMPORTED_MODULE_1__/* .fold */ .AU)(facts), facts, digest);
}
const sha256 = (content) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)("sha256", content, "hex");
function canonical(value) {
    const text = (0,canonicalize__WEBPACK_IMPORTED_MODULE_2__/* ["default"] */ .A)(value);
    if (text === undefined)
        throw new TypeError("there is no canonical form of undefined");
    return text;
}


/***/ }),

/***/ 56669:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ET: () => (/* binding */ verifierText),
/* harmony export */   Hc: () => (/* binding */ signerFrom),
/* harmony export */   QM: () => (/* binding */ parseVerifier),
/* harmony export */   jN: () => (/* binding */ openNote),
/* harmony export */   kc: () => (/* binding */ publicKeyOf),
/* harmony export */   qO: () => (/* binding */ signNote),
/* harmony export */   xT: () => (/* binding */ keyName)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _faults__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72326);


const ed25519 = Buffer.of(1);
const spkiPrefix = Buffer.from("302a300506032b6570032100", "hex");
const keyBytes = 32;
function signerFrom(name, pem) {
    const key = privateKeyOf(pem);
    return { name, key: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(key), sign: (bytes) => Promise.resolve((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign)(null, bytes, key)) };
}
function privateKeyOf(pem) {
    const hint = "Make one with: openssl genpkey -algorithm ed25519   and keep all of its output, the first and last line too.";
    let key;
    try {
        key = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)(pem);
    }
    catch (cause) {
        throw new _faults__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseFault */ .eB("config", "The key of the audit log is not a private key in PEM", { hint, cause });
    }
    if (key.asymmetricKeyType === "ed25519")
        return key;
    throw new _faults__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseFault */ .eB("config", `The key of the audit log is ${key.asymmetricKeyType ?? "unknown"}, and not Ed25519`, {
        hint,
    });
}
function verifierText({ name, key }) {
    return `${name}+${keyHash(name, key).toString("hex")}+${Buffer.concat([ed25519, rawKey(key)]).toString("base64")}`;
}
function keyName({ name, key }) {
    return `${name}+${keyHash(name, key).toString("hex")}`;
}
function parseVerifier(text) {
    const [name = "", hash = "", encoded = ""] = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim())?.slice(1) ?? [];
    const bytes = Buffer.from(encoded, "base64");
    if (bytes.length === keyBytes + 1 && bytes.subarray(0, 1).equals(ed25519)) {
        const key = publicKeyOf(bytes.subarray(1));
        if (key !== undefined && keyHash(name, key).toString("hex") === hash)
            return { name, key };
    }
    throw new _faults__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseFault */ .eB("input", `"${text}" is no public key of an audit log`, {
        hint: "It is what `release audit key` prints, all of it: github.com/org/shop/release-audit+1f2e3d4c+AQ…",
    });
}
function publicKeyOf(raw) {
    if (raw.length !== keyBytes)
        return undefined;
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)({ key: Buffer.concat([spkiPrefix, raw]), format: "der", type: "spki" });
}
async function signNote(text, signer) {
    const signature = await signer.sign(Buffer.from(text));
    const line = Buffer.concat([keyHash(signer.name, signer.key), signature]).toString("base64");
    return `${text}\n— ${signer.name} ${line}\n`;
}
function openNote(note, verifiers) {
    const end = note.lastIndexOf("\n\n— ");
    if (end < 0 || !note.endsWith("\n"))
        return undefined;
    const text = note.slice(0, end + 1);
    const lines = note.slice(end + 2, -1).split("\n");
    const parsed = lines.map((line) => /^— ([^+\s]+) ([A-Za-z0-9+/]+={0,2})$/.exec(line));
    if (parsed.includes(null) || /[\u0000-\u0009\u000b-\u001f]/.test(text))
        return undefined;
    const isSigned = verifiers.some(({ name, key }) => parsed.some((line) => line?.[1] === name && isBy({ name, key }, text, line[2] ?? "")));
    return isSigned ? text : undefined;
}
function isBy({ name, key }, text, encoded) {
    const signature = Buffer.from(encoded, "base64");
    return (signature.toString("base64") === encoded &&
        signature.subarray(0, 4).equals(keyHash(name, key)) &&
        (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify)(null, Buffer.from(text), key, signature.subarray(4)));
}
function keyHash(name, key) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(`${name}\n`).update(ed25519).update(rawKey(key)).digest().subarray(0, 4);
}
function rawKey(key) {
    return key.export({ format: "der", type: "spki" }).subarray(-keyBytes);
}


/***/ }),

/***/ 67255:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Yl: () => (/* reexport */ codeOwnersPaths),
  wd: () => (/* reexport */ isHostRun),
  IJ: () => (/* reexport */ isTeam),
  DQ: () => (/* reexport */ loginOf),
  o6: () => (/* reexport */ openGitHub),
  K2: () => (/* reexport */ ownersOf),
  dK: () => (/* reexport */ parseCodeOwners)
});

// UNUSED EXPORTS: operations, reviewQuery

// EXTERNAL MODULE: ./node_modules/@octokit/core/dist-src/index.js + 12 modules
var dist_src = __webpack_require__(39726);
// EXTERNAL MODULE: ./build/packages/http/index.js + 6 modules
var http = __webpack_require__(70083);
// EXTERNAL MODULE: ./build/packages/faults/index.js + 3 modules
var faults = __webpack_require__(72326);
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
        .map((error) => typeof error === "string" ? error : (property(error, "message") ?? property(error, "code")))
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
const routes_routes = {
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
    createCheckRun: "POST /repos/{owner}/{repo}/check-runs",
    listAnalyses: "GET /repos/{owner}/{repo}/code-scanning/analyses",
    listCodeAlerts: "GET /repos/{owner}/{repo}/code-scanning/alerts",
    listDependabotAlerts: "GET /repos/{owner}/{repo}/dependabot/alerts",
    readRun: "GET /repos/{owner}/{repo}/actions/runs/{run_id}",
    deleteComment: "DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}",
    readComment: "GET /repos/{owner}/{repo}/issues/comments/{comment_id}",
    addReaction: "POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions",
};
const repeatable = new Set([
    routes_routes.addLabels,
    routes_routes.requestReviewers,
    routes_routes.addReaction,
    routes_routes.sendEvent,
    "POST /graphql",
]);
function mayRepeat(method, url) {
    return method === "PATCH" || repeatable.has(`${method} ${url}`);
}
function operationName(method, url) {
    const found = Object.entries(routes_routes).find(([, route]) => route === `${method} ${url}`);
    return found === undefined ? `${method} ${url}` : found[0].replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
const operations = Object.values(routes_routes).map((route) => route.replace("{?name,label}", ""));

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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
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
const tries = 3;
async function createOnce(thing) {
    for (let left = tries - 1;; left -= 1) {
        try {
            return await thing.create();
        }
        catch (thrown) {
            if (left === 0 || (!isDoubtful(thrown) && !isStatus(thrown, 422)))
                throw thrown;
            const found = await look(thing);
            if (found === "free")
                continue;
            if (found !== undefined)
                return found;
            if (!isDoubtful(thrown))
                throw thrown;
        }
    }
}
async function look({ find, sleep }) {
    for (const waitMs of looksMs) {
        await sleep(waitMs);
        const found = await find();
        if (found !== undefined)
            return found;
    }
    return undefined;
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





async function ensureComment(client, known, { number, marker, text }) {
    const hidden = `<!-- ${marker.replaceAll("-->", "")} -->`;
    const body = `${hidden}\n${text}`;
    const key = `${number} ${hidden}`;
    const id = known.get(key);
    if (id !== undefined && (await update(client, id, body)))
        return;
    const find = () => findComment(client, number, hidden);
    const found = (await find()) ?? (await createAlone(client, { number, body, find }));
    if (normalised(found.body) !== normalised(body))
        await update(client, Number(found.id), body);
    known.set(key, Number(found.id));
}
async function update(client, id, body) {
    try {
        await client.request(routes_routes.updateComment, { ...client.at, comment_id: id, body });
        return true;
    }
    catch (thrown) {
        if (isStatus(thrown, 404))
            return false;
        throw thrown;
    }
}
async function findComment(client, number, hidden) {
    const comments = await allPages(async (page) => {
        const range = { issue_number: number, per_page: 100, page };
        return (await client.request(routes_routes.listComments, { ...client.at, ...range })).data;
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
        await client.request(routes_routes.deleteComment, { ...client.at, comment_id: Number(id) });
    }
    catch (thrown) {
        if (!isStatus(thrown, 404))
            throw thrown;
    }
}
async function create(client, number, body) {
    return (await client.request(routes_routes.createComment, { ...client.at, issue_number: number, body })).data;
}

;// CONCATENATED MODULE: ./build/packages/forge/reviewers.js



async function ensureLabels(client, pull, wanted) {
    const missing = wanted.filter((name) => !pull.labels.some((label) => label.name === name));
    if (missing.length === 0)
        return [];
    return warn(`Labels ${missing.join(", ")} could not be added`, () => client.request(routes_routes.addLabels, { ...client.at, issue_number: pull.number, labels: missing }));
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
        const { data } = await client.request(routes_routes.listReviews, { ...client.at, pull_number: number, per_page: 100 });
        for (const { user } of data)
            if (user !== null)
                logins.add(user.login.toLowerCase());
    });
    return { logins, warnings };
}
function ask(client, number, names) {
    return warn(`${names.join(", ")} could not be asked for a review`, () => client.request(routes_routes.requestReviewers, {
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
    const { data } = await client.request(routes_routes.readPullRequest, { ...client.at, pull_number: number });
    return data;
}
async function closePullRequest(client, number) {
    const { state } = await readPullRequest(client, number);
    if (state === "closed")
        return;
    await client.request(routes_routes.updatePullRequest, { ...client.at, pull_number: number, state: "closed" });
}
async function findRaw(client, head, base) {
    const { data } = await client.request(routes_routes.listPullRequests, {
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
    const { data } = await client.request(routes_routes.createPullRequest, {
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
        await client.request(routes_routes.updatePullRequest, { ...client.at, pull_number: number, ...changes });
    }
    if (!isTheirs)
        return [];
    const said = `${keptNotice}\n\n${bodiesOf(wanted).find((body) => body.length <= roomInComment) ?? ""}`;
    return warn("Nobody could be told that the text was kept", () => ensureComment(client, new Map(), { number, marker: "release-command:text", text: said }));
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
    const before = await merging_look(client, number);
    if (before.merge !== undefined)
        return before.merge;
    refuseUnlessReady(client, { number, head }, before);
    for (const waitMs of [...settlingMs, undefined]) {
        const refused = await tryMerge(client, order);
        const after = await merging_look(client, number);
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
    const before = await merging_look(client, number);
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
async function merging_look(client, number) {
    const found = await readPullRequest(client, number);
    const { merged, merge_commit_sha: sha, merged_by: by } = found;
    const merge = merged && sha !== null ? { sha, by: by?.login ?? "ghost" } : undefined;
    return { id: found.node_id, merge, closed: found.state === "closed", head: found.head.sha };
}
async function tryMerge(client, { number, head, title, method }) {
    try {
        const wanted = { pull_number: number, sha: head, commit_title: title, merge_method: method };
        await client.request(routes_routes.mergePullRequest, { ...client.at, ...wanted });
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
    const before = await merging_look(client, number);
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
    const { id, merge, closed } = await merging_look(client, number);
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

;// CONCATENATED MODULE: ./build/packages/forge/alerts.js




const alerts_perPage = 100;
async function codeScanningAlerts(client, branch, sha) {
    const ref = `refs/heads/${branch}`;
    const asked = { ...client.at, ref, per_page: alerts_perPage };
    try {
        const { data: analyses } = await client.request(routes_routes.listAnalyses, asked);
        const ours = analyses.filter(({ commit_sha }) => commit_sha === sha);
        const newest = new Map(ours.toReversed().map((one) => [`${one.tool.name ?? ""}\0${one.category ?? ""}`, one]));
        const broken = [...newest.values()].find(({ error }) => error !== "");
        if (broken !== undefined)
            throw brokenAnalysis(broken.tool.name ?? "code scanning", broken.error);
        if (newest.size === 0)
            return undefined;
        const alerts = await allPages(async (page) => {
            const { data } = await client.request(routes_routes.listCodeAlerts, { ...asked, state: "open", page });
            return data;
        });
        return alerts.map(({ rule, html_url, most_recent_instance: { message, location } }) => ({
            ids: [rule.id ?? rule.name ?? "unnamed rule"],
            text: message?.text ?? rule.description ?? "",
            vectors: [],
            word: rule.security_severity_level ?? wordOfLevel[rule.severity ?? "none"],
            url: html_url,
            ...(location?.path === undefined ? {} : { file: location.path }),
            ...(location?.start_line === undefined ? {} : { line: location.start_line }),
            tags: rule.tags ?? [],
        }));
    }
    catch (thrown) {
        if (isStatus(thrown, 404) && /no analysis found/i.test(thrown.reason))
            return undefined;
        throw refused(thrown, "code scanning", "security-events: read");
    }
}
const wordOfLevel = { error: "high", warning: "medium", note: "low", none: "info" };
async function dependabotAlerts(client) {
    const all = [];
    let after;
    try {
        do {
            const at = { ...client.at, state: "open", per_page: alerts_perPage, ...(after === undefined ? {} : { after }) };
            const { data, headers } = await client.request(routes_routes.listDependabotAlerts, at);
            all.push(...data.map(asAlert));
            after = /[?&]after=([^&>]+)[^>]*>; rel="next"/.exec(headers.link ?? "")?.[1];
            if (after !== undefined)
                after = decodeURIComponent(after);
        } while (after !== undefined);
        return all;
    }
    catch (thrown) {
        throw refused(thrown, "Dependabot", "vulnerability-alerts: read");
    }
}
const pageOfDependabot = (client) => client.request(routes.listDependabotAlerts, client.at);
function asAlert({ security_advisory: advisory, security_vulnerability: hole, dependency, html_url, }) {
    const { cvss_v3, cvss_v4 } = advisory.cvss_severities ?? {};
    const vectors = [advisory.cvss.vector_string, cvss_v3?.vector_string, cvss_v4?.vector_string];
    const fixedIn = hole.first_patched_version?.identifier;
    return {
        ids: [...(advisory.cve_id === null ? [] : [advisory.cve_id]), advisory.ghsa_id],
        text: advisory.summary,
        score: advisory.cvss.score,
        vectors: vectors.filter((one) => one !== null && one !== undefined),
        word: advisory.severity,
        url: html_url,
        ...(dependency.manifest_path === undefined ? {} : { file: dependency.manifest_path }),
        tags: advisory.cwes.map(({ cwe_id }) => cwe_id),
        package: { name: hole.package.name, ecosystem: hole.package.ecosystem },
        ...(fixedIn === undefined ? {} : { fixedIn }),
    };
}
function brokenAnalysis(tool, error) {
    return new faults/* ReleaseFault */.eB("policy", `The analysis of this commit by ${tool} failed: ${error.slice(0, 300)}`, {
        hint: "See the log of the workflow of code scanning, correct what failed, and retry the release.",
    });
}
function refused(thrown, what, permission) {
    if (!isStatus(thrown, 403, 404))
        return thrown;
    return new faults/* ReleaseFault */.eB("permission", `The alerts of ${what} cannot be read: ${thrown.reason}`, {
        hint: `Switch ${what} on (Settings → Advanced Security), and give the job that runs this the permission:\npermissions:\n  ${permission}`,
        cause: thrown,
    });
}

;// CONCATENATED MODULE: ./build/packages/forge/check-runs.js



const check_runs_perPage = 100;
const pagesAtMost = 50;
async function onePage(client, ref, page) {
    try {
        const { data } = await client.request(routes_routes.listCheckRuns, { ...client.at, ref, per_page: check_runs_perPage, page });
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
const ownCheck = "release gates";
const greenConclusions = new Set(["SUCCESS", "NEUTRAL", "SKIPPED"]);
function checksNotGreen(contexts, required) {
    const reported = contexts.map((context) => ({
        name: nameOf(context),
        state: stateOf(context),
        isRequired: context.isRequired,
        ...(context.url === null ? {} : { url: context.url }),
    }));
    const failing = reported.filter(({ name, state, isRequired }) => state !== "success" && (isRequired || name !== ownCheck));
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

;// CONCATENATED MODULE: ./build/packages/forge/check-view.js




const annotationsAtMost = 50;
const titleAtMost = 255;
const summaryAtMost = 65_535;
async function ensureCheck(client, wanted) {
    const { sha, conclusion, title } = wanted;
    const summary = wanted.summary.slice(0, summaryAtMost);
    const find = async () => {
        const which = { ref: sha, check_name: ownCheck, filter: "latest", per_page: 100 };
        const { data } = await client.request(routes_routes.listCheckRuns, { ...client.at, ...which });
        return data.check_runs.find((run) => run.external_id === wanted.release &&
            run.conclusion === conclusion &&
            run.output.title === title &&
            run.output.summary === summary);
    };
    const create = async () => {
        const check = {
            name: ownCheck,
            head_sha: sha,
            external_id: wanted.release,
            status: "completed",
            conclusion,
            ...(wanted.detailsUrl === undefined ? {} : { details_url: wanted.detailsUrl }),
            output: { title, summary, annotations: wanted.annotations.slice(0, annotationsAtMost).map(annotation) },
        };
        return (await client.request(routes_routes.createCheckRun, { ...client.at, ...check })).data;
    };
    try {
        if ((await find()) === undefined)
            await createOnce({ create, find, sleep: client.sleep });
        return "shown";
    }
    catch (thrown) {
        if (isStatus(thrown, 403) && /GitHub App/i.test(thrown.reason))
            return "not an app";
        throw thrown;
    }
}
function annotation({ file, line, title, message }) {
    return {
        path: file,
        start_line: line,
        end_line: line,
        annotation_level: "failure",
        title: title.slice(0, titleAtMost),
        message,
    };
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
    if (check.kind === "CheckRun" && check.name === ownCheck)
        return false;
    const run = check.kind === "CheckRun" ? check.checkSuite.workflowRun : null;
    if (run === null)
        return true;
    return ofCommit.has(run.event) && (ownWorkflow === undefined || run.file?.path !== ownWorkflow);
}

;// CONCATENATED MODULE: ./build/packages/forge/deployments.js



const maxDescription = 140;
async function ensureDeployment(client, wanted, shown) {
    const find = () => findDeployment(client, wanted);
    const key = JSON.stringify([wanted.environment, wanted.sha, wanted.release]);
    const known = shown.get(key);
    const id = known?.id ??
        Number(((await find()) ?? (await createOnce({ create: () => deployments_create(client, wanted), find, sleep: client.sleep }))).id);
    const status = { state: wanted.state, description: deployments_shortened(wanted.description) };
    const isWanted = (one) => one.state === status.state && one.description === status.description;
    if (known?.last === undefined || !isWanted(known.last))
        await ensureStatus(client, { id, wanted, isWanted, known: known?.last });
    shown.set(key, { id, last: status });
}
async function markDeployment(client, wanted) {
    const found = (await newestDeployments(client, wanted.environment)).find(({ release }) => release === wanted.release);
    if (found === undefined)
        return;
    const isWanted = ({ state }) => state === wanted.state;
    await ensureStatus(client, { id: found.id, wanted, isWanted });
}
async function newestDeployments(client, environment) {
    const { data } = await client.request(routes_routes.listDeployments, { ...client.at, environment, per_page: 100 });
    return data.map(({ id, payload }) => ({ id: Number(id), release: releaseOf(payload) }));
}
async function ensureStatus(client, { id, wanted, isWanted, known }) {
    const statusIs = async () => {
        const range = { deployment_id: id, per_page: 1 };
        const { data } = await client.request(routes_routes.listDeploymentStatuses, { ...client.at, ...range });
        const [last] = data;
        return last !== undefined && isWanted(last) ? last : undefined;
    };
    if (known === undefined && (await statusIs()) !== undefined)
        return;
    const { state, description, logUrl, environmentUrl } = wanted;
    const createStatus = async () => {
        const status = {
            deployment_id: id,
            state,
            description: deployments_shortened(description),
            ...(logUrl === undefined ? {} : { log_url: logUrl }),
            ...(environmentUrl === undefined ? {} : { environment_url: environmentUrl }),
        };
        return (await client.request(routes_routes.createDeploymentStatus, { ...client.at, ...status })).data;
    };
    await createOnce({ create: createStatus, find: statusIs, sleep: client.sleep });
}
async function environmentExists(client, name) {
    try {
        await client.request(routes_routes.readEnvironment, { ...client.at, environment_name: name });
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
    const { data } = await client.request(routes_routes.listDeployments, { ...client.at, environment, sha, per_page: 100 });
    return data.find(({ payload }) => releaseOf(payload) === wanted.release);
}
async function deployments_create(client, { environment, sha, release }) {
    const { data } = await client.request(routes_routes.createDeployment, {
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
function deployments_shortened(text, atMost = maxDescription) {
    return text.length > atMost ? `${text.slice(0, atMost - 1)}…` : text;
}

;// CONCATENATED MODULE: ./build/packages/forge/deployment-notes.js



const before = " · ";
async function noteDeployment(client, { environment, release, note }) {
    const found = (await newestDeployments(client, environment)).find((one) => one.release === release);
    if (found === undefined)
        return false;
    const [last, ...older] = await statusesOf(client, found.id);
    if (last === undefined)
        return false;
    if ([last, ...older].some((one) => carries(one, note)))
        return true;
    const [said = ""] = last.description.split(before);
    const room = maxDescription - before.length - note.length;
    const create = async () => {
        await client.request(routes_routes.createDeploymentStatus, {
            ...client.at,
            deployment_id: found.id,
            state: last.state,
            description: `${deployments_shortened(said, room)}${before}${note}`,
            ...(last.log_url === "" ? {} : { log_url: last.log_url }),
            ...(last.environment_url === "" ? {} : { environment_url: last.environment_url }),
            auto_inactive: false,
        });
        return true;
    };
    const find = async () => (await statusesOf(client, found.id)).some((one) => carries(one, note)) || undefined;
    return createOnce({ create, find, sleep: client.sleep });
}
async function deploymentNotes(client, environment) {
    const notes = [];
    for (const { id, release } of await newestDeployments(client, environment)) {
        if (typeof release !== "string")
            continue;
        for (const { description, creator, created_at: at } of await statusesOf(client, id))
            if (description !== "")
                notes.push({ release, description, by: creator?.login ?? "", at });
    }
    return notes;
}
async function statusesOf(client, id) {
    const range = { deployment_id: id, per_page: 100 };
    const { data } = await client.request(routes_routes.listDeploymentStatuses, { ...client.at, ...range });
    return data.map(({ log_url = "", environment_url = "", ...status }) => ({ ...status, log_url, environment_url }));
}
const carries = ({ description }, note) => description.endsWith(`${before}${note}`);

;// CONCATENATED MODULE: ./build/packages/forge/environments.js



async function findEnvironment(client, name) {
    const at = { ...client.at, environment_name: name };
    try {
        const { data } = await client.request(routes_routes.readEnvironment, at);
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
        const { data } = await client.request(routes_routes.listCustomRules, { ...client.at, environment_name: name });
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
        const { data } = await client.request(routes_routes.readApprovals, { ...client.at, run_id: Number(runId) });
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
            return (await client.request(routes_routes.listIssues, { ...client.at, ...range })).data;
        });
        return issues.find((issue) => (issue.body ?? "").startsWith(hidden) && isOfTheHouse(issue));
    };
    const create = async () => {
        const { title, body, label } = wanted;
        const issue = { title, body: `${hidden}\n${body}`, labels: [label] };
        return (await client.request(routes_routes.createIssue, { ...client.at, ...issue })).data;
    };
    const { html_url: url } = (await find()) ?? (await createOnce({ create, find, sleep: client.sleep }));
    return url;
}
async function findIssue(client, number) {
    try {
        const { data } = await client.request(routes_routes.readIssue, { ...client.at, issue_number: number });
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
        return (await client.request(routes_routes.readUser)).data.login;
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
        const { data } = await client.request(routes_routes.readRole, { ...client.at, username: login });
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
        const { data } = await client.request(routes_routes.readTeamMembership, { ...at, username: login });
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
        await client.request(routes_routes.readTeam, at);
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
    await client.request(routes_routes.sendEvent, { ...client.at, event_type: type, client_payload: payload });
}
const isHostRun = (id) => /^\d+$/.test(id);
async function runState(client, id) {
    if (!isHostRun(id))
        return "unknown";
    try {
        const { data } = await client.request(routes_routes.readRun, { ...client.at, run_id: Number(id) });
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
        const { data } = await client.request(routes_routes.readComment, { ...client.at, comment_id: id });
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
    await client.request(routes_routes.addReaction, { ...client.at, comment_id: comment, content: sign });
}

// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(24683);
;// CONCATENATED MODULE: ./build/packages/forge/assets.js




async function ensureAsset(client, release, wanted) {
    const there = release.assets.find(({ name }) => name === wanted.name);
    if (there !== undefined && isWhole(there, wanted))
        return;
    if (there !== undefined)
        await client.request(routes_routes.deleteAsset, { ...client.at, asset_id: there.id });
    await createOnce({
        create: () => upload(client, release, wanted),
        find: () => findWhole(client, release.id, wanted),
        sleep: client.sleep,
    });
}
async function upload(client, release, { name, content }) {
    const { data } = await client.request(routes_routes.uploadAsset, {
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
    const { data } = await client.request(routes_routes.readRelease, { ...client.at, release_id: releaseId });
    const found = data.assets.find(({ name }) => name === wanted.name);
    if (found === undefined || isWhole(found, wanted))
        return found;
    await client.request(routes_routes.deleteAsset, { ...client.at, asset_id: found.id });
    return "free";
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
async function attach(client, tag, assets) {
    const release = await readPublished(client, tag);
    const warnings = [];
    if (release !== undefined)
        for (const asset of assets)
            warnings.push(...(await attachLate(client, release, asset)));
    return warnings;
}
async function findRelease(client, tag) {
    const found = await releases_findRaw(client, tag);
    return found === undefined ? undefined : { url: found.html_url, draft: found.draft };
}
async function requireTag(client, tag) {
    try {
        await client.request(routes_routes.readTag, { ...client.at, ref: `tags/${tag}` });
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
        return (await client.request(routes_routes.readPublishedRelease, { ...client.at, tag })).data;
    }
    catch (thrown) {
        if (isStatus(thrown, 404))
            return undefined;
        throw thrown;
    }
}
function listAll(client) {
    return allPages(async (page) => (await client.request(routes_routes.listReleases, { ...client.at, per_page: 100, page })).data);
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
    return (await client.request(routes_routes.createRelease, { ...client.at, ...texts, draft: true })).data;
}
async function publish(client, release, wanted) {
    const asWanted = !release.draft &&
        release.name === wanted.title &&
        normalised(release.body) === normalised(wanted.notes) &&
        release.prerelease === wanted.prerelease;
    if (asWanted)
        return release.html_url;
    const { data } = await client.request(routes_routes.updateRelease, {
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
        const { data } = await client.request(routes_routes.readRules, { ...client.at, branch, per_page: 100 });
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
    const comments = new Map();
    const shown = new Map();
    let defaultBranch;
    const readDefaultBranch = async () => (await client.request(routes_routes.readRepository, client.at)).data.default_branch;
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
        codeScanningAlerts: (branch, sha) => codeScanningAlerts(client, branch, sha),
        dependabotAlerts: () => dependabotAlerts(client),
        checkRuns: (sha) => checkRuns(client, sha),
        ensureCheck: (wanted) => ensureCheck(client, wanted),
        ensureComment: (number, marker, text) => ensureComment(client, comments, { number, marker, text }),
        ensureIssue: (wanted) => ensureIssue(client, wanted),
        findIssue: (number) => findIssue(client, number),
        findComment: (id) => talk_findComment(client, id),
        ensureReaction: (comment, sign) => ensureReaction(client, comment, sign),
        sendEvent: (type, payload) => sendEvent(client, type, payload),
        runState: (id) => runState(client, id),
        ensureRelease: (wanted) => ensureRelease(client, wanted),
        attach: (tag, assets) => attach(client, tag, assets),
        findRelease: (tag) => findRelease(client, tag),
        ensureDeployment: (wanted) => ensureDeployment(client, wanted, shown),
        markDeployment: (wanted) => markDeployment(client, wanted),
        noteDeployment: (wanted) => noteDeployment(client, wanted),
        deploymentNotes: (environment) => deploymentNotes(client, environment),
    };
}

;// CONCATENATED MODULE: ./build/packages/forge/index.js









/***/ }),

/***/ 11456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lc: () => (/* reexport */ DrivenElsewhereError),
  Zh: () => (/* reexport */ EnvironmentBusyError),
  PU: () => (/* reexport */ LostLeaseError),
  KQ: () => (/* reexport */ NewsError),
  jy: () => (/* reexport */ openDirectoryJournal),
  _0: () => (/* reexport */ openJournal),
  ml: () => (/* reexport */ systemClock)
});

// UNUSED EXPORTS: defaultTimes, verifyChain

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./build/packages/journal/clock.js


function systemClock() {
    const startedMs = performance.now();
    const bootedMs = (0,external_node_os_.uptime)() * 1000;
    return {
        monotonicMs: () => Math.max(performance.now() - startedMs, (0,external_node_os_.uptime)() * 1000 - bootedMs - 1000),
        sleep: (ms, signal, options) => (0,promises_.setTimeout)(ms, undefined, { ...(signal === undefined ? {} : { signal }), ref: options?.background !== true }),
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

;// CONCATENATED MODULE: ./build/packages/journal/options.js
const defaultTimes = { ttlMs: 90_000, renewMs: 30_000, effectMs: 60_000 };

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/canonicalize/lib/canonicalize.js
var canonicalize = __webpack_require__(68974);
// EXTERNAL MODULE: ./build/packages/faults/index.js + 3 modules
var faults = __webpack_require__(72326);
;// CONCATENATED MODULE: ./build/packages/journal/lines.js



const beginning = "0".repeat(64);
function factLine(fact) {
    return lineOf(fact);
}
function lineOf(value) {
    const line = (0,canonicalize/* default */.A)(value);
    if (line === undefined)
        throw new TypeError("an object has a canonical form");
    return line;
}
function withoutSecret(facts) {
    const [first, ...rest] = facts;
    if (first?.secret === undefined)
        return facts;
    const { secret: _, ...opened } = first;
    return [opened, ...rest];
}
function digestOf(line) {
    return line === undefined ? beginning : (0,external_node_crypto_.createHash)("sha256").update(line).digest("hex");
}
function stamp(lines, bodies, envelope) {
    let prev = digestOf(lines.at(-1));
    return bodies.map((body, index) => {
        const fact = { ...envelope, seq: lines.length + index + 1, prev, ...body };
        prev = digestOf(factLine(fact));
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
    return withoutSecret(facts);
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
    let prev = beginning;
    for (const [index, fact] of facts.entries()) {
        if (fact.seq !== index + 1)
            return { seq: index + 1, reason: `fact ${index + 1} says that it is ${fact.seq}` };
        if (fact.prev !== prev) {
            return { seq: fact.seq, reason: `fact ${fact.seq} does not carry the digest of the fact before it` };
        }
        prev = digestOf(factLine(fact));
    }
    return undefined;
}
function brokenRecord(release, reason) {
    return new faults/* ReleaseFault */.eB("policy", `The record of release ${release} was changed outside Release Command: ${reason}`, {
        hint: `Look at its history, \`git log -p refs/release-command/releases/${release}\`, and restore the last commit that is whole.`,
    });
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
    async readBytes(ref, version, paths) {
        if (!(await this.#ensureHere(ref, version)))
            return undefined;
        return this.#git.readBytes(version, paths);
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

// EXTERNAL MODULE: ./build/packages/machine/index.js + 19 modules
var machine = __webpack_require__(10167);
;// CONCATENATED MODULE: ./build/packages/journal/people.js



const newSecret = () => (0,external_node_crypto_.randomBytes)(16).toString("base64url");
function sealPeople(lines) {
    const known = lines.map((line) => JSON.parse(line));
    const secret = known[0]?.secret;
    if (secret === undefined)
        return undefined;
    const people = new Map([...(0,machine/* namesIn */.wX)(known)].map((name) => [name, personOf(secret, name)]));
    const tokenOf = (name) => people.get(name)?.token ?? name;
    const words = (0,machine/* wordsOf */.Z9)(people.keys(), "g");
    const told = (sentence) => sentence.replaceAll(words, tokenOf);
    const facts = [];
    const sealed = [];
    for (const fact of withoutSecret(known)) {
        const named = { ...reworded((0,machine/* renamed */.fN)(fact, tokenOf), told), prev: digestOf(sealed.at(-1)) };
        const kept = named.type === "opened" ? { ...named, format: 2 } : named;
        facts.push(kept);
        sealed.push(factLine(kept));
    }
    const ordered = [...people.values()].toSorted((a, b) => (a.token < b.token ? -1 : 1));
    return { facts, lines: sealed, people: ordered.map(lineOf) };
}
const sentences = new Set([
    "reason",
    "failureReason",
    "evidence",
    "message",
    "emergency",
    "detail",
]);
function reworded(value, reword, isSentence = false) {
    if (typeof value === "string")
        return (isSentence ? reword(value) : value);
    if (Array.isArray(value))
        return value.map((one) => reworded(one, reword, isSentence));
    if (typeof value !== "object" || value === null)
        return value;
    const fields = Object.entries(value).map(([key, one]) => [
        key,
        reworded(one, reword, sentences.has(key)),
    ]);
    return Object.fromEntries(fields);
}
function personOf(secret, name) {
    const salt = (0,external_node_crypto_.createHmac)("sha256", Buffer.from(secret, "base64url"))
        .update(name)
        .digest()
        .subarray(0, 16)
        .toString("base64url");
    return { token: (0,machine/* personToken */.py)(salt, name), salt, name };
}

;// CONCATENATED MODULE: ./build/packages/journal/refs.js

const prefix = "refs/release-command";
const releasesPrefix = `${prefix}/releases/`;
const leasesPrefix = `${prefix}/leases/`;
const deniedRef = `${prefix}/denied`;
const notesRef = `${prefix}/notes`;
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
function peoplePath(id) {
    return `people/${id}.jsonl`;
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
            return { version: "absent", paths: new Set(), read: nothing, readBytes: nothing };
        const paths = await forge.store.list(ref, version);
        if (paths === undefined)
            continue;
        return {
            version,
            paths: new Set(paths),
            read: async (wanted) => still(ref, await forge.store.read(ref, version, wanted)),
            readBytes: async (wanted) => still(ref, await forge.store.readBytes(ref, version, wanted)),
        };
    }
}
const byVersion = new Intl.Collator("en", { numeric: true });
function releasesIn({ paths }, count = Number.POSITIVE_INFINITY) {
    const ids = [...paths].flatMap((path) => /^releases\/(.+)\.jsonl$/.exec(path)?.[1] ?? []);
    return ids.length <= count ? ids : ids.toSorted(byVersion.compare).slice(-count);
}
function filesOf({ paths }, id) {
    return [archivePath(id), peoplePath(id)].filter((path) => paths.has(path));
}
async function nothing() {
    return new Map();
}
function still(ref, files) {
    if (files === undefined)
        throw new Error(`${ref} was rewritten while it was read`);
    return files;
}
function archiveChange(options) {
    const { forge, ref, id } = options;
    return async (facts, lines) => {
        const archive = await openArchive(forge, ref);
        const readOne = async (path) => (await archive.read([path])).get(path);
        const sealed = sealPeople(lines);
        const files = new Map([[archivePath(id), joinLines(sealed?.lines ?? lines)]]);
        if (sealed !== undefined)
            files.set(peoplePath(id), joinLines(sealed.people));
        if (archive.paths.has(reservationPath(id)))
            files.set(reservationPath(id), undefined);
        for (const { path, content, append } of await options.files(facts, readOne, sealed?.facts ?? facts)) {
            const before = append === true ? (files.get(path) ?? (await readOne(path)) ?? "") : "";
            files.set(path, before + content);
        }
        return { ref, expect: archive.version, before: "base", message: `${id}: archived`, files };
    };
}

;// CONCATENATED MODULE: ./build/packages/journal/amend.js

function amending(options) {
    const { forge, ref, about, change } = options;
    return async () => {
        const archive = await openArchive(forge, ref);
        const wanted = typeof change === "function" ? await change({ ...archive, nowMs: forge.nowMs() }) : [change];
        const files = await different(archive, wanted);
        if (files.size === 0)
            return "same";
        const message = `${about}: ${[...files.keys()].join(", ")} brought up to date`;
        const write = { ref, expect: archive.version, before: "base", message, files };
        const at = new Date(forge.nowMs()).toISOString();
        return (await forge.store.write([write], at)).state === "applied" ? "changed" : undefined;
    };
}
async function different(archive, wanted) {
    const present = await archive.read(wanted.map(({ path }) => path));
    return new Map(wanted.filter(({ path, content }) => present.get(path) !== content).map(({ path, content }) => [path, content]));
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
var schemas = __webpack_require__(26016);
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
        const read = schemas/* string */.YjP().transform(parsed).pipe(line).safeParse(one);
        if (read.success)
            return read.data;
        throw new faults/* ReleaseFault */.eB("policy", `${deniedRef} was changed by others: it has a line that is not ours`, {
            hint: `Look at it: git fetch origin ${deniedRef} && git log -p FETCH_HEAD. Put the version before back.`,
            cause: read.error,
        });
    });
}
function parsed(text) {
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
var errors = __webpack_require__(58155);
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
async function holderOf(forge, environment) {
    const ref = environmentLeaseRef(environment);
    const { heads } = await forge.look([ref]);
    const found = await readLease(forge, heads, ref);
    if (found === undefined)
        return heads.has(ref) ? undefined : { holder: undefined };
    return { holder: { release: found.lease.release, stale: isStale(found.lease, forge.nowMs()) } };
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
            await this.#append([this.#safe({ type: "suspended", ...suspension })], this.#givingBack());
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
        const held = [...this.#held, ...facts.map((body) => ({ kind, body: this.#safe(body) }))];
        preview(this.#tenure.facts, held, this.#now());
        this.#held = held;
    }
    #safe(body) {
        return body.type === "step-done" ? body : this.#options.scrub(body);
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

// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core = __webpack_require__(39979);
;// CONCATENATED MODULE: ./build/packages/journal/notes.js




const notes_line = schemas/* strictObject */.rej({
    id: schemas/* string */.YjP(),
    release: schemas/* string */.YjP(),
    kind: schemas/* enum */.k5n(["false-positive", "root-cause", "notice-claimed", "notice-delivered", "notice-failed"]),
    text: schemas/* string */.YjP(),
    at: schemas/* string */.YjP(),
    by: schemas/* string */.YjP(),
    run: schemas/* string */.YjP(),
});
const textAtMost = 1_000;
const notes_pathOf = (at) => `notes/${at.slice(0, "2026-03".length)}.jsonl`;
function writingNote(forge, note) {
    return async () => {
        const { heads } = await forge.look([notesRef]);
        const head = heads.get(notesRef);
        const known = await readAt(forge, head);
        if (known === undefined)
            return undefined;
        const same = known.notes.find(({ id }) => id === note.id);
        if (same !== undefined)
            return same.run === note.run ? "ours" : "theirs";
        const at = new Date(forge.nowMs()).toISOString();
        const path = notes_pathOf(at);
        const lines = [
            ...splitLines(known.files.get(path) ?? ""),
            JSON.stringify({ ...note, text: note.text.slice(0, textAtMost), at }),
        ];
        const files = new Map([[path, joinLines(lines)]]);
        const message = `${note.release}: ${note.kind}`;
        const change = { ref: notesRef, expect: head ?? "absent", before: "base", message, files };
        return (await forge.store.write([change], at)).state === "applied" ? "ours" : undefined;
    };
}
async function readNotes(forge) {
    const { heads } = await forge.look([notesRef]);
    return (await readAt(forge, heads.get(notesRef)))?.notes;
}
async function readAt(forge, head) {
    if (head === undefined)
        return { files: new Map(), notes: [] };
    const paths = (await forge.store.list(notesRef, head))?.toSorted();
    const files = paths === undefined ? undefined : await forge.store.read(notesRef, head, paths);
    if (paths === undefined || files === undefined)
        return undefined;
    return { files, notes: paths.flatMap((path) => splitLines(files.get(path) ?? "").map(parseNote)) };
}
function parseNote(text) {
    const read = schemas/* string */.YjP()
        .transform((raw, { issues }) => {
        try {
            return JSON.parse(raw);
        }
        catch {
            issues.push({ code: "custom", message: "is not JSON", input: raw });
            return core/* NEVER */.tm;
        }
    })
        .pipe(notes_line)
        .safeParse(text);
    if (read.success)
        return read.data;
    throw new faults/* ReleaseFault */.eB("policy", `${notesRef} was changed by others: it has a line that is not ours`, {
        hint: `Look at it: git fetch origin ${notesRef} && git log -p FETCH_HEAD. Put the version before back.`,
        cause: read.error,
    });
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
    const opened = { type: "opened", plan, attempt, secret: newSecret() };
    const bodies = [
        opened,
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

;// CONCATENATED MODULE: ./build/packages/journal/stored.js




function liveRelease(id, text) {
    const facts = parseFacts(id, splitLines(text));
    return { id, facts, record: (0,machine/* fold */.AU)(facts), live: true };
}
function archivedRelease(id, files) {
    const kept = parseFacts(id, splitLines(files.get(archivePath(id)) ?? ""));
    const facts = (0,machine/* holdsTokens */.Z3)(kept) ? (0,machine/* withNames */.B1)(kept, (0,machine/* peopleIn */.$T)(files.get(peoplePath(id)) ?? "")) : kept;
    return { id, facts, record: (0,machine/* fold */.AU)(facts), live: false };
}
function tooLate(release, state) {
    return new faults/* ReleaseFault */.eB("policy", `Release ${release} is ${state} and takes no more requests`, {
        hint: `To undo a completed release: release rollback ${release}`,
    });
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


















const [journal_maxTries, journal_pauseMs] = [20, 50];
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
                plan: this.#said(plan),
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
            return files === undefined ? undefined : { found: liveRelease(id, files.get(factsPath) ?? "") };
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
                live.push(liveRelease(ref.slice(releasesPrefix.length), files.get(factsPath) ?? ""));
            }
            const ids = new Set(live.map(({ id }) => id));
            return [...(await this.#archivedAt(heads)).filter(({ id }) => !ids.has(id)), ...live];
        });
    }
    async live() {
        const { heads } = await this.#forge.look([releasesPrefix]);
        const found = [];
        for (const ref of heads.keys()) {
            const release = await this.read(ref.slice(releasesPrefix.length));
            if (release?.live === true)
                found.push(release);
        }
        return found;
    }
    async archived() {
        return this.#archivedAt(undefined);
    }
    async newest(count) {
        return this.#archivedAt(undefined, count);
    }
    async #archivedAt(seen, count) {
        const archive = await openArchive(this.#forge, this.#archiveRef, seen);
        const ids = releasesIn(archive, count);
        const files = await archive.read(ids.flatMap((id) => filesOf(archive, id)));
        return ids
            .map((id) => archivedRelease(id, files))
            .toSorted((a, b) => a.record.openedAt.localeCompare(b.record.openedAt));
    }
    async request(release, request) {
        await this.#retrying(`send the request to release ${release}`, async () => appendAside(this.#aside(release), (facts) => {
            if (facts.some((fact) => fact.type === "requested" && fact.id === request.id))
                return undefined;
            const record = (0,machine/* fold */.AU)(facts);
            if ((0,machine/* isTerminal */.Hd)(record.state) && !(0,machine/* mayDecide */.O1)(record, request.kind))
                throw tooLate(release, record.state);
            return this.#said({ type: "requested", ...request });
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
    async note(entry) {
        const { actor, run } = this.#options.author;
        const text = entry.kind === "false-positive" ? this.#said(entry.text) : entry.text;
        const note = { ...entry, text, by: actor, run: `${run.id}/${run.attempt}` };
        return (await this.#retrying(`note ${entry.kind} of ${entry.release}`, writingNote(this.#forge, note))) === "ours";
    }
    async notes() {
        return this.#retrying("read the notes", () => readNotes(this.#forge));
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
    async archiveFiles(isWanted) {
        const archive = await openArchive(this.#forge, this.#archiveRef);
        return archive.readBytes([...archive.paths].filter(isWanted));
    }
    async readArchiveFile(path) {
        return (await this.archiveFiles((one) => one === path)).get(path)?.toString("utf8");
    }
    async amend(about, change) {
        const options = { forge: this.#forge, ref: this.#archiveRef, about, change };
        return this.#retrying(`bring the archive up to date about ${about}`, amending(options));
    }
    async environmentHolder(environment) {
        const read = () => holderOf(this.#forge, environment);
        return (await this.#retrying(`read the lease of ${environment}`, read)).holder;
    }
    async #readArchived(id) {
        const archive = await openArchive(this.#forge, this.#archiveRef);
        const paths = filesOf(archive, id);
        return paths.length === 0 ? undefined : archivedRelease(id, await archive.read(paths));
    }
    #said(said) {
        return this.#options.scrub === undefined ? said : this.#options.scrub(said);
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
            scrub: (body) => this.#said(body),
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

;// CONCATENATED MODULE: ./build/packages/journal/open.js



async function openJournal(options) {
    const clock = options.clock ?? systemClock();
    return journalOver(new GitStore({ git: options.git, clock, now: options.now ?? Date.now }), { ...options, clock });
}
async function openDirectoryJournal(options) {
    const { DirectoryStore } = await __webpack_require__.e(/* import() */ 9594).then(__webpack_require__.bind(__webpack_require__, 99594));
    return journalOver(new DirectoryStore(options.directory, options.now ?? Date.now), options);
}

;// CONCATENATED MODULE: ./build/packages/journal/index.js







/***/ }),

/***/ 11166:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  monitorNames: () => (/* reexport */ monitorNames),
  openMonitor: () => (/* reexport */ openMonitor),
  seenAfterMs: () => (/* reexport */ seenAfterMs)
});

// EXTERNAL MODULE: ./build/packages/faults/index.js + 3 modules
var faults = __webpack_require__(72326);
;// CONCATENATED MODULE: ./build/packages/monitors/registry.js

const monitors = {
    proxy: () => __webpack_require__.e(/* import() */ 1461).then(__webpack_require__.bind(__webpack_require__, 38445)),
    probe: () => __webpack_require__.e(/* import() */ 9870).then(__webpack_require__.bind(__webpack_require__, 61312)),
    prometheus: () => __webpack_require__.e(/* import() */ 7073).then(__webpack_require__.bind(__webpack_require__, 105)),
};
const monitorNames = Object.keys(monitors);
async function openMonitor(name, settings, options) {
    return (await loaded(name)).createMonitor(settings, options);
}
async function seenAfterMs(name, settings) {
    return (await loaded(name)).seenAfterMs(settings);
}
async function loaded(name) {
    const load = Object.hasOwn(monitors, name) ? monitors[name] : undefined;
    if (load === undefined) {
        throw new faults/* ReleaseFault */.eB("config", `Unknown monitor "${name}"`, {
            hint: `Use one of: ${monitorNames.join(", ")}, like monitor: "${monitorNames[0] ?? "proxy"}".`,
        });
    }
    return load();
}

;// CONCATENATED MODULE: ./build/packages/monitors/index.js



/***/ }),

/***/ 88945:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ay: () => (/* reexport */ openChannel),
  $X: () => (/* reexport */ receiverVariables),
  VY: () => (/* reexport */ secretsIn),
  CR: () => (/* reexport */ sendMeasures),
  ht: () => (/* reexport */ variablesOf)
});

// EXTERNAL MODULE: ./build/packages/faults/index.js + 3 modules
var faults = __webpack_require__(72326);
;// CONCATENATED MODULE: ./build/packages/notify/registry.js

async function openChannel(settings, options) {
    switch (settings.kind) {
        case "slack":
            return (await __webpack_require__.e(/* import() */ 5415).then(__webpack_require__.bind(__webpack_require__, 45415))).createSlack(settings, options);
        case "pagerduty":
            return (await __webpack_require__.e(/* import() */ 8172).then(__webpack_require__.bind(__webpack_require__, 38172))).createPagerDuty(settings, options);
        case "webhook":
            return (await __webpack_require__.e(/* import() */ 8506).then(__webpack_require__.bind(__webpack_require__, 28506))).createWebhook(settings, options);
    }
}
function variablesOf(settings) {
    switch (settings.kind) {
        case "slack":
            return [settings.urlFrom];
        case "pagerduty":
            return [settings.keyFrom];
        case "webhook":
            return settings.secretFrom === undefined ? [settings.urlFrom] : [settings.urlFrom, settings.secretFrom];
    }
}
function secretsIn(env) {
    return (variable) => {
        const value = env[variable]?.trim() ?? "";
        if (value !== "")
            return value;
        throw new faults/* ReleaseFault */.eB("config", `${variable} is not set`, {
            hint: `Put the secret into the variable ${variable}, in the workflow into the secret RELEASE_NOTIFY_SECRETS as a line ${variable}=…`,
        });
    };
}

// EXTERNAL MODULE: ./build/packages/notify/post.js
var post = __webpack_require__(7237);
// EXTERNAL MODULE: ./build/packages/notify/signed.js
var signed = __webpack_require__(68351);
;// CONCATENATED MODULE: ./build/packages/notify/receivers.js



function receiverVariables(settings) {
    if (settings.kind === "webhook")
        return [settings.urlFrom, settings.secretFrom];
    return settings.headersFrom === undefined ? [settings.urlFrom] : [settings.urlFrom, settings.headersFrom];
}
async function sendMeasures(settings, measured, { signal, ...options }) {
    const { urlFrom } = settings;
    if (settings.kind === "webhook") {
        await (0,signed/* sendSigned */.h)(measured, { urlFrom, secretFrom: settings.secretFrom, signal }, options);
        return;
    }
    const headers = settings.headersFrom === undefined ? {} : headersIn(options.secret(settings.headersFrom));
    const body = JSON.stringify(measured.otlp);
    await (0,post/* post */.b)(options.fetch, { url: metricsPath(options.secret(urlFrom)), body, headers, repeatable: true, signal });
}
function metricsPath(url) {
    const parsed = URL.parse(url);
    if (parsed === null || parsed.pathname !== "/")
        return url;
    parsed.pathname = "/v1/metrics";
    return parsed.href;
}
function headersIn(text) {
    try {
        const pairs = text.split(",").map((pair) => {
            const [name = "", ...value] = pair.split("=");
            return [name.trim(), decodeURIComponent(value.join("=").trim())];
        });
        return Object.fromEntries(new Headers(pairs.map(([name, value]) => [name, value])));
    }
    catch (cause) {
        throw new faults/* ReleaseFault */.eB("config", "The headers of an OTLP receiver cannot be read", {
            hint: "Write name=value, more of them with commas between. Example: x-api-key=abc",
            cause,
        });
    }
}

;// CONCATENATED MODULE: ./build/packages/notify/index.js




/***/ }),

/***/ 7237:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ post)
/* harmony export */ });
/* harmony import */ var _faults__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72326);
/* harmony import */ var _http__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70083);


async function post(fetch, { url, body, headers, repeatable, signal }) {
    const to = webAddress(url);
    const response = await fetch(to, {
        method: "POST",
        body,
        signal,
        redirect: "manual",
        headers: { "content-type": "application/json", ...headers, ...(repeatable ? { [_http__WEBPACK_IMPORTED_MODULE_1__/* .idempotentHeader */ ._]: "true" } : {}) },
    });
    if (response.ok)
        return;
    const passing = response.status === 429 || response.status >= 500;
    throw new _faults__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseFault */ .eB(passing ? "remote" : "config", `${to.host} answered ${response.status}`, {
        hint: passing ? "It is sent again later." : "Look whether the secret of this channel is still valid.",
    });
}
function webAddress(url) {
    const to = URL.parse(url);
    if (to !== null && /^https?:$/.test(to.protocol))
        return to;
    throw new _faults__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseFault */ .eB("config", "The address of a channel is no web address", {
        hint: "Example: SLACK_WEBHOOK_URL=https://hooks.slack.com/services/…",
    });
}


/***/ }),

/***/ 68351:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ sendSigned)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _post_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7237);


async function sendSigned({ id, type, at, data }, { urlFrom, secretFrom, signal }, { fetch, secret, now }) {
    const body = JSON.stringify({ type, timestamp: at, data });
    const timestamp = String(Math.floor(now() / 1000));
    const headers = { "webhook-id": id, "webhook-timestamp": timestamp };
    if (secretFrom !== undefined)
        headers["webhook-signature"] = signatureOf(`${id}.${timestamp}.${body}`, secret(secretFrom));
    await (0,_post_js__WEBPACK_IMPORTED_MODULE_1__/* .post */ .b)(fetch, { url: secret(urlFrom), body, headers, repeatable: true, signal });
}
const prefix = "whsec_";
function signatureOf(signed, secret) {
    const key = secret.startsWith(prefix) ? Buffer.from(secret.slice(prefix.length), "base64") : Buffer.from(secret);
    return `v1,${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)("sha256", key).update(signed).digest("base64")}`;
}


/***/ }),

/***/ 35379:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ openedByRun),
/* harmony export */   Y: () => (/* binding */ readOrThrow)
/* harmony export */ });
/* harmony import */ var _faults__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72326);

async function readOrThrow({ journal }, id) {
    const stored = await journal.read(id.startsWith("v") ? id : `v${id}`);
    if (stored !== undefined)
        return stored;
    const known = [...(await journal.live()), ...(await journal.archived())].map((release) => release.id);
    throw new _faults__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseFault */ .eB("input", `There is no release ${id}`, {
        hint: known.length === 0
            ? "No release was started yet. Example: release start --version=auto"
            : `Known: ${known.slice(-8).join(", ")}`,
    });
}
async function openedByRun({ journal }, runId) {
    return (await journal.live()).find(({ facts }) => facts[0]?.run.id === runId)?.id;
}


/***/ }),

/***/ 4858:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   If: () => (/* binding */ attended),
/* harmony export */   VJ: () => (/* binding */ resumeCommand),
/* harmony export */   YO: () => (/* binding */ failRelease),
/* harmony export */   mw: () => (/* binding */ required),
/* harmony export */   qB: () => (/* binding */ artifactOf),
/* harmony export */   tw: () => (/* binding */ moveTo)
/* harmony export */ });
/* harmony import */ var _faults__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72326);
/* harmony import */ var _journal__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11456);
/* harmony import */ var _machine__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10167);



function moveTo(driver, to, reason) {
    const missing = (0,_machine__WEBPACK_IMPORTED_MODULE_2__/* .missingGuards */ .Nu)(driver.record, to);
    if (missing === undefined || missing.length > 0) {
        const why = missing?.map((name) => _machine__WEBPACK_IMPORTED_MODULE_2__/* .guards */ .DK[name].text).join("; ") ?? "there is no such move";
        throw new _faults__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseFault */ .eB("bug", `${driver.id} may not go from ${driver.record.state} to ${to}: not fulfilled: ${why}`, {
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
        stop.abort(new _journal__WEBPACK_IMPORTED_MODULE_1__/* .NewsError */ .KQ("over"));
        await listening;
    }
}
function required(value, what) {
    if (value !== undefined)
        return value;
    throw new _faults__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseFault */ .eB("bug", `${what} is not in the record`, {
        hint: "Run again with RELEASE_DEBUG=1 and report the output.",
    });
}


/***/ }),

/***/ 5969:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $R: () => (/* reexport */ root_cause/* afterwardsOf */.$R),
  dq: () => (/* reexport */ askFor),
  auditKeyVariable: () => (/* reexport */ audit_signer/* auditKeyVariable */.Nh),
  Hx: () => (/* reexport */ records/* auditLogPath */.Hx),
  f_: () => (/* reexport */ audit_signer/* auditSignerOf */.f_),
  W9: () => (/* reexport */ records/* auditedIn */.W9),
  Z_: () => (/* reexport */ authority/* authorise */.Z_),
  AD: () => (/* reexport */ records/* checkpointPath */.AD),
  continueRedeployJob: () => (/* reexport */ continueRedeployJob),
  CN: () => (/* reexport */ declareEmergency),
  deployToProduction: () => (/* reexport */ deployToProduction),
  deployToStaging: () => (/* reexport */ deployToStaging),
  zo: () => (/* reexport */ digestOfOutlook),
  bD: () => (/* reexport */ drivenNow),
  emptyOutbox: () => (/* reexport */ emptyOutbox),
  fD: () => (/* reexport */ falsePositiveLine),
  ew: () => (/* reexport */ falsePositives),
  FY: () => (/* reexport */ records/* isAudited */.FY),
  V8: () => (/* binding */ loadAuditSign),
  Hd: () => (/* binding */ loadErase),
  loadPresets: () => (/* binding */ loadPresets),
  GI: () => (/* reexport */ markFalsePositive),
  wR: () => (/* reexport */ root_cause/* noteRootCause */.wR),
  Nb: () => (/* reexport */ openDashboard),
  openWorkplace: () => (/* reexport */ stages_open/* openWorkplace */.x5),
  openedByRun: () => (/* reexport */ known_release/* openedByRun */.Q),
  D$: () => (/* reexport */ openingsOf),
  cv: () => (/* reexport */ overdueReviews),
  vN: () => (/* reexport */ records/* peoplePath */.vN),
  XK: () => (/* reexport */ planFileText),
  u0: () => (/* reexport */ planRedeploy),
  F3: () => (/* reexport */ planRelease),
  M$: () => (/* reexport */ planRetry),
  Qn: () => (/* reexport */ projectConfig),
  publishDashboard: () => (/* reexport */ publishDashboard),
  readOrThrow: () => (/* reexport */ known_release/* readOrThrow */.Y),
  jy: () => (/* reexport */ redeploy),
  redeployJob: () => (/* reexport */ redeployJob),
  remindOfReviews: () => (/* reexport */ remindOfReviews),
  reportJob: () => (/* reexport */ reportJob),
  eG: () => (/* reexport */ records/* reportPath */.eG),
  tf: () => (/* reexport */ resumeRelease),
  gK: () => (/* reexport */ retryRelease),
  reviewJob: () => (/* reexport */ reviewJob),
  sW: () => (/* reexport */ rollBackRelease),
  rollbackManual: () => (/* reexport */ rollbackManual),
  rollbackNet: () => (/* reexport */ rollbackNet),
  rollbackStaging: () => (/* reexport */ rollbackStaging),
  runLeg: () => (/* reexport */ runLeg),
  signingVariables: () => (/* reexport */ signing/* signingVariables */.hG),
  smokeNow: () => (/* reexport */ smokeNow),
  startOf: () => (/* reexport */ startOf),
  I$: () => (/* reexport */ startRelease),
  tellingsOfReminders: () => (/* reexport */ tellingsOfReminders),
  Ec: () => (/* reexport */ today),
  validateJob: () => (/* reexport */ validateJob),
  wakeByEvent: () => (/* reexport */ wakeByEvent),
  watchJob: () => (/* reexport */ watchJob)
});

// UNUSED EXPORTS: EvidenceRefusedError, digestOf, evidenceText

// EXTERNAL MODULE: ./build/packages/faults/index.js + 3 modules
var faults = __webpack_require__(72326);
// EXTERNAL MODULE: ./build/packages/journal/index.js + 22 modules
var packages_journal = __webpack_require__(11456);
// EXTERNAL MODULE: ./build/packages/machine/index.js + 19 modules
var machine = __webpack_require__(10167);
// EXTERNAL MODULE: ./build/packages/stages/people/authority.js + 1 modules
var authority = __webpack_require__(14133);
// EXTERNAL MODULE: ./build/packages/config/index.js + 50 modules
var packages_config = __webpack_require__(84036);
// EXTERNAL MODULE: ./build/packages/http/index.js + 6 modules
var http = __webpack_require__(70083);
// EXTERNAL MODULE: ./build/packages/notify/index.js + 2 modules
var notify = __webpack_require__(88945);
;// CONCATENATED MODULE: ./build/packages/stages/views/channels.js




const eventsFor = {
    everybody: packages_config.noticeEvents.filter((event) => !packages_config.milestoneEvents.has(event)),
    "on-call": ["rollback", "escalation", "hold", "review-overdue"],
    "technical-lead": ["escalation"],
};
function wants({ events, to }, event) {
    const wanted = events ?? eventsFor[to];
    return wanted === "all" || wanted.includes(event);
}
function channelNotes({ notify: { channels }, metrics }, env) {
    const lacking = [
        ...channels.flatMap((channel) => lackingFor(channel, env).map((variable) => `channel ${channel.name} needs ${variable}, which is not set here`)),
        ...metrics.push.flatMap((receiver) => unset((0,notify/* receiverVariables */.$X)(receiver), env).map((variable) => `metrics.push ${receiver.name} needs ${variable}, which is not set here`)),
    ];
    if (channels.some((channel) => wants(channel, "escalation")))
        return lacking;
    return ["warning: nobody is paged when a rollback fails: no channel of notify takes escalations", ...lacking];
}
function isEquipped(channel, env) {
    return lackingFor(channel, env).length === 0;
}
function lackingFor(channel, env) {
    return unset((0,notify/* variablesOf */.ht)(channel), env);
}
function unset(variables, env) {
    return variables.filter((variable) => (env[variable] ?? "").trim() === "");
}
function fetchForChannels(options) {
    return (0,http/* createFetch */.H)({ ...options, timeoutMs: 10_000, maxWaitMs: 30_000 });
}
function noticeOf(telling, record, post) {
    const { number, run, ...said } = telling;
    const { repository, webUrl } = post.forge;
    const isFirst = number === undefined || number <= 1;
    const key = `${repository} ${said.release} ${said.event}${isFirst ? "" : ` ${number}`}`.slice(0, 255);
    const pull = record?.pullRequest;
    const { warRoom } = post.notify;
    const shown = post.scrub.value({
        ...said,
        key,
        source: repository,
        links: [
            ...(said.priority === "P0" && warRoom !== undefined ? [{ text: "war room", url: warRoom }] : []),
            ...(run === undefined ? [] : [{ text: `run ${run}`, url: `${webUrl}/actions/runs/${run}` }]),
            ...(pull === undefined ? [] : [{ text: `pull request ${pull.number}`, url: pull.url }]),
            { text: repository, url: webUrl },
        ],
    });
    return { ...shown, commands: said.commands };
}
async function deliver(notice, channel, post, known) {
    const first = await deliverTo(notice, channel, post);
    if (first.status === "delivered")
        return [first];
    const next = post.notify.channels.find(({ name }) => name === channel.fallback);
    if (next === undefined || wants(next, eventOf(notice)) || !isEquipped(next, post.env))
        return [first];
    const isTold = known.some((one) => one.key === notice.key && one.channel === next.name && one.status === "delivered");
    if (isTold)
        return [first];
    const remark = `${channel.name} did not take this notice.`;
    return [first, await deliverTo({ ...notice, lines: [...notice.lines, remark] }, next, post)];
}
async function deliverTo(notice, channel, post) {
    const about = { key: notice.key, channel: channel.name };
    try {
        const options = { fetch: post.fetch, now: () => post.clock.now(), secret: (0,notify/* secretsIn */.VY)(post.env) };
        await (await (0,notify/* openChannel */.ay)(channel, options)).send(notice, post.signal);
        return { ...about, status: "delivered" };
    }
    catch (thrown) {
        return { ...about, status: "failed", reason: post.scrub.text((0,faults/* asFault */.Ps)(thrown).message) };
    }
}
function eventOf({ event }) {
    return event;
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(26016);
;// CONCATENATED MODULE: ./build/packages/stages/views/metrics-push.js



function pushesOf(told, post) {
    const { settled, id } = told.record;
    if (settled === undefined)
        return [];
    const key = `${post.forge.repository} ${id} metrics ${settled.outcome}`.slice(0, 255);
    return post.metrics.push
        .filter((receiver) => unset((0,notify/* receiverVariables */.$X)(receiver), post.env).length === 0)
        .map((receiver) => {
        const about = { key, channel: `metrics ${receiver.name}` };
        return { ...about, deliver: async () => [await send(about, receiver, { told, post })] };
    });
}
async function send(about, receiver, { told, post }) {
    try {
        const { measured } = await Promise.all(/* import() */[__webpack_require__.e(8468), __webpack_require__.e(5254)]).then(__webpack_require__.bind(__webpack_require__, 85254));
        const options = {
            fetch: post.fetch,
            now: () => post.clock.now(),
            secret: (0,notify/* secretsIn */.VY)(post.env),
            signal: post.signal,
        };
        await (0,notify/* sendMeasures */.CR)(receiver, measured(about.key, told, post), options);
        return { ...about, status: "delivered" };
    }
    catch (thrown) {
        return { ...about, status: "failed", reason: post.scrub.text((0,faults/* asFault */.Ps)(thrown).message) };
    }
}

// EXTERNAL MODULE: ./build/packages/forge/index.js + 34 modules
var packages_forge = __webpack_require__(67255);
;// CONCATENATED MODULE: ./build/packages/stages/views/milestones.js


function milestonesOf(facts, plan) {
    const counts = new Map();
    return facts.map((fact) => {
        const said = saidOf(fact, plan);
        if (said === undefined)
            return undefined;
        const number = (counts.get(said.event) ?? 0) + 1;
        counts.set(said.event, number);
        return number === 1 ? said : { ...said, number };
    });
}
const sayers = {
    opened: ({ release }, { releaseType, initiatedBy, baseBranch, targetBranch }) => releaseType === "standard"
        ? milestone("started", `${release} has begun`, [`by ${initiatedBy}, ${baseBranch} → ${targetBranch}`], see(release))
        : undefined,
    "gate-finished"(finished, plan) {
        const { release, gate, failures } = finished;
        if ((0,machine/* standingOf */.YP)(plan, finished) !== "failed")
            return undefined;
        return milestone("gate-failed", `${release}: gate ${gate} failed`, failures.slice(0, 3).map(({ title }) => title), see(release));
    },
    "pull-request-opened": ({ release, number, url }) => ({
        ...milestone("review-wanted", `${release} waits for review: pull request ${number}`, [url], see(release)),
        priority: "P2",
    }),
    moved: (fact, plan) => movedOn(fact, plan),
    "deployment-started": ({ release, environment, strategy, previous }) => environment === "production"
        ? milestone("production-begun", `${release} begins in production, ${strategy}`, [`${previous ?? "nothing"} serves now`], see(release))
        : undefined,
    "traffic-shifted": ({ release, environment, version, percent }, { tag }) => environment === "production" && version === tag && percent > 0
        ? milestone("canary-step", `${release} has ${percent} % of production`, [], [`release hold ${release} --reason="…"`, `release rollback ${release} --reason="…"`])
        : undefined,
};
function saidOf(fact, plan) {
    const isForward = plan.releaseType === "standard" || plan.releaseType === "hotfix";
    return isForward ? sayers[fact.type]?.(fact, plan) : undefined;
}
function movedOn({ release, from, to, run }, plan) {
    if (to === "review")
        return milestone("gates-passed", `${release} passed its gates`, [], see(release));
    if (to !== "production" && to !== "production_canary")
        return undefined;
    const isAsked = (0,packages_forge/* isHostRun */.wd)(run.id) && plan.incident?.autoApproved !== true;
    const where = plan.releaseType === "hotfix" ? "hotfix-approval" : "production-approval";
    const so = from === "staging" ? "is verified in staging" : "is merged and tagged";
    if (isAsked)
        return {
            ...milestone("approval-wanted", `${release} ${so} and waits for approval`, [`reviewers of ${where} decide in its run`], see(release)),
            priority: "P2",
        };
    return from === "staging" ? milestone("staging-verified", `${release} ${so}`, [], see(release)) : undefined;
}
const see = (release) => [`release status ${release}`];
function milestone(event, title, lines, commands) {
    return { event, priority: "P3", title, lines, commands };
}

// EXTERNAL MODULE: ./build/packages/stages/context.js
var stages_context = __webpack_require__(4858);
;// CONCATENATED MODULE: ./build/packages/stages/rollout/held.js
const holdOf = ({ driver }) => driver.record.requests.find(({ kind }) => kind === "hold");
const isHeld = (context) => holdOf(context) !== undefined;

;// CONCATENATED MODULE: ./build/packages/stages/rollout/question.js


function questionAt({ context, environment }, point) {
    const { question } = context.driver.record;
    const isHere = question?.what === "promote" && question.environment === environment && question.point === point;
    return isHere ? question : undefined;
}
function ask(rollout, point, verdict) {
    const { context, environment } = rollout;
    const since = questionAt(rollout, point);
    const asked = questionOf(context, { what: "promote", environment, point, verdict });
    context.driver.observe(since === undefined ? asked : { ...asked, until: since.until });
    sayQuestion(context);
}
function askBack(context, verdict) {
    const share = context.driver.record.deployments.get("production")?.percent ?? 0;
    return questionOf(context, { what: "rollback", environment: "production", point: `${share}%`, verdict });
}
function questionOf({ clock, config, scrub }, { verdict, ...about }) {
    const until = new Date(clock.now() + config.analysis.ask).toISOString();
    return { type: "asked", ...about, ...scrub.value(verdict), until };
}
function answersTo(release, environment) {
    return [
        `release promote ${release}`,
        `release ${environment === "staging" ? "abort" : "rollback"} ${release} --reason="…"`,
    ];
}
function sayQuestion({ driver, say }) {
    const { question } = driver.record;
    if (question === undefined)
        return;
    const { what, environment, until, reason } = question;
    const [on, back] = answersTo(driver.id, environment);
    const wanted = what === "rollback" ? "whether it goes back" : "whether it goes on";
    say(`${environment}: PLEASE DECIDE until ${until} ${wanted}: ${reason} Answer with: ${on}   or: ${back}`);
}
function isOverdue(context, { until }) {
    return context.clock.now() >= Date.parse(until) && !isHeld(context);
}
function unattended({ trigger, reason, evidence }) {
    return { trigger, reason: `${reason} Nobody decided in time.`, evidence };
}
function pendingVerdict({ question, verdict }) {
    if (verdict !== undefined || question?.what !== "rollback" || question.decided !== undefined)
        return undefined;
    const { trigger, reason, evidence } = question;
    return { trigger, reason, evidence };
}
function isSpared({ spared }, { seq }) {
    return spared !== undefined && seq < spared.seq;
}
async function waitForAnswer(context) {
    const { driver, clock } = context;
    const { question } = driver.record;
    if (question === undefined || pendingVerdict(driver.record) === undefined)
        return;
    await driver.flush();
    context.tell?.();
    sayQuestion(context);
    const leftMs = Math.max(0, Date.parse(question.until) - clock.now());
    await (0,stages_context/* attended */.If)(context, (signal) => clock.sleep(leftMs, signal));
}
function dispositionOf(rollout, verdict, percent) {
    const { plan, state } = rollout.context.driver.record;
    const isHalt = verdict.trigger === "smoke-test-failure" && plan.releaseType === "hotfix" && percent < 100;
    return isHalt && state === "production_canary" ? "halt" : "go-back";
}

;// CONCATENATED MODULE: ./build/packages/stages/views/notices.js




function tellingsOf(facts, notes = []) {
    const [opened] = facts;
    if (opened?.type !== "opened")
        return [];
    const { plan, release } = opened;
    const labels = plan.releaseType === "hotfix" ? ["HOTFIX"] : [];
    const milestones = milestonesOf(facts, plan);
    const told = facts.flatMap((fact, index) => {
        const both = [milestones[index], saidBy(fact, facts.slice(0, index + 1))].filter((said) => said !== undefined);
        const run = (0,packages_forge/* isHostRun */.wd)(fact.run.id) ? { run: fact.run.id } : {};
        return both.map((said) => ({ lines: [], commands: [], ...said, ...run, release, labels, at: fact.at }));
    });
    const marks = notes.filter((note) => note.kind === "false-positive" && note.release === release);
    return [...told, ...marks.map(({ by, text, at }) => ({ ...falsePositive(release, by, text), release, labels, at }))];
}
function falsePositive(release, by, reason) {
    const title = `${release}: its rollback was a false positive`;
    return { event: "false-positive", priority: "P2", title, lines: [`${by}: ${reason}`], commands: [] };
}
const notices_sayers = {
    opened: (fact) => begun(fact),
    verdict: ({ release, trigger, reason, evidence }) => ({
        event: "rollback",
        priority: trigger === "smoke-test-failure" ? "P0" : "P1",
        title: `${release} goes back: ${reason}`,
        lines: [`trigger: ${trigger}`, ...evidence],
        commands: [`release status ${release}`],
    }),
    asked: ({ release, what, environment, reason, evidence, until: end }, until) => held(until, {
        title: `${release} waits for an answer in ${environment}: ${what === "rollback" ? "roll back?" : "does it go on?"} ${reason}`,
        lines: [...evidence, `Without an answer it goes back at ${end}.`],
        commands: answersTo(release, environment),
    }),
    "incident-held"(fact, until) {
        const { release, environment, point, reason, until: end } = fact;
        const isSame = (one) => one.type === fact.type && one.point === point && one.environment === environment;
        if (until.filter(isSame).length > 1)
            return undefined;
        return held(until, {
            title: `${release} is held at ${point} in ${environment}: INCIDENT. ${reason}`,
            lines: [`If it does not end, ${release} goes back at ${end}.`],
            commands: [`release rollback ${release} --reason="…"`, `release status ${release}`],
        });
    },
    suspended({ release, waitsFor, reason, command }, until) {
        const { state } = (0,machine/* fold */.AU)(until);
        const inProduction = state === "production" || state === "production_canary";
        if (waitsFor !== "decision" || !inProduction)
            return undefined;
        return held(until, { title: `${release} is held: ${reason}`, lines: [], commands: [command] });
    },
    "rollback-moved": ({ to }, until) => (to === "rollback_completed" ? wentBack((0,machine/* fold */.AU)(until)) : undefined),
    escalated: ({ release, reason, shows = [], manualSteps }, until) => ({
        event: "escalation",
        priority: "P0",
        title: `${failedWork(until, release)} failed: people are needed`,
        lines: [reason, ...shows],
        commands: manualSteps,
    }),
    "failure-captured": ({ release, failedState, failureReason, actionableFixSuggestions }) => ({
        event: "failed",
        priority: "P2",
        title: `${release} failed in ${failedState}`,
        lines: [failureReason, ...actionableFixSuggestions],
    }),
    "report-failed": ({ release, reason, raw }, until) => ({
        event: "report-failed",
        priority: "P2",
        title: `${release}: its report could not be written`,
        lines: [reason, `The record as it is: ${raw}`, ...rawLines(until)],
        commands: [`release report ${release} --format=facts`],
    }),
    moved: ({ release, to }) => to === "completed"
        ? { event: "completed", priority: "P3", title: `${release} serves all of production` }
        : undefined,
};
function saidBy(fact, until) {
    return notices_sayers[fact.type]?.(fact, until);
}
const testFacts = new Set(["gate-finished", "validation-finished", "smoke-finished", "watched"]);
const isTest = ({ type }) => testFacts.has(type);
function rawLines(facts) {
    return [...facts.filter(isTest), ...facts.filter((fact) => !isTest(fact))].map((fact) => JSON.stringify(fact));
}
function begun({ release, plan }) {
    if (plan.rollback !== undefined) {
        const { from, to, reason } = plan.rollback;
        const title = `${from} goes back to ${to}, asked for by ${plan.initiatedBy}: ${reason}`;
        return { event: "rollback", priority: "P1", title, commands: [`release status ${release}`] };
    }
    if (plan.releaseType !== "hotfix")
        return undefined;
    const { incident } = plan;
    const priority = incident?.severity ?? "P1";
    const about = incident === undefined ? "" : ` for ${incident.id}`;
    return {
        event: "hotfix",
        priority,
        title: `hotfix ${release}${about} is under way`,
        lines: [`by ${plan.initiatedBy}`],
    };
}
const holds = new Set(["asked", "incident-held", "suspended"]);
function failedWork([opened], release) {
    const again = opened?.type === "opened" ? opened.plan.redeploy : undefined;
    return again === undefined ? `The rollback of ${release}` : `The re-deploy ${release}`;
}
function held(until, said) {
    const number = until.filter(({ type }) => holds.has(type)).length;
    return { event: "hold", priority: "P1", number, ...said };
}
function wentBack({ id, plan, rollback, smoke }) {
    const tests = smoke.findLast(({ point }) => point === "rollback");
    const result = tests === undefined ? "not run" : `${tests.status}, ${tests.categoriesPassed} categories passed`;
    const title = `${plan.rollback?.from ?? id} was rolled back: ${rollback?.reverted?.to ?? "the version before"} serves again`;
    const lines = [`smoke tests afterwards: ${result}`, `health: ${rollback?.health?.healthChecks ?? "not validated"}`];
    return { event: "rolled-back", priority: "P2", title, lines, commands: [`release report ${id}`] };
}

;// CONCATENATED MODULE: ./build/packages/stages/views/courier.js




const patienceMs = 10_000;
const urgentWaitMs = 2_000;
const attemptsAtMost = 5;
const newsForMs = 7 * 24 * 3_600_000;
function isNews({ event, at }, record, now) {
    if (now - Date.parse(at) > newsForMs)
        return false;
    if (event === "review-wanted")
        return record.merge === undefined && record.settled === undefined;
    if (event === "approval-wanted")
        return !record.touched.has("production") && record.settled === undefined;
    return true;
}
function openCourier({ journal }, driver, post) {
    const { clock, notify, metrics } = post;
    const begun = new Set();
    const deliveries = [];
    const underWay = new Set();
    const latest = new Map();
    const isFirst = driver.facts.filter(({ type }) => type === "lease-taken").length <= 1;
    let notes;
    const look = () => {
        if (notify.channels.length === 0 && metrics.push.length === 0)
            return;
        const facts = recorded(driver);
        for (const telling of tellingsOf(facts)) {
            if (!isNews(telling, driver.record, clock.now()))
                continue;
            const notice = noticeOf(telling, driver.record, post);
            for (const channel of notify.channels) {
                if (!wants(channel, telling.event) || !isEquipped(channel, post.env))
                    continue;
                once(facts, { key: notice.key, channel: channel.name }, () => inOrder(notice, channel, deliveriesIn(facts)));
            }
        }
        for (const push of pushesOf({ record: driver.record, facts }, post))
            once(facts, push, push.deliver);
    };
    const once = (facts, { key, channel }, send) => {
        const name = `${key} ${channel}`;
        if (begun.has(name))
            return;
        begun.add(name);
        if (isSettled(deliveriesIn(facts), key, channel))
            return;
        const sending = send().then(keep);
        underWay.add(sending);
        void sending.finally(() => underWay.delete(sending));
    };
    const inOrder = (notice, channel, known) => {
        const before = latest.get(channel.name) ?? Promise.resolve();
        const isUrgent = notice.priority === "P0" || notice.priority === "P1";
        const waited = new AbortController();
        const turn = isUrgent
            ? Promise.race([before, clock.sleep(urgentWaitMs, waited.signal).catch(() => undefined)])
            : before;
        const sending = turn.then(async () => {
            waited.abort();
            const noted = isFirst ? [] : await (notes ??= notedBefore(journal));
            return isSettled(noted, notice.key, channel.name) ? [] : deliver(notice, channel, post, [...known, ...noted]);
        });
        latest.set(channel.name, sending);
        return sending;
    };
    const keep = (found) => {
        if (post.signal.aborted)
            return;
        deliveries.push(...found);
        try {
            driver.observe(...found.map((one) => ({ type: "notified", ...one })));
        }
        catch {
        }
    };
    return {
        look,
        async end() {
            look();
            const late = new AbortController();
            const waited = clock.sleep(patienceMs, late.signal).catch(() => undefined);
            await Promise.race([Promise.all(underWay), waited]);
            late.abort();
            const known = deliveriesIn(recorded(driver));
            for (const one of deliveries)
                if (!known.some((other) => isSame(one, other)))
                    await noteDelivery(journal, driver.id, one).catch(() => undefined);
        },
    };
}
const recorded = ({ facts }) => facts.filter(({ prev }) => prev !== "");
function deliveriesIn(facts) {
    return facts.flatMap((fact) => (fact.type === "notified" ? [fact] : []));
}
const isSame = (a, b) => a.key === b.key && a.channel === b.channel && a.status === b.status;
async function notedBefore(journal) {
    const notes = await journal.notes().catch(() => []);
    return notes.flatMap((note) => {
        const { key, channel } = aboutOf(note) ?? {};
        const isDelivery = note.kind === "notice-delivered" || note.kind === "notice-failed";
        if (key === undefined || channel === undefined || !isDelivery)
            return [];
        return [{ key, channel, status: note.kind === "notice-delivered" ? "delivered" : "failed" }];
    });
}
const noted = schemas/* object */.Ikc({ key: schemas/* string */.YjP(), channel: schemas/* string */.YjP(), reason: schemas/* string */.YjP().optional() });
function aboutOf({ kind, text }) {
    if (kind === "false-positive")
        return undefined;
    try {
        return noted.safeParse(JSON.parse(text)).data;
    }
    catch {
        return undefined;
    }
}
function isSettled(known, key, channel) {
    const tries = known.filter((one) => one.key === key && one.channel === channel);
    return tries.some(({ status }) => status === "delivered") || tries.length >= attemptsAtMost;
}
async function noteDelivery(journal, release, { key, channel, status, reason }, attempt = 1) {
    const kind = status === "delivered" ? "notice-delivered" : "notice-failed";
    const id = `${kind} ${attempt} ${key} > ${channel}`;
    await journal.note({ id, release, kind, text: JSON.stringify({ key, channel, ...(reason && { reason }) }) });
}

// EXTERNAL MODULE: ./build/packages/report/index.js + 37 modules
var report = __webpack_require__(9798);
;// CONCATENATED MODULE: ./build/packages/stages/rollback/backport.js


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
    const released = (0,stages_context/* required */.mw)(driver.record.merge, "the merge").sha;
    const at = (0,stages_context/* required */.mw)(driver.record.visits.at(-1), "the state").since;
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
        const merged = await git.merge({ ours: head, theirs: released, message, at });
        if (merged.state === "conflict")
            return propose(context, into, `it conflicts in ${listed(merged.files)}`);
        const outcome = await git.push([{ ref: `refs/heads/${into}`, to: merged.sha, expect: head }]);
        if (outcome.state === "applied")
            return mergedAs(into, merged.sha);
        if (outcome.state === "refused" && outcome.denied)
            return propose(context, into, `${into} takes no push`);
    }
    throw new faults/* ReleaseFault */.eB("remote", `${tag} could not be brought to ${into}: it moved at each of ${tries} tries`, {
        hint: `Continue with: ${(0,stages_context/* resumeCommand */.VJ)(driver.record)}`,
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
    const released = (0,stages_context/* required */.mw)(driver.record.merge, "the merge").sha;
    const branch = `backport/${tag}`;
    const ref = `refs/heads/${branch}`;
    const outcome = await git.push([{ ref, to: released, expect: "absent" }]);
    const there = outcome.state === "applied" ? released : (await git.remoteRefs([ref])).get(ref);
    if (there === undefined) {
        if (outcome.state === "refused")
            return byHand(context, into, `${why}, and ${branch} could not be pushed`);
        throw new faults/* ReleaseFault */.eB("remote", `Could not push ${branch}: ${outcome.state === "unknown" ? outcome.reason : ""}`, {
            hint: `Continue with: ${(0,stages_context/* resumeCommand */.VJ)(driver.record)}`,
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

;// CONCATENATED MODULE: ./build/packages/stages/rollout/deploy-time.js

async function inTime({ context, environment, settings, work }, signal, act) {
    const { clock } = context;
    const limitMs = "deploymentTimeout" in settings ? settings.deploymentTimeout : undefined;
    if (limitMs === undefined)
        return act(signal);
    const startedAt = clock.now();
    const fault = new faults/* ReleaseFault */.eB("policy", `Deploying to ${environment} took longer than ${limitMs / 1000} s`, {
        hint: "See what the platform waits for; more time: environments.production.deploymentTimeout.",
    });
    const late = new AbortController();
    const done = new AbortController();
    void clock.sleep(Math.max(0, limitMs - work.ms), done.signal).then(() => late.abort(fault), () => undefined);
    try {
        await act(AbortSignal.any([signal, late.signal]));
        late.signal.throwIfAborted();
    }
    catch (thrown) {
        throw late.signal.aborted && !signal.aborted ? fault : thrown;
    }
    finally {
        done.abort();
        work.ms += clock.now() - startedAt;
    }
}

;// CONCATENATED MODULE: ./build/packages/stages/rollout/deployment-view.js


async function showDeployment(context, shown) {
    const { driver } = context;
    const step = shown.environment === "production" ? "deployment-view" : `deployment-view-${shown.environment}`;
    await driver.step(step, async () => ((await show(context, shown)) ? "shown" : "not shown"));
}
const beginningWithinMs = 3_000;
async function showBeginning({ context, environment, artifact }) {
    const { sha, version } = artifact;
    const shown = show(context, { environment, state: "in_progress", sha, description: `${version} is starting` });
    const over = new AbortController();
    const late = context.clock.sleep(beginningWithinMs, over.signal);
    await Promise.race([shown, late]).catch(() => undefined);
    over.abort();
    await late.catch(() => undefined);
}
async function addressOf({ target }) {
    const url = await target.observe().then((seen) => seen.url, () => undefined);
    return url !== undefined && /^https?:\/\//.test(url) ? url : undefined;
}
async function show(context, { other, environmentUrl, ...wanted }) {
    const { forge, driver } = context;
    const { tag } = driver.record.plan;
    const run = driver.facts.findLast(({ prev }) => prev !== "")?.run.id ?? "";
    const log = (0,packages_forge/* isHostRun */.wd)(run) ? { logUrl: `${forge.webUrl}/actions/runs/${run}` } : {};
    const { environment } = wanted;
    try {
        const url = environmentUrl === undefined ? {} : { environmentUrl };
        await forge.ensureDeployment({ ...wanted, release: tag, ...log, ...url });
        if (other !== undefined) {
            const { version: release, state } = other;
            const description = state === "inactive" ? `${tag} serves instead` : `serves again instead of ${tag}`;
            await forge.markDeployment({ environment, release, state, description, ...log });
        }
        return true;
    }
    catch (thrown) {
        if (context.signal.aborted)
            throw thrown;
        const message = `The deployment could not be shown on the code host: ${(0,faults/* asFault */.Ps)(thrown).message}`;
        driver.observe({ type: "warned", message: context.scrub.text(message) });
        return false;
    }
}

// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(24683);
// EXTERNAL MODULE: ./build/packages/changelog/index.js + 33 modules
var packages_changelog = __webpack_require__(41644);
;// CONCATENATED MODULE: ./build/packages/stages/plan/plan-history.js



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
        if (record.plan.redeploy !== undefined)
            return [];
        if (record.state === "completed")
            return back.has(record.plan.tag) ? [] : [record.plan.tag];
        if (record.state !== "rolled_back" || record.rollback?.reverted?.status !== "passed")
            return [];
        return [record.rollback.reverted.to];
    });
    return ends.at(-1);
}

;// CONCATENATED MODULE: ./build/packages/stages/commands/last-good.js


function lastGood(records, environment) {
    return environment === "production" ? lastInProduction(records) : lastInStaging(records);
}
function lastInProduction(records) {
    const version = servesProduction(records);
    const from = records.findLast(({ record: { state, plan, rollback } }) => plan.redeploy === undefined &&
        (state === "completed" ? plan.tag === version : rollback?.reverted?.to === version && version !== undefined))?.record;
    return version === undefined || from === undefined ? undefined : { version, from };
}
function lastInStaging(records) {
    const bad = takenBack(records);
    const ends = records.flatMap(({ record, facts }) => {
        if (record.plan.redeploy !== undefined)
            return [];
        return facts.flatMap((fact) => {
            if (!("environment" in fact) || fact.environment !== "staging")
                return [];
            if (fact.type === "deployment-finished" && fact.status === "passed")
                return [{ version: record.plan.tag, from: record, at: Date.parse(fact.at) }];
            if (fact.type === "traffic-reverted")
                return [{ version: fact.to, from: record, at: Date.parse(fact.at) }];
            return [];
        });
    });
    return ends
        .filter(({ version }) => !bad.has(version))
        .toSorted((a, b) => a.at - b.at)
        .at(-1);
}
function requireLastGood(records, environment) {
    const found = lastGood(records, environment);
    if (found !== undefined)
        return found;
    throw new faults/* ReleaseFault */.eB("policy", `No release was proved in ${environment} yet: there is no last good version`, {
        hint: "Release one first. Example: release start --version=auto",
    });
}

;// CONCATENATED MODULE: ./build/packages/stages/rollback/escalate.js

async function escalate(context, reason, version) {
    const platform = await context.target("production");
    const { tag } = context.driver.record.plan;
    const manualSteps = version === undefined ? [`release start --type=hotfix --version=patch --base=${tag}`] : platform.manual(version);
    await callPeople(context, platform, {
        reason,
        manualSteps,
        moved: { type: "rollback-moved", to: "escalation", reason },
    });
}
async function callPeople(context, platform, call) {
    const { driver, say, scrub } = context;
    const { reason, manualSteps, moved } = call;
    const shows = scrub.value([...(await shownBy(platform)), ...peopleOf(context)]);
    say(`ESCALATION: ${reason}`);
    driver.decide({ type: "escalated", reason, manualSteps: [...manualSteps], shows }, moved);
    await driver.flush();
    context.tell?.();
}
async function shownBy(platform) {
    try {
        const { revisions, url } = await platform.observe();
        const shown = revisions.map(({ version, percent, healthy }) => `${version}: ${percent} % of traffic, ${healthy ? "healthy" : "not healthy"}`);
        return [`${platform.environment} at ${url}`, ...shown];
    }
    catch (thrown) {
        return [`${platform.environment} does not answer: ${(0,faults/* asFault */.Ps)(thrown).message}`];
    }
}
function peopleOf({ config: { roles, notify } }) {
    const room = notify.warRoom === undefined ? [] : [`war room: ${notify.warRoom}`];
    return [`on call: ${named(roles.onCall)}`, `technical lead: ${named(roles.technicalLead)}`, ...room];
}
function named(holders) {
    return holders.length === 0 ? "nobody is named" : holders.join(", ");
}

// EXTERNAL MODULE: ./build/packages/analysis/index.js + 17 modules
var packages_analysis = __webpack_require__(58737);
// EXTERNAL MODULE: ./build/packages/monitors/index.js + 1 modules
var monitors = __webpack_require__(11166);
;// CONCATENATED MODULE: ./build/packages/stages/rollout/baseline.js



const firstRequestMs = 3000;
function knownBaseline({ context, environment, artifact, previous }) {
    const { record } = context.driver;
    const known = record.baselines.get(environment);
    if (known === undefined || known.requests === 0 || known.version !== previous)
        return undefined;
    const { requests, errors, slow } = known;
    return artifact.version === record.plan.tag ? { requests, errors, slow } : undefined;
}
const fewRequests = 100;
const credit = 0.25;
function ownRatio({ requests, errors }) {
    if (requests === 0)
        return 0;
    return requests < fewRequests ? errors / requests : (0,packages_analysis/* upperBound */.rn)(errors, requests, credit);
}
async function whileMeasured(rollout, work, signal) {
    const { context, environment, previous, artifact, settings, target } = rollout;
    const wantedMs = context.config.analysis.baseline;
    if (previous === undefined || previous === artifact.version || wantedMs === 0) {
        await work();
        return [];
    }
    const startedAt = context.clock.now();
    const watch = await told(rollout, signal, async () => (await context.monitor(environment, target)).begin({ canary: previous, slowMs: settings.maxP95, signal }));
    try {
        await work();
        if (watch === undefined)
            return [];
        const counts = await told(rollout, signal, () => measure(rollout, watch, { startedAt, signal }));
        const durationMs = context.clock.now() - startedAt;
        if (counts === undefined)
            return [];
        const share = counts.requests === 0 ? "no traffic" : `${counts.requests} requests, ${counts.errors} errors`;
        context.say(`${environment}: ${previous} before the first shift: ${share} in ${Math.round(durationMs / 1000)} s`);
        return [{ type: "baseline-measured", environment, version: previous, durationMs, ...counts }];
    }
    finally {
        await watch?.end();
    }
}
async function measure({ context, environment }, watch, { startedAt, signal }) {
    const { clock, config } = context;
    const { monitor, monitorSettings } = config.environments[environment];
    const leastMs = await (0,monitors.seenAfterMs)(monitor, monitorSettings);
    const sum = { requests: 0, errors: 0, slow: 0 };
    for (;;) {
        const reading = await watch.read();
        if (reading.state === "data" || reading.state === "partial")
            for (const { canary } of reading.bins) {
                sum.requests += canary.requests;
                sum.errors += canary.errors;
                sum.slow += canary.slow;
            }
        const mostMs = sum.requests === 0 ? firstRequestMs : Number.POSITIVE_INFINITY;
        const untilMs = Math.max(leastMs, Math.min(config.analysis.baseline, mostMs));
        const leftMs = untilMs - (clock.now() - startedAt);
        if (leftMs <= 0)
            return sum;
        await clock.sleep(Math.min(1000, leftMs), signal);
    }
}
async function told({ context, environment }, signal, attempt) {
    try {
        return await attempt();
    }
    catch (thrown) {
        if (signal.aborted)
            throw thrown;
        context.say(`${environment}: what serves now could not be measured: ${(0,faults/* asFault */.Ps)(thrown).message}`);
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/packages/stages/rollout/normal.js

function normalRatio(rollout) {
    const { context, settings, vigil, previous = "" } = rollout;
    if (context.config.analysis.strict)
        return { ratio: settings.maxErrorRatio, of: previous };
    const measured = knownBaseline(rollout);
    const before = measured === undefined ? 0 : ownRatio(measured);
    return { ratio: Math.max(settings.maxErrorRatio, before, ownRatio(vigil.analysis.totals.baseline)), of: previous };
}
function percent(ratio) {
    return `${Number((ratio * 100).toFixed(2))} %`;
}

;// CONCATENATED MODULE: ./build/packages/stages/rollout/resources.js

const noStrain = { now: {}, most: {}, silent: [] };
const lastingMs = 60_000;
const names = { cpu: "CPU", memory: "memory" };
function strainAfter(strain, reading, { settings, nowMs }) {
    if (reading.state === "stale" || reading.state === "error")
        return strain;
    const { resources: now = strain.now, silent = [] } = reading;
    const { overSince = nowMs, ...before } = strain;
    const next = { ...before, now, silent, most: { ...most("cpu", strain, now), ...most("memory", strain, now) } };
    return overBound(now, settings).length === 0 ? next : { ...next, overSince };
}
function most(name, { most: before }, now) {
    const value = Math.max(before[name] ?? 0, now[name] ?? 0);
    return value === 0 ? {} : { [name]: value };
}
function overBound(now, { maxCpu, maxMemory }) {
    const bounds = { cpu: maxCpu, memory: maxMemory };
    return ["cpu", "memory"].flatMap((name) => {
        const used = now[name];
        if (used === undefined || used <= bounds[name])
            return [];
        return [`${names[name]} at ${percent(used)} of its limit, more than ${percent(bounds[name])}`];
    });
}
function exhausted(rollout) {
    const { context, settings, vigil } = rollout;
    const { now, overSince } = vigil.strain;
    if (overSince === undefined || context.clock.now() - overSince < lastingMs || !hasErrorSign(rollout))
        return undefined;
    const reason = `${overBound(now, settings).join(", ")}, and more errors than normal.`;
    return { trigger: "resources", reason, evidence: [reason, ...vigil.judged.evidence] };
}
function hasErrorSign(rollout) {
    const { context, vigil } = rollout;
    const { alpha, judge } = context.config.analysis;
    const { requests, errors } = vigil.lately;
    if (judge === "threshold")
        return requests > 0 && errors / requests > normalRatio(rollout).ratio;
    const isOdd = (eValue = 0) => eValue >= 1 / Math.sqrt(alpha);
    return vigil.judged.signals.some(({ name, eValue }) => (name === "errors" || name === "absolute") && isOdd(eValue));
}
function strainDoubt({ settings, vigil }) {
    const { now, silent } = vigil.strain;
    const [over] = overBound(now, settings);
    if (over !== undefined)
        return `${over}.`;
    const [mute] = silent;
    if (mute !== undefined)
        return `The monitor measures ${mute.signal}, but gave none: ${mute.reason}.`;
    const never = ["cpu", "memory"].find((name) => vigil.measures.includes(name) && now[name] === undefined);
    return never === undefined ? undefined : `The monitor measures ${names[never]}, but gave none.`;
}
function strainSentences({ most: { cpu, memory } }) {
    const used = [
        ...(cpu === undefined ? [] : [`CPU at most ${percent(cpu)}`]),
        ...(memory === undefined ? [] : [`memory at most ${percent(memory)}`]),
    ];
    return used.length === 0 ? [] : [`Of its limits it used: ${used.join(", ")}.`];
}

;// CONCATENATED MODULE: ./build/packages/stages/rollout/doubt.js



function doubtAbout(rollout, plan, course) {
    if (plan.doubt === "ignore")
        return undefined;
    const { silence } = rollout.vigil;
    if (silence !== undefined)
        return `The monitor gives no data: ${silence}.`;
    if (course.healthFailures > 0)
        return `The last health check failed (${course.healthFailures} in a row).`;
    return unlikeNormal(rollout) ?? oddity(rollout) ?? unproved(rollout) ?? silentSignal(rollout) ?? strainDoubt(rollout);
}
const wrongShareProof = 400;
function oddity({ vigil }) {
    const { judged } = vigil;
    const share = judged.signals.find(({ name }) => name === "traffic-share")?.eValue ?? 0;
    const isSilent = vigil.analysis.totals.canary.requests === 0;
    if (judged.verdict !== "hold" || (isSilent && share < wrongShareProof))
        return undefined;
    return judged.evidence[0] ?? "The judge holds.";
}
function unlikeNormal(rollout) {
    const { context, settings, vigil } = rollout;
    const { requests, errors } = vigil.lately;
    const normal = normalRatio(rollout);
    if (!(0,packages_analysis/* isOddlyAbove */.y1)(vigil.lately, normal.ratio))
        return undefined;
    const bound = context.config.analysis.strict || normal.ratio === settings.maxErrorRatio ? "" : `, as ${normal.of} has`;
    return `${percent(errors / requests)} of ${requests} requests failed in the last five minutes; normal is at most ${percent(normal.ratio)}${bound}.`;
}
function unproved({ context, settings, vigil }) {
    if (context.config.analysis.promote.require === "nothing-odd")
        return undefined;
    const { provedBelow } = vigil.judged;
    const { maxErrorRatio } = vigil.analysis.settings;
    if (provedBelow !== undefined && provedBelow <= maxErrorRatio)
        return undefined;
    const { requests } = vigil.analysis.totals.canary;
    return `${requests} requests do not prove an error ratio below ${percent(Math.max(maxErrorRatio, settings.maxErrorRatio))}, and a proof is required.`;
}
function silentSignal({ vigil }) {
    const { requests, p95Ms } = vigil.seen;
    if (requests === 0 || p95Ms !== undefined || !vigil.measures.includes("latency"))
        return undefined;
    return `The monitor measures latency, but gave none for ${requests} requests.`;
}

;// CONCATENATED MODULE: ./build/packages/stages/rollout/watch-teller.js




const tellEveryMs = 10_000;
function createTeller(rollout, plan, course) {
    const { context, environment, vigil } = rollout;
    const startedAt = context.clock.now();
    let toldAt = Number.NEGATIVE_INFINITY;
    let toldWord = "";
    return () => {
        const isSilent = vigil.analysis.totals.canary.requests === 0;
        const word = isSilent ? "nothing seen yet" : vigil.judged.verdict;
        const now = context.clock.now();
        const isNew = word !== toldWord || now - startedAt < tellEveryMs;
        if (!isNew && now - toldAt < tellEveryMs)
            return;
        toldAt = now;
        toldWord = word;
        const { requests, errors, p95Ms } = vigil.seen;
        const p95 = p95Ms === undefined ? "" : `, p95 ${Math.round(p95Ms)} ms`;
        const time = `${seconds(course.elapsedMs)} of ${seconds(course.windowMs)}`;
        const so = `${requests} requests so far, ${errors} errors${p95}`;
        context.say(`${environment}: watching ${plan.point}: ${time}, ${so}; verdict now: ${word}${until(rollout, plan)}`);
    };
}
function until(rollout, plan) {
    const hold = holdOf(rollout.context);
    if (hold !== undefined)
        return `; held by ${hold.by} until promoted`;
    const question = questionAt(rollout, plan.point);
    return question === undefined ? "" : `; waits for a decision until ${question.until}`;
}
function seconds(ms) {
    return `${Math.round(ms / 1000)} s`;
}
function tellSight(rollout, plan) {
    const { context, environment, artifact } = rollout;
    const { driver, say } = context;
    if (artifact.version !== driver.record.plan.tag || plan.forMs === 0)
        return;
    const normal = normalRatio(rollout);
    const own = normal.ratio > rollout.settings.maxErrorRatio ? `, which ${normal.of} has itself` : "";
    say(`${environment}: ${plan.point}: ${sightOf(rollout, plan)} Normal is an error ratio up to ${percent(normal.ratio)}${own}.`);
}
function sightOf({ context, environment }, { forMs }) {
    const { record } = context.driver;
    const measured = record.baselines.get(environment);
    if (measured === undefined)
        return "what served before was not measured.";
    if (measured.requests === 0)
        return "there was no traffic before: little can be shown, and that is no reason to go back.";
    const perSecond = measured.requests / (measured.durationMs / 1000);
    const share = (record.deployments.get(environment)?.percent ?? 0) / 100;
    const traffic = `about ${perSecond.toFixed(1)} requests a second for ${seconds(forMs)}`;
    const [rate, part] = share < 1 ? [perSecond, share] : [2 * perSecond, 0.5];
    const ratio = (0,packages_analysis/* smallestDetectable */.tB)({
        requestsPerSecond: rate,
        windowMs: forMs,
        share: part,
        baselineErrorRatio: (measured.errors + 0.5) / (measured.requests + 1),
        alpha: context.config.analysis.alpha,
    });
    return ratio === undefined
        ? `${traffic} are too little to show any worsening by comparison.`
        : `${traffic} can show a version ${ratio.toFixed(1)} times as bad as the one before; less might not show.`;
}

;// CONCATENATED MODULE: ./build/packages/stages/rollout/look.js





const lookEveryMs = 1000;
const failuresInARow = 3;
async function look(rollout, plan, { course, signal }) {
    const { clock } = rollout.context;
    const tell = createTeller(rollout, plan, course);
    for (;;) {
        await course.checkHealth();
        await rollout.vigil.read();
        tell();
        const end = provedBad(rollout, course) ?? (await whatNow(rollout, plan, course));
        if (end === "passed")
            return undefined;
        if (end !== "goes-on")
            return end;
        await course.noteInTime();
        const restMs = course.leftMs > 0 ? Math.min(lookEveryMs, course.leftMs) : lookEveryMs;
        await clock.sleep(restMs, signal);
    }
}
function provedBad(rollout, { healthFailures }) {
    if (healthFailures >= failuresInARow) {
        return { trigger: "health-check-failure", reason: `${failuresInARow} health checks in a row failed`, evidence: [] };
    }
    const { judged } = rollout.vigil;
    if (judged.verdict !== "rollback")
        return exhausted(rollout);
    const reason = judged.evidence[0] ?? "The new version is worse than its bound";
    return { trigger: judged.trigger ?? "error-rate-spike", reason, evidence: judged.evidence };
}
async function whatNow(rollout, plan, course) {
    const { context } = rollout;
    const question = questionAt(rollout, plan.point);
    if (question?.decided !== undefined)
        return "passed";
    if (question !== undefined) {
        return isOverdue(context, question) ? unattended(question) : "goes-on";
    }
    const incident = await sharedIncident(rollout, plan, course);
    if (incident !== undefined)
        return incident;
    if (course.leftMs > 0 || isHeld(context))
        return "goes-on";
    const doubt = doubtAbout(rollout, plan, course);
    if (doubt === undefined)
        return "passed";
    if (!course.isExtended) {
        context.say(`${rollout.environment}: ${doubt} Watching once more as long`);
        course.extend();
        return "goes-on";
    }
    const verdict = { trigger: "not-proved", reason: doubt, evidence: rollout.vigil.judged.evidence };
    if (plan.doubt === "give-up")
        return verdict;
    ask(rollout, plan.point, verdict);
    course.note();
    await context.driver.flush();
    context.tell?.();
    return "goes-on";
}
async function sharedIncident({ context, environment, vigil }, plan, course) {
    const { judged } = vigil;
    const isIll = plan.doubt !== "ignore" && judged.verdict === "hold" && judged.trigger === "incident";
    const begins = course.ill(isIll);
    if (!isIll)
        return undefined;
    const limitMs = context.config.analysis.incident;
    const reason = judged.evidence[0] ?? "Both versions are ill.";
    if (course.incidentMs >= limitMs) {
        const lasted = `It lasted ${Math.round(course.incidentMs / 60_000)} minutes.`;
        return { trigger: "incident", reason: `${reason} ${lasted}`, evidence: judged.evidence };
    }
    if (begins) {
        const leftMs = limitMs - course.incidentMs;
        const until = new Date(context.clock.now() + leftMs).toISOString();
        const minutes = Math.ceil(leftMs / 60_000);
        context.say(`${environment}: INCIDENT: ${reason} Held at ${plan.point}, for ${minutes} minutes at most.`);
        context.driver.observe({
            type: "incident-held",
            environment,
            point: plan.point,
            reason: context.scrub.text(reason),
            until,
        });
        course.note();
        await context.driver.flush();
        context.tell?.();
    }
    return "goes-on";
}

;// CONCATENATED MODULE: ./build/packages/stages/rollout/ready.js



function servingBefore(observation, candidate) {
    const others = observation.revisions.filter(({ version }) => version !== candidate);
    return others.toSorted((a, b) => b.percent - a.percent)[0]?.version;
}
async function readyBefore(context, { environment, target, settings }, shares) {
    const { driver, clock, say } = context;
    const { plan, emergency } = driver.record;
    let seen = await target.check(shares);
    for (let looks = 1;; looks += 1) {
        const previous = servingBefore(seen, plan.tag);
        if (!isIll(seen, previous))
            return previous;
        say(`${environment}: ${previous}, which serves, is not healthy, ${looks} in a row`);
        if (looks >= failuresInARow) {
            const fault = nothingGood(environment, previous ?? "", driver.id);
            if (plan.releaseType !== "hotfix" && emergency === undefined)
                throw fault;
            driver.observe({ type: "warned", message: fault.message });
            return previous;
        }
        await (0,stages_context/* attended */.If)(context, (signal) => clock.sleep(settings.healthEvery, signal));
        seen = await target.observe();
    }
}
function isIll({ revisions }, version) {
    return revisions.some((one) => one.version === version && one.percent > 0 && !one.healthy);
}
function nothingGood(environment, previous, release) {
    return new faults/* ReleaseFault */.eB("remote", `${environment} is ill already: ${previous}, which serves, is not healthy, so there is nothing good to go back to`, {
        hint: `Bring it up first: release redeploy ${environment} --reason="…"   or go on all the same: release resume ${release} --emergency="…"`,
    });
}

// EXTERNAL MODULE: ./build/packages/targets/index.js + 5 modules
var targets = __webpack_require__(40246);
;// CONCATENATED MODULE: ./build/packages/stages/queue/waited.js
const waits = [
    { begins: "suspended", ends: ["resumed"] },
    { begins: "asked", ends: ["decided", "verdict"] },
    { begins: "pull-request-opened", ends: ["approved"] },
];
function waitedMs(facts, fromMs, toMs) {
    const open = new Set();
    let since = 0;
    let sum = 0;
    for (const fact of facts) {
        const at = Date.parse(fact.at);
        const before = open.size;
        for (const { begins, ends } of waits) {
            if (fact.type === begins)
                open.add(begins);
            if (ends.includes(fact.type))
                open.delete(begins);
        }
        if (fact.type === "requested" && fact.kind === "hold")
            open.add(fact.id);
        if (fact.type === "answered")
            open.delete(fact.id);
        if (fact.type === "moved" || fact.type === "traffic-shifted")
            open.clear();
        if (before === 0 && open.size > 0)
            since = at;
        if (before > 0 && open.size === 0)
            sum += overlap(since, at, fromMs, toMs);
    }
    return open.size === 0 ? sum : sum + overlap(since, toMs, fromMs, toMs);
}
function overlap(since, until, fromMs, toMs) {
    return Math.max(0, Math.min(until, toMs) - Math.max(since, fromMs));
}

;// CONCATENATED MODULE: ./build/packages/stages/rollout/hotfix-served.js

function recordHotfixServed({ context, environment }) {
    const { driver, clock, config, say } = context;
    const { record, facts } = driver;
    if (record.plan.releaseType !== "hotfix" || environment !== "production" || record.hotfixServed !== undefined)
        return;
    const served = facts.findLast((fact) => fact.type === "traffic-shifted" && fact.percent === 100);
    const durationMs = hotfixClock(facts, served === undefined ? clock.now() : Date.parse(served.at));
    if (durationMs === undefined)
        return;
    const targetMs = config.hotfix.clock;
    driver.observe({ type: "hotfix-served", durationMs, targetMs });
    const told = `${minutes(durationMs)} from the start of its gates to 100 %, waits left out; at most ${minutes(targetMs)} wanted`;
    say(`hotfix clock: ${told}`);
    if (durationMs > targetMs)
        driver.observe({ type: "warned", message: `The hotfix took ${told}.` });
}
function hotfixClock(facts, nowMs) {
    const began = facts.find((fact) => fact.type === "moved" && fact.to === "quality_gates_fast");
    if (began === undefined)
        return undefined;
    const fromMs = Date.parse(began.at);
    return Math.max(0, nowMs - fromMs - waitedMs(facts, fromMs, nowMs));
}
function minutes(ms) {
    return `${(ms / 60_000).toFixed(1)} min`;
}

;// CONCATENATED MODULE: ./build/packages/stages/rollout/in-round.js
function inRound({ record, facts }, name) {
    if (record.state !== "staging")
        return name;
    const undone = facts.filter((fact) => fact.type === "traffic-reverted" && fact.environment === "staging").length;
    return undone === 0 ? name : `${name} (${undone + 1})`;
}

;// CONCATENATED MODULE: ./build/packages/stages/rollout/retry-deployment.js


async function tryDeploying({ driver, config, clock, say }, signal, effect) {
    const { times, delay } = config.onFailure.retry;
    for (let failures = 1;; failures += 1) {
        try {
            await effect();
            return;
        }
        catch (thrown) {
            const fault = (0,faults/* asFault */.Ps)(thrown);
            if (signal.aborted || fault.code !== "remote" || failures > times)
                throw thrown;
            const message = `${fault.message}; tried again in ${(0,report/* duration */.p0)(delay)} (${failures} of ${times})`;
            driver.observe({ type: "warned", message });
            say(message);
            await clock.sleep(delay, signal);
        }
    }
}

;// CONCATENATED MODULE: ./build/packages/stages/rollout/rollout-steps.js

function stepsOf({ context, environment, settings, target }) {
    const { plan, deployments } = context.driver.record;
    const planned = environment === "staging" ? plan.stagingStrategy : plan.productionStrategy;
    return (0,targets.planRollout)({
        strategy: deployments.get(environment)?.strategy ?? planned,
        steps: plan.steps,
        stepTimeMs: "stepTime" in settings ? settings.stepTime : 0,
        rolling: settings.rolling,
        ...(target.instances === undefined ? {} : { instances: target.instances.total }),
    });
}

// EXTERNAL MODULE: ./build/packages/smoke/index.js + 20 modules
var smoke = __webpack_require__(96615);
;// CONCATENATED MODULE: ./build/packages/stages/rollout/course.js

const noteEveryMs = 30_000;
class Course {
    #rollout;
    #plan;
    #startedAt;
    #known;
    #seenBefore;
    #extended;
    #incidentMs;
    #ill;
    #healthFailures;
    #nextHealthAt;
    #notedAt;
    constructor(rollout, plan) {
        const { watching } = rollout.context.driver.record;
        const known = watching?.environment === rollout.environment && watching.point === plan.point ? watching : undefined;
        this.#rollout = rollout;
        this.#plan = plan;
        this.#startedAt = rollout.context.clock.now();
        this.#known = known ?? { elapsedMs: 0, requests: 0, errors: 0 };
        this.#seenBefore = rollout.vigil.seen;
        this.#extended = known?.extended ?? false;
        this.#incidentMs = known?.incidentMs ?? 0;
        this.#healthFailures = known?.healthFailures ?? 0;
        this.#nextHealthAt = this.#startedAt + (this.#healthFailures > 0 ? rollout.settings.healthEvery : 0);
        this.#notedAt = this.#startedAt;
    }
    get elapsedMs() {
        return this.#known.elapsedMs + this.#now() - this.#startedAt;
    }
    get leftMs() {
        return this.windowMs - this.elapsedMs;
    }
    get windowMs() {
        return this.#plan.forMs + (this.#extended ? Math.max(this.#plan.forMs, 1000) : 0);
    }
    get isExtended() {
        return this.#extended;
    }
    get healthFailures() {
        return this.#healthFailures;
    }
    get counts() {
        const { seen } = this.#rollout.vigil;
        return {
            requests: this.#known.requests + seen.requests - this.#seenBefore.requests,
            errors: this.#known.errors + seen.errors - this.#seenBefore.errors,
        };
    }
    get incidentMs() {
        return this.#incidentMs + (this.#ill === undefined ? 0 : this.#now() - this.#ill);
    }
    ill(isIll) {
        const begins = isIll && this.#ill === undefined;
        if (begins)
            this.#ill = this.#now();
        if (!isIll) {
            this.#incidentMs = this.incidentMs;
            this.#ill = undefined;
        }
        return begins;
    }
    extend() {
        this.#extended = true;
    }
    async checkHealth() {
        const { artifact, context, settings } = this.#rollout;
        if (this.#now() < this.#nextHealthAt)
            return;
        const ill = await this.#illness();
        this.#healthFailures = ill === undefined ? 0 : this.#healthFailures + 1;
        if (ill !== undefined)
            context.say(`${artifact.version}: health check failed${ill}, ${this.#healthFailures} in a row`);
        this.#nextHealthAt = this.#now() + settings.healthEvery;
    }
    async #illness() {
        const { target, artifact } = this.#rollout;
        try {
            const { revisions } = await target.observe();
            return revisions.some(({ version, healthy }) => version === artifact.version && healthy) ? undefined : "";
        }
        catch (thrown) {
            const fault = (0,faults/* asFault */.Ps)(thrown);
            if (fault.code !== "remote")
                throw thrown;
            return `: ${fault.message}`;
        }
    }
    note() {
        this.#notedAt = this.#now();
        const { context, environment, vigil } = this.#rollout;
        context.driver.observe({
            type: "watching",
            environment,
            point: this.#plan.point,
            elapsedMs: this.elapsedMs,
            extended: this.#extended,
            incidentMs: this.incidentMs,
            healthFailures: this.#healthFailures,
            ...this.counts,
            analysis: plainJson(vigil.analysis),
        });
    }
    async noteInTime() {
        if (this.#now() - this.#notedAt < noteEveryMs)
            return;
        this.note();
        await this.#rollout.context.driver.flush();
    }
    #now() {
        return this.#rollout.context.clock.now();
    }
}
function plainJson(state) {
    return JSON.parse(JSON.stringify(state));
}

;// CONCATENATED MODULE: ./build/packages/stages/rollout/halt.js




async function halt(rollout, failed, share) {
    const { context } = rollout;
    const { driver } = context;
    const plan = { point: `halt at ${share} percent`, forMs: 0, doubt: "ask" };
    const question = questionAt(rollout, plan.point);
    if (question?.decided !== undefined && question.reason === context.scrub.value(failed).reason)
        return undefined;
    if (question === undefined || question.decided !== undefined)
        ask(rollout, plan.point, failed);
    await driver.flush();
    context.tell?.();
    return (0,stages_context/* attended */.If)(context, async (signal) => {
        await rollout.vigil.begin();
        const course = new Course(rollout, plan);
        try {
            return await look(rollout, plan, { course, signal });
        }
        catch (thrown) {
            if (signal.aborted)
                course.note();
            throw thrown;
        }
    });
}

;// CONCATENATED MODULE: ./build/packages/stages/rollout/watch.js






async function watchTraffic(rollout, plan) {
    return (0,stages_context/* attended */.If)(rollout.context, async (signal) => {
        await rollout.vigil.begin();
        const course = new Course(rollout, plan);
        tellSight(rollout, plan);
        try {
            const verdict = await look(rollout, plan, { course, signal });
            return conclude(rollout, plan, { verdict, course });
        }
        catch (thrown) {
            if (signal.aborted)
                course.note();
            throw thrown;
        }
    });
}
function conclude(rollout, plan, { verdict: found, course }) {
    const verdict = rollout.context.scrub.value(found);
    return { watched: watchedFact(rollout, plan, { verdict, course }), verdict };
}
function watchedFact(rollout, plan, { verdict, course }) {
    const { context, vigil, environment } = rollout;
    const { requests, errors } = course.counts;
    const { p95Ms } = vigil.seen;
    const healthChecks = course.healthFailures >= failuresInARow ? "failing" : "passing";
    const decided = questionAt(rollout, plan.point)?.decided;
    const remarks = vigil.remarks.map((remark) => `Counted in part: ${remark}.`);
    const seen = [...vigil.judged.evidence, ...strainSentences(vigil.strain), ...context.scrub.value(remarks)];
    const evidence = verdict === undefined ? seen : [verdict.reason, ...verdict.evidence];
    return {
        type: "watched",
        environment,
        point: plan.point,
        status: verdict === undefined ? "passed" : "failed",
        ...(verdict === undefined ? {} : { trigger: verdict.trigger }),
        durationMs: course.elapsedMs,
        ...(requests === 0 ? {} : { errorRatio: errors / requests }),
        ...(p95Ms === undefined ? {} : { p95Ms }),
        requests,
        healthChecks,
        notMeasured: ["errors", "latency", "cpu", "memory"].filter((signal) => !vigil.measures.includes(signal)),
        evidence: decided === undefined ? evidence : [`Promoted by ${decided.by}: ${decided.reason}`, ...evidence],
        analysis: plainJson(vigil.analysis),
    };
}

;// CONCATENATED MODULE: ./build/packages/stages/rollout/smoke-watch.js




class ProvedBadError extends Error {
    name = "ProvedBadError";
    verdict;
    constructor(verdict) {
        super(verdict.reason);
        this.verdict = verdict;
    }
}
function watchDuringSmoke(rollout, point) {
    const plan = { point: `smoke at ${point}`, forMs: 0, doubt: "ask" };
    const course = new Course(rollout, plan);
    return {
        attend: (context, effect) => (0,stages_context/* attended */.If)(context, (signal) => unlessProved(rollout, { course, signal, effect })),
        facts: (verdict) => (course.counts.requests === 0 ? [] : [watchedFact(rollout, plan, { verdict, course })]),
    };
}
async function unlessProved(rollout, { course, signal, effect }) {
    const stop = new AbortController();
    const either = AbortSignal.any([signal, stop.signal]);
    const looking = lookOn(rollout, course, either).then((verdict) => stop.abort(new ProvedBadError(verdict)), (thrown) => stop.abort(thrown));
    let result;
    try {
        result = await effect(either);
    }
    catch (thrown) {
        throw stop.signal.aborted && !signal.aborted ? stop.signal.reason : thrown;
    }
    finally {
        stop.abort(over);
        await looking;
    }
    await rollout.vigil.read();
    return result;
}
const over = new Error("the smoke tests are over");
async function lookOn(rollout, course, signal) {
    for (;;) {
        await rollout.context.clock.sleep(lookEveryMs, signal);
        await course.checkHealth();
        await rollout.vigil.read();
        const verdict = provedBad(rollout, course);
        if (verdict !== undefined)
            return verdict;
    }
}
function isWatchedDuringSmoke({ spared }, percent) {
    return percent > 0 && spared === undefined;
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/packages/gates/index.js + 78 modules
var packages_gates = __webpack_require__(81134);
;// CONCATENATED MODULE: ./build/packages/stages/plan/changelog-review.js


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
    await driver.suspend({ waitsFor: "changelog", reason, command: (0,stages_context/* resumeCommand */.VJ)(driver.record) });
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
    const prepared = (0,stages_context/* required */.mw)(driver.record.branchHead, "the release branch");
    if ((await git.resolve(prepared)) === undefined)
        await git.fetch([prepared]);
    const files = sha === prepared ? [] : await git.changedFiles(prepared, sha);
    const others = files.filter((path) => path !== changelogPath);
    if (others.length > 0) {
        const message = `${releaseBranch} has more than its changelog changed since it was made: ${others.slice(0, 5).join(", ")}. The gates test it so`;
        driver.observe({ type: "warned", message });
    }
    const ledger = (0,stages_context/* required */.mw)(driver.record.ledger, "the ledger");
    return { type: "branch-prepared", sha, files, changelog: section, ledger, reviewed: true };
}

;// CONCATENATED MODULE: ./build/packages/stages/plan/release-notes.js


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

;// CONCATENATED MODULE: ./build/packages/stages/plan/kept-changelog.js


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
    return (0,stages_context/* moveTo */.tw)(driver, plan.releaseType === "hotfix" ? "quality_gates_fast" : "quality_gates", "branch and changelog are ready");
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
        command: (0,stages_context/* resumeCommand */.VJ)(driver.record),
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
        ledger: { commits, inNotes, hidden, unconventional, committedAt: commitTimes(range.commits) },
    };
}
const timesAtMost = 1_000;
function commitTimes(commits) {
    const times = commits.map(({ commit }) => commit.committedAt).toSorted((a, b) => a - b);
    if (times.length <= timesAtMost)
        return times;
    const step = (times.length - 1) / (timesAtMost - 1);
    return Array.from({ length: timesAtMost }, (_, index) => times[Math.round(index * step)] ?? 0);
}
const releaseCommit = (version) => `chore(release): ${version}`;
async function beforeOurCommit({ driver, git }, tip) {
    const parent = await git.resolve(`${tip}^`);
    if (parent === undefined || tip === driver.record.plan.baseSha)
        return tip;
    const subject = await firstLine(git.log(["-1", "--format=%s", tip]));
    return subject === releaseCommit(driver.record.plan.releaseVersion) ? parent : tip;
}
async function firstLine(output) {
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

;// CONCATENATED MODULE: ./build/packages/stages/gates/fix-files.js

async function filesOfFix({ git }, plan, gatedSha) {
    return git.changedFiles(plan.baseSha, await beforeOurCommit({ git, driver: { record: { plan } } }, gatedSha));
}

;// CONCATENATED MODULE: ./build/packages/stages/rollout/smoke-place.js




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
function candidateAddress({ candidateHeaders }, { revisions, url, pinHeader }, { version }) {
    const revision = revisions.find((one) => one.version === version);
    if (revision?.url !== undefined)
        return { url: revision.url, headers: revision.headers ?? {} };
    return { url, headers: pinHeader === undefined ? candidateHeaders : { [pinHeader]: version } };
}
function productionValues({ env, settings, monitorSettings, }) {
    return [...new Set(textsIn([env, settings, monitorSettings]))];
}
function textsIn(value) {
    if (typeof value === "string")
        return value === "" ? [] : [value];
    return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
async function smokeScope({ git }, { plan, gatedSha }, point) {
    if (plan.releaseType !== "hotfix")
        return {};
    const percent = /^(?<percent>[\d.]+)%(?: \(\d+\))?$/.exec(point)?.groups?.["percent"];
    if (percent === undefined || Number(percent) === 100)
        return { outages: "shown" };
    if (gatedSha === undefined)
        return { only: "critical" };
    return { only: "critical", changed: await filesOfFix({ git }, plan, gatedSha) };
}
async function smokeCommands({ config, git, workDirectory, env }, { sha, own }) {
    if (sha === undefined || !(0,smoke/* hasCommands */.$H)(config.smoke))
        return {};
    const directory = external_node_path_.join(workDirectory, "smoke");
    await git.ensureWorktree(sha, directory);
    return { commands: { directory, env: (0,packages_gates/* cleanEnvironment */.hh)(env, own) } };
}

;// CONCATENATED MODULE: ./build/packages/stages/rollout/smoke-at.js







async function smokeAt(rollout, { on, percent }) {
    const { context, environment, target } = rollout;
    for (let round = 1;; round += 1) {
        const point = round === 1 ? `${percent}%` : `${percent}% (${round})`;
        const observation = await target.observe();
        const address = on === "candidate"
            ? candidateAddress(rollout.settings.smoke, observation, rollout.artifact)
            : { url: observation.url, headers: {} };
        const watch = isWatchedDuringSmoke(context.driver.record, percent) ? watchDuringSmoke(rollout, point) : undefined;
        const back = (verdict) => dispositionOf(rollout, verdict, percent) === "go-back";
        const also = (result) => {
            const verdict = result.status === "failed" ? smokeVerdict(environment, result) : undefined;
            return watch === undefined || verdict === undefined || !back(verdict) ? [] : watch.facts(verdict);
        };
        let result;
        try {
            result = await smokeFact(context, environment, point, {
                ...address,
                also,
                ...(watch === undefined ? {} : { attend: watch.attend }),
            });
        }
        catch (thrown) {
            if (!(thrown instanceof ProvedBadError))
                throw thrown;
            const verdict = context.scrub.value(thrown.verdict);
            context.say(`${environment}: smoke tests at ${point} were stopped: ${verdict.reason}`);
            context.driver.observe(...(watch?.facts(verdict) ?? []));
            return verdict;
        }
        if (result.status === "passed" || isSpared(context.driver.record, result))
            return undefined;
        const failed = smokeVerdict(environment, result);
        if (back(failed))
            return failed;
        const isRetried = context.driver.record.smoke.some((run) => run.point === `${percent}% (${round + 1})`);
        const verdict = isRetried ? undefined : await halt(rollout, failed, percent);
        if (verdict !== undefined)
            return verdict;
    }
}
function smokeVerdict(environment, { checks, failedTests, point }) {
    const failed = checks.filter(({ status }) => status === "failed");
    return {
        trigger: "smoke-test-failure",
        reason: `Smoke tests failed at ${point} in ${environment}: ${failedTests.join(", ")}`,
        evidence: failed.map(({ category, name, detail }) => `${category}: ${name}: ${detail ?? "failed"}`),
    };
}
async function smokeFact(context, environment, point, { attend = stages_context/* attended */.If, also = () => [], ...address }) {
    const { driver, config, clock, env, say } = context;
    let finished;
    await driver.step(inRound(driver, `${environment}-smoke-${point}`), () => attend(context, async (signal) => {
        const own = environment === "development" ? {} : config.environments[environment].env;
        const result = await (0,smoke/* runSmoke */.Lw)(config.smoke, {
            ...smokePlace(config, environment, { env, headers: address.headers }),
            ...(await smokeScope(context, driver.record, point)),
            ...(await smokeCommands(context, { sha: driver.record.gatedSha, own })),
            baseUrl: address.url,
            clock,
            signal,
        });
        finished = { type: "smoke-finished", environment, point, ...context.scrub.value(result) };
        const all = result.categoriesPassed + result.categoriesFailed;
        say(`${environment}: smoke tests at ${point} ${result.status} (${result.categoriesPassed} of ${all} categories)`);
        return { status: result.status };
    }), { facts: () => (finished === undefined ? [] : [finished, ...also(finished)]) });
    const result = driver.record.smoke.findLast((run) => run.environment === environment && run.point === point);
    return (0,stages_context/* required */.mw)(result, `the smoke result at ${point}`);
}

// EXTERNAL MODULE: ./build/packages/stages/open.js + 5 modules
var stages_open = __webpack_require__(8821);
;// CONCATENATED MODULE: ./build/packages/stages/rollout/tidy.js



const environments = ["staging", "production"];
async function tidied(context, environment, target) {
    try {
        await (0,stages_context/* attended */.If)(context, (signal) => target.tidy(signal));
    }
    catch (thrown) {
        context.signal.throwIfAborted();
        context.say(`${environment}: ${leftUp(thrown)}`);
    }
}
async function tidyTargets({ surroundings, journal, }, releases) {
    const { cwd: workDirectory, env, clock, signal, say } = surroundings;
    const { config } = await (0,stages_open/* configHere */.Xt)(workDirectory);
    for (const environment of environments) {
        if (releases.some(({ record: { touched, restored } }) => touched.has(environment) && !restored.has(environment)))
            continue;
        if ((await journal.environmentHolder(environment)) !== undefined)
            continue;
        if (Object.keys(config.environments[environment].settings).length === 0)
            continue;
        try {
            const target = await (0,stages_open/* openTarget */.Ap)(config, environment, { workDirectory, env, clock, signal });
            await target.tidy(signal);
        }
        catch (thrown) {
            signal.throwIfAborted();
            say(`${environment}: ${leftUp(thrown)}`);
        }
    }
}
function leftUp(thrown) {
    return `a version that was rolled back may be up for longer than it should: ${(0,faults/* asFault */.Ps)(thrown).message}`;
}

;// CONCATENATED MODULE: ./build/packages/stages/rollout/last-minutes.js
const spanMs = 5 * 60_000;
const nothing = { requests: 0, errors: 0, slow: 0 };
function lastMinutes() {
    let bins = [];
    return {
        add(bin) {
            bins = [...bins.filter(({ t }) => t > bin.t - spanMs), bin];
        },
        get counts() {
            return bins.reduce((sum, { canary }) => ({
                requests: sum.requests + canary.requests,
                errors: sum.errors + canary.errors,
                slow: sum.slow + canary.slow,
            }), nothing);
        },
    };
}

;// CONCATENATED MODULE: ./build/packages/stages/rollout/usual.js


const fewestReleases = 20;
const lookedAt = 200;
async function usualHere({ config, journal, driver, say, }) {
    if (config.analysis.model === "off")
        return undefined;
    try {
        const past = (await journal.newest(lookedAt)).filter(({ id }) => id !== driver.id);
        return modelOf(past);
    }
    catch (thrown) {
        say(`What is usual could not be learned, and is left out: ${(0,faults/* asFault */.Ps)(thrown).message}`);
        return undefined;
    }
}
function modelOf(past) {
    const rows = past.map(intervalsOf).filter((intervals) => intervals.length > 0);
    return rows.length < fewestReleases ? undefined : (0,packages_analysis/* learnUsual */.b$)(rows.flat());
}
function intervalsOf({ record }) {
    const last = record.watches.findLast(({ environment }) => environment === "production");
    if (last === undefined)
        return [];
    const totals = field(last.analysis, "totals");
    const sides = record.state === "completed" ? ["baseline", "canary"] : ["baseline"];
    const at = Date.parse(last.at) - last.durationMs / 2;
    return sides.flatMap((side) => {
        const counts = field(totals, side);
        const [requests, errors, slow] = ["requests", "errors", "slow"].map((name) => number(field(counts, name)));
        return requests === undefined || errors === undefined || slow === undefined || requests === 0
            ? []
            : [{ at, counts: { requests, errors, slow } }];
    });
}
function field(value, name) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name))
        return undefined;
    return Object.entries(value).find(([key]) => key === name)?.[1];
}
const number = (value) => (typeof value === "number" ? value : undefined);

;// CONCATENATED MODULE: ./build/packages/stages/rollout/vigil.js






const settleMs = 1000;
function openVigil(rollout) {
    const { context, target, artifact, previous, settings } = rollout;
    let watch;
    let measures = [];
    let isOwnTraffic = false;
    let analysis = knownAnalysis(rollout) ?? freshAnalysis(rollout, undefined);
    let judged;
    let usual;
    let seen = { requests: 0, errors: 0, p95Ms: undefined };
    let silence;
    const remarks = new Set();
    let startedAt = 0;
    let share;
    let strain = noStrain;
    const lately = lastMinutes();
    const weightOf = ({ t }) => isOwnTraffic || share === undefined || t < share.sinceMs + settleMs ? undefined : share.percent / 100;
    const take = (bins) => {
        for (const bin of bins) {
            const weight = weightOf(bin);
            const { baseline, ...alone } = usual === undefined ? bin : (0,packages_analysis/* markOdd */.Jg)(bin, usual, startedAt + bin.t);
            const isAlone = baseline === undefined || previous === undefined || previous === artifact.version;
            const sides = isAlone ? alone : { ...alone, baseline };
            analysis = (0,packages_analysis/* observeBin */.wT)(analysis, weight === undefined ? sides : { ...sides, weight });
            seen = { ...seen, requests: seen.requests + bin.canary.requests, errors: seen.errors + bin.canary.errors };
            lately.add(bin);
        }
    };
    const hear = (reading) => {
        silence = reading.state === "stale" || reading.state === "error" ? reading.reason : undefined;
        strain = strainAfter(strain, reading, { settings, nowMs: context.clock.now() });
        if (reading.state !== "data" && reading.state !== "partial")
            return;
        if (reading.state === "partial")
            remarks.add(reading.reason);
        take(reading.bins);
        seen = { ...seen, p95Ms: reading.p95Ms ?? seen.p95Ms };
    };
    return {
        async begin() {
            if (watch !== undefined)
                return;
            usual = rollout.environment === "production" ? await usualHere(context) : undefined;
            analysis = knownAnalysis(rollout) ?? freshAnalysis(rollout, usual);
            const monitor = await context.monitor(rollout.environment, target);
            ({ measures } = monitor);
            isOwnTraffic = monitor.name === "probe";
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
        get judged() {
            if (judged?.of !== analysis)
                judged = { of: analysis, verdict: (0,packages_analysis/* judge */.S4)(analysis) };
            return judged.verdict;
        },
        get seen() {
            return seen;
        },
        get lately() {
            return lately.counts;
        },
        get silence() {
            return silence;
        },
        get remarks() {
            return [...remarks].slice(0, 5);
        },
        get strain() {
            return strain;
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
    const { record } = context.driver;
    if (artifact.version !== record.plan.tag)
        return undefined;
    const noted = record.watching?.environment === environment ? record.watching : undefined;
    const known = noted ?? record.watches.findLast((watched) => watched.environment === environment && !isSpared(record, watched));
    return known?.analysis === undefined ? undefined : known.analysis;
}
function freshAnalysis(rollout, usual) {
    const { context, settings } = rollout;
    const { alpha, latency } = context.config.analysis;
    const previous = knownBaseline(rollout);
    return (0,packages_analysis/* startAnalysis */.nX)({
        judge: context.config.analysis.judge,
        alpha,
        latency,
        maxErrorRatio: "rollbackErrorRatio" in settings ? settings.rollbackErrorRatio : settings.maxErrorRatio,
        normalErrorRatio: settings.maxErrorRatio,
        ...(previous === undefined ? {} : { previous, previousErrorRatio: ownRatio(previous) }),
        ...(usual === undefined ? {} : { weights: packages_analysis/* weightsWithScore */.mw }),
    });
}

;// CONCATENATED MODULE: ./build/packages/stages/rollback/open-issue.js

async function openIssue({ driver, forge, say }, { what, title, label, lines, due, lack }) {
    await driver.step(what, async () => {
        try {
            const marker = `release-command ${what.replace("-issue", "")} of ${driver.id}`;
            return await forge.ensureIssue({ marker, title, label, body: lines.join("\n") });
        }
        catch (thrown) {
            const fault = (0,faults/* asFault */.Ps)(thrown);
            if (fault.code === "bug")
                throw thrown;
            say(`no ${what.replace("-", " ")}: ${fault.message}`);
            driver.observe({ type: "warned", message: `${lack} has no issue: ${fault.message}` });
            return null;
        }
    }, {
        facts: (url) => (url === null ? [] : [{ type: "published", what, url, ...(due === undefined ? {} : { due }) }]),
    });
}

;// CONCATENATED MODULE: ./build/packages/stages/rollback/suspects.js

const commitsAtMost = 300;
const toldAtMost = 10;
async function suspectsOf(context) {
    const { driver, git } = context;
    const { plan, tag } = driver.record;
    const failing = failingChecks(context);
    if (failing.length === 0 || plan.previousTag === undefined || tag === undefined)
        return undefined;
    const commits = await commitsIn(git, `${plan.previousTag}..${tag.sha}`);
    const hits = commits.flatMap(({ sha, subject, files }) => {
        const why = failing.map((check) => whyHit(check, subject, files)).find((found) => found !== undefined);
        return why === undefined ? [] : [{ sha, subject, why }];
    });
    const signal = failing.map(({ name }) => name).join(", ");
    return { type: "suspected", signal, searched: commits.length, commits: hits.slice(0, toldAtMost) };
}
function failingChecks({ driver, config }) {
    const { smoke, verdict } = driver.record;
    const before = smoke.findLast((run) => run.environment === "production" && run.seq < (verdict?.seq ?? 0));
    if (verdict?.trigger !== "smoke-test-failure" || before === undefined)
        return [];
    return before.checks
        .filter(({ status }) => status === "failed")
        .map(({ category, name }) => {
        const known = knownChecks(config.smoke, category).find((check) => check.name === name);
        return { name, affects: known?.affects ?? [], words: wordsOf([name, ...pathsOf(known)].join(" ")) };
    });
}
function knownChecks(smoke, category) {
    const checks = smoke?.[category];
    return Array.isArray(checks) ? checks : [];
}
function pathsOf(check) {
    if (check === undefined)
        return [];
    if ("path" in check && typeof check.path === "string")
        return [check.path];
    if (!("steps" in check) || !Array.isArray(check.steps))
        return [];
    return check.steps.flatMap((step) => typeof step === "object" && step !== null && "path" in step && typeof step.path === "string" ? [step.path] : []);
}
const common = new Set([
    "health",
    "healthz",
    "check",
    "status",
    "page",
    "test",
    "ready",
    "live",
    "look",
    "with",
    "from",
]);
function wordsOf(text) {
    const words = text.toLowerCase().match(/[a-z]{4,}/g) ?? [];
    return [...new Set(words)].filter((word) => !common.has(word));
}
function whyHit({ name, affects, words }, subject, files) {
    const declared = files.find((file) => affects.some((glob) => (0,external_node_path_.matchesGlob)(file, glob)));
    if (declared !== undefined)
        return `touches ${declared}, which “${name}” is affected by`;
    const like = files.find((file) => words.some((word) => file.toLowerCase().includes(word)));
    if (like !== undefined)
        return `touches ${like}, named like “${name}”`;
    const told = words.find((word) => subject.toLowerCase().includes(word));
    return told === undefined ? undefined : `says “${told}”, as “${name}” does`;
}
async function commitsIn(git, range) {
    const chunks = [];
    const args = ["--no-merges", `--max-count=${commitsAtMost}`, "--name-only", "--format=%x00%H%x01%s", range];
    for await (const chunk of git.log(args))
        chunks.push(chunk);
    return Buffer.concat(chunks)
        .toString("utf8")
        .split("\0")
        .filter((text) => text.trim() !== "")
        .map((text) => {
        const [head = "", ...files] = text.split("\n");
        const [sha = "", subject = ""] = head.split("\u0001");
        return { sha, subject, files: files.filter((file) => file !== "") };
    });
}

;// CONCATENATED MODULE: ./build/packages/stages/rollback/incident-issue.js




async function suspect(context) {
    const { driver, say, scrub } = context;
    await driver.step("suspects", async () => {
        try {
            return { found: scrub.value((await suspectsOf(context)) ?? null) };
        }
        catch (thrown) {
            const fault = (0,faults/* asFault */.Ps)(thrown);
            if (fault.code === "bug")
                throw thrown;
            say(`nobody is suspected: ${fault.message}`);
            return { found: null };
        }
    }, { facts: ({ found }) => (found === null ? [] : [found]) });
}
async function openIncidentIssue(context) {
    const { driver } = context;
    const { record, facts } = driver;
    const version = record.plan.rollback?.from ?? record.plan.tag;
    const failed = record.escalation !== undefined;
    await openIssue(context, {
        what: "incident-issue",
        title: failed ? `P0: the rollback of ${version} failed` : `Incident: ${version} was rolled back`,
        label: "incident",
        lines: [
            (0,report/* incidentReport */.zl)(record, facts),
            "",
            "- [ ] root cause, in a sentence",
            "- [ ] what would have found it earlier",
            "- [ ] was the rollback right? If not: `/release rollback --false-positive=" + version + ' --reason="…"`',
        ],
        lack: `The rollback of ${version}`,
    });
}
function incidentUrl({ published }) {
    return published.findLast(({ what }) => what === "incident-issue")?.url;
}

// EXTERNAL MODULE: ./build/packages/stages/commands/known-release.js
var known_release = __webpack_require__(35379);
;// CONCATENATED MODULE: ./build/packages/stages/commands/false-positive.js




const rememberedForMs = 90 * 24 * 3_600_000;
async function falsePositives(journal, nowMs) {
    return (await journal.notes()).filter(({ kind, at }) => kind === "false-positive" && (nowMs === undefined || nowMs - Date.parse(at) < rememberedForMs));
}
function wentBackByItself({ record }) {
    return record.state === "rolled_back" && record.verdict !== undefined && record.verdict.trigger !== "manual";
}
async function markFalsePositive(workplace, { id, reason }) {
    await (0,authority/* authorise */.Z_)(workplace, { deeds: ["rollback"], release: id });
    const stored = await (0,known_release/* readOrThrow */.Y)(workplace, id);
    const release = stored.id;
    if (!wentBackByItself(stored))
        throw new faults/* ReleaseFault */.eB("policy", `${release} was not rolled back automatically`, {
            hint: `It is ${stored.record.state.replaceAll("_", " ")}. See: release report ${release}`,
        });
    const known = (await falsePositives(workplace.journal)).some((note) => note.release === release);
    if (known)
        return { release, isNew: false };
    const note = { id: `false-positive ${release}`, release, kind: "false-positive", text: reason };
    const isNew = await workplace.journal.note(note);
    const page = incidentUrl(stored.record);
    if (page !== undefined)
        await tellPage(workplace, page, { release, reason });
    return { release, isNew };
}
async function tellPage({ forge, actor, surroundings }, page, { release, reason }) {
    const body = `${actor} marked this rollback as a false positive: ${reason}`;
    try {
        const issue = Number(page.slice(page.lastIndexOf("/") + 1));
        await forge.ensureComment(issue, `release-command false-positive ${release}`, body);
    }
    catch (thrown) {
        surroundings.say(`the incident was not told: ${(0,faults/* asFault */.Ps)(thrown).message}`);
    }
}
function falsePositiveLine(releases, marks) {
    if (marks.length === 0)
        return undefined;
    const all = releases.filter(wentBackByItself).length;
    const last = marks.at(-1);
    return `false rollbacks: ${marks.length} of ${all} automatic ones; the last: ${last?.release}, marked by ${last?.by}: ${last?.text}`;
}

;// CONCATENATED MODULE: ./build/packages/stages/rollback/confirm-rollback.js


const readForMs = 3_000;
const neverAsked = new Set(["deployment-failure", "deployment-timeout", "manual"]);
async function fateOf(context, verdict) {
    if (neverAsked.has(verdict.trigger) || !(await isToAsk(context)))
        return { type: "verdict", ...verdict };
    return askBack(context, verdict);
}
async function isToAsk(context) {
    const { driver, config } = context;
    if (driver.record.question !== undefined && driver.record.question.decided === undefined)
        return false;
    switch (config.rollback.confirm) {
        case "never":
            return false;
        case "always":
            return true;
        case "first-per-release":
            return !driver.facts.some((fact) => fact.type === "asked" && fact.what === "rollback");
        case "after-false-positive":
            return wasWrongLately(context);
    }
}
async function wasWrongLately({ journal, clock }) {
    const enough = new AbortController();
    const late = clock.sleep(readForMs, enough.signal).then(() => false, () => false);
    const marked = falsePositives(journal, clock.now()).then((marks) => marks.length > 0, () => false);
    return Promise.race([marked, late]).finally(() => enough.abort());
}

;// CONCATENATED MODULE: ./build/packages/stages/rollout/watch-at.js




async function watchAt(rollout, plan) {
    const { context, environment } = rollout;
    const { driver, clock } = context;
    const before = clock.now();
    const latches = driver.record.state === "production" || driver.record.state === "production_canary";
    const percentage = plan.point.endsWith("%") ? Number.parseFloat(plan.point) : undefined;
    let verdict;
    let fate;
    let seen;
    await driver.step(inRound(driver, `${environment}-watch-${plan.point}`), async () => {
        const result = await watchTraffic(rollout, plan);
        ({ watched: seen, verdict } = result);
        if (verdict !== undefined && latches)
            fate = await fateOf(context, verdict);
        return { status: result.watched.status };
    }, {
        facts: () => [
            ...(seen === undefined ? [] : [seen]),
            ...(fate === undefined ? [] : [fate]),
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
    if (known?.status !== "failed" || isSpared(record, known))
        return undefined;
    const trigger = known.trigger ?? record.verdict?.trigger ?? "error-rate-spike";
    return { trigger, reason: known.evidence[0] ?? "The watch failed", evidence: known.evidence };
}

;// CONCATENATED MODULE: ./build/packages/stages/rollout/rollout.js















async function beginRollout(context, environment) {
    const { driver, config } = context;
    const { plan } = driver.record;
    const settings = config.environments[environment];
    const strategy = environment === "staging" ? plan.stagingStrategy : plan.productionStrategy;
    const target = await context.target(environment);
    (0,targets.requireCapabilities)(strategy, target, settings.rolling);
    const sha = (0,stages_context/* required */.mw)(driver.record.tag, "the tag").sha;
    const artifact = (0,stages_context/* artifactOf */.qB)(context, plan.tag, sha);
    const known = driver.record.deployments.get(environment);
    const previous = known === undefined
        ? await readyBefore(context, { environment, target, settings }, strategy === "canary" ? plan.steps : [])
        : known.previous;
    const started = { type: "deployment-started", environment, strategy };
    if (known === undefined)
        await tidied(context, environment, target);
    if (known === undefined)
        driver.observe(previous === undefined ? started : { ...started, previous });
    return watched({ context, environment, settings, target, artifact, previous });
}
function watched(begun) {
    const rollout = { ...begun, work: { ms: 0 } };
    return { ...rollout, vigil: openVigil(rollout) };
}
async function runRollout(rollout) {
    const { context, environment } = rollout;
    const { driver, clock } = context;
    const deployment = (0,stages_context/* required */.mw)(driver.record.deployments.get(environment), "the deployment");
    const startedAt = Date.parse(deployment.startedAt);
    for (const step of stepsOf(rollout)) {
        const verdict = await runStep(rollout, step);
        if (verdict !== undefined)
            return verdict;
    }
    recordHotfixServed(rollout);
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
async function prepare(rollout, { count }) {
    const { context, environment, target, artifact } = rollout;
    context.say(`${environment}: ${artifact.version} is starting`);
    const start = (limit) => tryDeploying(context, limit, () => target.prepare(artifact, limit, count));
    const shown = showBeginning(rollout);
    const facts = await (0,stages_context/* attended */.If)(context, (signal) => whileMeasured(rollout, () => inTime(rollout, signal, start), signal));
    await shown;
    return facts;
}
async function shift(rollout, { percent, batch }) {
    const { context, environment, target, artifact } = rollout;
    const move = (limit) => batch === undefined
        ? target.shift(artifact, percent, limit)
        : (0,stages_context/* required */.mw)(target.instances, "what runs instances").replace(artifact, { ...batch, percent }, limit);
    await (0,stages_context/* attended */.If)(context, (signal) => inTime(rollout, signal, (limit) => tryDeploying(context, limit, () => move(limit))));
    const by = batch === undefined ? "" : `${batch.count} of ${target.instances?.total} instances, `;
    context.say(`${environment}: ${by}${percent} % of traffic on ${artifact.version}`);
    return null;
}
async function whileHeld(rollout, percent) {
    const { context, environment } = rollout;
    const known = context.driver.record.deployments.get(environment)?.percent ?? 0;
    if (known >= percent || !isHeld(context))
        return undefined;
    return watchAt(rollout, { point: `hold before ${percent} percent`, forMs: 0, doubt: "ask" });
}
async function runStep(rollout, step) {
    const { context, environment, target, artifact } = rollout;
    const { driver } = context;
    context.tell?.();
    switch (step.do) {
        case "prepare": {
            let measured = [];
            const effect = async () => {
                measured = await prepare(rollout, step);
                return null;
            };
            const facts = () => measured;
            await driver.step(inRound(driver, `${environment}-prepare`), effect, { touches: environment, facts });
            return undefined;
        }
        case "shift": {
            const verdict = await whileHeld(rollout, step.percent);
            if (verdict !== undefined)
                return verdict;
            await rollout.vigil.begin();
            await driver.step(inRound(driver, `${environment}-shift-${step.percent}`), () => shift(rollout, step), {
                touches: environment,
                facts: () => [{ type: "traffic-shifted", environment, version: artifact.version, percent: step.percent }],
            });
            rollout.vigil.shifted(step.percent);
            return undefined;
        }
        case "smoke":
            return smokeAt(rollout, step);
        case "watch":
            return watchAt(rollout, { point: `${step.percent}%`, forMs: step.forMs, doubt: "ask" });
        case "finish":
            await driver.step(inRound(driver, `${environment}-finish`), () => target.finish(artifact).then(() => null), {
                touches: environment,
            });
            return undefined;
    }
}

// EXTERNAL MODULE: ./build/packages/audit/index.js
var audit = __webpack_require__(15717);
;// CONCATENATED MODULE: ./build/packages/stages/review/production-approval.js



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
    return [...new Set(ids)].filter(packages_forge/* isHostRun */.wd);
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
        (0,stages_context/* failRelease */.YO)(driver, {
            cause: answer.cause,
            failureReason: answer.reason,
            actionableFixSuggestions: ["Fix forward and release the next version. Example: --version=patch"],
        });
    }
    await driver.flush();
    return answer.kind;
}
async function policyOf(git, targetBranch) {
    return (await (0,stages_open/* configAt */.ES)(git, `refs/remotes/origin/${targetBranch}`)).config;
}
function asksNobody({ environments, hotfix }, { releaseType, incident }) {
    if (environments.production.approval === "none")
        return true;
    return releaseType === "hotfix" && incident?.autoApproved === true && hotfix.autoApproval.includes(incident.severity);
}

// EXTERNAL MODULE: ./build/packages/stages/records/records.js
var records = __webpack_require__(67766);
;// CONCATENATED MODULE: ./build/packages/stages/records/audit-signing.js




async function continuedLog(context, before) {
    const { config, forge, say } = context;
    const unsigned = { path: records/* auditLogPath */.Hx, content: (0,audit/* continueLog */.o2)(before.log, before.addition) };
    if (config.audit.sign === "none")
        return [unsigned];
    try {
        const signer = await signerFor(context);
        refuseChanged(before, [...signer.versions, ...config.audit.keys.map(audit/* parseVerifier */.QM)]);
        const content = (0,audit/* continueLog */.o2)(before.log, { ...before.addition, signedBy: (0,audit/* keyName */.xT)(signer) });
        const { signedFiles, unsignedBefore } = await __webpack_require__.e(/* import() */ 1116).then(__webpack_require__.bind(__webpack_require__, 21116));
        const releases = new Map([...(await unsignedBefore(before, say)), [before.release, before.addition.facts]]);
        return [{ path: records/* auditLogPath */.Hx, content }, ...(await signedFiles({ content, releases }, signer, forge))];
    }
    catch (thrown) {
        const fault = (0,faults/* asFault */.Ps)(thrown);
        if (fault.code === "bug")
            throw thrown;
        say(`The audit log is not signed this time: ${fault.message}\n${fault.hint}`);
        return [unsigned];
    }
}
async function signerFor({ config, git, auditSigner, driver }) {
    if (config.audit.sign !== "vault")
        return auditSigner(config.audit);
    const { targetBranch } = driver.record.plan;
    await git.fetch([`+refs/heads/${targetBranch}:refs/remotes/origin/${targetBranch}`]);
    const { audit } = await policyOf(git, targetBranch);
    if (audit.sign === "vault")
        return auditSigner(audit);
    throw new faults/* ReleaseFault */.eB("config", `audit.sign is vault, and ${targetBranch} does not say so yet`, {
        hint: `The Vault that is asked is the one of ${targetBranch}: it signs from the first release on that brought the setting there.`,
    });
}
function refuseChanged({ log, checkpoint }, verifiers) {
    const own = checkpoint === undefined ? undefined : { from: records/* checkpointPath */.AD, checkpoint };
    const bytes = Buffer.from(log);
    const problems = [
        ...(0,audit/* staleness */.TZ)(bytes, own),
        ...(own === undefined ? [] : (0,audit/* checkpointProblems */.NP)(bytes, [own], verifiers)),
    ];
    if (problems.length === 0)
        return;
    throw new faults/* ReleaseFault */.eB("policy", problems.join("; "), {
        hint: "Look with: release audit verify   and put what was signed back. After a change of keys the old one stays in audit.keys.",
    });
}

// EXTERNAL MODULE: ./build/packages/stages/rollback/root-cause.js
var root_cause = __webpack_require__(19534);
;// CONCATENATED MODULE: ./build/packages/stages/records/report-file.js




function ensureReport({ driver, forge, config, say }, facts) {
    const { text, failure } = (0,report/* writtenReport */.mR)(facts);
    if (failure === undefined || driver.facts.some(({ type }) => type === "report-failed"))
        return text;
    const { store, branch, directory } = config.journal;
    const file = `releases/${driver.id}.jsonl`;
    const raw = store === "git" ? `${forge.webUrl}/blob/${branch}/${file}` : `${directory}, ${file}`;
    driver.observe({ type: "report-failed", reason: failure, raw });
    say(`the report could not be written: ${failure}; people get the raw record`);
    return text;
}
async function attachReport(context, tag) {
    const { driver, forge } = context;
    await driver.step("attach-report", async () => {
        const asset = { name: `release-report-${driver.id}.md`, content: ensureReport(context, driver.facts) };
        try {
            for (const message of await forge.attach(tag, [asset]))
                driver.observe({ type: "warned", message });
        }
        catch (thrown) {
            const message = `${asset.name} is not attached to the release page of ${tag}: ${(0,faults/* asFault */.Ps)(thrown).message}`;
            driver.observe({ type: "warned", message });
        }
        return null;
    });
}
async function archivedReport({ driver, journal }, facts) {
    const { text } = (0,report/* writtenReport */.mR)(facts, await (0,root_cause/* afterwardsOf */.$R)({ journal }, facts));
    return { path: (0,records/* reportPath */.eG)(driver.id), content: text };
}

;// CONCATENATED MODULE: ./build/packages/stages/settle.js




async function settle(context, outcome) {
    const { driver } = context;
    ensureReport(context, withEnd(driver.facts, outcome));
    driver.decide({ type: "settled", outcome });
    await driver.archive(async (facts, read, kept) => [
        await archivedReport(context, facts),
        ...(await continuedLog(context, {
            release: driver.id,
            log: (await read(records/* auditLogPath */.Hx)) ?? "",
            checkpoint: await read(records/* checkpointPath */.AD),
            read,
            addition: { facts: kept, denied: await deniedSoFar(context) },
        })),
    ]);
    return "settled";
}
function withEnd(facts, outcome) {
    const last = facts.at(-1);
    if (last === undefined || last.type === "settled")
        return facts;
    const { release, at, actor, run } = last;
    return [...facts, { type: "settled", outcome, seq: last.seq + 1, release, at, actor, run, prev: "" }];
}
async function deniedSoFar({ journal, say }) {
    try {
        return await journal.denied();
    }
    catch (thrown) {
        const fault = (0,faults/* asFault */.Ps)(thrown);
        if (fault.code === "bug")
            throw thrown;
        say(`Denied attempts are not in the audit log this time: ${fault.message}`);
        return [];
    }
}

;// CONCATENATED MODULE: ./build/packages/stages/redeployed.js













async function redeployed(context, { environment, sha }) {
    const { driver } = context;
    const against = phaseOf(context) === "called_off" ? undefined : await whatSpeaksAgainst(context, environment);
    if (against !== undefined)
        enter(context, "called_off", against);
    if (phaseOf(context) === "called_off")
        context.say(`nothing was touched: ${against ?? "it was called off"}`);
    await work(context, { environment, sha });
    if (phaseOf(context) !== "redeployed")
        return settle(context, "failed");
    const { tag } = driver.record.plan;
    if (environment === "production")
        await showDeployment(context, { environment, state: "success", sha, description: `${tag} serves again` });
    return settle(context, "redeployed");
}
async function whatSpeaksAgainst({ driver, journal }, environment) {
    const { touched, redeploy, plan } = driver.record;
    const isUntouched = redeploy?.phase === "bring_up" && !touched.has(environment);
    try {
        await driver.takeEnvironment(environment);
    }
    catch (thrown) {
        if (isUntouched && thrown instanceof packages_journal/* EnvironmentBusyError */.Zh)
            return thrown.message;
        throw thrown;
    }
    const version = isUntouched ? lastGood(await journal.every(), environment)?.version : plan.tag;
    return version === plan.tag ? undefined : `the last good version of ${environment} is ${version ?? "none"} now`;
}
async function work(context, again) {
    if (isOver(phaseOf(context)))
        return;
    const rollout = await rolloutOf(context, again);
    try {
        for (let phase = phaseOf(context); !isOver(phase); phase = phaseOf(context)) {
            context.tell?.();
            await phases[phase](context, rollout);
        }
    }
    finally {
        await rollout.vigil.end();
    }
}
async function rolloutOf(context, { environment, sha }) {
    return watched({
        context,
        environment,
        settings: context.config.environments[environment],
        target: await context.target(environment),
        artifact: (0,stages_context/* artifactOf */.qB)(context, context.driver.record.plan.tag, sha),
        previous: undefined,
    });
}
const phases = {
    async bring_up(context, rollout) {
        const { environment, target, artifact } = rollout;
        const { version } = artifact;
        const isTouched = () => context.driver.record.touched.has(environment);
        try {
            if (isTouched() || !serves(await target.observe(), version))
                await bringUp(context, rollout);
            else
                context.say(`${environment}: ${version} has all traffic and is healthy; nothing is touched`);
        }
        catch (thrown) {
            const fault = (0,faults/* asFault */.Ps)(thrown);
            if (fault.code === "bug" || context.signal.aborted)
                throw thrown;
            return redeployed_escalate(context, rollout, `${version} could not be brought up: ${fault.message}`);
        }
        return enter(context, "smoke_test_verification", isTouched() ? `${version} has all traffic` : `${version} served already, nothing was touched`);
    },
    async smoke_test_verification(context, rollout) {
        const { environment, target } = rollout;
        const { url } = await target.observe();
        const result = await smokeFact(context, environment, "redeploy", { url, headers: {} });
        if (result.status === "failed")
            return redeployed_escalate(context, rollout, `Smoke tests failed: ${result.failedTests.join(", ")}`);
        const isTouched = context.driver.record.touched.has(environment);
        return enter(context, isTouched ? "health_monitoring" : "redeployed", "smoke tests passed");
    },
    async health_monitoring(context, rollout) {
        const { driver, clock, config } = context;
        const { environment } = rollout;
        const verdict = await watchAt(rollout, { point: "redeploy", forMs: config.rollback.watch, doubt: "give-up" });
        if (verdict !== undefined && verdict.trigger !== "not-proved")
            return redeployed_escalate(context, rollout, `It is not healthy: ${verdict.reason}`);
        if (verdict !== undefined)
            driver.observe({ type: "warned", message: `Not proved healthy after the re-deploy: ${verdict.reason}` });
        const { strategy, startedAt } = (0,stages_context/* required */.mw)(driver.record.deployments.get(environment), "the deployment");
        driver.observe({
            type: "deployment-finished",
            environment,
            status: "passed",
            strategy,
            healthChecks: "passing",
            deploymentDurationMs: clock.now() - Date.parse(startedAt),
        });
        return enter(context, "redeployed", "health is stable");
    },
};
async function bringUp(context, rollout) {
    const { driver, say } = context;
    const { environment, target, artifact } = rollout;
    const { version } = artifact;
    if (!driver.record.deployments.has(environment)) {
        const previous = servingBefore(await target.observe(), version);
        const started = { type: "deployment-started", environment, strategy: "blue-green" };
        driver.observe(previous === undefined ? started : { ...started, previous });
    }
    await driver.step("bring-up", async () => {
        say(`${environment}: ${version} is starting`);
        await (0,stages_context/* attended */.If)(context, (signal) => inTime(rollout, signal, async (limit) => {
            await target.prepare(artifact, limit);
            await target.shift(artifact, 100, limit);
            await target.finish(artifact);
        }));
        if (serves(await target.observe(), version))
            return { to: version };
        throw new faults/* ReleaseFault */.eB("remote", `${version} does not have all traffic, or is not healthy`, {
            hint: `By hand: ${target.manual(version).join("; ")}`,
        });
    }, { touches: environment, facts: () => [{ type: "traffic-shifted", environment, version, percent: 100 }] });
    say(`${environment}: all traffic is on ${version}`);
}
function serves({ revisions }, wanted) {
    return revisions.some(({ version, percent, healthy }) => version === wanted && percent === 100 && healthy);
}
function phaseOf({ driver }) {
    return (0,stages_context/* required */.mw)(driver.record.redeploy, "the re-deploy").phase;
}
function isOver(phase) {
    return machine/* redeployTable */.tI[phase].length === 0;
}
function enter({ driver }, to, reason) {
    driver.decide({ type: "redeploy-moved", to, reason });
}
function redeployed_escalate(context, { target, artifact }, reason) {
    const manualSteps = target.manual(artifact.version);
    return callPeople(context, target, {
        reason,
        manualSteps,
        moved: { type: "redeploy-moved", to: "escalation", reason },
    });
}

// EXTERNAL MODULE: ./build/packages/scrub/index.js + 18 modules
var packages_scrub = __webpack_require__(48611);
;// CONCATENATED MODULE: ./build/packages/stages/gates/gate-progress.js

const everyMs = 30_000;
async function withProgress({ say, clock, targetMs }, work) {
    const started = clock.now();
    const over = new AbortController();
    let tests = 0;
    const telling = (async () => {
        for (;;) {
            await clock.sleep(everyMs, over.signal).catch(() => undefined);
            if (over.signal.aborted)
                return;
            const took = clock.now() - started;
            const late = took > targetMs ? " (over target)" : "";
            const seen = tests === 0 ? "" : `, ${tests} tests so far`;
            say(`running: ${(0,report/* duration */.p0)(took)} of ${(0,report/* duration */.p0)(targetMs)}${late}${seen}`);
        }
    })();
    try {
        return await work((line) => {
            tests = testsAfter(tests, line);
            say(line);
        });
    }
    finally {
        over.abort();
        await telling;
    }
}
const ended = [
    /^\s*(?:not )?ok \d+\b/,
    /^\s*[✓✔✖✗×√✕✘] /u,
    /::\S+.* (?:PASSED|FAILED|ERROR)\b/,
    /^\s*--- (?:PASS|FAIL): /,
    /^test \S+ \.\.\. (?:ok|FAILED)/,
];
const counted = /^\s*\[(?<done>\d{1,7})\/\d{1,7}\]/;
function testsAfter(before, line) {
    const done = counted.exec(line)?.groups?.["done"];
    if (done !== undefined)
        return Math.max(before, Number(done));
    return ended.some((sign) => sign.test(line)) ? before + 1 : before;
}

;// CONCATENATED MODULE: ./build/packages/stages/gates/security-policy.js

async function securityPolicyOf(git, targetBranch) {
    const ref = `refs/remotes/origin/${targetBranch}`;
    const sha = await git.resolve(ref);
    if (sha === undefined)
        return { entries: [], from: targetBranch };
    const { security, securityAllow } = (await (0,stages_open/* configAt */.ES)(git, sha)).config.gates;
    const from = `${targetBranch} at ${sha.slice(0, 7)}`;
    return { entries: securityAllow, ...(security === undefined ? {} : { blockAt: security.blockAt }), from };
}

;// CONCATENATED MODULE: ./build/packages/stages/gates/one-gate.js









function gateContext({ config, git, forge, clock, fetch, env, say, scrub, signal, workDirectory }, plan, { sha, directory }) {
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
        artifacts: { ...artifactsOf(workDirectory), scrub },
        checkRuns: (commit) => forge.checkRuns(commit),
        securityPolicy: () => securityPolicyOf(git, plan.targetBranch),
        openAlerts: (kind) => kind === "dependabot" ? forge.dependabotAlerts() : forge.codeScanningAlerts(plan.releaseBranch, sha),
        production: productionValues(config.environments.production),
        parallel: plan.parallelGates === true,
        ...(plan.releaseType === "hotfix"
            ? { only: "critical", changed: () => filesOfFix({ git }, plan, sha) }
            : {}),
    };
}
function artifactsOf(workDirectory) {
    const release = external_node_path_.basename(workDirectory);
    return {
        directory: external_node_path_.resolve(workDirectory, "..", "..", "evidence", release),
        name: `.release-command/evidence/${release}`,
    };
}
async function tellGate(ports, gate, { context, past }, run = packages_gates/* runGate */.Rg) {
    const { say, scrub, clock, group = alone } = ports;
    say(`gate ${gate} begins`);
    const safe = (0,packages_scrub/* keyLines */.r)();
    const onProgress = (raw) => {
        const line = safe(raw);
        if (line.trim() !== "")
            say(`${gate}: ${line}`);
    };
    const ended = await group(`gate ${gate}`, () => withProgress({ say: onProgress, clock, targetMs: machine/* gateTargetMs */.vs[gate] }, (heard) => run(gate, { ...context, onProgress: heard })));
    const outcome = scrub.value(await past.knows(ended));
    tellOutcome(say, outcome);
    return outcome;
}
const alone = (_, work) => work();
function tellOutcome(say, { gate, status, metrics, check, scope, executionTimeMs }) {
    say(`gate ${gate} ${status}: ${(0,report/* gateNumbers */.I3)(metrics, check)} in ${(0,report/* duration */.p0)(executionTimeMs)}`);
    if (scope !== undefined)
        say(`gate ${gate}: ${scope}`);
}
async function brokenSetup(context, gate) {
    if (context.settings.setup !== undefined)
        context.onProgress(`${gate}: setting up: ${context.settings.setup}`);
    const failure = await (0,packages_gates/* runSetup */.xn)(context);
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

;// CONCATENATED MODULE: ./build/packages/stages/gates/past.js


const past_lookedAt = 20;
function pastOf({ journal, say }, seen) {
    let read;
    const history = () => {
        read ??= journal.newest(past_lookedAt).catch((thrown) => {
            say(`the releases before could not be read: ${(0,faults/* asFault */.Ps)(thrown).message}`);
            return [];
        });
        return read;
    };
    const before = async () => (await history()).filter(({ id }) => id !== seen.record.id);
    return {
        knows: async (outcome) => {
            if (!outcome.failures.some((failure) => failure.class === "new" && failure.test !== undefined))
                return outcome;
            const { record, facts } = withOutcomes(seen, [outcome]);
            return withFlaky(outcome, (0,report/* flakyTests */.Xk)([...(await before()), { record, facts }]));
        },
        compare: async ({ record, facts }) => (0,report/* compare */.UD)(await before(), { record, facts }),
    };
}
function withOutcomes({ record, facts }, outcomes) {
    const { id: release, lastSeq: seq, lastAt: at } = record;
    const envelope = { seq, release, at, actor: "", run: { id: "", attempt: 0 }, prev: "" };
    const more = outcomes.map((outcome) => ({ ...envelope, type: "gate-finished", ...outcome }));
    const gates = new Map([...record.gates, ...more.map((fact) => [fact.gate, fact])]);
    return { record: { ...record, gates }, facts: [...facts, ...more] };
}
function withFlaky(outcome, flaky) {
    const known = (gate, name) => flaky.find((test) => test.gate === gate && test.name === name);
    const failures = outcome.failures.map((failure) => {
        const test = failure.class === "new" && failure.test !== undefined ? known(outcome.gate, failure.test) : undefined;
        if (test === undefined)
            return failure;
        const suggestion = `It is known to be flaky: ${(0,report/* howOften */.vK)(test)}. Retry the release; then fix the test, or take it out of the gate. ${failure.suggestion}`;
        return { ...failure, class: "known-flaky", suggestion };
    });
    return { ...outcome, failures };
}

;// CONCATENATED MODULE: ./build/packages/stages/validation.js






async function walkEveryJourney(ports, seen) {
    const sha = (0,stages_context/* required */.mw)(seen.record.tag?.sha, "the released commit");
    const directory = external_node_path_.join(ports.workDirectory, "validation");
    const { only: _, changed: __, ...context } = gateContext(ports, seen.record.plan, { sha, directory });
    await ports.git.ensureWorktree(sha, directory);
    try {
        const broken = await brokenSetup(context, "e2e");
        return broken === undefined
            ? await tellGate(ports, "e2e", { context: { ...context, parallel: false }, past: pastOf(ports, seen) })
            : ports.scrub.value(broken);
    }
    finally {
        await ports.git.removeWorktree(directory);
    }
}
async function validation(context) {
    const { driver, say } = context;
    if ((0,machine/* validationOf */.D2)(driver.record) === "due") {
        driver.giveBackEnvironment("production");
        await driver.flush();
        say(`${driver.id} serves all traffic; every journey is walked now`);
        if (context.journeysElsewhere === true)
            return "left";
        await walk(context);
    }
    return (0,machine/* validationOf */.D2)(driver.record) === "failed" ? askPeople(context) : undefined;
}
async function walk(context) {
    const { driver } = context;
    const before = driver.facts.filter(({ type }) => type === "validation-finished").length;
    let finished = [];
    await driver.step(`validation-${before + 1}`, () => (0,stages_context/* attended */.If)(context, async (signal) => {
        const outcome = await walkEveryJourney({ ...context, signal }, driver);
        finished = [{ type: "validation-finished", ...outcome }];
        return { status: outcome.status };
    }), { facts: () => finished });
}
const decideMs = 24 * 3_600_000;
async function askPeople(context) {
    const { driver } = context;
    const { id, record } = driver;
    const failures = record.validation?.failures.map(({ title }) => title.replaceAll(/\s+/g, " ").slice(0, 200)) ?? [];
    const choices = choicesOf(record);
    await openIssue(context, {
        what: "validation-issue",
        title: `Hotfix ${record.plan.releaseVersion} serves, and journeys fail: roll it back or accept it`,
        label: "hotfix-validation",
        lines: [
            `Hotfix ${id} has all traffic. All journeys were walked then, those too that its fast track had left out, and not all of them passed:`,
            "",
            ...failures.slice(0, 20).map((title) => `    ${title}`),
            ...(failures.length > 20 ? [`    and ${failures.length - 20} more`] : []),
            "",
            "Decide, in a shell or as a comment on its pull request (`/release …`):",
            "",
            ...choices.map((choice) => `    ${choice}`),
            "",
            `\`release resume ${id}\` walks them once more. Everything about them: \`release report ${id}\`. Close this issue when it is decided.`,
        ],
        due: new Date(context.clock.now() + decideMs).toISOString(),
        lack: "What to do about failed journeys",
    });
    await driver.suspend({
        waitsFor: "decision",
        reason: `It serves all traffic, and journeys failed: ${failures.slice(0, 3).join("; ")}${failures.length > 3 ? ` and ${failures.length - 3} more` : ""}`,
        command: choices.join("   or   "),
    });
    return "suspended";
}
function choicesOf({ id, deployments }) {
    const previous = deployments.get("production")?.previous;
    return [
        `release rollback ${id}${previous === undefined ? "" : ` --to=${previous}`} --reason="…"`,
        `release promote ${id} --reason="…"`,
    ];
}

;// CONCATENATED MODULE: ./build/packages/stages/completed.js







const notesAtMost = 120_000;
async function completed(context) {
    const { driver, forge, say } = context;
    const { plan } = driver.record;
    if (plan.redeploy !== undefined)
        return redeployed(context, plan.redeploy);
    if (plan.releaseType === "hotfix")
        await backport(context);
    const url = await driver.step("github-release", async () => {
        const release = await forge.ensureRelease({
            tag: plan.tag,
            title: `Release ${plan.releaseVersion}`,
            notes: (0,report/* fittingReport */.CZ)((0,stages_context/* required */.mw)(driver.record.changelog, "the changelog"), notesAtMost, "in CHANGELOG.md"),
            prerelease: plan.releaseVersion.includes("-"),
            assets: [{ name: `release-report-${plan.tag}.md`, content: ensureReport(context, driver.facts) }],
        });
        for (const message of release.warnings)
            driver.observe({ type: "warned", message });
        return release.url;
    }, { facts: (address) => [{ type: "published", what: "github-release", url: address }] });
    say(`published ${url}`);
    return (await validation(context)) ?? settle(context, "completed");
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./build/packages/stages/gates/evidence-host.js


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

;// CONCATENATED MODULE: ./build/packages/stages/gates/evidence.js







async function gatherEvidence({ record, facts }, ports) {
    const { git, config } = ports;
    const { plan } = record;
    const head = (0,stages_context/* required */.mw)(record.gatedSha, "the gated commit");
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
            changedFiles: changed.filter((file) => file !== "CHANGELOG.md" && matches(file, config.gates.dod.documentation)),
            features: Math.max(0, count(changelog, "Features") - waived.features),
            breakingChanges: Math.max(0, count(changelog, "BREAKING CHANGES") - waived.breakingChanges),
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
const matches = (file, globs) => globs.some((glob) => (0,external_node_path_.matchesGlob)(file, glob));
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
    return (0,packages_gates/* checkLicences */.PA)(licences, sbom, await git.readFile(head, sbom));
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
    const candidates = changed.filter((file) => matches(file, config.gates.dod.migrations) && (0,packages_gates/* isMigration */.b4)(file));
    if (candidates.length === 0)
        return { total: 0, irreversible: [] };
    const before = new Set(plan.previousTag === undefined ? [] : await git.listFiles(plan.previousTag));
    const now = new Set(await git.listFiles(head));
    const added = candidates.filter((file) => now.has(file) && !before.has(file));
    const texts = await git.readFiles(head, added);
    const files = added.map((path) => ({ path, text: texts.get(path) ?? "" }));
    return { total: added.length, irreversible: (0,packages_gates/* irreversibleMigrations */.aQ)(files, (path) => now.has(path)) };
}
function count(changelog, heading) {
    const sections = changelog.split(/^###+ /m);
    const section = sections.find((text) => text.replace(/^\W+/, "").startsWith(heading));
    return section?.split("\n").filter((line) => /^[*-] /.test(line)).length ?? 0;
}

;// CONCATENATED MODULE: ./build/packages/stages/review/review-done.js





async function review_done_unproved(context, state) {
    const { driver, say } = context;
    const provisional = provisionalIn(context);
    const sha = (0,stages_context/* required */.mw)(driver.record.gatedSha, "the gated commit");
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
    return context.scrub.value((0,packages_gates/* assertAgain */.rB)(provisionalIn(context), { ...evidence, review: ownReview(context, state) }));
}
function provisionalIn({ driver }) {
    const metrics = driver.record.gates.get("dod")?.metrics;
    if (metrics?.gate !== "dod")
        return [];
    return metrics.categories.filter(({ status }) => status === "provisional").map(({ name }) => name);
}
function ownReview({ driver, actor }, { approvedBy, mergedBy, author, checksNotGreen }) {
    const { number, url } = (0,stages_context/* required */.mw)(driver.record.pullRequest, "the pull request");
    const byHand = mergedBy !== undefined && mergedBy !== actor && mergedBy !== author ? [mergedBy] : [];
    return {
        name: `#${number}`,
        url,
        approvedBy: [...new Set([...approvedBy, ...byHand])],
        checksNotGreen: checksNotGreen.map((check) => `${check.name} (${check.state})`),
    };
}

;// CONCATENATED MODULE: ./build/packages/stages/review/review-owners.js



async function ownershipOf({ record, git, config, }) {
    const { targetBranch } = record.plan;
    const head = (0,stages_context/* required */.mw)(record.gatedSha, "the gated commit");
    const target = `refs/remotes/origin/${targetBranch}`;
    await git.fetch([`+refs/heads/${targetBranch}:${target}`]);
    const files = await git.readFiles(target, packages_forge/* codeOwnersPaths */.Yl);
    const path = packages_forge/* codeOwnersPaths */.Yl.find((name) => files.has(name));
    const { reviewers } = config.review;
    const configured = reviewers.length === 0 ? [] : [{ owners: reviewers.map(withAt), paths: [] }];
    if (path === undefined)
        return { groups: configured, warnings: [] };
    const codeOwners = (0,packages_forge/* parseCodeOwners */.dK)(files.get(path) ?? "");
    const base = (await git.mergeBase(target, head)) ?? target;
    const groups = new Map();
    for (const changed of await git.changedFiles(base, head)) {
        const owners = (0,packages_forge/* ownersOf */.K2)(codeOwners, changed);
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
    const names = [...configured.map(withAt), ...owners].flatMap((owner) => (0,packages_forge/* isTeam */.IJ)(owner) ? [owner] : ((0,packages_forge/* loginOf */.DQ)(owner) ?? []));
    const reviewers = [...new Set(names.map((name) => name.replace(/^@/, "")))];
    const nameless = owners.filter((owner) => !(0,packages_forge/* isTeam */.IJ)(owner) && (0,packages_forge/* loginOf */.DQ)(owner) === undefined);
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
        if (!(0,packages_forge/* isTeam */.IJ)(owner))
            return (0,packages_forge/* loginOf */.DQ)(owner)?.toLowerCase() === login.toLowerCase();
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
    return [...shown.map(inWords), ...unknown];
}
async function someOwner(owners, logins, isOwner) {
    for (const owner of owners.toSorted((a, b) => Number((0,packages_forge/* isTeam */.IJ)(a)) - Number((0,packages_forge/* isTeam */.IJ)(b)))) {
        for (const login of logins)
            if (await isOwner(owner, login))
                return true;
    }
    return false;
}
function merged(groups) {
    return { owners: [...new Set(groups.flatMap(({ owners }) => owners))], paths: groups.flatMap(({ paths }) => paths) };
}
function inWords({ owners, paths }) {
    const who = `the approval of ${owners.slice(0, 5).join(" or ")}${owners.length > 5 ? " or another owner" : ""}`;
    const [first] = paths;
    if (first === undefined)
        return who;
    return `${who}, who owns ${first}${paths.length > 1 ? ` and ${paths.length - 1} more changed paths` : ""}`;
}

;// CONCATENATED MODULE: ./build/packages/stages/review/review-verdict.js

function review_verdict_questionOf({ driver, config, git, forge, clock }) {
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
    const reason = [`the pull request needs ${missing.join(", ")}`, ...advice(state)].join(". ");
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
        fix: record.plan.releaseType === "hotfix"
            ? `What came after the gates is not gated. Have it gated: release retry ${record.id}`
            : "Commits to a release branch are not gated. Put them on the source branch and retry the release.",
    };
}
function isAwaited({ state, isRequired }) {
    return isRequired && (state === "pending" || state === "missing" || state === "expected");
}
function checkInWords({ name, state, url }) {
    return `check ${name} (${state}${url === undefined ? "" : `, see ${url}`})`;
}
const workflowToken = /^github-actions(?:\[bot\])?$/;
function advice({ heldRuns, checksNotGreen, author = "" }) {
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

;// CONCATENATED MODULE: ./build/packages/stages/review/review-merge.js





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
            return waitForPeople(context, (await conflictText(context)) ?? thrown.message);
        throw thrown;
    }
}
async function conflictText(context) {
    const { record } = context.driver;
    const trial = await trialMerge(context, await targetHead(context), (0,stages_context/* required */.mw)(record.gatedSha, "the gated commit"));
    if (trial.state !== "conflict")
        return undefined;
    const { releaseBranch, targetBranch } = record.plan;
    return `${releaseBranch} conflicts with ${targetBranch} in ${trial.files.slice(0, 5).join(", ")}. Merge ${targetBranch} into ${releaseBranch} (what was rolled back must be reverted there first), resume, and let the gates see it: release retry ${record.id}`;
}
function trialMerge({ git, driver }, head, gated) {
    return git.merge({ ours: head, theirs: gated, message: "trial\n", at: driver.record.openedAt });
}
function waitForMergeCommits(context) {
    const { targetBranch } = context.driver.record.plan;
    const reason = `${targetBranch} has moved and takes no merge commits: squashed or rebased, the hotfix would not be what was gated. Allow merge commits`;
    return waitForPeople(context, reason);
}
async function waitForPeople(context, reason) {
    const { driver } = context;
    const until = expiryOf(review_verdict_questionOf(context));
    await driver.suspend({ waitsFor: "approval", reason, until, command: (0,stages_context/* resumeCommand */.VJ)(driver.record) });
    return "suspended";
}
async function recordMerge(context, number, method) {
    const { driver, forge, say } = context;
    const { releaseVersion, targetBranch } = driver.record.plan;
    const gatedSha = (0,stages_context/* required */.mw)(driver.record.gatedSha, "the gated commit");
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
    return (0,stages_context/* required */.mw)(await git.resolve(target), `the head of ${targetBranch}`);
}
async function wouldDiffer(context) {
    const { git, driver } = context;
    const gated = (0,stages_context/* required */.mw)(driver.record.gatedSha, "the gated commit");
    const head = await targetHead(context);
    if (await git.isAncestor(head, gated))
        return false;
    const trial = await trialMerge(context, head, gated);
    return trial.state === "conflict" || (await git.treeOf(trial.sha)) !== (await git.treeOf(gated));
}
const baseStep = "base-to-merge";
function isUpdating({ driver }) {
    return driver.record.done.has((0,machine/* stepName */.u)(driver.record, baseStep));
}
async function updateBranch(context) {
    const { driver, git, say } = context;
    const { plan, openedAt } = driver.record;
    const gated = (0,stages_context/* required */.mw)(driver.record.gatedSha, "the gated commit");
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
        return (0,stages_context/* failRelease */.YO)(driver, {
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
    return (0,stages_context/* moveTo */.tw)(driver, "quality_gates", `${plan.targetBranch} moved and takes no merge commits`);
}
async function passQueue(context, number) {
    const { driver, forge, config, clock, say } = context;
    const gatedSha = (0,stages_context/* required */.mw)(driver.record.gatedSha, "the gated commit");
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
        await (0,stages_context/* attended */.If)(context, (signal) => clock.sleep(config.review.pollEvery, signal));
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

;// CONCATENATED MODULE: ./build/packages/stages/review/auto-merge.js




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
    const head = (0,stages_context/* required */.mw)(driver.record.gatedSha, "the gated commit");
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

;// CONCATENATED MODULE: ./build/packages/stages/rollback/restore-staging.js


async function restoreStaging(context) {
    const { driver, clock, say } = context;
    const previous = owedToStaging(driver);
    if (previous === undefined)
        return;
    await driver.takeEnvironment("staging");
    const target = await context.target("staging");
    const startedAt = clock.now();
    const { to } = await driver.step(inRound(driver, "restore-staging"), async () => {
        const other = await takenOver(context, target, previous);
        if (other !== undefined)
            return { to: other };
        await (0,stages_context/* attended */.If)(context, (signal) => target.rollback(previous, signal));
        return { to: previous };
    }, {
        touches: "staging",
        facts: (done) => [
            {
                type: "traffic-reverted",
                environment: "staging",
                to: done.to,
                status: "passed",
                durationMs: clock.now() - startedAt,
            },
        ],
    });
    driver.giveBackEnvironment("staging");
    say(to === previous ? `staging is back on ${to}` : `staging stays on ${to}, which came after`);
}
async function takenOver({ driver }, target, previous) {
    const serving = (await target.observe()).revisions.find(({ percent }) => percent === 100)?.version;
    return serving === driver.record.plan.tag || serving === previous ? undefined : serving;
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



async function failed(context) {
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

;// CONCATENATED MODULE: ./build/packages/stages/jobs/recheck-staging.js




const believedForMs = 60 * 60_000;
const healthTries = 3;
function owesRecheck({ plan, smoke, queued, touched }) {
    const last = smoke.findLast(({ environment, status }) => environment === "staging" && status === "passed");
    if (plan.releaseType !== "standard" || touched.has("production") || last === undefined)
        return false;
    if (queued?.leftAt === undefined || queued.seq < last.seq)
        return false;
    return Date.parse(queued.leftAt) - Date.parse(last.at) > believedForMs;
}
async function recheckStaging(context) {
    const { driver, say } = context;
    const round = (0,stages_context/* required */.mw)(driver.record.queued, "the wait").round;
    say("staging is checked again: it was verified more than an hour ago");
    await driver.takeEnvironment("staging");
    const problem = (await serveAgain(context, round)) ?? (await smokeAgain(context, round));
    if (problem === undefined) {
        driver.giveBackEnvironment("staging");
        return undefined;
    }
    if (driver.record.state === "staging")
        await restoreStaging(context);
    return (0,stages_context/* failRelease */.YO)(driver, {
        failureReason: problem,
        actionableFixSuggestions: [
            "Staging was fine when the release began to wait: what has changed there since?",
            "Fix forward and release the next version. Example: --version=patch",
        ],
    });
}
async function serveAgain(context, round) {
    const { driver, clock, config } = context;
    const { tag } = driver.record.plan;
    const target = await context.target("staging");
    const artifact = (0,stages_context/* artifactOf */.qB)(context, tag, (0,stages_context/* required */.mw)(driver.record.tag, "the tag").sha);
    const seen = async () => (await target.observe()).revisions.find(({ version }) => version === tag);
    await driver.step(inRound(driver, `staging-serve-again-${round}`), () => (0,stages_context/* attended */.If)(context, async (signal) => {
        if ((await seen())?.percent === 100)
            return null;
        await target.prepare(artifact, signal);
        await target.shift(artifact, 100, signal);
        return null;
    }), {
        touches: "staging",
        facts: () => [{ type: "traffic-shifted", environment: "staging", version: tag, percent: 100 }],
    });
    return (0,stages_context/* attended */.If)(context, async (signal) => {
        for (let tries = 1; (await seen())?.healthy !== true; tries += 1) {
            if (tries === healthTries)
                return `${healthTries} health checks of ${tag} in staging failed after the wait`;
            await clock.sleep(config.environments.staging.healthEvery, signal);
        }
        return undefined;
    });
}
async function smokeAgain(context, round) {
    const { url } = await (await context.target("staging")).observe();
    const result = await smokeFact(context, "staging", `staging again ${round}`, { url, headers: {} });
    return result.status === "passed"
        ? undefined
        : `Smoke tests failed in staging after the wait: ${result.failedTests.join(", ")}`;
}

;// CONCATENATED MODULE: ./build/packages/stages/rollback/revert-traffic.js



async function revertTraffic(context, target, version) {
    const { driver, clock, say } = context;
    if (version === undefined) {
        const { plan } = driver.record;
        const named = plan.previousTag ?? `of ${plan.tag}`;
        throw new faults/* ReleaseFault */.eB("policy", `Cannot rollback, previous version ${named} not deployed`, {
            hint: `The first release of an environment has nothing to go back to. By hand: ${target.manual(plan.tag).join("; ")}`,
        });
    }
    const startedAt = clock.now();
    await driver.step("revert-traffic", async () => {
        await (0,stages_context/* attended */.If)(context, (signal) => target.rollback(version, signal));
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
async function revertHere(context) {
    const previous = context.driver.record.deployments.get("production")?.previous;
    if (previous === undefined)
        return;
    try {
        await revertTraffic(context, await context.target("production"), previous);
    }
    catch (thrown) {
        if (thrown instanceof packages_journal/* NewsError */.KQ || thrown instanceof packages_journal/* LostLeaseError */.PU)
            throw thrown;
        const fault = (0,faults/* asFault */.Ps)(thrown);
        if (fault.code === "bug" || context.signal.aborted)
            throw thrown;
        context.say(`traffic is not back yet: ${fault.message}`);
    }
}

;// CONCATENATED MODULE: ./build/packages/stages/queue/queue.js
function waitedFor({ suspended, state }) {
    if (suspended?.waitsFor !== "environment")
        return undefined;
    return suspended.environment ?? (state === "staging" ? "staging" : "production");
}
function queueFor(releases, environment) {
    return releases
        .filter(({ record }) => waitedFor(record) === environment)
        .toSorted((a, b) => byTurn(a.record, b.record));
}
const urgent = ({ plan }) => Number(plan.releaseType === "hotfix");
function byTurn(a, b) {
    return (urgent(b) - urgent(a) || Date.parse(a.openedAt) - Date.parse(b.openedAt) || (a.id < b.id ? -1 : Number(a.id > b.id)));
}
function firstBefore(releases, environment, record) {
    const [first] = queueFor(releases, environment);
    return first !== undefined && first.id !== record.id && byTurn(first.record, record) < 0 ? first : undefined;
}
function behindText(environment, { id }) {
    return `${id} is before it in the queue for ${environment} (release resume ${id}, or release abort ${id})`;
}

// EXTERNAL MODULE: ./build/packages/calendar/index.js + 3 modules
var packages_calendar = __webpack_require__(39579);
;// CONCATENATED MODULE: ./build/packages/stages/queue/windows.js

function shutFor({ windows, record, environment, nowMs }) {
    const { plan, emergency } = record;
    if (plan.releaseType === "rollback")
        return undefined;
    const calendar = calendarOf(windows, environment);
    const early = environment === "production" && emergency?.late !== true ? tooEarly(plan.schedule, nowMs) : undefined;
    if (early !== undefined) {
        const opening = emergency === undefined ? (0,packages_calendar/* openingAt */.m$)(calendar, early.untilMs) : { isOpen: true };
        return opening.isOpen
            ? early
            : { ...untilOf(opening), reason: `${early.reason}; ${shutText(environment, opening, calendar)}` };
    }
    if (emergency !== undefined)
        return undefined;
    const opening = (0,packages_calendar/* openingAt */.m$)(calendar, nowMs);
    return opening.isOpen ? undefined : { ...untilOf(opening), reason: shutText(environment, opening, calendar) };
}
function calendarOf(windows, environment) {
    return { zone: windows.zone, ...windows[environment] };
}
function tooEarly(schedule, nowMs) {
    if (schedule?.notBefore === undefined)
        return undefined;
    const untilMs = Date.parse(schedule.notBefore);
    return nowMs >= untilMs ? undefined : { reason: `it is scheduled for ${(0,packages_calendar/* localText */.lt)(untilMs, schedule.zone)}`, untilMs };
}
function untilOf({ atMs }) {
    return atMs === undefined ? {} : { untilMs: atMs };
}
function shutText(environment, { atMs, freeze }, { zone }) {
    const why = freeze === undefined ? "is outside its release window" : `is frozen (${freeze})`;
    return `${environment} ${why}; ${atMs === undefined ? `no window opens within a year (windows.${environment})` : `it opens ${(0,packages_calendar/* localText */.lt)(atMs, zone)}`}`;
}
function planned(plan) {
    const { emergency: reason, initiatedBy: by } = plan;
    return { plan, ...(reason === undefined ? {} : { emergency: { by, reason, at: "" } }) };
}
function openingNotes(windows, record, nowMs) {
    const environments = record.plan.releaseType === "hotfix" ? ["production"] : ["staging", "production"];
    return [
        ...environments.flatMap((environment) => {
            const shut = shutFor({ windows, record, environment, nowMs });
            if (shut !== undefined)
                return [`it would wait now: ${shut.reason}`];
            return record.emergency === undefined ? openUntil(calendarOf(windows, environment), environment, nowMs) : [];
        }),
        ...(record.emergency === undefined
            ? []
            : [`windows and freezes do not hold it, by ${record.emergency.by}: ${record.emergency.reason}`]),
        ...expiryNotes(windows, record, nowMs),
    ];
}
function expiryNotes(windows, record, nowMs) {
    const { expires, zone = "UTC" } = record.plan.schedule ?? {};
    if (expires === undefined)
        return [];
    const endsMs = Date.parse(expires);
    const shut = shutFor({ windows, record, environment: "production", nowMs });
    const isTooSoon = shut !== undefined && (shut.untilMs ?? Infinity) >= endsMs;
    const soon = isTooSoon ? ", before production opens: it cannot get there. Name a later time, or none" : "";
    return [`it expires ${(0,packages_calendar/* localText */.lt)(endsMs, zone)}${soon}`];
}
function openUntil(calendar, environment, nowMs) {
    if (calendar.open.length === 0 && calendar.freezes.length === 0)
        return [];
    const opening = (0,packages_calendar/* openingAt */.m$)(calendar, nowMs);
    if (!opening.isOpen)
        return [];
    const until = opening.untilMs === undefined ? "" : ` until ${(0,packages_calendar/* localText */.lt)(opening.untilMs, calendar.zone)}`;
    return [`${environment} is open${until}`];
}
function isExpired({ schedule }, nowMs) {
    return schedule?.expires !== undefined && nowMs >= Date.parse(schedule.expires);
}

;// CONCATENATED MODULE: ./build/packages/stages/queue/turn.js





async function waitForTurn(context, environment) {
    return (await waitForWindow(context, environment)) ?? waitInQueue(context, environment);
}
async function waitForWindow(context, environment) {
    const { driver, git, clock } = context;
    const { record } = driver;
    const { targetBranch } = record.plan;
    await git.fetch([`+refs/heads/${targetBranch}:refs/remotes/origin/${targetBranch}`]);
    const { windows } = await policyOf(git, targetBranch);
    const shut = shutFor({ windows, record, environment, nowMs: clock.now() });
    if (shut === undefined)
        return undefined;
    const { reason, untilMs } = shut;
    return suspend(context, environment, {
        waitsFor: "window",
        reason,
        ...(untilMs === undefined ? {} : { until: new Date(untilMs).toISOString() }),
    });
}
async function waitInQueue(context, environment) {
    const { driver, journal } = context;
    const holder = await journal.environmentHolder(environment);
    if (holder !== undefined && !holder.stale && holder.release !== driver.id)
        return suspend(context, environment, {
            waitsFor: "environment",
            reason: `${environment} belongs to release ${holder.release}.`,
        });
    const first = firstBefore(await journal.live(), environment, driver.record);
    if (first === undefined)
        return undefined;
    return suspend(context, environment, { waitsFor: "environment", reason: behindText(environment, first) });
}
async function suspend({ driver, say }, environment, wait) {
    say(`waits: ${wait.reason}`);
    await driver.suspend({ ...wait, environment, command: (0,stages_context/* resumeCommand */.VJ)(driver.record) });
    return "suspended";
}
function expire({ driver, clock }) {
    const { state, plan, touched, verdict, failure } = driver.record;
    const mayEnd = timed.has(state) && !touched.has("production") && verdict === undefined && failure === undefined;
    if (!mayEnd || !isExpired(plan, clock.now()))
        return undefined;
    return (0,stages_context/* failRelease */.YO)(driver, {
        ...(state === "staging" ? {} : { cause: "expired" }),
        failureReason: `It was to be in production before ${plan.schedule?.expires ?? ""}, and is not`,
        actionableFixSuggestions: ["Release the next version when it may go. Example: --version=patch"],
    });
}
const timed = new Set(["review", "staging", "production", "production_canary"]);
function refuseOvertaken({ driver }, serving) {
    const { plan, touched } = driver.record;
    const live = serving?.replace(/^v/, "");
    if (touched.has("production") || semver.valid(live) === null || semver.gt(plan.releaseVersion, live ?? ""))
        return undefined;
    return (0,stages_context/* failRelease */.YO)(driver, {
        failureReason: `${plan.tag} is outdated: production serves ${serving ?? ""}, which is not lower`,
        actionableFixSuggestions: [
            `Its changes go with a higher version. Example: release start --version=patch`,
            `To go back instead: release rollback ${serving ?? ""}`,
        ],
    });
}

;// CONCATENATED MODULE: ./build/packages/stages/production.js









async function production(context) {
    const { driver } = context;
    const early = await beforeProduction(context);
    if (early !== undefined)
        return early;
    await driver.takeEnvironment("production");
    const rollout = await beginRollout(context, "production");
    const overtaken = refuseOvertaken(context, rollout.previous);
    if (overtaken !== undefined)
        return overtaken;
    const verdict = driver.record.verdict ?? pendingVerdict(driver.record) ?? (await verify(rollout));
    if (verdict !== undefined)
        return goBack(rollout, verdict);
    const { previous } = rollout;
    await showDeployment(context, {
        environment: "production",
        state: "success",
        sha: rollout.artifact.sha,
        description: `${driver.record.plan.tag} serves all traffic`,
        environmentUrl: await addressOf(rollout),
        other: previous === undefined ? undefined : { version: previous, state: "inactive" },
    });
    return (0,stages_context/* moveTo */.tw)(driver, "completed", "production verified");
}
async function beforeProduction(context) {
    const { driver } = context;
    if (driver.record.touched.has("production") || driver.record.verdict !== undefined)
        return undefined;
    const waits = await waitForTurn(context, "production");
    if (waits !== undefined)
        return waits;
    return owesRecheck(driver.record) ? recheckStaging(context) : undefined;
}
async function verify(rollout) {
    try {
        return (await runRollout(rollout)) ?? (await watchServing(rollout));
    }
    finally {
        await rollout.vigil.end();
    }
}
async function watchServing(rollout) {
    const { context, settings } = rollout;
    const isHotfix = context.driver.record.plan.releaseType === "hotfix";
    const forMs = isHotfix ? Math.min(settings.watch, context.config.hotfix.watch) : settings.watch;
    const verdict = await watchAt(rollout, { point: "production", forMs, doubt: "ask" });
    if (verdict !== undefined || forMs === settings.watch)
        return verdict;
    return watchAt(rollout, { point: "health", forMs: settings.watch - forMs, doubt: "ignore" });
}
async function goBack(rollout, verdict) {
    const { context } = rollout;
    const { driver } = context;
    if (driver.record.verdict === undefined && pendingVerdict(driver.record) === undefined)
        driver.decide(await fateOf(context, verdict));
    await waitForAnswer(context);
    if (driver.record.verdict === undefined)
        driver.decide({ type: "verdict", ...verdict });
    context.say(`going back: ${verdict.reason}`);
    if (rollout.previous !== undefined)
        await revertTraffic(context, rollout.target, rollout.previous);
    context.tell?.();
    return (0,stages_context/* moveTo */.tw)(driver, "rolled_back", verdict.reason);
}

;// CONCATENATED MODULE: ./build/packages/stages/gates/gates-view.js




async function showGates(context) {
    const { driver, forge, env, signal, scrub } = context;
    if (env["GITHUB_ACTIONS"] !== "true")
        return;
    const run = env["GITHUB_RUN_ID"] ?? "";
    const place = (0,packages_forge/* isHostRun */.wd)(run) ? { detailsUrl: `${forge.webUrl}/actions/runs/${run}` } : {};
    const sha = (0,stages_context/* required */.mw)(driver.record.gatedSha, "the gated commit");
    try {
        await forge.ensureCheck({ sha, release: driver.id, ...(0,report/* gatesCheck */.VO)(driver.record), ...place });
    }
    catch (thrown) {
        if (signal.aborted)
            throw thrown;
        const message = `The check run of the gates could not be shown: ${(0,faults/* asFault */.Ps)(thrown).message}`;
        driver.observe({ type: "warned", message: scrub.text(message) });
    }
}

;// CONCATENATED MODULE: ./build/packages/stages/gates/overrides.js


const gates = ["security", "dod", "unit", "integration", "smoke", "e2e"];
const longestReason = 500;
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;
const overrides_named = `(?:${gates.join("|")})\\s*:`;
const separator = new RegExp(`\r\n|\r|\n|;(?=\\s*${overrides_named})`);
const anotherGate = new RegExp(`(?<![\\p{L}\\p{N}_-])${overrides_named}`, "u");
function parseOverrides(text) {
    const problems = [];
    const found = [];
    for (const line of text.split(separator).map((raw) => raw.trim())) {
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
        return found.toSorted((a, b) => gates.indexOf(a.gate) - gates.indexOf(b.gate));
    throw new faults/* ReleaseFault */.eB("input", `override: ${problems.join("; ")}`, {
        hint: 'Write <gate>: <reason>, with ; between several. Example: --override="unit: flaky runner, INC-7; e2e: browser farm is down"',
    });
}
function overrideIn(line) {
    const [name = ""] = line.split(":", 1);
    const reason = line.slice(name.length + 1).trim();
    const gate = gates.find((one) => one === name.trim());
    if (gate === undefined)
        return `${quoted(name)} is no gate; use one of ${gates.filter(machine/* canOverride */.pC).join(", ")}`;
    if (!(0,machine/* canOverride */.pC)(gate))
        return `${gate} can never be overridden: what it finds is broken for users`;
    if (!/[\p{L}\p{N}]/u.test(reason))
        return `${gate} needs a reason: it is kept in the record`;
    if (unseen.test(reason))
        return `the reason for ${gate} has characters that cannot be seen`;
    const other = anotherGate.exec(reason)?.[0];
    if (other !== undefined)
        return `the reason for ${gate} names "${other}"; write ; before another gate, or no colon`;
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

;// CONCATENATED MODULE: ./build/packages/stages/jobs/route.js




const wholeLeg = "all";
const validationLeg = "validation";
function workOfLeg(plan, leg) {
    if (leg === wholeLeg)
        return { gates: plan.gates };
    for (const gate of plan.gates) {
        const shards = shardsOf(plan, gate);
        if (shards.length === 0 && gate === leg)
            return { gates: [gate] };
        const shard = shards.find((one) => shardLeg(one) === leg);
        if (shard !== undefined)
            return { gates: [gate], shard };
    }
    throw new faults/* ReleaseFault */.eB("input", `Release ${plan.tag} has no leg "${leg}"`, {
        hint: `Use one of: ${[wholeLeg, ...plan.gates.flatMap((gate) => legsOfGate(plan, gate))].join(", ")}.`,
    });
}
function shardsOf({ shards }, gate) {
    if (gate !== "unit" && gate !== "e2e")
        return [];
    const total = shards?.[gate] ?? 0;
    return Array.from({ length: total }, (_, at) => ({ gate, index: at + 1, total }));
}
function shardLeg({ gate, index }) {
    return `${gate}-${index}`;
}
function legsOfGate(plan, gate) {
    const shards = shardsOf(plan, gate);
    return shards.length === 0 ? [gate] : shards.map(shardLeg);
}
function missingGates({ plan, gates, gatedSha }) {
    return plan.gates.filter((gate) => gatedSha === undefined || gates.get(gate)?.sha !== gatedSha);
}
function legsOf(gated) {
    const missing = missingGates(gated);
    if (gated.plan.parallelGates !== true || missing.length === 0)
        return [wholeLeg];
    return missing.flatMap((gate) => legsOfGate(gated.plan, gate));
}
function resumeAt(record) {
    const { state, touched, verdict, plan } = record;
    if ((0,machine/* isTerminal */.Hd)(state))
        return state;
    if (state !== "production" && state !== "production_canary")
        return state;
    if (verdict !== undefined)
        return "rolled_back";
    if (touched.has("production"))
        return state;
    if (owesRecheck(record))
        return "staging";
    if (approvalRoute(record) !== "ask")
        return state;
    return plan.releaseType === "hotfix" ? "review" : "staging";
}
function shaOf({ tag, gatedSha, plan }) {
    return tag?.sha ?? gatedSha ?? plan.baseSha;
}

;// CONCATENATED MODULE: ./build/packages/stages/gates/side-by-side.js



async function sideBySide(ports, seen, wanted) {
    const stop = new AbortController();
    const { group, ...ungrouped } = ports;
    const own = group !== undefined && wanted.gates.length === 1 ? { group } : {};
    const attended = { ...ungrouped, ...own, signal: AbortSignal.any([ports.signal, stop.signal]) };
    try {
        for (const gate of wanted.gates)
            if (runsCode(gate))
                await ports.git.ensureWorktree(wanted.sha, placeOf(ports, gate));
        const running = wanted.gates.map(async (gate) => {
            try {
                const outcome = await side_by_side_alone(attended, seen, { sha: wanted.sha, gate, past: wanted.past });
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
async function side_by_side_alone(ports, seen, { sha, gate, past }) {
    const context = gateContext(ports, seen.record.plan, { sha, directory: placeOf(ports, gate) });
    if (!runsCode(gate)) {
        const evidence = await gatherEvidence(seen, ports);
        return tellGate(ports, gate, { context: { ...context, evidence }, past });
    }
    const broken = await brokenSetup(context, gate);
    return broken === undefined ? tellGate(ports, gate, { context, past }) : ports.scrub.value(broken);
}
function runsCode(gate) {
    return gate !== "dod";
}
function placeOf({ workDirectory }, gate) {
    return external_node_path_.join(workDirectory, `gates-${gate}`);
}

;// CONCATENATED MODULE: ./build/packages/stages/quality-gates.js











async function qualityGates(context) {
    const sha = (0,stages_context/* required */.mw)(context.driver.record.gatedSha, "the commit to test");
    const { parallelGates } = context.driver.record.plan;
    return parallelGates === true ? allGates(context, sha) : gatesInOrder(context, sha);
}
async function allGates(context, sha) {
    const { driver } = context;
    const past = pastOf(context, driver);
    await driver.step("gates", () => (0,stages_context/* attended */.If)(context, async (signal) => {
        await sideBySide({ ...context, signal }, driver, {
            sha,
            gates: missingGates(driver.record),
            past,
            finished: async (outcome) => {
                driver.observe({ type: "gate-finished", ...outcome });
                await driver.flush();
            },
        });
        return null;
    }));
    await comparePast(context, past);
    const { plan, gates } = driver.record;
    const red = plan.gates.flatMap((gate) => gates.get(gate) ?? []).find((one) => (0,machine/* standingOf */.YP)(plan, one) === "failed");
    await showGates(context);
    return red === undefined ? allPassed(context) : failAtGate(driver, red);
}
async function gatesInOrder(context, sha) {
    const { driver } = context;
    const place = { sha, directory: external_node_path_.join(context.workDirectory, "gates") };
    const gates = gateContext(context, driver.record.plan, place);
    const past = pastOf(context, driver);
    let ready = false;
    for (const gate of driver.record.plan.gates) {
        const known = driver.record.gates.get(gate);
        if (known !== undefined && (0,machine/* standingOf */.YP)(driver.record.plan, known) !== "failed")
            continue;
        const broken = ready ? undefined : await prepareCheckout(context, gates);
        if (broken !== undefined)
            return broken;
        ready = true;
        const finished = await passGate(context, gate, { context: gates, past });
        if ((0,machine/* standingOf */.YP)(driver.record.plan, finished) !== "failed")
            continue;
        await comparePast(context, past);
        await showGates(context);
        return gateFailed(context, finished);
    }
    await comparePast(context, past);
    await showGates(context);
    return allPassed(context);
}
function allPassed({ driver }) {
    return (0,stages_context/* moveTo */.tw)(driver, "review", passReason(driver.record));
}
async function prepareCheckout(context, gates) {
    await context.git.ensureWorktree(gates.sha, gates.directory);
    if (gates.settings.setup !== undefined)
        context.say(`setting up: ${gates.settings.setup}`);
    const failure = await (0,stages_context/* attended */.If)(context, (signal) => (0,packages_gates/* runSetup */.xn)({ ...gates, signal }));
    if (failure === undefined)
        return undefined;
    return (0,stages_context/* failRelease */.YO)(context.driver, { failureReason: failure.title, actionableFixSuggestions: [failure.suggestion] });
}
async function comparePast({ driver }, past) {
    const comparison = await past.compare(driver);
    if (comparison !== undefined)
        driver.observe({ type: "compared", ...comparison });
}
async function passGate(context, gate, { context: gates, past }) {
    const { driver, say } = context;
    const evidence = gate === "dod" ? { evidence: await gatherEvidence(driver, context) } : {};
    let finished;
    await driver.step(`gate-${gate}`, () => (0,stages_context/* attended */.If)(context, async (signal) => {
        const outcome = await tellGate(context, gate, { context: { ...gates, ...evidence, signal }, past });
        finished = { type: "gate-finished", ...outcome };
        return { status: finished.status };
    }), { facts: () => (finished === undefined ? [] : [finished]) });
    const result = (0,stages_context/* required */.mw)(driver.record.gates.get(gate), `the result of gate ${gate}`);
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
    return (0,stages_context/* failRelease */.YO)(driver, {
        failedGate: finished.gate,
        failureReason: `Gate ${finished.gate} failed: ${titles.slice(0, 3).join("; ")}${titles.length > 3 ? ` and ${titles.length - 3} more` : ""}`,
        actionableFixSuggestions: finished.failures.map(({ suggestion }) => suggestion),
    });
}

;// CONCATENATED MODULE: ./build/packages/stages/commands/requests.js



async function obeyRequests(context) {
    for (const request of context.driver.record.requests) {
        const end = await obey(context, request);
        if (end === "moved")
            await obeyRequests(context);
        if (end !== undefined)
            return end;
    }
    return undefined;
}
async function obey(context, request) {
    const { driver } = context;
    const { state, touched, verdict } = driver.record;
    const inProduction = state === "production" || state === "production_canary";
    if ((0,machine/* mayDecide */.O1)(driver.record, request.kind))
        return decideValidation(context, request);
    if (state === "completed" || state === "failed" || state === "rolled_back") {
        return refuse(context, request, `the release is already ${state}`);
    }
    switch (request.kind) {
        case "abort":
        case "rollback":
            if (inProduction && (touched.has("production") || verdict !== undefined))
                return rollBack(context, request);
            if (request.kind === "rollback")
                return refuse(context, request, "nothing of it is in production; `release abort` ends it");
            answer(context, request, "aborted before production");
            return (0,stages_context/* failRelease */.YO)(driver, {
                cause: "aborted",
                failureReason: `Aborted by ${request.by}: ${request.reason}`,
                actionableFixSuggestions: [`Start again with: release retry ${driver.record.id}`],
            });
        case "hold":
            return inProduction || isPromoted(driver.record, request) ? undefined : holdBeforeProduction(context, request);
        case "emergency":
            if (touched.has("production"))
                return refuse(context, request, "production is changed already: nothing holds it back");
            driver.decide({ type: "emergency-declared", by: request.by, reason: request.reason });
            answer(context, request, "windows and freezes do not hold it");
            return undefined;
        case "promote":
            for (const held of driver.record.requests.filter(({ kind }) => kind === "hold"))
                answer(context, held, `ended by ${request.by}`);
            decideQuestion(context, request);
            answer(context, request, "goes on");
            return undefined;
    }
}
function isPromoted({ requests }, hold) {
    return requests.some(({ kind, seq }) => kind === "promote" && seq > hold.seq);
}
function decideValidation(context, request) {
    const { driver } = context;
    const { kind, by, reason } = request;
    if (kind === "promote" && driver.record.validation?.status !== "failed")
        return refuse(context, request, "its journeys were not walked yet");
    const decision = kind === "promote" ? "accepted" : "rolled-back";
    driver.decide({ type: "validation-decided", decision, by, reason });
    answer(context, request, kind === "promote" ? "it stays" : "it ends, and then goes back");
    return undefined;
}
function decideQuestion({ driver }, { by, reason }) {
    const { question } = driver.record;
    if (question === undefined || question.decided !== undefined)
        return;
    const { environment, point } = question;
    driver.decide({ type: "decided", environment, point, by, reason });
}
function rollBack(context, request) {
    const { driver } = context;
    answer(context, request, "rolling back");
    driver.decide({ type: "verdict", trigger: "manual", reason: `${request.by}: ${request.reason}`, evidence: [] });
    return (0,stages_context/* moveTo */.tw)(driver, "rolled_back", `Asked for by ${request.by}`);
}
async function holdBeforeProduction(context, request) {
    const { driver } = context;
    await withdrawAutoMerge(context);
    answer(context, request, "held");
    await driver.suspend({
        waitsFor: "decision",
        reason: `Held by ${request.by}: ${request.reason}`,
        command: (0,stages_context/* resumeCommand */.VJ)(driver.record),
    });
    return "suspended";
}
function answer({ driver }, request, reason) {
    driver.decide({ type: "answered", id: request.id, outcome: "obeyed", reason });
}
function refuse({ driver, say }, request, reason) {
    say(`${request.kind} by ${request.by} refused: ${reason}`);
    driver.decide({ type: "answered", id: request.id, outcome: "refused", reason });
    return undefined;
}

;// CONCATENATED MODULE: ./build/packages/stages/review/review-issue.js

const dueMs = 24 * 3_600_000;
async function openReviewIssue(context) {
    const { driver, clock } = context;
    const { plan, pullRequest } = driver.record;
    await driver.flush();
    const due = new Date(Date.parse(driver.record.tag?.at ?? "") + dueMs || clock.now() + dueMs).toISOString();
    const incident = plan.incident === undefined ? "" : ` for ${plan.incident.id}`;
    await openIssue(context, {
        what: "review-issue",
        title: `Review hotfix ${plan.releaseVersion} by ${due.slice(0, 16).replace("T", " ")} UTC`,
        label: "hotfix-review",
        lines: [
            `Hotfix ${plan.releaseVersion} took the fast track${incident}: look at it in peace until ${due}.`,
            "",
            `- [ ] the change${pullRequest === undefined ? "" : `: ${pullRequest.url}`}`,
            "- [ ] the gates that the fast track leaves out",
            "- [ ] what would have kept it from happening",
            "",
            "Close this issue when that is done.",
        ],
        due,
        lack: "The review of this hotfix",
    });
}

// EXTERNAL MODULE: ./build/packages/stages/review/signing.js
var signing = __webpack_require__(38989);
;// CONCATENATED MODULE: ./build/packages/stages/review/tagging.js


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
async function isSignedTagThere({ git, config }, name) {
    const ref = `refs/tags/${name}`;
    return config.tag.sign !== "none" && (await git.remoteRefs([ref])).has(ref);
}
function makeTag(context, wanted) {
    const signer = (0,signing/* signerOf */.Kv)(context);
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
        const ownership = await ownershipOf(review_verdict_questionOf(context));
        const number = await openPullRequest(context, ownership);
        const end = await approveAndMerge(context, number, ownership).catch(async (thrown) => {
            if (thrown instanceof faults/* ReleaseFault */.eB)
                await withdrawAutoMerge(context).catch(() => undefined);
            throw thrown;
        });
        if (end !== undefined)
            return end;
    }
    const merge = sameTreeNow(context, (0,stages_context/* required */.mw)(driver.record.merge, "the merge"));
    if (merge.gated === "neither")
        return ungated(context);
    const unfinished = await assertMerged(context);
    if (unfinished !== undefined)
        return unfinished;
    const sha = tagPosition(context, merge);
    const untagged = driver.record.tag === undefined && !(await isSignedTagThere(context, driver.record.plan.tag));
    if (untagged && (await waitForKey(context, sha)) !== undefined)
        return "suspended";
    await driver.step("tag", () => tagRelease(context, sha), {
        facts: (tagged) => [{ type: "tagged", tag: driver.record.plan.tag, sha: tagged }],
    });
    const hotfix = driver.record.plan.releaseType === "hotfix";
    if (hotfix)
        await openReviewIssue(context);
    return (0,stages_context/* moveTo */.tw)(driver, hotfix ? "production_canary" : "staging", "approved, merged and tagged");
}
function ungated({ driver }) {
    const { plan } = driver.record;
    if (plan.releaseType !== "hotfix")
        return (0,stages_context/* moveTo */.tw)(driver, "quality_gates", "the merged tree was never gated");
    return (0,stages_context/* failRelease */.YO)(driver, {
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
            headSha: (0,stages_context/* required */.mw)(driver.record.gatedSha, "the gated commit"),
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
        const verdict = await judgeReview(review_verdict_questionOf(context), state, ownership);
        if (verdict.kind !== "wait" || !verdict.onlyRequiredChecks)
            await withdrawAutoMerge(context);
        if (verdict.kind === "refused")
            return (0,stages_context/* failRelease */.YO)(driver, {
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
        await (0,stages_context/* attended */.If)(context, (signal) => clock.sleep(config.review.pollEvery, signal));
    }
}
async function assertMerged(context) {
    const { driver, forge } = context;
    if ((0,machine/* missingGuards */.Nu)(driver.record, "staging")?.includes("definitionOfDoneAsserted") !== true)
        return undefined;
    const { number } = (0,stages_context/* required */.mw)(driver.record.pullRequest, "the pull request");
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
    return merge.gated === "same-tree" ? merge.sha : (0,stages_context/* required */.mw)(driver.record.gatedSha, "the gated commit");
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
    const fault = await (0,signing/* unableToSign */.OR)(context, sha);
    if (fault === undefined)
        return undefined;
    const reason = `${fault.message}. ${fault.hint}`;
    await driver.suspend({ waitsFor: "decision", reason, command: (0,stages_context/* resumeCommand */.VJ)(driver.record) });
    return "suspended";
}

;// CONCATENATED MODULE: ./build/packages/stages/rollback/brought.js
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

;// CONCATENATED MODULE: ./build/packages/stages/rollback/git-revert.js







async function revertInGit(context, previous) {
    const { driver, git } = context;
    const { plan } = driver.record;
    const version = plan.rollback?.from ?? plan.tag;
    const revertTag = `${version}-rollback`;
    const released = await mergeOf(context);
    if (released === undefined)
        return { revertCommit: plan.baseSha, revertTag, via: "nothing-to-revert" };
    const target = `refs/remotes/origin/${plan.targetBranch}`;
    for (let attempt = 0; attempt < git_revert_tries; attempt += 1) {
        await git.fetch([`+refs/heads/${plan.targetBranch}:${target}`]);
        const head = (0,stages_context/* required */.mw)(await git.resolve(target), `the head of ${plan.targetBranch}`);
        const made = (await findOurs(context, head, version)) ?? (await makeRevert(context, { released, head, version, previous }));
        if (typeof made !== "string") {
            const message = `${version} could not be reverted on ${plan.targetBranch}: ${made.why}. Do: ${made.commands}`;
            context.say(message);
            driver.observe({ type: "warned", message });
            return { revertCommit: released.merge, revertTag, via: "conflict" };
        }
        const delivered = (await git.isAncestor(made, head))
            ? { via: "commit" }
            : await git_revert_deliver(context, made, head, version);
        if (delivered === undefined)
            continue;
        await ensureRollbackTag(context, revertTag, made);
        return { revertCommit: made, revertTag, ...delivered };
    }
    throw new faults/* ReleaseFault */.eB("remote", `The revert could not be pushed to ${plan.targetBranch}: it moved at each of ${git_revert_tries} tries`, { hint: `Continue with: release resume ${driver.record.id}` });
}
const git_revert_tries = 5;
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
    const at = (0,stages_context/* required */.mw)(driver.record.visits.at(-1), "the last state").since;
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
        : (0,packages_changelog/* markRolledBack */.du)(changelog, {
            version: version.slice(1),
            date: at.slice(0, 10),
            reason,
            url: detailsOf(context),
        });
    const note = `docs(changelog): mark ${version} as rolled back\n\n${git_revert_trailer(version)}\n`;
    return git.commitFiles({
        parents: [base],
        files: new Map(marked === undefined ? [] : [["CHANGELOG.md", marked]]),
        message: note,
        at,
    });
}
function detailsOf({ driver, forge, config }) {
    const report = `${forge.webUrl}/blob/${config.journal.branch}/${(0,records/* reportPath */.eG)(driver.id)}`;
    return incidentUrl(driver.record) ?? report;
}
async function git_revert_deliver({ driver, git, forge, config }, sha, head, version) {
    const { targetBranch } = driver.record.plan;
    if (config.rollback.revert === "commit") {
        const outcome = await git.push([{ ref: `refs/heads/${targetBranch}`, to: sha, expect: head }]);
        if (outcome.state === "applied")
            return { via: "commit" };
        if (outcome.state === "unknown" || !outcome.denied)
            return undefined;
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
    const at = (0,stages_context/* required */.mw)(driver.record.visits.at(-1), "the last state").since;
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

;// CONCATENATED MODULE: ./build/packages/stages/rollback/way-back.js








async function wayBack(context) {
    const rollout = await rolloutToUndo(context);
    try {
        return await way_back_walk(context, rollout);
    }
    finally {
        await rollout.vigil.end();
    }
}
async function way_back_walk(context, rollout) {
    const { driver } = context;
    for (;;) {
        const { phase } = (0,stages_context/* required */.mw)(driver.record.rollback, "the rollback");
        if (phase === "rollback_completed" || phase === "escalation")
            return rollout.previous;
        context.tell?.();
        try {
            await way_back_phases[phase](context, rollout);
        }
        catch (thrown) {
            const fault = (0,faults/* asFault */.Ps)(thrown);
            if (fault.code === "bug" || context.signal.aborted)
                throw thrown;
            await escalate(context, `${broken[phase]}: ${fault.message}`, rollout.previous);
        }
    }
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
const broken = {
    rollback_triggered: "The rollback could not begin",
    traffic_reversion: "Traffic could not be reverted",
    smoke_test_verification: "Smoke tests could not run after the rollback",
    health_monitoring: "Health could not be watched after the rollback",
};
const way_back_phases = {
    async rollback_triggered({ driver }) {
        way_back_enter(driver, "traffic_reversion", driver.record.verdict?.reason ?? driver.record.plan.rollback?.reason ?? "asked for");
        await Promise.resolve();
    },
    async traffic_reversion(context, { target, previous }) {
        const { driver, clock } = context;
        const startedAt = clock.now();
        await revertTraffic(context, target, previous);
        driver.observe({
            type: "traffic-reverted",
            environment: "production",
            to: (0,stages_context/* required */.mw)(previous, "the previous version"),
            status: "passed",
            durationMs: clock.now() - startedAt,
        });
        return way_back_enter(driver, "smoke_test_verification", "traffic is back");
    },
    async smoke_test_verification(context, { target, previous }) {
        const { url } = await target.observe();
        const result = await smokeFact(context, "production", "rollback", { url, headers: {} });
        if (result.status === "passed")
            return way_back_enter(context.driver, "health_monitoring", "smoke tests passed");
        return escalate(context, `Smoke tests failed after the rollback: ${result.failedTests.join(", ")}`, previous);
    },
    async health_monitoring(context, rollout) {
        const { driver, clock, config } = context;
        const startedAt = clock.now();
        const verdict = await watchAt(rollout, { point: "rollback", forMs: config.rollback.watch, doubt: "give-up" });
        const seen = driver.record.watches.findLast(({ point }) => point === "rollback");
        if (verdict !== undefined && verdict.trigger !== "not-proved") {
            return escalate(context, `Health did not return after the rollback: ${verdict.reason}`, rollout.previous);
        }
        if (verdict !== undefined)
            driver.observe({ type: "warned", message: `Not proved healthy after the rollback: ${verdict.reason}` });
        driver.observe({
            type: "health-validated",
            ...(seen?.errorRatio === undefined ? {} : { errorRatio: seen.errorRatio }),
            healthChecks: seen?.healthChecks ?? "failing",
            stabilizationDurationMs: clock.now() - startedAt,
        });
        return way_back_enter(driver, "rollback_completed", "health is stable");
    },
};
function way_back_enter(driver, to, reason) {
    driver.decide({ type: "rollback-moved", to, reason });
}

;// CONCATENATED MODULE: ./build/packages/stages/rolled-back.js






async function rolledBack(context) {
    const { driver } = context;
    await driver.takeEnvironment("production");
    const previous = await wayBack(context);
    await suspect(context);
    await openIncidentIssue(context);
    await driver.step("git-revert", () => revertInGit(context, previous), {
        facts: (result) => [{ type: "git-reverted", ...result }],
    });
    const { tag, plan } = driver.record;
    await showDeployment(context, {
        environment: "production",
        state: "failure",
        sha: tag?.sha ?? plan.baseSha,
        description: `rolled back, ${previous ?? "the previous version"} serves`,
        other: previous === undefined ? undefined : { version: previous, state: "success" },
    });
    if (plan.rollback !== undefined)
        await attachReport(context, plan.rollback.from);
    return settle(context, "rolled_back");
}

;// CONCATENATED MODULE: ./build/packages/stages/staging.js








async function staging(context) {
    const { driver } = context;
    if (!isVerified(driver)) {
        if (!driver.record.touched.has("staging")) {
            const early = await waitForTurn(context, "staging");
            if (early !== undefined)
                return early;
        }
        await driver.takeEnvironment("staging");
        const rollout = await beginRollout(context, "staging");
        const verdict = await staging_verify(rollout);
        if (verdict !== undefined)
            return putBack(rollout, verdict);
        const { artifact } = rollout;
        await showDeployment(context, {
            environment: "staging",
            state: "success",
            sha: artifact.sha,
            description: `${artifact.version} is verified`,
            environmentUrl: await addressOf(rollout),
        });
        driver.giveBackEnvironment("staging");
    }
    const waits = await waitForTurn(context, "production");
    if (waits !== undefined)
        return waits;
    const broken = owesRecheck(driver.record) ? await recheckStaging(context) : undefined;
    return broken ?? (0,stages_context/* moveTo */.tw)(driver, "production", "staging verified");
}
function isVerified({ record, facts }) {
    if ((0,machine/* missingGuards */.Nu)(record, "production")?.length !== 0)
        return false;
    const newest = facts.findLast((fact) => (fact.type === "suspended" && fact.environment === "production") ||
        (fact.type === "lease-taken" && fact.lease === "staging"));
    return newest?.type === "suspended";
}
async function staging_verify(rollout) {
    const { settings, vigil } = rollout;
    try {
        return ((await runRollout(rollout)) ?? (await watchAt(rollout, { point: "staging", forMs: settings.watch, doubt: "ask" })));
    }
    finally {
        await vigil.end();
    }
}
async function putBack({ context, previous, artifact }, verdict) {
    await restoreStaging(context);
    await showDeployment(context, {
        environment: "staging",
        state: "failure",
        sha: artifact.sha,
        description: `put back, ${previous ?? "nothing"} serves`,
        other: previous === undefined ? undefined : { version: previous, state: "success" },
    });
    return (0,stages_context/* failRelease */.YO)(context.driver, {
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
            (0,stages_context/* moveTo */.tw)(driver, "rolled_back", reason);
        await revertTraffic(context, await context.target("production"), previous);
        await driver.flush();
    }
    catch (thrown) {
        if (thrown instanceof packages_journal/* NewsError */.KQ)
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
    failed: failed,
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
        if (end === "suspended" || end === "left")
            return end;
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
        if (thrown instanceof packages_journal/* NewsError */.KQ)
            return false;
        throw thrown instanceof packages_journal/* LostLeaseError */.PU ? succeeded(context.driver.id, thrown) : thrown;
    }
    return !within.includes(driver.record.state);
}
async function once(context) {
    try {
        return await stageOnce(context);
    }
    catch (thrown) {
        if (thrown instanceof packages_journal/* NewsError */.KQ)
            return "moved";
        if (thrown instanceof packages_journal/* LostLeaseError */.PU)
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
        const over = expire(context);
        if (over !== undefined)
            return over;
        return await withinTime(context, stages[driver.record.state]);
    }
    catch (thrown) {
        if (thrown instanceof packages_journal/* NewsError */.KQ || thrown instanceof packages_journal/* LostLeaseError */.PU)
            throw thrown;
        if (thrown instanceof packages_journal/* EnvironmentBusyError */.Zh)
            return waitForEnvironment(context, thrown);
        return settleFault(context, (0,faults/* asFault */.Ps)(thrown));
    }
}
function succeeded(id, cause) {
    return new packages_journal/* DrivenElsewhereError */.lc("policy", `Another process drives ${id} now: this one stopped and changed nothing more`, {
        hint: `See how it goes on: release status ${id}`,
        cause,
    });
}
const drive_timed = [
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
    if (timeoutMs === undefined || !drive_timed.includes(state))
        return stage(context);
    const since = driver.facts.findLast(({ type }) => type === "resumed" || type === "moved" || type === "lease-taken")?.at ??
        visits.at(-1)?.since;
    const sinceMs = Date.parse(since ?? driver.record.openedAt);
    const leftMs = () => timeoutMs - (clock.now() - sinceMs - waitedMs(driver.facts, sinceMs, clock.now()));
    const over = new AbortController();
    const late = new faults/* ReleaseFault */.eB("policy", `${state} took longer than ${(0,report/* duration */.p0)(timeoutMs)}`, {
        hint: `See where the time went: release report ${driver.id}`,
    });
    const ended = new AbortController();
    const outlast = async () => {
        for (let ms = leftMs(); ms > 0; ms = leftMs())
            await clock.sleep(Math.max(ms, 1000), ended.signal);
        over.abort(late);
    };
    void outlast().catch(() => undefined);
    try {
        return await stage({ ...context, signal: AbortSignal.any([signal, over.signal]) });
    }
    catch (thrown) {
        if (over.signal.aborted && !(thrown instanceof packages_journal/* NewsError */.KQ))
            throw late;
        throw thrown;
    }
    finally {
        ended.abort();
    }
}
async function waitForEnvironment({ driver }, busy) {
    const first = busy.orphaned ? `release resume ${busy.release}` : (0,stages_context/* resumeCommand */.VJ)(driver.record);
    const { environment } = busy;
    await driver.suspend({ waitsFor: "environment", environment, reason: `${busy.message}.`, command: first });
    return "suspended";
}
async function settleFault(context, fault) {
    const { driver, signal } = context;
    const { record } = driver;
    if (signal.aborted)
        throw await stopped(context, fault);
    if (fault.code === "bug") {
        await driver.poll().catch((thrown) => {
            if (thrown instanceof packages_journal/* LostLeaseError */.PU)
                throw thrown;
        });
        throw fault;
    }
    if (record.state === "production" || record.state === "production_canary") {
        if (record.verdict !== undefined)
            return (0,stages_context/* moveTo */.tw)(driver, "rolled_back", record.verdict.reason);
        if (!record.touched.has("production"))
            return waitForService(context, fault);
        const trigger = fault.code === "policy" ? "deployment-timeout" : "deployment-failure";
        driver.decide({ type: "verdict", trigger, reason: fault.message, evidence: [fault.hint] });
        await revertHere(context);
        return (0,stages_context/* moveTo */.tw)(driver, "rolled_back", fault.message);
    }
    if (fault.code === "remote")
        return waitForService(context, fault);
    if (record.state === "completed" || record.state === "failed" || record.state === "rolled_back")
        throw fault;
    return (0,stages_context/* failRelease */.YO)(driver, { failureReason: fault.message, actionableFixSuggestions: [fault.hint] });
}
async function waitForService({ driver }, fault) {
    const reason = `${fault.message}. ${fault.hint}`;
    await driver.suspend({ waitsFor: "service", reason, command: (0,stages_context/* resumeCommand */.VJ)(driver.record) });
    return "suspended";
}
function settledState({ driver }) {
    const outcome = driver.record.settled?.outcome;
    if (outcome === undefined)
        throw new Error(`${driver.id} ended without an outcome`);
    return outcome;
}

;// CONCATENATED MODULE: ./build/packages/stages/views/follower.js


const updatesAtMost = 20;
const failuresAtMost = 2;
const follower_patienceMs = 10_000;
function openFollower({ forge, surroundings }, driver) {
    const { clock, env, say, signal, page } = surroundings;
    const run = env["GITHUB_ACTIONS"] === "true" ? env["GITHUB_RUN_ID"] : undefined;
    const place = { webUrl: forge.webUrl, ...(run === undefined ? {} : { run }) };
    const isAdopted = driver.facts.findLast((fact) => fact.type === "lease-taken")?.adopted === true;
    let shown = isAdopted ? "" : keyOf(driver.record);
    let updates = 0;
    let failures = 0;
    let running;
    const show = async () => {
        for (let { record } = driver; shown !== keyOf(record); { record } = driver) {
            shown = keyOf(record);
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
            await Promise.race([all, clock.sleep(follower_patienceMs, late.signal).catch(() => undefined)]);
            late.abort();
        },
    };
}
function pagesOf({ pages, pullRequest }) {
    return [...new Set([...pages, ...(pullRequest === undefined ? [] : [pullRequest.number])])];
}
function keyOf(record) {
    const { state, visits, suspended, settled, deployments } = record;
    const shares = [...deployments.values()].map(({ environment, percent }) => [environment, percent]);
    return JSON.stringify([state, visits.length, suspended?.reason, settled?.outcome, shares, pagesOf(record)]);
}

// EXTERNAL MODULE: ./build/packages/stages/records/publication.js + 1 modules
var publication = __webpack_require__(98032);
;// CONCATENATED MODULE: ./build/packages/stages/jobs/woken.js
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

;// CONCATENATED MODULE: ./build/packages/stages/queue/standing.js








const goesOn = (reason) => ({ may: "go-on", reason });
const standing_waits = (reason) => ({ may: "wait", reason });
const minuteMs = 60_000;
const serviceRestMs = 10 * minuteMs;
async function standingOf(workplace, stored) {
    const watch = await workplace.journal.whoDrives(stored.id);
    const busy = await busyWith(workplace, stored, watch);
    if (busy !== undefined)
        return standing_waits(busy);
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
    const { suspended, state, plan } = record;
    if (hasWish(record))
        return goesOn("a request waits, and nobody drives the release");
    if (suspended !== undefined)
        return waitIsOver(workplace, record, suspended, nowMs);
    const run = lastRun(stored);
    if (plan.redeploy !== undefined)
        return goesOn(`run ${run} ended before the re-deploy did`);
    if ((0,machine/* isTerminal */.Hd)(state))
        return goesOn(`it is ${state}, and run ${run} ended before its duties were done`);
    return goesOn(`run ${run} ended in ${state} without a word`);
}
async function waitIsOver(workplace, record, { waitsFor, reason, until, at }, nowMs) {
    if (isExpired(record.plan, nowMs))
        return goesOn(`its time was over at ${record.plan.schedule?.expires ?? ""}`);
    if (until !== undefined && nowMs >= Date.parse(until))
        return goesOn(`its wait ended at ${until}`);
    switch (waitsFor) {
        case "interrupted":
            return goesOn(reason);
        case "service":
            return nowMs - Date.parse(at) < serviceRestMs ? standing_waits(reason) : goesOn(`tries again: ${reason}`);
        case "approval":
            return reviewIsOver(workplace, record, nowMs);
        case "fix":
            return fixIsThere(workplace, record);
        case "environment":
            return environmentIsFree(workplace, record);
        case "window":
            return windowIsOpen(workplace, record, nowMs);
        case "changelog":
        case "decision":
            return standing_waits(reason);
    }
}
async function reviewIsOver({ git, forge }, record, nowMs) {
    const { pullRequest, plan } = record;
    if (pullRequest === undefined)
        return goesOn("its pull request was never opened");
    const { config } = await (0,stages_open/* configAt */.ES)(git, plan.baseSha);
    const state = await forge.reviewState(pullRequest.number);
    const question = { record, config, git, forge, nowMs };
    const verdict = await judgeReview(question, state, await ownershipOf(question));
    if (verdict.kind === "wait")
        return standing_waits(verdict.reason);
    if (verdict.kind === "refused")
        return goesOn(verdict.reason);
    return goesOn(`pull request ${pullRequest.number} is ${state.state === "merged" ? "merged" : "approved"}`);
}
async function fixIsThere({ git }, { plan }) {
    const { releaseBranch, baseSha } = plan;
    const tip = await git.resolve(`refs/remotes/origin/${releaseBranch}`);
    if (tip === undefined)
        return standing_waits(`${releaseBranch} is gone`);
    if (tip === baseSha)
        return standing_waits(`${releaseBranch} has no commit beyond ${plan.baseBranch}`);
    if (await git.isAncestor(baseSha, tip))
        return goesOn(`${releaseBranch} has a commit beyond ${plan.baseBranch}`);
    return standing_waits(`${releaseBranch} does not descend from ${plan.baseBranch}`);
}
async function environmentIsFree({ journal }, record) {
    const environment = waitedFor(record) ?? "production";
    const holder = await journal.environmentHolder(environment);
    if (holder !== undefined && holder.release !== record.id)
        return standing_waits(`${environment} belongs to ${holder.release}`);
    const first = firstBefore(await journal.live(), environment, record);
    return first === undefined ? goesOn(`${environment} is free`) : standing_waits(behindText(environment, first));
}
async function windowIsOpen({ git }, record, nowMs) {
    const { windows } = await policyOf(git, record.plan.targetBranch);
    const environment = record.suspended?.environment === "staging" ? "staging" : "production";
    const shut = shutFor({ windows, record, environment, nowMs });
    return shut === undefined ? goesOn(`${environment} is open`) : standing_waits(shut.reason);
}
const progress = [
    "opened",
    "moved",
    "gate-finished",
    "validation-finished",
    "traffic-shifted",
    "rollback-moved",
    "redeploy-moved",
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
        return standing_waits(`woken ${wakes.length} times and came no further: look at its runs, then: release resume ${id}`);
    const nextMs = Date.parse(last.at) + Math.min(firstPauseMs * 2 ** (wakes.length - 1), longestPauseMs);
    if (nowMs >= nextMs)
        return standing;
    return standing_waits(`woken at ${last.at}; again after ${new Date(nextMs).toISOString()} (${standing.reason})`);
}

;// CONCATENATED MODULE: ./build/packages/stages/jobs/watch-job.js





async function watchJob(workplace, wake) {
    await (0,stages_open/* fetchAll */.mj)(workplace.git);
    const releases = await workplace.journal.live();
    const sightings = [];
    for (const release of releases.toSorted((a, b) => Number(watch_job_urgent(b)) - Number(watch_job_urgent(a))))
        sightings.push(await lookAt(workplace, release, wake));
    await tidyTargets(workplace, releases);
    return sightings;
}
function watch_job_urgent({ record: { touched, restored } }) {
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
    return async ({ id, record: { plan } }) => {
        const redeploy = plan.redeploy === undefined ? {} : { redeploy: plan.redeploy.environment };
        await forge.sendEvent(wakeEvent, { release: id, ...redeploy });
    };
}

;// CONCATENATED MODULE: ./build/packages/stages/jobs/wake-next.js




async function wakeNext(workplace) {
    try {
        await wakeFirsts(workplace);
    }
    catch (thrown) {
        workplace.surroundings.say(`nobody was woken in the queue: ${(0,faults/* asFault */.Ps)(thrown).message}`);
    }
}
async function wakeFirsts(workplace) {
    const { journal, git, surroundings } = workplace;
    const waiting = (await journal.live()).filter(({ record }) => waitedFor(record) !== undefined);
    if (waiting.length === 0)
        return;
    await (0,stages_open/* fetchAll */.mj)(git);
    const isRun = surroundings.env["GITHUB_ACTIONS"] === "true";
    for (const environment of ["staging", "production"]) {
        const [first] = queueFor(waiting, environment);
        if (first === undefined)
            continue;
        const { did, reason } = await lookAt(workplace, first, isRun ? wakeByEvent(workplace) : undefined);
        if (did === "woke")
            surroundings.say(`${first.id} is next for ${environment}: a run was asked for`);
        else if (did === "may-go-on")
            surroundings.say(`${first.id} is next for ${environment}: release resume ${first.id}`);
        else if (did === "fault")
            surroundings.say(`${first.id} is next for ${environment} and could not be woken: ${reason}`);
    }
}

;// CONCATENATED MODULE: ./build/packages/stages/driving.js













async function loadRelease(workplace, id, deed) {
    const stored = await (0,known_release/* readOrThrow */.Y)(workplace, id);
    if (!isWoken(workplace))
        await (0,authority/* authorise */.Z_)(workplace, wishFor(workplace, stored, deed));
    await (0,stages_open/* fetchAll */.mj)(workplace.git);
    return stored;
}
function wishFor(workplace, stored, deed) {
    const wish = (0,authority/* goingOn */.iO)(stored, workplace);
    return deed === undefined ? wish : { ...wish, deeds: [deed, ...wish.deeds] };
}
async function driveJob(workplace, { id }, job) {
    const driver = await workplace.journal.drive(id, { onWait: waitingFor(workplace) });
    return useDriver(workplace, driver, job);
}
async function useDriver(workplace, driver, { within, prepare, journeysElsewhere = false }) {
    const known = driver.facts.length;
    let next = false;
    const follower = openFollower(workplace, driver);
    let courier;
    try {
        const { plan } = driver.record;
        const { config } = await (0,stages_open/* configAt */.ES)(workplace.git, plan.baseSha);
        const ports = await (0,stages_open/* portsOf */.a5)(workplace, config, driver.id);
        courier = courierOf(workplace, driver, ports);
        const tell = () => {
            follower.look();
            courier?.look();
        };
        const context = { ...ports, driver, journeysElsewhere, tell };
        const begun = prepare === undefined ? "ready" : await prepared(context, prepare);
        const end = begun === "suspended" ? begun : await driveWithin(context, within, tell);
        if (end === "completed" || end === "rolled_back" || end === "redeployed")
            await (0,publication/* publish */.mk)(workplace, driver.id, plan);
        if (end !== "left" && (end !== "suspended" || waitedFor(driver.record) !== undefined))
            next = true;
        return { id: driver.id, end, record: driver.record, told: driver.facts.slice(known) };
    }
    finally {
        await driver.close();
        await Promise.all([follower.end(), courier?.end()]);
        if (next)
            await wakeNext(workplace);
    }
}
function courierOf(workplace, driver, { config, clock, forge, scrub }) {
    const { env, signal } = workplace.surroundings;
    const { notify, metrics } = config;
    const fetch = fetchForChannels(workplace.surroundings);
    return openCourier(workplace, driver, { notify, metrics, env, forge, clock, scrub, signal, fetch });
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
            if (thrown instanceof packages_journal/* LostLeaseError */.PU)
                throw succeeded(context.driver.id, thrown);
            if (!(thrown instanceof packages_journal/* NewsError */.KQ))
                throw thrown;
        }
    }
}
function driving_isOver({ live, record }) {
    return !live || (0,machine/* isSettled */.Is)(record);
}

;// CONCATENATED MODULE: ./build/packages/stages/commands/emergency.js


function parseEmergency(text) {
    const reason = text.trim();
    const problem = problemOf(reason);
    if (problem === undefined)
        return reason;
    throw new faults/* ReleaseFault */.eB("input", `emergency: ${problem}`, {
        hint: 'Say why it cannot wait for the window. Example: --emergency="checkout is down, INC-7"',
    });
}
function problemOf(reason) {
    if (!/[\p{L}\p{N}]/u.test(reason))
        return "it needs a reason, which is kept in the record";
    if (unseen.test(reason))
        return "the reason has characters that cannot be seen";
    return reason.length > longestReason ? `the reason is longer than ${longestReason} characters` : undefined;
}

;// CONCATENATED MODULE: ./build/packages/stages/plan/adopt.js

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

;// CONCATENATED MODULE: ./build/packages/stages/plan/configured.js




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
    const isInstalled = (await (0,packages_gates/* installedScanners */.cW)(workplace.surroundings.env)).length > 0;
    const missing = [
        ...configured_missingGates(config, gates, isInstalled),
        ...(await missingTargets(workplace, { config, environments })),
    ];
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
function configured_missingGates({ gates, smoke, environments }, wanted, hasScanner) {
    const isSilent = (gate) => {
        if (gate !== "security")
            return gates[gate] === undefined;
        return gates.security?.alerts === undefined && gates.security?.scanners.length === 0 && !hasScanner;
    };
    const commands = ["security", "unit", "integration", "e2e"]
        .filter((gate) => wanted.includes(gate) && isSilent(gate) && gates.checks?.[gate] === undefined)
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
            await (0,stages_open/* openTarget */.Ap)(config, environment, { workDirectory, clock, signal });
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

;// CONCATENATED MODULE: ./build/packages/stages/plan/environments.js


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
    const deployed = environmentsOf(plan);
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
function environmentsOf({ releaseType }) {
    return releaseType === "hotfix" ? ["production"] : ["staging", "production"];
}
const missing = (name) => `${name} does not exist: it would be made without protection`;
function wrongForAsking(name, found) {
    if (found === undefined)
        return [missing(name)];
    return found.reviewers.length === 0 ? [`${name} has no reviewers: nobody would be asked`] : [];
}
function wrongForDeploying(name, found) {
    if (found === undefined)
        return [missing(name)];
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
    for (const environment of environmentsOf(plan)) {
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

;// CONCATENATED MODULE: ./build/packages/stages/plan/incident.js

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

;// CONCATENATED MODULE: ./build/packages/stages/plan/plan-branches.js


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

;// CONCATENATED MODULE: ./build/packages/stages/plan/plan-free.js



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

;// CONCATENATED MODULE: ./build/packages/stages/plan/plan-version.js

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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/canonicalize/lib/canonicalize.js
var canonicalize = __webpack_require__(68974);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(10390);
;// CONCATENATED MODULE: ./build/packages/stages/plan/reviewed-plan.js





const format = "release-plan/1";
const sha = schemas/* string */.YjP().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/, "must be the full id of a commit");
const digest = schemas/* string */.YjP().regex(/^[0-9a-f]{64}$/, "must be a SHA-256 in hexadecimal");
const strategy = schemas/* enum */.k5n(["blue-green", "canary", "rolling"]);
const pattern = schemas/* strictObject */.rej({ source: schemas/* string */.YjP(), flags: schemas/* string */.YjP() });
const presetSchema = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP(),
    types: schemas/* array */.YOg(schemas/* strictObject */.rej({
        type: schemas/* string */.YjP(),
        scope: schemas/* string */.YjP().exactOptional(),
        section: schemas/* string */.YjP(),
        hidden: schemas/* boolean */.zMY().exactOptional(),
    })),
    header: schemas/* strictObject */.rej({ pattern, parts: schemas/* array */.YOg(schemas/* string */.YjP()) }).exactOptional(),
    breakingHeader: pattern.exactOptional(),
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
        shards: schemas/* strictObject */.rej({ unit: schemas/* int */.Whr().exactOptional(), e2e: schemas/* int */.Whr().exactOptional() }).exactOptional(),
        steps: schemas/* array */.YOg(schemas/* number */.aig()),
        stagingStrategy: strategy,
        productionStrategy: strategy,
        configDigest: digest,
        detected: schemas/* array */.YOg(schemas/* strictObject */.rej({ key: schemas/* string */.YjP(), value: schemas/* string */.YjP(), why: schemas/* string */.YjP() })).exactOptional(),
        changelogOverride: schemas/* string */.YjP().exactOptional(),
        changelogPreset: presetSchema.exactOptional(),
        allowsLowerVersion: schemas/* literal */.euz(true).exactOptional(),
        emergency: schemas/* string */.YjP().max(500).exactOptional(),
        schedule: schemas/* strictObject */.rej({
            notBefore: iso/* datetime */.w$().exactOptional(),
            expires: iso/* datetime */.w$().exactOptional(),
            zone: schemas/* string */.YjP().refine(packages_calendar/* isZone */.DS, "must be the name of a time zone"),
        })
            .exactOptional(),
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
        return (0,canonicalize/* default */.A)(was) === (0,canonicalize/* default */.A)(is) ? [] : [`${key}: ${shown(was)} → ${shown(is)}`];
    });
}
function shown(value) {
    if (value === undefined)
        return "none";
    const text = typeof value === "string" ? value : ((0,canonicalize/* default */.A)(value) ?? "none");
    return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

;// CONCATENATED MODULE: ./build/packages/stages/commands/schedule.js


function parseSchedule(said) {
    const at = momentOf("at", said.at);
    const expires = momentOf("expires", said.expires);
    if (at === undefined && expires === undefined)
        return undefined;
    if (at !== undefined && expires !== undefined && expires.ms <= at.ms)
        throw new faults/* ReleaseFault */.eB("input", "expires: it would be over before it may begin", {
            hint: `Name a time after ${(0,packages_calendar/* localText */.lt)(at.ms, at.zone)}. Example: --expires="2026-12-01T17:00 Europe/Berlin"`,
        });
    return {
        ...(at === undefined ? {} : { notBefore: new Date(at.ms).toISOString() }),
        ...(expires === undefined ? {} : { expires: new Date(expires.ms).toISOString() }),
        zone: at?.zone ?? expires?.zone ?? "UTC",
    };
}
function momentOf(name, said) {
    if (said === undefined)
        return undefined;
    const moment = (0,packages_calendar/* parseMoment */.mI)(said);
    if (typeof moment !== "string")
        return moment;
    throw new faults/* ReleaseFault */.eB("input", `${name}: ${moment}`, {
        hint: `Example: --${name}="2026-12-01T09:00 Europe/Berlin"`,
    });
}
const lateMs = 3_600_000;
function refusePast({ schedule, reviewed, retryOf }, nowMs) {
    if (schedule === undefined)
        return;
    const { notBefore, expires, zone } = schedule;
    const isMade = reviewed !== undefined || retryOf !== undefined;
    if (expires !== undefined && nowMs >= Date.parse(expires))
        throw schedule_over("expires", expires, { zone, isMade });
    if (notBefore !== undefined && !isMade && nowMs >= Date.parse(notBefore) + lateMs)
        throw schedule_over("at", notBefore, { zone, isMade });
}
function schedule_over(name, moment, { zone, isMade }) {
    return new faults/* ReleaseFault */.eB("input", `${name}: ${(0,packages_calendar/* localText */.lt)(Date.parse(moment), zone)} is over`, {
        hint: isMade
            ? "Its schedule is part of its plan. Release the next version: release start --version=patch"
            : "Name a time that is to come, or leave it out.",
    });
}

;// CONCATENATED MODULE: ./build/packages/stages/plan/sight.js


async function sightNotes({ environments: { staging, production }, hotfix }, { releaseType, productionStrategy }) {
    const isHotfix = releaseType === "hotfix";
    const watches = [
        ...(isHotfix ? [] : [{ at: staging, name: "environments.staging.watch", ms: staging.watch }]),
        ...(productionStrategy === "blue-green"
            ? []
            : [{ at: production, name: "environments.production.stepTime", ms: production.stepTime }]),
        isHotfix
            ? { at: production, name: "hotfix.watch", ms: Math.min(production.watch, hotfix.watch) }
            : { at: production, name: "environments.production.watch", ms: production.watch },
    ];
    const notes = await Promise.all(watches.map(async ({ at, name, ms }) => {
        const afterMs = await (0,monitors.seenAfterMs)(at.monitor, at.monitorSettings);
        if (ms === 0 || ms >= afterMs)
            return [];
        return [
            `warning: ${name} is ${(0,report/* duration */.p0)(ms)}, and the monitor ${at.monitor} tells of a failure up to ${(0,report/* duration */.p0)(afterMs)} later: this watch may see nothing`,
        ];
    }));
    return notes.flat();
}

;// CONCATENATED MODULE: ./build/packages/stages/commands/start-command.js







async function startOf(words, readNamed) {
    const given = withoutBlanks(words);
    const { changelog, plan, dryRun, override: said, emergency: _why, at: _from, expires: _until, ...rest } = given;
    incidentOf(rest);
    const overrides = { ...overridesOf(said), ...timesOf(given) };
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
function timesOf({ emergency, ...said }) {
    const schedule = parseSchedule(said);
    return {
        ...(emergency === undefined ? {} : { emergency: parseEmergency(emergency) }),
        ...(schedule === undefined ? {} : { schedule }),
    };
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
function asPlanned(given, { plan }, said) {
    const keys = ["overrides", "emergency", "schedule"];
    const other = keys.find((key) => said[key] !== undefined && (0,canonicalize/* default */.A)(said[key]) !== (0,canonicalize/* default */.A)(plan[key]));
    const { severity, id } = plan.incident ?? {};
    const planned = {
        type: plan.releaseType,
        version: plan.releaseVersion,
        from: plan.baseBranch,
        to: plan.targetBranch,
        severity,
        incident: id,
    };
    const untyped = { type: "standard", version: "auto" };
    const contrary = Object.entries(planned).find(([name, value]) => {
        const asked = Reflect.get(given, name);
        return asked !== undefined && asked !== value && asked !== Reflect.get(untyped, name);
    });
    if (contrary !== undefined || given.changelog !== undefined || other !== undefined) {
        const [name, value] = contrary ?? [other?.replace("overrides", "override") ?? "changelog", "part of the plan"];
        throw new faults/* ReleaseFault */.eB("input", `The plan says its own ${name}: ${value ?? "none"}`, {
            hint: `Leave ${name} out. Example: release start --plan=${given.plan ?? "plan.json"}`,
        });
    }
    const { emergency } = plan;
    const urgent = emergency === undefined ? {} : { emergency };
    return { ...sameAgain(plan), ...overriding(plan), ...urgent, ...(given.adopt === true ? { adopt: true } : {}) };
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
        ...(plan.schedule === undefined ? {} : { schedule: plan.schedule }),
        ...(plan.allowsLowerVersion === true ? { allowLowerVersion: true } : {}),
    };
}

;// CONCATENATED MODULE: ./build/packages/stages/plan/plan.js
























async function planRelease(workplace, command, checkEnvironments = bothExist) {
    const { git, forge, actor } = workplace;
    (0,packages_changelog/* requireVersionForm */.gw)(command.version);
    const named = incidentOf(command);
    refusePast(command, workplace.surroundings.clock.now());
    refuseAdoption(command);
    const unclean = await lookAtClone(workplace, command.reviewed);
    if (unclean !== undefined && command.dryRun !== true)
        throw unclean;
    await Promise.all([(0,stages_open/* fetchAll */.mj)(git), forge.defaultBranch()]);
    const authorised = command.dryRun === true ? undefined : await (0,authority/* authorise */.Z_)(workplace, wishOf(command), "here");
    if (command.overrides !== undefined && command.dryRun !== true)
        await (0,authority/* authorise */.Z_)(workplace, { ...wishOf(command), deeds: ["override"] }, "here");
    if (command.emergency !== undefined && command.dryRun !== true)
        await (0,authority/* authorise */.Z_)(workplace, { ...wishOf(command), deeds: ["emergency"] }, "here");
    const tags = await git.tags("v");
    refuseUsedUp(command.version, tags);
    const [records, heads] = await Promise.all([recordsOf(workplace), git.remoteRefs(["refs/heads/*"])]);
    const history = requireTagsAsRecorded(records, tags);
    const last = (0,packages_changelog/* lastReleaseTag */.co)(tags.map(({ name }) => name));
    const branches = await chooseBranches(workplace, command, { last, heads });
    const baseSha = await resolveBase(workplace, command, { source: branches.source, tags });
    const loaded = await (0,stages_open/* configAt */.ES)(git, baseSha);
    const { config } = loaded;
    const standard = command.type === "standard";
    const read = await presetOf(workplace, { config, sha: baseSha });
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
    const asks = mayPass ? await (0,authority/* whyNot */.OB)(workplace, "auto-approval", "here") : undefined;
    const gates = gatesOf(command, loaded);
    requireOverridable(command.overrides ?? [], { planned: gates, policy, target: branches.target });
    const { detected, undetected } = loaded;
    const environments = plan_environmentsOf(command);
    const lacks = await missingConfiguration(workplace, { config, undetected, gates, environments });
    if (lacks !== undefined && command.dryRun !== true)
        throw lacks;
    const unsigned = await (0,signing/* unableToSign */.OR)({ git, config, signingKey: (0,signing/* signingKeyOf */.i$)(workplace.surroundings.env) }, baseSha);
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
        ...(command.emergency === undefined ? {} : { emergency: command.emergency }),
        ...(command.schedule === undefined ? {} : { schedule: command.schedule }),
        ...(config.gates.parallel ? { parallelGates: true, ...shardLegs(command, config) } : {}),
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
            ...openingNotes(policy.windows, planned(plan), workplace.surroundings.clock.now()),
            ...(read?.notTaken ?? []).map((what) => `of the changelog preset does not count here: ${what}`),
            ...warnings,
            ...(await sightNotes(config, plan)),
            ...channelNotes(config, workplace.surroundings.env),
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
function shardLegs({ type }, { gates: { unit, e2e } }) {
    const [units = 1, journeys = 1] = [unit?.shards, e2e?.shards];
    if (type === "hotfix" || (units === 1 && journeys === 1))
        return {};
    return { shards: { ...(units === 1 ? {} : { unit: units }), ...(journeys === 1 ? {} : { e2e: journeys }) } };
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
async function presetOf(workplace, of) {
    return of.config.changelog.preset === undefined
        ? undefined
        : (await __webpack_require__.e(/* import() */ 4925).then(__webpack_require__.bind(__webpack_require__, 14925))).presetAt(workplace, of);
}

;// CONCATENATED MODULE: ./build/packages/stages/commands/retry.js




async function planRetry(workplace, { id, override }) {
    const overrides = overridesOf(override);
    const before = await (0,known_release/* readOrThrow */.Y)(workplace, id);
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

;// CONCATENATED MODULE: ./build/packages/stages/commands/rollback-preconditions.js




function requireWayBack({ from, to }) {
    if (to === undefined)
        return;
    const [older, newer] = [semver.parse(to), semver.parse(from.split("_")[0])];
    if (older === null)
        throw new faults/* ReleaseFault */.eB("input", `"${to}" is no version to go back to`, {
            hint: "Version must follow X.Y.Z format. Example: release rollback v2.5.0 --to=v2.4.0",
        });
    if (newer === null)
        return;
    const order = semver.compareBuild(older, newer);
    if (order < 0)
        return;
    const why = order === 0 ? "is the version that is to go" : `is newer than ${from}: that is no way back`;
    throw new faults/* ReleaseFault */.eB("input", `${to} ${why}`, {
        hint: order === 0
            ? "Name the version before, or leave `to` out."
            : `To go forward, release it: release start --version=…`,
    });
}
async function deployedBefore(workplace, { id, live, record }, wanted) {
    const { plan, deployments } = record;
    const previous = deployments.get("production")?.previous;
    const inFlight = live && !(0,machine/* isTerminal */.Hd)(record.state);
    if (inFlight && wanted.to !== undefined && wanted.to !== previous)
        throw new faults/* ReleaseFault */.eB("input", `${id} is in flight: it goes back to ${previous ?? "what served before"}, not to ${wanted.to}`, { hint: "Leave out `to`, or wait until the release is over." });
    const to = wanted.to ?? previous;
    const { config } = await (0,stages_open/* configAt */.ES)(workplace.git, record.tag?.sha ?? plan.baseSha);
    const { cwd: workDirectory, clock, signal } = workplace.surroundings;
    const target = await (0,stages_open/* openTarget */.Ap)(config, "production", { workDirectory, clock, signal });
    const { revisions } = await target.observe();
    if (to === undefined || !revisions.some(({ version }) => version === to)) {
        const named = to ?? plan.previousTag ?? `of ${plan.tag}`;
        const shown = revisions.map(({ version, percent }) => `${version} (${percent} %)`).join(", ");
        throw new faults/* ReleaseFault */.eB("policy", `Cannot rollback, previous version ${named} not deployed`, {
            hint: `Deployed now: ${shown === "" ? "nothing" : shown}.`,
        });
    }
    const mine = revisions.find(({ version }) => version === plan.tag);
    if (!inFlight && (mine?.percent ?? 0) === 0) {
        const serving = revisions.filter(({ percent }) => percent > 0).map(({ version }) => version);
        throw new faults/* ReleaseFault */.eB("policy", `${id} serves nobody: there is nothing to bring back`, {
            hint: `Production is served by ${serving.join(", ") || "nothing"}. See: release status ${id}`,
        });
    }
    return to;
}

;// CONCATENATED MODULE: ./build/packages/stages/commands/commands.js












async function startRelease(workplace, command, onDriver) {
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
    const stored = await (0,known_release/* readOrThrow */.Y)(workplace, id);
    await (0,authority/* authorise */.Z_)(workplace, (0,authority/* goingOn */.iO)(stored, workplace));
    return goOn(workplace, stored, onDriver);
}
async function goOn(workplace, stored, onDriver) {
    await (0,stages_open/* fetchAll */.mj)(workplace.git);
    if (!stored.live)
        return { id: stored.id, end: await (0,publication/* finishPublication */.g$)(workplace, stored) };
    const driver = await workplace.journal.drive(stored.id, {
        onWait: waitingFor(workplace),
    });
    return go(workplace, driver, onDriver);
}
async function rollBackRelease(workplace, wanted, onDriver) {
    requireWayBack(wanted);
    await (0,authority/* authorise */.Z_)(workplace, { deeds: ["rollback"], release: wanted.from });
    const bad = await (0,known_release/* readOrThrow */.Y)(workplace, wanted.from);
    refuseRedeploy(bad);
    await (0,stages_open/* fetchAll */.mj)(workplace.git);
    if (bad.live && !(0,machine/* isTerminal */.Hd)(bad.record.state)) {
        if (bad.record.touched.has("production"))
            await deployedBefore(workplace, bad, wanted);
        await askFor(workplace, bad.id, { kind: "rollback", id: wanted.requestId, reason: wanted.reason });
        return "requested";
    }
    if (bad.live && bad.record.state !== "completed")
        return goOn(workplace, bad, onDriver);
    if (bad.record.state !== "completed")
        throw new faults/* ReleaseFault */.eB("policy", `Release ${bad.id} is ${bad.record.state}: it does not serve production`, {
            hint: "Name the version that serves. Example: release rollback v2.5.0 --to v2.4.0",
        });
    const begun = await begunRollback(workplace, bad);
    if (begun !== undefined)
        return goOn(workplace, begun, onDriver);
    const to = await deployedBefore(workplace, bad, wanted);
    const plan = await rollbackPlan(workplace, bad, to, wanted.reason);
    const ended = bad.live ? await endForRollback(workplace, bad, wanted) : undefined;
    if (ended !== undefined && ended.end !== "completed")
        return ended;
    const next = await nextRollback(workplace, bad.record.plan.tag);
    return typeof next === "string" ? commands_open(workplace, { plan }, next, 1, onDriver) : goOn(workplace, next, onDriver);
}
function refuseRedeploy({ id, record: { plan } }) {
    if (plan.redeploy === undefined)
        return;
    throw new faults/* ReleaseFault */.eB("input", `${id} deployed ${plan.tag} again: there is nothing to bring back`, {
        hint: `Roll back the release itself. Example: release rollback ${plan.tag}`,
    });
}
async function begunRollback({ journal }, { record }) {
    return (await journal.live()).find((one) => one.record.plan.rollback?.from === record.plan.tag);
}
async function endForRollback(workplace, { id, record }, { requestId, reason }) {
    if ((0,machine/* isValidating */.ag)(record))
        await workplace.journal.request(id, { kind: "rollback", id: requestId, by: workplace.actor, reason });
    try {
        return await goOn(workplace, await (0,known_release/* readOrThrow */.Y)(workplace, id), () => undefined);
    }
    catch (thrown) {
        if (!(thrown instanceof packages_journal/* DrivenElsewhereError */.lc))
            throw thrown;
        throw new faults/* ReleaseFault */.eB("policy", `${id} is ended before its rollback by the process that drives it`, {
            hint: `In a few seconds, once more: release rollback ${id}`,
            cause: thrown,
        });
    }
}
async function rollbackPlan(workplace, bad, to, reason) {
    const { git, actor } = workplace;
    const loaded = await (0,stages_open/* configAt */.ES)(git, bad.record.tag?.sha ?? bad.record.plan.baseSha);
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
async function nextRollback({ journal }, tag) {
    for (let attempt = 1;; attempt += 1) {
        const id = attempt === 1 ? `${tag}-rollback` : `${tag}-rollback_${attempt}`;
        const known = await journal.read(id);
        if (known === undefined)
            return id;
        if (known.live)
            return known;
    }
}
async function askFor(workplace, id, request) {
    await (0,authority/* authorise */.Z_)(workplace, { deeds: [request.kind], release: id });
    const stored = await (0,known_release/* readOrThrow */.Y)(workplace, id);
    if (!stored.live)
        throw new faults/* ReleaseFault */.eB("policy", `Release ${id} is over: it is ${stored.record.state}`, {
            hint: `See: release report ${id}`,
        });
    await workplace.journal.request(stored.id, { ...request, by: workplace.actor });
    return stored;
}
async function declareEmergency(workplace, said) {
    if (said.emergency === undefined)
        return;
    const reason = parseEmergency(said.emergency);
    await askFor(workplace, said.id, { kind: "emergency", id: said.requestId, reason });
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

;// CONCATENATED MODULE: ./build/packages/stages/jobs/job-end.js



const toldBy = ({ told, record }) => ({
    ...(told === undefined ? {} : { told }),
    first: (0,report/* firstLines */.UV)(record),
});
async function unlessElsewhere(id, job) {
    try {
        return await job();
    }
    catch (thrown) {
        if (!(thrown instanceof packages_journal/* DrivenElsewhereError */.lc))
            throw thrown;
        return { id, outcome: "waiting", notes: [thrown.message, "this run leaves it to that one"] };
    }
}
async function interrupted({ driver }, reason) {
    if (driver.record.suspended === undefined)
        await driver.suspend({ waitsFor: "interrupted", reason, command: (0,stages_context/* resumeCommand */.VJ)(driver.record) });
    return "suspended";
}
function job_end_ended(driven, job) {
    const { id, end, record } = driven;
    const told = toldBy(driven);
    const notes = record.suspended === undefined ? [] : [`it waits: ${record.suspended.reason}`];
    if (end === "suspended" || record.state === job)
        return { id, outcome: "waiting", notes, ...told };
    if (record.state !== "failed")
        return { id, outcome: "go", notes, ...told };
    return { id, outcome: "failed", notes: [record.failure?.failureReason ?? "it failed before"], ...told };
}

;// CONCATENATED MODULE: ./build/packages/stages/jobs/deploy-job.js







async function deployToStaging(workplace, id) {
    const stored = await loadRelease(workplace, id);
    if (driving_isOver(stored))
        return job_end_ended({ id: stored.id, end: "left", record: stored.record }, "staging");
    const within = tagged(stored.record.tag, "staging");
    const job = { within, prepare: checkAgain };
    return unlessElsewhere(stored.id, async () => job_end_ended(await driveJob(workplace, stored, job), "staging"));
}
async function checkAgain(context) {
    const { driver } = context;
    if (driver.record.state !== "production" || !owesRecheck(driver.record))
        return "ready";
    try {
        await recheckStaging(context);
    }
    catch (thrown) {
        if (thrown instanceof packages_journal/* EnvironmentBusyError */.Zh)
            return waitForEnvironment(context, thrown);
        throw thrown;
    }
    await driver.flush();
    return "ready";
}
function tagged(tag, ...own) {
    return tag === undefined ? own : ["review", ...own];
}
async function deployToProduction(workplace, id) {
    const stored = await loadRelease(workplace, id);
    const { record } = stored;
    if (driving_isOver(stored))
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
        command: (0,stages_context/* resumeCommand */.VJ)(record),
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

;// CONCATENATED MODULE: ./build/packages/stages/commands/redeploy.js











async function redeploy(workplace, wanted, onDriver) {
    const planned = await planRedeploy(workplace, wanted);
    if (planned.begun !== undefined)
        return goOn(workplace, planned.begun, onDriver);
    return commands_open(workplace, planned, planned.id, 1, onDriver);
}
async function redeployJob(workplace, wanted) {
    await requireDefaultBranch(workplace);
    return unlessElsewhere(`re-deploy of ${wanted.environment}`, async () => redeploy_endOf(workplace, await redeploy(workplace, wanted, () => undefined)));
}
async function continueRedeployJob(workplace, { id, environment }) {
    await requireDefaultBranch(workplace);
    const stored = await loadRelease(workplace, id, "redeploy");
    requireRedeployOf(stored, environment);
    const held = heldBack(workplace, stored);
    if (held !== undefined)
        return { id: stored.id, outcome: "waiting", notes: [held] };
    return unlessElsewhere(stored.id, async () => redeploy_endOf(workplace, await goOn(workplace, stored, () => undefined)));
}
function requireRedeployOf({ id, record }, environment) {
    const actual = record.plan.redeploy?.environment;
    if (actual === environment)
        return;
    throw new faults/* ReleaseFault */.eB("policy", `${id} is no re-deploy of ${environment}`, {
        hint: actual === undefined
            ? `Go on with it as a release: release resume ${id}`
            : `It deploys to ${actual}: name that environment.`,
    });
}
async function redeploy_endOf(workplace, { id, end }) {
    const { record } = await (0,known_release/* readOrThrow */.Y)(workplace, id);
    const { escalation, redeploy: again, suspended } = record;
    const outcome = end === "redeployed" ? end : suspended === undefined ? "failed" : "waiting";
    const notes = escalation === undefined ? [again?.reason ?? ""] : [`ESCALATION: ${escalation.reason}`];
    return { id, outcome, notes: [...notes, ...(escalation?.manualSteps ?? [])] };
}
async function planRedeploy(workplace, wanted) {
    const { environment } = wanted;
    await (0,authority/* authorise */.Z_)(workplace, { deeds: ["redeploy"] });
    await (0,stages_open/* fetchAll */.mj)(workplace.git);
    const records = await recordsOf(workplace);
    const begun = records.find(({ live, record }) => live && record.plan.redeploy?.environment === environment);
    if (begun !== undefined)
        return { begun };
    await refuseHeld(workplace, environment);
    const good = requireLastGood(records, environment);
    const id = freeId(`${good.version}-redeploy-${environment}`, records);
    return { id, plan: await planOf(workplace, wanted, { good, records }) };
}
async function refuseHeld({ journal }, environment) {
    const holder = await journal.environmentHolder(environment);
    if (holder === undefined)
        return;
    if (holder.stale && (await journal.read(holder.release))?.record.touched.has(environment) !== true)
        return;
    throw new faults/* ReleaseFault */.eB("policy", `${environment} belongs to release ${holder.release}: nothing else is deployed there`, {
        hint: `See: release status ${holder.release}   Go on with it: release resume ${holder.release}`,
    });
}
async function planOf(workplace, wanted, { good, records }) {
    const { git, actor, surroundings } = workplace;
    const { version, from } = good;
    const sha = await commitOf(git, version, records);
    const baseSha = from.tag?.sha ?? from.plan.baseSha;
    const { config, digest } = await (0,stages_open/* configAt */.ES)(git, baseSha);
    const { cwd: workDirectory, env, clock, signal } = surroundings;
    await (0,stages_open/* openTarget */.Ap)(config, wanted.environment, { workDirectory, env, clock, signal });
    const { targetBranch, releaseBranch } = from.plan;
    return {
        releaseVersion: version.replace(/^v/, ""),
        releaseType: "redeploy",
        baseBranch: version,
        baseSha,
        targetBranch,
        releaseBranch,
        tag: version,
        gates: [],
        steps: [100],
        stagingStrategy: "blue-green",
        productionStrategy: "blue-green",
        initiatedBy: actor,
        configDigest: digest,
        redeploy: { environment: wanted.environment, sha, reason: wanted.reason },
    };
}
async function commitOf(git, version, records) {
    const tags = await git.tags("v");
    requireTagsAsRecorded(records.filter(({ record }) => record.tag?.tag === version), tags);
    const recorded = records.findLast(({ record }) => record.tag?.tag === version)?.record.tag?.sha;
    const sha = recorded ?? tags.find(({ name }) => name === version)?.sha;
    if (sha !== undefined)
        return sha;
    throw new faults/* ReleaseFault */.eB("policy", `Nobody knows the commit of ${version}: there is no tag ${version}`, {
        hint: `Tag the commit that was deployed. Example: git tag ${version} COMMIT && git push origin ${version}`,
    });
}
function freeId(name, records) {
    for (let attempt = 1;; attempt += 1) {
        const id = attempt === 1 ? name : `${name}_${attempt}`;
        if (!records.some((one) => one.id === id))
            return id;
    }
}

// EXTERNAL MODULE: ./node_modules/zod/v4/core/errors.js
var errors = __webpack_require__(58155);
;// CONCATENATED MODULE: ./build/packages/stages/jobs/evidence-schema.js

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
const tests = { coverage: share, requiredCoverage: share, totalTests: evidence_schema_count, failedTests: evidence_schema_count };
const allowedFinding = schemas/* strictObject */.rej({
    id: schemas/* string */.YjP(),
    score: schemas/* number */.aig().min(0).max(10),
    place: schemas/* string */.YjP(),
    mapped: schemas/* string */.YjP(),
    reason: schemas/* string */.YjP(),
    expires: iso/* date */.p6(),
    from: schemas/* string */.YjP(),
});
const metrics = schemas/* discriminatedUnion */.gMt("gate", [
    schemas/* strictObject */.rej({
        gate: schemas/* literal */.euz("security"),
        criticalIssues: evidence_schema_count,
        highIssues: evidence_schema_count,
        otherIssues: evidence_schema_count,
        owasp: schemas/* record */.g1P(schemas/* string */.YjP().max(100), evidence_schema_count).exactOptional(),
        allowed: schemas/* array */.YOg(allowedFinding).exactOptional(),
        notices: schemas/* array */.YOg(schemas/* string */.YjP()).exactOptional(),
    }),
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
    schemas/* strictObject */.rej({ gate: schemas/* literal */.euz("unit"), ...tests }),
    schemas/* strictObject */.rej({ gate: schemas/* literal */.euz("integration"), ...tests }),
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
        journeys: schemas/* array */.YOg(schemas/* strictObject */.rej({
            name: schemas/* string */.YjP(),
            status: schemas/* enum */.k5n(["passed", "failed", "skipped"]),
            durationMs: schemas/* number */.aig(),
            flaky: schemas/* literal */.euz(true).exactOptional(),
        })),
    }),
]);
const evidence_schema_names = schemas/* array */.YOg(schemas/* string */.YjP().max(1000)).max(20);
const gateTests = schemas/* strictObject */.rej({
    slowest: schemas/* array */.YOg(schemas/* strictObject */.rej({ name: schemas/* string */.YjP().max(1000), durationMs: schemas/* number */.aig() })).max(10),
    failed: evidence_schema_names,
    flaky: evidence_schema_names,
});
const outcome = schemas/* strictObject */.rej({
    gate: schemas/* enum */.k5n(["security", "dod", "unit", "integration", "smoke", "e2e"]),
    status: passFail,
    sha: schemas/* string */.YjP().max(64),
    executionTimeMs: schemas/* number */.aig(),
    targetMs: schemas/* number */.aig(),
    metrics: metrics.exactOptional(),
    tests: gateTests.exactOptional(),
    check: schemas/* strictObject */.rej({ name: schemas/* string */.YjP(), app: schemas/* string */.YjP(), url: schemas/* url */.OZ5({ protocol: /^https?$/ }).exactOptional() })
        .exactOptional(),
    scope: schemas/* string */.YjP().max(2000).exactOptional(),
    failures: schemas/* array */.YOg(schemas/* strictObject */.rej({
        title: schemas/* string */.YjP(),
        detail: schemas/* string */.YjP().exactOptional(),
        file: schemas/* string */.YjP().exactOptional(),
        line: schemas/* number */.aig().exactOptional(),
        suggestion: schemas/* string */.YjP(),
        test: schemas/* string */.YjP().max(1000).exactOptional(),
        class: schemas/* enum */.k5n(["new", "known-flaky", "environment"]).exactOptional(),
        log: schemas/* strictObject */.rej({ file: schemas/* string */.YjP(), lines: schemas/* array */.YOg(schemas/* string */.YjP()).max(20) }).exactOptional(),
    })),
    notRun: schemas/* literal */.euz(true).exactOptional(),
})
    .refine(({ gate, metrics: found }) => found === undefined || found.gate === gate, "its metrics are of another gate");
const someLines = schemas/* union */.KCZ([schemas/* string */.YjP().regex(/^[\d,-]*$/), evidence_schema_count]);
const fileLines = schemas/* strictObject */.rej({
    file: schemas/* string */.YjP(),
    ours: schemas/* boolean */.zMY(),
    covered: someLines,
    uncovered: someLines,
    functions: schemas/* array */.YOg(schemas/* strictObject */.rej({ name: schemas/* string */.YjP(), line: evidence_schema_count })),
});
const evidenceSchema = schemas/* strictObject */.rej({
    release: schemas/* string */.YjP().max(200),
    sha: schemas/* string */.YjP().max(64),
    leg: schemas/* string */.YjP().max(50),
    outcomes: schemas/* array */.YOg(outcome),
    lines: schemas/* array */.YOg(fileLines).exactOptional(),
});

;// CONCATENATED MODULE: ./build/packages/stages/jobs/shard-leg.js



async function shardEvidence(ports, plan, { sha, shard, past }) {
    const { gate, index, total } = shard;
    const directory = external_node_path_.join(ports.workDirectory, "gates");
    const context = { ...gateContext(ports, plan, { sha, directory }), shard: { index, total } };
    await ports.git.ensureWorktree(sha, directory);
    try {
        const broken = await brokenSetup(context, gate);
        if (broken !== undefined)
            return { outcomes: [ports.scrub.value(broken)] };
        let end;
        ports.say(`shard ${index} of ${total}`);
        const outcome = await tellGate(ports, gate, { context, past }, async (_, told) => {
            end = await (0,packages_gates/* runShard */.Ek)(gate, { ...told, shard: context.shard });
            return end.outcome;
        });
        return { outcomes: [outcome], ...(end?.lines === undefined ? {} : { lines: end.lines }) };
    }
    finally {
        await ports.git.removeWorktree(directory);
    }
}

;// CONCATENATED MODULE: ./build/packages/stages/jobs/leg.js
















async function runLeg(workplace, { id, leg, prepare }) {
    await (0,stages_open/* fetchAll */.mj)(workplace.git);
    const stored = await (0,known_release/* readOrThrow */.Y)(workplace, id);
    const { id: release, record, facts } = stored;
    const validates = leg === validationLeg;
    const { gates: wanted, shard } = validates ? journeysOwed(stored) : gatesOwed(stored, leg);
    const { config } = await (0,stages_open/* configAt */.ES)(workplace.git, record.plan.baseSha);
    const ports = await (0,stages_open/* portsOf */.a5)(workplace, config, release);
    const sha = (0,stages_context/* required */.mw)(validates ? record.tag?.sha : record.gatedSha, "the commit to test");
    if (config.gates.cache && wanted.some((gate) => gate !== "dod"))
        await prepare?.({
            releaseType: record.plan.releaseType,
            paths: () => ports.git.listFiles(sha),
            read: (paths) => ports.git.readFiles(sha, paths),
        });
    const seen = { record, facts };
    const past = pastOf(ports, seen);
    const found = await foundBy(ports, seen, { sha, gates: wanted, past }, validates ? validationLeg : shard);
    const { outcomes } = found;
    const now = withOutcomes(seen, outcomes);
    const evidence = { release, sha, leg, ...found };
    const text = evidenceText(evidence);
    const outcome = outcomeOf(validates ? {} : record.plan, outcomes);
    const first = (0,report/* firstLines */.UV)(now.record);
    const gates = outcomes.map(({ gate }) => gate);
    const comparison = gates.length === 0 ? undefined : await past.compare(now);
    const details = (0,report/* gateDetails */.M3)(now.record, { gates, comparison });
    const { directory: artifacts } = artifactsOf(ports.workDirectory);
    return { outcome, evidence, first, details, text, digest: digestOf(text), artifacts };
}
async function foundBy(ports, seen, wanted, part) {
    const { gates, sha, past } = wanted;
    if (part === undefined || gates.length === 0)
        return { outcomes: await outcomesOf(ports, seen, wanted) };
    if (part === validationLeg)
        return { outcomes: [await walkEveryJourney(ports, seen)] };
    return shardEvidence(ports, seen.record.plan, { sha, shard: part, past });
}
function gatesOwed({ id, record, live }, leg) {
    if (!live || (record.state !== "quality_gates" && record.state !== "quality_gates_fast"))
        throw nothingToRun(id, record.state);
    const missing = missingGates(record);
    const work = workOfLeg(record.plan, leg);
    return { ...work, gates: work.gates.filter((gate) => missing.includes(gate)) };
}
function journeysOwed({ id, record, live }) {
    if (record.state !== "completed")
        throw nothingToRun(id, record.state);
    return { gates: live && (0,machine/* validationOf */.D2)(record) === "due" ? ["e2e"] : [] };
}
function nothingToRun(id, state) {
    return new faults/* ReleaseFault */.eB("policy", `Release ${id} has no gates to run: it is ${state}`, {
        hint: `See where it stands: release status ${id}`,
    });
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
            ? await oneAfterAnother(ports, seen, { context, gates: wanted.gates, past: wanted.past })
            : [ports.scrub.value(broken)];
    }
    finally {
        await ports.git.removeWorktree(directory);
    }
}
async function oneAfterAnother(ports, begun, { context, gates, past }) {
    const outcomes = [];
    for (const gate of gates) {
        const seen = withOutcomes(begun, outcomes);
        const evidence = gate === "dod" ? { evidence: await gatherEvidence(seen, ports) } : {};
        const outcome = await tellGate(ports, gate, { context: { ...context, ...evidence }, past });
        outcomes.push(outcome);
        if ((0,machine/* standingOf */.YP)(begun.record.plan, outcome) === "failed")
            return outcomes;
    }
    return outcomes;
}
function evidenceText(evidence) {
    return `${(0,stages_context/* required */.mw)((0,canonicalize/* default */.A)(evidence), "the evidence")}\n`;
}
function digestOf(text) {
    return (0,external_node_crypto_.createHash)("sha256").update(text).digest("hex");
}

;// CONCATENATED MODULE: ./build/packages/stages/jobs/verify-evidence.js







class EvidenceRefusedError extends faults/* ReleaseFault */.eB {
    name = "EvidenceRefusedError";
}
function verifiedOutcomes(expected, delivered) {
    const found = new Map();
    const shards = new Map();
    for (const one of delivered) {
        const { gates, shard } = workOfLeg(expected.plan, one.leg);
        const { outcomes, lines } = evidenceOfLeg(expected, one, gates);
        for (const outcome of outcomes) {
            const known = shard === undefined ? undefined : shards.get(shard.gate);
            if (found.has(outcome.gate) || (shard !== undefined && known?.has(shard.index) === true))
                throw refused(expected, `two legs speak for gate ${outcome.gate}`);
            if (shard === undefined)
                found.set(outcome.gate, outcome);
            else
                shards.set(shard.gate, new Map([...(known ?? []), [shard.index, verify_evidence_endOf(outcome, lines)]]));
        }
    }
    const lacking = joinInto(found, shards, expected);
    const outcomes = expected.plan.gates.flatMap((gate) => found.get(gate) ?? []);
    const unproved = expected.missing.filter((gate) => !found.has(gate));
    if (unproved.length > 0 && outcomes.every((one) => (0,machine/* standingOf */.YP)(expected.plan, one) !== "failed"))
        throw refused(expected, `no leg proves ${unproved.map((gate) => lacking.get(gate) ?? gate).join(", ")}`);
    return outcomes;
}
function verify_evidence_endOf(outcome, lines) {
    return { outcome, ...(lines === undefined ? {} : { lines }) };
}
function joinInto(found, shards, expected) {
    const lacking = new Map();
    for (const [gate, ends] of shards) {
        const wanted = shardsOf(expected.plan, gate);
        const absent = wanted.find(({ index }) => !ends.has(index));
        const [first, ...others] = wanted.flatMap(({ index }) => ends.get(index) ?? []);
        if (first === undefined)
            continue;
        if (found.has(gate))
            throw refused(expected, `two legs speak for gate ${gate}`);
        const isRed = [first, ...others].some(({ outcome }) => outcome.status === "failed");
        if (absent === undefined || isRed)
            found.set(gate, (0,packages_gates/* outcomeOfShards */.NV)(gate, [first, ...others], expected.settings));
        else
            lacking.set(gate, `${gate} (shard ${absent.index} of ${absent.total} is missing)`);
    }
    return lacking;
}
function verifiedJourneys(expected, delivered) {
    const [outcome, ...others] = evidenceOfLeg(expected, delivered, ["e2e"]).outcomes;
    if (delivered.leg !== validationLeg || outcome === undefined || outcome.scope !== undefined || others.length > 0)
        throw refused(expected, `it does not prove that every journey was walked`);
    return outcome;
}
function evidenceOfLeg(expected, { leg, digest, text }, own) {
    if (digestOf(text) !== digest.toLowerCase())
        throw refused(expected, `the evidence of leg ${leg} is not the one that its job announced`);
    const parsed = evidenceSchema.safeParse(jsonOf(text));
    if (!parsed.success)
        throw refused(expected, `leg ${leg} sent no evidence: ${errors/* prettifyError */.S1(parsed.error)}`);
    const { release, sha, leg: author, outcomes, lines } = parsed.data;
    if (release !== expected.release || author !== leg)
        throw refused(expected, `the evidence of leg ${leg} is that of ${release}, leg ${author}`);
    const stranger = [sha, ...outcomes.map((outcome) => outcome.sha)].find((tested) => tested !== expected.sha);
    if (stranger !== undefined)
        throw refused(expected, `leg ${leg} tested ${stranger.slice(0, 7)}, and ${expected.sha.slice(0, 7)} is to be released`);
    const foreign = outcomes.find(({ gate }) => !own.includes(gate));
    if (foreign !== undefined)
        throw refused(expected, `leg ${leg} speaks for gate ${foreign.gate}, which is not its own`);
    const doubtful = outcomes.find(({ status, failures }) => (status === "passed") !== (failures.length === 0));
    if (doubtful !== undefined)
        throw refused(expected, `gate ${doubtful.gate} contradicts itself`);
    return { outcomes, ...(lines === undefined ? {} : { lines }) };
}
function jsonOf(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function refused({ release }, reason) {
    return new EvidenceRefusedError("policy", `The evidence of the gates of ${release} is refused: ${reason}`, {
        hint: `Run the gates again, in a new run: release resume ${release}`,
    });
}
function gateFacts(outcomes) {
    return outcomes.map((outcome) => ({ type: "gate-finished", ...outcome }));
}

;// CONCATENATED MODULE: ./build/packages/stages/jobs/report-job.js











async function reportJob(workplace, { id, state, journeys }) {
    const stored = await loadRelease(workplace, id);
    const { record } = stored;
    if (!stored.live && record.state === state) {
        await (0,publication/* finishPublication */.g$)(workplace, stored);
        return { id: stored.id, outcome: state, notes: [] };
    }
    if (record.state === state)
        return unlessElsewhere(stored.id, () => state === "failed" ? endFailed(workplace, stored) : endCompleted(workplace, stored, journeys));
    if (state === "failed" && diedBeforeProduction(record))
        return unlessElsewhere(stored.id, () => withoutVerdict(workplace, stored));
    return { id: stored.id, outcome: "untouched", notes: [`${stored.id} is ${record.state}: nothing to do`] };
}
async function endCompleted(workplace, stored, journeys) {
    const { id } = stored;
    const driven = await driveJob(workplace, stored, {
        within: ["completed"],
        journeysElsewhere: true,
        ...(journeys === undefined ? {} : { prepare: (context) => recordJourneys(context, journeys) }),
    });
    const { end, record } = driven;
    if (end === "left")
        return { id, outcome: "completed", notes: ["every journey is walked now"], journeysDue: true };
    if (record.suspended?.waitsFor !== "decision")
        return { id, outcome: "completed", notes: [] };
    const { reason, command } = record.suspended;
    return { id, outcome: "waiting", notes: [`it waits: ${reason}`, command], ...toldBy(driven) };
}
async function recordJourneys(context, journeys) {
    const { driver } = context;
    if (driver.record.suspended?.waitsFor === "decision")
        return "suspended";
    if (driver.record.suspended !== undefined)
        driver.decide({ type: "resumed", by: context.actor });
    if ((0,machine/* validationOf */.D2)(driver.record) === "due") {
        const sha = (0,stages_context/* required */.mw)(driver.record.tag?.sha, "the released commit");
        driver.observe({ type: "validation-finished", ...verifiedJourneys({ release: driver.id, sha }, journeys) });
    }
    await driver.flush();
    return "ready";
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
        return endFailed(workplace, await (0,known_release/* readOrThrow */.Y)(workplace, id));
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
    (0,stages_context/* failRelease */.YO)(driver, {
        failureReason: `Its jobs died in ${state} ${deaths + 1} times`,
        actionableFixSuggestions: [
            "Look at the last lines of those jobs: runners that run out of memory or time say so there.",
        ],
    });
    await driver.flush();
    return "ready";
}

;// CONCATENATED MODULE: ./build/packages/stages/jobs/review-job.js










async function reviewJob(workplace, command) {
    const stored = await loadRelease(workplace, command.id);
    if (driving_isOver(stored))
        return job_end_ended({ id: stored.id, end: "left", record: stored.record }, "review");
    return unlessElsewhere(stored.id, async () => {
        const driven = await driveJob(workplace, stored, {
            within: ["review"],
            prepare: (context) => recordGates(context, command),
        });
        if (driven.record.state === "quality_gates" && driven.end === "left")
            return gateAgain(workplace, driven);
        return job_end_ended(driven, "review");
    });
}
async function recordGates(context, { evidence, gatesResult }) {
    const { driver } = context;
    const { state, plan, gates } = driver.record;
    if (state !== "quality_gates" && state !== "quality_gates_fast")
        return "ready";
    const sha = (0,stages_context/* required */.mw)(driver.record.gatedSha, "the gated commit");
    const missing = missingGates(driver.record);
    const delivered = verifiedOutcomes({ release: driver.id, sha, plan, missing, settings: context.config.gates }, evidence);
    const unknown = delivered.filter(({ gate, status }) => missing.includes(gate) || status === "failed");
    const recorded = plan.gates.filter((gate) => !missing.includes(gate)).flatMap((gate) => gates.get(gate) ?? []);
    const red = [...recorded, ...unknown].filter((outcome) => (0,machine/* standingOf */.YP)(plan, outcome) === "failed");
    const [failed] = plan.gates.flatMap((gate) => red.find((outcome) => outcome.gate === gate) ?? []);
    if (failed === undefined && gatesResult !== "success")
        return interrupted(context, `the gates ended ${gatesResult}`);
    if (driver.record.suspended !== undefined)
        driver.decide({ type: "resumed", by: context.actor });
    driver.observe(...gateFacts(unknown));
    await comparePast(context, pastOf(context, driver));
    await showGates(context);
    if (failed === undefined)
        (0,stages_context/* moveTo */.tw)(driver, "review", passReason(driver.record));
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

;// CONCATENATED MODULE: ./build/packages/stages/jobs/validate-job.js













async function validateJob(workplace, command) {
    if (command.kind === "start")
        return begin(workplace, command.start);
    if (command.kind === "retry")
        return again(workplace, command);
    const loaded = await loadRelease(workplace, command.id);
    await requireDefaultBranch(workplace);
    const stored = await asked(workplace, loaded, command);
    if (command.kind === "request") {
        const busy = await drivenNow(workplace, loaded);
        if (busy !== undefined)
            return leftToDriver(stored, `${command.ask} of ${stored.id} is recorded; it is ${busy}`);
    }
    const { redeploy } = stored.record.plan;
    if (redeploy !== undefined)
        return refusedRoute(stored, `${stored.id} is gone on with by: release redeploy ${redeploy.environment}`);
    const held = heldBack(workplace, stored);
    if (held !== undefined)
        return refusedRoute(stored, held);
    if (driving_isOver(stored)) {
        const isDone = stored.live || (await (0,publication/* isPublished */.HF)(workplace, stored));
        return isDone
            ? refusedRoute(stored, `${stored.id} is over: it is ${stored.record.state}`)
            : routeOf({ id: stored.id, record: stored.record, end: "left" });
    }
    const heard = await hear(workplace, stored);
    const notes = await ready(workplace, heard);
    return noting(notes, routeOf(heard.record.state === "initiated" ? await driveJob(workplace, stored, { within: ["initiated"] }) : heard));
}
async function asked(workplace, stored, command) {
    const requestId = `run-${workplace.surroundings.env["GITHUB_RUN_ID"] ?? ""}-${command.kind}`;
    const { id } = stored;
    if (command.kind === "request")
        await askFor(workplace, id, { kind: command.ask, id: requestId, reason: command.reason });
    else if (command.emergency === undefined)
        return stored;
    else
        await declareEmergency(workplace, { id, emergency: command.emergency, requestId });
    return (0,known_release/* readOrThrow */.Y)(workplace, id);
}
function leftToDriver({ id, record }, note) {
    return { ...routeOf({ id, record, end: "left" }), outcome: "waiting", notes: [note] };
}
function refusedRoute({ id, record }, note) {
    return { ...routeOf({ id, record, end: "left" }), outcome: "refused", notes: [note] };
}
async function begin(workplace, start) {
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
    return noting(notes, routeOf(await useDriver(workplace, driver, { within: ["initiated"] })));
}
async function hear(workplace, stored) {
    const { id, record, facts } = stored;
    const asIs = { id, record, end: "left" };
    if (!isUndecided(record))
        return asIs;
    const { config } = await (0,stages_open/* configAt */.ES)(workplace.git, record.plan.baseSha);
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
const noting = (notes, route) => ({ ...route, notes: [...notes, ...route.notes] });
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
        first: (0,report/* firstLines */.UV)(record),
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
        first: (0,report/* firstLines */.UV)({ plan, gates: new Map() }),
        notes: [
            "dry run: nothing was changed",
            ...notes,
            `gates: ${plan.gates.join(", ")}`,
            `production ${plan.productionStrategy}: ${plan.steps.join(", ")} %`,
        ],
    };
}

;// CONCATENATED MODULE: ./build/packages/stages/jobs/rollback-job.js











async function rollbackNet(workplace, id) {
    const stored = await loadRelease(workplace, id, "rollback");
    const { record } = stored;
    if (record.state === "completed")
        return unfinishedRollback(workplace, stored);
    if (driving_isOver(stored) && !stored.live)
        await (0,publication/* finishPublication */.g$)(workplace, stored);
    if (driving_isOver(stored))
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
    const asked = pendingVerdict(driver.record);
    const reason = verdict?.reason ?? asked?.reason ?? "The job that deployed ended without a verdict";
    if (verdict === undefined)
        driver.decide({
            type: "verdict",
            trigger: asked?.trigger ?? "deployment-failure",
            reason,
            evidence: [...(asked?.evidence ?? []), `traffic: ${shareOf(context)}`],
        });
    (0,stages_context/* moveTo */.tw)(driver, "rolled_back", reason);
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
    requireWayBack({ from: wanted.id, ...(wanted.to === undefined ? {} : { to: wanted.to }) });
    const before = await loadRelease(workplace, wanted.id, "rollback");
    const { id: from, to, reason, requestId } = wanted;
    const end = await rollBackRelease(workplace, { from, reason, requestId, ...(to === undefined ? {} : { to }) }, () => { });
    if (end === "requested")
        return obeyed(workplace, before.id);
    return { id: end.id, outcome: end.end === "rolled_back" ? "rolled_back" : "waiting", notes: [] };
}
async function obeyed(workplace, id) {
    return unlessDriven(workplace, id, async () => {
        const within = ["production", "production_canary", "rolled_back"];
        await (0,stages_open/* fetchAll */.mj)(workplace.git);
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
        const { record } = await (0,known_release/* readOrThrow */.Y)(workplace, id);
        const done = record.state === "rolled_back";
        return { id, outcome: done ? "rolled_back" : "requested", notes: [thrown.message] };
    }
}
async function rollbackStaging(workplace, id) {
    const stored = await loadRelease(workplace, id);
    const { record } = stored;
    const mine = record.state === "staging" || record.state === "failed";
    if (driving_isOver(stored) || !mine || !record.touched.has("staging"))
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

;// CONCATENATED MODULE: ./build/packages/stages/jobs/smoke-job.js






async function smokeNow(surroundings, place) {
    const { cwd, clock, signal } = surroundings;
    const { config } = await (0,stages_open/* configHere */.Xt)(cwd);
    if (config.smoke === undefined) {
        throw new faults/* ReleaseFault */.eB("config", `There are no smoke checks in ${packages_config.defaultConfigPath} here: nothing would be proved`, {
            hint: `Write them under \`smoke:\` (docs/smoke.md); or name the clone that has them (--directory=../shop, or a checkout before the action).`,
        });
    }
    const env = (0,stages_open/* definedOnly */.Uv)(surroundings.env);
    const commandsWith = (own) => ({
        commands: { directory: cwd, env: (0,packages_gates/* cleanEnvironment */.hh)(surroundings.env, own) },
    });
    if ("url" in place)
        return (0,smoke/* runSmoke */.Lw)(config.smoke, { baseUrl: place.url, env, clock, signal, ...commandsWith({}) });
    const { environment } = place;
    const target = await (0,stages_open/* openTarget */.Ap)(config, environment, { workDirectory: cwd, env, clock, signal });
    const { url } = await target.observe();
    const here = smokePlace(config, environment, { env, headers: {} });
    const own = config.environments[environment].env;
    return (0,smoke/* runSmoke */.Lw)(config.smoke, { ...here, baseUrl: url, clock, signal, ...commandsWith(own) });
}

;// CONCATENATED MODULE: ./build/packages/stages/queue/openings.js




async function openingsOf({ git, surroundings }, record) {
    const { state, suspended, touched, plan } = record;
    const isPast = (0,machine/* isTerminal */.Hd)(state) || touched.has("production") || suspended?.waitsFor === "window";
    if (isPast || (await git.resolve(`refs/remotes/origin/${plan.targetBranch}`)) === undefined)
        return [];
    try {
        const { windows } = await policyOf(git, plan.targetBranch);
        return openingNotes(windows, record, surroundings.clock.now()).map((note) => `  · ${note}`);
    }
    catch (thrown) {
        return [`  · the windows of ${plan.targetBranch} cannot be read: ${(0,faults/* asFault */.Ps)(thrown).message}`];
    }
}

// EXTERNAL MODULE: ./build/packages/stages/records/secrets.js
var secrets = __webpack_require__(95689);
;// CONCATENATED MODULE: ./build/packages/stages/views/outbox.js






const restMs = 5 * 60_000;
async function emptyOutbox(workplace, extra = []) {
    const { journal, surroundings } = workplace;
    const now = surroundings.clock.now();
    const fresh = (await journal.every()).filter(({ record }) => now - Date.parse(record.lastAt) < newsForMs);
    if (fresh.length === 0 && extra.length === 0)
        return [];
    await (0,stages_open/* fetchAll */.mj)(workplace.git);
    const named = new Set(extra.map(({ release }) => release));
    const releases = extra.length === 0 ? fresh : [...fresh, ...(await outbox_missing(workplace, named, fresh))];
    let notes;
    const done = [];
    for (const release of releases) {
        const post = await postOf(workplace, release);
        const nobody = post.notify.channels.length === 0 && post.metrics.push.length === 0;
        if (nobody || (await isDriven(workplace, release)))
            continue;
        notes ??= await journal.notes();
        const mine = extra.filter((telling) => telling.release === release.id);
        for (const telling of [...tellingsOf(release.facts, notes), ...mine])
            done.push(...(await tell(workplace, { release, telling, post, notes })));
        for (const push of pushesOf(release, post))
            done.push(...(await attempt(workplace, { release, notes, now, ...push })));
    }
    return done;
}
async function outbox_missing({ journal }, named, known) {
    const ids = [...named].filter((id) => !known.some((release) => release.id === id));
    return (await Promise.all(ids.map((id) => journal.read(id)))).filter((one) => one !== undefined);
}
async function isDriven({ journal }, { id, live }) {
    return live && (await journal.whoDrives(id)).driver?.stale === false;
}
async function postOf({ git, forge, surroundings }, { record }) {
    const { clock, env, signal } = surroundings;
    const { config } = await (0,stages_open/* configAt */.ES)(git, record.plan.baseSha);
    const { notify, metrics } = config;
    const scrub = (0,secrets/* scrubberOf */.O)((0,stages_open/* definedOnly */.Uv)(env), config);
    return { notify, metrics, env, forge, clock, signal, scrub, fetch: fetchForChannels(surroundings) };
}
async function tell(workplace, { release, telling, post, notes }) {
    const now = post.clock.now();
    if (!isNews(telling, release.record, now))
        return [];
    const notice = noticeOf(telling, release.record, post);
    const done = [];
    const delivered = (name) => triesOf(release, notes, notice.key, name).known;
    for (const channel of post.notify.channels) {
        if (!wants(channel, telling.event) || !isEquipped(channel, post.env))
            continue;
        const about = { key: notice.key, channel: channel.name };
        const known = channel.fallback === undefined ? [] : delivered(channel.fallback);
        const send = () => deliver(notice, channel, post, [...done, ...known]);
        done.push(...(await attempt(workplace, { release, notes, now, ...about, deliver: send })));
    }
    return done;
}
async function attempt({ journal }, { release, notes, now, key, channel, deliver: send }) {
    const tries = triesOf(release, notes, key, channel);
    if (isSettled(tries.known, key, channel) || tries.claims >= attemptsAtMost)
        return [];
    if (tries.lastMs !== undefined && now - tries.lastMs < restMs)
        return [];
    const claim = `notice-claimed ${tries.claims + 1} ${key} > ${channel}`;
    const text = JSON.stringify({ key, channel });
    if (!(await journal.note({ id: claim, release: release.id, kind: "notice-claimed", text })))
        return [];
    const found = await send();
    for (const one of found)
        await noteDelivery(journal, release.id, one, tries.claims + 2);
    return found;
}
function triesOf({ facts }, notes, key, channel) {
    const recorded = facts.flatMap((fact) => (fact.type === "notified" ? [fact] : []));
    const about = notes.flatMap((note) => {
        const text = aboutOf(note);
        return text?.key === key && text.channel === channel ? [note] : [];
    });
    const known = [
        ...recorded,
        ...about.flatMap(({ kind }) => kind === "notice-claimed" ? [] : [{ key, channel, status: kind === "notice-delivered" ? "delivered" : "failed" }]),
    ];
    const times = [...recorded.filter((one) => one.key === key && one.channel === channel), ...about];
    return {
        known,
        claims: about.filter(({ kind }) => kind === "notice-claimed").length,
        lastMs: times.length === 0 ? undefined : Math.max(...times.map(({ at }) => Date.parse(at))),
    };
}

;// CONCATENATED MODULE: ./build/packages/stages/views/overdue.js


const shownForMs = 30 * 24 * 3_600_000;
async function overdueReviews({ forge, surroundings }, releases) {
    const now = surroundings.clock.now();
    const late = releases.flatMap(({ id, record }) => record.published.flatMap(({ what: page, url, due }) => {
        const what = page === "review-issue" ? "review" : "decision";
        const lateMs = due === undefined ? -1 : now - Date.parse(due);
        const issue = Number(url.slice(url.lastIndexOf("/") + 1));
        return due !== undefined && lateMs >= 0 && lateMs < shownForMs
            ? [{ release: id, what, url, due, issue, text: textOf({ release: id, what, url, due }) }]
            : [];
    }));
    const found = await Promise.all(late.map(async (one) => ({ ...one, seen: await forge.findIssue(one.issue) })));
    return found.flatMap(({ seen, ...one }) => (seen?.open === true ? [{ ...one, assignees: seen.assignees }] : []));
}
const about = { review: "the review of", decision: "what to do about failed journeys of" };
function textOf({ release, what, url, due }) {
    return `overdue since ${due}: ${about[what]} hotfix ${release}, ${url}`;
}
async function remindOfReviews(workplace) {
    const { forge, git, journal, surroundings } = workplace;
    const reviews = await overdueReviews(workplace, await journal.every());
    if (reviews.length === 0)
        return [];
    const branch = await forge.defaultBranch();
    const { roles } = (await (0,stages_open/* configAt */.ES)(git, `refs/remotes/origin/${branch}`)).config;
    const day = new Date(surroundings.clock.now()).toISOString().slice(0, 10);
    return Promise.all(reviews.map(async (review) => {
        const people = review.assignees.length > 0 ? review.assignees.map((login) => `@${login}`) : teamsOf(roles.onCall);
        const body = `${people.join(" ")} this ${review.what} was due at ${review.due}. Close the issue when it is done.`.trim();
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
function tellingsOfReminders({ surroundings: { clock } }, reminders) {
    const now = clock.now();
    return reminders.map(({ release, text, due }) => ({
        event: "review-overdue",
        priority: "P2",
        release,
        labels: ["HOTFIX"],
        title: text,
        lines: [],
        commands: [],
        at: new Date(now).toISOString(),
        number: Math.floor((now - Date.parse(due)) / (24 * 3_600_000)) + 1,
    }));
}

;// CONCATENATED MODULE: ./build/packages/stages/views/dashboard.js

async function openDashboard(workplace) {
    const { createNewsReader, siteOf } = await Promise.all(/* import() */[__webpack_require__.e(1573), __webpack_require__.e(8468), __webpack_require__.e(2441)]).then(__webpack_require__.bind(__webpack_require__, 52441));
    const { forge, journal, local, surroundings } = workplace;
    const { period, sprint } = local.config.metrics;
    const kept = new WeakMap();
    return {
        read: createNewsReader({
            every: () => journal.every(),
            live: () => journal.live(),
            overdue: async (releases) => (await overdueReviews(workplace, releases)).map(({ release, due, url }) => ({ release, due, url })),
            findings: async () => (await journal.notes()).flatMap(({ release, kind, text, by, at }) => kind === "root-cause" || kind === "false-positive" ? [{ release, kind, text, by, at }] : []),
            now: () => surroundings.clock.now(),
        }),
        site: ({ releases, overdue, findings, asOf }, refreshMs) => siteOf({
            repository: forge.repository,
            webUrl: forge.webUrl,
            releases,
            overdue,
            findings,
            sprint: period === "sprint" ? { kind: period, ...sprint } : undefined,
            now: asOf,
            refreshMs,
            kept,
        }),
    };
}

;// CONCATENATED MODULE: ./build/packages/stages/views/dashboard-branch.js


const pollMs = 10_000;
const refreshMs = 20_000;
const quietMs = 30 * 60_000;
const attempts = 5;
async function publishDashboard(workplace, { branch, follow, waitMs }, onPublished) {
    const { clock, signal, say } = workplace.surroundings;
    const look = await createPublisher(workplace, branch, onPublished);
    const startedAt = clock.now();
    let reachedAt = startedAt;
    for (let overtaken = 0;;) {
        try {
            const { isPublished, isOver } = await look();
            reachedAt = clock.now();
            if (isPublished && (!follow || (isOver && reachedAt - startedAt >= waitMs)))
                return;
            overtaken += isPublished ? 0 : 1;
            if (!follow && overtaken === attempts)
                throw tooMany(branch);
        }
        catch (thrown) {
            const { code, message } = (0,faults/* asFault */.Ps)(thrown);
            if (!follow || code !== "remote" || clock.now() - reachedAt >= quietMs)
                throw thrown;
            say(`The dashboard stays as it is until the host answers again: ${message}`);
        }
        await clock.sleep(pollMs, signal);
    }
}
async function createPublisher(workplace, branch, onPublished) {
    const { publishSite, siteHead } = await Promise.all(/* import() */[__webpack_require__.e(1573), __webpack_require__.e(8468), __webpack_require__.e(2441)]).then(__webpack_require__.bind(__webpack_require__, 52441));
    const { read, site } = await openDashboard(workplace);
    const { git } = workplace;
    let last;
    return async () => {
        const over = last?.sha ?? (await siteHead(git, branch));
        const picture = await read();
        const { asOf, version } = picture;
        if (version !== last?.version) {
            const made = site(picture, refreshMs);
            last = undefined;
            const sha = await publishSite(git, made, { branch, over, at: new Date(asOf).toISOString() });
            if (sha === undefined)
                return { isPublished: false, isOver: false };
            last = { version, sha, at: asOf };
            onPublished({ sha, files: made.size });
        }
        return { isPublished: true, isOver: !picture.isMoving || asOf - last.at > quietMs };
    };
}
function tooMany(branch) {
    return new faults/* ReleaseFault */.eB("policy", `Others published to ${branch} each time that this one was ready (${attempts} times)`, {
        hint: "Nothing is lost: what they published is at most a minute older. Run it again when they are done.",
    });
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/packages/process/index.js + 7 modules
var process = __webpack_require__(31359);
;// CONCATENATED MODULE: ./build/packages/stages/plan/config-here.js






const manifestBytesAtMost = 1_000_000;
async function projectConfig({ cwd, signal }) {
    const paths = await pathsIn(cwd, signal);
    const loaded = await (0,stages_open/* configHere */.Xt)(cwd);
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
    const { exitCode, stdout } = await (0,process/* run */.eF)([...words], { cwd, signal });
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

// EXTERNAL MODULE: ./build/packages/stages/records/audit-signer.js
var audit_signer = __webpack_require__(27902);
;// CONCATENATED MODULE: ./build/packages/stages/index.js




























const loadAuditSign = () => __webpack_require__.e(/* import() */ 8720).then(__webpack_require__.bind(__webpack_require__, 25861));
const loadErase = () => __webpack_require__.e(/* import() */ 6982).then(__webpack_require__.bind(__webpack_require__, 46982));


const loadPresets = () => __webpack_require__.e(/* import() */ 4925).then(__webpack_require__.bind(__webpack_require__, 14925));






/***/ }),

/***/ 8821:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ES: () => (/* binding */ configAt),
  Xt: () => (/* binding */ configHere),
  Uv: () => (/* binding */ definedOnly),
  mj: () => (/* binding */ fetchAll),
  Ap: () => (/* binding */ openTarget),
  x5: () => (/* binding */ openWorkplace),
  a5: () => (/* binding */ portsOf)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/packages/config/index.js + 50 modules
var config = __webpack_require__(84036);
// EXTERNAL MODULE: ./build/packages/faults/index.js + 3 modules
var faults = __webpack_require__(72326);
// EXTERNAL MODULE: ./build/packages/forge/index.js + 34 modules
var packages_forge = __webpack_require__(67255);
// EXTERNAL MODULE: ./build/packages/git/index.js + 18 modules
var packages_git = __webpack_require__(18189);
// EXTERNAL MODULE: ./build/packages/journal/index.js + 22 modules
var packages_journal = __webpack_require__(11456);
// EXTERNAL MODULE: ./build/packages/monitors/index.js + 1 modules
var monitors = __webpack_require__(11166);
// EXTERNAL MODULE: ./build/packages/targets/index.js + 5 modules
var targets = __webpack_require__(40246);
// EXTERNAL MODULE: ./build/packages/stages/records/audit-signer.js
var audit_signer = __webpack_require__(27902);
;// CONCATENATED MODULE: ./build/packages/stages/views/economy.js
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

// EXTERNAL MODULE: ./build/packages/http/index.js + 6 modules
var http = __webpack_require__(70083);
;// CONCATENATED MODULE: ./build/packages/stages/views/first-answer.js

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

;// CONCATENATED MODULE: ./build/packages/stages/records/scrubbed-forge.js
function scrubbedForge(forge, { text }) {
    return {
        ...forge,
        get calls() {
            return forge.calls;
        },
        ensurePullRequest: (wanted) => forge.ensurePullRequest({ ...wanted, title: text(wanted.title), body: text(wanted.body) }),
        ensureCheck: (wanted) => forge.ensureCheck({
            ...wanted,
            title: text(wanted.title),
            summary: text(wanted.summary),
            annotations: wanted.annotations.map((one) => ({
                ...one,
                title: text(one.title),
                message: text(one.message),
            })),
        }),
        ensureComment: (number, marker, body) => forge.ensureComment(number, marker, text(body)),
        ensureIssue: (wanted) => forge.ensureIssue({ ...wanted, title: text(wanted.title), body: text(wanted.body) }),
        ensureRelease: (wanted) => forge.ensureRelease({ ...wanted, notes: text(wanted.notes) }),
        ensureDeployment: (wanted) => forge.ensureDeployment({ ...wanted, description: text(wanted.description) }),
    };
}

// EXTERNAL MODULE: ./build/packages/stages/records/secrets.js
var secrets = __webpack_require__(95689);
// EXTERNAL MODULE: ./build/packages/stages/review/signing.js
var signing = __webpack_require__(38989);
;// CONCATENATED MODULE: ./build/packages/stages/queue/stopping.js
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



















async function openWorkplace(given) {
    const local = await configHere(given.cwd);
    const scrub = (0,secrets/* scrubberOf */.O)(definedOnly(given.env), local.config);
    const surroundings = { ...given, say: (text) => given.say(scrub.text(text)) };
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
    const address = forgeAddress(git.remote, env);
    const host = (0,packages_forge/* openGitHub */.o6)({ ...address, token: demandToken(token), fetch, clock: stoppable(clock, signal) });
    const forge = scrubbedForge(host, scrub);
    const actor = await whoActs(forge, env);
    const journalClock = stoppableJournal(surroundings.journalClock ?? (0,packages_journal/* systemClock */.ml)(), late);
    const journal = await openStore({ ...surroundings, journalClock, hooks: meter.hooks }, { git, actor, config: local.config, scrub: scrub.words });
    const economy = () => ({ ...meter.count, apiCalls: forge.calls });
    return { surroundings, git, forge, journal, actor, local, economy };
}
const author = { name: "Release Command", email: "release-command@users.noreply.github.com" };
async function fetchAll(git) {
    await git.fetch(["+refs/heads/*:refs/remotes/origin/*", "+refs/tags/*:refs/tags/*"]);
}
async function configAt(git, revision) {
    const loaded = loadedFrom(await git.readFile(revision, config.defaultConfigPath));
    if (!(0,config.wantsDetection)(loaded.written))
        return loaded;
    const paths = await git.listFiles(revision);
    return (0,config.withDetection)(loaded, (0,config.detect)({ paths, texts: await git.readFiles(revision, (0,config.manifestsOf)(paths)) }));
}
async function configHere(cwd) {
    return loadedFrom(await (0,promises_.readFile)(external_node_path_.join(cwd, config.defaultConfigPath), "utf8").catch(() => undefined));
}
function loadedFrom(text) {
    return (0,config.loadConfig)({ text, path: config.defaultConfigPath, targets: targets.targetNames, monitors: monitors.monitorNames });
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
async function openStore({ cwd, env, journalClock, hooks }, { git, actor, config, scrub, }) {
    const run = {
        id: env["GITHUB_RUN_ID"] ?? `${(0,external_node_os_.hostname)()}-${process.pid}-${(0,external_node_crypto_.randomUUID)().slice(0, 8)}`,
        attempt: Number(env["GITHUB_RUN_ATTEMPT"] ?? "1"),
    };
    const { store, branch, directory, lease } = config.journal;
    const shared = {
        author: { actor, run },
        ...(scrub === undefined ? {} : { scrub }),
        ...(journalClock === undefined ? {} : { clock: journalClock }),
        times: { ttlMs: lease.ttl, renewMs: lease.renew, effectMs: lease.effect },
        ...hooks,
    };
    return store === "git"
        ? (0,packages_journal/* openJournal */._0)({ ...shared, git, archiveBranch: branch })
        : (0,packages_journal/* openDirectoryJournal */.jy)({ ...shared, directory: external_node_path_.resolve(cwd, directory) });
}
async function portsOf(workplace, config, release) {
    const { surroundings, git, forge, journal, actor } = workplace;
    const { cwd, clock, say, group, signal } = surroundings;
    const given = definedOnly(surroundings.env);
    const env = (0,secrets/* projectEnv */.$)(given, config);
    const scrubber = (0,secrets/* scrubberOf */.O)(given, config);
    const workDirectory = await makeWorkDirectory(cwd, release);
    const targets = new Map();
    const target = (environment) => {
        const known = targets.get(environment) ?? openTarget(config, environment, { workDirectory: cwd, env, clock, signal });
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
        signingKey: (0,signing/* signingKeyOf */.i$)(surroundings.env),
        auditSigner: (audit) => (0,audit_signer/* auditSignerOf */.f_)(audit, { ...surroundings, webUrl: forge.webUrl }),
        actor,
        workDirectory,
        target,
        monitor: async (environment, at) => {
            if (environment === "development")
                throw new Error("development is not watched");
            const { monitor, monitorSettings, settings } = config.environments[environment];
            const { url, revisions } = await at.observe();
            const revision = (version) => revisions.find((one) => one.version === version);
            const headersFor = (version) => revision(version)?.headers ?? {};
            const serversOf = (version) => revision(version)?.servers;
            const place = monitor === "proxy" ? inFolder(monitorSettings, settings, cwd) : monitorSettings;
            return (0,monitors.openMonitor)(monitor, place, { url, headersFor, serversOf, clock, fetch: surroundings.fetch, env });
        },
        say: (text) => say(scrubber.text(text)),
        ...(group === undefined ? {} : { group }),
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


/***/ }),

/***/ 14133:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z_: () => (/* binding */ authorise),
  iO: () => (/* binding */ goingOn),
  OB: () => (/* binding */ whyNot)
});

// EXTERNAL MODULE: ./build/packages/config/index.js + 50 modules
var packages_config = __webpack_require__(84036);
// EXTERNAL MODULE: ./build/packages/faults/index.js + 3 modules
var faults = __webpack_require__(72326);
// EXTERNAL MODULE: ./build/packages/machine/index.js + 19 modules
var machine = __webpack_require__(10167);
// EXTERNAL MODULE: ./build/packages/stages/open.js + 5 modules
var stages_open = __webpack_require__(8821);
// EXTERNAL MODULE: ./build/packages/forge/index.js + 34 modules
var forge = __webpack_require__(67255);
;// CONCATENATED MODULE: ./build/packages/stages/people/role-holders.js



const strangers = new Set(["none", "read"]);
async function findHolder({ login, repositoryRole, lists }, isMember) {
    const isNamed = (holder) => holder === repositoryRole || (holder.toLowerCase() === `@${login.toLowerCase()}` && !strangers.has(repositoryRole));
    for (const { role, holders } of lists)
        if (holders.some(isNamed))
            return { role };
    const unseen = [];
    const known = new Map();
    for (const { role, holders } of lists) {
        for (const team of holders.filter(forge/* isTeam */.IJ)) {
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

;// CONCATENATED MODULE: ./build/packages/stages/people/authority.js





async function authorise(workplace, wish, known = "fetch") {
    const config = await rolesInForce(workplace, known);
    let first;
    for (const person of peopleOf(workplace)) {
        const held = await holding(workplace, { config, wish, person });
        if (held.role === undefined)
            throw await denied(workplace, { wish, person, held, config });
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
            ...(record.plan.redeploy === undefined ? [] : ["redeploy"]),
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
    return { branch, roles: (await (0,stages_open/* configAt */.ES)(git, ref)).config.roles };
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
async function denied(workplace, { wish, person, held, config }) {
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


/***/ }),

/***/ 27902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nh: () => (/* binding */ auditKeyVariable),
/* harmony export */   f_: () => (/* binding */ auditSignerOf),
/* harmony export */   uO: () => (/* binding */ vaultTokenVariable)
/* harmony export */ });
/* harmony import */ var _audit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15717);
/* harmony import */ var _faults__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72326);


const auditKeyVariable = "RELEASE_AUDIT_KEY";
const vaultTokenVariable = "VAULT_TOKEN";
async function auditSignerOf({ sign, vault }, place) {
    const name = `${place.webUrl.replace(/^\w+:\/\//, "")}/release-audit`;
    if (sign !== "vault" || vault === undefined) {
        const signer = (0,_audit__WEBPACK_IMPORTED_MODULE_0__/* .signerFrom */ .Hc)(name, keyIn(place.env));
        return { ...signer, versions: [signer] };
    }
    const { vaultOf } = await __webpack_require__.e(/* import() */ 5762).then(__webpack_require__.bind(__webpack_require__, 15762));
    const { transitSigner } = await (0,_audit__WEBPACK_IMPORTED_MODULE_0__/* .loadTransit */ .sX)();
    return transitSigner(name, vault, vaultOf(vault, place));
}
function keyIn(env) {
    const key = env[auditKeyVariable]?.trim() ?? "";
    if (key !== "")
        return key;
    throw new _faults__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseFault */ .eB("config", `audit.sign is key, and there is none: ${auditKeyVariable} is not set`, {
        hint: `Put the private key into ${auditKeyVariable}, in the workflow into the secret of that name, or set audit.sign to none.`,
    });
}


/***/ }),

/***/ 98032:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g$: () => (/* binding */ finishPublication),
  HF: () => (/* binding */ isPublished),
  mk: () => (/* binding */ publish)
});

// EXTERNAL MODULE: ./build/packages/audit/index.js
var audit = __webpack_require__(15717);
// EXTERNAL MODULE: ./build/packages/faults/index.js + 3 modules
var faults = __webpack_require__(72326);
// EXTERNAL MODULE: ./build/packages/stages/records/records.js
var records = __webpack_require__(67766);
;// CONCATENATED MODULE: ./build/packages/stages/records/anchor.js



async function anchorAudit(ports, release, tag) {
    const { journal, forge, say } = ports;
    const [checkpoint, summary] = [records/* checkpointPath */.AD, (0,records/* attestationPath */.gy)(release)];
    const kept = await journal.archiveFiles((path) => path === checkpoint || path === summary);
    const assets = [
        { name: `release-audit-${release}.checkpoint`, content: kept.get(checkpoint) },
        { name: `release-audit-${release}.intoto.json`, content: kept.get(summary) },
    ].flatMap(({ name, content }) => (content === undefined ? [] : [{ name, content: content.toString("utf8") }]));
    if (assets.length === 0)
        return;
    await orTell(ports, `at the release ${tag}`, async () => {
        for (const warning of await forge.attach(tag, assets))
            say(warning);
    });
    const note = (0,audit/* anchorOf */.dI)(kept.get(checkpoint)?.toString("utf8") ?? "");
    if (note === undefined)
        return;
    await orTell(ports, `at the deployment of ${tag}`, async () => {
        await forge.noteDeployment({ environment: "production", release: tag, note });
    });
}
async function orTell({ say }, where, anchor) {
    try {
        await anchor();
    }
    catch (thrown) {
        const fault = (0,faults/* asFault */.Ps)(thrown);
        if (fault.code === "bug")
            throw thrown;
        say(`The audit log is not anchored ${where}: ${fault.message}`);
    }
}

// EXTERNAL MODULE: ./build/packages/stages/open.js + 5 modules
var stages_open = __webpack_require__(8821);
;// CONCATENATED MODULE: ./build/packages/stages/records/publication.js



async function finishPublication(workplace, { id, record }) {
    const end = record.settled?.outcome;
    if (end === undefined)
        throw new Error(`${id} is archived without an end`);
    if (end !== "failed")
        await publish(workplace, id, record.plan);
    return end;
}
async function isPublished(workplace, { id, record }) {
    if (record.settled?.outcome === "failed")
        return true;
    const { config } = await (0,stages_open/* configAt */.ES)(workplace.git, record.plan.baseSha);
    return (config.journal.store === "directory" || (0,records/* arePublished */.RS)(await (0,stages_open/* portsOf */.a5)(workplace, config, id), record.plan.targetBranch));
}
async function publish(workplace, id, plan) {
    const { config } = await (0,stages_open/* configAt */.ES)(workplace.git, plan.baseSha);
    if (config.journal.store === "directory")
        return;
    const ports = await (0,stages_open/* portsOf */.a5)(workplace, config, id);
    await anchorAudit(ports, id, plan.tag);
    const where = await (0,records/* publishRecords */.i5)(ports, plan.targetBranch);
    if (where !== undefined)
        workplace.surroundings.say(`records: ${where}`);
}


/***/ }),

/***/ 67766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AD: () => (/* binding */ checkpointPath),
/* harmony export */   FY: () => (/* binding */ isAudited),
/* harmony export */   Hx: () => (/* binding */ auditLogPath),
/* harmony export */   RS: () => (/* binding */ arePublished),
/* harmony export */   W9: () => (/* binding */ auditedIn),
/* harmony export */   dH: () => (/* binding */ factsPath),
/* harmony export */   eG: () => (/* binding */ reportPath),
/* harmony export */   gy: () => (/* binding */ attestationPath),
/* harmony export */   i5: () => (/* binding */ publishRecords),
/* harmony export */   vN: () => (/* binding */ peoplePath)
/* harmony export */ });
/* harmony import */ var _faults__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72326);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4858);


const auditLogPath = "docs/audit/releases.log";
const checkpointPath = "docs/audit/checkpoint";
const attestationPath = (id) => `docs/audit/${id}.intoto.json`;
const factsPath = (id) => `releases/${id}.jsonl`;
const peoplePath = (id) => `people/${id}.jsonl`;
const reportPath = (id) => `docs/releases/${id}.md`;
function isAudited(file) {
    return file === auditLogPath || file === checkpointPath || /^(?:releases|people)\//.test(file);
}
function auditedIn(files) {
    return {
        facts: byRelease(files, /^releases\/(?<id>.+)\.jsonl$/),
        people: byRelease(files, /^people\/(?<id>.+)\.jsonl$/),
    };
}
function byRelease(files, pattern) {
    return new Map([...files].flatMap(([file, bytes]) => {
        const id = pattern.exec(file)?.groups?.["id"];
        return id === undefined ? [] : [[id, bytes]];
    }));
}
const recordsBranch = "release-command/records";
const tries = 5;
async function publishRecords(ports, targetBranch) {
    const { git, clock, config } = ports;
    let mayCommit = config.records.publish === "auto";
    if (config.records.publish === "never")
        return undefined;
    for (let attempt = 0; attempt < tries; attempt += 1) {
        const { head, files } = await missingAt(ports, targetBranch);
        if (files.size === 0)
            return attempt === 0 ? undefined : `committed to ${targetBranch}`;
        const message = "docs: bring release records up to date\n\nWritten by Release Command from the release journal.\n";
        const sha = await git.commitFiles({ parents: [head], files, message, at: new Date(clock.now()).toISOString() });
        if (mayCommit) {
            const outcome = await git.push([{ ref: `refs/heads/${targetBranch}`, to: sha, expect: head }]);
            if (outcome.state === "applied")
                return `committed to ${targetBranch}`;
            mayCommit = outcome.state !== "refused" || !outcome.denied;
            if (mayCommit)
                continue;
        }
        const proposed = await proposeRecords(ports, { targetBranch, sha, files });
        if (proposed !== undefined)
            return proposed;
    }
    throw new _faults__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseFault */ .eB("remote", `The records could not be brought to ${targetBranch}: it moved at each of ${tries} tries`, {
        hint: "Nothing of the release is missing. The next release brings them along, or: release resume vX.Y.Z",
    });
}
async function arePublished(ports, targetBranch) {
    const { git, forge, config } = ports;
    if (config.records.publish === "never")
        return true;
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
    const head = (0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .required */ .mw)(await git.resolve(target), `the head of ${targetBranch}`);
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
    const paths = (await git.listFiles(archive)).filter((path) => path.startsWith("docs/releases/") || path.startsWith("docs/audit/"));
    const [archived, present] = await Promise.all([git.readFiles(archive, paths), git.readFiles(head, paths)]);
    return new Map([...archived].filter(([path, text]) => present.get(path) !== text));
}
async function proposeRecords(ports, { targetBranch, sha, files, }) {
    const { git, forge } = ports;
    const tip = await proposedTip(ports);
    if (tip === undefined || !(await hasAll(git, tip, files))) {
        const update = { ref: `refs/heads/${recordsBranch}`, to: sha, expect: tip ?? "absent" };
        if ((await git.push([update])).state !== "applied")
            return undefined;
    }
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


/***/ }),

/***/ 95689:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ projectEnv),
/* harmony export */   O: () => (/* binding */ scrubberOf)
/* harmony export */ });
/* harmony import */ var _notify__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88945);
/* harmony import */ var _scrub__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48611);
/* harmony import */ var _audit_signer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27902);
/* harmony import */ var _review_signing_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38989);




function ours({ notify, metrics, audit }) {
    const { key, passphrase } = _review_signing_js__WEBPACK_IMPORTED_MODULE_3__/* .signingVariables */ .hG;
    return new Set([
        key,
        passphrase,
        _audit_signer_js__WEBPACK_IMPORTED_MODULE_2__/* .auditKeyVariable */ .Nh,
        ...(audit.sign === "vault" ? [_audit_signer_js__WEBPACK_IMPORTED_MODULE_2__/* .vaultTokenVariable */ .uO] : []),
        ...notify.channels.flatMap(_notify__WEBPACK_IMPORTED_MODULE_0__/* .variablesOf */ .ht),
        ...metrics.push.flatMap(_notify__WEBPACK_IMPORTED_MODULE_0__/* .receiverVariables */ .$X),
    ]);
}
function projectEnv(env, config) {
    const hidden = ours(config);
    return Object.fromEntries(Object.entries(env).filter(([name]) => !hidden.has(name)));
}
function scrubberOf(env, config) {
    return (0,_scrub__WEBPACK_IMPORTED_MODULE_1__.createScrubber)({ secrets: secretsOf(env, config), ipAddresses: config.scrub.ipAddresses });
}
function secretsOf(env, config) {
    const own = ours(config);
    return (0,_scrub__WEBPACK_IMPORTED_MODULE_1__.secretValues)(env, (name) => own.has(name));
}


/***/ }),

/***/ 38989:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kv: () => (/* binding */ signerOf),
/* harmony export */   OR: () => (/* binding */ unableToSign),
/* harmony export */   hG: () => (/* binding */ signingVariables),
/* harmony export */   i$: () => (/* binding */ signingKeyOf)
/* harmony export */ });
/* harmony import */ var _faults__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72326);

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
    throw new _faults__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseFault */ .eB("config", `tag.sign is ${tag.sign}, and there is no key: ${signingVariables.key} is not set`, {
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
        if (thrown instanceof _faults__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseFault */ .eB && thrown.code === "config")
            return thrown;
        throw thrown;
    }
}


/***/ }),

/***/ 19534:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $R: () => (/* binding */ afterwardsOf),
/* harmony export */   wR: () => (/* binding */ noteRootCause)
/* harmony export */ });
/* unused harmony export mayHaveCause */
/* harmony import */ var _faults__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72326);
/* harmony import */ var _machine__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10167);
/* harmony import */ var _report__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9798);
/* harmony import */ var _people_authority_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14133);
/* harmony import */ var _commands_known_release_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(35379);
/* harmony import */ var _open_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8821);
/* harmony import */ var _records_publication_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(98032);
/* harmony import */ var _records_records_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(67766);
/* harmony import */ var _records_secrets_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(95689);









const longest = 1_000;
function rootCauseOf(facts, notes) {
    const release = facts[0]?.release;
    const found = notes.findLast((note) => note.kind === "root-cause" && note.release === release);
    return found === undefined ? undefined : { text: found.text, by: found.by, at: found.at };
}
function mayHaveCause({ rollback, state, verdict }) {
    return rollback !== undefined || verdict !== undefined || state === "failed" || state === "rolled_back";
}
async function afterwardsOf({ journal }, facts) {
    if (!mayHaveCause((0,_machine__WEBPACK_IMPORTED_MODULE_1__/* .fold */ .AU)(facts)))
        return {};
    const rootCause = rootCauseOf(facts, await journal.notes());
    return rootCause === undefined ? {} : { rootCause };
}
async function noteRootCause(workplace, { id, text }) {
    const wanted = scrubbed(workplace, text.trim());
    if (wanted === "" || wanted.length > longest)
        throw new _faults__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseFault */ .eB("input", `A root cause has 1 to ${longest} characters, not ${wanted.length}`, {
            hint: 'Say it in a few sentences and link to the rest. Example: --root-cause="pool of 5 connections, INC-7"',
        });
    await (0,_people_authority_js__WEBPACK_IMPORTED_MODULE_3__/* .authorise */ .Z_)(workplace, { deeds: ["rollback"], release: id });
    const stored = await (0,_commands_known_release_js__WEBPACK_IMPORTED_MODULE_4__/* .readOrThrow */ .Y)(workplace, id);
    if (!mayHaveCause(stored.record))
        throw new _faults__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseFault */ .eB("policy", `${stored.id} did not fail and was not rolled back`, {
            hint: `It is ${stored.record.state.replaceAll("_", " ")}. See: release report ${stored.id}`,
        });
    await noted(workplace, stored, wanted);
    if (!stored.live)
        await bringUpToDate(workplace, stored);
    return stored;
}
async function noted({ journal }, { id: release, facts }, text) {
    for (;;) {
        const notes = await journal.notes();
        if (rootCauseOf(facts, notes)?.text === text)
            return;
        const before = notes.filter((note) => note.kind === "root-cause" && note.release === release).length;
        const note = { id: `root-cause ${release} ${before + 1}`, release, kind: "root-cause", text };
        if (await journal.note(note))
            return;
    }
}
async function bringUpToDate(workplace, { id, facts, record }) {
    const { text: content, failure } = (0,_report__WEBPACK_IMPORTED_MODULE_2__/* .writtenReport */ .mR)(facts, await afterwardsOf(workplace, facts));
    if (failure !== undefined)
        return;
    await workplace.journal.amend(id, { path: (0,_records_records_js__WEBPACK_IMPORTED_MODULE_7__/* .reportPath */ .eG)(id), content });
    await (0,_open_js__WEBPACK_IMPORTED_MODULE_5__/* .fetchAll */ .mj)(workplace.git);
    if (record.settled?.outcome !== "failed")
        await (0,_records_publication_js__WEBPACK_IMPORTED_MODULE_6__/* .publish */ .mk)(workplace, id, record.plan);
}
function scrubbed({ surroundings, local }, text) {
    return (0,_records_secrets_js__WEBPACK_IMPORTED_MODULE_8__/* .scrubberOf */ .O)((0,_open_js__WEBPACK_IMPORTED_MODULE_5__/* .definedOnly */ .Uv)(surroundings.env), local.config).text(text);
}


/***/ })

};
