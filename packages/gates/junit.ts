import { XMLParser, XMLValidator } from "fast-xml-parser";
import type { Read } from "./context.ts";
import { brokenReport } from "./report-file.ts";

export interface TestFailure {
  readonly name: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
}

export interface TestReport {
  /** Tests that ran; skipped ones are not among them. */
  readonly ran: number;
  readonly skipped: number;
  readonly failures: readonly TestFailure[];
}

type Node = Readonly<Record<string, unknown>>;

const lists: readonly string[] = ["testsuites", "testsuite", "testcase", "failure", "error", "skipped"];
// Attributes keep their mark: Node's own reporter writes an attribute and an element of the same name.
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  textNodeName: "#text",
  parseTagValue: false,
  htmlEntities: true,
  isArray: (name, _path, _leaf, isAttribute) => !isAttribute && lists.includes(name),
});

/** Reads JUnit XML of any dialect: nested suites, cases outside of suites, `error` beside `failure`. */
export function parseJunit(text: string, name: string): Read<TestReport> {
  const rerun = "Run the tests again; if it stays so, the reporter is killed before it has finished writing.";
  // A DOCTYPE could define entities that grow without bound; no JUnit writer needs one.
  if (/<!DOCTYPE/i.test(text)) return brokenReport(name, "it has a DOCTYPE", "Use a plain JUnit reporter.");
  try {
    const valid = XMLValidator.validate(text);
    if (valid !== true) return brokenReport(name, `it is not complete XML (${valid.err.msg})`, rerun);
    const document: unknown = parser.parse(text);
    const roots = [...nodes(document, "testsuites"), ...nodes(document, "testsuite")];
    if (roots.length === 0)
      return brokenReport(name, "it is not JUnit XML", "Choose the junit reporter of the test runner.");
    return totals(roots.map(readSuite), name);
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    return brokenReport(name, `it cannot be parsed (${reason})`, rerun);
  }
}

function totals(suites: readonly TestReport[], name: string): Read<TestReport> {
  const report = sum(suites);
  if (report.ran > 0 || report.failures.length > 0) return { value: report };
  const skipped = report.skipped === 0 ? "" : ` (${report.skipped} skipped)`;
  return brokenReport(name, `no test ran${skipped}`, "Check the pattern by which the command finds its tests.");
}

function sum(reports: readonly TestReport[]): TestReport {
  return {
    ran: reports.reduce((total, { ran }) => total + ran, 0),
    skipped: reports.reduce((total, { skipped }) => total + skipped, 0),
    failures: reports.flatMap(({ failures }) => failures),
  };
}

function readSuite(suite: Node): TestReport {
  const listed = sum([
    ...nodes(suite, "testsuite").map(readSuite),
    ...nodes(suite, "testcase").map(readCase),
    ...outsideCases(suite),
  ]);
  const title = textOf(suite, "@name") ?? "test suite";
  const missing = count(suite, "@failures") + count(suite, "@errors") - listed.failures.length;
  const lost = count(suite, "@tests") - listed.ran - listed.skipped;
  const problems: TestFailure[] = [];
  if (missing > 0) problems.push({ name: title, message: `The suite counts ${missing} more failures than it lists.` });
  if (lost > 0) problems.push({ name: title, message: `The suite counts ${lost} more tests than it lists.` });
  return { ...listed, failures: [...listed.failures, ...problems] };
}

/** A suite that broke outside of its cases (set-up, import) carries the error itself. */
function outsideCases(suite: Node): readonly TestReport[] {
  const broken = [...nodes(suite, "error"), ...nodes(suite, "failure")];
  const name = textOf(suite, "@name") ?? "test suite";
  return broken.map((node) => ({ ran: 0, skipped: 0, failures: [describe(name, node, suite)] }));
}

function readCase(testcase: Node): TestReport {
  const [first] = [...nodes(testcase, "failure"), ...nodes(testcase, "error")];
  if (first === undefined && nodes(testcase, "skipped").length > 0) return { ran: 0, skipped: 1, failures: [] };
  const group = textOf(testcase, "@classname");
  const own = textOf(testcase, "@name") ?? "unnamed test";
  const name = group === undefined || group === "test" || group === own ? own : `${group} › ${own}`;
  return { ran: 1, skipped: 0, failures: first === undefined ? [] : [describe(name, first, testcase)] };
}

function describe(name: string, problem: Node, place: Node): TestFailure {
  const stack = textOf(problem, "#text") ?? "";
  const message = textOf(problem, "@message") ?? stack.trim().split("\n", 1)[0] ?? "";
  const file = textOf(place, "@file");
  const line = Number(textOf(place, "@line") ?? lineIn(stack, file));
  return {
    name,
    message: message === "" ? "no message" : message,
    ...(file === undefined ? {} : { file }),
    ...(Number.isInteger(line) && line > 0 ? { line } : {}),
  };
}

/** The first line number that a stack trace gives for a file. */
function lineIn(stack: string, file: string | undefined): string | undefined {
  if (file === undefined) return undefined;
  const at = stack.indexOf(`${file}:`);
  return at < 0 ? undefined : /^\d+/.exec(stack.slice(at + file.length + 1))?.[0];
}

function nodes(parent: unknown, name: string): readonly Node[] {
  const found = isNode(parent) && Object.hasOwn(parent, name) ? parent[name] : [];
  // An element without attributes and children is parsed to its text.
  return Array.isArray(found) ? found.map((node: unknown) => (isNode(node) ? node : { "#text": String(node) })) : [];
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null;
}

function textOf(node: Node, name: string): string | undefined {
  const value = Object.hasOwn(node, name) ? node[name] : undefined;
  return typeof value === "string" && value !== "" ? value : undefined;
}

function count(node: Node, name: string): number {
  const value = Number(textOf(node, name) ?? 0);
  return Number.isFinite(value) ? value : 0;
}
