import { z } from "zod";

/** Where reports and audit log are brought beside the archive, which has them in any case (decision 35). */
export const recordsSchema = z.strictObject({
  /** `auto`: by commit where the rules of the target branch allow it, else in one standing pull request. */
  publish: z.enum(["auto", "pull-request", "never"]).default("auto"),
});
