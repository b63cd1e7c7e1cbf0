export const id = 4702;
export const ids = [4702];
export const modules = {

/***/ 90404:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ codeOf),
/* harmony export */   B: () => (/* binding */ driven)
/* harmony export */ });
/* harmony import */ var _faults__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72326);
/* harmony import */ var _stages__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5969);
/* harmony import */ var _watch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76075);



async function driven(workplace, terminal, drive) {
    const { screen, print, seat } = terminal;
    let keys;
    const follow = (driver) => {
        screen.follow(driver);
        if (seat !== undefined)
            keys ??= __webpack_require__.e(/* import() */ 6679).then(__webpack_require__.bind(__webpack_require__, 31361)).then(({ openDriverKeys }) => openDriverKeys(workplace, { screen, seat }, driver));
    };
    const { id, end } = await drive(follow).finally(async () => (await keys)?.close());
    screen.end();
    print(`${ending[end].text(id)}\n${economyLine(workplace.economy())}\n`);
    const { notify, metrics } = workplace.local.config;
    if (notify.channels.length > 0 || metrics.push.length > 0)
        for (const line of (0,_watch_js__WEBPACK_IMPORTED_MODULE_2__/* .untold */ .r)(await (0,_stages__WEBPACK_IMPORTED_MODULE_1__.emptyOutbox)(workplace).catch(() => [])))
            print(`${line}\n`);
    return codeOf(end);
}
const ending = {
    completed: { code: _faults__WEBPACK_IMPORTED_MODULE_0__/* .exitCode */ .I$.ok, text: (id) => `${id} is released. Report: release report ${id}` },
    suspended: { code: _faults__WEBPACK_IMPORTED_MODULE_0__/* .exitCode */ .I$.waiting, text: (id) => `${id} waits. See: release status ${id}` },
    rolled_back: { code: _faults__WEBPACK_IMPORTED_MODULE_0__/* .exitCode */ .I$.rolledBack, text: (id) => `${id} was rolled back. Report: release report ${id}` },
    redeployed: { code: _faults__WEBPACK_IMPORTED_MODULE_0__/* .exitCode */ .I$.ok, text: (id) => `${id}: the last good version serves. Report: release report ${id}` },
    failed: { code: _faults__WEBPACK_IMPORTED_MODULE_0__/* .exitCode */ .I$.failed, text: (id) => `${id} failed. Report: release report ${id}` },
};
const codeOf = (end) => ending[end].code;
function economyLine({ apiCalls, gitRequests, appends, facts }) {
    return `${apiCalls} API calls, ${gitRequests} git requests, ${appends} appends, ${facts} facts`;
}


/***/ }),

