import { z } from "zod";
import type { SimIssue, SimRepo } from "../state.ts";
import { conversationFields, readConversation, writeConversation } from "./conversation.ts";
import { number } from "./fields.ts";
import type { Reading } from "./reading.ts";

export const issueShape = z.strictObject({
  ...conversationFields,
  state: z.enum(["open", "closed"]).optional(),
  state_reason: z.enum(["completed", "not_planned", "reopened"]).nullable().optional(),
  sub_issues: z.array(number).optional(),
  blocked_by: z.array(number).optional(),
  deleted: z.boolean().optional(),
});

type IssueInput = z.output<typeof issueShape>;

export function readIssues(reading: Reading, repo: SimRepo, inputs: readonly IssueInput[]): void {
  inputs.forEach((input, index) => {
    const { state: given, state_reason, sub_issues, blocked_by, deleted, ...shared } = input;
    const state = given ?? "open";
    const issue: SimIssue = {
      ...readConversation(reading.at(index), repo, shared, "Issue"),
      closed_at: state === "closed" ? reading.time(input.closed_at) : null,
      state,
      state_reason: state_reason ?? (state === "closed" ? "completed" : null),
      sub_issues: sub_issues ?? [],
      blocked_by: blocked_by ?? [],
      deleted: deleted ?? false,
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

export function writeIssue(issue: SimIssue): z.input<typeof issueShape> {
  const { state, state_reason, sub_issues, blocked_by, deleted } = issue;
  return {
    ...writeConversation(issue),
    ...{ state, state_reason, deleted, sub_issues: [...sub_issues], blocked_by: [...blocked_by] },
  };
}
