export const id = 8068;
export const ids = [8068];
export const modules = {

/***/ 90759:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ subjectOf),
/* harmony export */   y: () => (/* binding */ createQuieter)
/* harmony export */ });
const everyMs = 10_000;
function subjectOf(text) {
    return /^(?<subject>[^:]*: (?:watching [^:]*|running)):/.exec(text)?.groups?.["subject"] ?? text;
}
function createQuieter(now) {
    let last = "";
    let saidMs = 0;
    return (text) => {
        const goesOn = subjectOf(text) === subjectOf(last);
        if (text === last || (goesOn && now() - saidMs < everyMs))
            return false;
        last = text;
        saidMs = now();
        return true;
    };
}


/***/ }),

/***/ 62318:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openScreen: () => (/* binding */ openScreen)
/* harmony export */ });
/* harmony import */ var _report__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9798);
/* harmony import */ var _quieter_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90759);


async function openScreen(output, { now, env, plain }) {
    const live = output.isTTY === true && env["TERM"] !== "dumb" && env["CI"] === undefined && plain !== true;
    if (!live || !("columns" in output))
        return plainScreen(output, now);
    const { liveScreen } = await Promise.all(/* import() */[__webpack_require__.e(7940), __webpack_require__.e(9183)]).then(__webpack_require__.bind(__webpack_require__, 19183));
    return liveScreen(output, now);
}
function plainScreen(output, now) {
    let followed;
    let place = "";
    let asked = "";
    let ended = false;
    const isNews = (0,_quieter_js__WEBPACK_IMPORTED_MODULE_1__/* .createQuieter */ .y)(now);
    const begin = () => {
        if (asked !== "")
            output.write("\n");
        asked = "";
    };
    const stamp = () => new Date(now()).toISOString().slice(11, 19);
    const tellPlace = () => {
        if (followed === undefined)
            return;
        const here = (0,_report__WEBPACK_IMPORTED_MODULE_0__/* .outcome */ .bu)(followed.record);
        if (here === place)
            return;
        place = here;
        begin();
        output.write(`${stamp()} [${String((0,_report__WEBPACK_IMPORTED_MODULE_0__/* .board */ .no)(followed.record, now()).percent).padStart(3)} %] ${here}\n`);
    };
    return {
        say(text) {
            tellPlace();
            if (!isNews(text))
                return;
            begin();
            output.write(`${stamp()}         ${text}\n`);
        },
        follow(release) {
            const isKnown = followed?.id === release.id;
            followed = release;
            ended = false;
            if (isKnown)
                tellPlace();
        },
        get followed() {
            return followed;
        },
        prompt(lines) {
            const text = lines.join("\n");
            const goesOn = asked !== "" && text.startsWith(asked);
            if (text !== asked)
                output.write(goesOn ? text.slice(asked.length) : `${asked === "" ? "" : "\n"}${text}`);
            asked = text;
        },
        show(text) {
            begin();
            output.write(`${text}\n`);
        },
        end() {
            begin();
            if (followed !== undefined && !ended)
                output.write(`${(0,_report__WEBPACK_IMPORTED_MODULE_0__/* .board */ .no)(followed.record, now()).lines.join("\n")}\n`);
            ended = true;
        },
    };
}


/***/ })

};
