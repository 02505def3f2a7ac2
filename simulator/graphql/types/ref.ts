import { resolveRef } from "../../git/resolve.ts";
import type { SimRepo } from "../../state.ts";
import { connection, type Page } from "../connection.ts";
import type { Resolvers } from "../context.ts";
import { nodeId } from "../node-id.ts";
import { branchRef, type ComparisonSource, commitOf, type RefSource, repositorySource, tagRef } from "../source.ts";
import { refUpdateRule, rules } from "./branch-rule.ts";
import { comparisonOf } from "./comparison.ts";
import { type PullFilter, pulls } from "./pull-requests.ts";

/** `refs/heads/main`, or `main` for short; a branch comes before a tag of the same name. */
export function refOf(repo: SimRepo, qualifiedName: string): RefSource | null {
  const pull = /^refs\/pull\/(\d+)\/head$/.exec(qualifiedName);
  if (pull !== null) {
    const sha = repo.pulls.get(Number(pull[1]))?.head_sha;
    return sha === undefined ? null : { __typename: "Ref", repo, prefix: "refs/pull/", name: `${pull[1]}/head`, sha };
  }
  if (qualifiedName.startsWith("refs/tags/")) return tagRef(repo, qualifiedName.slice("refs/tags/".length));
  const name = qualifiedName.replace(/^(refs\/)?heads\//, "");
  return branchRef(repo, name) ?? (qualifiedName.startsWith("refs/") ? null : tagRef(repo, name));
}

interface RefsArguments extends Page {
  refPrefix: string;
  query?: string | null;
  direction?: "ASC" | "DESC" | null;
  orderBy?: { field: "ALPHABETICAL" | "TAG_COMMIT_DATE"; direction: "ASC" | "DESC" } | null;
}

/** Branches or tags. TAG_COMMIT_DATE orders tags by date and leaves branches in their alphabetical order. */
export function refs(repo: SimRepo, args: RefsArguments) {
  const prefix = args.refPrefix.endsWith("/") ? args.refPrefix : `${args.refPrefix}/`;
  const of = prefix === "refs/tags/" ? tagRef : prefix === "refs/heads/" ? branchRef : () => null;
  const names = [...(prefix === "refs/tags/" ? repo.tags : repo.branches).keys()];
  const wanted = args.query?.toLowerCase();
  const found = names.sort().flatMap((name) => {
    const ref = of(repo, name);
    return ref === null || (wanted && !name.toLowerCase().includes(wanted)) ? [] : [ref];
  });
  if (args.orderBy?.field === "TAG_COMMIT_DATE" && prefix === "refs/tags/") {
    const at = ({ name }: RefSource) => repo.tags.get(name)?.at ?? "";
    found.sort((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0));
  }
  if ((args.orderBy?.direction ?? args.direction) === "DESC") found.reverse();
  return connection(
    found,
    args,
    ({ name }) => name,
    (source) => source,
  );
}

export const ref: Resolvers<RefSource> = {
  id: ({ repo, prefix, name }) => nodeId("Ref", repo.id, `${prefix}${name}`),
  name: ({ name }) => name,
  prefix: ({ prefix }) => prefix,
  repository: ({ repo }) => repositorySource(repo),
  target: ({ repo, prefix, name, sha }) => {
    const tag = prefix === "refs/tags/" ? repo.tags.get(name) : undefined;
    return tag?.annotated === true ? { __typename: "Tag", repo, tag } : commitOf(repo, sha);
  },
  /**
   * This ref is the base; the head may be a branch, a tag or a sha. Null when there is no such head, or nothing in common:
   * REST answers 404 to the latter (unproven for GraphQL).
   */
  compare: ({ repo, sha }, { headRef }: { headRef: string }): ComparisonSource | null => {
    const head = resolveRef(repo, headRef);
    if (head === null || comparisonOf({ repo, base: sha, head }).merge_base === null) return null;
    return { __typename: "Comparison", repo, base: sha, head };
  },
  refUpdateRule: ({ repo, prefix, name }) => (prefix === "refs/heads/" ? refUpdateRule(repo, name) : null),
  rules: ({ repo, prefix, name }, page: Page) => rules(repo, prefix === "refs/heads/" ? name : "", page),
  associatedPullRequests: ({ repo, prefix, name }, args: PullFilter & Page) =>
    prefix === "refs/heads/" ? pulls(repo, [...repo.pulls.values()].filter(fromBranch(repo, name)), args) : null,
};

function fromBranch(repo: SimRepo, name: string) {
  return (pull: { head: string; head_repo: string | null }) => pull.head === name && pull.head_repo === repo.name;
}
