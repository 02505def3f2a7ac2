import type { Language } from "../../../config/schema.ts";
import { code } from "../../../markdown/escape.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { Reason, Verdict } from "../evaluating/verdict.ts";
import type { GuardedPull } from "../facts.ts";
import { messages } from "../text.ts";

const MOST_COMMITS = 5;

/** A commit as people read it. */
type ShownCommit = (oid: string) => string;

const shortOid = (oid: string) => oid.slice(0, 7);

/** Why a pull request may not be merged, one sentence each, without links. */
export function sentencesOf(
  pull: GuardedPull,
  { reasons }: Verdict,
  context: ReconcileContext,
  language: Language,
): string[] {
  return reasons.map((reason) => sentenceOf(reason, pull, context, language, (oid) => code(shortOid(oid))));
}

/** As GitHub shows it: `bob:main` is not `main`. */
export function shownHead({ head, fork }: Pick<GuardedPull, "head" | "fork">): string {
  const [owner = ""] = (fork ?? "").split("/");
  return owner === "" ? head : `${owner}:${head}`;
}

export function sentenceOf(
  reason: Reason,
  pull: GuardedPull,
  { repository: { owner, name } }: Pick<ReconcileContext, "repository">,
  language: Language,
  shown: ShownCommit,
): string {
  const text = messages(language);
  const { head, base, fork } = pull;
  switch (reason.is) {
    case "name":
      return text.name(head, base, reason.rule.from);
    case "fork":
      return text.fork(head, base, fork ?? "", `${owner}/${name}`);
    case "based-on": {
      const commits = reason.commits.slice(0, MOST_COMMITS).map(shown);
      const more = reason.commits.length - commits.length;
      const { branch, isItself } = reason;
      return isItself
        ? text.itself(branch, base, commits, more)
        : text.basedOn(shownHead(pull), branch, base, commits, more);
    }
    case "too-far":
      return text.tooFar(shownHead(pull), reason.branch);
  }
}

/** The same with links to the commits. */
export function linked({ repository: { owner, name }, webUrl }: ReconcileContext): ShownCommit {
  return (oid) => `[\`${shortOid(oid)}\`](${webUrl}/${owner}/${name}/commit/${oid})`;
}
