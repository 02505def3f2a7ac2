import type { Self } from "../../../github/client.ts";
import { type MarkedComment, ownComments } from "../../../managed/marked-comment.ts";
import { shortHash } from "../../../markdown/short-hash.ts";
import type { CiFacts } from "./facts.ts";
import type { Ended } from "./outcome.ts";

export const NOTICE = "release-ci";

const OUTCOMES = ["green", "red"] as const;
type Word = Ended["kind"];
const MOST_TOLD = 20;

/** What a notice says, as its marker stores it. */
export interface NoticeData {
  readonly head: string;
  readonly outcome: Word;
  /** What people were told of, the latest last: `green/OID`. A branch may be set back to an earlier head. */
  readonly told: readonly string[];
  /** Hash of what it says of the checks. */
  readonly content: string;
  /** When it was seen that the branch has moved on; null: it has not. ISO. */
  readonly moved: string | null;
}

/** The notices on a pull request, the one in force last. There is one, unless a worker died between two writes. */
export function noticesOn({ comments }: Pick<CiFacts, "comments">, self: Self): readonly MarkedComment[] {
  return ownComments(comments, NOTICE, self);
}

/** null: somebody broke the marker. */
export function noticeData({ data }: MarkedComment): NoticeData | null {
  const { head, outcome, told, content, moved } = data ?? {};
  const word = OUTCOMES.find((one) => one === outcome);
  if (typeof head !== "string" || word === undefined) return null;
  const known: readonly unknown[] = Array.isArray(told) ? told.slice(-MOST_TOLD) : [];
  return {
    head,
    outcome: word,
    told: known.filter((one) => typeof one === "string"),
    content: typeof content === "string" ? content : "",
    moved: typeof moved === "string" ? moved : null,
  };
}

/** The notice in force; null: there is none. */
export function inForce(facts: Pick<CiFacts, "comments">, self: Self): NoticeData | null {
  const last = noticesOn(facts, self).at(-1);
  return last === undefined ? null : noticeData(last);
}

/** When Detoil saw that the head had moved. */
export function movedAt(facts: Pick<CiFacts, "comments">, self: Self): Date | null {
  const moved = inForce(facts, self)?.moved ?? null;
  return moved === null ? null : new Date(moved);
}

/** Whether the notice says just this, and need not be written. */
export function saysSo(notice: NoticeData | null, headOid: string, outcome: Ended): boolean {
  if (notice === null || notice.head !== headOid || notice.moved !== null) return false;
  return notice.outcome === outcome.kind && notice.content === contentHash(outcome);
}

/** A result, as a notice stores that it was told. */
export function toldAs(headOid: string, { kind }: Ended): string {
  return `${kind}/${headOid}`;
}

/** What failed, and how, and how much did not: the notice is written again where that changes. */
export function contentHash({ failed, passed, skipped }: Ended): string {
  const words = failed.map(({ name, conclusion }) => JSON.stringify([name, conclusion]));
  return shortHash([passed, skipped, ...words.sort()].join("\n"));
}
