/** Names of data for which people have words of their own; every view has the same ones. */
const words: ReadonlyMap<string, string> = new Map([
  ["quality_gates_fast", "fast quality gates"],
  ["escalated", "rolled back, escalated"],
  ["redeploy", "re-deploy"],
  ["redeployed", "re-deployed"],
  ["called_off", "re-deploy called off"],
]);

/** The name of a state, outcome, trigger, kind of release or deed, as people read it. */
export function wordsOf(name: string): string {
  return words.get(name) ?? name.replaceAll(/[_-]/g, " ");
}
