import type { GitHub } from "../../github/client.ts";
import { findOwnIssue } from "../../github/own-issues.ts";
import type { ReconcileContext } from "../automation.ts";
import { mergeGroupIn } from "../merge-group.ts";
import { nearMissOnDefault } from "../near-miss.ts";
import type { ConfigFacts, DefaultFacts, PullFacts } from "./facts.ts";
import { gatherMergeGroup } from "./gather-merge-group.ts";
import { gatherPull } from "./gather-pull.ts";
import { BLOCK } from "./issue.ts";
import { pullsThatMayTouch } from "./open-pulls.ts";
import { isReportedHere } from "./reported-here.ts";
import type { SuiteFacts } from "./suite/facts.ts";
import { gatherSuite } from "./suite/gather.ts";
import { targets } from "./targets.ts";

const NOTHING: ConfigFacts = { pulls: [], group: null, suite: null, onDefault: null };

/** Reads the facts of one target. */
export async function gather(github: GitHub, context: ReconcileContext): Promise<ConfigFacts> {
  const target = targets.parse(context.target);
  switch (target?.kind) {
    case "default":
      return { ...NOTHING, onDefault: await gatherDefault(github, context) };
    case "pulls":
      return { ...NOTHING, pulls: await gatherPulls(github, context, await pullsThatMayTouch(github, context)) };
    case "pull":
      return { ...NOTHING, pulls: await gatherPulls(github, context, [target.value]) };
    case "suite":
      return gatherAllOf(github, context, await gatherSuite(github, context, target.value));
    case "merge-group": {
      const group = mergeGroupIn(target);
      return group === null ? NOTHING : { ...NOTHING, group: await gatherMergeGroup(github, context, group) };
    }
  }
  return NOTHING;
}

/** A suite, and whatever else is checked on its commit. */
async function gatherAllOf(github: GitHub, context: ReconcileContext, suite: SuiteFacts | null): Promise<ConfigFacts> {
  if (suite === null) return NOTHING;
  const { group, heads } = suite;
  const numbers = heads.map(({ number }) => number);
  return {
    ...NOTHING,
    suite,
    group: group === null ? null : await gatherMergeGroup(github, context, group),
    pulls: await gatherPulls(github, context, numbers),
  };
}

async function gatherPulls(
  github: GitHub,
  context: ReconcileContext,
  numbers: readonly number[],
): Promise<PullFacts[]> {
  const pulls: PullFacts[] = [];
  // one after the other: GitHub asks Apps not to make requests in parallel
  for (const number of numbers) {
    const pull = await gatherPull(github, context, number);
    if (pull) pulls.push(pull);
  }
  return pulls;
}

async function gatherDefault(github: GitHub, context: ReconcileContext): Promise<DefaultFacts> {
  const problems = context.loaded.problems.filter(isReportedHere);
  const misnamed = await nearMissOnDefault(github, context);
  const found = await findOwnIssue(github, {
    ...context,
    marker: BLOCK,
    states: "all",
    mustBeSure: problems.length > 0 || misnamed !== null,
  });
  return { problems, misnamed, ...found };
}
