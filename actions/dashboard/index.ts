import { eventOf, flag, openHere, runAction, summaryOf, text, type Shape } from "#shell";

export interface Inputs {
  readonly token: string;
  readonly branch: string;
  readonly follow: boolean;
}

export const shape: Shape<Inputs> = {
  token: ["token", text],
  branch: ["branch", text],
  follow: ["follow", flag],
};

/** A run that was just asked for records its first fact when its first job has started, which may take a while. */
const firstFactMs = 3 * 60_000;

/** The dashboard as a branch: once, or for as long as a release moves. */
export async function run(): Promise<void> {
  await runAction({
    title: "Dashboard",
    shape,
    act: async ({ token, branch, follow }, runner) => {
      const { publishDashboard } = await import("#stages");
      const workplace = await openHere(runner, token, {});
      const pushed: string[] = [];
      const event: unknown = await eventOf(runner);
      const isAsked = typeof event === "object" && event !== null && "action" in event && event.action === "requested";
      const waitMs = isAsked ? firstFactMs : 0;
      await publishDashboard(workplace, { branch, follow, waitMs }, ({ sha, files }) => {
        pushed.push(sha);
        workplace.surroundings.say(`${branch} is ${sha.slice(0, 7)}: ${files} files`);
      });
      const sha = pushed.at(-1) ?? "";
      const rows = [["Branch", branch] as const, ["Commit", sha] as const, ["Pushes", String(pushed.length)] as const];
      return { outputs: { sha }, summary: summaryOf({ title: "Dashboard published", rows }) };
    },
  });
}
