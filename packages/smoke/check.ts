import type { SmokeCategory, SmokeCheck } from "#machine";
import { CheckFailure } from "./check-failure.ts";
import { asDetail, secretsOf } from "./detail.ts";
import type { Surroundings } from "./contract.ts";

export interface Attempt {
  readonly category: SmokeCategory;
  readonly name: string;
  /** Throws `CheckFailure` when the check does not hold. Begins from nothing each time it is called. */
  readonly run: () => Promise<void>;
  /** Values that came up during the run and must not be shown. */
  readonly secrets?: () => readonly string[];
}

/** A check with the failure behind it, for whoever wants to say more about it. */
export interface Checked {
  readonly check: SmokeCheck;
  readonly failure?: CheckFailure;
}

/** Runs a check; once more after a fault of the transport, never after a wrong answer (decision 9). */
export async function runCheck(attempt: Attempt, around: Surroundings): Promise<Checked> {
  const { category, name } = attempt;
  const started = around.clock.now();
  const first = await failureOf(attempt.run, around.signal);
  let failure = first;
  if (first?.transient === true) {
    await around.clock.sleep(around.retryDelayMs, around.signal);
    failure = await failureOf(attempt.run, around.signal);
  }
  const durationMs = Math.round(around.clock.now() - started);
  const secrets = [...secretsOf(around.env), ...(attempt.secrets?.() ?? [])];
  const show = (text: string) => asDetail(text, secrets);
  if (failure !== undefined) {
    const retried = first?.transient === true ? " (tried twice)" : "";
    const check = {
      category,
      name,
      status: "failed",
      durationMs,
      detail: show(`${failure.message}${retried}`),
    } as const;
    return { check, failure };
  }
  const passed = { category, name, status: "passed", durationMs } as const;
  if (first === undefined) return { check: passed };
  return { check: { ...passed, detail: show(`Passed when tried again; before: ${first.message}`) } };
}

async function failureOf(run: () => Promise<void>, signal: AbortSignal): Promise<CheckFailure | undefined> {
  try {
    await run();
    return undefined;
  } catch (thrown) {
    signal.throwIfAborted();
    if (thrown instanceof CheckFailure) return thrown;
    throw thrown;
  }
}

/** Runs tasks with at most `limit` at once; results in the order of the tasks. */
export async function inParallel<T, R>(
  items: readonly T[],
  limit: number,
  task: (item: T, index: number) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  const waiting = items.entries();
  const worker = async () => {
    for (const [index, item] of waiting) results[index] = await task(item, index);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  return results;
}
