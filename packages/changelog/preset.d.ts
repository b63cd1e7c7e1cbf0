/** The preset ships no types; only tests compare with it. */
declare module "conventional-changelog-conventionalcommits" {
  /** The whole preset. */
  const createPreset: () => unknown;
  export default createPreset;
  export const DEFAULT_COMMIT_TYPES: readonly {
    readonly type: string;
    readonly section: string;
    readonly hidden?: boolean;
  }[];
}
