export const id = 8332;
export const ids = [8332];
export const modules = {

/***/ 48332:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  no: () => (/* reexport */ board),
  UD: () => (/* reexport */ compare),
  ze: () => (/* reexport */ dashboard),
  p0: () => (/* reexport */ duration),
  UV: () => (/* reexport */ firstLines),
  Xk: () => (/* reexport */ flakyTests),
  CQ: () => (/* reexport */ following),
  M3: () => (/* reexport */ gateDetails),
  I3: () => (/* reexport */ gateNumbers),
  vK: () => (/* reexport */ howOften),
  BH: () => (/* reexport */ pullRequestBodies),
  releaseReport: () => (/* reexport */ releaseReport),
  F3: () => (/* reexport */ rollbackReport),
  timeline: () => (/* reexport */ timeline)
});

// UNUSED EXPORTS: event, outcome, overridesOf

;// CONCATENATED MODULE: ./build/packages/report/emergency.js
function emergencyLine({ plan, emergency }) {
    const { by, reason } = emergency ?? { by: plan.initiatedBy, reason: plan.emergency };
    return reason === undefined ? undefined : `EMERGENCY, by ${by}: windows and freezes do not hold it: ${reason}`;
}

// EXTERNAL MODULE: ./build/packages/machine/index.js + 16 modules
var machine = __webpack_require__(53673);
;// CONCATENATED MODULE: ./build/packages/report/text.js
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
function duration(ms) {
    if (Math.round(ms) < 1000)
        return `${Math.max(0, Math.round(ms))} ms`;
    if (ms < minuteMs - 50)
        return `${(ms / 1000).toFixed(1)} s`;
    if (ms < hourMs - 500)
        return twoUnits(Math.round(ms / 1000), 60, "min", "s");
    if (ms < dayMs - minuteMs / 2)
        return twoUnits(Math.round(ms / minuteMs), 60, "h", "min");
    return twoUnits(Math.round(ms / hourMs), 24, "d", "h");
}
function twoUnits(small, perBig, big, unit) {
    return `${Math.floor(small / perBig)} ${big} ${String(small % perBig).padStart(2, "0")} ${unit}`;
}
function moment(iso) {
    return iso.slice(0, 19).replace("T", " ");
}
function mark(status) {
    return marks.get(status) ?? cell(status);
}
const marks = new Map([
    ["passed", "✅ passed"],
    ["failed", "❌ failed"],
    ["overridden", "⚠ failed, overridden"],
    ["provisional", "🕓 provisional"],
    ["not-applicable", "➖ not applicable"],
    ["skipped", "➖ skipped"],
]);
const invisible = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu;
const maxLength = 500;
function printable(text) {
    return text.replaceAll(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, " ").replaceAll(invisible, "");
}
function oneLine(text) {
    const line = printable(text).replaceAll(/\s+/g, " ").trim();
    if (line.length <= maxLength)
        return line;
    return `${line.slice(0, maxLength).replace(/\p{Surrogate}$/u, "")}…`;
}
function cell(text) {
    return (oneLine(text)
        .replaceAll(/[\\`*~|[\]$]/g, String.raw `\$&`)
        .replaceAll(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, String.raw `\_`)
        .replaceAll(/&(?=#?\w{1,31};)/g, "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;")
        .replaceAll(/@(?=\w)/g, "@\u200B")
        .replaceAll(/\b(clos(?:e[sd]?)|fix(?:e[sd])?|resolve[sd]?)(?=:?\s+\S*(?:#|GH-|\/)\S*\d)/gi, "$1\u200B")
        .replace(/^(?:#+(?=\s|$)|[-+=](?=[-+=\s]|$)|\d{1,9}(?=[.)](?:\s|$)))/, escapeOpening));
}
function escapeOpening(opening) {
    return /\d/.test(opening) ? `${opening}\u200B` : `\\${opening}`;
}
function code(text) {
    const line = oneLine(text);
    if (line === "")
        return "";
    const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = "`".repeat(longest + 1);
    const pad = /^[` ]|[` ]$/.test(line) ? " " : "";
    return `${fence}${pad}${line}${pad}${fence}`;
}
function address(url) {
    return /^https?:\/\/[^\s<>"|`]+$/.test(url) ? `<${url}>` : cell(url);
}
const row = (cells) => `| ${cells.join(" | ")} |`;
function table(head, rows) {
    const rule = head.map((name) => (name.endsWith(":") ? "---:" : "---"));
    return [row(head.map((name) => name.replace(/:$/, ""))), row(rule), ...rows.map(row)].join("\n");
}
function percent(ratio) {
    return `${(ratio * 100).toFixed(1)} %`;
}

;// CONCATENATED MODULE: ./build/packages/report/overrides.js


function overridesOf({ plan, gates }) {
    return plan.gates.flatMap((gate) => {
        const override = (0,machine/* overrideOf */.Oe)(plan, gate);
        if (override === undefined)
            return [];
        const outcome = gates.get(gate);
        const standing = outcome === undefined ? "open" : (0,machine/* standingOf */.YP)(plan, outcome);
        return [{ ...override, by: plan.initiatedBy, standing }];
    });
}
const words = {
    overridden: "failed, and the release goes on",
    passed: "passed: the override was not needed",
    failed: "was not tested at all: its override does not count",
    open: "has not run yet, and may fail",
};
function overrideLines(record) {
    return overridesOf(record).map(({ gate, by, reason, standing }) => `⚠ gate ${gate} overridden by ${by}: ${reason} (it ${words[standing]})`);
}
function overrideList(record) {
    return overridesOf(record)
        .map(({ gate, by, reason, standing }) => `- ⚠ Gate \`${gate}\` ${words[standing]}. Overridden by ${cell(by)}: ${cell(reason)}`)
        .join("\n");
}
function gateWord(record, gate) {
    const outcome = record.gates.get(gate);
    return outcome === undefined ? undefined : (0,machine/* standingOf */.YP)(record.plan, outcome);
}

;// CONCATENATED MODULE: ./build/packages/report/allowed.js



function allowedOf({ gates }) {
    const metrics = gates.get("security")?.metrics;
    return metrics?.gate === "security" ? (metrics.allowed ?? []) : [];
}
function firstLines(record) {
    const allowed = allowedOf(record).map(({ id, score, place, reason, expires, from }) => `⚠ finding ${id} (CVSS ${score.toFixed(1)}, ${place}) is allowed until ${expires} by ${from}: ${reason}`);
    const emergency = emergencyLine(record);
    return [...(emergency === undefined ? [] : [`🚨 ${emergency}`]), ...overrideLines(record), ...allowed];
}
function allowedList(record) {
    return allowedOf(record)
        .map(({ id, score, place, mapped, reason, expires, from }) => {
        const classes = mapped === "" ? "" : ` (${cell(mapped)})`;
        return `- ⚠ ${cell(id)}, CVSS ${score.toFixed(1)}, in ${cell(place)}${classes}: allowed until ${cell(expires)} by ${cell(from)}. ${cell(reason)}`;
    })
        .join("\n");
}
function owaspNumbers(owasp = {}) {
    return Object.entries(owasp)
        .map(([category, count]) => `${count} × ${category}`)
        .join(", ");
}

;// CONCATENATED MODULE: ./build/packages/report/flaky.js
function flakyTests(releases) {
    const runs = releases.flatMap(runsOf);
    const gates = [...new Set(runs.map(({ result }) => result.gate))];
    return gates
        .flatMap((gate) => flakyIn(gate, runs.filter(({ result }) => result.gate === gate)))
        .toSorted((a, b) => b.times - a.times);
}
function runsOf({ record, facts }) {
    return facts.flatMap((fact) => fact.type === "gate-finished" && fact.tests !== undefined
        ? [{ release: record.id, openedAt: record.openedAt, code: codeOf({ record, facts }, fact.sha), result: fact }]
        : []);
}
function codeOf({ record, facts }, sha) {
    const prepared = facts.findLast((fact) => fact.type === "branch-prepared" && fact.sha === sha);
    const isOurs = prepared?.type === "branch-prepared" && prepared.reviewed !== true;
    return isOurs && record.plan.releaseType === "standard" ? record.plan.baseSha : sha;
}
function flakyIn(gate, runs) {
    const passed = new Set(runs.filter(({ result }) => result.status === "passed").map(({ code }) => code));
    const seen = new Map();
    for (const { release, openedAt, code, result } of runs) {
        const names = [...(result.tests?.flaky ?? []), ...(passed.has(code) ? (result.tests?.failed ?? []) : [])];
        for (const name of names)
            seen.set(name, new Map(seen.get(name)).set(release, openedAt));
    }
    const of = new Set(runs.map(({ release }) => release)).size;
    return [...seen].map(([name, releases]) => ({
        gate,
        name,
        times: releases.size,
        of,
        since: [...releases.values()].toSorted()[0] ?? "",
    }));
}
function howOften({ times, of, since }) {
    return `${times} of ${of} ${of === 1 ? "release" : "releases"}, since ${since.slice(0, 10)}`;
}

;// CONCATENATED MODULE: ./build/packages/report/advice.js

function adviceList(comparison) {
    return (comparison?.advice ?? [])
        .map(({ about, says, todo }) => `- **${about}**: ${cell(says)}\n  - → ${cell(todo)}`)
        .join("\n");
}
function adviceLines({ comparison }) {
    return (comparison?.advice ?? []).map(adviceLine);
}
function adviceLine({ about, says, todo }) {
    return `${about}: ${says} → ${todo}`;
}
function p95Column(comparison) {
    if (comparison === undefined)
        return { head: [], of: () => [] };
    const { releases, p95Ms } = comparison;
    return {
        head: [`p95 of ${releases}:`],
        of: (name) => {
            const ms = p95Ms[name];
            return [ms === undefined ? "–" : duration(ms)];
        },
    };
}

;// CONCATENATED MODULE: ./build/packages/report/redeploy.js


function stateName({ redeploy }, state) {
    return redeploy === undefined ? state : "redeploy";
}
function timingOf({ redeploy }, state) {
    return redeploy === undefined ? machine/* timing */.N9[state] : {};
}
const ends = {
    redeployed: "re-deployed",
    called_off: "re-deploy called off",
    escalation: "re-deploy failed, escalated",
};
function redeployOutcome({ suspended, redeploy, settled }) {
    if (redeploy === undefined)
        return undefined;
    if (suspended !== undefined && settled === undefined)
        return `waits for ${suspended.waitsFor} in its re-deploy`;
    return ends[redeploy.phase] ?? `re-deploy, ${redeploy.phase.replaceAll("_", " ")}`;
}
function redeployTable(record) {
    const { id, plan, redeploy, openedAt, lastAt, settled } = record;
    if (plan.redeploy === undefined)
        return undefined;
    const { environment, sha, reason } = plan.redeploy;
    return table(["", ""], [
        ["Re-deploy", id],
        ["Version", `${cell(plan.tag)} (${sha.slice(0, 7)}), the last good one of ${environment}`],
        ["Reason", cell(reason)],
        ["Phase", `${redeploy?.phase ?? ""}${redeploy?.reason === undefined ? "" : `: ${cell(redeploy.reason)}`}`],
        ["Started", `${openedAt} by ${cell(plan.initiatedBy)}`],
        [settled === undefined ? "Newest fact" : "Ended", lastAt],
        ["Duration", duration(Date.parse(lastAt) - Date.parse(openedAt))],
        ["Configuration", `SHA-256 ${cell(plan.configDigest.slice(0, 16))}…`],
    ]);
}

;// CONCATENATED MODULE: ./build/packages/report/waits.js



function waitingFor(record) {
    const texts = (0,machine/* movesFrom */.rL)(record.state)
        .filter((to) => to !== "failed" && to !== "rolled_back")
        .map((to) => (0,machine/* missingGuards */.Nu)(record, to) ?? [])
        .filter((missing) => !missing.some((name) => sidings.has(name)))
        .flatMap((missing) => missing.map((name) => machine/* guards */.DK[name].text));
    return [...new Set(texts)];
}
const sidings = new Set(["isHotfix", "isStandard", "treeIsUntested"]);
function standing(record) {
    if (record.settled !== undefined)
        return "";
    const { suspended, visits } = record;
    const missing = waitingFor(record);
    const next = missing.length === 0 ? "" : `\n\nBefore the next state: ${missing.join("; ")}.`;
    if (suspended === undefined) {
        const duties = (0,machine/* isTerminal */.Hd)(record.state) && record.redeploy === undefined
            ? `; ${(0,machine/* isValidating */.ag)(record) ? "every journey is still to be walked" : "its last duties are not done"}`
            : "";
        return `In \`${stateName(record, record.state)}\` since ${visits.at(-1)?.since ?? record.openedAt}${duties}.${next}`;
    }
    const until = suspended.until === undefined ? "" : ` until ${suspended.until}`;
    return [
        `Waits for **${suspended.waitsFor}** since ${suspended.at}${until}: ${cell(suspended.reason)}`,
        `Continue with ${code(suspended.command)}.${next}`,
    ].join("\n\n");
}
function waitedMs(facts, fromMs, untilMs) {
    let totalMs = 0;
    let sinceMs;
    for (const fact of facts) {
        if (fact.type === "suspended")
            sinceMs ??= Date.parse(fact.at);
        if (fact.type !== "resumed" || sinceMs === undefined)
            continue;
        totalMs += overlapMs(sinceMs, Date.parse(fact.at), fromMs, untilMs);
        sinceMs = undefined;
    }
    return sinceMs === undefined ? totalMs : totalMs + overlapMs(sinceMs, untilMs, fromMs, untilMs);
}
function overlapMs(since, until, from, to) {
    return Math.max(0, Math.min(until, to) - Math.max(since, from));
}

;// CONCATENATED MODULE: ./build/packages/report/times.js





function visitTimes(record, facts) {
    return record.visits.map(({ state, since }, index) => {
        const fromMs = Date.parse(since);
        const untilMs = Date.parse(record.visits[index + 1]?.since ?? record.lastAt);
        const waited = waitedMs(facts, fromMs, untilMs);
        const watchedMs = record.watches
            .filter(({ at }) => Date.parse(at) > fromMs && Date.parse(at) <= untilMs)
            .reduce((sum, watch) => sum + watch.durationMs, 0);
        const { targetMs = Number.POSITIVE_INFINITY } = timingOf(record, state);
        const tookMs = untilMs - fromMs;
        return { state, tookMs, waitedMs: waited, watchedMs, overTarget: tookMs - waited > targetMs };
    });
}
function slowest(visits) {
    return visits
        .filter(({ state }) => machine/* timing */.N9[state].targetMs !== undefined)
        .map((visit) => ({ state: visit.state, ms: visit.tookMs - visit.waitedMs }))
        .toSorted((a, b) => b.ms - a.ms)[0];
}
const shown = (ms) => (ms === undefined || ms === 0 ? "–" : duration(ms));
function timesTable(record, facts) {
    const p95 = p95Column(record.comparison);
    return table(["State", "Took:", "Of it waiting:", "Of it watching:", "Target:", ...p95.head, "Time-out:"], visitTimes(record, facts).map((visit) => [
        stateName(record, visit.state),
        `${duration(visit.tookMs)}${visit.overTarget ? " ⚠ over" : ""}`,
        shown(visit.waitedMs),
        shown(visit.watchedMs),
        shown(timingOf(record, visit.state).targetMs),
        ...p95.of(visit.state),
        shown(timingOf(record, visit.state).timeoutMs),
    ]));
}

;// CONCATENATED MODULE: ./build/packages/report/comparison.js




const shownFlaky = 5;
const shownSlow = 3;
const shardsAtMost = 8;
const slowShare = 0.1;
function compare(before, present) {
    const releases = before.filter(({ record }) => record.id !== present.record.id && record.plan.rollback === undefined && record.plan.redeploy === undefined);
    if (releases.length === 0)
        return undefined;
    const p95Ms = p95Of(releases);
    const gates = present.record.plan.gates.flatMap((gate) => present.record.gates.get(gate) ?? []);
    const flaky = flakyTests([...releases, present]).filter(({ gate }) => present.record.plan.gates.includes(gate));
    const advice = [
        ...flaky.slice(0, shownFlaky).map(ofFlaky),
        ...gates.flatMap((gate) => ofTime(gate, p95Ms[gate.gate], present)),
        ...ofOrder(present, gates),
    ];
    return { releases: releases.length, p95Ms, advice };
}
function p95Of(releases) {
    const times = new Map();
    const add = (name, ms) => times.set(name, [...(times.get(name) ?? []), ms]);
    for (const { record, facts } of releases) {
        for (const { gate, status, executionTimeMs } of record.gates.values())
            if (status === "passed")
                add(gate, executionTimeMs);
        for (const { state, tookMs, waitedMs } of visitTimes(record, facts).filter(wentWell))
            add(state, tookMs - waitedMs);
    }
    return Object.fromEntries([...times].map(([name, all]) => [name, p95(all)]));
}
function wentWell(_, index, visits) {
    const after = visits[index + 1]?.state;
    return after !== "failed" && after !== "rolled_back";
}
function p95(values) {
    return values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? 0;
}
function ofFlaky(test) {
    return {
        about: test.gate,
        says: `${test.name} is flaky: ${howOften(test)}`,
        todo: "Fix it, or take it out of the gate until it is fixed.",
    };
}
function ofTime({ gate, executionTimeMs, targetMs, tests }, p95Ms, { record }) {
    const slow = (tests?.slowest ?? []).filter(({ durationMs }) => durationMs >= slowShare * targetMs);
    const named = slow.slice(0, shownSlow).map(({ name, durationMs }) => `${name} (${duration(durationMs)})`);
    const slowest = `Its slowest: ${named.join(", ")}.`;
    if (executionTimeMs > targetMs) {
        const usual = p95Ms === undefined ? "" : `, p95 ${duration(p95Ms)}`;
        const todo = named.length === 0
            ? "No single test stands out: look at what the command does before the tests, or let it run them in parallel."
            : `Make them faster, or let the command run them in parallel. ${slowest}`;
        const says = `took ${duration(executionTimeMs)}, target ${duration(targetMs)}${usual}`;
        return [{ about: gate, says, todo: `${todo}${inParts(gate, executionTimeMs / targetMs, record.plan.shards)}` }];
    }
    if (named.length === 0)
        return [];
    return [{ about: gate, says: slowest, todo: `Each takes a tenth of the target of ${duration(targetMs)} or more.` }];
}
function inParts(gate, times, shards) {
    if (gate !== "unit" && gate !== "e2e")
        return "";
    const present = shards?.[gate] ?? 1;
    const parts = Math.min(shardsAtMost, Math.ceil(times * present));
    return parts > present ? ` Or split them over jobs: gates.${gate}.shards: ${parts}, with gates.parallel: true.` : "";
}
function ofOrder({ record }, gates) {
    const state = record.plan.releaseType === "hotfix" ? "quality_gates_fast" : "quality_gates";
    const { targetMs = Number.POSITIVE_INFINITY } = machine/* timing */.N9[state];
    const togetherMs = gates.reduce((sum, { executionTimeMs }) => sum + executionTimeMs, 0);
    if (record.plan.parallelGates === true || gates.length < 2 || togetherMs <= targetMs)
        return [];
    const says = `the gates took ${duration(togetherMs)} one after another, target ${duration(targetMs)}`;
    return [{ about: state, says, todo: "Run them side by side: gates.parallel: true" }];
}

;// CONCATENATED MODULE: ./build/packages/report/gates.js




function gateNumbers(metrics, check) {
    if (check !== undefined)
        return `by the check ${check.name} of ${check.app}, not measured here`;
    if (metrics === undefined)
        return "no numbers";
    switch (metrics.gate) {
        case "security": {
            const { criticalIssues, highIssues, otherIssues, allowed = [], notices = [] } = metrics;
            const more = [
                ...(allowed.length === 0 ? [] : [`${allowed.length} allowed`]),
                owaspNumbers(metrics.owasp),
                ...notices,
            ].filter((part) => part !== "");
            return [`${criticalIssues} critical, ${highIssues} high, ${otherIssues} lower`, ...more].join("; ");
        }
        case "dod":
            return `${metrics.categoriesPassed} of ${metrics.categoriesPassed + metrics.categoriesFailed} categories`;
        case "unit":
        case "integration":
            return `${metrics.totalTests - metrics.failedTests} of ${metrics.totalTests} tests, coverage ${metrics.coverage.toFixed(1)} % (required ≥ ${metrics.requiredCoverage} %)`;
        case "smoke":
            return `${metrics.categoriesPassed} of ${metrics.categoriesPassed + metrics.categoriesFailed} categories`;
        case "e2e":
            return `${metrics.journeysPassed} of ${metrics.journeysPassed + metrics.journeysFailed} journeys`;
    }
}
function gatesTable(record) {
    const results = record.plan.gates.map((gate) => ({ gate, result: record.gates.get(gate) }));
    const ordered = results.toSorted((a, b) => rank(a.result?.status) - rank(b.result?.status));
    const p95 = p95Column(record.comparison);
    const rows = ordered.map(({ gate, result }) => result === undefined
        ? [gate, "not run", "", "", "", ...p95.of(gate)]
        : [gate, mark(gateWord(record, gate) ?? result.status), ...figuresOf(result), ...p95.of(gate)]);
    const { validation } = record;
    if (validation !== undefined)
        rows.push([afterAll, mark(validation.status), ...figuresOf(validation), ...p95.of("e2e")]);
    return table(["Gate", "Result", "Measured", "Time:", "Target:", ...p95.head], rows);
}
function figuresOf(result) {
    return [
        `${gateNumbers(result.metrics, result.check)}${result.scope === undefined ? "" : `; ${cell(result.scope)}`}`,
        `${duration(result.executionTimeMs)}${result.executionTimeMs > result.targetMs ? " ⚠ over" : ""}`,
        duration(result.targetMs),
    ];
}
const afterAll = "e2e after 100 %";
const rank = (status) => (status === "failed" ? 0 : status === "passed" ? 1 : 2);
function failureList({ gates, validation }) {
    const after = (validation?.failures ?? []).map((failure) => ({ gate: afterAll, ...failure }));
    return [...gates.values()]
        .flatMap((gate) => gate.failures.map((failure) => ({ gate: gate.gate, ...failure })))
        .concat(after)
        .map(({ gate, title, file, line, detail, suggestion, class: why, log }) => {
        const place = file === undefined ? "" : ` (${code(line === undefined ? file : `${file}:${line}`)})`;
        const more = detail === undefined ? "" : `\n  - ${cell(detail)}`;
        return `- **${gate}**${classWord(why)}: ${cell(title)}${place}${more}${logLines(log)}\n  - → ${cell(suggestion)}`;
    })
        .join("\n");
}
const classWords = {
    new: "new",
    "known-flaky": "known flaky",
    environment: "environment",
};
function classWord(why) {
    return why === undefined ? "" : ` (${classWords[why]})`;
}
function logLines(log) {
    if (log === undefined)
        return "";
    if (log.lines.length === 0)
        return `\n  - ${code(log.file)} is empty, or not there`;
    const lines = log.lines.filter((line) => line.trim() !== "").map((line) => `\n    - ${code(line)}`);
    return `\n  - last lines of ${code(log.file)}:${lines.join("")}`;
}

;// CONCATENATED MODULE: ./build/packages/report/gate-details.js


function gateDetails(record, { gates, comparison }) {
    if (gates.length === 0)
        return "";
    const { comparison: _, validation: __, ...rest } = record;
    const own = {
        ...rest,
        plan: { ...record.plan, gates },
        gates: new Map([...record.gates].filter(([gate]) => gates.includes(gate))),
    };
    const seen = comparison === undefined ? own : { ...own, comparison: { ...envelopeOf(record), ...comparison } };
    return [
        gatesTable(seen),
        ...part("#### What to fix", failureList(seen)),
        ...part("#### Advice", adviceList(comparison)),
    ].join("\n\n");
}
const part = (title, body) => (body === "" ? [] : [title, body]);
function envelopeOf({ id, lastSeq, lastAt }) {
    return {
        type: "compared",
        seq: lastSeq,
        release: id,
        at: lastAt,
        actor: "",
        run: { id: "", attempt: 0 },
        prev: "",
    };
}

;// CONCATENATED MODULE: ./build/packages/report/watches.js

const isAfterwards = ({ point }) => point === "rollback";
function newestWatch({ watches }, environment) {
    return watches.findLast((watch) => watch.environment === environment && !isAfterwards(watch));
}
function watchedAt(watch, { rollback }) {
    if (!isAfterwards(watch))
        return cell(watch.point);
    const version = rollback?.reverted?.to;
    return version === undefined ? "after the rollback" : `after the rollback, on ${cell(version)}`;
}
function clientsMet({ watches, deployments, plan }) {
    if (plan.rollback !== undefined || !deployments.has("production"))
        return undefined;
    const seen = watches.filter((watch) => watch.environment === "production" && !isAfterwards(watch));
    const requests = seen.reduce((sum, watch) => sum + watch.requests, 0);
    if (requests === 0)
        return "no request was seen by a watch";
    const errors = seen.reduce((sum, watch) => sum + Math.round((watch.errorRatio ?? 0) * watch.requests), 0);
    return `${requests} watched requests, ${errors} of them failed (${percent(errors / requests)})`;
}

;// CONCATENATED MODULE: ./build/packages/report/board.js








const ways = {
    standard: ["initiated", "quality_gates", "review", "staging", "production", "completed"],
    hotfix: ["initiated", "quality_gates_fast", "review", "production_canary", "completed"],
};
function wayOf({ plan }) {
    if (plan.releaseType === "rollback")
        return ["rolled_back"];
    return plan.releaseType === "redeploy" ? ["completed"] : ways[plan.releaseType];
}
function board(record, now) {
    const way = wayOf(record);
    const { plan } = record;
    const lines = [
        `Release ${record.id} · ${plan.releaseType} · ${plan.baseBranch} → ${plan.targetBranch} · by ${plan.initiatedBy}`,
        ...firstLines(record).map((line) => `  ${line}`),
        ...way.map((state) => stateLine(record, state, now)),
        ...(way.includes(record.state) ? [] : [stateLine(record, record.state, now)]),
        ...gateLines(record),
        ...trafficLines(record),
        ...endLines(record),
    ];
    return { percent: progress(record, way), lines: lines.map(printable) };
}
function progress(record, way) {
    if (record.settled !== undefined)
        return 100;
    const at = way.indexOf(record.state);
    const share = insideState(record);
    return Math.min(99, at === -1 ? 90 + Math.round(10 * share) : Math.round((100 * (at + share)) / way.length));
}
function insideState({ state, plan, gates, deployments, rollback, redeploy }) {
    switch (state) {
        case "quality_gates":
        case "quality_gates_fast":
            return plan.gates.length === 0 ? 0 : gates.size / plan.gates.length;
        case "staging":
            return (deployments.get("staging")?.percent ?? 0) / 100;
        case "production":
        case "production_canary":
            return (deployments.get("production")?.percent ?? 0) / 100;
        case "rolled_back":
            return rollback === undefined ? 0 : machine/* rollbackPhases */.zl.indexOf(rollback.phase) / machine/* rollbackPhases */.zl.length;
        case "completed":
            return redeploy === undefined ? 0 : machine/* redeployPhases */.Pk.indexOf(redeploy.phase) / machine/* redeployPhases */.Pk.length;
        case "initiated":
        case "review":
        case "failed":
            return 0;
    }
}
function endOf(record, visit) {
    const next = record.visits[visit + 1];
    if (next !== undefined)
        return Date.parse(next.since);
    if (record.settled !== undefined)
        return Date.parse(record.lastAt);
    return record.suspended === undefined ? undefined : Date.parse(record.suspended.at);
}
function stateLine(record, state, now) {
    const index = record.visits.findLastIndex((visit) => visit.state === state);
    const visit = record.visits[index];
    const name = stateName(record, state);
    if (visit === undefined)
        return `  ○ ${name}`;
    const end = endOf(record, index);
    const tookMs = Math.max(0, (end ?? now) - Date.parse(visit.since));
    const { targetMs } = timingOf(record, state);
    const target = targetMs === undefined ? "" : ` of ${duration(targetMs)}${tookMs > targetMs ? " (over target)" : ""}`;
    return `  ${sign(record, index, end)} ${name.padEnd(18)} ${duration(tookMs)}${target}`;
}
function sign(record, visit, end) {
    const state = record.visits[visit]?.state;
    if (state === "failed" || record.settled?.outcome === "failed")
        return "✗";
    if (end === undefined)
        return "▶";
    if (state === "rolled_back")
        return "↩";
    const present = visit === record.visits.length - 1 && !(0,machine/* isTerminal */.Hd)(record.state);
    if (present)
        return "⏸";
    const after = record.visits[visit + 1]?.state;
    return after === "failed" || after === "rolled_back" ? "✗" : "✓";
}
const signs = { passed: "✓", overridden: "⚠", failed: "✗", open: "○" };
function gateLines(record) {
    return record.plan.gates.flatMap((gate) => {
        const result = record.gates.get(gate);
        if (result === undefined)
            return [];
        return [
            `    ${signs[gateWord(record, gate) ?? "failed"]} ${gate.padEnd(12)} ${gateNumbers(result.metrics, result.check)}, ${duration(result.executionTimeMs)}`,
        ];
    });
}
function trafficLines(record) {
    return [...record.deployments.values()].map((deployment) => {
        const watch = newestWatch(record, deployment.environment);
        const seen = watch === undefined
            ? ""
            : ` · ${watch.requests} requests, ${watch.errorRatio === undefined ? "no traffic" : `${percent(watch.errorRatio)} errors`}${watch.p95Ms === undefined ? "" : `, p95 ${duration(watch.p95Ms)}`}`;
        return `    ${deployment.environment.padEnd(12)} ${record.plan.tag} ${deployment.percent} % · ${deployment.previous ?? "nothing"} ${100 - deployment.percent} %${seen}`;
    });
}
const shownAdvice = 5;
function endLines(record) {
    const { suspended, failure, verdict, rollback, redeploy, escalation, backport } = record;
    const rests = record.settled !== undefined || suspended !== undefined;
    const advice = rests ? adviceLines(record).slice(0, shownAdvice) : [];
    const issue = record.published.find(({ what }) => what === "review-issue");
    const walked = record.validation;
    return [
        ...(issue === undefined ? [] : [`  · review due ${issue.due ?? ""}: ${issue.url}`]),
        ...(walked === undefined
            ? []
            : [`    ${signs[walked.status]} every journey: ${gateNumbers(walked.metrics, walked.check)}`]),
        ...(backport === undefined
            ? []
            : [
                `  · backport to ${backport.into}: ${backport.reason}${backport.url === undefined ? "" : `: ${backport.url}`}`,
            ]),
        ...(suspended === undefined
            ? []
            : [`  ⏸ waits for ${suspended.waitsFor}: ${suspended.reason}`, `    continue with: ${suspended.command}`]),
        ...(failure === undefined
            ? []
            : [`  ✗ ${failure.failureReason}`, ...failure.actionableFixSuggestions.slice(0, 5).map((fix) => `    → ${fix}`)]),
        ...advice.map((line) => `  i ${line}`),
        ...(verdict === undefined ? [] : [`  ↩ ${verdict.trigger}: ${verdict.reason}`]),
        ...(rollback === undefined
            ? []
            : [`  ↩ ${rollback.phase}${rollback.reverted === undefined ? "" : `: ${rollback.reverted.to} serves again`}`]),
        ...(redeploy === undefined
            ? []
            : [`  ↻ ${redeploy.phase}: ${redeploy.reason ?? record.plan.redeploy?.reason ?? ""}`]),
        ...(escalation === undefined ? [] : ["  ! by hand:", ...escalation.manualSteps.map((step) => `      ${step}`)]),
    ];
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/packages/report/rollback-parts.js

const rollback_parts_minuteMs = 60_000;
function rollbackTimes(facts) {
    const opened = facts[0];
    const isOwn = opened?.type === "opened" && opened.plan.releaseType === "rollback";
    const decided = isOwn ? opened : facts.find(({ type }) => type === "verdict");
    if (decided === undefined)
        return "The decision is not in the record.";
    const rows = parts.map(({ what, atMostMs, is }) => {
        const fact = facts.find((one) => one.seq > decided.seq && is(one));
        if (fact === undefined)
            return [what, "–", "not reached", atMost(atMostMs)];
        const tookMs = Date.parse(fact.at) - Date.parse(decided.at);
        return [what, moment(fact.at), `${duration(tookMs)}${tookMs > atMostMs ? " ⚠️ late" : ""}`, atMost(atMostMs)];
    });
    return table(["", "Time (UTC)", "After", "Target"], [["decided", moment(decided.at), "–", "–"], ...rows]);
}
const atMost = (ms) => `< ${duration(ms)}`;
const parts = [
    {
        what: "traffic back",
        atMostMs: 2 * rollback_parts_minuteMs,
        is: (fact) => (fact.type === "traffic-shifted" && fact.environment === "production" && fact.percent === 0) ||
            (fact.type === "traffic-reverted" && fact.environment === "production" && fact.status === "passed"),
    },
    {
        what: "smoke tests done",
        atMostMs: 5 * rollback_parts_minuteMs,
        is: (fact) => fact.type === "smoke-finished" && fact.point === "rollback",
    },
    { what: "health proved", atMostMs: 10 * rollback_parts_minuteMs, is: ({ type }) => type === "health-validated" },
];
function escalation({ escalation: failed }) {
    if (failed === undefined)
        return [];
    const { reason, shows = [], manualSteps } = failed;
    return [
        "### The rollback failed",
        cell(reason),
        ...(shows.length === 0 ? [] : [shows.map((line) => `- ${cell(line)}`).join("\n")]),
        ...(manualSteps.length === 0 ? [] : ["By hand:", manualSteps.map((step) => `- ${code(step)}`).join("\n")]),
        "Where the version before fails as well, look at what both share: database, network, services of others.",
    ];
}
function suspects({ suspected }) {
    if (suspected === undefined)
        return [];
    const { signal, searched, commits } = suspected;
    if (commits.length === 0)
        return [
            `Of ${searched} commits none touches files that are named like what failed (${cell(signal)}): that says little.`,
        ];
    const list = commits.map(({ sha, subject, why }) => `- ${sha.slice(0, 7)} ${cell(subject)}: ${cell(why)}`);
    return [`Likelier than the others, by the names of files only, for ${cell(signal)}:`, list.join("\n")];
}
const toTest = "Add a check that fails on this to the smoke tests or the journeys, so that staging finds it.";
const advice = {
    "smoke-test-failure": "The check passed in staging: compare data, settings and services of staging and production.",
    "error-rate-spike": "Look at the errors of the new version by route and by client, and at the first commit that touches them.",
    latency: "Compare traces of both versions: new queries, missing indexes, calls in a loop.",
    resources: "Profile the new version under the load it had: what takes CPU or memory that the old one did not take?",
    "health-check-failure": "Look at the logs of the instances: memory, start-up, lost connections.",
    "deployment-timeout": "See which step took the time, and whether the platform had room for a second version.",
    "deployment-failure": "See what the platform said, and whether its credentials and quotas are in order.",
    incident: "Both versions suffered: look first at what they share.",
    "not-proved": "There was not enough to tell: watch longer, or bring more traffic to the canary.",
    manual: "Write down what people saw that no check saw.",
};
function recommendations({ verdict, plan }) {
    const from = plan.rollback?.from ?? plan.tag;
    const lines = [
        advice[verdict?.trigger ?? "manual"],
        toTest,
        `The artifacts of ${from} stay: tag ${from}, and its version on the platform without traffic.`,
    ];
    return lines.map((line) => `- ${cell(line)}`).join("\n");
}

;// CONCATENATED MODULE: ./build/packages/report/nested.js
function nested(markdown, level) {
    const lines = readLines(markdown);
    const highest = Math.min(...lines.flatMap(({ text, inCode }) => (inCode ? [] : levelOf(text))));
    const shift = Number.isFinite(highest) ? level - highest : 0;
    const open = lines.at(-1)?.fence;
    const shown = [];
    let strayBacktick = false;
    for (const { text, inCode, isFence } of lines) {
        if (inCode) {
            shown.push(isFence ? text.trim() : text);
            continue;
        }
        if (text.trim() === "")
            strayBacktick = false;
        const line = inert(shifted(text, shift), strayBacktick);
        strayBacktick = line.strayBacktick;
        shown.push(line.text);
    }
    return withoutBlankEnds([...shown, ...(open === undefined ? [] : [open])].join("\n"));
}
const withoutBlankEnds = (text) => text.replace(/^(?:[^\S\n]*\n)+/, "").trimEnd();
function readLines(markdown) {
    let fence;
    return markdown.split(/\r\n?|\n/).map((text) => {
        const before = fence;
        fence = fenceAfter(before, text.trim());
        return { text, inCode: before !== undefined || fence !== undefined, isFence: before !== fence, fence };
    });
}
function fenceAfter(open, line) {
    if (open === undefined)
        return /^(?:`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[0];
    return line.length >= open.length && line === open.charAt(0).repeat(line.length) ? undefined : open;
}
function levelOf(line) {
    const marks = /^ {0,3}(#{1,6})(?=\s|$)/.exec(line)?.[1];
    return marks === undefined ? [] : [marks.length];
}
function shifted(line, by) {
    if (/^ {0,3}(?:=+|-+)\s*$/.test(line))
        return "";
    return line.replace(/^ {0,3}(#{1,6})(?=\s|$)/, (_, marks) => "#".repeat(Math.min(6, Math.max(1, marks.length + by))));
}
const tokens = /\\.|(?<ticks>`+)(?!`).*?(?<!`)\k<ticks>(?!`)|(?<stray>`+)|<(?!https?:\/\/[^\s<>`]*>)/g;
function inert(line, afterStray) {
    const strayBacktick = afterStray || [...line.matchAll(tokens)].some(({ groups }) => groups?.["stray"] !== undefined);
    if (strayBacktick)
        return { text: line.replaceAll("<", "&lt;"), strayBacktick };
    return { text: line.replaceAll(tokens, (found) => (found === "<" ? "&lt;" : found)), strayBacktick };
}

;// CONCATENATED MODULE: ./build/packages/report/rollback.js






function trafficBackMs(facts) {
    const opened = facts[0];
    const isRollback = opened?.type === "opened" && opened.plan.releaseType === "rollback";
    const decided = isRollback ? opened : facts.find(({ type }) => type === "verdict");
    if (decided === undefined)
        return undefined;
    const back = facts.find((fact) => fact.seq > decided.seq &&
        ((fact.type === "traffic-shifted" && fact.environment === "production" && fact.percent === 0) ||
            (fact.type === "traffic-reverted" && fact.status === "passed")));
    return back === undefined ? undefined : Date.parse(back.at) - Date.parse(decided.at);
}
function rollbackReport(record, facts) {
    if (record.rollback === undefined)
        return "";
    const evidence = record.verdict?.evidence ?? [];
    return [
        summary(record, facts),
        ...escalation(record),
        "### Times",
        rollbackTimes(facts),
        ...(evidence.length === 0 ? [] : ["### Evidence", evidence.map((line) => `- ${cell(line)}`).join("\n")]),
        "### Probable cause",
        probableCause(record),
        ...suspects(record),
        ...(record.plan.releaseType === "rollback" ? [] : ["### What had been tested before", testHistory(record, facts)]),
        "### Recommendations",
        recommendations(record),
    ].join("\n\n");
}
function summary(record, facts) {
    const { rollback, verdict, plan } = record;
    const backMs = trafficBackMs(facts);
    const met = clientsMet(record);
    const smoke = record.smoke.findLast(({ point }) => point === "rollback");
    const rows = [
        ["Trigger", verdict?.trigger ?? "manual"],
        ["Reason", cell(verdict?.reason ?? plan.rollback?.reason ?? "not recorded")],
        ...(met === undefined ? [] : [["Clients met it", met]]),
        ["Phase", rollback?.phase ?? ""],
        ["Serves again", rollback?.reverted === undefined ? "not confirmed" : cell(rollback.reverted.to)],
        ["Traffic back after", backMs === undefined ? "not confirmed" : duration(backMs)],
        [
            "Smoke tests afterwards",
            smoke === undefined
                ? "not run"
                : `${mark(smoke.status)}, ${smoke.categoriesPassed} of ${smoke.categoriesPassed + smoke.categoriesFailed} categories`,
        ],
        ["Health afterwards", health(rollback?.health)],
        ["Git", gitState(rollback?.git)],
        ["Root cause", "_to be filled in by the post-mortem_"],
    ];
    return table(["", ""], rows);
}
function health(validated) {
    if (validated === undefined)
        return "not validated";
    const errors = validated.errorRatio === undefined ? "no request seen" : `${percent(validated.errorRatio)} errors`;
    return `${validated.healthChecks}, ${errors}, after ${duration(validated.stabilizationDurationMs)}`;
}
function gitState(git) {
    if (git === undefined)
        return "not reverted";
    const url = git.url === undefined ? "" : `, ${address(git.url)}`;
    return `${git.revertCommit.slice(0, 7)} (${git.via}), tag ${git.revertTag}${url}`;
}
const shownEntries = 20;
function probableCause({ plan, ledger, changelog = "", verdict, rollback }) {
    if (plan.rollback !== undefined) {
        const { from, to } = plan.rollback;
        return `What ${from} brought: \`git log ${to}..${from}\`, and the report of ${from}.`;
    }
    const since = plan.previousTag === undefined ? plan.tag : `${plan.previousTag}..${plan.tag}`;
    const entries = readLines(nested(changelog, 4)).flatMap(({ text, inCode }) => !inCode && text.startsWith("- ") ? [text] : []);
    const more = entries.length - shownEntries;
    const known = rollback?.reverted === undefined ? "" : ` ${cell(rollback.reverted.to)} serves without them.`;
    return [
        `${ledger === undefined ? "The commits" : `One of the ${ledger.commits} commits`} of \`git log ${since}\`${verdict?.trigger === "incident" ? ", or more likely something that both versions share" : ", or what they met in production"}.${known}`,
        ...(entries.length === 0 ? [] : [entries.slice(0, shownEntries).join("\n")]),
        ...(more > 0 ? [`… and ${more} more under “Changes”.`] : []),
    ].join("\n\n");
}
function testHistory(record, facts) {
    const until = record.verdict?.seq ?? Number.POSITIVE_INFINITY;
    const rows = facts.filter(({ seq }) => seq <= until).flatMap(testRow);
    return table(["Time (UTC)", "What", "Result", "Found"], rows);
}
function testRow(fact) {
    const at = moment(fact.at);
    if (fact.type === "gate-finished")
        return [[at, `gate ${fact.gate}`, mark(fact.status), ""]];
    if (fact.type !== "smoke-finished" && fact.type !== "watched")
        return [];
    const [kind, found] = fact.type === "watched" ? ["watch", fact.evidence[0] ?? ""] : ["smoke", fact.failedTests.join(", ")];
    return [[at, `${kind}, ${fact.environment} ${cell(fact.point)}`, mark(fact.status), cell(found)]];
}
function outcome(record) {
    const again = redeployOutcome(record);
    if (again !== undefined)
        return again;
    if (record.escalation !== undefined)
        return "rolled back, escalated";
    if (record.suspended !== undefined && (!(0,machine/* isTerminal */.Hd)(record.state) || (0,machine/* isValidating */.ag)(record))) {
        return `waits for ${record.suspended.waitsFor} in ${record.state.replaceAll("_", " ")}`;
    }
    return record.state.replaceAll("_", " ");
}

;// CONCATENATED MODULE: ./build/packages/report/figures.js



function undoneBy(releases) {
    return new Map(releases.flatMap(({ record }) => record.plan.rollback === undefined || record.rollback?.reverted === undefined
        ? []
        : [[record.plan.rollback.from, record]]));
}
function figures(releases) {
    const undone = undoneBy(releases);
    const tried = releases.filter(({ record: { plan } }) => plan.rollback === undefined && plan.redeploy === undefined);
    const completed = tried.filter(({ record }) => record.state === "completed");
    const lasting = completed.filter(({ record }) => !undone.has(record.plan.tag));
    const wentBack = tried.filter(({ record }) => record.state === "rolled_back" || undone.has(record.plan.tag));
    const deployed = tried.filter(({ record }) => record.visits.some(({ state }) => deploying.has(state)));
    const compliant = deployed.filter(({ record }) => record.plan.gates.every((gate) => record.gates.get(gate)?.status === "passed"));
    return [
        share("Completed and still good", lasting.length, tried.length, "releases"),
        share("Rolled back", wentBack.length, tried.length, "releases"),
        median("Cycle time, start to completed rollout, median", completed.flatMap(cycleMs)),
        median("Traffic back after the decision to roll back, median", releases.flatMap(({ facts }) => trafficBackMs(facts) ?? [])),
        share("Deployed with every planned gate passed", compliant.length, deployed.length, "releases"),
        ...smokeFigures(releases),
        ...deploymentFigures(tried),
        slowestState(tried),
    ];
}
const deploying = new Set(["staging", "production", "production_canary"]);
function cycleMs({ record }) {
    const end = record.visits.find(({ state }) => state === "completed");
    return end === undefined ? [] : [Date.parse(end.since) - Date.parse(record.openedAt)];
}
function smokeFigures(releases) {
    const runs = releases.flatMap(({ record }) => record.smoke);
    const groups = [
        ["staging", runs.filter(({ environment }) => environment === "staging")],
        ["production", runs.filter(({ environment, point }) => environment === "production" && point !== "rollback")],
        ["after rollback", runs.filter(({ point }) => point === "rollback")],
    ];
    return groups.map(([name, group]) => share(`Smoke tests passed, ${name}`, group.filter(({ status }) => status === "passed").length, group.length, "runs"));
}
function deploymentFigures(releases) {
    return ["staging", "production"].map((environment) => median(`Deployment to ${environment}, median`, releases.flatMap(({ record }) => record.deployments.get(environment)?.durationMs ?? [])));
}
function slowestState(releases) {
    const each = releases.flatMap(({ record, facts }) => slowest(visitTimes(record, facts)) ?? []);
    const states = [...new Set(each.map(({ state }) => state))];
    const counted = states
        .map((state) => ({ state, count: each.filter((one) => one.state === state).length }))
        .toSorted((a, b) => b.count - a.count);
    const [most, second] = counted;
    const name = "Most often the slowest state";
    if (most === undefined)
        return { name, value: "no data yet", over: "" };
    if (most.count === second?.count)
        return { name, value: "none stands out", over: `${each.length} releases` };
    return { name, value: most.state, over: `${most.count} of ${each.length} releases` };
}
function gateFigures(releases) {
    const results = releases.flatMap(({ record }) => [...record.gates.values()]);
    const gates = [...new Set(results.map(({ gate }) => gate))];
    return gates.map((gate) => {
        const own = results.filter((result) => result.gate === gate);
        return {
            gate,
            passed: own.filter(({ status }) => status === "passed").length,
            ran: own.length,
            medianMs: medianOf(own.map(({ executionTimeMs }) => executionTimeMs)),
        };
    });
}
function share(name, part, whole, what) {
    if (whole === 0)
        return { name, value: "no data yet", over: "" };
    return { name, value: `${((100 * part) / whole).toFixed(0)} %`, over: `${part} of ${whole} ${what}` };
}
function median(name, valuesMs) {
    if (valuesMs.length === 0)
        return { name, value: "no data yet", over: "" };
    return { name, value: duration(medianOf(valuesMs)), over: `n = ${valuesMs.length}` };
}
function medianOf(values) {
    const sorted = values.toSorted((a, b) => a - b);
    const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
    const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
    return (lower + upper) / 2;
}

;// CONCATENATED MODULE: ./build/packages/report/html.js

function html(text) {
    return oneLine(text)
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;")
        .replaceAll('"', "&quot;")
        .replaceAll("'", "&#39;");
}
function html_moment(iso) {
    return `<time datetime="${html(iso)}">${html(iso.slice(0, 16).replace("T", " "))} UTC</time>`;
}
function chip(tone, words) {
    return `<span class="chip ${tone}"><span aria-hidden="true">${html_signs[tone]}</span> ${html(words)}</span>`;
}
const html_signs = { good: "✓", bad: "✗", wait: "‖", plain: "●" };
function html_link(url, words) {
    return /^https?:\/\//.test(url) ? `<a href="${html(url)}">${html(words)}</a>` : html(words);
}
function wideTable(label, head, rows) {
    const columns = head.map((name) => `<th scope="col">${html(name)}</th>`).join("");
    const body = rows.map(([first, ...rest]) => {
        const cells = rest.map((value) => `<td>${value}</td>`).join("");
        return `<tr><th scope="row">${first}</th>${cells}</tr>`;
    });
    return `<div class="scroll" tabindex="0" role="region" aria-label="${html(label)}"><table><thead><tr>${columns}</tr></thead><tbody>
${body.join("\n")}
</tbody></table></div>`;
}

;// CONCATENATED MODULE: ./build/packages/report/in-flight.js










function inFlight(record, now) {
    const view = board(record, now);
    const id = html(record.id);
    const key = `r-${id.replaceAll(/[^A-Za-z0-9_-]/g, "-")}`;
    return `<article aria-labelledby="${key}">
<h3 id="${key}">${id} ${in_flight_status(record)}</h3>
<p>${html(record.plan.releaseType)}, ${html(record.plan.baseBranch)} → ${html(record.plan.targetBranch)}, by ${html(record.plan.initiatedBy)}, since ${html_moment(record.openedAt)}</p>
<div class="meter"><progress max="100" value="${view.percent}" aria-label="Progress of ${id}">${view.percent} %</progress><span>${view.percent} %</span></div>
${overrides(record)}${steps(record)}
${waits(record)}
${gates(record)}
${traffic(record)}
${actions(record)}
</article>`;
}
function in_flight_status(record) {
    const troubled = record.failure !== undefined || record.verdict !== undefined;
    const tone = troubled ? "bad" : record.suspended === undefined ? "plain" : "wait";
    return chip(tone, outcome(record));
}
function steps(record) {
    const way = wayOf(record);
    const shown = way.includes(record.state) ? way : [...way, record.state];
    return `<ol class="steps">${shown.map((state) => step(record, state)).join("")}</ol>`;
}
function step(record, state) {
    const name = html(stateName(record, state).replaceAll("_", " "));
    if (state === record.state)
        return `<li class="now" aria-current="step">${name}<small>now</small></li>`;
    const done = record.visits.some((visit) => visit.state === state);
    return `<li class="${done ? "done" : "next"}">${name}<small>${done ? "done" : "to come"}</small></li>`;
}
function waits(record) {
    const { suspended, question } = record;
    const missing = waitingFor(record).map((text) => `<li>${html(text)}</li>`);
    const next = missing.length === 0 ? "" : `<p>Before the next state:</p><ul>${missing.join("")}</ul>`;
    if (suspended === undefined && question !== undefined && question.decided === undefined)
        return `<div class="notice"><p><strong>Asks people</strong> since ${html_moment(question.at)}, goes back at ${html_moment(question.until)}: ${html(question.reason)}</p>
<p>Answer with <code>release promote ${html(record.id)}</code> or <code>release rollback ${html(record.id)} --reason="…"</code></p></div>${next}`;
    if (suspended === undefined)
        return next;
    const until = suspended.until === undefined ? "" : `, until ${html_moment(suspended.until)}`;
    return `<div class="notice"><p><strong>Waits for ${html(suspended.waitsFor)}</strong> since ${html_moment(suspended.at)}${until}: ${html(suspended.reason)}</p>
<p>Continue with <code>${html(suspended.command)}</code></p></div>${next}`;
}
function overrides(record) {
    return firstLines(record)
        .map((line) => `<p class="notice">${html(line)}</p>\n`)
        .join("");
}
function gates(record) {
    if (record.plan.gates.length === 0)
        return "";
    const rows = record.plan.gates.map((gate) => {
        const result = record.gates.get(gate);
        if (result === undefined)
            return [html(gate), chip("plain", "not run yet"), "", ""];
        return [
            html(gate),
            chip(result.status === "passed" ? "good" : "bad", gateWord(record, gate) ?? result.status),
            html(gateNumbers(result.metrics, result.check)),
            duration(result.executionTimeMs),
        ];
    });
    return wideTable(`Quality gates of ${record.id}`, ["Gate", "Result", "Measured", "Time"], rows);
}
function traffic(record) {
    if (record.deployments.size === 0)
        return "";
    const rows = [...record.deployments.values()].map((deployment) => {
        const watch = newestWatch(record, deployment.environment);
        const errors = watch?.errorRatio === undefined ? "no traffic seen" : `${percent(watch.errorRatio)} errors`;
        return [
            html(deployment.environment),
            `${deployment.percent} % on ${html(record.plan.tag)}`,
            `${100 - deployment.percent} % on ${html(deployment.previous ?? "nothing")}`,
            watch === undefined ? "not watched yet" : `${watch.requests} requests, ${errors}`,
        ];
    });
    return wideTable(`Traffic of ${record.id}`, ["Environment", "New version", "Previous version", "Seen"], rows);
}
function actions(record) {
    const { id } = record;
    const serves = record.touched.has("production") && record.redeploy === undefined;
    const commands = [
        `release status ${id}`,
        `release report ${id}`,
        ...(serves
            ? [`release promote ${id}`, `release hold ${id} --reason="…"`, `release rollback ${id} --reason="…"`]
            : []),
        record.redeploy === undefined ? `release abort ${id} --reason="…"` : `release resume ${id}`,
    ];
    const items = commands.map((command) => `<li><code>${html(command)}</code></li>`).join("");
    const pull = record.pullRequest;
    const review = pull === undefined ? "" : `<p>${html_link(pull.url, `Pull request ${pull.number}`)}</p>`;
    return `${review}<details><summary>Commands for ${html(id)}</summary><ul>${items}</ul></details>`;
}

;// CONCATENATED MODULE: ./build/packages/report/style.js
const style = `
:root{color-scheme:light dark;--fg:#1b1f24;--soft:#57606a;--bg:#fff;--card:#f6f8fa;--line:#d0d7de;--link:#0550ae;--good:#116329;--bad:#a40e26;--wait:#7d4e00;--good-bg:#dafbe1;--bad-bg:#ffebe9;--wait-bg:#fff8c5;--plain-bg:#ddf4ff}
@media (prefers-color-scheme:dark){:root{--fg:#e6edf3;--soft:#9ea7b3;--bg:#0d1117;--card:#161b22;--line:#3d444d;--link:#79c0ff;--good:#7ee787;--bad:#ffa198;--wait:#e3b341;--good-bg:#12261e;--bad-bg:#2d1316;--wait-bg:#272115;--plain-bg:#121d2f}}
*{box-sizing:border-box}
body{font:1rem/1.5 system-ui,sans-serif;color:var(--fg);background:var(--bg);margin:0 auto;max-width:76rem;padding:1rem}
h1{font-size:1.6rem;margin:0}h2{font-size:1.25rem;margin:2rem 0 .75rem}h3{font-size:1.1rem;margin:0 0 .5rem;display:flex;flex-wrap:wrap;gap:.6rem;align-items:center}
header p,small,article>p{color:var(--soft)}header p{margin:.25rem 0 0}
a{color:var(--link)}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-99rem}.skip:focus{position:static}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
article{border:1px solid var(--line);border-radius:.5rem;padding:1rem;margin:0 0 1rem;background:var(--card);overflow-wrap:break-word}
article .scroll{margin-top:1rem}
.meter{display:flex;gap:.75rem;align-items:center}.meter progress{flex:1;height:.75rem;min-width:4rem;accent-color:var(--link)}
.chip{display:inline-block;border:1px solid currentcolor;border-radius:1rem;padding:0 .6rem;font-size:.875rem;font-weight:600;overflow-wrap:break-word}
.good{color:var(--good);background:var(--good-bg)}.bad{color:var(--bad);background:var(--bad-bg)}.wait{color:var(--wait);background:var(--wait-bg)}.plain{color:var(--link);background:var(--plain-bg)}
.steps{list-style:none;display:flex;flex-wrap:wrap;gap:.5rem;padding:0;margin:1rem 0}
.steps li{flex:1 1 7rem;border-top:.3rem solid var(--line);padding-top:.3rem;font-size:.9rem}.steps small{display:block}
.steps .done{border-color:var(--good)}.steps .now{border-color:var(--link);font-weight:700}
.notice{border-left:.3rem solid var(--wait);background:var(--wait-bg);padding:.5rem 1rem;margin:1rem 0}.notice p{margin:.25rem 0}
.scroll{position:relative;overflow-x:auto;margin-bottom:1rem}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th,td{border-bottom:1px solid var(--line);padding:.45rem .75rem;text-align:left;vertical-align:top}
td time{white-space:nowrap}td small{display:inline-block;min-width:10rem;max-width:24rem}tbody th,.chip{hyphens:none}td .chip{white-space:nowrap}
thead th{color:var(--soft);font-size:.875rem;white-space:nowrap}
code{font:.9em ui-monospace,monospace;overflow-wrap:anywhere}
details ul{margin:.5rem 0;padding-left:1.1rem}summary{cursor:pointer}
td details li{list-style:none;margin:0 0 .3rem -1.1rem}
@media (max-width:40rem){body{padding:.75rem}th,td{padding:.4rem .5rem}}
`;

;// CONCATENATED MODULE: ./build/packages/report/dashboard.js











function overdueList(overdue) {
    if (overdue.length === 0)
        return "";
    const items = overdue.map(({ release, due, url }) => `<li>${html_link(url, `Hotfix ${release}`)}, due ${html_moment(due)}</li>`);
    return `<section aria-labelledby="overdue"><h2 id="overdue">Overdue reviews (${overdue.length})</h2>
<ul>${items.join("")}</ul>
</section>
`;
}
function dashboard(repository, releases, now, overdue = []) {
    const newest = releases.toSorted((a, b) => b.record.openedAt.localeCompare(a.record.openedAt));
    const live = newest.filter((release) => release.live);
    const ended = newest.filter((release) => !release.live);
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Releases of ${html(repository)}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#history">To the history</a>
<header><h1>Releases of ${html(repository)}</h1><p>As of ${html_moment(new Date(now).toISOString())}</p></header>
<main>
<section aria-labelledby="live"><h2 id="live">In flight (${live.length})</h2>
${live.map(({ record }) => inFlight(record, now)).join("\n") || "<p>No release is running.</p>"}
</section>
${overdueList(overdue)}<section aria-labelledby="numbers"><h2 id="numbers">Numbers</h2>
${numbers(ended)}
</section>
<section aria-labelledby="history"><h2 id="history" tabindex="-1">History (${ended.length})</h2>
${dashboard_history(ended)}
</section>
</main>
</body>
</html>
`;
}
const policy = `default-src 'none'; style-src 'sha256-${(0,external_node_crypto_.createHash)("sha256").update(style).digest("base64")}'; base-uri 'none'; form-action 'none'`;
function numbers(ended) {
    if (ended.length === 0)
        return "<p>There are none before the first release has ended.</p>";
    const rows = figures(ended).map(({ name, value, over }) => [
        html(name),
        html(value),
        html(over),
    ]);
    const byGate = gateFigures(ended).map(({ gate, passed, ran, medianMs }) => [
        html(gate),
        `${((100 * passed) / ran).toFixed(0)} %`,
        `${passed} of ${ran} runs`,
        duration(medianMs),
    ]);
    return [
        wideTable("Speed and stability", ["Measure", "Value", "Counted over"], rows),
        ...(dashboard_gates.length === 0
            ? []
            : [wideTable("Quality gates", ["Gate", "Passed", "Counted over", "Time, median"], byGate)]),
    ].join("\n");
}
function dashboard_history(ended) {
    if (ended.length === 0)
        return "<p>No release has ended yet.</p>";
    const undone = undoneBy(ended);
    return wideTable("History of releases", ["Release", "Ended", "Started", "By", "Took", "Slowest state", "Traffic back after", "Gates"], ended.map((release) => {
        const { plan } = release.record;
        return historyRow(release, plan.redeploy === undefined ? undone.get(plan.tag) : undefined);
    }));
}
function historyRow({ record, facts }, undoneIn) {
    const slow = record.redeploy === undefined ? slowest(visitTimes(record, facts)) : undefined;
    const backMs = trafficBackMs(facts);
    const isUndone = undoneIn !== undefined && record.state === "completed";
    return [
        html(record.id),
        `${ending(record, isUndone)}${isUndone ? `<br><small>rolled back by ${html(undoneIn.id)}</small>` : why(record)}`,
        html_moment(record.openedAt),
        html(record.plan.initiatedBy),
        duration(Date.parse(record.lastAt) - Date.parse(record.openedAt)),
        slow === undefined ? "–" : `${html(slow.state)}, ${duration(slow.ms)}`,
        backMs === undefined ? "–" : duration(backMs),
        dashboard_gates(record),
    ];
}
function ending(record, isUndone) {
    const isPlanned = record.plan.releaseType === "rollback" && record.escalation === undefined;
    const hasFailed = record.settled?.outcome === "failed";
    const tone = isUndone || hasFailed || (record.state !== "completed" && !isPlanned) ? "bad" : "good";
    return chip(tone, isUndone ? "completed, rolled back later" : outcome(record));
}
function why(record) {
    const reason = record.verdict?.reason ??
        record.failure?.failureReason ??
        record.plan.rollback?.reason ??
        record.plan.redeploy?.reason;
    return [...firstLines(record), ...(reason === undefined ? [] : [reason])]
        .map((line) => `<br><small>${html(line)}</small>`)
        .join("");
}
function dashboard_gates(record) {
    const results = [...record.gates.values()];
    if (results.length === 0)
        return "none ran";
    const passed = results.filter(({ status }) => status === "passed").length;
    const items = results.map(({ gate, status, metrics, check }) => `<li>${chip(status === "passed" ? "good" : "bad", `${gate} ${gateWord(record, gate) ?? status}`)} ${html(gateNumbers(metrics, check))}</li>`);
    const summary = `${passed} of ${record.plan.gates.length} passed<span class="hidden">, gates of ${html(record.id)}</span>`;
    return `<details><summary>${summary}</summary><ul>${items.join("")}</ul></details>`;
}

;// CONCATENATED MODULE: ./build/packages/report/folded.js

function folded(parts, limit) {
    const sections = parts
        .filter(({ body }) => body !== "")
        .map((part) => ({ ...part, blocks: blocksOf(part.body), size: part.body.length, dropped: 0 }));
    let length = joined(sections).length;
    while (length > limit) {
        const longest = sections.reduce((a, b) => (b.size > a.size ? b : a));
        const last = longest.blocks.pop();
        if (last === undefined)
            break;
        longest.dropped += last.split("\n").filter((line) => line.trim() !== "").length;
        longest.size -= last.length + 1;
        length -= last.length + 1;
        if (length <= limit)
            length = joined(sections).length;
    }
    return joined(sections);
}
function blocksOf(body) {
    const blocks = [];
    let together = false;
    for (const { text, inCode, fence } of readLines(body)) {
        const joins = together || /^\|(?: -{3}:? \|)+$/.test(text);
        if (joins && blocks.length > 0)
            blocks.push(`${blocks.pop() ?? ""}\n${text}`);
        else
            blocks.push(text);
        together = inCode && fence !== undefined;
    }
    return blocks;
}
function joined(sections) {
    return sections
        .flatMap(({ title, blocks, dropped, elsewhere }) => [
        ...(title === undefined ? [] : [title]),
        ...(blocks.length === 0 ? [] : [withoutBlankEnds(blocks.join("\n"))]),
        ...(dropped === 0 ? [] : [`… and ${dropped} more lines ${elsewhere}.`]),
    ])
        .join("\n\n");
}

;// CONCATENATED MODULE: ./build/packages/report/following.js








const limit = 60_000;
function following(record, now, place) {
    const { plan } = record;
    const report = { elsewhere: `in \`release report ${record.id}\`` };
    const opening = `### ${cell(record.id)}: ${cell(outcome(record))} (${board(record, now).percent} %)`;
    const way = `${plan.releaseType}, ${code(plan.baseBranch)} → ${code(plan.targetBranch)}, started by ${code(plan.initiatedBy)}`;
    return folded([
        { body: `${opening}\n\n${way}`, ...report },
        { body: standing(record), ...report },
        { body: commands(record), ...report },
        { body: statesTable(record, now), ...report },
        { body: plan.gates.length === 0 ? "" : gatesTable(record), ...report },
        { body: failureList(record), ...report },
        { body: following_traffic(record), ...report },
        { body: links(record, place), ...report },
        { body: `As of ${moment(new Date(now).toISOString())} UTC.`, ...report },
    ], limit);
}
function commands(record) {
    const { id, suspended, settled, touched, validation } = record;
    if (settled !== undefined)
        return "";
    if ((0,machine/* isTerminal */.Hd)(record.state)) {
        if (!(0,machine/* isValidating */.ag)(record))
            return "";
        const accept = validation?.status === "failed" ? [`/release promote ${id} --reason="…"`] : [];
        return `Here: ${[...accept, `/release rollback ${id} --reason="…"`].map(code).join(", ")}.`;
    }
    const serves = touched.has("production");
    const asked = [
        ...(suspended === undefined ? [] : [`/release resume ${id}`]),
        ...(serves ? [`/release hold ${id} --reason="…"`, `/release rollback ${id} --reason="…"`] : []),
        `/release abort ${id} --reason="…"`,
    ];
    return `Here: ${asked.map(code).join(", ")}.`;
}
function statesTable(record, now) {
    const way = wayOf(record);
    const states = way.includes(record.state) ? way : [...way, record.state];
    return table(["State", "", "Took:", "Target:"], states.map((state) => {
        const { targetMs } = timingOf(record, state);
        const tookMs = tookOf(record, state, now);
        const over = tookMs !== undefined && targetMs !== undefined && tookMs > targetMs ? " ⚠ over" : "";
        return [
            stateName(record, state),
            signOf(record, state),
            tookMs === undefined ? "–" : `${duration(tookMs)}${over}`,
            targetMs === undefined ? "–" : duration(targetMs),
        ];
    }));
}
function signOf(record, state) {
    if (state !== record.state)
        return record.visits.some((visit) => visit.state === state) ? "✅ done" : "to come";
    if (record.settled?.outcome === "failed")
        return "❌ ended here";
    if (record.settled !== undefined)
        return (0,machine/* isTerminal */.Hd)(state) && state !== "completed" ? "❌ ended here" : "✅ done";
    return record.suspended === undefined ? "▶ now" : "⏸ waits";
}
function tookOf({ visits, suspended, settled, lastAt }, state, now) {
    const end = settled === undefined ? (suspended === undefined ? now : Date.parse(suspended.at)) : Date.parse(lastAt);
    const each = visits.flatMap((visit, index) => {
        const until = visits[index + 1]?.since;
        return visit.state === state ? [(until === undefined ? end : Date.parse(until)) - Date.parse(visit.since)] : [];
    });
    return each.length === 0 ? undefined : each.reduce((all, ms) => all + Math.max(0, ms), 0);
}
function following_traffic({ deployments, plan }) {
    return [...deployments.values()]
        .map(({ environment, percent, previous }) => {
        const rest = previous === undefined ? "" : `, ${cell(previous)} ${100 - percent} %`;
        return `- ${environment}: ${cell(plan.tag)} ${percent} %${rest}`;
    })
        .join("\n");
}
function links({ pullRequest, published }, { webUrl, run }) {
    return [
        ...(run === undefined ? [] : [`- run: ${address(`${webUrl}/actions/runs/${run}`)}`]),
        ...(pullRequest === undefined ? [] : [`- pull request: ${address(pullRequest.url)}`]),
        ...published.map(({ what, url, due }) => {
            const until = due === undefined ? "" : `, due ${moment(due)} UTC`;
            return `- ${what.replace("-", " ")}: ${address(url)}${until}`;
        }),
    ].join("\n");
}

;// CONCATENATED MODULE: ./build/packages/report/incident.js

function incidentLine({ id, severity, autoApproved }) {
    return `${cell(id)} (${severity})${autoApproved ? "; approved by rule: the configuration asks nobody for this severity" : ""}`;
}

;// CONCATENATED MODULE: ./build/packages/report/tests.js


function testReport(record) {
    return [
        ...tests_part("### By type", execution(record)),
        ...tests_part("### Definition of Done", categories(record)),
        ...tests_part("### Smoke tests before release", smokeChecks(record)),
        ...tests_part("### User journeys", journeys(record)),
        ...tests_part("### Smoke tests in the environments", smokeRuns(record)),
        ...tests_part("### What was watched", watches(record)),
    ].join("\n\n");
}
const tests_part = (title, body) => (body === "" ? [] : [title, body]);
const filled = (head, rows) => (rows.length === 0 ? "" : table(head, rows));
const testTypes = ["unit", "integration", "smoke", "e2e"];
function execution(record) {
    const ran = testTypes.flatMap((type) => record.gates.get(type) ?? []);
    if (ran.length === 0)
        return "";
    const rows = ran.map(({ gate, status, metrics, executionTimeMs }) => {
        const { passed, failed } = counts(metrics);
        return [gate, mark(status), passed, failed, ...coverage(metrics), duration(executionTimeMs)];
    });
    const environments = record.smoke.map(({ executionTimeMs }) => executionTimeMs);
    const totalMs = [...ran.map(({ executionTimeMs }) => executionTimeMs), ...environments].reduce((a, b) => a + b, 0);
    const inEnvironments = environments.length === 0 ? "" : ` with ${environments.length} smoke runs in environments`;
    return table(["Test type", "Result", "Passed:", "Failed:", "Coverage:", "Required:", "Time:"], [...rows, [`all${inEnvironments}`, "", "", "", "", "", duration(totalMs)]]);
}
function counts(metrics) {
    switch (metrics?.gate) {
        case "unit":
        case "integration":
            return { passed: String(metrics.totalTests - metrics.failedTests), failed: String(metrics.failedTests) };
        case "smoke":
            return {
                passed: String(metrics.checks.filter(({ status }) => status === "passed").length),
                failed: String(metrics.checks.filter(({ status }) => status === "failed").length),
            };
        case "e2e":
            return { passed: String(metrics.journeysPassed), failed: String(metrics.journeysFailed) };
        case "security":
        case "dod":
        case undefined:
            return { passed: "not known", failed: "not known" };
    }
}
function coverage(metrics) {
    if (metrics?.gate !== "unit" && metrics?.gate !== "integration")
        return ["–", "–"];
    return [`${metrics.coverage.toFixed(1)} %`, `≥ ${metrics.requiredCoverage} %`];
}
function categories(record) {
    const dod = record.gates.get("dod")?.metrics;
    if (dod?.gate !== "dod")
        return "";
    return filled(["Category", "Result", "Evidence"], doneNow(record, dod.categories).map(({ name, status, evidence, url }) => [
        cell(name),
        mark(status),
        url === undefined ? cell(evidence) : `${cell(evidence)} ${address(url)}`,
    ]));
}
function doneNow({ assertion, gatedSha }, atGate) {
    const since = assertion?.sha === gatedSha ? (assertion?.categories ?? []) : [];
    return atGate.map((category) => since.find(({ name }) => name === category.name) ?? category);
}
function smokeChecks(record) {
    const smoke = record.gates.get("smoke")?.metrics;
    if (smoke?.gate !== "smoke")
        return "";
    return filled(["Category", "Critical path", "Result", "Time:", "Detail"], smoke.checks.map((check) => [
        check.category,
        cell(check.name),
        mark(check.status),
        duration(check.durationMs),
        cell(check.detail ?? ""),
    ]));
}
function journeys(record) {
    const e2e = (record.validation ?? record.gates.get("e2e"))?.metrics;
    if (e2e?.gate !== "e2e")
        return "";
    return filled(["Journey", "Result", "Time:"], e2e.journeys.map(({ name, status, durationMs, flaky }) => [
        cell(name),
        flaky === true ? `${mark(status)}, flaky` : mark(status),
        duration(durationMs),
    ]));
}
function smokeRuns(record) {
    return filled(["Environment", "At", "Category", "Critical path", "Result", "Time:", "Detail"], record.smoke.flatMap((run) => [
        [
            run.environment,
            cell(run.point),
            `**${run.categoriesPassed} of ${run.categoriesPassed + run.categoriesFailed}**`,
            "**all**",
            mark(run.status),
            duration(run.executionTimeMs),
            cell(run.failedTests.join(", ")),
        ],
        ...run.checks.map((check) => [
            "",
            "",
            check.category,
            cell(check.name),
            mark(check.status),
            duration(check.durationMs),
            cell(check.detail ?? ""),
        ]),
    ]));
}
function watches(record) {
    return filled(["Environment", "At", "Result", "Requests:", "Error rate:", "p95:", "Time:", "Not measured"], record.watches.map((watch) => [
        watch.environment,
        watchedAt(watch, record),
        mark(watch.status),
        String(watch.requests),
        watch.errorRatio === undefined ? "no traffic" : percent(watch.errorRatio),
        watch.p95Ms === undefined ? "–" : duration(watch.p95Ms),
        duration(watch.durationMs),
        cell(watch.notMeasured.join(", ")) || "–",
    ]));
}

;// CONCATENATED MODULE: ./build/packages/report/tickets.js
function ticketLinks({ changelog = "" }) {
    const found = changelog.matchAll(/\[(?:[\w.-]+\/[\w.-]+)?#\d+\]\(https?:[^\s()<>|`]+\/issues\/\d+\)|\[[A-Z][A-Z0-9]*-\d+\](?:\(https?:[^\s()<>|`]+\))/g);
    return [...new Set([...found].map(([link]) => link))];
}

;// CONCATENATED MODULE: ./build/packages/report/pull-request.js










const limits = [60_000, 20_000, 4_000];
function pullRequestBodies(record, deciders) {
    const [full, ...shorter] = limits;
    return [pullRequestBody(record, deciders, full), ...shorter.map((limit) => pullRequestBody(record, deciders, limit))];
}
function pullRequestBody(record, deciders, limit = limits[0]) {
    const { plan } = record;
    const totalMs = [...record.gates.values()].reduce((sum, gate) => sum + gate.executionTimeMs, 0);
    const sha = record.gatedSha === undefined ? "" : ` on \`${record.gatedSha.slice(0, 7)}\``;
    const parts = [
        {
            title: "## Emergency",
            body: cell(emergencyLine(record) ?? ""),
            elsewhere: `in \`release report ${record.id}\``,
        },
        { title: "## Overridden gates", body: overrideList(record), elsewhere: `in \`release report ${record.id}\`` },
        { title: "## Allowed findings", body: allowedList(record), elsewhere: `in \`release report ${record.id}\`` },
        { body: opening(record), elsewhere: "in the release's report" },
        {
            title: `## Quality gates (${duration(totalMs)}${sha})`,
            body: plan.gates.length === 0 ? "" : gatesTable(record),
            elsewhere: `in \`release report ${record.id}\``,
        },
        { title: "## Tests", body: testReport(record), elsewhere: `in \`release report ${record.id}\`` },
        { title: "## Review", body: decision(deciders), elsewhere: "in CODEOWNERS" },
        { title: "## Tickets", body: list(ticketLinks(record)), elsewhere: "in CHANGELOG.md of this branch" },
        { title: "## Changes", body: nested(record.changelog ?? "", 3), elsewhere: "in CHANGELOG.md of this branch" },
        { title: "## Warnings", body: list(record.warnings.map(cell)), elsewhere: `in \`release report ${record.id}\`` },
    ];
    return folded(parts, limit);
}
const list = (items) => items.map((item) => `- ${item}`).join("\n");
function decision(deciders) {
    if (deciders === undefined || deciders.groups.length === 0)
        return "";
    const who = deciders.rule === "any" ? "One of these has to approve:" : "One of each row has to approve:";
    const rows = deciders.groups.map(({ owners, paths }) => [cell(owners.join(" or ")), cell(pathsInWords(paths))]);
    return `${who}\n\n${table(["Who", "Changed paths"], rows)}`;
}
function pathsInWords(paths) {
    if (paths.length === 0)
        return "all, by the configuration";
    const more = paths.length > 3 ? ` and ${paths.length - 3} more` : "";
    return `${paths.slice(0, 3).join(", ")}${more}`;
}
function opening(record) {
    const { plan, gates } = record;
    const security = gates.get("security");
    const found = security === undefined
        ? "no security scan is planned"
        : `security scan ${mark(gateWord(record, "security") ?? security.status)}: ${gateNumbers(security.metrics, security.check)}`;
    const incident = plan.incident === undefined ? "" : `\n\nIncident: ${incidentLine(plan.incident)}.`;
    return `Release **${plan.releaseVersion}** from ${cell(plan.baseBranch)} into ${cell(plan.targetBranch)}, after ${cell(plan.previousTag ?? "nothing: it is the first")}; ${found}.${incident}`;
}

;// CONCATENATED MODULE: ./build/packages/report/timeline.js


function timeline(facts) {
    const rows = facts.flatMap((fact) => {
        const what = timeline_event(fact);
        return what === undefined ? [] : [[moment(fact.at), cell(fact.actor), cell(what)]];
    });
    return table(["Time (UTC)", "Who", "What"], rows);
}
const deploymentFacts = new Set([
    "deployment-started",
    "traffic-shifted",
    "smoke-finished",
    "baseline-measured",
    "watched",
    "asked",
    "decided",
    "hotfix-served",
    "deployment-finished",
    "verdict",
    "traffic-reverted",
    "health-validated",
]);
function deploymentTimeline(facts) {
    const shown = facts.filter(({ type }) => deploymentFacts.has(type));
    return shown.length === 0 ? "" : timeline(shown);
}
const mayFail = ({ overrides = [], emergency, schedule, redeploy }) => [
    ...(redeploy === undefined ? [] : [`the last good version of ${redeploy.environment}: ${redeploy.reason}`]),
    ...(emergency === undefined ? [] : [`EMERGENCY, windows and freezes do not hold it: ${emergency}`]),
    ...(schedule?.notBefore === undefined ? [] : [`production not before ${moment(schedule.notBefore)} UTC`]),
    ...(schedule?.expires === undefined ? [] : [`expires ${moment(schedule.expires)} UTC`]),
    ...overrides.map(({ gate, reason }) => `gate ${gate} may fail: ${reason}`),
];
function timeline_event(fact) {
    switch (fact.type) {
        case "opened":
            return [`release ${fact.plan.tag} opened (${fact.plan.releaseType})`, ...mayFail(fact.plan)].join("; ");
        case "moved":
            return `${fact.from} → ${fact.to}: ${fact.reason}`;
        case "branch-prepared":
            return `changelog of ${fact.ledger.commits} commits and ${fact.files.length} files committed (${fact.sha.slice(0, 7)})`;
        case "gate-finished":
            return `gate ${fact.gate} ${fact.status}: ${gateNumbers(fact.metrics, fact.check)} in ${duration(fact.executionTimeMs)}`;
        case "validation-finished":
            return `every journey walked, ${fact.status}: ${gateNumbers(fact.metrics, fact.check)} in ${duration(fact.executionTimeMs)}`;
        case "validation-decided":
            return `failed journeys ${fact.decision === "accepted" ? "accepted" : "answered with a rollback"} by ${fact.by}: ${fact.reason}`;
        case "pull-request-opened":
            return `pull request ${fact.number} opened`;
        case "done-asserted":
            return `Definition of Done asserted again, ${fact.categories.length} categories: ${fact.status}`;
        case "approved":
            return `approved by ${fact.by.join(", ") || "nobody, as configured"}`;
        case "merged":
            return `merged by ${fact.by} (${fact.sha.slice(0, 7)}, ${fact.gated})`;
        case "tagged":
            return `tagged ${fact.tag} on ${fact.sha.slice(0, 7)}`;
        case "production-approved":
            return `production approved by ${fact.by.join(", ")} for ${fact.sha.slice(0, 7)} (${fact.environment}, run ${fact.runId})`;
        case "deployment-started":
            return `${fact.environment}: deployment begins (${fact.strategy}), ${fact.previous ?? "nothing"} serves`;
        case "traffic-shifted":
            return `${fact.environment}: ${fact.percent} % of traffic on ${fact.version}`;
        case "deployment-finished":
            return `${fact.environment}: deployment ${fact.status} after ${duration(fact.deploymentDurationMs)}`;
        case "smoke-finished":
            return `${fact.environment}: smoke tests at ${fact.point} ${fact.status}`;
        case "watched":
            return `${fact.environment}: watched ${fact.point === "rollback" ? "after the rollback" : fact.point}, ${fact.requests} requests, ${fact.errorRatio === undefined ? "no traffic" : `${percent(fact.errorRatio)} errors`}: ${fact.status}`;
        case "baseline-measured":
            return `${fact.environment}: ${fact.version} measured before the first shift, ${fact.requests} requests, ${fact.errors} errors in ${duration(fact.durationMs)}`;
        case "asked":
            return `${fact.environment}: people asked at ${fact.point} whether it goes on, until ${moment(fact.until)}: ${fact.reason}`;
        case "incident-held":
            return `${fact.environment}: INCIDENT, held at ${fact.point} until ${moment(fact.until)} at most: ${fact.reason}`;
        case "decided":
            return `${fact.environment}: goes on at ${fact.point} by decision of ${fact.by}: ${fact.reason}`;
        case "hotfix-served":
            return `hotfix serves everybody ${duration(fact.durationMs)} after its gates began (at most ${duration(fact.targetMs)} wanted)`;
        case "verdict":
            return `verdict: roll back (${fact.trigger}): ${fact.reason}`;
        case "suspended":
            return `suspended, waits for ${fact.waitsFor}: ${fact.reason}`;
        case "resumed":
            return `resumed by ${fact.by}`;
        case "requested":
            return `${fact.by} asked for ${fact.kind}: ${fact.reason}`;
        case "answered":
            return `request ${fact.outcome}: ${fact.reason}`;
        case "followed":
            return `is followed on page ${fact.page}`;
        case "emergency-declared":
            return `EMERGENCY, by ${fact.by}: windows and freezes do not hold it (${fact.reason})`;
        case "woken":
            return `woken: ${fact.reason}`;
        case "lease-taken":
            return fact.adopted ? `a new driver adopted the release (${fact.lease})` : undefined;
        case "failure-captured":
            return `failed: ${fact.failureReason}`;
        case "rollback-moved":
            return `rollback: ${fact.to} (${fact.reason})`;
        case "redeploy-moved":
            return `re-deploy: ${fact.to} (${fact.reason})`;
        case "traffic-reverted":
            return `all traffic confirmed on ${fact.to}`;
        case "health-validated":
            return `health ${fact.healthChecks} after the rollback`;
        case "git-reverted":
            return `reverted in git: ${fact.via}, ${fact.revertTag}`;
        case "backported":
            return `backport to ${fact.into}: ${fact.via.replaceAll("-", " ")} (${fact.reason})`;
        case "rollback-asked":
            return `people are asked until ${fact.until} whether it goes back (${fact.trigger}): ${fact.reason}`;
        case "rollback-dismissed":
            return `${fact.by} lets it go on: ${fact.reason}`;
        case "notified":
            return `${fact.channel}: notice “${fact.key}” ${fact.status}`;
        case "escalated":
            return `ESCALATED: ${fact.reason}`;
        case "warned":
            return `warning: ${fact.message}`;
        case "published":
            return `published ${fact.what}`;
        case "settled":
            return `ended: ${fact.outcome}`;
        case "suspected":
        case "compared":
        case "canary-step":
        case "watching":
        case "step-intended":
        case "step-done":
            return undefined;
    }
}

;// CONCATENATED MODULE: ./build/packages/report/release-report.js
















function releaseReport(facts) {
    const record = (0,machine/* fold */.AU)(facts);
    const parts = [
        [`# Release ${record.plan.tag}: ${cell(outcome(record))}`],
        section("Emergency", cell(emergencyLine(record) ?? "")),
        section("Overridden gates", overrideList(record)),
        section("Allowed findings", allowedList(record)),
        section("Where it stands", standing(record)),
        section("Why it ended so", trouble(record, facts)),
        [redeployTable(record) ?? metadata(record)],
        section("Rollback", rollbackReport(record, facts)),
        section("Changes", nested(record.changelog ?? "", 3)),
        section("Detected settings", detectedSettings(record)),
        section("Quality gates", record.plan.gates.length === 0 ? "" : gatesTable(record)),
        section("What to fix", failureList(record)),
        section("Advice", adviceList(record.comparison)),
        section("Tests", testReport(record)),
        section("Deployment", deploymentTimeline(facts)),
        section("Where the time went", timesTable(record, facts)),
        section("Timeline", timeline(facts)),
        section("Warnings", record.warnings.map((warning) => `- ${cell(warning)}`).join("\n")),
        section("Links", release_report_links(record)),
    ];
    return `${parts.flat().join("\n\n")}\n`;
}
function section(title, body) {
    return body.trim() === "" ? [] : [`## ${title}`, withoutBlankEnds(body)];
}
function retryLine({ release, gate, confirmedBy, confirmedAs }) {
    const why = gate === undefined ? "" : `, whose gate \`${gate}\` failed`;
    return `of ${release}${why}; confirmed by ${cell(confirmedBy)} (${confirmedAs})`;
}
function metadata(record) {
    const { plan } = record;
    return table(["", ""], [
        ["Release", `${record.id} (${plan.releaseType}${record.attempt > 1 ? `, attempt ${record.attempt}` : ""})`],
        ["Version", plan.releaseVersion],
        ["Started", `${record.openedAt} by ${cell(plan.initiatedBy)}`],
        ...(plan.retry === undefined ? [] : [["Retry", retryLine(plan.retry)]]),
        [record.settled === undefined ? "Newest fact" : "Ended", record.lastAt],
        ["Duration", duration(Date.parse(record.lastAt) - Date.parse(record.openedAt))],
        ["From → to", `${cell(plan.baseBranch)} (${plan.baseSha.slice(0, 7)}) → ${cell(plan.targetBranch)}`],
        ["Follows", cell(plan.previousTag ?? "nothing: the first release")],
        ...(plan.incident === undefined ? [] : [["Incident", incidentLine(plan.incident)]]),
        ["Approved by", approval(record)],
        ...productionApproval(record),
        ["Tagged", record.tag === undefined ? "no" : `${record.tag.tag} on ${record.tag.sha.slice(0, 7)}`],
        ...(record.backport === undefined ? [] : [["Backport", backport(record.backport)]]),
        [
            "Strategy",
            `staging ${plan.stagingStrategy}, production ${plan.productionStrategy} (${plan.steps.join(" → ")} %)`,
        ],
        ...(plan.reviewedDigest === undefined ? [] : [["Reviewed plan", `sha256:${cell(plan.reviewedDigest)}`]]),
        ["Configuration", `SHA-256 ${cell(plan.configDigest.slice(0, 16))}…`],
    ]);
}
function detectedSettings({ plan }) {
    return (plan.detected ?? []).map(({ key, value, why }) => `- \`${key}\`: ${code(value)} (${cell(why)})`).join("\n");
}
function approval({ approval: given }) {
    if (given === undefined)
        return "nobody";
    return `${cell(given.by.join(", ")) || "nobody, as configured"} on ${given.sha.slice(0, 7)}`;
}
function backport({ into, via, reason, url }) {
    const how = {
        merge: "merged",
        "pull-request": "pull request",
        "not-applicable": "not applicable",
        "by-hand": "by hand",
    };
    return `${how[via]} to ${cell(into)}: ${cell(reason)}${url === undefined ? "" : ` ${address(url)}`}`;
}
function productionApproval({ productionApproval: given }) {
    if (given === undefined)
        return [];
    return [
        ["Let into production by", `${cell(given.by.join(", "))} on ${given.sha.slice(0, 7)} (run ${cell(given.runId)})`],
    ];
}
function trouble(record, facts) {
    const { failure, verdict, escalation } = record;
    const failedIn = failure === undefined
        ? ""
        : `Failed in \`${failure.failedState}\`${failure.failedGate === undefined ? "" : `, gate \`${failure.failedGate}\``}: ${cell(failure.failureReason)}`;
    return [
        ...(failure === undefined
            ? []
            : [failedIn, bullets(failure.actionableFixSuggestions), completedUntil(record, facts)]),
        ...(verdict === undefined ? [] : [`Rolled back (${verdict.trigger}): ${cell(verdict.reason)}`]),
        ...(escalation === undefined
            ? []
            : [`**Escalated**: ${cell(escalation.reason)}`, "By hand, in this order:", release_report_commands(escalation.manualSteps)]),
    ]
        .filter((text) => text !== "")
        .join("\n\n");
}
const bullets = (lines) => lines.map((line) => `- ${cell(line)}`).join("\n");
const release_report_commands = (lines) => lines.map((line) => `    ${printable(line)}`).join("\n");
function completedUntil(record, facts) {
    const step = facts.findLast((fact) => fact.type === "step-done");
    const test = facts.findLast((fact) => fact.type === "gate-finished" || fact.type === "smoke-finished");
    const named = test === undefined
        ? "none"
        : test.type === "gate-finished"
            ? `gate ${test.gate}`
            : `smoke tests in ${test.environment}`;
    const notRun = record.plan.gates.filter((gate) => !record.gates.has(gate));
    return [
        "This report is partial.",
        `Last completed step: ${step?.type === "step-done" ? `\`${step.step}\`` : "none"}.`,
        `Last completed test: ${named}.`,
        notRun.length === 0 ? "Every gate ran." : `Gates that did not run: ${notRun.join(", ")}.`,
    ].join(" ");
}
function release_report_links(record) {
    return [
        ...(record.pullRequest === undefined ? [] : [`- Pull request: ${address(record.pullRequest.url)}`]),
        ...record.published.map(({ what, url, due }) => `- ${what.replaceAll("-", " ")}: ${address(url)}${due === undefined ? "" : `, due ${cell(due)}`}`),
        ...ticketLinks(record).map((link) => `- Ticket: ${link}`),
    ].join("\n");
}

;// CONCATENATED MODULE: ./build/packages/report/index.js
















/***/ })

};
