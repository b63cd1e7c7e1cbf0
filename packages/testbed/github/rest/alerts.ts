import { Refusal } from "../answer.ts";
import { findText, page, type Call, type Handlers } from "../call.ts";
import { codeAlert, codeAnalysis, dependabotAlert } from "../present/alerts.ts";

function codeScanning({ repository }: Call) {
  const found = repository.alerts?.codeScanning;
  if (found !== undefined) return found;
  throw new Refusal(
    403,
    "Code scanning is not enabled for this repository. Please enable code scanning in the repository settings.",
  );
}

/** Alerts of code scanning and Dependabot, as `alerts` of the admin API set them. */
export const alerts: Handlers = {
  "code-scanning/list-recent-analyses": (call) => {
    const { analyses } = codeScanning(call);
    const ref = findText(call, "ref");
    const wanted = analyses.filter((one) => ref === undefined || one.ref === ref);
    if (wanted.length === 0) throw new Refusal(404, "no analysis found");
    return page(call, wanted, (one) => codeAnalysis(call, one, analyses.indexOf(one)));
  },
  "code-scanning/list-alerts-for-repo": (call) => {
    const { alerts: all } = codeScanning(call);
    const [ref, state] = [findText(call, "ref"), findText(call, "state")];
    const wanted = all.filter((one) => (ref ?? one.ref) === one.ref && (state ?? one.state) === one.state);
    return page(call, wanted, (one) => codeAlert(call, one, all.indexOf(one)));
  },
  // GitHub pages here by a cursor alone; ours is the place in the list.
  "dependabot/list-alerts-for-repo": (call) => {
    const all = call.repository.alerts?.dependabot;
    if (all === undefined) throw new Refusal(403, "Dependabot alerts are disabled for this repository.");
    const state = findText(call, "state");
    const wanted = all.filter((one) => (state ?? one.state) === one.state);
    const from = Number(findText(call, "after") ?? 0);
    const size = Math.min(100, Number(findText(call, "per_page") ?? 30));
    const next = new URL(call.url);
    next.searchParams.set("after", String(from + size));
    return {
      status: 200,
      body: wanted.slice(from, from + size).map((one) => dependabotAlert(call, one, all.indexOf(one))),
      ...(from + size < wanted.length ? { headers: { link: `<${next.href}>; rel="next"` } } : {}),
    };
  },
};
