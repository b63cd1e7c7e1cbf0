import { access } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { ApiError, type Api } from "./api.ts";
import { startPod, type Pod, type RunningPod } from "./pod.ts";

const nodeName = "node-1";

/**
 * The one node of the cluster: scheduler and kubelet of the least sort. A pod is a real process, reached by the pod's own address, and
 * ready while its readiness probe is answered. An image is a folder of `registry`, named like the image behind its last slash.
 */
export async function openNode(
  api: Api,
  { registry, directory }: { readonly registry: string; readonly directory: string },
) {
  await api.send("POST", "/api/v1/nodes", { apiVersion: "v1", kind: "Node", metadata: { name: nodeName } });
  const running = new Map<string, RunningPod>();
  /** What was said of each pod last. */
  const told = new Map<string, string>();
  const state = { ended: false, started: 0 };

  const end = (uid: string): void => {
    running.get(uid)?.end();
    running.delete(uid);
  };
  const tell = async (pod: Pod, status: object): Promise<void> => {
    const text = JSON.stringify(status);
    if (told.get(pod.metadata.uid) === text) return;
    await api.send("PATCH", `${pathOf(pod)}/status`, { status });
    told.set(pod.metadata.uid, text);
  };
  const care = async (pod: Pod): Promise<void> => {
    const { uid, deletionTimestamp } = pod.metadata;
    if (pod.spec.nodeName === undefined) return bind(api, pod);
    if (deletionTimestamp !== undefined) {
      end(uid);
      return api.send("DELETE", pathOf(pod), { apiVersion: "v1", kind: "DeleteOptions", gracePeriodSeconds: 0 });
    }
    const runs = running.get(uid);
    if (runs !== undefined) return tell(pod, statusOf(runs, await runs.isReady()));
    const image = path.join(registry, path.basename(pod.spec.containers[0].image));
    if (!(await isThere(image))) return tell(pod, unpulled(pod));
    state.started += 1;
    const address = `10.244.${Math.floor(state.started / 250)}.${(state.started % 250) + 1}`;
    running.set(uid, await startPod(pod, { image, home: path.join(directory, uid), address }));
    return undefined;
  };
  const turn = async (): Promise<void> => {
    const { items } = await api.get<{ readonly items: readonly Pod[] }>("/api/v1/pods");
    const there = new Set(items.map(({ metadata }) => metadata.uid));
    for (const uid of running.keys()) if (!there.has(uid)) end(uid);
    // What somebody deleted or wrote meanwhile is met again in the next turn.
    const caught = await Promise.allSettled(items.map(care));
    for (const one of caught) if (one.status === "rejected" && !(one.reason instanceof ApiError)) throw one.reason;
  };
  const turns = (async () => {
    while (!state.ended) {
      await turn();
      await pause(50);
    }
  })();
  return {
    /** Ends every pod. Throws what the node died of, if it did. */
    async end(): Promise<void> {
      state.ended = true;
      await turns.finally(() => {
        for (const uid of running.keys()) end(uid);
      });
    },
  };
}

function bind(api: Api, pod: Pod): Promise<void> {
  return api.send("POST", `${pathOf(pod)}/binding`, {
    apiVersion: "v1",
    kind: "Binding",
    metadata: { name: pod.metadata.name },
    target: { apiVersion: "v1", kind: "Node", name: nodeName },
  });
}

function pathOf({ metadata: { namespace, name } }: Pod): string {
  return `/api/v1/namespaces/${namespace}/pods/${name}`;
}

async function isThere(folder: string): Promise<boolean> {
  return access(folder).then(
    () => true,
    () => false,
  );
}

const yes = (is: boolean): "True" | "False" => (is ? "True" : "False");

/** What a kubelet says of a pod whose image cannot be pulled. */
function unpulled({ spec: { containers } }: Pod): object {
  const [{ name, image }] = containers;
  const message = `Back-off pulling image "${image}": not found`;
  const waiting = { reason: "ImagePullBackOff", message };
  return {
    phase: "Pending",
    conditions: conditions(false),
    containerStatuses: [{ name, image, imageID: "", ready: false, restartCount: 0, state: { waiting } }],
  };
}

function statusOf(runs: RunningPod, ready: boolean): object {
  const { pod, address } = runs;
  const restarts = runs.restarts();
  const [{ name, image }] = pod.spec.containers;
  const crashed = !ready && restarts > 0;
  const state = crashed
    ? { running: null, waiting: { reason: "CrashLoopBackOff", message: "its program ended" } }
    : { waiting: null, running: {} };
  return {
    phase: "Running",
    podIP: address,
    podIPs: [{ ip: address }],
    conditions: conditions(ready),
    containerStatuses: [{ name, image, imageID: image, ready, restartCount: restarts, state }],
  };
}

function conditions(ready: boolean): readonly object[] {
  return ["Ready", "ContainersReady"].map((type) => ({ type, status: yes(ready) }));
}
