// Writes the parts of the documentation that are functions of the code; `--check` fails when one is out of date.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { configJsonSchema } from "#config";
import { authorityTable, guardTable, rollbackDiagram, stateDiagram, states, timing } from "#machine";
import { duration } from "#report";
import { parse } from "yaml";

import { actions } from "../actions/index.ts";
import { reportJsonSchema } from "../packages/report/document-schema.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

function mermaid(text: string): string {
  return `\`\`\`mermaid\n${text}\n\`\`\``;
}

const show = (ms: number | undefined) => (ms === undefined ? "–" : duration(ms));

function timings(): string {
  const rows = states.map((state) => {
    const { targetMs, p95Ms, timeoutMs } = timing[state];
    return `| \`${state}\` | ${show(targetMs)} | ${show(p95Ms)} | ${show(timeoutMs)} |`;
  });
  return ["| State | Target | p95 | Time-out |", "| --- | ---: | ---: | ---: |", ...rows].join("\n");
}

/** Between `<!-- generated:NAME -->` and `<!-- /generated:NAME -->`, in these files. */
const sections: Readonly<Record<string, () => string>> = {
  "state-diagram": () => mermaid(stateDiagram()),
  "rollback-diagram": () => mermaid(rollbackDiagram()),
  guards: guardTable,
  authority: authorityTable,
  timings,
};
const documents = ["README.md", "docs/state-machine.md", "docs/authority.md"];

function filled(text: string): string {
  return text.replaceAll(
    /(<!-- generated:([a-z-]+) -->\n)[\s\S]*?(\n<!-- \/generated:\2 -->)/g,
    (_, begin: string, name: string, end: string) => {
      const section = sections[name];
      if (section === undefined)
        throw new Error(`No generated section is called "${name}". Known: ${Object.keys(sections).join(", ")}`);
      return `${begin}${section()}${end}`;
    },
  );
}

interface ActionFile {
  readonly inputs?: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs?: Readonly<Record<string, { readonly description: string }>>;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}

function shown(value: string | undefined): string {
  if (value === undefined) return "**required**";
  return value === "" ? "–" : `\`${cell(value)}\``;
}

/** Inputs and outputs of an action, as tables of its page. */
function usage(action: string): string {
  const { inputs = {}, outputs = {} } = parse(readFileSync(`${root}${action}`, "utf8")) as ActionFile;
  const given = Object.entries(inputs).map(
    ([input, { description, default: value }]) => `| \`${input}\` | ${cell(description)} | ${shown(value)} |`,
  );
  const made = Object.entries(outputs).map(([output, { description }]) => `| \`${output}\` | ${cell(description)} |`);
  return [
    "| Input | What it is | Default |",
    "| --- | --- | --- |",
    ...given,
    "",
    "| Output | What it is |",
    "| --- | --- |",
    ...made,
  ].join("\n");
}

const wanted = new Map(documents.map((file) => [file, filled(readFileSync(`${root}${file}`, "utf8"))]));
/** Pages that show the inputs and outputs of an action, by page. */
const pages = new Map([
  ["docs/composite.md", "action.yml"],
  ...Object.keys(actions).map((name) => [`actions/${name}/README.md`, `actions/${name}/action.yml`] as const),
]);
for (const [file, action] of pages) {
  const text = readFileSync(`${root}${file}`, "utf8");
  const marks = /(<!-- generated:usage -->\n)[\s\S]*?(\n<!-- \/generated:usage -->)/;
  wanted.set(
    file,
    text.replace(marks, (_, begin: string, end: string) => `${begin}${usage(action)}${end}`),
  );
}
wanted.set("docs/release-command.schema.json", `${JSON.stringify(configJsonSchema(), null, 2)}\n`);

wanted.set("docs/release-report.schema.json", `${JSON.stringify(reportJsonSchema(), null, 2)}\n`);

let outdated = 0;
for (const [file, text] of wanted) {
  const path = `${root}${file}`;
  const now = readIfThere(path);
  if (now === text) continue;
  if (process.argv.includes("--check")) {
    console.error(`${file} is out of date. Run: npm run docs`);
    outdated += 1;
  } else {
    writeFileSync(path, text);
    console.log(`${file} written`);
  }
}
process.exitCode = outdated === 0 ? 0 : 1;

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
