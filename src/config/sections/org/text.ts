export const labels = {
  org: { en: "org", ja: "org" },
} as const;
