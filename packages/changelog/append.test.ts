import { expect, it } from "@jest/globals";

import { appendGroups } from "./index.ts";

const section = `## 1.1.0

Words of people.

### Features

* one, as people put it

### Fixes

* two
`;

it("adds entries to their groups and new groups at the end, and leaves the rest as it is", () => {
  const addition = "## 1.1.0\n\n### Features\n\n* three\n* four\n\n### Performance\n\n* five\n";

  expect(appendGroups(section, addition, section)).toBe(
    section.replace("people put it\n", "people put it\n* three\n* four\n") + "\n### Performance\n\n* five\n",
  );
});

it.each([
  ["nothing is added", section, "## 1.1.0\n\n", section],
  ["the group is empty", "## 1\n\n### Fixes\n", "### Fixes\n\n* a\n", "## 1\n\n### Fixes\n\n* a\n"],
  ["there are no groups yet", "## 1\n\nText.", "### Fixes\n\n* a", "## 1\n\nText.\n\n### Fixes\n\n* a\n"],
])("where %s", (_name, before, addition, after) => {
  expect(appendGroups(before, addition, before)).toBe(after);
});

const count = (commits: number) => `*${commits} commits: ${commits} grouped above.*\n`;

it("counts the commits of all in the end, once", () => {
  const ours = `${section}\n${count(2)}`;

  const text = appendGroups(ours, `### Fixes\n\n* three\n\n${count(1)}`, `## 1.1.0\n\n${count(3)}`);

  expect(text).toBe(`${section}* three\n\n${count(3)}`);
});
