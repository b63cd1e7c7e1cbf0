import type { State } from "./table.ts";

/** How long a state should take. All in ms. `timeoutMs` ends it. */
export interface Timing {
  readonly targetMs?: number;
  readonly p95Ms?: number;
  readonly timeoutMs?: number;
}

const minute = 60_000;
const minutes = (target: number, p95: number, timeout: number): Timing => ({
  targetMs: target * minute,
  p95Ms: p95 * minute,
  timeoutMs: timeout * minute,
});

/** Defaults of decision 37; configuration may change each. Waits for people are not counted. */
export const timing: { readonly [S in State]: Timing } = {
  initiated: minutes(2, 3, 5),
  quality_gates: minutes(23, 28, 35),
  quality_gates_fast: minutes(10, 12, 15),
  review: { timeoutMs: 30 * 24 * 60 * minute },
  staging: minutes(13, 16, 20),
  production: minutes(23, 28, 60),
  production_canary: minutes(20, 25, 45),
  completed: minutes(3, 4, 5),
  failed: minutes(2, 2, 5),
  rolled_back: minutes(10, 12, 15),
};

/** Target of each quality gate, in ms (PRD, AC2). */
export const gateTargetMs = {
  security: 3 * minute,
  dod: 2 * minute,
  unit: 5 * minute,
  integration: 5 * minute,
  smoke: 3 * minute,
  e2e: 5 * minute,
} as const;
