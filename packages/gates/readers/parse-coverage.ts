import type { Read } from "../context.ts";
import { readFormat, reading, type Format } from "./format.ts";
import { readClover } from "./clover.ts";
import { readCobertura } from "./cobertura.ts";
import type { Coverage } from "./coverage.ts";
import { readGoCover } from "./go-cover.ts";
import { readIstanbul, readIstanbulSummary } from "./istanbul.ts";
import { readJacoco } from "./jacoco.ts";
import { readLcov } from "./lcov.ts";
import { readLlvmCov } from "./llvm-cov.ts";
import { rootIs } from "./xml.ts";

interface Reader extends Omit<Format<Coverage>, "read"> {
  readonly read: (text: string, directory: string) => Coverage;
}

/** Clover and Cobertura share the name of their root. */
const isClover = (head: string) => /<project\b|\bclover=/.test(head);

/** To add a format: write one file beside this one, then add one line here. */
const formats: readonly Reader[] = [
  { title: "lcov", recognises: ({ head }) => /^(?:TN:|SF:)/m.test(head), read: readLcov },
  {
    title: "Cobertura XML",
    recognises: ({ head }) => rootIs(head, ["coverage"]) && !isClover(head),
    read: readCobertura,
  },
  { title: "Clover XML", recognises: ({ head }) => rootIs(head, ["coverage"]) && isClover(head), read: readClover },
  { title: "JaCoCo XML", recognises: ({ head }) => rootIs(head, ["report"]), read: readJacoco },
  {
    title: "Go's cover profile",
    recognises: ({ head }) => /^mode: (?:set|count|atomic)\s*$/m.test(head),
    read: readGoCover,
  },
  {
    title: "the JSON of llvm-cov export",
    recognises: ({ head, tail }) => head.startsWith("{") && /"llvm\.coverage\.json\.export"/.test(head + tail),
    read: readLlvmCov,
  },
  {
    title: "Istanbul's JSON",
    recognises: ({ head }) => /^\{\s*"(?:[^"\\]|\\.)*"\s*:\s*\{/.test(head) && /"statementMap"/.test(head),
    read: readIstanbul,
  },
  {
    title: "Istanbul's JSON summary",
    recognises: ({ head }) =>
      /^\{\s*"(?:[^"\\]|\\.)*"\s*:\s*\{\s*"(?:lines|statements|branches|functions|branchesTrue)"/.test(head),
    read: readIstanbulSummary,
  },
];

/** Reads a report of coverage in any format of the list, recognised by its content. Absolute paths become relative to `directory`. */
export function parseCoverage(text: string, name: string, directory: string): Read<Coverage> {
  const bound = formats.map((format) => ({ ...format, read: (whole: string) => format.read(whole, directory) }));
  return reading(name, () => readFormat(text, bound, "coverage reports"));
}
