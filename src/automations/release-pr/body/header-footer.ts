import type { Language } from "../../../config/schema.ts";
import { escapeText } from "../../../markdown/escape.ts";
import { shortHash } from "../../../markdown/short-hash.ts";
import { signOffText } from "../sign-off/text.ts";
import { type HeldText, messages } from "../text.ts";
import { startOf, unticked } from "./list-rows.ts";

/** What stands around the list. */
export interface HeaderFooterFacts {
  /** Markdown of sre.yml, with its templates filled in. */
  readonly intro: string;
  readonly count: number;
  readonly mergeCommits: boolean;
  /** The branch that GitHub deletes at the merge; null: none. */
  readonly deletesHead: { readonly branch: string; readonly settingsUrl: string } | null;
  readonly to: string;
  readonly since: { readonly tag: string | null; readonly tagUrl: string; readonly day: string } | null;
  readonly compareUrl: string;
  readonly direct: number;
  readonly setApart: readonly number[];
  readonly revertedInBase: readonly number[];
  readonly held: readonly HeldText[];
  /** The number of commits that were read, where there are more. */
  readonly cutAt: number | null;
  /** The end of the freeze, formatted for people. */
  readonly frozenUntil: string | null;
  /** Who lifted a freeze for this release, and why; null: nobody. */
  readonly lifted: string | null;
  readonly signOff: boolean;
  /** Nothing is waiting, and Detoil closes the pull request. */
  readonly closes: boolean;
  readonly configUrl: string | null;
  /** What GitHub refused, a sentence each. */
  readonly refused: readonly string[];
}

export interface HeaderFooter {
  /** The team's own Markdown. */
  readonly intro: string;
  readonly above: string;
  readonly below: string;
  /** The lines of both that say what is waiting and how to merge it: they go when it is released. */
  readonly untilReleased: string;
}

/** Our lines around the list. */
export function headerFooterOf(facts: HeaderFooterFacts, language: Language): HeaderFooter {
  const text = messages(language);
  const { since } = facts;
  const shown =
    since === null
      ? null
      : { tag: since.tag === null ? null : { name: escapeText(since.tag), url: since.tagUrl }, day: since.day };
  const changes = `[${text.diff}](${facts.compareUrl})`;
  const headline =
    facts.count === 0
      ? text.nothingWaits(facts.to, facts.closes)
      : `${text.waiting(facts.count, facts.to, shown)}${language === "ja" ? "・" : " · "}${changes}`;
  // The same words as in the check, which is red because of them.
  const held = facts.held.length === 0 ? null : text.held(facts.held);
  const freeze = facts.frozenUntil === null ? null : text.frozen(facts.frozenUntil, facts.configUrl);
  const signOff = facts.signOff ? signOffText(language).rule(facts.configUrl) : null;
  const also = text.also(facts.direct, facts.setApart, facts.compareUrl);
  const reverted = facts.revertedInBase.length === 0 ? null : text.revertedInBase(facts.revertedInBase, facts.to);
  const cut = facts.cutAt === null ? null : text.cut(facts.cutAt);
  const hint = facts.count === 0 ? [] : [facts.mergeCommits ? text.mergeHint : text.squashHint];
  const last = [...hint, text.signature(facts.configUrl)].join("\n");
  const deletes =
    facts.deletesHead === null || facts.count === 0
      ? null
      : text.deletesHead(facts.deletesHead.branch, facts.deletesHead.settingsUrl);
  const above = [headline, held, freeze, facts.lifted, signOff, deletes, ...facts.refused].filter(
    (part) => part !== null,
  );
  return {
    intro: facts.intro.trim(),
    above: above.join("\n\n"),
    untilReleased: [...above.filter((part) => part !== facts.lifted), ...hint].join("\n"),
    below: [also, reverted, cut, last].filter((part) => part !== null).join("\n\n"),
  };
}

/** The lines of a text that could be taken for a person's: all but the empty ones. */
export function linesOf(text: string): string[] {
  return text.split("\n").filter((line) => line.trim() !== "");
}

/** Hashes by which the next reconciliation recognizes Detoil's own lines. */
export function headerFooterHashes(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap(linesOf).map((line) => shortHash(unticked(line))));
}

/** The same by how lines begin: people may have added a word to one since. */
export function beginningsOf(text: string): ReadonlySet<string> {
  return new Set(linesOf(text).map(beginningOf));
}

export function beginningOf(line: string): string {
  return shortHash(startOf(line) || unticked(line));
}

/** Boxes of the intro that somebody ticked stay ticked. */
export function keepTicks(intro: string, old: string): string {
  const ticked = new Set(
    old
      .split("\n")
      .filter((line) => unticked(line) !== line.trimEnd())
      .map(unticked),
  );
  return intro
    .split("\n")
    .map((line) => (ticked.has(unticked(line)) ? line.replace(/\[ \]/, "[x]") : line))
    .join("\n");
}
