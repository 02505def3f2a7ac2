import type { Commands } from "../../../commands/declaration.ts";
import type { GitHub } from "../../../github/client.ts";
import { hasMarker } from "../../../markdown/marker.ts";
import type { ReconcileContext } from "../../automation.ts";
import { BLOCK } from "../body/block-key.ts";
import type { UnfreezeFacts } from "./facts.ts";
import { releaseUnfreeze } from "./release-unfreeze.generated.ts";
import { subject } from "./subject.ts";
import { claimText } from "./text.ts";
import { VERBS } from "./verbs.ts";

/** `/sre unfreeze REASON` on a release pull request. */
export const commands: Commands<UnfreezeFacts | null, ReconcileContext<"release">> = {
  claims: ({ kind, body }) => (kind === "pull request" && hasMarker(body, BLOCK) ? "task" : null),
  verbs: VERBS,
  text: claimText,
  page: "release-pr.md#lifting-a-freeze",
  uses: [],
  gather: (github, context, { number }) => read(github, context, number),
  subject,
  stale: () => ["lanes", "merge-groups"],
};

/** One request; null: it is gone. */
async function read(github: GitHub, context: ReconcileContext, number: number): Promise<UnfreezeFacts | null> {
  const { owner, name } = context.repository;
  const { repository } = await github.graphql(releaseUnfreeze, { owner, name, number });
  const pull = repository?.pullRequest ?? null;
  if (pull === null) return null;
  const { state, body, baseRefName: base, headRefName: head, isCrossRepository: crossRepository } = pull;
  return { number, isOpen: state === "OPEN", body, base, head, crossRepository };
}
