import type { SmokeCheck } from "#machine";
import { inParallel, runCheck, type Checked } from "./check.ts";
import { CheckFailure } from "./check-failure.ts";
import { send } from "./request.ts";
import type { ExternalCheck, Surroundings } from "./contract.ts";

const servicesAtOnce = 4;

/** Services of others: a failure says whose it is, as far as can be known, and what to do meanwhile (decision 51). */
export async function checkExternal(
  services: readonly ExternalCheck[],
  around: Surroundings,
): Promise<readonly SmokeCheck[]> {
  const results = await inParallel(services, servicesAtOnce, async (service) =>
    runCheck({ category: "external", name: service.name, run: async () => get(service, around) }, around),
  );
  // One that answers proves that this machine reaches the outside.
  const outsideReached = results.some(({ failure }) => failure === undefined || failure.status !== undefined);
  return results.map((result, index) => withBlame(result, services[index]?.fallback, outsideReached, around));
}

async function get({ url }: ExternalCheck, { fetch, signal, timeoutMs }: Surroundings): Promise<void> {
  if (!URL.canParse(url)) throw new CheckFailure(`"${url}" is no address`, { transient: false });
  const wanted = { method: "GET", url: new URL(url), headersFor: () => new Headers(), followRedirects: true };
  const { status } = await send({ ...wanted, timeoutMs, signal, fetch });
  if (status >= 200 && status <= 299) return;
  const message = `GET ${new URL(url).host}: expected status 2xx, got ${status}`;
  throw new CheckFailure(message, { transient: status >= 502 && status <= 504, status });
}

function withBlame(
  { check, failure }: Checked,
  fallback: string | undefined,
  outsideReached: boolean,
  around: Surroundings,
): SmokeCheck {
  if (failure === undefined) return check;
  const advice = fallback === undefined ? "" : ` Meanwhile: ${fallback}`;
  const detail = `${blame(failure, outsideReached)} ${check.detail ?? ""}.${advice}`;
  if (around.only !== "critical") return { ...check, detail };
  return { ...check, status: "not-applicable", detail: `Failed, but does not stop a critical run. ${detail}` };
}

function blame({ status, transient }: CheckFailure, outsideReached: boolean): string {
  if (status === undefined) return transient && outsideReached ? "Theirs:" : "Unknown whose:";
  if (status === 429) return "Ours (we ask too often):";
  if (status >= 500) return "Theirs:";
  return "Ours (address or credentials):";
}
