import type { Conversation } from "../../../commands/conversation.ts";
import type { CommandsContext } from "../../../commands/declaration.ts";
import { sectionOf } from "../../../config/section-of.ts";
import { isAmong } from "../picking/login.ts";
import { recordedIn } from "../request/recorded.ts";
import { isReport } from "./report-subject.ts";

/** The report, whatever has the label, and whatever was a request a while ago: there the reply says that it has ended. */
export function claims(conversation: Conversation, { config, self }: CommandsContext): "request" | null {
  const { labels, comments } = conversation;
  if (isReport(conversation)) return "request";
  const section = sectionOf(config, "help-wanted");
  const isLabeled = section !== null && isAmong(section.label, labels);
  return isLabeled || recordedIn(comments, self) !== null ? "request" : null;
}
