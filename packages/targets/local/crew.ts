import { Child } from "./child.ts";
import type { LiveRevision, RevisionState } from "./protocol.ts";

/** The instances of one version: as many as are wanted, asked in turn. Nothing new is sent to one that leaves. */
export class Crew {
  readonly spec: RevisionState;
  readonly #log: (instance: number) => string;
  readonly #members: Child[] = [];
  #turn = 0;

  constructor(spec: RevisionState, log: (instance: number) => string) {
    this.spec = spec;
    this.#log = log;
    this.resize(spec.instances);
  }

  /** Starts what is missing, and answers with those that are too many: theirs to drain and stop. */
  resize(count: number): readonly Child[] {
    while (this.#members.length < count) {
      this.#members.push(new Child(this.spec, this.#log(this.#members.length + 1)));
    }
    return this.#members.splice(count);
  }

  /** Whose turn it is: the next healthy one, or else the next that runs at all. */
  next(): Child | undefined {
    return this.#nextWhere((one) => one.healthy) ?? this.#nextWhere((one) => one.port !== undefined);
  }

  revive(): void {
    for (const member of this.#members) member.revive();
  }

  view(): LiveRevision {
    const members = this.#members.map((member) => member.view());
    const ready = members.filter(({ healthy }) => healthy).length;
    const { pid, port } = members.find((one) => one.port !== undefined) ?? {};
    const problem = members.find((one) => one.problem !== undefined)?.problem;
    return {
      version: this.spec.version,
      running: pid !== undefined,
      healthy: ready === members.length,
      ready,
      givenUp: members.some(({ givenUp }) => givenUp),
      restarts: members.reduce((sum, { restarts }) => sum + restarts, 0),
      inFlight: this.#members.reduce((sum, { inFlight }) => sum + inFlight, 0),
      ...(pid === undefined ? {} : { pid }),
      ...(port === undefined ? {} : { port }),
      ...(problem === undefined ? {} : { problem }),
    };
  }

  #nextWhere(isFit: (member: Child) => boolean): Child | undefined {
    const { length } = this.#members;
    for (let step = 0; step < length; step += 1) {
      const index = (this.#turn + step) % length;
      const member = this.#members[index];
      if (member === undefined || !isFit(member)) continue;
      this.#turn = index + 1;
      return member;
    }
    return undefined;
  }
}
