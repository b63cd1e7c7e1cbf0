import { stepName, type Environment, type Fact, type FactBody, type Json, type ReleaseRecord } from "#machine";
import { answeringAll, preview, withoutDecisions, type HeldFact } from "./held-back.ts";
import { archiveChange } from "./archive.ts";
import { leaseToTake } from "./environment.ts";
import { LostLeaseError, NewsError, type Author, type Driver, type LeaseTimes } from "./port.ts";
import { environmentLeaseRef, leaseName } from "./refs.ts";
import type { ForgeTime } from "./clock.ts";
import type { LeaseMove, Plan, Tenure } from "./tenure.ts";

export interface DriverOptions {
  readonly id: string;
  readonly holder: string;
  readonly tenure: Tenure;
  readonly author: Author;
  readonly forge: ForgeTime;
  readonly times: LeaseTimes;
  readonly pollMs: number;
  readonly archiveRef: string;
  readonly onEffect: ((phase: "before" | "after", step: string) => Promise<void>) | undefined;
  readonly scrub: <T>(body: T) => T;
}

type StepOptions<T> = NonNullable<Parameters<Driver["step"]>[2]> & {
  readonly facts?: (result: T) => readonly FactBody[];
};

/** Moves one release. Pushes go one after another; the renewal in the background takes its turn among them. */
export class LeasedDriver implements Driver {
  readonly id: string;
  readonly #options: DriverOptions;
  readonly #tenure: Tenure;
  readonly #stopped = new AbortController();
  #held: readonly HeldFact[] = [];
  #moves = new Map<string, LeaseMove>();
  #turn: Promise<unknown> = Promise.resolve();
  #polledMs: number;
  #closed = false;
  #hasNews = false;
  #knownForeign: number;

  constructor(options: DriverOptions) {
    this.id = options.id;
    this.#options = options;
    this.#tenure = options.tenure;
    this.#knownForeign = options.tenure.foreignFacts;
    this.#polledMs = options.forge.clock.monotonicMs();
    void this.#renewForEver();
  }

