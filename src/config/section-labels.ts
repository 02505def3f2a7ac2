/** What the groups of settings are called in sentences: "… is not a setting of a milestone task". */
export const sectionLabels = {
  file: { en: "sre.yml", ja: "sre.yml" },
  calendar: { en: "the calendar", ja: "calendar" },
  notify: { en: "notify", ja: "notify" },
  release: { en: "release", ja: "release" },
  lane: { en: "a release lane", ja: "リリースレーン" },
  "check-in": { en: "a check-in", ja: "check-in" },
  "branch-rule": { en: "a branch rule", ja: "ブランチの規則" },
  environment: { en: "an environment rule", ja: "環境の規則" },
  refresh: { en: "a refresh", ja: "refresh" },
  milestones: { en: "milestones", ja: "milestones" },
  task: { en: "a milestone task", ja: "マイルストーンのタスク" },
  rotation: { en: "a rotation", ja: "持ち回り" },
  project: { en: "a project", ja: "プロジェクト" },
  renovate: { en: "renovate", ja: "renovate" },
  "four-keys": { en: "four-keys", ja: "four-keys" },
  deployments: { en: "the deployments of four-keys", ja: "four-keys の deployments" },
  service: { en: "a service", ja: "サービス" },
  incidents: { en: "incidents", ja: "incidents" },
  "help-wanted": { en: "help-wanted", ja: "help-wanted" },
  duty: { en: "an on-call duty", ja: "当番" },
  absence: { en: "an absence", ja: "不在" },
  route: { en: "a route", ja: "振り分けの規則" },
  org: { en: "org", ja: "org" },
} as const;

export type SectionLabel = keyof typeof sectionLabels;
