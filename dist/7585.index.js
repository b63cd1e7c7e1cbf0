export const id = 7585;
export const ids = [7585];
export const modules = {

/***/ 67585:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openScreen: () => (/* binding */ openScreen)
});

// EXTERNAL MODULE: ./node_modules/log-update/index.js + 21 modules
var log_update = __webpack_require__(7940);
// EXTERNAL MODULE: ./build/packages/report/index.js + 30 modules
var report = __webpack_require__(48332);
;// CONCATENATED MODULE: ./build/packages/cli/quieter.js
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

;// CONCATENATED MODULE: ./build/packages/cli/screen.js



function openScreen(output, { now, env }) {
    const live = output.isTTY === true && env["TERM"] !== "dumb" && env["CI"] === undefined;
    return live && "columns" in output ? liveScreen(output, now) : plainScreen(output, now);
}
function plainScreen(output, now) {
    let driver;
    let state = "";
    let ended = false;
    const isNews = createQuieter(now);
    const stamp = () => new Date(now()).toISOString().slice(11, 19);
    return {
        say(text) {
            if (driver !== undefined && driver.record.state !== state) {
                state = driver.record.state;
                output.write(`${stamp()} [${String((0,report/* board */.no)(driver.record, now()).percent).padStart(3)} %] ${state}\n`);
            }
            if (isNews(text))
                output.write(`${stamp()}         ${text}\n`);
        },
        follow(followed) {
            driver = followed;
        },
        get followed() {
            return driver;
        },
        end() {
            if (driver !== undefined && !ended)
                output.write(`${(0,report/* board */.no)(driver.record, now()).lines.join("\n")}\n`);
            ended = true;
        },
    };
}
const shownAtMost = 6;
function heightOf(lines, columns) {
    return lines.reduce((rows, line) => rows + Math.max(1, Math.ceil(line.length / columns)), 0);
}
function liveScreen(output, now) {
    let driver;
    let latest = [];
    let height = 0;
    const log = (0,log_update/* createLogUpdate */.SY)(output);
    const paint = () => {
        const picture = driver === undefined ? undefined : (0,report/* board */.no)(driver.record, now());
        const bar = picture === undefined
            ? []
            : [`${"█".repeat(Math.round(picture.percent / 4)).padEnd(25, "░")} ${picture.percent} %`];
        const lines = [...bar, ...(picture?.lines ?? []), ...(latest.length === 0 ? [] : ["", ...latest])];
        const wanted = heightOf(lines, output.columns);
        if (wanted !== height)
            log.clear();
        height = wanted;
        log(lines.join("\n"));
    };
    let timer;
    return {
        say(text) {
            const kept = latest.filter((line) => subjectOf(line) !== subjectOf(text));
            latest = [...kept, text].slice(-shownAtMost);
            paint();
        },
        follow(followed) {
            driver = followed;
            timer ??= setInterval(paint, 200).unref();
            paint();
        },
        get followed() {
            return driver;
        },
        end() {
            clearInterval(timer);
            if (driver === undefined && latest.length === 0)
                return;
            latest = [];
            paint();
            log.done();
        },
    };
}


/***/ })

};
