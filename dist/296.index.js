export const id = 296;
export const ids = [296];
export const modules = {

/***/ 13296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run),
  shape: () => (/* binding */ shape)
});

// EXTERNAL MODULE: ./build/packages/shell/index.js + 8 modules
var shell = __webpack_require__(40160);
// EXTERNAL MODULE: ./build/packages/faults/index.js + 2 modules
var faults = __webpack_require__(77272);
;// CONCATENATED MODULE: ./build/actions/smoke/outcome.js


/** One place, and only one. */
function placeOf({ environment, url }) {
    if (url !== undefined && environment === undefined)
        return { url };
    if (environment !== undefined && url === undefined)
        return { environment };
    throw new faults/* ReleaseFault */.eB("input", "environment, url: one of them is required, and not both", {
        hint: "Example: environment: staging",
    });
}
/** Red when a category failed; each failed check is an annotation. */
function smokeOutcome(result) {
    const { status, checks, failedTests, categoriesPassed, categoriesFailed } = result;
    const failed = checks.filter((check) => check.status === "failed");
    const rows = [...failed, ...checks.filter((check) => check.status !== "failed")].map(({ category, name, status: how, detail }) => [`${category}: ${name}`, `${how} ${detail ?? ""}`]);
    return {
        outputs: { status, failed: JSON.stringify(failedTests) },
        summary: (0,shell/* summaryOf */.YG)({ title: `Smoke tests ${status}`, rows }),
        notices: failed.map(({ category, name, detail }) => ({
            level: "error",
            title: `${category}: ${name}`,
            text: detail ?? "failed",
        })),
        ...(status === "passed"
            ? {}
            : {
                failure: {
                    message: `${categoriesFailed} of ${categoriesFailed + categoriesPassed} categories of smoke tests failed`,
                    hint: "The checks are under `smoke:` in .github/release-command.yml.",
                },
            }),
    };
}

;// CONCATENATED MODULE: ./build/actions/smoke/index.js


const shape = {
    environment: ["environment", (0,shell/* optional */.lq)((0,shell/* oneOf */.yL)("staging", "production"))],
    url: ["url", (0,shell/* optional */.lq)(shell/* webAddress */.Dy)],
};
/** The smoke tests of the configuration, once. */
async function run() {
    await (0,shell/* runAction */.Cs)({
        title: "Smoke tests",
        shape,
        act: async (inputs, runner) => {
            const place = placeOf(inputs);
            const { smokeNow } = await Promise.all(/* import() */[__webpack_require__.e(411), __webpack_require__.e(266), __webpack_require__.e(597), __webpack_require__.e(879), __webpack_require__.e(757), __webpack_require__.e(132), __webpack_require__.e(151)]).then(__webpack_require__.bind(__webpack_require__, 76151));
            return smokeOutcome(await smokeNow(await (0,shell/* surroundingsOf */.ZD)(runner), place));
        },
    });
}


/***/ }),

/***/ 77272:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  eB: () => (/* reexport */ ReleaseFault),
  Ps: () => (/* reexport */ asFault),
  I$: () => (/* reexport */ exitCode),
  FO: () => (/* reexport */ exitCodeOf)
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

;// CONCATENATED MODULE: ./build/packages/faults/index.js




/***/ }),

/***/ 40160:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  HO: () => (/* reexport */ findEvidence),
  Jt: () => (/* reexport */ flag),
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
  sP: () => (/* reexport */ textMap),
  Dy: () => (/* reexport */ webAddress)
});

// UNUSED EXPORTS: escaped, parseInputs

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/packages/faults/index.js + 2 modules
var faults = __webpack_require__(77272);
;// CONCATENATED MODULE: ./build/packages/shell/evidence-store.js



