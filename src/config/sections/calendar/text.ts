import type { Sentences } from "../../text/sentence.ts";

export const labels = {
  calendar: { en: "the calendar", ja: "calendar" },
} as const;

export interface CalendarDiagnostic {
  readonly kind: "never-open";
  readonly first: string;
  readonly last: string;
}

export const ruleSentences: Sentences<CalendarDiagnostic> = {
  "never-open": ({ first, last }) => ({
    en: `No day from ${first} to ${last} is open, and business days cannot be counted across two years. Shorten \`closed\`.`,
    ja: `${first} から ${last} まで営業日がありません。2年にわたる休業をまたいで営業日を数えることはできません。\`closed\` を短くしてください。`,
  }),
};
