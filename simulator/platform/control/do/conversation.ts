import { z } from "zod";
import { assign, unassign } from "../../../actions/assignees.ts";
import { comment, deleteComment, editComment, react } from "../../../actions/comments.ts";
import { closePull, reopenPull } from "../../../actions/edit-pull.ts";
import { closeIssue, deleteIssue, editIssue, openIssue, reopenIssue } from "../../../actions/issues.ts";
import { createLabel, label, unlabel } from "../../../actions/labels.ts";
import { setLocked } from "../../../actions/lock.ts";
import { setMilestone } from "../../../actions/milestones.ts";
import type { SimRepo } from "../../../state.ts";
import { action } from "./action.ts";
import { given } from "./given.ts";

const number = z.number().int().positive();
const names = z.array(z.string().min(1)).min(1);
const reason = z.enum(["completed", "not_planned", "duplicate"]);
const numberAnd = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject({ number, ...shape });

/** `label: "x"` and `labels: ["x", "y"]` are both taken. */
function listed(one: string | undefined, many: readonly string[] | undefined): string[] {
  return [...(one === undefined ? [] : [one]), ...(many ?? [])];
}

const isPull = (repo: SimRepo, wanted: number) => repo.pulls.has(wanted);

export const conversationActions = {
  "open-issue": action(
    z.strictObject({
      title: z.string(),
      body: z.string().optional(),
      labels: z.array(z.string()).optional(),
      assignees: z.array(z.string()).optional(),
      milestone: number.nullable().optional(),
    }),
    (acting, repo, fields) => ({ number: openIssue(acting, repo, given(fields)).number }),
  ),
  "edit-issue": action(
    numberAnd({
      title: z.string().optional(),
      body: z.string().optional(),
      state: z.enum(["open", "closed"]).optional(),
      state_reason: reason.optional(),
      milestone: number.nullable().optional(),
    }),
    (acting, repo, { number, milestone, ...fields }) => {
      editIssue(acting, repo, number, given(fields));
      if (milestone !== undefined) setMilestone(acting, repo, number, milestone);
      return { number };
    },
  ),
  "close-issue": action(numberAnd({ state_reason: reason.default("completed") }), (acting, repo, fields) => ({
    number: closeIssue(acting, repo, fields.number, fields.state_reason).number,
  })),
  "reopen-issue": action(numberAnd({}), (acting, repo, { number }) => ({
    number: reopenIssue(acting, repo, number).number,
  })),
  reopen: action(numberAnd({}), (acting, repo, { number }) => {
    if (isPull(repo, number)) reopenPull(acting, repo, number);
    else reopenIssue(acting, repo, number);
    return { number };
  }),
  close: action(numberAnd({}), (acting, repo, { number }) => {
    if (isPull(repo, number)) closePull(acting, repo, number);
    else closeIssue(acting, repo, number);
    return { number };
  }),
  lock: action(numberAnd({}), (acting, repo, { number }) => {
    setLocked(acting, repo, number, true);
    return { number };
  }),
  unlock: action(numberAnd({}), (acting, repo, { number }) => {
    setLocked(acting, repo, number, false);
    return { number };
  }),
  "delete-issue": action(numberAnd({}), (acting, repo, { number }) => {
    deleteIssue(acting, repo, number);
    return { number };
  }),
  comment: action(numberAnd({ body: z.string() }), (acting, repo, { number, body }) => ({
    id: comment(acting, repo, number, body).id,
  })),
  "edit-comment": action(z.strictObject({ id: z.number().int(), body: z.string() }), (acting, repo, { id, body }) => ({
    id: editComment(acting, repo, id, body).id,
  })),
  "delete-comment": action(z.strictObject({ id: z.number().int() }), (acting, repo, { id }) => {
    deleteComment(acting, repo, id);
    return { id };
  }),
  react: action(
    z.strictObject({
      id: z.number().int(),
      content: z.enum(["+1", "-1", "laugh", "confused", "heart", "hooray", "rocket", "eyes"]),
    }),
    (acting, repo, { id, content }) => ({ id, ...react(acting, repo, id, content) }),
  ),
  label: action(numberAnd({ label: z.string().optional(), labels: names.optional() }), (acting, repo, fields) => {
    label(acting, repo, fields.number, listed(fields.label, fields.labels));
    return { number: fields.number };
  }),
  unlabel: action(numberAnd({ label: z.string().optional(), labels: names.optional() }), (acting, repo, fields) => {
    for (const name of listed(fields.label, fields.labels)) unlabel(acting, repo, fields.number, name);
    return { number: fields.number };
  }),
  "create-label": action(
    z.strictObject({ name: z.string().min(1), color: z.string().optional(), description: z.string().optional() }),
    (acting, repo, fields) => ({ id: createLabel(acting, repo, given(fields)).id }),
  ),
  assign: action(
    numberAnd({ assignee: z.string().optional(), assignees: names.optional() }),
    (acting, repo, fields) => {
      assign(acting, repo, fields.number, listed(fields.assignee, fields.assignees));
      return { number: fields.number };
    },
  ),
  unassign: action(
    numberAnd({ assignee: z.string().optional(), assignees: names.optional() }),
    (acting, repo, fields) => {
      unassign(acting, repo, fields.number, listed(fields.assignee, fields.assignees));
      return { number: fields.number };
    },
  ),
};
