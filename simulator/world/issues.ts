import { z } from "zod";
import type { SimIssue, SimRepo } from "../state.ts";
import { conversationFields, readConversation, writeConversation } from "./conversation.ts";
import { number, repoName } from "./fields.ts";
import type { Reading } from "./reading.ts";

export const issueShape = z.strictObject({
  ...conversationFields,
  state: z.enum(["open", "closed"]).optional(),
  state_reason: z.enum(["completed", "not_planned", "duplicate", "reopened"]).nullable().optional(),
  sub_issues: z.array(number).optional(),
  blocked_by: z.array(number).optional(),
  deleted: z.boolean().optional(),
  transferred_to: z.strictObject({ repo: repoName, number }).nullable().optional(),
});

type IssueInput = z.output<typeof issueShape>;

export function readIssues(reading: Reading, repo: SimRepo, inputs: readonly IssueInput[]): void {
  inputs.forEach((input, index) => {
    const { state: given, state_reason, sub_issues, blocked_by, deleted, transferred_to, ...shared } = input;
    const state = given ?? "open";
    const issue: SimIssue = {
      ...readConversation(reading.at(index), repo, shared, "Issue"),
      closed_at: state === "closed" ? reading.time(input.closed_at) : null,
      state,
      state_reason: state_reason ?? (state === "closed" ? "completed" : null),
      sub_issues: sub_issues ?? [],
      blocked_by: blocked_by ?? [],
      deleted: deleted ?? false,
      transferred_to: transferred_to ?? null,
    };
    repo.issues.set(issue.number, issue);
  });
  inputs.forEach((input, index) => {
    for (const field of ["sub_issues", "blocked_by"] as const) {
      input[field]?.forEach((other, at) => {
        if (!repo.issues.has(other)) reading.at(index, field, at).fail(`no issue ${other}`);
      });
    }
  });
}

/** After all repositories: an issue that was transferred leads to one that is there. */
export function checkTransfers(reading: Reading, repo: SimRepo): void {
  [...repo.issues.values()].forEach(({ transferred_to: target }, index) => {
    if (target === null) return;
    const there = reading.at("issues", index, "transferred_to");
    const to = reading.state.repos.get(target.repo);
    if (to === undefined) there.at("repo").fail(`no repository ${target.repo}`);
    else if (!to.issues.has(target.number)) there.at("number").fail(`no issue ${target.number} in ${target.repo}`);
  });
}

export function writeIssue(issue: SimIssue): z.input<typeof issueShape> {
  const { state, state_reason, sub_issues, blocked_by, deleted, transferred_to } = issue;
  return {
    ...writeConversation(issue),
    ...{ state, state_reason, deleted, sub_issues: [...sub_issues], blocked_by: [...blocked_by] },
    transferred_to: transferred_to === null ? null : { ...transferred_to },
  };
}
