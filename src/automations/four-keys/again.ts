import type { ReconcileContext } from "../automation.ts";
import type { FourKeysFacts } from "./facts.ts";

/** GitHub's lists lag behind webhooks by some seconds (thevibeworks/claude-reads-hn#1522, integrations/slack#494). */
const SETTLED_MS = 60_000;

/** So that the issue shows how far history is read. */
const PROGRESS_MS = 15 * 60_000;

/**
 * History goes on at once, but for what GitHub's limit must be kept for. A pull request that was merged this minute is read
 * once more: its last review may not have been listed yet. The issue is rewritten until history is read.
 */
export function again(facts: FourKeysFacts, { now }: Pick<ReconcileContext, "now">): Date | null {
  if (facts.kind === "history") {
    const { cursor, pausedUntil } = facts.batch;
    return cursor.todo.length === 0 ? null : (pausedUntil ?? now);
  }
  if (facts.kind === "report") {
    const { history, issue } = facts.report;
    const shown = history.reading !== null && issue?.open !== false;
    return shown ? new Date(now.getTime() + PROGRESS_MS) : null;
  }
  if (facts.kind !== "change" || facts.change.node.mergedAt === null) return null;
  const settled = Date.parse(facts.change.node.mergedAt) + SETTLED_MS;
  return settled > now.getTime() ? new Date(settled) : null;
}
