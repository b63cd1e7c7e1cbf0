import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";

import type { Scanner } from "../context.ts";

const folder = ".release-command/reports/security";

/** Scanners of any project, by the name of their program. */
const known: readonly (readonly [program: string, words: (file: string) => string, file: string])[] = [
  ["osv-scanner", (file) => `scan --recursive --format json . > ${file}`, "osv.json"],
  ["trivy", (file) => `fs --scanners vuln,misconfig,secret --format json --output ${file} .`, "trivy.json"],
  ["gitleaks", (file) => `dir . --no-banner --report-format json --report-path ${file}`, "gitleaks.json"],
  ["semgrep", (file) => `scan --config p/owasp-top-ten --sarif --output ${file}`, "semgrep.sarif"],
];

/** The scanners of any project that this machine has; they run beside what the project's own files tell. */
export async function installedScanners(
  env: Readonly<Record<string, string | undefined>>,
): Promise<readonly Scanner[]> {
  const folders = (env["PATH"] ?? "").split(delimiter).filter((one) => one !== "");
  const found = known.map(async ([program, words, file]) => {
    const places = await Promise.all(folders.map(async (one) => isProgram(join(one, program))));
    const report = `${folder}/${file}`;
    return places.includes(true)
      ? [{ command: `${program} ${words(report)}`, report, why: `${program} is installed` }]
      : [];
  });
  return (await Promise.all(found)).flat();
}

async function isProgram(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
