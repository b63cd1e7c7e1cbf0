import type { World } from "./world.ts";

/** Milliseconds since 1970 by the stand-in's clock. */
export function nowMs(world: World, realMs: number): number {
  return world.clock.frozenAtMs ?? realMs + world.clock.offsetMs;
}

/** GitHub's spelling of an instant: whole seconds, UTC. */
export function stamp(timeMs: number): string {
  return new Date(timeMs).toISOString().replace(/\.\d+Z$/, "Z");
}

/** What may be done to the clock; several at once are applied in this order. */
export interface ClockChange {
  /** ISO instant to jump to. */
  readonly set?: string;
  readonly advanceMs?: number;
  /** Whether time stands still from now on. */
  readonly frozen?: boolean;
}

/** Sets, advances, freezes or releases the clock. */
export function changeClock(world: World, change: ClockChange, realMs: number): void {
  const wantedMs = (change.set === undefined ? nowMs(world, realMs) : Date.parse(change.set)) + (change.advanceMs ?? 0);
  const frozen = change.frozen ?? world.clock.frozenAtMs !== undefined;
  world.clock = frozen ? { offsetMs: wantedMs - realMs, frozenAtMs: wantedMs } : { offsetMs: wantedMs - realMs };
}
