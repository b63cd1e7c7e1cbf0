export const id = 269;
export const ids = [269];
export const modules = {

/***/ 86269:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   calleeRows: () => (/* binding */ calleeRows)
/* harmony export */ });
/** Whether the outputs of a called workflow that failed reach its caller. Both answers are handled; which one it is, is news. */
function calleeRows(result, outcome) {
    return [
        {
            fact: "a called workflow whose job failed has the result failure",
            holds: result === "failure",
            seen: result ?? "no result",
        },
        {
            fact: "the output of a job that failed reaches the caller of its workflow",
            holds: outcome === "told",
            seen: outcome ?? "no output",
        },
    ];
}


/***/ })

};
