import type { ReconcileContext, Target } from "../automation.ts";
import type { FourKeysFacts } from "./facts.ts";
import { targets } from "./targets.ts";

export const REPORT = targets.format({ kind: "report" });
export const COMMENTS = targets.format({ kind: "comments" });

/** What is to be reconciled after this, because it was found here. */
export function fanOut(facts: FourKeysFacts, { section }: Pick<ReconcileContext<"four-keys">, "section">): Target[] {
  switch (facts.kind) {
    case "history":
      // The issue shows at once what was read last.
      return facts.isFurther && facts.batch.cursor.todo.length === 0 ? [REPORT] : [];
    case "comments":
      return facts.pulls.map((value) => targets.format({ kind: "comment", value }));
    default:
      // It may have deployed something, or be what a deployment brought.
      return section.comment && "commits" in facts ? [COMMENTS] : [];
  }
}
