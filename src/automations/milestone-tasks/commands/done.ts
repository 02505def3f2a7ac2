import type { TaskVerb } from "./verb.ts";

/** Closes the task as completed. */
export const done: TaskVerb = {
  word: "done",
  usage: "/sre done",
  also: ["assignee"],
  about: { en: "closes the task as completed", ja: "タスクを完了としてクローズします" },
  execute: (_argument, { open }, { text }) =>
    open ? { change: { open: false }, line: text.closed } : { change: null, line: text.closedAlready(false) },
  present: ({ open }, { text }) => (open ? text.openAgain : text.closed),
};
