/** The preset ships no types; only its table is read, as configuration. */
declare module "conventional-changelog-conventionalcommits" {
  export const DEFAULT_COMMIT_TYPES: readonly {
    readonly type: string;
    readonly section: string;
    readonly hidden?: boolean;
  }[];
}
