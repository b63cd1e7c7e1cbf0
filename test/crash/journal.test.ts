import { afterEach, describe, expect, it } from "@jest/globals";
import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  EnvironmentBusyError,
  LostLeaseError,
  NewsError,
  verifyChain,
  type Clock,
  type Driver,
  type Journal,
} from "#journal";
import { goToTheEnd, id } from "../support/journal-release.ts";
import { journalWorld, plan, type Transport } from "../support/journal-world.ts";

const transports: readonly Transport[] = ["directory", "file", "http"];
const child = join(import.meta.dirname, "journal-child.ts");
const inAnHour = (): number => Date.now() + 3_600_000;
const children = new Set<ChildProcess>();
const worlds: { readonly close: () => Promise<void> }[] = [];

afterEach(async () => {
  for (const running of children) running.kill("SIGKILL");
  children.clear();
  for (const world of worlds.splice(0)) await world.close();
});

async function newWorld(transport: Transport) {
  const world = await journalWorld(transport);
  worlds.push(world);
  return world;
}

function start(...args: readonly string[]) {
  const running = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", child, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.add(running);
  let output = "";
  running.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<string>((resolve) => running.on("close", () => resolve(output.trim())));
  return { running, ended };
}

/** What is left of a record when the holders' own story is taken out. */
async function story(journal: Journal): Promise<readonly string[]> {
  const kept = (await journal.readArchiveFile(`releases/${id}.jsonl`)) ?? "";
  expect(
    verifyChain(
      kept
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ),
  ).toBeUndefined();
  const facts = (await journal.read(id))?.facts ?? [];
  return facts.flatMap((fact) => {
    if (fact.type === "lease-taken") return [];
    return [fact.type === "step-done" || fact.type === "step-intended" ? `${fact.type} ${fact.step}` : fact.type];
  });
}

describe.each(transports)("a journal by %s", (transport) => {
  it("carries a release from start to archive, once", async () => {
    const world = await newWorld(transport);
    const journal = await world.open();
    await goToTheEnd(journal, world.directory);

    expect(await story(journal)).toContain("step-done initiated#1/three");
    expect((await journal.archived()).map((release) => release.id)).toEqual([id]);
    expect(await journal.live()).toEqual([]);
    expect(await journal.readArchiveFile("docs/log")).toMatch(/^\d+\n$/);
    await expect(journal.start(id, plan, 1)).rejects.toMatchObject({ code: "policy" });
    await expect(journal.drive(id)).rejects.toMatchObject({ code: "policy" });
    await expect(journal.request(id, { id: "r", kind: "hold", by: "b", reason: "" })).rejects.toMatchObject({
      code: "policy",
    });
  });

  it("shows each fact once to whoever looks while it is being written", async () => {
    const world = await newWorld(transport);
    const seen: number[] = [];
    let driver: Driver | undefined;
    const journal = await world.open({
      onAppend: async () => {
        seen.push(driver?.record.warnings.length ?? 0);
        return Promise.resolve();
      },
    });
    driver = await journal.start(id, plan, 1);
    seen.length = 0;
    driver.observe({ type: "warned", message: "seen" });

    await driver.flush();

    expect(seen).toEqual([1, 1]);
  });

  it("lets a request come between, keeps what was seen, and drops what was decided", async () => {
    const world = await newWorld(transport);
    const journal = await world.open({ pollMs: 0 });
    const driver = await journal.start(id, plan, 1);
    const request = { id: "r1", kind: "hold" as const, by: "bob", reason: "lunch" };
    await driver.step("one", async () => 1);
    await (await world.open()).request(id, request);
    await (await world.open()).request(id, request);
    driver.observe({ type: "warned", message: "seen" });
    driver.decide({ type: "published", what: "report", url: "decided" });

    await expect(driver.step("two", async () => 2)).rejects.toThrow(NewsError);

    expect(driver.record.requests.map((open) => open.id)).toEqual(["r1"]);
    expect(driver.record).toMatchObject({ warnings: ["seen"], published: [] });
    expect(driver.record.done.get("initiated#1/one")).toBe(1);
    driver.decide({ type: "answered", id: "r1", outcome: "obeyed", reason: "ok" });
    expect(await driver.step("two", async () => 2)).toBe(2);
    await driver.poll();
    await driver.flush();
    expect((await journal.read(id))?.record.warnings).toEqual(["seen"]);
    await driver.close();
  });

  it("parks what was touched with a suspension, and gives it to nobody else", async () => {
    const world = await newWorld(transport);
    const journal = await world.open();
    const driver = await journal.start(id, plan, 1);
    await driver.takeEnvironment("staging");
    await driver.takeEnvironment("production");
    await driver.step("deploy", async () => "up", { touches: "production" });
    const other = await journal.start("v2.0.0", plan, 1);
    await expect(other.takeEnvironment("production")).rejects.toThrow(EnvironmentBusyError);

    await driver.suspend({ waitsFor: "decision", reason: "ask", command: "release resume" });

    await expect(driver.flush()).rejects.toThrow(LostLeaseError);
    await other.takeEnvironment("staging");
    await expect(other.takeEnvironment("production")).rejects.toMatchObject({ release: id, orphaned: false });
    expect(await journal.environmentHolder("production")).toEqual({ release: id, stale: false });
    await other.close();
    const again = await journal.drive(id);
    expect(again.record.suspended?.waitsFor).toBe("decision");
    again.giveBackEnvironment("production");
    await again.flush();
    expect(await journal.environmentHolder("production")).toBeUndefined();
    await again.close();
  });

  it("lets one of two that start the same release win", async () => {
    const world = await newWorld(transport);
    const journals = await Promise.all([world.open(), world.open(), world.open()]);

    const started = await Promise.allSettled(journals.map((journal) => journal.start(id, plan, 1)));

    const won = started.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
    expect(won).toHaveLength(1);
    expect(started.flatMap((result) => (result.status === "rejected" ? [result.reason.code] : []))).toEqual([
      "policy",
      "policy",
    ]);
    await won[0]?.close();
  });
});

