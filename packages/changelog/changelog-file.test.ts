import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { markRolledBack, readSection, updateChangelogFile } from "./changelog-file.ts";

const section = (version: string, text = "- new") =>
  `## [${version}](https://x.example/compare) (2026-01-01)\n\n${text}\n`;
const generated = (text: string) => section("2.5.0", `${text}\n\n*1 commit: 1 grouped above.*`);
const older = "# Changelog\n\nAll changes.\n\n## [2.4.0] - 2025-01-01\n\n- old\n\n## 2.3.0\n\n- oldest\n";

describe("putting a version in", () => {
  it("begins a file", () => {
    expect(updateChangelogFile(undefined, section("1.0.0"), { version: "1.0.0" })).toBe(
      `# Changelog\n\n${section("1.0.0")}`,
    );
  });

  it("puts it under the title, above the newest version, and touches nothing else", () => {
    const text = updateChangelogFile(older, section("2.5.0"), { version: "2.5.0" });

    expect(text).toBe(older.replace("## [2.4.0]", `${section("2.5.0")}\n## [2.4.0]`));
  });

  it("replaces the section of the same version that it wrote before", () => {
    const before = updateChangelogFile(older, generated("- first"), { version: "2.5.0" });

    const text = updateChangelogFile(before, generated("- corrected"), { version: "2.5.0" });

    expect(text).toBe(before.replace("- first", "- corrected"));
  });

  it("keeps what a person wrote for the same version, and adds to it once", () => {
    const ours = section("2.4.0", "### Features\n\n- ours");

    const once = updateChangelogFile(older, ours, { version: "2.4.0" });

    expect(once).toBe(older.replace("- old\n", "- old\n\n### Features\n\n- ours\n"));
    expect(updateChangelogFile(once, ours, { version: "2.4.0" })).toBe(once);
  });

  it.each([
    ["no line break at the end", "# Changelog\n\n## 2.4.0\n\n- old"],
    ["blank lines at the end", "# Changelog\n\n## 2.4.0\n\n- old\n\n\n"],
    ["mixed line ends and blanks", "# Changelog  \r\n\n\n## 2.4.0\r\n\r\n- old\t\n"],
    ["a byte order mark", "\ufeff# Changelog\n\n## 2.4.0\n"],
  ])("leaves every byte of a file with %s", (_, existing) => {
    const text = updateChangelogFile(existing, section("2.5.0"), { version: "2.5.0" });
    const at = existing.indexOf("## 2.4.0");

    expect(text.startsWith(existing.slice(0, at))).toBe(true);
    expect(text.endsWith(existing.slice(at))).toBe(true);
  });

  it("puts the patch of an older line where it belongs", () => {
    const text = updateChangelogFile(older, section("2.3.1"), { version: "2.3.1" });

    expect(text.match(/^## \[?[\d.]+/gm)).toEqual(["## [2.4.0", "## [2.3.1", "## 2.3.0"]);
  });

  it("leaves what is not released on top, and link definitions at the foot", () => {
    const existing = "# Changelog\n\n## [Unreleased]\n\n- soon\n\n## [2.4.0]\n\n- old\n\n[2.4.0]: https://x.example\n";

    const replaced = updateChangelogFile(existing, section("2.4.0"), { version: "2.4.0" });
    const added = updateChangelogFile(existing, section("2.5.0"), { version: "2.5.0" });

    expect(replaced).toMatch(/- new\n\n\[2\.4\.0\]: https:\/\/x\.example\n$/);
    expect(added.indexOf("Unreleased")).toBeLessThan(added.indexOf("## [2.5.0]"));
    expect(added.indexOf("## [2.5.0]")).toBeLessThan(added.indexOf("## [2.4.0]"));
  });

  it("does not take a heading in a code block for a version", () => {
    const existing = "# Changelog\n\n```\n## 0.1.0\n```\n\n## 2.4.0\n\n- old\n";

    expect(updateChangelogFile(existing, section("2.5.0"), { version: "2.5.0" })).toBe(
      existing.replace("## 2.4.0", `${section("2.5.0")}\n## 2.4.0`),
    );
  });

  it("keeps CRLF", () => {
    const text = updateChangelogFile(older.replaceAll("\n", "\r\n"), section("2.5.0"), { version: "2.5.0" });

    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });

  it("gives a text that a person wrote the heading that it lacks", () => {
    const text = updateChangelogFile(older, "What I want to say.", { version: "2.5.0" });

    expect(text).toContain("## 2.5.0\n\nWhat I want to say.\n\n## [2.4.0]");
  });

  it("may be repeated, on any file", () => {
    const line = fc.oneof(
      fc.constantFrom("", "# T", "## 1.0.0", "## [9.0.0]", "### 2.4.1", "```", "- x", "[a]: b", "## Unreleased"),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const once = updateChangelogFile(lines.join("\n"), section("2.5.0"), { version: "2.5.0" });

        expect(updateChangelogFile(once, section("2.5.0"), { version: "2.5.0" })).toBe(once);
        for (const text of lines) expect(once).toContain(text);
      }),
    );
  });
});

describe("marking a version as rolled back", () => {
  const mark = {
    version: "2.4.0",
    date: "2026-01-02",
    reason: "errors rose to <b>12 %</b>",
    url: "https://x.example/r_(1)",
  };

  it("marks heading and section, once", () => {
    const once = markRolledBack(older, mark);

    expect(once).toContain(
      "## [2.4.0] - 2025-01-01 [ROLLED BACK]\n\n> **Rolled back on 2026-01-02**: errors rose to &lt;b&gt;12 %&lt;/b&gt; ([details](https://x.example/r_%281%29))\n\n- old\n",
    );
    expect(markRolledBack(once, mark)).toBe(once);
  });

  it("leaves a trace even when the revert took the section out", () => {
    const text = markRolledBack(older, { ...mark, version: "2.5.0" });

    expect(text).toMatch(/## 2\.5\.0 \[ROLLED BACK\]\n\n> \*\*Rolled back[^]*## \[2\.4\.0\]/);
  });

  it("links only to the web", () => {
    expect(markRolledBack(older, { ...mark, url: "javascript:alert(1)" })).not.toContain("details");
  });
});

describe("a section read back", () => {
  const text = "# Changelog\n\n## [1.1.0](https://x.test) (2026-01-01)\n\n### Features\n\n- one\n\n## 1.0.0\n\n- old\n";

  it("is the version's own text, with its heading", () => {
    expect(readSection(text, "1.1.0")).toBe("## [1.1.0](https://x.test) (2026-01-01)\n\n### Features\n\n- one");
  });

  it("is not there without a word under its heading, or without the heading", () => {
    expect(readSection(text.replace("### Features\n\n- one\n", ""), "1.1.0")).toBeUndefined();
    expect(readSection(text, "2.0.0")).toBeUndefined();
    expect(readSection("", "1.1.0")).toBeUndefined();
  });
});
