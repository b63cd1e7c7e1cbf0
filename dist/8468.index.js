export const id = 8468;
export const ids = [8468];
export const modules = {

/***/ 68468:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m6: () => (/* reexport */ familiesOf),
  u3: () => (/* reexport */ historiesOf),
  om: () => (/* reexport */ historyOf),
  Ey: () => (/* reexport */ openMetrics),
  Fn: () => (/* reexport */ otlpMetrics),
  oO: () => (/* reexport */ releaseFamilies),
  l7: () => (/* reexport */ releaseOf)
});

// UNUSED EXPORTS: openMetricsType, periodsOf, shareOf, spreadOf, stretchAt

;// CONCATENATED MODULE: ./build/packages/history/family.js
function numbers(name, help, values, unit) {
    const isTime = name.endsWith("_seconds");
    const named = unit ?? (isTime ? "seconds" : undefined);
    const points = values.map(([labels, value]) => ({ labels, value }));
    return { name, help, type: "gauge", points, ...(named === undefined ? {} : { unit: named }) };
}
function lasted(name, help, valuesMs) {
    return numbers(`${name}_seconds`, help, valuesMs.map(([labels, ms]) => [labels, ms / 1000]));
}
function times(name, help, spreads) {
    const points = spreads.map(([labels, spread]) => ({ labels, spread: inSeconds(spread) }));
    return { name: `${name}_seconds`, help, unit: "seconds", type: "summary", points };
}
function share(name, help, shares) {
    return [
        numbers(`${name}_ratio`, help, shares.flatMap(([labels, one]) => (one.share === null ? [] : [[labels, one.share]])), "ratio"),
        numbers(`${name}_n`, `${help}: counted over so many`, shares.map(([labels, one]) => [labels, one.n])),
    ];
}
const known = (value) => (value === null ? [] : [[{}, value]]);
const seconds = (at) => Date.parse(at) / 1000;
function inSeconds({ n, median, p90 }) {
    return { n, median: median === null ? null : median / 1000, p90: p90 === null ? null : p90 / 1000 };
}

;// CONCATENATED MODULE: ./build/packages/history/families.js

function familiesOf({ overall, releases, undelivered }) {
    const { window, dora, counts } = overall;
    const live = releases.filter(({ live: isLive }) => isLive);
    const waiting = Map.groupBy(live.flatMap(({ waiting: now }) => now ?? []), (now) => now.for);
    return [
        numbers("release_window_start_timestamp_seconds", "Begin of the time that is looked at", [
            [{}, seconds(window.from)],
        ]),
        numbers("release_window_end_timestamp_seconds", "End of the time that is looked at", [[{}, seconds(window.to)]]),
        numbers("release_attempts", "Attempts that came to an end in the window, by how they ended", [
            [{ outcome: "completed" }, counts.completed],
            [{ outcome: "failed" }, counts.failed],
            [{ outcome: "rolled_back" }, counts.rolledBack],
        ]),
        numbers("release_in_flight", "Releases that are not over", [[{}, live.length]]),
        numbers("release_waiting", "Releases in flight that wait, by what for", [...waiting].map(([name, own]) => [{ for: name }, own.length])),
        numbers("release_undelivered_commits", "Commits that staging has and production has not", undelivered.commits === null ? [] : [[{}, undelivered.commits]]),
        ...overallFamilies(overall),
        ...partFamilies(overall),
        numbers("release_dora_deployments", "Production releases that completed in the window", [
            [{}, dora.deploymentFrequency.n],
        ]),
        numbers("release_dora_deployments_per_week", "The same by week", known(dora.deploymentFrequency.perWeek)),
        times("release_dora_change_lead_time", "From commit to production, by commit", [[{}, dora.changeLeadTimeMs]]),
        ...share("release_dora_change_fail", "Deployments that needed immediate intervention", [[{}, dora.changeFailRate]]),
        times("release_dora_recovery_time", "From failure to rollback or hotfix", [[{}, dora.failedDeploymentRecoveryMs]]),
        numbers("release_dora_unrecovered", "Failed deployments that nothing has ended", [
            [{}, dora.failedDeploymentRecoveryMs.open],
        ]),
        ...share("release_dora_rework", "Deployments that are hotfixes", [[{}, dora.deploymentReworkRate]]),
        ...share("release_caught_in_canary", "Rollouts that went back by themselves before all traffic", [
            [{}, dora.caughtInCanary],
        ]),
    ];
}
function overallFamilies(overall) {
    const { humanActions } = overall;
    return [
        times("release_cycle_time", "From the start of a release until all of production is served", [
            [{}, overall.cycleTimeMs],
        ]),
        ...share("release_success", "Attempts that completed and were not taken back", [[{}, overall.success]]),
        ...share("release_rollback", "Attempts that went back, at once or later", [[{}, overall.rollbackFrequency]]),
        numbers("release_rollback_causes", "Attempts that went back, by why", overall.rollbackCauses.map(({ name, count }) => [{ cause: name }, count])),
        numbers("release_failure_causes", "Attempts that failed, by why", overall.failureCauses.map(({ name, count }) => [{ cause: name }, count])),
        times("release_restore_time", "From detection until all traffic is on the version before", [
            [{}, overall.timeToRestoreMs],
        ]),
        ...share("release_gate_compliance", "Deployed attempts that passed every planned gate; an override is no pass", [
            [{}, overall.gateCompliance],
        ]),
        ...share("release_smoke_compliance", "Deployments whose smoke tests ran and passed at every point", [
            [{}, overall.smokeCompliance],
        ]),
        {
            name: "release_human_actions",
            help: "What people did for a release",
            type: "summary",
            points: [{ labels: {}, spread: humanActions }],
        },
    ];
}
function partFamilies({ gates, security, smoke, deployments, states, adapters }) {
    const { critical, high, other, allowed, n } = security;
    const found = Object.entries({ critical, high, other, allowed });
    const covered = gates.flatMap(({ gate, latestCoverage }) => latestCoverage === null ? [] : [{ gate, latestCoverage }]);
    return [
        ...share("release_gate_passed", "Runs of a gate that passed", gates.map((one) => [{ gate: one.gate }, one.passed])),
        times("release_gate_time", "How long a gate ran", gates.map((one) => [{ gate: one.gate }, one.tookMs])),
        ...share("release_gate_tests_passed", "Tests, checks or journeys that passed", gates.map((one) => [{ gate: one.gate }, one.tests])),
        numbers("release_gate_coverage_ratio", "Covered lines, at the newest run", covered.map(({ gate, latestCoverage }) => [{ gate }, latestCoverage / 100]), "ratio"),
        numbers("release_security_findings", "Findings of the security gates, in all", n === 0 ? [] : found.map(([severity, count]) => [{ severity }, count])),
        numbers("release_security_scans", "Scans that found them", [[{}, n]]),
        ...share("release_smoke_passed", "Runs of smoke tests that passed", smoke.map((one) => [{ place: one.place }, one.passed])),
        times("release_smoke_time", "How long smoke tests ran", smoke.map((one) => [{ place: one.place }, one.tookMs])),
        ...share("release_deployment_passed", "Deployments that passed", deployments.map((one) => [{ environment: one.environment }, one.passed])),
        times("release_deployment_time", "How long a deployment took", deployments.map((one) => [{ environment: one.environment }, one.tookMs])),
        times("release_state_time", "How long a release was in a state, waits aside", states.map((one) => [{ state: one.state }, one.tookMs])),
        numbers("release_state_work_ratio", "A state's part of all that time", states.flatMap((one) => (one.ofWork.share === null ? [] : [[{ state: one.state }, one.ofWork.share]])), "ratio"),
        numbers("release_adapter_uses", "How often something outside was used", adapters.map(({ kind, name, used }) => [{ kind, name }, used])),
        numbers("release_adapter_failures", "How often that failed", adapters.map(({ kind, name, failed }) => [{ kind, name }, failed])),
    ];
}

