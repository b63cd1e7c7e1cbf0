import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, readdir } from "node:fs/promises";
import { connect, createServer } from "node:net";
import path from "node:path";

import { freePort } from "#process";

/** A pod as the API server has it, as far as a node reads it. */
export interface Pod {
  readonly metadata: {
    readonly name: string;
    readonly namespace: string;
    readonly uid: string;
    readonly deletionTimestamp?: string;
  };
  readonly spec: {
    readonly nodeName?: string;
    readonly containers: readonly [Container];
  };
}

interface Container {
  readonly name: string;
  readonly image: string;
  readonly readinessProbe?: { readonly httpGet?: { readonly path: string; readonly port: number } };
}

/** A pod that runs: a real process behind the pod's own address. */
export interface RunningPod {
  readonly pod: Pod;
  readonly address: string;
  /** How often its program ended and was started again. */
  restarts(): number;
  /** Does it answer its readiness probe, now? */
  isReady(): Promise<boolean>;
  end(): void;
}

/** Starts the program of an image (a folder), and again whenever it ends, as `restartPolicy: Always` wants. */
export async function startPod(
  pod: Pod,
  { image, home, address }: { readonly image: string; readonly home: string; readonly address: string },
): Promise<RunningPod> {
  await mkdir(path.dirname(home), { recursive: true });
  await cp(image, home, { recursive: true });
  const program = (await readdir(home)).find((name) => /^server\.c?js$/.test(name)) ?? "server.js";
  const inner = await freePort();
  const probe = pod.spec.containers[0].readinessProbe?.httpGet ?? { path: "/", port: 8080 };
  const door = await openDoor({ address, port: probe.port }, inner);
  const state: { child: ChildProcess | undefined; restarts: number; ended: boolean } = {
    child: undefined,
    restarts: 0,
    ended: false,
  };
  const start = (): void => {
    if (state.ended) return;
    const env = { PATH: process.env["PATH"], PORT: String(inner), STAGE: "production" };
    state.child = spawn(process.execPath, [program], { cwd: home, env, stdio: "ignore" });
    state.child.once("exit", () => {
      state.restarts += 1;
      setTimeout(start, 500).unref();
    });
  };
  start();
  return {
    pod,
    address,
    restarts: () => state.restarts,
    isReady: () =>
      fetch(`http://${address}:${probe.port}${probe.path}`, { signal: AbortSignal.timeout(2000) }).then(
        async (answer) => {
          await answer.arrayBuffer();
          return answer.ok;
        },
        () => false,
      ),
    end() {
      state.ended = true;
      door.close();
      state.child?.kill("SIGKILL");
    },
  };
}

/** Programs of tests listen on the loopback; the pod's address leads there. */
async function openDoor({ address, port }: { readonly address: string; readonly port: number }, inner: number) {
  const door = createServer((client) => {
    const onwards = connect(inner, "127.0.0.1");
    const cut = (): void => {
      client.destroy();
      onwards.destroy();
    };
    client.on("error", cut).pipe(onwards);
    onwards.on("error", cut).pipe(client);
  });
  door.listen(port, address);
  await once(door, "listening");
  return door;
}
