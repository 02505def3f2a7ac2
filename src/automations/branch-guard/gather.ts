import type { GitHub } from "../../github/client.ts";
import type { Observations, ReconcileContext } from "../automation.ts";
import { mergeGroupIn } from "../merge-group.ts";
import { rulesInto } from "./evaluating/rules.ts";
import type { GuardFacts } from "./facts.ts";
import { examiner } from "./reading/examine.ts";
import { checkOn, groupHead, headsOf, listedHeads, type Reading } from "./reading/heads.ts";
import { type ListedNode, listPulls } from "./reading/read-pulls.ts";
import { targets } from "./targets.ts";

type Context = ReconcileContext<"branches">;

const NOTHING: GuardFacts = { heads: [], moved: [], left: [] };

/** Reads the facts of one target. */
export async function gather(github: GitHub, context: Context, observations: Observations): Promise<GuardFacts> {
  const reading: Reading = { github, context, observations, reader: examiner(github, context) };
  const target = targets.parse(context.target);
  switch (target?.kind) {
    case "pull":
      return { ...NOTHING, ...(await headsOf(reading, [target.value])) };
    case "pulls":
      return { ...NOTHING, ...(await listedHeads(reading, () => true)) };
    case "head":
      return { ...NOTHING, ...(await listedHeads(reading, (pull) => pull.headRefOid === target.value)) };
    case "moved":
      return { ...NOTHING, ...(await headsOf(reading, await refusedInto(github, context, target.value))) };
    case "rewritten": {
      const concerns = concernedBy(target.value, context);
      if (concerns === null) break;
      return { ...NOTHING, ...(await listedHeads(reading, concerns)) };
    }
    case "merge-group": {
      const group = mergeGroupIn(target);
      return group === null ? NOTHING : { ...NOTHING, heads: await groupHead(reading, group) };
    }
  }
  return NOTHING;
}

/** Pull requests that what their base got may free: those whose check is not green. */
async function refusedInto(github: GitHub, context: Context, base: string): Promise<number[]> {
  if (rulesInto(context.section, base).every((rule) => rule["not-based-on"].length === 0)) return [];
  const numbers: number[] = [];
  for (const pull of await listPulls(github, context, base)) {
    const run = await checkOn(github, context, pull);
    if (run?.conclusion !== "success") numbers.push(pull.number);
  }
  return numbers;
}

/** Whether a pull request depends on what a branch's history is; null: none does. */
function concernedBy(branch: string, { section }: Context): ((pull: ListedNode) => boolean) | null {
  const asking = section.filter((rule) => rule["not-based-on"].length > 0);
  const isNamed = asking.some((rule) => rule["not-based-on"].includes(branch));
  if (!isNamed && rulesInto(asking, branch).length === 0) return null;
  return ({ baseRefName: base }) =>
    base === branch || rulesInto(asking, base).some((rule) => rule["not-based-on"].includes(branch));
}
