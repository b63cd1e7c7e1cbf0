export const id = 8496;
export const ids = [8496];
export const modules = {

/***/ 98496:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   anchorsAt: () => (/* binding */ anchorsAt)
/* harmony export */ });
/* harmony import */ var _audit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15717);

async function anchorsAt({ forge }, log) {
    const { anchorProblems, findAnchor } = await (0,_audit__WEBPACK_IMPORTED_MODULE_0__/* .loadVerifier */ .VH)();
    const notes = await forge.deploymentNotes("production");
    const anchors = notes.flatMap(({ release, description, by, at }) => {
        const found = findAnchor(`the deployment of ${release} (${at}, by ${by})`, description);
        return found === undefined ? [] : [found];
    });
    if (anchors.length === 0) {
        const told = `${forge.webUrl}/deployments: no deployment to production carries an anchor of the log`;
        return { problems: [told], told };
    }
    const [deployments, reach] = [
        anchors.length === 1 ? "1 deployment" : `${anchors.length} deployments`,
        Math.max(...anchors.map(({ size }) => size)),
    ];
    return {
        problems: anchorProblems(log, anchors),
        told: `Anchored: ${deployments} to production, for up to ${reach} entries.`,
    };
}


/***/ })

};
