import { code } from "../../../markdown/escape.ts";
import type { HelpRequest } from "../request/request.ts";
import { MOST_ESCALATIONS } from "../request/timing.ts";
import { mention, plainName } from "./names.ts";
import { problemLines } from "./problem-lines.ts";
import { leftText, othersBeside, reasonText, whyNobody } from "./reasons.ts";
import type { Showing } from "./showing.ts";

/** The comment that shows how a request stands. It is edited, which notifies nobody. */
export function statusText(request: HelpRequest, showing: Showing): string {
  const problems = request.state === "ended" ? [] : problemLines(request, showing);
  const parts = [...linesOf(request, showing), ...(problems.length === 0 ? [] : ["", ...problems])];
  return [...parts, "", showing.text.signature(showing.configUrl)].join("\n");
}

function linesOf(request: HelpRequest, showing: Showing): string[] {
  const { text } = showing;
  switch (request.state) {
    case "new":
      return [waitingLine(request, showing)];
    case "asked":
      return [askLine(request, showing), answerLine(request, showing), ...remindedLine(request, showing)];
    case "snoozed": {
      const { snoozed, asked } = request;
      const until = snoozed === null ? "" : showing.moment(snoozed.until);
      return [text.snoozed(plainName(snoozed?.by ?? ""), until, asked === null ? null : plainName(asked))];
    }
    case "escalated":
      return escalatedLines(request, showing);
    case "answered":
      return [answeredLine(request, showing), text.afterAnswer];
    case "ended":
      return endedLines(request, showing);
  }
}

function waitingLine({ wanted, asks }: HelpRequest, showing: Showing): string {
  const last = asks.at(-1);
  const why = last?.left == null ? null : leftText(last.login, last.left, showing);
  return showing.text.waitingForHours(why, wanted?.login == null ? null : plainName(wanted.login));
}

/** To the first person who is asked; everybody after them has a comment of their own. */
function askLine(request: HelpRequest, showing: Showing): string {
  const { text } = showing;
  const { asked, why } = request;
  const who = mention(asked ?? "");
  if (!why.named) return text.asked(who, why.open, othersBeside(why.others, showing));
  return text.askedByName(
    who,
    why.despite.map((reason) => reasonText(asked ?? "", reason, showing)),
  );
}

/** What there is to do, in one line. */
export function answerLine({ next }: HelpRequest, { text, due }: Showing): string {
  return [text.answerBy(due), text.passTo(next === null ? null : plainName(next)), text.later].join(text.gap);
}

function remindedLine({ remindedAt }: HelpRequest, { text, moment }: Showing): string[] {
  return remindedAt === null ? [] : [text.reminded(moment(remindedAt))];
}

function escalatedLines(request: HelpRequest, showing: Showing): string[] {
  const { text, escalateTo } = showing;
  const { asked, askedAt, asks } = request;
  if (asked === null) {
    const isFirst = asks.length === 0;
    const mentions = isFirst ? escalateTo.map(mention) : [];
    const first = text.nobodyAvailable(mentions, whyNobody(request, showing));
    const remedy = isFirst ? text.anyOfYou : text.anyOfThem;
    return [first, escalateTo.length === 0 ? text.nobodyLeftRemedy : remedy];
  }
  const since = askedAt === null ? "" : showing.moment(askedAt);
  if (escalateTo.length === 0) return [text.nobodyLeft(plainName(asked), since), text.nobodyLeftRemedy];
  const first = text.overdue(plainName(asked), since, escalateTo.map(plainName));
  return [[first, ...lastTime(request, showing)].join(text.gap), text.anyOfThem];
}

export function lastTime({ escalations }: HelpRequest, { text }: Showing): string[] {
  return escalations.length < MOST_ESCALATIONS ? [] : [text.lastTime];
}

function answeredLine({ answer, asked }: HelpRequest, showing: Showing): string {
  const { text } = showing;
  const who = plainName(answer?.by ?? asked ?? "");
  const moment = answer === null ? "" : showing.moment(answer.at);
  switch (answer?.how) {
    case "take":
      return text.took(who, moment);
    case "project":
      return text.moved(who, moment);
    default:
      return text.answered(who, moment);
  }
}

function endedLines({ ended, answer }: HelpRequest, showing: Showing): string[] {
  const { text, label } = showing;
  const moment = ended === null ? "" : showing.moment(ended.at);
  const before =
    answer === null ? text.unanswered : text.answeredBefore(plainName(answer.by), showing.moment(answer.at));
  switch (ended?.how) {
    case "closed":
      return [text.ended.closed(moment), before];
    case "merged":
      return [text.ended.merged(moment), before];
    case "done":
      return [text.ended.done(plainName(ended.by ?? ""), moment), [before, text.askAnew(code(label))].join(text.gap)];
    default:
      return [text.ended.unlabeled(code(label), moment), [before, text.askAnew(code(label))].join(text.gap)];
  }
}
