/** `83 ms`, `4.2 s`, `3 min 05 s`. */
export function duration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, "0")} s`;
  return `${Math.floor(seconds / 3600)} h ${String(Math.floor((seconds % 3600) / 60)).padStart(2, "0")} min`;
}

/** Status as a mark and a word: never by colour or mark alone. */
export function mark(status: string): string {
  const marks: Readonly<Record<string, string>> = {
    passed: "✅ passed",
    failed: "❌ failed",
    provisional: "🕓 provisional",
  };
  return marks[status] ?? (status === "not-applicable" ? "➖ not applicable" : status);
}

/** Foreign text inside a Markdown table cell: one line, nothing that ends the cell or begins HTML. */
export function cell(text: string): string {
  return text
    .replaceAll(/\s+/g, " ")
    .replaceAll("\\", "\\\\")
    .replaceAll("|", "\\|")
    .replaceAll("<", "&lt;")
    .replaceAll("@", "@\u200B")
    .slice(0, 500);
}

/** A Markdown table; columns named `…:` are aligned right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const rule = head.map((name) => (name.endsWith(":") ? "---:" : "---"));
  return [line(head.map((name) => name.replace(/:$/, ""))), line(rule), ...rows.map(line)].join("\n");
}

/** Ratio 0–1 as percent with one digit. */
export function percent(ratio: number): string {
  return `${(ratio * 100).toFixed(1)} %`;
}
