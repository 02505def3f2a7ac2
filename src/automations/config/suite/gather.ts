import type { GitHub } from "../../../github/client.ts";
import { mergeGroupOf } from "../../../github/merge-queue.ts";
import { queuedSuite } from "../../../github/queued-suite.ts";
import { readNodes } from "../../../github/read-pages.ts";
import type { ReconcileContext } from "../../automation.ts";
import { configHeads } from "./config-heads.generated.ts";
import type { SuiteFacts } from "./facts.ts";

/** null: nobody waits for this suite. */
export async function gatherSuite(github: GitHub, context: ReconcileContext, id: number): Promise<SuiteFacts | null> {
  const suite = await queuedSuite(github, context.repository, id);
  if (suite === null) return null;
  const { headOid, headBranch, runs } = suite;
  const group = mergeGroupOf(headBranch, headOid);
  const heads = group === null ? await headsAt(github, context, headOid) : [];
  return { headOid, runs, heads, group };
}

async function headsAt(github: GitHub, context: ReconcileContext, oid: string): Promise<SuiteFacts["heads"]> {
  const { owner, name } = context.repository;
  const read = async (cursor: string | null) =>
    (await github.graphql(configHeads, { owner, name, cursor })).repository?.pullRequests;
  const heads = (await readNodes(read)).filter(({ headRefOid }) => headRefOid === oid);
  return heads.map(({ number, baseRefName }) => ({ number, base: baseRefName }));
}
