export const id = 167;
export const ids = [167];
export const modules = {

/***/ 10167:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Bb: () => (/* reexport */ apply),
  ku: () => (/* reexport */ authority),
  pC: () => (/* reexport */ canOverride),
  Iv: () => (/* reexport */ deeds),
  AU: () => (/* reexport */ fold),
  vs: () => (/* reexport */ gateTargetMs),
  vy: () => (/* reexport */ givenRoles),
  DK: () => (/* reexport */ guards_guards),
  Z3: () => (/* reexport */ holdsTokens),
  Is: () => (/* reexport */ isSettled),
  Hd: () => (/* reexport */ isTerminal),
  ag: () => (/* reexport */ isValidating),
  O1: () => (/* reexport */ mayDecide),
  Nu: () => (/* reexport */ missingGuards),
  rL: () => (/* reexport */ table_movesFrom),
  wX: () => (/* reexport */ namesIn),
  Oe: () => (/* reexport */ overrideOf),
  JC: () => (/* reexport */ parsePerson),
  $T: () => (/* reexport */ peopleIn),
  py: () => (/* reexport */ personToken),
  Pk: () => (/* reexport */ redeployPhases),
  tI: () => (/* reexport */ redeployTable),
  fN: () => (/* reexport */ renamed),
  P9: () => (/* reexport */ retryAfter),
  zl: () => (/* reexport */ table_rollbackPhases),
  YP: () => (/* reexport */ standingOf),
  xP: () => (/* reexport */ table_states),
  u: () => (/* reexport */ stepName),
  N9: () => (/* reexport */ timing),
  D2: () => (/* reexport */ validationOf),
  B1: () => (/* reexport */ withNames),
  Z9: () => (/* reexport */ wordsOf)
});

// UNUSED EXPORTS: BrokenRecordError, authorityTable, erasedName, guardTable, guardsOf, keysOf, mayEnterPhase, mayEnterRedeployPhase, roles, rollbackDiagram, rollbackTable, stateDiagram, table, terminalStates, visitNumber

;// CONCATENATED MODULE: ./build/packages/machine/broken-record.js
class BrokenRecordError extends Error {
    name = "BrokenRecordError";
    constructor(what) {
        super(`The record of this release is broken: ${what}.`);
    }
}

;// CONCATENATED MODULE: ./build/packages/machine/overrides.js
const never = new Set(["smoke"]);
function canOverride(gate) {
    return !never.has(gate);
}
function overrideOf({ overrides = [] }, gate) {
    return canOverride(gate) ? overrides.find((override) => override.gate === gate) : undefined;
}
function standingOf(plan, { gate, status, notRun }) {
    if (status === "passed")
        return "passed";
    return status === "failed" && notRun !== true && overrideOf(plan, gate) !== undefined ? "overridden" : "failed";
}

;// CONCATENATED MODULE: ./build/packages/machine/guards.js