  get record(): ReleaseRecord {
    return preview(this.#tenure.facts, this.#held, this.#now());
  }

  get facts(): readonly Fact[] {
    const { actor, run } = this.#options.author;
    const at = this.#now();
    const held = this.#held.map(({ body }, index): Fact => ({
      seq: this.#tenure.facts.length + index + 1,
      release: this.id,
      at,
      actor,
      run,
      prev: "",
      ...body,
    }));
    return [...this.#tenure.facts, ...held];
  }

  async step<T extends Json>(name: string, effect: () => Promise<T>, options: StepOptions<T> = {}): Promise<T> {
    this.#assertOpen();
    const record = this.record;
    const full = stepName(record, name);
    if (record.done.has(full)) {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same step recorded it; JSON keeps its type
      return record.done.get(full) as T;
    }
    const { touches } = options;
    const intent: FactBody = { type: "step-intended", step: full, ...(touches === undefined ? {} : { touches }) };
    await this.#inTurn(async () => {
      this.#throwNews();
      const isIntended = record.intended?.step === full && (touches === undefined || record.touched.has(touches));
      if (!isIntended || this.#held.length > 0 || this.#moves.size > 0) await this.#append(isIntended ? [] : [intent]);
    });
    await this.#options.onEffect?.("before", full);
    // The last look at the clock before the world is changed: what came before may have taken long (rule 5).
    await this.#inTurn(() => this.#renewOlderThan(this.#options.times.ttlMs / 2));
    const result = await effect();
    await this.#options.onEffect?.("after", full);
    this.observe({ type: "step-done", step: full, result }, ...(options.facts?.(result) ?? []));
    return result;
  }

  observe(...facts: readonly FactBody[]): void {
    this.#hold("observation", facts);
  }

  decide(...facts: readonly FactBody[]): void {
    this.#hold("decision", facts);
  }

  async flush(): Promise<void> {
    this.#assertOpen();
    await this.#inTurn(async () => {
      this.#throwNews();
      if (this.#held.length > 0 || this.#moves.size > 0) await this.#append([]);
    });
  }

  async poll(): Promise<void> {
    this.#assertOpen();
    await this.#inTurn(async () => {
      this.#throwNews();
      const { clock } = this.#options.forge;
      if (clock.monotonicMs() - this.#polledMs < this.#options.pollMs) return;
      this.#polledMs = clock.monotonicMs();
      await this.#tenure.refresh();
      this.#noteNews();
      this.#throwNews();
    });
  }

  async takeEnvironment(environment: Environment): Promise<void> {
    this.#assertOpen();
    const ref = environmentLeaseRef(environment);
    await this.#inTurn(async () => {
      this.#moves.delete(ref);
      while (!this.#tenure.held.includes(ref)) {
        const { version, adopted } = await leaseToTake(this.#options.forge, this.id, environment);
        const taken: FactBody = { type: "lease-taken", lease: leaseName(ref), holder: this.#options.holder, adopted };
        await this.#append([taken], new Map([[ref, { to: "held", taking: version }]]));
      }
    });
  }

  giveBackEnvironment(environment: Environment, options: { readonly parked?: boolean } = {}): void {
    this.#assertOpen();
    const ref = environmentLeaseRef(environment);
    if (this.#tenure.held.includes(ref)) this.#moves.set(ref, { to: options.parked === true ? "parked" : "gone" });
  }

  async suspend(suspension: Omit<Extract<FactBody, { type: "suspended" }>, "type">): Promise<void> {
    this.#assertOpen();
    await this.#inTurn(async () => {
      await this.#append([this.#safe({ type: "suspended", ...suspension })], this.#givingBack());
      this.#stop();
    });
  }

  async archive(files: Parameters<Driver["archive"]>[0]): Promise<void> {
    this.#assertOpen();
    await this.#inTurn(async () => {
      this.#throwNews();
      const gone = this.#tenure.held.map((ref) => [ref, { to: "gone" }] as const);
      const archive = archiveChange({ forge: this.#options.forge, ref: this.#options.archiveRef, id: this.id, files });
      while ((await this.#push({ bodies: this.#bodies([]), leases: new Map(gone), archive })) !== "applied") {
        // The archive went on meanwhile: asked again on top of it.
      }
      this.#stop();
    });
  }

  async close(): Promise<void> {
    await this.#inTurn(async () => {
      if (this.#closed || this.#tenure.isLost) return this.#stop();
      this.#stop();
      await this.#tenure.push({ bodies: [], leases: this.#givingBack() }).catch((thrown: unknown) => {
        if (!(thrown instanceof LostLeaseError)) throw thrown;
      });
    });
  }

  #hold(kind: HeldFact["kind"], facts: readonly FactBody[]): void {
    this.#assertOpen();
    const held = [...this.#held, ...facts.map((body): HeldFact => ({ kind, body: this.#safe(body) }))];
    // Whatever cannot follow is refused here, at the call that made it, and not at a later append.
    preview(this.#tenure.facts, held, this.#now());
    this.#held = held;
  }

  /** What a step found is for whoever goes on with it, and never words. */
  #safe(body: FactBody): FactBody {
    return body.type === "step-done" ? body : this.#options.scrub(body);
  }

  /** Appends what is held back and these decisions, or throws and keeps the observations. */
  async #append(decisions: readonly FactBody[], leases: ReadonlyMap<string, LeaseMove> = new Map()): Promise<void> {
    this.#throwNews();
    preview(
      this.#tenure.facts,
      [...this.#held, ...decisions.map((body) => ({ kind: "decision" as const, body }))],
      this.#now(),
    );
    await this.#push({ bodies: this.#bodies(decisions), leases: new Map([...this.#moves, ...leases]) });
  }

  async #push(plan: Plan): Promise<"applied" | "beaten" | "again"> {
    const sent = this.#held.length;
    const onApplied = (): void => {
      // What was observed while the push was under way waits for the next one.
      this.#held = this.#held.slice(sent);
      for (const ref of plan.leases?.keys() ?? []) this.#moves.delete(ref);
    };
    const result = await this.#tenure.push({ ...plan, onApplied });
    this.#noteNews();
    if (result === "applied") return result;
    this.#throwNews();
    return result === "news" ? "again" : result;
  }

  #bodies(decisions: readonly FactBody[]): readonly FactBody[] {
    return answeringAll(this.record, [...this.#held.map(({ body }) => body), ...decisions]);
  }

  /** Whoever found it, a renewal in the background too: what was decided without it falls (rule 9). */
  #noteNews(): void {
    if (this.#tenure.foreignFacts === this.#knownForeign) return;
    this.#knownForeign = this.#tenure.foreignFacts;
    this.#held = withoutDecisions(this.#tenure.facts, this.#held, this.#now());
    this.#hasNews = true;
  }

  async #renew(): Promise<void> {
    await this.#tenure.push({ bodies: [] });
    this.#noteNews();
  }

  #throwNews(): void {
    if (!this.#hasNews) return;
    this.#hasNews = false;
    // Decided since the news was found, but by a caller who was not told of it yet.
    this.#held = withoutDecisions(this.#tenure.facts, this.#held, this.#now());
    throw new NewsError(`A request for release ${this.id} arrived: read its record and decide again.`);
  }

  /** Rule 11: what was touched stays under the release's name. */
  #givingBack(): ReadonlyMap<string, LeaseMove> {
    const touched = [...this.record.touched].map(environmentLeaseRef);
    return new Map(
      this.#tenure.held.map((ref) => {
        const asked = this.#moves.get(ref);
        return [ref, asked ?? { to: touched.includes(ref) ? ("parked" as const) : ("gone" as const) }];
      }),
    );
  }

  async #renewOlderThan(ageMs: number): Promise<void> {
    this.#assertOpen();
    for (let tries = 0; this.#tenure.ageMs >= ageMs && tries < 3; tries += 1) await this.#renew();
    if (this.#tenure.ageMs >= ageMs) {
      throw new LostLeaseError(`The leases of ${this.id} cannot be renewed fast enough to act safely.`);
    }
  }

  async #renewForEver(): Promise<void> {
    const { clock } = this.#options.forge;
    const { renewMs } = this.#options.times;
    const { signal } = this.#stopped;
    while (!signal.aborted && !this.#tenure.isLost) {
      // A renewal that fails is tried again; what matters is checked before the next effect.
      await clock
        .sleep(renewMs / 4, signal, { background: true })
        .then(() => this.#inTurn(async () => this.#renewDue(renewMs)))
        .catch(() => {});
    }
  }

  async #renewDue(renewMs: number): Promise<void> {
    if (this.#closed || this.#tenure.isLost || this.#tenure.ageMs < renewMs * 0.75) return;
    await this.#renew();
  }

  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(act, act);
    this.#turn = mine.catch(() => {});
    return mine;
  }

  #assertOpen(): void {
    this.#tenure.assertHeld();
    if (this.#closed) throw new LostLeaseError(`This process gave release ${this.id} back.`);
  }

  #stop(): void {
    this.#closed = true;
    this.#stopped.abort();
  }

  #now(): string {
    return new Date(this.#options.forge.nowMs()).toISOString();
  }
}
