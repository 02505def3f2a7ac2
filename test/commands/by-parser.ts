import type { Nodes } from "mdast";
import { parse } from "../markdown/rendered.ts";

const HIDING = new Set(["blockquote", "table", "inlineCode", "code", "html"]);

/**
 * The lines (from 0) that begin with `/sre` in Markdown text, according to a full parser. For lines with at most one
 * space of indentation: those are never lines of a list item.
 */
export function commandLinesByParser(body: string): number[] {
  const root = parse(body);
  const found: number[] = [];
  let start = 0;
  for (const [index, line] of body.split("\n").entries()) {
    const indent = /^ ?(?=\/sre(?!\S))/i.exec(line)?.[0].length;
    const path = indent === undefined ? [] : pathTo(root, start + indent);
    if (path.at(-1)?.type === "text" && !path.some(({ type }) => HIDING.has(type))) found.push(index);
    start += line.length + 1;
  }
  return found;
}

function pathTo(node: Nodes, offset: number): Nodes[] {
  const children = "children" in node ? node.children : [];
  const child = children.find(({ position }) => {
    const [from, to] = [position?.start.offset ?? 0, position?.end.offset ?? 0];
    return from <= offset && offset < to;
  });
  return child === undefined ? [node] : [node, ...pathTo(child, offset)];
}
