export const id = 4148;
export const ids = [4148];
export const modules = {

/***/ 84148:
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
// EXTERNAL MODULE: ./build/packages/faults/index.js + 3 modules
var faults = __webpack_require__(72326);
;// CONCATENATED MODULE: ./build/actions/smoke/outcome.js


function placeOf({ environment, url }) {
    if (url !== undefined && environment === undefined)
        return { url };
    if (environment !== undefined && url === undefined)
        return { environment };
    throw new faults/* ReleaseFault */.eB("input", "environment, url: one of them is required, and not both", {
        hint: "Example: environment: staging",
    });
}
function smokeOutcome(result) {
    const { status, checks, failedTests, categoriesPassed, categoriesFailed } = result;
    const failed = checks.filter((check) => check.status === "failed");
    const rows = [...failed, ...checks.filter((check) => check.status !== "failed")].map(({ category, name, status: how, detail }) => [`${category}: ${name}`, `${how} ${detail ?? ""}`]);
    return {
        outputs: { status, failed: JSON.stringify(failedTests) },
        summary: (0,shell/* summaryOf */.YG)({ title: `Smoke tests ${status}`, rows }),
        notices: failed.map(({ category, name, detail }) => ({
            level: "error",
            title: `${category}: ${name}`,
            text: detail ?? "failed",
        })),
        ...(status === "passed"
            ? {}
            : {
                failure: {
                    message: `${categoriesFailed} of ${categoriesFailed + categoriesPassed} categories of smoke tests failed`,
                    hint: "The checks are under `smoke:` in .github/release-command.yml.",
                },
            }),
    };
}

;// CONCATENATED MODULE: ./build/actions/smoke/index.js


const shape = {
    environment: ["environment", (0,shell/* optional */.lq)((0,shell/* oneOf */.yL)("staging", "production"))],
    url: ["url", (0,shell/* optional */.lq)(shell/* webAddress */.Dy)],
};
async function run() {
    await (0,shell/* runAction */.Cs)({
        title: "Smoke tests",
        shape,
        act: async (inputs, runner) => {
            const place = placeOf(inputs);
            const { smokeNow } = await Promise.all(/* import() */[__webpack_require__.e(6766), __webpack_require__.e(8748), __webpack_require__.e(7429), __webpack_require__.e(1426), __webpack_require__.e(9974), __webpack_require__.e(3925), __webpack_require__.e(167), __webpack_require__.e(9798), __webpack_require__.e(8611), __webpack_require__.e(9375), __webpack_require__.e(2082), __webpack_require__.e(1474), __webpack_require__.e(8737), __webpack_require__.e(1023), __webpack_require__.e(917), __webpack_require__.e(2464)]).then(__webpack_require__.bind(__webpack_require__, 5969));
            return smokeOutcome(await smokeNow(await (0,shell/* surroundingsOf */.ZD)(runner), place));
        },
    });
}


/***/ })

};
