import { ReleaseFault } from "#faults";

import type { Client } from "./client.ts";
import { isStatus } from "./host-fault.ts";
import { allPages } from "./pages.ts";
import type { SecurityAlert } from "./port.ts";
import { routes } from "./routes.ts";

const perPage = 100;

/** Open alerts of code scanning on a branch; `undefined` while it has no analysis of exactly this commit. */
export async function codeScanningAlerts(
  client: Client,
  branch: string,
  sha: string,
): Promise<readonly SecurityAlert[] | undefined> {
  const ref = `refs/heads/${branch}`;
  const asked = { ...client.at, ref, per_page: perPage };
  try {
    const { data: analyses } = await client.request(routes.listAnalyses, asked);
    const ours = analyses.filter(({ commit_sha }) => commit_sha === sha);
    // Newest first: a later analysis of the same category takes the place of one that failed.
    const newest = new Map(ours.toReversed().map((one) => [`${one.tool.name ?? ""}\0${one.category ?? ""}`, one]));
    const broken = [...newest.values()].find(({ error }) => error !== "");
    if (broken !== undefined) throw brokenAnalysis(broken.tool.name ?? "code scanning", broken.error);
    if (newest.size === 0) return undefined;
    const alerts = await allPages(async (page) => {
      const { data } = await client.request(routes.listCodeAlerts, { ...asked, state: "open", page });
      return data;
    });
    return alerts.map(({ rule, html_url, most_recent_instance: { message, location } }) => ({
      ids: [rule.id ?? rule.name ?? "unnamed rule"],
      text: message?.text ?? rule.description ?? "",
      vectors: [],
      word: rule.security_severity_level ?? wordOfLevel[rule.severity ?? "none"],
      url: html_url,
      ...(location?.path === undefined ? {} : { file: location.path }),
      ...(location?.start_line === undefined ? {} : { line: location.start_line }),
      tags: rule.tags ?? [],
    }));
  } catch (thrown) {
    // What GitHub says of a branch that was never analysed.
    if (isStatus(thrown, 404) && /no analysis found/i.test(thrown.reason)) return undefined;
    throw refused(thrown, "code scanning", "security-events: read");
  }
}

/** As SARIF counts them: an error blocks by default, a warning does not. */
const wordOfLevel = { error: "high", warning: "medium", note: "low", none: "info" } as const;

/** Open alerts of Dependabot. They are about the default branch: GitHub knows no other. */
export async function dependabotAlerts(client: Client): Promise<readonly SecurityAlert[]> {
  const all: SecurityAlert[] = [];
  let after: string | undefined;
  try {
    do {
      const at = { ...client.at, state: "open", per_page: perPage, ...(after === undefined ? {} : { after }) };
      const { data, headers } = await client.request(routes.listDependabotAlerts, at);
      all.push(...data.map(asAlert));
      after = /[?&]after=([^&>]+)[^>]*>; rel="next"/.exec(headers.link ?? "")?.[1];
      if (after !== undefined) after = decodeURIComponent(after);
    } while (after !== undefined);
    return all;
  } catch (thrown) {
    throw refused(thrown, "Dependabot", "vulnerability-alerts: read");
  }
}

type Page = Awaited<ReturnType<typeof pageOfDependabot>>["data"];
const pageOfDependabot = (client: Client) => client.request(routes.listDependabotAlerts, client.at);

function asAlert({
  security_advisory: advisory,
  security_vulnerability: hole,
  dependency,
  html_url,
}: Page[number]): SecurityAlert {
  const { cvss_v3, cvss_v4 } = advisory.cvss_severities ?? {};
  const vectors = [advisory.cvss.vector_string, cvss_v3?.vector_string, cvss_v4?.vector_string];
  const fixedIn = hole.first_patched_version?.identifier;
  return {
    ids: [...(advisory.cve_id === null ? [] : [advisory.cve_id]), advisory.ghsa_id],
    text: advisory.summary,
    score: advisory.cvss.score,
    vectors: vectors.filter((one) => one !== null && one !== undefined),
    word: advisory.severity,
    url: html_url,
    ...(dependency.manifest_path === undefined ? {} : { file: dependency.manifest_path }),
    tags: advisory.cwes.map(({ cwe_id }) => cwe_id),
    package: { name: hole.package.name, ecosystem: hole.package.ecosystem },
    ...(fixedIn === undefined ? {} : { fixedIn }),
  };
}

function brokenAnalysis(tool: string, error: string): ReleaseFault {
  return new ReleaseFault("policy", `The analysis of this commit by ${tool} failed: ${error.slice(0, 300)}`, {
    hint: "See the log of the workflow of code scanning, correct what failed, and retry the release.",
  });
}

/** Switched off, or not for this token to see: nobody knows then whether there are alerts. */
function refused(thrown: unknown, what: string, permission: string): unknown {
  if (!isStatus(thrown, 403, 404)) return thrown;
  return new ReleaseFault("permission", `The alerts of ${what} cannot be read: ${thrown.reason}`, {
    hint: `Switch ${what} on (Settings → Advanced Security), and give the job that runs this the permission:\npermissions:\n  ${permission}`,
    cause: thrown,
  });
}
