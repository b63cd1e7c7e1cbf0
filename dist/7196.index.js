export const id = 7196;
export const ids = [7196];
export const modules = {

/***/ 87421:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createTarget: () => (/* binding */ createTarget)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/packages/faults/index.js + 3 modules
var faults = __webpack_require__(72326);
// EXTERNAL MODULE: ./build/packages/targets/local/client.js
var client = __webpack_require__(15985);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./build/packages/targets/local/ensure.js


const POLL_MS = 50;
async function ensureState(platform, before, next) {
    if (!(0,external_node_util_.isDeepStrictEqual)(inOrder(before), inOrder(next)))
        await platform.write(next, before.etag);
}
function inOrder(state) {
    return { ...state, etag: 0, revisions: state.revisions.toSorted((a, b) => a.version.localeCompare(b.version)) };
}
function ensure_confirm({ state }, wanted) {
    for (const { version, percent } of wanted.revisions) {
        const actual = state.revisions.find((one) => one.version === version)?.percent ?? 0;
        if (actual === percent)
            continue;
        throw new faults/* ReleaseFault */.eB("remote", `${version} should have ${percent} % of the traffic and has ${actual} %`, {
            hint: "Somebody else is changing the platform. See who drives the release, then: release resume vX.Y.Z.",
        });
    }
}
async function untilHealthy(act, version, patienceMs) {
    const { platform, clock, signal, startTimeoutMs, environment } = act;
    const startedAt = clock.now();
    if (isHealthy((await platform.status()).live, version))
        return;
    await platform.revive(version);
    for (;;) {
        const { live } = await platform.status();
        if (isHealthy(live, version))
            return;
        const tookMs = clock.now() - startedAt;
        const { ready = 0, givenUp = false } = live.find((one) => one.version === version) ?? {};
        if (patienceMs !== undefined && ready > 0 && (givenUp || tookMs >= patienceMs))
            return;
        if (givenUp || tookMs > startTimeoutMs)
            throw unhealthy(version, environment, live);
        await clock.sleep(POLL_MS, signal);
    }
}
function isHealthy(live, version) {
    return live.some((one) => one.version === version && one.healthy);
}
function unhealthy(version, environment, live) {
    const problem = live.find((one) => one.version === version)?.problem ?? "it is not running";
    return new faults/* ReleaseFault */.eB("remote", `${version} does not become healthy on ${environment}: ${problem}`, {
        hint: "Run its command by hand in an exported tree, with PORT set, and look at its health path.",
    });
}

// EXTERNAL MODULE: ./build/packages/targets/local/open.js
var local_open = __webpack_require__(13698);
// EXTERNAL MODULE: ./build/packages/targets/local/protocol.js
var protocol = __webpack_require__(46198);
;// CONCATENATED MODULE: ./build/packages/targets/local/rollout.js
function withCandidate(state, revision) {
    const present = state.revisions.find(({ version }) => version === revision.version);
    const candidate = { ...revision, percent: present?.percent ?? 0, parked: false };
    return { ...state, revisions: [...state.revisions.filter((one) => one !== present), candidate] };
}
function withInstances(state, wanted, count) {
    const revisions = state.revisions.map((one) => (one.version === wanted ? { ...one, instances: count } : one));
    return { ...state, revisions };
}
function withShare(state, candidate, percent) {
    const other = state.serving === candidate ? undefined : state.serving;
    const share = other === undefined && percent > 0 ? 100 : percent;
    const percentOf = (version) => {
        if (version === candidate)
            return share;
        return version === other ? 100 - share : 0;
    };
    return { ...state, revisions: state.revisions.map((one) => ({ ...one, percent: percentOf(one.version) })) };
}
function withFinished(state, candidate) {
    if (state.serving === candidate)
        return state;
    const { serving: before, previous: _, ...rest } = withShare(state, candidate, 100);
    const stays = ({ version, badUntilMs, parked }) => version === candidate || version === before || badUntilMs !== undefined || parked;
    return {
        ...rest,
        serving: candidate,
        ...(before === undefined ? {} : { previous: before }),
        revisions: rest.revisions.filter(stays),
    };
}
function withRollback(state, version, badUntilMs) {
    const { previous, serving, ...rest } = state;
    const revisions = state.revisions.map(({ badUntilMs: until, ...one }) => {
        if (one.version === version)
            return { ...one, percent: 100 };
        const older = one.parked || (one.version === previous && version === serving);
        if (older)
            return { ...one, percent: 0, ...(until === undefined ? {} : { badUntilMs: until }) };
        return { ...one, percent: 0, badUntilMs: until ?? badUntilMs };
    });
    return {
        ...rest,
        revisions,
        serving: version,
        ...(previous === undefined || previous === version ? {} : { previous }),
    };
}

;// CONCATENATED MODULE: ./build/packages/targets/local/replace.js


async function replaceInstances(act, { version, count, percent, total, maxUnavailable, }) {
    const { platform } = act;
    const change = async (next) => {
        const { state } = await platform.status();
        await ensureState(platform, state, next(state));
        ensure_confirm(await platform.status(), next(state));
    };
    const { state: known } = await platform.status();
    const share = known.revisions.find((one) => one.version === version)?.percent ?? 0;
    const inService = Math.round((share / 100) * total);
    await change((state) => shrunk(state, version, Math.max(total - count, total - inService - maxUnavailable)));
    await change((state) => withInstances(state, version, count));
    await untilHealthy(act, version);
    await change((state) => withShare(state, version, percent));
    await change((state) => shrunk(state, version, total - count));
}
function shrunk(state, candidate, count) {
    const before = state.serving === candidate ? undefined : state.revisions.find((one) => one.version === state.serving);
    if (before === undefined || before.instances <= count)
        return state;
    return withInstances(state, before.version, Math.max(1, count));
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(26016);
// EXTERNAL MODULE: ./build/packages/targets/settings.js
var settings = __webpack_require__(35463);
;// CONCATENATED MODULE: ./build/packages/targets/local/settings.js



const schema = schemas/* strictObject */.rej({
    directory: schemas/* string */.YjP().min(1),
    port: schemas/* number */.aig().int().min(0).max(65_535).default(0),
    command: schemas/* string */.YjP().min(1),
    health: schemas/* string */.YjP().startsWith("/").default("/health"),
    instances: schemas/* number */.aig().int().min(1).max(64).default(1),
    env: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).default({}),
    startTimeout: settings/* duration */.p0.prefault("20s"),
    keepBad: settings/* duration */.p0.prefault("24h"),
});
function parseLocalSettings(options) {
    const example = `{directory: .release-command/${options.environment}, port: 8080, command: "node server.js"}`;
    const parsed = (0,settings/* parseSettings */.P$)({ name: "local", schema, example }, options);
    const { startTimeout, keepBad, directory, ...rest } = parsed;
    return {
        ...rest,
        directory: (0,external_node_path_.resolve)(options.workDirectory, directory),
        startTimeoutMs: startTimeout,
        keepBadMs: keepBad,
    };
}

// EXTERNAL MODULE: ./build/packages/targets/tree.js
var tree = __webpack_require__(56038);
;// CONCATENATED MODULE: ./build/packages/targets/local.js










const ROLLBACK_ATTEMPTS = 5;
const STRENGTH_MS = 2000;
function createTarget(options) {
    return new LocalTarget(parseLocalSettings(options), options);
}
class LocalTarget {
    environment;
    capabilities = { weights: true, addressable: true };
    instances;
    #settings;
    #options;
    constructor(settings, options) {
        this.environment = options.environment;
        this.#settings = settings;
        this.#options = options;
        const { instances: total } = settings;
        if (total === 1)
            return;
        this.instances = {
            total,
            replace: async ({ version }, batch, signal) => {
                const platform = await this.#platform(signal);
                candidateOf((await platform.status()).state, version, this.environment);
                await replaceInstances(this.#act(platform, signal), { ...batch, version, total });
            },
        };
    }
    check() {
        return this.observe();
    }
    async observe() {
        const platform = await this.#platform(this.#options.signal);
        return observationOf(await platform.status());
    }
    async prepare(artifact, signal, count = this.#settings.instances) {
        const { version, sha } = artifact;
        const { command, env, health, directory: home } = this.#settings;
        const platform = await this.#platform(signal);
        const { state } = await platform.status();
        const present = state.revisions.find((one) => one.version === version);
        if (present !== undefined && present.sha !== sha && present.percent > 0) {
            throw new faults/* ReleaseFault */.eB("policy", `${version} serves ${this.environment} from ${present.sha}, and not from ${sha}`, {
                hint: "A deployed version number is used up: release the commit under the next one.",
            });
        }
        const fresh = (0,external_node_path_.join)(home, "versions", `${version}-${sha.slice(0, 12)}-${state.etag}`);
        const directory = present?.sha === sha ? present.directory : fresh;
        await (0,tree/* exportOnce */.m)(artifact, directory);
        const program = present !== undefined && present.percent > 0 ? present : { command, env, health, instances: count };
        const wanted = { version, sha, directory, ...programOf(program) };
        await ensureState(platform, state, withCandidate(state, wanted));
        await untilHealthy(this.#act(platform, signal), version);
    }
    async shift({ version }, percent, signal) {
        const platform = await this.#platform(signal);
        const { state, live } = await platform.status();
        const candidate = candidateOf(state, version, this.environment);
        if (percent > candidate.percent && !isHealthy(live, version))
            throw unhealthy(version, this.environment, live);
        await ensureState(platform, state, withShare(state, version, percent));
        ensure_confirm(await platform.status(), withShare(state, version, percent));
    }
    async finish({ version }) {
        const platform = await this.#platform(this.#options.signal);
        const { state } = await platform.status();
        if (!state.revisions.some((one) => one.version === version && !one.parked))
            throw notUp(version, this.environment);
        await ensureState(platform, state, withFinished(state, version));
        ensure_confirm(await platform.status(), withFinished(state, version));
    }
    async rollback(version, signal) {
        const platform = await this.#platform(signal);
        for (let attempt = 1;; attempt += 1) {
            const { state } = await platform.status();
            if (!state.revisions.some((one) => one.version === version && !one.parked)) {
                throw new faults/* ReleaseFault */.eB("policy", `Cannot rollback, previous version ${version} not deployed`, {
                    hint: `What is deployed there now is said by: release status`,
                });
            }
            try {
                const strong = await this.#atStrength(platform, state, version, signal);
                const next = withRollback(strong, version, this.#options.clock.now() + this.#settings.keepBadMs);
                await ensureState(platform, strong, next);
                return ensure_confirm(await platform.status(), next);
            }
            catch (thrown) {
                if (!(thrown instanceof client/* StaleWriteError */.vZ) || attempt === ROLLBACK_ATTEMPTS)
                    throw thrown;
            }
        }
    }
    async tidy() { }
    manual(version) {
        const { directory } = this.#settings;
        const ask = `curl -sS -H "authorization: Bearer $(jq -r .token platform.json)" "http://127.0.0.1:$(jq -r .adminPort platform.json)/state"`;
        const all = `(.revisions[] | .percent) = 0 | (.revisions[] | select(.version == "${version}") | .percent) = 100 | (.revisions[] | select(.version == "${version}") | .instances) = ${this.#settings.instances} | .serving = "${version}"`;
        return [
            `cd '${directory.replaceAll("'", String.raw `'\''`)}'`,
            `${ask} > now.json`,
            `jq '.state | ${all}' now.json > next.json`,
            `${ask} -X PUT -H "if-match: \\"$(jq .state.etag now.json)\\"" --data-binary @next.json`,
        ];
    }
    #platform(signal) {
        const { directory, port } = this.#settings;
        return (0,local_open/* ensurePlatform */.E$)(directory, { port, clock: this.#options.clock, signal });
    }
    async #atStrength(platform, state, version, signal) {
        const present = state.revisions.find((one) => one.version === version)?.instances ?? 0;
        await ensureState(platform, state, withInstances(state, version, Math.max(present, this.#settings.instances)));
        await untilHealthy(this.#act(platform, signal), version, STRENGTH_MS);
        return (await platform.status()).state;
    }
    #act(platform, signal) {
        const { startTimeoutMs } = this.#settings;
        return { platform, environment: this.environment, clock: this.#options.clock, startTimeoutMs, signal };
    }
}
function observationOf({ state, live, port }) {
    const url = `http://127.0.0.1:${port}`;
    const revisions = state.revisions
        .filter(({ parked }) => !parked)
        .map(({ version, percent, instances }) => {
        const process = live.find((one) => one.version === version);
        const at = { version, percent, healthy: process?.healthy ?? false, headers: { [protocol/* PIN_HEADER */.E1]: version } };
        if (process?.port === undefined)
            return at;
        return { ...at, url: instances === 1 ? `http://127.0.0.1:${process.port}` : url };
    });
    return { revisions, url, pinHeader: protocol/* PIN_HEADER */.E1 };
}
function programOf({ command, env, health, instances }) {
    return { command, env, health, instances };
}
function candidateOf(state, version, environment) {
    const candidate = state.revisions.find((one) => one.version === version && !one.parked);
    if (candidate === undefined)
        throw notUp(version, environment);
    if (candidate.badUntilMs === undefined)
        return candidate;
    throw new faults/* ReleaseFault */.eB("policy", `${version} was rolled back on ${environment} and gets no traffic`, {
        hint: "Fix it and release the next version, or deploy this one again from the start.",
    });
}
function notUp(version, environment) {
    return new faults/* ReleaseFault */.eB("policy", `${version} is not up on ${environment}`, {
        hint: "Prepare it first: release resume does.",
    });
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

/***/ 56038:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ exportOnce)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


async function exportOnce(artifact, directory) {
    if (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(directory).then(() => true, () => false))
        return;
    const draft = `${directory}.draft`;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(draft, { recursive: true, force: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(directory), { recursive: true });
    await artifact.export(draft);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(draft, directory);
}


/***/ })

};