const gateHolds = (gate) => (record) => {
    const result = record.gates.get(gate);
    return result !== undefined && result.sha === record.gatedSha && standingOf(record.plan, result) !== "failed";
};
const deployed = (environment) => (record) => record.deployments.get(environment)?.status === "passed";
const healthy = (environment) => (record) => record.deployments.get(environment)?.healthChecks === "passing";
const smokePassed = (environment) => (record) => record.smoke.findLast((run) => run.environment === environment)?.status === "passed";
const watchPassed = (environment) => (record) => record.watches.findLast((watch) => watch.environment === environment)?.status === "passed";
const failedBy = (cause) => (record) => record.failure !== undefined && record.failure.cause === cause;
const isMergedUngated = ({ merge }) => merge?.gated === "neither";
const isUngated = ({ plan, gates, gatedSha }) => gatedSha !== undefined && plan.gates.some((gate) => gates.get(gate)?.sha !== gatedSha);
const guards_guards = {
    isStandard: { text: "Release type is standard", holds: (record) => record.plan.releaseType === "standard" },
    isHotfix: { text: "Release type is hotfix", holds: (record) => record.plan.releaseType === "hotfix" },
    versionFormatValid: {
        text: "Semantic version X.Y.Z",
        holds: (record) => /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/.test(record.plan.releaseVersion),
    },
    noVersionConflict: {
        text: "Tag and branch belong to nobody else",
        holds: (record) => record.done.has("initiated#1/check-version"),
    },
    branchCreated: { text: "Release branch exists", holds: (record) => record.branchHead !== undefined },
    changelogGenerated: { text: "Changelog created", holds: (record) => record.changelog !== undefined },
    approvalRefused: { text: "The reviewers of production refused", holds: failedBy("refused") },
    pullRequestClosed: { text: "Pull request closed without a merge", holds: failedBy("closed") },
    approvalExpired: { text: "Nobody approved in time, or its time was over", holds: failedBy("expired") },
    reviewedHeadMoved: { text: "The head moved after its gates", holds: failedBy("moved") },
    releaseAborted: { text: "Aborted by a person", holds: failedBy("aborted") },
    stageBroke: { text: "A gate, a policy or a fault ended it", holds: failedBy(undefined) },
    failureCaptured: { text: "Failure captured with its context", holds: (record) => record.failure !== undefined },
    securityScanPassed: { text: "No critical or high severity issues", overridable: true, holds: gateHolds("security") },
    dodValidationPassed: { text: "All 8 categories pass", overridable: true, holds: gateHolds("dod") },
    unitTestsPassed: { text: "Coverage at its bound, 0 failures", overridable: true, holds: gateHolds("unit") },
    integrationTestsPassed: {
        text: "Coverage at its bound, 0 failures",
        overridable: true,
        holds: gateHolds("integration"),
    },
    preReleaseSmokeTestsPassed: { text: "All 5 categories pass", holds: gateHolds("smoke") },
    e2eTestsPassed: { text: "All journeys pass", overridable: true, holds: gateHolds("e2e") },
    everyPlannedGatePassed: {
        text: "All fast-track gates passed",
        overridable: true,
        holds: (record) => record.plan.gates.length > 0 && record.plan.gates.every((gate) => gateHolds(gate)(record)),
    },
    definitionOfDoneAsserted: {
        text: "Provisional categories of the Definition of Done proved",
        overridable: true,
        holds: ({ plan, gates, assertion, gatedSha }) => {
            if (overrideOf(plan, "dod") !== undefined)
                return true;
            const metrics = gates.get("dod")?.metrics;
            if (metrics?.gate !== "dod" || metrics.categories.every(({ status }) => status !== "provisional"))
                return true;
            return assertion?.status === "passed" && assertion.sha === gatedSha;
        },
    },
    approved: { text: "Approved on the head that was gated", holds: (record) => record.approval !== undefined },
    merged: { text: "Pull request merged", holds: (record) => record.merge !== undefined },
    tagged: { text: "Version tag exists", holds: (record) => record.tag !== undefined },
    mergedTreeIsGatedTree: {
        text: "What is deployed is what was gated",
        holds: (record) => record.merge !== undefined && record.merge.gated !== "neither",
    },
    treeIsUntested: {
        text: "The tree to be released was never gated",
        holds: (record) => record.tag === undefined && (record.merge === undefined ? isUngated : isMergedUngated)(record),
    },
    stagingDeploymentSuccessful: { text: "Deployment completed", holds: deployed("staging") },
    stagingHealthChecksPassing: { text: "All health checks green", holds: healthy("staging") },
    postStagingSmokeTestsPassed: { text: "All 5 categories pass", holds: smokePassed("staging") },
    stagingErrorRateNormal: { text: "Error rate below its bound", holds: watchPassed("staging") },
    productionUntouched: {
        text: "Production was not touched",
        holds: (record) => !record.touched.has("production") && record.verdict === undefined,
    },
    productionDeploymentSuccessful: {
        text: "Rollout reached 100 %",
        holds: (record) => deployed("production")(record) && record.verdict === undefined,
    },
    productionHealthChecksPassing: { text: "All health checks green", holds: healthy("production") },
    postProductionSmokeTestsPassed: { text: "All 5 categories pass", holds: smokePassed("production") },
    productionErrorRateNormal: { text: "Error rate normal over the last window", holds: watchPassed("production") },
    verdictLatched: { text: "A verdict to roll back is recorded", holds: (record) => record.verdict !== undefined },
};

