import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterEach, beforeEach, expect, it } from "@jest/globals";

import { foundCompany, impatient, type Setting } from "./company.ts";
import { resume, start, workplaceIn } from "./drivers.ts";

const sideBySide: Setting = [["gates", "parallel"], true];
const xml = "mkdir -p reports && cp checks/unit.xml reports/ && cp checks/coverage.lcov reports/unit.lcov";

/** Where commands of the project leave marks for each other, and for us. */
let marks = "";
beforeEach(async () => {
  marks = await mkdtemp(path.join(tmpdir(), "release-marks-"));
});
afterEach(async () => {
  await rm(marks, { recursive: true, force: true });
});

const until = (mark: string) =>
  `for i in $(seq 300); do test -e ${marks}/${mark} && break; sleep 0.1; done; test -e ${marks}/${mark}`;
/** Two that wait for each other: one after another they would never meet. */
const meet = (own: string, other: string, then: string) => `touch ${marks}/${own}; ${until(other)} && ${then}`;

async function recordOf(company: Awaited<ReturnType<typeof foundCompany>>, id: string) {
  const stored = await (await workplaceIn(company)).journal.read(id);
  if (stored === undefined) throw new Error(`there is no record of ${id}`);
  return stored;
}

it("gates of one process run side by side, each in a checkout of its own; a red one waits for the others", async () => {
  const integration = xml.replaceAll("unit", "integration");
  const company = await foundCompany({
    settings: [
      sideBySide,
      [["gates", "setup"], 'test ! -e built && touch built && echo "$PWD" >> MARKS/places'.replace("MARKS", marks)],
      [["gates", "unit", "command"], meet("unit-runs", "integration-runs", "exit 7")],
      [["gates", "integration", "command"], meet("integration-runs", "unit-runs", `test -e built && ${integration}`)],
    ],
  });

  await start(company);

  const { record } = await recordOf(company, "v1.1.0");
  expect(record).toMatchObject({ state: "failed", failure: { failedGate: "unit" } });
  const states = record.plan.gates.map((gate) => [gate, record.gates.get(gate)?.status]);
  expect(states).toEqual([
    ["security", "passed"],
    ["dod", "passed"],
    ["unit", "failed"],
    ["integration", "passed"],
    ["smoke", "passed"],
    ["e2e", "passed"],
  ]);
  const places = (await readFile(path.join(marks, "places"), "utf8")).trim().split("\n");
  expect(new Set(places.map((place) => path.basename(place)))).toEqual(
    new Set(["gates-security", "gates-unit", "gates-integration", "gates-smoke", "gates-e2e"]),
  );
});

it("a death in the middle loses only the gates that still ran", async () => {
  const company = await foundCompany({
    settings: [sideBySide, ...impatient, [["gates", "unit", "command"], `${until("go-on")} && ${xml}`]],
  });
  const ran: string[] = [];
  const stop = new AbortController();
  const say = (text: string) => {
    if (/^gate \w+ begins/.test(text)) ran.push(text.split(" ")[1] ?? "");
    if (text.startsWith("gate e2e passed")) stop.abort(new Error("Ctrl-C"));
  };
  await expect(start(company, { say, signal: stop.signal })).rejects.toThrow();
  const { record } = await recordOf(company, "v1.1.0");
  expect(record.state).toBe("quality_gates");
  const known = [...record.gates.keys()];
  expect(known).toContain("e2e");
  expect(known).not.toContain("unit");
  ran.length = 0;
  await writeFile(path.join(marks, "go-on"), "");

  await resume(company, "v1.1.0", { say });

  expect(ran.toSorted()).toEqual(record.plan.gates.filter((gate) => !known.includes(gate)).toSorted());
  expect((await recordOf(company, "v1.1.0")).record.state).toBe("review");
});
