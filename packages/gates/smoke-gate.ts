import type { Failure, SmokeCheck } from "#machine";
import { runSmoke } from "#smoke";
import type { Finding, GateContext } from "./context.ts";
import { besideApplication, withDevelopment } from "./development.ts";
import { nameOf, testsOf } from "./gate-tests.ts";
import { cleanEnvironment } from "./project-command.ts";

/** Where to look, for each category. */
const advice: { readonly [C in SmokeCheck["category"]]: string } = {
  api: "Open the endpoint on a local start of the application; look at its log above.",
  database: "Check the connection URL, the rights of the account and whether migrations ran.",
  external: "Check the service's status page, our address and our credentials for it.",
  auth: "Walk the named step by hand with the smoke account; is the account there and its password right?",
  paths: "Walk the named step by hand; the steps before it worked.",
};

/** Runs the five smoke categories against the application of the checkout. */
export async function smokeGate(context: GateContext): Promise<Finding> {
  const { smoke, clock, signal, only, onProgress, directory, production = [] } = context;
  const changed = await context.changed?.();
  const done = await withDevelopment(context, async (development) => {
    const { baseUrl, env } = development;
    const result = await runSmoke(smoke, {
      baseUrl,
      env,
      clock,
      signal,
      production,
      commands: { directory, env: cleanEnvironment(context.env, env) },
      ...(only === undefined ? {} : { only }),
      ...(changed === undefined ? {} : { changed }),
    });
    const failed = result.checks.filter(({ status }) => status === "failed").map(asFailure);
    return { ...result, failures: await besideApplication(failed, development) };
  });
  if ("failure" in done) return { failures: [done.failure] };
  const { checks, categoriesPassed, categoriesFailed, failures } = done.value;
  for (const { category, name, status, durationMs } of checks)
    onProgress(`${category}: ${name}: ${status} (${durationMs} ms)`);
  const tests = testsOf({
    slowest: checks.map((check) => ({ name: fullName(check), durationMs: check.durationMs })),
    failed: checks.filter(({ status }) => status === "failed").map(fullName),
    flaky: [],
  });
  return { failures, metrics: { gate: "smoke", categoriesPassed, categoriesFailed, checks }, tests };
}

const fullName = ({ category, name }: SmokeCheck): string => `${category}: ${name}`;

function asFailure({ category, name, detail }: SmokeCheck): Failure {
  return {
    title: `Smoke check failed: ${category}: ${name}`,
    ...(detail === undefined ? {} : { detail }),
    test: nameOf(`${category}: ${name}`),
    suggestion: advice[category],
  };
}
