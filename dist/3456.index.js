export const id = 3456;
export const ids = [3456];
export const modules = {

/***/ 43456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   run: () => (/* binding */ run),
/* harmony export */   shape: () => (/* binding */ shape)
/* harmony export */ });
/* harmony import */ var _shell__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34442);

const shape = {
    token: ["token", _shell__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq],
    branch: ["branch", _shell__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq],
    follow: ["follow", _shell__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt],
};
const firstFactMs = 3 * 60_000;
async function run() {
    await (0,_shell__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .Cs)({
        title: "Dashboard",
        shape,
        act: async ({ token, branch, follow }, runner) => {
            const { publishDashboard } = await Promise.all(/* import() */[__webpack_require__.e(6766), __webpack_require__.e(8748), __webpack_require__.e(7429), __webpack_require__.e(1426), __webpack_require__.e(9974), __webpack_require__.e(3925), __webpack_require__.e(167), __webpack_require__.e(9798), __webpack_require__.e(8611), __webpack_require__.e(9375), __webpack_require__.e(2082), __webpack_require__.e(1474), __webpack_require__.e(8737), __webpack_require__.e(1023), __webpack_require__.e(917), __webpack_require__.e(2464)]).then(__webpack_require__.bind(__webpack_require__, 5969));
            const workplace = await (0,_shell__WEBPACK_IMPORTED_MODULE_0__/* .openHere */ .Pw)(runner, token, {});
            const pushed = [];
            const event = await (0,_shell__WEBPACK_IMPORTED_MODULE_0__/* .eventOf */ .A6)(runner);
            const isAsked = typeof event === "object" && event !== null && "action" in event && event.action === "requested";
            const waitMs = isAsked ? firstFactMs : 0;
            await publishDashboard(workplace, { branch, follow, waitMs }, ({ sha, files }) => {
                pushed.push(sha);
                workplace.surroundings.say(`${branch} is ${sha.slice(0, 7)}: ${files} files`);
            });
            const sha = pushed.at(-1) ?? "";
            const rows = [["Branch", branch], ["Commit", sha], ["Pushes", String(pushed.length)]];
            return { outputs: { sha }, summary: (0,_shell__WEBPACK_IMPORTED_MODULE_0__/* .summaryOf */ .YG)({ title: "Dashboard published", rows }) };
        },
    });
}


/***/ })

};
