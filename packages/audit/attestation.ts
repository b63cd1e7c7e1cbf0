import { fold, type Fact } from "#machine";

import { canonical, factsDigest, statementOf } from "./log.ts";
import { keyName, type NoteSigner } from "./note.ts";

/** What an in-toto statement is called inside a DSSE envelope. */
const payloadType = "application/vnd.in-toto+json";

/** A release that ended, and where it is: `https://github.com/org/shop`. */
export interface Attested {
  readonly facts: readonly Fact[];
  readonly webUrl: string;
}

/**
 * What anybody's tools can check of a release: an in-toto statement that sums up its verification (SLSA VSA) over the
 * released commit and the file of its facts, in a DSSE envelope that the key of the audit log signed. JSON, one line.
 */
export async function attestation(attested: Attested, signer: NoteSigner): Promise<string> {
  const payload = Buffer.from(canonical(summary(attested, signer)));
  const signature = await signer.sign(preAuthentication(payload));
  const envelope = {
    payload: payload.toString("base64"),
    payloadType,
    signatures: [{ keyid: keyName(signer), sig: signature.toString("base64") }],
  };
  return `${canonical(envelope)}\n`;
}

/** What is signed (DSSE protocol, "PAE"): type and payload with their lengths, so that neither can pass for the other. */
function preAuthentication(payload: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`DSSEv1 ${payloadType.length} ${payloadType} ${payload.length} `), payload]);
}

function summary({ facts, webUrl }: Attested, signer: NoteSigner): object {
  const { id, plan, tag, lastAt, settled } = fold(facts);
  const file = { name: `releases/${id}.jsonl`, digest: { sha256: factsDigest(facts) } };
  const commit = tag?.sha ?? plan.baseSha;
  // What SLSA 1.2 asks of a summary of source: where people find the revision, and by which refs.
  const source = {
    name: `git+${webUrl}@${commit}`,
    uri: `${webUrl}/commit/${commit}`,
    digest: { gitCommit: commit },
    ...(tag === undefined ? {} : { annotations: { sourceRefs: [`refs/tags/${tag.tag}`] } }),
  };
  const isGood = ["completed", "redeployed"].includes(settled?.outcome ?? "");
  return {
    _type: "https://in-toto.io/Statement/v1",
    subject: [source, file],
    predicateType: "https://slsa.dev/verification_summary/v1",
    predicate: {
      verifier: { id: `https://${signer.name}` },
      timeVerified: lastAt,
      resourceUri: `git+${webUrl}`,
      policy: { uri: `git+${webUrl}@${plan.baseSha}`, digest: { gitCommit: plan.baseSha } },
      inputAttestations: [{ uri: file.name, digest: file.digest }],
      verificationResult: isGood ? "PASSED" : "FAILED",
      verifiedLevels: isGood ? [unevaluated, ...levelsOf(facts)] : ["FAILED"],
      slsaVersion: "1.2",
    },
  };
}

/** SLSA's own words for a level that nobody looked at: whether one is met is for the code host to say. */
const unevaluated = "SLSA_SOURCE_LEVEL_UNEVALUATED";

/** Gates by name, and how each counted. */
function levelsOf(facts: readonly Fact[]): readonly string[] {
  const { gates, overrides = [] } = statementOf(facts, "");
  const overridden = new Set(overrides.filter(({ result }) => result === "overridden").map(({ gate }) => gate));
  return gates.map(({ gate, status }) =>
    `RELEASE_COMMAND_${gate}_${overridden.has(gate) ? "overridden" : status}`.toUpperCase(),
  );
}
