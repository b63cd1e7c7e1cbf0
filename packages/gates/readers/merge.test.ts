import { expect, it } from "@jest/globals";
import type { Read } from "../context.ts";
import { mergeCoverage, uncoveredRuns } from "./coverage.ts";
import { parseCoverage } from "./parse-coverage.ts";
import { parseTestReport } from "./parse-test-report.ts";
import { mergeTests } from "./test-report.ts";

function valueOf<T>(read: Read<T>): T {
  if ("failure" in read) throw new Error(read.failure.title);
  return read.value;
}

const coverageOf = (first: number, second: number) =>
  `SF:a.ts\nFN:1,one\nFN:2,two\nFN:3,three\nFNDA:${first},one\nFNDA:${second},two\nFNDA:0,three\nDA:1,${first}\nDA:2,${second}\nDA:3,0\nend_of_record\n`;

const testsOf = (time: number) =>
  valueOf(
    parseTestReport(
      `<testsuite><testcase name="a" time="${time}"/><testcase name="b"><failure message="no"/></testcase><testcase name="c"><skipped/></testcase></testsuite>`,
      "r",
    ),
  );

it("unites the lines of shards, and of functions keeps what no shard entered", () => {
  const shards = [coverageOf(1, 0), coverageOf(0, 1)].map((text) => valueOf(parseCoverage(text, "l", "/w")));

  const { percent, files } = mergeCoverage(shards, () => true);

  expect(percent).toBe(66.66);
  expect(files.map((file) => [file.file, file.lines, uncoveredRuns(file)])).toEqual([
    ["a.ts", 3, [{ from: 3, to: 3 }]],
  ]);
  expect(files[0]?.uncoveredFunctions).toEqual([{ name: "three", line: 3 }]);
});

it("adds the tests of shards", () => {
  const merged = mergeTests([testsOf(1), testsOf(2)]);

  expect(merged).toMatchObject({ ran: 4, skipped: 2, flaky: [] });
  expect(merged.failures).toHaveLength(2);
  expect(merged.slowest.map(({ durationMs }) => durationMs)).toEqual([2000, 1000]);
});