/***/ 93041:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ help)
/* harmony export */ });
const help = `Release Command

  release start --version=X.Y.Z|major|minor|patch|auto|prerelease   start a release and drive it
        [--type=standard|hotfix] [--from=BRANCH|TAG] [--to=BRANCH] [--changelog=FILE] [--allow-lower-version]
        [--dry-run [--out=plan.json]]      what would happen, and as a file for people to review
        [--severity=P0|P1 --incident=ID]   of a hotfix: the incident that it ends
        [--override="GATE: REASON"]        this gate may fail; by an admin only. Several: "GATE: REASON; GATE: REASON"
        [--at=TIME] [--expires=TIME]       production not before, and no more after: "2026-12-01T09:00 Europe/Berlin"
        [--emergency=REASON]               pass windows and freezes; by an emergency approver only
        [--adopt]                          of a hotfix: its branch is there already, with the fix
  release start --plan=plan.json          exactly that plan; refused with the difference when the world moved
  release status [vX.Y.Z] [--json]        where releases stand, and what they wait for
  release resume vX.Y.Z [--emergency=REASON]   continue a release, after a wait or a death
  release retry vX.Y.Z [--override="GATE: REASON"]   a new attempt after a failure, before the tag
  release hold vX.Y.Z --reason=TEXT       stop its progress
  release promote vX.Y.Z [--reason=TEXT]  end a hold; keep a hotfix whose journeys failed after 100 %
  release abort vX.Y.Z --reason=TEXT      end it: before production it fails, in production it rolls back
  release rollback vX.Y.Z [--to=vX.Y.Z] [--reason=TEXT]   back to what served before
  release rollback --false-positive=vX.Y.Z --reason=TEXT   that automatic rollback was wrong: the next ones are asked about
  release redeploy staging|production [--reason=TEXT]      bring the last good version up there again
  release report vX.Y.Z [--format=md|json|html|facts]   all that is known of a release, at any moment of its life
        [--root-cause=TEXT]                why it went back or failed, as you found out: its report shows it from then on
  release watch vX.Y.Z                    the board of a release that somebody else drives; keys p h r a o ? q on a terminal
  release watch [--resume]                which releases may go on now; goes on with them here
  release dashboard [build] [--out=FOLDER]   all releases as a static site
  release dashboard serve [--port=8080]   the same on this machine, live
  release dashboard publish [--branch=gh-pages] [--follow]   the same as a branch, for GitHub Pages
  release metrics [--format=json|openmetrics] [--from=DAY] [--to=DAY]   what all releases show (docs/metrics.md)
  release lint-commits [RANGE]            do commits follow Conventional Commits? default: those after the last release
        [--message=FILE | --install-hook]  one message; as a hook of this clone
  release changelog [RANGE | --all]       the notes of each release in it; default: of what comes after the last release
        [--version=X.Y.Z]                  what is not tagged yet is called so
  release config [--json]                 what is in force here: each setting with its source, what was detected and why
  release smoke staging|production|URL [--json]   the smoke checks, once, against what serves there now
  release analyze FILE|- [--json]         what the canary judge says of recorded metrics, and when (docs/canary.md)
        [--judge=sequential|threshold] [--alpha=0.0025] [--max-error-ratio=0.05]
  release audit verify [--key=… --checkpoint=FILE --anchors]
                                          is the audit log whole, do the records match it, who signed it?
                                          --anchors: is it what the deployments on the code host say of it?
  release audit export [--format=md|csv|json] [--from=2026-01-01 --to=2026-03-31]
                                          who did what, when, with which outcome: evidence for an auditor
  release audit key                       the public key of RELEASE_AUDIT_KEY, or of the Vault that signs, for others to verify with
  release audit sign                      signs what is not signed, because no key or Vault was there
  release audit erase vX.Y.Z --person=LOGIN --reason=TEXT   takes a person out of the records of a release that ended;
                                          by an admin only. It says what is left to do by hand (docs/audit.md)
  release demo [--fault=NAME]             a whole release on this machine, offline

Every command takes --directory=FOLDER: the clone to work in, when it is not this one; and --plain: lines one after
another on a terminal too, for screen readers.
Also understood: --base for --from, --target for --to, and /release --type=… --rollback=vX --to=vY --report=vX.
Needs GITHUB_TOKEN in the environment; a dry run, status, report and metrics only read; changelog, lint-commits, config, smoke and analyze need none.
Exit codes: 0 done · 1 our defect · 2 wrong input, configuration or permission · 3 waiting · 4 rolled back · 5 failed.
`;


/***/ }),

/***/ 45517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCommand: () => (/* binding */ runCommand)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/packages/faults/index.js + 3 modules
var faults = __webpack_require__(72326);
// EXTERNAL MODULE: ./build/packages/report/index.js + 37 modules
var report = __webpack_require__(9798);
// EXTERNAL MODULE: ./build/packages/stages/index.js + 129 modules
var stages = __webpack_require__(5969);
// EXTERNAL MODULE: ./build/packages/config/index.js + 50 modules
var config = __webpack_require__(84036);
;// CONCATENATED MODULE: ./build/packages/cli/config.js



async function showConfig({ json }, surroundings, { print }) {
    const loaded = await (0,stages/* projectConfig */.Qn)(surroundings);
    const settings = (0,config.effectiveSettings)(loaded);
    const { undetected, digest } = loaded;
    if (json) {
        print(`${JSON.stringify({ path: config.defaultConfigPath, digest, settings, undetected }, null, 2)}\n`);
        return faults/* exitCode */.I$.ok;
    }
    const lines = settings.map((one) => `${one.key}: ${shown(one.value)}   # ${sourceOf(one)}`);
    const gaps = undetected.map(({ key, why, write }) => `${key} is not known: ${why}\n  Add: ${write}`);
    print(`${[...lines, ...gaps].join("\n")}\n`);
    return faults/* exitCode */.I$.ok;
}
function shown(value) {
    return typeof value === "string" ? value : JSON.stringify(value);
}
function sourceOf({ source, line, why }) {
    if (source === "file")
        return `${config.defaultConfigPath}:${line ?? 1}`;
    return source === "detected" ? `detected: ${why ?? ""}` : "default";
}

