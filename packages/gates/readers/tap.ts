import { BrokenReport, runAgain } from "./broken.ts";
import { count, durationMs } from "./numbers.ts";
import { testFailure, TestTally, type TestReport } from "./test-report.ts";

interface Point {
  readonly ok: boolean;
  readonly name: string;
  readonly directive: "skip" | "todo" | undefined;
  /** It sums up the subtest above it. */
  readonly sumsUp: { readonly failed: number } | undefined;
  /** Its diagnostics, as YAML. */
  readonly yaml: string[];
}

/** One indentation: a plan, and the points it promised. */
interface Level {
  readonly indent: number;
  plan: number | undefined;
  readonly points: Point[];
  /** Failures in the subtest that has just ended here. */
  subtest: { readonly failed: number } | undefined;
}

const pointLine = /^(not ok|ok)\b(?:\s+\d+)?\s*(?:-\s+)?(.*)$/;
const planLine = /^1\.\.(\d+)(?:\s+#.*)?$/;

/**
 * Reads TAP 12 to 14, with subtests. Each level needs its plan, and as many points as it says: a stream that was cut has no plan,
 * or fewer points. The point that sums up a subtest is not counted beside its tests.
 */
export function readTap(text: string): TestReport {
  const tally = new TestTally();
  const levels: Level[] = [];
  let declaredFailures = 0;
  let yamlOf: Point | undefined;

  for (const raw of text.split("\n")) {
    const line = raw.trimEnd();
    const body = line.trimStart();
    if (yamlOf !== undefined) {
      if (body === "...") yamlOf = undefined;
      else yamlOf.yaml.push(body);
      continue;
    }
    if (body === "---") yamlOf = levels.at(-1)?.points.at(-1);
    if (body.startsWith("Bail out!"))
      throw new BrokenReport(`the run gave up: ${body.slice(9).trim()}`, "Correct that, and run the tests again.");
    const failed = /^# fail\s+(\d+)$/.exec(line)?.[1];
    if (failed !== undefined) declaredFailures = Number(failed);
    const indent = line.length - body.length;
    // Subtests are indented by fours; anything else is output or a message.
    if (indent % 4 !== 0) continue;
    const planned = planLine.exec(body)?.[1];
    const found = pointLine.exec(body);
    if (planned === undefined && found === null) continue;
    const level = levelAt(levels, indent, tally);
    if (planned !== undefined) {
      if (level.plan !== undefined)
        throw new BrokenReport("a level of it has two plans", "Write each run to its own file.");
      level.plan = count(planned, "its plan");
    } else if (found !== null) {
      level.points.push(pointOf(found, level.subtest));
      level.subtest = undefined;
    }
  }
  if (yamlOf !== undefined) throw new BrokenReport("it is cut off inside of the details of a test", runAgain);
  if (levels.length === 0) throw new BrokenReport("it has neither a plan nor a test", runAgain);
  endLevel(levelAt(levels, 0, tally), tally);
  if (declaredFailures > 0 && tally.failures.length === 0)
    tally.problem("test run", `The run counts ${declaredFailures} failures and lists none.`);
  return tally.finish();
}

/** The level of this indentation: those that are deeper have ended. */
function levelAt(levels: Level[], indent: number, tally: TestTally): Level {
  for (let top = levels.at(-1); top !== undefined && top.indent > indent; top = levels.at(-1)) {
    levels.pop();
    const failed = endLevel(top, tally);
    const parent = levels.at(-1);
    if (parent !== undefined) parent.subtest = { failed };
  }
  const top = levels.at(-1);
  if (top?.indent === indent) return top;
  // A subtest may come before the first point of the level that it belongs to.
  const from = top === undefined ? 0 : top.indent + 4;
  for (let each = from; each <= indent; each += 4)
    levels.push({ indent: each, plan: undefined, points: [], subtest: undefined });
  return levels.at(-1) ?? { indent, plan: undefined, points: [], subtest: undefined };
}

function pointOf([, status, rest = ""]: RegExpExecArray, sumsUp: Level["subtest"]): Point {
  const at = rest.search(/(?<!\\)#\s*(?:skip|todo)\b/i);
  const directive = at < 0 ? undefined : /^#\s*skip/i.test(rest.slice(at)) ? "skip" : "todo";
  const name = (at < 0 ? rest : rest.slice(0, at)).replaceAll("\\#", "#").trim();
  return { ok: status === "ok", name: name === "" ? "unnamed test" : name, directive, sumsUp, yaml: [] };
}

/** Compares the points of a level with its plan, and counts them; the answer is how many failed. */
function endLevel({ plan, points, indent }: Level, tally: TestTally): number {
  const place = indent === 0 ? "it" : "a subtest of it";
  if (plan === undefined) throw new BrokenReport(`${place} is cut off: it has no plan`, runAgain);
  if (plan !== points.length)
    throw new BrokenReport(`${place} promises ${plan} tests and has ${points.length}`, runAgain);
  let failed = 0;
  for (const each of points) {
    const isFailed = !each.ok && each.directive === undefined;
    if (isFailed) failed += 1;
    if (each.sumsUp !== undefined) {
      // Its tests tell what failed; a subtest that failed by itself, as in a hook, has nobody else to tell it.
      if (isFailed && each.sumsUp.failed === 0) tally.failures.push(failureOf(each));
    } else if (each.directive === "skip") tally.skipped += 1;
    else
      tally.add(each.name, {
        durationMs: durationMs(field(each, "duration_ms"), 1),
        failure: isFailed ? failureOf(each) : undefined,
      });
  }
  return failed;
}

function failureOf(each: Point) {
  const place = /^(.*?):(\d+)(?::\d+)?$/.exec(field(each, "location") ?? field(each, "at") ?? "");
  return testFailure({
    name: each.name,
    message: field(each, "error") ?? field(each, "message"),
    file: field(each, "file") ?? place?.[1],
    line: Number(field(each, "line") ?? place?.[2]),
    ...(field(each, "failureType") === "testCodeFailure" || field(each, "code") === "ERR_ASSERTION"
      ? { kind: field(each, "code") === "ERR_ASSERTION" ? ("assertion" as const) : ("error" as const) }
      : {}),
  });
}

/** A scalar of the diagnostics; of a block the first line. Their YAML is often no YAML, so that no parser is asked. */
function field({ yaml }: Point, name: string): string | undefined {
  const at = yaml.findIndex((line) => line.startsWith(`${name}:`));
  if (at < 0) return undefined;
  const own = (yaml[at] ?? "").slice(name.length + 1).trim();
  const value = /^[|>][-+]?$/.test(own) ? (yaml[at + 1] ?? "") : own;
  return value.replace(/^(['"])(.*)\1$/, "$2");
}
