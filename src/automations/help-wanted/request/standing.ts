import type { ReconcileContext } from "../../automation.ts";
import type { Item, RequestFacts } from "../facts.ts";
import { isAmong } from "../picking/login.ts";
import { answerTo } from "./answer.ts";
import { clockOf } from "./clock-of.ts";
import { type HelpRequest, newRequest } from "./request.ts";

type Context = ReconcileContext<"help-wanted">;

/** A request with what people did since its comments were written: they answered it, or ended it. */
export interface Standing {
  readonly request: HelpRequest;
  /** The request before this one, which nobody had ended yet. */
  readonly replaced: HelpRequest | null;
}

/** null: it is none, or somebody wants to see no more of it. */
export function standing(facts: RequestFacts, context: Context): Standing | null {
  const { item, recorded } = facts;
  const former = recorded?.request ?? null;
  if (facts.withdrawn) return null;
  if (!isWanted(item, context)) {
    if (former === null) return null;
    const request = former.state === "ended" ? former : over(former, endOf(item, context), facts, context);
    return { request, replaced: null };
  }
  if (former !== null && !isOver(former, item)) return { request: withAnswer(former, facts, context), replaced: null };
  const isLost = former !== null && former.ended === null;
  const replaced = isLost ? over(former, unlabeled(item.labeledAt ?? context.now), facts, context) : null;
  return { request: newRequest(sinceOf(item, former)), replaced };
}

/** Whether the label is there, and help could still come. */
export function isWanted({ open, labels }: Item, { section }: Context): boolean {
  return open && isAmong(section.label, labels);
}

/** With the answer that came before the end, and was not seen yet: a 👍 sends no webhook. GitHub itself moves what is closed. */
function over(former: HelpRequest, end: Ended, facts: RequestFacts, context: Context): HelpRequest {
  const heard = withAnswer(former, facts, context);
  const isBefore = heard.answer !== null && heard.answer.at <= end.ended.at;
  const isTheirs = facts.item.open || heard.answer?.how !== "project";
  return { ...(isBefore && isTheirs ? heard : former), ...end };
}

function endOf({ open, merged, closedAt }: Item, { now }: Context): Ended {
  if (open) return unlabeled(now);
  const at = (closedAt ?? now).toISOString();
  return { state: "ended", ended: { how: merged ? "merged" : "closed", at, by: null } };
}

interface Ended {
  readonly state: "ended";
  readonly ended: NonNullable<HelpRequest["ended"]>;
}

function unlabeled(at: Date): Ended {
  return { state: "ended", ended: { how: "unlabeled", at: at.toISOString(), by: null } };
}

/**
 * Whether the label or the issue came back after the request had ended. An event from before the first ask is of this request:
 * GitHub's timeline may show the label later than the label itself is seen.
 */
export function isOver(
  { ended, since, asks, escalations }: Pick<HelpRequest, "ended" | "since" | "asks" | "escalations">,
  { labeledAt }: Pick<Item, "labeledAt">,
): boolean {
  const isNewer = labeledAt !== null && labeledAt > new Date(since) && labeledAt >= new Date(ended?.at ?? since);
  // Detoil's clock may be behind GitHub's: the label that it asked about is never newer than the request.
  const asked = asks[0]?.at ?? escalations[0] ?? since;
  if (ended === null) return labeledAt !== null && labeledAt > new Date(since) && labeledAt > new Date(asked);
  return ended.how === "done" ? isNewer : true;
}

/** Whether commands are all that its comment tells of: nobody was asked, and it has no place on the project. */
export function isUnasked({ state, asks, project, projectProblem }: HelpRequest): boolean {
  const isCommanded = state === "new" || state === "snoozed" || state === "answered";
  return isCommanded && asks.every(({ returned }) => returned) && project === null && projectProblem === null;
}

/** A moment of its own for each request, also where GitHub's list of labels says nothing of it. */
export function sinceOf({ labeledAt, createdAt }: Item, former: HelpRequest | null): Date {
  const given = labeledAt ?? createdAt;
  if (former === null) return given;
  const after = new Date(Date.parse(former.ended?.at ?? former.since) + 1);
  return given > new Date(former.since) ? given : after;
}

function withAnswer(request: HelpRequest, facts: RequestFacts, context: Context): HelpRequest {
  const { section } = context;
  const status = section.project?.status ?? null;
  const answer = answerTo(request, facts, { escalateTo: section["escalate-to"], status, clock: clockOf(context) });
  if (answer === null) return request;
  return { ...request, state: "answered", answer, firstAnswerAt: request.firstAnswerAt ?? answer.at, snoozed: null };
}