// EXTERNAL MODULE: ./build/packages/cli/driven.js
var driven = __webpack_require__(90404);
// EXTERNAL MODULE: ./build/packages/cli/help.js
var help = __webpack_require__(93041);
;// CONCATENATED MODULE: ./build/packages/cli/report.js



async function report_report(workplace, { id, format, rootCause }, print) {
    const { facts } = rootCause === undefined
        ? await (0,stages.readOrThrow)(workplace, id)
        : await (0,stages/* noteRootCause */.wR)(workplace, { id, text: rootCause });
    const { text, failure } = await (0,report/* reportAs */.$i)(format, facts, await (0,stages/* afterwardsOf */.$R)(workplace, facts));
    print(text);
    if (failure === undefined)
        return faults/* exitCode */.I$.ok;
    workplace.surroundings.say(`the report could not be written: ${failure}; this is the raw record`);
    return faults/* exitCode */.I$.defect;
}

// EXTERNAL MODULE: ./build/packages/cli/watch.js
var watch = __webpack_require__(76075);
;// CONCATENATED MODULE: ./build/packages/cli/run.js











async function runCommand(command, surroundings, terminal) {
    if (command.kind === "help" || command.kind === "demo") {
        terminal.print(help/* help */.y);
        return faults/* exitCode */.I$.ok;
    }
    if (command.kind === "config")
        return showConfig(command, surroundings, terminal);
    return inWorkplace(await (0,stages.openWorkplace)(surroundings), command, terminal);
}
async function inWorkplace(workplace, command, terminal) {
    switch (command.kind) {
        case "start":
            return command.words.dryRun === true ? dryRun(workplace, command, terminal) : begin(workplace, command, terminal);
        case "resume":
            return (0,driven/* driven */.B)(workplace, terminal, async (follow) => {
                if (command.emergency !== undefined)
                    await (0,stages/* declareEmergency */.CN)(workplace, { ...command, requestId: (0,external_node_crypto_.randomUUID)() });
                return (0,stages/* resumeRelease */.tf)(workplace, command.id, follow);
            });
        case "retry":
            return (0,driven/* driven */.B)(workplace, terminal, (follow) => (0,stages/* retryRelease */.gK)(workplace, command, follow));
        case "request":
            return request(workplace, command, terminal);
        case "rollback":
            return rollBack(workplace, command, terminal);
        case "redeploy":
            return (0,driven/* driven */.B)(workplace, terminal, (follow) => (0,stages/* redeploy */.jy)(workplace, command, follow));
        case "false-positive":
            return markWrong(workplace, command, terminal);
        case "status":
            return run_status(workplace, command, terminal);
        case "report":
            return report_report(workplace, command, terminal.print);
        case "watch":
            return (0,watch/* watch */.w)(workplace, command, terminal);
        case "follow": {
            const { followRelease } = await __webpack_require__.e(/* import() */ 3607).then(__webpack_require__.bind(__webpack_require__, 3607));
            return followRelease({
                workplace,
                ...command,
                terminal,
                carryOut: (key) => inWorkplace(workplace, key, terminal),
            });
        }
        case "dashboard": {
            const { dashboard } = await Promise.all(/* import() */[__webpack_require__.e(1573), __webpack_require__.e(8468), __webpack_require__.e(2441), __webpack_require__.e(3220)]).then(__webpack_require__.bind(__webpack_require__, 43220));
            return dashboard(workplace, command, terminal.print);
        }
        case "metrics":
            return (await Promise.all(/* import() */[__webpack_require__.e(8468), __webpack_require__.e(6053)]).then(__webpack_require__.bind(__webpack_require__, 86053))).metrics(workplace, command, terminal.print);
        case "audit": {
            const { audit } = await __webpack_require__.e(/* import() */ 4331).then(__webpack_require__.bind(__webpack_require__, 24331));
            return audit(workplace, command.wanted, terminal.print);
        }
    }
}
function startHere({ surroundings }, { words }) {
    return (0,stages.startOf)(words, async (file, input) => {
        try {
            return await (0,promises_.readFile)(external_node_path_.resolve(surroundings.cwd, file), "utf8");
        }
        catch (thrown) {
            throw new faults/* ReleaseFault */.eB("input", `The ${input} ${file} cannot be read`, {
                hint: `Example: --${input}=${input === "plan" ? "plan.json" : "docs/CHANGELOG_CUSTOM.md"}`,
                cause: thrown,
            });
        }
    });
}
async function begin(workplace, command, terminal) {
    const wanted = await startHere(workplace, command);
    return (0,driven/* driven */.B)(workplace, terminal, (follow) => (0,stages/* startRelease */.I$)(workplace, wanted, follow));
}
async function dryRun(workplace, command, { print }) {
    const { plan, changelog, notes, outlook } = await (0,stages/* planRelease */.F3)(workplace, await startHere(workplace, command));
    const digest = (0,stages/* digestOfOutlook */.zo)(outlook);
    const { out } = command;
    if (out !== undefined)
        await writePlan(external_node_path_.resolve(workplace.surroundings.cwd, out), (0,stages/* planFileText */.XK)(outlook, { date: (0,stages/* today */.Ec)(workplace), changelog: changelog.markdown }));
    const lines = [
        `Would release ${plan.tag} (${plan.releaseType})`,
        ...notes.map((note) => `  ${note}`),
        `  branch ${plan.releaseBranch} from ${plan.baseBranch} (${plan.baseSha.slice(0, 7)}), merged into ${plan.targetBranch}`,
        `  gates: ${plan.gates.join(" → ")}`,
        `  staging ${plan.stagingStrategy}, production ${plan.productionStrategy}: ${plan.steps.join(" → ")} %`,
        `  plan sha256:${digest}`,
        "",
        changelog.markdown,
        out === undefined
            ? "Nothing was changed."
            : `Nothing was changed but ${out}. To release exactly this: release start --plan=${out}`,
    ];
    print(`${lines.join("\n")}\n`);
    return faults/* exitCode */.I$.ok;
}
async function writePlan(file, text) {
    try {
        await (0,promises_.writeFile)(file, text);
    }
    catch (thrown) {
        throw new faults/* ReleaseFault */.eB("input", `The plan cannot be written to ${file}`, {
            hint: "Name a file in a folder that exists. Example: --out=plan.json",
            cause: thrown,
        });
    }
}
async function request(workplace, { ask, id, reason }, terminal) {
    const stored = await (0,stages/* askFor */.dq)(workplace, id, { kind: ask, id: (0,external_node_crypto_.randomUUID)(), reason });
    terminal.print(`${ask} of ${stored.id} is recorded.\n`);
    if (stored.record.suspended === undefined)
        return faults/* exitCode */.I$.ok;
    return (0,driven/* driven */.B)(workplace, terminal, (follow) => (0,stages/* resumeRelease */.tf)(workplace, stored.id, follow));
}
async function rollBack(workplace, { from, to, reason }, terminal) {
    const wanted = { from, reason, requestId: (0,external_node_crypto_.randomUUID)(), ...(to === undefined ? {} : { to }) };
    const end = await (0,stages/* rollBackRelease */.sW)(workplace, wanted, (driver) => terminal.screen.follow(driver));
    if (end !== "requested")
        return (0,driven/* driven */.B)(workplace, terminal, async () => end);
    terminal.print(`${from} is in flight: its driver was asked to roll back. See: release status ${from}\n`);
    return faults/* exitCode */.I$.ok;
}
async function markWrong(workplace, wanted, { print }) {
    const { release, isNew } = await (0,stages/* markFalsePositive */.GI)(workplace, wanted);
    print(`The rollback of ${release} ${isNew ? "is marked" : "was marked before"} as a false positive.\n`);
    for (const line of (0,watch/* untold */.r)(await (0,stages.emptyOutbox)(workplace)))
        print(`${line}\n`);
    return faults/* exitCode */.I$.ok;
}
async function run_status(workplace, { id, json }, { print }) {
    const now = workplace.surroundings.clock.now();
    const releases = id === undefined ? await workplace.journal.live() : [await (0,stages.readOrThrow)(workplace, id)];
    if (json) {
        const view = releases.map(({ id: name, live, record }) => ({
            id: name,
            live,
            state: record.state,
            percent: (0,report/* board */.no)(record, now).percent,
            suspended: record.suspended ?? null,
        }));
        print(`${JSON.stringify(view, null, 2)}\n`);
        return faults/* exitCode */.I$.ok;
    }
    if (releases.length === 0)
        print("No release is running. Start one: release start --version=auto\n");
    for (const { record } of releases)
        print(`${[...(0,report/* board */.no)(record, now).lines, ...(await (0,stages/* openingsOf */.D$)(workplace, record))].join("\n")}\n`);
    const told = id === undefined ? await workplace.journal.every() : releases;
    for (const { text } of await (0,stages/* overdueReviews */.cv)(workplace, told))
        print(`${text}\n`);
    const wrong = (0,stages/* falsePositiveLine */.fD)(told, id === undefined ? await (0,stages/* falsePositives */.ew)(workplace.journal) : []);
    if (wrong !== undefined)
        print(`${wrong}\n`);
    return releases.some(({ record }) => record.suspended !== undefined) ? faults/* exitCode */.I$.waiting : faults/* exitCode */.I$.ok;
}