;// CONCATENATED MODULE: ./build/packages/history/numbers.js
function shareOf(part, n) {
    return { part, n, share: n === 0 ? null : part / n };
}
function shareWhere(items, holds) {
    let part = 0;
    for (const item of items)
        if (holds(item))
            part += 1;
    return shareOf(part, items.length);
}
function spreadOf(values) {
    const n = values.length;
    if (n === 0)
        return { n, median: null, p90: null };
    const sorted = Float64Array.from(values).toSorted();
    const at = (index) => sorted[index] ?? 0;
    return { n, median: (at((n - 1) >> 1) + at(n >> 1)) / 2, p90: at(Math.ceil(n * 0.9) - 1) };
}
function countedOf(names) {
    const counts = new Map();
    for (const name of names)
        counts.set(name, (counts.get(name) ?? 0) + 1);
    return [...counts]
        .map(([name, count]) => ({ name, count }))
        .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

;// CONCATENATED MODULE: ./build/packages/history/dora.js

function aftermathOf(releases) {
    const byId = new Map(releases.map(({ release }) => [release.id, release]));
    const hotfixes = Map.groupBy(releases
        .map(({ release }) => release)
        .filter(({ hotfixOf, outcome }) => hotfixOf !== null && outcome === "completed"), ({ hotfixOf }) => hotfixOf);
    return { undoing: (id) => byId.get(id), hotfixes: (tag) => hotfixes.get(tag) ?? [] };
}
function doraOf(window, attempts, after) {
    const rollouts = attempts.filter(({ release }) => release.outcome === "completed" || release.rollback !== null);
    const completed = rollouts.filter(({ release }) => release.outcome === "completed");
    const deployments = rollouts.filter(({ release }) => release.rollback?.caught !== true).map(({ release }) => release);
    const failures = deployments.flatMap((release) => failureOf(release, after) ?? []);
    const recovered = failures.flatMap(({ recoveryMs }) => recoveryMs ?? []);
    const times = completed.map(({ release }) => Date.parse(release.concludedAt ?? "")).toSorted((a, b) => a - b);
    return {
        window,
        deploymentFrequency: {
            n: completed.length,
            perWeek: completed.length === 0 || window.days === 0 ? null : (completed.length * 7) / window.days,
            betweenMs: spreadOf(times.slice(1).map((time, index) => time - (times[index] ?? time))),
        },
        changeLeadTimeMs: spreadOf(completed.flatMap(({ leadMs }) => leadMs)),
        changeFailRate: shareOf(failures.length, deployments.length),
        failedDeploymentRecoveryMs: { ...spreadOf(recovered), open: failures.length - recovered.length },
        deploymentReworkRate: shareOf(deployments.filter(({ type }) => type === "hotfix").length, deployments.length),
        caughtInCanary: shareOf(rollouts.length - deployments.length, rollouts.length),
    };
}
function failureOf(release, after) {
    const rollback = release.rollback ?? (release.undoneBy === null ? null : after.undoing(release.undoneBy)?.rollback);
    const hotfixes = release.outcome === "completed" ? after.hotfixes(release.tag) : [];
    const began = [rollback?.detectedAt ?? [], hotfixes.map(({ startedAt }) => startedAt)].flat().toSorted()[0];
    if (began === undefined)
        return undefined;
    const ended = [rollback?.completedAt ?? [], hotfixes.map(({ concludedAt }) => concludedAt ?? [])]
        .flat(2)
        .toSorted()[0];
    return { recoveryMs: ended === undefined ? undefined : Date.parse(ended) - Date.parse(began) };
}

;// CONCATENATED MODULE: ./build/packages/history/actions.js

const endedByHand = new Set(["fix", "changelog", "service", "interrupted"]);
const isMachine = (who) => who.endsWith("[bot]");
function humanActionsOf(facts) {
    const deeds = [];
    const requests = new Set();
    let waitsFor;
    for (const fact of facts) {
        if (fact.type === "suspended")
            ({ waitsFor } = fact);
        else if (fact.type === "requested") {
            if (!requests.has(fact.id) && !isMachine(fact.by))
                deeds.push(fact.kind);
            requests.add(fact.id);
        }
        else if (fact.type === "woken" || fact.type === "resumed") {
            const byHand = fact.type === "resumed" && !isMachine(fact.by);
            if (byHand && waitsFor !== undefined && endedByHand.has(waitsFor))
                deeds.push("resume");
            waitsFor = undefined;
        }
        else
            deeds.push(...consentIn(fact));
    }
    return { n: deeds.length, by: countedOf(deeds) };
}
function consentIn(fact) {
    if (fact.type === "opened")
        return isMachine(fact.plan.initiatedBy) ? [] : ["start"];
    if (fact.type === "approved")
        return Array.from(new Set(fact.by), () => "approve");
    return fact.type === "production-approved" ? Array.from(new Set(fact.by), () => "approve production") : [];
}
function adaptersOf(facts) {
    const uses = new Map();
    const add = (kind, name, failed) => {
        const key = `${kind} ${name}`;
        const use = uses.get(key) ?? { kind, name, used: 0, failed: 0 };
        use.used += 1;
        if (failed)
            use.failed += 1;
        uses.set(key, use);
    };
    for (const fact of facts) {
        if (fact.type === "notified")
            add("channel", fact.channel, fact.status === "failed");
        else if (fact.type === "suspended" && fact.waitsFor === "service")
            add("service", "code host or target", true);
        else if (fact.type === "deployment-finished")
            add("deployment", fact.environment, fact.status === "failed");
        else if (fact.type === "gate-finished")
            add("gate environment", fact.gate, fact.notRun === true || fact.failures.some((one) => one.class === "environment"));
        else if (fact.type === "warned")
            add("warning", "warnings", true);
    }
    return [...uses.values()];
}
function adaptersOver(each) {
    const sums = new Map();
    for (const use of each.flat()) {
        const key = `${use.kind} ${use.name}`;
        const before = sums.get(key);
        sums.set(key, { ...use, used: use.used + (before?.used ?? 0), failed: use.failed + (before?.failed ?? 0) });
    }
    return [...sums.values()].toSorted((a, b) => b.failed - a.failed || b.used - a.used || (a.name < b.name ? -1 : 1));
}

;// CONCATENATED MODULE: ./build/packages/history/parts.js

const gateNames = ["security", "dod", "unit", "integration", "smoke", "e2e"];
const environments = ["development", "staging", "production"];
const places = [...environments, "rollback"];
function gateHistory(releases) {
    const byGate = Map.groupBy(releases.flatMap(({ gates }) => gates), ({ gate }) => gate);
    return gateNames.flatMap((gate) => {
        const runs = byGate.get(gate);
        if (runs === undefined)
            return [];
        const tests = runs.flatMap((run) => run.tests ?? []);
        const passed = tests.reduce((sum, one) => sum + one.passed, 0);
        const failed = tests.reduce((sum, one) => sum + one.failed, 0);
        const covered = runs.filter(({ coverage }) => coverage !== undefined).toSorted((a, b) => (a.at < b.at ? -1 : 1));
        const entry = {
            gate,
            passed: shareWhere(runs, ({ status }) => status === "passed"),
            notRun: runs.filter(({ notRun }) => notRun).length,
            overridden: runs.filter(({ overridden }) => overridden).length,
            tookMs: spreadOf(runs.map(({ tookMs }) => tookMs)),
            overTarget: shareWhere(runs, ({ tookMs, targetMs }) => tookMs > targetMs),
            tests: shareOf(passed, passed + failed),
            coverage: spreadOf(covered.flatMap(({ coverage }) => coverage ?? [])),
            latestCoverage: covered.at(-1)?.coverage ?? null,
        };
        return [entry];
    });
}
function securityHistory(releases) {
    const found = releases.flatMap(({ gates }) => gates.flatMap(({ findings }) => findings ?? []));
    const sum = (of) => found.reduce((total, one) => total + one[of], 0);
    return {
        n: found.length,
        critical: sum("critical"),
        high: sum("high"),
        other: sum("other"),
        allowed: sum("allowed"),
    };
}
function smokeHistory(releases) {
    const byPlace = Map.groupBy(releases.flatMap(({ smoke }) => smoke), ({ place }) => place);
    return places.flatMap((place) => {
        const runs = byPlace.get(place);
        if (runs === undefined)
            return [];
        const passed = shareWhere(runs, ({ status }) => status === "passed");
        return [{ place, passed, tookMs: spreadOf(runs.map(({ tookMs }) => tookMs)) }];
    });
}
function deploymentHistory(releases) {
    return environments.flatMap((environment) => {
        const ended = releases.flatMap(({ deployments }) => deployments.filter((one) => one.environment === environment && one.status !== null));
        if (ended.length === 0)
            return [];
        const passed = ended.filter(({ status }) => status === "passed");
        const tookMs = spreadOf(passed.flatMap((one) => one.tookMs ?? []));
        return [{ environment, passed: shareOf(passed.length, ended.length), tookMs }];
    });
}
function stateHistory(releases) {
    const working = releases.filter(({ slowest }) => slowest !== null);
    const workMs = working.reduce((sum, release) => sum + release.workMs, 0);
    const visits = working.flatMap(({ states }) => states.filter(({ targetMs }) => targetMs !== null));
    return [...Map.groupBy(visits, ({ state }) => state)]
        .map(([state, own]) => {
        const tookMs = own.map((visit) => visit.tookMs - visit.waitedMs);
        return {
            state,
            ofWork: shareOf(tookMs.reduce((sum, ms) => sum + ms, 0), workMs),
            slowestIn: shareWhere(working, ({ slowest }) => slowest?.state === state),
            tookMs: spreadOf(tookMs),
            overTarget: shareWhere(own, ({ overTarget }) => overTarget),
        };
    })
        .toSorted((a, b) => b.ofWork.part - a.ofWork.part);
}

;// CONCATENATED MODULE: ./build/packages/history/measures.js




function measuresIn(window, measured, after) {
    const releases = measured.map(({ release }) => release);
    const tried = measured.filter(({ release }) => isAttempt(release));
    const attempts = tried.map(({ release }) => release);
    const wentBack = attempts.filter((release) => release.rollback !== null || release.undoneBy !== null);
    const good = attempts.filter(({ outcome, undoneBy }) => outcome === "completed" && undoneBy === null);
    const compliant = attempts.flatMap(({ gatesCompliant }) => gatesCompliant ?? []);
    const smoked = attempts.flatMap(({ deployments }) => deployments.flatMap((one) => one.smoked ?? []));
    return {
        window,
        counts: countsOf(releases, attempts),
        cycleTimeMs: spreadOf(attempts.flatMap(({ cycleMs }) => cycleMs ?? [])),
        success: shareOf(good.length, attempts.length),
        rollbackFrequency: shareOf(wentBack.length, attempts.length),
        rollbackCauses: countedOf(wentBack.map((release) => triggerOf(release, after))),
        failureCauses: countedOf(attempts.flatMap(({ failure }) => failure?.cause ?? [])),
        timeToRestoreMs: spreadOf(releases.flatMap(restoreMs)),
        gates: gateHistory(attempts),
        security: securityHistory(attempts),
        smoke: smokeHistory(releases),
        deployments: deploymentHistory(attempts),
        states: stateHistory(attempts),
        humanActions: actionsOf(attempts),
        gateCompliance: shareWhere(compliant, Boolean),
        smokeCompliance: shareWhere(smoked, Boolean),
        adapters: adaptersOver(releases.map(({ adapters }) => adapters)),
        dora: doraOf(window, tried, after),
    };
}
function isAttempt({ type }) {
    return type === "standard" || type === "hotfix";
}
function countsOf(releases, attempts) {
    return {
        attempts: attempts.length,
        completed: having(attempts, ({ outcome }) => outcome === "completed"),
        failed: having(attempts, ({ outcome }) => outcome === "failed"),
        rolledBack: having(attempts, ({ rollback }) => rollback !== null),
        undone: having(attempts, ({ undoneBy }) => undoneBy !== null),
        hotfixes: having(attempts, ({ type }) => type === "hotfix"),
        retries: having(attempts, ({ attempt }) => attempt > 1),
        rollbackReleases: having(releases, ({ type }) => type === "rollback"),
        redeploys: having(releases, ({ type }) => type === "redeploy"),
        escalated: having(releases, ({ outcome }) => outcome === "escalated"),
    };
}
function having(releases, holds) {
    return releases.filter(holds).length;
}
function triggerOf({ rollback, undoneBy }, after) {
    return (rollback ?? after.undoing(undoneBy ?? "")?.rollback)?.trigger ?? "manual";
}
function restoreMs({ rollback }) {
    if (rollback === null || rollback.restoredAt === null)
        return [];
    return [Date.parse(rollback.restoredAt) - Date.parse(rollback.detectedAt)];
}
function actionsOf(attempts) {
    const each = attempts.map(({ humanActions }) => humanActions.n);
    const total = each.reduce((sum, n) => sum + n, 0);
    const by = new Map();
    for (const { humanActions } of attempts)
        for (const { name, count } of humanActions.by)
            by.set(name, (by.get(name) ?? 0) + count);
    const counted = [...by].map(([name, count]) => ({ name, count }));
    return { ...spreadOf(each), total, by: counted.toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)) };
}

