export const id = 7221;
export const ids = [7221];
export const modules = {

/***/ 87221:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   deploymentRows: () => (/* binding */ deploymentRows),
/* harmony export */   readRows: () => (/* binding */ readRows),
/* harmony export */   writeRows: () => (/* binding */ writeRows)
/* harmony export */ });
/* harmony import */ var _faults__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72326);

async function writeRows(host) {
    const rows = [];
    try {
        rows.push(await createdRow(host), await leaseRow(host), await atomicRow(host), await togetherRow(host));
    }
    finally {
        rows.push(await cleanedRow(host));
    }
    return [...rows, await dispatchRow(host), await dateRow(host)];
}
const first = ({ prefix }) => `${prefix}/first`;
const second = ({ prefix }) => `${prefix}/second`;
const elsewhere = "1".repeat(40);
async function createdRow(host) {
    const { state } = await host.git.push([{ ref: first(host), expect: "absent", to: host.sha }]);
    const there = await refsOf(host);
    return {
        fact: "the token of a job may make refs below refs/release-command",
        holds: state === "applied" && there.get(first(host)) === host.sha,
        seen: `${state}; ${there.size} refs there`,
    };
}
async function leaseRow(host) {
    const outcome = await host.git.push([{ ref: first(host), expect: "absent", to: host.other }]);
    const moved = await host.git.push([{ ref: first(host), expect: elsewhere, to: undefined }]);
    const there = await refsOf(host);
    return {
        fact: "a push that expects something else is refused (--force-with-lease)",
        holds: outcome.state === "refused" && moved.state === "refused" && there.get(first(host)) === host.sha,
        seen: `${outcome.state}, ${moved.state}`,
    };
}
async function atomicRow(host) {
    const { state } = await host.git.push([
        { ref: second(host), expect: "absent", to: host.sha },
        { ref: first(host), expect: elsewhere, to: host.other },
    ]);
    const there = await refsOf(host);
    return {
        fact: "an atomic push of which one part is refused changes nothing",
        holds: state === "refused" && !there.has(second(host)) && there.get(first(host)) === host.sha,
        seen: `${state}; the other ref is ${there.has(second(host)) ? "there" : "not there"}`,
    };
}
async function togetherRow(host) {
    const { state } = await host.git.push([
        { ref: second(host), expect: "absent", to: host.sha },
        { ref: first(host), expect: host.sha, to: undefined },
    ]);
    const there = await refsOf(host);
    return {
        fact: "an atomic push makes one ref and deletes another",
        holds: state === "applied" && there.has(second(host)) && !there.has(first(host)),
        seen: `${state}; ${[...there.keys()].map((ref) => ref.split("/").at(-1)).join(", ")}`,
    };
}
async function cleanedRow(host) {
    const left = [...(await refsOf(host)).keys()];
    await host.git.push(left.map((ref) => ({ ref, expect: "any", to: undefined })));
    const there = await refsOf(host);
    return {
        fact: "the refs of these checks are gone again",
        holds: there.size === 0,
        seen: there.size === 0 ? "none left" : `left: ${[...there.keys()].join(", ")}`,
    };
}
async function refsOf({ git, prefix }) {
    return git.remoteRefs([`${prefix}/*`]);
}
async function dispatchRow({ ask, prefix }) {
    const answer = await ask("POST", "/dispatches", {
        event_type: "release-command-live",
        client_payload: { from: prefix },
    });
    return {
        fact: "the token of a job may send repository_dispatch",
        holds: answer.status === 204,
        seen: `answered ${answer.status}`,
    };
}
const skewAllowedSeconds = 60;
async function dateRow({ ask }) {
    const date = (await ask("GET", "")).headers.get("date");
    const seconds = date === null ? Number.NaN : Math.abs(Date.now() - Date.parse(date)) / 1000;
    return {
        fact: "the API tells its time (header Date)",
        holds: seconds <= skewAllowedSeconds,
        seen: date === null ? "no such header" : `${seconds.toFixed(0)} s from this machine's clock`,
    };
}
async function readRows(host) {
    const ref = `${host.prefix}/read`;
    const outcome = await host.git.push([{ ref, expect: "absent", to: host.sha }]);
    const there = await refsOf(host);
    if (there.size > 0)
        await host.git.push([...there.keys()].map((one) => ({ ref: one, expect: "any", to: undefined })));
    return [
        {
            fact: "a token with contents: read cannot push",
            holds: outcome.state === "refused" && outcome.denied && there.size === 0,
            seen: outcome.state === "refused" ? `refused: ${outcome.reason.slice(0, 200)}` : outcome.state,
        },
    ];
}
const recentMs = 10 * 60_000;
async function deploymentRows(host, environment) {
    if (environment === undefined) {
        throw new _faults__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseFault */ .eB("input", "environment: is required when check is environment", {
            hint: "Example: environment: staging",
        });
    }
    const query = new URLSearchParams({ sha: host.sha, environment, per_page: "100" });
    const answer = await host.ask("GET", `/deployments?${query.toString()}`);
    const listed = answer.ok ? (await answer.json()) : undefined;
    const now = Date.parse(answer.headers.get("date") ?? new Date().toISOString());
    const recent = listed?.filter(({ created_at: at }) => now - Date.parse(at) < recentMs);
    return [
        {
            fact: "a job whose environment says deployment: false makes no deployment",
            holds: recent?.length === 0,
            seen: recent === undefined ? `answered ${answer.status}` : `${recent.length} made in the last 10 minutes`,
        },
    ];
}


/***/ })

};
