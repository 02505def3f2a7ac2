import { stringify } from "yaml";
import { quote } from "./quote.ts";
import type { Sentence } from "./sentence.ts";

/** Whether two values of sre.yml are the same. */
export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** `timezone`: `UTC` → `Asia/Tokyo` */
export function settingChange(key: string, was: unknown, is: unknown): Sentence {
  const change = changeOf(key, was, is);
  return { en: change, ja: change };
}

export function changeOf(key: string, was: unknown, is: unknown): string {
  return `${quote(key)}: ${shown(was)} → ${shown(is)}`;
}

function shown(value: unknown): string {
  if (value === undefined || value === null || value === "") return "–";
  if (Array.isArray(value) && value.length === 0) return "–";
  if (typeof value === "string") return quote(value, 120);
  return quote(stringify(value, { collectionStyle: "flow", flowCollectionPadding: false, lineWidth: 0 }).trim(), 120);
}

export const inheritedChange: Sentence = {
  en: "What it inherits from other files is different. Those settings are not shown here.",
  ja: "ほかのファイルから継承する設定が変わります。内容はここに示しません。",
};
