import type { ClaimText, Verb } from "../../../commands/declaration.ts";
import type { Language } from "../../../config/language.ts";
import { messages } from "../text.ts";

const [en, ja] = [messages("en").command, messages("ja").command];

export const VERBS: readonly Verb[] = [
  { word: "setup", usage: "/sre setup", about: { en: en.about, ja: ja.about }, also: [] },
];

/** It works in every place, and needs no section. */
export const claimText: Readonly<Record<Language, ClaimText>> = {
  en: { place: en.place, places: en.place, subject: "The file", switchOn: () => "" },
  ja: { place: ja.place, places: ja.place, subject: "ファイル", switchOn: () => "" },
};
