export const id = 9991;
export const ids = [9991];
export const modules = {

/***/ 39991:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   driver: () => (/* binding */ driver)
/* harmony export */ });
/* harmony import */ var pg__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42544);
/* harmony import */ var _transport_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13986);
/* harmony import */ var _store_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68131);



const states = new Map([
    ["28P01", ["the password was refused", false]],
    ["28000", ["the account was refused", false]],
    ["3D000", ["there is no such database", false]],
    [
        "42501",
        [`the account may not write: grant it insert, select and delete on ${_store_js__WEBPACK_IMPORTED_MODULE_2__/* .sandbox */ ._S}, or create on its schema`, false],
    ],
    ["25006", ["it is read-only: the URL leads to a replica, use that of the primary", false]],
    ["53300", ["it has no connection left", true]],
    ["57P03", ["it is starting up or shutting down", true]],
    ["57P01", ["it ended the connection (shutdown)", true]],
    ["57014", ["a statement took too long: is the table locked, or the disk slow?", true]],
]);
const driver = {
    example: "postgres://host:5432/database",
    open: ({ url, timeoutMs, tls }) => {
        const client = new pg__WEBPACK_IMPORTED_MODULE_0__/* .Client */ .Kj({
            connectionString: tls === undefined ? url : withoutTls(url),
            connectionTimeoutMillis: timeoutMs,
            statement_timeout: timeoutMs,
            query_timeout: timeoutMs,
            application_name: "release-command smoke",
            ...(tls === undefined ? {} : { ssl: tls }),
        });
        let lost;
        client.on("error", (thrown) => (lost ??= thrown));
        return {
            roundTrip: async (mark) => {
                await client.connect();
                await inTransaction(client, mark).catch((thrown) => {
                    throw lost ?? thrown;
                });
            },
            read: async () => {
                await client.connect();
                await client.query("select 1");
            },
            close: async () => {
                await client.end().catch(() => undefined);
            },
        };
    },
    meaningOf: (thrown) => {
        const known = states.get(String((0,_transport_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldOf */ ._F)(thrown, "code")));
        if (known !== undefined)
            return known;
        const message = String((0,_transport_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldOf */ ._F)(thrown, "message"));
        if (/does not support SSL/i.test(message))
            return ["TLS refused: it does not speak TLS", false];
        return /terminated unexpectedly|connection ended|not queryable/i.test(message)
            ? ["it closed the connection", true]
            : undefined;
    },
};
function withoutTls(text) {
    const url = new URL(text);
    const names = [...url.searchParams.keys()].filter((name) => /^ssl|^uselibpqcompat$/i.test(name));
    for (const name of names)
        url.searchParams.delete(name);
    return url.href;
}
async function inTransaction(client, mark) {
    await client.query("begin");
    try {
        const found = await client.query("select to_regclass($1)::text as name", [_store_js__WEBPACK_IMPORTED_MODULE_2__/* .sandbox */ ._S]);
        if (typeof found.rows[0]?.name !== "string") {
            await client.query(`create table if not exists ${_store_js__WEBPACK_IMPORTED_MODULE_2__/* .sandbox */ ._S} (mark text not null, written timestamptz not null default now())`);
        }
        await client.query(`insert into ${_store_js__WEBPACK_IMPORTED_MODULE_2__/* .sandbox */ ._S} (mark) values ($1)`, [mark]);
        const read = await client.query(`select mark from ${_store_js__WEBPACK_IMPORTED_MODULE_2__/* .sandbox */ ._S} where mark = $1`, [mark]);
        if (read.rows[0]?.mark !== mark)
            throw new _store_js__WEBPACK_IMPORTED_MODULE_2__/* .MarkLostError */ .k5("the row that was written could not be read back");
        const old = `written < now() - interval '${_store_js__WEBPACK_IMPORTED_MODULE_2__/* .sweepAfterMs */ .Tc} milliseconds'`;
        await client.query(`delete from ${_store_js__WEBPACK_IMPORTED_MODULE_2__/* .sandbox */ ._S} where mark = $1 or ${old}`, [mark]);
        await client.query("commit");
    }
    catch (thrown) {
        await client.query("rollback").catch(() => undefined);
        throw thrown;
    }
}


/***/ })

};
