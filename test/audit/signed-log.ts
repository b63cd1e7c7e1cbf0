import { createHash, generateKeyPairSync } from "node:crypto";
import { writeFile } from "node:fs/promises";
import path from "node:path";

import canonicalize from "canonicalize";

import { continueLog, loadAttestation, signCheckpoint, signerFrom, verifierText, type NoteSigner } from "#audit";
import type { Fact, FactBody } from "#machine";

/** A log of the product with its signed head, and one release of it with its statement: as files in a folder. */
export interface SignedLog {
  readonly log: string;
  readonly checkpoint: string;
  readonly statement: string;
  readonly facts: string;
  /** The public key as `release audit key` prints it. */
  readonly key: string;
  /** The same as a file in PEM. */
  readonly pem: string;
}

/** Who signs: a key of its own under the name that all of them have. */
export function newSigner(): NoteSigner {
  const { privateKey } = generateKeyPairSync("ed25519");
  return signerFrom(
    "github.com/org/shop/release-audit",
    privateKey.export({ format: "pem", type: "pkcs8" }).toString(),
  );
}

/** A log of as many releases; `by` is who started each: other people, another log. */
export async function writeSignedLog(
  folder: string,
  { name, releases, signer, by = "sarah" }: { name: string; releases: number; signer: NoteSigner; by?: string },
): Promise<SignedLog> {
  let log = "";
  let last: readonly Fact[] = [];
  for (let number = 0; number < releases; number += 1) {
    last = factsOf(number, by);
    log = continueLog(log, { facts: last, denied: [] });
  }
  const { attestation } = await loadAttestation();
  const file = async (ending: string, text: string) => {
    const to = path.join(folder, `${name}.${ending}`);
    await writeFile(to, text);
    return to;
  };
  return {
    log: await file("log", log),
    checkpoint: await file("checkpoint", await signCheckpoint(log, signer)),
    statement: await file(
      "intoto.json",
      await attestation({ facts: last, webUrl: "https://github.com/org/shop" }, signer),
    ),
    facts: await file("jsonl", last.map((fact) => `${canonicalize(fact)}\n`).join("")),
    key: verifierText(signer),
    pem: await file("pub", signer.key.export({ format: "pem", type: "spki" }).toString()),
  };
}

function factsOf(number: number, initiatedBy: string): readonly Fact[] {
  const id = `v1.0.${number}`;
  const sha = createHash("sha1").update(id).digest("hex");
  const bodies: readonly FactBody[] = [
    {
      type: "opened",
      attempt: 1,
      plan: {
        releaseVersion: `1.0.${number}`,
        releaseType: "standard",
        baseBranch: "develop",
        baseSha: sha,
        targetBranch: "main",
        releaseBranch: `release/1.0.${number}`,
        tag: id,
        gates: [],
        steps: [100],
        stagingStrategy: "rolling",
        productionStrategy: "rolling",
        initiatedBy,
        configDigest: "c",
      },
    },
    {
      type: "gate-finished",
      gate: "unit",
      status: "passed",
      sha,
      executionTimeMs: 5,
      targetMs: 10,
      failures: [],
    },
    { type: "tagged", tag: id, sha },
    { type: "warned", message: "naïve ✓" },
    { type: "settled", outcome: "completed" },
  ];
  let prev = "0".repeat(64);
  return bodies.map((body, index) => {
    const at = new Date(Date.UTC(2026, 0, number + 1, 0, 0, index)).toISOString();
    const fact: Fact = { seq: index + 1, release: id, at, actor: "s", run: { id: "1", attempt: 1 }, prev, ...body };
    prev = createHash("sha256")
      .update(canonicalize(fact) ?? "")
      .digest("hex");
    return fact;
  });
}
