import { anyGlobMatches } from "../../config/glob.ts";
import type { GitHub } from "../../github/client.ts";
import { type MergeGroup, pullsIn } from "../../github/merge-queue.ts";
import { nodesOf } from "../../github/nodes.ts";
import { type OwnCheckRun, ownCheckAt, ownRunIn } from "../../github/own-check.ts";
import type { Observations, ReconcileContext } from "../automation.ts";
import { mergeGroupIn } from "../merge-group.ts";
import { BRANCH_CHECK } from "../required-checks.ts";
import { rulesInto } from "./evaluating/rules.ts";
import type { GuardedHead, GuardedPull, GuardFacts } from "./facts.ts";
import { type Examiner, endsOf, examiner } from "./reading/examine.ts";
import { besides, type ListedNode, listPulls, type PullNode, readPull } from "./reading/read-pulls.ts";
import { recentlyAt } from "./recent-heads.ts";
import { targets } from "./targets.ts";

type Context = ReconcileContext<"branches">;

interface Reading {
  readonly github: GitHub;
  readonly context: Context;
  readonly observations: Observations;
  readonly reader: Examiner;
}

const NOTHING: GuardFacts = { heads: [], moved: [], left: [] };

/** Heads that one reconciliation examines; those behind them get one each. */
const MOST_HEADS = 200;

/** Reads the facts of one target. */
export async function gather(github: GitHub, context: Context, observations: Observations): Promise<GuardFacts> {
  const reading: Reading = { github, context, observations, reader: examiner(github, context) };
  const target = targets.parse(context.target);
  switch (target?.kind) {
    case "pull":
      return { ...NOTHING, ...(await headsOf(reading, [target.value])) };
    case "pulls":
      return examined(reading, () => true);
    case "head":
      return examined(reading, (pull) => pull.headRefOid === target.value);
    case "moved":
      return { ...NOTHING, ...(await headsOf(reading, await refusedInto(github, context, target.value))) };
    case "rewritten": {
      const concerns = concernedBy(target.value, context);
      if (concerns === null) break;
      return examined(reading, concerns);
    }
    case "merge-group": {
      const group = mergeGroupIn(target);
      return group === null ? NOTHING : { ...NOTHING, heads: await groupHead(reading, group) };
    }
  }
  return NOTHING;
}

/** Each of these pull requests, and those that share its head; of a closed one only those, and the base that it moved. */
async function headsOf(reading: Reading, numbers: readonly number[]): Promise<Pick<GuardFacts, "heads" | "moved">> {
  const { github, context } = reading;
  const heads = new Map<string, GuardedHead>();
  const moved = new Set<string>();
  for (const number of numbers) {
    const pull = await readPull(github, context, number);
    if (pull === null || heads.has(pull.headRefOid)) continue;
    if (pull.state === "MERGED" && broughtForbidden(pull, context)) moved.add(pull.baseRefName);
    const sharing = await withOthers(reading, pull.headRefOid, [pull], besides(pull, context));
    if (sharing.length > 0) heads.set(pull.headRefOid, await headWith(reading, sharing));
  }
  return { heads: [...heads.values()], moved: [...moved] };
}

/** Whether it may have brought its base what others must not bring: a back-merge, for example. */
function broughtForbidden(pull: PullNode, context: Context): boolean {
  const { base, head, own } = endsOf(pull, context);
  return rulesInto(context.section, base).some(
    (rule) =>
      rule["not-based-on"].length > 0 &&
      (own || rule["not-based-on"].includes(head) || anyGlobMatches(rule.except, head)),
  );
}

/** The open ones of these and of what else is known to have this head: GitHub's lists may show neither what is new nor what moved on. */
async function withOthers<Node extends ListedNode>(
  { github, context, observations }: Reading,
  oid: string,
  pulls: readonly Node[],
  named: readonly number[],
): Promise<(Node | PullNode)[]> {
  const others = new Set([...named, ...(await recentlyAt(observations, oid))]);
  const found: (Node | PullNode)[] = [...pulls];
  for (const number of others) {
    if (found.some((pull) => pull.number === number)) continue;
    const pull = await readPull(github, context, number);
    if (pull !== null) found.push(pull);
  }
  return found.filter(({ state, headRefOid }) => state === "OPEN" && headRefOid === oid);
}

/** The heads with a pull request that is asked for, each with all that share it. */
async function examined(reading: Reading, isAsked: (pull: ListedNode) => boolean): Promise<GuardFacts> {
  const listed = await listPulls(reading.github, reading.context, null);
  const groups = [...Map.groupBy(listed, ({ headRefOid }) => headRefOid)].filter(([, pulls]) => pulls.some(isAsked));
  const heads: GuardedHead[] = [];
  for (const [oid, pulls] of groups.slice(0, MOST_HEADS))
    heads.push(await headWith(reading, await withOthers(reading, oid, pulls, [])));
  return {
    ...NOTHING,
    heads,
    left: groups.slice(MOST_HEADS).flatMap(([, pulls]) => pulls.slice(0, 1).map(({ number }) => number)),
  };
}

async function headWith(
  { github, context, reader }: Reading,
  pulls: readonly (ListedNode | PullNode)[],
): Promise<GuardedHead> {
  const examinedPulls: GuardedPull[] = [];
  for (const pull of pulls) examinedPulls.push(await reader.examine(pull));
  const [first] = pulls;
  const headOid = first?.headRefOid ?? "";
  return { headOid, isGroup: false, pulls: examinedPulls, checkRun: await checkOn(github, context, first) };
}

async function checkOn(
  github: GitHub,
  { repository }: Context,
  pull?: ListedNode | PullNode,
): Promise<OwnCheckRun | null> {
  if (pull === undefined) return null;
  const place = { repository, oid: pull.headRefOid, check: BRANCH_CHECK };
  const last = nodesOf(pull.last)[0]?.commit;
  if (last?.oid === pull.headRefOid) return ownRunIn(github, place, last.checkSuites);
  return (await ownCheckAt(github, place)).run;
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

/** The commit that a merge queue tries, with the pull requests that it brings. */
async function groupHead({ github, context, reader }: Reading, group: MergeGroup): Promise<GuardedHead[]> {
  const { repository } = context;
  const { headOid } = group;
  const { commit, run } = await ownCheckAt(github, { repository, oid: headOid, check: BRANCH_CHECK });
  if (!commit) return [];
  const pulls: GuardedPull[] = [];
  for (const number of await pullsIn(github, repository, group)) {
    const pull = await readPull(github, context, number);
    if (pull?.state === "OPEN") pulls.push(await reader.examine(pull));
  }
  return [{ headOid, isGroup: true, pulls, checkRun: run }];
}
