import { afterEach, beforeEach, expect, it } from "@jest/globals";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { endPrograms, isRunning, logOf, recordProgram, startProgram } from "../world/processes.ts";
import { startCustomers } from "../world/services.ts";

let directory = "";

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "services-"));
});

afterEach(async () => {
  await endPrograms(directory);
  rmSync(directory, { recursive: true });
});

it("customers come at their rate, each another one, and go by themselves", async () => {
  const clients: (string | undefined)[] = [];
  const shop = createServer((request, response) => {
    clients.push(request.headers["x-client-id"] as string | undefined);
    response.statusCode = clients.length % 2 === 0 ? 503 : 200;
    response.end();
  });
  await new Promise<void>((ready) => shop.listen(0, "127.0.0.1", ready));
  const url = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`;

  await startCustomers(directory, { url, requestsPerSecond: 100, seconds: 1 });
  while (await isRunning(directory, "customers")) await pause(20);
  shop.close();

  const told = JSON.parse((await logOf(directory, "customers")).trimEnd().split("\n").at(-1) ?? "") as unknown;
  expect(clients.length).toBeGreaterThan(20);
  expect(clients.length).toBeLessThanOrEqual(100);
  expect(new Set(clients).size).toBe(clients.length);
  expect(told).toEqual({ sent: clients.length, failed: Math.floor(clients.length / 2) });
});

it("the payment service takes the money once", async () => {
  const script = fileURLToPath(new URL("payments.ts", import.meta.url));
  const { line } = await startProgram(directory, "payments", script);
  const charge = async (reference: string): Promise<unknown> =>
    (await fetch(`${line}/charges`, { method: "POST", headers: { "idempotency-key": reference } })).json();

  await charge("a");
  expect(await charge("a")).toEqual({ status: "ok", charged: 1 });
  expect((await fetch(`${line}/health`)).status).toBe(200);
  expect((await fetch(`${line}/else`)).status).toBe(404);

  await endPrograms(directory, "payments");
  await expect(fetch(`${line}/health`)).rejects.toThrow();
});

it("never ends a stranger who has got the number of a program that is gone", async () => {
  await recordProgram(directory, "ghost", { pid: process.pid, script: "/no/such/program.ts" });

  expect(await isRunning(directory, "ghost")).toBe(false);
  await endPrograms(directory);
});

it("shows the last words of a program that does not start", async () => {
  await expect(startProgram(directory, "broken", "/no/such/program.ts")).rejects.toMatchObject({
    code: "remote",
    hint: expect.stringContaining("Cannot find module"),
  });
});
