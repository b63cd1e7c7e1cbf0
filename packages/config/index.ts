export { changelogStyle, type ChangelogStyle } from "./changelog-style.ts";
export { detectBranches, type BranchFacts, type DetectedBranches } from "./branches.ts";
export { configJsonSchema } from "./json-schema.ts";
export { defaultConfigPath, loadConfig, type ConfigSource, type LoadedConfig } from "./load.ts";
export { type Config, type GateSettings, type SmokeSettings } from "./schema.ts";
