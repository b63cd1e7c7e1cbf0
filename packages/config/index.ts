export { changelogStyle, type ChangelogStyle } from "./changelog-style.ts";
export { detectBranches, type BranchFacts, type DetectedBranches } from "./branches.ts";
export { configJsonSchema } from "./json-schema.ts";
export { detect, type Detected, type Detection, type Undetected } from "./detect/detect.ts";
export { manifestsOf, type ProjectFiles } from "./detect/project.ts";
export { effectiveSettings, type EffectiveSetting } from "./effective.ts";
export { defaultConfigPath, loadConfig, withDetection, type ConfigSource, type LoadedConfig } from "./load.ts";
export { type SmokeSettings } from "./schema.ts";
export { wantsDetection, type Config, type GateSettings } from "./settle.ts";
