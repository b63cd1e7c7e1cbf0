/** CVSS of what eslint-plugin-security may find; what is not listed is a warning. */
const severities = new Map([
  ["security/detect-eval-with-expression", 9.8],
  ["security/detect-child-process", 8.8],
  ["security/detect-non-literal-require", 8.1],
  ["security/detect-buffer-noassert", 7.5],
  ["security/detect-unsafe-regex", 7.5],
  ["security/detect-bidi-characters", 7.5],
  ["security/detect-pseudoRandomBytes", 7.4],
  ["security/detect-disable-mustache-escape", 7.1],
  ["security/detect-possible-timing-attacks", 5.9],
  ["security/detect-non-literal-fs-filename", 5.3],
]);
const DEFAULT_SEVERITY = 4;

/** eslint's results as SARIF 2.1.0. */
export function sarif(results, rulesMeta) {
  const rules = Object.entries(rulesMeta).map(([id, { docs }]) => ({
    id,
    shortDescription: { text: docs?.description ?? id },
    properties: { "security-severity": String(severities.get(id) ?? DEFAULT_SEVERITY) },
  }));
  const found = results.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, message, severity, line = 1, column = 1, fatal }) => ({
      ruleId: ruleId ?? "parse-error",
      level: severity === 2 || fatal ? "error" : "warning",
      message: { text: message },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: filePath.replace(`${process.cwd()}/`, "") },
            region: { startLine: line, startColumn: column },
          },
        },
      ],
    })),
  );
  const run = {
    tool: { driver: { name: "eslint-plugin-security", informationUri: "https://eslint.org", rules } },
    invocations: [{ executionSuccessful: !results.some(({ fatalErrorCount }) => fatalErrorCount > 0) }],
    artifacts: results.map(({ filePath }) => ({ location: { uri: filePath.replace(`${process.cwd()}/`, "") } })),
    results: found,
  };
  return JSON.stringify({ $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] });
}
