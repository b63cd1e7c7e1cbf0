export const id = 9798;
export const ids = [9798];
export const modules = {

/***/ 9798:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  no: () => (/* reexport */ board),
  UD: () => (/* reexport */ compare),
  p0: () => (/* reexport */ duration),
  f0: () => (/* reexport */ timeline_event),
  UV: () => (/* reexport */ firstLines),
  CZ: () => (/* reexport */ fittingReport),
  Xk: () => (/* reexport */ flakyTests),
  CQ: () => (/* reexport */ following),
  M3: () => (/* reexport */ gateDetails),
  I3: () => (/* reexport */ gateNumbers),
  g6: () => (/* reexport */ gateWord),
  VO: () => (/* reexport */ gatesCheck),
  vK: () => (/* reexport */ howOften),
  zl: () => (/* reexport */ incidentReport),
  AU: () => (/* reexport */ newestWatch),
  TN: () => (/* reexport */ oneLine),
  bu: () => (/* reexport */ outcome),
  uP: () => (/* reexport */ ownTime),
  KN: () => (/* reexport */ percent),
  g$: () => (/* reexport */ printable),
  BH: () => (/* reexport */ pullRequestBodies),
  releaseReport: () => (/* reexport */ releaseReport),
  $i: () => (/* reexport */ reportAs),
  Vi: () => (/* reexport */ stateName),
  timeline: () => (/* reexport */ timeline),
  II: () => (/* reexport */ timingOf),
  hx: () => (/* reexport */ visitTimes),
  Fz: () => (/* reexport */ waitingFor),
  m: () => (/* reexport */ wayOf),
  Z9: () => (/* reexport */ wordsOf),
  mR: () => (/* reexport */ writtenReport)
});

// UNUSED EXPORTS: overridesOf, rollbackReport, slowest, trafficBackMs

;// CONCATENATED MODULE: ./build/packages/report/emergency.js
function emergencyLine({ plan, emergency }) {
    const { by, reason } = emergency ?? { by: plan.initiatedBy, reason: plan.emergency };
    return reason === undefined ? undefined : `EMERGENCY, by ${by}: windows and freezes do not hold it: ${reason}`;
}

// EXTERNAL MODULE: ./build/packages/machine/index.js + 19 modules
var machine = __webpack_require__(10167);
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

;// CONCATENATED MODULE: ./build/packages/report/words.js
const words_words = new Map([
    ["quality_gates_fast", "fast quality gates"],
    ["escalated", "rolled back, escalated"],
    ["redeploy", "re-deploy"],
    ["redeployed", "re-deployed"],
    ["called_off", "re-deploy called off"],
]);
function wordsOf(name) {
    return words_words.get(name) ?? name.replaceAll(/[_-]/g, " ");
}

;// CONCATENATED MODULE: ./build/packages/report/redeploy.js



