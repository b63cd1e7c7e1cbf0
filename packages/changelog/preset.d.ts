/** The preset ships no types; only its table is read, as configuration. */
declare module "conventional-changelog-conventionalcommits" {
  /** The whole preset; only tests compare with it. */
  const createPreset: () => unknown;
  export default createPreset;
  export const DEFAULT_COMMIT_TYPES: readonly {
    readonly type: string;
    readonly section: string;
    readonly hidden?: boolean;
  }[];
}
