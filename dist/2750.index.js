export const id = 2750;
export const ids = [2750];
export const modules = {

/***/ 22750:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   calleeRows: () => (/* binding */ calleeRows)
/* harmony export */ });
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