// EXTERNAL MODULE: ./build/packages/faults/index.js + 3 modules
var faults = __webpack_require__(72326);
;// CONCATENATED MODULE: ./build/packages/history/periods.js

const dayMs = 24 * 3_600_000;
function periodsOf(period, fromMs, toMs) {
    const stretches = [];
    for (let at = fromMs; at < toMs; at = stretches.at(-1)?.toMs ?? toMs)
        stretches.push(stretchAt(period, at));
    return stretches;
}
function stretchAt(period, ms) {
    if (period.kind === "sprint")
        return sprintAt(period, ms);
    const at = new Date(ms);
    const year = at.getUTCFullYear();
    const months = period.kind === "month" ? 1 : 3;
    const index = Math.floor(at.getUTCMonth() / months);
    const name = months === 3 ? `${yearText(ms)}-Q${index + 1}` : `${yearText(ms)}-${String(index + 1).padStart(2, "0")}`;
    return { name, fromMs: Date.UTC(year, index * months), toMs: Date.UTC(year, (index + 1) * months) };
}
function sprintAt({ days, start }, ms) {
    const startMs = Date.parse(`${start}T00:00:00Z`);
    if (!Number.isInteger(days) || days < 1 || Number.isNaN(startMs))
        throw new faults/* ReleaseFault */.eB("input", `A sprint of ${days} days from ${start} on is none`, {
            hint: "Give whole days and the first day of any sprint, such as 14 and 2026-01-05.",
        });
    const lengthMs = days * dayMs;
    const fromMs = startMs + Math.floor((ms - startMs) / lengthMs) * lengthMs;
    return { name: new Date(fromMs).toISOString().slice(0, 10), fromMs, toMs: fromMs + lengthMs };
}
const yearText = (ms) => new Date(ms).toISOString().slice(0, 4);
function windowOf(fromMs, toMs) {
    return {
        from: new Date(fromMs).toISOString(),
        to: new Date(toMs).toISOString(),
        days: Math.max(0, toMs - fromMs) / dayMs,
    };
}

