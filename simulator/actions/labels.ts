import { notFound, Refused } from "../refused.ts";
import { noteCreation } from "../replicas.ts";
import type { SimIssueBase, SimLabel, SimRepo } from "../state.ts";
import { type Acting, newId, numbered, tell } from "./acting.ts";
import { checkLabel } from "./text.ts";

/** The color of a label that was created by using it. */
const PLAIN = "ededed";

/** Labels are case-insensitive. */
export function labelNamed(repo: SimRepo, name: string): SimLabel | undefined {
  const exact = repo.labels.get(name);
  if (exact !== undefined) return exact;
  const wanted = name.toLowerCase();
  return [...repo.labels.values()].find((label) => label.name.toLowerCase() === wanted);
}

/** Creates a label; 422 `already_exists` if there is one of that name. */
export function createLabel(
  acting: Acting,
  repo: SimRepo,
  made: { readonly name: string; readonly color?: string; readonly description?: string | null },
): SimLabel {
  checkLabel(made.name, made.description);
  if (labelNamed(repo, made.name) !== undefined) {
    throw new Refused(422, "Validation Failed", [{ resource: "Label", field: "name", code: "already_exists" }]);
  }
  const label: SimLabel = {
    id: newId(acting.state),
    name: made.name,
    color: made.color ?? PLAIN,
    description: made.description ?? null,
  };
  repo.labels.set(label.name, label);
  noteCreation(acting.state, repo, "labels", label.id);
  tell(acting, repo, "label", "created", { label });
  return label;
}

/** Adds labels to an issue or pull request; missing ones are created. */
export function label(acting: Acting, repo: SimRepo, number: number, names: readonly string[]): SimIssueBase {
  const { item, event } = numbered(repo, number);
  for (const name of names) {
    const known = labelNamed(repo, name) ?? createLabel(acting, repo, { name });
    if (item.labels.some((one) => one.name === known.name)) continue;
    const labeling = { name: known.name, by: acting.login, at: acting.state.now };
    item.labels.push(labeling);
    item.labeled.push({ ...labeling });
    item.updated_at = acting.state.now;
    tell(acting, repo, event, "labeled", { number, label: known });
  }
  return item;
}

/** Removes a label; 404 if it is not on the issue. */
export function unlabel(acting: Acting, repo: SimRepo, number: number, name: string): SimIssueBase {
  const { item, event } = numbered(repo, number);
  const known = labelNamed(repo, name);
  if (known === undefined || !item.labels.some((one) => one.name === known.name)) {
    throw new Refused(404, "Label does not exist");
  }
  item.labels = item.labels.filter((one) => one.name !== known.name);
  item.updated_at = acting.state.now;
  tell(acting, repo, event, "unlabeled", { number, label: known });
  return item;
}

/** Exactly these labels from now on. */
export function setLabels(acting: Acting, repo: SimRepo, number: number, names: readonly string[]): SimIssueBase {
  const { item } = numbered(repo, number);
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  for (const one of [...item.labels]) if (!wanted.has(one.name.toLowerCase())) unlabel(acting, repo, number, one.name);
  return label(acting, repo, number, names);
}

/** Renames, recolors or describes a label; what carries it follows. */
export function editLabel(
  acting: Acting,
  repo: SimRepo,
  name: string,
  edit: { readonly new_name?: string; readonly color?: string; readonly description?: string | null },
): SimLabel {
  const label = labelNamed(repo, name);
  if (label === undefined) throw notFound();
  checkLabel(edit.new_name ?? label.name, edit.description ?? label.description);
  const before = label.name;
  if (edit.color !== undefined) label.color = edit.color;
  if (edit.description !== undefined) label.description = edit.description;
  if (edit.new_name !== undefined && edit.new_name !== before) {
    const other = labelNamed(repo, edit.new_name);
    if (other !== undefined && other !== label) {
      throw new Refused(422, "Validation Failed", [{ resource: "Label", field: "name", code: "already_exists" }]);
    }
    label.name = edit.new_name;
    repo.labels.delete(before);
    repo.labels.set(label.name, label);
    for (const item of [...repo.issues.values(), ...repo.pulls.values()]) {
      for (const one of [...item.labels, ...item.labeled]) if (one.name === before) one.name = label.name;
    }
  }
  tell(acting, repo, "label", "edited", { label, changes: before === label.name ? {} : { name: { from: before } } });
  return label;
}

/** Deletes a label and removes it from everything. */
export function deleteLabel(acting: Acting, repo: SimRepo, name: string): void {
  const label = labelNamed(repo, name);
  if (label === undefined) throw notFound();
  repo.labels.delete(label.name);
  for (const item of [...repo.issues.values(), ...repo.pulls.values()]) {
    item.labels = item.labels.filter((one) => one.name !== label.name);
    item.labeled = item.labeled.filter((one) => one.name !== label.name);
  }
  tell(acting, repo, "label", "deleted", { label });
}
