import type { Action } from "../../github/actions.ts";
import { withoutMarkers } from "../../markdown/marker.ts";
import type { Preview } from "./result.ts";

/** Fields that are in the headline of an action, or that only machines need. */
const apart = new Set([
  ...["action", "because", "ref", "identity", "expects", "after", "bulk", "once", "answers", "body", "output"],
]);

/** What the plan creates has no number yet; its place in a text is marked, and a field names it by its title. */
const REFERENCE = /\{\{ref:[^{}]*\}\}/g;
type Titles = ReadonlyMap<string, string>;

function titlesIn(plan: readonly Action[]): Titles {
  return new Map(plan.flatMap((action) => ("ref" in action && "title" in action ? [[action.ref, action.title]] : [])));
}

/** A text as people will read it on GitHub: without its markers. */
function readable(text: string): string {
  return withoutMarkers(text).trim().replaceAll(REFERENCE, "new");
}

function fieldOf(value: unknown, titles: Titles): string {
  if (typeof value === "string") return readable(value);
  if (typeof value !== "object" || value === null || !("ref" in value)) return JSON.stringify(value);
  return `new: ${titles.get(String(value.ref)) ?? "created above"}`;
}

function indented(text: string): string {
  return text
    .split("\n")
    .map((line) => `      ${line}`.trimEnd())
    .join("\n");
}

const isCreation = ({ action }: Action): boolean => action.startsWith("create-");

function printAction(action: Action, titles: Titles, listsLag: boolean): string {
  const fields = Object.entries(action)
    .filter(([key]) => !apart.has(key))
    .map(([key, value]) => `${key}: ${fieldOf(value, titles)}`);
  const note = listsLag && isCreation(action) ? "*" : "";
  const lines = [`  ${action.action}${note}  (${action.because})`, ...fields.map((field) => `    ${field}`)];
  if ("body" in action && action.body !== undefined) lines.push("    body:", indented(readable(action.body)));
  if ("output" in action) {
    lines.push(`    ${readable(action.output.title)}`, indented(readable(action.output.summary)));
    for (const note of action.output.annotations ?? [])
      lines.push(`      ${note.path}:${note.start_line}: ${note.message}`);
  }
  return lines.join("\n");
}

/**
 * A preview for the terminal: what would be written, why, and how many requests it took. `listsLag`: what it would create
 * may already exist; only a server knows what it has created.
 */
export function printPreview(preview: Preview, { listsLag }: { readonly listsLag: boolean }): string {
  const { plan, requests } = preview;
  const titles = titlesIn(plan);
  const head = `${preview.automation} in ${preview.repo} at ${preview.at}`;
  const what =
    plan.length === 0
      ? "  Nothing to write: GitHub shows what sre.yml asks for."
      : plan.map((action) => printAction(action, titles, listsLag)).join("\n\n");
  const footnote =
    listsLag && plan.some(isCreation)
      ? "\n\n  * may exist already: GitHub's lists show what was created in the last minutes late, and only a server knows what it created."
      : "";
  const cost = `  ${requests.rest + requests.graphql} requests (${requests.points} points), ${requests.writes} writes.`;
  return `${head}\n\n${what}${footnote}\n\n${cost}`;
}
