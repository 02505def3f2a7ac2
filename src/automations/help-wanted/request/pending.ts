import { type Pending, pendingCommands } from "../../../commands/pending.ts";
import type { Self } from "../../../github/client.ts";
import type { Item } from "../facts.ts";

/** As many comments as are read for commands: one that is further back is answered no more, and nothing waits for it. */
const LATEST = 30;

/** The commands that nobody has answered yet. */
export function pendingIn({ comments }: Pick<Item, "comments">, self: Self): readonly Pending[] {
  return pendingCommands(comments.slice(-LATEST), self);
}
