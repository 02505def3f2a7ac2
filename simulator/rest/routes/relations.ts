import { issueOf } from "../../actions/acting.ts";
import { addBlocker, listedBlocked, listedBlockers, removeBlocker } from "../../actions/dependencies.ts";
import { addSubIssue, listedSubIssues, parentOf, removeSubIssue } from "../../actions/sub-issues.ts";
import { presentIssues } from "../../present.ts";
import { notFound } from "../../refused.ts";
import type { SimIssue } from "../../state.ts";
import { type Answer, bodyOf, created, numberIn, ok, type RepoCall, type RepoHandlers } from "../context.ts";
import { paged } from "../paging.ts";
import { renderIssue } from "../render/issue.ts";

/** Sub-issues and dependencies: the other issue is named by its id, not by its number. */
export const relationRoutes: RepoHandlers = {
  "GET /repos/{owner}/{repo}/issues/{issue_number}/parent": (call) => {
    const parent = parentOf(call.repo, issueIn(call).number);
    if (parent === null) throw notFound();
    return ok(renderIssue(call.context, call.repo, parent));
  },

  "GET /repos/{owner}/{repo}/issues/{issue_number}/sub_issues": (call) =>
    listed(call, listedSubIssues(call.repo, issueIn(call))),

  "POST /repos/{owner}/{repo}/issues/{issue_number}/sub_issues": (call) => {
    const { sub_issue_id, replace_parent } = bodyOf<{ sub_issue_id: number; replace_parent: boolean }>(call);
    const child = withId(call, sub_issue_id);
    const parent = addSubIssue(call.acting, call.repo, issueIn(call).number, child.number, replace_parent);
    return created(renderIssue(call.context, call.repo, parent));
  },

  "DELETE /repos/{owner}/{repo}/issues/{issue_number}/sub_issue": (call) => {
    const child = withId(call, bodyOf<{ sub_issue_id: number }>(call).sub_issue_id);
    const parent = removeSubIssue(call.acting, call.repo, issueIn(call).number, child.number);
    return ok(renderIssue(call.context, call.repo, parent));
  },

  "GET /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by": (call) =>
    listed(call, listedBlockers(call.repo, issueIn(call))),

  "GET /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocking": (call) =>
    listed(call, listedBlocked(call.repo, issueIn(call).number)),

  "POST /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by": (call) => {
    const blocker = withId(call, bodyOf<{ issue_id: number }>(call).issue_id);
    const issue = addBlocker(call.acting, call.repo, issueIn(call).number, blocker.number);
    return created(renderIssue(call.context, call.repo, issue));
  },

  "DELETE /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by/{issue_id}": (call) => {
    const blocker = withId(call, numberIn(call, "issue_id"));
    const issue = removeBlocker(call.acting, call.repo, issueIn(call).number, blocker.number);
    return ok(renderIssue(call.context, call.repo, issue));
  },
};

function issueIn(call: RepoCall): SimIssue {
  return issueOf(call.repo, numberIn(call, "issue_number"));
}

/** GitHub also takes issues of the owner's other repositories; a world has relations within one repository only. */
function withId({ repo, context }: RepoCall, id: number | undefined): SimIssue {
  const found = presentIssues(repo).find((issue) => issue.id === id);
  if (found !== undefined) return found;
  const elsewhere = [...context.state.repos.values()].some((one) =>
    presentIssues(one).some((issue) => issue.id === id),
  );
  if (elsewhere) throw new Error(`relations to issues of another repository (id ${id}) are not simulated`);
  throw notFound();
}

function listed(call: RepoCall, issues: readonly SimIssue[]): Answer {
  const { items, headers } = paged(call, issues);
  return ok(
    items.map((issue) => renderIssue(call.context, call.repo, issue)),
    headers,
  );
}
