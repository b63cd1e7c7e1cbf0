import { z } from "zod";

/** What is taken out of whatever is stored or shown, beside secrets and personal data. */
export const scrubSchema = z.strictObject({
  /** Addresses of machines, which may be those of people. */
  ipAddresses: z.boolean().default(false),
});
