import { readAwaited } from "../../commands/awaited.ts";
import { commentIn } from "../../commands/comment-node.ts";
import { pendingCommands } from "../../commands/pending.ts";
import type { GitHub } from "../../github/client.ts";
import { isSelf } from "../../github/is-self.ts";
import { mayWrite } from "../../github/may-write.ts";
import { findMarkers } from "../../markdown/marker.ts";
import type { Observations, ReconcileContext } from "../automation.ts";
import { commandsConversation, type commandsConversationResult } from "./commands-conversation.generated.ts";
import type { ConversationFacts, PendingComment } from "./facts.ts";
import { isOn } from "./is-on.ts";
import { isOrphaned } from "./is-orphaned.ts";
import { targets } from "./targets.ts";

type Conversation = NonNullable<NonNullable<commandsConversationResult["repository"]>["issueOrPullRequest"]>;

/** Marker keys of milestone tasks' issues. */
const OF_MILESTONE = new Set(["task", "milestone"]);

/** Reads one issue or pull request, and asks GitHub whether each author of an open command may give commands. */
export async function gather(
  github: GitHub,
  context: ReconcileContext,
  observations: Observations,
): Promise<ConversationFacts> {
  const number = targets.parse(context.target)?.value ?? 0;
  const conversation = await read(github, context, number);
  const home = conversation === null ? null : homeOf(conversation, context);
  const ofMilestone = home !== null;
  const orphaned = home !== null && isOn(context) && (await isOrphaned(github, context, home));
  // milestone tasks answer there
  if (conversation === null || (ofMilestone && isOn(context) && !orphaned))
    return { number, ofMilestone, orphaned, pending: [] };
  const permitted = new Map(assigneesOf(conversation).map((login) => [login, true]));
  const listed = (conversation.comments.nodes ?? []).flatMap((node) => (node === null ? [] : [commentIn(node)]));
  const awaited = await readAwaited(github, context.repository, observations);
  const comments = await awaited.complete(number, listed);
  const checked: PendingComment[] = [];
  for (const pending of pendingCommands(comments, context.self)) {
    const login = pending.comment.author?.login ?? "";
    const may = permitted.get(login) ?? (await mayWrite(github, context.repository, login));
    permitted.set(login, may);
    checked.push({ ...pending, permitted: may });
  }
  return { number, ofMilestone, orphaned, pending: checked };
}

/** null: it was deleted or transferred. */
async function read(github: GitHub, context: ReconcileContext, number: number): Promise<Conversation | null> {
  const { owner, name } = context.repository;
  const { repository } = await github.graphql(commandsConversation, { owner, name, number });
  return repository?.issueOrPullRequest ?? null;
}

/** The milestones of an issue of milestone tasks; null: it is not one. A marker counts only in Detoil's own text. */
function homeOf(conversation: Conversation, { self }: ReconcileContext) {
  if (conversation.__typename !== "Issue" || !isSelf(conversation.author, self)) return null;
  const marker = findMarkers(conversation.body).find(({ key, closing }) => OF_MILESTONE.has(key) && !closing);
  if (marker === undefined) return null;
  // Whoever may edit the text may put any number there, and GitHub would reject the request. Milestone 0 does not
  // exist.
  const home = Number(marker.data?.milestone);
  const isNumber = Number.isInteger(home) && home > 0 && home < 2 ** 31;
  return { milestone: conversation.milestone, home: isNumber ? home : 0 };
}

function assigneesOf(conversation: Conversation): string[] {
  if (conversation.__typename !== "Issue") return [];
  return (conversation.assignees.nodes ?? []).flatMap((node) => (node === null ? [] : [node.login]));
}
