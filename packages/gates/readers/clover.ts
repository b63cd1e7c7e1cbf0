import { BrokenReport, runAgain } from "./broken.ts";
import { CoverageTally, type Coverage } from "./coverage.ts";
import { agree } from "./declared.ts";
import { count } from "./numbers.ts";
import { readXml, type Attributes } from "./xml.ts";

/** Reads Clover XML: that of OpenClover, PHPUnit, Istanbul and c8. */
export function readClover(text: string, directory: string): Coverage {
  const tally = new CoverageTally(directory);
  const open: string[] = [];
  let projectFiles: string | undefined;
  let files = 0;
  let fileMetrics: Attributes | undefined;
  let path = "";

  readXml(text, {
    open(name, attributes) {
      if (name === "file") {
        path = attributes["path"] ?? attributes["name"] ?? "";
        if (path === "") throw new BrokenReport("a file of it has no name", runAgain);
        files += 1;
        fileMetrics = undefined;
        tally.enter(path);
      } else if (name === "metrics") {
        if (open.at(-1) === "project") projectFiles ??= attributes["files"];
        if (open.at(-1) === "file") fileMetrics = attributes;
      } else if (name === "line") addLine(attributes, tally);
      open.push(name);
    },
    close(name) {
      open.pop();
      if (name !== "file") return;
      const { all } = tally.listed();
      // Istanbul counts statements, of which a line may hold several; lines without any statement were lost.
      const statements = fileMetrics?.["statements"];
      if (statements !== undefined && count(statements, "the statements of a file") > 0 && all === 0)
        throw new BrokenReport(`${path} counts ${statements} statements and lists no line`, runAgain);
      tally.leave();
    },
  });
  agree(projectFiles, [files], "its files");
  return tally.finish();
}

function addLine(attributes: Attributes, tally: CoverageTally): void {
  const line = count(attributes["num"], "the number of a line");
  const { type } = attributes;
  const hits = attributes["count"] ?? (type === "cond" ? sum(attributes["truecount"], attributes["falsecount"]) : "0");
  const covered = count(hits, "the hits of a line") > 0;
  if (type === "method") tally.function(attributes["name"] ?? attributes["signature"] ?? "", line, covered);
  tally.line(line, covered);
}

function sum(a: string | undefined, b: string | undefined): string {
  return String(count(a ?? "0", "the hits of a line") + count(b ?? "0", "the hits of a line"));
}
