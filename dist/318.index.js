export const id = 318;
export const ids = [318];
export const modules = {

/***/ 35179:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createTarget: () => (/* binding */ createTarget)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/packages/faults/index.js + 3 modules
var faults = __webpack_require__(72326);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(26016);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(10390);
;// CONCATENATED MODULE: ./build/packages/targets/command/answer.js

const percent = schemas/* number */.aig().min(0).max(100);
const web = schemas/* url */.OZ5({ protocol: /^https?$/ });
const revision = schemas/* object */.Ikc({
    version: schemas/* string */.YjP().min(1),
    percent,
    healthy: schemas/* boolean */.zMY(),
    url: web.optional(),
    headers: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).optional(),
    badSince: iso/* datetime */.w$({ offset: true }).optional(),
});
const answer = schemas/* object */.Ikc({
    url: web,
    pinHeader: schemas/* string */.YjP().optional(),
    revisions: schemas/* array */.YOg(revision)
        .refine((all) => new Set(all.map(({ version }) => version)).size === all.length, "names a version twice")
        .refine((all) => all.length === 0 || [0, 100].includes(sumOf(all)), "has shares that add up to neither 100 nor 0"),
});
function parseAnswer(stdout) {
    const line = stdout.trimEnd().split("\n").at(-1) ?? "";
    if (line === "")
        return { problem: "it wrote nothing, and not one line of JSON" };
    let value;
    try {
        value = JSON.parse(line);
    }
    catch {
        return { problem: `its last line is no JSON: ${line.slice(0, 200)}` };
    }
    const parsed = answer.safeParse(value);
    if (parsed.success)
        return parsed.data;
    const flaws = parsed.error.issues.map(({ path, message }) => `${path.join(".") || "the answer"} ${message}`);
    return { problem: `its answer is wrong: ${flaws.join("; ")}` };
}
function observationOf({ url, pinHeader, revisions }) {
    return {
        url,
        ...(pinHeader === undefined ? {} : { pinHeader }),
        revisions: revisions.map(({ version, percent: share, healthy, url: own, headers }) => ({
            version,
            percent: share,
            healthy,
            ...(own === undefined ? {} : { url: own }),
            ...(headers === undefined ? {} : { headers }),
        })),
    };
}
function sumOf(revisions) {
    return Math.round(revisions.reduce((sum, one) => sum + one.percent, 0));
}

// EXTERNAL MODULE: ./build/packages/targets/settings.js
var targets_settings = __webpack_require__(35463);
;// CONCATENATED MODULE: ./build/packages/targets/command/settings.js



const schema = schemas/* strictObject */.rej({
    command: schemas/* string */.YjP().min(1),
    directory: schemas/* string */.YjP().min(1).default("."),
    weights: schemas/* boolean */.zMY().default(true),
    manual: schemas/* array */.YOg(schemas/* string */.YjP().min(1)).min(1),
    env: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).default({}),
    pass: targets_settings/* passedNames */.B9,
    readTimeout: targets_settings/* duration */.p0.prefault("30s"),
    timeout: targets_settings/* duration */.p0.prefault("10m"),
    keepBad: targets_settings/* duration */.p0.prefault("24h"),
});
function parseCommandSettings(options) {
    const example = '{command: ./deploy/target.sh, pass: [KUBECONFIG], manual: ["kubectl rollout undo deployment/shop"]}';
    const settings = (0,targets_settings/* parseSettings */.P$)({ name: "command", schema, example }, options);
    return { ...settings, directory: (0,external_node_path_.resolve)(options.workDirectory, settings.directory) };
}

// EXTERNAL MODULE: ./build/packages/targets/script.js
var script = __webpack_require__(7581);
;// CONCATENATED MODULE: ./build/packages/targets/command.js