;// CONCATENATED MODULE: ./build/packages/machine/keys.js
function keysOf(object) {
    return Object.keys(object);
}

;// CONCATENATED MODULE: ./build/packages/machine/table.js

const table = {
    initiated: {
        quality_gates: ["isStandard", "versionFormatValid", "noVersionConflict", "branchCreated", "changelogGenerated"],
        quality_gates_fast: ["isHotfix", "versionFormatValid", "noVersionConflict", "branchCreated", "changelogGenerated"],
        failed: ["failureCaptured", ["releaseAborted", "stageBroke"]],
    },
    quality_gates: {
        review: [
            "securityScanPassed",
            "dodValidationPassed",
            "unitTestsPassed",
            "integrationTestsPassed",
            "preReleaseSmokeTestsPassed",
            "e2eTestsPassed",
        ],
        failed: ["failureCaptured", ["releaseAborted", "stageBroke"]],
    },
    quality_gates_fast: {
        review: ["everyPlannedGatePassed", "preReleaseSmokeTestsPassed"],
        failed: ["failureCaptured", ["releaseAborted", "stageBroke"]],
    },
    review: {
        staging: ["isStandard", "definitionOfDoneAsserted", "approved", "merged", "tagged", "mergedTreeIsGatedTree"],
        production_canary: ["isHotfix", "approved", "merged", "tagged", "mergedTreeIsGatedTree"],
        quality_gates: ["isStandard", "treeIsUntested"],
        failed: [
            "failureCaptured",
            ["pullRequestClosed", "approvalExpired", "reviewedHeadMoved", "releaseAborted", "stageBroke"],
        ],
    },
    staging: {
        production: [
            "stagingDeploymentSuccessful",
            "stagingHealthChecksPassing",
            "postStagingSmokeTestsPassed",
            "stagingErrorRateNormal",
        ],
        failed: ["failureCaptured", ["releaseAborted", "stageBroke"]],
    },
    production: {
        completed: [
            "productionDeploymentSuccessful",
            "productionHealthChecksPassing",
            "postProductionSmokeTestsPassed",
            "productionErrorRateNormal",
        ],
        failed: [
            "failureCaptured",
            "productionUntouched",
            ["approvalRefused", "approvalExpired", "releaseAborted", "stageBroke"],
        ],
        rolled_back: ["verdictLatched"],
    },
    production_canary: {
        completed: [
            "productionDeploymentSuccessful",
            "productionHealthChecksPassing",
            "postProductionSmokeTestsPassed",
            "productionErrorRateNormal",
        ],
        failed: [
            "failureCaptured",
            "productionUntouched",
            ["approvalRefused", "approvalExpired", "releaseAborted", "stageBroke"],
        ],
        rolled_back: ["verdictLatched"],
    },
    completed: {},
    failed: {},
    rolled_back: {},
};
const table_rollbackTable = {
    rollback_triggered: ["traffic_reversion"],
    traffic_reversion: ["smoke_test_verification", "escalation"],
    smoke_test_verification: ["health_monitoring", "escalation"],
    health_monitoring: ["rollback_completed", "escalation"],
    rollback_completed: [],
    escalation: [],
};
const table_states = keysOf(table);
const table_rollbackPhases = keysOf(table_rollbackTable);
const table_terminalStates = ["completed", "failed", "rolled_back"];
const moves = table;
const phases = table_rollbackTable;
function table_guardsOf(from, to) {
    return moves[from][to];
}
function table_movesFrom(from) {
    return table_states.filter((to) => moves[from][to] !== undefined);
}
function mayEnterPhase(from, to) {
    return phases[from].includes(to);
}
function isTerminal(state) {
    return table_terminalStates.includes(state);
}

;// CONCATENATED MODULE: ./build/packages/machine/diagram.js


