export const id = 5762;
export const ids = [5762];
export const modules = {

/***/ 15762:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   vaultOf: () => (/* binding */ vaultOf)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26016);
/* harmony import */ var _config__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(84036);
/* harmony import */ var _faults__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72326);
/* harmony import */ var _http__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70083);
/* harmony import */ var _audit_signer_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27902);





function vaultOf(settings, place) {
    const { env, fetch, clock, signal } = place;
    const address = addressOf(settings, env);
    const namespace = settings.namespace ?? set(env["VAULT_NAMESPACE"]);
    return {
        address,
        ...(namespace === undefined ? {} : { namespace }),
        login: loginOf(settings, place, address),
        fetch,
        clock,
        signal,
    };
}
function addressOf({ address }, env) {
    const found = address ?? set(env["VAULT_ADDR"]);
    if (found !== undefined && (0,_config__WEBPACK_IMPORTED_MODULE_0__.isVaultAddress)(found))
        return found;
    const what = found === undefined ? "is not known" : "of VAULT_ADDR is not an https one";
    throw new _faults__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseFault */ .eB("config", `The address of the Vault that signs ${what}`, {
        hint: "Write it into audit.vault.address, or: export VAULT_ADDR=https://vault.example.com:8200",
    });
}
function loginOf({ jwt }, place, address) {
    const { env } = place;
    const request = { url: set(env["ACTIONS_ID_TOKEN_REQUEST_URL"]), token: set(env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"]) };
    if (jwt !== undefined && request.url !== undefined && request.token !== undefined) {
        const { url, token } = request;
        const audience = jwt.audience ?? address;
        return { role: jwt.role, mount: jwt.mount, jwt: () => idToken({ url, token, audience }, place) };
    }
    const token = set(env[_audit_signer_js__WEBPACK_IMPORTED_MODULE_3__/* .vaultTokenVariable */ .uO]);
    if (token !== undefined)
        return { token };
    const isJob = env["GITHUB_ACTIONS"] === "true";
    throw new _faults__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseFault */ .eB("config", `There is no token for the Vault that signs: ${_audit_signer_js__WEBPACK_IMPORTED_MODULE_3__/* .vaultTokenVariable */ .uO} is not set`, {
        hint: isJob
            ? "Name a role in audit.vault.jwt, and give the job the permission id-token: write (docs/audit.md)."
            : `export ${_audit_signer_js__WEBPACK_IMPORTED_MODULE_3__/* .vaultTokenVariable */ .uO}=$(vault print token)`,
    });
}
async function idToken({ url, token, audience }, { fetch: send, clock, signal }) {
    const address = new URL(url);
    address.searchParams.set("audience", audience);
    const fetch = (0,_http__WEBPACK_IMPORTED_MODULE_2__/* .createFetch */ .H)({ fetch: send, clock, timeoutMs: 5_000, retryDelaysMs: [500, 2_000], maxWaitMs: 5_000 });
    const response = await fetch(address, { headers: { authorization: `Bearer ${token}` }, signal });
    const answer = answerSchema.safeParse(await response.json().catch(() => undefined));
    if (response.status === 200 && answer.success)
        return answer.data.value;
    throw new _faults__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseFault */ .eB("remote", `GitHub gives this job no OIDC token (${response.status})`, {
        hint: "Give the job the permission id-token: write; look at https://www.githubstatus.com when it has it.",
    });
}
const answerSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ value: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().min(1) });
function set(value) {
    const text = value?.trim() ?? "";
    return text === "" ? undefined : text;
}


/***/ })

};
