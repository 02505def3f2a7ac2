import { signature } from "../../../markdown/signature.ts";
import { textsIn } from "../../texts.ts";

/** A milestone's day relative to today, in calendar days: 0 today, 1 tomorrow, negative in the past. */
interface Distance {
  readonly milestone: string;
  readonly day: string;
  readonly days: number;
}

/** Another task, and its owners by name, without a ping: they have a reminder of their own. */
interface Blocker {
  readonly number: number;
  readonly owners: readonly string[];
}

/** Texts of a reminder. Titles, links and mentions (`@bob`) are Markdown already; days are as people read them. */
interface ReminderText {
  /** Between two sentences of a line. */
  readonly gap: string;
  /** The first sentence, with the milestone's day; null: it has none. `since`: business days ago. */
  dueToday(who: readonly string[], task: string, milestone: Distance | null): string;
  late(who: readonly string[], task: string, day: string, since: number, milestone: Distance | null): string;
  waitsFor(tasks: readonly Blocker[]): string;
  readonly remedy: string;
  signature(configUrl: string | null): string;
}

const sentenceEn = (text: string, distance: Distance | null) =>
  distance === null ? `${text}.` : `${text}; ${milestoneEn(distance)}.`;

function milestoneEn({ milestone, day, days }: Distance): string {
  if (days < 0) return `${milestone} was due on ${day}`;
  if (days === 0) return `${milestone} is due today`;
  return days === 1 ? `${milestone} is due tomorrow` : `${milestone} is due in ${days} days, on ${day}`;
}

/** "a, b and c" */
const LIST = new Intl.ListFormat("en-GB");

const en: ReminderText = {
  gap: " ",
  dueToday: (who, task, milestone) => sentenceEn(`${who.join(", ")}, “${task}” is due today`, milestone),
  late(who, task, day, since, milestone) {
    const ago = since === 0 ? "" : `, ${since} business ${since === 1 ? "day" : "days"} ago`;
    return sentenceEn(`${who.join(", ")}, “${task}” was due on ${day}${ago}`, milestone);
  },
  waitsFor: (tasks) =>
    `It waits for ${LIST.format(tasks.map(({ number, owners }) => `#${number} (${owners.join(", ") || "nobody"})`))}.`,
  remedy: "Done? Close this issue. Need more time? `/sre snooze 1 business day`. Not yours? `/sre assign @who`.",
  signature: (url) =>
    signature("milestone-tasks.md", "at most once per business day, until this is closed or gets a later date", url),
};

function milestoneJa(distance: Distance | null): string {
  if (distance === null) return "";
  const { milestone, day, days } = distance;
  if (days < 0) return `${milestone} の期日は${day}でした。`;
  if (days === 0) return `${milestone} の期日は今日です。`;
  return days === 1 ? `${milestone} の期日は明日です。` : `${milestone} の期日は${days}日後の${day}です。`;
}

const ja: ReminderText = {
  gap: "",
  dueToday: (who, task, milestone) => `${who.join(" ")} 「${task}」の期日は今日です。${milestoneJa(milestone)}`,
  late(who, task, day, since, milestone) {
    const ago = since === 0 ? "" : `(${since}営業日前)`;
    return `${who.join(" ")} 「${task}」の期日は${day}でした${ago}。${milestoneJa(milestone)}`;
  },
  waitsFor: (tasks) =>
    `${tasks.map(({ number, owners }) => `#${number}(${owners.join("、") || "担当者なし"})`).join("、")}の完了待ちです。`,
  remedy:
    "完了していれば、この Issue をクローズしてください。延ばすには `/sre snooze 1 business day`、担当者を替えるには `/sre assign @who` とコメントしてください。",
  signature: (url) =>
    signature("milestone-tasks.md", "クローズするか期日を延ばすまで、1営業日に1回までお知らせします", url),
};

// For the samples.
const MILESTONE = "[v1.3](https://github.com/acme/shop/milestone/5)";

export const reminderText = textsIn<ReminderText>({
  seen: "A reminder",
  en,
  ja,
  samples: ({ day, earlier, configUrl }) => ({
    dueToday: [[["@carol"], "Release notes", null]],
    late: [
      [["@carol"], "Release notes", earlier, 1, { milestone: MILESTONE, day, days: 1 }],
      [["@carol", "@bo"], "Release notes", earlier, 3, { milestone: MILESTONE, day, days: -1 }],
    ],
    waitsFor: [
      [[{ number: 51, owners: ["alice"] }]],
      [
        [
          { number: 51, owners: ["alice", "bo"] },
          { number: 53, owners: [] },
        ],
      ],
    ],
    signature: [[configUrl]],
  }),
});
