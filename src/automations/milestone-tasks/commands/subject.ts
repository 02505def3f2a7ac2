import type { Subject } from "../../../commands/declaration.ts";
import { code } from "../../../markdown/escape.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { CommandFacts } from "./command-facts.ts";
import { taskSubject } from "./task-subject.ts";
import { commandText } from "./text.ts";
import { VERBS } from "./verbs.ts";

const MOST_NAMED = 10;

export function subject(facts: CommandFacts, context: ReconcileContext<"milestones">): Subject {
  const text = commandText(context.config.language);
  switch (facts.kind) {
    case "task":
      return taskSubject(facts, context);
    case "parent": {
      const open = facts.open.map((number) => `#${number}`);
      const onTask = (words: readonly string[]) =>
        text.onTask(
          words.map((word) => code(`/sre ${word}`)),
          open.slice(0, MOST_NAMED),
          Math.max(0, open.length - MOST_NAMED),
        );
      return saying((word) => onTask([word]), {
        help: onTask(VERBS.map(({ word }) => word)),
        offered: VERBS,
        people: {},
      });
    }
    case "orphaned":
      return saying(() => text.orphaned, {
        help: text.orphaned,
        offered: [],
        people: { assignee: facts.assignees },
      });
  }
}

/** Where nothing can be carried out: the reply says why. */
function saying(line: (word: string) => string, general: Pick<Subject, "help" | "offered" | "people">): Subject {
  return {
    ...general,
    processed: 0,
    execute: ({ word }) => ({ line: line(word), present: line(word), next: null }),
    writes: () => [],
  };
}
