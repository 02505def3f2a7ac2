import type { IsoDay } from "../../../calendar/day.ts";
import { weekdayName } from "../../../calendar/format.ts";
import type { Language } from "../../../config/schema.ts";

/** A milestone's day relative to today, in calendar days: 0 today, 1 tomorrow, negative in the past. */
interface Distance {
  readonly milestone: string;
  readonly day: IsoDay;
  readonly days: number;
}

/** Texts of a reminder. Titles, links, mentions (`@bob`) and numbers (`#12`) are Markdown already. */
interface ReminderText {
  /** Between two sentences of a line. */
  readonly gap: string;
  dueToday(who: readonly string[], task: string): string;
  late(who: readonly string[], task: string, day: IsoDay): string;
  milestone(distance: Distance): string;
  waitsFor(tasks: readonly string[]): string;
  readonly remedy: string;
  signature(configUrl: string | null): string;
}

const dayEn = (day: IsoDay) => `**${day}** (${weekdayName(day, "en")})`;
const dayJa = (day: IsoDay) => `**${day}** (${weekdayName(day, "ja")})`;
const link = (url: string | null) => (url === null ? "sre.yml" : `[sre.yml](${url})`);

const en: ReminderText = {
  gap: " ",
  dueToday: (who, task) => `${who.join(", ")}, “${task}” is due today.`,
  late: (who, task, day) => `${who.join(", ")}, “${task}” was due on ${dayEn(day)}.`,
  milestone({ milestone, day, days }) {
    if (days < 0) return `${milestone} was due on ${dayEn(day)}.`;
    if (days === 0) return `${milestone} is due today.`;
    return days === 1 ? `${milestone} is due tomorrow.` : `${milestone} is due in ${days} days, on ${dayEn(day)}.`;
  },
  waitsFor: (tasks) => `It waits for ${tasks.join(", ")}, still open.`,
  remedy:
    "Done already: close this issue. Need a day more: `/sre snooze 1 business day`. Somebody else's: `/sre assign @who`.",
  signature: (url) =>
    `<sub>Detoil · milestone tasks · once per business day at most, until this is closed or has a later date · ${link(url)}</sub>`,
};

const ja: ReminderText = {
  gap: "",
  dueToday: (who, task) => `${who.join(" ")} 「${task}」の期日は今日です。`,
  late: (who, task, day) => `${who.join(" ")} 「${task}」の期日は ${dayJa(day)} でした。`,
  milestone({ milestone, day, days }) {
    if (days < 0) return `${milestone} の期日は ${dayJa(day)} でした。`;
    if (days === 0) return `${milestone} の期日は今日です。`;
    return days === 1 ? `${milestone} の期日は明日です。` : `${milestone} の期日 ${dayJa(day)} まであと${days}日です。`;
  },
  waitsFor: (tasks) => `${tasks.join("、")} の完了を待っています。`,
  remedy:
    "完了していれば、このイシューをクローズしてください。あと1日必要なら `/sre snooze 1 business day`、担当を替えるなら `/sre assign @who` とコメントしてください。",
  signature: (url) =>
    `<sub>Detoil・マイルストーンのタスク・クローズするか期日を延ばすまで、営業日に1回までお知らせします・${link(url)}</sub>`,
};

const texts: Readonly<Record<Language, ReminderText>> = { en, ja };

export function reminderText(language: Language): ReminderText {
  return texts[language];
}