// EXTERNAL MODULE: ./build/packages/machine/index.js + 19 modules
var machine = __webpack_require__(10167);
;// CONCATENATED MODULE: ./build/packages/history/lead-times.js
function leadTimesOf({ ledger }, completedAt) {
    if (completedAt === null || ledger?.committedAt === undefined)
        return [];
    const servedMs = Date.parse(completedAt);
    return ledger.committedAt.map((seconds) => Math.max(0, servedMs - seconds * 1000));
}

;// CONCATENATED MODULE: ./build/packages/history/passage.js

function waitsIn(facts, untilMs) {
    const waits = [];
    let sinceMs;
    for (const fact of facts) {
        if (fact.type === "suspended")
            sinceMs ??= Date.parse(fact.at);
        if (fact.type !== "resumed" || sinceMs === undefined)
            continue;
        waits.push({ fromMs: sinceMs, untilMs: Date.parse(fact.at) });
        sinceMs = undefined;
    }
    if (sinceMs !== undefined)
        waits.push({ fromMs: sinceMs, untilMs });
    return waits;
}
function waitedMs(waits, fromMs, untilMs) {
    let sumMs = 0;
    for (const wait of waits)
        sumMs += Math.max(0, Math.min(wait.untilMs, untilMs) - Math.max(wait.fromMs, fromMs));
    return sumMs;
}
function statesOf(record, waits, untilMs) {
    const isAgain = record.redeploy !== undefined;
    return record.visits.map(({ state, since }, index) => {
        const fromMs = Date.parse(since);
        const next = record.visits[index + 1];
        const endMs = Math.max(fromMs, next === undefined ? untilMs : Date.parse(next.since));
        const waited = waitedMs(waits, fromMs, endMs);
        const targetMs = (isAgain ? undefined : machine/* timing */.N9[state].targetMs) ?? null;
        return {
            state: isAgain ? "redeploy" : state,
            since,
            tookMs: endMs - fromMs,
            waitedMs: waited,
            targetMs,
            overTarget: targetMs !== null && endMs - fromMs - waited > targetMs,
        };
    });
}
function workOf(states) {
    const byState = new Map();
    let workMs = 0;
    let targetMs = null;
    for (const { state, tookMs, waitedMs: waited, targetMs: target } of states) {
        if (target === null)
            continue;
        workMs += tookMs - waited;
        targetMs = (targetMs ?? 0) + target;
        byState.set(state, (byState.get(state) ?? 0) + tookMs - waited);
    }
    let slowest = null;
    for (const [state, ms] of byState)
        if (ms > (slowest?.share ?? 0) * workMs)
            slowest = { state, share: ms / workMs };
    return { workMs, targetMs, slowest };
}

