import { type GitHub, UNKNOWN, type Unknown } from "../../../github/client.ts";
import { nodesOf } from "../../../github/nodes.ts";
import type { ReconcileContext } from "../../automation.ts";
import { personOf } from "../github/read-people.ts";
import { ACTIONS, isReplaced } from "./checks.ts";
import type { EarlierCommit, Since } from "./facts.ts";
import { releaseCiSince, type releaseCiSinceResult } from "./release-ci-since.generated.ts";

type Objects = NonNullable<NonNullable<releaseCiSinceResult["repository"]>["object"]>;
type Commit = Extract<Objects, { readonly history: unknown }>;
type CommitNode = NonNullable<NonNullable<Commit["history"]["nodes"]>[number]>;

/** How the head came about: 100 commits, and the pull requests that were merged last. One request. */
export async function readSince(github: GitHub, context: ReconcileContext, oid: string): Promise<Since> {
  const { owner, name } = context.repository;
  const { repository } = await github.graphql(releaseCiSince, { owner, name, oid });
  // The schema allows any object under an oid.
  const commits = nodesOf((repository?.object as Partial<Commit> | null | undefined)?.history);
  return {
    commits: commits.map((node): EarlierCommit => {
      const parents = nodesOf(node.parents).map((parent) => parent.oid);
      return { oid: node.oid, parents, passed: hasPassed(node, github.self.slug) };
    }),
    merged: nodesOf(repository?.merged).flatMap(({ number, author, mergedBy, mergeCommit }) =>
      mergeCommit === null
        ? []
        : [{ number, author: personOf(author), mergedBy: personOf(mergedBy), mergeCommit: mergeCommit.oid }],
    ),
  };
}

const PASSED: ReadonlySet<string | null> = new Set(["SUCCESS", "NEUTRAL", "SKIPPED"]);

/** Whether all that was checked on it passed; null: nothing was, or it is not over. Detoil's own checks say nothing of it. */
function hasPassed({ status, checkSuites }: CommitNode, own: string): boolean | null {
  const all = nodesOf(known(checkSuites)).filter(({ app }) => app?.slug !== own);
  const suites = all.filter((suite) => !isReplaced(suite, all));
  const ended = suites.filter((suite) => suite.status === "COMPLETED").map(({ conclusion }) => PASSED.has(conclusion));
  const state = known(status)?.state ?? null;
  const statuses = state === null || state === "PENDING" || state === "EXPECTED" ? [] : [state === "SUCCESS"];
  const results = [...ended, ...statuses];
  if (results.includes(false)) return false;
  const isOpen = suites.some((suite) => suite.status !== "COMPLETED" && suite.app?.slug === ACTIONS);
  return results.length === 0 || isOpen || state === "PENDING" ? null : true;
}

function known<Value>(value: Value | Unknown | null): Value | null {
  return value === UNKNOWN ? null : value;
}
