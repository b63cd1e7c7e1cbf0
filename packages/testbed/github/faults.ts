import { z } from "zod";

/**
 * What an injected fault does to a request. `after` means: the effect happened, its answer is lost or replaced; `during`:
 * an upload broke off and left its name behind, everything else did not happen.
 */
export const faultSchema = z.strictObject({
  match: z.strictObject({
    method: z.string().optional(),
    /** Regular expression on the path with its query. */
    path: z.string().optional(),
    /** Only git requests, or only others. */
    git: z.boolean().optional(),
  }),
  /** How often it strikes; without it, until it is cleared. */
  times: z.int().positive().optional(),
  /** Matching requests to let through first. */
  after: z.int().nonnegative().optional(),
  action: z.union([
    z.enum(["reset", "timeout", "truncate"]),
    z.strictObject({ delayMs: z.int().nonnegative() }),
    z.strictObject({
      status: z.int().min(200).max(599),
      body: z.unknown().optional(),
      headers: z.record(z.string(), z.string()).optional(),
    }),
  ]),
  applied: z.enum(["before", "during", "after"]).default("before"),
});

export type Fault = z.input<typeof faultSchema>;
export type FaultAction = Exclude<Fault["action"], { delayMs: number }>;

interface Armed {
  readonly fault: z.output<typeof faultSchema>;
  readonly path: RegExp;
  toSkip: number;
  left: number;
}

/** What is to happen to one request. */
export interface Strike {
  readonly delayMs: number;
  readonly action?: FaultAction;
  readonly applied: "before" | "during" | "after";
}

/** The faults that wait for their requests. */
export class Faults {
  #armed: Armed[] = [];

  add(input: Fault): void {
    const fault = faultSchema.parse(input);
    this.#armed.push({
      fault,
      path: new RegExp(fault.match.path ?? ""),
      toSkip: fault.after ?? 0,
      left: fault.times ?? Number.POSITIVE_INFINITY,
    });
  }

  clear(): void {
    this.#armed = [];
  }

  /** Spends what strikes this request: all delays add up, the first other fault wins. */
  take(request: { readonly method: string; readonly path: string; readonly git: boolean }): Strike {
    let delayMs = 0;
    let chosen: Strike = { delayMs: 0, applied: "before" };
    for (const armed of this.#armed.filter((it) => matches(it, request))) {
      const { action, applied } = armed.fault;
      const delays = typeof action === "object" && "delayMs" in action;
      if (!delays && chosen.action !== undefined) continue;
      if (armed.toSkip > 0) {
        armed.toSkip -= 1;
        continue;
      }
      armed.left -= 1;
      if (delays) delayMs += action.delayMs;
      // Half an answer needs an answer: the effect has happened.
      else chosen = { delayMs: 0, action, applied: action === "truncate" ? "after" : applied };
    }
    this.#armed = this.#armed.filter(({ left }) => left > 0);
    return { ...chosen, delayMs };
  }
}

function matches(
  { fault, path }: Armed,
  request: { readonly method: string; readonly path: string; readonly git: boolean },
): boolean {
  const { method, git } = fault.match;
  return (
    (method ?? request.method) === request.method && (git ?? request.git) === request.git && path.test(request.path)
  );
}
