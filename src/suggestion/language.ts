import type { Language } from "../config/language.ts";
import type { History } from "./facts.ts";

/** Kana: Chinese has none, and a few words of Japanese do not make a team's language. */
const KANA = /[\u3040-\u30FF]/;

/** The language in which a team writes its pull requests and milestones; English where that is not clear. */
export function languageIn({ merged, milestones }: Pick<History, "merged" | "milestones">): Language {
  const titles = [...merged, ...milestones].map(({ title }) => title);
  const japanese = titles.filter((title) => KANA.test(title)).length;
  return japanese > 0 && japanese >= titles.length * 0.3 ? "ja" : "en";
}