function stateDiagram() {
    const starts = [
        "    [*] --> initiated",
        "    [*] --> rolled_back: rollback of a completed release",
        "    [*] --> completed: re-deploy of the last good version",
    ];
    const moves = states.flatMap((from) => movesFrom(from).map((to) => `    ${from} --> ${to}${labelOf(from, to)}`));
    const ends = terminalStates.map((state) => `    ${state} --> [*]`);
    return ["stateDiagram-v2", ...starts, ...moves, ...ends].join("\n");
}
function labelOf(from, to) {
    const ways = (guardsOf(from, to) ?? []).flatMap((condition) => (typeof condition === "string" ? [] : condition));
    return ways.length === 0 ? "" : `: ${ways.join(" | ")}`;
}
function rollbackDiagram() {
    const moves = rollbackPhases.flatMap((from) => rollbackTable[from].map((to) => `    ${from} --> ${to}`));
    const ends = rollbackPhases.filter((phase) => rollbackTable[phase].length === 0);
    return [
        "stateDiagram-v2",
        "    [*] --> rollback_triggered",
        ...moves,
        ...ends.map((phase) => `    ${phase} --> [*]`),
    ].join("\n");
}
function guardTable() {
    const rows = states.flatMap((from) => movesFrom(from).map((to) => {
        const lines = (guardsOf(from, to) ?? []).map((condition) => typeof condition === "string" ? told(condition) : `One of: ${condition.map(told).join("; ")}`);
        return `| \`${from}\` → \`${to}\` | ${lines.join("<br>")} |`;
    }));
    return ["| Move | What must hold |", "| --- | --- |", ...rows].join("\n");
}
function told(name) {
    const guard = guards[name];
    return `${guard.text}${"overridable" in guard ? ", or overridden" : ""} (\`${name}\`)`;
}

;// CONCATENATED MODULE: ./build/packages/machine/deployments.js

function deploymentsAfter(before, fact) {
    const known = before.get(fact.environment);
    if (fact.type === "deployment-started") {
        return new Map(before).set(fact.environment, {
            environment: fact.environment,
            strategy: fact.strategy,
            startedAt: fact.at,
            percent: 0,
            ...(fact.previous === undefined ? {} : { previous: fact.previous }),
        });
    }
    if (known === undefined)
        throw new BrokenRecordError(`${fact.type} in ${fact.environment} without deployment-started`);
    const next = fact.type === "traffic-shifted"
        ? { ...known, percent: fact.percent }
        : { ...known, status: fact.status, healthChecks: fact.healthChecks, durationMs: fact.deploymentDurationMs };
    return new Map(before).set(fact.environment, next);
}

;// CONCATENATED MODULE: ./build/packages/machine/answer.js
function answered(record, fact) {
    const { question } = record;
    if (question === undefined)
        return record;
    const after = { ...record, question: { ...question, decided: fact } };
    return question.what === "rollback" ? { ...after, spared: fact } : after;
}

;// CONCATENATED MODULE: ./build/packages/machine/redeploy.js

const redeployTable = {
    bring_up: ["smoke_test_verification", "called_off", "escalation"],
    smoke_test_verification: ["health_monitoring", "redeployed", "escalation"],
    health_monitoring: ["redeployed", "escalation"],
    redeployed: [],
    called_off: [],
    escalation: [],
};
const redeployPhases = keysOf(redeployTable);
const redeploy_phases = redeployTable;
function mayEnterRedeployPhase(from, to) {
    return redeploy_phases[from].includes(to);
}

;// CONCATENATED MODULE: ./build/packages/machine/moves.js



