import { type Sample, texts } from "./corpora.ts";

/** What ripsecrets tests itself with: files with a secret in each line, and one without any. */
export function ripsecretsSamples(root: string): readonly Sample[] {
  const found = texts(root, "test/one_per_line/*").flatMap(([file, text]) =>
    lines(text).flatMap((line) => {
      const kind = file.slice(file.lastIndexOf("/") + 1);
      // The longest part without spaces, quotes and brackets: the name before it is taken off where all are measured.
      const [secret] = (line.match(/[^\s"'<>]+/g) ?? []).toSorted((a, b) => b.length - a.length);
      return secret === undefined ? [] : [{ kind, text: line, secret }];
    }),
  );
  const clean = texts(root, "test/none").flatMap(([, text]) => lines(text));
  return [...found, ...clean.map((text) => ({ kind: "none", text, secret: "", clean: true }))];
}

function lines(text: string): readonly string[] {
  return text.split("\n").filter((line) => line.trim() !== "");
}
