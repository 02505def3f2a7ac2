import { shownText } from "../../../config/text/quote.ts";
import type { ReconcileContext } from "../../automation.ts";
import { forbiddenFor, rulesInto } from "../evaluating/rules.ts";
import { type Reason, type Verdict, verdictOf } from "../evaluating/verdict.ts";
import type { GuardedPull } from "../facts.ts";
import { messages } from "../text.ts";
import { remediesFor } from "./remedies.ts";
import { linked, sentenceOf, shownHead } from "./sentences.ts";

type Context = ReconcileContext<"branches">;

/** What the check says of one pull request. */
export interface Conclusion {
  readonly number: number;
  readonly conclusion: "success" | "failure";
  readonly title: string;
  readonly summary: string;
}

export function conclusionOf(pull: GuardedPull, context: Context): Conclusion {
  const verdict = verdictOf(pull, context.section);
  const parts = verdict.allowed ? allowed(pull, verdict, context) : refused(pull, verdict, context);
  return { number: pull.number, conclusion: verdict.allowed ? "success" : "failure", ...parts };
}

function allowed(pull: GuardedPull, { because }: Verdict, context: Context) {
  const text = messages(context.config.language);
  const { base, head } = pull;
  if (because === "own") return { title: text.ownTitle, summary: text.own };
  if (because === "no rule") return { title: text.noRuleTitle, summary: text.noRule(base) };
  const rules = rulesInto(context.section, base);
  const asked = pull.forbidden.filter(({ is }) => is === "clear").map(({ branch }) => branch);
  // Where `except` lets it through, what it is based on was not looked at.
  const all = new Set(rules.flatMap((rule) => rule["not-based-on"]).filter((branch) => branch !== base));
  const isExcepted = all.size > 0 && forbiddenFor(context.section, pull).length === 0;
  const summary = [
    text.allowed(head, base, [...new Set(rules.flatMap(({ from }) => from))]),
    ...(asked.length > 0 ? [text.notBasedOn(asked)] : []),
    ...(isExcepted ? [text.excepted([...all])] : []),
    ...missingBranches(pull, context),
    requirement(pull, context),
  ];
  return { title: text.allowedTitle(shownText(head), shownText(base)), summary: summary.join("\n\n") };
}

function refused(pull: GuardedPull, verdict: Verdict, context: Context) {
  const { language } = context.config;
  const sentences = verdict.reasons.map((reason) => sentenceOf(reason, pull, context, language, linked(context)));
  const [first] = verdict.reasons;
  const summary = [
    ...sentences,
    ...remediesFor(pull, verdict, context),
    ...missingBranches(pull, context),
    requirement(pull, context),
  ];
  return { title: first === undefined ? "" : titleOf(first, pull, context), summary: summary.join("\n\n") };
}

function titleOf(reason: Reason, pull: GuardedPull, context: Context): string {
  const text = messages(context.config.language);
  const [head, base] = [shownText(pull.head), shownText(pull.base)];
  switch (reason.is) {
    case "name":
      return text.nameTitle(head, base);
    case "fork":
      return text.forkTitle(base);
    case "based-on": {
      const branch = shownText(reason.branch);
      return reason.isItself ? text.nameTitle(head, base) : text.basedOnTitle(shownText(shownHead(pull)), branch);
    }
    case "too-far":
      return text.tooFarTitle(shownText(shownHead(pull)), shownText(reason.branch));
  }
}

function missingBranches({ forbidden }: GuardedPull, { config }: Context): string[] {
  const missing = forbidden.filter(({ is }) => is === "missing").map(({ branch }) => branch);
  return missing.length === 0 ? [] : [messages(config.language).missing(missing)];
}

function requirement({ base, required }: GuardedPull, { config, repository, webUrl }: Context): string {
  const text = messages(config.language);
  if (required === null) return text.requiredUnknown(base);
  const { owner, name } = repository;
  return required ? text.required(base) : text.notRequired(base, `${webUrl}/${owner}/${name}/settings/rules`);
}
