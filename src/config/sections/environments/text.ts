export const labels = {
  environment: { en: "an environment rule", ja: "環境の規則" },
  refresh: { en: "a refresh", ja: "refresh" },
} as const;
