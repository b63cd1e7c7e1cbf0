export const id = 7976;
export const ids = [7976];
export const modules = {

/***/ 67509:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createTarget: () => (/* binding */ createTarget)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/packages/faults/index.js + 3 modules
var faults = __webpack_require__(72326);
// EXTERNAL MODULE: ./build/packages/targets/script.js
var script = __webpack_require__(7581);
;// CONCATENATED MODULE: ./build/packages/targets/haproxy/configuration.js


function filesOf(directory) {
    return {
        state: `${directory}/servers.state`,
        versions: `${directory}/versions.map`,
        deployed: `${directory}/deployed.json`,
    };
}
function wantedLines({ directory }) {
    const { state, versions } = filesOf(directory);
    return [
        "load-server-state-from-file local",
        `server-state-file-name ${state}`,
        `http-request set-var(txn.pin) req.hdr(x-release-version),map_str(${versions},none)`,
        "http-request return status 503 if { var(txn.pin) -m str none }",
        "use-server %[var(txn.pin)] if { var(txn.pin) -m found }",
        "http-response return status 503 if { var(txn.pin) -m found } !{ srv_name,strcmp(txn.pin) eq 0 }",
    ];
}
async function missingLines(settings) {
    const texts = await Promise.all(settings.config.map(readConfig));
    const sections = sectionsOf(texts.join("\n"));
    const isOurs = backendHead(settings.backend);
    const lines = sections.find(({ head }) => isOurs(head))?.lines ?? [];
    const defaults = sections.filter(({ head }) => /^defaults\b/.test(head)).flatMap((section) => section.lines);
    const has = (start) => [...lines, ...defaults].some((line) => line.startsWith(start));
    return [
        ...(has("option httpchk") ? [] : ["option httpchk GET /health"]),
        ...(has("timeout check ") ? [] : ["timeout check 2s"]),
        ...wantedLines(settings).filter((wanted) => !lines.includes(wanted)),
    ];
}
async function readConfig(file) {
    try {
        return await (0,promises_.readFile)(file, "utf8");
    }
    catch (cause) {
        throw new faults/* ReleaseFault */.eB("config", `HAProxy's configuration ${file} cannot be read: ${String(cause)}`, {
            hint: "Name its files in settings.config, and let the user of the releases read them.",
            cause,
        });
    }
}
const sectionStart = /^(?:global|defaults|frontend|backend|listen|userlist|peers|resolvers|mailers|cache|program|ring)\b/;
function sectionsOf(text) {
    const lines = text.split("\n").map((line) => line
        .replace(/(?:^|\s)#.*$/, "")
        .trim()
        .replaceAll(/\s+/g, " "));
    const starts = lines.flatMap((line, at) => (sectionStart.test(line) ? [at] : []));
    return starts.map((start, index) => ({
        head: lines[start] ?? "",
        lines: lines.slice(start + 1, starts[index + 1]),
    }));
}
function backendHead(name) {
    return (head) => [`backend ${name}`, `listen ${name}`].some((start) => head === start || head.startsWith(`${start} `));
}

;// CONCATENATED MODULE: ./build/packages/targets/haproxy/shares.js
const PER_PERCENT = 2;
const PIN_HEADER = "x-release-version";
function weightsOf(deployed, slots) {
    const weights = Object.entries(slots).flatMap(([slot, names]) => {
        const percent = deployed.revisions.find((one) => one.slot === slot)?.percent ?? 0;
        return names.map((name) => [name, weightOf(percent)]);
    });
    return new Map(weights);
}
function weightOf(percent) {
    if (percent <= 0 || percent >= 100)
        return Math.round(percent) * PER_PERCENT;
    return Math.min(100 * PER_PERCENT - 1, Math.max(1, Math.round(percent * PER_PERCENT)));
}
function observationOf(deployed, { settings, servers, }) {
    const total = servers.reduce((sum, { weight, backup }) => sum + (backup ? 0 : weight), 0);
    const revisions = deployed.revisions.map(({ version, slot }) => {
        const names = settings.slots[slot] ?? [];
        const own = servers.filter(({ name }) => names.includes(name));
        const weight = own.reduce((sum, one) => sum + one.weight, 0);
        return {
            version,
            percent: total === 0 ? 0 : (100 * weight) / total,
            healthy: own.length > 0 && own.every(isUp),
            url: settings.url,
            headers: { [PIN_HEADER]: version },
            servers: names,
        };
    });
    return { revisions, url: settings.url, pinHeader: PIN_HEADER };
}
function isUp({ status }) {
    return status === "UP" || status.startsWith("UP ") || status.startsWith("DRAIN");
}

;// CONCATENATED MODULE: ./build/packages/targets/haproxy/check.js






const weighted = ["roundrobin", "leastconn", "random"];
async function checkHaproxy(runtime, { settings, deployed, options, }) {
    (0,script/* passed */.b)({ ours: options.env ?? {}, pass: settings.pass });
    const { backend, directory } = settings;
    const { algorithm, servers } = await runtime.servers();
    const lines = await missingLines(settings);
    const files = filesOf(directory);
    const problems = [
        ...((await runtime.ask("show cli level")).trim() === "admin"
            ? []
            : [`the socket ${settings.socket} is without: level admin`]),
        ...(weighted.includes(algorithm)
            ? []
            : [`balance ${algorithm} has no weights that can change: write balance roundrobin`]),
        ...lines.map((line) => `its section "backend ${backend}" is without the line: ${line}`),
        ...(lines.length > 0 || (await runtime.map(files.versions)) !== undefined
            ? []
            : ["its configuration has changed since it was started: reload it"]),
        ...serverProblems(settings, servers),
        ...((await isWritable(directory)) ? [] : [`${directory} is not a directory that this user may write to`]),
    ];
    if (problems.length > 0) {
        throw new faults/* ReleaseFault */.eB("config", `HAProxy is not ready for releases of ${options.environment}:\n${problems.join("\n")}`, {
            hint: `docs/targets.md has a whole configuration. Then: touch ${files.versions}; haproxy -c -f ${settings.config.join(" -f ")}; systemctl reload haproxy`,
        });
    }
    demandIntended(settings, { deployed, servers, environment: options.environment });
}
function serverProblems({ slots, backend }, servers) {
    const named = Object.values(slots).flat();
    const missing = named.filter((name) => !servers.some((one) => one.name === name));
    const unchecked = servers.filter(({ name, status }) => named.includes(name) && status === "no check");
    const strangers = servers.filter(({ name, weight, backup }) => !named.includes(name) && weight > 0 && !backup);
    return [
        ...missing.map((name) => `backend ${backend} has no server ${name}: write for example: server ${name} 127.0.0.1:9001 check weight 0`),
        ...unchecked.map(({ name }) => `its server ${name} is without: check`),
        ...strangers.map(({ name }) => `its server ${name} gets traffic and is in no slot of the settings: name it there, or give it weight 0`),
    ];
}
function demandIntended({ slots, backend }, { deployed, servers, environment, }) {
    const wanted = weightsOf(deployed, slots);
    const differing = servers.filter(({ name, weight }) => wanted.has(name) && wanted.get(name) !== weight);
    if (differing.length === 0)
        return;
    const found = differing.map(({ name, weight }) => `${name} has weight ${weight}, not ${wanted.get(name)}`).join(", ");
    throw new faults/* ReleaseFault */.eB("remote", `HAProxy does not have the shares that were set on ${environment}: ${found}`, {
        hint: `It was restarted without its state file, or somebody changed them. Put them back: ${differing.map(({ name }) => `set server ${backend}/${name} weight ${wanted.get(name)}`).join("; ")} (on its socket), or resume the release under way.`,
    });
}
function isWritable(directory) {
    return (0,promises_.access)(directory, external_node_fs_.constants.W_OK | external_node_fs_.constants.X_OK).then(() => true, () => false);
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(26016);
;// CONCATENATED MODULE: ./build/packages/targets/haproxy/record.js



const revision = schemas/* strictObject */.rej({
    version: schemas/* string */.YjP(),
    sha: schemas/* string */.YjP(),
    slot: schemas/* string */.YjP(),
    percent: schemas/* number */.aig(),
    badSinceMs: schemas/* number */.aig().optional(),
});
const record = schemas/* strictObject */.rej({
    serving: schemas/* string */.YjP().optional(),
    previous: schemas/* string */.YjP().optional(),
    revisions: schemas/* array */.YOg(revision),
});
async function readDeployed(file) {
    const text = await (0,promises_.readFile)(file, "utf8").catch((thrown) => {
        if (typeof thrown === "object" && thrown !== null && "code" in thrown && thrown.code === "ENOENT")
            return undefined;
        throw thrown;
    });
    if (text === undefined)
        return { revisions: [] };
    try {
        return record.parse(JSON.parse(text));
    }
    catch (cause) {
        throw new faults/* ReleaseFault */.eB("remote", `${file} cannot be read: it says which version is in which slot`, {
            hint: "Restore it, or move it away and deploy the serving version once more.",
            cause,
        });
    }
}
async function replaceFile(file, text) {
    await (0,promises_.writeFile)(`${file}.draft`, text, { mode: 0o644, flush: true });
    await (0,promises_.rename)(`${file}.draft`, file);
}
function withCandidate(deployed, candidate) {
    const present = findRevision(deployed, candidate.version);
    const others = deployed.revisions.filter((one) => one !== present);
    return { ...deployed, revisions: [...others, { ...candidate, percent: present?.percent ?? 0 }] };
}
function withShare(deployed, candidate, percent) {
    const other = deployed.serving === candidate ? undefined : deployed.serving;
    const share = other === undefined && percent > 0 ? 100 : percent;
    const shares = new Map([[candidate, share], ...(other === undefined ? [] : [[other, 100 - share]])]);
    return withShares(deployed, (version) => shares.get(version) ?? 0);
}
function withFinished(deployed, candidate) {
    const { serving, previous } = deployed;
    const before = serving === candidate ? previous : serving;
    return {
        ...withShare(deployed, candidate, 100),
        serving: candidate,
        ...(before === undefined ? {} : { previous: before }),
    };
}
function withRollback({ previous, ...deployed }, version, nowMs) {
    const innocent = version === deployed.serving ? previous : undefined;
    const shared = withShares(deployed, (name) => (name === version ? 100 : 0));
    const revisions = shared.revisions.map(({ badSinceMs, ...one }) => {
        if (one.version === version)
            return one;
        if (one.version === innocent && badSinceMs === undefined)
            return one;
        return { ...one, badSinceMs: badSinceMs ?? nowMs };
    });
    const kept = previous === undefined || previous === version ? {} : { previous };
    return { ...deployed, revisions, serving: version, ...kept };
}
function without({ previous, ...deployed }, version) {
    const revisions = deployed.revisions.filter((one) => one.version !== version);
    return { ...deployed, revisions, ...(previous === undefined || previous === version ? {} : { previous }) };
}
function findRevision({ revisions }, version) {
    return revisions.find((one) => one.version === version);
}
function dispensable({ revisions, serving, previous }) {
    const idle = revisions.filter(({ version, percent }) => percent === 0 && version !== serving);
    const rank = ({ version, badSinceMs }) => (version === previous ? -1 : (badSinceMs ?? 0));
    return idle.toSorted((a, b) => rank(a) - rank(b))[0];
}
function withShares(deployed, percentOf) {
    return { ...deployed, revisions: deployed.revisions.map((one) => ({ ...one, percent: percentOf(one.version) })) };
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/packages/targets/settings.js
var settings = __webpack_require__(35463);
;// CONCATENATED MODULE: ./build/packages/targets/haproxy/settings.js




const word = schemas/* string */.YjP().regex(/^[\w.:-]+$/, "must be a name of HAProxy: letters, digits, . : - _");
const schema = schemas/* strictObject */.rej({
    socket: schemas/* string */.YjP().min(1),
    backend: word,
    slots: schemas/* record */.g1P(word, schemas/* array */.YOg(word).min(1))
        .refine((slots) => Object.keys(slots).length > 1, "needs two slots: one serves, the next version comes up in the other")
        .refine((slots) => new Set(Object.values(slots).map(({ length }) => length)).size === 1, "must be slots of as many servers each")
        .refine((slots) => new Set(Object.values(slots).flat()).size === Object.values(slots).flat().length, "must not name a server twice"),
    url: schemas/* url */.OZ5({ protocol: /^https?$/, error: "must be an address like https://shop.example.com" }),
    directory: schemas/* string */.YjP().regex(/^[^\s;#"'\\]+$/, "must be a path without spaces, quotes, ; and #"),
    config: schemas/* union */.KCZ([schemas/* string */.YjP().min(1), schemas/* array */.YOg(schemas/* string */.YjP().min(1)).min(1)]).default("/etc/haproxy/haproxy.cfg"),
    start: schemas/* string */.YjP().min(1),
    stop: schemas/* string */.YjP().min(1),
    env: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).default({}),
    pass: settings/* passedNames */.B9,
    startTimeout: settings/* duration */.p0.prefault("60s"),
    drainTimeout: settings/* duration */.p0.prefault("30s"),
    keepBad: settings/* duration */.p0.prefault("24h"),
});
function parseHaproxySettings(options) {
    const example = "{socket: /run/haproxy/admin.sock, backend: app, slots: {blue: [blue1], green: [green1]}, url: https://shop.example.com, directory: /var/lib/release-command/production, start: systemctl restart shop@$PORT, stop: systemctl stop shop@$PORT}";
    const parsed = (0,settings/* parseSettings */.P$)({ name: "haproxy", schema, example }, options);
    const at = (path) => (0,external_node_path_.resolve)(options.workDirectory, path);
    return {
        ...parsed,
        directory: at(parsed.directory),
        config: [parsed.config].flat().map(at),
        socket: addressOf(parsed.socket) === undefined ? at(parsed.socket) : parsed.socket,
    };
}
function addressOf(socket) {
    const found = /^(?<host>[^/]+):(?<port>\d{1,5})$/.exec(socket)?.groups;
    const { host = "", port = "" } = found ?? {};
    const bare = host.replace(/^\[(.*)\]$/, "$1");
    return found === undefined || ((0,external_node_net_.isIP)(bare) === 0 && bare.includes(":"))
        ? undefined
        : { host: bare, port: Number(port) };
}

;// CONCATENATED MODULE: ./build/packages/targets/haproxy/runtime.js



const ANSWER_MS = 5_000;
class Runtime {
    #socket;
    #backend;
    #signal;
    constructor(socket, backend, signal) {
        this.#socket = socket;
        this.#backend = backend;
        this.#signal = signal;
    }
    async change(commands) {
        if (commands.length === 0)
            return;
        const said = (await this.ask(commands.join(";"))).trim();
        if (said === "")
            return;
        throw new faults/* ReleaseFault */.eB("remote", `HAProxy refused a change of ${this.#backend}: ${said}`, {
            hint: "The socket needs `level admin`, and the servers must be those of the settings.",
        });
    }
    async servers() {
        const rows = table(await this.ask(`show stat ${this.#backend} 6 -1`));
        const backend = rows.find((row) => row["svname"] === "BACKEND");
        if (backend === undefined) {
            throw new faults/* ReleaseFault */.eB("config", `HAProxy has no backend "${this.#backend}"`, {
                hint: `Write the name of a backend of its configuration in settings.backend. It has: ${await this.#backends()}.`,
            });
        }
        const servers = rows
            .filter((row) => row["svname"] !== "BACKEND")
            .map((row) => ({
            name: row["svname"] ?? "",
            address: row["addr"] ?? "",
            weight: Number(row["uweight"]),
            backup: row["bck"] === "1",
            status: row["status"] ?? "",
            lastCheck: [row["check_status"], row["last_chk"]]
                .filter((text) => text !== undefined && text !== "")
                .join(": "),
            current: Number(row["scur"]),
        }));
        return { algorithm: backend["algo"] ?? "", servers };
    }
    async #backends() {
        const lines = (await this.ask("show backend")).split("\n");
        return lines.filter((line) => line !== "" && !line.startsWith("#")).join(", ");
    }
    async map(file) {
        if (!(await this.ask("show map")).includes(`(${file})`))
            return undefined;
        const lines = (await this.ask(`show map ${file}`)).split("\n").filter((line) => line !== "");
        return new Map(lines.map((line) => line.split(" ")).map(([, key = "", value = ""]) => [key, value]));
    }
    ask(line) {
        const address = addressOf(this.#socket);
        return new Promise((resolve, reject) => {
            const connection = address === undefined ? (0,external_node_net_.connect)(this.#socket) : (0,external_node_net_.connect)(address.port, address.host);
            const chunks = [];
            const abort = () => void connection.destroy(new Error("stopped"));
            this.#signal.addEventListener("abort", abort, { once: true });
            connection
                .setTimeout(ANSWER_MS, () => connection.destroy(new Error(`no answer within ${ANSWER_MS / 1000} s`)))
                .on("data", (chunk) => chunks.push(chunk))
                .once("error", (cause) => reject(this.#fault(cause)))
                .once("end", () => resolve(Buffer.concat(chunks).toString()))
                .once("close", () => {
                this.#signal.removeEventListener("abort", abort);
                reject(this.#fault(new Error("it hung up")));
            });
            if (this.#signal.aborted)
                abort();
            connection.write(`${line}\n`);
        });
    }
    #fault(cause) {
        return new faults/* ReleaseFault */.eB("remote", `HAProxy does not answer at ${this.#socket}: ${cause.message}`, {
            hint: `Is it running, and may this user write to its socket? Its section "global" needs, for example: stats socket ${this.#socket} mode 660 group release level admin`,
            cause,
        });
    }
}
function table(text) {
    const [head = "", ...lines] = text.trim().split("\n");
    if (!head.startsWith("# "))
        return [];
    const names = cells(head.slice(2));
    return lines.map((line) => Object.fromEntries(cells(line).map((cell, at) => [names[at] ?? "", cell])));
}
function cells(line) {
    const found = line.matchAll(/(?:^|,)(?:"(?<quoted>(?:[^"]|"")*)"|(?<plain>[^,]*))/g);
    return Array.from(found, ({ groups }) => groups?.["quoted"]?.replaceAll('""', '"') ?? groups?.["plain"] ?? "");
}

;// CONCATENATED MODULE: ./build/packages/targets/haproxy/driver.js







const POLL_MS = 50;
class Driver {
    runtime;
    #settings;
    #options;
    #files;
    constructor(settings, options) {
        this.#settings = settings;
        this.#options = options;
        this.#files = filesOf(settings.directory);
        this.runtime = new Runtime(settings.socket, settings.backend, options.signal);
    }
    deployed() {
        return readDeployed(this.#files.deployed);
    }
    treeOf({ version, sha }) {
        return `${this.#settings.directory}/versions/${version}-${sha.slice(0, 12)}`;
    }
    async serversOf(slot) {
        const names = this.#settings.slots[slot] ?? [];
        return (await this.runtime.servers()).servers.filter(({ name }) => names.includes(name));
    }
    async intend(deployed) {
        await replaceFile(this.#files.deployed, `${JSON.stringify(deployed, undefined, 2)}\n`);
        const wanted = weightsOf(deployed, this.#settings.slots);
        const { servers } = await this.runtime.servers();
        const differing = servers.filter(({ name, weight }) => wanted.has(name) && wanted.get(name) !== weight);
        const ordered = differing.toSorted((a, b) => change(wanted, b) - change(wanted, a));
        const { backend } = this.#settings;
        await this.runtime.change(ordered.map(({ name }) => `set server ${backend}/${name} weight ${wanted.get(name)}`));
        await this.#pin(deployed);
        await this.remember();
        await this.#confirm(wanted);
    }
    async remember() {
        const answer = await this.runtime.ask(`show servers state ${this.#settings.backend}`);
        const [version, ...lines] = answer.trim().split("\n");
        if (version !== "1")
            throw new Error(`an unknown form of the state of servers: ${version}`);
        await replaceFile(this.#files.state, [version, ...lines, ""].join("\n"));
    }
    async start(placed, signal) {
        const servers = await this.serversOf(placed.slot);
        for (const server of servers) {
            const problem = await this.#script("start", { placed, server, signal });
            if (problem === undefined)
                continue;
            throw new faults/* ReleaseFault */.eB("remote", `${placed.version} does not become healthy on ${this.#options.environment}: \`start\` for ${server.name}: ${problem}`, {
                hint: `Run it by hand, with VERSION=${placed.version} SERVER=${server.name} PORT=${portOf(server)}: ${this.#settings.start}`,
            });
        }
        const { backend } = this.#settings;
        await this.runtime.change(servers.flatMap(({ name }) => [
            `set server ${backend}/${name} state ready`,
            `set server ${backend}/${name} health down`,
        ]));
    }
    async untilHealthy({ version, slot }, signal) {
        const { clock } = this.#options;
        const deadlineMs = clock.now() + this.#settings.startTimeout;
        for (;;) {
            const servers = await this.serversOf(slot);
            if (servers.every(isUp))
                return;
            if (clock.now() > deadlineMs)
                throw this.unhealthy({ version }, servers);
            await clock.sleep(POLL_MS, signal);
        }
    }
    unhealthy({ version }, servers) {
        const down = servers
            .filter((server) => !isUp(server))
            .map(({ name, status, lastCheck }) => `${name} is ${status} (${lastCheck})`);
        return new faults/* ReleaseFault */.eB("remote", `${version} does not become healthy on ${this.#options.environment}: ${down.join(", ")}`, {
            hint: "Ask its health path at the server's own address, and read the log of the application.",
        });
    }
    async stop(deployed, placed, signal) {
        await this.#pin({ ...deployed, revisions: deployed.revisions.filter(({ version }) => version !== placed.version) });
        const { clock } = this.#options;
        const deadlineMs = clock.now() + this.#settings.drainTimeout;
        let servers = await this.serversOf(placed.slot);
        while (servers.some(({ current }) => current > 0) && clock.now() < deadlineMs) {
            await clock.sleep(POLL_MS, signal);
            servers = await this.serversOf(placed.slot);
        }
        await this.runtime.change(servers.map(({ name }) => `set server ${this.#settings.backend}/${name} state maint`));
        for (const server of servers) {
            const problem = await this.#script("stop", { placed, server, signal });
            if (problem === undefined)
                continue;
            throw new faults/* ReleaseFault */.eB("remote", `${placed.version} cannot be stopped on ${this.#options.environment}: \`stop\` for ${server.name}: ${problem}`, {
                hint: `It gets no traffic. Run it by hand, with SERVER=${server.name} PORT=${portOf(server)}: ${this.#settings.stop}`,
            });
        }
    }
    async #pin(deployed) {
        const { versions: file } = this.#files;
        const wanted = new Map(deployed.revisions.map(({ version, slot }) => [version, this.#settings.slots[slot]?.[0] ?? "none"]));
        await replaceFile(file, Array.from(wanted, ([version, name]) => `${version} ${name}\n`).join(""));
        const actual = await this.runtime.map(file);
        if (actual === undefined) {
            throw new faults/* ReleaseFault */.eB("config", `HAProxy has not loaded ${file}: ${PIN_HEADER} would pin no request`, {
                hint: "Its backend needs the line: http-request set-var(txn.pin) req.hdr(x-release-version),map_str(FILE,none). Then reload it; docs/targets.md has the whole.",
            });
        }
        const stale = [...actual].filter(([version, name]) => wanted.get(version) !== name);
        const fresh = [...wanted].filter(([version, name]) => actual.get(version) !== name);
        await this.runtime.change([
            ...stale.map(([version]) => `del map ${file} ${version}`),
            ...fresh.map(([version, name]) => `add map ${file} ${version} ${name}`),
        ]);
    }
    async #confirm(wanted) {
        for (const { name, weight } of (await this.runtime.servers()).servers) {
            if (!wanted.has(name) || wanted.get(name) === weight)
                continue;
            throw new faults/* ReleaseFault */.eB("remote", `The server ${name} should have weight ${wanted.get(name)} and has ${weight}`, {
                hint: "Somebody else is changing HAProxy. See who drives the release, then: release resume vX.Y.Z.",
            });
        }
    }
    async #script(verb, { placed, server, signal }) {
        const { settings, tree } = { settings: this.#settings, tree: this.treeOf(placed) };
        const hasTree = await (0,promises_.access)(tree).then(() => true, () => false);
        const { problem } = await (0,script/* runScript */.j)({
            command: settings[verb],
            cwd: hasTree ? tree : settings.directory,
            ours: this.#options.env ?? {},
            pass: settings.pass,
            env: {
                ...settings.env,
                VERSION: placed.version,
                SHA: placed.sha,
                SLOT: placed.slot,
                SERVER: server.name,
                ADDRESS: server.address,
                PORT: portOf(server),
                TREE: tree,
            },
            timeoutMs: settings.startTimeout,
            signal,
        });
        return problem;
    }
}
function change(wanted, { name, weight }) {
    return (wanted.get(name) ?? weight) - weight;
}
function portOf({ address }) {
    return address.slice(address.lastIndexOf(":") + 1);
}

// EXTERNAL MODULE: ./build/packages/targets/tree.js
var tree = __webpack_require__(56038);
;// CONCATENATED MODULE: ./build/packages/targets/haproxy.js










function createTarget(options) {
    return new HaproxyTarget(parseHaproxySettings(options), options);
}
class HaproxyTarget {
    environment;
    capabilities = { weights: true, addressable: true };
    #settings;
    #options;
    #driver;
    constructor(settings, options) {
        this.environment = options.environment;
        this.#settings = settings;
        this.#options = options;
        this.#driver = new Driver(settings, options);
    }
    async check() {
        const deployed = await this.#driver.deployed();
        await checkHaproxy(this.#driver.runtime, { settings: this.#settings, deployed, options: this.#options });
        return this.observe();
    }
    async observe() {
        const deployed = await this.#driver.deployed();
        return observationOf(deployed, {
            settings: this.#settings,
            servers: (await this.#driver.runtime.servers()).servers,
        });
    }
    async prepare(artifact, signal) {
        const { version, sha } = artifact;
        await (0,promises_.mkdir)(this.#settings.directory, { recursive: true });
        const before = await this.#driver.deployed();
        const present = findRevision(before, version);
        if (present !== undefined && present.sha !== sha && present.percent > 0) {
            throw new faults/* ReleaseFault */.eB("policy", `${version} serves ${this.environment} from ${present.sha}, and not from ${sha}`, {
                hint: "A deployed version number is used up: release the commit under the next one.",
            });
        }
        if (present !== undefined && present.sha !== sha)
            await this.#takeDown(before, present, signal);
        const slot = present?.slot ?? (await this.#freeSlot(signal));
        const candidate = { version, sha, slot };
        await this.#driver.intend(withCandidate(await this.#driver.deployed(), candidate));
        await (0,tree/* exportOnce */.m)(artifact, this.#driver.treeOf(candidate));
        if ((present?.percent ?? 0) === 0)
            await this.#driver.start(candidate, signal);
        await this.#driver.untilHealthy(candidate, signal);
        await this.#driver.remember();
    }
    async shift({ version }, percent, signal) {
        const deployed = await this.#driver.deployed();
        const candidate = findRevision(deployed, version);
        if (candidate === undefined)
            throw notUp(version, this.environment);
        if (candidate.badSinceMs !== undefined) {
            throw new faults/* ReleaseFault */.eB("policy", `${version} was rolled back on ${this.environment} and gets no traffic`, {
                hint: "Fix it and release the next version, or deploy this one again from the start.",
            });
        }
        const servers = await this.#driver.serversOf(candidate.slot);
        if (percent > candidate.percent && !servers.every(isUp))
            throw this.#driver.unhealthy(candidate, servers);
        signal.throwIfAborted();
        await this.#driver.intend(withShare(deployed, version, percent));
    }
    async finish({ version }) {
        const deployed = await this.#driver.deployed();
        if (findRevision(deployed, version) === undefined)
            throw notUp(version, this.environment);
        await this.#driver.intend(withFinished(deployed, version));
    }
    async rollback(version, signal) {
        const deployed = await this.#driver.deployed();
        const wanted = findRevision(deployed, version);
        if (wanted === undefined) {
            throw new faults/* ReleaseFault */.eB("policy", `Cannot rollback, previous version ${version} not deployed`, {
                hint: "What is deployed there now is said by: release status",
            });
        }
        if (!(await this.#driver.serversOf(wanted.slot)).every(isUp)) {
            await this.#driver.start(wanted, signal);
            await this.#driver.untilHealthy(wanted, signal);
        }
        await this.#driver.intend(withRollback(deployed, version, this.#options.clock.now()));
    }
    async tidy(signal) {
        const endMs = this.#options.clock.now() - this.#settings.keepBad;
        for (const { version } of (await this.#driver.deployed()).revisions) {
            const deployed = await this.#driver.deployed();
            const revision = findRevision(deployed, version);
            const isOver = revision?.badSinceMs !== undefined && revision.badSinceMs <= endMs;
            if (!isOver || revision.percent > 0 || version === deployed.serving)
                continue;
            await this.#takeDown(deployed, revision, signal);
        }
    }
    manual(version) {
        const { socket, backend, slots, directory } = this.#settings;
        const { deployed: file } = filesOf(directory);
        const slot = findRevision(readNow(file), version)?.slot;
        if (slot === undefined)
            return [`cat '${file}' # says which version is in which slot; ${version} is in none`];
        const weights = [...weightsOf({ revisions: [{ version, sha: "", slot, percent: 100 }] }, slots)];
        const commands = weights
            .toSorted(([, a], [, b]) => b - a)
            .map(([name, weight]) => `set server ${backend}/${name} weight ${weight}`);
        return [`echo '${commands.join("; ")}' | socat stdio '${socket}'`];
    }
    async #freeSlot(signal) {
        const deployed = await this.#driver.deployed();
        const free = Object.keys(this.#settings.slots).find((name) => !deployed.revisions.some(({ slot }) => slot === name));
        if (free !== undefined)
            return free;
        const leaving = dispensable(deployed);
        if (leaving === undefined) {
            const held = deployed.revisions.map(({ version, percent }) => `${version} ${percent} %`).join(", ");
            throw new faults/* ReleaseFault */.eB("policy", `No slot of ${this.environment} is free: ${held}`, {
                hint: "End the rollout under way, or add a slot to the settings and its servers to HAProxy.",
            });
        }
        await this.#takeDown(deployed, leaving, signal);
        return leaving.slot;
    }
    async #takeDown(deployed, revision, signal) {
        await this.#driver.stop(deployed, revision, signal);
        await (0,promises_.rm)(this.#driver.treeOf(revision), { recursive: true, force: true });
        await this.#driver.intend(without(deployed, revision.version));
    }
}
function notUp(version, environment) {
    return new faults/* ReleaseFault */.eB("policy", `${version} is not up on ${environment}`, {
        hint: "Prepare it first: release resume does.",
    });
}
function readNow(file) {
    try {
        return JSON.parse((0,external_node_fs_.readFileSync)(file, "utf8"));
    }
    catch {
        return { revisions: [] };
    }
}


/***/ }),

/***/ 7581:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ passed),
/* harmony export */   j: () => (/* binding */ runScript)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var _faults__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72326);
/* harmony import */ var _process__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31359);



const maxOutputBytes = 1024 * 1024;
async function runScript(script) {
    const { command, cwd, timeoutMs, signal, input } = script;
    const given = passed(script);
    const result = await (0,_process__WEBPACK_IMPORTED_MODULE_2__/* .runShell */ .E5)(command, {
        cwd,
        env: { ...(0,_process__WEBPACK_IMPORTED_MODULE_2__/* .onlyVariables */ .__)(script.ours, _process__WEBPACK_IMPORTED_MODULE_2__/* .harmlessVariables */ .lp), ...given, ...script.env },
        inheritEnv: false,
        timeoutMs,
        signal,
        maxOutputBytes,
        ...(input === undefined ? {} : { input }),
    });
    signal.throwIfAborted();
    const { exitCode, stdout } = result;
    if (exitCode === 0 && !result.timedOut && !result.truncated)
        return { exitCode, stdout };
    const hide = (text) => Object.values(given).reduce((rest, value) => (value.length < 4 ? rest : rest.replaceAll(value, "***")), text);
    return { exitCode: result.timedOut ? undefined : exitCode, stdout, problem: hide(problemOf(result, timeoutMs)) };
}
function passed({ ours, pass }) {
    const missing = pass.filter((name) => (ours[name] ?? "") === "");
    if (missing.length === 0)
        return (0,_process__WEBPACK_IMPORTED_MODULE_2__/* .onlyVariables */ .__)(ours, pass);
    throw new _faults__WEBPACK_IMPORTED_MODULE_1__/* .ReleaseFault */ .eB("config", `The deploy target needs variables that are not set: ${missing.join(", ")}`, {
        hint: `Set ${missing[0]} in the environment of the run (in a workflow: env of the job, from a secret), or take it out of "pass".`,
    });
}
function problemOf(result, timeoutMs) {
    const text = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(result.stderr.trim() === "" ? result.stdout : result.stderr);
    const last = text.trim().split("\n").slice(-5).join("\n").slice(-400);
    const said = last === "" ? "it said nothing" : `it said: ${last}`;
    if (result.timedOut)
        return `it was ended after ${timeoutMs / 1000} s; ${said}`;
    if (result.exitCode === undefined)
        return `it was ended by ${result.signal ?? "a signal"}; ${said}`;
    if (result.exitCode === 0)
        return `it wrote more than ${maxOutputBytes / 1024 / 1024} MiB`;
    return `it ended with exit code ${result.exitCode}; ${said}`;
}


/***/ }),

/***/ 35463:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B9: () => (/* binding */ passedNames),
/* harmony export */   P$: () => (/* binding */ parseSettings),
/* harmony export */   p0: () => (/* binding */ duration)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26016);
/* harmony import */ var _faults__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72326);


const unitMs = new Map([
    ["ms", 1],
    ["s", 1000],
    ["m", 60_000],
    ["h", 3_600_000],
    ["d", 86_400_000],
]);
const duration = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
    .regex(/^\d+(\.\d+)?(ms|s|m|h|d)$/, 'must be a duration like "20s" or "24h"')
    .transform((text) => Number.parseFloat(text) * (unitMs.get(text.replace(/^[\d.]+/, "")) ?? Number.NaN));
const passedNames = zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[A-Za-z_]\w*$/, "must be the name of a variable")).default([]);
function parseSettings({ name, schema, example }, { environment, settings }) {
    const parsed = schema.safeParse(settings);
    if (parsed.success)
        return parsed.data;
    const mistakes = parsed.error.issues.map(({ path, message }) => `${path.join(".") || "settings"}: ${message}`);
    throw new _faults__WEBPACK_IMPORTED_MODULE_0__/* .ReleaseFault */ .eB("config", `The settings of the ${name} target for ${environment} are wrong:\n${mistakes.join("\n")}`, {
        hint: `In environments.${environment}.settings write, for example: ${example}.`,
    });
}


/***/ }),

/***/ 56038:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ exportOnce)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


async function exportOnce(artifact, directory) {
    if (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(directory).then(() => true, () => false))
        return;
    const draft = `${directory}.draft`;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(draft, { recursive: true, force: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(directory), { recursive: true });
    await artifact.export(draft);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(draft, directory);
}


/***/ })

};
