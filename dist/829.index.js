export const id = 829;
export const ids = [829];
export const modules = {

/***/ 70614:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   writeChangelog: () => (/* binding */ writeChangelog)
/* harmony export */ });
/* harmony import */ var _changelog__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41644);
/* harmony import */ var _faults__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72326);
/* harmony import */ var _git__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18189);
/* harmony import */ var _process__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31359);
/* harmony import */ var _since_last_release_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(96167);
/* harmony import */ var _style_here_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(34216);






async function writeChangelog(wanted, { cwd, signal, say, env }, write) {
    const git = (0,_git__WEBPACK_IMPORTED_MODULE_2__/* .readClone */ .K)({ directory: cwd, signal });
    const given = wanted.all ? "HEAD" : wanted.range;
    const early = given === undefined ? undefined : begun(logOf(git, given));
    const known = git.tags("");
    const range = given ?? (0,_since_last_release_js__WEBPACK_IMPORTED_MODULE_4__/* .sinceLastRelease */ .m)(await known);
    const log = early ?? begun(logOf(git, range));
    const [tags, address, style] = await Promise.all([
        known,
        (0,_process__WEBPACK_IMPORTED_MODULE_3__/* .run */ .eF)(["git", "remote", "get-url", "origin"], { cwd }),
        (0,_style_here_js__WEBPACK_IMPORTED_MODULE_5__/* .styleHere */ .o)({ cwd, signal, env }),
    ]);
    const repositoryUrl = address.exitCode === 0 ? address.stdout.trim() : undefined;
    const after = range.includes("..") ? range.slice(0, range.indexOf("..")) : undefined;
    const sections = (0,_changelog__WEBPACK_IMPORTED_MODULE_0__/* .changelogsOf */ .dx)(log, {
        ...style,
        tags: (0,_changelog__WEBPACK_IMPORTED_MODULE_0__/* .releaseTags */ .dt)(tags),
        untagged: wanted.version ?? "Unreleased",
        ...(repositoryUrl === undefined ? {} : { repositoryUrl }),
        ...(after !== undefined && tags.some(({ name }) => name === after) ? { after } : {}),
    });
    let releases = 0;
    let warnings = [];
    for await (const batch of sections) {
        releases += batch.length;
        warnings = batch.at(-1)?.warnings ?? warnings;
        await write(batch.map(({ markdown }) => `${markdown}\n`).join(""));
    }
    if (releases === 0)
        throw nothing(range);
    if (releases === 1)
        for (const warning of warnings)
            say(warning);
    return _faults__WEBPACK_IMPORTED_MODULE_1__/* .exitCode */ .I$.ok;
}
async function* logOf(git, range) {
    try {
        yield* git.log((0,_changelog__WEBPACK_IMPORTED_MODULE_0__/* .logArguments */ .rK)(range));
    }
    catch (thrown) {
        throw nothing(range, thrown);
    }
}
function begun(source) {
    const first = source.next();
    first.catch(() => { });
    return (async function* all() {
        const { done, value } = await first;
        if (done === true)
            return;
        yield value;
        yield* source;
    })();
}
function nothing(range, cause) {
    return new _faults__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseFault */ .eB("input", `There are no commits ${range} in this clone`, {
        hint: "Example: release changelog v2.4.0..HEAD   or the whole history: release changelog --all",
        cause,
    });
}


/***/ }),

/***/ 96167:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ sinceLastRelease)
/* harmony export */ });
/* harmony import */ var _changelog__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41644);

function sinceLastRelease(tags) {
    const last = (0,_changelog__WEBPACK_IMPORTED_MODULE_0__/* .lastReleaseTag */ .co)(tags.map(({ name }) => name));
    return last === undefined ? "HEAD" : `${last}..HEAD`;
}


/***/ }),

/***/ 34216:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ styleHere)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _git__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18189);



const configPath = ".github/release-command.yml";
async function styleHere({ cwd, env, signal, }) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(cwd, configPath), "utf8").catch(() => undefined);
    if (text === undefined)
        return {};
    const [{ changelogStyle, loadConfig }, { targetNames }, { monitorNames }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(7429), __webpack_require__.e(167), __webpack_require__.e(1474)]).then(__webpack_require__.bind(__webpack_require__, 84036)),
        __webpack_require__.e(/* import() */ 1023).then(__webpack_require__.bind(__webpack_require__, 40246)),
        __webpack_require__.e(/* import() */ 1166).then(__webpack_require__.bind(__webpack_require__, 11166)),
    ]);
    const { config } = loadConfig({ text, path: configPath, targets: targetNames, monitors: monitorNames });
    const { preset } = config.changelog;
    if (preset === undefined)
        return changelogStyle(config.changelog);
    const { loadPresets } = await Promise.all(/* import() */[__webpack_require__.e(7429), __webpack_require__.e(1426), __webpack_require__.e(9974), __webpack_require__.e(3925), __webpack_require__.e(167), __webpack_require__.e(9798), __webpack_require__.e(8611), __webpack_require__.e(9375), __webpack_require__.e(1474), __webpack_require__.e(8737), __webpack_require__.e(1023), __webpack_require__.e(917)]).then(__webpack_require__.bind(__webpack_require__, 5969));
    const { loadPreset, typesInUse } = await loadPresets();
    const types = await typesInUse((0,_git__WEBPACK_IMPORTED_MODULE_2__/* .readClone */ .K)({ directory: cwd, signal }), "HEAD").catch(() => []);
    const read = await loadPreset(preset, { directory: cwd, env, signal, types });
    return changelogStyle(config.changelog, read.preset);
}


/***/ })

};
