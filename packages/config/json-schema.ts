import { z } from "zod";
import { configSchema } from "./schema.ts";

/** The JSON Schema of the file as people write it (defaults optional, durations as text): for editors and the docs. */
export function configJsonSchema(): Readonly<Record<string, unknown>> {
  return {
    ...z.toJSONSchema(configSchema, { io: "input" }),
    title: "Release Command",
    description: "Configuration of Release Command: .github/release-command.yml",
  };
}
