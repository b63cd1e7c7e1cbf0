import type { IncomingHttpHeaders } from "node:http";
import type { Socket } from "node:net";

import { expect, it } from "@jest/globals";

import { errorUnit } from "./error-unit.ts";

const trace = "4bf92f3577b34da6a3ce929d0e0e4736";

it.each<[string, IncomingHttpHeaders, string]>([
  [
    "a trace, whatever its spans",
    { traceparent: `00-${trace}-00f067aa0ba902b7-01`, "x-client": "a" },
    `trace ${trace}`,
  ],
  ["a client", { "x-client": "a" }, "client a"],
  ["a trace of zeros, which is none", { traceparent: `00-${"0".repeat(32)}-00f067aa0ba902b7-01` }, "address 10.0.0.7"],
  ["a trace that is not one", { traceparent: "a".repeat(9000), "x-client": "a" }, "client a"],
  ["a client of another header", { "x-client-id": "a" }, "address 10.0.0.7"],
  ["a client without a name", { "x-client": "" }, "address 10.0.0.7"],
  ["a very long client", { "x-client": "a".repeat(9000) }, `client ${"a".repeat(128)}`],
])("one error is one of %s", (_, headers, unit) => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what is read of it
  expect(errorUnit({ headers, socket: { remoteAddress: "10.0.0.7" } as Socket }, "x-client")).toEqual({
    name: unit,
    isOneClient: !unit.startsWith("address"),
  });
});
