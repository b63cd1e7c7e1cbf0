import type { Failure } from "#machine";

const examples = {
  security: `gates:
  security:
    scanners:
      - command: semgrep scan --config p/owasp-top-ten --sarif --output reports/security.sarif
        report: reports/security.sarif`,
  unit: `gates:
  unit:
    command: npx vitest run --coverage --coverage.reporter=lcov --reporter=junit --outputFile=reports/unit.xml
    report: reports/unit.xml
    coverage: coverage/lcov.info`,
  integration: `gates:
  integration:
    command: npm run test:integration
    report: reports/integration.xml
    coverage: coverage/integration/lcov.info`,
  e2e: `gates:
  e2e:
    command: PLAYWRIGHT_JSON_OUTPUT_NAME=reports/e2e.json npx playwright test --reporter=json
    report: reports/e2e.json`,
  development: `environments:
  development:
    command: npm start
    health: /health`,
} as const;

const titles: { readonly [K in keyof typeof examples]: string } = {
  security: "The security gate has no scanner: nothing was scanned",
  unit: "The unit gate is not configured: no test was run",
  integration: "The integration gate is not configured: no test was run",
  e2e: "The e2e gate is not configured: no journey was walked",
  development: "No development environment is configured: there is nothing to test against",
};

/** Why something that is not configured fails, with an example to copy into the configuration. */
export function notConfigured(what: keyof typeof examples): Failure {
  return {
    title: titles[what],
    suggestion: `Add to the configuration file, with your own command:\n${examples[what]}`,
  };
}