const broken = (what) => new BrokenRecordError(what);
function entryOf({ releaseType }, since) {
    const at = (state) => ({ state, visits: [{ state, since, waitedMs: 0 }] });
    if (releaseType === "rollback")
        return { ...at("rolled_back"), rollback: { phase: "rollback_triggered", since } };
    if (releaseType === "redeploy")
        return { ...at("completed"), redeploy: { phase: "bring_up", since } };
    return at("initiated");
}
function moved(record, fact) {
    if (fact.from !== record.state || table_guardsOf(fact.from, fact.to) === undefined) {
        throw broken(`the table has no move from ${record.state} to ${fact.to}`);
    }
    const visits = [...record.visits, { state: fact.to, since: fact.at, waitedMs: 0 }];
    if (fact.to === "rolled_back") {
        return { ...record, state: fact.to, visits, rollback: { phase: "rollback_triggered", since: fact.at } };
    }
    if (fact.from !== "review" || fact.to !== "quality_gates")
        return { ...record, state: fact.to, visits };
    const { approval: _, ...rest } = record;
    const merged = record.merge === undefined ? {} : { gatedSha: record.merge.sha };
    return { ...rest, ...merged, state: fact.to, visits, gates: new Map() };
}
function rollbackMoved(record, fact) {
    const rollback = record.rollback;
    if (rollback === undefined || !mayEnterPhase(rollback.phase, fact.to)) {
        throw broken(`no rollback move from ${rollback?.phase ?? record.state} to ${fact.to}`);
    }
    return { ...record, rollback: { ...rollback, phase: fact.to, since: fact.at } };
}
function redeployMoved(record, fact) {
    const { redeploy } = record;
    if (redeploy === undefined || !mayEnterRedeployPhase(redeploy.phase, fact.to)) {
        throw broken(`no move of a re-deploy from ${redeploy?.phase ?? record.state} to ${fact.to}`);
    }
    return { ...record, redeploy: { phase: fact.to, since: fact.at, reason: fact.reason } };
}
function inRollback(record, part) {
    if (record.rollback === undefined)
        throw broken("a rollback result outside a rollback");
    return { ...record, rollback: { ...record.rollback, ...part } };
}

;// CONCATENATED MODULE: ./build/packages/machine/warnings.js
function incidentText({ environment, point, reason, until }) {
    return `${environment}: INCIDENT: ${reason} Held at ${point} until ${until} at most`;
}
function unwritten({ reason, raw }) {
    return `The report could not be written: ${reason}. Its raw record stands in its place: ${raw}`;
}
function unheard({ key, channel, reason }) {
    return `Channel ${channel} did not take the notice “${key}”: ${reason ?? "no reason given"}`;
}

;// CONCATENATED MODULE: ./build/packages/machine/waits.js
function suspended(record, fact) {
    const waits = { ...record, suspended: fact, visits: waited(record, fact.at) };
    if (fact.waitsFor !== "window" && fact.waitsFor !== "environment")
        return waits;
    return { ...waits, queued: { round: (record.queued?.round ?? 0) + 1, seq: fact.seq } };
}
function resumed(record, fact) {
    const { suspended: _, ...rest } = record;
    const { validation, queued } = record;
    return {
        ...rest,
        visits: waited(record, fact.at),
        ...(queued === undefined ? {} : { queued: { ...queued, leftAt: fact.at } }),
        ...(validation?.status === "failed" ? { validation: { ...validation, again: true } } : {}),
    };
}
function waited({ visits, suspended: wait }, at) {
    const last = visits.at(-1);
    if (wait === undefined || last === undefined)
        return visits;
    const waitedMs = last.waitedMs + Math.max(0, Date.parse(at) - Date.parse(wait.at));
    return [...visits.slice(0, -1), { ...last, waitedMs }];
}

;// CONCATENATED MODULE: ./build/packages/machine/record.js







