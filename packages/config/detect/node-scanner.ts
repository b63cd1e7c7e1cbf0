import type { PackageManager } from "./package-manager.ts";
import type { DetectedScanner, Folder, Gap } from "./project.ts";

/** The audit of the project's own package manager; it asks the registry, and reads the lock file alone. */
export function nodeScanner(
  folder: Folder,
  manager: PackageManager,
  hasDependencies: boolean,
): DetectedScanner | Gap | undefined {
  const { name, lockFile, berry } = manager;
  if (lockFile === undefined) {
    if (!hasDependencies) return undefined;
    return {
      gap: "package.json without a lock file: nobody can say which versions are released",
      write:
        name === "npm"
          ? "npm install --package-lock-only, and commit package-lock.json"
          : `${name} install, and commit its lock file`,
    };
  }
  const { inCommand: file, inCheckout: report } = folder.report("security", ".json");
  return { command: audits(name, berry, file), report, why: `${name} audit for ${lockFile}` };
}

function audits(name: PackageManager["name"], berry: boolean, file: string): string {
  if (name !== "yarn") return `${name} audit --json > ${file}`;
  // Yarn 1 ends with a sum of 1, 2, 4, 8 and 16 for what it found.
  if (!berry) return `yarn audit --json > ${file}; code=$?; [ $code -lt 32 ] || exit $code`;
  // Yarn 2 and later write nothing where they found nothing: their exit code alone says that they looked.
  const none = `echo '{"type":"auditSummary","data":{"vulnerabilities":{}}}' > ${file}`;
  return `yarn npm audit --all --recursive --json > ${file}; code=$?; [ $code -ne 0 ] || [ -s ${file} ] || ${none}; exit $code`;
}
