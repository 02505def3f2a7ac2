import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

/** A text as GitHub's Markdown renders it. */
export function parse(markdown: string): Nodes {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

/** The tags around a dollar sign: GitHub's own way to say that it begins no mathematics. They show nothing. */
function isSpan(node: Nodes): boolean {
  return node.type === "html" && /^<\/?span>$/.test(node.value);
}

/** What GitHub may take for mathematics: a dollar sign that is not alone in a <span>. */
export function mathIn(node: Nodes): string[] {
  if (!("children" in node)) return [];
  const { children } = node;
  return children.flatMap((child, index) => {
    if (child.type !== "text") return mathIn(child);
    const [before, after] = [children[index - 1], children[index + 1]];
    const isAlone =
      child.value === "$" && before !== undefined && isSpan(before) && after !== undefined && isSpan(after);
    return child.value.includes("$") && !isAlone ? [child.value] : [];
  });
}

/** The kinds of nodes in it, each once, sorted; a list item with a box is a `task`. */
export function kinds(node: Nodes): string[] {
  if (isSpan(node)) return [];
  const below = "children" in node ? node.children.flatMap((child) => kinds(child)) : [];
  const kind = node.type === "listItem" && typeof node.checked === "boolean" ? "task" : node.type;
  return [...new Set([kind, ...below])].sort();
}

/** The text that a reader sees. */
export function shown(node: Nodes): string {
  if ("children" in node) return node.children.map((child) => shown(child)).join("");
  return "value" in node && !isSpan(node) ? node.value : "";
}

/** GitHub processes rendered text again; these are its patterns, rather too broad than too narrow. */
export const LINKED_AFTERWARDS: readonly RegExp[] = [
  /@[a-z0-9]/i,
  /#\d/,
  /\bgh-\d/i,
  /\b[0-9a-f]{7,40}\b/i,
  /:\/\//,
  /www\./i,
  /[\w.+-]+@[\w-]+\.\w/,
];
