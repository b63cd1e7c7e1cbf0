import { readFileSync } from "node:fs";

import { expect, it } from "@jest/globals";
import { parse } from "yaml";

import { actions } from "../../actions/index.ts";

interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly required: boolean; readonly default?: string }>>;
  readonly runs: { readonly using: string; readonly main: string };
}

it.each(Object.entries(actions))("%s asks in action.yml for exactly what its code reads", async (name, load) => {
  const file = parse(readFileSync(`actions/${name}/action.yml`, "utf8")) as ActionFile;
  const { shape } = await load();

  expect(Object.keys(file.inputs)).toEqual(Object.values(shape).map(([input]) => input as string));
  for (const input of Object.values(file.inputs)) expect(input.default === undefined).toBe(input.required);
  expect(file.runs).toEqual({ using: "node24", main: `../../dist/${name}.js` });
});

it.each(Object.entries(actions))("the defaults of %s are values that its code takes", async (name, load) => {
  const file = parse(readFileSync(`actions/${name}/action.yml`, "utf8")) as ActionFile;
  const { shape } = await load();

  for (const [input, read] of Object.values(shape) as (readonly [string, (raw: string) => unknown])[]) {
    const value = file.inputs[input]?.default;
    if (value !== undefined) expect(() => read(value)).not.toThrow();
  }
});
