import type { Action } from "../../../github/actions.ts";
import { createMarked, deleteMarked } from "../../../managed/marked-comment.ts";
import { marker } from "../../../markdown/marker.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { CiFacts } from "./facts.ts";
import { contentHash, movedAt, NOTICE, type NoticeData, noticeData, noticesOn, saysSo, toldAs } from "./notice.ts";
import { type Ended, isEnded, lookAgain, outcomeOf } from "./outcome.ts";
import { movedText, noticeText } from "./words.ts";

/**
 * The notice about the checks of a release pull request: one comment. What people have not been told of this head yet comes in
 * a new one, which notifies them, and takes the place of the former one. All else is an edit: the branch moves on, a check
 * fails beside another, or a result that was told comes again.
 */
export function planCi(facts: CiFacts, context: ReconcileContext): Action[] {
  const notices = noticesOn(facts, context.self);
  const last = notices.at(-1);
  const notice = last === undefined ? null : noticeData(last);
  const outcome = outcomeOf(facts, movedAt(facts, context.self), context.now);
  const superseded = deleteMarked(notices.slice(0, -1), "a newer notice is in its place");
  if (!isEnded(outcome)) {
    const hasMoved = notice !== null && notice.head !== facts.headOid && notice.moved === null;
    if (last === undefined || !hasMoved) return superseded;
    const data = { ...notice, moved: context.now.toISOString() };
    return [...superseded, update(last.id, data, movedText(facts, notice, context), `${facts.lane.from} has moved on`)];
  }
  if (saysSo(notice, facts.headOid, outcome)) return superseded;
  const told = notice?.told ?? [];
  const data = dataFor(facts, outcome, told);
  const text = noticeText(facts, outcome, context);
  if (last !== undefined && told.includes(toldAs(facts.headOid, outcome)))
    return [...superseded, update(last.id, data, text, "the checks have another result, which was told before")];
  const identity = `${NOTICE}/${facts.number}/${facts.headOid}/${outcome.kind}`;
  const because = outcome.kind === "green" ? "all checks have passed" : "checks have failed";
  return [
    createMarked({ number: facts.number, key: NOTICE, data: { ...data }, text, identity, once: true, because }),
    ...deleteMarked(notices, "a newer notice is in its place"),
  ];
}

/** When to look again though nothing happens. */
export function ciAgain(facts: CiFacts, { self, now }: ReconcileContext): Date | null {
  return lookAgain(outcomeOf(facts, movedAt(facts, self), now), now);
}

function dataFor({ headOid }: CiFacts, outcome: Ended, told: NoticeData["told"]): NoticeData {
  const as = toldAs(headOid, outcome);
  return {
    head: headOid,
    outcome: outcome.kind,
    told: [...told.filter((one) => one !== as), as],
    content: contentHash(outcome),
    moved: null,
  };
}

function update(comment_id: number, data: NoticeData, text: string, because: string): Action {
  return { action: "update-comment", comment_id, body: `${marker(NOTICE, { ...data })}\n${text}`, because };
}
