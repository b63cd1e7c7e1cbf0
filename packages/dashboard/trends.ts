import type { History, PeriodMeasures, Share, Spread } from "#history";

import { troubles, type Found } from "./findings.ts";
import { detailTables, tiles } from "./numbers.ts";
import { plot, type Plot, type Point } from "./plot.ts";

/** Periods shown at most: three years of months. */
const shownAtMost = 36;

/** How the measures moved from month to month. */
export function trends({ overall, periods, releases }: History, found: ReadonlyMap<string, Found>): string {
  const shown = periods.slice(-shownAtMost);
  if (shown.length === 0) return "<p>There are none before the first release has ended.</p>";
  return `<p>By month, the last ${shown.length}. The newest month is not over.</p>
<div class="plots">
${plotsOf(shown).map(plot).join("\n")}
</div>
<h2>Since the first release</h2>
${tiles(overall)}
${detailTables(overall)}
${troubles(releases, found, { root: "", atMost: 20 })}`;
}

const secondUnit = [1000, "s"] as const;
/** An axis has round numbers of one unit. */
const units = [[86_400_000, "d"], [3_600_000, "h"], [60_000, "min"], secondUnit] as const;

/** A number of a period, `undefined` where there was nothing to count. */
interface Counting {
  readonly value: number | undefined;
  readonly n: number;
}

function plotsOf(periods: readonly PeriodMeasures[]): readonly Plot[] {
  const shares = (id: string, title: string, of: (one: PeriodMeasures) => Share): Plot => ({
    id,
    title,
    top: 1,
    show: (value) => `${Math.round(100 * value)} %`,
    points: periods.map((one): Point => ({ name: one.name, value: of(one).share ?? undefined, n: of(one).n })),
  });
  const times = (id: string, title: string, of: (one: PeriodMeasures) => Spread | undefined): Plot => {
    const most = Math.max(...periods.map((one) => of(one)?.median ?? 0));
    const [ms, unit] = units.find(([size]) => most >= 2 * size) ?? secondUnit;
    const points = periods.map((one): Point => {
      const median = of(one)?.median ?? undefined;
      return { name: one.name, value: median === undefined ? undefined : median / ms, n: of(one)?.n ?? 0 };
    });
    return { id, title, points, show: (value) => `${Math.round(10 * value) / 10} ${unit}` };
  };
  const numbers = (id: string, title: string, of: (one: PeriodMeasures) => Counting): Plot => ({
    id,
    title,
    show: (value) => String(Math.round(value * 10) / 10),
    points: periods.map((one): Point => {
      const { value, n } = of(one);
      return { name: one.name, value, n };
    }),
  });
  const coverage = (name: string, title: string): Plot => ({
    id: `coverage-${name}`,
    title,
    top: 100,
    show: (value) => `${value.toFixed(0)} %`,
    points: periods.map((one) => {
      const { median = null, n = 0 } = gate(one, name)?.coverage ?? {};
      return { name: one.name, value: median ?? undefined, n };
    }),
  });
  return [
    numbers("releases", "Releases completed", ({ counts }) => ({ value: counts.completed, n: counts.attempts })),
    shares("success", "Completed and still good", ({ success }) => success),
    shares("rolled-back", "Rolled back", ({ rollbackFrequency }) => rollbackFrequency),
    shares("fail-rate", "Change fail rate", ({ dora }) => dora.changeFailRate),
    times("cycle", "Cycle time, median", ({ cycleTimeMs }) => cycleTimeMs),
    times("lead", "Change lead time, median", ({ dora }) => dora.changeLeadTimeMs),
    times("restore", "Time to restore, median", ({ timeToRestoreMs }) => timeToRestoreMs),
    shares("gates", "Gate runs passed", passedGates),
    numbers("findings", "Security findings, critical and high", ({ security }) => ({
      value: security.n === 0 ? undefined : security.critical + security.high,
      n: security.n,
    })),
    ...places.flatMap(([place, name]) =>
      periods.some(({ smoke }) => smoke.some((one) => one.place === place))
        ? [shares(`smoke-${place}`, `Smoke tests passed, ${name}`, (one) => smokeAt(one, place))]
        : [],
    ),
    shares("gate-compliance", "Deployed with every gate passed", ({ gateCompliance }) => gateCompliance),
    times("unit", "Unit tests, time, median", (one) => gate(one, "unit")?.tookMs),
    times("integration", "Integration tests, time, median", (one) => gate(one, "integration")?.tookMs),
    times("e2e", "End-to-end tests, time, median", (one) => gate(one, "e2e")?.tookMs),
    coverage("unit", "Unit test coverage, median"),
    coverage("integration", "Integration test coverage, median"),
    ...(["staging", "production"] as const).map((where) =>
      times(
        `deployment-${where}`,
        `Deployment to ${where}, median`,
        ({ deployments }) => deployments.find(({ environment }) => environment === where)?.tookMs,
      ),
    ),
    numbers("people", "Human actions a release, median", ({ humanActions: { median, n } }) => ({
      value: median ?? undefined,
      n,
    })),
  ];
}

const places = [
  ["staging", "staging"],
  ["production", "production"],
  ["rollback", "after a rollback"],
] as const;

function smokeAt({ smoke }: PeriodMeasures, place: string): Share {
  return smoke.find((one) => one.place === place)?.passed ?? { part: 0, n: 0, share: null };
}

const gate = (one: PeriodMeasures, name: string) => one.gates.find((entry) => entry.gate === name);

function passedGates({ gates }: PeriodMeasures): Share {
  const part = gates.reduce((sum, { passed }) => sum + passed.part, 0);
  const n = gates.reduce((sum, { passed }) => sum + passed.n, 0);
  return { part, n, share: n === 0 ? null : part / n };
}
