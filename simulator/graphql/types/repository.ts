import { isAssignable, roleOf } from "../../actions/people.ts";
import type { SimRepo } from "../../state.ts";
import { connection, type Page } from "../connection.ts";
import type { Context, Resolvers } from "../context.ts";
import { nodeId } from "../node-id.ts";
import { refusal } from "../refusal.ts";
import {
  branchRef,
  commitOf,
  issueOf,
  labelSource,
  milestoneOf,
  pullSource,
  type RepositorySource,
} from "../source.ts";
import { accountOf, accounts, userOf } from "./account.ts";
import { deployments } from "./deployment.ts";
import { type IssuesArguments, issues } from "./issue.ts";
import { labels } from "./label.ts";
import { mergeQueueOf } from "./merge-queue.ts";
import { milestones } from "./milestone.ts";
import { type PullFilter, pulls } from "./pull-requests.ts";
import { refOf, refs } from "./ref.ts";
import { latestRelease, releaseNamed, releases } from "./release.ts";
import { objectAt } from "./tree.ts";

function numbered(repo: SimRepo, number: number, what: "Issue" | "PullRequest" | "issue or pull request") {
  const pull = what === "Issue" ? undefined : repo.pulls.get(number);
  if (pull !== undefined) return pullSource(repo, pull);
  const issue = what === "PullRequest" ? null : issueOf(repo, number);
  if (issue !== null) return issue;
  const article = what === "PullRequest" ? "a" : "an";
  throw refusal("NOT_FOUND", `Could not resolve to ${article} ${what} with the number of ${number}.`);
}

interface PeopleArguments extends Page {
  query?: string | null;
  login?: string | null;
}

function named(login: string, { query, login: exact }: PeopleArguments): boolean {
  if (exact != null && login.toLowerCase() !== exact.toLowerCase()) return false;
  return !query || login.toLowerCase().includes(query.toLowerCase());
}

/** People with a role of their own, with it on the edges; only who may push may see them. */
function collaborators({ repo }: RepositorySource, args: PeopleArguments, { state }: Context) {
  const found = [...repo.permission.keys()].flatMap((login) =>
    named(login, args) ? (userOf(state, login) ?? []) : [],
  );
  const page = connection(
    found,
    args,
    ({ account }) => account.id,
    (source) => source,
  );
  const edges = page.edges.map((edge) => {
    const { account } = edge.node as (typeof found)[number]; // the nodes are what was put in
    return { ...edge, permission: repo.permission.get(account.login)?.toUpperCase() };
  });
  return { ...page, edges };
}

function viewerPermission({ repo }: RepositorySource, _args: unknown, { state, actor }: Context): string | null {
  return actor.kind === "user" ? (roleOf(state, repo, actor.login)?.toUpperCase() ?? null) : null;
}

const everybody = ({ users }: { users: ReadonlyMap<string, { login: string }> }) => [...users.keys()];

export const repository: Resolvers<RepositorySource> = {
  id: ({ repo }) => nodeId("Repository", repo.id),
  databaseId: ({ repo }) => repo.id,
  name: ({ repo }) => repo.name.slice(repo.name.indexOf("/") + 1),
  nameWithOwner: ({ repo }) => repo.name,
  owner: ({ repo }, _args, { state }) => accountOf(state, repo.name.split("/")[0] ?? null),
  isPrivate: ({ repo }) => repo.private,
  visibility: ({ repo }) => (repo.private ? "PRIVATE" : "PUBLIC"),
  isArchived: ({ repo }) => repo.archived,
  isFork: ({ repo }) => repo.fork,
  pushedAt: ({ repo }) => repo.pushed_at,
  isEmpty: ({ repo }) => repo.commits.size === 0,
  isDisabled: () => false,
  isLocked: () => false,
  isInOrganization: ({ repo }, _args, { state }) =>
    accountOf(state, repo.name.split("/")[0] ?? null)?.__typename === "Organization",
  hasIssuesEnabled: ({ repo }) => repo.has_issues,
  mergeCommitAllowed: ({ repo }) => repo.allow_merge_commit,
  deleteBranchOnMerge: ({ repo }) => repo.delete_branch_on_merge,
  squashMergeAllowed: ({ repo }) => repo.allow_squash_merge,
  rebaseMergeAllowed: ({ repo }) => repo.allow_rebase_merge,
  description: () => null,
  resourcePath: ({ repo }) => `/${repo.name}`,
  url: ({ repo }, _args, { webUrl }) => `${webUrl}/${repo.name}`,
  viewerPermission,
  viewerCanAdminister: (source, args, context) => viewerPermission(source, args, context) === "ADMIN",

  defaultBranchRef: ({ repo }) => branchRef(repo, repo.default_branch),
  ref: ({ repo }, { qualifiedName }: { qualifiedName: string }) => refOf(repo, qualifiedName),
  refs: ({ repo }, args: Parameters<typeof refs>[1]) => refs(repo, args),
  object: ({ repo }, { expression, oid }: { expression?: string | null; oid?: string | null }) =>
    oid == null ? objectAt(repo, expression ?? "HEAD") : commitOf(repo, oid),

  pullRequest: ({ repo }, { number }: { number: number }) => numbered(repo, number, "PullRequest"),
  pullRequests: ({ repo }, args: PullFilter & Page) => pulls(repo, [...repo.pulls.values()], args),
  issue: ({ repo }, { number }: { number: number }) => numbered(repo, number, "Issue"),
  issues: ({ repo }, args: IssuesArguments) => issues(repo, repo.issues.values(), args),
  issueOrPullRequest: ({ repo }, { number }: { number: number }) => numbered(repo, number, "issue or pull request"),
  mergeQueue: ({ repo }, { branch }: { branch?: string | null }) => mergeQueueOf(repo, branch),
  milestone: ({ repo }, { number }: { number: number }) => milestoneOf(repo, number),
  milestones: ({ repo }, args: Parameters<typeof milestones>[1]) => milestones(repo, args),
  label: ({ repo }, { name }: { name: string }) => {
    const found = [...repo.labels.values()].find((label) => label.name.toLowerCase() === name.toLowerCase());
    return found === undefined ? null : labelSource(repo, found);
  },
  labels: ({ repo }, args: Parameters<typeof labels>[1]) => labels(repo, args),

  assignableUsers: ({ repo }, args: PeopleArguments, { state }) =>
    accounts(
      state,
      everybody(state).filter((login) => isAssignable(state, repo, login, null) && named(login, args)),
      args,
    ),
  mentionableUsers: ({ repo }, args: PeopleArguments, { state }) =>
    accounts(
      state,
      everybody(state).filter((login) => roleOf(state, repo, login) !== null && named(login, args)),
      args,
    ),
  collaborators,

  deployments: ({ repo }, args: Parameters<typeof deployments>[1]) => deployments(repo, args),
  latestRelease: ({ repo }) => latestRelease(repo),
  release: ({ repo }, { tagName }: { tagName: string }) => releaseNamed(repo, tagName),
  releases: ({ repo }, args: Parameters<typeof releases>[1]) => releases(repo, args),
};
