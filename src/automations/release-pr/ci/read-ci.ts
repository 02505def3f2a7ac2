import { commentIn } from "../../../commands/comment-node.ts";
import type { Lane } from "../../../config/schema.ts";
import { type GitHub, UNKNOWN } from "../../../github/client.ts";
import { isSelf } from "../../../github/is-self.ts";
import { nodesOf } from "../../../github/nodes.ts";
import { type Page, PageCursor } from "../../../github/page-cursor.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { Authority } from "../github/authority.ts";
import { ownPulls } from "../github/own-pulls.ts";
import { personOf } from "../github/read-people.ts";
import { checksOf, type RunNode, type StatusNode, type SuiteNode } from "./checks.ts";
import type { CiFacts } from "./facts.ts";
import { releaseCi, type releaseCiResult } from "./release-ci.generated.ts";
import { releaseCiMore, type releaseCiMoreResult } from "./release-ci-more.generated.ts";
import { releaseCiOne } from "./release-ci-one.generated.ts";

type Found = NonNullable<releaseCiResult["repository"]>;
type PullNode = NonNullable<NonNullable<Found["openPull"]["nodes"]>[number]>;
type Target = NonNullable<NonNullable<Found["head"]>["target"]>;
/** A branch always points at a commit; the schema allows any object. */
type Commit = Extract<Target, { readonly committedDate: string }>;

interface Paged<Node> extends Page {
  readonly nodes: readonly (Node | null)[] | null;
}

/** The size of this list in the document. */
const ON_A_PAGE = 3;
/** 5,000 runs and suites. */
const MOST_PAGES = 50;

/**
 * The checks of a lane's open release pull request: one request while there are at most 100 of them. null: it has none, or it
 * is somebody's who may not write. "unreadable": these credentials may not read checks.
 */
export async function readCi(
  github: GitHub,
  context: ReconcileContext,
  lane: Lane,
  authority: Authority,
): Promise<CiFacts | "unreadable" | null> {
  const { owner, name } = context.repository;
  const branches = { base: lane.to, head: lane.from, headRef: `refs/heads/${lane.from}` };
  const { repository } = await github.graphql(releaseCi, { owner, name, ...branches });
  const target = (repository?.head?.target ?? null) as Commit | null;
  if (repository === null || target === null) return null;
  const pull = await lanesPull(github, context, lane, nodesOf(repository.openPull));
  if (pull === null || !(await isLanes(pull, context, authority))) return null;
  const { checkSuites, statusCheckRollup: rollup } = target;
  if (checkSuites === UNKNOWN || rollup === UNKNOWN) return "unreadable";
  const all = await allOf(github, context, target.oid, rollup?.contexts ?? null, checkSuites);
  if (all === null) return null;
  return {
    lane,
    number: pull.number,
    createdAt: pull.createdAt,
    assignees: nodesOf(pull.assignees).flatMap((node) => personOf(node) ?? []),
    headOid: target.oid,
    committedAt: target.committedDate,
    checks: checksOf(all.contexts, all.suites, github.self.slug),
    hasStatuses: context.granted === null || context.granted.statuses !== undefined,
    comments: nodesOf(pull.comments).map(commentIn),
    since: null,
  };
}

/** A fork has a branch of that name of its own. */
async function lanesPull(
  github: GitHub,
  context: ReconcileContext,
  lane: Lane,
  candidates: readonly PullNode[],
): Promise<PullNode | null> {
  const found = candidates.find(({ isCrossRepository }) => !isCrossRepository) ?? null;
  if (found !== null || candidates.length < ON_A_PAGE) return found;
  const { owner, name } = context.repository;
  for await (const { number } of ownPulls(github, context, lane, "open"))
    return (await github.graphql(releaseCiOne, { owner, name, number })).repository?.pullRequest ?? null;
  return null;
}

async function isLanes({ author }: PullNode, { self }: ReconcileContext, authority: Authority): Promise<boolean> {
  const person = personOf(author);
  return isSelf(author, self) || person === null || person.bot || authority.mayWrite(person);
}

type Contexts = Paged<RunNode | StatusNode>;

/** Reads on where a commit has more than a page of either. null: there is more than was read, and it may not have ended. */
async function allOf(
  github: GitHub,
  context: ReconcileContext,
  oid: string,
  firstContexts: Contexts | null,
  firstSuites: Paged<SuiteNode> | null,
) {
  const { owner, name } = context.repository;
  const contexts = new Gathered<RunNode | StatusNode>(firstContexts);
  const suites = new Gathered<SuiteNode>(firstSuites);
  for (let page = 0; page < MOST_PAGES && (contexts.cursor.more || suites.cursor.more); page += 1) {
    const more: releaseCiMoreResult = await github.graphql(releaseCiMore, {
      owner,
      name,
      oid,
      suites: suites.cursor.more,
      suiteCursor: suites.cursor.after,
      contexts: contexts.cursor.more,
      contextCursor: contexts.cursor.after,
    });
    const object = more.repository?.object ?? null;
    const { statusCheckRollup: rollup, checkSuites } = (object ?? {}) as CommitPage;
    if (rollup === UNKNOWN || checkSuites === UNKNOWN || (rollup ?? checkSuites ?? null) === null) return null;
    if (contexts.cursor.more) contexts.add(rollup?.contexts ?? null);
    if (suites.cursor.more) suites.add(checkSuites ?? null);
  }
  return contexts.cursor.more || suites.cursor.more ? null : { contexts: contexts.nodes, suites: suites.nodes };
}

/** The schema allows any object under an oid. */
type CommitPage = Partial<Pick<Commit, "checkSuites" | "statusCheckRollup">>;

class Gathered<Node> {
  readonly nodes: Node[] = [];
  readonly cursor = new PageCursor();
  constructor(first: Paged<Node> | null) {
    this.add(first);
  }
  add(page: Paged<Node> | null): void {
    this.cursor.moveBehind(page);
    this.nodes.push(...nodesOf(page));
  }
}
