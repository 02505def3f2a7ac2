import type { Action } from "../../github/actions.ts";
import type { Preview } from "./result.ts";

/** Fields that are in the headline of an action, or that only machines need. */
const apart = new Set(["action", "because", "ref", "expects", "after", "bulk", "body", "output"]);

function indented(text: string): string {
  return text
    .split("\n")
    .map((line) => `      ${line}`.trimEnd())
    .join("\n");
}

const isCreation = ({ action }: Action): boolean => action.startsWith("create-");

function printAction(action: Action, listsLag: boolean): string {
  const fields = Object.entries(action)
    .filter(([key]) => !apart.has(key))
    .map(([key, value]) => `${key}: ${typeof value === "string" ? value : JSON.stringify(value)}`);
  const note = listsLag && isCreation(action) ? "*" : "";
  const lines = [`  ${action.action}${note}  (${action.because})`, ...fields.map((field) => `    ${field}`)];
  if ("body" in action && action.body !== undefined) lines.push("    body:", indented(action.body));
  if ("output" in action) {
    lines.push(`    ${action.output.title}`, indented(action.output.summary));
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
  const head = `${preview.automation} in ${preview.repo} at ${preview.at}`;
  const what =
    plan.length === 0
      ? "  Nothing to write: GitHub shows what sre.yml asks for."
      : plan.map((action) => printAction(action, listsLag)).join("\n\n");
  const footnote =
    listsLag && plan.some(isCreation)
      ? "\n\n  * may exist already: GitHub's lists are late with what was made in the last minutes, and a preview remembers nothing."
      : "";
  const cost = `  ${requests.rest + requests.graphql} requests (${requests.points} points), ${requests.writes} writes.`;
  return `${head}\n\n${what}${footnote}\n\n${cost}`;
}