it("says that a release is alive, to one who watched its lease being renewed", async () => {
  const world = await newWorld("directory");
  const journal = await world.open({ times: { ttlMs: 600, renewMs: 100, effectMs: 100 } });
  const driver = await journal.start(id, plan, 1);
  const waits: string[] = [];

  const second = journal.drive(id, { onWait: (_ms, holder) => waits.push(holder) });

  await expect(second).rejects.toMatchObject({ code: "policy", message: expect.stringContaining("driven by ada") });
  expect(waits[0]).toMatch(/^1\/1#/);
  await driver.close();
});

it("does not steal an environment from a dead release that touched it", async () => {
  const world = await newWorld("directory");
  const asleep: Clock = { monotonicMs: () => 0, sleep: () => new Promise(() => {}) };
  const dead = await (await world.open({ clock: asleep })).start(id, plan, 1);
  await dead.takeEnvironment("staging");
  await dead.takeEnvironment("production");
  await dead.step("deploy", async () => 1, { touches: "production" });
  const journal = await world.open({ now: inAnHour });
  const other = await journal.start("v2.0.0", plan, 1);

  await expect(other.takeEnvironment("production")).rejects.toMatchObject({ release: id, orphaned: true });

  await other.takeEnvironment("staging");
  expect(await journal.environmentHolder("production")).toEqual({ release: id, stale: true });
  const adopted = await journal.drive(id);
  await expect(dead.step("late", async () => 1)).rejects.toThrow(LostLeaseError);
  await adopted.takeEnvironment("production");
  await adopted.close();
  await other.close();
});

async function killAt(transport: Transport, point: number): Promise<void> {
  const world = await newWorld(transport);
  await start(transport, world.directory, "die", String(point)).ended;
  const journal = await world.open({ now: inAnHour });

  await goToTheEnd(journal, world.directory);

  expect({ point, story: (await story(journal)).filter((what) => !what.startsWith("step-intended")) }).toEqual({
    point,
    story: [
      "opened",
      "step-done initiated#1/one",
      "warned",
      "step-done initiated#1/two",
      "warned",
      "step-done initiated#1/three",
      "warned",
      "failure-captured",
      "moved",
      "settled",
    ],
  });
  for (const step of ["one", "two", "three"]) expect(existsSync(join(world.directory, `effect-${step}`))).toBe(true);
  expect(await journal.live()).toEqual([]);
  expect(await journal.environmentHolder("production")).toBeUndefined();
}

it("ends the same wherever it was killed", async () => {
  const world = await newWorld("directory");
  const points = Number(await start("directory", world.directory, "die", "0").ended);

  expect(points).toBe(20);
  const all = Array.from({ length: points }, (_, index) => index + 1);
  for (const point of all) await killAt("directory", point);
}, 90_000);

it.each([1, 2, 4, 5, 9, 18, 19])(
  "ends the same over git when it was killed at point %i",
  async (point) => {
    await killAt("file", point);
  },
  20_000,
);

it.each(["directory", "file"] as const)(
  "changes nothing when it wakes after its successor (%s)",
  async (transport) => {
    const world = await newWorld(transport);
    const paused = start(transport, world.directory, "pause");
    const effects = join(world.directory, "effects");
    while (!existsSync(effects)) await new Promise((resolve) => setTimeout(resolve, 20));
    paused.running.kill("SIGSTOP");
    const journal = await world.open({ times: { ttlMs: 10_000 } });
    // Git, which was not stopped, may still end a push of the paused one: then that one looks alive, once.
    const successor = await journal.drive(id).catch(() => journal.drive(id));
    await successor.step("mine", async () => "successor");
    await successor.flush();
    const before = readFileSync(effects, "utf8");
    const known = successor.facts;

    paused.running.kill("SIGCONT");

    expect(await paused.ended).toBe("lost");
    expect(readFileSync(effects, "utf8")).toBe(before);
    expect((await journal.read(id))?.facts).toEqual(known);
    await successor.close();
  },
  20_000,
);