;// CONCATENATED MODULE: ./build/packages/history/rollback.js
function rollbackOf(record, facts, reachedPercent) {
    const { plan, verdict, rollback } = record;
    if (rollback === undefined)
        return null;
    const isLater = plan.rollback !== undefined;
    const trigger = verdict?.trigger ?? "manual";
    const escalated = record.escalation !== undefined;
    const { detectedAt, restoredAt } = momentsOf(record, facts);
    return {
        trigger,
        reason: verdict?.reason ?? plan.rollback?.reason ?? "",
        from: plan.rollback?.from ?? plan.tag,
        to: rollback.reverted?.status === "passed" ? rollback.reverted.to : null,
        reachedPercent: isLater ? null : reachedPercent,
        caught: !isLater && trigger !== "manual" && !escalated && reachedPercent < 100,
        detectedAt,
        restoredAt,
        completedAt: rollback.phase === "rollback_completed" ? rollback.since : null,
    };
}
function momentsOf(record, facts) {
    const { verdict, question, visits, openedAt } = record;
    let detectedAt = verdict?.at ?? visits.at(-1)?.since ?? openedAt;
    if (record.plan.rollback !== undefined)
        detectedAt = openedAt;
    else if (question?.what === "rollback" && question.decided === undefined && question.at < detectedAt)
        detectedAt = question.at;
    const back = facts.find((fact) => fact.at >= detectedAt &&
        ((fact.type === "traffic-reverted" && fact.environment === "production" && fact.status === "passed") ||
            (fact.type === "traffic-shifted" && fact.environment === "production" && fact.percent === 0)));
    return { detectedAt, restoredAt: back?.at ?? null };
}

;// CONCATENATED MODULE: ./build/packages/history/runs.js

