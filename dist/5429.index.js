export const id = 5429;
export const ids = [5429];
export const modules = {

/***/ 95429:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   smoke: () => (/* binding */ smoke)
/* harmony export */ });
/* harmony import */ var _faults__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72326);
/* harmony import */ var _stages__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5969);


const marks = { passed: "✓", failed: "✗", "not-applicable": "–" };
async function smoke({ place, json }, surroundings, { print }) {
    const result = await (0,_stages__WEBPACK_IMPORTED_MODULE_1__.smokeNow)(surroundings, place);
    const { status, checks, categoriesPassed, categoriesFailed, executionTimeMs } = result;
    const lines = checks.map(({ category, name, status: how, durationMs, detail }) => `${marks[how]} ${category}: ${name} (${durationMs} ms)${detail === undefined ? "" : `\n    ${detail.replaceAll("\n", "\n    ")}`}`);
    const all = categoriesPassed + categoriesFailed;
    const end = `Smoke tests ${status}: ${categoriesPassed} of ${all} categories in ${executionTimeMs} ms`;
    print(json ? `${JSON.stringify(result, null, 2)}\n` : `${lines.join("\n")}\n${end}\n`);
    return status === "passed" ? _faults__WEBPACK_IMPORTED_MODULE_0__/* .exitCode */ .I$.ok : _faults__WEBPACK_IMPORTED_MODULE_0__/* .exitCode */ .I$.failed;
}


/***/ })

};