function fold(facts) {
    const [first] = facts;
    if (first === undefined || first.type !== "opened")
        throw record_broken("the first fact is not `opened`");
    return facts.slice(1).reduce(take, opened(first));
}
function opened(fact) {
    return {
        id: fact.release,
        attempt: fact.attempt,
        plan: fact.plan,
        openedAt: fact.at,
        ...entryOf(fact.plan, fact.at),
        lastSeq: fact.seq,
        lastAt: fact.at,
        done: new Map(),
        touched: new Set(),
        gates: new Map(),
        deployments: new Map(),
        canary: [],
        smoke: [],
        watches: [],
        baselines: new Map(),
        restored: new Set(),
        requests: [],
        warnings: [],
        pages: [],
        published: [],
        ...(fact.plan.emergency === undefined
            ? {}
            : { emergency: { by: fact.plan.initiatedBy, reason: fact.plan.emergency, at: fact.at } }),
    };
}
const apply = (before, fact) => take({ ...before }, fact);
function take(own, fact) {
    if (fact.seq !== own.lastSeq + 1)
        throw record_broken(`fact ${fact.seq} follows fact ${own.lastSeq}`);
    if (own.settled !== undefined)
        throw record_broken(`fact ${fact.seq} follows the end of the release`);
    const record = Object.assign(own, { lastSeq: fact.seq, lastAt: fact.at });
    switch (fact.type) {
        case "opened":
            throw record_broken("a release is opened once");
        case "moved":
            return moved(record, fact);
        case "step-intended":
            return {
                ...record,
                intended: { step: fact.step, at: fact.at },
                touched: fact.touches === undefined ? record.touched : new Set([...record.touched, fact.touches]),
            };
        case "step-done": {
            const { intended: _, ...rest } = record;
            return { ...rest, done: new Map(record.done).set(fact.step, fact.result) };
        }
        case "branch-prepared":
            return { ...record, branchHead: fact.sha, gatedSha: fact.sha, changelog: fact.changelog, ledger: fact.ledger };
        case "gate-finished":
            return { ...record, gates: new Map(record.gates).set(fact.gate, fact) };
        case "compared":
            return { ...record, comparison: fact };
        case "pull-request-opened":
            return { ...record, pullRequest: fact };
        case "done-asserted":
            return { ...record, assertion: fact };
        case "approved":
            return { ...record, approval: fact };
        case "merged":
            return { ...record, merge: fact };
        case "tagged":
            return { ...record, tag: fact };
        case "production-approved":
            return { ...record, productionApproval: fact };
        case "traffic-shifted": {
            const { watching: _watching, question: _question, ...rest } = record;
            return { ...rest, deployments: deploymentsAfter(record.deployments, fact) };
        }
        case "deployment-started":
        case "deployment-finished":
            return { ...record, deployments: deploymentsAfter(record.deployments, fact) };
        case "canary-step":
            return { ...record, canary: [...record.canary, fact] };
        case "smoke-finished":
            return { ...record, smoke: [...record.smoke, fact] };
        case "watching":
            return { ...record, watching: fact };
        case "watched": {
            const { watching: _watching, question: _question, ...rest } = record;
            return { ...rest, watches: [...record.watches, fact] };
        }
        case "baseline-measured":
            return { ...record, baselines: new Map(record.baselines).set(fact.environment, fact) };
        case "asked":
            return { ...record, question: fact };
        case "decided":
            return answered(record, fact);
        case "hotfix-served":
            return { ...record, hotfixServed: fact };
        case "verdict": {
            const { question: _question, ...rest } = record;
            return record.verdict === undefined ? { ...rest, verdict: fact } : rest;
        }
        case "suspended":
            return suspended(record, fact);
        case "resumed":
            return resumed(record, fact);
        case "requested":
            return record.requests.some((request) => request.id === fact.id)
                ? record
                : { ...record, requests: [...record.requests, fact] };
        case "answered":
            return { ...record, requests: record.requests.filter((request) => request.id !== fact.id) };
        case "followed":
            return record.pages.includes(fact.page) ? record : { ...record, pages: [...record.pages, fact.page] };
        case "emergency-declared":
            return { ...record, emergency: { by: fact.by, reason: fact.reason, at: fact.at, late: true } };
        case "woken":
        case "lease-taken":
            return record;
        case "failure-captured":
            return { ...record, failure: fact };
        case "rollback-moved":
            return rollbackMoved(record, fact);
        case "redeploy-moved":
            return redeployMoved(record, fact);
        case "traffic-reverted": {
            const restored = new Set([...record.restored, fact.environment]);
            const deployments = new Map(record.deployments);
            const known = deployments.get(fact.environment);
            if (known !== undefined)
                deployments.set(fact.environment, { ...known, percent: 0 });
            const back = { ...record, restored, deployments };
            return fact.environment === "production" ? inRollback(back, { reverted: fact }) : back;
        }
        case "health-validated":
            return inRollback(record, { health: fact });
        case "git-reverted":
            return inRollback(record, { git: fact });
        case "backported":
            return { ...record, backport: fact };
        case "validation-finished":
            return { ...record, validation: fact };
        case "validation-decided":
            return { ...record, validationDecision: fact };
        case "escalated":
            return { ...record, escalation: fact };
        case "suspected":
            return { ...record, suspected: fact };
        case "notified":
            return fact.status === "delivered" ? record : { ...record, warnings: [...record.warnings, unheard(fact)] };
        case "incident-held":
            return { ...record, warnings: [...record.warnings, incidentText(fact)] };
        case "report-failed":
        case "warned":
            return { ...record, warnings: [...record.warnings, fact.type === "warned" ? fact.message : unwritten(fact)] };
        case "published":
            return { ...record, published: [...record.published, fact] };
        case "settled":
            return { ...record, settled: fact };
    }
}
const record_broken = (what) => new BrokenRecordError(what);
function isSettled(record) {
    return isTerminal(record.state) && record.settled !== undefined;
}

