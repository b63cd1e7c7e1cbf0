import { DEFAULT_CLIENT_HEADER, type ErrorUnit } from "./error-unit.ts";
import { FailedClients } from "./failed-clients.ts";

const BIN_MS = 1000;
const KEPT_MS = 600_000;
/** A request still running after this closes its bin as a slow one; so one hanging request cannot hold up the data. */
const PATIENCE_MS = 10_000;

/** So many addresses are told apart in one second of one version; what fails beyond is not counted as an error of its own. */
const MAX_UNITS = 2000;
/** By then every request of a second has ended, with its unit known. */
const UNITS_KEPT_MS = 60_000;

interface Cell {
  requests: number;
  errors: number;
  /** Distinct units that met an error and are not remembered for longer. */
  readonly errorUnits: Set<string>;
  /** Whole ms → how many requests took that long: exact for any bound in whole ms. */
  readonly latencies: Map<number, number>;
}

export interface Ticket {
  readonly version: string;
  readonly unit: ErrorUnit;
  readonly startedMs: number;
}

export interface CountedBin {
  /** Start of the second, ms since the epoch. */
  readonly t: number;
  readonly versions: Readonly<Record<string, { requests: number; errors: number; slow: number }>>;
}

export interface Counted {
  /** Bins are complete from `from` up to this; the next read starts here. */
  readonly upTo: number;
  readonly bins: readonly CountedBin[];
  /** Whole ms and count, per version, over these bins. */
  readonly latencies: Readonly<Record<string, readonly (readonly [number, number])[]>>;
  /** So many clients fail that those beyond are told apart within a second only. */
  readonly crowded: boolean;
}

/** Counts what clients experienced, per version and second. A request belongs to the second in which it started. */
export class Counters {
  /** By which header clients are told apart, in small letters. */
  clientHeader = DEFAULT_CLIENT_HEADER;
  readonly #bins = new Map<number, Map<string, Cell>>();
  readonly #open = new Set<Ticket>();
  readonly #failed = new FailedClients();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  begin(version: string, unit: ErrorUnit): Ticket {
    const ticket = { version, unit, startedMs: this.#now() };
    this.#open.add(ticket);
    return ticket;
  }

  /** Counts once, however often it is called. `unfinished`: the client left or time ran out, so it counts as slow. */
  end(ticket: Ticket, outcome: "ok" | "error" | "unfinished"): void {
    if (!this.#open.delete(ticket)) return;
    const { unit, startedMs } = ticket;
    if (unit.isOneClient && this.#failed.isRemembered(unit.name, startedMs)) return;
    const cell = this.#cell(ticket);
    const tookMs = outcome === "unfinished" ? Number.MAX_SAFE_INTEGER : Math.ceil(this.#now() - ticket.startedMs);
    cell.requests += 1;
    if (outcome === "error") this.#countError(cell, unit);
    cell.latencies.set(tookMs, (cell.latencies.get(tookMs) ?? 0) + 1);
  }

  /** The complete seconds from `fromMs` on. */
  read(fromMs: number, slowMs: number): Counted {
    const upTo = this.#close();
    const bins: CountedBin[] = [];
    const latencies: Record<string, Map<number, number>> = {};
    const first = Math.max(Math.ceil(fromMs / BIN_MS) * BIN_MS, upTo - KEPT_MS);
    for (let t = first; t < upTo; t += BIN_MS) {
      const cells = this.#bins.get(t) ?? new Map<string, Cell>();
      bins.push({
        t,
        versions: Object.fromEntries(Array.from(cells, ([version, cell]) => [version, summary(cell, slowMs)])),
      });
      for (const [version, cell] of cells) addAll((latencies[version] ??= new Map()), cell.latencies);
    }
    return {
      upTo: Math.max(upTo, first),
      bins,
      latencies: Object.fromEntries(Object.entries(latencies).map(([version, counts]) => [version, [...counts]])),
      crowded: this.#failed.isCrowded(this.#now()),
    };
  }

  #countError(cell: Cell, { name, isOneClient }: ErrorUnit): void {
    if (!isOneClient || !this.#failed.remember(name, this.#now())) countInSecond(cell, name);
    else cell.errors += 1;
  }

  #cell({ version, startedMs }: Ticket): Cell {
    const t = binOf(startedMs);
    let bin = this.#bins.get(t);
    if (bin === undefined) {
      bin = new Map();
      this.#bins.set(t, bin);
      this.#forget(t);
    }
    let cell = bin.get(version);
    if (cell === undefined)
      bin.set(version, (cell = { requests: 0, errors: 0, errorUnits: new Set(), latencies: new Map() }));
    return cell;
  }

  /** Whoever is not read, or asked by very many, must not grow. */
  #forget(nowMs: number): void {
    for (const [t, cells] of this.#bins) {
      if (t < nowMs - KEPT_MS) this.#bins.delete(t);
      else if (t < nowMs - UNITS_KEPT_MS) for (const cell of cells.values()) cell.errorUnits.clear();
    }
  }

  /** Gives up on requests that hang, and returns the second before which every bin is final. */
  #close(): number {
    const now = this.#now();
    let upTo = binOf(now);
    for (const ticket of this.#open) {
      if (now - ticket.startedMs > PATIENCE_MS) this.end(ticket, "unfinished");
      else upTo = Math.min(upTo, binOf(ticket.startedMs));
    }
    return upTo;
  }
}

function countInSecond(cell: Cell, unit: string): void {
  if (cell.errorUnits.size >= MAX_UNITS || cell.errorUnits.has(unit)) return;
  cell.errorUnits.add(unit);
  cell.errors += 1;
}

function binOf(ms: number): number {
  return Math.floor(ms / BIN_MS) * BIN_MS;
}

function summary(cell: Cell, slowMs: number): { requests: number; errors: number; slow: number } {
  let slow = 0;
  for (const [ms, count] of cell.latencies) if (ms > slowMs) slow += count;
  return { requests: cell.requests, errors: cell.errors, slow };
}

function addAll(into: Map<number, number>, counts: ReadonlyMap<number, number>): void {
  for (const [ms, count] of counts) into.set(ms, (into.get(ms) ?? 0) + count);
}
