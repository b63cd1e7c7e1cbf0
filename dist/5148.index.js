export const id = 5148;
export const ids = [5148];
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

function gateOutcome({ outcome, digest, evidence, first }, file) {
    const { outcomes, leg, sha } = evidence;
    const ordered = outcomes.toSorted((a, b) => Number(a.status === "passed") - Number(b.status === "passed"));
    const rows = ordered.map(({ gate, status, executionTimeMs, failures }) => [
        gate,
        `${status} in ${(executionTimeMs / 1000).toFixed(1)} s ${failures.map(({ title }) => title).join("; ")}`,
    ]);
    const done = outcomes.flatMap(({ metrics }) => (metrics?.gate === "dod" ? metrics.categories : []));
    const checklist = done.map(({ name, status, evidence: seen, url }) => [
        `Definition of Done: ${name}`,
        [`${status}: ${seen}`, ...(url === undefined ? [] : [url])].join(" "),
    ]);
    return {
        outputs: { outcome, digest, evidence: file },
        summary: (0,shell/* summaryOf */.YG)({
            title: `Gates of leg ${leg}: ${outcome}`,
            first,
            rows: [...rows, ...checklist, ["commit", sha]],
        }),
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
async function run() {
    await (0,shell/* runAction */.Cs)({
        title: "Gate",
        shape,
        act: async ({ token, release: id, leg }, runner) => {
            const { runLeg } = await Promise.all(/* import() */[__webpack_require__.e(9792), __webpack_require__.e(7705), __webpack_require__.e(3923), __webpack_require__.e(4730), __webpack_require__.e(619), __webpack_require__.e(849), __webpack_require__.e(2697), __webpack_require__.e(9271), __webpack_require__.e(539), __webpack_require__.e(445)]).then(__webpack_require__.bind(__webpack_require__, 90539));
            const end = await runLeg(await (0,shell/* openHere */.Pw)(runner, token), { id, leg });
            return gateOutcome(end, await (0,shell/* keepEvidence */.N)(runner, { leg, text: end.text }));
        },
    });
}


/***/ })

};
