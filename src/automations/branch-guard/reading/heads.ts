import { anyGlobMatches } from "../../../config/glob.ts";
import type { GitHub } from "../../../github/client.ts";
import { type MergeGroup, pullsIn } from "../../../github/merge-queue.ts";
import { nodesOf } from "../../../github/nodes.ts";
import { type OwnCheckRun, ownCheckAt, ownRunIn } from "../../../github/own-check.ts";
import type { Observations, ReconcileContext } from "../../automation.ts";
import { BRANCH_CHECK } from "../../required-checks.ts";
import { rulesInto } from "../evaluating/rules.ts";
import type { GuardedHead, GuardedPull, GuardFacts } from "../facts.ts";
import { recentlyAt } from "../recent-heads.ts";
import { type Examiner, endsOf } from "./examine.ts";
import { besides, type ListedNode, listPulls, type PullNode, readPull } from "./read-pulls.ts";

type Context = ReconcileContext<"branches">;

export interface Reading {
  readonly github: GitHub;
  readonly context: Context;
  readonly observations: Observations;
  readonly reader: Examiner;
}

/** Heads that one reconciliation examines; those behind them get one each. */
const MOST_HEADS = 200;

/** Each of these pull requests, and those that share its head; of a closed one only those, and the base that it moved. */
export async function headsOf(
  reading: Reading,
  numbers: readonly number[],
): Promise<Pick<GuardFacts, "heads" | "moved">> {
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
export async function listedHeads(
  reading: Reading,
  isAsked: (pull: ListedNode) => boolean,
): Promise<Pick<GuardFacts, "heads" | "left">> {
  const listed = await listPulls(reading.github, reading.context, null);
  const groups = [...Map.groupBy(listed, ({ headRefOid }) => headRefOid)].filter(([, pulls]) => pulls.some(isAsked));
  const heads: GuardedHead[] = [];
  for (const [oid, pulls] of groups.slice(0, MOST_HEADS))
    heads.push(await headWith(reading, await withOthers(reading, oid, pulls, [])));
  return {
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

export async function checkOn(
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

/** The commit that a merge queue tries, with the pull requests that it brings. */
export async function groupHead({ github, context, reader }: Reading, group: MergeGroup): Promise<GuardedHead[]> {
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
