import type { Failure } from "#machine";
import type { JourneySettings } from "../context.ts";
import { nameOf } from "../gate-tests.ts";
import type { Evidence } from "./journey-evidence.ts";
import type { Journey } from "./playwright.ts";

const noBrowser =
  /Executable doesn't exist at|distribution '[^']+' is not found|Host system is missing dependencies|browserType\.launch: Failed to launch/;
const unreachable = /ERR_CONNECTION|ECONNREFUSED|ECONNRESET|ERR_EMPTY_RESPONSE|NS_ERROR_CONNECTION_REFUSED/;

/** Why journeys failed: a browser that cannot start is told once, whatever it kept from being walked. */
export function journeyFailures(
  failed: readonly Journey[],
  evidence: ReadonlyMap<Journey, Evidence>,
): readonly Failure[] {
  const without = failed.filter(({ message = "" }) => noBrowser.test(message));
  const browsers = Map.groupBy(without, browserOf);
  return [
    ...[...browsers].map(([browser, journeys]) => browserMissing(browser, journeys)),
    ...failed.filter((one) => !without.includes(one)).map((one) => journeyFailed(one, evidence.get(one))),
  ];
}

/** What passed for Playwright and fails here: the journey, and why. */
export interface Caught {
  readonly journey: Journey;
  readonly failure: Failure;
}

/** The journeys that had no snapshot and passed all the same, as Playwright does for `updateSnapshots: "missing"`. */
export function withoutSnapshot(journeys: readonly Journey[]): readonly Caught[] {
  return journeys.flatMap((journey) => {
    const { name, status, attachments, file, line } = journey;
    const taken = attachments.find((one) => /-actual(\.\w+)?$/.test(one.name));
    if (status === "failed" || taken === undefined) return [];
    const failure = {
      title: `${noSnapshot}: ${name}`,
      detail: taken.name,
      ...placeOf(file, line),
      test: nameOf(name),
      suggestion: commitIt,
    };
    return [{ journey, failure }];
  });
}

const noSnapshot = "Journey has no snapshot to compare with";
const commitIt =
  "Write it on the system that the gates run on, look at it and commit it: npx playwright test --update-snapshots";

/** The journeys that passed, but took longer than they may. */
export function overBudget(
  journeys: readonly Journey[],
  { budget, budgets = {} }: Pick<JourneySettings, "budget" | "budgets">,
): readonly Caught[] {
  return journeys.flatMap((journey) => {
    const { name, tags, browser, lastMs, file, line } = journey;
    const bare = name.slice(0, browser === "" ? undefined : -` [${browser}]`.length);
    const byTag = tags.flatMap((tag) => budgets[tag] ?? []);
    const allowed = budgets[name] ?? budgets[bare] ?? (byTag.length > 0 ? Math.min(...byTag) : budget);
    if (journey.status === "failed" || allowed === undefined || lastMs <= allowed) return [];
    const failure = {
      title: `Journey over its budget: ${name} took ${seconds(lastMs)}, ${seconds(allowed)} are allowed`,
      ...placeOf(file, line),
      test: nameOf(name),
      suggestion: `Find the slow step: npx playwright test --trace on. Or give it more: gates.e2e.budgets: { ${JSON.stringify(bare)}: ${Math.ceil(lastMs / 1000)}s }`,
    };
    return [{ journey, failure }];
  });
}

/** Why the browsers that are asked for were not all used; a command may have said so, or the report has no journey of one. */
export function browsersNotWalked(
  browsers: readonly string[],
  journeys: readonly Pick<Journey, "name">[],
): readonly Failure[] {
  return browsers
    .filter((browser) => !journeys.some(({ name }) => name.endsWith(` [${browser}]`)))
    .map((browser) => ({
      title: `No journey was walked in ${browser}`,
      suggestion: `gates.e2e.browsers asks for it: let a journey of the project ${browser} of the Playwright configuration run, or leave it out.`,
    }));
}

/** What Playwright says when it has no project of a name, and walks nothing. */
export function projectMissing(output: string): Failure | undefined {
  const [, names, others = ""] = /Project\(s\) (.+?) not found\.(.*)/.exec(output) ?? [];
  if (names === undefined) return undefined;
  const name = names.replaceAll('"', "");
  return {
    title: `The Playwright configuration has no project ${name}`,
    ...(others.trim() === "" ? {} : { detail: others.trim() }),
    suggestion: `Add it: projects: [{ name: "${name}", use: { ...devices["Desktop Firefox"] } }], or name another one in gates.e2e.browsers.`,
  };
}

function journeyFailed(
  { name, message = "", file, line, transient }: Journey,
  evidence: Evidence | undefined,
): Failure {
  const { files, missing } = evidence ?? { files: [], missing: [] };
  const kept = files.length === 0 ? [] : [`Evidence: ${files.map(({ path }) => path).join(", ")}.`];
  const lost = missing.length === 0 ? [] : [`Not kept: ${missing.join(", ")}.`];
  const detail = [message.slice(0, 800) || "no message", ...kept, ...lost].join(" ");
  return {
    title: `${titleOf(message, transient)}: ${name}`,
    detail,
    ...placeOf(file, line),
    test: nameOf(name),
    suggestion: look(message, files),
  };
}

function titleOf(message: string, transient: boolean): string {
  if (/snapshot doesn't exist/i.test(message)) return noSnapshot;
  if (isVisual(message)) return "Journey looks different";
  if (unreachable.test(message)) return "Journey could not reach the application";
  return transient ? "Journey ran out of time" : "Journey failed";
}

function isVisual(message: string): boolean {
  return /toHaveScreenshot|toMatchSnapshot|toMatchAriaSnapshot/.test(message);
}

function look(message: string, files: Evidence["files"]): string {
  const image = (kind: string) => files.find(({ name }) => name.includes(`-${kind}.`))?.path;
  const trace = files.find(({ path }) => path.endsWith(".zip"))?.path;
  const steps =
    trace === undefined
      ? 'Switch on `trace: "retain-on-failure"` to see each step.'
      : `See each step: npx playwright show-trace ${trace}`;
  if (/snapshot doesn't exist/i.test(message)) return commitIt;
  if (!isVisual(message)) return steps;
  const compare = ["expected", "actual", "diff"].flatMap((kind) => image(kind) ?? []).join(", ");
  return `${compare === "" ? "" : `Compare ${compare}. `}When the change is meant: npx playwright test --update-snapshots, and commit. ${steps}`;
}

function browserOf({ message = "", browser }: Journey): string {
  const path = /ms-playwright[\\/](chromium|firefox|webkit)/.exec(message)?.[1];
  return path ?? /distribution '([^']+)' is not found/.exec(message)?.[1] ?? browser;
}

function browserMissing(browser: string, journeys: readonly Journey[]): Failure {
  const [first] = journeys;
  const count = journeys.length === 1 ? "1 journey" : `${journeys.length} journeys`;
  return {
    class: "environment",
    title: `Environment: the browser ${browser} cannot be started here; ${count} not walked`,
    detail: (first?.message ?? "").split("\n", 1)[0] ?? "",
    suggestion: `Install it where the gates run, in gates.setup or .github/actions/release-setup: npx playwright install --with-deps ${browser}`,
  };
}

function placeOf(file: string | undefined, line: number | undefined) {
  return { ...(file === undefined ? {} : { file }), ...(line === undefined ? {} : { line }) };
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
