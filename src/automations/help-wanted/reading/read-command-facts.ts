import type { Conversation } from "../../../commands/conversation.ts";
import type { GitHub } from "../../../github/client.ts";
import type { ReconcileContext } from "../../automation.ts";
import { isReport } from "../commands/report-subject.ts";
import type { CommandFacts } from "../commands/subject.ts";
import type { RequestFacts } from "../facts.ts";
import { isWanted, standing } from "../request/standing.ts";
import { readComments } from "./read-comments.ts";
import { peopleIn, readItem } from "./read-item.ts";

type Context = ReconcileContext<"help-wanted">;

/** The request as it stands; whom it goes to next, its own reconciliation decides. */
export async function readCommandFacts(
  github: GitHub,
  context: Context,
  conversation: Conversation,
): Promise<CommandFacts> {
  const { number, comments: listed } = conversation;
  const read = await readItem(github, context, number);
  if (read === null) return { facts: null, request: null };
  if (isReport(conversation)) {
    const latest = Math.max(0, ...listed.map(({ id }) => id));
    return { facts: null, request: null, report: { ...conversation, latest, assignable: peopleIn(read).assignable } };
  }
  const wanted = isWanted(read.item, context);
  const { comments, recorded, withdrawn } = await readComments(
    github,
    context,
    { created: async () => [] },
    { ...read, wanted },
  );
  const facts: RequestFacts = {
    kind: "request",
    item: { ...read.item, comments },
    recorded,
    withdrawn,
    paths: null,
    codeowners: null,
    teams: new Map(),
    known: { workloads: new Map(), away: [], covers: [], reserved: null, nobodys: 0 },
    board: null,
    ...peopleIn(read),
  };
  const request = wanted ? (standing(facts, context)?.request ?? null) : null;
  const latest = Math.max(0, ...listed.map(({ id }) => id), ...comments.map(({ id }) => id));
  // A nonexistent comment cannot have been processed: whoever may edit the text may write anything into the marker.
  const processed = request !== null && request.processed <= latest ? request.processed : 0;
  return { facts, request: request === null ? null : { ...request, processed } };
}
