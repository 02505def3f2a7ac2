import type { UpdateReading } from "../../../records/book.ts";
import type { RecordedUpdate } from "../../../records/recorded.ts";
import { KINDS, type Kind, type Update } from "../reading/update.ts";

/** As it is recorded once it is closed; null: it is open. */
function recordOf(update: Update): RecordedUpdate | null {
  const { number, bot, kind, security, automerge, state, openedAt, closedAt, packages } = update;
  if (state === "open" || closedAt === null) return null;
  return { number, bot, kind, security, automerge, state, openedAt, closedAt, packages };
}

/** `version`: when GitHub says that it was updated. */
export function readingOf(update: Update, version: number): UpdateReading {
  return { type: "update", key: update.number, version, record: recordOf(update) };
}

export function updateOf({ kind, packages, ...recorded }: RecordedUpdate): Update {
  return {
    ...recorded,
    kind: kindOf(kind),
    packages: packages.map((each) => ({ ...each, kind: kindOf(each.kind) })),
    waiting: null,
  };
}

/** A later version may know more of them. */
function kindOf(word: string): Kind {
  return KINDS.find((kind) => kind === word) ?? "unknown";
}
