import type { Language } from "../../../config/schema.ts";
import { heldIn } from "../body/held.ts";
import { countOf, type Waiting } from "../changes/waiting.ts";
import type { LaneFacts, OutsidersPull } from "../facts.ts";
import { statusIssueText } from "../status-issue/text.ts";
import { messages } from "../text.ts";

/** The check of one release pull request. */
export interface Conclusion {
  readonly conclusion: "success" | "failure";
  readonly title: string;
  readonly summary: string;
}

export interface ConclusionFacts {
  readonly lane: LaneFacts["lane"];
  readonly waiting: Waiting;
  /** `#12`, or the ref of one that is about to be opened. */
  readonly number: string;
  /** The end of the freeze, formatted for people. */
  readonly frozenUntil: string | null;
  /** Who lifted the freeze for this release; null: there is none, or it holds. */
  readonly lifted: string | null;
  readonly configUrl: string | null;
  /** The body has no room for the list. */
  readonly noRoom: boolean;
  /** Why GitHub does not open the pull request, where no issue can say so. */
  readonly refused: string | null;
}

/** Red while something holds the release; all reasons are named, the most serious first. What sign-off says is added to it. */
export function conclusionOf(facts: ConclusionFacts, language: Language): Conclusion {
  const text = messages(language);
  const { lane, waiting, frozenUntil, configUrl } = facts;
  const held = heldIn(waiting, lane.mention);
  const reasons: { title: string; summary: string }[] = [];
  if (facts.refused !== null) reasons.push({ title: text.refusedTitle, summary: facts.refused });
  if (held.length > 0)
    reasons.push({ title: text.heldTitle(held.map(({ number }) => number)), summary: text.held(held) });
  if (frozenUntil !== null)
    reasons.push({ title: text.frozenTitle(frozenUntil), summary: text.frozen(frozenUntil, configUrl) });
  if (facts.noRoom) reasons.push({ title: text.noRoomTitle(facts.number), summary: text.noRoom(facts.number) });
  const [first] = reasons;
  if (first === undefined) {
    const count = countOf(waiting);
    const summary = [text.clear(count, lane.to), facts.lifted].filter((part) => part !== null).join("\n\n");
    return { conclusion: "success", title: text.clearTitle(count), summary };
  }
  return { conclusion: "failure", title: first.title, summary: reasons.map((reason) => reason.summary).join("\n\n") };
}

/** For an open pull request between the lane's branches that is not the lane's. */
export function outsidersConclusion({ number, author }: OutsidersPull, language: Language): Conclusion {
  return {
    conclusion: "failure",
    title: messages(language).outsiderTitle(number),
    summary: statusIssueText(language).outsider(number, author),
  };
}
