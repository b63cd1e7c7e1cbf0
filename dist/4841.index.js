export const id = 4841;
export const ids = [4841];
export const modules = {

/***/ 74841:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   scrubbedZip: () => (/* binding */ scrubbedZip)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var fflate__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60079);
/* harmony import */ var _scrub__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48611);
/* harmony import */ var _media_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(11438);




const bytesAtMost = 500_000_000;
const entryAtMost = 20_000_000;
const unread = (0,fflate__WEBPACK_IMPORTED_MODULE_2__/* .strToU8 */ ._u)("[REDACTED:binary]");
function scrubbedZip(bytes, scrub) {
    let total = 0;
    try {
        const entries = (0,fflate__WEBPACK_IMPORTED_MODULE_2__/* .unzipSync */ .AO)(bytes, {
            filter: ({ originalSize }) => {
                total += originalSize;
                if (total > bytesAtMost)
                    throw new RangeError("too large");
                return true;
            },
        });
        const safe = alsoWithout(typedIn(Object.values(entries)), scrub);
        const clean = Object.entries(entries).map(([name, data]) => (0,_media_js__WEBPACK_IMPORTED_MODULE_3__/* .isMedia */ .F)(data) ? [safe.text(name), [data, { level: 0 }]] : [safe.text(name), cleanEntry(data, safe)]);
        return (0,fflate__WEBPACK_IMPORTED_MODULE_2__/* .zipSync */ .L)(Object.fromEntries(clean));
    }
    catch {
        return undefined;
    }
}
function cleanEntry(data, scrub) {
    if (data.length > entryAtMost || !(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(data) || data.includes(0))
        return unread;
    const text = (0,fflate__WEBPACK_IMPORTED_MODULE_2__/* .strFromU8 */ .he)(data);
    return (0,fflate__WEBPACK_IMPORTED_MODULE_2__/* .strToU8 */ ._u)(/^\s*[[{]/.test(text)
        ? text
            .split("\n")
            .map((line) => cleanLine(line, scrub))
            .join("\n")
        : scrub.text(text));
}
function cleanLine(line, scrub) {
    try {
        return JSON.stringify(scrub.value(withoutNamed(JSON.parse(line), scrub)));
    }
    catch {
        return scrub.text(line);
    }
}
const hidden = "[REDACTED:credentials]";
const hides = /pass|pwd|secret|token|otp|cvc|card|\bpin\b/i;
function typedIn(entries) {
    const typed = new Set();
    for (const data of entries) {
        if (data.length > entryAtMost || !(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(data))
            continue;
        for (const line of (0,fflate__WEBPACK_IMPORTED_MODULE_2__/* .strFromU8 */ .he)(data).split("\n")) {
            if (!line.startsWith('{"type":"before"'))
                continue;
            const params = fieldsOf(fieldsOf(JSON.parse(line)).get("params"));
            const field = params.get("selector") ?? params.get("locator");
            if (typeof field !== "string" || !hides.test(field))
                continue;
            const value = params.get("value") ?? params.get("text");
            if (typeof value === "string")
                typed.add(value);
        }
    }
    return [...typed].filter(({ length }) => length >= 6);
}
function fieldsOf(json) {
    return new Map(typeof json === "object" && json !== null ? Object.entries(json) : []);
}
function alsoWithout(typed, scrub) {
    if (typed.length === 0)
        return scrub;
    const more = (0,_scrub__WEBPACK_IMPORTED_MODULE_1__.createScrubber)({ secrets: typed });
    return {
        text: (text) => scrub.text(more.text(text)),
        value: (json) => scrub.value(more.value(json)),
        words: (json) => scrub.words(more.words(json)),
    };
}
function withoutNamed(json, scrub, isCookie = false) {
    if (Array.isArray(json))
        return json.map((one) => withoutNamed(one, scrub, isCookie));
    if (typeof json !== "object" || json === null)
        return json;
    const name = fieldsOf(json).get("name");
    const value = fieldsOf(json).get("value");
    const told = typeof name === "string" && typeof value === "string" ? `${name}: ${value}` : undefined;
    const isHidden = told !== undefined && (isCookie || scrub.text(told) !== told);
    return Object.fromEntries(Object.entries(json).map(([key, one]) => key === "value" && isHidden ? [key, hidden] : [key, withoutNamed(one, scrub, key === "cookies")]));
}


/***/ })

};
