import { execFileSync, spawnSync } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The exit code of an install script when its tool can neither be found nor installed. */
const cannotBeHad = 3;

/** Python with securesystemslib, installed if need be; `undefined`, said loudly, where it cannot be had. */
export const findPython = (): string | undefined => installed("install-securesystemslib.sh");

/** cosign, built if need be; `undefined` where nobody asked for it (`npm run test:cosign`), or, said loudly, it cannot be had. */
export const findCosign = (): string | undefined =>
  process.env["RELEASE_TEST_COSIGN"] === undefined ? undefined : installed("install-cosign.sh");

/** The verifier of test/audit/verifier, built into a folder; `undefined`, said loudly, where Go is not installed. */
export function buildVerifier(folder: string): string | undefined {
  if (spawnSync("go", ["version"]).status !== 0) {
    process.stderr.write("NOT RUN: Go is not installed: its verifier did not look at the audit log.\n");
    return undefined;
  }
  const program = path.join(folder, "verifier");
  const cwd = fileURLToPath(new URL("verifier", import.meta.url));
  execFileSync("go", ["build", "-o", program, "."], { cwd, stdio: "pipe" });
  return program;
}

/** What looks at a statement by securesystemslib. */
export const attestationProgram = fileURLToPath(new URL("attestation.py", import.meta.url));

function installed(name: string): string | undefined {
  const script = fileURLToPath(new URL(`../../scripts/${name}`, import.meta.url));
  const { status, stdout, stderr } = spawnSync(script, { encoding: "utf8", timeout: 1_800_000 });
  if (status === 0) return stdout.trim();
  if (status !== cannotBeHad) throw new Error(`scripts/${name} ended with ${String(status)}: ${stderr}`);
  process.stderr.write(stderr);
  return undefined;
}
