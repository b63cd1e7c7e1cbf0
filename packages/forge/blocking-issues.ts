import type { Client } from "./client.ts";
import { askGraph } from "./graph.ts";
import type { BlockingIssue } from "./port.ts";

const shown = 20;

/** The whole question about so many labels. */
export function blockingQuery(count: number): string {
  const names = Array.from({ length: count }, (_, at) => `l${at}`);
  const variables = names.map((name) => `, $${name}: String!`).join("");
  const lists = names.map(
    (name) => `    ${name}: issues(first: ${shown}, states: OPEN, labels: [$${name}]) { nodes { number title url } }`,
  );
  return `query Blocking($owner: String!, $name: String!${variables}) {\n  repository(owner: $owner, name: $name) {\n${lists.join("\n")}\n  }\n}`;
}

/** See the port: one request, whatever the number of labels. */
export async function openIssues(client: Client, labels: readonly string[]): Promise<readonly BlockingIssue[]> {
  if (labels.length === 0) return [];
  const repository = await askGraph<
    Readonly<Record<string, { readonly nodes: readonly (BlockingIssue | null)[] | null }>>
  >(client, "the issues", {
    query: blockingQuery(labels.length),
    variables: Object.fromEntries(labels.map((label, at) => [`l${at}`, label])),
  });
  const found = Object.values(repository).flatMap(({ nodes }) => (nodes ?? []).filter((issue) => issue !== null));
  return [...new Map(found.map((issue) => [issue.number, issue])).values()].toSorted((a, b) => a.number - b.number);
}
