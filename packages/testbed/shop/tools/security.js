// node tools/security.js: looks for insecure code; the findings go to reports/security.sarif.
import { mkdirSync, writeFileSync } from "node:fs";
import { ESLint } from "eslint";
import { sarif } from "./sarif.js";

const eslint = new ESLint();
const results = await eslint.lintFiles(["src", "tools"]);
mkdirSync("reports", { recursive: true });
writeFileSync("reports/security.sarif", sarif(results, eslint.getRulesMetaForResults(results)));
const errors = results.reduce((sum, { errorCount }) => sum + errorCount, 0);
console.log(`${results.length} files, ${errors} errors`);
process.exitCode = errors > 0 ? 1 : 0;
