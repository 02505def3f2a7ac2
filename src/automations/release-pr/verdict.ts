import type { Language } from "../../config/schema.ts";
import type { LaneFacts } from "./facts.ts";
import { textOf } from "./text.ts";
import { countOf, type Waiting } from "./waiting.ts";

/** What the check says about one release pull request. */
export interface Verdict {
  readonly conclusion: "success" | "failure";
  readonly title: string;
  readonly summary: string;
}

export interface VerdictFacts {
  readonly lane: LaneFacts["lane"];
  readonly waiting: Waiting;
  /** `#12`, or the ref of one that is about to be opened. */
  readonly number: string;
  /** The last day of the freeze, as people read it. */
  readonly frozenThrough: string | null;
  /** The body has no room for the list. */
  readonly noRoom: boolean;
}

/** Red while something holds the release; all reasons are named, the gravest first. */
export function verdictOf(facts: VerdictFacts, language: Language): Verdict {
  const text = textOf(language);
  const { lane, waiting, frozenThrough } = facts;
  const held = [
    ...waiting.items.flatMap((item) => (item.hold === null ? [] : [{ number: item.pull.number, label: item.hold }])),
    ...waiting.heldApart,
  ];
  const reasons: { title: string; summary: string }[] = [];
  if (held.length > 0) {
    const lines = held.map(({ number, label }) => text.held(number, label));
    reasons.push({ title: text.heldTitle(held.length), summary: [...lines, text.heldRemedy].join("\n") });
  }
  if (frozenThrough !== null)
    reasons.push({ title: text.frozenTitle(frozenThrough), summary: text.frozen(frozenThrough) });
  if (lane["sign-off"]) reasons.push({ title: text.signOffTitle, summary: text.signOff });
  if (facts.noRoom) reasons.push({ title: text.noRoomTitle, summary: text.noRoom(facts.number) });
  const [first] = reasons;
  if (first === undefined) {
    const count = countOf(waiting);
    return { conclusion: "success", title: text.clearTitle(count), summary: text.clear(count, lane.to) };
  }
  return { conclusion: "failure", title: first.title, summary: reasons.map((reason) => reason.summary).join("\n\n") };
}
