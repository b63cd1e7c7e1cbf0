import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { octokitAt, openTestWorld, shop, type TestWorld } from "./test-world.ts";

const token = "ghs_job-that-may-read";
let world: TestWorld;
beforeAll(async () => {
  world = await openTestWorld();
  await world.admin.user({ login: "sarah", token, readOnly: true });
});
afterAll(async () => {
  await world.close();
});

it("lets the token of a job without any write permission read, and nothing else", async () => {
  const { rest, graphql } = octokitAt(world.url, token);
  const clone = await world.clone("sarah");
  const remote = world.remote("sarah").replace("token-sarah", token);
  const sha = await world.git(clone, "ls-remote", remote, "refs/heads/main");

  expect((await rest.repos.get(shop)).data.default_branch).toBe("main");
  expect(sha).toContain("refs/heads/main");
  await expect(world.git(clone, "push", remote, "HEAD:mine")).rejects.toThrow("Permission to acme/shop.git denied");
  await expect(rest.issues.create({ ...shop, title: "mine" })).rejects.toMatchObject({ status: 403 });
  await expect(rest.repos.createDispatchEvent({ ...shop, event_type: "release-command" })).rejects.toThrow(
    "Resource not accessible by integration",
  );
  const mutation = `mutation { addComment(input: {subjectId: "x", body: "mine"}) { clientMutationId } }`;
  await expect(graphql(mutation)).rejects.toThrow("Resource not accessible by integration");
  await expect(
    octokitAt(world.url, "token-sarah").rest.issues.create({ ...shop, title: "ours" }),
  ).resolves.toMatchObject({
    status: 201,
  });
});
