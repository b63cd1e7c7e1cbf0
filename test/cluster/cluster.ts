import { mkdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { openControlPlane, publicUrl, type Account } from "./control-plane.ts";
import { openNode } from "./node.ts";

const example = (name: string): string => fileURLToPath(new URL(`../../examples/command/${name}`, import.meta.url));
const deploy = fileURLToPath(new URL("deploy.sh", import.meta.url));

const gateway = `
apiVersion: gateway.networking.k8s.io/v1
kind: GatewayClass
metadata: { name: traefik }
spec: { controllerName: traefik.io/gateway-controller }
---
apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: web, namespace: shop }
spec:
  gatewayClassName: traefik
  listeners: [{ name: web, protocol: HTTP, port: ${new URL(publicUrl).port} }]
`;

/** A cluster with a gateway and a node, and the namespace `shop` set up as the examples say. */
export async function openCluster() {
  const plane = await openControlPlane();
  const registry = path.join(plane.directory, "registry");
  await mkdir(registry);
  await plane.admin(["apply", "-f", "-"], gateway);
  const once = await readFile(example("kubernetes-once.yaml"), "utf8");
  await plane.admin(["apply", "-f", "-"], once);
  const node = await openNode(plane.api, { registry, directory: path.join(plane.directory, "pods") });
  return {
    ...plane,
    registry,
    /** Settings of the target `command`. */
    settings: (env: Readonly<Record<string, string>> = {}, account: Account = "release") => ({
      command: `sh '${deploy}'`,
      directory: plane.directory,
      manual: [
        `APP=shop NAMESPACE=shop ROUTE=shop RELEASE_VERB=rollback RELEASE_VERSION={version} sh '${example("kubernetes.sh")}'`,
      ],
      env: {
        APP: "shop",
        NAMESPACE: "shop",
        ROUTE: "shop",
        PUBLIC_URL: publicUrl,
        KUBECONFIG: plane.kubeconfig(account),
        PATH: `${path.dirname(plane.kubectl)}:${process.env["PATH"] ?? ""}`,
        READY_TIMEOUT: "8s",
        REGISTRY: registry,
        EXAMPLE: example("kubernetes.sh"),
        MANIFEST: example("kubernetes.yaml"),
        ...env,
      },
    }),
    /** As if nothing had been deployed ever. */
    async clear(): Promise<void> {
      await plane.admin(["delete", "httproute,deployment,service", "--all", "-n", "shop", "--wait=true"]);
      await plane.admin(["apply", "-f", "-"], once);
      await rm(registry, { recursive: true, force: true });
      await mkdir(registry);
    },
    async end(): Promise<void> {
      await node.end().finally(() => plane.end());
    },
  };
}

export type Cluster = Awaited<ReturnType<typeof openCluster>>;
