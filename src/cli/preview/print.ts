import type { Action, Plan } from "../../github/actions.ts";
import { detailsOf } from "./details.ts";
import { headlineOf, type Names, namesIn } from "./headline.ts";
import type { Preview } from "./result.ts";

const isCreation = ({ action }: Action): boolean => action.startsWith("create-");

function printAction(action: Action, names: Names, listsLag: boolean): string {
  const note = listsLag && isCreation(action) ? "*" : "";
  const headline = `  ${headlineOf(action, names)}${note}  (${action.because})`;
  return [headline, ...detailsOf(action, names)].join("\n");
}

/** A text that names what is created after it is written twice; people read it once, as it will be. */
function withTextsOnce(plan: Plan): Action[] {
  const last = new Map<string, string>();
  for (const action of plan) {
    const ref = action.action === "update-issue" && typeof action.number !== "number" ? action.number.ref : null;
    if (ref !== null && "body" in action && action.body !== undefined) last.set(ref, action.body);
  }
  return plan.flatMap((action): Action[] => {
    if (action.action === "create-issue") return [{ ...action, body: last.get(action.ref) ?? action.body }];
    if (action.action !== "update-issue" || typeof action.number === "number") return [action];
    const { body, ...rest } = action;
    const { title, state, labels, assignees, milestone } = rest;
    const setsMore = [title, state, labels, assignees, milestone].some((setting) => setting !== undefined);
    return body === undefined ? [action] : setsMore ? [rest] : [];
  });
}

/**
 * A preview for the terminal: what would be written, why, and how many requests it took. `listsLag`: what it would create
 * may already exist; only a server knows what it has created.
 */
export function printPreview(preview: Preview, { listsLag }: { readonly listsLag: boolean }): string {
  const { plan, requests } = preview;
  const names = namesIn(plan);
  const head = `${preview.automation} in ${preview.repo} at ${preview.at}`;
  const what =
    plan.length === 0
      ? "  Nothing to write: GitHub shows what sre.yml asks for."
      : withTextsOnce(plan)
          .map((action) => printAction(action, names, listsLag))
          .join("\n\n");
  const footnote =
    listsLag && plan.some(isCreation)
      ? "\n\n  * may exist already: GitHub's lists show what was created in the last minutes late, and only a server knows what it created."
      : "";
  const cost = `  ${requests.rest + requests.graphql} requests (${requests.points} points), ${requests.writes} writes.`;
  return `${head}\n\n${what}${footnote}\n\n${cost}`;
}
