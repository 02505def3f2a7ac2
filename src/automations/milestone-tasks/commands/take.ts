import { escapeText } from "../../../markdown/escape.ts";
import { assignedTo, presentOwners } from "./owners.ts";
import type { TaskVerb } from "./verb.ts";

/** The author becomes the only assignee. */
export const take: TaskVerb = {
  word: "take",
  usage: "/sre take",
  also: ["assignee"],
  about: { en: "makes you the only assignee", ja: "あなただけを担当者にします" },
  execute(_argument, { assignees }, { who, assignable, text }) {
    const own = who.toLowerCase();
    if (assignees.length === 1 && assignees[0]?.toLowerCase() === own) {
      return { change: null, line: text.assignedAlready([escapeText(who)]) };
    }
    if (!assignable.has(own)) return { change: null, line: text.cannotTake, rejected: true };
    return assignedTo([who], [], text);
  },
  present: presentOwners,
};
