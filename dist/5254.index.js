export const id = 5254;
export const ids = [5254];
export const modules = {

/***/ 85254:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   measured: () => (/* binding */ measured)
/* harmony export */ });
/* harmony import */ var _history__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68468);

function measured(id, { record, facts }, post) {
    const at = record.settled?.at ?? record.lastAt;
    const atMs = Date.parse(at);
    const release = post.scrub.value((0,_history__WEBPACK_IMPORTED_MODULE_0__/* .releaseOf */ .l7)({ record, facts }, atMs));
    const { repository, webUrl } = post.forge;
    return {
        id,
        type: `release.${record.settled?.outcome ?? record.state}`,
        at,
        data: { schema: 1, repository, url: webUrl, release },
        otlp: (0,_history__WEBPACK_IMPORTED_MODULE_0__/* .otlpMetrics */ .Fn)((0,_history__WEBPACK_IMPORTED_MODULE_0__/* .releaseFamilies */ .oO)(release), {
            resource: { "service.name": repository },
            labels: { release: release.id, tag: release.tag },
            atMs,
        }),
    };
}


/***/ })

};
