export const id = 2222;
export const ids = [2222];
export const modules = {

/***/ 62222:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   erasedKey: () => (/* binding */ erasedKey),
/* harmony export */   erasureIn: () => (/* binding */ erasureIn),
/* harmony export */   isErasure: () => (/* binding */ isErasure),
/* harmony export */   loggedErasures: () => (/* binding */ loggedErasures),
/* harmony export */   withErasures: () => (/* binding */ withErasures)
/* harmony export */ });
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96822);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72971);


const erasedKey = '{"erased":';
function withErasures(log, erasures) {
    let continued = log === "" || log.endsWith("\n") ? log : `${log}\n`;
    for (const erased of erasures)
        continued += `${(0,_log_js__WEBPACK_IMPORTED_MODULE_0__/* .chained */ .HM)(continued, { erased })}\n`;
    return continued;
}
function loggedErasures(log) {
    return log.split("\n").flatMap((line) => erasureIn(line) ?? []);
}
function erasureIn(line) {
    return line.startsWith(erasedKey) ? (0,_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .entryIn */ .Gi)(line, saysErased)?.erased : undefined;
}
function saysErased(entry) {
    return typeof entry === "object" && entry !== null && "erased" in entry && isErasure(entry.erased);
}
function isErasure(value) {
    return (0,_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .hasTexts */ .fx)(value, ["release", "token", "at", "by", "reason"]);
}


/***/ })

};
