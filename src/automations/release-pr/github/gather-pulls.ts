import type { Lane } from "../../../config/schema.ts";
import type { Document, GitHub } from "../../../github/client.ts";
import { nodesOf } from "../../../github/nodes.ts";
import { ownCheckAt, ownRunIn } from "../../../github/own-check.ts";
import { readPages } from "../../../github/read-pages.ts";
import type { ReconcileContext } from "../../automation.ts";
import { CHECK } from "../check/check.ts";
import type { OrdinaryPull } from "../facts.ts";
import { ownPulls } from "./own-pulls.ts";
import { releasePull, type releasePullResult } from "./release-pull.generated.ts";
import { releasePullsPage } from "./release-pulls-page.generated.ts";

type PullNode = NonNullable<NonNullable<releasePullResult["repository"]>["pullRequest"]>;

interface Heads {
  readonly repository: Readonly<
    Record<
      string,
      {
        readonly pageInfo: { readonly hasNextPage: boolean };
        readonly nodes: readonly ({ readonly headRefOid: string; readonly isCrossRepository: boolean } | null)[] | null;
      }
    >
  > | null;
}

/** The heads of all open release pull requests, with their lanes' indexes: the lanes' reconciliation writes their checks. */
async function openHeads(
  github: GitHub,
  context: ReconcileContext,
  lanes: readonly Lane[],
): Promise<ReadonlyMap<string, number>> {
  const ends = lanes.map((_, at) => `$h${at}: String!, $b${at}: String!`).join(", ");
  const fields = lanes.map(
    (_, at) =>
      `l${at}: pullRequests(states: [OPEN], headRefName: $h${at}, baseRefName: $b${at}, first: 20) { pageInfo { hasNextPage } nodes { headRefOid isCrossRepository } }`,
  );
  const document: Document<Record<string, string>, Heads> = {
    name: "releaseOpenPullHeads",
    text: `query releaseOpenPullHeads($owner: String!, $name: String!, ${ends}) {
repository(owner: $owner, name: $name) {
${fields.join("\n")}
}
rateLimit { cost }
}`,
  };
  const branches = lanes.flatMap((lane, at) => [
    [`h${at}`, lane.from],
    [`b${at}`, lane.to],
  ]);
  const { repository } = await github.graphql(document, { ...repositoryOf(context), ...Object.fromEntries(branches) });
  const heads = new Map<string, number>();
  for (const [at, lane] of lanes.entries()) {
    const page = repository?.[`l${at}`];
    // GitHub allows one open pull request between two branches of a repository; forks' may fill any page.
    const own = nodesOf(page).find((pull) => !pull.isCrossRepository)?.headRefOid;
    const head =
      own ?? (page?.pageInfo.hasNextPage === true ? await headBehindForks(github, context, lane) : undefined);
    if (head !== undefined) heads.set(head, at);
  }
  return heads;
}

async function headBehindForks(github: GitHub, context: ReconcileContext, lane: Lane): Promise<string | undefined> {
  for await (const pull of ownPulls(github, context, lane, "open")) return pull.head.sha;
  return undefined;
}

function repositoryOf(context: ReconcileContext): { owner: string; name: string } {
  return { owner: context.repository.owner, name: context.repository.name };
}

/** The index of the lane whose pull request this would be; -1: none. */
export function laneOf(
  pull: Pick<PullNode, "baseRefName" | "headRefName" | "isCrossRepository">,
  lanes: readonly Lane[],
): number {
  return lanes.findIndex(
    (lane) => !pull.isCrossRepository && pull.headRefName === lane.from && pull.baseRefName === lane.to,
  );
}

/** null: it does not exist. */
export async function readPull(github: GitHub, context: ReconcileContext, number: number): Promise<PullNode | null> {
  const { repository } = await github.graphql(releasePull, { ...repositoryOf(context), number, check: CHECK });
  return repository?.pullRequest ?? null;
}

/** The index of the lane whose pull request has the same head, and therefore the same check; -1: none. */
export async function laneBeside(
  github: GitHub,
  context: ReconcileContext,
  lanes: readonly Lane[],
  pull: PullNode,
): Promise<number> {
  if (!isOrdinary(pull, lanes)) return -1;
  return (await openHeads(github, context, lanes)).get(pull.headRefOid) ?? -1;
}

/** Open, into a lane's base, and not a lane's own. */
function isOrdinary(pull: PullNode, lanes: readonly Lane[]): boolean {
  return pull.state === "OPEN" && lanes.some((lane) => lane.to === pull.baseRefName) && laneOf(pull, lanes) === -1;
}

/** That one pull request, if this reconciliation has to write its check. */
export async function gatherPull(
  github: GitHub,
  context: ReconcileContext,
  lanes: readonly Lane[],
  pull: PullNode,
): Promise<OrdinaryPull[]> {
  if (!isOrdinary(pull, lanes)) return [];
  const heads = await openHeads(github, context, lanes);
  return heads.has(pull.headRefOid) ? [] : [await ordinaryOf(github, pull, context)];
}

/** All open pull requests into a lane's base that are not a lane's own; those with one head once. */
export async function gatherPulls(
  github: GitHub,
  context: ReconcileContext,
  lanes: readonly Lane[],
): Promise<OrdinaryPull[]> {
  const heads = await openHeads(github, context, lanes);
  const found = new Map<string, OrdinaryPull>();
  for (const base of new Set(lanes.map((lane) => lane.to))) {
    for await (const page of readPages((cursor) => readPage(github, context, base, cursor))) {
      for (const pull of nodesOf(page)) {
        if (laneOf(pull, lanes) === -1 && !heads.has(pull.headRefOid))
          found.set(pull.headRefOid, await ordinaryOf(github, pull, context));
      }
    }
  }
  return [...found.values()];
}

async function readPage(github: GitHub, context: ReconcileContext, base: string, cursor: string | null) {
  const { repository } = await github.graphql(releasePullsPage, {
    ...repositoryOf(context),
    base,
    check: CHECK,
    cursor,
  });
  return repository?.pullRequests;
}

async function ordinaryOf(github: GitHub, pull: PullNode, context: ReconcileContext): Promise<OrdinaryPull> {
  const { number, headRefOid: headOid } = pull;
  const last = nodesOf(pull.commits)[0]?.commit;
  const at = { repository: context.repository, oid: headOid, check: CHECK };
  if (last?.oid === headOid) return { number, headOid, checkRun: await ownRunIn(github, at, last.checkSuites) };
  return { number, headOid, checkRun: (await ownCheckAt(github, at)).run };
}
