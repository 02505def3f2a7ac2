import { atLeast, roleOf } from "../../actions/people.ts";
import type { SimEdit, SimRepo } from "../../state.ts";
import { connection, type Page } from "../connection.ts";
import type { Context, Resolvers } from "../context.ts";
import { nodeId } from "../node-id.ts";
import type { Subject } from "../source.ts";
import { accountOf } from "./account.ts";

interface EditSource {
  readonly __typename: "UserContentEdit";
  readonly repo: SimRepo;
  readonly number: number;
  /** Place in the history, from 0. */
  readonly place: number;
  readonly edit: SimEdit;
}

/**
 * The versions of a body, newest first. Each `diff` is the whole text after that edit, the oldest one is what was written first
 * (observed in public repositories; the schema calls it "a summary of the changes"). Shown to whoever may write, else null.
 */
export function userContentEdits({ __typename, repo, item }: Subject, page: Page, context: Context) {
  if (!mayWrite(context, repo, __typename === "Issue" ? "issues" : "pull_requests")) return null;
  return connection(
    item.edits.map((edit, place) => ({ edit, place })).reverse(),
    page,
    ({ place }) => place,
    (one): EditSource => ({ __typename: "UserContentEdit", repo, number: item.number, ...one }),
  );
}

function mayWrite({ state, actor }: Context, repo: SimRepo, resource: string): boolean {
  if (actor.kind === "installation") return actor.installation.permissions[resource] === "write";
  return actor.kind === "user" && atLeast(roleOf(state, repo, actor.login), "write");
}

export const userContentEdit: Resolvers<EditSource> = {
  id: ({ repo, number, place }) => nodeId("UserContentEdit", repo.id, number, place),
  createdAt: ({ edit }) => edit.at,
  editedAt: ({ edit }) => edit.at,
  updatedAt: ({ edit }) => edit.at,
  editor: ({ edit }, _args, { state }) => accountOf(state, edit.user),
  diff: ({ edit }) => edit.body,
  deletedAt: () => null,
  deletedBy: () => null,
};
