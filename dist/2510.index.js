export const id = 2510;
export const ids = [2510];
export const modules = {

/***/ 62510:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run),
  shape: () => (/* binding */ shape)
});

// EXTERNAL MODULE: ./build/packages/shell/index.js + 21 modules
var shell = __webpack_require__(34442);
;// CONCATENATED MODULE: ./build/actions/gate/outcome.js

function gateOutcome({ outcome, digest, evidence, first, details }, { file, kept }) {
    const { outcomes, leg, sha } = evidence;
    const ordered = outcomes.toSorted((a, b) => Number(a.status === "passed") - Number(b.status === "passed"));
    const rows = ordered.map(({ gate, status, executionTimeMs, failures }) => [
        gate,
        `${status} in ${seconds(executionTimeMs)} ${failures.map(({ title }) => title).join("; ")}`,
    ]);
    const done = outcomes.flatMap(({ metrics }) => (metrics?.gate === "dod" ? metrics.categories : []));
    const checklist = done.map(({ name, status, evidence: seen, url }) => [
        `Definition of Done: ${name}`,
        [`${status}: ${seen}`, ...(url === undefined ? [] : [url])].join(" "),
    ]);
    const walked = outcomes.flatMap(({ metrics }) => (metrics?.gate === "e2e" ? metrics.journeys : []));
    const journeys = walked.map(({ name, status, durationMs, flaky }) => [
        `Journey: ${name}`,
        status === "skipped"
            ? status
            : `${status}${flaky === true ? ", flaky" : ""} in ${(durationMs / 1000).toFixed(1)} s`,
    ]);
    return {
        outputs: { outcome, digest, evidence: file },
        summary: [
            (0,shell/* summaryOf */.YG)({
                title: `Gates of leg ${leg}: ${outcome}`,
                first,
                rows: [...rows, ...checklist, ...journeys, ["commit", sha]],
                ...(kept === undefined ? {} : { notes: [kept] }),
            }),
            ...(details === "" ? [] : [details, ""]),
        ].join("\n"),
        notices: [...outcomes.flatMap(failed), ...outcomes.flatMap(late), ...outcomes.flatMap(unusedAllowances)],
    };
}
function failed({ gate, failures }) {
    return failures.map(({ title, detail, suggestion, class: why = "new", file, line }) => ({
        level: "error",
        title: `${gate}${why === "new" ? "" : ` (${why.replace("-", " ")})`}: ${title}`,
        text: [detail, suggestion].filter((part) => part !== undefined && part !== "").join("\n"),
        ...(file === undefined ? {} : { file }),
        ...(line === undefined ? {} : { line }),
    }));
}
const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
function unusedAllowances({ metrics }) {
    const notices = metrics?.gate === "security" ? (metrics.notices ?? []) : [];
    return notices.map((text) => ({ level: "notice", title: "security: allow-list", text }));
}
function late({ gate, executionTimeMs, targetMs }) {
    if (executionTimeMs <= targetMs)
        return [];
    const text = `It took ${seconds(executionTimeMs)}; the summary of this job says what was slow.`;
    return [{ level: "warning", title: `${gate}: over its target of ${seconds(targetMs)}`, text }];
}

;// CONCATENATED MODULE: ./build/actions/gate/index.js


const shape = {
    token: ["token", shell/* text */.Qq],
    release: ["release", shell/* releaseId */.Bf],
    leg: ["leg", shell/* text */.Qq],
    cache: ["cache", shell/* flag */.Jt],
};
async function run() {
    await (0,shell/* runAction */.Cs)({
        title: "Gate",
        shape,
        act: async ({ token, release: id, leg, cache }, runner) => {
            const { runLeg } = await Promise.all(/* import() */[__webpack_require__.e(6766), __webpack_require__.e(8748), __webpack_require__.e(7429), __webpack_require__.e(1426), __webpack_require__.e(9974), __webpack_require__.e(3925), __webpack_require__.e(167), __webpack_require__.e(9798), __webpack_require__.e(8611), __webpack_require__.e(9375), __webpack_require__.e(2082), __webpack_require__.e(1474), __webpack_require__.e(8737), __webpack_require__.e(1023), __webpack_require__.e(917), __webpack_require__.e(2464)]).then(__webpack_require__.bind(__webpack_require__, 5969));
            const stores = cache ? await (0,shell/* openStores */.j)(runner) : undefined;
            const prepare = stores === undefined ? {} : { prepare: stores.restore };
            const end = await runLeg(await (0,shell/* openHere */.Pw)(runner, token), { id, leg, ...prepare });
            const file = await (0,shell/* keepEvidence */.N)(runner, { leg, text: end.text });
            if (end.outcome === "passed")
                await stores?.save();
            const journeysFailed = end.evidence.outcomes.some(({ gate, status }) => gate === "e2e" && status === "failed");
            const kept = journeysFailed ? await (0,shell/* keepArtifacts */.fI)(runner, { leg, directory: end.artifacts }) : undefined;
            return gateOutcome(end, { file, ...(kept === undefined ? {} : { kept }) });
        },
    });
}


/***/ })

};
