import type { News } from "../request/advance.ts";
import type { HelpRequest } from "../request/request.ts";
import { mention, plainName } from "./names.ts";
import { leftText, reasonText, whyNobody } from "./reasons.ts";
import type { Showing } from "./showing.ts";
import { answerLine, lastTime } from "./status.ts";

/** The short comment that notifies somebody. */
export function noticeText(news: News, request: HelpRequest, showing: Showing): string {
  return [...linesOf(news, request, showing), "", showing.text.signature(showing.configUrl)].join("\n");
}

function linesOf(news: News, request: HelpRequest, showing: Showing): string[] {
  const { text, escalateTo, due } = showing;
  const who = mention(request.asked ?? "");
  switch (news) {
    case "asked":
      return [nextLine(who, request, showing), answerLine(request, showing)];
    case "again":
      return [text.askedAgain(who), answerLine(request, showing)];
    case "reminder":
      return [
        text.reminder(who, due),
        [text.passTo(request.next === null ? null : plainName(request.next)), text.later].join(text.gap),
      ];
    case "escalation": {
      const mentions = escalateTo.map(mention);
      const first =
        request.asked === null
          ? text.nobodyAvailable(mentions, whyNobody(request, showing))
          : text.escalation(mentions, plainName(request.asked), showing.moment(request.askedAt ?? request.since));
      return [[first, ...lastTime(request, showing)].join(text.gap), text.anyOfYou];
    }
  }
}

/** Why it is this person's turn now. */
function nextLine(who: string, { asks, why, asked }: HelpRequest, showing: Showing): string {
  const { text } = showing;
  if (why.despite.length > 0) {
    return text.askedByName(
      who,
      why.despite.map((reason) => reasonText(asked ?? "", reason, showing)),
    );
  }
  const before = asks.findLast(({ left }) => left !== null);
  const left = before?.left ?? null;
  if (before === undefined || left === null)
    return why.named ? text.askedByName(who, []) : text.asked(who, why.open, []);
  return why.named && left.how !== "swap"
    ? text.askedByName(who, [])
    : text.askedNext(who, leftText(before.login, left, showing));
}