function stateName({ redeploy }, state) {
    return redeploy === undefined ? state : "redeploy";
}
function timingOf({ redeploy }, state) {
    return redeploy === undefined ? machine/* timing */.N9[state] : {};
}
const ends = {
    redeployed: wordsOf("redeployed"),
    called_off: wordsOf("called_off"),
    escalation: "re-deploy failed, escalated",
};
function redeployOutcome({ suspended, redeploy, settled }) {
    if (redeploy === undefined)
        return undefined;
    if (suspended !== undefined && settled === undefined)
        return `waits for ${suspended.waitsFor} in its re-deploy`;
    return ends[redeploy.phase] ?? `re-deploy, ${wordsOf(redeploy.phase)}`;
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
        .filter(({ state }) => timing[state].targetMs !== undefined)
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

;// CONCATENATED MODULE: ./build/packages/report/gates-check.js




const limit = 60_000;
function gatesCheck(record) {
    const { plan, gates } = record;
    const outcomes = plan.gates.flatMap((gate) => gates.get(gate) ?? []);
    const failed = outcomes.filter((outcome) => (0,machine/* standingOf */.YP)(plan, outcome) === "failed");
    const overridden = outcomes.filter((outcome) => (0,machine/* standingOf */.YP)(plan, outcome) === "overridden");
    const beside = overridden.length === 0 ? "" : ` (${overridden.length} overridden)`;
    const elsewhere = `in \`release report ${record.id}\``;
    const summary = [
        { body: gatesTable(record), elsewhere },
        { body: failureList({ gates }), elsewhere },
    ];
    return {
        conclusion: failed.length === 0 ? "success" : "failure",
        title: failed.length === 0
            ? `${record.id}: all ${plan.gates.length} gates passed${beside}`
            : `${record.id}: ${failed.map(({ gate }) => gate).join(", ")} failed`,
        summary: folded(summary, limit),
        annotations: outcomes.flatMap(({ gate, failures }) => failures.flatMap((failure) => annotation(gate, failure))),
    };
}
function annotation(gate, { title, detail, file, line, suggestion }) {
    if (file === undefined || line === undefined || line < 1 || /^[/\\]|^[a-z]:|(?:^|[/\\])\.\.[/\\]/i.test(file))
        return [];
    const said = detail === undefined ? [] : [oneLine(detail)];
    return [{ file, line, title: `${gate}: ${oneLine(title)}`, message: [...said, oneLine(suggestion)].join("\n") }];
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

;// CONCATENATED MODULE: ./build/packages/report/own-time.js

function ownTime(record, state, now) {
    const { visits, settled, suspended, lastAt } = record;
    const index = visits.findLastIndex((visit) => visit.state === state);
    const visit = visits[index];
    if (visit === undefined)
        return undefined;
    const end = visits[index + 1]?.since ?? (settled === undefined ? suspended?.at : lastAt);
    const endMs = end === undefined ? now : Date.parse(end);
    const workMs = Math.max(0, endMs - Date.parse(visit.since) - visit.waitedMs);
    const { targetMs = Number.POSITIVE_INFINITY } = timingOf(record, state);
    return { workMs, overTarget: workMs > targetMs, runs: end === undefined };
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
function stateLine(record, state, now) {
    const time = ownTime(record, state, now);
    const name = stateName(record, state);
    if (time === undefined)
        return `  ○ ${name}`;
    const { targetMs } = timingOf(record, state);
    const target = targetMs === undefined ? "" : ` of ${duration(targetMs)}${time.overTarget ? " (over target)" : ""}`;
    return `  ${sign(record, state, time.runs)} ${name.padEnd(18)} ${duration(time.workMs)}${target}`;
}
function sign(record, state, runs) {
    if (state === "failed" || record.settled?.outcome === "failed")
        return "✗";
    if (runs)
        return "▶";
    if (state === "rolled_back")
        return "↩";
    const visit = record.visits.findLastIndex((one) => one.state === state);
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

;// CONCATENATED MODULE: ./build/packages/report/root-cause.js

const pieces = /[^]{1,400}(?:\s|$)|[^]{1,400}/g;
function rootCauseCell({ id }, { rootCause }) {
    if (rootCause === undefined)
        return `not known yet; write it down: ${code(`release report ${id} --root-cause="…"`)}`;
    const text = (rootCause.text.match(pieces) ?? []).map((piece) => cell(piece)).join(" ");
    return `${text} (${cell(rootCause.by)}, ${moment(rootCause.at)} UTC)`;
}

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
function rollbackReport(record, facts, afterwards = {}) {
    if (record.rollback === undefined)
        return "";
    const evidence = record.verdict?.evidence ?? [];
    return [
        summary(record, facts, afterwards),
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
function summary(record, facts, afterwards) {
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
        ["Root cause", rootCauseCell(record, afterwards)],
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
        return wordsOf("escalated");
    if (record.suspended !== undefined && (!(0,machine/* isTerminal */.Hd)(record.state) || (0,machine/* isValidating */.ag)(record))) {
        return `waits for ${record.suspended.waitsFor} in ${wordsOf(record.state)}`;
    }
    return wordsOf(record.state);
}

;// CONCATENATED MODULE: ./build/packages/report/following.js









const following_limit = 60_000;
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
        { body: traffic(record), ...report },
        { body: links(record, place), ...report },
        { body: `As of ${moment(new Date(now).toISOString())} UTC.`, ...report },
    ], following_limit);
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
        const time = ownTime(record, state, now);
        return [
            stateName(record, state),
            signOf(record, state),
            time === undefined ? "–" : `${duration(time.workMs)}${time.overTarget ? " ⚠ over" : ""}`,
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
function traffic({ deployments, plan }) {
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

;// CONCATENATED MODULE: ./build/packages/report/timeline.js


function timeline(facts) {
    const rows = eventsOf(facts).map(({ at, actor, what }) => [moment(at), cell(actor), cell(what)]);
    return table(["Time (UTC)", "Who", "What"], rows);
}
function eventsOf(facts) {
    return facts.flatMap((fact) => {
        const what = timeline_event(fact);
        return what === undefined ? [] : [{ at: fact.at, actor: fact.actor, what }];
    });
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
function deploymentEvents(facts) {
    return eventsOf(facts.filter(({ type }) => deploymentFacts.has(type)));
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
            return `${fact.environment}: people asked at ${fact.point} whether it goes ${fact.what === "rollback" ? `back (${fact.trigger})` : "on"}, until ${moment(fact.until)}: ${fact.reason}`;
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
        case "notified":
            return `${fact.channel}: notice “${fact.key}” ${fact.status}`;
        case "escalated":
            return `ESCALATED: ${fact.reason}`;
        case "report-failed":
            return `the report could not be written: ${fact.reason}`;
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

;// CONCATENATED MODULE: ./build/packages/report/incident-report.js



const incident_report_limit = 60_000;
function incidentReport(record, facts) {
    const elsewhere = `in \`release report ${record.id}\``;
    return folded([
        { body: rollbackReport(record, facts), elsewhere },
        { title: "### Timeline", body: timeline(facts), elsewhere },
    ], incident_report_limit);
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
    if (ran.length + record.smoke.length === 0)
        return "";
    const rows = ran.map(({ gate, status, metrics, executionTimeMs }) => {
        const { passed, failed } = counts(metrics);
        return [gate, mark(status), passed, failed, ...coverage(metrics), duration(executionTimeMs)];
    });
    const totalMs = [...ran, ...record.smoke].reduce((sum, { executionTimeMs }) => sum + executionTimeMs, 0);
    const runs = record.smoke.length;
    const inEnvironments = runs === 0 ? "" : ` with ${runs} smoke runs in environments`;
    return table(["Test type", "Result", "Passed:", "Failed:", "Coverage:", "Required:", "Time:"], [...rows, ...smokeTotals(record), [`all${inEnvironments}`, "", "", "", "", "", duration(totalMs)]]);
}
function placeOf({ environment, point }) {
    return point === "rollback" ? `${environment} after the rollback` : environment;
}
function smokeByPlace({ smoke }) {
    const places = Map.groupBy(smoke, placeOf);
    return [...places].map(([place, runs]) => {
        const checks = runs.flatMap((run) => run.checks);
        return {
            place,
            runs: runs.length,
            status: runs.some(({ status }) => status === "failed") ? "failed" : "passed",
            passed: checks.filter(({ status }) => status === "passed").length,
            failed: checks.filter(({ status }) => status === "failed").length,
            timeMs: runs.reduce((sum, { executionTimeMs }) => sum + executionTimeMs, 0),
        };
    });
}
function smokeTotals(record) {
    return smokeByPlace(record).map(({ place, runs, status, passed, failed, timeMs }) => [
        `smoke in ${place}, ${runs} run${runs === 1 ? "" : "s"}`,
        mark(status),
        String(passed),
        String(failed),
        "–",
        "–",
        duration(timeMs),
    ]);
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

;// CONCATENATED MODULE: ./build/packages/report/links.js

function linksOf(record, facts) {
    const { pullRequest, published, backport, rollback } = record;
    return [
        ...(pullRequest === undefined ? [] : [{ what: "Pull request", url: pullRequest.url }]),
        ...published.map(({ what, url, due }) => ({
            what: what.replaceAll("-", " "),
            url,
            ...(due === undefined ? {} : { due }),
        })),
        ...(backport?.url === undefined ? [] : [{ what: `Backport to ${backport.into}`, url: backport.url }]),
        ...(rollback?.git?.url === undefined ? [] : [{ what: "Revert", url: rollback.git.url }]),
        ...checks(record),
        ...testRuns(record, facts),
    ];
}
function ticketsOf(record) {
    return ticketLinks(record).flatMap((link) => {
        const { id, url } = /^\[(?<id>[^\]]+)\]\((?<url>[^)]+)\)$/.exec(link)?.groups ?? {};
        return id === undefined || url === undefined ? [] : [{ id, url }];
    });
}
function checks({ gates }) {
    return [...gates.values()].flatMap(({ gate, check }) => check?.url === undefined ? [] : [{ what: `Check of gate ${gate}`, url: check.url }]);
}
const homes = /^(?<home>https?:\/\/[^\s<>"|`]+?)\/(?:pull|releases|issues)\//;
function testRuns({ pullRequest, published }, facts) {
    const urls = [...(pullRequest === undefined ? [] : [pullRequest.url]), ...published.map(({ url }) => url)];
    const home = urls.flatMap((url) => homes.exec(url)?.groups?.["home"] ?? [])[0];
    if (home === undefined)
        return [];
    const tests = new Map();
    for (const fact of facts) {
        const what = testOf(fact);
        if (what === undefined || !/^\d{5,}$/.test(fact.run.id))
            continue;
        tests.set(fact.run.id, (tests.get(fact.run.id) ?? new Set()).add(what));
    }
    return [...tests].map(([run, what]) => ({
        what: `Test reports, traces and images of ${[...what].join(", ")}`,
        url: `${home}/actions/runs/${run}#artifacts`,
    }));
}
function testOf(fact) {
    if (fact.type === "gate-finished")
        return fact.gate;
    if (fact.type === "validation-finished")
        return "e2e after 100 %";
    return fact.type === "smoke-finished" ? `smoke in ${fact.environment}` : undefined;
}

;// CONCATENATED MODULE: ./build/packages/report/not-measured.js
const everyGate = ["security", "dod", "unit", "integration", "smoke", "e2e"];
function notMeasured(record) {
    return [
        ...(record.plan.gates.length === 0 ? [] : gatesWithout(record)),
        ...checksWithout(record),
        ...watchesWithout(record),
        ...afterRollback(record),
    ];
}
function gatesWithout({ plan, gates, validation }) {
    const outside = everyGate.filter((gate) => !plan.gates.includes(gate));
    const ran = plan.gates.flatMap((gate) => {
        const outcome = gates.get(gate);
        if (outcome === undefined)
            return [`gate ${gate}: did not run`];
        if (outcome.notRun === true)
            return [`gate ${gate}: nothing was tested, its set-up failed`];
        const { check, metrics, scope } = outcome;
        const numbers = check === undefined
            ? [`gate ${gate}: left no numbers`]
            : [`gate ${gate}: its numbers are those of the check ${check.name} of ${check.app}, which are not known here`];
        const walked = gate === "e2e" && validation?.scope === undefined && validation !== undefined;
        return [
            ...(metrics === undefined ? numbers : []),
            ...(scope === undefined || walked ? [] : [`gate ${gate}: only a part of its tests: ${scope}`]),
        ];
    });
    return [...outside.map((gate) => `gate ${gate}: no part of a ${plan.releaseType} release here`), ...ran];
}
function checksWithout(record) {
    const smoke = record.gates.get("smoke")?.metrics;
    const runs = [
        ...(smoke?.gate === "smoke" ? [{ where: "before release", checks: smoke.checks }] : []),
        ...record.smoke.map(({ environment, checks }) => ({ where: `in ${environment}`, checks })),
    ];
    const without = runs.flatMap(({ where, checks }) => checks
        .filter(({ status }) => status === "not-applicable")
        .map(({ category, name, detail }) => `smoke tests ${where}: ${category}, ${name}: ${detail ?? "does not apply"}`));
    const e2e = (record.validation ?? record.gates.get("e2e"))?.metrics;
    const skipped = e2e?.gate === "e2e" ? e2e.journeys.filter(({ status }) => status === "skipped") : [];
    const dod = record.gates.get("dod")?.metrics;
    const seen = record.assertion?.sha === record.gatedSha ? (record.assertion?.categories ?? []) : [];
    const categories = dod?.gate === "dod" ? dod.categories : [];
    const provisional = categories
        .map((category) => seen.find(({ name }) => name === category.name) ?? category)
        .filter(({ status }) => status === "provisional");
    return [
        ...new Set(without),
        ...skipped.map(({ name }) => `journey ${name}: skipped`),
        ...provisional.map(({ name, evidence }) => `Definition of Done, ${name}: provisional: ${evidence}`),
    ];
}
function watchesWithout({ watches }) {
    const points = new Map();
    for (const { environment, point, requests, notMeasured: missing } of watches) {
        const metrics = [...(requests === 0 ? ["error rate and latency, for want of traffic"] : []), ...missing];
        for (const metric of metrics) {
            const what = `watch in ${environment}: ${metric}`;
            points.set(what, [...(points.get(what) ?? []), point]);
        }
    }
    return [...points].map(([what, at]) => `${what} (at ${[...new Set(at)].join(", ")})`);
}
function afterRollback({ rollback, smoke }) {
    if (rollback === undefined)
        return [];
    return [
        ...(smoke.some(({ point }) => point === "rollback") ? [] : ["smoke tests after the rollback: not run"]),
        ...(rollback.health === undefined ? ["health after the rollback: not validated"] : []),
        ...(rollback.health !== undefined && rollback.health.errorRatio === undefined
            ? ["error rate after the rollback: no request was seen"]
            : []),
    ];
}

;// CONCATENATED MODULE: ./build/packages/report/progress.js
function progressOf(record, facts) {
    const step = facts.findLast((fact) => fact.type === "step-done");
    const test = facts.flatMap(progress_testOf).at(-1);
    return {
        ...(step?.type === "step-done" ? { lastStep: step.step } : {}),
        ...(test === undefined ? {} : { lastTest: test }),
        gatesNotRun: record.plan.gates.filter((gate) => !record.gates.has(gate)),
    };
}
function progress_testOf(fact) {
    if (fact.type === "gate-finished")
        return [`gate ${fact.gate}`];
    return fact.type === "smoke-finished" ? [`smoke tests in ${fact.environment}`] : [];
}

;// CONCATENATED MODULE: ./build/packages/report/release-report.js




















function releaseReport(facts, afterwards = {}) {
    const record = (0,machine/* fold */.AU)(facts);
    const parts = [
        [`# Release ${record.plan.tag}: ${cell(outcome(record))}`],
        section("Emergency", cell(emergencyLine(record) ?? "")),
        section("Overridden gates", overrideList(record)),
        section("Allowed findings", allowedList(record)),
        section("Where it stands", standing(record)),
        section("Why it ended so", trouble(record, facts, afterwards)),
        section("The release", redeployTable(record) ?? metadata(record)),
        section("Rollback", rollbackReport(record, facts, afterwards)),
        section("Changes", nested(record.changelog ?? "", 3)),
        section("Detected settings", detectedSettings(record)),
        section("Quality gates", record.plan.gates.length === 0 ? "" : gatesTable(record)),
        section("What to fix", failureList(record)),
        section("Advice", adviceList(record.comparison)),
        section("Tests", testReport(record)),
        section("Not measured", missing(record)),
        section("Deployment", deploymentTimeline(facts)),
        section("Where the time went", timesTable(record, facts)),
        section("Timeline", timeline(facts)),
        section("Warnings", record.warnings.map((warning) => `- ${cell(warning)}`).join("\n")),
        section("Links", release_report_links(record, facts)),
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
function trouble(record, facts, afterwards) {
    const { failure, verdict, escalation } = record;
    const failedIn = failure === undefined
        ? ""
        : `Failed in \`${failure.failedState}\`${failure.failedGate === undefined ? "" : `, gate \`${failure.failedGate}\``}: ${cell(failure.failureReason)}`;
    return [
        ...(failure === undefined
            ? []
            : [failedIn, bullets(failure.actionableFixSuggestions), completedUntil(record, facts)]),
        ...(failure === undefined || afterwards.rootCause === undefined
            ? []
            : [`Root cause: ${rootCauseCell(record, afterwards)}`]),
        ...(verdict === undefined ? [] : [`Rolled back (${verdict.trigger}): ${cell(verdict.reason)}`]),
        ...(escalation === undefined
            ? []
            : [`**Escalated**: ${cell(escalation.reason)}`, "By hand, in this order:", release_report_commands(escalation.manualSteps)]),
    ]
        .filter((text) => text !== "")
        .join("\n\n");
}
function missing(record) {
    const lines = notMeasured(record);
    if (record.plan.redeploy !== undefined && lines.length === 0)
        return "";
    return lines.length === 0 ? "Nothing that was planned is missing." : bullets(lines);
}
const bullets = (lines) => lines.map((line) => `- ${cell(line)}`).join("\n");
const release_report_commands = (lines) => lines.map((line) => `    ${printable(line)}`).join("\n");
function completedUntil(record, facts) {
    const { lastStep, lastTest = "none", gatesNotRun } = progressOf(record, facts);
    return [
        "This report is partial.",
        `Last completed step: ${lastStep === undefined ? "none" : `\`${lastStep}\``}.`,
        `Last completed test: ${lastTest}.`,
        gatesNotRun.length === 0 ? "Every gate ran." : `Gates that did not run: ${gatesNotRun.join(", ")}.`,
    ].join(" ");
}
function release_report_links(record, facts) {
    return [
        ...linksOf(record, facts).map(({ what, url, due }) => `- ${cell(what)}: ${address(url)}${due === undefined ? "" : `, due ${cell(due)}`}`),
        ...ticketLinks(record).map((link) => `- Ticket: ${link}`),
    ].join("\n");
}

;// CONCATENATED MODULE: ./build/packages/report/view.js











function viewOf(facts, { rootCause }) {
    const record = (0,machine/* fold */.AU)(facts);
    return {
        record,
        rootCause,
        emergency: emergencyLine(record),
        overrides: overridesOf(record),
        gates: record.plan.gates.map((gate) => {
            const result = record.gates.get(gate);
            const measured = result && gateNumbers(result.metrics, result.check);
            return { gate, result, measured, word: gateWord(record, gate) };
        }),
        smokeByPlace: smokeByPlace(record),
        notMeasured: notMeasured(record),
        deployment: deploymentEvents(facts),
        states: visitTimes(record, facts),
        progress: progressOf(record, facts),
        outcome: outcome(record),
        trafficBackMs: trafficBackMs(facts),
        links: linksOf(record, facts),
        tickets: ticketsOf(record),
    };
}

;// CONCATENATED MODULE: ./build/packages/report/written.js


function writtenReport(facts, afterwards = {}) {
    try {
        return { text: releaseReport(facts, afterwards) };
    }
    catch (thrown) {
        const failure = thrown instanceof Error ? thrown.message : String(thrown);
        return { text: rawReport(facts, failure), failure };
    }
}
function rawReport(facts, failure) {
    const lines = facts.map((fact) => `    ${JSON.stringify(fact)}`);
    return [
        `# Release ${cell(facts[0]?.release ?? "")}: the raw record`,
        `The report could not be written: ${cell(failure)}. Here is everything that it would be written from, a fact a line.`,
        lines.join("\n"),
        "",
    ].join("\n\n");
}

;// CONCATENATED MODULE: ./build/packages/report/formats.js


async function reportAs(format, facts, afterwards = {}) {
    switch (format) {
        case "md":
            return writtenReport(facts, afterwards);
        case "facts":
            return { text: `${JSON.stringify(facts, null, 2)}\n` };
        case "html": {
            const { htmlReport } = await Promise.all(/* import() */[__webpack_require__.e(5079), __webpack_require__.e(7480)]).then(__webpack_require__.bind(__webpack_require__, 87480));
            const { text, ...failure } = writtenReport(facts, afterwards);
            return { text: htmlReport(text), ...failure };
        }
        case "json":
            return asData(facts, afterwards);
    }
}
async function asData(facts, afterwards) {
    const { reportDocument } = await __webpack_require__.e(/* import() */ 7062).then(__webpack_require__.bind(__webpack_require__, 47062));
    try {
        return { text: `${JSON.stringify(reportDocument(viewOf(facts, afterwards)), null, 2)}\n` };
    }
    catch (thrown) {
        const failure = thrown instanceof Error ? thrown.message : String(thrown);
        return { text: `${JSON.stringify(facts, null, 2)}\n`, failure };
    }
}

;// CONCATENATED MODULE: ./build/packages/report/fitting.js


function fittingReport(markdown, limit, elsewhere) {
    return markdown.length <= limit ? markdown : folded(sectionsOf(markdown, elsewhere), limit);
}
function sectionsOf(markdown, elsewhere) {
    const sections = [{ lines: [] }];
    for (const { text, inCode } of readLines(markdown)) {
        if (!inCode && /^##? /.test(text))
            sections.push({ title: text, lines: [] });
        else
            sections.at(-1)?.lines.push(text);
    }
    return sections.map(({ title, lines }) => ({
        ...(title === undefined ? {} : { title }),
        body: lines.join("\n").trim() === "" ? (title === undefined ? "" : "\n") : lines.join("\n"),
        elsewhere,
    }));
}

;// CONCATENATED MODULE: ./build/packages/report/index.js


























/***/ })

};
