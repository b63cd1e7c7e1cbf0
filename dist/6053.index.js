export const id = 6053;
export const ids = [6053];
export const modules = {

/***/ 86053:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   metrics: () => (/* binding */ metrics)
/* harmony export */ });
/* harmony import */ var _faults__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72326);
/* harmony import */ var _history__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68468);


async function metrics({ journal, local, surroundings }, { format, from, to }, print) {
    const now = surroundings.clock.now();
    if (from !== undefined && from > now)
        throw new _faults__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseFault */ .eB("input", `--from=${new Date(from).toISOString()} is in the future`, {
            hint: "Nothing can be counted there yet. Example: --from=2026-01-01",
        });
    const bounds = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
    const period = periodOf(local.config.metrics);
    const history = (0,_history__WEBPACK_IMPORTED_MODULE_1__/* .historyOf */ .om)(await journal.every(), { now, period, ...bounds });
    print(format === "json" ? `${JSON.stringify(history, null, 2)}\n` : (0,_history__WEBPACK_IMPORTED_MODULE_1__/* .openMetrics */ .Ey)((0,_history__WEBPACK_IMPORTED_MODULE_1__/* .familiesOf */ .m6)(history)));
    return _faults__WEBPACK_IMPORTED_MODULE_0__/* .exitCode */ .I$.ok;
}
function periodOf({ period, sprint }) {
    return period === "sprint" ? { kind: period, ...sprint } : { kind: period };
}


/***/ })

};
