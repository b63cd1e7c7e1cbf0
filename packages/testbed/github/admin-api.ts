import { z } from "zod";
import {
  directorySchema,
  ensureRepository,
  ensureRun,
  ensureUser,
  repositorySchema,
  setClock,
  setRateLimit,
  settleQueue,
  type WantedClock,
  type WantedQueue,
  type WantedRateLimit,
  type WantedRepository,
  type WantedRun,
  type WantedUser,
} from "./admin.ts";
import { setAlerts, type WantedAlerts } from "./alerts-admin.ts";
import { Refusal, type Answer } from "./answer.ts";
import type { Scene } from "./call.ts";
import type { Fault, Faults } from "./faults.ts";
import type { Counters } from "./report.ts";

export interface AdminPorts {
  readonly scene: () => Scene;
  readonly realMs: () => number;
  readonly counters: Counters;
  readonly faults: Faults;
  readonly snapshot: (directory: string) => void;
  readonly restore: (directory: string) => void;
}

type Act = (ports: AdminPorts, body: unknown) => unknown;

/** What can be done to the stand-in from outside, all under `/_standin/`. */
const acts: Readonly<Record<string, Act>> = {
  "POST repositories": async ({ scene }, body) => ensureRepository(scene(), body as WantedRepository),
  "POST users": ({ scene }, body) => ensureUser(scene(), body as WantedUser),
  "POST clock": ({ scene, realMs }, body) => {
    setClock(scene(), body as WantedClock, realMs());
    return { now: new Date(scene().nowMs()).toISOString() };
  },
  "POST rate-limit": ({ scene }, body) => setRateLimit(scene(), body as WantedRateLimit),
  "POST runs": ({ scene }, body) => ensureRun(scene(), body as WantedRun),
  "POST alerts": ({ scene }, body) => setAlerts(scene(), body as WantedAlerts),
  "POST merge-queue": async ({ scene }, body) => settleQueue(scene(), body as WantedQueue),
  "POST faults": ({ faults }, body) => faults.add(body as Fault),
  "DELETE faults": ({ faults }) => faults.clear(),
  "GET report": ({ counters }) => counters.report(),
  "POST events": ({ scene }, body) => {
    const { owner, name } = repositorySchema.pick({ owner: true, name: true }).parse(body);
    return scene().world.repositories.find((it) => it.owner === owner && it.name === name)?.events ?? [];
  },
  "POST snapshot": ({ snapshot }, body) => snapshot(directorySchema.parse(body).directory),
  "POST restore": ({ restore }, body) => restore(directorySchema.parse(body).directory),
};

/** Answers the admin requests; a wrong one says which are possible, or what is wrong with it. */
export class AdminApi {
  readonly #ports: AdminPorts;

  constructor(ports: AdminPorts) {
    this.#ports = ports;
  }

  async answer(method: string, path: string, bytes: Buffer): Promise<Answer> {
    const name = `${method} ${path.replace("/_standin/", "")}`;
    const act = Object.hasOwn(acts, name) ? acts[name] : undefined;
    if (act === undefined)
      return new Refusal(404, `No such request; there are ${Object.keys(acts).join(", ")}`).answer();
    try {
      const body: unknown = bytes.length === 0 ? undefined : JSON.parse(bytes.toString());
      return { status: 200, body: (await act(this.#ports, body)) ?? {} };
    } catch (thrown) {
      if (thrown instanceof z.ZodError) return new Refusal(422, z.prettifyError(thrown)).answer();
      return new Refusal(422, thrown instanceof Error ? thrown.message : String(thrown)).answer();
    }
  }
}
