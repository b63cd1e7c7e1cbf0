export const id = 9183;
export const ids = [9183];
export const modules = {

/***/ 19183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  liveScreen: () => (/* binding */ liveScreen)
});

// EXTERNAL MODULE: ./node_modules/log-update/index.js + 21 modules
var log_update = __webpack_require__(7940);
// EXTERNAL MODULE: ./build/packages/report/index.js + 37 modules
var report = __webpack_require__(9798);
;// CONCATENATED MODULE: ./build/packages/cli/fitted.js
function heightOf(lines, columns) {
    return lines.reduce((rows, line) => rows + Math.max(1, Math.ceil(line.length / columns)), 0);
}
function fitted({ board, below }, { columns, rows }) {
    const all = [...board, ...below];
    const room = Math.max(2, rows - 1);
    if (heightOf(all, columns) <= room)
        return all;
    const cut = (line) => (line.length <= columns ? line : `${line.slice(0, Math.max(1, columns - 1))}…`);
    const lines = all.map(cut);
    if (lines.length <= room)
        return lines;
    const end = lines.slice(-Math.min(below.length, room - 1)).slice(below.length === 0 ? lines.length : 0);
    const kept = Math.max(0, room - end.length - 1);
    const left = lines.length - kept - end.length;
    return [...lines.slice(0, kept), cut(`… ${left} more lines: a larger window shows them`), ...end];
}

// EXTERNAL MODULE: ./build/packages/cli/quieter.js
var quieter = __webpack_require__(90759);
;// CONCATENATED MODULE: ./build/packages/cli/live-screen.js




const shownAtMost = 6;
function liveScreen(output, now) {
    let followed;
    let latest = [];
    let asked = [];
    let height = 0;
    const log = (0,log_update/* createLogUpdate */.SY)(output);
    const paint = () => {
        const picture = followed === undefined ? undefined : (0,report/* board */.no)(followed.record, now());
        const bar = picture === undefined
            ? []
            : [`${"█".repeat(Math.round(picture.percent / 4)).padEnd(25, "░")} ${picture.percent} %`];
        const below = [latest, asked].flatMap((lines) => (lines.length === 0 ? [] : ["", ...lines]));
        const size = { columns: output.columns, rows: output.rows };
        const lines = fitted({ board: [...bar, ...(picture?.lines ?? [])], below }, size);
        const wanted = heightOf(lines, output.columns);
        if (wanted !== height)
            log.clear();
        height = wanted;
        log(lines.join("\n"));
    };
    const resized = () => {
        log.clear();
        paint();
    };
    let timer;
    return {
        say(text) {
            const kept = latest.filter((line) => (0,quieter/* subjectOf */.e)(line) !== (0,quieter/* subjectOf */.e)(text));
            latest = [...kept, text].slice(-shownAtMost);
            paint();
        },
        follow(release) {
            followed = release;
            if (timer === undefined)
                output.on("resize", resized);
            timer ??= setInterval(paint, 200).unref();
            paint();
        },
        get followed() {
            return followed;
        },
        prompt(lines) {
            asked = lines;
            paint();
        },
        show(text) {
            log.clear();
            height = 0;
            output.write(`${text}\n`);
            paint();
        },
        end() {
            clearInterval(timer);
            timer = undefined;
            output.off("resize", resized);
            if (followed === undefined && latest.length === 0)
                return;
            latest = [];
            asked = [];
            paint();
            log.done();
            height = 0;
        },
    };
}


/***/ })

};
