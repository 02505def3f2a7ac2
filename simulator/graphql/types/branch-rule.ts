import type { SimBranchRule, SimRepo } from "../../state.ts";
import { connection, type Page } from "../connection.ts";

const rulesOf = ({ branch_rules }: SimRepo, branch: string, by: SimBranchRule["by"]) =>
  branch_rules.filter((rule) => rule.by === by && rule.branches.includes(branch));

/** What the classic protection of a branch says to everybody; null: it has none. */
export function refUpdateRule(repo: SimRepo, branch: string) {
  const rules = rulesOf(repo, branch, "protection");
  if (rules.length === 0) return null;
  return {
    __typename: "RefUpdateRule",
    pattern: branch,
    allowsDeletions: rules.every(({ deletions }) => deletions),
    requiredStatusCheckContexts: rules.flatMap(({ checks }) => checks),
  };
}

/** The rules of rulesets that apply to a branch; a merge queue is one, and its required checks are another. */
export function rules(repo: SimRepo, branch: string, page: Page) {
  const queue = repo.merge_queues.get(branch);
  const found = [
    ...rulesOf(repo, branch, "ruleset").flatMap(({ checks, deletions }) => [
      ...(checks.length === 0 ? [] : [requiring(checks)]),
      ...(deletions ? [] : [{ __typename: "RepositoryRule", type: "DELETION", parameters: null }]),
    ]),
    ...(queue === undefined ? [] : [{ __typename: "RepositoryRule", type: "MERGE_QUEUE", parameters: null }]),
    ...(queue?.checks ? [requiring(queue.checks)] : []),
  ];
  return connection(
    found.map((rule, at) => ({ rule, at })),
    page,
    ({ at }) => at,
    ({ rule }) => rule,
  );
}

function requiring(checks: readonly string[]) {
  const requiredStatusChecks = checks.map((context) => ({ context, integrationId: null }));
  return {
    __typename: "RepositoryRule",
    type: "REQUIRED_STATUS_CHECKS",
    parameters: {
      __typename: "RequiredStatusChecksParameters",
      requiredStatusChecks,
      strictRequiredStatusChecksPolicy: false,
    },
  };
}
