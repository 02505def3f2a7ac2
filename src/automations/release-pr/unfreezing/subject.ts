import { formatMoment } from "../../../calendar/format.ts";
import type { Executed, Subject } from "../../../commands/declaration.ts";
import type { Command } from "../../../commands/read-commands.ts";
import type { Lane } from "../../../config/schema.ts";
import type { Plan } from "../../../github/actions.ts";
import { cut } from "../../../markdown/length.ts";
import { plain } from "../../../markdown/plain.ts";
import { urlPath } from "../../../markdown/url-path.ts";
import type { ReconcileContext } from "../../automation.ts";
import { repoUrlOf } from "../body/template-values.ts";
import { frozenUntil } from "../freeze.ts";
import type { UnfreezeFacts } from "./facts.ts";
import { liftedLine } from "./lifted-line.ts";
import { unfreezeText } from "./text.ts";
import { type Unfrozen, unfrozenOn, withUnfrozen } from "./unfrozen.ts";
import { VERBS } from "./verbs.ts";

type Context = ReconcileContext<"release">;

const LONGEST_REASON = 200;

/** What `/sre unfreeze` acts on; null: the pull request is gone. */
export function subject(facts: UnfreezeFacts | null, context: Context): Subject {
  return subjectWith(facts === null ? null : unfrozenOn(facts.body, facts.number), facts, context);
}

/** `unfrozen`: what is lifted, after the commands before. */
function subjectWith(unfrozen: Unfrozen | null, facts: UnfreezeFacts | null, context: Context): Subject {
  return {
    people: {},
    processed: unfrozen?.comment ?? 0,
    offered: VERBS,
    help: null,
    execute: (command, who) => execute(command, who, unfrozen, facts, context),
    writes: (comment) => writes(unfrozen, comment, facts),
  };
}

function execute(
  { argument }: Command,
  who: string,
  unfrozen: Unfrozen | null,
  facts: UnfreezeFacts | null,
  context: Context,
): Executed {
  const { language, timezone } = context.config;
  const text = unfreezeText(language);
  // The reply to what was carried out already is the same again.
  const present = unfrozen === null ? null : text.done(liftedLine(unfrozen, context));
  const said = (line: string): Executed => ({ line, present: present ?? line, next: null });
  const lane = facts === null ? null : laneOf(facts, context);
  if (facts === null || lane === null) return said(text.noRelease);
  if (!facts.isOpen) return said(text.closed(lane.from, lane.to, compareUrl(lane, context)));
  const end = frozenUntil(lane, context);
  if (end === null) return said(text.notFrozen(lane.from, lane.to));
  if (unfrozen !== null && Date.parse(unfrozen.until) === end.getTime())
    return said(text.already(liftedLine(unfrozen, context)));
  const why = cut(plain(argument), LONGEST_REASON);
  if (why === "") return said(text.noReason(formatMoment(end, timezone, language, context.now)));
  const times = { until: end.toISOString(), at: context.now.toISOString() };
  const next: Unfrozen = { pull: facts.number, by: who, why, comment: 0, ...times };
  const line = text.done(liftedLine(next, context));
  return { line, present: line, next: subjectWith(next, facts, context) };
}

function writes(unfrozen: Unfrozen | null, comment: number, facts: UnfreezeFacts | null): Plan {
  if (unfrozen === null || facts === null) return [];
  const { number, body } = facts;
  return [
    {
      action: "update-pull-request",
      number,
      body: withUnfrozen(body, { ...unfrozen, comment }),
      expects: { body },
      textOf: "release-pr",
      because: `${unfrozen.by} lifts the freeze for this release`,
    },
  ];
}

function laneOf({ base, head, crossRepository }: UnfreezeFacts, { section }: Context): Lane | null {
  if (crossRepository) return null;
  return section.lanes.find(({ from, to }) => from === head && to === base) ?? null;
}

function compareUrl({ from, to }: Lane, context: Context): string {
  return `${repoUrlOf(context)}/compare/${urlPath(to)}...${urlPath(from)}?expand=1`;
}
