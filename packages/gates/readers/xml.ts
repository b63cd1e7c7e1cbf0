import { SaxesParser } from "saxes";
import { BrokenReport, runAgain } from "./broken.ts";

export type Attributes = Readonly<Record<string, string>>;

/** What a reader does while the elements of a document pass by. Names are without namespace prefix. */
export interface XmlReader {
  readonly open: (name: string, attributes: Attributes) => void;
  /** `text` is that of the element alone, cut after some thousand characters. */
  readonly close?: (name: string, text: string) => void;
}

/** No report nests deeper. */
const maxDepth = 200;
/** Of the text of an element: messages and stacks, not output. */
const maxText = 20_000;

/**
 * Streams well-formed XML past a reader: nothing of the document is kept. A DOCTYPE may name a DTD, as those of JaCoCo and
 * Cobertura do, which is never loaded; one that declares entities of its own is refused, as they may grow without bound.
 */
export function readXml(text: string, reader: XmlReader): void {
  const parser = new SaxesParser();
  const open: { readonly name: string; text: string }[] = [];
  const add = (more: string) => {
    const top = open.at(-1);
    if (top !== undefined && top.text.length < maxText) top.text += more.slice(0, maxText);
  };
  parser.on("error", (error) => {
    throw new BrokenReport(`it is not complete XML (${error.message})`, runAgain);
  });
  parser.on("doctype", (doctype) => {
    if (doctype.includes("[") || doctype.includes("<!"))
      throw new BrokenReport("its DOCTYPE declares things of its own", "Use a plain XML reporter.");
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (open.length >= maxDepth) throw new BrokenReport("it is nested too deep", "Check what writes this file.");
    const local = name.slice(name.indexOf(":") + 1);
    open.push({ name: local, text: "" });
    reader.open(local, attributes);
  });
  parser.on("text", add);
  parser.on("cdata", add);
  parser.on("closetag", () => {
    const done = open.pop();
    if (done !== undefined) reader.close?.(done.name, done.text);
  });
  parser.write(text).close();
}

/** Whether the first element of a document has this name. */
export function rootIs(head: string, names: readonly string[]): boolean {
  const root = /^(?:<\?[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE[^[>]*(?:\[[\s\S]*?\])?\s*>|\s)*<(?:[\w.-]+:)?([\w.-]+)/i.exec(
    head,
  )?.[1];
  return root !== undefined && names.includes(root);
}
