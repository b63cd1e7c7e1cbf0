export const id = 6688;
export const ids = [6688];
export const modules = {

/***/ 76688:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   driver: () => (/* binding */ driver)
/* harmony export */ });
/* harmony import */ var mysql2_promise__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64671);
/* harmony import */ var _transport_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13986);
/* harmony import */ var _store_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68131);



const errors = new Map([
    ["ER_ACCESS_DENIED_ERROR", ["the account or its password was refused", false]],
    ["ER_ACCESS_DENIED_NO_PASSWORD_ERROR", ["the account or its password was refused", false]],
    ["ER_DBACCESS_DENIED_ERROR", ["the account may not use that database", false]],
    ["ER_BAD_DB_ERROR", ["there is no such database", false]],
    ["ER_NO_DB_ERROR", ["the URL names no database: end it with /DATABASE", false]],
    [
        "ER_TABLEACCESS_DENIED_ERROR",
        [`the account may not write: grant it insert, select, delete and create on ${_store_js__WEBPACK_IMPORTED_MODULE_2__/* .sandbox */ ._S}`, false],
    ],
    ["ER_OPTION_PREVENTS_STATEMENT", ["it is read-only: the URL leads to a replica, use that of the primary", false]],
    ["ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION", ["it is read-only: use the URL of the primary", false]],
    ["ER_CON_COUNT_ERROR", ["it has no connection left", true]],
    ["ER_SERVER_SHUTDOWN", ["it is shutting down", true]],
    ["ER_LOCK_WAIT_TIMEOUT", ["a statement took too long: is the table locked?", true]],
    ["ER_LOCK_DEADLOCK", ["another transaction was in the way", true]],
    ["PROTOCOL_CONNECTION_LOST", ["it closed the connection", true]],
    ["HANDSHAKE_NO_SSL_SUPPORT", ["TLS refused: it does not speak TLS", false]],
]);
const driver = {
    example: "mysql://host:3306/database",
    open: ({ url, timeoutMs, tls }) => {
        let connection;
        let closed = false;
        const connect = async () => {
            const uri = url.replace(/^mariadb:/i, "mysql:");
            const ssl = tls === undefined ? {} : { ssl: { ...tls, verifyIdentity: true } };
            connection = await (0,mysql2_promise__WEBPACK_IMPORTED_MODULE_0__.createConnection)({ uri, connectTimeout: timeoutMs, ...ssl });
            connection.on("error", () => undefined);
            if (closed)
                connection.destroy();
            return connection;
        };
        return {
            roundTrip: async (mark) => inTransaction(await connect(), mark),
            read: async () => {
                await (await connect()).query("select 1");
            },
            close: () => {
                closed = true;
                connection?.destroy();
                return Promise.resolve();
            },
        };
    },
    meaningOf: (thrown) => {
        const code = String((0,_transport_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldOf */ ._F)(thrown, "code"));
        if (code === "HANDSHAKE_SSL_ERROR")
            return [`TLS refused: ${(0,_transport_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(thrown)}`, false];
        return errors.get(code);
    },
};
async function inTransaction(connection, mark) {
    const [found] = await connection.query("show tables like ?", [
        _store_js__WEBPACK_IMPORTED_MODULE_2__/* .sandbox */ ._S.replaceAll("_", String.raw `\_`),
    ]);
    if (found.length === 0) {
        await connection.query(`create table if not exists ${_store_js__WEBPACK_IMPORTED_MODULE_2__/* .sandbox */ ._S} (mark varchar(64) not null, written timestamp not null default current_timestamp) engine=InnoDB`);
    }
    await connection.beginTransaction();
    await connection.query(`insert into ${_store_js__WEBPACK_IMPORTED_MODULE_2__/* .sandbox */ ._S} (mark) values (?)`, [mark]);
    const [read] = await connection.query(`select mark from ${_store_js__WEBPACK_IMPORTED_MODULE_2__/* .sandbox */ ._S} where mark = ?`, [mark]);
    if (read[0]?.["mark"] !== mark)
        throw new _store_js__WEBPACK_IMPORTED_MODULE_2__/* .MarkLostError */ .k5("the row that was written could not be read back");
    const old = `written < now() - interval ${_store_js__WEBPACK_IMPORTED_MODULE_2__/* .sweepAfterMs */ .Tc / 1000} second`;
    await connection.query(`delete from ${_store_js__WEBPACK_IMPORTED_MODULE_2__/* .sandbox */ ._S} where mark = ? or ${old}`, [mark]);
    await connection.commit();
}


/***/ })

};
