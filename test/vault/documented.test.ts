import { execFileSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

import { describe, expect, it } from "@jest/globals";
import { parse } from "yaml";

import { loadConfig } from "#config";
import { realClock } from "#http";
import { auditSignerOf } from "#stages";

import { jobOf, tokens } from "./job.ts";
import { findOpenBao, startOpenBao } from "./openbao.ts";

const program = findOpenBao();
const issuer = "https://token.actions.githubusercontent.com";

(program === undefined ? describe.skip : describe)("the page of the audit log", () => {
  it("sets a Vault up so that a job of the workflow signs, with the configuration that it shows", async () => {
    const [, page = ""] = (await readFile("docs/audit.md", "utf8")).split("## A key that stays in a Vault");
    const [, commands = "exit 9"] = /```sh\n([^]*?)```/.exec(page) ?? [];
    const [, yaml = ""] = /```yaml\n([^]*?)```/.exec(page) ?? [];
    const bao = await startOpenBao(program ?? "", "empty");
    const folder = await mkdtemp(path.join(tmpdir(), "release-vault-"));
    const pair = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const github = createServer(
      tokens(
        { repository: "org/shop", job_workflow_ref: "org/release/.github/workflows/release.yml@refs/tags/v1" },
        pair.privateKey,
      ),
    );
    try {
      await symlink(program ?? "", path.join(folder, "vault"));
      await writeFile(path.join(folder, "github.pem"), pair.publicKey.export({ format: "pem", type: "spki" }));
      // GitHub is not here: its key is handed over.
      const here = commands
        .replace(`oidc_discovery_url=${issuer}`, "jwt_validation_pubkeys=@github.pem")
        .replaceAll("https://vault.example.com:8200", bao.address);
      expect(here.split(bao.address)).toHaveLength(2);
      execFileSync("sh", ["-euc", here], {
        cwd: folder,
        env: {
          PATH: `${folder}:${process.env["PATH"]}`,
          HOME: folder,
          VAULT_ADDR: bao.address,
          VAULT_TOKEN: bao.rootToken,
        },
      });
      await new Promise<void>((resolve) => void github.listen(0, "127.0.0.1", resolve));
      const text = yaml.replace("https://vault.example.com:8200", bao.address);
      expect(parse(text)).toHaveProperty("audit.vault.address", bao.address);
      const { config } = loadConfig({ text, path: "page", targets: ["local"], monitors: ["proxy"] });
      const env = jobOf(`http://127.0.0.1:${(github.address() as AddressInfo).port}`);
      const signer = await auditSignerOf(config.audit, {
        webUrl: "https://github.com/org/shop",
        env,
        fetch,
        clock: realClock,
        signal: new AbortController().signal,
      });
      expect(await signer.sign(Buffer.from("the head of the log"))).toHaveLength(64);
    } finally {
      github.close();
      await bao.stop();
      await rm(folder, { recursive: true, force: true });
    }
  }, 60_000);
});
