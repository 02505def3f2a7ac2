export const labels = {
  calendar: { en: "the calendar", ja: "calendar" },
} as const;
