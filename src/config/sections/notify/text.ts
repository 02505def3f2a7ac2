export const labels = {
  notify: { en: "notify", ja: "notify" },
} as const;
