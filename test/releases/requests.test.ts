import { expect, it } from "@jest/globals";
import { readFile } from "node:fs/promises";
import path from "node:path";

import { askFor, rollBackRelease } from "#stages";

import { foundCompany, type Company, type Setting } from "./company.ts";
import { approved, beforeStep, read, start, workplaceIn } from "./drivers.ts";

const release = "v1.1.0";

async function ask(company: Company, kind: "hold" | "promote" | "rollback" | "abort", id: string): Promise<void> {
  await askFor(await workplaceIn(company), release, { kind, id, reason: "Sarah wants it" });
}

it("hold keeps the percentage until promote, though it arrives when the step is nearly over", async () => {
  const company = await foundCompany();
  const seen: Readonly<Record<string, number>>[] = [];
  const hold = beforeStep("production-watch-50%", async () => ask(company, "hold", "hold-1"));
  const look = async () => {
    seen.push(await company.traffic("production"));
    if (seen.length === 2) await ask(company, "promote", "promote-1");
  };
  const say = (text: string) => {
    if (text.includes("held by sarah")) void look();
  };

  expect(await approved(company, () => start(company, { hooks: hold, say }))).toMatchObject({ end: "completed" });

  expect(seen.length).toBeGreaterThanOrEqual(2);
  expect(new Set(seen.map((traffic) => JSON.stringify(traffic)))).toEqual(new Set(['{"v1.0.0":50,"v1.1.0":50}']));
  const { facts } = await read(company, release);
  expect(facts.filter(({ type }) => type === "answered")).toMatchObject([
    { id: "hold-1", outcome: "obeyed" },
    { id: "promote-1", outcome: "obeyed" },
  ]);
});

const slowSteps: readonly Setting[] = [[["environments", "production", "stepTime"], "60s"]];

it("rollback during a canary step, sent twice, brings the traffic back once and within seconds", async () => {
  const company = await foundCompany({ settings: slowSteps });
  let askedAt = 0;
  let backAfterMs = Number.POSITIVE_INFINITY;
  const hooks = beforeStep("production-watch-50%", async () => {
    askedAt = performance.now();
    const wanted = { from: release, reason: "orders fail", requestId: "back-1" };
    for (let times = 0; times < 2; times += 1) {
      expect(await rollBackRelease(await workplaceIn(company), wanted, () => undefined)).toBe("requested");
    }
  });
  const say = (text: string) => {
    if (text.includes("all traffic is back on v1.0.0")) backAfterMs = performance.now() - askedAt;
  };

  expect(await approved(company, () => start(company, { hooks, say }))).toMatchObject({ end: "rolled_back" });

  expect(backAfterMs).toBeLessThan(10_000);
  expect(await company.traffic("production")).toEqual({ "v1.0.0": 100 });
  const { record, facts } = await read(company, release);
  expect(record.verdict).toMatchObject({ trigger: "manual", reason: "sarah: orders fail" });
  expect(facts.filter(({ type }) => type === "requested")).toHaveLength(1);
  expect(facts.filter(({ type }) => type === "traffic-reverted")).toHaveLength(1);
  await expect(ask(company, "abort", "late")).rejects.toMatchObject({
    code: "policy",
    message: "Release v1.1.0 is over: it is rolled_back",
  });
});

it("abort during the gates, sent twice, stops the running gate and ends the release as failed with the reason", async () => {
  const company = await foundCompany({
    settings: [[["gates", "unit", "command"], "echo $$ > gate.pid && exec sleep 60"]],
  });
  const pidFile = path.join(company.home, ".release-command", "work", release, "gates", "gate.pid");
  const startedAt = performance.now();
  const hooks = beforeStep("gate-unit", async () => {
    await ask(company, "abort", "stop-1");
    await ask(company, "abort", "stop-1");
  });

  expect(await start(company, { hooks })).toEqual({ id: release, end: "failed" });

  expect(performance.now() - startedAt).toBeLessThan(20_000);
  const { record, facts } = await read(company, release);
  expect(record.failure).toMatchObject({
    failedState: "quality_gates",
    failureReason: "Aborted by sarah: Sarah wants it",
  });
  expect(facts.filter(({ type }) => type === "requested")).toHaveLength(1);
  const pid = Number(await readFile(pidFile, "utf8"));
  expect(() => process.kill(pid, 0)).toThrow("ESRCH");
  expect(await company.pulls()).toEqual([]);
});