/***/ }),

/***/ 76075:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ untold),
/* harmony export */   w: () => (/* binding */ watch)
/* harmony export */ });
/* harmony import */ var _faults__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72326);
/* harmony import */ var _stages__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5969);


const words = {
    woke: "went on",
    "may-go-on": "may go on",
    left: "waits",
    fault: "could not be looked at, or not go on",
};
async function watch(workplace, { resume }, { print, screen }) {
    const drive = async ({ id }) => {
        const { end } = await (0,_stages__WEBPACK_IMPORTED_MODULE_1__/* .resumeRelease */ .tf)(workplace, id, (driver) => screen.follow(driver));
        screen.say(`${id}: ${end}`);
    };
    const sightings = await (0,_stages__WEBPACK_IMPORTED_MODULE_1__.watchJob)(workplace, resume ? drive : undefined);
    const reminders = await (0,_stages__WEBPACK_IMPORTED_MODULE_1__.remindOfReviews)(workplace);
    const deliveries = await (0,_stages__WEBPACK_IMPORTED_MODULE_1__.emptyOutbox)(workplace, (0,_stages__WEBPACK_IMPORTED_MODULE_1__.tellingsOfReminders)(workplace, reminders));
    screen.end();
    if (sightings.length === 0)
        print("No release is under way.\n");
    for (const { id, state, did, reason, fault } of sightings) {
        print(`${id} (${state}) ${words[did]}: ${reason}\n`);
        if (did === "may-go-on")
            print(`  release resume ${id}\n`);
        if (fault !== undefined)
            print(`  ${fault.hint}\n`);
    }
    for (const review of reminders) {
        print(`${review.text}\n`);
        if (review.fault !== undefined)
            print(`  nobody could be reminded: ${review.fault.message}\n  ${review.fault.hint}\n`);
    }
    for (const line of untold(deliveries))
        print(`${line}\n`);
    if (sightings.some(({ did }) => did === "fault") || reminders.some(({ fault }) => fault !== undefined))
        return _faults__WEBPACK_IMPORTED_MODULE_0__/* .exitCode */ .I$.failed;
    return sightings.some(({ did }) => did === "may-go-on") ? _faults__WEBPACK_IMPORTED_MODULE_0__/* .exitCode */ .I$.waiting : _faults__WEBPACK_IMPORTED_MODULE_0__/* .exitCode */ .I$.ok;
}
function untold(deliveries) {
    return deliveries.flatMap(({ key, channel, status, reason }) => status === "failed" ? [`channel ${channel} did not take the notice “${key}”: ${reason ?? "no reason given"}`] : []);
}


/***/ })

};
