import type { Action, Plan } from "../../github/actions.ts";
import { createMarked, deleteMarked } from "../../managed/marked-comment.ts";
import type { ReconcileContext } from "../automation.ts";
import { noticeText } from "./comment/notice.ts";
import { showingOf } from "./comment/showing.ts";
import type { HelpFacts, RequestFacts } from "./facts.ts";
import { peopleWrites } from "./people-writes.ts";
import { type OnProject, putOnProject } from "./project-writes.ts";
import { counted, createStatus, editStatus, identityOf } from "./record-writes.ts";
import { planReport } from "./report/plan.ts";
import { type Advanced, advance, type News } from "./request/advance.ts";
import { isUnassignable } from "./request/ask.ts";
import { NOTICE } from "./request/recorded.ts";
import type { HelpRequest } from "./request/request.ts";

type Context = ReconcileContext<"help-wanted">;

export function plan(facts: HelpFacts, context: Context): Plan {
  if (facts.kind === "report") return facts.report === null ? [] : planReport(facts.report, context);
  if (facts.kind !== "request") return [];
  const advanced = advance(facts, context);
  return advanced === null ? [] : [...closing(advanced, facts, context), ...writes(advanced, facts, context)];
}

/** The request before this one, whose label was taken away and added again before anybody looked. */
function closing({ replaced }: Advanced, { recorded, item }: RequestFacts, context: Context): Action[] {
  if (replaced === null || recorded?.status == null) return [];
  return editStatus(recorded.status.id, counted(replaced, recorded.request), item, context, "its label was taken away");
}

function writes({ request: advanced, news }: Advanced, facts: RequestFacts, context: Context): Action[] {
  const { item, recorded } = facts;
  const former = recorded?.request.since === advanced.since ? recorded : null;
  if (former === null) return advanced.state === "new" ? [] : begin(advanced, facts, context);
  // Somebody deleted the comment: what it said is no longer wanted there.
  if (former.status === null) return [];
  const { writes: onProject = [], notes } = firstPlaced(advanced, facts, context);
  const request = counted({ ...checked(advanced, facts, context), ...notes }, former.request);
  const people = peopleWrites(former.request, request, item);
  const status = editStatus(former.status.id, request, item, context, because(news, request));
  // One that died in between left the one before beside the new one.
  const replaced = deleteMarked(
    news === null ? former.notices.slice(0, -1) : former.notices,
    "the new one takes its place",
  );
  if (news === null) return [...people, ...onProject, ...status, ...replaced];
  return [
    ...people,
    ...onProject,
    createMarked({
      number: item.number,
      key: NOTICE,
      data: request,
      text: noticeText(news, request, showingOf(request, item, context)),
      identity: `${identityOf(item.number, request)}/${request.revision}`,
      once: true,
      because: because(news, request),
    }),
    ...status,
    ...replaced,
  ];
}

/** The first ask is the comment that shows the request from then on. */
function begin(advanced: HelpRequest, facts: RequestFacts, context: Context): Action[] {
  const { writes: onProject, notes } = putOnProject(facts, context);
  const request = { ...advanced, ...notes, revision: 1 };
  return [
    ...peopleWrites(null, request, facts.item),
    ...onProject,
    createStatus(request, facts.item, context, because(null, request)),
  ];
}

/** A command wrote the comment before anybody was asked: the first ask puts the request on the project, or a take does. */
function firstPlaced({ state }: HelpRequest, facts: RequestFacts, context: Context): Partial<OnProject> {
  const isSomebodys = state === "asked" || state === "escalated" || state === "answered";
  return facts.board !== null && isSomebodys ? putOnProject(facts, context) : {};
}

/** What GitHub answered to the assignment, and to what was to be put on the project. */
function checked(request: HelpRequest, facts: RequestFacts, context: Context): HelpRequest {
  const isRefused = context.refusals.some(
    ({ action }) => action === "add-to-project" || action === "set-project-field",
  );
  const placed = isRefused ? { ...request, project: null, projectProblem: "no-permission" as const } : request;
  return withAssignee(placed, facts, context);
}

function withAssignee(request: HelpRequest, facts: RequestFacts, context: Context): HelpRequest {
  if (request.state !== "asked" || request.asked === null || request.unassignable) return request;
  if (!request.assigned.includes(request.asked) || !isUnassignable(request.asked, facts, context)) return request;
  return { ...request, assigned: [], unassignable: true };
}

function because(news: News | null, { state, asked, answer }: HelpRequest): string {
  if (news === "reminder") return `half of the time is over, and ${asked} has not answered`;
  if (news === "again") return "the snooze is over";
  switch (state) {
    case "asked":
      return `it is ${asked}'s turn`;
    case "escalated":
      return asked === null ? "nobody can be asked" : `${asked} has not answered in time`;
    case "answered":
      return `${answer?.by ?? asked} has answered`;
    case "snoozed":
      return "it was snoozed";
    case "ended":
      return "it has ended";
    case "new":
      return "somebody else is wanted";
  }
}