;// CONCATENATED MODULE: ./build/packages/machine/missing-guards.js


function missingGuards(record, to) {
    return table_guardsOf(record.state, to)?.flatMap((condition) => {
        const names = typeof condition === "string" ? [condition] : condition;
        return names.some((name) => guards_guards[name].holds(record)) ? [] : names;
    });
}

;// CONCATENATED MODULE: ./build/packages/machine/steps.js
function visitNumber(record) {
    return record.visits.filter((visit) => visit.state === record.state).length;
}
function stepName(record, name) {
    return `${record.state}#${visitNumber(record)}/${name}`;
}

;// CONCATENATED MODULE: ./build/packages/machine/validation.js
function validationOf({ plan, gates, validation, validationDecision }) {
    if (validationDecision !== undefined)
        return "decided";
    if (validation !== undefined)
        return validation.again === true ? "due" : validation.status;
    const walked = gates.get("e2e");
    const isWhole = walked?.status === "passed" && walked.scope === undefined;
    return plan.releaseType !== "hotfix" || isWhole ? "none" : "due";
}
function isValidating(record) {
    return record.state === "completed" && record.settled === undefined && openEnds.has(validationOf(record));
}
function mayDecide(record, request) {
    return isValidating(record) && (request === "promote" || request === "rollback");
}
const openEnds = new Set(["due", "failed"]);

;// CONCATENATED MODULE: ./build/packages/machine/timing.js
const minute = 60_000;
const minutes = (target, p95, timeout) => ({
    targetMs: target * minute,
    p95Ms: p95 * minute,
    timeoutMs: timeout * minute,
});
const timing = {
    initiated: minutes(2, 3, 5),
    quality_gates: minutes(23, 28, 35),
    quality_gates_fast: minutes(10, 12, 15),
    review: { timeoutMs: 30 * 24 * 60 * minute },
    staging: minutes(13, 16, 20),
    production: minutes(23, 28, 60),
    production_canary: minutes(20, 25, 45),
    completed: minutes(3, 4, 5),
    failed: minutes(2, 2, 5),
    rolled_back: minutes(10, 12, 15),
};
const gateTargetMs = {
    security: 3 * minute,
    dod: 2 * minute,
    unit: 5 * minute,
    integration: 5 * minute,
    smoke: 3 * minute,
    e2e: 5 * minute,
};

