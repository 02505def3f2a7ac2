import { addSubIssue } from "../../actions/sub-issues.ts";
import { isInstalledOn, loginOf } from "../../platform/actor.ts";
import { Refused } from "../../refused.ts";
import type { Context, Resolvers } from "../context.ts";
import { refusal } from "../refusal.ts";
import type { IssueSource } from "../source.ts";
import { nodeOf } from "./node.ts";

interface AddSubIssue {
  readonly issueId: string;
  readonly subIssueId?: string | null;
  readonly replaceParent?: boolean | null;
  readonly clientMutationId?: string | null;
}

/** The issue of that global id; people's roles are not checked here, because only Apps write over GraphQL. */
function issueIn(id: string, context: Context): IssueSource {
  const found = nodeOf(id, context) as Partial<IssueSource>;
  if (found.__typename === "Issue") return found as IssueSource;
  throw refusal("NOT_FOUND", `Could not resolve to Issue node with the global id of '${id}'.`);
}

export const mutation: Resolvers<unknown> = {
  addSubIssue: (_source, { input }: { input: AddSubIssue }, context) => {
    const { state, actor, emit } = context;
    if (actor.kind === "installation" && actor.installation.permissions.issues !== "write") {
      throw refusal("FORBIDDEN", "Resource not accessible by integration");
    }
    const parent = issueIn(input.issueId, context);
    if (actor.kind === "installation" && !isInstalledOn(actor.installation, parent.repo)) {
      throw refusal("FORBIDDEN", "Resource not accessible by integration");
    }
    const child = issueIn(input.subIssueId ?? "", context);
    const acting = { state, login: loginOf(state, actor) ?? "ghost", emit };
    try {
      addSubIssue(acting, parent.repo, parent.item.number, child.item.number, input.replaceParent ?? false);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      throw refusal("UNPROCESSABLE", error.message.replace("occurred", "occured")); // GitHub's spelling in GraphQL
    }
    return { clientMutationId: input.clientMutationId ?? null, issue: parent, subIssue: child };
  },
};
