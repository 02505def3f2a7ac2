import type { RequestVerb } from "./verb.ts";

/** Ends the request; the issue and its label stay as they are. */
export const done: RequestVerb = {
  word: "done",
  usage: "/sre done",
  also: ["asked", "author"],
  about: { en: "ends the request", ja: "この依頼を終了します" },
  execute: (_argument, request, { who, now, text }) => ({
    request: {
      ...request,
      state: "ended",
      snoozed: null,
      wanted: null,
      ended: { how: "done", at: now.toISOString(), by: who },
    },
    line: text.done,
  }),
  present: (_request, { text }) => text.done,
};
