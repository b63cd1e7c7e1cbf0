import type { GateName, ReleaseRecord } from "#machine";

const everyGate: readonly GateName[] = ["security", "dod", "unit", "integration", "smoke", "e2e"];

/**
 * Everything that somebody could believe was looked at and was not, a line of plain text each: gates left out or never run,
 * verdicts without numbers, checks that did not apply, watches without traffic or without a metric, what is provisional.
 */
export function notMeasured(record: ReleaseRecord): readonly string[] {
  return [
    ...(record.plan.gates.length === 0 ? [] : gatesWithout(record)),
    ...checksWithout(record),
    ...watchesWithout(record),
    ...afterRollback(record),
  ];
}

function gatesWithout({ plan, gates, validation }: ReleaseRecord): readonly string[] {
  const outside = everyGate.filter((gate) => !plan.gates.includes(gate));
  const ran = plan.gates.flatMap((gate) => {
    const outcome = gates.get(gate);
    if (outcome === undefined) return [`gate ${gate}: did not run`];
    if (outcome.notRun === true) return [`gate ${gate}: nothing was tested, its set-up failed`];
    const { check, metrics, scope } = outcome;
    const numbers =
      check === undefined
        ? [`gate ${gate}: left no numbers`]
        : [`gate ${gate}: its numbers are those of the check ${check.name} of ${check.app}, which are not known here`];
    const walked = gate === "e2e" && validation?.scope === undefined && validation !== undefined;
    return [
      ...(metrics === undefined ? numbers : []),
      ...(scope === undefined || walked ? [] : [`gate ${gate}: only a part of its tests: ${scope}`]),
    ];
  });
  return [...outside.map((gate) => `gate ${gate}: no part of a ${plan.releaseType} release here`), ...ran];
}

function checksWithout(record: ReleaseRecord): readonly string[] {
  const smoke = record.gates.get("smoke")?.metrics;
  const runs = [
    ...(smoke?.gate === "smoke" ? [{ where: "before release", checks: smoke.checks }] : []),
    ...record.smoke.map(({ environment, checks }) => ({ where: `in ${environment}`, checks })),
  ];
  const without = runs.flatMap(({ where, checks }) =>
    checks
      .filter(({ status }) => status === "not-applicable")
      .map(({ category, name, detail }) => `smoke tests ${where}: ${category}, ${name}: ${detail ?? "does not apply"}`),
  );
  const e2e = (record.validation ?? record.gates.get("e2e"))?.metrics;
  const skipped = e2e?.gate === "e2e" ? e2e.journeys.filter(({ status }) => status === "skipped") : [];
  const dod = record.gates.get("dod")?.metrics;
  const seen = record.assertion?.sha === record.gatedSha ? (record.assertion?.categories ?? []) : [];
  const categories = dod?.gate === "dod" ? dod.categories : [];
  const provisional = categories
    .map((category) => seen.find(({ name }) => name === category.name) ?? category)
    .filter(({ status }) => status === "provisional");
  return [
    ...new Set(without),
    ...skipped.map(({ name }) => `journey ${name}: skipped`),
    ...provisional.map(({ name, evidence }) => `Definition of Done, ${name}: provisional: ${evidence}`),
  ];
}

function watchesWithout({ watches }: ReleaseRecord): readonly string[] {
  const points = new Map<string, string[]>();
  for (const { environment, point, requests, notMeasured: missing } of watches) {
    const metrics = [...(requests === 0 ? ["error rate and latency, for want of traffic"] : []), ...missing];
    for (const metric of metrics) {
      const what = `watch in ${environment}: ${metric}`;
      points.set(what, [...(points.get(what) ?? []), point]);
    }
  }
  return [...points].map(([what, at]) => `${what} (at ${[...new Set(at)].join(", ")})`);
}

function afterRollback({ rollback, smoke }: ReleaseRecord): readonly string[] {
  if (rollback === undefined) return [];
  return [
    ...(smoke.some(({ point }) => point === "rollback") ? [] : ["smoke tests after the rollback: not run"]),
    ...(rollback.health === undefined ? ["health after the rollback: not validated"] : []),
    ...(rollback.health !== undefined && rollback.health.errorRatio === undefined
      ? ["error rate after the rollback: no request was seen"]
      : []),
  ];
}
