import { type GitHub, UNKNOWN, type Unknown } from "../../../github/client.ts";
import { isSelf } from "../../../github/is-self.ts";
import { nodesOf } from "../../../github/nodes.ts";
import type { ReconcileContext } from "../../automation.ts";
import { personOf } from "../github/read-people.ts";
import type { History } from "./facts.ts";
import { releaseEdits, type releaseEditsResult } from "./release-edits.generated.ts";

type Pull = NonNullable<NonNullable<releaseEditsResult["repository"]>["pullRequest"]>;

const NOTHING: History = { versions: [], isCut: true };

/** The latest hundred versions of a description. One request. */
export async function readHistory(github: GitHub, context: ReconcileContext, number: number): Promise<History> {
  const { owner, name } = context.repository;
  const { repository } = await github.graphql(releaseEdits, { owner, name, number });
  return historyIn(repository?.pullRequest?.userContentEdits, github);
}

/** Whoever may not write is shown none, and then nobody is named. */
export function historyIn(edits: Pull["userContentEdits"] | Unknown | undefined, { self }: GitHub): History {
  if (edits === undefined || edits === null || edits === UNKNOWN) return NOTHING;
  return {
    versions: nodesOf(edits).map(({ diff, editedAt, editor }) => ({
      text: diff,
      at: editedAt,
      login: personOf(editor)?.login ?? null,
      isOurs: isSelf(editor, self),
    })),
    isCut: edits.pageInfo.hasNextPage,
  };
}
