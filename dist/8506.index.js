export const id = 8506;
export const ids = [8506];
export const modules = {

/***/ 28506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createWebhook: () => (/* binding */ createWebhook)
/* harmony export */ });
/* harmony import */ var _signed_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68351);

function createWebhook({ urlFrom, secretFrom }, options) {
    return {
        async send(notice, signal) {
            const message = { id: notice.key, type: `release.${notice.event}`, at: notice.at, data: notice };
            await (0,_signed_js__WEBPACK_IMPORTED_MODULE_0__/* .sendSigned */ .h)(message, { urlFrom, secretFrom, signal }, options);
        },
    };
}


/***/ })

};
