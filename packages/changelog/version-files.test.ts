import { expect, it } from "@jest/globals";
import { bumpVersionFiles, versionFilePaths } from "./version-files.ts";

const bump = (path: string, text: string) => bumpVersionFiles(new Map([[path, text]]), "2.5.0").get(path);

it.each<[string, string, string]>([
  [
    "package.json",
    '{\r\n\t"dependencies": { "version": "1.0.0", "x": { "version": "1.0.0" } },\r\n\t"version" : "2.4.0", "list": ["version", "1"]\r\n}',
    '{\r\n\t"dependencies": { "version": "1.0.0", "x": { "version": "1.0.0" } },\r\n\t"version" : "2.5.0", "list": ["version", "1"]\r\n}',
  ],
  ["package.json", '{"na\\"me":"version","version":"2.4.0"}\n', '{"na\\"me":"version","version":"2.5.0"}\n'],
  [
    "package-lock.json",
    '{ "version": "2.4.0", "packages": { "": { "version": "2.4.0", "x": { "version": "1" } }, "a": { "version": "2.4.0" } } }',
    '{ "version": "2.5.0", "packages": { "": { "version": "2.5.0", "x": { "version": "1" } }, "a": { "version": "2.4.0" } } }',
  ],
  [
    "pyproject.toml",
    'version = "0"\n[project] # mine\nname = "x"\nversion = "2.4.0"  # keep\n[tool.other]\nversion = "1"\n',
    'version = "0"\n[project] # mine\nname = "x"\nversion = "2.5.0"  # keep\n[tool.other]\nversion = "1"\n',
  ],
  ["pyproject.toml", "[tool.poetry]\r\nversion='2.4.0'\r\n", "[tool.poetry]\r\nversion='2.5.0'\r\n"],
  [
    "pyproject.toml",
    '[project]\ndescription = """\nversion = "0"\n"""\nversion = "2.4.0"\n',
    '[project]\ndescription = """\nversion = "0"\n"""\nversion = "2.5.0"\n',
  ],
  [
    "Cargo.toml",
    '[package]\nrust-version = "1.80"\nversion = "2.4.0"\n\n[dependencies.a]\nversion = "1"\n[[bin]]\nversion = "9"\n',
    '[package]\nrust-version = "1.80"\nversion = "2.5.0"\n\n[dependencies.a]\nversion = "1"\n[[bin]]\nversion = "9"\n',
  ],
  [
    "pom.xml",
    '<?xml version="1.0"?>\n<project><parent><version>1</version></parent><!-- <version>0</version> -->\n<dependencies><dependency><version>3</version></dependency></dependencies>\n<version> 2.4.0 </version></project>',
    '<?xml version="1.0"?>\n<project><parent><version>1</version></parent><!-- <version>0</version> -->\n<dependencies><dependency><version>3</version></dependency></dependencies>\n<version> 2.5.0 </version></project>',
  ],
  [
    "service/pom.xml",
    "<project><version>${revision}</version><properties><revision>2.4.0</revision></properties></project>",
    "<project><version>${revision}</version><properties><revision>2.5.0</revision></properties></project>",
  ],
  ["VERSION", "v2.4.0\n", "v2.5.0\n"],
])("%s: only the version changes", (path, before, after) => {
  expect(bump(path, before)).toBe(after);
  expect(bump(path, after)).toBeUndefined();
});

it.each([
  ["package.json", '{"private": true}'],
  ["pyproject.toml", '[project]\ndynamic = ["version"]\n'],
  ["Cargo.toml", "[package]\nversion.workspace = true\n"],
  ["pom.xml", "<project><parent><version>1</version></parent></project>"],
])("%s without a version of its own is left alone", (path, text) => {
  expect(bump(path, text)).toBeUndefined();
});

it.each([
  ["package.json", '{"version": "1.0.0"', "package.json cannot be read"],
  ["pom.xml", "<project><version>1</project>", "pom.xml cannot be read"],
  ["pom.xml", "<project><version>${a}-${b}</version></project>", "made of properties"],
  ["setup.cfg", "x", "not a kind of version file"],
])("%s %j is refused", (path, text, message) => {
  expect(() => bump(path, text)).toThrow(message);
});

it("offers each kind it can bump", () => {
  expect(versionFilePaths).toEqual(expect.arrayContaining(["package.json", "Cargo.toml", "VERSION"]));
});
