import type { ClaimText } from "../../../commands/declaration.ts";
import type { Language } from "../../../config/schema.ts";
import { code } from "../../../markdown/escape.ts";
import { textsIn } from "../../texts.ts";

interface UnfreezeText {
  /** In the description, for good. `why`: Markdown. */
  record(until: string, by: string, moment: string, why: string): string;
  /** `record`: the line that the description gets. */
  done(record: string): string;
  already(record: string): string;
  noReason(until: string): string;
  notFrozen(from: string, to: string): string;
  /** `compareUrl`: where people open a pull request. */
  closed(from: string, to: string, compareUrl: string): string;
  readonly noRelease: string;
}

const en: UnfreezeText = {
  record: (until, by, moment, why) => `**Freeze until ${until} lifted for this release** by ${by} on ${moment}: ${why}`,
  done: (record) =>
    `${record}\n\nThe check \`Detoil / release\` follows in a few seconds. The next release is frozen again.`,
  already: (record) => `It is lifted already. ${record}`,
  noReason: (until) =>
    `Why? The freeze lasts until ${until}. Say what cannot wait, and it is written into the description: \`/sre unfreeze The fix for payments cannot wait\`.`,
  notFrozen: (from, to) => `No freeze is on for ${code(from)} → ${code(to)}, so there is nothing to lift.`,
  closed: (from, to, url) =>
    `This release is closed. If a freeze keeps Detoil from opening the next one, [open it yourself](${url}) from ${code(from)} to ${code(to)}, and say \`/sre unfreeze\` there once Detoil has put its list into it.`,
  noRelease: "This is not a release pull request of sre.yml, so no freeze holds it.",
};

const ja: UnfreezeText = {
  record: (until, by, moment, why) => `**${until} までの凍結をこのリリースに限り解除**(${by}、${moment}): ${why}`,
  done: (record) =>
    `${record}\n\nチェック \`Detoil / release\` には数秒で反映されます。次のリリースは再び凍結の対象になります。`,
  already: (record) => `すでに解除されています。${record}`,
  noReason: (until) =>
    `理由を書いてください。凍結は ${until} までです。理由は本文に記録されます(例: \`/sre unfreeze 決済の修正を待てないため\`)。`,
  notFrozen: (from, to) => `${code(from)} → ${code(to)} は凍結中ではないため、解除するものはありません。`,
  closed: (from, to, url) =>
    `このリリースはクローズ済みです。凍結中で次のプルリクエストがまだない場合は、${code(from)} から ${code(to)} への[プルリクエストを自分で作成](${url})し、Detoil が一覧を書き込んだら、そこで \`/sre unfreeze\` とコメントしてください。`,
  noRelease: "sre.yml で決まるリリースのプルリクエストではないため、凍結の対象ではありません。",
};

const RECORD =
  "**Freeze until Tue 24 Nov 00:00 JST lifted for this release** by alice on Fri 20 Nov 10:05 JST: Payments fail";
const COMPARE = "https://github.com/acme/shop/compare/main...develop?expand=1";

export const unfreezeText = textsIn<UnfreezeText>({
  seen: "`/sre unfreeze`: the line in the description, and the replies",
  en,
  ja,
  samples: ({ moment }) => ({
    record: [[moment, "alice", moment, "Payments fail"]],
    done: [[RECORD]],
    already: [[RECORD]],
    noReason: [[moment]],
    notFrozen: [["develop", "main"]],
    closed: [["develop", "main", COMPARE]],
  }),
});

/** Where this command works. */
export const claimText: Readonly<Record<Language, ClaimText>> = {
  en: {
    place: "a release pull request",
    places: "release pull requests",
    subject: "The release",
    hint: "While a freeze keeps Detoil from opening one, open it yourself, and say it there once Detoil has put its list into it.",
    switchOn: (file) => `Release pull requests are off here: add a \`release\` section to ${file} to switch them on.`,
  },
  ja: {
    place: "リリースのプルリクエスト",
    places: "リリースのプルリクエスト",
    subject: "リリース",
    hint: "凍結中でプルリクエストがまだない場合は、自分で作成し、Detoil が一覧を書き込んだらそこでコメントしてください。",
    switchOn: (file) =>
      `リリースのプルリクエストは無効です。有効にするには、${file} に \`release\` セクションを追加してください。`,
  },
};
