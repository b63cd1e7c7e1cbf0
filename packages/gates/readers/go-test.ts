import { z } from "zod";
import { BrokenReport, runAgain } from "./broken.ts";
import { parseJson } from "./json-pieces.ts";
import { durationMs } from "./numbers.ts";
import { shaped } from "./shape.ts";
import { testFailure, TestTally, type TestReport } from "./test-report.ts";

const event = z.object({
  Action: z.string(),
  Package: z.string().optional(),
  ImportPath: z.string().optional(),
  Test: z.string().optional(),
  Output: z.string().optional(),
  Elapsed: z.number().optional(),
});
type Event = z.output<typeof event>;

const ends: readonly string[] = ["pass", "fail", "skip"];
/** Of the output of a test: the first lines tell what was expected. */
const keptOutput = 2_000;

interface Running {
  readonly packageName: string;
  readonly test: string | undefined;
  output: string;
  end: Event | undefined;
  hasInner: boolean;
}

/** Reads `go test -json`. Each package and each test that began has to end; the lines of a killed run do not. */
export function readGoTest(text: string): TestReport {
  if (!text.endsWith("\n")) throw new BrokenReport("its last line is cut off", runAgain);
  const running = new Map<string, Running>();
  const builds = new Map<string, string>();
  for (const line of text.split("\n")) {
    // Lines of other tools, such as those that download modules, stand between.
    if (!line.startsWith("{")) continue;
    take(shaped(event, parseJson(line), "the output of go test -json"), running, builds);
  }
  const tally = new TestTally();
  for (const each of running.values()) {
    if (each.end === undefined) throw new BrokenReport(`${title(each)} never ended`, runAgain);
    if (each.test === undefined) addPackage(each, running, tally);
    else addTest(each, tally);
  }
  for (const [path, output] of builds)
    tally.failures.push(
      testFailure({
        name: path,
        message: `It does not build: ${firstLine(output)}`,
        ...placeIn(output),
        kind: "error",
      }),
    );
  return tally.finish();
}

function take(each: Event, running: Map<string, Running>, builds: Map<string, string>): void {
  if (each.Action === "build-output") {
    const path = each.ImportPath ?? "build";
    builds.set(path, (builds.get(path) ?? "") + (each.Output ?? ""));
    return;
  }
  if (each.Package === undefined) return;
  const key = `${each.Package}\n${each.Test ?? ""}`;
  const known = running.get(key) ?? {
    packageName: each.Package,
    test: each.Test,
    output: "",
    end: undefined,
    hasInner: false,
  };
  running.set(key, known);
  if (each.Action === "output" && known.output.length < keptOutput) known.output += each.Output ?? "";
  if (!ends.includes(each.Action)) return;
  // With -count a test runs several times; one failure is enough.
  if (known.end?.Action !== "fail") known.end = each;
  const parent = each.Test === undefined ? -1 : each.Test.lastIndexOf("/");
  const outer = parent < 0 ? undefined : running.get(`${each.Package}\n${each.Test?.slice(0, parent) ?? ""}`);
  if (outer !== undefined) outer.hasInner = true;
}

function addTest(each: Running, tally: TestTally): void {
  const { end, output, hasInner } = each;
  if (end?.Action === "skip") {
    tally.skipped += 1;
    return;
  }
  const lines = output.split("\n").filter((line) => line.trim() !== "" && !/^\s*(=== |--- |FAIL|PASS)/.test(line));
  // A test that failed by its inner ones has nothing to say; it is not counted beside them.
  if (hasInner && (end?.Action === "pass" || lines.length === 0)) return;
  const name = title(each);
  const failure =
    end?.Action === "pass"
      ? undefined
      : testFailure({
          name,
          message: lines.slice(0, 8).join("\n").trim(),
          ...placeIn(output),
          kind: output.includes("panic:") ? "error" : "assertion",
        });
  tally.add(name, { durationMs: durationMs(end?.Elapsed, 1000), failure });
}

/** A package that failed although none of its tests did: it does not build, or its TestMain or the race detector ended it. */
function addPackage(
  { packageName, end, output }: Running,
  running: ReadonlyMap<string, Running>,
  tally: TestTally,
): void {
  if (end?.Action !== "fail") return;
  const isExplained = [...running.values()].some(
    (other) => other.packageName === packageName && other.test !== undefined && other.end?.Action === "fail",
  );
  if (!isExplained) tally.problem(packageName, firstLine(output));
}

function title({ packageName, test }: Pick<Running, "packageName" | "test">): string {
  return test === undefined ? packageName : `${packageName} › ${test}`;
}

function firstLine(output: string): string {
  return (
    output
      .split("\n")
      .find((line) => line.trim() !== "" && !line.startsWith("#"))
      ?.trim() ?? "no message"
  );
}

function placeIn(output: string): { readonly file?: string; readonly line?: number } {
  const match = /^\s*([\w./-]+\.go):(\d+)/m.exec(output);
  return match?.[1] === undefined ? {} : { file: match[1], line: Number(match[2]) };
}
