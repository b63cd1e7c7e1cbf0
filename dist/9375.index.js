export const id = 9375;
export const ids = [9375];
export const modules = {

/***/ 81134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rB: () => (/* reexport */ assertAgain),
  PA: () => (/* reexport */ checkLicences),
  hh: () => (/* reexport */ cleanEnvironment),
  cW: () => (/* reexport */ installedScanners),
  aQ: () => (/* reexport */ irreversibleMigrations),
  b4: () => (/* reexport */ isMigration),
  NV: () => (/* reexport */ outcomeOfShards),
  Rg: () => (/* reexport */ runGate),
  xn: () => (/* reexport */ runSetup),
  Ek: () => (/* reexport */ runShard)
});

// UNUSED EXPORTS: withDevelopment

// EXTERNAL MODULE: ./build/packages/process/index.js + 7 modules
var process = __webpack_require__(31359);
// EXTERNAL MODULE: ./build/packages/smoke/index.js + 20 modules
var packages_smoke = __webpack_require__(96615);
;// CONCATENATED MODULE: ./build/packages/gates/examples.js
const examples = {
    security: `gates:
  security:
    scanners:
      - command: semgrep scan --config p/owasp-top-ten --sarif --output reports/security.sarif
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
    security: "The security gate has no scanner: nothing was scanned",
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

;// CONCATENATED MODULE: ./build/packages/gates/development-health.js
const pollEveryMs = 100;
const healthTimeoutMs = 2_000;
async function healthyOr(url, { timeout, health }, { clock, fetch, signal, how, advice, redirect, lastWords = () => "" }) {
    const until = clock.now() + timeout;
    let last = "it never answered";
    while (clock.now() < until) {
        const limit = AbortSignal.any([signal, AbortSignal.timeout(healthTimeoutMs)]);
        try {
            const response = await fetch(url, { signal: limit, ...(redirect === undefined ? {} : { redirect }) });
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
    const words = lastWords();
    return {
        title: `The application was not healthy within ${Math.round(timeout / 1000)} s`,
        detail: `GET ${health}: ${last}. ${how}${words === "" ? "" : `\nIts last lines:\n${words}`}`,
        suggestion: advice,
    };
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./build/packages/gates/project-command.js


const passedOn = [
    ...process/* harmlessVariables */.lp,
    "SHELL",
    "LC_CTYPE",
    "TERM",
    "CI",
    "NO_COLOR",
    "COMSPEC",
    "PATHEXT",
    "APPDATA",
    "LOCALAPPDATA",
    "USERPROFILE",
    "XDG_CACHE_HOME",
    "JAVA_HOME",
    "GOPATH",
    "GOCACHE",
    "CARGO_HOME",
    "RUSTUP_HOME",
    "NVM_DIR",
    "PLAYWRIGHT_BROWSERS_PATH",
    "CHROME_PATH",
];
const maxOutputBytes = 1024 * 1024;
function cleanEnvironment(ours, given = {}) {
    return { ...(0,process/* onlyVariables */.__)(ours, passedOn), ...given };
}
const tether = 'exec 3<&0 </dev/null; (read -r _ <&3; kill -KILL 0) >/dev/null 2>&1 & exec sh -c "$1" 3<&-';
async function runProject(project, context) {
    const { signal, directory, onProgress } = context;
    signal.throwIfAborted();
    const options = {
        cwd: directory,
        env: cleanEnvironment(context.env, project.env),
        inheritEnv: false,
        signal: project.stop === undefined ? signal : AbortSignal.any([signal, project.stop]),
        maxOutputBytes,
        onLine: (_, line) => onProgress(line),
        ...(project.timeoutMs === undefined ? {} : { timeoutMs: project.timeoutMs }),
    };
    const { command, tied = false } = project;
    const result = tied
        ? await (0,process/* run */.eF)(["sh", "-c", tether, "sh", command], { ...options, leash: true })
        : await (0,process/* runShell */.E5)(command, options);
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





const deathMs = 250;
async function withDevelopment(context, use) {
    const { development } = context;
    if (development === undefined)
        return { failure: notConfigured("development") };
    if (development.url !== undefined)
        return withRunning({ ...development, url: development.url }, context, use);
    const prepared = await prepare(development, context);
    if (prepared !== undefined)
        return { failure: prepared };
    const application = startDevelopment(development, await (0,process/* freePort */.ov)(), context);
    try {
        const failure = await application.ready();
        if (failure !== undefined)
            return { failure };
        return { value: await use(application) };
    }
    finally {
        await application.stop();
    }
}
async function withRunning(settings, context, use) {
    const { url, env, health } = settings;
    const baseUrl = url.replace(/\/+$/, "");
    const refused = (0,packages_smoke/* productionHost */.AZ)(context.production)(new URL(url));
    if (refused !== undefined) {
        const title = `environments.development.url is refused: ${refused}`;
        return {
            failure: { title, suggestion: "Name an address that no user is served by: gates write and log in there." },
        };
    }
    const failure = await healthyOr(`${baseUrl}${health}`, settings, {
        ...context,
        how: `It runs at ${url}, says environments.development.url; a redirect is not followed.`,
        advice: "Start it, or correct environments.development.url and .health; nothing of us starts what has a URL.",
        redirect: "manual",
    });
    if (failure !== undefined)
        return { failure };
    return { value: await use({ baseUrl, env, died: async () => undefined, lastWords: () => "" }) };
}
async function prepare({ setup, env, timeout }, context) {
    if (setup === undefined)
        return undefined;
    const result = await runProject({ command: setup, env, timeoutMs: timeout }, context);
    if (result.exitCode === 0)
        return undefined;
    return exitFailure(setup, result, "the application needs it before it starts (environments.development.setup)");
}
async function besideApplication(failures, { died, lastWords }) {
    const death = await died();
    if (death !== undefined)
        return [death, ...failures];
    const words = lastWords();
    const [first, ...rest] = failures;
    if (first === undefined || words === "")
        return failures;
    const detail = [first.detail, `The application said last:\n${words}`].filter((part) => part !== undefined).join("\n");
    return [{ ...first, detail }, ...rest];
}
function startDevelopment(settings, port, context) {
    const { command, health } = settings;
    const baseUrl = `http://127.0.0.1:${port}`;
    const stopping = new AbortController();
    const env = { ...settings.env, PORT: String(port) };
    const said = lastOf(20);
    const onProgress = (line) => {
        said.add(line);
        context.onProgress(`application: ${line}`);
    };
    const running = runProject({ command, env, stop: stopping.signal, tied: true }, { ...context, onProgress });
    return {
        baseUrl,
        env: settings.env,
        lastWords: said.text,
        died: async () => Promise.race([running.then(diedLate), context.clock.sleep(deathMs, context.signal).then(() => undefined)]),
        ready: async () => {
            const polling = new AbortController();
            const asked = {
                ...context,
                signal: AbortSignal.any([context.signal, polling.signal]),
                how: `It was started by \`${command}\` with PORT set.`,
                advice: "Make it listen on the port in PORT and answer 2xx at environments.development.health, or raise environments.development.timeout.",
                lastWords: said.text,
            };
            const answered = healthyOr(`${baseUrl}${health}`, settings, asked);
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
function lastOf(count) {
    const lines = [];
    return {
        add: (line) => {
            lines.push(line);
            if (lines.length > count)
                lines.shift();
        },
        text: () => lastLines({ stdout: lines.join("\n"), stderr: "" }, count),
    };
}
function ending({ exitCode, signal }) {
    return exitCode === undefined ? `signal ${signal ?? "unknown"}` : `exit code ${exitCode}`;
}
function diedEarly(command, result) {
    return {
        title: `The application ended with ${ending(result)} before it was healthy`,
        detail: lastLines(result),
        suggestion: `Run \`PORT=3000 ${command}\` in a clean checkout; it must stay in the foreground. Its variables go to environments.development.env.`,
    };
}
function diedLate(result) {
    return {
        title: `The application ended with ${ending(result)} while it was tested`,
        detail: lastLines(result),
        suggestion: "Look at its last lines: what was asked of it last made it end, and whatever failed after that may be sound.",
    };
}

;// CONCATENATED MODULE: ./build/packages/gates/dod/dod-judgement.js
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
var spdx_expression_parse = __webpack_require__(84147);
// EXTERNAL MODULE: ./node_modules/spdx-satisfies/index.js
var spdx_satisfies = __webpack_require__(19996);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(26016);
;// CONCATENATED MODULE: ./build/packages/gates/dod/dod-licences.js




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

;// CONCATENATED MODULE: ./build/packages/gates/dod/dod-people.js

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

;// CONCATENATED MODULE: ./build/packages/gates/dod/dod-categories.js



const dodCategories = [
    { name: "code review", judge: codeReview },
    { name: "tests and coverage", judge: tests },
    { name: "documentation", judge: documentation },
    { name: "changelog and version", judge: changelogAndVersion },
    { name: "security and licences", judge: security },
    { name: "CI status", judge: ciStatus },
    { name: "open blockers", judge: blockers },
    { name: "operations", judge: operations },
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
function operations({ rollback, migrations, monitors }) {
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

;// CONCATENATED MODULE: ./build/packages/gates/dod/dod-gate.js

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

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/packages/gates/dod/dod-migrations.js

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

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./build/packages/gates/security/installed-scanners.js


const folder = ".release-command/reports/security";
const known = [
    ["osv-scanner", (file) => `scan --recursive --format json . > ${file}`, "osv.json"],
    ["trivy", (file) => `fs --scanners vuln,misconfig,secret --format json --output ${file} .`, "trivy.json"],
    ["gitleaks", (file) => `dir . --no-banner --report-format json --report-path ${file}`, "gitleaks.json"],
    ["semgrep", (file) => `scan --config p/owasp-top-ten --sarif --output ${file}`, "semgrep.sarif"],
];
async function installedScanners(env) {
    const folders = (env["PATH"] ?? "").split(external_node_path_.delimiter).filter((one) => one !== "");
    const found = known.map(async ([program, words, file]) => {
        const places = await Promise.all(folders.map(async (one) => isProgram((0,external_node_path_.join)(one, program))));
        const report = `${folder}/${file}`;
        return places.includes(true)
            ? [{ command: `${program} ${words(report)}`, report, why: `${program} is installed` }]
            : [];
    });
    return (await Promise.all(found)).flat();
}
async function isProgram(path) {
    return (0,promises_.access)(path, promises_.constants.X_OK).then(() => true, () => false);
}

// EXTERNAL MODULE: ./build/packages/faults/index.js + 3 modules
var faults = __webpack_require__(72326);
// EXTERNAL MODULE: ./build/packages/machine/index.js + 19 modules
var machine = __webpack_require__(10167);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
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

;// CONCATENATED MODULE: ./build/packages/gates/shards/shard-settings.js
function shardSettings(settings, shard) {
    if (shard === undefined)
        return settings;
    const fill = (text) => text.replaceAll("{shard}", String(shard.index)).replaceAll("{shards}", String(shard.total));
    const files = (names) => (typeof names === "string" ? fill(names) : names.map(fill));
    const { command, report, coverage } = settings;
    return {
        ...settings,
        command: fill(command),
        ...(report === undefined ? {} : { report: files(report) }),
        ...(coverage === undefined ? {} : { coverage: files(coverage) }),
    };
}
function shardEnv(shard) {
    return shard === undefined ? {} : { SHARD_INDEX: String(shard.index), SHARD_TOTAL: String(shard.total) };
}
function sharesNoFile({ report = "", coverage = [] }) {
    return [report, coverage].flat().every((name) => name.includes("{shard}"));
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
function partNamed(title) {
    return /^Test failed \((?<part>\w+)\): /.exec(title)?.groups?.["part"]?.toLowerCase();
}

;// CONCATENATED MODULE: ./build/packages/gates/component-log.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});




const readBytes = 16 * 1024;
const shownLines = 15;
const lineLength = 300;
async function addLogs(failures, logs, directory) {
    const told = new Set();
    const more = [];
    for (const failure of failures) {
        const part = partNamed(failure.title);
        const file = part === undefined || told.has(part) ? undefined : logs[part];
        if (part !== undefined)
            told.add(part);
        more.push(file === undefined ? failure : { ...failure, log: { file, lines: await lastLinesOf(directory, file) } });
    }
    return more;
}
async function lastLinesOf(directory, name) {
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const path = await (0,promises_.realpath)((0,external_node_path_.resolve)(directory, name));
            if (!path.startsWith(`${await (0,promises_.realpath)(directory)}${external_node_path_.sep}`))
                return [];
            const file = __addDisposableResource(env_1, await (0,promises_.open)(path, "r"), true);
            const { size } = await file.stat();
            const buffer = Buffer.alloc(Math.min(size, readBytes));
            const { bytesRead } = await file.read(buffer, 0, buffer.length, Math.max(0, size - readBytes));
            const text = (0,external_node_util_.stripVTControlCharacters)(buffer.toString("utf8", 0, bytesRead)).trimEnd();
            if (text === "")
                return [];
            return text
                .split(/\r?\n/)
                .slice(-shownLines)
                .map((line) => line.slice(0, lineLength));
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = __disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./build/packages/gates/shards/file-lines.js



const linesAtMost = 20_000_000;
function packLines({ files }, directory) {
    return files.map(({ file, lines, uncoveredLines, hits, uncoveredFunctions }) => ({
        file,
        ours: (0,external_node_fs_.existsSync)((0,external_node_path_.join)(directory, file)),
        covered: hits === undefined ? lines - uncoveredLines : ranges(hits, 1),
        uncovered: hits === undefined ? uncoveredLines : ranges(hits, 0),
        functions: uncoveredFunctions,
    }));
}
function ranges(hits, covered) {
    const runs = [];
    for (const code of hits) {
        if (code % 2 !== covered)
            continue;
        const line = code >> 1;
        const last = runs.at(-1);
        if (last?.to === line - 1)
            last.to = line;
        else
            runs.push({ from: line, to: line });
    }
    return runs.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(",");
}
function unpackLines(packed) {
    let left = linesAtMost;
    const files = packed.map(({ file, covered, uncovered, functions: uncoveredFunctions }) => {
        if (typeof covered === "number" || typeof uncovered === "number") {
            const [some, none] = [Number(covered), Number(uncovered)];
            return { file, lines: some + none, uncoveredLines: none, uncoveredFunctions };
        }
        const codes = [...codesOf(covered, 1, left), ...codesOf(uncovered, 0, left)];
        left -= codes.length;
        if (left < 0)
            throw new BrokenReport("it has too many lines", runAgain);
        const hits = Int32Array.from(codes).toSorted();
        return {
            file,
            lines: hits.length,
            uncoveredLines: hits.filter((code) => code % 2 === 0).length,
            hits,
            uncoveredFunctions,
        };
    });
    return { percent: 0, files };
}
function* codesOf(text, covered, atMost) {
    let count = 0;
    for (const range of text === "" ? [] : text.split(",")) {
        const { from, to = from } = /^(?<from>\d{1,8})(?:-(?<to>\d{1,8}))?$/.exec(range)?.groups ?? {};
        if (from === undefined || Number(to) < Number(from))
            throw new BrokenReport(`"${range.slice(0, 20)}" are no lines`, runAgain);
        count += Number(to) - Number(from) + 1;
        if (count > atMost)
            throw new BrokenReport("it has too many lines", runAgain);
        for (let line = Number(from); line <= Number(to); line += 1)
            yield line * 2 + covered;
    }
}

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
    return read.length === 0 ? (reports[0] ?? none) : { value: mergeTests(read) };
}
const none = { failure: { title: "No report was read", suggestion: "Name the report of the tests." } };
function joinCoverage(reports, directory) {
    const broken = reports.find((one) => "failure" in one);
    if (broken !== undefined)
        return broken;
    const read = reports.flatMap((one) => ("value" in one ? [one.value] : []));
    if (read.length === 0)
        return none;
    return { value: mergeCoverage(read, (file) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(directory, file))) };
}

;// CONCATENATED MODULE: ./build/packages/gates/gate-tests.js
const gate_tests_keptTimes = 10;
const keptNames = 20;
const nameLength = 160;
function nameOf(name) {
    const line = name.replaceAll(/\s+/g, " ").trim();
    return line.length <= nameLength ? line : `${line.slice(0, nameLength - 1).replace(/\p{Surrogate}$/u, "")}…`;
}
function testsOf({ slowest, failed, flaky }) {
    const ordered = slowest.toSorted((a, b) => b.durationMs - a.durationMs).slice(0, gate_tests_keptTimes);
    return {
        slowest: ordered.map(({ name, durationMs }) => ({ name: nameOf(name), durationMs: Math.round(durationMs) })),
        failed: kept(failed),
        flaky: kept(flaky),
    };
}
const kept = (names) => [...new Set(names.map(nameOf))].slice(0, keptNames);

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
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
        return { name, found: await Promise.all(files.map((file) => look(directory, file, startedMs))) };
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
async function look(directory, name, startedMs) {
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
    return look(directory, name, await fileSystemTime());
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
    const text = textOf(await (0,promises_.readFile)(path));
    if (text === undefined)
        return brokenReport(name, "it is UTF-16 that is cut, or no text", "Write the report as UTF-8, and whole.");
    if (text.trim() === "")
        return report_file_failed(`The report ${name} is empty`, `It holds only white space. ${advice}`);
    return { value: text };
}
function textOf(bytes) {
    const [first, second] = bytes;
    const isLittle = first === 0xff && second === 0xfe;
    const isBig = first === 0xfe && second === 0xff;
    if (!isLittle && !isBig)
        return bytes.toString("utf8");
    try {
        return new TextDecoder(isLittle ? "utf-16le" : "utf-16be", { fatal: true }).decode(bytes);
    }
    catch {
        return undefined;
    }
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

;// CONCATENATED MODULE: ./build/packages/gates/readers/json-pieces.js

function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        throw incomplete();
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
    const key = () => {
        const from = at;
        at = endOfValue(text, at);
        const name = parseJson(text.slice(from, at));
        space();
        if (typeof name !== "string" || text[at] !== ":")
            throw incomplete();
        at += 1;
        space();
        return name;
    };
    const container = (depth, path) => {
        const from = at;
        const isObject = text[at] === "{";
        const end = isObject ? "}" : "]";
        at += 1;
        space();
        for (let index = 0; text[at] !== end; index += 1) {
            member(depth, [...path, isObject ? key() : String(index)]);
            space();
            if (text[at] === end)
                break;
            if (text[at] !== ",")
                throw incomplete();
            at += 1;
            space();
            if (text[at] === end)
                throw incomplete();
        }
        at += 1;
        if (depth + 1 < pattern.length)
            return;
        kept += `${text.slice(copied, from)}${isObject ? "{}" : "[]"}`;
        copied = at;
    };
    const member = (depth, path) => {
        const wanted = pattern[depth] ?? "";
        const matches = wanted === "*" || wanted.split("|").includes(path.at(-1) ?? "");
        const descends = matches && depth + 1 < pattern.length && (text[at] === "{" || text[at] === "[");
        if (descends)
            return container(depth + 1, path);
        const from = at;
        at = endOfValue(text, at);
        if (depth + 1 === pattern.length)
            onPiece(path, parseJson(text.slice(from, at)));
    };
    space();
    if (text[at] === "{" || text[at] === "[")
        container(0, []);
    return parseJson(kept + text.slice(copied));
}
function incomplete() {
    return new BrokenReport("it is not complete JSON", runAgain);
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
    throw incomplete();
}
function endOfString(text, from) {
    for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 1)) {
        let slashes = 0;
        while (text.charCodeAt(at - 1 - slashes) === 92)
            slashes += 1;
        if (slashes % 2 === 0)
            return at;
    }
    throw incomplete();
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
        throw new BrokenReport("it is not UTF-8 (it holds zero bytes, as UTF-16 without a byte order mark does)", "Write the report as UTF-8.");
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

;// CONCATENATED MODULE: ./build/packages/gates/readers/declared.js


function agree(declared, listed, what) {
    const total = optionalCount(declared, what);
    if (total === undefined || listed.includes(total))
        return;
    throw new BrokenReport(`${what}: it counts ${total} and lists ${listed[0] ?? 0}`, runAgain);
}

// EXTERNAL MODULE: ./node_modules/saxes/saxes.js
var saxes = __webpack_require__(58841);
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
                tally.enter(pathOf(file, sources, directory));
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
function pathOf(file, sources, directory) {
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

;// CONCATENATED MODULE: ./build/packages/gates/readers/shape.js

function shaped(schema, document, kind) {
    const parsed = schema.safeParse(document);
    if (parsed.success)
        return parsed.data;
    const issue = parsed.error.issues[0];
    const place = issue === undefined ? "" : ` (${issue.path.join(".")}: ${issue.message})`;
    throw new BrokenReport(`it is not ${kind}${place}`, `Write ${kind}, or correct which file is named.`);
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
const lines = schemas/* looseObject */._H3({
    lines: schemas/* looseObject */._H3({ count: schemas/* number */.aig().int().nonnegative(), covered: schemas/* number */.aig().int().nonnegative() }),
});
const llvm_cov_fileSchema = schemas/* looseObject */._H3({
    filename: schemas/* string */.YjP().min(1),
    segments: schemas/* array */.YOg(segment).default([]),
    summary: lines.optional(),
});
const functionSchema = schemas/* looseObject */._H3({
    name: schemas/* string */.YjP(),
    count: schemas/* number */.aig().nonnegative(),
    filenames: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
    regions: schemas/* array */.YOg(schemas/* array */.YOg(schemas/* number */.aig())).default([]),
});
const skeleton = schemas/* looseObject */._H3({
    type: schemas/* literal */.euz("llvm.coverage.json.export"),
    data: schemas/* array */.YOg(schemas/* looseObject */._H3({ totals: lines.optional() })).min(1),
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
const formats = [
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
    const bound = formats.map((format) => ({ ...format, read: (whole) => format.read(whole, directory) }));
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
        take(shaped(go_test_event, parseJson(line), "the output of go test -json"), running, builds);
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
function take(each, running, builds) {
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






const whole = schemas/* number */.aig().int().nonnegative();
const assertion = schemas/* looseObject */._H3({
    status: schemas/* string */.YjP(),
    title: schemas/* string */.YjP().default("unnamed test"),
    fullName: schemas/* string */.YjP().optional(),
    duration: schemas/* number */.aig().nullish(),
    invocations: schemas/* number */.aig().nullish(),
    location: schemas/* looseObject */._H3({ line: schemas/* number */.aig() }).nullish(),
    failureMessages: schemas/* array */.YOg(schemas/* string */.YjP()).nullish(),
});
const schema = schemas/* looseObject */._H3({
    numTotalTests: whole,
    numPassedTests: whole,
    numFailedTests: whole,
    numPendingTests: whole.default(0),
    numTodoTests: whole.default(0),
    numRuntimeErrorTestSuites: whole.default(0),
    numFailedTestSuites: whole.default(0),
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
    const document = shaped(schema, parseJson(text), "the JSON report of jest or vitest");
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
                const failure = describe(place, problem, content);
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
function describe(place, { kind, attributes }, stack) {
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
const test = schemas/* looseObject */._H3({
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
    tests: schemas/* array */.YOg(test),
    pending: schemas/* array */.YOg(test),
    failures: schemas/* array */.YOg(test),
    passes: schemas/* array */.YOg(test),
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

;// CONCATENATED MODULE: ./build/packages/gates/journeys/playwright.js




const problem = schemas/* looseObject */._H3({ message: schemas/* string */.YjP().optional() });
const attempt = schemas/* looseObject */._H3({
    status: schemas/* string */.YjP().optional(),
    duration: schemas/* number */.aig(),
    error: problem.optional(),
    errors: schemas/* array */.YOg(problem).optional(),
    attachments: schemas/* array */.YOg(schemas/* looseObject */._H3({ name: schemas/* string */.YjP(), path: schemas/* string */.YjP().optional() })).optional(),
});
const playwright_test = schemas/* looseObject */._H3({
    projectName: schemas/* string */.YjP().optional(),
    status: schemas/* enum */.k5n(["skipped", "expected", "unexpected", "flaky"]),
    results: schemas/* array */.YOg(attempt),
});
const spec = schemas/* looseObject */._H3({
    title: schemas/* string */.YjP(),
    tags: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
    file: schemas/* string */.YjP().optional(),
    line: schemas/* number */.aig().optional(),
    tests: schemas/* array */.YOg(playwright_test),
});
const suite = schemas/* looseObject */._H3({
    title: schemas/* string */.YjP(),
    file: schemas/* string */.YjP().optional(),
    specs: schemas/* array */.YOg(spec).default([]),
    get suites() {
        return schemas/* array */.YOg(suite).optional();
    },
});
const report = schemas/* looseObject */._H3({
    config: schemas/* looseObject */._H3({ rootDir: schemas/* string */.YjP().optional(), updateSnapshots: schemas/* string */.YjP().optional() }).optional(),
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
        schema: report,
        kind: "a JSON report of Playwright",
        whenCut: "Run the journeys again; Playwright was killed before it has finished.",
        whenOther: "Use --reporter=json with PLAYWRIGHT_JSON_OUTPUT_NAME.",
    });
    if ("failure" in read)
        return read;
    const { errors, stats, suites, config } = read.value;
    const [error] = errors;
    if (error !== undefined) {
        const message = (0,external_node_util_.stripVTControlCharacters)(error.message ?? "unknown error").slice(0, 400);
        return brokenReport(name, `Playwright met an error outside of the tests: ${message}`, "Correct it; `npx playwright test --list` shows it.");
    }
    const all = suites.flatMap((each) => playwright_testsOf(each, []));
    const journeys = all.filter(({ one }) => one.status !== "skipped").map(journeyOf);
    const skipped = all.filter(({ one }) => one.status === "skipped").map(playwright_nameOf);
    if (journeys.length === 0) {
        const why = stats.skipped > 0 ? ` (${stats.skipped} skipped)` : "";
        const broken = brokenReport(name, `no journey was walked${why}`, "Check testDir, --grep and test.skip of the Playwright configuration.");
        return stats.skipped > 0 ? broken : { ...broken, empty: true };
    }
    const failed = journeys.filter(({ status }) => status === "failed").length;
    if (journeys.length !== stats.expected + stats.unexpected + stats.flaky || failed !== stats.unexpected) {
        return brokenReport(name, "its statistics and its list of tests disagree", "Write it by one run of Playwright only.");
    }
    const snapshotsRewritten = config?.updateSnapshots === "all" || config?.updateSnapshots === "changed";
    const root = config?.rootDir;
    return { value: { journeys, skipped, snapshotsRewritten, ...(root === undefined ? {} : { root }) } };
}
function playwright_testsOf({ title, specs, suites = [], file }, above) {
    const path = title === "" || title === file ? above : [...above, title];
    const own = specs.flatMap((each) => each.tests.map((one) => ({ path, each, one })));
    return [...own, ...suites.flatMap((inner) => playwright_testsOf(inner, path))];
}
function playwright_nameOf({ path, each, one }) {
    const project = one.projectName === undefined || one.projectName === "" ? "" : ` [${one.projectName}]`;
    return `${[...path, each.title].join(" › ")}${project}`;
}
function journeyOf(found) {
    const { each, one } = found;
    const last = one.results.at(-1);
    const problems = last?.errors === undefined || last.errors.length === 0 ? [last?.error ?? {}] : last.errors;
    const message = (0,external_node_util_.stripVTControlCharacters)(problems.map((thrown) => thrown.message ?? "").join("\n")).trim();
    return {
        name: playwright_nameOf(found),
        browser: one.projectName ?? "",
        tags: (each.tags ?? []).map((tag) => (tag.startsWith("@") ? tag : `@${tag}`)),
        status: one.status === "unexpected" ? "failed" : "passed",
        durationMs: Math.round(one.results.reduce((total, { duration }) => total + duration, 0)),
        lastMs: Math.round(last?.duration ?? 0),
        flaky: one.status === "flaky",
        attachments: (last?.attachments ?? []).flatMap(({ name, path }) => (path === undefined ? [] : [{ name, path }])),
        transient: last?.status === "timedOut" || /ERR_CONNECTION|ECONNREFUSED|ECONNRESET|ERR_EMPTY_RESPONSE/.test(message),
        ...(each.file === undefined ? {} : { file: each.file }),
        ...(each.line === undefined ? {} : { line: each.line }),
        ...(message === "" ? {} : { message }),
    };
}

;// CONCATENATED MODULE: ./build/packages/gates/readers/playwright-tests.js



function readPlaywrightTests(text) {
    const read = parsePlaywright(text, "of Playwright");
    if ("failure" in read) {
        const reason = read.failure.title.replace(/^.*?proves nothing: /, "");
        throw new BrokenReport(reason, read.failure.suggestion);
    }
    const tally = new TestTally();
    for (const { name, status, durationMs, flaky, file, line, message } of read.value.journeys) {
        if (flaky)
            tally.flaky.push(name);
        const failure = status === "failed" ? testFailure({ name, message: message?.slice(0, 600), file, line }) : undefined;
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
                tally.failures.push(failureOf(each));
        }
        else if (each.directive === "skip")
            tally.skipped += 1;
        else
            tally.add(each.name, {
                durationMs: durationMs(field(each, "duration_ms"), 1),
                failure: isFailed ? failureOf(each) : undefined,
            });
    }
    return failed;
}
function failureOf(each) {
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




const notRun = ["notexecuted", "notrunnable", "inconclusive", "disconnected", "pending"];
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
    if (notRun.includes(outcome)) {
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
    const run = await runTests(gate, shardSettings(settings, context.shard), context);
    if ("late" in run)
        return { failures: [run.late] };
    const finding = judge(gate, run, context);
    return { ...finding, failures: await addLogs(finding.failures, settings.logs ?? {}, context.directory) };
}
async function runTests(gate, settings, context, env = {}) {
    const { directory, shard } = context;
    const before = {
        tests: await beforeReports(directory, settings.report),
        coverage: await beforeReports(directory, settings.coverage),
    };
    const result = await runProject({ command: settings.command, env: { ...env, ...shardEnv(shard) }, timeoutMs: settings.timeout }, context);
    const late = timeOutFailure(settings.command, result, settings.timeout, `gates.${gate}.timeout`);
    if (late !== undefined)
        return { late };
    const tests = andThen(await readReports(before.tests, `gates.${gate}.report`), (texts) => joinTests(texts.map(({ name, text }) => parseTestReport(text, name))));
    const coverage = andThen(await readReports(before.coverage, `gates.${gate}.coverage`), (texts) => joinCoverage(texts.map(({ name, text }) => parseCoverage(text, name, directory)), directory));
    if ("value" in tests)
        tellTimes(gate, tests.value, context.onProgress);
    return { settings, result, tests, coverage };
}
function tellTimes(gate, { flaky, slowest }, onProgress) {
    for (const name of flaky)
        onProgress(`${gate}: flaky: ${name}`);
    const slow = slowest.filter(({ durationMs }) => durationMs >= slowMs).slice(0, 3);
    for (const { name, durationMs } of slow)
        onProgress(`${gate}: slow: ${name} (${(durationMs / 1000).toFixed(1)} s)`);
}
function judge(gate, { settings, result, tests, coverage }, { directory, shard }) {
    const failures = [];
    if ("value" in tests)
        failures.push(...failedTests(gate, tests.value, directory));
    else
        failures.push(tests.failure);
    if (result.exitCode !== 0 && ("failure" in tests || tests.value.failures.length === 0)) {
        const says = "failure" in tests ? "it should have written a report" : "its report has no failing test";
        failures.push(exitFailure(settings.command, result, says));
    }
    if ("failure" in coverage)
        failures.push(coverage.failure);
    else if (shard === undefined)
        failures.push(...tooLittle(coverage.value, settings.minimumCoverage));
    const seen = "failure" in tests ? {} : { tests: shownOf(tests.value) };
    if ("failure" in tests || "failure" in coverage)
        return { failures, ...seen };
    return {
        failures,
        ...seen,
        metrics: {
            gate,
            coverage: coverage.value.percent,
            requiredCoverage: settings.minimumCoverage,
            totalTests: tests.value.ran,
            failedTests: tests.value.failures.length,
        },
        ...(shard === undefined ? {} : { lines: packLines(coverage.value, directory) }),
    };
}
function shownOf({ slowest, failures, flaky }) {
    return testsOf({ slowest, failed: failures.map(({ name }) => name), flaky });
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
        test: nameOf(name),
        ...(failure.kind === "assertion" ? { class: "new" } : {}),
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

;// CONCATENATED MODULE: ./build/packages/gates/affected.js






const affected_filesAtMost = 500;
const affected_folder = ".release-command";
async function affectedTests(context) {
    const settings = context.settings.unit;
    if (settings?.affected === undefined)
        return { everything: "gates.unit.affected names no command" };
    const changed = (await context.changed?.()) ?? [];
    const choice = chosen(settings.affected, changed, (file) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(context.directory, file)));
    if ("everything" in choice)
        return choice;
    const { command, files } = choice;
    context.onProgress(`affected by ${files.length} changed files: ${command}`);
    const env = { CHANGED_FILES: await listed(context.directory, files) };
    const whole = shardSettings({ ...settings, command }, { index: 1, total: 1 });
    const run = await runTests("unit", whole, context, env);
    return "late" in run ? { finding: { failures: [run.late] } } : judged(run, files, context);
}
function chosen(affected, changed, exists) {
    const files = changed.filter((file) => !/^[^/]+\.md$/.test(file));
    if (files.length === 0)
        return { everything: "no file that tests could be about was changed" };
    if (files.length > affected_filesAtMost)
        return { everything: `${files.length} files were changed` };
    const gone = files.find((file) => !exists(file));
    if (gone !== undefined)
        return { everything: `${gone} was removed, and what used it is not known` };
    const odd = files.find((file) => /[\n\r]/.test(file));
    if (odd !== undefined)
        return { everything: `the name ${JSON.stringify(odd)} has a line break` };
    if (typeof affected === "string")
        return { command: affected, files };
    const globs = Object.keys(affected);
    const unknown = files.find((file) => !globs.some((glob) => (0,external_node_path_.matchesGlob)(file, glob)));
    if (unknown !== undefined)
        return { everything: `which tests are about ${unknown} is not known` };
    const wanted = globs.filter((glob) => files.some((file) => (0,external_node_path_.matchesGlob)(file, glob)));
    const commands = [...new Set(wanted.map((glob) => affected[glob] ?? ""))];
    const [only = ""] = commands;
    if (commands.length === 1)
        return { command: only, files };
    return { command: `code=0; ${commands.map((one) => `(${one}) || code=1`).join("; ")}; exit $code`, files };
}
async function listed(directory, files) {
    await (0,promises_.mkdir)((0,external_node_path_.join)(directory, affected_folder), { recursive: true });
    await (0,promises_.writeFile)((0,external_node_path_.join)(directory, affected_folder, ".gitignore"), "*\n");
    const path = (0,external_node_path_.join)(directory, affected_folder, "changed-files");
    await (0,promises_.writeFile)(path, files.map((file) => `${file}\n`).join(""));
    return path;
}
function judged(run, files, context) {
    const { tests, coverage, result, settings } = run;
    if ("failure" in tests)
        return { everything: `of the affected tests: ${tests.failure.title}` };
    if (tests.value.failures.length > 0)
        return { finding: { ...judge("unit", run, context), scope: about(files) } };
    if (result.exitCode !== 0)
        return { everything: `the command for the affected tests ended with ${result.exitCode}` };
    const own = "value" in coverage ? coverage.value.files.filter(({ file }) => isOne(file, files, context.directory)) : [];
    if (own.every(({ lines }) => lines === 0))
        return { everything: "no line of the changed files was measured" };
    const lines = mergeCoverage([{ percent: 0, files: own }], () => true);
    if (tooLittle(lines, settings.minimumCoverage).length > 0)
        return { everything: `the affected tests cover ${lines.percent} % of the changed files` };
    return { finding: { ...judge("unit", { ...run, coverage: { value: lines } }, context), scope: about(files) } };
}
function isOne(measured, files, directory) {
    if (files.includes(measured))
        return true;
    return !(0,external_node_fs_.existsSync)((0,external_node_path_.join)(directory, measured)) && files.some((file) => measured.endsWith(`/${file}`));
}
function about(files) {
    const named = files.slice(0, 3).join(", ");
    const more = files.length > 3 ? ` and ${files.length - 3} more` : "";
    return `affected: the tests of ${named}${more}, and the coverage of these files; the others were left out of the hotfix`;
}

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

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: ./build/packages/gates/journeys/media.js
var media = __webpack_require__(11438);
;// CONCATENATED MODULE: ./build/packages/gates/journeys/kept-file.js



async function keepScrubbed(source, target, scrub) {
    const bytes = await (0,promises_.readFile)(source);
    if ((0,media/* isMedia */.F)(bytes)) {
        await (0,promises_.writeFile)(target, bytes);
        return undefined;
    }
    if (bytes.subarray(0, 2).toString("latin1") === "PK") {
        const { scrubbedZip } = await Promise.all(/* import() */[__webpack_require__.e(79), __webpack_require__.e(4841)]).then(__webpack_require__.bind(__webpack_require__, 74841));
        const clean = scrubbedZip(bytes, scrub);
        if (clean === undefined)
            return "cannot be read as a zip, so no secret can be taken out of it";
        await (0,promises_.writeFile)(target, clean);
        return undefined;
    }
    if (!(0,external_node_buffer_.isUtf8)(bytes) || bytes.includes(0))
        return "is neither text, picture nor trace, so no secret can be taken out of it";
    await (0,promises_.writeFile)(target, scrub.text(bytes.toString("utf8")));
    return undefined;
}

;// CONCATENATED MODULE: ./build/packages/gates/journeys/journey-evidence.js



const fileBytesAtMost = 50 * 1024 * 1024;
const bytesAtMost = 250 * 1024 * 1024;
async function keepJourneys(failed, { artifacts, directory }) {
    if (artifacts === undefined)
        return new Map(failed.map((journey) => [journey, { files: journey.attachments, missing: [] }]));
    const root = await (0,promises_.realpath)(directory);
    await (0,promises_.rm)((0,external_node_path_.join)(artifacts.directory, "e2e"), { recursive: true, force: true });
    const kept = new Map();
    let left = bytesAtMost;
    for (const [index, journey] of failed.entries()) {
        const files = [];
        const missing = [];
        const folder = `e2e/${index + 1}-${journey_evidence_plain(journey.name).slice(0, 60)}`;
        for (const { name, path } of journey.attachments) {
            const source = await (0,promises_.realpath)(path).catch(() => undefined);
            const found = source === undefined ? undefined : await (0,promises_.stat)(source);
            if (source === undefined || found?.isFile() !== true)
                missing.push(`${name} is gone`);
            else if (!source.startsWith(`${root}${external_node_path_.sep}`))
                missing.push(`${name} is outside of the checkout`);
            else if (found.size > Math.min(left, fileBytesAtMost))
                missing.push(`${name} is too large to keep (${Math.ceil(found.size / 1e6)} MB)`);
            else {
                const file = `${folder}/${files.length + 1}-${journey_evidence_plain((0,external_node_path_.relative)(root, source).split(external_node_path_.sep).at(-1) ?? name)}`;
                await (0,promises_.mkdir)((0,external_node_path_.join)(artifacts.directory, folder), { recursive: true });
                const not = await keepScrubbed(source, (0,external_node_path_.join)(artifacts.directory, file), artifacts.scrub);
                left -= not === undefined ? found.size : 0;
                files.push(...(not === undefined ? [{ name, path: `${artifacts.name}/${file}` }] : []));
                missing.push(...(not === undefined ? [] : [`${name} ${not}`]));
            }
        }
        kept.set(journey, { files, missing });
    }
    return kept;
}
function journey_evidence_plain(text) {
    return text.replaceAll(/[^\p{L}\p{N}.]+/gu, "-").replaceAll(/^[-.]+|-+$/g, "");
}

;// CONCATENATED MODULE: ./build/packages/gates/journeys/journey-failures.js

const noBrowser = /Executable doesn't exist at|distribution '[^']+' is not found|Host system is missing dependencies|browserType\.launch: Failed to launch/;
const unreachable = /ERR_CONNECTION|ECONNREFUSED|ECONNRESET|ERR_EMPTY_RESPONSE|NS_ERROR_CONNECTION_REFUSED/;
function journeyFailures(failed, evidence) {
    const without = failed.filter(({ message = "" }) => noBrowser.test(message));
    const browsers = Map.groupBy(without, browserOf);
    return [
        ...[...browsers].map(([browser, journeys]) => browserMissing(browser, journeys)),
        ...failed.filter((one) => !without.includes(one)).map((one) => journeyFailed(one, evidence.get(one))),
    ];
}
function withoutSnapshot(journeys) {
    return journeys.flatMap((journey) => {
        const { name, status, attachments, file, line } = journey;
        const taken = attachments.find((one) => /-actual(\.\w+)?$/.test(one.name));
        if (status === "failed" || taken === undefined)
            return [];
        const failure = {
            title: `${noSnapshot}: ${name}`,
            detail: taken.name,
            ...placeOf(file, line),
            test: nameOf(name),
            suggestion: commitIt,
        };
        return [{ journey, failure }];
    });
}
const noSnapshot = "Journey has no snapshot to compare with";
const commitIt = "Write it on the system that the gates run on, look at it and commit it: npx playwright test --update-snapshots";
function overBudget(journeys, { budget, budgets = {} }) {
    return journeys.flatMap((journey) => {
        const { name, tags, browser, lastMs, file, line } = journey;
        const bare = name.slice(0, browser === "" ? undefined : -` [${browser}]`.length);
        const byTag = tags.flatMap((tag) => budgets[tag] ?? []);
        const allowed = budgets[name] ?? budgets[bare] ?? (byTag.length > 0 ? Math.min(...byTag) : budget);
        if (journey.status === "failed" || allowed === undefined || lastMs <= allowed)
            return [];
        const failure = {
            title: `Journey over its budget: ${name} took ${seconds(lastMs)}, ${seconds(allowed)} are allowed`,
            ...placeOf(file, line),
            test: nameOf(name),
            suggestion: `Find the slow step: npx playwright test --trace on. Or give it more: gates.e2e.budgets: { ${JSON.stringify(bare)}: ${Math.ceil(lastMs / 1000)}s }`,
        };
        return [{ journey, failure }];
    });
}
function browsersNotWalked(browsers, journeys) {
    return browsers
        .filter((browser) => !journeys.some(({ name }) => name.endsWith(` [${browser}]`)))
        .map((browser) => ({
        title: `No journey was walked in ${browser}`,
        suggestion: `gates.e2e.browsers asks for it: let a journey of the project ${browser} of the Playwright configuration run, or leave it out.`,
    }));
}
function projectMissing(output) {
    const [, names, others = ""] = /Project\(s\) (.+?) not found\.(.*)/.exec(output) ?? [];
    if (names === undefined)
        return undefined;
    const name = names.replaceAll('"', "");
    return {
        title: `The Playwright configuration has no project ${name}`,
        ...(others.trim() === "" ? {} : { detail: others.trim() }),
        suggestion: `Add it: projects: [{ name: "${name}", use: { ...devices["Desktop Firefox"] } }], or name another one in gates.e2e.browsers.`,
    };
}
function journeyFailed({ name, message = "", file, line, transient }, evidence) {
    const { files, missing } = evidence ?? { files: [], missing: [] };
    const kept = files.length === 0 ? [] : [`Evidence: ${files.map(({ path }) => path).join(", ")}.`];
    const lost = missing.length === 0 ? [] : [`Not kept: ${missing.join(", ")}.`];
    const detail = [message.slice(0, 800) || "no message", ...kept, ...lost].join(" ");
    return {
        title: `${titleOf(message, transient)}: ${name}`,
        detail,
        ...placeOf(file, line),
        test: nameOf(name),
        suggestion: journey_failures_look(message, files),
    };
}
function titleOf(message, transient) {
    if (/snapshot doesn't exist/i.test(message))
        return noSnapshot;
    if (isVisual(message))
        return "Journey looks different";
    if (unreachable.test(message))
        return "Journey could not reach the application";
    return transient ? "Journey ran out of time" : "Journey failed";
}
function isVisual(message) {
    return /toHaveScreenshot|toMatchSnapshot|toMatchAriaSnapshot/.test(message);
}
function journey_failures_look(message, files) {
    const image = (kind) => files.find(({ name }) => name.includes(`-${kind}.`))?.path;
    const trace = files.find(({ path }) => path.endsWith(".zip"))?.path;
    const steps = trace === undefined
        ? 'Switch on `trace: "retain-on-failure"` to see each step.'
        : `See each step: npx playwright show-trace ${trace}`;
    if (/snapshot doesn't exist/i.test(message))
        return commitIt;
    if (!isVisual(message))
        return steps;
    const compare = ["expected", "actual", "diff"].flatMap((kind) => image(kind) ?? []).join(", ");
    return `${compare === "" ? "" : `Compare ${compare}. `}When the change is meant: npx playwright test --update-snapshots, and commit. ${steps}`;
}
function browserOf({ message = "", browser }) {
    const path = /ms-playwright[\\/](chromium|firefox|webkit)/.exec(message)?.[1];
    return path ?? /distribution '([^']+)' is not found/.exec(message)?.[1] ?? browser;
}
function browserMissing(browser, journeys) {
    const [first] = journeys;
    const count = journeys.length === 1 ? "1 journey" : `${journeys.length} journeys`;
    return {
        class: "environment",
        title: `Environment: the browser ${browser} cannot be started here; ${count} not walked`,
        detail: (first?.message ?? "").split("\n", 1)[0] ?? "",
        suggestion: `Install it where the gates run, in gates.setup or .github/actions/release-setup: npx playwright install --with-deps ${browser}`,
    };
}
function placeOf(file, line) {
    return { ...(file === undefined ? {} : { file }), ...(line === undefined ? {} : { line }) };
}
function seconds(ms) {
    return `${(ms / 1000).toFixed(1)} s`;
}

;// CONCATENATED MODULE: ./build/packages/gates/journeys/journey-reporter.js


const journey_reporter_folder = ".release-command/reports/e2e";
const journeyReports = `${journey_reporter_folder}/*.json`;
const reporter = `const { writeFileSync } = require("node:fs");
const told = ({ message, value }) => ({ message: message ?? value });
module.exports = class {
  errors = [];
  onBegin(config, suite) {
    this.config = config;
    this.suite = suite;
  }
  onTestBegin(test) {
    this.walking(() => this.open.add(test));
  }
  onTestEnd(test) {
    this.walking(() => this.open.delete(test));
  }
  open = new Set();
  walking(change) {
    change();
    writeFileSync(__dirname + "/walking", [...this.open].map((test) => test.title).join(", "));
  }
  onError(error) {
    this.errors.push(told(error));
  }
  onEnd() {
    const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
    const specs = (this.suite?.allTests() ?? []).map((test) => {
      const status = test.outcome();
      stats[status] += 1;
      const [, projectName, , ...titles] = test.titlePath();
      const results = test.results.map(({ status, duration, errors, attachments }) => ({
        status,
        duration,
        errors: errors.map(told),
        attachments: attachments.map(({ name, path }) => ({ name, path })),
      }));
      const { file, line } = test.location;
      return { title: titles.join(" › "), tags: test.tags, file, line, tests: [{ projectName, status, results }] };
    });
    const { updateSnapshots } = this.config ?? {};
    const report = { config: { updateSnapshots }, errors: this.errors, stats, suites: [{ title: "", specs }] };
    writeFileSync(__dirname + "/" + process.pid + ".json", JSON.stringify(report));
  }
  printsToStdio() {
    return false;
  }
};
`;
async function journeyReporter(directory) {
    const path = (0,external_node_path_.resolve)(directory, journey_reporter_folder, "reporter.cjs");
    await (0,promises_.writeFile)(path, reporter);
    return { PW_TEST_REPORTER: path };
}
async function journeysUnderWay(directory) {
    const told = await (0,promises_.readFile)((0,external_node_path_.resolve)(directory, journey_reporter_folder, "walking"), "utf8").catch(() => "");
    return told === "" ? undefined : told.slice(0, 500);
}

;// CONCATENATED MODULE: ./build/packages/gates/journeys/journey-walk.js






async function walk({ settings: { command, report, timeout }, env: own, journeys: wanted }, { baseUrl, env }, context) {
    const before = await beforeReports(context.directory, report ?? journeyReports);
    const reporter = report === undefined ? await journeyReporter(context.directory) : {};
    const given = { CI: "1", ...env, ...own, ...reporter, BASE_URL: baseUrl };
    const result = await runProject({ command, env: given, timeoutMs: timeout }, context);
    const late = timeOutFailure(command, result, timeout, "gates.e2e.timeout");
    if (late !== undefined) {
        const walking = await journeysUnderWay(context.directory);
        const detail = walking === undefined ? late.detail : `${late.detail ?? ""}\nStill walking: ${walking}`;
        return { failure: { ...late, ...(detail === undefined ? {} : { detail }) }, result, transient: true };
    }
    const texts = await readReports(before, "gates.e2e.report");
    if ("failure" in texts)
        return { failure: unwalked(texts.failure, report, result), result, transient: false };
    const parts = [];
    for (const { name, text } of texts.value) {
        const part = parsePlaywright(text, name);
        if ("value" in part)
            parts.push(placed(part.value, context.directory));
        else if (wanted !== "some" || part.empty !== true)
            return { ...part, result, transient: false };
    }
    const value = {
        journeys: parts.flatMap(({ journeys }) => journeys),
        skipped: parts.flatMap(({ skipped }) => skipped),
        snapshotsRewritten: parts.some(({ snapshotsRewritten }) => snapshotsRewritten),
    };
    const failed = failedOf(value.journeys);
    return { value, result, transient: failed.length > 0 && failed.every(({ transient }) => transient) };
}
function failedOf(journeys) {
    return journeys.filter(({ status }) => status === "failed");
}
function unwalked(failure, report, { stdout, stderr }) {
    const missing = projectMissing(`${stdout}\n${stderr}`);
    if (missing !== undefined || report !== undefined)
        return missing ?? failure;
    return {
        title: "No run of Playwright told how the journeys went",
        suggestion: "Let gates.e2e.command run `playwright test`, and hand on the variable PW_TEST_REPORTER to it; or write Playwright's JSON and name it in gates.e2e.report.",
    };
}
function placed({ root, ...walked }, directory) {
    const inCheckout = ({ file, ...journey }) => {
        if (file === undefined || (root === undefined && !(0,external_node_path_.isAbsolute)(file)))
            return file === undefined ? journey : { ...journey, file };
        const path = (0,external_node_path_.relative)(directory, (0,external_node_path_.resolve)(root ?? directory, file));
        return { ...journey, file: path.startsWith("..") ? file : path };
    };
    return { ...walked, journeys: walked.journeys.map(inCheckout) };
}

;// CONCATENATED MODULE: ./build/packages/gates/journeys/journey-verdict.js





async function verdictOf({ settings, journeys: wanted }, walked, { context, rescued }) {
    const { command, browsers = [] } = settings;
    const { result } = walked;
    if ("failure" in walked) {
        const unexplained = result.exitCode !== 0 && !result.timedOut;
        const exit = unexplained ? [exitFailure(command, result, "it should have written a report")] : [];
        return { failures: [walked.failure, ...exit] };
    }
    const { journeys, skipped, snapshotsRewritten } = walked.value;
    for (const { name, flaky } of journeys)
        if (flaky)
            context.onProgress(`flaky: ${name}`);
    for (const name of skipped)
        context.onProgress(`skipped: ${name}`);
    const failed = failedOf(journeys);
    const caught = [...withoutSnapshot(journeys), ...overBudget(journeys, settings)];
    const failures = [
        ...journeyFailures(failed, await keepJourneys(failed, context)),
        ...caught.map(({ failure }) => failure),
        ...(wanted === "all" ? browsersNotWalked(browsers, journeys) : []),
        ...(snapshotsRewritten ? [rewritten] : []),
    ];
    const bad = new Set([...failed, ...caught.map(({ journey }) => journey)]);
    if (result.exitCode !== 0 && failed.length === 0)
        failures.push(exitFailure(command, result, "every journey passed"));
    return withTests(withFlaky({ failures, metrics: metricsOf(journeys, skipped, bad) }, rescued));
}
const rewritten = {
    title: "Snapshots were written anew where they differed, and compared with nothing",
    suggestion: "Take --update-snapshots out of gates.e2e.command and updateSnapshots out of the Playwright configuration.",
};
function metricsOf(journeys, skipped, bad) {
    return {
        gate: "e2e",
        journeysPassed: journeys.length - bad.size,
        journeysFailed: bad.size,
        journeys: [
            ...journeys.map((journey) => ({
                name: journey.name,
                status: bad.has(journey) ? "failed" : "passed",
                durationMs: journey.durationMs,
                ...(journey.flaky ? { flaky: true } : {}),
            })),
            ...skipped.map((name) => ({ name, status: "skipped", durationMs: 0 })),
        ],
    };
}
function withFlaky(finding, rescued) {
    const { metrics } = finding;
    if (metrics?.gate !== "e2e")
        return finding;
    const journeys = metrics.journeys.map((journey) => journey.status === "passed" && rescued.has(journey.name) ? { ...journey, flaky: true } : journey);
    return { ...finding, metrics: { ...metrics, journeys } };
}
function withTests(finding) {
    const { metrics } = finding;
    if (metrics?.gate !== "e2e")
        return finding;
    const { journeys } = metrics;
    const tests = testsOf({
        slowest: journeys.filter(({ status }) => status !== "skipped"),
        failed: journeys.filter(({ status }) => status === "failed").map(({ name }) => name),
        flaky: journeys.filter(({ flaky }) => flaky === true).map(({ name }) => name),
    });
    return { ...finding, tests };
}

;// CONCATENATED MODULE: ./build/packages/gates/journeys/e2e-gate.js






const retryDelayMs = 60_000;
const critical = "@critical";
async function e2eGate(context) {
    const { settings, shard } = context;
    if (settings.e2e === undefined)
        return { failures: [notConfigured("e2e")] };
    const journeys = shard === undefined ? "all" : "shard";
    return walkTwice({ settings: shardSettings(settings.e2e, shard), env: shardEnv(shard), journeys }, context);
}
async function criticalJourneys(context) {
    const settings = context.settings.e2e;
    if (context.only !== "critical" || settings === undefined)
        return undefined;
    if (settings.affected === undefined) {
        context.onProgress("all journeys are walked: gates.e2e.affected names no command");
        return undefined;
    }
    const journeys = wantedJourneys(settings.affects ?? {}, (await context.changed?.()) ?? []);
    const tour = shardSettings({ ...settings, command: settings.affected }, { index: 1, total: 1 });
    const finding = await walkTwice({ settings: tour, env: { JOURNEYS: journeys }, journeys: "some" }, context);
    const walked = finding.metrics?.gate === "e2e" ? finding.metrics.journeys.length : 0;
    const scope = walked === 0 && finding.failures.length === 0
        ? `skipped: no journey is named by ${journeys}`
        : `affected: the journeys named by ${journeys}; the others were left out of the hotfix`;
    return { ...finding, scope };
}
function wantedJourneys(affects, changed) {
    const hit = Object.entries(affects).filter(([glob]) => changed.some((file) => (0,external_node_path_.matchesGlob)(file, glob)));
    return [...new Set([critical, ...hit.map(([, journeys]) => journeys)])].join("|");
}
async function walkTwice(tour, context) {
    const walked = await withDevelopment(context, async (development) => {
        const first = await walk(tour, development, context);
        const again = first.transient && (await development.died()) === undefined;
        if (again) {
            context.onProgress(`failed by time-out or connection only; trying once more in ${retryDelayMs / 1000} s`);
            await context.clock.sleep(retryDelayMs, context.signal);
        }
        const last = again ? await walk(tour, development, context) : first;
        const before = again && "value" in first && "value" in last ? failedOf(first.value.journeys) : [];
        const rescued = new Set(before.map(({ name }) => name));
        const finding = await verdictOf(tour, last, { context, rescued });
        return { ...finding, failures: await besideApplication(finding.failures, development) };
    });
    return "failure" in walked ? { failures: [walked.failure] } : walked.value;
}

;// CONCATENATED MODULE: ./build/packages/gates/environment-fault.js
const registry = /registry\.npmjs\.org|pypi\.org|crates\.io|proxy\.golang\.org|repo1?\.maven/.source;
const environment_fault_faults = [
    {
        signs: /\bENOSPC: |no space left on device|\bEDQUOT\b|disk quota exceeded/i,
        todo: "The disk is full: free some of it, or take a larger machine.",
    },
    {
        signs: /heap out of memory|ended with exit code 137\b|ended with signal SIGKILL|cannot allocate memory|\bENOMEM: /i,
        todo: "The memory did not suffice: run fewer workers at a time, or take a larger machine.",
    },
    {
        signs: /getaddrinfo (?:ENOTFOUND|EAI_AGAIN)|temporary failure in name resolution|could not resolve host/i,
        todo: "A host name was not found: check the name in the lines above, and the name service of the machine.",
    },
    {
        signs: new RegExp(String.raw `npm (?:ERR!|error).*\b(?:E?(?:429|5\d\d)|ECONNRESET|ETIMEDOUT)\b|(?:${registry})\S*[^\n]*\b(?:429|5\d\d)\b|\b(?:429|5\d\d)\b[^\n]*(?:${registry})`, "i"),
        todo: "The package registry did not answer as it should: look at its status page.",
    },
    {
        signs: /\bEADDRINUSE\b|address already in use/i,
        todo: "A port was taken already: end what listens there, or let the tests ask for a free one (port 0).",
    },
    {
        signs: /executable doesn't exist at|npx playwright install|could not find (?:chrome|chromium|browser)/i,
        todo: "A browser is missing: install it in gates.setup, for example npx playwright install --with-deps.",
    },
    {
        signs: /ended with exit code 127\b|^(?:\S*\/)?(?:ba|da|z)?sh: .*not found$|\bspawn \S+ ENOENT\b/im,
        todo: "A tool is missing on the machine: install it in gates.setup, or on the runner before the gates.",
    },
    {
        signs: /npm (?:ERR!|error) network|\bnetwork timeout at\b|read timed out.*pypi/i,
        todo: "The network broke off while packages were fetched.",
    },
];
function environmentFault(text) {
    return environment_fault_faults.find(({ signs }) => signs.test(text))?.todo;
}
const isCause = (failure) => failure.class === "environment" && failure.test === undefined;
function allClassed(failures) {
    const known = failures.map(classed);
    if (!known.some(isCause))
        return known;
    const rest = known.filter((failure) => !isCause(failure));
    return [
        ...known.filter(isCause),
        ...rest.map((failure) => (failure.test === undefined ? { ...failure, class: "environment" } : failure)),
    ];
}
function classed(failure) {
    if (failure.class !== undefined)
        return failure;
    const todo = environmentFault(`${failure.title}\n${failure.detail ?? ""}`);
    if (todo === undefined)
        return { ...failure, class: "new" };
    return { ...failure, class: "environment", suggestion: `${todo} It is not the code: retry the release then.` };
}

// EXTERNAL MODULE: ./node_modules/cvss4/dist/bundle.umd.js
var bundle_umd = __webpack_require__(33353);
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
const categories = [
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
const categoryOf = new Map(categories.flatMap(([category, cwes]) => cwes.split(" ").map((cwe) => [`CWE-${cwe}`, category])));
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

;// CONCATENATED MODULE: ./build/packages/gates/security/alerts.js



const alerts_pollEveryMs = 10_000;
async function alertFindings(kinds, timeoutMs, context) {
    const found = [];
    for (const kind of kinds) {
        const alerts = await awaited(kind, timeoutMs, context);
        if (alerts === undefined)
            return { findings: found, failures: [unanalysed(context.sha, timeoutMs)] };
        context.onProgress(`${alerts.length} open alerts of ${kind}`);
        found.push(...alerts.map(asFinding));
    }
    return { findings: found, failures: [] };
}
async function awaited(kind, timeoutMs, { openAlerts, clock, signal, onProgress }) {
    if (openAlerts === undefined)
        throw new Error("a gate of alerts needs the code host");
    const until = clock.now() + timeoutMs;
    for (let told = false;; told = true) {
        const alerts = await answered(openAlerts(kind), onProgress);
        const left = until - clock.now();
        if (alerts !== undefined || left <= 0)
            return alerts;
        if (!told)
            onProgress("waiting for the analysis of this commit by code scanning");
        await clock.sleep(Math.min(alerts_pollEveryMs, left), signal);
        signal.throwIfAborted();
    }
}
async function answered(asked, onProgress) {
    try {
        return await asked;
    }
    catch (thrown) {
        if (!(thrown instanceof faults/* ReleaseFault */.eB) || thrown.code !== "remote")
            throw thrown;
        onProgress(thrown.message);
        return undefined;
    }
}
function unanalysed(sha, timeoutMs) {
    return {
        title: `Code scanning has no analysis of ${sha.slice(0, 12)} after ${Math.round(timeoutMs / 1000)} s`,
        detail: "Without one, the absence of alerts proves nothing.",
        suggestion: "Let the workflow of code scanning run on pushes to release/** and hotfix/**, or give it more time: gates.security.timeout",
    };
}
function asFinding(alert) {
    const { ids, text, score, vectors, word, url, file, line, tags, package: holder, fixedIn } = alert;
    return finding({
        ids,
        text,
        severity: severityOf({ scores: [score], vectors, word }),
        ...(holder === undefined ? {} : { package: { name: holder.name } }),
        fixedIn,
        command: holder === undefined ? undefined : fixCommand(holder.ecosystem, holder.name, fixedIn),
        file,
        line,
        help: url,
        cwes: cwesIn(tags),
    });
}

;// CONCATENATED MODULE: ./build/packages/gates/security/allowances.js
function applyAllowances(findings, allowances, today) {
    const open = [];
    const allowed = [];
    for (const finding of findings) {
        const entries = allowances.filter((entry) => matches(entry, finding));
        const by = entries.find(({ expires }) => today <= expires);
        if (by !== undefined)
            allowed.push({ finding, by });
        else
            open.push({ finding, ...allowances_lastOf(entries) });
    }
    const unused = allowances.filter((entry) => !findings.some((finding) => matches(entry, finding)));
    return { open, allowed, unused };
}
function allowances_lastOf(entries) {
    const [lapsed] = entries.toSorted((a, b) => b.expires.localeCompare(a.expires));
    return lapsed === undefined ? {} : { lapsed };
}
const oneHole = /^(?:CVE-\d{4}-\d+|GHSA(?:-[0-9a-z]{4}){3})$/i;
function matches({ id, package: name, path }, found) {
    const isNamed = [found.ruleId, ...found.aliases].some((known) => known.toLowerCase() === id.toLowerCase());
    if (!isNamed)
        return false;
    if (name !== undefined && name !== found.package?.name)
        return false;
    if (path !== undefined)
        return found.file !== undefined && isAt(path, found.file);
    return found.package !== undefined && (name !== undefined || oneHole.test(id));
}
function isAt(path, file) {
    const plain = file.replace(/^\.\//, "");
    if (plain.split("/").includes(".."))
        return false;
    return path.endsWith("/") ? plain.startsWith(path) : plain === path;
}

;// CONCATENATED MODULE: ./build/packages/gates/security/merge-findings.js
function mergeFindings(reports) {
    let merged = [];
    for (const report of reports) {
        const taken = new Set();
        const added = [];
        const changed = new Map();
        for (const found of report) {
            const same = merged.find((known) => !taken.has(known) && isSame(known, found));
            if (same === undefined)
                added.push(found);
            else {
                taken.add(same);
                changed.set(same, joined(same, found));
            }
        }
        merged = [...merged.map((known) => changed.get(known) ?? known), ...added];
    }
    return merged;
}
const isAdvisory = (id) => /^(?:CVE|GHSA)-/i.test(id);
const idsOf = ({ ruleId, aliases }) => [ruleId, ...aliases];
function isSame(a, b) {
    if (a.package === undefined || b.package === undefined || a.package.name !== b.package.name)
        return false;
    if (differ(a.package.version, b.package.version) || differ(a.file, b.file))
        return false;
    const known = new Set(idsOf(a).map((id) => id.toLowerCase()));
    return idsOf(b).some((id) => isAdvisory(id) && known.has(id.toLowerCase()));
}
function differ(a, b) {
    return a !== undefined && b !== undefined && a !== b;
}
function joined(a, b) {
    const [worse, other] = b.score > a.score ? [b, a] : [a, b];
    const ids = [...new Set([...idsOf(worse), ...idsOf(other)])];
    const [first = worse.ruleId, ...aliases] = ids.toSorted((x, y) => merge_findings_rank(x) - merge_findings_rank(y));
    const holder = { name: "", ...other.package, ...worse.package };
    return {
        ...other,
        ...worse,
        package: holder,
        ruleId: first,
        aliases,
        cwes: [...new Set([...worse.cwes, ...other.cwes])],
    };
}
const merge_findings_rank = (id) => (/^CVE-/i.test(id) ? 0 : isAdvisory(id) ? 1 : 2);

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

;// CONCATENATED MODULE: ./build/packages/gates/readers/dotnet-list.js





const holder = schemas/* looseObject */._H3({
    id: schemas/* string */.YjP(),
    resolvedVersion: schemas/* string */.YjP(),
    vulnerabilities: schemas/* array */.YOg(schemas/* looseObject */._H3({ severity: schemas/* string */.YjP(), advisoryurl: schemas/* string */.YjP().optional() })).optional(),
});
const list = schemas/* looseObject */._H3({
    version: schemas/* number */.aig(),
    parameters: schemas/* string */.YjP(),
    problems: schemas/* array */.YOg(schemas/* looseObject */._H3({ text: schemas/* string */.YjP(), level: schemas/* string */.YjP().optional() })).optional(),
    projects: schemas/* array */.YOg(schemas/* looseObject */._H3({
        path: schemas/* string */.YjP(),
        frameworks: schemas/* array */.YOg(schemas/* looseObject */._H3({
            topLevelPackages: schemas/* array */.YOg(holder).optional(),
            transitivePackages: schemas/* array */.YOg(holder).optional(),
        }))
            .optional(),
    })),
});
function readDotnetList(text) {
    const { parameters, problems = [], projects } = shaped(list, parseJson(text), "the JSON of dotnet list package");
    if (!parameters.includes("--vulnerable"))
        throw new BrokenReport("it lists packages, not their holes", "Add --vulnerable to the command.");
    const [problem] = problems.filter(({ level }) => level !== "warning");
    if (problem !== undefined)
        throw new BrokenReport(`dotnet says: ${problem.text.slice(0, 200)}`, "Run dotnet restore before it.");
    if (projects.length === 0)
        throw new BrokenReport("it holds no project", "Name the solution or the project.");
    const packages = projects
        .flatMap(({ frameworks = [] }) => frameworks)
        .flatMap(({ topLevelPackages = [], transitivePackages = [] }) => [...topLevelPackages, ...transitivePackages]);
    const found = new Map(packages.flatMap(holesOf).map((hole) => [JSON.stringify(hole), hole]));
    return { findings: [...found.values()], suppressed: 0 };
}
function holesOf({ id: name, resolvedVersion: version, vulnerabilities = [], }) {
    return vulnerabilities.map(({ severity, advisoryurl: help }) => finding({
        ids: [/GHSA(?:-[0-9a-z]{4}){3}/i.exec(help ?? "")?.[0] ?? `nuget:${name}`],
        text: `${name} ${version} has a known hole`,
        severity: severityOf({ word: severity }),
        package: { name, version },
        help,
    }));
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
    const findings = [...found.values()].map((each) => govulncheck_asFinding(each, entries.get(each.osv), level === "symbol"));
    return { findings, suppressed: 0 };
}
function govulncheck_asFinding({ osv, fixed_version, trace }, entry, bySymbol) {
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






const npm_audit_whole = schemas/* number */.aig().int().nonnegative();
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
    metadata: schemas/* looseObject */._H3({ vulnerabilities: schemas/* looseObject */._H3({ total: npm_audit_whole }) }),
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
                cwes: cwesIn(listOf(each.cwe)),
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
    metadata: schemas/* looseObject */._H3({ vulnerabilities: schemas/* record */.g1P(schemas/* string */.YjP(), npm_audit_whole) }),
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
        data: schemas/* looseObject */._H3({ vulnerabilities: schemas/* record */.g1P(schemas/* string */.YjP(), npm_audit_whole) }),
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
        cwes: cwesIn(listOf(each.cwe)),
    });
}
const refusal = schemas/* looseObject */._H3({
    message: schemas/* string */.YjP().optional(),
    error: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* looseObject */._H3({ summary: schemas/* string */.YjP().optional() })]),
});
function refuseError(document) {
    const { data } = refusal.safeParse(document);
    if (data === undefined)
        return;
    const inner = typeof data.error === "string" ? data.error : data.error.summary;
    const told = [data.message, inner].find((each) => each !== undefined && each !== "") ?? "no message";
    throw new BrokenReport(`the audit failed: ${told.slice(0, 200)}`, "See whether the registry can be reached and has an audit.");
}
function cvssOf(given) {
    return { scores: [given?.score], vectors: [given?.vectorString] };
}
function listOf(value) {
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
    if (byIndex !== undefined && (id === undefined || sarif_matches(byIndex, id)))
        return byIndex;
    if (id === undefined)
        return undefined;
    return [owner, tool.driver, ...extensions]
        .flatMap(({ rules = [] }) => rules)
        .find((candidate) => sarif_matches(candidate, id));
}
function sarif_matches({ id }, wanted) {
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
const trivy_lines = schemas/* looseObject */._H3({ StartLine: schemas/* number */.aig().optional() });
const misconfiguration = schemas/* looseObject */._H3({
    ID: schemas/* string */.YjP(),
    Title: schemas/* string */.YjP().optional(),
    Message: schemas/* string */.YjP().optional(),
    Resolution: schemas/* string */.YjP().optional(),
    Severity: schemas/* string */.YjP(),
    Status: schemas/* string */.YjP().optional(),
    PrimaryURL: schemas/* string */.YjP().optional(),
    CauseMetadata: trivy_lines.nullish(),
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
const parse_findings_formats = [
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
        title: "the JSON of dotnet list package",
        recognises: ({ head }) => /^\{\s*"version"\s*:\s*\d+\s*,\s*"parameters"\s*:/.test(head),
        read: readDotnetList,
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
        return readFormat(text, parse_findings_formats, "reports of scanners");
    });
}

;// CONCATENATED MODULE: ./build/packages/gates/security/security-failures.js

const shownFindings = 20;
function security_failures_describe(open, blockAt) {
    const blocking = open
        .filter(({ finding }) => finding.score >= blockAt)
        .toSorted((a, b) => b.finding.score - a.finding.score);
    const shown = blocking.slice(0, shownFindings).map(describeOne);
    const hidden = blocking.length - shown.length;
    if (hidden === 0)
        return shown;
    return [
        ...shown,
        { title: `${hidden} more findings of CVSS ${blockAt} or more`, suggestion: "See the scanner's report." },
    ];
}
function describeOne({ finding, lapsed }) {
    const { ruleId, text, scoreFrom, file, line } = finding;
    const place = file === undefined ? "" : ` in ${file}${line === undefined ? "" : `:${line}`}`;
    const isOurs = file !== undefined && !(0,external_node_path_.isAbsolute)(file) && !file.startsWith("..") && !/^[a-z]+:/i.test(file);
    const expired = lapsed === undefined ? "" : `It was accepted until ${lapsed.expires}, and blocks again since: ${lapsed.reason}`;
    return {
        title: `${ruleId} (${scoreFrom})${packageOf(finding)}${place}`,
        detail: [text.slice(0, 600), classOf(finding), expired].filter((part) => part !== "").join("\n"),
        ...(isOurs ? { file } : {}),
        ...(isOurs && line !== undefined ? { line } : {}),
        suggestion: remedy(finding, place),
    };
}
function security_failures_placeOf({ package: holder, file }) {
    if (holder === undefined)
        return file ?? "no place";
    return holder.version === undefined ? holder.name : `${holder.name} ${holder.version}`;
}
function packageOf(found) {
    return found.package === undefined ? "" : `: ${security_failures_placeOf(found)}`;
}
function classOf({ cwes, owasp, aliases }) {
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
    return `No version is known that corrects it: replace ${holder.name}, or have the finding accepted: gates.security.allow on the target branch.${more}`;
}

;// CONCATENATED MODULE: ./build/packages/gates/security/security-gate.js










const security_gate_critical = 9;
const high = 7;
async function securityGate(context) {
    const settings = context.settings.security;
    if (settings === undefined)
        return { failures: [notConfigured("security")] };
    const scanned = settings.alerts === undefined
        ? await scanAll(settings, context)
        : [await alertFindings(settings.alerts, settings.timeout, context)];
    if (scanned.length === 0)
        return { failures: [notConfigured("security")] };
    const findings = mergeFindings(scanned.map((one) => one.findings)).map((one) => inside(one, context.directory));
    const broken = scanned.flatMap((one) => one.failures);
    const policy = (await context.securityPolicy?.()) ?? { entries: [], from: "" };
    const blockAt = Math.min(settings.blockAt, policy.blockAt ?? settings.blockAt);
    const today = new Date(context.clock.now()).toISOString().slice(0, 10);
    const judged = applyAllowances(findings, policy.entries, today);
    const failures = security_failures_describe(judged.open, blockAt);
    const unused = broken.length > 0 ? [] : judged.unused.map((entry) => noticeOf(entry, policy));
    const notices = [...unused, ...stricter(settings.blockAt, policy)];
    for (const notice of notices)
        context.onProgress(notice);
    const allowed = allowedOf(judged, blockAt, policy);
    const metrics = {
        gate: "security",
        ...security_gate_count(findings),
        ...(allowed.length === 0 ? {} : { allowed }),
        ...(notices.length === 0 ? {} : { notices }),
    };
    const measured = scanned.every((one) => one.failures.length > 0) && findings.length === 0 ? {} : { metrics };
    return { failures: [...broken, ...failures], ...measured };
}
async function scanAll(settings, context) {
    const isOurs = settings.scanners.every(({ why }) => why !== undefined);
    const scanners = [...settings.scanners, ...(isOurs ? await installedScanners(context.env) : [])];
    const until = context.clock.now() + settings.timeout;
    const scanned = [];
    for (const scanner of scanners) {
        if (scanner.why !== undefined)
            context.onProgress(`scanner: ${scanner.why}`);
        scanned.push(await scan(scanner, { timeoutMs: Math.max(1, until - context.clock.now()), settings, context }));
    }
    return scanned;
}
async function scan({ command, report }, { timeoutMs, settings, context }) {
    const before = await beforeReport(context.directory, report);
    const result = await runProject({ command, timeoutMs }, context);
    const late = timeOutFailure(command, result, settings.timeout, "gates.security.timeout");
    if (late !== undefined)
        return { findings: [], failures: [late] };
    const text = await readReport(before, "gates.security.report");
    const read = "failure" in text ? text : parseFindings(text.value, report);
    if ("failure" in read) {
        const exit = result.exitCode === 0 ? [] : [exitFailure(command, result, "it should have written a report")];
        return { findings: [], failures: [read.failure, ...exit] };
    }
    const { findings, suppressed } = read.value;
    if (suppressed > 0)
        context.onProgress(`${suppressed} findings are suppressed in ${report}`);
    const explained = result.exitCode === 0 || (result.exitCode === 1 && findings.length > 0);
    const says = findings.length === 0 ? "its report is clean" : "findings alone do not explain it";
    return { findings, failures: explained ? [] : [exitFailure(command, result, says)] };
}
function inside(found, directory) {
    return found.file === undefined ? found : { ...found, file: inCheckout(found.file, directory) };
}
function security_gate_count(findings) {
    const criticalIssues = findings.filter(({ score }) => score >= security_gate_critical).length;
    const highIssues = findings.filter(({ score }) => score >= high && score < security_gate_critical).length;
    const categories = findings.flatMap(({ owasp }) => owasp ?? []).toSorted();
    const owasp = Object.fromEntries(categories.map((name) => [name, categories.filter((one) => one === name).length]));
    const otherIssues = findings.length - criticalIssues - highIssues;
    return { criticalIssues, highIssues, otherIssues, ...(categories.length === 0 ? {} : { owasp }) };
}
function allowedOf({ allowed }, blockAt, { from }) {
    return allowed
        .filter(({ finding }) => finding.score >= blockAt)
        .map(({ finding, by: { reason, expires } }) => ({
        id: finding.ruleId,
        score: finding.score,
        place: security_failures_placeOf(finding),
        mapped: classOf({ ...finding, aliases: [] }),
        reason,
        expires,
        from,
    }));
}
function stricter(here, { blockAt = here, from }) {
    if (blockAt >= here)
        return [];
    return [
        `gates.security.blockAt is ${here} on the branch under release and ${blockAt} on the target branch (${from}): ${blockAt} counts. Raise it there first.`,
    ];
}
function noticeOf({ id, package: name, path, expires }, { from }) {
    const where = [name, path].filter((part) => part !== undefined).join(", ");
    const bare = name === undefined && path === undefined && !/^(?:CVE|GHSA)-/i.test(id) ? " It needs a path." : "";
    return `The allow-list (${from}) accepts ${id}${where === "" ? "" : ` in ${where}`} until ${expires}, and no finding is that.${bare} Take it out.`;
}

;// CONCATENATED MODULE: ./build/packages/gates/shards/shards.js







async function inShards(gate, context, run) {
    const settings = context.settings[gate];
    const total = settings?.shards ?? 1;
    if (settings === undefined || total === 1 || context.shard !== undefined)
        return run(context);
    const shards = Array.from({ length: total }, (_, at) => ({ index: at + 1, total }));
    const one = (shard) => {
        context.onProgress(`shard ${shard.index} of ${total}`);
        return run({ ...context, shard });
    };
    if (context.parallel === true && sharesNoFile(settings))
        return joinShards(gate, await Promise.all(shards.map(one)), context.settings);
    const found = [];
    for (const shard of shards) {
        found.push(await one(shard));
        if (found.at(-1)?.failures.length !== 0)
            break;
    }
    return joinShards(gate, found, context.settings);
}
function joinShards(gate, found, settings) {
    const failures = found.flatMap((one) => one.failures);
    const measured = found.flatMap(({ metrics }) => metrics ?? []);
    const tests = testsSeen(found);
    if (measured.length < found.length)
        return { failures, ...tests };
    if (gate === "e2e") {
        const metrics = allJourneys(measured);
        const whole = found.length === settings.e2e?.shards;
        const walked = metrics.journeys.filter(({ status }) => status !== "skipped");
        const missing = whole ? browsersNotWalked(settings.e2e?.browsers ?? [], walked) : [];
        return { failures: [...failures, ...missing], metrics, ...tests };
    }
    const coverage = allLines(found);
    if ("title" in coverage)
        return { failures: [...failures, coverage], ...tests };
    const bound = settings.unit?.minimumCoverage ?? 100;
    const whole = found.length === settings.unit?.shards;
    return {
        failures: [...failures, ...(whole ? tooLittle(coverage, bound) : [])],
        metrics: allTests(measured, coverage.percent, bound),
        ...tests,
    };
}
function allLines(found) {
    try {
        const ours = new Set(found.flatMap(({ lines = [] }) => lines.flatMap((one) => (one.ours ? [one.file] : []))));
        return mergeCoverage(found.map(({ lines = [] }) => unpackLines(lines)), (file) => ours.has(file));
    }
    catch (thrown) {
        if (!(thrown instanceof BrokenReport))
            throw thrown;
        return { title: `The coverage of the shards proves nothing: ${thrown.message}`, suggestion: thrown.suggestion };
    }
}
function allTests(measured, coverage, requiredCoverage) {
    const units = measured.flatMap((one) => (one.gate === "unit" ? [one] : []));
    return {
        gate: "unit",
        coverage,
        requiredCoverage,
        totalTests: units.reduce((sum, one) => sum + one.totalTests, 0),
        failedTests: units.reduce((sum, one) => sum + one.failedTests, 0),
    };
}
function allJourneys(measured) {
    const walks = measured.flatMap((one) => (one.gate === "e2e" ? [one] : []));
    return {
        gate: "e2e",
        journeysPassed: walks.reduce((sum, one) => sum + one.journeysPassed, 0),
        journeysFailed: walks.reduce((sum, one) => sum + one.journeysFailed, 0),
        journeys: walks.flatMap(({ journeys }) => journeys),
    };
}
function testsSeen(found) {
    const seen = found.flatMap(({ tests }) => tests ?? []);
    if (seen.length === 0)
        return {};
    const tests = testsOf({
        slowest: seen.flatMap(({ slowest }) => slowest),
        failed: seen.flatMap(({ failed }) => failed),
        flaky: seen.flatMap(({ flaky }) => flaky),
    });
    return { tests };
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
    const done = await withDevelopment(context, async (development) => {
        const { baseUrl, env } = development;
        const result = await (0,packages_smoke/* runSmoke */.Lw)(smoke, {
            baseUrl,
            env,
            clock,
            signal,
            production,
            commands: { directory, env: cleanEnvironment(context.env, env) },
            ...(only === undefined ? {} : { only }),
            ...(changed === undefined ? {} : { changed }),
        });
        const failed = result.checks.filter(({ status }) => status === "failed").map(asFailure);
        return { ...result, failures: await besideApplication(failed, development) };
    });
    if ("failure" in done)
        return { failures: [done.failure] };
    const { checks, categoriesPassed, categoriesFailed, failures } = done.value;
    for (const { category, name, status, durationMs } of checks)
        onProgress(`${category}: ${name}: ${status} (${durationMs} ms)`);
    const tests = testsOf({
        slowest: checks.map((check) => ({ name: fullName(check), durationMs: check.durationMs })),
        failed: checks.filter(({ status }) => status === "failed").map(fullName),
        flaky: [],
    });
    return { failures, metrics: { gate: "smoke", categoriesPassed, categoriesFailed, checks }, tests };
}
const fullName = ({ category, name }) => `${category}: ${name}`;
function asFailure({ category, name, detail }) {
    return {
        title: `Smoke check failed: ${category}: ${name}`,
        ...(detail === undefined ? {} : { detail }),
        test: nameOf(`${category}: ${name}`),
        suggestion: advice[category],
    };
}

;// CONCATENATED MODULE: ./build/packages/gates/run-gate.js













const gates = {
    security: securityGate,
    dod: dodGate,
    unit: unitGate,
    integration: async (context) => testGate("integration", context),
    smoke: smokeGate,
    e2e: async (context) => (await criticalJourneys(context)) ?? inShards("e2e", context, e2eGate),
};
async function unitGate(context) {
    const everything = async () => inShards("unit", context, (shard) => testGate("unit", shard));
    if (context.only !== "critical" || context.settings.unit === undefined)
        return everything();
    const narrowed = await affectedTests(context);
    if ("finding" in narrowed)
        return narrowed.finding;
    context.onProgress(`everything runs: ${narrowed.everything}`);
    return { ...(await everything()), scope: `everything: ${narrowed.everything}` };
}
async function runGate(gate, context) {
    return (await measured(gate, context)).outcome;
}
async function runShard(gate, context) {
    return measured(gate, context);
}
function outcomeOfShards(gate, ends, settings) {
    const [{ outcome }] = ends;
    const found = ends.map(({ outcome: { failures, metrics, tests }, lines }) => ({
        failures,
        ...(metrics === undefined ? {} : { metrics }),
        ...(tests === undefined ? {} : { tests }),
        ...(lines === undefined ? {} : { lines }),
    }));
    const executionTimeMs = Math.max(...ends.map((end) => end.outcome.executionTimeMs));
    const joined = outcomeOf(gate, joinShards(gate, found, settings), { sha: outcome.sha, executionTimeMs });
    return ends.some((end) => end.outcome.notRun === true) ? { ...joined, notRun: true } : joined;
}
async function measured(gate, context) {
    context.signal.throwIfAborted();
    const started = context.clock.now();
    const { lines, ...finding } = shown(await findingOf(gate, context), context);
    context.signal.throwIfAborted();
    const executionTimeMs = Math.round(context.clock.now() - started);
    return {
        outcome: outcomeOf(gate, finding, { sha: context.sha, executionTimeMs }),
        ...(lines === undefined ? {} : { lines }),
    };
}
function outcomeOf(gate, { failures, metrics, tests, check, scope }, ran) {
    return {
        gate,
        status: failures.length === 0 ? "passed" : "failed",
        ...ran,
        targetMs: machine/* gateTargetMs */.vs[gate],
        ...(metrics === undefined ? {} : { metrics }),
        ...(tests === undefined ? {} : { tests }),
        ...(check === undefined ? {} : { check }),
        ...(scope === undefined ? {} : { scope }),
        failures,
    };
}
function shown({ failures, tests, ...rest }, { development }) {
    const secrets = (0,packages_smoke/* secretsOf */.Fj)(development?.env ?? {});
    const hide = (text) => (0,packages_smoke/* hideSecrets */.s0)(text, secrets);
    const clean = allClassed(failures).map(({ title, suggestion, detail, test, log, ...failure }) => ({
        ...failure,
        title: hide(title),
        suggestion: hide(suggestion),
        ...(detail === undefined ? {} : { detail: hide(detail) }),
        ...(test === undefined ? {} : { test: hide(test) }),
        ...(log === undefined ? {} : { log: { file: log.file, lines: log.lines.map(hide) } }),
    }));
    return { ...rest, ...(tests === undefined ? {} : { tests: named(tests, hide) }), failures: clean };
}
function named({ slowest, failed, flaky }, hide) {
    return {
        slowest: slowest.map(({ name, durationMs }) => ({ name: hide(name), durationMs })),
        failed: failed.map(hide),
        flaky: flaky.map(hide),
    };
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
    return result.exitCode === 0 ? undefined : classed(exitFailure(setup, result, "every gate needs it"));
}

;// CONCATENATED MODULE: ./build/packages/gates/index.js









/***/ }),

/***/ 11438:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ isMedia)
/* harmony export */ });
const begins = /^(?:89504e47|ffd8ff|47494638|1a45dfa3|774f4632|774f4646|52494646.{8}57454250|00000[0-9a-f]{3}66747970)/;
function isMedia(bytes) {
    return begins.test(Buffer.from(bytes.subarray(0, 12)).toString("hex"));
}


/***/ }),

/***/ 42208:
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

/***/ 68131:
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

/***/ 96615:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $H: () => (/* reexport */ hasCommands),
  s0: () => (/* reexport */ hideSecrets),
  AZ: () => (/* reexport */ productionHost),
  Lw: () => (/* reexport */ runSmoke),
  Fj: () => (/* reexport */ secretsOf)
});

// EXTERNAL MODULE: ./build/packages/scrub/index.js + 18 modules
var scrub = __webpack_require__(48611);
;// CONCATENATED MODULE: ./build/packages/smoke/detail.js

const maxLength = 500;
const shortestSecret = 4;
function asDetail(text, secrets) {
    const clean = hideSecrets(text, secrets);
    return clean.length <= maxLength ? clean : `${clean.slice(0, maxLength - 1)}…`;
}
function hideSecrets(text, secrets) {
    const longestFirst = secrets.filter(({ length }) => length >= shortestSecret).toSorted((a, b) => b.length - a.length);
    const exact = longestFirst.reduce((clean, secret) => clean.replaceAll(secret, "[REDACTED]"), text);
    return (0,scrub.createScrubber)({ secrets: longestFirst }).text(exact);
}
function secretsOf(env) {
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
var check_failure = __webpack_require__(42208);
;// CONCATENATED MODULE: ./build/packages/smoke/isolation.js

const defaultPorts = {
    "http:": "80",
    "https:": "443",
    "postgres:": "5432",
    "mysql:": "3306",
    "redis:": "6379",
    "mongodb:": "27017",
};
const sameScheme = {
    "postgresql:": "postgres:",
    "mariadb:": "mysql:",
    "rediss:": "redis:",
};
function databasePlaces(text) {
    const [, start = "", account = "", hosts = "", rest = ""] = /^([a-z+]+:\/\/)(.*@)?([^/?#@]*)(.*)$/is.exec(text) ?? [];
    return hosts.split(",").flatMap((host) => {
        const one = `${start}${account}${host}${rest}`;
        if (start === "" || !URL.canParse(one))
            return [];
        const url = new URL(one);
        const scheme = sameScheme[url.protocol] ?? url.protocol;
        if (scheme === "http:" || scheme === "https:")
            return [];
        return [`${scheme}//${hostOf(url, scheme)}${url.pathname.replace(/\/+$/, "")}`];
    });
}
function refuseProductionDatabase(url, urlFrom, { production = [] }) {
    const theirs = new Set(production.flatMap(databasePlaces));
    if (!production.includes(url) && !databasePlaces(url).some((place) => theirs.has(place)))
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
    const secrets = [...secretsOf(around.env), ...(attempt.secrets?.() ?? [])];
    const show = (text) => asDetail(text, secrets);
    if (failure !== undefined) {
        const tried = tries === 1 ? "" : ` (tried ${tries === 2 ? "twice" : `${tries} times`})`;
        const detail = show(`${failure.message}${tried}, after ${durationMs} ms${category === "external" ? "" : adviceFor(failure)}`);
        return { check: { category, name, status: "failed", durationMs, detail }, failure };
    }
    const passed = { category, name, status: "passed", durationMs };
    if (first === undefined)
        return { check: passed };
    return { check: { ...passed, detail: show(`Passed when tried again; before: ${first.message}`) } };
}
function adviceFor({ status, lacksCapture }) {
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

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./build/packages/process/index.js + 7 modules
var process = __webpack_require__(31359);
;// CONCATENATED MODULE: ./build/packages/smoke/command.js




const maxOutputBytes = 64 * 1024;
async function commandCheck(category, check, around) {
    return runCheck({ category, name: check.name, run: async () => runCommand(check, around) }, around);
}
async function runCommand({ command, timeout }, around) {
    const { commands, baseUrl, signal } = around;
    if (commands === undefined) {
        throw new check_failure/* CheckFailure */.j("commands need a checkout of the project, and there is none here", { transient: false });
    }
    const timeoutMs = timeout ?? around.timeoutMs;
    const result = await (0,process/* runShell */.E5)(command, {
        cwd: commands.directory,
        env: { ...commands.env, BASE_URL: baseUrl },
        inheritEnv: false,
        signal,
        timeoutMs,
        maxOutputBytes,
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
;// CONCATENATED MODULE: ./build/packages/smoke/databases/registry.js
const drivers = new Map([
    ["postgres", async () => Promise.all(/* import() */[__webpack_require__.e(1597), __webpack_require__.e(9991)]).then(__webpack_require__.bind(__webpack_require__, 39991))],
    ["postgresql", async () => Promise.all(/* import() */[__webpack_require__.e(1597), __webpack_require__.e(9991)]).then(__webpack_require__.bind(__webpack_require__, 39991))],
    ["mysql", async () => Promise.all(/* import() */[__webpack_require__.e(6641), __webpack_require__.e(6688)]).then(__webpack_require__.bind(__webpack_require__, 76688))],
    ["mariadb", async () => Promise.all(/* import() */[__webpack_require__.e(6641), __webpack_require__.e(6688)]).then(__webpack_require__.bind(__webpack_require__, 76688))],
    ["redis", async () => Promise.all(/* import() */[__webpack_require__.e(3439), __webpack_require__.e(3243), __webpack_require__.e(4217)]).then(__webpack_require__.bind(__webpack_require__, 4217))],
    ["rediss", async () => Promise.all(/* import() */[__webpack_require__.e(3439), __webpack_require__.e(3243), __webpack_require__.e(4217)]).then(__webpack_require__.bind(__webpack_require__, 4217))],
    ["mongodb", async () => Promise.all(/* import() */[__webpack_require__.e(806), __webpack_require__.e(7444)]).then(__webpack_require__.bind(__webpack_require__, 17444))],
    ["mongodb+srv", async () => Promise.all(/* import() */[__webpack_require__.e(806), __webpack_require__.e(7444)]).then(__webpack_require__.bind(__webpack_require__, 17444))],
]);
const schemes = [...drivers.keys()];
async function findDriver(url) {
    const scheme = /^([a-z][a-z0-9+]*):\/\//i.exec(url)?.[1]?.toLowerCase();
    const load = scheme === undefined ? undefined : drivers.get(scheme);
    return load === undefined ? undefined : (await load()).driver;
}

// EXTERNAL MODULE: ./build/packages/smoke/databases/store.js
var store = __webpack_require__(68131);
// EXTERNAL MODULE: ./build/packages/smoke/transport.js
var transport = __webpack_require__(13986);
;// CONCATENATED MODULE: ./build/packages/smoke/database.js







async function checkDatabase(check, around) {
    const timeoutMs = check.timeout ?? around.timeoutMs;
    const at = { check, around, timeoutMs };
    try {
        await ask(at, check.urlFrom, "roundTrip");
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
        await ask(at, urlFrom, "read");
        return `its read replica (${urlFrom}) answers in ${Math.round(clock.now() - started)} ms, so reading still works`;
    }
    catch (thrown) {
        at.around.signal.throwIfAborted();
        if (!(thrown instanceof check_failure/* CheckFailure */.j))
            throw thrown;
        return `its read replica fails too: ${thrown.message}`;
    }
}
async function ask({ check, around, timeoutMs }, urlFrom, task) {
    const url = urlOf(urlFrom, around.env);
    refuseProductionDatabase(url, urlFrom, around);
    const driver = await findDriver(url);
    if (driver === undefined)
        throw failed(`${urlFrom} is no connection URL: it must begin with one of ${schemes.join(", ")}, then ://`);
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
    throw failed(`${urlFrom} is not set: put the connection URL into the variable ${urlFrom} of this environment (environments.<name>.env.${urlFrom})`);
}
function database_open(driver, access, urlFrom) {
    try {
        return driver.open(access);
    }
    catch (thrown) {
        throw failed(`${urlFrom} is no connection URL: it must read ${driver.example}, where need be with user:password@ before the host`, thrown);
    }
}
function tlsOf({ tls }, env) {
    if (tls === undefined || tls === false)
        return undefined;
    if (tls === true)
        return {};
    const ca = Object.hasOwn(env, tls.caFrom) ? env[tls.caFrom] : undefined;
    if (ca?.includes("BEGIN CERTIFICATE") !== true)
        throw failed(`${tls.caFrom} holds no certificate: it must be PEM text`);
    return { ca };
}
async function rejection(signal) {
    if (!signal.aborted)
        await (0,external_node_events_.once)(signal, "abort");
    signal.throwIfAborted();
    throw failed("hung up");
}
function databaseFailure(thrown, driver, { urlFrom, timeoutMs }) {
    if (thrown instanceof store/* MarkLostError */.k5)
        return failed(`Database of ${urlFrom}: ${thrown.message}`, thrown);
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
function failed(message, cause) {
    return new check_failure/* CheckFailure */.j(message, { transient: false, cause });
}

// EXTERNAL MODULE: external "node:dns/promises"
var promises_ = __webpack_require__(71553);
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
        const resolve = this.#rules.resolve ?? (async (name) => (0,promises_.lookup)(name, { all: true }));
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
    if (around.only !== "critical" && around.outages !== "shown")
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
        isCommand(path) ? await commandCheck("paths", path, around) : await walk(path, around, index),
    ]));
}
async function walk({ name, steps }, around, index) {
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

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
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
    const names = productionCredentials(env, secretsOf(env), production);
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






/***/ }),

/***/ 13986:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CA: () => (/* binding */ errorCode),
/* harmony export */   IS: () => (/* binding */ tlsReason),
/* harmony export */   _F: () => (/* binding */ fieldOf),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   bR: () => (/* binding */ transientReason),
/* harmony export */   qO: () => (/* binding */ transportFailure)
/* harmony export */ });
/* harmony import */ var _check_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42208);

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


/***/ })

};
