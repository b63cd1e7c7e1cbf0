import { access } from "node:fs/promises";

import { ReleaseFault } from "#faults";

import type { TargetOptions } from "../port.ts";
import { runScript } from "../script.ts";
import { filesOf } from "./configuration.ts";
import { readDeployed, replaceFile, type Deployed, type DeployedRevision } from "./record.ts";
import { Runtime, type Server } from "./runtime.ts";
import type { HaproxySettings } from "./settings.ts";
import { isUp, PIN_HEADER, weightsOf } from "./shares.ts";

const POLL_MS = 50;

type Placed = Pick<DeployedRevision, "version" | "sha" | "slot">;

/** Makes HAProxy, and what runs in its servers, agree with what is intended. */
export class Driver {
  readonly runtime: Runtime;
  readonly #settings: HaproxySettings;
  readonly #options: TargetOptions;
  readonly #files: ReturnType<typeof filesOf>;

  constructor(settings: HaproxySettings, options: TargetOptions) {
    this.#settings = settings;
    this.#options = options;
    this.#files = filesOf(settings.directory);
    this.runtime = new Runtime(settings.socket, settings.backend, options.signal);
  }

  deployed(): Promise<Deployed> {
    return readDeployed(this.#files.deployed);
  }

  /** The exported files of a version. */
  treeOf({ version, sha }: Pick<Placed, "version" | "sha">): string {
    return `${this.#settings.directory}/versions/${version}-${sha.slice(0, 12)}`;
  }

  async serversOf(slot: string): Promise<readonly Server[]> {
    const names = this.#settings.slots[slot] ?? [];
    return (await this.runtime.servers()).servers.filter(({ name }) => names.includes(name));
  }

  /** Writes down what is to be, makes it so, and confirms it by reading. Safe to repeat. */
  async intend(deployed: Deployed): Promise<void> {
    await replaceFile(this.#files.deployed, `${JSON.stringify(deployed, undefined, 2)}\n`);
    const wanted = weightsOf(deployed, this.#settings.slots);
    const { servers } = await this.runtime.servers();
    const differing = servers.filter(({ name, weight }) => wanted.has(name) && wanted.get(name) !== weight);
    // More before less: at no moment is the sum 0.
    const ordered = differing.toSorted((a, b) => change(wanted, b) - change(wanted, a));
    const { backend } = this.#settings;
    await this.runtime.change(ordered.map(({ name }) => `set server ${backend}/${name} weight ${wanted.get(name)}`));
    await this.#pin(deployed);
    await this.remember();
    await this.#confirm(wanted);
  }

  /** What HAProxy loads when it starts: it forgets everything that was set at run time. */
  async remember(): Promise<void> {
    const answer = await this.runtime.ask(`show servers state ${this.#settings.backend}`);
    const [version, ...lines] = answer.trim().split("\n");
    if (version !== "1") throw new Error(`an unknown form of the state of servers: ${version}`);
    await replaceFile(this.#files.state, [version, ...lines, ""].join("\n"));
  }

  /** Starts a version in every server of its slot; until its checks pass again it counts as down. */
  async start(placed: Placed, signal: AbortSignal): Promise<void> {
    const servers = await this.serversOf(placed.slot);
    for (const server of servers) {
      const problem = await this.#script("start", { placed, server, signal });
      if (problem === undefined) continue;
      throw new ReleaseFault(
        "remote",
        `${placed.version} does not become healthy on ${this.#options.environment}: \`start\` for ${server.name}: ${problem}`,
        {
          hint: `Run it by hand, with VERSION=${placed.version} SERVER=${server.name} PORT=${portOf(server)}: ${this.#settings.start}`,
        },
      );
    }
    const { backend } = this.#settings;
    // Of its checks HAProxy may still remember what ran there before.
    await this.runtime.change(
      servers.flatMap(({ name }) => [
        `set server ${backend}/${name} state ready`,
        `set server ${backend}/${name} health down`,
      ]),
    );
  }

  async untilHealthy({ version, slot }: Placed, signal: AbortSignal): Promise<void> {
    const { clock } = this.#options;
    const deadlineMs = clock.now() + this.#settings.startTimeout;
    for (;;) {
      const servers = await this.serversOf(slot);
      if (servers.every(isUp)) return;
      if (clock.now() > deadlineMs) throw this.unhealthy({ version }, servers);
      await clock.sleep(POLL_MS, signal);
    }
  }

  unhealthy({ version }: Pick<Placed, "version">, servers: readonly Server[]): ReleaseFault {
    const down = servers
      .filter((server) => !isUp(server))
      .map(({ name, status, lastCheck }) => `${name} is ${status} (${lastCheck})`);
    return new ReleaseFault(
      "remote",
      `${version} does not become healthy on ${this.#options.environment}: ${down.join(", ")}`,
      {
        hint: "Ask its health path at the server's own address, and read the log of the application.",
      },
    );
  }

  /** Takes a version without traffic out of HAProxy and stops it, once its requests under way are answered. */
  async stop(deployed: Deployed, placed: Placed, signal: AbortSignal): Promise<void> {
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
      if (problem === undefined) continue;
      throw new ReleaseFault(
        "remote",
        `${placed.version} cannot be stopped on ${this.#options.environment}: \`stop\` for ${server.name}: ${problem}`,
        {
          hint: `It gets no traffic. Run it by hand, with SERVER=${server.name} PORT=${portOf(server)}: ${this.#settings.stop}`,
        },
      );
    }
  }

  /** Lets requests name the versions that are up. A version of several servers is pinned to its first. */
  async #pin(deployed: Deployed): Promise<void> {
    const { versions: file } = this.#files;
    const wanted = new Map(
      deployed.revisions.map(({ version, slot }) => [version, this.#settings.slots[slot]?.[0] ?? "none"]),
    );
    await replaceFile(file, Array.from(wanted, ([version, name]) => `${version} ${name}\n`).join(""));
    const actual = await this.runtime.map(file);
    if (actual === undefined) {
      throw new ReleaseFault("config", `HAProxy has not loaded ${file}: ${PIN_HEADER} would pin no request`, {
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

  async #confirm(wanted: ReadonlyMap<string, number>): Promise<void> {
    for (const { name, weight } of (await this.runtime.servers()).servers) {
      if (!wanted.has(name) || wanted.get(name) === weight) continue;
      throw new ReleaseFault("remote", `The server ${name} should have weight ${wanted.get(name)} and has ${weight}`, {
        hint: "Somebody else is changing HAProxy. See who drives the release, then: release resume vX.Y.Z.",
      });
    }
  }

  async #script(
    verb: "start" | "stop",
    { placed, server, signal }: { readonly placed: Placed; readonly server: Server; readonly signal: AbortSignal },
  ): Promise<string | undefined> {
    const { settings, tree } = { settings: this.#settings, tree: this.treeOf(placed) };
    const hasTree = await access(tree).then(
      () => true,
      () => false,
    );
    const { problem } = await runScript({
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

function change(wanted: ReadonlyMap<string, number>, { name, weight }: Server): number {
  return (wanted.get(name) ?? weight) - weight;
}

function portOf({ address }: Server): string {
  return address.slice(address.lastIndexOf(":") + 1);
}
