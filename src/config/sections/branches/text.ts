export const labels = {
  "branch-rule": { en: "a branch rule", ja: "ブランチの規則" },
} as const;
