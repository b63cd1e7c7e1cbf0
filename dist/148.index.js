export const id = 148;
export const ids = [148];
export const modules = {

/***/ 95148:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run),
  shape: () => (/* binding */ shape)
});

// EXTERNAL MODULE: ./build/packages/shell/index.js + 19 modules
var shell = __webpack_require__(10621);
;// CONCATENATED MODULE: ./build/actions/gate/outcome.js

/**
 * The evidence for the jobs after this one; green also when a gate failed, because a run goes on to the review, which
 * records the failure and ends the release. Red means that there is no evidence.
 */
function gateOutcome({ outcome, digest, evidence, first }, file) {
    const { outcomes, leg, sha } = evidence;
    const ordered = outcomes.toSorted((a, b) => Number(a.status === "passed") - Number(b.status === "passed"));
    const rows = ordered.map(({ gate, status, executionTimeMs, failures }) => [
        gate,
        `${status} in ${(executionTimeMs / 1000).toFixed(1)} s ${failures.map(({ title }) => title).join("; ")}`,
    ]);
    return {
        outputs: { outcome, digest, evidence: file },
        summary: (0,shell/* summaryOf */.YG)({ title: `Gates of leg ${leg}: ${outcome}`, first, rows: [...rows, ["commit", sha]] }),
        notices: outcomes.flatMap(({ gate, failures }) => failures.map(({ title, detail, suggestion, file: place, line }) => ({
            level: "error",
            title: `${gate}: ${title}`,
            text: [detail, suggestion].filter((part) => part !== undefined && part !== "").join("\n"),
            ...(place === undefined ? {} : { file: place }),
            ...(line === undefined ? {} : { line }),
        }))),
    };
}

;// CONCATENATED MODULE: ./build/actions/gate/index.js


const shape = {
    token: ["token", shell/* text */.Qq],
    release: ["release", shell/* releaseId */.Bf],
    leg: ["leg", shell/* text */.Qq],
};
/** Runs the gates of one leg and keeps their evidence. */
async function run() {
    await (0,shell/* runAction */.Cs)({
        title: "Gate",
        shape,
        act: async ({ token, release: id, leg }, runner) => {
            const { runLeg } = await Promise.all(/* import() */[__webpack_require__.e(411), __webpack_require__.e(705), __webpack_require__.e(91), __webpack_require__.e(730), __webpack_require__.e(835), __webpack_require__.e(230), __webpack_require__.e(697), __webpack_require__.e(27), __webpack_require__.e(235), __webpack_require__.e(963), __webpack_require__.e(445)]).then(__webpack_require__.bind(__webpack_require__, 42963));
            const end = await runLeg(await (0,shell/* openHere */.Pw)(runner, token), { id, leg });
            return gateOutcome(end, await (0,shell/* keepEvidence */.N)(runner, { leg, text: end.text }));
        },
    });
}


/***/ })

};
