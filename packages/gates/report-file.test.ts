import { expect, it } from "@jest/globals";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeReport, readReport } from "./report-file.ts";

const text = '<testsuite><testcase name="größer"/></testsuite>';
const little = Buffer.from(`\uFEFF${text}`, "utf16le");

async function read(bytes: Buffer): Promise<unknown> {
  const directory = await mkdtemp(join(tmpdir(), "release-command-"));
  try {
    const before = await beforeReport(directory, "r.xml");
    await writeFile(join(directory, "r.xml"), bytes);
    return await readReport(before, "gates.unit.report");
  } finally {
    await rm(directory, { recursive: true });
  }
}

it.each([
  ["UTF-8", Buffer.from(text)],
  ["UTF-16, little end first, as PowerShell redirects", little],
  ["UTF-16, big end first", Buffer.from(little).swap16()],
])("reads %s", async (_, bytes) => {
  expect(await read(bytes)).toEqual({ value: text });
});

it.each([
  ["a byte of the last letter is missing", little.subarray(0, -1)],
  ["half of a letter of two", Buffer.concat([little, Buffer.from([0x00, 0xd8])])],
])("refuses UTF-16 that is cut: %s", async (_, bytes) => {
  expect(await read(bytes)).toMatchObject({ failure: { title: expect.stringContaining("UTF-16 that is cut") } });
});
