import type { Action, NumberOrRef, UpdateIssue } from "../../github/actions.ts";
import { withoutMarkers } from "../../markdown/marker.ts";
import type { Names } from "./headline-text.ts";
import { previewText } from "./text.ts";
import { type Titles, withTitles } from "./titles.ts";

/** What the plan creates has no number yet; its place in a text is marked. */
const REFERENCE = /\{\{ref:([^{}]*)\}\}/g;

/** A text as people will read it on GitHub: without its markers, and with titles where GitHub shows them. */
function readable(text: string, titles: Titles): string {
  const shown = withoutMarkers(text).trim();
  return withTitles(shown, titles).replaceAll(REFERENCE, (_, ref: string) => previewText.newNumber(nameOf(ref)));
}

/** `freeze` of `task/5/freeze`, `develop→main` of `release:develop→main`, `tasks` of `tasks/5`. */
function nameOf(ref: string): string {
  const parts = ref.split(/[/:]/);
  return parts.findLast((part) => /\D/.test(part)) ?? ref;
}

function indented(text: string): string {
  return text
    .split("\n")
    .map((line) => `      ${line}`.trimEnd())
    .join("\n");
}

/** The lines below an action's headline: what it sets besides, and the text. */
export function detailsOf(action: Action, names: Names, titles: Titles): string[] {
  return [...fieldsOf(action, names).map((field) => `    ${field}`), ...textOf(action, titles)];
}

function fieldsOf(action: Action, names: Names): string[] {
  switch (action.action) {
    case "create-issue":
      return settingsOf(action, names);
    case "update-issue":
      return [...titleOf(action), ...settingsOf(action, names)];
    case "update-pull-request":
      return titleOf(action);
    case "set-project-field":
      return action.fields.map(({ name, text }) => previewText.field(name, text));
    default:
      return [];
  }
}

const titleOf = ({ title }: { readonly title?: string }): string[] =>
  title === undefined ? [] : [previewText.field("title", title)];

type Settings = Pick<UpdateIssue, "labels" | "assignees" | "milestone">;

function settingsOf({ labels, assignees, milestone }: Settings, names: Names): string[] {
  return [
    ...(labels === undefined ? [] : [previewText.field("labels", listed(labels))]),
    ...(assignees === undefined ? [] : [previewText.field("assignees", listed(assignees))]),
    ...(milestone === undefined ? [] : [previewText.field("milestone", milestoneName(milestone, names))]),
  ];
}

const listed = (all: readonly string[]): string => (all.length === 0 ? previewText.none : all.join(", "));

function milestoneName(milestone: NumberOrRef | null, { numbered }: Names): string {
  if (milestone === null) return previewText.none;
  return typeof milestone === "number" ? String(milestone) : numbered(milestone);
}

function textOf(action: Action, titles: Titles): string[] {
  if ("body" in action && action.body !== undefined)
    return [`    ${previewText.body}`, indented(readable(action.body, titles))];
  if (!("output" in action)) return [];
  const { title, summary, annotations } = action.output;
  const notes = (annotations ?? []).map(
    ({ path, start_line, message }) => `      ${previewText.annotation(path, start_line, message)}`,
  );
  return [`    ${readable(title, titles)}`, indented(readable(summary, titles)), ...notes];
}
