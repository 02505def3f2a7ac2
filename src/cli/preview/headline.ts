import type { Action } from "../../github/actions.ts";
import { headlineText, type Names } from "./headline-text.ts";
import { previewText } from "./text.ts";

/** What an action does, as a person would say it: "open the issue “Code freeze”". */
export function headlineOf<A extends Action>(action: A, names: Names): string {
  // the table has one function per action, each taking just that one
  const headline = headlineText[action.action] as (action: A, names: Names) => string;
  return headline(action, names);
}

/** The names in a plan: what it creates has no number yet. */
export function namesIn(plan: readonly Action[]): Names {
  const titles = new Map<string, string>();
  const named = (ref: string) => titles.get(ref) ?? previewText.createdAbove;
  for (const action of plan) {
    if (action.action === "add-to-project" && typeof action.id !== "number")
      titles.set(action.ref, named(action.id.ref));
    else if ("ref" in action && "title" in action) titles.set(action.ref, `“${action.title}”`);
  }
  return {
    numbered: (target) => (typeof target === "number" ? `#${target}` : named(target.ref)),
    identified: (target, kind) => (typeof target === "number" ? previewText.withId(kind, target) : named(target.ref)),
  };
}