;// CONCATENATED MODULE: ./build/packages/machine/authority.js
const roles = (/* unused pure expression or super */ null && (["releaseManager", "onCall", "technicalLead", "qa", "developer", "emergencyApprover"]));
const givenRoles = { admin: ["admin"] };
const deeds = [
    "start",
    "resume",
    "hold",
    "promote",
    "abort",
    "rollback",
    "redeploy",
    "retry",
    "retry-after-unit",
    "retry-after-integration",
    "retry-after-e2e",
    "auto-approval",
    "emergency",
    "override",
    "erase",
];
const authority = {
    start: { text: "start a release", roles: ["releaseManager"] },
    resume: { text: "resume a release", roles: ["releaseManager"] },
    hold: { text: "hold a release", roles: ["releaseManager"] },
    promote: { text: "promote a release", roles: ["releaseManager", "onCall"] },
    abort: { text: "abort a release", roles: ["releaseManager"] },
    rollback: { text: "roll a release back", roles: ["releaseManager", "onCall"] },
    redeploy: { text: "deploy the last good version again", roles: ["releaseManager", "onCall"] },
    retry: { text: "retry a release", roles: ["releaseManager"] },
    "retry-after-unit": { text: "retry a release whose unit tests failed", roles: ["developer"] },
    "retry-after-integration": { text: "retry a release whose integration tests failed", roles: ["technicalLead"] },
    "retry-after-e2e": { text: "retry a release whose end-to-end tests failed", roles: ["qa", "developer"] },
    "auto-approval": { text: "let a hotfix into production unasked", roles: ["emergencyApprover"] },
    emergency: { text: "let a release pass windows and freezes", roles: ["emergencyApprover"] },
    override: { text: "override a gate", roles: ["admin"] },
    erase: { text: "erase a person from the records of a release", roles: ["admin"] },
};
function retryAfter(gate) {
    if (gate === "unit" || gate === "integration" || gate === "e2e")
        return `retry-after-${gate}`;
    return "retry";
}
function authorityTable() {
    const rows = deeds.map((deed) => {
        const { text, roles: holders } = authority[deed];
        return `| ${text} | ${holders.map((role) => `\`${role}\``).join(" or ")} |`;
    });
    return ["| To | takes |", "| --- | --- |", ...rows].join("\n");
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/packages/machine/people.js

const erasedName = "(erased)";
function personToken(salt, name) {
    const digest = (0,external_node_crypto_.hash)("sha256", Buffer.concat([Buffer.from(salt, "base64url"), Buffer.from(name)]), "base64url");
    return `person:${digest}`;
}
function renamed(fact, rename) {
    const named = {
        ...fact,
        actor: rename(fact.actor),
        ...("by" in fact ? { by: typeof fact.by === "string" ? rename(fact.by) : fact.by.map(rename) } : {}),
        ...(fact.type === "opened" ? { plan: renamedPlan(fact.plan, rename) } : {}),
    };
    return named;
}
function renamedPlan(plan, rename) {
    const { retry } = plan;
    return {
        ...plan,
        initiatedBy: rename(plan.initiatedBy),
        ...(retry === undefined ? {} : { retry: { ...retry, confirmedBy: rename(retry.confirmedBy) } }),
    };
}
function namesIn(facts) {
    const found = new Set();
    for (const fact of facts) {
        renamed(fact, (name) => {
            found.add(name);
            return name;
        });
    }
    return found;
}
function withNames(facts, people) {
    const names = new Map(people.map(({ token, name }) => [token, JSON.stringify(name).slice(1, -1)]));
    const named = JSON.stringify(facts).replaceAll(tokens, (token) => names.get(token) ?? erasedName);
    return JSON.parse(named);
}
const tokens = /person:[\w-]{43}/g;
function wordsOf(names, flags) {
    const literal = [...names].flatMap((name) => name === "" ? [] : [name.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw `\$&`)]);
    return new RegExp(literal.length === 0 ? "(?!)" : `(?<![\\w-])(?:${literal.join("|")})(?![\\w-])`, flags);
}
function holdsTokens([first]) {
    return first?.type === "opened" && first.format === 2;
}
function peopleIn(file) {
    return file.split("\n").flatMap((line) => parsePerson(line) ?? []);
}
function parsePerson(line) {
    try {
        const value = JSON.parse(line);
        return isPerson(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function isPerson(value) {
    if (typeof value !== "object" || value === null)
        return false;
    return ["token", "salt", "name"].every((key) => typeof Reflect.get(value, key) === "string");
}

;// CONCATENATED MODULE: ./build/packages/machine/index.js




















/***/ })

};
