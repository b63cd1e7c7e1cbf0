import { BrokenReport, runAgain } from "./broken.ts";
import { CoverageTally, type Coverage } from "./coverage.ts";
import { agree } from "./declared.ts";
import { count } from "./numbers.ts";
import { readXml, type Attributes } from "./xml.ts";

interface Method {
  readonly file: string;
  readonly name: string;
  readonly line: number;
  covered: boolean;
}

/** Reads JaCoCo XML. Its lines stand in the source files of a package, its methods in the classes before them. */
export function readJacoco(text: string, directory: string): Coverage {
  const tally = new CoverageTally(directory);
  const open: string[] = [];
  const counted = new Map<string, Attributes>();
  let packageName = "";
  let className = "";
  let file = "";
  let method: Method | undefined;
  let methods: Method[] = [];
  let source: { readonly path: string; readonly methods: readonly Method[] } | undefined;

  readXml(text, {
    open(name, attributes) {
      if (name === "counter" && attributes["type"] === "LINE") counted.set(open.at(-1) ?? "", attributes);
      else if (name === "counter" && attributes["type"] === "METHOD" && method !== undefined)
        method.covered = count(attributes["covered"], "a counter") > 0;
      else if (name === "package") [packageName, methods] = [attributes["name"] ?? "", []];
      else if (name === "class") {
        className = attributes["name"]?.split("/").at(-1)?.replaceAll("$", ".") ?? "";
        file = attributes["sourcefilename"] ?? "";
      } else if (name === "method") {
        const own =
          attributes["name"] === "<init>" ? `${className} (constructor)` : `${className}.${attributes["name"] ?? ""}`;
        method = { file, name: own, line: Number(attributes["line"] ?? 0), covered: false };
      } else if (name === "sourcefile") {
        const own = attributes["name"];
        if (own === undefined || own === "") throw new BrokenReport("a source file of it has no name", runAgain);
        source = {
          path: packageName === "" ? own : `${packageName}/${own}`,
          methods: methods.filter((each) => each.file === own),
        };
        counted.delete("sourcefile");
        tally.enter(source.path);
      } else if (name === "line")
        tally.line(
          count(attributes["nr"], "the number of a line"),
          count(attributes["ci"], "the instructions of a line") > 0,
        );
      open.push(name);
    },
    close(name) {
      open.pop();
      if (name === "method" && method !== undefined) {
        methods.push(method);
        method = undefined;
      }
      if (name !== "sourcefile" || source === undefined) return;
      const { all, covered } = tally.listed();
      compare(counted.get("sourcefile"), { all, covered }, source.path);
      for (const each of source.methods) tally.function(each.name, each.line, each.covered);
      tally.leave();
      source = undefined;
    },
  });
  const coverage = tally.finish();
  const all = coverage.files.reduce((total, each) => total + each.lines, 0);
  const uncovered = coverage.files.reduce((total, each) => total + each.uncoveredLines, 0);
  // Modules of a group may hold the same file: then only more lines than are listed are wrong.
  if (!text.includes("<group")) compare(counted.get("report"), { all, covered: all - uncovered }, "the report");
  return coverage;
}

function compare(
  counter: Attributes | undefined,
  listed: { readonly all: number; readonly covered: number },
  what: string,
): void {
  if (counter === undefined) {
    if (listed.all > 0) throw new BrokenReport(`${what} has lines and does not count them`, runAgain);
    return;
  }
  const covered = count(counter["covered"], "a counter");
  agree(covered + count(counter["missed"], "a counter"), [listed.all], `the lines of ${what}`);
  agree(covered, [listed.covered], `the covered lines of ${what}`);
}
