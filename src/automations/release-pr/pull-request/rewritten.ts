import type { CreateComment } from "../../../github/actions.ts";
import { createMarked } from "../../../managed/marked-comment.ts";
import type { ReconcileContext } from "../../automation.ts";
import { configUrlOf } from "../../config-url.ts";
import { isRewritten } from "../changes/shipped.ts";
import type { LaneFacts } from "../facts.ts";
import { messages } from "../text.ts";

export const REWRITTEN = "release-merge-method";

/** One warning on the latest release, where a squash or rebase cut it off from its own history. */
export function warnRewritten(facts: LaneFacts, context: ReconcileContext): CreateComment[] {
  const latest = facts.releases[0];
  // where nothing else is allowed, it would be said of every release, and to nobody who could change it
  if (latest === undefined || latest.warned || !facts.mergeCommits || !isRewritten(latest)) return [];
  const text = messages(context.config.language).rewritten(facts.lane.from, facts.lane.to, configUrlOf(context));
  const because = "the release was merged by squash or rebase";
  const identity = `${REWRITTEN}/${latest.number}`;
  return [createMarked({ number: latest.number, key: REWRITTEN, text, identity, once: true, because })];
}
