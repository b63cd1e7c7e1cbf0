import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 21916:
/***/ ((__unused_webpack_module, exports) => {

var __webpack_unused_export__;

__webpack_unused_export__ = true;
exports.Io = exports.kp = void 0;
var peq = new Uint32Array(0x10000);
var myers_32 = function (a, b) {
    var n = a.length;
    var m = b.length;
    var lst = 1 << (n - 1);
    var pv = -1;
    var mv = 0;
    var sc = n;
    var i = n;
    while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
    }
    for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= ((eq & pv) + pv) ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
            sc++;
        }
        if (pv & lst) {
            sc--;
        }
        mv = (mv << 1) | 1;
        pv = (pv << 1) | ~(xv | mv);
        mv &= xv;
    }
    i = n;
    while (i--) {
        peq[a.charCodeAt(i)] = 0;
    }
    return sc;
};
var myers_x = function (b, a) {
    var n = a.length;
    var m = b.length;
    var mhc = [];
    var phc = [];
    var hsize = Math.ceil(n / 32);
    var vsize = Math.ceil(m / 32);
    for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
    }
    var j = 0;
    for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
            var eq = peq[a.charCodeAt(i)];
            var pb = (phc[(i / 32) | 0] >>> i) & 1;
            var mb = (mhc[(i / 32) | 0] >>> i) & 1;
            var xv = eq | mv_1;
            var xh = ((((eq | mb) & pv_1) + pv_1) ^ pv_1) | eq | mb;
            var ph = mv_1 | ~(xh | pv_1);
            var mh = pv_1 & xh;
            if ((ph >>> 31) ^ pb) {
                phc[(i / 32) | 0] ^= 1 << i;
            }
            if ((mh >>> 31) ^ mb) {
                mhc[(i / 32) | 0] ^= 1 << i;
            }
            ph = (ph << 1) | pb;
            mh = (mh << 1) | mb;
            pv_1 = mh | ~(xv | ph);
            mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] = 0;
        }
    }
    var mv = 0;
    var pv = -1;
    var start = j * 32;
    var vlen = Math.min(32, m - start) + start;
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
    }
    var score = m;
    for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = (phc[(i / 32) | 0] >>> i) & 1;
        var mb = (mhc[(i / 32) | 0] >>> i) & 1;
        var xv = eq | mv;
        var xh = ((((eq | mb) & pv) + pv) ^ pv) | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += (ph >>> (m - 1)) & 1;
        score -= (mh >>> (m - 1)) & 1;
        if ((ph >>> 31) ^ pb) {
            phc[(i / 32) | 0] ^= 1 << i;
        }
        if ((mh >>> 31) ^ mb) {
            mhc[(i / 32) | 0] ^= 1 << i;
        }
        ph = (ph << 1) | pb;
        mh = (mh << 1) | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
    }
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
    }
    return score;
};
var distance = function (a, b) {
    if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
    }
    if (b.length === 0) {
        return a.length;
    }
    if (a.length <= 32) {
        return myers_32(a, b);
    }
    return myers_x(a, b);
};
exports.Io = distance;
var closest = function (str, arr) {
    var min_distance = Infinity;
    var min_index = 0;
    for (var i = 0; i < arr.length; i++) {
        var dist = distance(str, arr[i]);
        if (dist < min_distance) {
            min_distance = dist;
            min_index = i;
        }
    }
    return arr[min_index];
};
exports.kp = closest;


/***/ }),

/***/ 42613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 20181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 35317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 49140:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("constants");

/***/ }),

/***/ 76982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 72250:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("dns");

/***/ }),

/***/ 24434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 79896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 91943:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs/promises");

/***/ }),

/***/ 58611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 65692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 69278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 34589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 16698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 31421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 37540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 77598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 53053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 40610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 78474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 73024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 51455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 37067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 32467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 44708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 77030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 48161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 76760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 41792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 57075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 46466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 46193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");

/***/ }),

/***/ 58500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 41692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 7066:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tty");

/***/ }),

/***/ 73136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 57975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 73429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 78877:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");

/***/ }),

/***/ 75919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 38522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 70857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 16928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 13193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 53557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 64756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 52018:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tty");

/***/ }),

/***/ 87016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 39023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 98253:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util/types");

/***/ }),

/***/ 43106:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

/***/ }),

/***/ 71906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  eB: () => (/* reexport */ ReleaseFault),
  Ps: () => (/* reexport */ asFault),
  I$: () => (/* reexport */ exitCode),
  FO: () => (/* reexport */ exitCodeOf),
  zZ: () => (/* reexport */ nearestWord)
});

