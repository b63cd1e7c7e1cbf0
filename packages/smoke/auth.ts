import { runCheck, type Checked } from "./check.ts";
import { CheckFailure, failAt } from "./check-failure.ts";
import { commandCheck, isCommand } from "./command.ts";
import type { CommandCheck, HttpStep, Surroundings } from "./contract.ts";
import { newSession, type Session } from "./session.ts";
import { ask, runStep } from "./step.ts";

type AuthStep = HttpStep | CommandCheck;

const withoutLogin = "refused without login";

/**
 * The steps in order, up to the one that fails: it is named with what it stands for, what would follow is not run. What
 * needs a login must also be refused to nobody in particular: a check that passes for everybody proves nothing.
 */
export async function checkAuth(steps: readonly AuthStep[], around: Surroundings): Promise<readonly Checked[]> {
  const session = newSession(around, "auth");
  const secrets = () => session.secrets;
  const results: Checked[] = [];
  const guarded: HttpStep[] = [];
  for (const [index, step] of steps.entries()) {
    if (!isCommand(step) && isGuarded(step, session, { index, steps })) guarded.push(step);
    const result = await one(step, { index, steps, session, around });
    results.push(result);
    if (result.failure !== undefined) return results;
  }
  // A login that some other tool proves has no step of ours to try.
  if (steps.some(isCommand)) return results;
  const run = async () => refusedToNobody(guarded, around);
  return [...results, await runCheck({ category: "auth", name: withoutLogin, run, secrets }, around)];
}

interface At {
  readonly index: number;
  readonly steps: readonly AuthStep[];
}

async function one(step: AuthStep, at: At & { session: Session; around: Surroundings }): Promise<Checked> {
  const { index, steps, session, around } = at;
  if (isCommand(step)) return commandCheck("auth", step, around);
  const run = async () =>
    runStep(step, session, around).catch((thrown: unknown) => {
      const phase = thrown instanceof CheckFailure ? phaseOf(thrown, at) : "";
      failAt(thrown, `${phase} failed: step ${index + 1} of ${steps.length}, ${step.name}`);
    });
  return runCheck({ category: "auth", name: step.name, run, secrets: () => session.secrets }, around);
}

function phaseOf({ status, lacksCapture }: CheckFailure, at: At): string {
  if (status === undefined) return "reach";
  if (at.index === 0) return lacksCapture ? "token" : "login";
  return isLogout(at) ? "logout" : "protected call";
}

function isLogout({ index, steps }: At): boolean {
  const step = steps[index];
  if (step === undefined || isCommand(step)) return false;
  return (
    index > 0 && index === steps.length - 1 && /log.?out|sign.?out|session|token/i.test(`${step.name} ${step.path}`)
  );
}

/** What nobody may be given: a call after the login that changes nothing, or that carries what the login gave. */
function isGuarded(step: HttpStep, session: Session, at: At): boolean {
  if (at.index === 0 || isLogout(at)) return false;
  const texts = [step.path, ...Object.values(step.headers)];
  return step.method === "GET" || texts.some((text) => session.usesCaptured(text));
}

async function refusedToNobody(guarded: readonly HttpStep[], around: Surroundings): Promise<void> {
  if (guarded.length === 0) {
    throw new CheckFailure("no step after the login needs it: add a call that only a signed-in account may make", {
      transient: false,
    });
  }
  const open: string[] = [];
  for (const step of guarded) {
    const nobody = newSession(around, "nobody");
    const headers = Object.entries(step.headers).filter(([, value]) => isKnown(value, nobody));
    const path = step.path.replaceAll(/\{\{\s*[\w.-]+\s*\}\}/g, (name) => (isKnown(name, nobody) ? name : "none"));
    const { method, name, status } = step;
    const plain: HttpStep = { name, method, path, headers: Object.fromEntries(headers), status, capture: {} };
    const { what, answer } = await ask({ ...plain, status: 302 }, nobody, around);
    // A redirect leads to the login; 404 hides what is there. Who breaks instead has refused nothing.
    if (answer.status >= 300 && answer.status < 500) return;
    if (answer.status >= 500) throw broken(what, answer.status);
    open.push(`${what} answers ${answer.status}`);
  }
  throw new CheckFailure(
    `${open.join(", ")} without a login too: this proves nothing. Add a call that only a signed-in account may make`,
    { transient: false },
  );
}

function broken(what: string, status: number): CheckFailure {
  const message = `${what}: expected a refusal without a login (401 or 403), got ${status}`;
  return new CheckFailure(message, { transient: status >= 502 && status <= 504, reason: "gateway", status });
}

function isKnown(text: string, session: Session): boolean {
  try {
    session.fill(text);
    return true;
  } catch {
    return false;
  }
}
