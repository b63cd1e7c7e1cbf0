import { spawn, type ChildProcess } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { openSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { run } from "#process";

import { openApi, type Api } from "./api.ts";

/** Ports of a network that is ours alone (run.sh). */
const url = "https://127.0.0.1:6443";
const etcd = "http://127.0.0.1:2379";
/** Where clients go: Traefik, the Gateway's port. */
export const publicUrl = "http://127.0.0.1:8080";

const tokens = { admin: "admin-token", release: "release-token", nobody: "nobody-token" } as const;
/** `release`: the account of kubernetes-once.yaml; `nobody`: one without rights. */
export type Account = keyof typeof tokens;

export interface ControlPlane {
  readonly directory: string;
  readonly kubectl: string;
  readonly api: Api;
  kubeconfig(account: Account): string;
  /** `kubectl …` as admin; what it wrote. Throws with what it said when it fails. */
  admin(args: readonly string[], input?: string): Promise<string>;
  end(): Promise<void>;
}

/** etcd, the API server, the controllers of what `kubectl apply` makes, and Traefik as the gateway. No kubelet: see node.ts. */
export async function openControlPlane(): Promise<ControlPlane> {
  const parts = partsOf(process.env["CLUSTER_PARTS"] ?? "");
  const directory = await mkdtemp(path.join(tmpdir(), "cluster-"));
  const running: ChildProcess[] = [];
  const start = (name: string, args: readonly string[]) => {
    const log = openSync(path.join(directory, `${name}.log`), "a");
    running.push(spawn(parts(name), args, { stdio: ["ignore", log, log], cwd: directory }));
  };
  const logOf = async (name: string) => (await readFile(path.join(directory, `${name}.log`), "utf8")).slice(-2000);
  const end = async () => {
    for (const child of running.toReversed()) {
      child.kill("SIGKILL");
      if (child.exitCode === null && child.signalCode === null) await once(child, "close");
    }
    await rm(directory, { recursive: true, force: true });
  };
  try {
    await writeKeys(directory);
    start("etcd", etcdFlags(directory));
    start("kube-apiserver", serverFlags(directory));
    await until(
      async () => {
        const certificate = await readFile(path.join(directory, "certs/apiserver.crt"), "utf8");
        const asked = openApi({ url, token: tokens.admin, ca: certificate });
        await asked.get<unknown>("/api/v1/namespaces/default").finally(() => asked.end());
      },
      () => logOf("kube-apiserver"),
    );
    const ca = await readFile(path.join(directory, "certs/apiserver.crt"), "utf8");
    for (const account of ["admin", "release", "nobody"] as const) await writeKubeconfig(directory, account);
    const kubeconfig = (account: Account) => path.join(directory, `${account}.kubeconfig`);
    const api = openApi({ url, token: tokens.admin, ca });
    const admin = async (args: readonly string[], input?: string) => {
      const { exitCode, stdout, stderr } = await run([parts("kubectl"), ...args], {
        env: { PATH: process.env["PATH"], HOME: directory, KUBECONFIG: kubeconfig("admin") },
        timeoutMs: 60_000,
        ...(input === undefined ? {} : { input }),
      });
      if (exitCode !== 0) throw new Error(`kubectl ${args.join(" ")}: ${stderr}`);
      return stdout;
    };
    start("kube-controller-manager", controllerFlags(directory, kubeconfig("admin")));
    await admin(["apply", "--server-side", "-f", parts("gateway.yaml")]);
    await admin(["wait", "--for=condition=Established", "crd", "--all", "--timeout=30s"]);
    start("traefik", gatewayFlags(directory));
    return {
      directory,
      kubectl: parts("kubectl"),
      api,
      kubeconfig,
      admin,
      end: async () => {
        api.end();
        await end();
      },
    };
  } catch (thrown) {
    await end();
    throw thrown;
  }
}

/** The lines that scripts/install-kubernetes.sh printed. */
function partsOf(lines: string): (name: string) => string {
  const parts = new Map(
    lines.split("\n").map((line) => [line.split(" ", 1)[0] ?? "", line.slice(line.indexOf(" ") + 1)]),
  );
  return (name) => {
    const found = parts.get(name);
    if (found === undefined) throw new Error(`There is no ${name}: run these tests by npm run test:cluster`);
    return found;
  };
}

async function writeKeys(directory: string): Promise<void> {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  await mkdir(path.join(directory, "certs"));
  await writeFile(path.join(directory, "accounts.pub"), publicKey);
  await writeFile(path.join(directory, "accounts.key"), privateKey, { mode: 0o600 });
  const lines = [
    `${tokens.admin},admin,1,system:masters`,
    `${tokens.release},system:serviceaccount:shop:release,2`,
    `${tokens.nobody},nobody,3`,
  ];
  await writeFile(path.join(directory, "tokens.csv"), `${lines.join("\n")}\n`, { mode: 0o600 });
}

async function writeKubeconfig(directory: string, account: Account): Promise<void> {
  const config = {
    apiVersion: "v1",
    kind: "Config",
    clusters: [
      { name: "test", cluster: { server: url, "certificate-authority": path.join(directory, "certs/apiserver.crt") } },
    ],
    users: [{ name: account, user: { token: tokens[account] } }],
    contexts: [{ name: "test", context: { cluster: "test", user: account } }],
    "current-context": "test",
  };
  await writeFile(path.join(directory, `${account}.kubeconfig`), JSON.stringify(config), { mode: 0o600 });
}

function etcdFlags(directory: string): readonly string[] {
  const peers = "http://127.0.0.1:2380";
  return [
    `--data-dir=${directory}/etcd`,
    `--listen-client-urls=${etcd}`,
    `--advertise-client-urls=${etcd}`,
    `--listen-peer-urls=${peers}`,
    `--initial-advertise-peer-urls=${peers}`,
    `--initial-cluster=default=${peers}`,
    "--unsafe-no-fsync",
  ];
}

function serverFlags(directory: string): readonly string[] {
  return [
    `--etcd-servers=${etcd}`,
    "--bind-address=127.0.0.1",
    "--secure-port=6443",
    // It may not be of the loopback; nobody goes there.
    "--advertise-address=10.244.255.254",
    "--endpoint-reconciler-type=none",
    `--cert-dir=${directory}/certs`,
    `--token-auth-file=${directory}/tokens.csv`,
    "--authorization-mode=RBAC",
    "--service-account-issuer=https://cluster.test",
    `--service-account-key-file=${directory}/accounts.pub`,
    `--service-account-signing-key-file=${directory}/accounts.key`,
    "--service-cluster-ip-range=10.96.0.0/16",
  ];
}

function controllerFlags(directory: string, kubeconfig: string): readonly string[] {
  const controllers = ["deployment", "replicaset", "endpointslice", "serviceaccount", "garbage-collector", "namespace"];
  return [
    `--kubeconfig=${kubeconfig}`,
    `--controllers=${controllers.map((name) => `${name}-controller`).join(",")}`,
    "--leader-elect=false",
    "--bind-address=127.0.0.1",
    `--cert-dir=${directory}/controller-certs`,
  ];
}

function gatewayFlags(directory: string): readonly string[] {
  return [
    "--providers.kubernetesgateway=true",
    `--providers.kubernetesgateway.endpoint=${url}`,
    `--providers.kubernetesgateway.token=${tokens.admin}`,
    `--providers.kubernetesgateway.certauthfilepath=${directory}/certs/apiserver.crt`,
    "--providers.providersthrottleduration=100ms",
    `--entrypoints.web.address=${new URL(publicUrl).host}`,
    "--global.checknewversion=false",
    "--global.sendanonymoususage=false",
    "--log.level=INFO",
  ];
}

async function until(attempt: () => Promise<void>, story: () => Promise<string>): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const ready = await attempt().then(
      () => true,
      () => false,
    );
    if (ready) return;
    await pause(100);
  }
  throw new Error(`the API server does not come up: ${await story()}`);
}