;// CONCATENATED MODULE: ./build/packages/faults/fault.js
/** A failure that people can act on. `message` says what happened and to what; `hint` is the next step, with an example. */
class ReleaseFault extends Error {
    name = "ReleaseFault";
    code;
    hint;
    constructor(code, message, options) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.code = code;
        this.hint = options.hint;
    }
}
/** The same failure as a `ReleaseFault`; whatever was not foreseen is a defect of ours and keeps its cause. */
function asFault(thrown) {
    if (thrown instanceof ReleaseFault)
        return thrown;
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return new ReleaseFault("bug", `Something failed that should not: ${message}`, {
        hint: "This is a defect of Release Command. Run again with RELEASE_DEBUG=1 and report the output.",
        cause: thrown,
    });
}

;// CONCATENATED MODULE: ./build/packages/faults/exit.js
/** The one table of exit codes. Scripts branch on these numbers: changing one is a major version. */
const exitCode = {
    /** Completed, promoted, or nothing to do. */
    ok: 0,
    /** A defect of ours. */
    defect: 1,
    /** Wrong input, configuration or permission: nothing was changed. */
    usage: 2,
    /** Waiting for people, time or a service; or a verdict of hold. */
    waiting: 3,
    /** The release was rolled back. */
    rolledBack: 4,
    /** The release failed before production. */
    failed: 5,
};
/** The exit code for a failure of this kind that ended a command. */
function exitCodeOf(code) {
    switch (code) {
        case "bug":
            return exitCode.defect;
        case "input":
        case "config":
        case "permission":
        case "policy":
            return exitCode.usage;
        case "remote":
            return exitCode.waiting;
    }
}

// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __nccwpck_require__(21916);
;// CONCATENATED MODULE: ./build/packages/faults/nearest-word.js

/** The known word that a mistyped one was probably meant to be. */
function nearestWord(word, known) {
    if (known.length === 0)
        return undefined;
    const typed = word.toLowerCase();
    const nearest = (0,mod/* closest */.kp)(typed, known);
    const allowed = Math.max(2, Math.floor(nearest.length / 3));
    return (0,mod/* distance */.Io)(typed, nearest.toLowerCase()) <= allowed ? nearest : undefined;
}

;// CONCATENATED MODULE: ./build/packages/faults/index.js





/***/ }),

/***/ 65640:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  AA: () => (/* reexport */ endOnDefect),
  Mk: () => (/* reexport */ escaped),
  A6: () => (/* reexport */ eventOf),
  HO: () => (/* reexport */ findEvidence),
  Jt: () => (/* reexport */ flag),
  Ht: () => (/* reexport */ giveUp),
  Yr: () => (/* reexport */ jobOutcome),
  N: () => (/* reexport */ keepEvidence),
  yL: () => (/* reexport */ oneOf),
  Pw: () => (/* reexport */ openHere),
  lq: () => (/* reexport */ optional),
  Bf: () => (/* reexport */ releaseId),
  Cs: () => (/* reexport */ runAction),
  YG: () => (/* reexport */ summaryOf),
  ZD: () => (/* reexport */ surroundingsOf),
  Qq: () => (/* reexport */ parse_inputs_text),
  pi: () => (/* reexport */ textInCheckout),
  sP: () => (/* reexport */ textMap),
  Dy: () => (/* reexport */ webAddress)
});

// UNUSED EXPORTS: parseInputs

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(51455);
// EXTERNAL MODULE: ./build/packages/faults/index.js + 3 modules
var faults = __nccwpck_require__(71906);
;// CONCATENATED MODULE: ./build/packages/shell/event.js


