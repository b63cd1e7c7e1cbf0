import { describe, expect, it } from "@jest/globals";

import {
  flag,
  oneOf,
  optional,
  parseInputs,
  releaseId,
  text,
  textMap,
  webAddress,
  type Shape,
} from "./parse-inputs.ts";

interface Inputs {
  readonly environment: "staging" | "production";
  readonly release: string;
  readonly note: string | undefined;
}

const shape: Shape<Inputs> = {
  environment: ["environment", oneOf("staging", "production")],
  release: ["release", releaseId],
  note: ["note", optional(text)],
};

const from = (given: Readonly<Record<string, string>>) => (input: string) => given[input] ?? "";

it("gives one frozen object under the names of the code", () => {
  const inputs = parseInputs(from({ environment: " staging ", release: "2.5.0" }), shape);

  expect(inputs).toEqual({ environment: "staging", release: "v2.5.0", note: undefined });
  expect(Object.isFrozen(inputs)).toBe(true);
});

it("names every mistake at once, as the user wrote the input", () => {
  expect(() => parseInputs(from({ environment: "moon", release: "latest" }), shape)).toThrow(
    'environment: must be one of staging, production; got "moon"\nrelease: must be the id of a release, like v2.5.0; got "latest"',
  );
});

describe("parsers", () => {
  it.each<[(raw: string) => unknown, string, unknown]>([
    [flag, "", false],
    [flag, "true", true],
    [releaseId, "v2.5.0_2", "v2.5.0_2"],
    [webAddress, "http://127.0.0.1:80/", "http://127.0.0.1:80/"],
    [textMap, "", {}],
    [textMap, '{"all":"9f"}', { all: "9f" }],
  ])("%p takes %p", (parse, raw, value) => {
    expect(parse(raw)).toEqual(value);
  });

  it.each<[(raw: string) => unknown, string, string]>([
    [text, "", "is required"],
    [flag, "yes", "must be one of true, false"],
    [oneOf("a"), "constructor", "must be one of a"],
    [releaseId, "../../etc", "must be the id of a release"],
    [webAddress, "file:///etc/passwd", "must be an address"],
    [textMap, "[1]", "must be a JSON object"],
    [textMap, "{", "must be a JSON object"],
    [textMap, '{"all": 1}', "all must be a text; got 1"],
  ])("%p refuses %p: %s", (parse, raw, message) => {
    expect(() => parse(raw)).toThrow(message);
  });
});
