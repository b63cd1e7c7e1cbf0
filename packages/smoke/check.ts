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

/** Runs a check; again only after what the spec retries: a fault of the transport, never a wrong answer (decision 9). */
export async function runCheck(attempt: Attempt, around: Surroundings): Promise<Checked> {
  const { category, name } = attempt;
  const { retry, clock, signal } = around;
  const started = clock.now();
  const first = await failureOf(attempt.run, signal);
  let failure = first;
  let tries = 1;
  while (failure?.reason !== undefined && retry.on.includes(failure.reason) && tries <= retry.times) {
    await clock.sleep(retry.delay, signal);
    failure = await failureOf(attempt.run, signal);
    tries += 1;
  }
  const durationMs = Math.round(clock.now() - started);
  const secrets = [...secretsOf(around.env), ...(attempt.secrets?.() ?? [])];
  const show = (text: string) => asDetail(text, secrets);
  if (failure !== undefined) {
    const tried = tries === 1 ? "" : ` (tried ${tries === 2 ? "twice" : `${tries} times`})`;
    const detail = show(
      `${failure.message}${tried}, after ${durationMs} ms${category === "external" ? "" : adviceFor(failure)}`,
    );
    return { check: { category, name, status: "failed", durationMs, detail }, failure };
  }
  const passed = { category, name, status: "passed", durationMs } as const;
  if (first === undefined) return { check: passed };
  return { check: { ...passed, detail: show(`Passed when tried again; before: ${first.message}`) } };
}

/** What to do about an answer of our own application, where its status says it. */
function adviceFor({ status, lacksCapture }: CheckFailure): string {
  if (status === undefined || lacksCapture) return "";
  if (status === 401 || status === 403) return ". Is the smoke account there, and may it do this?";
  if (status === 404) return ". Is the path right for this version?";
  if (status >= 500) return ". Look at the application's log of that moment";
  return "";
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
