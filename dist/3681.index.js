export const id = 3681;
export const ids = [3681];
export const modules = {

/***/ 23681:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
throw Object.assign(new Error("the demo is not part of the bundle"), { code: "ERR_MODULE_NOT_FOUND" });



/***/ })

};
