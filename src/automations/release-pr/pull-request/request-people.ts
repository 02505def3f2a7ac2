import type { AddAssignees, AddLabels, NumberOrRef, RequestReviewers } from "../../../github/actions.ts";
import { MOST_REVIEWERS } from "../../../github-limits.ts";
import { sortByAssignable, withinLimit } from "../../../managed/assignable.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { BlockData } from "../body/block-data.ts";
import type { Waiting } from "../changes/waiting.ts";
import type { LaneFacts } from "../facts.ts";
import { concerned } from "./people.ts";

/** A worker may die between opening a pull request and requesting people; a pull request this young is checked again. */
const YOUNG_MS = 15 * 60_000;

export interface PeopleRequest {
  readonly actions: readonly (AddLabels | AddAssignees | RequestReviewers)[];
  /** Every person and label that was ever added: whatever people removed stays off. */
  readonly stored: Pick<BlockData, "assigned" | "requested" | "labeled">;
}

/** Labels, assignees and reviewers that the release pull request lacks. People whom GitHub would refuse are left out. */
export function requestPeople(
  facts: LaneFacts,
  waiting: Waiting,
  data: BlockData,
  number: NumberOrRef,
  context: ReconcileContext,
): PeopleRequest {
  const { lane, openPull } = facts;
  const young = openPull?.ours === true && context.now.getTime() - Date.parse(openPull.createdAt) < YOUNG_MS;
  const missing = (names: readonly string[], present: readonly string[], once: readonly string[]) => {
    const known = new Set([...present, ...(young ? [] : once)].map((name) => name.toLowerCase()));
    return names.filter((name) => !known.has(name.toLowerCase()));
  };
  const { possible: people } = sortByAssignable(concerned(waiting.items, lane.mention), facts.assignable ?? new Map());
  const opener = openPull?.author?.login ?? context.self.login;

  const labels = missing(lane.labels, openPull?.labels ?? [], data.labeled);
  const assigned = openPull?.assignees ?? [];
  const toAssign = lane.assign ? people : [];
  const assignees = withinLimit(missing(toAssign, assigned, data.assigned), assigned);
  const toRequest = lane["request-review"] ? people.filter((login) => login !== opener) : [];
  const requested = openPull?.reviewers ?? [];
  const room = Math.max(0, MOST_REVIEWERS - requested.length - (openPull?.teamsRequested ?? 0));
  const reviewers = missing(toRequest, [...requested, ...(openPull?.humans ?? [])], data.requested).slice(0, room);
  const because = "sre.yml asks for it";
  return {
    actions: [
      ...(labels.length === 0 ? [] : [{ action: "add-labels" as const, number, labels, because }]),
      ...(assignees.length === 0
        ? []
        : [{ action: "add-assignees" as const, number, assignees, because: "their work is in this release" }]),
      ...(reviewers.length === 0
        ? []
        : [{ action: "request-reviewers" as const, number, reviewers, because: "their work is in this release" }]),
    ],
    // Includes what is already there: a worker may die between adding somebody and storing it.
    stored: {
      labeled: union(data.labeled, lane.labels),
      assigned: union(data.assigned, toAssign.filter(within([...assigned, ...assignees]))),
      requested: union(data.requested, toRequest.filter(within([...requested, ...reviewers]))),
    },
  };
}

function within(logins: readonly string[]): (login: string) => boolean {
  const known = new Set(logins.map((login) => login.toLowerCase()));
  return (login) => known.has(login.toLowerCase());
}

function union(a: readonly string[], b: readonly string[]): string[] {
  return [...new Set([...a, ...b])];
}