function gateRun(plan, fact) {
    const { gate, status, at, executionTimeMs, targetMs, notRun = false } = fact;
    const overridden = status === "failed" && !notRun && (0,machine/* overrideOf */.Oe)(plan, gate) !== undefined;
    return { gate, status, at, tookMs: executionTimeMs, targetMs, overridden, notRun, ...measured(fact) };
}
function measured({ metrics, }) {
    switch (metrics?.gate) {
        case "unit":
        case "integration": {
            const { coverage, requiredCoverage, totalTests, failedTests } = metrics;
            const tests = { passed: Math.max(0, totalTests - failedTests), failed: failedTests };
            return { coverage, requiredCoverage, tests };
        }
        case "smoke":
            return { tests: { passed: metrics.categoriesPassed, failed: metrics.categoriesFailed } };
        case "e2e":
            return { tests: { passed: metrics.journeysPassed, failed: metrics.journeysFailed } };
        case "security": {
            const { criticalIssues: critical, highIssues: high, otherIssues: other, allowed = [] } = metrics;
            return { findings: { critical, high, other, allowed: allowed.length } };
        }
        case "dod":
        case undefined:
            return {};
    }
}
function smokeRun({ environment, point, status, at, executionTimeMs, failedTests, }) {
    const place = point === "rollback" ? "rollback" : environment;
    return { place, point, status, at, tookMs: executionTimeMs, failed: failedTests };
}
function deploymentsOf(facts, smoke) {
    const all = new Map();
    for (const fact of facts) {
        if (fact.type === "deployment-started") {
            const { environment, at } = fact;
            const before = all.get(environment);
            const startedAt = before === undefined || before.status !== null ? at : before.startedAt;
            const reachedPercent = before?.reachedPercent ?? 0;
            all.set(environment, { environment, startedAt, reachedPercent, status: null, tookMs: null });
        }
        else if (fact.type === "traffic-shifted") {
            const begun = all.get(fact.environment);
            if (begun !== undefined)
                begun.reachedPercent = Math.max(begun.reachedPercent, fact.percent);
        }
        else if (fact.type === "deployment-finished") {
            const begun = all.get(fact.environment);
            if (begun === undefined)
                continue;
            begun.status = fact.status;
            begun.tookMs = fact.deploymentDurationMs;
        }
    }
    return [...all.values()].map((begun) => ({
        ...begun,
        smoked: begun.status === "passed" ? wasSmoked(begun.environment, smoke) : null,
    }));
}
function wasSmoked(environment, smoke) {
    const last = new Map();
    for (const run of smoke)
        if (run.place === environment)
            last.set(run.point, run.status === "passed");
    return last.size > 0 && ![...last.values()].includes(false);
}

;// CONCATENATED MODULE: ./build/packages/history/release.js







const deploying = new Set(["staging", "production", "production_canary"]);
function measure(told, now, undoneBy) {
    const leadMs = leadTimesOf(told.record, completedAt(told.record));
    return { release: measuresOf(told, { now, undoneBy, leadMs }), leadMs };
}
function measuredOnce(told, { now, undoneBy, kept }) {
    const before = kept?.get(told.record);
    if (before !== undefined && before.release.undoneBy === undoneBy)
        return before;
    const measured = measure(told, now, undoneBy);
    if (told.record.settled !== undefined)
        kept?.set(told.record, measured);
    return measured;
}
function measuresOf({ record, facts }, { now, undoneBy, leadMs }) {
    const { id, plan, settled } = record;
    const endMs = settled === undefined ? Math.max(now, Date.parse(record.lastAt)) : Date.parse(settled.at);
    const startMs = Date.parse(record.openedAt);
    const waits = waitsIn(facts, endMs);
    const states = statesOf(record, waits, endMs);
    const work = workOf(states);
    const { gates, smoke } = runsOf(record, facts);
    const deployments = deploymentsOf(facts, smoke);
    const reached = deployments.find(({ environment }) => environment === "production")?.reachedPercent ?? 0;
    const completed = completedAt(record);
    return {
        id,
        tag: plan.tag,
        previousTag: plan.previousTag ?? null,
        type: plan.releaseType,
        attempt: record.attempt,
        retryOf: plan.retry?.release ?? null,
        hotfixOf: plan.releaseType === "hotfix" ? plan.baseBranch : null,
        state: record.state,
        phase: record.rollback?.phase ?? record.redeploy?.phase ?? null,
        outcome: outcomeOf(record),
        live: settled === undefined,
        undoneBy,
        by: plan.initiatedBy,
        startedAt: record.openedAt,
        concludedAt: concludedAt(record),
        endedAt: settled?.at ?? null,
        elapsedMs: endMs - startMs,
        waitedMs: waitedMs(waits, startMs, endMs),
        ...work,
        overTarget: work.targetMs !== null && work.workMs > work.targetMs,
        states,
        cycleMs: completed === null ? null : Date.parse(completed) - startMs,
        gates,
        gatesCompliant: gatesCompliant(record),
        overrides: plan.overrides ?? [],
        smoke,
        deployments,
        rollback: rollbackOf(record, facts, reached),
        failure: release_failureOf(record),
        humanActions: humanActionsOf(facts),
        adapters: adaptersOf(facts),
        commits: { n: record.ledger?.commits ?? null, leadMs: spreadOf(leadMs) },
        waiting: waitingOf(record),
    };
}
function undoings(releases) {
    const found = new Map();
    for (const { record } of releases) {
        const from = record.plan.rollback?.from;
        if (from === undefined || record.rollback?.reverted?.status !== "passed")
            continue;
        const before = found.get(from);
        if (before === undefined || record.openedAt < before.openedAt)
            found.set(from, record);
    }
    return found;
}
function runsOf({ plan }, facts) {
    const gates = [];
    const smoke = [];
    for (const fact of facts) {
        if (fact.type === "gate-finished")
            gates.push(gateRun(plan, fact));
        else if (fact.type === "smoke-finished")
            smoke.push(smokeRun(fact));
    }
    return { gates, smoke };
}
function completedAt({ plan, visits }) {
    if (plan.rollback !== undefined || plan.redeploy !== undefined)
        return null;
    return visits.find(({ state }) => state === "completed")?.since ?? null;
}
function outcomeOf(record) {
    const { state, redeploy, rollback, escalation } = record;
    if (redeploy !== undefined) {
        if (redeploy.phase === "redeployed" || redeploy.phase === "called_off")
            return redeploy.phase;
        return redeploy.phase === "escalation" ? "escalated" : "in_flight";
    }
    if (rollback !== undefined) {
        if (rollback.phase === "rollback_completed")
            return "rolled_back";
        return escalation !== undefined || rollback.phase === "escalation" ? "escalated" : "in_flight";
    }
    return state === "completed" || state === "failed" ? state : "in_flight";
}
function concludedAt(record) {
    const { state, visits, redeploy, rollback } = record;
    if (outcomeOf(record) === "in_flight" || !(0,machine/* isTerminal */.Hd)(state))
        return null;
    if (redeploy !== undefined)
        return redeploy.since;
    if (rollback !== undefined)
        return rollback.since;
    return visits.at(-1)?.since ?? null;
}
function gatesCompliant({ plan, visits, gates }) {
    if (plan.rollback !== undefined || plan.redeploy !== undefined)
        return null;
    if (!visits.some(({ state }) => deploying.has(state)))
        return null;
    return plan.gates.every((gate) => gates.get(gate)?.status === "passed");
}
function release_failureOf({ failure, state }) {
    if (state !== "failed" || failure === undefined)
        return null;
    const { failedGate, cause, failedState, failureReason: reason } = failure;
    return { cause: failedGate === undefined ? (cause ?? `state ${failedState}`) : `gate ${failedGate}`, reason };
}
function waitingOf({ suspended, settled }) {
    if (suspended === undefined || settled !== undefined)
        return null;
    const { waitsFor, at, until, reason, command, environment } = suspended;
    return { for: waitsFor, since: at, until: until ?? null, reason, command, environment: environment ?? null };
}

