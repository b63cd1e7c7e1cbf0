// Runs after the environment let the job through; it holds no token, so there is nothing here to protect.
const { appendFileSync } = require("node:fs");

const release = (process.env.INPUT_RELEASE ?? "").replace(/[^0-9A-Za-z._+-]/g, "");
const line = `Approved: ${release}. Approver and commit are checked again before anything is deployed.\n`;
process.stdout.write(line);
if (process.env.GITHUB_STEP_SUMMARY) appendFileSync(process.env.GITHUB_STEP_SUMMARY, line);
