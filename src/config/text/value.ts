import type { TemplateProblem } from "../../markdown/template-tokens.ts";
import { MAX_GLOB_LENGTH, MAX_GLOB_STARS } from "../glob.ts";
import type { ValueDiagnostic } from "../kinds/value-diagnostic.ts";
import { quote, quotes } from "./quote.ts";
import type { Sentence, Sentences, Subject } from "./sentence.ts";
import { written } from "./shape.ts";

/** "X is not what it should be. Remedy." with X as it is written in the file. */
function not(value: string, subject: Subject, en: string, ja: string): Sentence {
  const what = written(value, subject);
  return { en: `${what.en} ${en}`, ja: `${what.ja} ${ja}` };
}

export const valueSentences: Sentences<ValueDiagnostic> = {
  "not-a-duration": ({ value, example }, subject) =>
    not(
      value,
      subject,
      `is not a duration. Write for example ${quote(example)}.`,
      `は期間ではありません。例: ${quote(example)}`,
    ),
  "negative-duration": ({ value, example }, subject) =>
    not(
      value,
      subject,
      `looks back in time. Write it without the minus, for example ${quote(example)}.`,
      `は過去を指しています。負の符号を外してください。例: ${quote(example)}`,
    ),
  "zero-duration": ({ value, example }, subject) =>
    not(
      value,
      subject,
      `leaves no time. Write for example ${quote(example)}.`,
      `では時間がありません。例: ${quote(example)}`,
    ),
  "not-a-cron": ({ value, reason }, subject) =>
    not(
      value,
      subject,
      `is not a schedule. ${plainReason(reason)}`,
      "はスケジュールではありません。分、時、日、月、曜日の5つを書いてください。例: `0 10 * * mon`",
    ),
  "not-a-glob": ({ value, reason }, subject) => {
    const remedies: Record<typeof reason, Sentence> = {
      empty: {
        en: 'is an empty pattern. Write `"*"` for everything.',
        ja: 'は空のパターンです。すべてなら `"*"` と書きます。',
      },
      long: {
        en: `is a pattern of more than ${MAX_GLOB_LENGTH} characters. Shorten it.`,
        ja: `は${MAX_GLOB_LENGTH}文字を超えるパターンです。短くしてください。`,
      },
      stars: {
        en: `has more than ${MAX_GLOB_STARS} stars. Use fewer, or several patterns.`,
        ja: `には星印が${MAX_GLOB_STARS}個より多くあります。減らすか、パターンを分けてください。`,
      },
    };
    return not(value, subject, remedies[reason].en, remedies[reason].ja);
  },
  "not-a-date": ({ value }, subject) =>
    not(value, subject, "is not a date. Write for example `2026-12-29`.", "は日付ではありません。例: `2026-12-29`"),
  "not-a-range": ({ value, meant }, subject) =>
    meant === null
      ? not(
          value,
          subject,
          "is neither a date nor a range of dates. Write for example `2026-12-29` or `2026-12-29/2027-01-03`.",
          "は日付でも期間でもありません。例: `2026-12-29`、`2026-12-29/2027-01-03`",
        )
      : not(
          value,
          subject,
          `is not how dates are written here. Write ${quote(meant)}.`,
          `は日付の書き方が違います。${quote(meant)} と書いてください。`,
        ),
  "range-backwards": ({ value }, subject) =>
    not(
      value,
      subject,
      "ends before it begins. Write the earlier date first.",
      "は終わりが始まりより前です。早い日付を先に書いてください。",
    ),
  "not-a-zone": ({ value, near }, subject) => {
    const example = near ?? "Asia/Tokyo";
    return not(
      value,
      subject,
      `is not an IANA time zone. ${near === null ? `Write for example ${quote(example)}.` : `Did you mean ${quote(near)}?`}`,
      `は IANA のタイムゾーン名ではありません。${near === null ? `例: ${quote(example)}` : `${quote(near)} のことですか?`}`,
    );
  },
  "not-a-country": ({ value, near }, subject) =>
    not(
      value,
      subject,
      `is not a country, or country and region, whose holidays are known. ${near === null ? "Write for example `JP` or `DE-BY`." : `Did you mean ${quote(near)}?`}`,
      `は祝日のわかる国・地域ではありません。${near === null ? "例: `JP`、`DE-BY`" : `${quote(near)} のことですか?`}`,
    ),
  "not-hours": ({ value }, subject) =>
    not(
      value,
      subject,
      "are not hours of a day. Write for example `09:00-18:00`, the earlier first.",
      "は1日の中の時間帯ではありません。例: `09:00-18:00`(早い時刻が先)",
    ),
  "not-a-template": ({ value, names, problem }, subject) => {
    const { en, ja } = templateReason(problem, names);
    return not(value, subject, `cannot be filled in. ${en}`, `には値を埋め込めません。${ja}`);
  },
  "not-a-branch": ({ value }, subject) =>
    not(
      value,
      subject,
      "is not the name of one branch. Write for example `develop`; patterns are not possible here.",
      "はブランチ名ではありません。例: `develop`(ここではパターンは使えません)",
    ),
  "not-a-login": ({ value }, subject) =>
    not(
      value,
      subject,
      "is not a GitHub login. Write for example `alice`.",
      "は GitHub のログイン名ではありません。例: `alice`",
    ),
  "not-a-person": ({ value }, subject) =>
    not(
      value,
      subject,
      'is neither a login nor a team. Write for example `alice` or `"@acme/web"`.',
      'はログイン名でもチームでもありません。例: `alice`、`"@acme/web"`',
    ),
  "not-a-link": ({ value }, subject) =>
    not(
      value,
      subject,
      "is not a link. Write for example `https://example.com/dashboard`.",
      "はリンクではありません。例: `https://example.com/dashboard`",
    ),
  "not-a-channel": ({ value }, subject) =>
    not(
      value,
      subject,
      'is not a Slack channel. Write for example `"#sre"`, with the quotes.',
      'は Slack のチャンネルではありません。例: `"#sre"`(引用符ごと)',
    ),
  "not-a-file-name": ({ value }, subject) =>
    not(
      value,
      subject,
      "is not the name of a file. Write it without folders, for example `deploy.yml`.",
      "はファイル名ではありません。フォルダーを付けずに書いてください。例: `deploy.yml`",
    ),
  "not-a-cadence": ({ value }, subject) =>
    not(
      value,
      subject,
      "is not a cadence. Write `weekly`, `biweekly`, `monthly`, `quarterly`, `half-yearly` or for example `45 days`.",
      "は頻度ではありません。`weekly`、`biweekly`、`monthly`、`quarterly`、`half-yearly`、または `45 days` のように書いてください。",
    ),
  "not-an-extends": ({ value }, subject) =>
    not(
      value,
      subject,
      "does not name a file that can be inherited. Write `.github`, `repo` or `repo:.github/file.yml`.",
      "は継承できるファイルを指していません。`.github`、`repo`、`repo:.github/file.yml` のように書いてください。",
    ),
};

