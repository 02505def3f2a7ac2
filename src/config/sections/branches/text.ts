import { quote, quotes } from "../../text/quote.ts";
import type { Sentence } from "../../text/sentence.ts";

export const labels = {
  "branch-rule": { en: "a branch rule", ja: "ブランチの規則" },
} as const;

interface RuleText {
  readonly into: string;
  readonly from: readonly string[];
  readonly forks: boolean;
  readonly "not-based-on": readonly string[];
  readonly except: readonly string[];
}

/** What the check tells of a change. */
export const changeText = {
  isNew: (): Sentence => ({
    en: "Every pull request gets the check `Detoil / branch`. Require it in a ruleset to make it a guard.",
    ja: "すべてのプルリクエストにチェック `Detoil / branch` が付きます。ルールセットで必須にすると、マージを止められます。",
  }),
  gone: (): Sentence => ({
    en: "`Detoil / branch` is no longer written. If a ruleset requires it, remove it there.",
    ja: "`Detoil / branch` は書き込まれなくなります。ルールセットで必須にしている場合は、外してください。",
  }),
  rule(rule: RuleText): Sentence {
    const [into, from, forbidden] = [quote(rule.into), quotes(rule.from), quotes(rule["not-based-on"])];
    const except = quotes(rule.except);
    const en = [
      `Into ${into} only ${from} may be merged${rule.forks ? ", from forks too" : ""}`,
      ...(forbidden === "" ? [] : [`not what is based on ${forbidden}${except === "" ? "" : ` (except ${except})`}`]),
    ];
    const ja = [
      `${into} にマージできるのは ${from} だけです${rule.forks ? "(フォークも可)" : ""}。`,
      ...(forbidden === ""
        ? []
        : [`${forbidden} を元にしたものはマージできません${except === "" ? "" : `(${except} を除く)`}。`]),
    ];
    return { en: `${en.join(", and ")}.`, ja: ja.join("") };
  },
  freed: (base: string): Sentence => ({
    en: `Into ${quote(base)} anything may be merged.`,
    ja: `${quote(base)} にはどのブランチもマージできるようになります。`,
  }),
  fewer: (base: string): Sentence => ({
    en: `A rule for ${quote(base)} is removed.`,
    ja: `${quote(base)} の規則が1つなくなります。`,
  }),
};
