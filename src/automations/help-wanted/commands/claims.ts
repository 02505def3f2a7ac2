import type { Conversation } from "../../../commands/conversation.ts";
import type { CommandsContext } from "../../../commands/declaration.ts";
import { sectionOf } from "../../../config/section-of.ts";
import { isAmong } from "../picking/login.ts";
import { recordedIn } from "../request/recorded.ts";

/** Whatever has the label, and whatever was a request a while ago: there the reply says that it has ended. */
export function claims({ labels, comments }: Conversation, { config, self }: CommandsContext): "request" | null {
  const section = sectionOf(config, "help-wanted");
  const isLabeled = section !== null && isAmong(section.label, labels);
  return isLabeled || recordedIn(comments, self) !== null ? "request" : null;
}
