import { notFound, Refused } from "../refused.ts";
import { noteCreation } from "../replicas.ts";
import type { SimMilestone, SimRepo } from "../state.ts";
import { type Acting, newId, numbered, tell } from "./acting.ts";
import { keptDueOn } from "./due-on.ts";
import { checkMilestone } from "./issues.ts";
import { checkTitle } from "./text.ts";

export interface MilestoneFields {
  readonly title?: string;
  readonly description?: string | null;
  readonly due_on?: string | null;
  readonly state?: "open" | "closed";
}

/** Creates a milestone; 422 `already_exists` for a second one of that title. */
export function createMilestone(
  acting: Acting,
  repo: SimRepo,
  made: MilestoneFields & { title: string },
): SimMilestone {
  checkTitle("Milestone", made.title);
  refuseSecond(repo, made.title, null);
  const { now } = acting.state;
  const milestone: SimMilestone = {
    id: newId(acting.state),
    number: repo.last_milestone + 1,
    title: made.title,
    description: made.description ?? null,
    state: "open",
    due_on: dueOn(made.due_on),
    created_at: now,
    updated_at: now,
    closed_at: null,
    closed_by: null,
  };
  repo.milestones.set(milestone.number, milestone);
  noteCreation(acting.state, repo, "milestones", milestone.id);
  repo.last_milestone = milestone.number;
  tell(acting, repo, "milestone", "created", { milestone: milestone.number });
  return made.state === "closed" ? editMilestone(acting, repo, milestone.number, { state: "closed" }) : milestone;
}

/** Changes a milestone's fields or its state. */
export function editMilestone(acting: Acting, repo: SimRepo, number: number, edit: MilestoneFields): SimMilestone {
  const milestone = repo.milestones.get(number);
  if (milestone === undefined) throw notFound();
  const { now } = acting.state;
  const changes: Record<string, unknown> = {};
  if (edit.title !== undefined && edit.title !== milestone.title) {
    checkTitle("Milestone", edit.title);
    refuseSecond(repo, edit.title, number);
    changes.title = { from: milestone.title };
    milestone.title = edit.title;
  }
  if (edit.description !== undefined && edit.description !== milestone.description) {
    changes.description = { from: milestone.description };
    milestone.description = edit.description;
  }
  if (edit.due_on !== undefined && dueOn(edit.due_on) !== milestone.due_on) {
    changes.due_on = { from: milestone.due_on };
    milestone.due_on = dueOn(edit.due_on);
  }
  if (Object.keys(changes).length > 0) {
    milestone.updated_at = now;
    tell(acting, repo, "milestone", "edited", { milestone: number, changes });
  }
  if (edit.state !== undefined && edit.state !== milestone.state) {
    const closed = edit.state === "closed";
    milestone.state = edit.state;
    milestone.closed_at = closed ? now : null;
    milestone.closed_by = closed ? acting.login : null;
    milestone.updated_at = now;
    tell(acting, repo, "milestone", closed ? "closed" : "opened", { milestone: number });
  }
  return milestone;
}

/** Deletes a milestone; its issues are then in none. */
export function deleteMilestone(acting: Acting, repo: SimRepo, number: number): void {
  const milestone = repo.milestones.get(number);
  if (milestone === undefined) throw notFound();
  repo.milestones.delete(number);
  for (const item of [...repo.issues.values(), ...repo.pulls.values()]) {
    if (item.milestone !== number) continue;
    item.milestone = null;
    item.updated_at = acting.state.now;
  }
  tell(acting, repo, "milestone", "deleted", { deleted_milestone: milestone });
}

/** Moves an issue or pull request into a milestone, or (null) out of its current one. */
export function setMilestone(acting: Acting, repo: SimRepo, number: number, milestone: number | null): void {
  const { item, event } = numbered(repo, number);
  checkMilestone(repo, milestone);
  const before = item.milestone;
  if (before === milestone) return;
  item.milestone = milestone;
  item.updated_at = acting.state.now;
  if (before !== null) tell(acting, repo, event, "demilestoned", { number, milestone: before });
  if (milestone !== null) tell(acting, repo, event, "milestoned", { number, milestone });
}

function dueOn(sent: string | null | undefined): string | null {
  return sent === null || sent === undefined ? null : keptDueOn(sent);
}

function refuseSecond(repo: SimRepo, title: string, except: number | null): void {
  for (const milestone of repo.milestones.values()) {
    if (milestone.title !== title || milestone.number === except) continue;
    throw new Refused(422, "Validation Failed", [{ resource: "Milestone", field: "title", code: "already_exists" }]);
  }
}