;// CONCATENATED MODULE: ./build/packages/history/undelivered.js
function undeliveredOf(releases, undone) {
    const serving = servingIn(releases);
    const staging = serving.get("staging") ?? null;
    const production = serving.get("production") ?? null;
    const between = staging === null || staging === production ? [] : chain(releases, undone, staging, production);
    const commits = between.map(({ record }) => record.ledger?.commits ?? null);
    return {
        staging,
        production,
        releases: between
            .map(({ record: { id, plan, ledger, changelog = "" } }) => ({
            id,
            tag: plan.tag,
            commits: ledger?.commits ?? null,
            changelog,
        }))
            .toReversed(),
        commits: commits.includes(null) ? null : commits.reduce((sum, n) => sum + (n ?? 0), 0),
    };
}
function servingIn(releases) {
    const newest = new Map();
    for (const { record, facts } of releases) {
        for (const fact of facts) {
            const arrival = arrivalIn(fact, record.plan);
            if (arrival !== undefined && (newest.get(arrival.environment)?.at ?? "") <= arrival.at)
                newest.set(arrival.environment, arrival);
        }
    }
    return new Map([...newest].map(([environment, { tag }]) => [environment, tag]));
}
function arrivalIn(fact, { tag, redeploy }) {
    const { at } = fact;
    if (fact.type === "deployment-finished" && fact.status === "passed" && fact.environment !== "production")
        return { environment: fact.environment, tag, at };
    if (fact.type === "moved" && fact.to === "completed")
        return { environment: "production", tag, at };
    if (fact.type === "traffic-reverted" && fact.status === "passed")
        return { environment: fact.environment, tag: fact.to, at };
    if (fact.type === "redeploy-moved" && fact.to === "redeployed" && redeploy !== undefined)
        return { environment: redeploy.environment, tag, at };
    return undefined;
}
function chain(releases, undone, from, to) {
    const byTag = new Map();
    for (const told of releases) {
        const { plan, openedAt, tag: tagged } = told.record;
        if (plan.rollback !== undefined || plan.redeploy !== undefined || tagged === undefined)
            continue;
        const known = byTag.get(plan.tag);
        if (known === undefined || known.record.openedAt <= openedAt)
            byTag.set(plan.tag, told);
    }
    const found = [];
    for (let tag = from; tag !== undefined && tag !== to;) {
        const told = byTag.get(tag);
        byTag.delete(tag);
        if (told === undefined || (told.record.state === "completed" && !undone.has(told.record.id)))
            break;
        found.push(told);
        tag = told.record.plan.previousTag;
    }
    return found;
}

;// CONCATENATED MODULE: ./build/packages/history/history.js





function historyOf(releases, options) {
    return countedBy(counted(releases, options), options.period ?? { kind: "month" });
}
function historiesOf(releases, { now, periods, kept }) {
    const all = counted(releases, { now }, kept);
    return periods.map((period) => countedBy(all, period));
}
function counted(releases, options, kept) {
    const { now } = options;
    const undoing = undoings(releases);
    const all = releases
        .map((told) => measuredOnce(told, { now, undoneBy: undoneBy(told, undoing), kept }))
        .toSorted(({ release: a }, { release: b }) => (a.startedAt < b.startedAt ? 1 : -1));
    const after = aftermathOf(all);
    const { fromMs, toMs } = bounds(all, options);
    const inside = all.filter(({ release: { startedAt, concludedAt } }) => concludedAt === null ? Date.parse(startedAt) < toMs : within(concludedAt, fromMs, toMs));
    const concluded = inside.filter(({ release }) => release.concludedAt !== null);
    return {
        schema: 1,
        at: new Date(now).toISOString(),
        overall: measuresIn(windowOf(fromMs, toMs), concluded, after),
        releases: inside.map(({ release }) => release),
        undelivered: undeliveredOf(releases, new Set(all.filter(({ release }) => release.undoneBy !== null).map(({ release }) => release.id))),
        concluded,
        after,
        fromMs,
        toMs,
    };
}
function countedBy({ concluded, after, fromMs, toMs, ...rest }, period) {
    const byPeriod = Map.groupBy(concluded, ({ release }) => nameOf(period, release.concludedAt));
    const periods = periodsOf(period, fromMs, toMs).map((stretch) => {
        const window = windowOf(Math.max(stretch.fromMs, fromMs), Math.min(stretch.toMs, toMs));
        return { name: stretch.name, ...measuresIn(window, byPeriod.get(stretch.name) ?? [], after) };
    });
    return { ...rest, period, periods };
}
function releaseOf(told, now) {
    return measure(told, now, null).release;
}
function undoneBy({ record }, undoing) {
    if (record.state !== "completed" || record.plan.rollback !== undefined || record.plan.redeploy !== undefined)
        return null;
    return undoing.get(record.plan.tag)?.id ?? null;
}
function bounds(all, { now, from, to }) {
    const moments = all.map(({ release }) => Date.parse(release.concludedAt ?? release.startedAt));
    const toMs = to ?? moments.reduce((latest, ms) => Math.max(latest, ms), now) + 1;
    const first = all.at(-1)?.release.startedAt;
    const fromMs = from ?? (first === undefined ? now : Date.parse(first));
    return { fromMs: Math.min(fromMs, toMs), toMs };
}
function within(at, fromMs, toMs) {
    const ms = Date.parse(at);
    return ms >= fromMs && ms < toMs;
}
const nameOf = (period, at) => stretchAt(period, Date.parse(at ?? "")).name;

