import { isAbsolute, join } from "node:path";
import { BrokenReport, runAgain } from "./broken.ts";
import { CoverageTally, type Coverage } from "./coverage.ts";
import { agree } from "./declared.ts";
import { count } from "./numbers.ts";
import { readXml, type Attributes } from "./xml.ts";

interface Method {
  readonly name: string;
  first: number;
  covered: boolean;
}

/** Reads Cobertura XML, also that of coverage.py, Istanbul, coverlet and gcovr. Lines of classes count; methods only name them. */
export function readCobertura(text: string, directory: string): Coverage {
  const tally = new CoverageTally(directory);
  const sources: string[] = [];
  let root: Attributes | undefined;
  let className = "";
  let method: Method | undefined;
  let [entries, hitEntries] = [0, 0];

  readXml(text, {
    open(name, attributes) {
      if (name === "coverage") root = attributes;
      else if (name === "class") {
        const file = attributes["filename"];
        if (file === undefined || file === "") throw new BrokenReport("a class of it has no file", runAgain);
        className = (attributes["name"] ?? "").split(/[./\\]/).at(-1) ?? "";
        tally.enter(pathOf(file, sources, directory));
      } else if (name === "method") method = { name: attributes["name"] ?? "", first: 0, covered: false };
      else if (name === "line") {
        const number = count(attributes["number"], "the number of a line");
        const covered = hitsOf(attributes["hits"]) > 0;
        if (method !== undefined) {
          method.first = method.first === 0 ? number : Math.min(method.first, number);
          method.covered ||= covered;
          return;
        }
        tally.line(number, covered);
        entries += 1;
        if (covered) hitEntries += 1;
      }
    },
    close(name, content) {
      if (name === "source") sources.push(content.trim());
      if (name !== "method" || method === undefined) return;
      tally.function(methodName(className, method.name), method.first, method.covered);
      method = undefined;
    },
  });
  const coverage = tally.finish();
  const lines = coverage.files.reduce((total, file) => total + file.lines, 0);
  const uncovered = coverage.files.reduce((total, file) => total + file.uncoveredLines, 0);
  // Of a file with several classes some tools count a line once, some once a class.
  agree(root?.["lines-valid"], [lines, entries], "its lines");
  agree(root?.["lines-covered"], [lines - uncovered, hitEntries], "its covered lines");
  return coverage;
}

/** Hits may be larger than an exact integer; that they are a number is enough. */
function hitsOf(text: string | undefined): number {
  if (text !== undefined && /^\d+$/.test(text)) return Number(text);
  throw new BrokenReport(`the hits of a line are no number: ${String(text).slice(0, 40)}`, runAgain);
}

function pathOf(file: string, sources: readonly string[], directory: string): string {
  const [only] = sources;
  // With several sources nobody knows which one it is.
  if (sources.length !== 1 || only === undefined || isAbsolute(file)) return file;
  return isAbsolute(only) && `${only}/`.startsWith(`${directory}/`) ? join(only, file) : file;
}

function methodName(className: string, name: string): string {
  if (name === "<init>" || name === ".ctor") return `${className} (constructor)`;
  // A class that is a file, as Python's and JavaScript's modules are, says nothing.
  return className === "" || /\.\w+$/.test(className) || ["py", "js", "ts", "tsx", "mjs"].includes(className)
    ? name
    : `${className}.${name}`;
}
