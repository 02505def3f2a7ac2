import { stringify } from "yaml";
import { anyGlobMatches } from "../../../config/glob.ts";
import { LONGEST_ADVICE } from "../../../config/text/quote.ts";
import { code } from "../../../markdown/escape.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { BranchRules } from "../evaluating/rules.ts";
import { isNamedIn, rulesInto } from "../evaluating/rules.ts";
import type { Reason, Verdict } from "../evaluating/verdict.ts";
import type { GuardedPull } from "../facts.ts";
import { messages } from "../text.ts";
import { commandsFor } from "./commands.ts";

type Context = ReconcileContext<"branches">;
type BasedOn = Extract<Reason, { readonly is: "based-on" }>;

/** What people can do, the likeliest first. */
export function remediesFor(pull: GuardedPull, verdict: Verdict, context: Context): string[] {
  const text = messages(context.config.language);
  const byName = verdict.reasons.find((reason) => reason.is === "name");
  const byFork = verdict.reasons.find((reason) => reason.is === "fork");
  const other = byName === undefined ? null : otherBase(pull, context);
  // What it must not be based on is another matter there: commands would move it onto the wrong base.
  if (other !== null) return [text.otherBase(other, pull.number)];
  return [
    ...(byName === undefined ? [] : [text.otherName(byName.rule.into)]),
    ...(byFork === undefined ? [] : [text.forkRemedy(byFork.rule.into)]),
    ...basedOnRemedies(pull, verdict, context),
  ];
}

/** A base that is meant for this head: one that a rule for this base names, with a rule of its own, or else the default branch; null: none. */
function otherBase({ head, fork, base }: GuardedPull, { section, loaded }: Context): string | null {
  const named = rulesInto(section, base)
    .flatMap(({ from }) => from.filter((glob) => !glob.includes("*")))
    .filter((other) => rulesInto(section, other).length > 0);
  const found = [...named, loaded.defaultBranch].find(
    (other) => other !== "" && other !== base && other !== head && takes(section, other, { head, fork }),
  );
  return found ?? null;
}

function takes(rules: BranchRules, base: string, head: Pick<GuardedPull, "head" | "fork">): boolean {
  return rulesInto(rules, base).every((rule) => isNamedIn(rule, head));
}

function basedOnRemedies(pull: GuardedPull, { reasons, fix }: Verdict, context: Context): string[] {
  const text = messages(context.config.language);
  const based = reasons.filter((reason): reason is BasedOn => reason.is === "based-on");
  const isTooFar = reasons.some(({ is }) => is === "too-far");
  if (based.length === 0 && !isTooFar) return [];
  const branches = based.map(({ branch }) => branch);
  // Nobody rebases a branch that others work from.
  const isShared = pull.fork === null && isLongLived(pull.head, context);
  if (isShared || fix?.way === "nothing-left") {
    const isOnlyThat = fix?.way === "nothing-left" && !isShared ? [text.nothingLeft(branches)] : [];
    return [...isOnlyThat, ...based.slice(0, 1).map((reason) => exceptFor(reason, pull, context))];
  }
  const move = fix ?? { way: "rebase" };
  if (move.way === "by-hand") return [text.byHand(move.count, pull.base)];
  const commands = commandsFor(move, pull, context);
  return commands === null ? [] : [`${text.commands(branches)}\n\n\`\`\`sh\n${commands.join("\n")}\n\`\`\``];
}

const EVERYTHING = ["*", "**"];

/** A branch that sre.yml names is one that others merge from or into. */
function isLongLived(branch: string, { section, loaded, config }: Context): boolean {
  const heads = section.flatMap(({ from }) => from.filter((glob) => !glob.includes("*")));
  const named = [
    ...section.flatMap((rule) => [rule.into, ...rule["not-based-on"]]).filter((glob) => !EVERYTHING.includes(glob)),
    ...heads,
    ...(config.release?.lanes ?? []).flatMap(({ from, to }) => [from, to]),
  ];
  return branch === loaded.defaultBranch || anyGlobMatches(named, branch);
}

/** The line of sre.yml that lets this head through. */
function exceptFor({ rule }: BasedOn, { head }: GuardedPull, { config }: Context): string {
  const text = messages(config.language);
  const list = stringify([...rule.except, head], {
    collectionStyle: "flow",
    flowCollectionPadding: false,
    lineWidth: 0,
  });
  const line = `except: ${list.trim()}`;
  return text.except(code(rule.into), line.length > LONGEST_ADVICE ? code("except") : code(line), head);
}
