import { type GitHub, UNKNOWN, type Unknown } from "../../../github/client.ts";
import { nodesOf } from "../../../github/nodes.ts";
import { readPages } from "../../../github/read-pages.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { LaneFacts } from "../facts.ts";
import { ownPulls } from "./own-pulls.ts";
import type { FirstPage } from "./read-lane.ts";
import { releaseHeadPulls, type releaseHeadPullsResult } from "./release-head-pulls.generated.ts";

type SameHead = LaneFacts["sameHead"][number];

interface AssociatedPage {
  readonly pageInfo: { readonly hasNextPage: boolean };
  readonly nodes: readonly (AssociatedNode | Unknown | null)[] | null;
}

interface AssociatedNode {
  readonly number: number;
  readonly state: string;
  readonly baseRefName: string;
  readonly headRefOid: string;
}

type HeadObject = NonNullable<releaseHeadPullsResult["repository"]>["object"];
type HeadCommit = Extract<HeadObject, { readonly associatedPullRequests: unknown }>;

/** 1,000 pull requests with one head commit. */
const MOST_PAGES = 10;

/** By branch name, and by commit: GitHub's index of commits may lag, but also knows other branches. */
export async function sameHeadOf(
  github: GitHub,
  context: ReconcileContext,
  { from, to }: { readonly from: string; readonly to: string },
  first: FirstPage,
  head: { readonly oid: string },
): Promise<LaneFacts["sameHead"]> {
  const named = await namedSo(github, context, from, first);
  const associated = "associatedPullRequests" in head ? (head.associatedPullRequests as AssociatedPage | null) : null;
  const ofCommit = await withCommit(github, context, head.oid, associated);
  return [...named.filter((pull) => pull.base !== to), ...ofCommit].filter((pull) => pull.headOid === head.oid);
}

/** Open ones from this repository's branch of that name, whatever their base; forks' may fill the page. */
async function namedSo(
  github: GitHub,
  context: ReconcileContext,
  from: string,
  { sameHead }: FirstPage,
): Promise<SameHead[]> {
  if (sameHead?.pageInfo.hasNextPage !== true) {
    const own = nodesOf(sameHead).filter((pull) => !pull.isCrossRepository);
    return own.map((pull) => ({ number: pull.number, headOid: pull.headRefOid, base: pull.baseRefName }));
  }
  const found: SameHead[] = [];
  for await (const { number, head, base } of ownPulls(github, context, { from, to: null }, "open"))
    found.push({ number, headOid: head.sha, base: base.ref });
  return found;
}

async function withCommit(
  github: GitHub,
  context: ReconcileContext,
  oid: string,
  first: AssociatedPage | null,
): Promise<readonly SameHead[]> {
  if (first?.pageInfo.hasNextPage !== true) return openIn(first);
  const { owner, name } = context.repository;
  const found: SameHead[] = [];
  const read = async (cursor: string | null) => {
    const { repository } = await github.graphql(releaseHeadPulls, { owner, name, oid, cursor });
    const commit: HeadObject = repository?.object ?? null;
    // The schema allows any object under an oid.
    return (commit as Partial<HeadCommit> | null)?.associatedPullRequests;
  };
  for await (const page of readPages(read, { most: MOST_PAGES })) found.push(...openIn(page));
  return found;
}

/** One that cannot be read belongs to another repository. */
function openIn(page: Pick<AssociatedPage, "nodes"> | null): SameHead[] {
  const readable = nodesOf(page).flatMap((pull) => (pull === UNKNOWN ? [] : [pull]));
  const open = readable.filter((pull) => pull.state === "OPEN");
  return open.map((pull) => ({ number: pull.number, headOid: pull.headRefOid, base: pull.baseRefName }));
}
