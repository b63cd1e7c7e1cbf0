import { runCheck, type Checked } from "./check.ts";
import { CheckFailure } from "./check-failure.ts";
import { commandCheck, isCommand } from "./command.ts";
import type { CommandCheck, ExternalCheck, Surroundings } from "./contract.ts";
import { asDetail } from "./detail.ts";
import { fieldOf } from "./transport.ts";
import { send } from "./request.ts";
import type { Unit, UnitEnd } from "./units.ts";

type External = ExternalCheck | CommandCheck;

/** Each service is one check. */
export function externalUnits(services: readonly External[], around: Surroundings): readonly Unit[] {
  return services.map((service) => {
    const { name } = service;
    const run = async () => [
      isCommand(service)
        ? await commandCheck("external", service, around)
        : await runCheck({ category: "external", name, run: async () => get(service, around) }, around),
    ];
    return { category: "external", names: [name], run };
  });
}

/** A failure says whose it is, as far as can be known, and what to do meanwhile (decision 51). */
export async function blameExternal(
  ends: readonly UnitEnd[],
  services: readonly External[],
  around: Surroundings,
): Promise<readonly UnitEnd[]> {
  const all = ends.flatMap(({ checked }) => checked);
  // One that answers proves that this machine reaches the outside.
  const outsideReached = all.some(({ check, failure }) => check.status === "passed" || failure?.status !== undefined);
  return Promise.all(
    ends.map(async (end, index) => {
      const service = services[index];
      const checked = await Promise.all(
        end.checked.map(async (one) =>
          service === undefined ? one : withBlame(one, service, { outsideReached, around }),
        ),
      );
      return { ...end, checked };
    }),
  );
}

async function get({ url }: ExternalCheck, { egress, signal, timeoutMs }: Surroundings): Promise<void> {
  if (!URL.canParse(url)) throw new CheckFailure(`"${url}" is no address`, { transient: false });
  const wanted = { method: "GET", url: new URL(url), headersFor: () => new Headers(), followRedirects: true };
  const { status } = await send({ ...wanted, timeoutMs, signal, egress });
  if (status >= 200 && status <= 299) return;
  const message = `GET ${new URL(url).host}: expected status 2xx, got ${status}`;
  throw new CheckFailure(message, { transient: status >= 502 && status <= 504, reason: "gateway", status });
}

interface Known {
  readonly outsideReached: boolean;
  readonly around: Surroundings;
}

async function withBlame({ check, failure }: Checked, service: External, known: Known): Promise<Checked> {
  if (failure === undefined) return { check };
  const { around, outsideReached } = known;
  const own: Partial<ExternalCheck> = isCommand(service) ? {} : service;
  const page = own.statusUrl === undefined ? undefined : await statusPage(own.statusUrl, around);
  const whose = page?.incident === true ? "Theirs:" : blame(failure, outsideReached);
  const said = page === undefined ? "" : ` ${page.text}.`;
  const advice = own.fallback === undefined ? "" : ` Meanwhile: ${own.fallback}`;
  const detail = asDetail(`${whose} ${check.detail ?? ""}.${said}${advice}`, []);
  if (around.only !== "critical" && around.outages !== "shown") return { check: { ...check, detail }, failure };
  const passing = asDetail(`Failed, but does not stop a critical run. ${detail}`, []);
  return { check: { ...check, status: "not-applicable", detail: passing } };
}

/** What the service says of itself. A page that cannot be read says so, and decides nothing. */
async function statusPage(
  address: string,
  { egress, signal, timeoutMs }: Surroundings,
): Promise<{ readonly incident: boolean; readonly text: string }> {
  try {
    const wanted = { method: "GET", url: new URL(address), headersFor: () => new Headers(), followRedirects: true };
    const { body } = await send({ ...wanted, timeoutMs, signal, egress });
    const answer: unknown = JSON.parse(body);
    const status = fieldOf(answer, "status");
    const [indicator, description] = [fieldOf(status, "indicator"), fieldOf(status, "description")];
    if (typeof indicator !== "string") return { incident: false, text: "Its status page has no status" };
    const words = typeof description === "string" ? description : indicator;
    return { incident: indicator !== "none", text: `Its status page says: ${words}` };
  } catch {
    signal.throwIfAborted();
    return { incident: false, text: "Its status page could not be read" };
  }
}

function blame({ status, transient }: CheckFailure, outsideReached: boolean): string {
  if (status === undefined) return transient && outsideReached ? "Theirs:" : "Unknown whose:";
  if (status === 429) return "Ours (we ask too often):";
  if (status >= 500) return "Theirs:";
  return "Ours (address or credentials):";
}