function createTarget(options) {
    return new CommandTarget(parseCommandSettings(options), options);
}
class CommandTarget {
    environment;
    capabilities;
    #settings;
    #options;
    constructor(settings, options) {
        this.environment = options.environment;
        this.capabilities = { weights: settings.weights, addressable: true };
        this.#settings = settings;
        this.#options = options;
    }
    async check(shares = []) {
        (0,script/* passed */.b)({ ours: this.#options.env ?? {}, pass: this.#settings.pass });
        return observationOf(await this.#read({ verb: "check", shares }));
    }
    async observe() {
        return observationOf(await this.#read());
    }
    async prepare(artifact, signal) {
        const { version, sha } = artifact;
        const before = await this.#read({ verb: "observe" }, signal);
        const home = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "release-tree-"));
        try {
            const tree = (0,external_node_path_.join)(home, version);
            await artifact.export(tree);
            await this.#write({ verb: "prepare", version, sha, tree }, signal);
        }
        finally {
            await (0,promises_.rm)(home, { recursive: true, force: true });
        }
        const after = await this.#read({ verb: "observe" }, signal);
        const revision = after.revisions.find((one) => one.version === version);
        if (revision?.healthy !== true)
            throw this.#unhealthy(version, revision === undefined ? "observe does not show it" : "observe shows it as not healthy");
        for (const { version: other, percent } of after.revisions) {
            const known = before.revisions.find((one) => one.version === other)?.percent ?? 0;
            if (known !== percent)
                throw this.#lie("prepare", `${other} had ${known} % of the traffic before and has ${percent} %`);
        }
    }
    async shift({ version, sha }, percent, signal) {
        const before = await this.#read({ verb: "observe" }, signal);
        const candidate = before.revisions.find((one) => one.version === version);
        if (candidate === undefined)
            throw this.#notUp(version);
        if (candidate.badSince !== undefined) {
            throw new faults/* ReleaseFault */.eB("policy", `${version} was rolled back on ${this.environment} and gets no traffic`, {
                hint: "Fix it and release the next version, or deploy this one again from the start.",
            });
        }
        if (percent > candidate.percent && !candidate.healthy)
            throw this.#unhealthy(version, "observe shows it as not healthy");
        const serves = before.revisions.some((one) => one.version !== version && one.percent > 0);
        await this.#write({ verb: "shift", version, sha, percent }, signal);
        const wanted = serves || percent === 0 ? [percent] : [percent, 100];
        await this.#confirm({ version, wanted, verb: "shift" }, signal);
    }
    async finish({ version, sha }) {
        const { signal } = this.#options;
        const before = await this.#read({ verb: "observe" }, signal);
        if (!before.revisions.some((one) => one.version === version))
            throw this.#notUp(version);
        await this.#write({ verb: "finish", version, sha }, signal);
        await this.#confirm({ version, wanted: [100], verb: "finish" }, signal);
    }
    async rollback(version, signal) {
        const before = await this.#read({ verb: "observe" }, signal);
        if (!before.revisions.some((one) => one.version === version)) {
            throw new faults/* ReleaseFault */.eB("policy", `Cannot rollback, previous version ${version} not deployed`, {
                hint: "What is deployed there now is said by: release status",
            });
        }
        await this.#write({ verb: "rollback", version }, signal);
        await this.#confirm({ version, wanted: [100], verb: "rollback" }, signal);
    }
    async tidy(signal) {
        const endMs = this.#options.clock.now() - this.#settings.keepBad;
        const { revisions } = await this.#read({ verb: "observe" }, signal);
        for (const { version, percent, badSince } of revisions) {
            if (badSince === undefined || percent > 0 || Date.parse(badSince) > endMs)
                continue;
            await this.#write({ verb: "remove", version }, signal);
            const after = await this.#read({ verb: "observe" }, signal);
            if (after.revisions.some((one) => one.version === version))
                throw this.#lie("remove", `${version} is still there`);
        }
    }
    manual(version) {
        return this.#settings.manual.map((line) => line.replaceAll("{version}", version));
    }
    async #read(question = { verb: "observe" }, signal = this.#options.signal) {
        const answer = parseAnswer(await this.#ask(question, signal));
        if ("problem" in answer)
            throw this.#fault(question.verb, answer.problem);
        return answer;
    }
    async #write(question, signal) {
        await this.#ask(question, signal);
    }
    async #ask(question, signal) {
        const { command, directory, pass, env, readTimeout, timeout } = this.#settings;
        const reads = question.verb === "check" || question.verb === "observe";
        const told = { contract: 1, environment: this.environment, ...question };
        const { problem, stdout } = await (0,script/* runScript */.j)({
            command,
            cwd: directory,
            ours: this.#options.env ?? {},
            pass,
            env: { ...env, ...asVariables(told) },
            input: `${JSON.stringify(told)}\n`,
            timeoutMs: reads ? readTimeout : timeout,
            signal,
        });
        if (problem === undefined)
            return stdout;
        if (question.verb === "prepare")
            throw this.#unhealthy(question.version, problem);
        throw this.#fault(question.verb, problem);
    }
    async #confirm({ version, wanted, verb }, signal) {
        const { revisions } = await this.#read({ verb: "observe" }, signal);
        const actual = revisions.find((one) => one.version === version)?.percent ?? 0;
        if (wanted.some((percent) => isAbout(actual, percent)))
            return;
        throw this.#lie(verb, `${version} should have ${wanted[0]} % of the traffic, and observe says ${actual} %`);
    }
    #fault(verb, problem) {
        return new faults/* ReleaseFault */.eB("remote", `The deploy command failed at ${verb} on ${this.environment}: ${problem}`, {
            hint: `By hand: echo '{"contract":1,"environment":"${this.environment}","verb":"${verb}"}' | ${this.#settings.command} (docs/targets.md has the contract).`,
        });
    }
    #lie(verb, found) {
        return new faults/* ReleaseFault */.eB("remote", `The deploy command ended ${verb} well, and it is not so: ${found}`, {
            hint: "It must return when the platform has done it, and its observe must read the platform. Or somebody else changes it meanwhile.",
        });
    }
    #notUp(version) {
        return new faults/* ReleaseFault */.eB("policy", `${version} is not up on ${this.environment}`, {
            hint: "Prepare it first: release resume does.",
        });
    }
    #unhealthy(version, problem) {
        return new faults/* ReleaseFault */.eB("remote", `${version} does not become healthy on ${this.environment}: ${problem}`, {
            hint: "Run the command's prepare by hand, and read the log of the application.",
        });
    }
}
function isAbout(actual, percent) {
    if (percent === 0 || percent === 100)
        return actual === percent;
    return actual > 0 && actual < 100 && Math.abs(actual - percent) <= 1;
}
function asVariables(told) {
    return Object.fromEntries(Object.entries(told).map(([name, value]) => [`RELEASE_${name.toUpperCase()}`, String(value)]));
}


