import type { Scene } from "../call.ts";
import type { MergeMethod, Protection, Repository } from "../world.ts";
import { person } from "./people.ts";

/** What a branch tells about its rules to those who may only read. */
export function protectionSummary(rules: Protection | undefined) {
  if (rules === undefined)
    return { enabled: false, required_status_checks: { enforcement_level: "off", contexts: [], checks: [] } };
  const checks = rules.requiredChecks.map((context) => ({ context, app_id: null }));
  return {
    enabled: true,
    required_status_checks: { enforcement_level: "everyone", contexts: rules.requiredChecks, checks },
  };
}

/** GitHub's `branch-protection`. */
export function branchProtection(scene: Scene, repository: Repository, branch: string, rules: Protection) {
  const url = scene.links.api(repository, `/branches/${branch}/protection`);
  const checks = rules.requiredChecks.map((context) => ({ context, app_id: null }));
  return {
    url,
    required_status_checks: {
      url: `${url}/required_status_checks`,
      strict: false,
      contexts: rules.requiredChecks,
      contexts_url: `${url}/required_status_checks/contexts`,
      checks,
    },
    required_pull_request_reviews: {
      url: `${url}/required_pull_request_reviews`,
      dismiss_stale_reviews: rules.dismissStaleReviews,
      require_code_owner_reviews: false,
      require_last_push_approval: false,
      required_approving_review_count: rules.requiredApprovals,
      bypass_pull_request_allowances: { users: rules.bypass.map((login) => person(scene, login)), teams: [], apps: [] },
    },
    enforce_admins: { url: `${url}/enforce_admins`, enabled: true },
    required_conversation_resolution: { enabled: rules.requireConversationResolution },
    required_linear_history: { enabled: rules.requireLinearHistory },
    allow_force_pushes: { enabled: false },
    allow_deletions: { enabled: false },
    block_creations: { enabled: false },
    lock_branch: { enabled: false },
    allow_fork_syncing: { enabled: false },
  };
}

function queue(method: MergeMethod) {
  return {
    merge_method: method.toUpperCase(),
    grouping_strategy: "ALLGREEN",
    check_response_timeout_minutes: 60,
    max_entries_to_build: 5,
    max_entries_to_merge: 5,
    min_entries_to_merge: 1,
    min_entries_to_merge_wait_minutes: 5,
  };
}

/** The same rules in the form of a ruleset, which everyone who can read may see. */
export function branchRules(repository: Repository, rules: Protection) {
  const origin = {
    ruleset_source_type: "Repository",
    ruleset_source: `${repository.owner}/${repository.name}`,
    ruleset_id: repository.id,
  };
  const checks = rules.requiredChecks.map((context) => ({ context }));
  return [
    { type: "deletion", ...origin },
    { type: "non_fast_forward", ...origin },
    {
      type: "pull_request",
      parameters: {
        dismiss_stale_reviews_on_push: rules.dismissStaleReviews,
        require_code_owner_review: false,
        require_last_push_approval: false,
        required_approving_review_count: rules.requiredApprovals,
        required_review_thread_resolution: rules.requireConversationResolution,
      },
      ...origin,
    },
    ...(rules.requireLinearHistory ? [{ type: "required_linear_history", ...origin }] : []),
    ...(rules.mergeQueue === undefined
      ? []
      : [{ type: "merge_queue", parameters: queue(rules.mergeQueue), ...origin }]),
    ...(checks.length === 0
      ? []
      : [
          {
            type: "required_status_checks",
            parameters: { required_status_checks: checks, strict_required_status_checks_policy: false },
            ...origin,
          },
        ]),
  ];
}
