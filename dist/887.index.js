export const id = 887;
export const ids = [887];
export const modules = {

/***/ 10887:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  transitSigner: () => (/* binding */ transitSigner)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(26016);
// EXTERNAL MODULE: ./build/packages/faults/index.js + 3 modules
var faults = __webpack_require__(72326);
// EXTERNAL MODULE: ./build/packages/audit/note.js
var note = __webpack_require__(56669);
// EXTERNAL MODULE: ./build/packages/http/index.js + 6 modules
var http = __webpack_require__(70083);
;// CONCATENATED MODULE: ./build/packages/audit/vault.js



const patience = { timeoutMs: 5_000, retryDelaysMs: [500, 2_000], maxWaitMs: 5_000, maxResponseBytes: 1024 * 1024 };
async function openVault(options) {
    const { fetch: send, clock, login, signal, namespace } = options;
    const fetch = (0,http/* createFetch */.H)({ ...(send === undefined ? {} : { fetch: send }), clock, ...patience });
    const ask = async (path, headers, body) => {
        const response = await fetch(new URL(`v1/${path}`, withSlash(options.address)), {
            method: body === undefined ? "GET" : "POST",
            headers: {
                ...headers,
                "x-vault-request": "true",
                ...(namespace === undefined ? {} : { "x-vault-namespace": namespace }),
                ...(body === undefined ? {} : { "content-type": "application/json", [http/* idempotentHeader */._]: "yes" }),
            },
            ...(body === undefined ? {} : { body: JSON.stringify(body) }),
            signal,
        });
        return { status: response.status, text: await response.text() };
    };
    const token = "token" in login ? login.token : await loggedIn(login, options, ask);
    return {
        ask: async ({ path, right, body, data }) => {
            const answer = await ask(path, { "x-vault-token": token }, body);
            if (answer.status !== 200)
                throw refusal(answer, options, { path, right });
            return parsed({ answer: jsonIn(answer.text), inside: "data" }, data, options, path);
        },
    };
}
async function loggedIn({ role, mount, jwt }, options, ask) {
    const path = `auth/${mount}/login`;
    const answer = await ask(path, {}, { role, jwt: await jwt() });
    if (answer.status === 400 || answer.status === 403 || answer.status === 404) {
        throw new faults/* ReleaseFault */.eB("permission", `${hostOf(options)} lets nobody in as "${role}"${saidIn(answer)}`, {
            hint: `Compare audience, repository and workflow with: vault read auth/${mount}/role/${role}   (docs/audit.md).`,
        });
    }
    if (answer.status !== 200)
        throw refusal(answer, options, { path, right: "update" });
    return parsed({ answer: jsonIn(answer.text), inside: "auth" }, loginSchema, options, path).client_token;
}
const loginSchema = schemas/* object */.Ikc({ client_token: schemas/* string */.YjP().min(1) });
function parsed({ answer, inside }, schema, options, path) {
    const found = schema.safeParse(typeof answer === "object" && answer !== null ? Reflect.get(answer, inside) : undefined);
    if (found.success)
        return found.data;
    throw new faults/* ReleaseFault */.eB("remote", `${hostOf(options)} answers ${path} with something else than a Vault does`, {
        hint: `Look at it: curl -I ${options.address}/v1/sys/health   and check audit.vault.address.`,
    });
}
function jsonIn(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function refusal(answer, options, { path, right }) {
    const host = hostOf(options);
    const said = saidIn(answer);
    if (answer.status === 403) {
        return new faults/* ReleaseFault */.eB("permission", `${host} refuses to ${right} ${path}${said}`, {
            hint: `The token is over, or no policy of it has: path "${path}" { capabilities = ["${right}"] }`,
        });
    }
    if (answer.status === 404) {
        const where = options.namespace === undefined ? "" : ` in the namespace ${options.namespace}`;
        return new faults/* ReleaseFault */.eB("config", `${host} has no ${path}${where}${said}`, {
            hint: "Compare audit.vault.mount, key and namespace with: vault secrets list   and vault list <mount>/keys",
        });
    }
    if (answer.status >= 500) {
        return new faults/* ReleaseFault */.eB("remote", `${host} cannot answer ${path} now (${answer.status})${said}`, {
            hint: `Look at it: vault status -address=${options.address}   What is not signed now can be later: release audit sign`,
        });
    }
    return new faults/* ReleaseFault */.eB("config", `${host} refuses ${path} (${answer.status})${said}`, {
        hint: "Compare audit.vault with the mount and the key that are there (docs/audit.md).",
    });
}
const errorsSchema = schemas/* object */.Ikc({ errors: schemas/* array */.YOg(schemas/* string */.YjP()) });
function saidIn({ text }) {
    const errors = errorsSchema.safeParse(jsonIn(text)).data?.errors ?? [];
    const said = errors.join("; ").replaceAll(/\s+/g, " ").trim().slice(0, 200);
    return said === "" ? "" : `: ${said}`;
}
function hostOf({ address }) {
    return `Vault at ${new URL(address).host}`;
}
const withSlash = (address) => (address.endsWith("/") ? address : `${address}/`);

;// CONCATENATED MODULE: ./build/packages/audit/transit.js





async function transitSigner(name, { mount, key }, options) {
    const vault = await openVault(options);
    const described = await vault.ask({ path: `${mount}/keys/${key}`, right: "read", data: keySchema });
    const where = `The key ${mount}/${key} of ${new URL(options.address).host}`;
    if (described.type !== "ed25519" || described.derived === true)
        throw unusable(where, described);
    const versions = Object.entries(described.keys)
        .toSorted(([one], [other]) => Number(one) - Number(other))
        .map(([version, { public_key: raw }]) => ({ version: Number(version), verifier: verifierOf(name, raw, where) }));
    const newest = versions.at(-1);
    if (newest === undefined || newest.version !== described.latest_version)
        throw unusable(where, described);
    return {
        ...newest.verifier,
        versions: versions.map(({ verifier }) => verifier),
        sign: async (bytes) => {
            const signature = await signedBy(vault, { mount, key }, { version: newest.version, bytes });
            if (signature !== undefined && (0,external_node_crypto_.verify)(null, bytes, newest.verifier.key, signature))
                return signature;
            throw new faults/* ReleaseFault */.eB("remote", `${where} answers with a signature that is not its own`, {
                hint: "Something between here and there changes answers, or the key was put in the place of another: look at its versions there.",
            });
        },
    };
}
async function signedBy(vault, { mount, key }, { version, bytes }) {
    const { signature } = await vault.ask({
        path: `${mount}/sign/${key}`,
        right: "update",
        body: { input: bytes.toString("base64"), key_version: version },
        data: signatureSchema,
    });
    const [, of, encoded] = /^vault:v(\d+):([A-Za-z0-9+/]{86}==)$/.exec(signature) ?? [];
    return of === String(version) && encoded !== undefined ? Buffer.from(encoded, "base64") : undefined;
}
const keySchema = schemas/* object */.Ikc({
    type: schemas/* string */.YjP(),
    derived: schemas/* boolean */.zMY().optional(),
    latest_version: schemas/* number */.aig(),
    keys: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* object */.Ikc({ public_key: schemas/* string */.YjP() }).catch({ public_key: "" })),
});
const signatureSchema = schemas/* object */.Ikc({ signature: schemas/* string */.YjP() });
function verifierOf(name, encoded, where) {
    const key = (0,note/* publicKeyOf */.kc)(Buffer.from(encoded, "base64"));
    if (key !== undefined)
        return { name, key };
    throw new faults/* ReleaseFault */.eB("remote", `${where} has a public key that is not one of Ed25519`, { hint: makeOne });
}
function unusable(where, { type, derived }) {
    const what = type !== "ed25519" ? `is ${type}, and not ed25519` : derived === true ? "is derived" : "has no version";
    return new faults/* ReleaseFault */.eB("config", `${where} ${what}`, { hint: makeOne });
}
const makeOne = "Make one with: vault write -f transit/keys/release-audit type=ed25519   and name it in audit.vault.key.";


/***/ })

};