/***/ }),

/***/ 7581:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ passed),
/* harmony export */   j: () => (/* binding */ runScript)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var _faults__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72326);
/* harmony import */ var _process__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31359);



const maxOutputBytes = 1024 * 1024;
async function runScript(script) {
    const { command, cwd, timeoutMs, signal, input } = script;
    const given = passed(script);
    const result = await (0,_process__WEBPACK_IMPORTED_MODULE_2__/* .runShell */ .E5)(command, {
        cwd,
        env: { ...(0,_process__WEBPACK_IMPORTED_MODULE_2__/* .onlyVariables */ .__)(script.ours, _process__WEBPACK_IMPORTED_MODULE_2__/* .harmlessVariables */ .lp), ...given, ...script.env },
        inheritEnv: false,
        timeoutMs,
        signal,
        maxOutputBytes,
        ...(input === undefined ? {} : { input }),
    });
    signal.throwIfAborted();
    const { exitCode, stdout } = result;
    if (exitCode === 0 && !result.timedOut && !result.truncated)
        return { exitCode, stdout };
    const hide = (text) => Object.values(given).reduce((rest, value) => (value.length < 4 ? rest : rest.replaceAll(value, "***")), text);
    return { exitCode: result.timedOut ? undefined : exitCode, stdout, problem: hide(problemOf(result, timeoutMs)) };
}
function passed({ ours, pass }) {
    const missing = pass.filter((name) => (ours[name] ?? "") === "");
    if (missing.length === 0)
        return (0,_process__WEBPACK_IMPORTED_MODULE_2__/* .onlyVariables */ .__)(ours, pass);
    throw new _faults__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseFault */ .eB("config", `The deploy target needs variables that are not set: ${missing.join(", ")}`, {
        hint: `Set ${missing[0]} in the environment of the run (in a workflow: env of the job, from a secret), or take it out of "pass".`,
    });
}
function problemOf(result, timeoutMs) {
    const text = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(result.stderr.trim() === "" ? result.stdout : result.stderr);
    const last = text.trim().split("\n").slice(-5).join("\n").slice(-400);
    const said = last === "" ? "it said nothing" : `it said: ${last}`;
    if (result.timedOut)
        return `it was ended after ${timeoutMs / 1000} s; ${said}`;
    if (result.exitCode === undefined)
        return `it was ended by ${result.signal ?? "a signal"}; ${said}`;
    if (result.exitCode === 0)
        return `it wrote more than ${maxOutputBytes / 1024 / 1024} MiB`;
    return `it ended with exit code ${result.exitCode}; ${said}`;
}


/***/ }),

/***/ 35463:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B9: () => (/* binding */ passedNames),
/* harmony export */   P$: () => (/* binding */ parseSettings),
/* harmony export */   p0: () => (/* binding */ duration)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26016);
/* harmony import */ var _faults__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72326);


const unitMs = new Map([
    ["ms", 1],
    ["s", 1000],
    ["m", 60_000],
    ["h", 3_600_000],
    ["d", 86_400_000],
]);
const duration = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
    .regex(/^\d+(\.\d+)?(ms|s|m|h|d)$/, 'must be a duration like "20s" or "24h"')
    .transform((text) => Number.parseFloat(text) * (unitMs.get(text.replace(/^[\d.]+/, "")) ?? Number.NaN));
const passedNames = zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[A-Za-z_]\w*$/, "must be the name of a variable")).default([]);
function parseSettings({ name, schema, example }, { environment, settings }) {
    const parsed = schema.safeParse(settings);
    if (parsed.success)
        return parsed.data;
    const mistakes = parsed.error.issues.map(({ path, message }) => `${path.join(".") || "settings"}: ${message}`);
    throw new _faults__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseFault */ .eB("config", `The settings of the ${name} target for ${environment} are wrong:\n${mistakes.join("\n")}`, {
        hint: `In environments.${environment}.settings write, for example: ${example}.`,
    });
}


/***/ }),

/***/ 10390:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p6: () => (/* binding */ date),
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60430);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26016);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDate */ .db(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODate */ .Brp, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
