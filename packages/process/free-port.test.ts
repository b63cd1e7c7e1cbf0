import { expect, it } from "@jest/globals";
import { createServer, type AddressInfo } from "node:net";
import { freePort } from "./free-port.ts";

it("gives ports that can be listened on and that the system gives to nobody else", async () => {
  const ports = await Promise.all(Array.from({ length: 20 }, freePort));

  const servers = await Promise.all(
    [...new Set(ports)].map(async (port) => {
      const server = createServer();
      await new Promise<void>((resolve, reject) =>
        server.once("error", reject).listen(port, "127.0.0.1", () => resolve()),
      );
      return server;
    }),
  );

  const listening = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  expect(listening.every((port) => port >= 20_000 && port < 32_768)).toBe(true);
});
