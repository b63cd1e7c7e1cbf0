/**
 * Text for the log of a runner, of which nothing is a command to it. It obeys lines that begin with `::name::`, and
 * `##[name]` anywhere in a line; what people and tests write gets there, and must not set outputs or hide errors.
 */
export function logged(text: string): string {
  return text.replaceAll("##[", "## [").replaceAll(/(^|[\r\n])([\s\u0085\u200b]*)::/g, "$1$2: :");
}