/** Keeps the evidence of a leg: a file of the job, and where the run has artifacts, one of them. Returns the file. */
async function keepEvidence(runner, { leg, text }) {
    const file = fileOf(runner, leg);
    await (0,promises_.mkdir)(external_node_path_.dirname(file), { recursive: true });
    await (0,promises_.writeFile)(file, text);
    if (runner.hasArtifacts) {
        const artifacts = await openArtifacts();
        await artifacts.uploadArtifact(`evidence-${leg}-${runner.attempt}`, [file], external_node_path_.dirname(file));
    }
    return file;
}
/** The evidence of a leg: that of this very job, else the newest artifact of the run. Only its digest says that it is genuine. */
async function findEvidence(runner, leg) {
    if (!/^[a-z0-9_-]+$/.test(leg))
        throw missing(leg);
    const here = await (0,promises_.readFile)(fileOf(runner, leg), "utf8").catch(() => undefined);
    if (here !== undefined)
        return here;
    if (!runner.hasArtifacts)
        throw missing(leg);
    const artifacts = await openArtifacts();
    const listed = (await artifacts.listArtifacts()).artifacts.flatMap(({ id, name }) => {
        const attempt = new RegExp(`^evidence-${leg}-(\\d+)$`).exec(name)?.[1];
        return attempt === undefined ? [] : [{ id, attempt: Number(attempt) }];
    });
    const newest = listed.toSorted((a, b) => b.attempt - a.attempt || b.id - a.id)[0];
    if (newest === undefined)
        throw missing(leg);
    await (0,promises_.mkdir)(runner.temp, { recursive: true });
    const directory = await (0,promises_.mkdtemp)(external_node_path_.join(runner.temp, "evidence-"));
    await artifacts.downloadArtifact(newest.id, { path: directory });
    return (0,promises_.readFile)(external_node_path_.join(directory, external_node_path_.basename(fileOf(runner, leg))), "utf8");
}
function fileOf({ temp }, leg) {
    return external_node_path_.join(temp, "release-evidence", `evidence-${leg}.json`);
}
/** The client is large and brings a cloud's library along: loaded where artifacts are used, and nowhere else. */
async function openArtifacts() {
    const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(266), __webpack_require__.e(830), __webpack_require__.e(703)]).then(__webpack_require__.bind(__webpack_require__, 25703));
    return new DefaultArtifactClient();
}
function missing(leg) {
    return new faults/* ReleaseFault */.eB("policy", `There is no evidence of leg ${leg} in this run`, {
        hint: "Its job must run the gate action with this leg before the review, in the same run.",
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

/** The end of a job as the runner shows it; red for the outcomes in `bad`, so that no job that needs this one goes on. */
function jobOutcome(title, { id, outcome, notes }, bad = []) {
    const failure = {
        message: `${id}: ${title} ended ${outcome}${notes.length === 0 ? "" : `: ${notes.join("; ")}`}`,
        hint: `See why: release report ${id}`,
    };
    return {
        outputs: { outcome },
        summary: summaryOf({ title: `${title} of ${id}: ${outcome}`, notes }),
        ...(bad.includes(outcome) ? { failure } : {}),
    };
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

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 14 modules
var core = __webpack_require__(13078);
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

;// CONCATENATED MODULE: ./build/packages/shell/runner.js

/** Reads what a runner tells its steps by their environment. */
function runnerOf(env, { cwd, say, signal }) {
    const directory = env["GITHUB_WORKSPACE"] ?? cwd;
    return {
        env: withoutInputs(env),
        cwd: directory,
        temp: env["RUNNER_TEMP"] ?? external_node_path_.join(directory, ".release-command", "temp"),
        attempt: Number(env["GITHUB_RUN_ATTEMPT"] ?? "1"),
        hasArtifacts: (env["ACTIONS_RUNTIME_TOKEN"] ?? "") !== "",
        say,
        signal,
    };
}
/** Inputs are parsed once; as variables they would reach whatever is started. */
function withoutInputs(env) {
    return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith("INPUT_")));
}

;// CONCATENATED MODULE: ./build/packages/shell/run-action.js






/** Runs a step from its inputs to its outputs, summary and exit code. The only place that meets the runner. */
async function runAction(action) {
    const stop = listenForStop();
    const runner = runnerOf(process.env, { cwd: process.cwd(), say: (text) => core/* info */.pq(text), signal: stop.signal });
    try {
        const secret = core/* getInput */.V4("token");
        if (secret !== "")
            core/* setSecret */.Pq(secret);
        const inputs = parseInputs((name) => core/* getInput */.V4(name), action.shape);
        await tell(action.title, await action.act(inputs, runner), runner);
    }
    catch (thrown) {
        await explain(action, (0,faults/* asFault */.Ps)(thrown), runner);
    }
    // What a stage left running (its programs end with us) must not keep a cancelled step alive.
    if (stop.signal.aborted)
        process.exit(process.exitCode ?? faults/* exitCode */.I$.waiting);
}
/** The first signal ends every wait; leases are given back meanwhile. A second one ends the process (GitHub sends it 7.5 s later). */
function listenForStop() {
    const stop = new AbortController();
    for (const name of ["SIGINT", "SIGTERM"]) {
        process.on(name, () => {
            if (stop.signal.aborted && name === "SIGTERM")
                process.exit(faults/* exitCode */.I$.waiting);
            stop.abort(new Error(`ended by ${name}`));
        });
    }
    return stop;
}
async function tell(title, outcome, runner) {
    const { outputs, summary, notices = [], failure } = outcome;
    for (const [name, value] of Object.entries(outputs))
        setOutput(runner, name, value);
    const last = failure === undefined ? [] : [{ level: "error", title, text: `${failure.message}\n${failure.hint}` }];
    show([...last, ...notices]);
    await summarize(summary, runner);
    if (failure !== undefined)
        process.exitCode = core/* ExitCode */.yU.Failure;
}
async function explain(action, fault, runner) {
    const refuses = fault.code !== "bug" && fault.code !== "remote" && !runner.signal.aborted;
    if (refuses)
        for (const [name, value] of Object.entries(action.whenRefused ?? {}))
            setOutput(runner, name, value);
    const title = `${action.title} failed (${fault.code})`;
    show([{ level: "error", title, text: `${fault.message}\n${fault.hint}` }]);
    if (fault.cause instanceof Error)
        core/* debug */.Yz(fault.cause.stack ?? fault.cause.message);
    await summarize(summaryOf({ title, notes: [...fault.message.split("\n"), fault.hint] }), runner);
    process.exitCode = (0,faults/* exitCodeOf */.FO)(fault.code);
}
/** Outside a runner there is no file for outputs, and the command that was used before it is not wanted in a log. */
function setOutput({ env }, name, value) {
    if ((env["GITHUB_OUTPUT"] ?? "") !== "")
        core/* setOutput */.uH(name, value);
    else
        core/* info */.pq(`${name}: ${value}`);
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
const annotate = { error: core/* error */.z3, warning: core/* warning */.$e, notice: core/* notice */.lm };
async function summarize(text, { env }) {
    if ((env["GITHUB_STEP_SUMMARY"] ?? "") === "" || text === "")
        return;
    await core/* summary */.z.addRaw(capped(text)).write();
}

;// CONCATENATED MODULE: ./build/packages/shell/workplace.js
/** The checkout of a step and its surroundings, with the token that the step was given. Loaded late: inputs are judged before anything heavy. */
async function surroundingsOf({ cwd, env, say, signal }, token) {
    const { realClock } = await __webpack_require__.e(/* import() */ 826).then(__webpack_require__.bind(__webpack_require__, 12826));
    const given = token === undefined ? {} : { GITHUB_TOKEN: token };
    return { cwd, env: { ...env, ...given }, clock: realClock, say, signal, fetch: globalThis.fetch };
}
/** Opens that checkout for a stage. */
async function openHere(runner, token) {
    const { openWorkplace } = await Promise.all(/* import() */[__webpack_require__.e(411), __webpack_require__.e(266), __webpack_require__.e(597), __webpack_require__.e(879), __webpack_require__.e(757), __webpack_require__.e(132), __webpack_require__.e(151)]).then(__webpack_require__.bind(__webpack_require__, 76151));
    return openWorkplace(await surroundingsOf(runner, token));
}

;// CONCATENATED MODULE: ./build/packages/shell/index.js
/** What all actions share: inputs, outcome, and the runner they meet. */










/***/ })

};
