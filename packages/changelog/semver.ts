// Part by part: the whole is 46 modules, and each start of a command would load them.
export { default as SemVer } from "semver/classes/semver.js";
export { default as compare } from "semver/functions/compare.js";
export { default as gt } from "semver/functions/gt.js";
export { default as gte } from "semver/functions/gte.js";
export { default as lt } from "semver/functions/lt.js";
export { default as lte } from "semver/functions/lte.js";
export { default as major } from "semver/functions/major.js";
export { default as parse } from "semver/functions/parse.js";
export { default as valid } from "semver/functions/valid.js";
