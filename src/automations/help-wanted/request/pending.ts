import { earliest } from "../../../calendar/earliest.ts";
import { type Pending, pendingCommands } from "../../../commands/pending.ts";
import type { Self } from "../../../github/client.ts";
import type { RequestFacts } from "../facts.ts";

/** As many comments as are read for commands: one that is further back is answered no more, and nothing waits for it. */
const LATEST = 30;
/** By then a command's own webhook has had it answered, and lists show the answer. */
const PATIENCE_MS = 60_000;
/** Nothing waits for longer: perhaps Detoil may not answer here. */
const LONGEST_MS = 3_600_000;

type Read = Pick<RequestFacts, "item" | "recorded">;

/** The commands that are still to be carried out. The reply to one that was may not be visible yet. */
export function pendingIn({ item, recorded }: Read, self: Self, now: Date): readonly Pending[] {
  const processed = recorded?.request.processed ?? 0;
  return pendingCommands(item.comments.slice(-LATEST), self).filter(
    ({ comment }) => comment.id > processed && now.getTime() - comment.createdAt.getTime() < LONGEST_MS,
  );
}

/** When a command that waits should have been carried out; null: none waits. */
export function patienceEnds(facts: Read, self: Self, now: Date): Date | null {
  const first = earliest(pendingIn(facts, self, now).map(({ comment }) => comment.createdAt));
  return first === null ? null : new Date(first.getTime() + PATIENCE_MS);
}

/** When to look again at a request that waits for commands; null: it waits for none. */
export function afterPending(facts: Read, self: Self, now: Date): Date | null {
  const ends = patienceEnds(facts, self, now);
  if (ends === null || ends > now) return ends;
  return new Date(ends.getTime() - PATIENCE_MS + LONGEST_MS);
}
