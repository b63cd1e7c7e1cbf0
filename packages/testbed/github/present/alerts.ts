import type { Alerts } from "../alerts-admin.ts";
import type { Call } from "../call.ts";

type Code = NonNullable<Alerts["codeScanning"]>;

/** What no handler here changes: when it was found, and that nobody dismissed it. */
function life({ scene, repository }: Call, kind: string, at: number) {
  return {
    number: at + 1,
    created_at: repository.createdAt,
    updated_at: repository.createdAt,
    url: scene.links.api(repository, `/${kind}/alerts/${at + 1}`),
    html_url: scene.links.web(repository, `/security/${kind}/${at + 1}`),
    dismissed_by: null,
    dismissed_at: null,
    dismissed_reason: null,
    fixed_at: null,
  };
}

/** GitHub's `code-scanning-alert-items`. */
export function codeAlert(call: Call, it: Code["alerts"][number], at: number) {
  const own = life(call, "code-scanning", at);
  return {
    ...own,
    instances_url: `${own.url}/instances`,
    state: it.state,
    rule: {
      id: it.rule,
      name: it.rule,
      severity: it.severity ?? null,
      security_severity_level: it.security ?? null,
      description: it.rule,
      tags: it.tags,
    },
    tool: { name: "CodeQL", guid: null, version: "2.20.0" },
    most_recent_instance: {
      ref: it.ref,
      state: it.state,
      commit_sha: it.sha,
      message: { text: it.text },
      location: { path: it.path, start_line: it.line, end_line: it.line, start_column: 1, end_column: 2 },
      classifications: [],
    },
  };
}

/** GitHub's `code-scanning-analysis`. */
export function codeAnalysis(call: Call, it: Code["analyses"][number], at: number) {
  return {
    ref: it.ref,
    commit_sha: it.sha,
    analysis_key: ".github/workflows/codeql.yml:analyze",
    environment: "{}",
    category: it.category,
    error: it.error,
    created_at: call.repository.createdAt,
    results_count: 0,
    rules_count: 1,
    id: at + 1,
    url: call.scene.links.api(call.repository, `/code-scanning/analyses/${at + 1}`),
    sarif_id: `sarif-${at + 1}`,
    tool: { name: it.tool, guid: null, version: "2.20.0" },
    deletable: true,
    warning: "",
  };
}

/** GitHub's `dependabot-alert`. */
export function dependabotAlert(call: Call, it: NonNullable<Alerts["dependabot"]>[number], at: number) {
  const holder = { ecosystem: it.ecosystem, name: it.package };
  const hole = {
    package: holder,
    severity: it.severity,
    vulnerable_version_range: it.fixedIn === undefined ? ">= 0" : `< ${it.fixedIn}`,
    first_patched_version: it.fixedIn === undefined ? null : { identifier: it.fixedIn },
  };
  const since = call.repository.createdAt;
  return {
    ...life(call, "dependabot", at),
    dismissed_comment: null,
    state: it.state,
    dependency: { package: holder, manifest_path: it.manifest, scope: "runtime" },
    security_advisory: {
      ghsa_id: it.ghsa,
      cve_id: it.cve ?? null,
      summary: `A hole in ${it.package}`,
      description: "",
      vulnerabilities: [hole],
      severity: it.severity,
      cvss: { score: it.score, vector_string: it.vector ?? null },
      cwes: it.cwes.map((cwe_id) => ({ cwe_id, name: cwe_id })),
      identifiers: [{ type: "GHSA", value: it.ghsa }],
      references: [],
      published_at: since,
      updated_at: since,
      withdrawn_at: null,
    },
    security_vulnerability: hole,
  };
}
