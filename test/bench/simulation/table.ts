import {
  BOUND,
  type Cells,
  comparablePeers,
  failsBoundIn,
  falseShare,
  type Finding,
  findings,
  tallyOf,
} from "./figures.ts";
import { KAYENTA_RUNS } from "./rules/kayenta.ts";
import { peers } from "./rules/index.ts";
import { medianOf, OURS, OURS_BY_COUNT, rateOf, type Tally } from "./tally.ts";
import { type Plan, type Regression, type Traffic, type World, worlds } from "./world.ts";

interface Sheet {
  readonly title: string;
  readonly traffic: Traffic;
  readonly plan: Plan;
}

const sheets: readonly Sheet[] = [
  { title: "Steady traffic, 5 % for 15 minutes", traffic: "steady", plan: "canary" },
  { title: "Steady traffic, 5 → 25 → 50 → 100 %, 5 minutes each", traffic: "steady", plan: "ramp" },
  { title: "Traffic and errors of a day, 5 % for 15 minutes", traffic: "diurnal", plan: "canary" },
  { title: "Bursts of 4 errors of one cause on average, 5 % for 15 minutes", traffic: "bursty", plan: "canary" },
  { title: "Both versions fail 8 % in minutes 5 to 8, 5 % for 15 minutes", traffic: "incident", plan: "canary" },
  { title: "Both versions fail 8 % in minutes 5 to 8, 5 → 25 → 50 → 100 %", traffic: "incident", plan: "ramp" },
  { title: "Blue-green: all traffic at once, compared with 5 minutes before", traffic: "steady", plan: "switch" },
  { title: "Bursts whose errors come a second apart, 5 % for 15 minutes", traffic: "lingering", plan: "canary" },
];

const shown: Readonly<Record<Regression, string>> = {
  none: "none",
  x2: "×2",
  x5: "×5",
  plus5: "+5 points",
  at6: "6 %",
};

const peerNames = peers.map(({ name }) => name);
const rules = [OURS, OURS_BY_COUNT, ...peerNames];

/** Every table of the cells that were run, then what ours makes of its promises. */
export function report(cells: Cells): string {
  const tables = sheets.flatMap((sheet) => {
    const rows = sheetRows(cells, sheet);
    return rows.length === 0 ? [] : [`### ${sheet.title}`, runsOf(cells, sheet), table(rows)];
  });
  return [...tables, "### Verdicts", ...verdicts(cells)].join("\n\n");
}

/** How often the cells of a sheet were run. */
function runsOf(cells: Cells, { traffic, plan }: Sheet): string {
  const mine = worlds.filter((world) => world.traffic === traffic && world.plan === plan);
  const range = (good: boolean) => {
    const of = mine.filter(({ regression }) => (regression === "none") === good);
    const runs = of.map((world) => tallyOf(cells, world, OURS)?.runs).filter((count) => count !== undefined);
    const [least, most] = [Math.min(...runs), Math.max(...runs)];
    return runs.length === 0 ? "none" : least === most ? `${least}` : `${least} to ${most}`;
  };
  return `Runs a cell: ${range(true)} of good releases, ${range(false)} of bad ones; Kayenta at most ${KAYENTA_RUNS}.`;
}

/** One row a rule: for each rate of requests what it did in each cell, and the share of its rollbacks that are false. */
function sheetRows(cells: Cells, { traffic, plan }: Sheet): readonly (readonly string[])[] {
  const mine = worlds.filter((world) => world.traffic === traffic && world.plan === plan);
  const kinds = [...new Set(mine.map(({ regression }) => regression))];
  const rates = [...new Set(mine.map(({ rps }) => rps))];
  const regressions = kinds.filter((kind) => kind !== "none");
  const body = rules.flatMap((rule) => {
    const figures = rates.flatMap((rps) => {
      const cell = (regression: Regression): World => ({ traffic, plan, rps, regression });
      const share = regressions.length === 0 ? [] : [percent(falseShare(cells, cell("none"), rule, regressions))];
      return [...kinds.map((kind) => figure(tallyOf(cells, cell(kind), rule))), ...share];
    });
    return figures.every((text) => text === "") ? [] : [[rule === OURS ? `**${rule}**` : rule, ...figures]];
  });
  const heads = rates.flatMap((rps) => [
    ...kinds.map((kind) => `${rps}/s ${shown[kind]}`),
    ...(regressions.length === 0 ? [] : [`${rps}/s false`]),
  ]);
  return body.length === 0 ? [] : [["Rule", ...heads], ...body];
}

function line(columns: readonly string[]): string {
  return `| ${columns.join(" | ")} |`;
}

function table([head = [], ...body]: readonly (readonly string[])[]): string {
  return [line(head), line(head.map((_, index) => (index === 0 ? "---" : "---:"))), ...body.map(line)].join("\n");
}

/** Runs that were rolled back, and the median time of all. */
function figure(tally: Tally | undefined): string {
  if (tally === undefined) return "";
  const median = medianOf(tally);
  return `${percent(rateOf(tally))}${median < Infinity ? `, ${median} s` : ""}`;
}

/** 0.0123 → "1.2 %"; what is rare has two digits. */
function percent(ratio: number | undefined): string {
  if (ratio === undefined) return "";
  const value = 100 * ratio;
  const digits = value === 0 || value === 100 ? 0 : value < 1 || value > 99 ? 2 : value < 10 ? 1 : 0;
  return `${value.toFixed(digits)} %`;
}

function verdicts(cells: Cells): readonly string[] {
  const comparable = comparablePeers(cells, peerNames);
  const peerRows = peerNames.map((name) => {
    const broken = failsBoundIn(cells, name);
    return [name, comparable.includes(name) ? "yes" : "no", broken.map(cellName).join("; ")];
  });
  const rows = findings(cells, peerNames).map((finding) => [cellName(finding.world), ...verdict(finding)]);
  return [
    `A peer is comparable when it keeps the bound of ${percent(BOUND)} false rollbacks in every cell without a regression:`,
    table([["Peer", "Comparable", "More false rollbacks than the bound in"], ...peerRows]),
    "Ours, cell by cell, beside the fastest comparable peer that finds the regression in half of all runs:",
    table([["Cell", "Ours", "Fastest comparable peer", "Verdict"], ...rows]),
  ];
}

function verdict(finding: Finding): readonly string[] {
  if (finding.kind === "bound") {
    const { rate, runs, held } = finding;
    const above = held && rate > BOUND ? " within noise" : "";
    return [`${percent(rate)} of ${runs} runs`, "", `${held ? "keeps" : "**breaks**"} the bound${above}`];
  }
  const { medianSeconds, peer } = finding;
  const ours = medianSeconds < Infinity ? `${medianSeconds} s` : "in less than half";
  if (peer === undefined) return [ours, "none finds it", medianSeconds < Infinity ? "only ours" : "nobody"];
  return [ours, `${peer.name}: ${peer.medianSeconds} s`, compared(medianSeconds, peer.medianSeconds)];
}

function compared(ours: number, theirs: number): string {
  if (ours === Infinity) return "**the peer wins**";
  const factor = theirs / ours;
  return factor > 1 ? `${factor.toFixed(1)} times sooner` : `**${(1 / factor).toFixed(1)} times later**`;
}

function cellName({ traffic, plan, rps, regression }: World): string {
  return `${traffic}, ${plan}, ${rps}/s, ${shown[regression]}`;
}