/** The reason comes from the schedule's own parser and quotes the file, so it is escaped. */
function plainReason(reason: string): string {
  return reason
    .replace(/"([^"]*)"/g, (_, part: string) => quote(part))
    .replace(/[\p{Cc}\p{Cf}<>@]+/gu, " ")
    .trim();
}

function templateReason({ kind, tag }: TemplateProblem, names: readonly string[]): Sentence {
  const list = quotes(names.map((name) => `{{${name}}}`));
  const name = /[\w.]{1,80}/.exec(tag)?.[0] ?? "";
  switch (kind) {
    case "unknown-name":
      return { en: `Only these names can be used: ${list}.`, ja: `使える名前: ${list}。` };
    case "unclosed-tag":
      return {
        en: `A ${quote("{{")} has no ${quote("}}")} behind it.`,
        ja: `${quote("{{")} に対する ${quote("}}")} がありません。`,
      };
    case "unclosed-section":
      return {
        en: `${quote(tag)} is never closed. Write ${quote(`{{/${name}}}`)} behind what it is about.`,
        ja: `${quote(tag)} が閉じられていません。対象の後に ${quote(`{{/${name}}}`)} を書いてください。`,
      };
    case "stray-end":
      return {
        en: `${quote(tag)} closes nothing that is open. Close the innermost section first, by its own name.`,
        ja: `${quote(tag)} に対応する開始がありません。内側から順に、同じ名前で閉じてください。`,
      };
    case "unsupported":
      return {
        en: `${quote(tag)} is not supported: only values, sections and comments are.`,
        ja: `${quote(tag)} には対応していません。使えるのは値、セクション、コメントだけです。`,
      };
  }
}
