export const id = 7062;
export const ids = [7062];
export const modules = {

/***/ 47062:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reportDocument: () => (/* binding */ reportDocument)
});

;// CONCATENATED MODULE: ./build/packages/report/document-tests.js
const testTypes = ["unit", "integration", "smoke", "e2e"];
function testsOf({ record, ...view }) {
    const ran = testTypes.flatMap((type) => {
        const result = record.gates.get(type);
        return result === undefined ? [] : [{ ...result, test: type }];
    });
    const before = record.gates.get("smoke")?.metrics;
    const walked = (record.validation ?? record.gates.get("e2e"))?.metrics;
    return {
        types: ran.map(({ test, status, executionTimeMs, metrics }) => ({
            type: test,
            status,
            timeMs: executionTimeMs,
            ...countsOf(metrics),
        })),
        smokeByPlace: view.smokeByPlace.map((place) => ({ ...place })),
        totalTimeMs: [...ran, ...record.smoke].reduce((sum, { executionTimeMs }) => sum + executionTimeMs, 0),
        smokeBeforeRelease: before?.gate === "smoke" ? [...before.checks] : [],
        smokeRuns: record.smoke.map(({ at, environment, point, status, executionTimeMs, checks }) => ({
            at,
            environment,
            point,
            status,
            timeMs: executionTimeMs,
            checks: [...checks],
        })),
        journeys: walked?.gate === "e2e" ? walked.journeys.map((journey) => ({ ...journey, flaky: journey.flaky === true })) : [],
        watches: record.watches.map(({ at, environment, point, status, durationMs, requests, errorRatio, p95Ms }) => ({
            at,
            environment,
            point,
            status,
            timeMs: durationMs,
            requests,
            errorRatio,
            p95Ms,
        })),
    };
}
function countsOf(metrics) {
    switch (metrics?.gate) {
        case "unit":
        case "integration":
            return {
                passed: metrics.totalTests - metrics.failedTests,
                failed: metrics.failedTests,
                coveragePercent: metrics.coverage,
                requiredPercent: metrics.requiredCoverage,
            };
        case "smoke":
            return {
                passed: metrics.checks.filter(({ status }) => status === "passed").length,
                failed: metrics.checks.filter(({ status }) => status === "failed").length,
            };
        case "e2e":
            return { passed: metrics.journeysPassed, failed: metrics.journeysFailed };
        case "security":
        case "dod":
        case undefined:
            return {};
    }
}

;// CONCATENATED MODULE: ./build/packages/report/document.js

function reportDocument(view) {
    const { record } = view;
    const security = record.gates.get("security")?.metrics;
    return {
        reportVersion: 1,
        release: releaseOf(view),
        emergency: view.emergency,
        approvals: approvalsOf(record),
        overrides: view.overrides.map(({ gate, by, reason, standing }) => ({ gate, by, reason, became: standing })),
        allowedFindings: security?.gate === "security" ? [...(security.allowed ?? [])] : [],
        changelog: record.changelog ?? "",
        gates: gatesOf(view),
        tests: testsOf(view),
        notMeasured: [...view.notMeasured],
        deployment: view.deployment.map(({ at, actor, what }) => ({ at, actor, what })),
        states: [...view.states],
        failure: failureOf(view),
        rollback: rollbackOf(view),
        rootCause: view.rootCause,
        warnings: [...record.warnings],
        links: [...view.links],
        tickets: [...view.tickets],
    };
}
function releaseOf({ record, outcome }) {
    const { plan } = record;
    return {
        id: record.id,
        version: plan.releaseVersion,
        tag: plan.tag,
        type: plan.releaseType,
        attempt: record.attempt,
        state: record.state,
        outcome,
        ended: record.settled !== undefined,
        startedAt: record.openedAt,
        lastAt: record.lastAt,
        durationMs: Date.parse(record.lastAt) - Date.parse(record.openedAt),
        initiatedBy: plan.initiatedBy,
        from: plan.baseBranch,
        to: plan.targetBranch,
        baseSha: plan.baseSha,
        follows: plan.previousTag,
        taggedSha: record.tag?.sha,
        incident: plan.incident === undefined ? undefined : { id: plan.incident.id, severity: plan.incident.severity },
    };
}
function approvalsOf({ approval, productionApproval }) {
    const given = [
        ...(approval === undefined ? [] : [{ of: "review", ...approval }]),
        ...(productionApproval === undefined ? [] : [{ of: "production", ...productionApproval }]),
    ];
    return given.map(({ of, by, sha, at }) => ({ of, by: [...by], sha, at }));
}
function gatesOf({ gates }) {
    return gates.map(({ gate, result, measured, word }) => {
        if (result === undefined)
            return { gate, status: "not-run", failures: [] };
        return {
            gate,
            status: word === "overridden" ? "overridden" : result.status,
            measured,
            timeMs: result.executionTimeMs,
            targetMs: result.targetMs,
            failures: result.failures.map(({ title, detail, file, line, suggestion, class: why }) => ({
                title,
                detail,
                file,
                line,
                suggestion,
                class: why,
            })),
        };
    });
}
function failureOf({ record, progress }) {
    const { failure } = record;
    if (failure === undefined)
        return undefined;
    const { gatesNotRun, ...last } = progress;
    return {
        state: failure.failedState,
        gate: failure.failedGate,
        reason: failure.failureReason,
        suggestions: [...failure.actionableFixSuggestions],
        ...last,
        gatesNotRun: [...gatesNotRun],
    };
}
function rollbackOf({ record, trafficBackMs }) {
    const { rollback, verdict, plan, escalation, suspected } = record;
    if (rollback === undefined)
        return undefined;
    const smoke = record.smoke.findLast(({ point }) => point === "rollback");
    const { git } = rollback;
    return {
        trigger: verdict?.trigger ?? "manual",
        reason: verdict?.reason ?? plan.rollback?.reason ?? "not recorded",
        evidence: [...(verdict?.evidence ?? [])],
        phase: rollback.phase,
        servesAgain: rollback.reverted?.to,
        trafficBackMs,
        smoke: smoke && { status: smoke.status, timeMs: smoke.executionTimeMs, checks: [...smoke.checks] },
        health: rollback.health?.healthChecks,
        git: git && { via: git.via, commit: git.revertCommit, tag: git.revertTag, url: git.url },
        escalated: escalation?.reason,
        suspects: [...(suspected?.commits ?? [])],
    };
}


/***/ })

};
