export const id = 3607;
export const ids = [3607];
export const modules = {

/***/ 3607:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   followRelease: () => (/* binding */ followRelease)
/* harmony export */ });
/* harmony import */ var _faults__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72326);
/* harmony import */ var _report__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9798);
/* harmony import */ var _stages__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5969);
/* harmony import */ var _driven_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90404);




const lookEveryMs = 2_000;
async function followRelease(watching) {
    const { workplace, terminal } = watching;
    const id = (await (0,_stages__WEBPACK_IMPORTED_MODULE_2__.readOrThrow)(workplace, watching.id)).id;
    for (let seen = 0;;) {
        const end = await watchUntil({ ...watching, id }, seen);
        terminal.screen.end();
        if (typeof end.wanted === "number")
            return end.wanted;
        ({ seen } = end);
        try {
            await watching.carryOut(commandOf(end.wanted, id));
        }
        catch (thrown) {
            const { code, message, hint } = (0,_faults__WEBPACK_IMPORTED_MODULE_0__/* .asFault */ .Ps)(thrown);
            if (code === "bug" || workplace.surroundings.signal.aborted)
                throw thrown;
            terminal.print(`${message}\n${hint}\n`);
        }
    }
}
async function watchUntil({ workplace, id, terminal }, told) {
    const { screen, seat } = terminal;
    const { clock, signal } = workplace.surroundings;
    const left = new AbortController();
    let wanted;
    const leave = (by) => {
        wanted = by;
        left.abort();
    };
    let seen = told;
    let desk;
    try {
        for (;;) {
            const { facts, record, live } = await (0,_stages__WEBPACK_IMPORTED_MODULE_2__.readOrThrow)(workplace, id);
            screen.follow({ id, record });
            for (const line of newsIn(facts.slice(told === 0 && seen === 0 ? -1 : seen)))
                screen.say(line);
            seen = facts.length;
            if (record.settled !== undefined || !live)
                return { seen, wanted: (0,_driven_js__WEBPACK_IMPORTED_MODULE_3__/* .codeOf */ .$)(record.settled?.outcome ?? "failed") };
            if (seat === undefined && record.suspended !== undefined)
                return { seen, wanted: _faults__WEBPACK_IMPORTED_MODULE_0__/* .exitCode */ .I$.waiting };
            desk ??= seat === undefined ? undefined : await openDesk(terminal, id, leave);
            await clock.sleep(lookEveryMs, AbortSignal.any([signal, left.signal])).catch(() => undefined);
            if (wanted !== undefined && wanted.kind !== "quit")
                return { seen, wanted };
            if (wanted === undefined && !signal.aborted)
                continue;
            return { seen, wanted: record.suspended === undefined ? _faults__WEBPACK_IMPORTED_MODULE_0__/* .exitCode */ .I$.ok : _faults__WEBPACK_IMPORTED_MODULE_0__/* .exitCode */ .I$.waiting };
        }
    }
    finally {
        desk?.close();
    }
}
async function openDesk({ seat, screen }, id, leave) {
    if (seat === undefined)
        return undefined;
    const { openKeyDesk } = await __webpack_require__.e(/* import() */ 1703).then(__webpack_require__.bind(__webpack_require__, 81703));
    const onlooker = { ...seat, interrupt: () => leave({ kind: "quit" }) };
    return openKeyDesk(onlooker, screen, { id, quitAsks: false, onWanted: leave });
}
const newsIn = (facts) => facts.flatMap((fact) => (0,_report__WEBPACK_IMPORTED_MODULE_1__/* .event */ .f0)(fact) ?? []).map(_report__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$);
function commandOf(wanted, id) {
    if (wanted.kind === "report")
        return { kind: "report", id, format: "md" };
    const { deed, reason } = wanted;
    return deed === "rollback" ? { kind: deed, from: id, reason } : { kind: "request", ask: deed, id, reason };
}


/***/ })

};