/** What happened, as the code host wrote it into a file for this run: people's words in it never pass a shell or an expression. */
async function eventOf({ env }) {
    const file = env["GITHUB_EVENT_PATH"];
    if (file === undefined || file === "")
        return {};
    try {
        return JSON.parse(await (0,promises_.readFile)(file, "utf8"));
    }
    catch (cause) {
        throw new faults/* ReleaseFault */.eB("config", "The event of this run cannot be read", {
            hint: "Runners of GitHub write it as JSON to the file that GITHUB_EVENT_PATH names.",
            cause,
        });
    }
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(76760);
;// CONCATENATED MODULE: ./build/packages/shell/evidence-store.js



/** More than thousands of failed tests say; whatever is larger was not written by a leg. */
const maxEvidenceBytes = 4 * 1024 * 1024;
/** Keeps the evidence of a leg: a file of the job, and where the run has artifacts, one of them. Returns the file. */
async function keepEvidence(runner, { leg, text }) {
    const file = fileOf(runner, leg);
    await (0,promises_.mkdir)(external_node_path_.dirname(file), { recursive: true });
    await (0,promises_.writeFile)(file, text);
    if (runner.noArtifacts !== undefined) {
        runner.say(`the evidence of leg ${leg} is for this job only: ${runner.noArtifacts}`);
        return file;
    }
    const name = `evidence-${leg}-${runner.attempt}`;
    const artifacts = await openArtifacts();
    await artifacts.uploadArtifact(name, [file], external_node_path_.dirname(file)).catch((cause) => {
        throw /\b409\b|conflict|already exists/i.test(textOf(cause)) ? taken(name, cause) : unkept(leg, cause);
    });
    return file;
}
/** The evidence of a leg: that of this very job, else the newest artifact of the run. Only its digest says that it is genuine. */
async function findEvidence(runner, leg) {
    if (!/^[a-z0-9_-]+$/.test(leg))
        throw missing(leg, "there is no leg of that name");
    const here = await (0,promises_.readFile)(fileOf(runner, leg), "utf8").catch(() => undefined);
    if (here !== undefined)
        return here;
    if (runner.noArtifacts !== undefined)
        throw missing(leg, runner.noArtifacts);
    await (0,promises_.mkdir)(runner.temp, { recursive: true });
    const directory = await (0,promises_.mkdtemp)(external_node_path_.join(runner.temp, "evidence-"));
    const found = await download(leg, directory).catch((cause) => {
        throw new faults/* ReleaseFault */.eB("remote", `The evidence of leg ${leg} could not be downloaded: ${textOf(cause)}`, {
            hint: "Run this job again: evidence is kept as long as its run.",
            cause,
        });
    });
    if (!found)
        throw missing(leg, "its job left no artifact");
    return evidenceIn(external_node_path_.join(directory, external_node_path_.basename(fileOf(runner, leg))), leg);
}
/** Whether there was an artifact to bring here; of those of several attempts, that of the last. */
async function download(leg, directory) {
    const artifacts = await openArtifacts();
    const listed = (await artifacts.listArtifacts()).artifacts.flatMap(({ id, name }) => {
        const attempt = new RegExp(`^evidence-${leg}-(\\d+)$`).exec(name)?.[1];
        return attempt === undefined ? [] : [{ id, attempt: Number(attempt) }];
    });
    const newest = listed.toSorted((a, b) => b.attempt - a.attempt || b.id - a.id)[0];
    if (newest === undefined)
        return false;
    await artifacts.downloadArtifact(newest.id, { path: directory });
    return true;
}
/** Whoever runs code in the run may have made the artifact: it can hold anything. */
async function evidenceIn(file, leg) {
    const { size } = await (0,promises_.stat)(file).catch(() => ({ size: undefined }));
    if (size !== undefined && size <= maxEvidenceBytes)
        return (0,promises_.readFile)(file, "utf8");
    throw missing(leg, size === undefined ? "its artifact holds none" : `its artifact holds ${size} bytes, too many for it`);
}
function fileOf({ temp }, leg) {
    return external_node_path_.join(temp, "release-evidence", `evidence-${leg}.json`);
}
/** The client is large and brings a cloud's library along: loaded where artifacts are used, and nowhere else. */
async function openArtifacts() {
    const { DefaultArtifactClient } = await Promise.all(/* import() */[__nccwpck_require__.e(261), __nccwpck_require__.e(830), __nccwpck_require__.e(984)]).then(__nccwpck_require__.bind(__nccwpck_require__, 68603));
    return new DefaultArtifactClient();
}
function textOf(thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
}
function missing(leg, why) {
    return new faults/* ReleaseFault */.eB("policy", `There is no evidence of leg ${leg} in this run: ${why}`, {
        hint: "The gate action must run with this leg before the review: in the same run, and without artifacts in the same job.",
    });
}
function taken(name, cause) {
    return new faults/* ReleaseFault */.eB("policy", `The run has an artifact ${name} already, and this job did not make it`, {
        hint: "Two steps run the same leg, or code of another leg took the name. Artifacts stay as they are: start another run.",
        cause,
    });
}
function unkept(leg, cause) {
    return new faults/* ReleaseFault */.eB("remote", `The evidence of leg ${leg} could not be uploaded: ${textOf(cause)}`, {
        hint: "Nothing was recorded. Run the failed jobs again, or resume the release.",
        cause,
    });
}

;// CONCATENATED MODULE: ./build/packages/shell/summary.js
/** GitHub refuses a summary of a step that is larger (1 MiB). */
const limitBytes = 1024 * 1024;
const cut = "\n\n… cut here: the rest is in the report of the release.\n";
/** Text as it is, inside Markdown and its tables: nothing of it becomes markup. */
function escaped(value) {
    return value
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;")
        .replaceAll(/[\\`*_{}[\]()#+!|~]/g, (sign) => `&#${sign.charCodeAt(0)};`)
        .replaceAll(/\s*[\r\n]+\s*/g, "<br>");
}
/** A heading, a table of facts, and notes: what a job has to tell. */
function summaryOf(page) {
    const { title, rows = [], notes = [] } = page;
    const table = rows.map(([name, value]) => `| ${escaped(name)} | ${escaped(value)} |`);
    return [
        `### ${escaped(title)}`,
        ...(table.length === 0 ? [] : ["", "| | |", "| --- | --- |", ...table]),
        ...(notes.length === 0 ? [] : ["", ...notes.map((note) => `- ${escaped(note)}`)]),
        "",
    ].join("\n");
}
/** The text, or as much of its beginning as the host takes, cut between two lines. */
function capped(text) {
    const bytes = Buffer.from(text);
    if (bytes.length <= limitBytes)
        return text;
    const kept = bytes.subarray(0, limitBytes - Buffer.byteLength(cut)).toString("utf8");
    return `${kept.slice(0, Math.max(0, kept.lastIndexOf("\n")))}${cut}`;
}

;// CONCATENATED MODULE: ./build/packages/shell/job-outcome.js

/** The end of a job as the runner shows it, with what was done in it; red for the outcomes in `bad`, so that no job that needs this one goes on. */
async function jobOutcome(title, { id, outcome, notes, told = [] }, bad = []) {
    const { timeline } = await __nccwpck_require__.e(/* import() */ 787).then(__nccwpck_require__.bind(__nccwpck_require__, 2787));
    const failure = {
        message: `${id}: ${title} ended ${outcome}${notes.length === 0 ? "" : `: ${notes.join("; ")}`}`,
        hint: `See why: release report ${id}`,
    };
    return {
        outputs: { outcome },
        summary: [
            summaryOf({ title: `${title} of ${id}: ${outcome}`, notes }),
            ...(told.length === 0 ? [] : [timeline(told), ""]),
        ].join("\n"),
        ...(bad.includes(outcome) ? { failure } : {}),
    };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(73024);
;// CONCATENATED MODULE: ./build/packages/shell/last-words.js


/**
 * What fails outside of everything that is waited for ends the process as any failure does: with one annotation, what
 * to do, and an exit code; never with a stack trace. Children end with the process, leases run out.
 */
function endOnDefect(title) {
    process.on("uncaughtException", (thrown) => giveUp(title, thrown));
}
/** Says why nothing can go on, and ends the process. */
function giveUp(title, thrown) {
    const { code, message, hint, cause } = (0,faults/* asFault */.Ps)(thrown);
    const text = `${message}\n${hint}`.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
    const isWanted = process.env["RELEASE_DEBUG"] !== undefined || process.env["RUNNER_DEBUG"] === "1";
    const trace = isWanted && cause instanceof Error ? `${cause.stack ?? ""}\n` : "";
    try {
        // Not by the stream: what broke may be the stream, and the process ends before it has written.
        (0,external_node_fs_.writeSync)(process.stdout.fd, `::error title=${title} failed (${code})::${text}\n${trace}`);
    }
    catch {
        // Nobody reads the log; the exit code is all that is left.
    }
    process.exit((0,faults/* exitCodeOf */.FO)(code));
}

;// CONCATENATED MODULE: ./build/packages/shell/named-file.js



/** Text of a file that an input names. Throws an `input` fault for one that is not there, or not in the checkout. */
async function textInCheckout(cwd, file, input) {
    const found = await contained(cwd, file)
        .then((place) => (place === undefined ? undefined : (0,promises_.readFile)(place, "utf8")))
        .catch(() => undefined);
    if (found !== undefined)
        return found;
    throw new faults/* ReleaseFault */.eB("input", `${input}: ${file} cannot be read in the checkout`, {
        hint: `Example: ${input}: ${input === "plan" ? "plan.json" : "docs/CHANGELOG_CUSTOM.md"}`,
    });
}
/** A link that is committed may point to anything on the machine of the runner. */
async function contained(cwd, file) {
    const [root, place] = await Promise.all([(0,promises_.realpath)(cwd), (0,promises_.realpath)(external_node_path_.resolve(cwd, file))]);
    const way = external_node_path_.relative(root, place);
    return way.startsWith("..") || external_node_path_.isAbsolute(way) ? undefined : place;
}

;// CONCATENATED MODULE: ./build/packages/shell/parse-inputs.js

/** The inputs as one frozen object; every mistake is in one fault. */
function parseInputs(read, shape) {
    const problems = [];
    const values = {};
    for (const field of fieldsOf(shape)) {
        const [input, parse] = shape[field];
        try {
            values[field] = parse(read(input).trim());
        }
        catch (thrown) {
            problems.push(`${input}: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
        }
    }
    if (problems.length > 0) {
        throw new faults/* ReleaseFault */.eB("input", problems.join("\n"), {
            hint: "Change them under `with:` of this step. Every input is described in the README of the action.",
        });
    }
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every field of the shape was parsed
    return Object.freeze(values);
}
function fieldsOf(shape) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a shape has the keys of its type and no others
    return Object.keys(shape);
}
/** Some text; without it the step cannot run. */
function parse_inputs_text(raw) {
    if (raw === "")
        throw new Error("is required");
    return raw;
}
/** An input that may be left out: `undefined` then. */
function optional(parse) {
    return (raw) => (raw === "" ? undefined : parse(raw));
}
/** One of a few words. */
function oneOf(...words) {
    return (raw) => {
        const found = words.find((word) => word === raw);
        if (found === undefined)
            throw new Error(`must be one of ${words.join(", ")}; got "${raw}"`);
        return found;
    };
}
/** `true` or `false`, as YAML spells it; nothing is `false`. */
function flag(raw) {
    return raw !== "" && oneOf("true", "false")(raw) === "true";
}
/** The id of a release: `v2.5.0`, of a further attempt `v2.5.0_2`. */
function releaseId(raw) {
    if (!/^v?\d+\.\d+\.\d+[0-9A-Za-z._-]*$/.test(parse_inputs_text(raw)))
        throw new Error(`must be the id of a release, like v2.5.0; got "${raw}"`);
    return raw.startsWith("v") ? raw : `v${raw}`;
}
/** An http or https address. */
function webAddress(raw) {
    if (!URL.canParse(raw) || !/^https?:$/.test(new URL(raw).protocol))
        throw new Error(`must be an address like https://shop.example; got "${raw}"`);
    return raw;
}
/** A JSON object whose values are texts; without any it is empty. */
function textMap(raw) {
    const parsed = raw === "" ? {} : jsonOf(raw);
    if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed))
        throw new Error(`must be a JSON object, like {"all": "9f86…"}; got "${raw.slice(0, 80)}"`);
    const entries = Object.entries(parsed).map(([name, value]) => {
        if (typeof value !== "string")
            throw new Error(`${name} must be a text; got ${JSON.stringify(value)}`);
        return [name, value];
    });
    return Object.fromEntries(entries);
}
function jsonOf(raw) {
    try {
        return JSON.parse(raw);
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(70857);
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
// EXTERNAL MODULE: external "crypto"
var external_crypto_ = __nccwpck_require__(76982);
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(79896);
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_.randomUUID()}`;
    const convertedValue = utils_toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
// EXTERNAL MODULE: external "path"
var external_path_ = __nccwpck_require__(16928);
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/core.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', file_command_prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_.EOL);
    command_issueCommand('set-output', { name }, utils_toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function debug(message) {
    command_issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    command_issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    command_issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return __awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    issueCommand('save-state', { name }, toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return __awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map
;// CONCATENATED MODULE: ./build/packages/shell/notices.js
/** GitHub shows this many annotations of one level in a step and drops the others without a word. */
const shown = 10;
/** At most as many of each level as are shown; the last one says how many more there are. */
function fitting(notices) {
    return ["error", "warning", "notice"].flatMap((level) => {
        const own = notices.filter((notice) => notice.level === level);
        if (own.length <= shown)
            return own;
        const rest = own.slice(shown - 1);
        const titles = rest.map(({ title }) => title).join("; ");
        return [
            ...own.slice(0, shown - 1),
            { level, title: `${rest.length} more`, text: `See the summary of this job. Among them: ${titles.slice(0, 500)}` },
        ];
    });
}

;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/summary.js
var summary_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return summary_awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_.constants.R_OK | external_fs_.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return summary_awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return summary_awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = _summary;
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ./build/packages/shell/runner-files.js




/** Throws one fault with everything that the runner names and that cannot be written, before anything is begun. */
function requireRunnerFiles({ env }) {
    const problems = [
        ...problemsWith(env, "GITHUB_OUTPUT", asFile),
        ...problemsWith(env, "GITHUB_STEP_SUMMARY", asFile),
        ...problemsWith(env, "RUNNER_TEMP", asFolder),
    ];
    if (problems.length === 0)
        return;
    throw new faults/* ReleaseFault */.eB("config", problems.join("\n"), {
        hint: "A runner makes these before each step. Elsewhere: create them, or unset the variables.",
    });
}
/** Outside a runner there is no file for outputs, and the command that was used before it is not wanted in a log. */
function runner_files_setOutput({ env }, name, value) {
    if (!isSet(env["GITHUB_OUTPUT"]))
        return info(`${name}: ${value}`);
    try {
        setOutput(name, value);
    }
    catch (thrown) {
        throw new faults/* ReleaseFault */.eB("remote", `The output ${name}=${value} could not be written: ${wordsOf(thrown)}`, {
            hint: "What the step did is done and recorded. See to the disk of the runner, then run the step again.",
            cause: thrown,
        });
    }
}
/** A page beside the run; nothing depends on it, so a step does not fail for want of it. */
async function summarize({ env }, text) {
    if (!isSet(env["GITHUB_STEP_SUMMARY"]) || text === "")
        return;
    try {
        await summary.addRaw(capped(text)).write();
    }
    catch (thrown) {
        warning(`The summary of this step could not be written: ${wordsOf(thrown)}`);
    }
}
function problemsWith(env, variable, look) {
    const path = env[variable];
    if (path === undefined || path === "")
        return [];
    try {
        look(path);
        return [];
    }
    catch (thrown) {
        return [`${variable}: ${wordsOf(thrown)}`];
    }
}
function asFile(path) {
    if ((0,external_node_fs_.statSync)(path).isDirectory())
        throw new Error(`${path} is a folder`);
    (0,external_node_fs_.accessSync)(path, external_node_fs_.constants.W_OK);
}
function asFolder(path) {
    (0,external_node_fs_.mkdirSync)(path, { recursive: true });
    (0,external_node_fs_.accessSync)(path, external_node_fs_.constants.W_OK);
}
const isSet = (value) => value !== undefined && value !== "";
function wordsOf(thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
}

;// CONCATENATED MODULE: ./build/packages/shell/runner.js

/** Reads what a runner tells its steps by their environment. */
function runnerOf(env, { cwd, say, signal }) {
    const directory = env["GITHUB_WORKSPACE"] ?? cwd;
    return {
        env: withoutInputs(env),
        cwd: directory,
        temp: env["RUNNER_TEMP"] ?? external_node_path_.join(directory, ".release-command", "temp"),
        attempt: Number(env["GITHUB_RUN_ATTEMPT"] ?? "1"),
        noArtifacts: noArtifacts(env),
        say,
        signal,
    };
}
/** The service is there where its address and its token are; GitHub Enterprise Server has an older one, and those too. */
function noArtifacts(env) {
    const absent = ["ACTIONS_RUNTIME_TOKEN", "ACTIONS_RESULTS_URL"].filter((name) => (env[name] ?? "") === "");
    if (absent.length > 0)
        return `the runner gave no ${absent.join(" and no ")}`;
    const server = env["GITHUB_SERVER_URL"] ?? "https://github.com";
    const host = URL.canParse(server) ? new URL(server).hostname : server;
    if (/^github\.com$|\.ghe\.com$|\.localhost$/i.test(host))
        return undefined;
    return `${host} is a GitHub Enterprise Server, whose artifacts today's client does not know`;
}
/** Inputs are parsed once; as variables they would reach whatever is started. */
function withoutInputs(env) {
    return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith("INPUT_")));
}

;// CONCATENATED MODULE: ./build/packages/shell/stop.js

/** From the first signal to SIGKILL a runner leaves 10 s, to a second signal 7.5 s: what has not ended by then ends here. */
const limitMs = 7_000;
/**
 * Listens for whatever ends a step from outside. The first signal ends every wait; splits go back and leases are given
 * back meanwhile. A second one, or 7 s, ends the process: the record is whole even then.
 */
function listenForStop() {
    const stop = new AbortController();
    const begin = (why) => {
        if (stop.signal.aborted)
            return;
        setTimeout(() => process.exit(faults/* exitCode */.I$.waiting), limitMs).unref();
        stop.abort(new faults/* ReleaseFault */.eB("remote", why, {
            hint: "What is recorded is not lost. Run the workflow again with command: resume; it goes on from there.",
        }));
    };
    for (const name of ["SIGINT", "SIGTERM"]) {
        process.on(name, () => {
            if (stop.signal.aborted && name === "SIGTERM")
                process.exit(faults/* exitCode */.I$.waiting);
            begin(`Stopped by ${name}`);
        });
    }
    // The runner is gone, or its disk is full: without a log nobody knows what we do.
    for (const stream of [process.stdout, process.stderr])
        stream.on("error", ({ message }) => {
            process.exitCode = faults/* exitCode */.I$.waiting;
            begin(`Stopped: the log cannot be written (${message})`);
        });
    return stop;
}

;// CONCATENATED MODULE: ./build/packages/shell/run-action.js








/** Runs a step from its inputs to its outputs, summary and exit code. The only place that meets the runner. */
async function runAction(action) {
    const stop = listenForStop();
    const runner = runnerOf(process.env, { cwd: process.cwd(), say: (text) => info(text), signal: stop.signal });
    try {
        const secret = getInput("token");
        if (secret !== "")
            setSecret(secret);
        const inputs = parseInputs((name) => getInput(name), action.shape);
        requireRunnerFiles(runner);
        await tell(action.title, await action.act(inputs, runner), runner);
    }
    catch (thrown) {
        await explain(action, (0,faults/* asFault */.Ps)(thrown), runner);
    }
    // What a stage left running (its programs end with us) must not keep a cancelled step alive.
    if (stop.signal.aborted)
        process.exit(process.exitCode ?? faults/* exitCode */.I$.ok);
}
async function tell(title, outcome, runner) {
    const { outputs, summary, notices = [], failure } = outcome;
    for (const [name, value] of Object.entries(outputs))
        runner_files_setOutput(runner, name, value);
    const last = failure === undefined ? [] : [{ level: "error", title, text: `${failure.message}\n${failure.hint}` }];
    show([...last, ...notices]);
    await summarize(runner, summary);
    if (failure !== undefined)
        process.exitCode = ExitCode.Failure;
}
async function explain(action, fault, runner) {
    const isStopped = runner.signal.aborted;
    // A stop often shows first as something else that went wrong for it: an answer cut short, a program that was ended.
    const { message, hint } = isStopped && fault.code === "bug" ? (0,faults/* asFault */.Ps)(runner.signal.reason) : fault;
    const title = isStopped ? `${action.title} was stopped` : `${action.title} failed (${fault.code})`;
    show([{ level: "error", title, text: `${message}\n${hint}` }]);
    if (fault.cause instanceof Error)
        debug(fault.cause.stack ?? fault.cause.message);
    await summarize(runner, summaryOf({ title, notes: [...message.split("\n"), hint] }));
    process.exitCode = isStopped ? faults/* exitCode */.I$.waiting : (0,faults/* exitCodeOf */.FO)(fault.code);
    if (!isStopped && fault.code !== "bug" && fault.code !== "remote")
        refuse(action.whenRefused ?? {}, runner);
}
function refuse(outputs, runner) {
    try {
        for (const [name, value] of Object.entries(outputs))
            runner_files_setOutput(runner, name, value);
    }
    catch (thrown) {
        warning((0,faults/* asFault */.Ps)(thrown).message);
    }
}
function show(notices) {
    for (const { level, title, text, file, line } of fitting(notices)) {
        const place = {
            title,
            ...(file === undefined ? {} : { file }),
            ...(line === undefined ? {} : { startLine: line }),
        };
        annotate[level](text, place);
    }
}
const annotate = { error: error, warning: warning, notice: notice };

;// CONCATENATED MODULE: ./build/packages/shell/workplace.js
/** The checkout of a step and its surroundings, with the token that the step was given. Loaded late: inputs are judged before anything heavy. */
async function surroundingsOf({ cwd, env, say, signal }, token) {
    const { realClock } = await __nccwpck_require__.e(/* import() */ 826).then(__nccwpck_require__.bind(__nccwpck_require__, 12826));
    const given = token === undefined ? {} : { GITHUB_TOKEN: token };
    return { cwd, env: { ...env, ...given }, clock: realClock, say, signal, fetch: globalThis.fetch };
}
/** Opens that checkout for a stage. */
async function openHere(runner, token) {
    const { openWorkplace } = await Promise.all(/* import() */[__nccwpck_require__.e(411), __nccwpck_require__.e(597), __nccwpck_require__.e(261), __nccwpck_require__.e(776), __nccwpck_require__.e(787), __nccwpck_require__.e(132), __nccwpck_require__.e(69)]).then(__nccwpck_require__.bind(__nccwpck_require__, 91069));
    return openWorkplace(await surroundingsOf(runner, token));
}

;// CONCATENATED MODULE: ./build/packages/shell/index.js
/** What all actions share: inputs, outcome, and the runner they meet. */













/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		id: moduleId,
/******/ 		loaded: false,
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Flag the module as loaded
/******/ 	module.loaded = true;
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/node module decorator */
/******/ (() => {
/******/ 	__nccwpck_require__.nmd = (module) => {
/******/ 		module.paths = [];
/******/ 		if (!module.children) module.children = [];
/******/ 		return module;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   cz: () => (/* binding */ programs),
/* harmony export */   iW: () => (/* binding */ main),
/* harmony export */   o1: () => (/* binding */ actions)
/* harmony export */ });
/* harmony import */ var _shell__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(65640);

/** Every action there is: its name is its folder, and loads nothing before it is called. */
const actions = {
    approval: () => __nccwpck_require__.e(/* import() */ 744).then(__nccwpck_require__.bind(__nccwpck_require__, 77744)),
    checkout: () => __nccwpck_require__.e(/* import() */ 508).then(__nccwpck_require__.bind(__nccwpck_require__, 54508)),
    command: () => Promise.all(/* import() */[__nccwpck_require__.e(597), __nccwpck_require__.e(272)]).then(__nccwpck_require__.bind(__nccwpck_require__, 33272)),
    deploy: () => __nccwpck_require__.e(/* import() */ 998).then(__nccwpck_require__.bind(__nccwpck_require__, 36998)),
    gate: () => __nccwpck_require__.e(/* import() */ 148).then(__nccwpck_require__.bind(__nccwpck_require__, 95148)),
    live: () => __nccwpck_require__.e(/* import() */ 23).then(__nccwpck_require__.bind(__nccwpck_require__, 80023)),
    report: () => __nccwpck_require__.e(/* import() */ 691).then(__nccwpck_require__.bind(__nccwpck_require__, 19691)),
    review: () => __nccwpck_require__.e(/* import() */ 725).then(__nccwpck_require__.bind(__nccwpck_require__, 21725)),
    rollback: () => __nccwpck_require__.e(/* import() */ 329).then(__nccwpck_require__.bind(__nccwpck_require__, 42329)),
    smoke: () => __nccwpck_require__.e(/* import() */ 296).then(__nccwpck_require__.bind(__nccwpck_require__, 13296)),
    validate: () => __nccwpck_require__.e(/* import() */ 742).then(__nccwpck_require__.bind(__nccwpck_require__, 84742)),
    watch: () => Promise.all(/* import() */[__nccwpck_require__.e(597), __nccwpck_require__.e(262)]).then(__nccwpck_require__.bind(__nccwpck_require__, 49262)),
};
/** Programs that share the bundle: the command line, and the platform of the `local` target. They run by being loaded. */
const programs = {
    cli: () => Promise.all(/* import() */[__nccwpck_require__.e(411), __nccwpck_require__.e(597), __nccwpck_require__.e(261), __nccwpck_require__.e(776), __nccwpck_require__.e(698), __nccwpck_require__.e(787), __nccwpck_require__.e(132), __nccwpck_require__.e(69), __nccwpck_require__.e(168)]).then(__nccwpck_require__.bind(__nccwpck_require__, 67168)),
    "local-platform": () => Promise.all(/* import() */[__nccwpck_require__.e(411), __nccwpck_require__.e(597), __nccwpck_require__.e(830), __nccwpck_require__.e(544), __nccwpck_require__.e(132), __nccwpck_require__.e(728)]).then(__nccwpck_require__.bind(__nccwpck_require__, 35728)),
};
/** Runs one of them; the stubs in `dist` call it by their own name. */
async function main(name) {
    if (name === "cli" || name === "local-platform")
        return void (await programs[name]());
    (0,_shell__WEBPACK_IMPORTED_MODULE_0__/* .endOnDefect */ .AA)(name);
    try {
        await (await actions[name]()).run();
    }
    catch (thrown) {
        (0,_shell__WEBPACK_IMPORTED_MODULE_0__/* .giveUp */ .Ht)(name, thrown);
    }
}

var __webpack_exports__actions = __webpack_exports__.o1;
var __webpack_exports__main = __webpack_exports__.iW;
var __webpack_exports__programs = __webpack_exports__.cz;
export { __webpack_exports__actions as actions, __webpack_exports__main as main, __webpack_exports__programs as programs };
