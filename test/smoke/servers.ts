import { execFileSync, spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chownSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import type { Socket } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "#process";

import { Authority } from "./certificates.ts";

const scripts = fileURLToPath(new URL("../../scripts/", import.meta.url));

export type Kind = "postgres" | "redis" | "mariadb" | "ferretdb";

/** A real server on a random port of the loopback, in a directory that goes with it. */
export interface Server {
  readonly port: number;
  readonly directory: string;
  /** The authority behind its certificate, as PEM. */
  readonly ca: string;
  /** Ends it at once, as a machine that is switched off. */
  kill(): Promise<void>;
}

export interface ServerOptions {
  /** SQL for the first start; lines of its settings for Redis, arguments for FerretDB. */
  readonly statements?: readonly string[];
  /** What its certificate is for. */
  readonly names?: string;
}

/**
 * Whether there is one here, installed if need be. Where it cannot be had, what stays untested and how to get it is
 * printed: it is no defect of ours that a laptop has no MariaDB.
 */
export function hasServer(kind: Kind): boolean {
  try {
    findServer(kind);
    return true;
  } catch (thrown) {
    process.stderr.write(`NOT TESTED against a real ${kind}. ${thrown instanceof Error ? thrown.message : ""}\n`);
    return false;
  }
}

/** Starts one. A server that cannot be had is an error that says how to get it. */
export async function startServer(
  kind: Kind,
  { statements = [], names = "DNS:localhost,IP:127.0.0.1" }: ServerOptions = {},
): Promise<Server> {
  const program = findServer(kind);
  const directory = mkdtempSync(path.join(tmpdir(), `release-command-${kind}-`));
  const authority = new Authority(directory);
  const { certFile, keyFile } = authority.sign("server", { names });
  if (isRoot)
    for (const name of [".", ...readdirSync(directory)]) chownSync(path.join(directory, name), nobody.uid, nobody.gid);
  const port = await freePort();
  const { args, ready } = kinds[kind]({ program, directory, port, certFile, keyFile, statements });
  const child = spawn(program, args, { cwd: directory, stdio: ["ignore", "pipe", "pipe"], ...asNobody });
  const kill = async () => {
    child.ref();
    if (child.exitCode === null && child.signalCode === null) {
      child.kill("SIGKILL");
      await once(child, "exit");
    }
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    await isReady(child, ready);
  } catch (thrown) {
    await kill();
    throw thrown;
  }
  // Whoever fails before it is killed must neither wait for it for ever nor leave it behind.
  for (const one of [child, child.stdout, child.stderr]) (one as Partial<Socket> | null)?.unref?.();
  process.once("exit", () => child.kill("SIGKILL"));
  return { port, directory, ca: authority.cert, kill };
}

/** They refuse to run as root. */
const isRoot = process.getuid?.() === 0;
const nobody = { uid: 65_534, gid: 65_534 };
const asNobody = isRoot ? nobody : {};

function findServer(kind: Kind): string {
  const script = kind === "ferretdb" ? "install-ferretdb.sh" : "install-databases.sh";
  const { status, stdout, stderr } = spawnSync(path.join(scripts, script), { encoding: "utf8", timeout: 600_000 });
  if (status !== 0) throw new Error(`scripts/${script} ended with ${String(status)}: ${stderr}`);
  if (kind === "ferretdb") return stdout.trim();
  const line = stdout.split("\n").find((one) => one.startsWith(`${kind} `));
  return realpathSync(line?.slice(kind.length + 1) ?? "").replace(/redis-check-rdb$/, "redis-server");
}

interface Wanted {
  readonly program: string;
  readonly directory: string;
  readonly port: number;
  readonly certFile: string;
  readonly keyFile: string;
  readonly statements: readonly string[];
}

interface Command {
  readonly args: readonly string[];
  readonly ready: RegExp;
}

const kinds: { readonly [K in Kind]: (wanted: Wanted) => Command } = {
  postgres: ({ program, directory, port, certFile, keyFile, statements }) => {
    const data = path.join(directory, "data");
    const initdb = path.join(path.dirname(program), "initdb");
    writeFileSync(path.join(directory, "password"), "root-pw-1");
    const options = [
      "-U",
      "postgres",
      "--auth=scram-sha-256",
      `--pwfile=${path.join(directory, "password")}`,
      "--no-sync",
    ];
    execFileSync(initdb, ["-D", data, "-E", "UTF8", ...options], { cwd: directory, stdio: "pipe", ...asNobody });
    const single = ["--single", "-D", data, "postgres"];
    execFileSync(program, single, { cwd: directory, input: `${statements.join("\n")}\n`, stdio: "pipe", ...asNobody });
    const tls = { ssl: "on", ssl_cert_file: certFile, ssl_key_file: keyFile };
    const settings = {
      ...tls,
      unix_socket_directories: "",
      fsync: "off",
      max_connections: "10",
      superuser_reserved_connections: "0",
    };
    const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    return {
      args: ["-D", data, "-h", "127.0.0.1", "-p", String(port), ...flags],
      ready: /ready to accept connections/,
    };
  },
  mariadb: ({ program, directory, port, certFile, keyFile, statements }) => {
    const data = path.join(directory, "data");
    const install = path.join(path.dirname(program).replace(/sbin$/, "bin"), "mariadb-install-db");
    const how = ["--auth-root-authentication-method=normal", "--skip-test-db"];
    execFileSync(install, ["--no-defaults", ...how, `--datadir=${data}`], {
      cwd: directory,
      stdio: "pipe",
      ...asNobody,
    });
    const first = path.join(directory, "first.sql");
    writeFileSync(first, `${statements.join("\n")}\n`);
    const files = [`--datadir=${data}`, `--init-file=${first}`, `--socket=${path.join(directory, "s.sock")}`];
    const tls = [`--ssl-cert=${certFile}`, `--ssl-key=${keyFile}`];
    const listen = ["--bind-address=127.0.0.1", `--port=${port}`, "--innodb-flush-log-at-trx-commit=0"];
    return { args: ["--no-defaults", ...files, ...tls, ...listen], ready: /ready for connections/ };
  },
  redis: ({ directory, port, certFile, keyFile, statements }) => {
    const tls = [
      `tls-cert-file ${certFile}`,
      `tls-key-file ${keyFile}`,
      "tls-auth-clients no",
      `tls-ca-cert-file ${certFile}`,
    ];
    const listen = ["bind 127.0.0.1", "port 0", `tls-port ${port}`, 'save ""', "appendonly no"];
    const settings = path.join(directory, "redis.conf");
    writeFileSync(settings, `${[...listen, ...tls, ...statements].join("\n")}\n`);
    return { args: [settings], ready: /Ready to accept connections/ };
  },
  ferretdb: ({ directory, port, certFile, keyFile, statements }) => {
    const tls = [`--listen-tls-cert-file=${certFile}`, `--listen-tls-key-file=${keyFile}`];
    const listen = ["--listen-addr=", `--listen-tls=127.0.0.1:${port}`, "--debug-addr=-", "--telemetry=disable"];
    const store = ["--handler=sqlite", `--sqlite-url=file:${directory}/`, `--state-dir=${directory}`];
    return { args: [...store, ...listen, ...tls, ...statements], ready: /Listening on TLS/ };
  },
};

const readyWithinMs = 120_000;

async function isReady(child: ChildProcess, ready: RegExp): Promise<void> {
  let said = "";
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said = `${said}${chunk.toString()}`.slice(-4000);
      if (ready.test(said)) resolve();
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("error", reject);
    const late = () => reject(new Error(`${child.spawnfile} was not ready after ${readyWithinMs} ms: ${said}`));
    setTimeout(late, readyWithinMs).unref();
    child.once("exit", () => reject(new Error(`${child.spawnfile} ended before it was ready: ${said}`)));
  });
}
