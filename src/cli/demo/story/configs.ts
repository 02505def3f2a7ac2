/** What the team of `acme/app` has had in its sre.yml from the start. */
export const milestoneTasks = `version: 1
timezone: Asia/Tokyo
calendar:
  holidays: JP
milestones:
  project: {owner: acme, number: 5, status: Todo, due-field: Due date}
  on-close: rollover
  tasks:
    - key: freeze
      title: Code freeze for {{milestone.title}}
      assignees: {rotate: [alice, bo]}
      due: -3 business days
    - key: notes
      title: Release notes for {{milestone.title}}
      assignees: [carol]
      labels: [docs]
      due: -1 business day
      after: [freeze]
    - key: restore
      title: Restore a backup before {{milestone.title}}
      assignees: [bo]
      due: -1 business day
`;

/** What the team of `acme/pay` adds. */
export const fourKeys = `version: 1
timezone: Asia/Tokyo
four-keys:
  deployments:
    environment: [production]
  window: 6 weeks
`;

/** What the SREs have in their own repository. */
export const helpWanted = `version: 1
timezone: Asia/Tokyo
calendar:
  holidays: JP
help-wanted:
  people: [alice, bo, carol]
  away:
    - {who: bo, from: 2027-10-08, to: 2027-10-15}
  respond-within: 8 business hours
  escalate-to: [hanako]
  report: 0 9 * * fri
`;

/** And what every repository has that asks them. */
export const asksForHelp = `version: 1
_extends: sre
`;

/** What the Japanese team has had in its own. */
export const japanese = `version: 1
timezone: Asia/Tokyo
language: ja
calendar:
  holidays: JP
release:
  lanes:
    - from: develop
      to: main
      title: "リリース {{date}}"
milestones:
  tasks:
    - key: freeze
      title: "{{milestone.title}} のコードフリーズ"
      assignees: {rotate: [hanako, jiro]}
      due: -3 business days
    - key: notes
      title: "{{milestone.title}} のリリースノート"
      assignees: [jiro]
      due: -1 business day
      after: [freeze]
`;

/** And what it adds. */
export const japaneseNumbers = `${japanese}four-keys:
  deployments:
    merge: main
  report: 0 10 * * fri
`;

/** What the Japanese team has had in its other repository, where nothing is switched on yet. */
export const japaneseBare = `version: 1
timezone: Asia/Tokyo
language: ja
calendar:
  holidays: JP
`;

/** And what it adds there. */
export const japaneseCadence = `${japaneseBare}renovate:
  cadence: monthly # 月に一度は更新する
  owners: [jiro]
`;
