import { expect, it } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import { configJsonSchema } from "./index.ts";

it.each([
  [{}, true],
  [{ review: { wait: "30s" }, environments: { production: { steps: [5, 100] } } }, true],
  [{ review: { wait: "soon" } }, false],
  [{ gatez: {} }, false],
])("tells an editor that %j is right: %s", (file, right) => {
  const validate = new Ajv2020({ strict: false }).compile(configJsonSchema());

  expect(validate(file)).toBe(right);
});
