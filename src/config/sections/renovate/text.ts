export const labels = {
  renovate: { en: "renovate", ja: "renovate" },
} as const;
