import type { Failure, SmokeCheck } from "#machine";
import { runSmoke } from "#smoke";
import type { Finding, GateContext } from "./context.ts";
import { withDevelopment } from "./development.ts";

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
  const { smoke, fetch, clock, signal, only, onProgress } = context;
  const done = await withDevelopment(context, async ({ baseUrl, env }) =>
    runSmoke(smoke, { baseUrl, env, fetch, clock, signal, ...(only === undefined ? {} : { only }) }),
  );
  if ("failure" in done) return { failures: [done.failure] };
  const { checks, categoriesPassed, categoriesFailed } = done.value;
  for (const { category, name, status, durationMs } of checks)
    onProgress(`${category}: ${name}: ${status} (${durationMs} ms)`);
  const failures = checks.filter(({ status }) => status === "failed").map(asFailure);
  return { failures, metrics: { gate: "smoke", categoriesPassed, categoriesFailed, checks } };
}

function asFailure({ category, name, detail }: SmokeCheck): Failure {
  return {
    title: `Smoke check failed: ${category}: ${name}`,
    ...(detail === undefined ? {} : { detail }),
    suggestion: advice[category],
  };
}
