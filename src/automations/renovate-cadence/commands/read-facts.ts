import type { Conversation } from "../../../commands/conversation.ts";
import type { GitHub } from "../../../github/client.ts";
import { isSelf } from "../../../github/is-self.ts";
import { nodesOf } from "../../../github/nodes.ts";
import type { ReconcileContext } from "../../automation.ts";
import { cadenceCommand } from "./cadence-command.generated.ts";
import type { CadenceCommandFacts, File } from "./facts.ts";

/** One request. */
export async function readFacts(
  github: GitHub,
  { repository: { owner, name } }: Pick<ReconcileContext, "repository">,
  { number, comments }: Conversation,
): Promise<CadenceCommandFacts> {
  const { repository } = await github.graphql(cadenceCommand, { owner, name });
  const base = repository?.defaultBranchRef ?? null;
  const proposal = nodesOf(repository?.pullRequests ?? null).find(({ isCrossRepository }) => !isCrossRepository);
  return {
    issue: number,
    base: base?.target == null ? null : { name: base.name, oid: base.target.oid },
    file: fileIn(repository?.file ?? null),
    branch: repository?.branch == null ? null : { file: fileIn(repository.branchFile) },
    proposal:
      proposal === undefined
        ? null
        : {
            number: proposal.number,
            title: proposal.title,
            body: proposal.body,
            isOurs: isSelf(proposal.author, github.self),
          },
    latest: Math.max(0, ...comments.map(({ id }) => id)),
  };
}

/** A folder in its place has none of these. */
function fileIn(
  node: { readonly oid?: string; readonly text?: string | null; readonly isTruncated?: boolean } | null,
): File | null {
  if (node?.oid === undefined || node.text == null || node.isTruncated === true) return null;
  return { text: node.text, oid: node.oid };
}
