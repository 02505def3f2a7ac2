import type { Language } from "../../../config/schema.ts";
import type { SetCheckRun } from "../../../github/actions.ts";
import type { OwnCheckRun } from "../../../github/own-check.ts";
import { planCheckRun, worstOf } from "../../../managed/check-run.ts";
import { withoutMarkers } from "../../../markdown/marker.ts";
import { RELEASE_CHECK } from "../../required-checks.ts";
import { SIGN_OFF } from "../sign-off/marker-key.ts";
import { messages } from "../text.ts";
import type { Conclusion } from "./conclusion.ts";

export const CHECK = RELEASE_CHECK;

/** The content of one commit's check run. A check run belongs to a commit, so pull requests with one head share it. */
export interface HeadConclusion {
  readonly headOid: string;
  readonly current: OwnCheckRun | null;
  readonly releases: readonly (Conclusion & { readonly number: string })[];
  /** Other open pull requests into a lane's base with the same head. */
  readonly others: readonly number[];
}

/** The missing write on this commit, if any: the worst conclusion, with each pull request named. */
export function checkFor(head: HeadConclusion, language: Language): SetCheckRun[] {
  const text = messages(language);
  const worst = worstOf(head.releases);
  if (worst === undefined) return [];
  const several = head.releases.length + head.others.length > 1;
  // What a tick changes among several, is worked out with all of them.
  const each = head.releases.map((release) =>
    several ? `**${release.number}** ${release.title}\n${withoutMarkers(release.summary, SIGN_OFF)}` : release.summary,
  );
  const title =
    head.releases.length > 1 && worst.conclusion === "failure" ? `${worst.number}: ${worst.title}` : worst.title;
  const summary = [...each, ...head.others.map((number) => text.ordinaryBeside(number))].join("\n\n");
  return changed(head.headOid, head.current, { conclusion: worst.conclusion, title, summary }, worst.title);
}

/** The green check of a pull request that is not a release. */
export function ordinaryCheck(headOid: string, current: OwnCheckRun | null, language: Language): SetCheckRun[] {
  const text = messages(language);
  const concluded: Conclusion = { conclusion: "success", title: text.ordinaryTitle, summary: text.ordinary() };
  return changed(
    headOid,
    current,
    concluded,
    "the check can be required, so every pull request into a lane's base has it",
  );
}

function changed(headOid: string, current: OwnCheckRun | null, concluded: Conclusion, because: string): SetCheckRun[] {
  return planCheckRun(current, { ...concluded, name: CHECK, headOid, because }, "update");
}