;// CONCATENATED MODULE: ./build/packages/history/release-families.js

function releaseFamilies(release) {
    const { outcome, type, cycleMs, elapsedMs, rollback, humanActions, gates, smoke, deployments, states, commits } = release;
    const restoreMs = rollback?.restoredAt == null ? null : Date.parse(rollback.restoredAt) - Date.parse(rollback.detectedAt);
    return [
        numbers("release_ended", "A release that came to an end", [[{ outcome, type }, 1]]),
        lasted("release_elapsed", "From its start to its end", [[{}, elapsedMs]]),
        lasted("release_cycle_time", "From the start until all of production is served", known(cycleMs)),
        lasted("release_restore_time", "From detection until all traffic is on the version before", known(restoreMs)),
        numbers("release_human_actions", "What people did for it", [[{}, humanActions.n]]),
        numbers("release_commits", "Commits since the version before", known(commits.n)),
        lasted("release_gate_time", "How long a gate ran", gates.map((one) => [{ gate: one.gate, status: one.status }, one.tookMs])),
        numbers("release_gate_tests", "Tests, checks or journeys", gates.flatMap(({ gate, tests }) => tests === undefined
            ? []
            : [[{ gate, status: "passed" }, tests.passed], [{ gate, status: "failed" }, tests.failed]])),
        numbers("release_gate_coverage_ratio", "Covered lines", gates.flatMap(({ gate, coverage }) => (coverage === undefined ? [] : [[{ gate }, coverage / 100]])), "ratio"),
        lasted("release_smoke_time", "How long smoke tests ran", smoke.map((one) => [{ place: one.place, point: one.point, status: one.status }, one.tookMs])),
        lasted("release_deployment_time", "How long a deployment took", deployments.flatMap(({ environment, tookMs }) => (tookMs === null ? [] : [[{ environment }, tookMs]]))),
        lasted("release_state_time", "How long it was in a state, waits aside", states.map((one) => [{ state: one.state }, one.tookMs - one.waitedMs])),
    ].filter(({ points }) => points.length > 0);
}

;// CONCATENATED MODULE: ./build/packages/history/openmetrics.js
const openMetricsType = "application/openmetrics-text; version=1.0.0; charset=utf-8";
function openMetrics(families) {
    const told = families.filter(({ points }) => points.length > 0);
    return `${told.map(familyText).join("")}# EOF\n`;
}
function familyText(family) {
    const { name, type, unit, help, points } = family;
    const head = [
        `# TYPE ${name} ${type}`,
        ...(unit === undefined ? [] : [`# UNIT ${name} ${unit}`]),
        `# HELP ${name} ${escaped(help)}`,
    ];
    return `${[...head, ...points.flatMap((point) => samples(name, point))].join("\n")}\n`;
}
function samples(name, point) {
    if ("value" in point)
        return [sample(name, point.labels, point.value)];
    const { labels, spread } = point;
    const quantile = (of, value) => value === null ? [] : [sample(name, { ...labels, quantile: of }, value)];
    return [...quantile("0.5", spread.median), ...quantile("0.9", spread.p90), sample(`${name}_count`, labels, spread.n)];
}
function sample(name, labels, value) {
    const pairs = Object.entries(labels).map(([key, text]) => `${key}="${escaped(text)}"`);
    return `${name}${pairs.length === 0 ? "" : `{${pairs.join(",")}}`} ${value}`;
}
function escaped(text) {
    return text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
}

;// CONCATENATED MODULE: ./build/packages/history/otlp.js
function otlpMetrics(families, source) {
    const metrics = families.filter(({ points }) => points.length > 0).map((family) => metricOf(family, source));
    const scope = { name: "release-command" };
    return {
        resourceMetrics: [{ resource: { attributes: attributes(source.resource) }, scopeMetrics: [{ scope, metrics }] }],
    };
}
const units = { seconds: "s", ratio: "1" };
function metricOf({ name, help, unit, type, points }, { labels, atMs }) {
    const timeUnixNano = `${BigInt(Math.floor(atMs)) * 1000000n}`;
    const dataPoints = points.map((point) => ({
        attributes: attributes({ ...labels, ...point.labels }),
        timeUnixNano,
        ...numbersOf(point),
    }));
    const described = { name, description: help, unit: unit === undefined ? "1" : units[unit] };
    return type === "gauge" ? { ...described, gauge: { dataPoints } } : { ...described, summary: { dataPoints } };
}
function numbersOf(point) {
    if ("value" in point)
        return { asDouble: point.value };
    const { n, median, p90 } = point.spread;
    return { count: String(n), quantileValues: [...quantileOf(0.5, median), ...quantileOf(0.9, p90)] };
}
function attributes(labels) {
    return Object.entries(labels).map(([key, value]) => ({ key, value: { stringValue: value } }));
}
function quantileOf(quantile, value) {
    return value === null ? [] : [{ quantile, value }];
}

;// CONCATENATED MODULE: ./build/packages/history/index.js









/***/ })

};
