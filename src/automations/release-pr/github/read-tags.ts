import type { GitHub } from "../../../github/client.ts";
import { nodesOf } from "../../../github/nodes.ts";
import { readPages } from "../../../github/read-pages.ts";
import type { ReconcileContext } from "../../automation.ts";
import { releaseTags, type releaseTagsResult } from "./release-tags.generated.ts";

type Page = NonNullable<NonNullable<releaseTagsResult["repository"]>["refs"]>;
type TagNode = NonNullable<NonNullable<Page["nodes"]>[number]>;

/** Commits, latest first: the tag of the base's tip is found unless a thousand others are newer. */
const MOST_PAGES = 10;

interface Tip {
  readonly oid: string;
  readonly committedDate: string;
}

/** The name of a tag on this commit, among the first tags or after newer ones; null: it has none. */
export async function tagOn(
  github: GitHub,
  context: ReconcileContext,
  tip: Tip,
  first: Pick<Page, "nodes"> & { readonly pageInfo: { readonly hasNextPage: boolean } },
): Promise<string | null> {
  const found = tagIn(first, tip);
  if (found !== undefined || !first.pageInfo.hasNextPage || isPast(first, tip)) return found ?? null;
  const { owner, name } = context.repository;
  const read = async (cursor: string | null) =>
    (await github.graphql(releaseTags, { owner, name, cursor })).repository?.refs;
  for await (const refs of readPages(read, { most: MOST_PAGES })) {
    const tag = tagIn(refs, tip);
    if (tag !== undefined || isPast(refs, tip)) return tag ?? null;
  }
  return null;
}

function tagIn(page: Pick<Page, "nodes"> | null, { oid }: Tip): string | undefined {
  return nodesOf(page).find(
    ({ target }) => target?.oid === oid || (target !== null && "target" in target && target.target.oid === oid),
  )?.name;
}

/** Everything after it is older than the tip, whether GitHub sorts by the commit's date or by the tagger's. */
function isPast(page: Pick<Page, "nodes">, { committedDate }: Tip): boolean {
  const last = nodesOf(page).at(-1);
  const dates = last === undefined ? [] : datesOf(last);
  return dates.length > 0 && dates.every((date) => Date.parse(date) < Date.parse(committedDate));
}

function datesOf({ target }: TagNode): string[] {
  if (target === null) return [];
  if (!("target" in target)) return "committedDate" in target ? [target.committedDate] : [];
  const tagged = "committedDate" in target.target ? [target.target.committedDate] : [];
  return target.tagger?.date == null ? tagged : [...tagged, target.tagger.date];
}
