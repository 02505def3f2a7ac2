import type { Action, Plan } from "../../github/actions.ts";
import { detailsOf } from "./details.ts";
import { headlineOf, namesIn } from "./headline.ts";
import type { Names } from "./headline-text.ts";
import type { Preview } from "./result.ts";
import { previewText } from "./text.ts";
import { type Titles, titlesIn } from "./titles.ts";

const isCreation = ({ action }: Action): boolean => action.startsWith("create-");

function printAction(action: Action, names: Names, titles: Titles, listsLag: boolean): string {
  const headline = previewText.action(headlineOf(action, names), action.because, listsLag && isCreation(action));
  return [`  ${headline}`, ...detailsOf(action, names, titles)].join("\n");
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
 * may already exist; only a server knows what it has created. `explained`: why there is nothing to write has been said.
 */
export function printPreview(
  preview: Preview,
  { listsLag, explained = false }: { readonly listsLag: boolean; readonly explained?: boolean },
): string {
  const { plan, requests } = preview;
  const names = namesIn(plan);
  const head = previewText.head(preview.automation, preview.repo, preview.at);
  const titles = titlesIn(preview.facts);
  const actions = withTextsOnce(plan).map((action) => printAction(action, names, titles, listsLag));
  const what = actions.length === 0 ? [`  ${explained ? previewText.nothingExplained : previewText.nothing}`] : actions;
  const footnote = listsLag && plan.some(isCreation) ? [`  ${previewText.mayExist}`] : [];
  return [head, ...what, ...footnote, `  ${previewText.cost(requests)}`].join("\n\n");
}
