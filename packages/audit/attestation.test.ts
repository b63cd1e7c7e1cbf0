import { generateKeyPairSync, verify } from "node:crypto";

import { expect, it } from "@jest/globals";

import type { Fact, FactBody } from "#machine";

import { attestation } from "./attestation.ts";
import { factsDigest } from "./log.ts";
import { signerFrom } from "./note.ts";

const pem = generateKeyPairSync("ed25519").privateKey.export({ format: "pem", type: "pkcs8" }).toString();
const signer = signerFrom("github.com/org/shop/release-audit", pem);
const webUrl = "https://github.com/org/shop";
const [base, merged] = ["b".repeat(40), "a".repeat(40)];

const opened: FactBody = {
  type: "opened",
  attempt: 1,
  plan: {
    releaseVersion: "1.1.0",
    releaseType: "standard",
    baseBranch: "develop",
    baseSha: base,
    targetBranch: "main",
    releaseBranch: "release/1.1.0",
    tag: "v1.1.0",
    gates: ["unit"],
    steps: [100],
    stagingStrategy: "rolling",
    productionStrategy: "rolling",
    initiatedBy: "sarah",
    configDigest: "c",
  },
};
const unit: FactBody = {
  type: "gate-finished",
  gate: "unit",
  status: "passed",
  sha: base,
  executionTimeMs: 1,
  targetMs: 2,
  failures: [],
};
const tagged: FactBody = { type: "tagged", tag: "v1.1.0", sha: merged };

function factsOf(...bodies: readonly FactBody[]): readonly Fact[] {
  return bodies.map((body, index) => ({
    seq: index + 1,
    release: "v1.1.0",
    at: `2026-01-01T00:00:0${index}.000Z`,
    actor: "s",
    run: { id: "1", attempt: 1 },
    prev: "0".repeat(64),
    ...body,
  }));
}

async function envelopeOf(facts: readonly Fact[]) {
  return JSON.parse(await attestation({ facts, webUrl }, signer)) as {
    readonly payload: string;
    readonly payloadType: string;
    readonly signatures: readonly { readonly keyid: string; readonly sig: string }[];
  };
}

const statementOf = async (facts: readonly Fact[]): Promise<unknown> =>
  JSON.parse(Buffer.from((await envelopeOf(facts)).payload, "base64").toString("utf8"));

it("has every field that SLSA 1.2 asks of a summary of source, and claims no level of it", async () => {
  const facts = factsOf(opened, unit, tagged, { type: "settled", outcome: "completed" });

  expect(await statementOf(facts)).toEqual({
    _type: "https://in-toto.io/Statement/v1",
    subject: [
      {
        name: `git+${webUrl}@${merged}`,
        uri: `${webUrl}/commit/${merged}`,
        digest: { gitCommit: merged },
        annotations: { sourceRefs: ["refs/tags/v1.1.0"] },
      },
      { name: "releases/v1.1.0.jsonl", digest: { sha256: factsDigest(facts) } },
    ],
    predicateType: "https://slsa.dev/verification_summary/v1",
    predicate: {
      verifier: { id: "https://github.com/org/shop/release-audit" },
      timeVerified: "2026-01-01T00:00:03.000Z",
      resourceUri: `git+${webUrl}`,
      policy: { uri: `git+${webUrl}@${base}`, digest: { gitCommit: base } },
      inputAttestations: [{ uri: "releases/v1.1.0.jsonl", digest: { sha256: factsDigest(facts) } }],
      verificationResult: "PASSED",
      verifiedLevels: ["SLSA_SOURCE_LEVEL_UNEVALUATED", "RELEASE_COMMAND_UNIT_PASSED"],
      slsaVersion: "1.2",
    },
  });
});

it("says FAILED of a release that did not complete, and names no ref that it has not", async () => {
  const statement = await statementOf(
    factsOf(opened, { ...unit, status: "failed" }, { type: "settled", outcome: "failed" }),
  );

  expect(statement).toMatchObject({ predicate: { verificationResult: "FAILED", verifiedLevels: ["FAILED"] } });
  expect(JSON.stringify(statement)).not.toContain("sourceRefs");
});

it("is signed over type and payload, by the key that it names", async () => {
  const { payload, payloadType, signatures } = await envelopeOf(
    factsOf(opened, { type: "settled", outcome: "failed" }),
  );
  const bytes = Buffer.from(payload, "base64");
  const [first] = signatures;

  expect(payloadType).toBe("application/vnd.in-toto+json");
  expect(first?.keyid).toMatch(/^github\.com\/org\/shop\/release-audit\+[0-9a-f]{8}$/);
  const signed = Buffer.concat([Buffer.from(`DSSEv1 28 ${payloadType} ${bytes.length} `), bytes]);
  expect(verify(null, signed, signer.key, Buffer.from(first?.sig ?? "", "base64"))).toBe(true);
});
