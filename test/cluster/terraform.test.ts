import { once } from "node:events";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";

import { realClock } from "#http";
import { run } from "#process";
import { loadTarget } from "#targets";

import { contract, sampleArtifact, serving } from "../../packages/targets/contract.ts";

const { signal } = new AbortController();
const example = (name: string): string => fileURLToPath(new URL(`../../examples/command/${name}`, import.meta.url));
/** `terraform_data` starts nothing, so nothing of it can fail to come up. */
const { "leaves traffic alone when a version does not come up": _, ...possible } = contract;
const terraform = await found("terraform", "tofu");

/** Says which version was asked for: nothing runs behind this module. */
let clients: Server;
let publicUrl = "";
let directory = "";

beforeAll(async () => {
  clients = createServer((request, response) => response.end(request.headers["x-release-version"]));
  await once(clients.listen(0, "127.0.0.1"), "listening");
  publicUrl = `http://127.0.0.1:${(clients.address() as AddressInfo).port}`;
});
afterAll(() => void clients.close());
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "terraform-"));
  await copyFile(example("terraform.tf"), path.join(directory, "main.tf"));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

async function found(...names: readonly string[]): Promise<string | undefined> {
  for (const name of names) {
    const { exitCode } = await run(["sh", "-c", `command -v ${name}`], { env: process.env, timeoutMs: 5000 });
    if (exitCode === 0) return name;
  }
  process.stderr.write(`SKIPPED: the example for Terraform, because there is no ${names.join(" and no ")}\n`);
  return undefined;
}

function target(env: Readonly<Record<string, string>> = {}) {
  const settings = {
    command: `sh '${example("terraform.sh")}'`,
    directory,
    manual: ["by hand"],
    env: { MODULE: directory, PUBLIC_URL: publicUrl, TERRAFORM: terraform ?? "", ...env },
  };
  const options = { environment: "production", workDirectory: directory, env: process.env, clock: realClock } as const;
  return loadTarget("command", { ...options, settings, signal });
}

(terraform === undefined ? describe.skip : describe)("terraform.sh", () => {
  it.each(Object.entries(possible))("%s", async (_name, check) => {
    await expect(check({ target, kill: async () => {} }, signal)).resolves.toBeUndefined();
  });

  it("refuses to write over a state that somebody else wrote since it looked", async () => {
    await serving(target, "v1.0.0", signal);
    await (await target()).prepare(sampleArtifact("v1.1.0"), signal);
    // Between the plan and its apply, another machine's apply.
    const tool = path.join(directory, "interrupted");
    const other = `RELEASE_VERB=shift RELEASE_VERSION=v1.1.0 RELEASE_PERCENT=25 sh '${example("terraform.sh")}'`;
    await run(["sh", "-c", `cat >'${tool}' && chmod +x '${tool}'`], {
      env: process.env,
      timeoutMs: 5000,
      input: `#!/bin/sh\ncase "$1" in apply) TERRAFORM='${terraform ?? ""}' ${other} >&2 ;; esac\nexec ${terraform ?? ""} "$@"\n`,
    });

    await expect((await target({ TERRAFORM: tool })).shift(sampleArtifact("v1.1.0"), 50, signal)).rejects.toThrow(
      "Saved plan is stale",
    );
    expect((await (await target()).observe()).revisions).toMatchObject([{ percent: 75 }, { percent: 25 }]);
  });

  it("says that the tool is not there", async () => {
    await expect((await target({ TERRAFORM: "no-such-tool" })).check([100])).rejects.toThrow(
      "no-such-tool is not installed here, or not in PATH",
    );
  });
});
