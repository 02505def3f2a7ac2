import type { Samples, SampleWords } from "../../src/automations/texts.ts";
import type { Language } from "../../src/config/schema.ts";

interface Words extends SampleWords {
  readonly language: Language;
  /** Where commands work. */
  readonly place: string;
  readonly places: string;
  /** What a command is about, does, and is answered. */
  readonly subject: string;
  readonly does: string;
  readonly answer: string;
  /** What GitHub refuses to do. */
  readonly doing: string;
}

const CONFIG_URL = "https://github.com/acme/shop/blob/HEAD/.github/sre.yml";

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    language: "en",
    day: "Thu 17 Dec",
    earlier: "Tue 15 Dec",
    moment: "Tue 24 Nov 00:00 JST",
    month: "October",
    part: "Milestone tasks",
    configUrl: CONFIG_URL,
    place: "the issue of a milestone task",
    places: "the issues of milestone tasks",
    subject: "The task",
    does: "closes the task as completed",
    answer: "Closed as completed.",
    doing: "open the pull request",
  },
  ja: {
    language: "ja",
    day: "12月17日(木)",
    earlier: "12月15日(火)",
    moment: "11月24日(火)00:00 JST",
    month: "10月",
    part: "マイルストーンのタスク",
    configUrl: CONFIG_URL,
    place: "マイルストーンのタスクの Issue",
    places: "マイルストーンのタスクの Issue",
    subject: "タスク",
    does: "タスクを完了としてクローズします",
    answer: "完了としてクローズしました。",
    doing: "プルリクエストの作成",
  },
};

/** One text. */
interface TextRow {
  readonly name: string;
  readonly en: string;
  /** null: it is English only. */
  readonly ja: string | null;
}

/** The texts that one file holds. */
export interface TextRoom {
  /** Where people see them. */
  readonly seen: string;
  /** Below `src/`. */
  readonly file: string;
  /** The export that holds them, where they are English only. */
  readonly texts: object | null;
  readonly rows: readonly TextRow[];
}

export function textRoom<T extends object>(
  seen: string,
  file: string,
  textsIn: (language: Language) => T,
  samples: (words: Words) => Samples<T>,
): TextRoom {
  const [en, ja] = (["en", "ja"] as const).map((language) => shownIn(textsIn(language), samples(WORDS[language]), ""));
  const rows = [...(en ?? [])].map(([name, text]) => ({ name, en: text, ja: ja?.get(name) ?? "" }));
  return { seen, file, texts: null, rows };
}

/** Each text by its name, filled in. `say`: what a text that was called is shown as; null: not at all. */
export function shownIn(
  texts: object,
  samples: object,
  prefix: string,
  say: (shown: unknown) => string | null = (shown) => (typeof shown === "string" ? shown : null),
): ReadonlyMap<string, string> {
  const calls = new Map<string, unknown>(Object.entries(samples));
  // Samples in a file of their own compile with one too many.
  const left = [...calls.keys()].filter((key) => !Object.hasOwn(texts, key));
  if (left.length > 0) throw new Error(`samples of texts that are gone: ${left.map((key) => prefix + key).join(", ")}`);
  return new Map(
    Object.entries(texts).flatMap(([key, text]: [string, unknown]): [string, string][] => {
      const name = `${prefix}${key}`;
      if (typeof text === "string") return text.trim() === "" ? [] : [[name, text]];
      if (Array.isArray(text)) return [[name, text.join(" | ")]];
      const given = calls.get(key);
      if (typeof text !== "function") return [...shownIn(Object(text), Object(given), `${name}.`, say)];
      // The type of the samples guarantees that each has the arguments of its text.
      return (given as readonly unknown[][]).flatMap((args, index): [string, string][] => {
        const shown = say(text(...args));
        return shown === null ? [] : [[index === 0 ? name : `${name} ${index + 1}`, shown]];
      });
    }),
  );
}
