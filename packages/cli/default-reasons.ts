/** What stands in the record where nobody said why. */
export const defaultReasons = {
  promote: "go on",
  rollback: "asked for by hand",
  redeploy: "asked for by hand",
} as const;
