import { expect, it } from "@jest/globals";

import { fitting, type Notice } from "./notices.ts";
import { capped, escaped, summaryOf } from "./summary.ts";

it("lets nothing of a value become markup", () => {
  expect(escaped("<img src=x> | `a` [b](c)\n# d & e")).toBe(
    "&lt;img src=x&gt; &#124; &#96;a&#96; &#91;b&#93;&#40;c&#41;<br>&#35; d &amp; e",
  );
});

it("is a heading, a table and notes", () => {
  expect(summaryOf({ title: "v2.5.0: go", rows: [["type", "hotfix"]], notes: ["it waits"] })).toBe(
    "### v2.5.0: go\n\n| | |\n| --- | --- |\n| type | hotfix |\n\n- it waits\n",
  );
});

it("is cut between two lines when it is larger than the host takes", () => {
  const line = `${"ü".repeat(99)}\n`;
  const text = capped(line.repeat(20_000));

  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1024 * 1024);
  expect(text).toMatch(/^ü{99}\n(ü{99}\n)*ü{99}\n\n… cut here/);
  expect(capped(line)).toBe(line);
});

const many = (level: Notice["level"], count: number): readonly Notice[] =>
  Array.from({ length: count }, (_, index) => ({ level, title: `${level} ${index + 1}`, text: "" }));

it.each([
  [0, 0],
  [10, 10],
  [11, 10],
  [500, 10],
])("of %p annotations of a level shows %p", (given, shown) => {
  expect(fitting(many("error", given))).toHaveLength(shown);
});

it("counts each level for itself, and the last one says how many more there are", () => {
  const all = fitting([...many("warning", 12), ...many("error", 3)]);

  expect(all.filter(({ level }) => level === "error")).toHaveLength(3);
  expect(all.at(-1)).toMatchObject({ level: "warning", title: "3 more" });
  expect(all.at(-1)?.text).toContain("warning 10; warning 11; warning 12");
});
