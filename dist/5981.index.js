export const id = 5981;
export const ids = [5981];
export const modules = {

/***/ 44326:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lintCommits: () => (/* binding */ lintCommits)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/packages/changelog/index.js + 33 modules
var changelog = __webpack_require__(41644);
// EXTERNAL MODULE: ./build/packages/faults/index.js + 3 modules
var faults = __webpack_require__(72326);
// EXTERNAL MODULE: ./build/packages/git/index.js + 18 modules
var packages_git = __webpack_require__(18189);
// EXTERNAL MODULE: ./build/packages/cli/since-last-release.js
var since_last_release = __webpack_require__(96167);
// EXTERNAL MODULE: ./build/packages/process/index.js + 7 modules
var packages_process = __webpack_require__(31359);
;// CONCATENATED MODULE: ./build/packages/cli/commit-hook.js




const marker = "# release lint-commits: hook of this clone";
const launcher = external_node_path_.resolve(import.meta.dirname, "../../bin/release.js");
async function installHook(cwd) {
    await refuseSharedHooks(cwd);
    const hooks = await git(cwd, ["rev-parse", "--path-format=absolute", "--git-path", "hooks"]);
    const file = external_node_path_.join(hooks, "commit-msg");
    await (0,promises_.mkdir)(hooks, { recursive: true });
    const done = `Every new commit of this clone is checked by ${file}.\nRemove it with: rm ${quoted(file)}\n`;
    try {
        await (0,promises_.writeFile)(file, script(), { flag: "wx", mode: 0o755 });
        return done;
    }
    catch (thrown) {
        if (!/EEXIST/.test(String(Reflect.get(Object(thrown), "code"))))
            throw unwritable(file, thrown);
    }
    const there = await (0,promises_.readFile)(file, "utf8").catch(() => "");
    if (!there.includes(marker))
        throw taken(file);
    await (0,promises_.writeFile)(file, script(), { mode: 0o755 });
    return done;
}
async function strippedMessage(cwd, text) {
    const [above = ""] = text.split(/^. -+ >8 -+$/m);
    const { exitCode, stdout } = await (0,packages_process/* run */.eF)(["git", "stripspace", "--strip-comments"], { cwd, input: above });
    return exitCode === 0 ? stdout : above;
}
async function refuseSharedHooks(cwd) {
    const { stdout } = await (0,packages_process/* run */.eF)(["git", "config", "--get", "core.hooksPath"], { cwd });
    const folder = stdout.trim();
    if (folder === "")
        return;
    throw new faults/* ReleaseFault */.eB("policy", `The hooks of this clone are kept in ${folder} (core.hooksPath)`, {
        hint: `Nothing was written. Add to its commit-msg: ${call()}`,
    });
}
function taken(file) {
    return new faults/* ReleaseFault */.eB("policy", `There is a hook already: ${file}`, {
        hint: `Nothing was written. Add this line to it: ${call()}`,
    });
}
function unwritable(file, cause) {
    return new faults/* ReleaseFault */.eB("input", `The hook ${file} cannot be written`, {
        hint: "Look at the permissions of that folder.",
        cause,
    });
}
function call() {
    return `${quoted(process.execPath)} ${quoted(launcher)} lint-commits --message="$1"`;
}
function script() {
    return `#!/bin/sh
${marker}. Remove it: rm "$0"
if [ ! -f ${quoted(launcher)} ] || [ ! -x ${quoted(process.execPath)} ]; then
  echo "release is not where it was: this message was not checked. Install the hook again, or: rm $0" >&2
  exit 0
fi
${call()} >&2 && exit 0
echo "Nothing was committed. To commit all the same: git commit --no-verify" >&2
exit 1
`;
}
function quoted(text) {
    return `'${text.replaceAll("'", `'\\''`)}'`;
}
async function git(cwd, args) {
    const { exitCode, stdout, stderr } = await (0,packages_process/* run */.eF)(["git", ...args], { cwd });
    if (exitCode === 0)
        return stdout.trim();
    throw new faults/* ReleaseFault */.eB("input", `This is no clone: ${stderr.trim().split("\n", 1)[0] ?? ""}`, {
        hint: "Run it in a clone, or name one. Example: --directory=../shop",
    });
}

// EXTERNAL MODULE: ./build/packages/cli/style-here.js
var style_here = __webpack_require__(34216);
;// CONCATENATED MODULE: ./build/packages/cli/lint-commits.js








async function lintCommits(what, surroundings, { print }) {
    if (what.kind === "install-hook") {
        print(await installHook(surroundings.cwd));
        return faults/* exitCode */.I$.ok;
    }
    const style = await (0,style_here/* styleHere */.o)(surroundings);
    if (what.kind === "message")
        return lintMessage(what.file, { cwd: surroundings.cwd, style }, print);
    const git = (0,packages_git/* readClone */.K)({ directory: surroundings.cwd, signal: surroundings.signal });
    const range = what.range ?? (0,since_last_release/* sinceLastRelease */.m)(await git.tags("v"));
    if (range.includes("..") ? false : (await git.resolve(range)) === undefined)
        throw unknownRange(range);
    let looked = 0;
    let bad = 0;
    for await (const commits of (0,changelog/* readCommits */.Fe)(logOf(git, range))) {
        for (const commit of commits) {
            looked += 1;
            const problems = (0,changelog/* lintCommit */.tW)(commit, style);
            if (problems.length === 0)
                continue;
            bad += 1;
            print(told(commit.sha.slice(0, 7), commit, problems));
        }
    }
    const all = looked === 1 ? "1 commit" : `${looked} commits`;
    print(bad === 0 ? `${all} in ${range}: all follow Conventional Commits.\n` : `${bad} of ${all} in ${range} do not.\n`);
    return bad === 0 ? faults/* exitCode */.I$.ok : faults/* exitCode */.I$.failed;
}
async function* logOf(git, range) {
    try {
        yield* git.log((0,changelog/* logArguments */.rK)(range));
    }
    catch (thrown) {
        throw unknownRange(range, thrown);
    }
}
function unknownRange(range, cause) {
    return new faults/* ReleaseFault */.eB("input", `There are no commits ${range} in this clone`, {
        hint: "Example: release lint-commits v2.4.0..HEAD",
        cause,
    });
}
async function lintMessage(file, { cwd, style }, print) {
    const text = await (0,promises_.readFile)(external_node_path_.resolve(cwd, file), "utf8").catch((thrown) => {
        throw new faults/* ReleaseFault */.eB("input", `The message ${file} cannot be read`, {
            hint: "Example: release lint-commits --message=.git/COMMIT_EDITMSG",
            cause: thrown,
        });
    });
    const message = await strippedMessage(cwd, text);
    if (message.trim() === "" || /^(fixup|squash|amend)! /.test(message))
        return faults/* exitCode */.I$.ok;
    const commit = { sha: "", parents: [], author: { name: "", email: "" }, committedAt: 0, message };
    const problems = /^Merge (branch|tag|commit|remote-tracking branch|pull request) /.test(message)
        ? []
        : (0,changelog/* lintCommit */.tW)(commit, style);
    if (problems.length === 0)
        return faults/* exitCode */.I$.ok;
    print(told("this commit", commit, problems));
    return faults/* exitCode */.I$.failed;
}
function told(name, { message }, problems) {
    const [header = ""] = message.trimStart().split("\n");
    const lines = problems.flatMap(({ line, problem, hint }) => [`  line ${line}: ${problem}`, `    ${hint}`]);
    return `${[`${name} ${printable(header)}`, ...lines.map(printable)].join("\n")}\n`;
}
function printable(text) {
    return text.replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, "·");
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
