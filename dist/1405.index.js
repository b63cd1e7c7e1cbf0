export const id = 1405;
export const ids = [1405];
export const modules = {

/***/ 41405:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  analyze: () => (/* binding */ analyze)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/packages/analysis/index.js + 17 modules
var analysis = __webpack_require__(58737);
// EXTERNAL MODULE: ./build/packages/faults/index.js + 3 modules
var faults = __webpack_require__(72326);
;// CONCATENATED MODULE: ./build/packages/cli/lines.js

const longestLine = 65_536;
async function* numberedLines(input, name) {
    input.setEncoding("utf8");
    let line = 0;
    let rest = "";
    for await (const chunk of piecesOf(input, name)) {
        const parts = `${rest}${chunk}`.split("\n");
        rest = parts.pop() ?? "";
        for (const part of parts) {
            line += 1;
            if (part.length > longestLine)
                throw tooLong(name, line);
            yield { line, text: plain(part, line) };
        }
        if (rest.length > longestLine)
            throw tooLong(name, line + 1);
    }
    if (rest !== "")
        yield { line: line + 1, text: plain(rest, line + 1) };
}
const reasons = new Map([
    ["ENOENT", "there is no such file"],
    ["EISDIR", "it is a directory"],
    ["EACCES", "this user may not read it"],
]);
async function* piecesOf(input, name) {
    try {
        for await (const chunk of input)
            yield String(chunk);
    }
    catch (cause) {
        const why = cause instanceof Error && "code" in cause ? reasons.get(cause.code) : undefined;
        throw new faults/* ReleaseFault */.eB("input", `${name} cannot be read${why === undefined ? "" : `: ${why}`}`, {
            hint: "Give a file of JSON Lines, or - for standard input. Example: release analyze metrics.jsonl",
            cause,
        });
    }
}
function plain(text, line) {
    const unmarked = line === 1 ? text.replace(/^\uFEFF/, "") : text;
    return unmarked.endsWith("\r") ? unmarked.slice(0, -1) : unmarked;
}
function tooLong(name, line) {
    return new faults/* ReleaseFault */.eB("input", `${name}:${line}: The line is longer than ${longestLine} characters`, {
        hint: "Write one JSON object a line, with a line end after each.",
    });
}

;// CONCATENATED MODULE: ./build/packages/cli/analyze.js





const exitCodes = { promote: faults/* exitCode */.I$.ok, hold: faults/* exitCode */.I$.waiting, rollback: faults/* exitCode */.I$.rolledBack };
async function analyze(wanted, { cwd, stdin, write }) {
    const { file, json, settings } = wanted;
    const input = file === "-" ? stdin : (0,external_node_fs_.createReadStream)(external_node_path_.resolve(cwd, file));
    const ended = new Set();
    let last;
    let current;
    const conclude = async () => {
        if (current === undefined)
            return;
        last = (0,analysis/* replayVerdict */.hx)(current.replay);
        await write(json ? jsonLine(current.run, last) : told(current.run, last));
    };
    for await (const { line, text } of numberedLines(input, file)) {
        if (text.trim() === "")
            continue;
        const place = `${file}:${line}`;
        const recorded = at(place, () => (0,analysis/* parseRecordedBin */.hU)(text));
        if (current === undefined || recorded.run !== current.run) {
            requireOwnLines(place, recorded, current, ended);
            await conclude();
            if (current?.run !== undefined)
                ended.add(current.run);
            current = { run: recorded.run, replay: at(place, () => (0,analysis/* replayBin */.pn)(undefined, recorded, settings)) };
        }
        else {
            const { replay } = current;
            current.replay = at(place, () => (0,analysis/* replayBin */.pn)(replay, recorded, settings));
        }
    }
    await conclude();
    if (last === undefined) {
        throw new faults/* ReleaseFault */.eB("input", `${file} holds no line`, {
            hint: "It takes one line of JSON for each interval; see docs/canary.md.",
        });
    }
    return ended.size === 0 ? exitCodes[last.verdict] : faults/* exitCode */.I$.ok;
}
function requireOwnLines(place, { run }, current, ended) {
    if (current !== undefined && (run === undefined) !== (current.run === undefined)) {
        throw new faults/* ReleaseFault */.eB("input", `${place}: Some lines name their run and some do not`, {
            hint: 'Begin each line with its run, e.g. {"run": "2026-05-04", "t": 10, …}, or none.',
        });
    }
    if (run === undefined || !ended.has(run))
        return;
    throw new faults/* ReleaseFault */.eB("input", `${place}: Run ${(0,analysis/* shown */.SP)(run)} goes on after another run began`, {
        hint: "Keep the lines of a run together, e.g. with: jq -sc 'sort_by(.run)[]' FILE",
    });
}
function at(place, read) {
    try {
        return read();
    }
    catch (thrown) {
        if (!(thrown instanceof faults/* ReleaseFault */.eB))
            throw thrown;
        throw new faults/* ReleaseFault */.eB(thrown.code, `${place}: ${thrown.message}`, { hint: thrown.hint, cause: thrown });
    }
}
function jsonLine(run, { verdict, at: seconds, ...rest }) {
    return `${JSON.stringify({ ...(run === undefined ? {} : { run }), verdict, at: seconds, ...rest })}\n`;
}
const spelled = { promote: "PROMOTE", hold: "HOLD", rollback: "ROLL BACK" };
function told(run, { verdict, at: seconds, trigger, evidence }) {
    const head = `${spelled[verdict]} at ${seconds} s${trigger === undefined ? "" : ` (${trigger})`}`;
    return run === undefined
        ? `${[head, ...evidence.map((sentence) => `  ${sentence}`)].join("\n")}\n`
        : `${(0,analysis/* shown */.SP)(run)}: ${head}: ${evidence[0] ?? ""}\n`;
}


/***/ })

};
